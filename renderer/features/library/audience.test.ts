import { AudienceFigure } from '@shared/library/press-schema'
import { describe, expect, it } from 'vitest'
import { audience } from './audience'

const source = (title: string) => ({ title, url: null, date: null })
const figure = (unit: string, sources: readonly string[], value = 58_000_000) =>
  AudienceFigure.parse({
    veiled: false,
    id: '01890a5d-ac96-774b-bcce-b302099a8057',
    value,
    unit,
    windowDays: 28,
    text: 'A text.',
    sources: sources.map(source),
  })

describe('the audience', () => {
  it('keeps every reading of the same number, the most told first', () => {
    const figures = [figure('people', ['a']), figure('households', ['b', 'c'])]
    expect(audience(figures)?.counts).toEqual([
      { unit: 'households', sources: 2 },
      { unit: 'people', sources: 1 },
    ])
  })

  it('does not mix another number in', () => {
    expect(audience([figure('people', ['a', 'b']), figure('fans', ['c'], 40)])?.counts).toHaveLength(1)
  })

  it('is absent when every figure is veiled', () => {
    expect(audience([AudienceFigure.parse({ veiled: true, safeAfter: 3 })])).toBeNull()
  })
})
