import { EpisodeId, MemberId } from '@shared/ids'
import { m } from '@shared/messages'
import { type NoteDraft, NoteKind } from '@shared/notes/schema'
import { useShow } from '../../api/current-show'
import { Select } from '../../ui/select'
import { TimeField } from '../../ui/time-field'
import { episodeCode, episodeLabel } from '../../ui/words'
import type { Writing } from './draft'
import { ONE_KIND_WORDS } from './kind-words'
import styles from './note-meta.module.css'
import { TagField } from './tag-field'
import { memberName, useAuthors } from './use-authors'

const WHOLE_SHOW = 'show'

interface NoteMetaProps {
  readonly draft: NoteDraft
  readonly onChange: (writing: Partial<Writing>) => void
}

/** Where a note belongs, what it is, and its tags. */
export function NoteMeta({ draft, onChange }: NoteMetaProps) {
  const { episodes } = useShow()
  const authors = useAuthors()
  const choices = [
    { id: WHOLE_SHOW, label: m.notes_whole_show() },
    ...episodes.map((episode) => ({
      id: String(episode.id),
      label: episode.details.veiled
        ? episodeLabel(episode)
        : `${episodeCode(episode)}, ${episode.details.title}`,
    })),
  ]
  return (
    <div className={styles.meta}>
      <span className={styles.episode}>
        <Select
          label={m.notes_episode()}
          hideLabel
          choices={choices}
          value={draft.episodeId ?? WHOLE_SHOW}
          onChange={(id) => onChange({ episodeId: id === WHOLE_SHOW ? null : EpisodeId.parse(id) })}
        />
      </span>
      <TimeField key={draft.id} atMs={draft.atMs} onChange={(atMs) => onChange({ atMs })} />
      {draft.atMs !== null && (
        <>
          <span aria-hidden="true">–</span>
          <TimeField
            key={`end-${draft.id}`}
            label={m.notes_end()}
            placeholder={m.notes_end_placeholder()}
            atMs={draft.endMs}
            onChange={(endMs) => onChange({ endMs })}
          />
        </>
      )}
      <Select
        label={m.notes_kind()}
        hideLabel
        choices={NoteKind.options.map((kind) => ({ id: kind, label: ONE_KIND_WORDS[kind]() }))}
        value={draft.kind}
        onChange={(kind) => onChange({ kind })}
      />
      {authors.several && (
        <Select
          label={m.notes_by()}
          hideLabel
          choices={authors.members.map((member) => ({ id: String(member.id), label: memberName(member) }))}
          value={draft.authorId ?? authors.me?.id ?? null}
          onChange={(id) => onChange({ authorId: MemberId.parse(id) })}
        />
      )}
      <TagField key={`tags-${draft.id}`} tags={draft.tags} onChange={(tags) => onChange({ tags })} />
    </div>
  )
}
