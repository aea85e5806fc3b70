import type { Ground } from '@shared/boards/evidence-schema'
import type { Episode } from '@shared/library/schema'
import { m } from '@shared/messages'
import { plain } from '@shared/notes/plain'
import { EPISODES_A_PAGE } from '@shared/recap/schema'
import { formatTimecode } from '@shared/timecode'
import { type ReactNode, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { useAsk } from '../../../api/ask'
import { useShow } from '../../../api/current-show'
import { SearchField } from '../../../ui/field'
import { Select } from '../../../ui/select'
import { episodeLabel } from '../../../ui/words'
import styles from './add-evidence.module.css'
import { episodeChoices } from './episode-choices'

interface FindProps {
  readonly onFound: (ground: Ground) => void
}
interface Hit {
  readonly id: string
  readonly words: string
  readonly place: string
  readonly ground: Ground
}

/** Lines are looked for once there is something to look for. */
const FEWEST_LETTERS = 2
const MOST = 30

const placeOf = (episode: Episode | undefined, atMs: number | null): string =>
  [episode ? episodeLabel(episode) : null, atMs === null ? null : formatTimecode(atMs)]
    .filter((words) => words !== null)
    .join(' · ')

function Hits({
  hits,
  nothing,
  onFound,
}: FindProps & { readonly hits: readonly Hit[]; readonly nothing: string }): ReactNode {
  if (hits.length === 0) return <p className="muted">{nothing}</p>
  return (
    <ul className={styles.found} aria-label={m.boards_found()}>
      {hits.slice(0, MOST).map(({ id, words, place, ground }) => (
        <li key={id}>
          <Button onPress={() => onFound(ground)}>
            <span>{words}</span>
            {place !== '' && <small>{place}</small>}
          </Button>
        </li>
      ))}
    </ul>
  )
}

/** Finds a note by its words. */
export function FindNote({ onFound }: FindProps) {
  const { showId, episodeByOrdinal } = useShow()
  const [search, setSearch] = useState('')
  const { data } = useAsk(
    'notes',
    'list',
    {
      showId: showId ?? '',
      search,
      kinds: [],
      tags: [],
      episodeId: null,
      order: 'newest',
      thorough: false,
      offset: 0,
    },
    { enabled: showId !== null, keepLast: true },
  )
  const hits = (data?.rows ?? []).map(
    ({ id, title, excerpt, ordinal, atMs }): Hit => ({
      id,
      words: title.trim() || plain(excerpt) || m.boards_ground_note(),
      place: placeOf(episodeByOrdinal(ordinal), atMs),
      ground: { is: 'note', noteId: id },
    }),
  )
  return (
    <>
      <SearchField
        label={m.boards_find_note()}
        placeholder={m.boards_find_note()}
        autoFocus
        value={search}
        onChange={setSearch}
      />
      {data && <Hits hits={hits} nothing={m.boards_find_nothing()} onFound={onFound} />}
    </>
  )
}

/** Finds a line of the subtitles of episodes that were seen. */
export function FindLine({ onFound }: FindProps) {
  const { showId, episodes } = useShow()
  const [words, setWords] = useState('')
  const isEnough = words.trim().length >= FEWEST_LETTERS
  const { data } = useAsk(
    'subtitles',
    'search',
    { showId: showId ?? '', words },
    { enabled: showId !== null && isEnough, keepLast: true },
  )
  const byId = new Map(episodes.map((episode) => [episode.id, episode]))
  const hits = (data ?? []).flatMap((line, at): Hit[] => {
    const episode = byId.get(line.episodeId)
    if (!episode) return []
    const ground: Ground = { is: 'line', ordinal: episode.ordinal, atMs: line.fromMs, text: line.text }
    return [
      { id: `${line.subtitleId} ${at}`, words: line.text, place: placeOf(episode, line.fromMs), ground },
    ]
  })
  return (
    <>
      <SearchField
        label={m.boards_find_line()}
        placeholder={m.boards_find_line()}
        autoFocus
        value={words}
        onChange={setWords}
      />
      {isEnough && data && <Hits hits={hits} nothing={m.boards_find_no_line()} onFound={onFound} />}
    </>
  )
}

/** Finds a beat of the recap by its episode. */
export function FindBeat({ onFound }: FindProps) {
  const { showId, episodes, reach } = useShow()
  const seen = episodes.filter(({ ordinal }) => reach !== null && ordinal <= reach)
  const [chosen, setChosen] = useState(seen.at(-1)?.ordinal ?? null)
  const at = episodes.findIndex(({ ordinal }) => ordinal === chosen)
  const { data } = useAsk(
    'recap',
    'page',
    { showId: showId ?? '', page: Math.floor(Math.max(0, at) / EPISODES_A_PAGE) },
    { enabled: showId !== null && chosen !== null, keepLast: true },
  )
  const beats = data?.beats
  const hits = (beats?.id ?? []).flatMap((id, row): Hit[] =>
    beats?.ordinal[row] === chosen
      ? [
          {
            id,
            words: beats.text[row] ?? '',
            place: placeOf(undefined, beats.fromMs[row] ?? null),
            ground: { is: 'beat', beatId: id },
          },
        ]
      : [],
  )
  if (seen.length === 0) return <p className="muted">{m.boards_find_no_beat()}</p>
  return (
    <>
      <Select
        label={m.boards_episode()}
        hideLabel
        choices={episodeChoices(seen)}
        value={chosen === null ? null : String(chosen)}
        onChange={(id) => setChosen(seen.find(({ ordinal }) => String(ordinal) === id)?.ordinal ?? null)}
      />
      {data && <Hits hits={hits} nothing={m.boards_find_no_beat()} onFound={onFound} />}
    </>
  )
}
