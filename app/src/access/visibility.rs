//! Who sees what: one row for every kind of data, with its purpose, retention and viewers. The page, the tests and the annex for a works
//! agreement are made from it. No table may be stored in that is not named here.

/// What somebody other than the person sees of a kind of data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    Yes,
    No,
    /// Yes, of the teams that a grant names.
    OwnTeams,
    /// Done or not and the date, of the teams that a grant names.
    DoneAndDate,
    /// What is shared, of the teams that a grant names.
    WhenShared,
    /// Published figures of groups of the minimum size.
    Groups,
    /// The words of many together, without names.
    Words,
    /// The days alone.
    Dates,
    /// One's own only.
    Own,
}

impl View {
    /// The message that says it.
    pub fn message(self) -> &'static str {
        match self {
            View::Yes => "sees-yes",
            View::No => "sees-no",
            View::OwnTeams => "sees-own-teams",
            View::DoneAndDate => "sees-done-and-date",
            View::WhenShared => "sees-when-shared",
            View::Groups => "sees-groups",
            View::Words => "sees-words",
            View::Dates => "sees-dates",
            View::Own => "sees-own",
        }
    }
}

/// A kind of data. Its name, purpose and retention are the messages `data-ID`, `data-ID-purpose` and `data-ID-kept`.
#[derive(Debug)]
pub struct Kind {
    pub id: &'static str,
    /// The tables that hold it.
    pub tables: &'static [&'static str],
    pub person: View,
    pub coach: View,
    pub leader: View,
    pub admin: View,
}

/// All that is stored.
pub const KINDS: &[Kind] = &[
    Kind {
        id: "completions",
        tables: &["assignments", "team_assignments", "assignment_completions"],
        person: View::Yes,
        coach: View::DoneAndDate,
        leader: View::Groups,
        admin: View::No,
    },
    Kind {
        id: "practice",
        tables: &[
            "attempts",
            "steps",
            "lesson_progress",
            "check_answers",
            "completions",
            "finished",
            "weekly_activity",
            "evidence",
            "recall_reviews",
            "recall_states",
            "recall_pauses",
            "rhythms",
            "test_outs",
        ],
        person: View::Yes,
        coach: View::No,
        leader: View::Groups,
        admin: View::No,
    },
    Kind {
        id: "phrases",
        tables: &["phrase_book"],
        person: View::Yes,
        coach: View::No,
        leader: View::No,
        admin: View::No,
    },
    Kind {
        id: "responses",
        tables: &["responses", "recordings"],
        person: View::Yes,
        coach: View::WhenShared,
        leader: View::No,
        admin: View::No,
    },
    Kind {
        id: "reflections",
        tables: &["reflections", "intentions"],
        person: View::Yes,
        coach: View::No,
        leader: View::No,
        admin: View::No,
    },
    Kind {
        id: "obstacles",
        tables: &["obstacles"],
        person: View::No,
        coach: View::No,
        leader: View::Words,
        admin: View::No,
    },
    Kind {
        id: "absences",
        tables: &["absences"],
        person: View::Yes,
        coach: View::Dates,
        leader: View::No,
        admin: View::Dates,
    },
    Kind {
        id: "uptake",
        tables: &["uptake", "closed_weeks"],
        person: View::No,
        coach: View::No,
        leader: View::Groups,
        admin: View::No,
    },
    Kind {
        id: "detours",
        tables: &["detours", "closed_quarters"],
        person: View::No,
        coach: View::No,
        leader: View::Groups,
        admin: View::No,
    },
    Kind {
        id: "people",
        tables: &["people", "teams", "sites", "grants", "organisation"],
        person: View::Yes,
        coach: View::OwnTeams,
        leader: View::No,
        admin: View::Yes,
    },
    Kind {
        id: "decision-card",
        // The organisation's words; whose card it is says a column of people and teams.
        tables: &["decision_cards"],
        person: View::Yes,
        coach: View::No,
        leader: View::No,
        admin: View::Yes,
    },
    Kind {
        id: "sign-ins",
        tables: &["sessions", "sign_in_failures", "one_time_codes", "audit_log", "notices", "flashes"],
        person: View::Own,
        coach: View::No,
        leader: View::No,
        admin: View::Yes,
    },
];

/// Tables that say nothing about anybody.
pub const IMPERSONAL_TABLES: &[&str] =
    &["content_versions", "handbook", "value_statements", "value_checks", "_sqlx_migrations"];
