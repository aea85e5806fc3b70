import { DAY_MS } from '@shared/day'
import type { Ms } from '@shared/time'
import { useMemo } from 'react'
import { useTell } from '../../api/ask'
import { sayRefusal } from '../../ui/say-refusal'
import type { OnScreen } from './use-watching'

const toMs = (value: number): Ms => Math.min(DAY_MS, Math.max(0, Math.round(value))) as Ms

export interface Controls {
  readonly toggle: () => void
  readonly nudge: (byMs: number) => void
  readonly setTime: (positionMs: number) => void
  readonly seek: (positionMs: number) => void
}

/** What a person does to the clock. A refusal is said and changes nothing. */
export function useControls({ watching }: OnScreen): Controls {
  const { mutate: play } = useTell('watch', 'play')
  const { mutate: pause } = useTell('watch', 'pause')
  const { mutate: nudge } = useTell('watch', 'nudge')
  const { mutate: setTime } = useTell('watch', 'setTime')
  const { mutate: seek } = useTell('watch', 'seek')
  const playing = watching?.playing ?? false
  return useMemo(
    () => ({
      toggle: () =>
        playing ? pause(undefined, { onError: sayRefusal }) : play(undefined, { onError: sayRefusal }),
      nudge: (byMs) => nudge({ byMs }, { onError: sayRefusal }),
      setTime: (positionMs) => setTime({ positionMs: toMs(positionMs) }, { onError: sayRefusal }),
      seek: (positionMs) => seek({ positionMs: toMs(positionMs) }, { onError: sayRefusal }),
    }),
    [playing, play, pause, nudge, setTime, seek],
  )
}
