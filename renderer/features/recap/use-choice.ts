import type { ShowId } from '@shared/ids'
import { DEFAULT_RECAP, type RecapChoice } from '@shared/recap/choices'
import { useCallback, useState } from 'react'
import { useAsk, useTell } from '../../api/ask'

/** How a person reads the recap of a show: kept in the settings, for each show. */
export function useChoice(showId: ShowId) {
  const settings = useAsk('settings', 'read', undefined)
  const { mutate } = useTell('settings', 'change')
  const kept = settings.data?.recap
  /** What was chosen here, until the settings say the same. */
  const [chosen, setChosen] = useState<RecapChoice | null>(null)
  const choice = chosen ?? kept?.[showId] ?? DEFAULT_RECAP
  const choose = useCallback(
    (change: Partial<RecapChoice>) => {
      const next = { ...choice, ...change }
      setChosen(next)
      mutate({ recap: { ...kept, [showId]: next } })
    },
    [choice, kept, mutate, showId],
  )
  return { ...choice, choose }
}
