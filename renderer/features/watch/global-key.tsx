import type { ShortcutName, ShortcutState } from '@shared/desktop/schema'
import { m } from '@shared/messages'
import { useAsk } from '../../api/ask'
import { Keys } from '../../ui/kbd'

const KEYS: Record<ShortcutName, readonly string[]> = {
  call: ['Ctrl', 'Alt', 'N'],
  mark: ['Ctrl', 'Alt', 'M'],
  toggle: ['Ctrl', 'Alt', 'Space'],
}
const TROUBLES = [
  { works: 'no', words: m.watch_keys_no },
  { works: 'unsure', words: m.watch_keys_unsure },
] as const

/** The keys that work over any other program, and what to do where the system does not give them. */
export function GlobalKey() {
  const { data } = useAsk('desktop', 'shortcuts', undefined)
  if (!data) return null
  const inState = (works: ShortcutState['works']) => data.filter((key) => key.works === works)
  const called = data.find(({ name }) => name === 'call')?.works === 'yes'
  return (
    <>
      {called && (
        <span>
          <Keys of={KEYS.call} /> {m.watch_keys_yes()}
        </span>
      )}
      {TROUBLES.map(({ works, words }) => {
        const keys = inState(works)
        return keys.length === 0 ? null : (
          <span key={works}>
            {keys.map(({ name }) => (
              <Keys key={name} of={KEYS[name]} />
            ))}{' '}
            {words({ count: keys.length })}
          </span>
        )
      })}
      {!called && <span>{m.watch_keys_instead()}</span>}
    </>
  )
}
