import { m } from '@shared/messages'
import { Settings, type SettingsPatch } from '@shared/settings/schema'
import { useRef, useState } from 'react'
import { useAsk, useTell } from '../../api/ask'
import { Banner } from '../../ui/banner'
import { errorWords } from '../../ui/error-words'
import { AboutPart } from './about-part'
import { AppearancePart } from './appearance-part'
import { DataPart } from './data-part'
import { LanguagePart } from './language-part'
import { PeoplePart } from './people-part'
import { PlayersPart } from './players-part'
import styles from './settings-page.module.css'
import { VeilPart } from './veil-part'

const PARTS = [
  { id: 'players', name: m.players_title },
  { id: 'people', name: m.people_title },
  { id: 'data', name: m.settings_data },
  { id: 'appearance', name: m.settings_appearance },
  { id: 'veil', name: m.settings_veil },
  { id: 'language', name: m.settings_language },
  { id: 'about', name: m.settings_about },
] as const
type PartId = (typeof PARTS)[number]['id']

/** What a person can choose, and what the app is. */
export function SettingsPage() {
  const asked = useAsk('settings', 'read', undefined)
  const about = useAsk('settings', 'about', undefined)
  const change = useTell('settings', 'change')
  const setVeil = useTell('settings', 'setVeil')
  const [part, setPart] = useState<PartId>('players')
  const body = useRef<HTMLDivElement>(null)
  // shown at once; the answer brings what was really kept
  const settings = Settings.parse({
    ...asked.data,
    ...(change.isPending ? change.variables : {}),
    ...(setVeil.isPending ? { veil: setVeil.variables } : {}),
  })
  const problem = asked.error ?? about.error ?? change.error ?? setVeil.error
  const choose = (patch: SettingsPatch) => change.mutate(patch)

  const goTo = (id: PartId) => {
    setPart(id)
    const head = body.current?.querySelector(`[data-part='${id}']`)
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    head?.scrollIntoView({ block: 'start', behavior: still ? 'instant' : 'smooth' })
  }
  return (
    <div className={styles.settings}>
      <nav className={styles.nav} aria-label={m.settings_parts()}>
        <h1 className="t-h1">{m.settings_title()}</h1>
        <ul>
          {PARTS.map(({ id, name }) => (
            <li key={id}>
              <button type="button" aria-current={id === part ? 'true' : undefined} onClick={() => goTo(id)}>
                {name()}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keyboard */}
      <div ref={body} className={styles.body} tabIndex={0}>
        {problem && (
          <div className={styles.wide}>
            <Banner kind="error" title={errorWords(problem).title}>
              {errorWords(problem).text}
            </Banner>
          </div>
        )}
        <div data-part="players">
          <PlayersPart />
        </div>
        <div className={styles.column}>
          <div data-part="people">
            <PeoplePart />
          </div>
          <div data-part="data">{about.data && <DataPart about={about.data} />}</div>
        </div>
        <div className={styles.wide} data-part="appearance">
          <AppearancePart settings={settings} onChange={choose} />
        </div>
        <div data-part="veil">
          <VeilPart value={settings.veil} onChange={(veil) => setVeil.mutate(veil)} />
        </div>
        <div className={styles.column}>
          <div data-part="language">
            <LanguagePart value={settings.language} onChange={(language) => choose({ language })} />
          </div>
          <div data-part="about">{about.data && <AboutPart about={about.data} />}</div>
        </div>
      </div>
    </div>
  )
}
