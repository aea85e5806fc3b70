import { m } from '@shared/messages'
import { IconPictureInPicture } from '@tabler/icons-react'
import { client } from '../../api/client'
import { Button } from '../../ui/button'
import { useShortcut } from '../../ui/shortcuts'

/** Opens the strip that lies over the film. */
export function OverlayButton() {
  const call = () => void client.desktop.overlay({ action: 'call' }).catch(() => undefined)
  useShortcut('Mod+m', call, { inFields: true })
  return (
    <Button icon={IconPictureInPicture} keys={['Ctrl', 'M']} onPress={call}>
      {m.watch_overlay()}
    </Button>
  )
}
