import type { Migration } from '../migration'

/**
 * What the shield needs: stamps that open in the middle of an episode (`safe_from_ms`), specials, other orders
 * to watch in and the one that a person chose, the episode that is on now; and what the cast pages grow on:
 * circles of characters, the other side's word for a relationship, a person's own tracker readings.
 */
export const shield: Migration = {
  version: 2,
  name: 'shield',
  sql: `
ALTER TABLE episode ADD COLUMN special INTEGER NOT NULL DEFAULT 0 CHECK (special IN (0, 1));
ALTER TABLE role ADD COLUMN safe_from_ms INTEGER CHECK (safe_from_ms >= 0);
ALTER TABLE role_fact ADD COLUMN safe_from_ms INTEGER CHECK (safe_from_ms >= 0);
ALTER TABLE beat ADD COLUMN safe_from_ms INTEGER CHECK (safe_from_ms >= 0);
ALTER TABLE relationship ADD COLUMN safe_from_ms INTEGER CHECK (safe_from_ms >= 0);
ALTER TABLE relationship ADD COLUMN label_back TEXT;
ALTER TABLE relationship ADD COLUMN text TEXT;
ALTER TABLE reading ADD COLUMN safe_from_ms INTEGER CHECK (safe_from_ms >= 0);
ALTER TABLE reading ADD COLUMN mine INTEGER NOT NULL DEFAULT 0 CHECK (mine IN (0, 1));
ALTER TABLE reading ADD COLUMN at_ms INTEGER CHECK (at_ms >= 0);
ALTER TABLE reading ADD COLUMN created_at TEXT;
ALTER TABLE reading ADD COLUMN deleted_at TEXT;

CREATE TABLE episode_order (
  id TEXT PRIMARY KEY,
  show_id TEXT NOT NULL REFERENCES show (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  pack_key TEXT,
  UNIQUE (show_id, pack_key)
) STRICT;

CREATE TABLE order_entry (
  order_id TEXT NOT NULL REFERENCES episode_order (id) ON DELETE CASCADE,
  episode_id TEXT NOT NULL REFERENCES episode (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  PRIMARY KEY (order_id, episode_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX order_entry_by_episode ON order_entry (episode_id);

CREATE TABLE chosen_order (
  show_id TEXT PRIMARY KEY REFERENCES show (id) ON DELETE CASCADE,
  order_id TEXT NOT NULL REFERENCES episode_order (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX chosen_order_by_order ON chosen_order (order_id);

CREATE TABLE running_episode (
  show_id TEXT PRIMARY KEY REFERENCES show (id) ON DELETE CASCADE,
  episode_id TEXT NOT NULL REFERENCES episode (id) ON DELETE CASCADE,
  position_ms INTEGER NOT NULL CHECK (position_ms >= 0),
  set_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX running_episode_by_episode ON running_episode (episode_id);

CREATE TABLE circle (
  id TEXT PRIMARY KEY,
  show_id TEXT NOT NULL REFERENCES show (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  safe_after INTEGER CHECK (safe_after >= 1),
  position INTEGER NOT NULL,
  pack_key TEXT,
  UNIQUE (show_id, pack_key)
) STRICT;

CREATE TABLE circle_role (
  circle_id TEXT NOT NULL REFERENCES circle (id) ON DELETE CASCADE,
  role_id TEXT NOT NULL REFERENCES role (id) ON DELETE CASCADE,
  safe_after INTEGER CHECK (safe_after >= 1),
  position INTEGER NOT NULL,
  PRIMARY KEY (circle_id, role_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX circle_role_by_role ON circle_role (role_id);
`,
}
