import { m } from '@shared/messages'
import type { WatchSource } from '@shared/watch/schema'
import { IconHandStop, IconPlugConnected } from '@tabler/icons-react'
import { useAsk, useTell } from '../../api/ask'
import { TextLink } from '../../ui/button'
import { sayRefusal } from '../../ui/say-refusal'
import { Segmented } from '../../ui/segmented'
import styles from './source-switch.module.css'
import { sourceName } from './source-words'

/** Who moves the clock: one of the players that are set up, or the person. */
export function SourceSwitch({ source }: { readonly source: WatchSource }) {
  const players = useAsk('watch', 'players', undefined)
  const { mutate: use } = useTell('watch', 'useSource')
  const known = (players.data ?? []).filter(({ enabled, kind }) => enabled || kind === source)
  if (known.length === 0)
    return (
      <span className={styles.none}>
        <TextLink to="/settings">{m.watch_connect_player()}</TextLink>
      </span>
    )
  return (
    <Segmented<WatchSource>
      label={m.watch_source()}
      value={source}
      segments={[
        ...known.map(({ kind }) => ({ id: kind, label: sourceName(kind), icon: IconPlugConnected })),
        { id: 'manual' as const, label: sourceName('manual'), icon: IconHandStop },
      ]}
      onChange={(next) => use({ source: next }, { onError: sayRefusal })}
    />
  )
}
