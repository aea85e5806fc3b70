import type { Form, Odds } from '@shared/boards/odds-schema'
import { m } from '@shared/messages'
import { type KeyboardEvent, useId, useState } from 'react'
import { Label } from 'react-aria-components/Label'
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components/Slider'
import { cx } from '../../../ui/cx'
import { percent } from '../../../ui/words'
import { optionNames } from '../board-words'
import styles from './odds-fields.module.css'
import { leftToShare, setShare, yesOdds } from './odds-share'

interface OddsFieldsProps {
  readonly form: Form
  readonly odds: Odds
  readonly onChange: (odds: Odds) => void
  readonly autoFocus?: boolean
}

/** One arrow is a percent, with Shift five, a digit its ten. */
const LEAP = 5

function YesSlider({ odds, onChange, autoFocus = false }: OddsFieldsProps) {
  const [yes = 50] = odds
  const press = (event: KeyboardEvent) => {
    const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1]
    const up = event.key === 'ArrowUp' || event.key === 'ArrowRight'
    const down = event.key === 'ArrowDown' || event.key === 'ArrowLeft'
    if (digit !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey)
      onChange(yesOdds(Number(digit) * 10))
    else if (event.shiftKey && (up || down)) onChange(yesOdds(yes + (up ? LEAP : -LEAP)))
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div onKeyDownCapture={press}>
      <Slider
        className={cx(styles.slider)}
        minValue={0}
        maxValue={100}
        step={1}
        value={yes}
        onChange={(value) => onChange(yesOdds(typeof value === 'number' ? value : (value[0] ?? yes)))}
      >
        <Label className="vh">{m.boards_odds_yes()}</Label>
        <span className={styles.ends} aria-hidden="true">
          <span>{m.boards_no()}</span>
          <b>{percent(yes)}</b>
          <span>{m.boards_yes()}</span>
        </span>
        <SliderTrack className={cx(styles.track)}>
          <span className={styles.fill} style={{ width: `${yes}%` }} />
          <SliderThumb className={cx(styles.thumb)} autoFocus={autoFocus} />
        </SliderTrack>
      </Slider>
    </div>
  )
}

interface ShareProps {
  readonly name: string
  readonly percent: number
  readonly autoFocus: boolean
  readonly onChange: (percent: number) => void
}

/** The percentage of one option: typed, or by the arrows. What is no number changes nothing. */
function Share({ name, percent: value, autoFocus, onChange }: ShareProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const id = useId()
  const press = (event: KeyboardEvent) => {
    const up = event.key === 'ArrowUp'
    if (!up && event.key !== 'ArrowDown') return
    event.preventDefault()
    const step = event.shiftKey ? LEAP : 1
    setTyped(null)
    onChange(value + (up ? step : -step))
  }
  return (
    <div className={styles.share}>
      <label className={styles.name} htmlFor={id}>
        {name}
      </label>
      <span className={styles.bar} aria-hidden="true">
        <b style={{ width: `${value}%` }} />
      </span>
      <input
        id={id}
        className={styles.input}
        role="spinbutton"
        inputMode="numeric"
        aria-valuenow={value}
        aria-valuemin={0}
        aria-valuemax={100}
        // biome-ignore lint/a11y/noAutofocus: it is the first field of a popover that was just opened
        autoFocus={autoFocus}
        value={typed ?? String(value)}
        onFocus={({ target }) => target.select()}
        onChange={({ target }) => {
          setTyped(target.value)
          const number = Number(target.value.trim() || Number.NaN)
          if (number >= 0 && number <= 100) onChange(number)
        }}
        onBlur={() => setTyped(null)}
        onKeyDown={press}
      />
    </div>
  )
}

function Shares({ form, odds, onChange, autoFocus = false }: OddsFieldsProps) {
  const [set, setSet] = useState<ReadonlySet<number>>(new Set())
  const names = optionNames(form)
  const change = (option: number, value: number) => {
    onChange(setShare(odds, set, option, value))
    setSet(new Set([...set, option]))
  }
  return (
    <div className={styles.shares}>
      {names.map((name, option) => (
        <Share
          key={name}
          name={name}
          percent={odds[option] ?? 0}
          autoFocus={autoFocus && option === 0}
          onChange={(value) => change(option, value)}
        />
      ))}
      <p className={styles.left} aria-live="polite">
        {set.size < names.length
          ? m.boards_left({ odds: percent(leftToShare(odds, set)) })
          : m.boards_left_none()}
      </p>
    </div>
  )
}

/** Odds for every option of a form; they always sum to 100. */
export const OddsFields = (props: OddsFieldsProps) =>
  props.form.is === 'yes-no' ? <YesSlider {...props} /> : <Shares {...props} />
