/** What five friends might have guessed while the first season ran: samples, for pictures only, and no facts of it. */

const START = Date.UTC(2021, 4, 6, 18)

/** A fixed UUIDv7, so that pictures are the same from run to run. @param {number} n */
const sampleId = (n) => {
  const time = (START + n).toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${String(n).padStart(12, '0')}`
}

const TITLES = [
  'Emily is sent home within the month',
  'Gabriel and Camille part before the season is over',
  'The campaign for the bed goes wrong',
  'Mindy sings where people listen',
  'Pierre Cadault comes back to Savoir',
  'Antoine leaves his wife',
  'Emily learns enough French to complain',
  'Julien and Luc go to war over a desk',
  'Somebody from Chicago arrives unannounced',
  'The downstairs neighbour keeps the good pan',
  'Sylvie laughs, once, out loud',
  'Emily loses an account and wins it back',
  'The château is sold',
  'A hotel opens with the wrong name',
  'Camille and Emily run the campaign together',
  'Doug sends flowers',
  'The concierge says something kind',
  'A perfume is named after a quarrel',
  'Luc finishes the film he is always quoting',
  'Mindy calls her father',
  'Emily is photographed and does not notice',
  'The dress is not given back',
  'A dinner for six becomes a dinner for three',
  'Gabriel cooks for somebody who says so in print',
  'Sylvie signs without reading',
  'Everybody ends the season in one room',
]
/** How likely each really was, in percent; nobody knew. */
const LIKELY = [
  12, 55, 38, 82, 74, 20, 63, 47, 33, 90, 28, 70, 8, 41, 77, 16, 58, 24, 35, 66, 86, 45, 72, 93, 52, 30,
]
/** What came of each: 1 it did, 0 it did not, x it fell through. */
const CAME = '0 1 0 1 1 0 1 0 0 1 1 1 0 0 1 0 x 0 1 0 1 0 0 1 1 0'.split(' ')

/** How far from that each friend is, in percent, by turns; and who leaves some out. */
const FRIENDS = [
  { name: 'Nora', strays: [7, -5, 8, -9, 4], every: 1 },
  { name: 'Tomas', strays: [31, -38, 24, -27, 36], every: 1 },
  { name: 'Priya', strays: [-19, 22, -24, 13, 17], every: 7 },
  { name: 'Maud', strays: [-8, 12, -14, 9, 3], every: 3 },
  { name: 'Idris', strays: [5, -4, 7, -6, 2], every: 8 },
]

/**
 * Writes them through the app's own corridor, onto the show's first board: guessed before the season, decided as it ran.
 *
 * @param {(method: string, input?: unknown) => Promise<any>} ask
 * @returns {Promise<string>} the person, as a member
 */
export async function writeSeason(ask) {
  const [{ id: showId }] = await ask('library.shows')
  const { id: boardId } = await ask('boards.board', { showId, boardId: null, as: null })
  const members = await ask('members.list')
  const idOf = (/** @type {string} */ name) =>
    members.find((/** @type {{ name: string }} */ member) => member.name === name).id
  const episodeOf = (/** @type {number} */ n) => 2 + (n % 9)

  await ask('library.setReading', { showId, reach: 1 })
  for (const [n, text] of TITLES.entries()) {
    const closes = episodeOf(n)
    await ask('boards.save', {
      ...{ id: sampleId(n), boardId, kind: 'prediction', text, details: '', ordinal: null },
      closes: closes > 2 ? closes : null,
    })
    for (const [at, { name, strays, every }] of FRIENDS.entries()) {
      if (every > 1 && n % every === at % every) continue
      const yes = Math.max(2, Math.min(98, (LIKELY[n] ?? 50) + (strays[(n + at) % strays.length] ?? 0)))
      await ask('boards.giveOdds', { cardId: sampleId(n), memberId: idOf(name), odds: [yes, 100 - yes] })
    }
  }
  for (let reach = 2; reach <= 10; reach += 1) {
    if (reach === 6) {
      for (const [n, came] of CAME.entries()) {
        if (episodeOf(n) < 8 || came === 'x') continue
        const yes = Math.round(((LIKELY[n] ?? 50) + (came === '1' ? 100 : 0)) / 2)
        await ask('boards.giveOdds', {
          ...{ cardId: sampleId(n), memberId: idOf('Nora') },
          odds: [yes, 100 - yes],
        })
      }
    }
    await ask('library.setReading', { showId, reach })
    for (const [n, came] of CAME.entries()) {
      if (episodeOf(n) !== reach) continue
      const outcome = came === 'x' ? 'void' : came === '1' ? 0 : 1
      await ask('boards.resolve', {
        cardId: sampleId(n),
        outcome,
        memberId: null,
        ordinal: reach,
        text: '',
      })
    }
  }
  return idOf('Nora')
}
