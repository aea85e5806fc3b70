import { m } from '@shared/messages'
import { useEffect, useState } from 'react'
import { giveToPage } from '../../ui/file-drops'
import { Icon } from '../../ui/icon'
import { IconUnveil } from '../../ui/marks'
import styles from './pack-drop.module.css'
import { importPack } from './pack-import'

/** Files, and no pictures: those are for the workshop. */
const holdsFiles = ({ dataTransfer }: DragEvent) =>
  (dataTransfer?.types.includes('Files') ?? false) &&
  ![...(dataTransfer?.items ?? [])].some(({ type }) => type.startsWith('image/'))

/** Takes a pack file that is dropped anywhere on the window; the page that is open may want another kind. */
export function PackDrop() {
  const [over, setOver] = useState(false)
  useEffect(() => {
    let depth = 0
    const enter = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      depth += 1
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      depth = Math.max(0, depth - 1)
      if (depth === 0) setOver(false)
    }
    const hover = (event: DragEvent) => {
      if (holdsFiles(event)) event.preventDefault()
    }
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      depth = 0
      setOver(false)
      const file = event.dataTransfer?.files[0]
      if (file && !giveToPage(file)) void importPack(file)
    }
    addEventListener('dragenter', enter)
    addEventListener('dragleave', leave)
    addEventListener('dragover', hover)
    addEventListener('drop', drop)
    return () => {
      removeEventListener('dragenter', enter)
      removeEventListener('dragleave', leave)
      removeEventListener('dragover', hover)
      removeEventListener('drop', drop)
    }
  }, [])
  if (!over) return null
  return (
    <div className={styles.drop}>
      <div className={styles.card}>
        <Icon of={IconUnveil} size="picture" />
        <p className={styles.title}>{m.app_pack_drop_title()}</p>
        <p className="muted">{m.app_pack_drop_text()}</p>
      </div>
    </div>
  )
}
