import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitOf, namedEpisode } from './known-files'
import { mediaName } from './players/media-name'

describe('the name of a file', () => {
  it.each([
    ['emily.s01e07.mkv', ['emily'], 1, 7],
    ['Emily.in.Paris.S02E03.1080p.WEB.h264-GRP.mkv', ['emily', 'in', 'paris'], 2, 3],
    ['Emily in Paris - 1x07 - A Title.mp4', ['emily', 'in', 'paris'], 1, 7],
    ['emily in paris season 1 episode 7.mkv', ['emily', 'in', 'paris'], 1, 7],
    ['Emily in Paris (2020) - S01E07.mkv', ['emily', 'in', 'paris'], 1, 7],
    ['Emily.in.Paris.S01E07E08.mkv', ['emily', 'in', 'paris'], 1, 7],
    ['Émilie à Paris S01E07', ['emilie', 'a', 'paris'], 1, 7],
    ['S01E07.mkv', [], 1, 7],
    ['Emily in Paris S00E01.mkv', ['emily', 'in', 'paris'], 0, 1],
  ])('%s names an episode', (file, words, season, number) => {
    expect(namedEpisode(file)).toEqual({ words, season, number })
  })

  it.each(['t60.mp4', 'Folge 7.mkv', 'Emily in Paris 107.mkv', 'watch?v=1', 'x'.repeat(400)])(
    '%s does not',
    (file) => {
      expect(namedEpisode(file)).toBeNull()
    },
  )

  it('is read quickly, whatever it is', () => {
    const word = fc.constantFrom(
      'S01E01',
      '1x',
      '720p',
      'emily',
      '..',
      ' - ',
      '[',
      ']',
      '1',
      'season',
      'é',
      '\u0000',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word, { maxLength: 60 }).map((words) => words.join('')),
        ),
        (file) => {
          const started = performance.now()
          namedEpisode(file)
          expect(performance.now() - started).toBeLessThan(250)
        },
      ),
    )
  })

  it('fits a show by its words, from the first on', () => {
    const how = (name: string) => fitOf(name.split(' ').filter(Boolean), 'Emily in Paris')
    expect([how('emily in paris'), how('emily'), how(''), how('paris'), how('emily in rome')]).toEqual([
      3, 2, 1, 0, 0,
    ])
    expect(fitOf(['emily', 'in', 'paris', 'podcast'], 'Emily in Paris')).toBe(0)
    expect([fitOf(['office'], 'The Office'), fitOf(['the', 'office'], 'Office')]).toEqual([3, 3])
  })

  it('is the end of a path or an address', () => {
    expect(mediaName('/home/n/films/emily.s01e07.mkv')).toBe('emily.s01e07.mkv')
    expect(mediaName('C:\\films\\emily.s01e07.mkv')).toBe('emily.s01e07.mkv')
    expect(mediaName('file:///films/Emily%20in%20Paris%20S01E07.mkv')).toBe('Emily in Paris S01E07.mkv')
    expect(mediaName('https://tv.example/a/e7.mp4?token=secret#t=1')).toBe('e7.mp4')
    expect(mediaName('/')).toBeNull()
    expect(mediaName(`/${'é'.repeat(500)}`)?.length).toBe(400)
  })
})
