-- Sentences that people keep for themselves. The id of one that was kept from a drill is made of attempt and step: kept twice, it is there once.
CREATE TABLE phrase_book (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES people (id),
    -- 'module/drill' that it was found at; empty where it was written down.
    item TEXT NOT NULL,
    text TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX phrase_book_by_person ON phrase_book (person_id, created_at);
