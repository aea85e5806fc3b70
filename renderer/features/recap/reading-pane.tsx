import type { PrintOfRecap } from '@shared/desktop/paper'
import { m } from '@shared/messages'
import { RECAP_VIEWS, type RecapView } from '@shared/recap/choices'
import { asPlainText } from '@shared/recap/programme'
import { IconCopy } from '@tabler/icons-react'
import { useShow } from '../../api/current-show'
import { Button } from '../../ui/button'
import { Segmented } from '../../ui/segmented'
import { toasts } from '../../ui/toasts'
import { Away } from './away'
import { PinnedNote } from './beat-line'
import { copyText } from './copy-text'
import { Curtains } from './curtains'
import { EpisodeBeats } from './episode-beats'
import { ExportMenu } from './export-menu'
import { Fold } from './fold'
import { type EpisodeSection, foldsBySeason } from './folds'
import { seasonsOf } from './places'
import styles from './reading-pane.module.css'
import { Strand, sectionKey } from './strand'
import { useProgramme, type useTelling } from './use-programme'
import { lengthWords } from './words'

const VIEW_WORDS: Record<RecapView, () => string> = {
  episode: m.recap_by_episode,
  character: m.recap_by_character,
  storyline: m.recap_by_storyline,
}

interface ReadingPaneProps {
  readonly told: ReturnType<typeof useTelling>
  readonly print: Omit<PrintOfRecap, 'kind'>
  readonly onView: (view: RecapView) => void
  readonly unfolded: ReadonlySet<number>
  readonly onToggle: (season: number) => void
}

/** The recap itself: where things stand, then the beats up to the reading line, then the curtains. */
export function ReadingPane({ told, print, onView, unfolded, onToggle }: ReadingPaneProps) {
  const { telling, away, questions, recap, places } = told
  const programme = useProgramme(told)
  if (!telling) return null
  const { view, length } = print
  const copy = async () => {
    if (!programme) return
    const copied = await copyText(asPlainText(programme))
    toasts.show({ text: copied ? m.recap_copied() : m.recap_copy_failed(), icon: IconCopy })
  }
  const veils = recap.data?.veils ?? []
  return (
    <>
      {away && <Away lastSeen={away} questions={questions} />}
      {telling.standing ? (
        <p className={styles.lede}>{telling.standing}</p>
      ) : (
        length === 'full' && <p className={styles.noLede}>{m.recap_no_standing()}</p>
      )}
      <div className={styles.acts}>
        <Segmented
          label={m.recap_view()}
          segments={RECAP_VIEWS.map((id) => ({ id, label: VIEW_WORDS[id]() }))}
          value={view}
          onChange={onView}
        />
        <Button size="sm" icon={IconCopy} onPress={() => void copy()}>
          {m.recap_copy()}
        </Button>
        {programme && <ExportMenu programme={programme} print={print} />}
        <span className="t-caption subtle">{lengthWords(telling)}</span>
      </div>
      {view === 'episode' ? (
        <Episodes told={told} foldAway={length === 'full'} unfolded={unfolded} onToggle={onToggle} />
      ) : (
        telling.sections.map((section) => <Strand key={sectionKey(section)} section={section} />)
      )}
      {telling.sections.length === 0 && (
        <p className={styles.none}>{telling.beats > 0 ? m.recap_no_strands() : m.recap_left_out()}</p>
      )}
      {telling.loose.length > 0 && (
        <section className={styles.loose} aria-labelledby="recap-loose">
          <h2 id="recap-loose" className="t-label muted">
            {m.recap_loose()}
          </h2>
          {telling.loose.map((pin) => (
            <PinnedNote key={pin.id} pin={pin} />
          ))}
        </section>
      )}
      {view === 'episode' && (
        <Curtains
          places={places.filter(({ open }) => !open)}
          beatsIn={(ordinal) => veils.filter((veil) => veil.ordinal === ordinal).length}
        />
      )}
    </>
  )
}

interface EpisodesProps extends Pick<ReadingPaneProps, 'told' | 'unfolded' | 'onToggle'> {
  readonly foldAway: boolean
}

/** Episode by episode; what is long ago lies folded, unless only a minute of it is told. */
function Episodes({ told: { telling, places }, foldAway, unfolded, onToggle }: EpisodesProps) {
  const { episodeByOrdinal } = useShow()
  const entries = (telling?.sections ?? []).flatMap((section): EpisodeSection[] => {
    const episode = section.of.view === 'episode' ? episodeByOrdinal(section.of.ordinal) : undefined
    return episode ? [{ season: episode.season, number: episode.number, section }] : []
  })
  const { folds, open } = foldAway ? foldsBySeason(entries) : { folds: [], open: entries }
  const seasons = seasonsOf(places).filter(({ veiled }) => !veiled).length > 1
  const draw = ({ section }: EpisodeSection) => {
    const episode = section.of.view === 'episode' ? episodeByOrdinal(section.of.ordinal) : undefined
    return (
      episode && <EpisodeBeats key={episode.id} episode={episode} section={section} level={seasons ? 3 : 2} />
    )
  }
  return (
    <>
      {folds.map((fold) => (
        <Fold
          key={fold.season}
          fold={fold}
          seasons={seasons}
          open={unfolded.has(fold.season)}
          onToggle={() => onToggle(fold.season)}
        >
          {fold.episodes.map(draw)}
        </Fold>
      ))}
      {open.map((entry, index) => (
        <div key={sectionKey(entry.section)}>
          {seasons && entry.season !== open[index - 1]?.season && (
            <h2 className={styles.season}>{m.app_season({ season: entry.season })}</h2>
          )}
          {draw(entry)}
        </div>
      ))}
    </>
  )
}
