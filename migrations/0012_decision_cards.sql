-- What people may grant on the spot: a card for each job, and a common one for everybody else. `lines` is JSON: what, up to how much, whom to
-- tell afterwards, each in German and English. What organisations have written so far stays, as the note of the common card.

CREATE TABLE decision_cards (
    -- 'common', or made with the form.
    id TEXT PRIMARY KEY,
    job_de TEXT NOT NULL,
    job_en TEXT NOT NULL,
    -- No two jobs of one name; '' is the common card's.
    job_key TEXT NOT NULL UNIQUE,
    lines TEXT NOT NULL,
    note_de TEXT NOT NULL,
    note_en TEXT NOT NULL,
    changed_at BIGINT NOT NULL
);

INSERT INTO decision_cards (id, job_de, job_en, job_key, lines, note_de, note_en, changed_at)
SELECT 'common', '', '', '', '[]', de, en, changed_at FROM handbook WHERE page = 'decision-card';
DELETE FROM handbook WHERE page = 'decision-card';

-- Whose card it is: a team's; or one person's, whatever the team has. NULL: the common one.
ALTER TABLE teams ADD COLUMN card_id TEXT REFERENCES decision_cards (id);
ALTER TABLE people ADD COLUMN card_id TEXT REFERENCES decision_cards (id);
