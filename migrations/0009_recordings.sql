-- Spoken answers, and answers that are shared with a coach. The sound itself lies in the object store.

CREATE TABLE recordings (
    -- Made by the browser or with the form.
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES people (id),
    -- NULL once the attempt is deleted.
    attempt_id TEXT REFERENCES attempts (id),
    item TEXT NOT NULL,
    -- Where the sound lies; another place each time that it is sent.
    object TEXT NOT NULL UNIQUE,
    -- Media type, as the first bytes say.
    kind TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    -- As the browser measured it; NULL where a file was chosen.
    seconds BIGINT,
    sha256 TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    -- When somebody decided what becomes of it, or a coach reviewed it: 30 days from then on.
    decided_at BIGINT,
    delete_after BIGINT NOT NULL,
    -- 'deleting': nobody gets it any more; first the object goes, then this row.
    state TEXT NOT NULL CHECK (state IN ('stored', 'deleting'))
);
CREATE INDEX recordings_by_person ON recordings (person_id, created_at);
CREATE INDEX recordings_by_attempt ON recordings (attempt_id);
CREATE INDEX recordings_by_end ON recordings (state, delete_after);

-- What a learner shares with the coach, as long as it is shared.
CREATE TABLE responses (
    attempt_id TEXT PRIMARY KEY REFERENCES attempts (id),
    person_id TEXT NOT NULL REFERENCES people (id),
    item TEXT NOT NULL,
    shared_at BIGINT NOT NULL
);
CREATE INDEX responses_by_person ON responses (person_id, shared_at);
