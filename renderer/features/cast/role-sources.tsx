import type { Source } from '@shared/library/schema'
import { m } from '@shared/messages'
import { useTell } from '../../api/ask'
import { TextButton } from '../../ui/button'
import { errorWords } from '../../ui/error-words'
import { toasts } from '../../ui/toasts'
import styles from './role-sources.module.css'

/** Where the facts can be read again. A page opens in the person's browser, after they have said yes. */
export function RoleSources({ sources }: { readonly sources: readonly Source[] }) {
  const { mutate } = useTell('desktop', 'openLink')
  if (sources.length === 0) return null
  return (
    <footer className={styles.sources}>
      <h3 className="t-label">{m.cast_sources()}</h3>
      <ul>
        {sources.map(({ title, url }) => (
          <li key={`${title} ${url ?? ''}`}>
            {url ? (
              <TextButton
                onPress={() =>
                  mutate({ url }, { onError: (error) => toasts.show({ text: errorWords(error).title }) })
                }
              >
                {title}
              </TextButton>
            ) : (
              title
            )}
          </li>
        ))}
      </ul>
    </footer>
  )
}
