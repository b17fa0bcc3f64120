/** The schema, as numbered steps. A step that was released never changes; what changes is added as the next one. */

/** Times are milliseconds since 1970. `PRAGMA user_version` says how many of these a file has had. */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE holds (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    status TEXT NOT NULL,
    subject TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    extensions INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    wrapped_key BLOB,
    document BLOB,
    intent BLOB,
    owner TEXT,
    record TEXT
  ) STRICT;
  CREATE INDEX holds_by_subject ON holds (subject, created_at, id);
  CREATE INDEX holds_by_age ON holds (created_at, id);
  CREATE INDEX holds_by_due ON holds (due_at, id);
  CREATE INDEX holds_owned ON holds (owner) WHERE owner IS NOT NULL;
  CREATE INDEX holds_with_bytes ON holds (bytes) WHERE bytes > 0;

  CREATE TABLE served (
    hold TEXT NOT NULL,
    version INTEGER NOT NULL,
    statement TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (hold, version, statement)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE answers (
    hold TEXT NOT NULL,
    key TEXT NOT NULL,
    body TEXT NOT NULL,
    answer BLOB,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (hold, key)
  ) STRICT;
  CREATE INDEX answers_by_age ON answers (created_at);

  CREATE TABLE records (
    seq INTEGER PRIMARY KEY NOT NULL,
    id TEXT NOT NULL UNIQUE,
    hold TEXT NOT NULL,
    subject TEXT NOT NULL,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    document TEXT NOT NULL,
    salt BLOB NOT NULL,
    leaf BLOB NOT NULL,
    notes BLOB,
    consumed_at INTEGER,
    asset TEXT,
    recipients TEXT
  ) STRICT;
  CREATE INDEX records_by_subject ON records (subject, seq);

  CREATE TABLE leaves (
    seq INTEGER PRIMARY KEY NOT NULL,
    leaf BLOB NOT NULL,
    chain BLOB NOT NULL,
    erased_at INTEGER
  ) STRICT;
  `,
];
