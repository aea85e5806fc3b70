/**
 * An outcome that a person has to act on: one sentence that says what is true and what to do.
 * Commands print it without a stack trace; any other error is a bug and keeps its trace.
 */
export class Refusal extends Error {
  name = 'Refusal'
}

/**
 * Runs the body of a command and turns its failure into an exit code and a sentence.
 *
 * @param {() => Promise<number | void>} body answers the exit code; nothing means 0
 */
export async function command(body) {
  try {
    process.exitCode = (await body()) ?? 0
  } catch (error) {
    console.error(error instanceof Refusal ? `\n${error.message}` : error)
    process.exitCode = 1
  }
}
