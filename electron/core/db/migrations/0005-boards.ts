import type { Migration } from '../migration'

/**
 * Boards as documents that merge. `crdt_doc` and `crdt_update` hold the documents: a snapshot, and the updates that
 * came after it, each with a checksum; an update that could not be read is set aside and never deleted. The other
 * tables are a view of the documents and can be made anew from them: `place` orders what lies beside each other,
 * the `_key`s name an episode, a beat or a question as its pack does, `after_key` is the last episode that had been
 * seen when something was done (null for none). Only `seal_secret` is no view: what a seal hides is in no document
 * before it is opened. What may be long is the last column of its row, so that no other one lies behind it.
 *
 * The cards of earlier libraries wait in `card_before` until the boards take them in.
 */
export const boards: Migration = {
  version: 5,
  name: 'boards',
  sql: `
DROP INDEX card_by_lane;
DROP INDEX card_by_question;
ALTER TABLE card RENAME TO card_before;
CREATE INDEX card_before_by_question ON card_before (question_id);
CREATE INDEX card_before_by_show ON card_before (show_id);

CREATE TABLE crdt_doc (
  doc_id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('board')),
  show_id TEXT NOT NULL REFERENCES show (id) ON DELETE CASCADE,
  format INTEGER NOT NULL CHECK (format >= 1),
  snapshot_seq INTEGER NOT NULL CHECK (snapshot_seq >= 0),
  snapshot_sum INTEGER,
  state_vector BLOB,
  snapshot BLOB,
  CHECK ((snapshot IS NULL) = (snapshot_sum IS NULL))
) STRICT;
CREATE INDEX crdt_doc_by_show ON crdt_doc (show_id);

CREATE TABLE crdt_update (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  doc_id TEXT NOT NULL REFERENCES crdt_doc (doc_id) ON DELETE CASCADE,
  origin TEXT NOT NULL,
  author TEXT,
  device TEXT,
  at TEXT NOT NULL,
  sum INTEGER NOT NULL,
  aside INTEGER NOT NULL DEFAULT 0 CHECK (aside IN (0, 1)),
  u BLOB NOT NULL
) STRICT;
CREATE INDEX crdt_update_by_doc ON crdt_update (doc_id, seq);

CREATE TABLE board (
  doc_id TEXT PRIMARY KEY REFERENCES crdt_doc (doc_id) ON DELETE CASCADE,
  show_id TEXT NOT NULL REFERENCES show (id) ON DELETE CASCADE,
  title TEXT,
  made_at TEXT NOT NULL,
  gone_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX board_by_show ON board (show_id);

CREATE TABLE board_lane (
  doc_id TEXT NOT NULL REFERENCES crdt_doc (doc_id) ON DELETE CASCADE,
  lane_id TEXT NOT NULL,
  role TEXT CHECK (role IN ('questions', 'theories', 'predictions', 'resolved')),
  name TEXT,
  place TEXT NOT NULL,
  PRIMARY KEY (doc_id, lane_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE board_card (
  card_id TEXT PRIMARY KEY,
  doc_id TEXT NOT NULL REFERENCES crdt_doc (doc_id) ON DELETE CASCADE,
  lane_id TEXT NOT NULL,
  place TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('question', 'theory', 'prediction')),
  text TEXT NOT NULL,
  excerpt TEXT NOT NULL,
  form TEXT CHECK (json_valid(form)),
  author_id TEXT,
  question_key TEXT,
  parent_id TEXT,
  episode_key TEXT,
  safe_said INTEGER NOT NULL CHECK (safe_said IN (0, 1)),
  safe_key TEXT,
  closes_key TEXT,
  after_key TEXT,
  words_seal TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  archived_at TEXT,
  gone_at TEXT,
  details TEXT NOT NULL
) STRICT;
CREATE INDEX board_card_by_lane ON board_card (doc_id, lane_id, place, card_id);

CREATE TABLE card_label (
  doc_id TEXT NOT NULL REFERENCES crdt_doc (doc_id) ON DELETE CASCADE,
  card_id TEXT NOT NULL,
  label TEXT NOT NULL,
  PRIMARY KEY (doc_id, card_id, label)
) STRICT, WITHOUT ROWID;

CREATE TABLE card_evidence (
  doc_id TEXT NOT NULL REFERENCES crdt_doc (doc_id) ON DELETE CASCADE,
  card_id TEXT NOT NULL,
  evidence_id TEXT NOT NULL,
  stance TEXT NOT NULL CHECK (stance IN ('for', 'against')),
  kind TEXT NOT NULL CHECK (kind IN ('note', 'quote', 'line', 'beat', 'moment')),
  note_id TEXT,
  beat_key TEXT,
  episode_key TEXT,
  at_ms INTEGER CHECK (at_ms >= 0),
  text TEXT,
  PRIMARY KEY (doc_id, card_id, evidence_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX card_evidence_by_note ON card_evidence (note_id) WHERE note_id IS NOT NULL;

CREATE TABLE card_odds (
  doc_id TEXT NOT NULL REFERENCES crdt_doc (doc_id) ON DELETE CASCADE,
  card_id TEXT NOT NULL,
  odds_id TEXT NOT NULL,
  member_id TEXT NOT NULL,
  at TEXT NOT NULL,
  after_key TEXT,
  odds TEXT CHECK (json_valid(odds)),
  commitment TEXT,
  opened_at TEXT,
  matches INTEGER CHECK (matches IN (0, 1)),
  PRIMARY KEY (doc_id, card_id, odds_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE card_verdict (
  doc_id TEXT NOT NULL REFERENCES crdt_doc (doc_id) ON DELETE CASCADE,
  card_id TEXT NOT NULL,
  verdict_id TEXT NOT NULL,
  outcome INTEGER CHECK (outcome >= -1),
  episode_key TEXT,
  after_key TEXT,
  at TEXT NOT NULL,
  member_id TEXT,
  text TEXT NOT NULL,
  PRIMARY KEY (doc_id, card_id, verdict_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE board_start (
  doc_id TEXT NOT NULL REFERENCES crdt_doc (doc_id) ON DELETE CASCADE,
  episode_key TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (doc_id, episode_key, at)
) STRICT, WITHOUT ROWID;

CREATE TABLE seal_secret (
  seal_id TEXT PRIMARY KEY,
  doc_id TEXT NOT NULL REFERENCES crdt_doc (doc_id) ON DELETE CASCADE,
  card_id TEXT NOT NULL,
  salt TEXT NOT NULL,
  secret TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX seal_secret_by_doc ON seal_secret (doc_id, card_id);
`,
}
