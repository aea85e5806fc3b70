import type { OpenQuestion, OpenQuestions } from '@shared/boards/schema'

/** What is open on the board and may be read: the person's own cards first, then what the pack asks. */
export const openQuestions = ({ open }: OpenQuestions): OpenQuestion[] => [
  ...open.filter(({ mine }) => mine),
  ...open.filter(({ mine }) => !mine),
]
