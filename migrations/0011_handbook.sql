-- What the organisation says itself: who helps, and what people may grant on the spot. Markdown, as it was typed.

CREATE TABLE handbook (
    page TEXT PRIMARY KEY,
    de TEXT NOT NULL,
    en TEXT NOT NULL,
    changed_at BIGINT NOT NULL
);
