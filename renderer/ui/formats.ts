import { language } from '@shared/messages'

// How the system's own formatters write things. One of them takes longer to make than a hundred values to format, and
// holds on to its tables: each is made once.

/** Where the languages of the app are spoken: days before months, and no dollars. */
export const LOCALES = { en: 'en-GB', fr: 'fr-FR' } as const
export const locale = () => LOCALES[language()]

function keptBy<Options, Format>(make: (locale: string, options: Options) => Format) {
  const kept = new Map<string, Format>()
  return (options: Options): Format => {
    const key = `${locale()} ${JSON.stringify(options)}`
    const format = kept.get(key) ?? make(locale(), options)
    kept.set(key, format)
    return format
  }
}

export const dates = keptBy(
  (where, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(where, options),
)
export const numbers = keptBy(
  (where, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(where, options),
)
export const lists = keptBy((where, options: Intl.ListFormatOptions) => new Intl.ListFormat(where, options))
export const timesAway = keptBy(
  (where, options: Intl.RelativeTimeFormatOptions) => new Intl.RelativeTimeFormat(where, options),
)
