import type { PackProgress } from '@shared/exchange/schema'
import { m } from '@shared/messages'
import { IconTheater } from '@tabler/icons-react'
import { useEffect } from 'react'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { errorWords } from '../../ui/error-words'
import { toasts } from '../../ui/toast'
import { usePackImport } from './pack-import'
import styles from './pack-import-notice.module.css'
import { PackUpdateDialog } from './pack-update-dialog'

const STEPS: Record<PackProgress['step'], (words: { name: string }) => string> = {
  reading: m.app_pack_step_reading,
  checking: m.app_pack_step_checking,
  comparing: m.app_pack_step_comparing,
  writing: m.app_pack_step_writing,
}

/** How far a pack file has come, with a way to stop; or why it was refused. */
export function PackImportNotice() {
  const { state, importing, cancel, dismiss } = usePackImport()
  const applied = state?.applied ?? null
  useEffect(() => {
    if (!applied) return
    toasts.show({ icon: IconTheater, text: m.app_pack_opened({ title: applied.title }) })
    dismiss()
  }, [applied, dismiss])
  if (!state || applied) return null
  if (state.update) return <PackUpdateDialog update={state.update} onClose={dismiss} />
  if (state.error) {
    const { title, text } = errorWords(state.error)
    return (
      <div className={styles.place}>
        <Banner kind="error" title={title} onDismiss={dismiss}>
          {text} <span className={styles.file}>{m.app_pack_refused_file({ name: state.name })}</span>
        </Banner>
      </div>
    )
  }
  const { step = 'reading', done = 0, of = 0 } = state.progress ?? {}
  const words = STEPS[step]({ name: state.name })
  return (
    <div className={styles.place}>
      <div className={styles.card} role="status">
        <span className={styles.words}>{words}</span>
        <Button size="sm" variant="quiet" isDisabled={!importing} onPress={cancel}>
          {m.app_cancel()}
        </Button>
        <div
          className={styles.track}
          role="progressbar"
          aria-label={words}
          aria-valuemin={0}
          {...(of > 0 ? { 'aria-valuemax': of, 'aria-valuenow': done } : {})}
        >
          <span style={{ width: of > 0 ? `${(done / of) * 100}%` : '8%' }} />
        </div>
      </div>
    </div>
  )
}
