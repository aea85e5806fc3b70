import { m } from '@shared/messages'
import { formatTimecode } from '@shared/timecode'
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react'
import { type MouseEvent, useState } from 'react'
import { useShow } from '../../api/current-show'
import { IconButton, TextButton } from '../../ui/button'
import { Menu, MenuItem, MenuTrigger } from '../../ui/menu'
import { episodeCode, episodeLabel, wholeNumber } from '../../ui/words'
import { SourceLinks } from './source-links'
import type { ChartEpisode, Moment, OpenReading } from './tracker-line'
import { trackerRows } from './tracker-rows'
import styles from './tracker-table.module.css'

/** A longer table begins with its newest rows, and the rest at a press. */
const MOST_ROWS = 16
const NEWEST_ROWS = 10

/** What can be done with a reading of the person's own. */
export interface ReadingActs {
  readonly onEdit: (reading: OpenReading) => void
  readonly onRemove: (reading: OpenReading) => void
}

interface OwnMenuProps extends ReadingActs {
  readonly reading: OpenReading
  readonly isOpen: boolean
  readonly onOpenChange: (open: boolean) => void
}

function OwnMenu({ reading, isOpen, onOpenChange, onEdit, onRemove }: OwnMenuProps) {
  const { episodeByOrdinal } = useShow()
  const episode = episodeByOrdinal(reading.ordinal)
  const label = m.library_reading_more({ episode: episode ? episodeLabel(episode) : '' })
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      <IconButton label={label} icon={IconDots} size="sm" />
      <Menu label={label} placement="bottom end">
        <MenuItem icon={IconPencil} onAction={() => onEdit(reading)}>
          {m.library_reading_edit()}
        </MenuItem>
        <MenuItem icon={IconTrash} danger onAction={() => onRemove(reading)}>
          {m.library_reading_delete()}
        </MenuItem>
      </Menu>
    </MenuTrigger>
  )
}

/** One reading: the number or the words, and who says so. */
function Said({ reading, unit }: { readonly reading: OpenReading; readonly unit: string }) {
  const { value, words, mine, disputed, sources } = reading
  return (
    <div className={styles.said} data-disputed={disputed}>
      {value === null ? (
        <i className={styles.words}>{words ?? m.library_figures_unknown()}</i>
      ) : (
        <span className="num">{wholeNumber(value)}</span>
      )}
      {value !== null && unit && <span className="vh">{unit}</span>}
      {disputed && <span className={styles.disputed}>{m.library_figures_disputed()}</span>}
      {mine && <span className={styles.yours}>{m.library_reading_yours()}</span>}
      <SourceLinks sources={sources} />
    </div>
  )
}

function Where({ moment }: { readonly moment: Moment }) {
  const [first] = moment.readings
  const notes = moment.readings.flatMap(({ id, note }) => (note ? [{ id, note }] : []))
  return (
    <td>
      {first?.atMs != null && <span className={styles.time}>{formatTimecode(first.atMs)}</span>}{' '}
      {first?.point}
      {notes.map(({ id, note }) => (
        <small key={id}>{note}</small>
      ))}
    </td>
  )
}

interface TrackerTableProps extends ReadingActs {
  readonly name: string
  readonly unit: string
  readonly episodes: readonly ChartEpisode[]
  readonly readings: readonly OpenReading[]
}

/** The same as the chart, in words: every reading with who says so, those that disagree side by side. */
export function TrackerTable({ name, unit, episodes, readings, ...acts }: TrackerTableProps) {
  const { episodeByOrdinal } = useShow()
  const [menuOf, setMenuOf] = useState<string | null>(null)
  const [all, setAll] = useState(false)
  const rows = trackerRows(episodes, readings)
  const earlier = all || rows.length <= MOST_ROWS ? 0 : rows.length - NEWEST_ROWS
  const code = (ordinal: number) => {
    const episode = episodeByOrdinal(ordinal)
    return episode ? episodeCode(episode) : ''
  }
  const openMenu = (event: MouseEvent) => {
    const row = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-mine]') : null
    if (!row?.dataset.mine) return
    event.preventDefault()
    setMenuOf(row.dataset.mine)
  }
  return (
    <>
      {earlier > 0 && (
        <p className={styles.earlier}>
          <TextButton onPress={() => setAll(true)}>
            {m.library_reading_earlier({ count: earlier })}
          </TextButton>
        </p>
      )}
      <table className={styles.table} onContextMenu={openMenu}>
        <caption className="vh">{m.library_figures_readings({ name })}</caption>
        <thead className="vh">
          <tr>
            <th scope="col">{m.library_figures_episode()}</th>
            <th scope="col">{m.library_figures_moment()}</th>
            <th scope="col">{m.library_figures_value()}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(earlier).map((row) => {
            if (row.of === 'unknown') {
              const { from, to } = row.run
              return (
                <tr key={`unknown-${from}`} className={styles.unknown}>
                  <td className="num">{from === to ? code(from) : `${code(from)} – ${code(to)}`}</td>
                  <td />
                  <td>
                    <i className={styles.words}>{m.library_figures_unknown()}</i>
                  </td>
                </tr>
              )
            }
            const { moment, ordinal } = row
            const own = moment.readings.find(({ mine }) => mine)
            return (
              <tr key={`${ordinal} ${moment.key}`} data-mine={own?.id}>
                <td className="num">{code(ordinal)}</td>
                <Where moment={moment} />
                <td>
                  <div className={styles.both}>
                    {moment.readings.map((reading) => (
                      <Said key={reading.id} reading={reading} unit={unit} />
                    ))}
                    {own && (
                      <OwnMenu
                        {...acts}
                        reading={own}
                        isOpen={menuOf === own.id}
                        onOpenChange={(open) => setMenuOf(open ? own.id : null)}
                      />
                    )}
                  </div>
                  {moment.readings.length > 1 && (
                    <p className={styles.disagree}>{m.library_reading_disagree()}</p>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </>
  )
}
