import { CardDraft } from '@shared/boards/schema'
import { ItemId } from '@shared/ids'
import { expect, it } from 'vitest'
import { cardId, memberId, sampleBoard } from '../card-samples'
import { type CardForm, draftFrom, isTouched, missingIn, newForm, readAnswers } from './card-form'

const { id: boardId } = sampleBoard()
const form = (over: Partial<CardForm> = {}): CardForm => ({
  ...newForm({ id: cardId(1), boardId, kind: 'prediction', authorId: memberId(2), reach: 7 }),
  text: ' She stays. ',
  ...over,
})

it('a new card begins with the last episode that was seen, and with none before the first', () => {
  expect(form().ordinal).toBe(7)
  const kind = 'question'
  expect(newForm({ id: cardId(1), boardId, kind, authorId: null, reach: 0 }).ordinal).toBeNull()
})

it('what is typed becomes a draft that the core takes', () => {
  const draft = draftFrom(form({ closes: 12, safeAfter: null, labels: ['heart'] }))
  expect(CardDraft.parse(draft)).toMatchObject({
    text: 'She stays.',
    closes: 12,
    safeAfter: null,
    labels: ['heart'],
  })
  expect(draftFrom(form())).not.toHaveProperty('safeAfter')
})

it('options stand one a line, and edges with space between them', () => {
  expect(readAnswers(form({ answers: 'choice', options: 'Gabriel\n\n Alfie ' }))).toEqual({
    is: 'choice',
    options: ['Gabriel', 'Alfie'],
  })
  expect(readAnswers(form({ answers: 'bins', unit: 'k', edges: '10 20,5; 30' }))).toEqual({
    is: 'bins',
    unit: 'k',
    edges: [10, 20.5, 30],
  })
})

it('a form says what is missing', () => {
  expect(missingIn(form())).toBeNull()
  expect(missingIn(form({ text: ' ' }))).toBe('text')
  expect(missingIn(form({ answers: 'choice', options: 'Only one' }))).toBe('answers')
  expect(missingIn(form({ answers: 'bins', edges: '20 10' }))).toBe('answers')
  expect(missingIn(form({ answers: 'bins', edges: 'ten' }))).toBe('answers')
  expect(missingIn(form({ isSealed: true }))).toBe('odds')
  expect(missingIn(form({ isSealed: true, odds: [70, 30] }))).toBeNull()
  expect(draftFrom(form({ text: '' }))).toBeNull()
})

it('an empty form would not be missed, one with words or labels would', () => {
  expect(isTouched(form({ text: '' }))).toBe(false)
  expect(isTouched(form())).toBe(true)
  expect(isTouched(form({ text: '', labels: ['heart'] }))).toBe(true)
  const evidence = [
    {
      id: ItemId.parse(cardId(5)),
      stance: 'for' as const,
      ground: { is: 'beat' as const, beatId: ItemId.parse(cardId(6)) },
    },
  ]
  expect(draftFrom(form({ evidence }))?.evidence).toEqual(evidence)
})
