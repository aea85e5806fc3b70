/** Countries in which a sheet is Letter (ISO 3166-1); everywhere else it is A4 (CLDR, `paperSize`). */
const LETTER: ReadonlySet<string> = new Set([
  'BZ',
  'CA',
  'CL',
  'CO',
  'CR',
  'GT',
  'MX',
  'NI',
  'PA',
  'PH',
  'PR',
  'SV',
  'US',
  'VE',
])

/** The paper that a printer is loaded with. @param country two letters, or nothing when it is not known */
export const paperFor = (country: string): 'A4' | 'Letter' =>
  LETTER.has(country.toUpperCase()) ? 'Letter' : 'A4'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A text inside the markup of a page's head or foot, which is the one place where the shell writes any. */
const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark)

const LINE = 'width:100%; margin:0 0.7in; font-family:serif; font-size:8px; color:#6a5c5d; display:flex'

/** The line over every page. */
export const headOf = (title: string): string =>
  `<div style="${LINE}; justify-content:flex-end; font-style:italic">${escaped(title)}</div>`

/** The line under every page: its number, and of how many. */
export const footOf = (): string =>
  `<div style="${LINE}; justify-content:center"><span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>`
