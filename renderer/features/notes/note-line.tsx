import type { Member } from '@shared/members/schema'
import { m } from '@shared/messages'
import { plain } from '@shared/notes/plain'
import type { NoteRow } from '@shared/notes/schema'
import { IconPin } from '@tabler/icons-react'
import { memo } from 'react'
import { useShow } from '../../api/current-show'
import { Icon } from '../../ui/icon'
import { Timecode } from '../../ui/timecode'
import { Who } from '../../ui/who'
import { episodeCode } from '../../ui/words'
import { Highlighted } from './highlighted'
import { ONE_KIND_WORDS } from './kind-words'
import styles from './note-line.module.css'
import { memberName } from './use-authors'

const isMark = ({ reaction, atMs }: NoteRow) => reaction === null && atMs !== null

interface NoteLineProps {
  readonly row: NoteRow
  readonly words: readonly string[]
  /** Who wrote it, where that is worth saying. */
  readonly author: Member | undefined
}

/** A note in the list: where it belongs, what it is called, how it begins. */
export const NoteLine = memo(function NoteLine({ row, words, author }: NoteLineProps) {
  const { episodeByOrdinal } = useShow()
  const episode = episodeByOrdinal(row.ordinal)
  const excerpt = plain(row.excerpt)
  const title = row.title.trim()
  return (
    <>
      <div className={styles.head}>
        {episode ? (
          <span className={styles.code}>{episodeCode(episode)}</span>
        ) : (
          <span>{m.notes_whole_show()}</span>
        )}
        {row.atMs !== null && <Timecode ms={row.atMs} />}
        {row.endMs !== null && <Timecode ms={row.endMs} className={styles.until ?? ''} />}
        <span className={styles.end}>
          {row.kind !== 'note' && <span>{ONE_KIND_WORDS[row.kind]()}</span>}
          {row.pinned && (
            <span className={styles.pin} title={m.notes_pinned()}>
              <Icon of={IconPin} size="sm" />
              <span className="vh">{m.notes_pinned()}</span>
            </span>
          )}
          {author && <Who name={memberName(author)} colour={author.colour} size="sm" />}
        </span>
      </div>
      {(title || excerpt) === '' ? (
        <p className={styles.untitled}>{isMark(row) ? m.notes_to_write() : m.notes_untitled()}</p>
      ) : (
        title !== '' && (
          <p className={styles.title}>
            <Highlighted text={title} words={words} />
          </p>
        )
      )}
      <p className={styles.excerpt} data-alone={title === '' || undefined}>
        <Highlighted text={excerpt} words={words} />
      </p>
    </>
  )
})
