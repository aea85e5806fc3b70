import { m } from '@shared/messages'
import { useShow } from '../../../api/current-show'
import { Select } from '../../../ui/select'
import { useBoardTools } from '../board-context'
import { laneName } from '../board-words'
import styles from './card-dialog.module.css'
import type { CardForm } from './card-form'
import { chosen, episodeChoices, NONE } from './episode-choices'

const FOLLOWS = 'follows'
const OWN_LANE = 'own'
const PERSON = 'person'

interface CardBoundsProps {
  readonly form: CardForm
  readonly set: (change: Partial<CardForm>) => void
}

/** Where a card belongs: its lane, its author, its question, and the episodes between which it lives. */
export function CardBounds({ form, set }: CardBoundsProps) {
  const { episodes, reach } = useShow()
  const { lanes, people } = useBoardTools()
  const named = episodeChoices(episodes)
  const isPack = form.before?.origin === 'pack'
  // what has been seen decides nothing any more; what a card closes with stays to be seen
  const ahead = episodeChoices(
    episodes.filter(({ ordinal }) => reach === null || ordinal > reach || ordinal === form.closes),
  )
  const questions = lanes()
    .flatMap(({ cards }) => cards)
    .filter(({ kind, id, text }) => kind === 'question' && id !== form.id && text !== '')
  const { safeAfter } = form
  const stamp = safeAfter === undefined ? FOLLOWS : safeAfter === null ? NONE : String(safeAfter)
  return (
    <div className={styles.bounds}>
      {!form.before && (
        <Select
          label={m.boards_lane()}
          choices={[
            { id: OWN_LANE, label: m.boards_lane_own() },
            ...lanes()
              .filter(({ role }) => role !== 'resolved')
              .map((lane) => ({ id: lane.id, label: laneName(lane) })),
          ]}
          value={form.laneId ?? OWN_LANE}
          onChange={(id) => set({ laneId: lanes().find((lane) => lane.id === id)?.id ?? null })}
        />
      )}
      {!isPack && people.present.length > 1 && (
        <Select
          label={m.boards_author()}
          choices={people.present.map((member) => ({
            id: member.me ? PERSON : member.id,
            label: people.of(member.id).called,
          }))}
          value={people.own(null).has(form.authorId) ? PERSON : (form.authorId ?? PERSON)}
          onChange={(id) =>
            set({
              authorId: id === PERSON ? null : (people.present.find((one) => one.id === id)?.id ?? null),
            })
          }
        />
      )}
      {form.kind !== 'question' && questions.length > 0 && (
        <Select
          label={m.boards_parent()}
          choices={[
            { id: NONE, label: m.boards_no_parent() },
            ...questions.map(({ id, text }) => ({ id: id as string, label: text })),
          ]}
          value={form.parentId ?? NONE}
          onChange={(id) => set({ parentId: questions.find((card) => card.id === id)?.id ?? null })}
        />
      )}
      {!isPack && (
        <Select
          label={m.boards_raised()}
          choices={[{ id: NONE, label: m.boards_no_episode() }, ...named]}
          value={form.ordinal === null ? NONE : String(form.ordinal)}
          onChange={(id) => set({ ordinal: chosen(id) })}
        />
      )}
      <Select
        label={m.boards_closes_with()}
        choices={[{ id: NONE, label: m.boards_no_close() }, ...ahead]}
        value={form.closes === null ? NONE : String(form.closes)}
        onChange={(id) => set({ closes: chosen(id) })}
      />
      {!isPack && (
        <Select
          label={m.boards_safe_after()}
          choices={[
            { id: FOLLOWS, label: m.boards_safe_follows() },
            { id: NONE, label: m.boards_safe_always() },
            ...named,
          ]}
          value={stamp}
          onChange={(id) => set({ safeAfter: id === FOLLOWS ? undefined : chosen(id) })}
        />
      )}
      <p className={styles.hint}>{m.boards_bounds_hint()}</p>
      {form.evidence.length > 0 && (
        <p className={styles.hint}>{m.boards_rests_on({ count: form.evidence.length })}</p>
      )}
    </div>
  )
}
