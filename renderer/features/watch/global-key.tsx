import type { ShortcutState } from '@shared/desktop/schema'
import { m } from '@shared/messages'
import { useAsk } from '../../api/ask'
import { Keys } from '../../ui/kbd'

const WORDS: Record<ShortcutState['works'], () => string> = {
  yes: m.watch_keys_yes,
  no: m.watch_keys_no,
  unsure: m.watch_keys_unsure,
}

/** The key that opens the line over any other program, and what to do where the system does not give it. */
export function GlobalKey() {
  const { data } = useAsk('desktop', 'shortcuts', undefined)
  const call = data?.find(({ name }) => name === 'call')
  if (!call) return null
  return (
    <span>
      <Keys of={['Ctrl', 'Alt', 'N']} /> {WORDS[call.works]()}
    </span>
  )
}
