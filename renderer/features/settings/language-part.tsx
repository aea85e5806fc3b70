import { LANGUAGES, type LanguageCode, m } from '@shared/messages'
import type { Language } from '@shared/settings/schema'
import { SectionHead } from '../../ui/head'
import { Segmented } from '../../ui/segmented'
import styles from './part.module.css'

/** Each language by its own name, so that it can be found from any other. */
const NAMES: Record<LanguageCode, () => string> = { en: m.app_language_en, fr: m.app_language_fr }

interface LanguagePartProps {
  readonly value: Language
  readonly onChange: (language: Language) => void
}

export function LanguagePart({ value, onChange }: LanguagePartProps) {
  return (
    <section>
      <SectionHead title={m.settings_language()} />
      <p className={styles.about}>{m.settings_language_about()}</p>
      <div className={styles.control}>
        <Segmented<Language>
          label={m.settings_language()}
          value={value}
          onChange={onChange}
          segments={[
            ...LANGUAGES.map((id) => ({ id, label: NAMES[id]() })),
            { id: 'system' as const, label: m.settings_language_system() },
          ]}
        />
      </div>
    </section>
  )
}
