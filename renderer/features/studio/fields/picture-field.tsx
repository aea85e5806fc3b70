import { MAX_PICTURE_BYTES } from '@shared/exchange/limits'
import type { PictureBytes } from '@shared/library/picture-schema'
import { m } from '@shared/messages'
import { IconPhoto } from '@tabler/icons-react'
import { type DragEvent, useEffect, useId, useState } from 'react'
import { useAsk } from '../../../api/ask'
import { client } from '../../../api/client'
import { Button } from '../../../ui/button'
import field from '../../../ui/field.module.css'
import { editWords, ruleWords, useWorkshop } from '../use-workshop'
import styles from './picture-field.module.css'

interface PictureFieldProps {
  readonly label: string
  readonly hint: string | undefined
  /** The name under which the picture is kept; empty for none. */
  readonly value: string
  readonly onChange: (file: string) => void
}

/** A picture as an address that the page may draw. */
function useDrawn(picture: PictureBytes | undefined): string | null {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    if (!picture) return setAddress(null)
    const reader = new FileReader()
    reader.onload = () => setAddress(String(reader.result))
    reader.readAsDataURL(new Blob([picture.bytes as Uint8Array<ArrayBuffer>], { type: picture.type }))
    return () => reader.abort()
  }, [picture])
  return address
}

const holdsFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')

/** A picture that is chosen from a folder or dropped here. It is kept at once; what is wrong with it is said here. */
export function PictureField({ label, hint, value, onChange }: PictureFieldProps) {
  const { workshopId } = useWorkshop()
  const id = useId()
  const [refused, setRefused] = useState('')
  const { data } = useAsk('studio', 'picture', { workshopId, file: value }, { enabled: value !== '' })
  const drawn = useDrawn(data)
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return
    if (file.size > MAX_PICTURE_BYTES) return setRefused(ruleWords('picture-too-large'))
    try {
      const bytes = new Uint8Array(await file.arrayBuffer())
      const kept = await client.studio.addPicture({ workshopId, bytes })
      setRefused('')
      onChange(kept.file)
    } catch (error) {
      setRefused(editWords(error))
    }
  }
  const choose = () => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = '.png,.jpg,.jpeg,.webp'
    input.addEventListener('change', () => void take(input.files?.[0]))
    input.click()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be drawn with a frame of its own
    <div
      role="group"
      aria-labelledby={id}
      className={styles.picture}
      onDragOver={(event) => holdsFiles(event) && event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        void take(event.dataTransfer.files[0])
      }}
    >
      <span id={id} className={field.label}>
        {label}
      </span>
      <div className={styles.frame}>
        {drawn && value !== '' && <img src={drawn} alt="" className={styles.drawn} />}
        <Button size="sm" icon={IconPhoto} onPress={choose}>
          {value === '' ? m.studio_field_picture_choose() : m.studio_field_picture_other()}
        </Button>
      </div>
      {hint && <p className={field.hint}>{hint}</p>}
      {refused && (
        <p className={field.error} role="alert">
          {refused}
        </p>
      )}
    </div>
  )
}
