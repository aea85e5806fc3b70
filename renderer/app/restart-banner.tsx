import { m } from '@shared/messages'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useBroadcast } from '../api/broadcasts'
import { Banner } from '../ui/banner'
import styles from './restart-banner.module.css'

/** Says that the library closed by itself and is open again; when it is not, asking again brings the trouble page. */
export function RestartBanner() {
  const queries = useQueryClient()
  const [shown, setShown] = useState(false)
  useBroadcast('desktop.coreRestarted', ({ running }) => {
    setShown(running)
    void queries.invalidateQueries()
  })
  if (!shown) return null
  return (
    <div className={styles.place}>
      <Banner kind="warning" title={m.app_restarted_title()} onDismiss={() => setShown(false)}>
        {m.app_restarted_text()}
      </Banner>
    </div>
  )
}
