-- What the organisation says of itself: vision, mission and values, sentence by sentence; and the worksheet that checks each for service.

CREATE TABLE value_statements (
    -- Made with the form.
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('vision', 'mission', 'value')),
    position BIGINT NOT NULL,
    -- A value's name; a vision and a mission have none.
    name_de TEXT NOT NULL,
    name_en TEXT NOT NULL,
    de TEXT NOT NULL,
    en TEXT NOT NULL,
    changed_at BIGINT NOT NULL
);

-- One check of one sentence. It names nobody: the organisation checks its own words.
CREATE TABLE value_checks (
    id TEXT PRIMARY KEY,
    statement_id TEXT NOT NULL REFERENCES value_statements (id),
    -- JSON: question -> yes, partly or no.
    answers TEXT NOT NULL,
    note TEXT NOT NULL,
    checked_at BIGINT NOT NULL
);
CREATE INDEX value_checks_by_statement ON value_checks (statement_id, checked_at);
