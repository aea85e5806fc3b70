import { m } from '@shared/messages'
import { type Settings, type SettingsPatch, Theme } from '@shared/settings/schema'
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup'
import { cx } from '../../ui/cx'
import { SectionHead } from '../../ui/head'
import { Keys } from '../../ui/kbd'
import { Switch } from '../../ui/switch'
import styles from './appearance-part.module.css'
import { Line } from './line'

/** A page in small, in the theme itself. */
const Miniature = ({ theme }: { readonly theme: 'papier' | 'salle' }) => (
  <span className={styles.page} data-theme={theme}>
    <span className={styles.side} />
    <span className={styles.letter}>{m.app_name().charAt(0)}</span>
    <span className={styles.lines}>
      <i />
      <i />
      <i />
    </span>
  </span>
)

interface TileProps {
  readonly theme: Theme
  readonly name: string
  readonly text: string
}

const Tile = ({ theme, name, text }: TileProps) => (
  <RadioField value={theme} className={cx(styles.field)}>
    <RadioButton className={cx(styles.tile)}>
      <span className={styles.frame} aria-hidden="true">
        {theme === 'system' ? (
          <span className={styles.split}>
            <span data-theme="papier" />
            <span data-theme="salle" />
          </span>
        ) : (
          <Miniature theme={theme} />
        )}
      </span>
      <span>
        <b>{name}</b>
        <small>{text}</small>
      </span>
    </RadioButton>
  </RadioField>
)

interface AppearancePartProps {
  readonly settings: Settings
  readonly onChange: (patch: SettingsPatch) => void
}

/** The theme, and how the window is arranged. */
export function AppearancePart({ settings, onChange }: AppearancePartProps) {
  return (
    <section>
      <SectionHead title={m.settings_appearance()} />
      <div className={styles.columns}>
        <RadioGroup
          className={cx(styles.tiles)}
          aria-label={m.settings_theme()}
          orientation="horizontal"
          value={settings.theme}
          onChange={(theme) => onChange({ theme: Theme.parse(theme) })}
        >
          <Tile theme="papier" name={m.settings_papier()} text={m.settings_papier_text()} />
          <Tile theme="salle" name={m.settings_salle()} text={m.settings_salle_text()} />
          <Tile theme="system" name={m.settings_system()} text={m.settings_system_text()} />
        </RadioGroup>
        <div>
          <Line title={m.settings_lights()} text={m.settings_lights_text()}>
            <span className="muted">
              <Keys of={['Mod', 'D']} spoken />
            </span>
          </Line>
          <Line title={m.settings_railed()} text={m.settings_railed_text()}>
            <Switch
              aria-label={m.settings_railed()}
              isSelected={settings.railed}
              onChange={(railed) => onChange({ railed })}
            />
          </Line>
        </div>
      </div>
    </section>
  )
}
