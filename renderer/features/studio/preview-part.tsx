import type { PackKind } from '@shared/exchange/schema'
import { m } from '@shared/messages'
import { toReach } from '@shared/veil/reach'
import { useState } from 'react'
import { useAsk } from '../../api/ask'
import { SectionHead } from '../../ui/head'
import { Select } from '../../ui/select'
import { SkeletonLines } from '../../ui/skeleton'
import { Veil } from '../../ui/veil'
import { episodeLabel } from '../../ui/words'
import { Pager } from './pager'
import styles from './preview-part.module.css'
import { KIND_NAMES } from './sections'
import { useWorkshop } from './use-workshop'

/** What somebody at any episode would see: the same veils as on every screen, without moving the reading line. */
export function PreviewPart() {
  const { workshopId, outline } = useWorkshop()
  const [at, setAt] = useState(outline.episodes[0]?.ordinal ?? 0)
  const [kind, setKind] = useState<PackKind>('beat')
  const reach = toReach(at)
  const { data } = useAsk('studio', 'preview', { workshopId, reach }, { keepLast: true })
  return (
    <section className={styles.part}>
      <SectionHead title={m.studio_preview()} />
      <p className="muted">{m.studio_preview_text()}</p>
      <div className={styles.at}>
        <Select
          label={m.studio_preview_at()}
          value={String(at)}
          onChange={(id) => setAt(Number(id) as never)}
          choices={[
            { id: '0', label: m.studio_preview_start() },
            ...outline.episodes.map((episode) => ({
              id: String(episode.ordinal),
              label: `${episodeLabel(episode)} · ${episode.title}`,
            })),
          ]}
        />
      </div>
      {!data && <SkeletonLines />}
      <div className={styles.columns}>
        <ul aria-label={m.studio_preview_sections()}>
          {data?.map((row) => (
            <li key={row.kind}>
              <button
                type="button"
                className={styles.section}
                aria-current={row.kind === kind ? 'true' : undefined}
                onClick={() => setKind(row.kind)}
              >
                <span>{KIND_NAMES[row.kind]()}</span>
                <small>{m.studio_preview_count({ open: row.open, veiled: row.veiled })}</small>
              </button>
            </li>
          ))}
        </ul>
        <PreviewRows key={`${kind} ${at}`} kind={kind} at={at} />
      </div>
    </section>
  )
}

function PreviewRows({ kind, at }: { readonly kind: PackKind; readonly at: number }) {
  const { workshopId, outline } = useWorkshop()
  const [offset, setOffset] = useState(0)
  const { data } = useAsk('studio', 'previewRows', { workshopId, reach: toReach(at), kind, offset })
  if (!data) return <SkeletonLines />
  const labelOf = (ordinal: number | null) => {
    const episode = outline.episodes.find((each) => each.ordinal === ordinal)
    return episode ? episodeLabel(episode) : null
  }
  return (
    <div className={styles.rows}>
      <ul className={styles.rows} aria-label={KIND_NAMES[kind]()}>
        {data.total === 0 && data.veils.length === 0 && <li className="muted">{m.studio_none_yet()}</li>}
        {data.rows.map((row) => (
          <li key={`${row.key} ${row.text}`} className={styles.row}>
            <span>{row.text}</span>
            {row.about && <small>{row.about}</small>}
          </li>
        ))}
        {data.veils.map(({ safeAfter, count }) => {
          const episode = labelOf(safeAfter)
          return (
            <li key={safeAfter}>
              <Veil
                safeAfter={episode}
                {...(episode === null ? {} : { words: m.studio_preview_veils({ count, episode }) })}
              />
            </li>
          )
        })}
      </ul>
      <Pager offset={offset} total={data.total} onChange={setOffset} />
    </div>
  )
}
