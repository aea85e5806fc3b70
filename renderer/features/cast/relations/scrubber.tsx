import { changesByEpisode } from '@shared/cast/strands'
import { m } from '@shared/messages'
import { IconChevronLeft, IconChevronRight, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useShow } from '../../../api/current-show'
import { IconButton } from '../../../ui/button'
import { Rail } from '../../../ui/rail'
import { episodeName } from '../../../ui/words'
import { asOfHeading } from '../as-of'
import type { EpisodeMarks } from '../episode-marks'
import styles from './scrubber.module.css'
import type { RelationsState } from './use-relations'

/** In px: the tallest bar, the lowest one that says anything, and one of an episode to come. */
const BAR = { most: 22, least: 3, veiled: 16 } as const

/** The episodes of a season with how much each changed, and the one that the picture stands at. */
export function Scrubber({ state, marks }: { readonly state: RelationsState; readonly marks: EpisodeMarks }) {
  const { episodes, episodeByOrdinal, reach } = useShow()
  const { at, through, moveTo, playing, togglePlay, field } = state
  const here = episodeByOrdinal(at)
  const changes = useMemo(
    () => (field ? changesByEpisode(field.lines, field.relations.through) : []),
    [field],
  )
  const most = Math.max(1, ...changes)
  const stops = episodes
    .filter(({ season }) => season === (here ?? episodes[0])?.season)
    .map(({ ordinal, number, season, details }) => ({
      ordinal,
      label: String(number),
      name: episodeName({ season, number }, details.veiled ? null : details.title),
    }))
  const height = (ordinal: number): number => {
    if (ordinal > through) return BAR.veiled
    const count = changes[ordinal - 1] ?? 0
    return count === 0 ? 1 : Math.max(BAR.least, Math.round((count / most) * BAR.most))
  }
  return (
    <div className={styles.scrubber}>
      <p className={styles.words}>
        <b>{asOfHeading(reach === null ? null : at, here, marks.seasons)}</b>
        <span>{here && !here.details.veiled ? here.details.title : '\u00a0'}</span>
      </p>
      <div className={styles.track}>
        <div className={styles.bars} aria-hidden="true">
          {stops.map(({ ordinal }) => (
            <i
              key={ordinal}
              data-veiled={ordinal > through || undefined}
              style={{ height: height(ordinal) }}
              title={
                ordinal > through ? undefined : m.cast_relations_changes({ count: changes[ordinal - 1] ?? 0 })
              }
            />
          ))}
        </div>
        {stops.length > 0 && (
          <Rail stops={stops} at={at} through={through} onMove={moveTo} label={m.cast_relations_rail()} />
        )}
      </div>
      <div className={styles.buttons}>
        <IconButton
          size="sm"
          label={m.cast_relations_back()}
          icon={IconChevronLeft}
          isDisabled={at <= 1}
          onPress={() => moveTo(at - 1)}
        />
        <IconButton
          size="sm"
          label={playing ? m.cast_relations_pause() : m.cast_relations_play()}
          icon={playing ? IconPlayerPause : IconPlayerPlay}
          isDisabled={through < 2}
          onPress={togglePlay}
        />
        <IconButton
          size="sm"
          label={m.cast_relations_on()}
          icon={IconChevronRight}
          isDisabled={at >= through}
          onPress={() => moveTo(at + 1)}
        />
      </div>
    </div>
  )
}
