import type { ShowId } from '@shared/ids'
import { m } from '@shared/messages'
import { useAsk } from '../../api/ask'
import { TextLink } from '../../ui/button'
import { SectionHead } from '../../ui/head'
import { SkeletonLines } from '../../ui/skeleton'
import { spelled } from '../../ui/words'
import { OpenQuestion } from './open-question'
import styles from './open-questions.module.css'

/** As many as fit beside the recap. */
const MOST = 4

/** The questions of the board that are still open. */
export function OpenQuestions({ showId }: { readonly showId: ShowId }) {
  const { data, isPending } = useAsk('boards', 'questions', { showId }, { keepLast: true })
  const open = (data?.open ?? []).filter(({ kind }) => kind === 'question')
  return (
    <section>
      <SectionHead
        title={m.library_questions()}
        end={
          <TextLink to="/speculation">
            {open.length > MOST
              ? m.library_questions_all({ spelled: spelled(open.length) })
              : m.library_questions_board()}
          </TextLink>
        }
      />
      {isPending && <SkeletonLines lines={5} />}
      {data && open.length === 0 && (
        <p className={styles.nothing}>
          {data.veiled ? m.library_questions_veiled() : m.library_questions_nothing()}
        </p>
      )}
      <ul className={styles.list}>
        {open.slice(0, MOST).map((question) => (
          <OpenQuestion key={question.id} question={question} />
        ))}
      </ul>
    </section>
  )
}
