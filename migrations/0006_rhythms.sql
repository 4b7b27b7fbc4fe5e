-- How often in a week somebody means to practise; 0 for whoever chose to have no rhythm. Nobody else sees it.

CREATE TABLE rhythms (
    person_id TEXT PRIMARY KEY REFERENCES people (id),
    times BIGINT NOT NULL CHECK (times BETWEEN 0 AND 5)
);
