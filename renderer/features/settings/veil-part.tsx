import { m } from '@shared/messages'
import type { VeilChoices } from '@shared/veil/schema'
import { SectionHead } from '../../ui/head'
import { Switch } from '../../ui/switch'
import { Line } from './line'
import styles from './part.module.css'

interface VeilPartProps {
  readonly value: VeilChoices
  readonly onChange: (choices: VeilChoices) => void
}

/** What a veil hides beside texts. Whoever veils no titles sees the next one anyway. */
export function VeilPart({ value, onChange }: VeilPartProps) {
  const set = (change: Partial<VeilChoices>) => onChange({ ...value, ...change })
  return (
    <section>
      <SectionHead title={m.settings_veil()} />
      <p className={styles.about}>{m.settings_veil_about()}</p>
      <Line title={m.settings_veil_titles()} text={m.settings_veil_titles_text()}>
        <Switch
          aria-label={m.settings_veil_titles()}
          isSelected={value.titles}
          onChange={(titles) => set({ titles })}
        />
      </Line>
      <Line title={m.settings_veil_next()} text={m.settings_veil_next_text()}>
        <Switch
          aria-label={m.settings_veil_next()}
          isDisabled={!value.titles}
          isSelected={value.nextTitle || !value.titles}
          onChange={(nextTitle) => set({ nextTitle })}
        />
      </Line>
      <Line title={m.settings_veil_names()} text={m.settings_veil_names_text()}>
        <Switch
          aria-label={m.settings_veil_names()}
          isSelected={value.names}
          onChange={(names) => set({ names })}
        />
      </Line>
      <Line title={m.settings_veil_images()} text={m.settings_veil_images_text()}>
        <Switch
          aria-label={m.settings_veil_images()}
          isSelected={value.images}
          onChange={(images) => set({ images })}
        />
      </Line>
    </section>
  )
}
