import type { PackKind } from '@shared/exchange/schema'
import { m } from '@shared/messages'
import { IconCircleCheck } from '@tabler/icons-react'
import { useAsk } from '../../api/ask'
import { Empty } from '../../ui/empty'
import { SectionHead } from '../../ui/head'
import { SkeletonLines } from '../../ui/skeleton'
import styles from './check-part.module.css'
import { FORMS } from './forms'
import { KIND_NAMES, type SectionId } from './sections'
import { ruleWords, useWorkshop } from './use-workshop'

/** The section in which an item of a kind is edited. */
const SECTION_OF: Partial<Record<PackKind, SectionId>> = {
  pack: 'show',
  fact: 'role',
  reading: 'tracker',
}

/** What stands between the show and a pack that others can read: each leads to its place. */
export function CheckPart() {
  const { workshopId, go } = useWorkshop()
  const { data } = useAsk('studio', 'findings', { workshopId })
  if (!data) return <SkeletonLines />
  if (data.total === 0)
    return (
      <Empty
        icon={IconCircleCheck}
        title={
          <>
            {m.studio_check_fine_before()}
            <em>{m.studio_check_fine_em()}</em>
          </>
        }
      >
        <p>{m.studio_check_fine_text()}</p>
      </Empty>
    )
  return (
    <section className={styles.part}>
      <SectionHead title={m.studio_check()} end={m.studio_check_count({ count: data.total })} />
      <p className="muted">{m.studio_check_text()}</p>
      <ul>
        {data.rows.map(({ rule, kind, key, field, text }) => (
          <li key={`${rule} ${kind} ${key} ${field}`}>
            <button
              type="button"
              className={styles.finding}
              onClick={() => go({ section: SECTION_OF[kind] ?? kind, kind, key })}
            >
              <span className={styles.where}>
                {KIND_NAMES[kind]()}
                {text && ` · ${text}`}
                {FORMS[kind].some((spec) => spec.field === field) &&
                  ` · ${FORMS[kind].find((spec) => spec.field === field)?.label()}`}
              </span>
              <span>{ruleWords(rule)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
