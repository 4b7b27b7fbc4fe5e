//! The numbered schema changes, compiled in.

use std::borrow::Cow;

use sqlx::{
    SqlStr,
    migrate::{Migration, MigrationType, Migrator},
};

use super::Engine;

/// A step's SQL: one text for both engines where that is possible.
enum Text {
    Both(&'static str),
    Each { sqlite: &'static str, postgres: &'static str },
}

const STEPS: &[(i64, &str, Text)] = &[
    (1, "people", Text::Both(include_str!("../../../migrations/0001_people.sql"))),
    (2, "practice", Text::Both(include_str!("../../../migrations/0002_practice.sql"))),
    (3, "coaching", Text::Both(include_str!("../../../migrations/0003_coaching.sql"))),
    (4, "recall", Text::Both(include_str!("../../../migrations/0004_recall.sql"))),
    (5, "intentions", Text::Both(include_str!("../../../migrations/0005_intentions.sql"))),
    (6, "rhythms", Text::Both(include_str!("../../../migrations/0006_rhythms.sql"))),
    (
        7,
        "drill_kinds",
        Text::Each {
            sqlite: include_str!("../../../migrations/0007_drill_kinds.sqlite.sql"),
            postgres: include_str!("../../../migrations/0007_drill_kinds.postgres.sql"),
        },
    ),
    (8, "phrase_book", Text::Both(include_str!("../../../migrations/0008_phrase_book.sql"))),
    (9, "recordings", Text::Both(include_str!("../../../migrations/0009_recordings.sql"))),
    (10, "mastery", Text::Both(include_str!("../../../migrations/0010_mastery.sql"))),
    (11, "handbook", Text::Both(include_str!("../../../migrations/0011_handbook.sql"))),
    (12, "decision_cards", Text::Both(include_str!("../../../migrations/0012_decision_cards.sql"))),
    (13, "our_values", Text::Both(include_str!("../../../migrations/0013_our_values.sql"))),
    (14, "detours", Text::Both(include_str!("../../../migrations/0014_detours.sql"))),
    (
        15,
        "by_key",
        Text::Each {
            sqlite: include_str!("../../../migrations/0015_by_key.sqlite.sql"),
            postgres: include_str!("../../../migrations/0015_by_key.postgres.sql"),
        },
    ),
    (16, "value_checks", Text::Both(include_str!("../../../migrations/0016_value_checks.sql"))),
    (17, "covering", Text::Both(include_str!("../../../migrations/0017_covering.sql"))),
    (
        18,
        "finished",
        Text::Each {
            sqlite: include_str!("../../../migrations/0018_finished.sqlite.sql"),
            postgres: include_str!("../../../migrations/0018_finished.postgres.sql"),
        },
    ),
    (
        19,
        "team_assignments",
        Text::Each {
            sqlite: include_str!("../../../migrations/0019_team_assignments.sqlite.sql"),
            postgres: include_str!("../../../migrations/0019_team_assignments.postgres.sql"),
        },
    ),
    (
        20,
        "assignment_completions",
        Text::Each {
            sqlite: include_str!("../../../migrations/0020_assignment_completions.sqlite.sql"),
            postgres: include_str!("../../../migrations/0020_assignment_completions.postgres.sql"),
        },
    ),
    (
        21,
        "team_members",
        Text::Each {
            sqlite: include_str!("../../../migrations/0021_team_members.sqlite.sql"),
            postgres: include_str!("../../../migrations/0021_team_members.postgres.sql"),
        },
    ),
];

/// The steps up to the one with this number.
pub(super) fn migrator(engine: Engine, last: i64) -> Migrator {
    let steps = STEPS.iter().filter(|(number, ..)| *number <= last).map(|(number, name, text)| {
        let sql = match (text, engine) {
            (Text::Both(sql), _) => sql,
            (Text::Each { sqlite, .. }, Engine::Sqlite) => sqlite,
            (Text::Each { postgres, .. }, Engine::Postgres) => postgres,
        };
        Migration::new(*number, Cow::Borrowed(*name), MigrationType::Simple, SqlStr::from_static(sql), false)
    });
    Migrator::with_migrations(steps.collect())
}

/// The number of the last step.
pub fn schema_version() -> i64 {
    STEPS.iter().map(|(number, ..)| *number).max().unwrap_or_default()
}
