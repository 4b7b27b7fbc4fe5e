//! What the longer forms of the table send.

pub const ABSENCE: [(&str, &str); 5] =
    [("form", "{new}"), ("absence", "{new}"), ("person", "{person}"), ("first_day", "{due}"), ("last_day", "{later}")];
pub const RECORDING: [(&str, &str); 7] = [
    ("form", "{new}"),
    ("recording", "{new}"),
    ("attempt", "{new}"),
    ("item", "{open-item}"),
    ("version", "{open-version}"),
    ("number", "1"),
    ("file", "OggS and nothing else"),
];
/// Goes on with an attempt that is there.
pub const REPEATED: [(&str, &str); 7] = [
    ("form", "{new}"),
    ("recording", "{new}"),
    ("attempt", "{going-attempt}"),
    ("item", "{open-item}"),
    ("version", "{open-version}"),
    ("number", "3"),
    ("file", "OggS and nothing else"),
];

pub const SITE: [(&str, &str); 5] = [("form", "{new}"), ("site", "{new}"), ("site_name", "S {new}"), ZONE, REGION];
pub const NAMED: (&str, &str) = ("site_name", "T {new}");
pub const ZONE: (&str, &str) = ("time_zone", "Europe/Berlin");
pub const REGION: (&str, &str) = ("region", "DE");

pub const OWN: (&str, &str) = ("intention", "{intention}");
pub const REVISION: (&str, &str) = ("revision", "0");
pub const INTENTION: [(&str, &str); 5] = [
    ("form", "{new}"),
    ("intention", "{new}"),
    ("condition", "jemand wartet"),
    ("deed", "schaue ich auf"),
    ("day", "{due}"),
];

pub const ASSIGNMENT: [(&str, &str); 7] = [
    ("form", "{new}"),
    ("assignment", "{new}"),
    ("team", "{team}"),
    ("whom", "team"),
    ("what", "module:appreciative-communication"),
    ("due", "{due}"),
    ("note", ""),
];

pub const CHANGE: [(&str, &str); 5] =
    [("form", "{new}"), ("team", "{team}"), ("assignment", "{assignment}"), ("due", "{later}"), ("note", "Gern.")];
