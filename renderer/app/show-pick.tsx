import { m } from '@shared/messages'
import { IconSelector } from '@tabler/icons-react'
import { lazy, Suspense, useRef, useState } from 'react'
import { useShow } from '../api/current-show'
import { Icon } from '../ui/icon'
import { spelled } from '../ui/words'
import styles from './show-pick.module.css'

const ShowMenu = lazy(() => import('./show-menu').then((module) => ({ default: module.ShowMenu })))

/** The show that is open, and the season in which its reading line stands. And the way to other shows and to the workshop. */
export function ShowPick() {
  const { page, reach, episodeByOrdinal } = useShow()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  if (!page) return <div className={styles.pick} />
  const number = episodeByOrdinal(reach)?.season ?? page.seasons[0]?.number ?? 1
  const count = page.seasons.find((season) => season.number === number)?.episodes.length ?? 0
  const words = (
    <>
      <b>{page.show.title}</b>
      <small>{m.app_show_season({ season: number, count, spelled: spelled(count) })}</small>
    </>
  )
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.pick}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {words}
        <Icon of={IconSelector} size="sm" />
      </button>
      {open && (
        <Suspense fallback={null}>
          <ShowMenu trigger={button} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
