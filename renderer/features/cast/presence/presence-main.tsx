import type { Presence } from '@shared/cast/presence-schema'
import type { ShowId } from '@shared/ids'
import type { Episode } from '@shared/library/schema'
import { m } from '@shared/messages'
import { IconLayoutGrid } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { type CSSProperties, memo, useMemo } from 'react'
import { useAsk } from '../../../api/ask'
import { useShow } from '../../../api/current-show'
import { AskTrouble } from '../../../ui/ask-trouble'
import { Empty } from '../../../ui/empty'
import { SkeletonLines } from '../../../ui/skeleton'
import { Veil } from '../../../ui/veil'
import { episodeLabel } from '../../../ui/words'
import type { EpisodeMarks } from '../episode-marks'
import styles from './presence.module.css'
import { walkGrid } from './walk-grid'

/** Who is known to be in which episode, up to the reading line. */
export function PresenceMain({ showId, marks }: { readonly showId: ShowId; readonly marks: EpisodeMarks }) {
  const asked = useAsk('cast', 'presence', { showId }, { keepLast: true })
  const { episodes } = useShow()
  const presence = asked.data
  const through = presence?.through ?? 0
  const shown = useMemo(() => episodes.filter(({ ordinal }) => ordinal <= through), [episodes, through])
  const next = episodes.find(({ ordinal }) => ordinal > through)
  if (asked.isError) return <AskTrouble error={asked.error} onRetry={() => void asked.refetch()} />
  if (!presence) return <SkeletonLines lines={6} />
  if (shown.length === 0 || presence.roles.length === 0) {
    return (
      <Empty
        icon={IconLayoutGrid}
        title={
          <>
            {m.cast_relations_empty_before()}
            <em>{m.cast_relations_empty_em()}</em>
          </>
        }
      >
        {m.cast_presence_empty_text()}
      </Empty>
    )
  }
  return (
    <div className={styles.presence}>
      <p className={styles.legend}>
        <span>
          <i className={styles.mark} data-state="seen" /> {m.cast_presence_seen()}
        </span>
        <span>
          <i className={styles.mark} data-state="unknown" /> {m.cast_presence_unknown()}
        </span>
        <span>
          <i className={styles.mark} data-state="before" /> {m.cast_presence_before()}
        </span>
      </p>
      <div className={styles.stage}>
        <Matrix presence={presence} episodes={shown} marks={marks} />
        {next && (
          <div className={styles.veil}>
            <Veil form="tile" safeAfter={marks.label(next.ordinal)} />
          </div>
        )}
      </div>
    </div>
  )
}

/** In px: a cell has room where there are few, and can still be told from its neighbour where there are many. */
const cellWidth = (columns: number) => Math.max(26, Math.min(48, Math.floor(760 / columns)))

type State = 'seen' | 'unknown' | 'before'
const WORDS: Record<State, () => string> = {
  seen: m.cast_presence_seen,
  unknown: m.cast_presence_unknown,
  before: m.cast_presence_before,
}

interface MatrixProps {
  readonly presence: Presence
  readonly episodes: readonly Episode[]
  readonly marks: EpisodeMarks
}

/** One row for each role, one column for each episode; arrow keys go from cell to cell. */
const Matrix = memo(function Matrix({ presence, episodes, marks }: MatrixProps) {
  const totals = episodes.map(
    ({ ordinal }) => presence.roles.filter(({ seenIn }) => seenIn.includes(ordinal)).length,
  )
  return (
    <div className={styles.frame}>
      <table
        className={styles.grid}
        style={{ '--cell': `${cellWidth(episodes.length)}px` } as CSSProperties}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells are walked with the arrow keys
        role="grid"
        aria-label={m.cast_presence_caption()}
        aria-readonly="true"
        onKeyDown={walkGrid}
      >
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              {m.cast_table_who()}
            </th>
            {episodes.map((episode) => (
              <th key={episode.ordinal} scope="col" data-first={episode.number === 1 || undefined}>
                <span className="vh">{episodeLabel(episode)}</span>
                <span aria-hidden="true">
                  {marks.seasons > 1 && episode.number === 1 ? `S${episode.season}` : episode.number}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {presence.roles.map(({ id, name, seenIn, first }, row) => {
            const seen = new Set<number>(seenIn)
            return (
              <tr key={id}>
                <th scope="row">
                  <Link
                    to="/cast/$roleId"
                    params={{ roleId: id }}
                    className={styles.name}
                    data-cell
                    tabIndex={row === 0 ? 0 : -1}
                  >
                    {name}
                  </Link>
                </th>
                {episodes.map((episode) => {
                  const { ordinal } = episode
                  const state: State = seen.has(ordinal)
                    ? 'seen'
                    : first !== null && ordinal < first
                      ? 'before'
                      : 'unknown'
                  return (
                    <td
                      key={ordinal}
                      data-cell
                      data-state={state}
                      data-first={episode.number === 1 || undefined}
                      tabIndex={-1}
                      aria-label={WORDS[state]()}
                      title={`${name}, ${episodeLabel(episode)}`}
                    />
                  )
                })}
              </tr>
            )
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{m.cast_presence_total()}</th>
            {totals.map((total, at) => (
              <td
                key={episodes[at]?.ordinal}
                data-cell
                data-first={episodes[at]?.number === 1 || undefined}
                tabIndex={-1}
              >
                {total}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  )
})
