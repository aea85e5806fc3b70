/** The parts of the bench that run the core in Node, or a part of it: they need no window. */
import { preparePlayers } from '../prepare/player-programs.mjs'
import { mpvLine, placingLine, recapLines, scoreLines } from './lines.mjs'
import { measurement } from './measurement.mjs'
import { budgetRow, summarise } from './statistics.mjs'

/** @typedef {import('./parts.mjs').Part} Part */

/** @type {Part} */
export const SAVE = {
  name: 'save',
  title: 'Saving notes',
  measure: async ({ rounds }) => {
    const { measureNoteSave } = await measurement('note-save.ts')
    const what = { name: 'note save ÷ the same raw commit (p50)', unit: 'ms', goal: 1.35 }
    return { rows: [summarise(what, await measureNoteSave(rounds))] }
  },
}

/** @type {Part} */
export const NOTES = {
  name: 'notes',
  title: 'Filtering a hundred thousand notes',
  measure: async ({ rounds }) => {
    const { measureNotes, NOTES_BUDGET_MS } = await measurement('notes.ts')
    const { p95 } = await measureNotes(rounds)
    return { rows: [budgetRow('filter of 100,000 notes p95 ≤ 8 ms', p95, NOTES_BUDGET_MS)] }
  },
}

/** @type {Part} */
export const RELATIONS = {
  name: 'relations',
  title: 'Relating everybody to everybody',
  measure: async () => {
    const { measureRelations, RELATIONS_BUDGET_MS } = await measurement('relations.ts')
    const { p95, placing } = await measureRelations()
    return {
      line: placingLine(placing),
      numbers: { placing },
      rows: [budgetRow('relations of a 200-episode show (p95) ÷ half a frame', p95, RELATIONS_BUDGET_MS)],
    }
  },
}

/** @type {Part} */
export const OPENING = {
  name: 'boards',
  title: 'Opening a board of five thousand cards',
  measure: async ({ rounds }) => {
    const { measureOpening, OPEN_RATIO } = await measurement('boards.ts')
    const what = { name: 'open a board of 5,000 cards ÷ its rows read raw', unit: 'ms', goal: OPEN_RATIO }
    return { rows: [summarise(what, await measureOpening(rounds))] }
  },
}

/** @type {Part} */
export const SCORES = {
  name: 'scores',
  title: 'Scoring three thousand decided cards',
  measure: async ({ rounds }) => {
    const { measureScores, SCORES_BUDGET_MS } = await measurement('boards.ts')
    const scores = { budget: SCORES_BUDGET_MS, measured: await measureScores(rounds) }
    return { line: scoreLines(scores), numbers: { scores } }
  },
}

/** A history takes long, and three rounds of it say what there is to say. */
const MOST_HISTORIES = 3

/** @type {Part} */
export const HISTORY = {
  name: 'history',
  title: 'Taking in a long history',
  measure: async ({ rounds }) => {
    const { measureHistory, HISTORY_RATIO, SIZE_RATIO } = await measurement('boards.ts')
    const { took, size, encoded } = await measureHistory(Math.min(rounds, MOST_HISTORIES))
    const what = {
      name: '260,000 edits of a board and its tables ÷ bare Yjs',
      unit: 'ms',
      goal: HISTORY_RATIO,
    }
    return {
      rows: [
        summarise(what, took),
        {
          name: 'a board on disk ÷ Yjs’s own encoding',
          unit: 'bytes',
          ours: size,
          baseline: encoded,
          ratio: size / encoded,
          goal: SIZE_RATIO,
          noisy: false,
        },
      ],
    }
  },
}

/** @type {Part} */
export const RECAP = {
  name: 'recap',
  title: 'Telling the recap of a long show',
  measure: async ({ rounds }) => {
    const { measureRecap, RECAP_BUDGET_MS } = await measurement('recap.ts')
    const recap = { budget: RECAP_BUDGET_MS, ...(await measureRecap(rounds)) }
    const what = { name: 'recap with the shield ÷ without it (p50)', unit: 'ms', goal: 1.3 }
    return { rows: [summarise(what, recap.rounds)], line: recapLines(recap), numbers: { recap } }
  },
}

/** @type {Part} */
export const MPV = {
  name: 'mpv',
  title: 'Following mpv',
  measure: async () => {
    await preparePlayers()
    const { measureMpvPosition, MPV_BUDGET_MS } = await measurement('mpv-position.ts')
    const mpv = { budget: MPV_BUDGET_MS, measured: await measureMpvPosition() }
    return { line: mpvLine(mpv), numbers: { mpv } }
  },
}
