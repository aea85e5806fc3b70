import { z } from 'zod'

/** What can be saved outside the library, by the ending of its file. */
export const FileKind = z.enum(['md', 'png', 'pdf', 'svg', 'ics', 'entracte'])
export type FileKind = z.infer<typeof FileKind>

/** The most bytes that one exported file may have. */
const MAX_FILE_BYTES = 256 * 1024 * 1024

/** A file on its way to a place that the person chooses. Its name is a proposal. */
export const FileToSave = z.strictObject({
  name: z.string().max(200),
  kind: FileKind,
  bytes: z.instanceof(Uint8Array).refine(({ byteLength }) => byteLength <= MAX_FILE_BYTES),
})
export type FileToSave = z.infer<typeof FileToSave>

/** Whether it was saved, and under which name; a person may think better of it. */
export const SavedFile = z.strictObject({ saved: z.boolean(), name: z.string().nullable() })
export type SavedFile = z.infer<typeof SavedFile>

/** Keys that work from anywhere: call the overlay, mark the moment, start or pause the clock. */
export const ShortcutName = z.enum(['call', 'mark', 'toggle'])
export type ShortcutName = z.infer<typeof ShortcutName>

/** Whether a key works: `unsure` where the system says so and may not mean it. */
export const ShortcutState = z.strictObject({ name: ShortcutName, works: z.enum(['yes', 'no', 'unsure']) })
export type ShortcutState = z.infer<typeof ShortcutState>

/** The strip over the film: whether it is on screen, and whether it has been called and takes the keys. */
export const OverlayState = z.strictObject({ open: z.boolean(), called: z.boolean() })
export type OverlayState = z.infer<typeof OverlayState>

/** How the first page was drawn: what stood in its root, and the language of its words. Redacted like the page itself. */
export const LastLook = z.strictObject({
  html: z.string().max(2_000_000),
  language: z.enum(['en', 'fr']),
})
export type LastLook = z.infer<typeof LastLook>
