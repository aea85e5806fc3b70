import { m } from '@shared/messages'
import { plain } from '@shared/notes/plain'
import type { NoteRow } from '@shared/notes/schema'
import { IconPin } from '@tabler/icons-react'
import { useShow } from '../../api/current-show'
import { Icon } from '../../ui/icon'
import { Timecode } from '../../ui/timecode'
import { episodeCode } from '../../ui/words'
import { Highlighted } from './highlighted'
import { ONE_KIND_WORDS } from './kind-words'
import styles from './note-line.module.css'

/** A note in the list: where it belongs, what it is called, how it begins. */
export function NoteLine({ row, words }: { readonly row: NoteRow; readonly words: readonly string[] }) {
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
        <span className={styles.end}>
          {row.kind !== 'note' && <span>{ONE_KIND_WORDS[row.kind]()}</span>}
          {row.pinned && (
            <span className={styles.pin} title={m.notes_pinned()}>
              <Icon of={IconPin} size="sm" />
              <span className="vh">{m.notes_pinned()}</span>
            </span>
          )}
        </span>
      </div>
      {(title || excerpt) === '' ? (
        <p className={styles.untitled}>{m.notes_untitled()}</p>
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
}
