import { m } from '@shared/messages'
import { IconChevronDown } from '@tabler/icons-react'
import { lazy, Suspense, useRef, useState } from 'react'
import { useShow } from '../api/current-show'
import { Icon } from '../ui/icon'
import { IconVeil } from '../ui/marks'
import { episodeLabel } from '../ui/words'
import styles from './lens.module.css'

const LensPanel = lazy(() => import('./lens-panel').then((module) => ({ default: module.LensPanel })))

/** The reading line in the title bar: where it stands, and the way to move it. */
export function Lens() {
  const { page, reach, episodeByOrdinal } = useShow()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  if (!page) return null
  const episode = episodeByOrdinal(reach)
  const place = episode ? episodeLabel(episode) : m.app_lens_start()
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.lens}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-label={m.app_lens_button({ episode: place })}
        onClick={() => setOpen(!open)}
      >
        <Icon of={IconVeil} />
        <span>
          <span className={styles.words}>{m.app_lens()} </span>
          <b>{place}</b>
        </span>
        <Icon of={IconChevronDown} size="sm" />
      </button>
      {open && (
        <Suspense fallback={null}>
          <LensPanel trigger={button} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
