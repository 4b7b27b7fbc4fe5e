-- Recall cards: what was answered, and when each comes again. `card` is 'module/card'.

-- Append-only.
CREATE TABLE recall_reviews (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES people (id),
    card TEXT NOT NULL,
    -- The person's first answer to the card is 1, the next one 2: of two tabs, one goes on.
    number BIGINT NOT NULL,
    grade TEXT NOT NULL CHECK (grade IN ('again', 'hard', 'good', 'easy')),
    -- Since the answer before, at the person's site.
    days BIGINT NOT NULL,
    at BIGINT NOT NULL,
    UNIQUE (person_id, card, number)
);

-- Derived with every answer.
CREATE TABLE recall_states (
    person_id TEXT NOT NULL REFERENCES people (id),
    card TEXT NOT NULL,
    reviews BIGINT NOT NULL,
    -- In billionths (of a day): no engine writes and reads a fraction as the other does.
    stability BIGINT NOT NULL,
    difficulty BIGINT NOT NULL,
    reviewed_at BIGINT NOT NULL,
    due_on TEXT NOT NULL,
    PRIMARY KEY (person_id, card)
);

-- Until when a person wants no cards, that day included.
CREATE TABLE recall_pauses (
    person_id TEXT PRIMARY KEY REFERENCES people (id),
    last_day TEXT NOT NULL
);
