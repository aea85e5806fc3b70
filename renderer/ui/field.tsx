import { m } from '@shared/messages'
import { IconAlertCircle, IconSearch, IconX } from '@tabler/icons-react'
import type { Ref } from 'react'
import { Button } from 'react-aria-components/Button'
import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import {
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchProps,
} from 'react-aria-components/SearchField'
import { Text } from 'react-aria-components/Text'
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea'
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components/TextField'
import { cx } from './cx'
import styles from './field.module.css'
import { Icon } from './icon'

interface Words {
  /** Always spoken; drawn unless `hideLabel`. */
  readonly label: string
  readonly hideLabel?: boolean
  readonly placeholder?: string
  /** A line under the field. */
  readonly hint?: string
  /** What is wrong, when something is; pass `isInvalid` too. */
  readonly error?: string
}

type FieldProps = Words & Omit<AriaTextFieldProps, 'children' | 'className' | 'style'>

function Under({ hint, error }: Words) {
  return (
    <>
      {hint && (
        <Text slot="description" className={cx(styles.hint)}>
          {hint}
        </Text>
      )}
      <FieldError className={cx(styles.error)}>
        {({ validationErrors }) => (
          <>
            <Icon of={IconAlertCircle} size="sm" />
            {error ?? validationErrors.join(' ')}
          </>
        )}
      </FieldError>
    </>
  )
}

const placeholderOf = (placeholder: string | undefined) => (placeholder ? { placeholder } : {})

/** One line of text. */
export function TextField({
  label,
  hideLabel,
  placeholder,
  hint,
  error,
  inputRef,
  ...rest
}: FieldProps & { readonly inputRef?: Ref<HTMLInputElement> }) {
  return (
    <AriaTextField {...rest} className={cx(styles.field)}>
      <Label className={cx(hideLabel ? 'vh' : styles.label)}>{label}</Label>
      <Input
        className={cx(styles.input)}
        {...placeholderOf(placeholder)}
        {...(inputRef ? { ref: inputRef } : {})}
      />
      <Under label={label} {...(hint ? { hint } : {})} {...(error ? { error } : {})} />
    </AriaTextField>
  )
}

/** Several lines of text. */
export function TextArea({
  label,
  hideLabel,
  placeholder,
  hint,
  error,
  rows = 4,
  inputRef,
  ...rest
}: FieldProps & { readonly rows?: number; readonly inputRef?: Ref<HTMLTextAreaElement> }) {
  return (
    <AriaTextField {...rest} className={cx(styles.field)}>
      <Label className={cx(hideLabel ? 'vh' : styles.label)}>{label}</Label>
      <AriaTextArea
        className={cx(styles.input, styles.area)}
        rows={rows}
        {...placeholderOf(placeholder)}
        {...(inputRef ? { ref: inputRef } : {})}
      />
      <Under label={label} {...(hint ? { hint } : {})} {...(error ? { error } : {})} />
    </AriaTextField>
  )
}

/** Looks for something on the page; Esc and the cross empty it. */
export function SearchField({
  label,
  placeholder,
  inputRef,
  ...rest
}: Pick<Words, 'label' | 'placeholder'> &
  Omit<AriaSearchProps, 'children' | 'className' | 'style'> & { readonly inputRef?: Ref<HTMLInputElement> }) {
  return (
    <AriaSearchField {...rest} className={cx(styles.search)}>
      <Label className="vh">{label}</Label>
      <Icon of={IconSearch} size="sm" />
      <Input
        className={cx(styles.bare)}
        {...placeholderOf(placeholder)}
        {...(inputRef ? { ref: inputRef } : {})}
      />
      <Button className={cx(styles.clear)} aria-label={m.app_search_clear()}>
        <Icon of={IconX} size="sm" />
      </Button>
    </AriaSearchField>
  )
}
