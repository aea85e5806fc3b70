import { m } from '@shared/messages'
import {
  IconPlayerPause,
  IconPlayerPlay,
  IconRewindBackward10,
  IconRewindForward10,
} from '@tabler/icons-react'
import { Button, IconButton } from '../../ui/button'
import styles from './clock-controls.module.css'
import type { Controls } from './use-controls'
import type { OnScreen } from './use-watching'

/** What playback does by hand offers: half as fast to twice. */
const RATES = [0.5, 0.75, 1, 1.25, 1.5, 2]

interface ClockControlsProps {
  readonly onScreen: OnScreen
  readonly controls: Controls
  readonly onSetTime: () => void
  readonly onRate: (rate: number) => void
  /** The episode is over, which only the person can tell where its length is not known. */
  readonly onOver: () => void
}

const rateWords = (rate: number) => `${String(rate).replace('.', m.watch_decimal())}×`

/** Start and pause, small steps, the time by hand, and the speed while no player says it. */
export function ClockControls({
  onScreen: { watching },
  controls,
  onSetTime,
  onRate,
  onOver,
}: ClockControlsProps) {
  const playing = watching?.playing ?? false
  const rate = watching?.rate ?? 1
  const next = RATES[(RATES.indexOf(rate) + 1) % RATES.length] ?? 1
  return (
    <div className={styles.controls} role="toolbar" aria-label={m.watch_controls()}>
      <Button
        variant="primary"
        size="lg"
        icon={playing ? IconPlayerPause : IconPlayerPlay}
        keys={['Ctrl', 'Space']}
        onPress={controls.toggle}
      >
        {playing ? m.watch_pause() : m.watch_start()}
      </Button>
      <span className={styles.steps}>
        <IconButton
          size="lg"
          variant="secondary"
          icon={IconRewindBackward10}
          label={m.watch_back({ seconds: 10 })}
          onPress={() => controls.nudge(-10_000)}
        />
        <Button size="lg" aria-label={m.watch_back({ seconds: 1 })} onPress={() => controls.nudge(-1000)}>
          {'−1'}
        </Button>
        <Button size="lg" aria-label={m.watch_forward({ seconds: 1 })} onPress={() => controls.nudge(1000)}>
          {'+1'}
        </Button>
        <IconButton
          size="lg"
          variant="secondary"
          icon={IconRewindForward10}
          label={m.watch_forward({ seconds: 10 })}
          onPress={() => controls.nudge(10_000)}
        />
      </span>
      <Button size="lg" variant="quiet" keys={['Ctrl', 'G']} onPress={onSetTime}>
        {m.watch_set_time()}
      </Button>
      {watching?.byHand && (
        <Button
          size="lg"
          variant="quiet"
          aria-label={m.watch_speed({ rate: rateWords(rate) })}
          onPress={() => onRate(next)}
        >
          <span className="num">{rateWords(rate)}</span>
        </Button>
      )}
      {watching?.runtimeMs === null && watching.positionMs > 0 && (
        <Button size="lg" variant="quiet" onPress={onOver}>
          {m.watch_over()}
        </Button>
      )}
    </div>
  )
}
