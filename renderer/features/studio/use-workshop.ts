import { AppError } from '@shared/app-error'
import type { PictureProblem } from '@shared/exchange/picture-header'
import type { PackKind } from '@shared/exchange/schema'
import { m } from '@shared/messages'
import type { FindingRule, Outline, Step, WorkshopId } from '@shared/studio/schema'
import { createContext, useContext, useMemo } from 'react'
import { client } from '../../api/client'
import { errorWords } from '../../ui/error-words'
import { toasts } from '../../ui/toasts'
import type { Fields } from './new-item'
import type { SectionId } from './sections'

/** Where in a workshop a person is. */
export interface Place {
  readonly section: SectionId
  /** The kind of the open item: the section's own, or what hangs on it. */
  readonly kind: PackKind | null
  /** The open item; `new` for one that is being made; null for none. */
  readonly key: string | null
  /** What a new item hangs on. */
  readonly parent: string | null
}

export interface Workshop {
  readonly workshopId: WorkshopId
  readonly outline: Outline
  readonly place: Place
  readonly go: (place: Partial<Place> & Pick<Place, 'section'>) => void
  /** What was typed into forms of new items that were left, by kind and parent. */
  readonly drafts: Map<string, Fields>
  /** Called when the core says that the workshop is closed. */
  readonly onClosed: () => void
}

export const WorkshopContext = createContext<Workshop | null>(null)

export function useWorkshop(): Workshop {
  const workshop = useContext(WorkshopContext)
  if (!workshop) throw new Error('useWorkshop is called outside a workshop')
  return workshop
}

/** A sentence for each finding: what does not fit, and what would. */
const RULES: Record<FindingRule | PictureProblem, () => string> = {
  'duplicate-key': m.studio_rule_duplicate_key,
  'duplicate-reference': m.studio_rule_duplicate_reference,
  'duplicate-number': m.studio_rule_duplicate_number,
  'duplicate-ordinal': m.studio_rule_duplicate_ordinal,
  'missing-ordinal': m.studio_rule_missing_ordinal,
  'unknown-thread': m.studio_rule_unknown,
  'unknown-role': m.studio_rule_unknown,
  'unknown-person': m.studio_rule_unknown,
  'unknown-source': m.studio_rule_unknown,
  'unknown-beat': m.studio_rule_unknown,
  'unknown-episode': m.studio_rule_unknown,
  'episode-beyond-end': m.studio_rule_episode_beyond_end,
  'stamp-beyond-end': m.studio_rule_stamp_beyond_end,
  'stamp-too-early': m.studio_rule_stamp_too_early,
  'moment-without-episode': m.studio_rule_moment_without_episode,
  'role-too-early': m.studio_rule_role_too_early,
  'builds-on-later': m.studio_rule_builds_on_later,
  'ends-before-start': m.studio_rule_ends_before_start,
  'names-later-role': m.studio_rule_names_later_role,
  'picture-without-place': m.studio_rule_picture_without_place,
  'relation-to-itself': m.studio_rule_relation_to_itself,
  'no-picture': m.studio_rule_no_picture,
  'picture-too-large': m.studio_rule_picture_too_large,
  'picture-too-wide': m.studio_rule_picture_too_wide,
  incomplete: m.studio_rule_incomplete,
}
export const ruleWords = (rule: string): string =>
  Object.hasOwn(RULES, rule) ? RULES[rule as keyof typeof RULES]() : m.studio_rule_unknown()

/** What went wrong with an edit, in one sentence. */
export function editWords(error: unknown): string {
  if (!(error instanceof AppError)) return m.studio_rule_incomplete()
  if (error.code === 'edit-refused') return ruleWords(String(error.details.rule))
  const { title, text } = errorWords(error)
  return `${title} ${text}`
}

/** The edits of the open workshop. Each answers null, or why it was refused. */
export function useEdits() {
  const { workshopId, onClosed, go, place } = useWorkshop()
  return useMemo(() => {
    const done = async (work: Promise<unknown>): Promise<string | null> => {
      try {
        await work
        return null
      } catch (error) {
        if (error instanceof AppError && error.code === 'workshop-closed') onClosed()
        return editWords(error)
      }
    }
    const said = async (work: Promise<unknown>): Promise<void> => {
      const refused = await done(work)
      if (refused) toasts.show({ key: 'studio', text: refused })
    }
    const step = async (way: 'undo' | 'redo'): Promise<void> => {
      // the notice of what was deleted offers the same step: it has been taken
      for (const { id, key } of toasts.list()) if (key === 'studio') toasts.dismiss(id)
      let focus: Step = null
      await said(
        client.studio[way]({ workshopId }).then((found) => {
          focus = found
        }),
      )
      const to = focus as Step
      if (to && to.kind === place.kind) go({ ...place, key: to.key })
    }
    return {
      put: (kind: PackKind, key: string, fields: Fields) =>
        done(client.studio.put({ workshopId, kind, key, fields: fields as never })),
      async add(kind: PackKind, fields: Fields): Promise<{ key: string } | { refused: string }> {
        let key = ''
        const refused = await done(
          client.studio.put({ workshopId, kind, key: null, fields: fields as never }).then((made) => {
            key = made.key
          }),
        )
        return refused === null ? { key } : { refused }
      },
      async remove(kind: PackKind, key: string, text: string): Promise<boolean> {
        const refused = await done(client.studio.remove({ workshopId, kind, key }))
        if (refused) toasts.show({ key: 'studio', text: refused })
        else toasts.show({ key: 'studio', text: m.studio_removed({ text }), undo: () => void step('undo') })
        return refused === null
      },
      move: (kind: PackKind, key: string, before: string | null) =>
        said(client.studio.move({ workshopId, kind, key, before })),
      undo: () => step('undo'),
      redo: () => step('redo'),
    }
  }, [workshopId, onClosed, go, place])
}
