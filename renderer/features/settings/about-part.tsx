import { m } from '@shared/messages'
import type { About } from '@shared/settings/schema'
import { SectionHead } from '../../ui/head'
import { Line } from './line'
import styles from './part.module.css'

/** What the app is made of. */
export function AboutPart({ about }: { readonly about: About }) {
  const facts = [
    { title: m.settings_about_version(), value: about.version },
    { title: m.settings_about_electron(), value: about.electron },
    { title: m.settings_about_sqlite(), value: about.sqlite },
    { title: m.settings_about_schema(), value: String(about.schemaVersion) },
    { title: m.settings_about_licence(), value: m.settings_about_licence_name() },
  ]
  return (
    <section>
      <SectionHead title={m.settings_about()} />
      <p className={styles.about}>{m.settings_about_text()}</p>
      <div>
        {facts.map(({ title, value }) => (
          <Line key={title} title={title}>
            <span className={styles.path}>{value}</span>
          </Line>
        ))}
      </div>
    </section>
  )
}
