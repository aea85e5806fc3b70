import type { Source } from '@shared/library/schema'
import { m } from '@shared/messages'
import { useTell } from '../../api/ask'
import { errorWords } from '../../ui/error-words'
import { toasts } from '../../ui/toast'
import { shortDate } from '../../ui/words'
import styles from './source-links.module.css'

/** A source calls itself `People, on the start of production`: the first part names it where there is little room. */
function parts(title: string): readonly [name: string, rest: string] {
  const comma = title.indexOf(',')
  return comma < 0 ? [title, ''] : [title.slice(0, comma), title.slice(comma)]
}

function Title({ title }: { readonly title: string }) {
  const [name, rest] = parts(title)
  return (
    <>
      {name}
      {rest && <span className="vh">{rest}</span>}
    </>
  )
}

interface SourceLinksProps {
  readonly sources: readonly Source[]
  /** Writes each source's date beside it, where it has one. */
  readonly dated?: boolean
}

/** Where it can be read again. A link opens in the browser, after the app has asked. */
export function SourceLinks({ sources, dated = false }: SourceLinksProps) {
  const { mutate } = useTell('desktop', 'openLink')
  const open = (url: string) =>
    mutate({ url }, { onError: (error) => void toasts.show({ text: errorWords(error).title }) })
  if (sources.length === 0) return null
  return (
    <ul className={styles.sources} aria-label={m.library_sources()}>
      {sources.map(({ title, url, date }) => (
        <li key={`${title} ${url ?? ''}`} title={date ? `${title}, ${shortDate(date)}` : title}>
          {url ? (
            <a
              href={url}
              target="_blank"
              rel="noreferrer"
              onClick={(event) => {
                event.preventDefault()
                open(url)
              }}
            >
              <Title title={title} />
            </a>
          ) : (
            <Title title={title} />
          )}
          {dated && date && <span>{` · ${shortDate(date)}`}</span>}
        </li>
      ))}
    </ul>
  )
}
