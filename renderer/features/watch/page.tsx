import type { EvidenceMoment } from '@shared/boards/evidence-schema'
import type { ShowId } from '@shared/ids'
import { m } from '@shared/messages'
import { useEffect, useMemo, useState } from 'react'
import { useAsk } from '../../api/ask'
import { inWatchOrderOf, useShow } from '../../api/current-show'
import { Page } from '../../ui/page'
import { SkeletonLines } from '../../ui/skeleton'
import { Tab, TabList, TabPanel, Tabs } from '../../ui/tabs'
import { AfterEpisode } from './after-episode'
import { CaptureLine } from './capture-line'
import { ClockControls } from './clock-controls'
import { ClockFace } from './clock-face'
import { Dialogue } from './dialogue'
import { following, liesFurtherOff } from './next-up'
import { NotesSoFar } from './notes-so-far'
import styles from './page.module.css'
import { PickEpisode } from './pick-episode'
import { ReactionRow } from './reaction-row'
import { SetTimeDialog } from './set-time-dialog'
import { SpokenLine } from './spoken-line'
import { Standing } from './standing'
import { SubtitlesDialog } from './subtitles-dialog'
import { Timeline } from './timeline'
import { UnknownFile } from './unknown-file'
import type { Here } from './use-capture'
import { useStage } from './use-stage'
import { type OnScreen, useWatching } from './use-watching'
import { WatchHead } from './watch-head'

const NO_EVIDENCE: readonly EvidenceMoment[] = []

/** An episode while it runs: its clock, what is said, what is noted. */
export default function WatchPage() {
  const { showId, settled } = useShow()
  const onScreen = useWatching()
  const { watching } = onScreen
  if (showId === null || !settled) return null
  if (watching === undefined) return <SkeletonLines lines={6} />
  if (watching.episode === null)
    return (
      <Page>
        <UnknownFile watching={watching} />
        <PickEpisode showId={showId} />
      </Page>
    )
  const { showId: onShow, episodeId } = watching.episode
  return <Stage key={episodeId} onScreen={onScreen} showId={onShow} episodeId={episodeId} />
}

function Stage({
  onScreen,
  showId,
  episodeId,
}: { readonly onScreen: OnScreen; readonly showId: ShowId } & Here) {
  // of the show that is on: another one may be open
  const { data: show } = useAsk('library', 'show', { showId }, { keepLast: true })
  const inWatchOrder = useMemo(() => inWatchOrderOf(show), [show])
  const evidence = useAsk('boards', 'moments', { showId, episodeId }, { keepLast: true })
  const [dialog, setDialog] = useState<'time' | 'subtitles' | null>(null)
  const stage = useStage(onScreen, { showId, episodeId }, () => setDialog('time'))
  const { here, watching, capture, subtitles, notes, controls } = stage
  const episode = inWatchOrder.find(({ id }) => id === episodeId)
  const [over, setOver] = useState(false)
  const { playing } = watching
  useEffect(() => {
    // somebody who starts the clock again has not seen the end
    if (playing) setOver(false)
  }, [playing])
  const fall = () => {
    if (playing) controls.toggle()
    setOver(true)
  }
  const fallen = watching.ended || (over && !playing)
  return (
    <div className={styles.watch}>
      <WatchHead watching={watching} onSubtitles={() => setDialog('subtitles')} />
      <section className={styles.left}>
        <Standing watching={watching} subtitles={subtitles} />
        <UnknownFile watching={watching} />
        <ClockFace {...onScreen} />
        {fallen && episode ? (
          <AfterEpisode
            here={here}
            episode={episode}
            next={following(inWatchOrder, episodeId)}
            reach={show?.reading.reach ?? null}
            takesFocus={over}
          />
        ) : (
          <ClockControls
            onScreen={onScreen}
            controls={controls}
            onSetTime={() => setDialog('time')}
            onRate={stage.setRate}
            onOver={fall}
          />
        )}
        {!fallen && (
          <SpokenLine
            spoken={subtitles.spoken}
            hasFile={subtitles.chosen !== null}
            closed={
              episode !== undefined &&
              liesFurtherOff(inWatchOrder, show?.reading.reach ?? null, episode.ordinal)
            }
            onQuote={stage.quoteSpoken}
            onAddFile={() => setDialog('subtitles')}
          />
        )}
        <CaptureLine
          capture={capture}
          names={stage.names}
          inputRef={stage.line}
          onLeave={() => stage.line.current?.blur()}
        />
        <ReactionRow
          counts={notes.counts}
          lit={stage.lit}
          onReact={(reaction) => void capture.react(reaction)}
        />
      </section>
      <section className={styles.side} aria-label={m.watch_side()}>
        <Tabs defaultSelectedKey="notes">
          <header className={styles.sidehead}>
            <TabList aria-label={m.watch_side()}>
              <Tab id="notes">
                {m.watch_notes()} <span className="num">{notes.total > 0 ? notes.total : ''}</span>
              </Tab>
              {subtitles.chosen && <Tab id="dialogue">{m.watch_dialogue()}</Tab>}
            </TabList>
          </header>
          <TabPanel id="notes">
            <NotesSoFar
              onScreen={onScreen}
              rows={notes.rows}
              total={notes.total}
              newest={stage.newest}
              onSeek={controls.seek}
            />
          </TabPanel>
          {subtitles.chosen && (
            <TabPanel id="dialogue">
              <Dialogue
                here={here}
                subtitleId={subtitles.chosen.id}
                spokenN={subtitles.spoken?.line?.n ?? null}
                onSeek={controls.seek}
                onQuote={(cue) => void capture.quote(cue)}
              />
            </TabPanel>
          )}
        </Tabs>
      </section>
      <Timeline
        onScreen={onScreen}
        rows={notes.rows}
        speech={stage.speech}
        evidence={evidence.data ?? NO_EVIDENCE}
        onSeek={controls.seek}
      />
      {dialog === 'time' && (
        <SetTimeDialog
          here={here}
          atMs={onScreen.positionNow()}
          rate={watching.rate}
          hasFile={subtitles.chosen !== null}
          onSet={controls.setTime}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'subtitles' && <SubtitlesDialog subtitles={subtitles} onClose={() => setDialog(null)} />}
    </div>
  )
}
