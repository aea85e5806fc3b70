import type { Migration } from '../migration'

/**
 * What the workshop needs: the rest of a pack's header, the state of a pack before a person edited it (`base`,
 * JSON; null until the first edit, and for a show of their own that was never exported), the steps that can be
 * taken back, and the places that packs have and rows did not. A change of what was watched also keeps where it
 * left the line, so that taking it back does not move a line that was set since.
 */
export const workshop: Migration = {
  version: 3,
  name: 'workshop',
  sql: `
CREATE TABLE pack_header (
  show_id TEXT PRIMARY KEY REFERENCES show (id) ON DELETE CASCADE,
  title TEXT NOT NULL,
  about TEXT NOT NULL,
  licence TEXT NOT NULL,
  language TEXT NOT NULL,
  own INTEGER NOT NULL CHECK (own IN (0, 1)),
  base TEXT CHECK (json_valid(base))
) STRICT;

CREATE TABLE pack_step (
  seq INTEGER PRIMARY KEY,
  show_id TEXT NOT NULL REFERENCES show (id) ON DELETE CASCADE,
  patch TEXT NOT NULL CHECK (json_valid(patch)),
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
  made_at TEXT NOT NULL
) STRICT;
CREATE INDEX pack_step_by_show ON pack_step (show_id, seq);

ALTER TABLE watched_change ADD COLUMN line_after INTEGER CHECK (line_after >= 0);
ALTER TABLE source ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
ALTER TABLE person ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
ALTER TABLE beat_link ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
ALTER TABLE question ADD COLUMN answer_id TEXT;
`,
}
