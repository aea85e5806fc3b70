import { m } from '@shared/messages'
import type { Pin } from '@shared/notes/schema'
import type { ToldBeat } from '@shared/recap/telling'
import { IconPin } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useShow } from '../../api/current-show'
import { Icon } from '../../ui/icon'
import { Timecode } from '../../ui/timecode'
import { episodeCode, episodeName } from '../../ui/words'
import styles from './beat-line.module.css'

/** The episode that a beat belongs to, and the way there. */
function PlaceLink({ ordinal }: { readonly ordinal: number }) {
  const episode = useShow().episodeByOrdinal(ordinal)
  if (!episode) return null
  const name = episodeName(episode, episode.details.veiled ? null : episode.details.title)
  return (
    <Link to="/episodes" search={{ at: ordinal }} className={styles.place} title={m.recap_open_episode()}>
      <span aria-hidden="true">{episodeCode(episode)}</span>
      <span className="vh">{name}</span>
    </Link>
  )
}

/** A note of the person's own, in their voice, and the way to it. */
export function PinnedNote({ pin: { id, atMs, title, text } }: { readonly pin: Pin }) {
  return (
    <Link to="/notes" search={{ note: id }} className={styles.pin}>
      <span className={styles.pinHead}>
        <Icon of={IconPin} size="sm" />
        <span className="vh">{m.recap_your_note()}</span>
        {atMs !== null && <Timecode ms={atMs} />}
        {title !== '' && text !== '' && <span className={styles.pinTitle}>{title}</span>}
      </span>
      <span className={styles.pinText}>{text === '' ? title : text}</span>
    </Link>
  )
}

/** One fact of the plot, with its episode, and the notes that belong beside it. */
export function BeatLine({ told: { beat, pins } }: { readonly told: ToldBeat }) {
  return (
    <li className={styles.beat} data-beat data-ordinal={beat.ordinal} tabIndex={-1}>
      <p className={styles.text}>
        {beat.text} <PlaceLink ordinal={beat.ordinal} />
      </p>
      {pins.length > 0 && (
        <div className={styles.pins}>
          {pins.map((pin) => (
            <PinnedNote key={pin.id} pin={pin} />
          ))}
        </div>
      )}
    </li>
  )
}
