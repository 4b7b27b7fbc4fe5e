-- Where conversations take another turn than they could. Quarters whose figures are published ('2026-Q3'), with the minimum size of a group
-- that they were decided by.
CREATE TABLE closed_quarters (
    quarter TEXT PRIMARY KEY,
    closed_at BIGINT NOT NULL,
    minimum_group BIGINT NOT NULL
);

-- What is published of a version of a dialogue in a closed quarter, as JSON, written once and never changed. What is withheld is not there.
CREATE TABLE detours (
    quarter TEXT NOT NULL REFERENCES closed_quarters (quarter),
    version TEXT NOT NULL REFERENCES content_versions (version),
    -- 'module/drill'
    item TEXT NOT NULL,
    figures TEXT NOT NULL,
    PRIMARY KEY (quarter, version)
);
