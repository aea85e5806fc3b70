/** One step from a version of the schema to the next. It is never changed once it has been released. */
export interface Migration {
  /** Its number, from 1 without holes; the file's name begins with it. */
  readonly version: number
  readonly name: string
  readonly sql: string
}
