import { m } from '@shared/messages'
import type { Watching } from '@shared/watch/schema'
import { IconFileUnknown } from '@tabler/icons-react'
import { useTell } from '../../api/ask'
import { useShow } from '../../api/current-show'
import { Banner } from '../../ui/banner'
import { sayRefusal } from '../../ui/say-refusal'
import { Select } from '../../ui/select'
import { spokenName } from './pick-episode'

/** A player plays something whose name says no episode: asks once, and remembers. */
export function UnknownFile({ watching: { unknownFile } }: { readonly watching: Watching }) {
  const { inWatchOrder } = useShow()
  const { mutate: nameFile } = useTell('watch', 'nameFile')
  if (unknownFile === null) return null
  return (
    <Banner
      kind="warning"
      icon={IconFileUnknown}
      title={m.watch_unknown_file({ name: unknownFile })}
      action={
        <Select
          label={m.watch_which_episode()}
          hideLabel
          placeholder={m.watch_choose_episode()}
          value={null}
          choices={inWatchOrder.map((episode) => ({ id: episode.id, label: spokenName(episode) }))}
          onChange={(id) => {
            const chosen = inWatchOrder.find((episode) => episode.id === id)
            if (chosen) nameFile({ name: unknownFile, episodeId: chosen.id }, { onError: sayRefusal })
          }}
        />
      }
    >
      {m.watch_unknown_file_text()}
    </Banner>
  )
}
