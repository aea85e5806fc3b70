import type { BundledPack } from '@shared/exchange/schema'
import { m } from '@shared/messages'
import { Emphasis } from '../../ui/emphasis'
import { spelled } from '../../ui/words'
import styles from './curtain.module.css'

const FOLDS = Array.from({ length: 9 }, (_, fold) => fold)
/** Half of the stage, in the units of the drawing. */
const HALF = 330
const DRAPE = 'M0 0H330C326 250 262 520 84 724C62 772 54 830 52 884C36 890 18 886 0 888Z'
const HEM = 'M330 0C326 250 262 520 84 724C62 772 54 830 52 884'

/** The words that a poster sets in italics between the large ones. */
const SMALL_WORDS = new Set(['in', 'of', 'and', 'the', 'à', 'de', 'et'])

/** One half of the curtain; the other is its mirror image. */
function Drape() {
  const width = HALF / FOLDS.length
  return (
    <>
      <g clipPath="url(#curtain-drape)">
        {FOLDS.map((fold) => (
          <rect
            key={fold}
            x={fold * width}
            y="0"
            width={width + 0.6}
            height="900"
            fill="url(#curtain-fold)"
          />
        ))}
        <rect width={HALF + 10} height="900" fill="url(#curtain-fall)" />
      </g>
      <path d={HEM} className={styles.trim} />
    </>
  )
}

/** A stage whose curtain has been drawn aside for the bundled show. */
export function Curtain({ pack }: { readonly pack?: BundledPack }) {
  const word = pack?.title.split(' ').find((part) => SMALL_WORDS.has(part)) ?? null
  return (
    <aside className={styles.stage} aria-hidden="true">
      <svg aria-hidden="true" viewBox="0 0 660 900" preserveAspectRatio="xMidYMid slice">
        <defs>
          <linearGradient id="curtain-fold" x1="0" x2="1">
            <stop offset="0" className={styles.deep} />
            <stop offset=".28" className={styles.cloth} />
            <stop offset=".55" className={styles.lit} />
            <stop offset=".8" className={styles.cloth} />
            <stop offset="1" className={styles.deep} />
          </linearGradient>
          <linearGradient id="curtain-fall" x1="0" x2="0" y1="0" y2="1">
            <stop offset="0" className={styles.shade} stopOpacity=".46" />
            <stop offset=".3" className={styles.shade} stopOpacity=".04" />
            <stop offset="1" className={styles.shade} stopOpacity=".3" />
          </linearGradient>
          <clipPath id="curtain-drape">
            <path d={DRAPE} />
          </clipPath>
        </defs>
        <path d="M0 812H660" className={styles.floor} />
        <Drape />
        <g transform="translate(660 0) scale(-1 1)">
          <Drape />
        </g>
      </svg>
      {pack && (
        <p className={styles.show}>
          <b>
            <Emphasis text={pack.title} word={word} />
          </b>
          <span>
            {m.app_welcome_stage({ count: pack.firstSeasonEnds, spelled: spelled(pack.firstSeasonEnds) })}
          </span>
        </p>
      )}
    </aside>
  )
}
