import { m } from '@shared/messages'
import { TextButton } from '../../ui/button'
import styles from './pager.module.css'

/** Rows on one page, as the core answers them. */
const PAGE = 100

interface PagerProps {
  readonly offset: number
  readonly total: number
  readonly onChange: (offset: number) => void
}

/** The way to the rows that one page does not hold. Nothing when there is only one. */
export function Pager({ offset, total, onChange }: PagerProps) {
  if (total <= PAGE) return null
  return (
    <div className={styles.pages}>
      <TextButton isDisabled={offset === 0} onPress={() => onChange(Math.max(0, offset - PAGE))}>
        {m.studio_earlier()}
      </TextButton>
      <span className="num">
        {m.studio_page({ from: offset + 1, to: Math.min(offset + PAGE, total), total })}
      </span>
      <TextButton isDisabled={offset + PAGE >= total} onPress={() => onChange(offset + PAGE)}>
        {m.studio_later()}
      </TextButton>
    </div>
  )
}
