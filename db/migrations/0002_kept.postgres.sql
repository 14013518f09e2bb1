-- What people keep for themselves or for their unit: drafts, saved views, settings of the pages. `owner` is a login name; the code of
-- the unit for kind 'unit_view'. `body` is JSON that only the pages read.
CREATE TABLE kept (
    kind       TEXT NOT NULL,
    owner      TEXT NOT NULL,
    key        TEXT COLLATE "C" NOT NULL,
    body       TEXT NOT NULL,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (kind, owner, key)
);
CREATE INDEX kept_updated ON kept (kind, updated_at);
