import { LANGUAGES, type LanguageCode, m } from '@shared/messages'
import { toReach } from '@shared/veil/reach'
import { IconLanguage, IconMoon, IconWifiOff } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useAsk, useTell } from '../../api/ask'
import { AskTrouble } from '../../ui/ask-trouble'
import { Banner } from '../../ui/banner'
import { errorWords } from '../../ui/error-words'
import { Icon } from '../../ui/icon'
import { Keys } from '../../ui/kbd'
import { SkeletonLines } from '../../ui/skeleton'
import { spelled, spelledFirst } from '../../ui/words'
import { Curtain } from './curtain'
import styles from './welcome.module.css'

interface WelcomePageProps {
  readonly titleBar: ReactNode
  readonly language: LanguageCode
  readonly onLanguage: (language: LanguageCode) => void
  readonly onLights: () => void
  /** The person has chosen a way in. */
  readonly onDone: () => void
}

interface Way {
  readonly title: string
  readonly text: string
  readonly enter: () => void
}

const LANGUAGE_NAMES: Record<LanguageCode, () => string> = { en: m.app_language_en, fr: m.app_language_fr }

/** The first screen of a new machine: three ways in. Enter, a number or the arrows choose. */
export function WelcomePage({ titleBar, language, onLanguage, onLights, onDone }: WelcomePageProps) {
  const bundled = useAsk('exchange', 'bundled', undefined)
  const start = useTell('exchange', 'start')
  const list = useRef<HTMLOListElement>(null)
  const pack = bundled.data?.[0]

  const begin = (watchedThrough: number) => {
    if (!pack || start.isPending) return
    start.mutate({ packId: pack.id, watchedThrough: toReach(watchedThrough) }, { onSuccess: onDone })
  }
  const ways: readonly Way[] = [
    ...(pack
      ? [
          {
            title: m.app_welcome_watched({ show: pack.title }),
            text: m.app_welcome_watched_text({
              count: pack.firstSeasonEnds,
              episodes: spelledFirst(pack.firstSeasonEnds),
              roles: spelled(pack.roles),
            }),
            enter: () => begin(pack.firstSeasonEnds),
          },
          {
            title: m.app_welcome_fresh({ show: pack.title }),
            text: m.app_welcome_fresh_text(),
            enter: () => begin(0),
          },
        ]
      : []),
    { title: m.app_welcome_empty(), text: m.app_welcome_empty_text(), enter: onDone },
  ]
  // before the packs are known nobody can tell which way a number means; without them one way is left
  const ready = !bundled.isPending
  useEffect(() => {
    document.title = m.app_title({ page: m.app_welcome_page() })
    if (ready) list.current?.querySelector('button')?.focus()
  }, [ready])

  const press = (event: KeyboardEvent) => {
    if (!ready || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const at = buttons.findIndex((button) => button.matches(':focus'))
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: buttons.length - 1,
    }
    const to = steps[event.key]
    if (to !== undefined) {
      event.preventDefault()
      buttons[(to + buttons.length) % buttons.length]?.focus()
    } else if (/^[1-9]$/.test(event.key)) ways[Number(event.key) - 1]?.enter()
  }

  // number keys and arrows work wherever the focus is
  useEffect(() => {
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  })

  return (
    <div className={styles.welcome}>
      {titleBar}
      <main className={styles.words}>
        <h1 className={styles.title}>
          {m.app_welcome_title_before()}
          <em>{m.app_welcome_title_em()}</em>
          {m.app_welcome_title_after()}
        </h1>
        <p className={styles.lead}>{m.app_welcome_lead()}</p>
        {bundled.error && <AskTrouble error={bundled.error} onRetry={() => void bundled.refetch()} />}
        {start.isError && (
          <div className={styles.error}>
            <Banner kind="error" title={errorWords(start.error).title}>
              {errorWords(start.error).text}
            </Banner>
          </div>
        )}
        <ol
          ref={list}
          className={styles.ways}
          aria-label={m.app_welcome_ways()}
          aria-busy={!ready || start.isPending}
        >
          {ready &&
            ways.map(({ title, text, enter }, index) => (
              <li key={title}>
                <button type="button" className={styles.way} onClick={enter}>
                  <span className={styles.number} aria-hidden="true">
                    {index + 1}
                  </span>
                  <span>
                    <b>{title}</b>
                    <small>{text}</small>
                  </span>
                  <Keys of={[index === 0 ? 'Enter' : String(index + 1)]} />
                </button>
              </li>
            ))}
        </ol>
        {!ready && <SkeletonLines lines={6} />}
        <div className={styles.foot}>
          <span>
            <Icon of={IconWifiOff} size="sm" />
            {m.app_welcome_offline()}
          </span>
          <button type="button" onClick={onLights}>
            <Icon of={IconMoon} size="sm" />
            {m.app_welcome_lights()}
            <Keys of={['Ctrl', 'D']} />
          </button>
          <fieldset aria-label={m.app_welcome_language()}>
            <Icon of={IconLanguage} size="sm" />
            {LANGUAGES.map((code) => (
              <button
                key={code}
                type="button"
                lang={code}
                aria-pressed={code === language}
                onClick={() => onLanguage(code)}
              >
                {LANGUAGE_NAMES[code]()}
              </button>
            ))}
          </fieldset>
        </div>
      </main>
      <Curtain {...(pack ? { pack } : {})} />
    </div>
  )
}
