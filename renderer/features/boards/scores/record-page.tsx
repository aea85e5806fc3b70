import { MemberId, type ShowId } from '@shared/ids'
import { m } from '@shared/messages'
import { IconTargetArrow } from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import { useAsk } from '../../../api/ask'
import { useShow } from '../../../api/current-show'
import { usePeople } from '../../../api/people'
import { AskTrouble } from '../../../ui/ask-trouble'
import { LinkButton, TextLink } from '../../../ui/button'
import { Empty } from '../../../ui/empty'
import { SectionHead } from '../../../ui/head'
import { Page, PageHead } from '../../../ui/page'
import { SkeletonLines } from '../../../ui/skeleton'
import { Who } from '../../../ui/who'
import { useBoardChoice } from '../use-board-choice'
import { RecordDetails } from './record-details'
import styles from './record-page.module.css'
import { RecordTable } from './record-table'
import { SkillPlot } from './skill-plot'
import { habitWords, relativeFigure, scoreFigure } from './skill-words'

/** What one member has guessed, and how well. */
export default function RecordPage() {
  const { showId } = useShow()
  return showId === null ? null : <RecordOf key={showId} showId={showId} />
}

function RecordOf({ showId }: { readonly showId: ShowId }) {
  const { member } = useSearch({ from: '/speculation/record' })
  const asked = MemberId.safeParse(member)
  const memberId = asked.success ? asked.data : null
  const people = usePeople()
  const { boardId } = useBoardChoice(showId).choice
  const record = useAsk('boards', 'record', { showId, boardId, memberId })
  const scores = useAsk('boards', 'scores', { showId, boardId, as: memberId })
  const { data } = record
  const person = people.of(memberId)
  const name = person.name
  const words = data ? habitWords(data.calibration, person) : ''
  return (
    <Page>
      <PageHead
        title={
          <span className={styles.title}>
            <Who name={person.called} colour={person.colour} silent />
            {person.me ? m.scores_record_yours() : m.scores_record_of({ name })}
          </span>
        }
        under={<TextLink to="/speculation">{m.scores_back()}</TextLink>}
      >
        <LinkButton to="/speculation/season">{m.scores_to_season()}</LinkButton>
      </PageHead>
      {record.error && <AskTrouble error={record.error} onRetry={() => void record.refetch()} />}
      {record.isPending && <SkeletonLines lines={6} />}
      {data && data.means === null && (
        <Empty icon={IconTargetArrow} title={m.scores_record_empty()}>
          <p>{m.scores_none()}</p>
        </Empty>
      )}
      {data?.means && (
        <div className={styles.body}>
          <div className={styles.main}>
            <dl className={styles.figures}>
              <Figure
                name={m.scores_rank()}
                value={m.scores_rank_of({
                  rank: String(data.rank ?? 1),
                  of: String(scores.data?.rows.length ?? data.rank ?? 1),
                })}
              />
              <Figure name={m.scores_brier()} value={scoreFigure(data.means.brier)} />
              <Figure name={m.scores_log()} value={scoreFigure(data.means.log)} />
              <Figure
                name={m.scores_relative()}
                value={
                  data.means.relativeBrier === null
                    ? m.scores_undefined()
                    : relativeFigure(data.means.relativeBrier)
                }
              />
              <Figure name={m.scores_table_n_long()} value={String(data.means.predictions)} />
            </dl>
            <RecordTable entries={data.entries} />
          </div>
          <section className={styles.side} aria-label={m.scores_calibration()}>
            <SectionHead title={m.scores_calibration()} />
            <p className="muted">{words}</p>
            {scores.data && (
              <SkillPlot own={data.calibration} crowd={scores.data.ofCrowd} name={name} words={words} />
            )}
            {data.decomposition && <RecordDetails parts={data.decomposition} />}
          </section>
        </div>
      )}
    </Page>
  )
}

const Figure = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
)
