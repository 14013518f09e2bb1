-- Everything that is kept. Times are milliseconds UTC, days are counted since 1970, digests are 32 bytes.
-- A text that is empty is null. Keys are made by the program (time, node, counter).

CREATE TABLE complaint (
    id        BIGINT PRIMARY KEY,
    number    BIGINT NOT NULL,
    version   BIGINT NOT NULL,
    next_due  BIGINT,
    record    TEXT NOT NULL,
    salt      BYTEA,
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
    position  BIGINT PRIMARY KEY,
    complaint BIGINT NOT NULL,
    seq       BIGINT NOT NULL,
    body      TEXT NOT NULL,
    digest    BYTEA NOT NULL,
    salt      BYTEA,
    text      TEXT,
    personal  TEXT
);
CREATE UNIQUE INDEX event_of_complaint ON event (complaint, seq);

-- The last position of each write lane, and the blocks of events sealed together at one commit.
-- `turn` moves on with each claim of a lane and each commit through it: a writer that saw an older turn is refused. `ended` names the last
-- transaction committed, so that one whose answer was lost is found.
CREATE TABLE lane (
    id       BIGINT PRIMARY KEY,
    position BIGINT NOT NULL,
    turn     BIGINT NOT NULL,
    ended    TEXT NOT NULL
);
CREATE TABLE anchor (
    upto   BIGINT PRIMARY KEY,
    digest BYTEA NOT NULL
);

-- The processes that share this schema, each in its slot (lanes and key numbers go by it); free when nobody holds it.
CREATE TABLE node (
    slot       BIGINT PRIMARY KEY,
    generation BIGINT NOT NULL,
    holder     TEXT NOT NULL,
    seen_at    BIGINT NOT NULL
);

-- The last number given out on each day.
CREATE TABLE day_counter (
    day   BIGINT PRIMARY KEY,
    value BIGINT NOT NULL
);

-- The search tokens of a complaint, apart from its row: they are written once more when later texts add to them.
CREATE TABLE search (
    complaint BIGINT PRIMARY KEY,
    tokens    TSVECTOR NOT NULL
);
-- New entries wait in a list until they are merged in, by the program and before the list is as long (kB) as this.
CREATE INDEX search_tokens ON search USING gin (tokens) WITH (gin_pending_list_limit = 16384);

CREATE TABLE attachment (
    id         TEXT NOT NULL,
    complaint  BIGINT NOT NULL,
    event_seq  BIGINT NOT NULL,
    digest     TEXT NOT NULL,
    name       TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size       BIGINT NOT NULL,
    at         BIGINT NOT NULL
);
CREATE UNIQUE INDEX attachment_id ON attachment (id);
CREATE INDEX attachment_of_complaint ON attachment (complaint);

CREATE TABLE idempotency (
    key      BYTEA NOT NULL,
    body     BYTEA NOT NULL,
    status   BIGINT NOT NULL,
    at       BIGINT NOT NULL,
    response TEXT NOT NULL
);
CREATE UNIQUE INDEX idempotency_key ON idempotency (key);
CREATE INDEX idempotency_at ON idempotency (at);

CREATE TABLE document (
    kind           TEXT NOT NULL,
    code           TEXT COLLATE "C" NOT NULL,
    version        BIGINT NOT NULL,
    valid_from_day BIGINT NOT NULL,
    body           TEXT NOT NULL,
    changed_at     BIGINT NOT NULL,
    changed_by     TEXT NOT NULL,
    PRIMARY KEY (kind, code, version)
);
CREATE TABLE reference_state (
    id      BIGINT PRIMARY KEY,
    version BIGINT NOT NULL
);

CREATE TABLE person (
    name          TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    role          TEXT NOT NULL,
    unit          TEXT NOT NULL,
    display_name  TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    must_change   BIGINT NOT NULL,
    disabled      BIGINT NOT NULL,
    changed_at    BIGINT NOT NULL
);
CREATE TABLE token (
    digest     BYTEA PRIMARY KEY NOT NULL,
    user_name  TEXT NOT NULL,
    label      TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT,
    revoked_at BIGINT
);
CREATE TABLE session (
    digest       BYTEA PRIMARY KEY NOT NULL,
    user_name    TEXT NOT NULL,
    csrf         TEXT NOT NULL,
    peer         TEXT NOT NULL,
    agent        TEXT NOT NULL,
    created_at   BIGINT NOT NULL,
    last_seen_at BIGINT NOT NULL
);
CREATE INDEX session_of_user ON session (user_name);
