import { AppError } from '@shared/app-error'
import type { PackChange, PackUpdate } from '@shared/exchange/schema'
import type { ItemId } from '@shared/ids'
import { m } from '@shared/messages'
import { IconTheater } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { client } from '../../api/client'
import { useShow } from '../../api/current-show'
import { Button } from '../../ui/button'
import { Checkbox } from '../../ui/checkbox'
import { Dialog, DialogActions } from '../../ui/dialog'
import { SectionHead } from '../../ui/head'
import { keyedVeils } from '../../ui/keyed-veils'
import { sayRefusal } from '../../ui/say-refusal'
import { toasts } from '../../ui/toasts'
import { Veil } from '../../ui/veil'
import { episodeLabel } from '../../ui/words'
import styles from './pack-update-dialog.module.css'

type Open = Extract<PackChange, { veiled: false }>

const WHAT: Record<Open['what'], () => string> = {
  added: m.app_update_what_added,
  changed: m.app_update_what_changed,
  removed: m.app_update_what_removed,
  conflict: m.app_update_what_conflict,
  kept: m.app_update_what_kept,
  'left-out': m.app_update_what_left_out,
}

interface PackUpdateDialogProps {
  readonly update: PackUpdate
  readonly onClose: () => void
}

/** What a newer version of a show's pack would change, before it does: veiled beyond the reading line. */
export function PackUpdateDialog({ update, onClose }: PackUpdateDialogProps) {
  const { counts, problems, lineBackTo } = update
  const [busy, setBusy] = useState(false)
  const [theirs, setTheirs] = useState<ReadonlySet<ItemId>>(new Set())
  const lines = [
    counts.added > 0 && m.app_update_added({ count: counts.added }),
    counts.changed > 0 && m.app_update_changed({ count: counts.changed }),
    counts.removed > 0 && m.app_update_removed({ count: counts.removed }),
    counts.conflicts > 0 && m.app_update_conflicts({ count: counts.conflicts }),
    counts.kept > 0 && m.app_update_kept({ count: counts.kept }),
  ].filter((line) => line !== false)
  const apply = async () => {
    setBusy(true)
    try {
      const { showId, title } = await client.exchange.applyUpdate({
        updateId: update.updateId,
        theirs: [...theirs],
      })
      await client.settings.change({ showId })
      toasts.show({ icon: IconTheater, text: m.app_update_done({ title }) })
      onClose()
    } catch (error) {
      setBusy(false)
      if (error instanceof AppError) sayRefusal(error)
      else throw error
    }
  }
  return (
    <Dialog
      title={m.app_update_title({ title: update.title })}
      size="lg"
      isOpen
      onOpenChange={(open) => !open && onClose()}
    >
      <div className={styles.body}>
        <p className="muted">{m.app_update_text({ now: update.versionNow, next: update.versionThen })}</p>
        {lines.length === 0 ? (
          <p>{m.app_update_nothing()}</p>
        ) : (
          <ul className={styles.counts}>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
        {problems > 0 && <p className="muted">{m.app_update_problems({ count: problems })}</p>}
        {lineBackTo !== null && (
          <p>
            {lineBackTo === 'start'
              ? m.app_update_line_start()
              : m.app_update_line_back({ episode: episodeLabel(lineBackTo) })}
          </p>
        )}
        {lines.length > 0 && <Changes update={update} theirs={theirs} onChoose={setTheirs} />}
      </div>
      <DialogActions>
        <Button variant="quiet" onPress={onClose}>
          {m.app_cancel()}
        </Button>
        <Button
          variant="primary"
          autoFocus
          isPending={busy}
          isDisabled={lines.length === 0 && update.versionNow === update.versionThen}
          onPress={() => void apply()}
        >
          {m.app_update_apply()}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

/** Changes with keys for a list: what they say, and their turn among those that say the same. */
function keyedRows(rows: readonly PackChange[]): { readonly key: string; readonly row: PackChange }[] {
  const turns = new Map<string, number>()
  return rows.map((row) => {
    const words = row.veiled ? '' : `${row.what} ${row.kind} ${row.text}`
    const turn = (turns.get(words) ?? 0) + 1
    turns.set(words, turn)
    return { key: `${words} ${turn}`, row }
  })
}

interface ChangesProps {
  readonly update: PackUpdate
  /** The conflicts in which the file's words are taken. */
  readonly theirs: ReadonlySet<ItemId>
  readonly onChoose: (theirs: ReadonlySet<ItemId>) => void
}

function Changes({ update: { updateId, showId }, theirs, onChoose }: ChangesProps) {
  const { showId: shown, episodeByOrdinal } = useShow()
  const [rows, setRows] = useState<readonly PackChange[]>([])
  const [total, setTotal] = useState(0)
  const more = async (offset: number) => {
    const page = await client.exchange.changes({ updateId, offset })
    setTotal(page.total)
    setRows((old) => [...old.slice(0, offset), ...page.rows])
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each update
  useEffect(() => {
    void more(0).catch(sayRefusal)
  }, [updateId])
  const choose = (id: ItemId, taken: boolean) => {
    const others = [...theirs].filter((other) => other !== id)
    onChoose(new Set(taken ? [...others, id] : others))
  }
  const labelOf = (ordinal: number | null) => {
    // only the episodes of the show on screen have names here
    const episode = shown === showId ? episodeByOrdinal(ordinal) : undefined
    return episode ? episodeLabel(episode) : null
  }
  return (
    <section>
      <SectionHead level={3} title={m.app_update_changes()} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keyboard */}
      <div className={styles.scroll} tabIndex={0}>
        <ul className={styles.rows}>
          {keyedRows(rows).flatMap(({ key, row }) =>
            row.veiled
              ? []
              : [
                  <li key={key} className={styles.row}>
                    <span className={styles.what}>{WHAT[row.what]()}</span>
                    <span className={styles.words}>
                      <span>{row.text}</span>
                      {row.other !== null && (
                        <small>
                          {row.what === 'conflict'
                            ? m.app_update_theirs({ text: row.other })
                            : m.app_update_was({ text: row.other })}
                        </small>
                      )}
                      {row.choice !== null && (
                        <Decision
                          id={row.choice}
                          text={row.text}
                          taken={theirs.has(row.choice)}
                          onChange={choose}
                        />
                      )}
                    </span>
                  </li>,
                ],
          )}
          {keyedVeils(rows.filter((row) => row.veiled)).map(({ key, veil }) => (
            <li key={key} className={styles.row}>
              <Veil safeAfter={labelOf(veil.safeAfter)} />
            </li>
          ))}
        </ul>
        {rows.length < total && (
          <Button size="sm" onPress={() => void more(rows.length).catch(sayRefusal)}>
            {m.app_update_more()}
          </Button>
        )}
      </div>
    </section>
  )
}

interface DecisionProps {
  readonly id: ItemId
  /** What the person's own words are. */
  readonly text: string
  readonly taken: boolean
  readonly onChange: (id: ItemId, taken: boolean) => void
}

/** Both changed the same words: the person's stay, unless they take those of the file. */
function Decision({ id, text, taken, onChange }: DecisionProps) {
  return (
    <Checkbox
      aria-label={`${m.app_update_take_theirs()}: ${text}`}
      isSelected={taken}
      onChange={(selected) => onChange(id, selected)}
    >
      {m.app_update_take_theirs()}
    </Checkbox>
  )
}
