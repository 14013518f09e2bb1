-- Everything that is kept. Times are milliseconds UTC, days are counted since 1970, digests are 32 bytes.
-- A text that is empty is null. Keys are made by the program (time, node, counter).

CREATE TABLE complaint (
    id        INTEGER PRIMARY KEY,
    number    INTEGER NOT NULL,
    version   INTEGER NOT NULL,
    next_due  INTEGER,
    record    TEXT NOT NULL,
    salt      BLOB,
    text      TEXT,
    personal  TEXT,
    result    TEXT,
    external  TEXT,
    tracking  TEXT
);
CREATE UNIQUE INDEX complaint_number ON complaint (number);
CREATE INDEX complaint_next_due ON complaint (next_due) WHERE next_due IS NOT NULL;
CREATE UNIQUE INDEX complaint_external ON complaint (external) WHERE external IS NOT NULL;

-- The texts of the first event of a complaint lie in the complaint's row.
CREATE TABLE event (
    position  INTEGER PRIMARY KEY,
    complaint INTEGER NOT NULL,
    seq       INTEGER NOT NULL,
    body      TEXT NOT NULL,
    digest    BLOB NOT NULL,
    salt      BLOB,
    text      TEXT,
    personal  TEXT
);
CREATE UNIQUE INDEX event_of_complaint ON event (complaint, seq);

-- The last position of each write lane, and the blocks of events sealed together at one commit.
CREATE TABLE lane (
    id       INTEGER PRIMARY KEY,
    position INTEGER NOT NULL
);
CREATE TABLE anchor (
    upto   INTEGER PRIMARY KEY,
    digest BLOB NOT NULL
);

-- The last number given out on each day.
CREATE TABLE day_counter (
    day   INTEGER PRIMARY KEY,
    value INTEGER NOT NULL
);

-- Search tokens on their way to the search file, one row a commit, and the last row that has left the queue.
CREATE TABLE search_queue (
    id      INTEGER PRIMARY KEY,
    entries BLOB NOT NULL
);
CREATE TABLE search_state (
    id           INTEGER PRIMARY KEY,
    trimmed_upto INTEGER NOT NULL
);
INSERT INTO search_state (id, trimmed_upto) VALUES (1, 0);

CREATE TABLE attachment (
    id         TEXT NOT NULL,
    complaint  INTEGER NOT NULL,
    event_seq  INTEGER NOT NULL,
    digest     TEXT NOT NULL,
    name       TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size       INTEGER NOT NULL,
    at         INTEGER NOT NULL
);
CREATE UNIQUE INDEX attachment_id ON attachment (id);
CREATE INDEX attachment_of_complaint ON attachment (complaint);

CREATE TABLE idempotency (
    key      BLOB NOT NULL,
    body     BLOB NOT NULL,
    status   INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    response TEXT NOT NULL
);
CREATE UNIQUE INDEX idempotency_key ON idempotency (key);
CREATE INDEX idempotency_at ON idempotency (at);

CREATE TABLE document (
    kind           TEXT NOT NULL,
    code           TEXT NOT NULL,
    version        INTEGER NOT NULL,
    valid_from_day INTEGER NOT NULL,
    body           TEXT NOT NULL,
    changed_at     INTEGER NOT NULL,
    changed_by     TEXT NOT NULL,
    PRIMARY KEY (kind, code, version)
);
CREATE TABLE reference_state (
    id      INTEGER PRIMARY KEY,
    version INTEGER NOT NULL
);

CREATE TABLE person (
    name          TEXT PRIMARY KEY NOT NULL,
    role          TEXT NOT NULL,
    unit          TEXT NOT NULL,
    display_name  TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    must_change   INTEGER NOT NULL,
    disabled      INTEGER NOT NULL,
    changed_at    INTEGER NOT NULL
);
CREATE TABLE token (
    digest     BLOB PRIMARY KEY NOT NULL,
    user_name  TEXT NOT NULL,
    label      TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER,
    revoked_at INTEGER
);
CREATE TABLE session (
    digest       BLOB PRIMARY KEY NOT NULL,
    user_name    TEXT NOT NULL,
    csrf         TEXT NOT NULL,
    peer         TEXT NOT NULL,
    agent        TEXT NOT NULL,
    created_at   INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL
);
CREATE INDEX session_of_user ON session (user_name);
