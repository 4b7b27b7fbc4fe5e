//! People as administration keeps them. Reads take the admin's scope; writes are one [`Work`](crate::admin::store::Work) each.

mod change;
mod create;
mod list;
mod person;

pub use change::{change_person, deactivate, hold_what_changes, reactivate, reset_sign_in, write_entry};
pub use create::{NewPerson, create_person, insert_person};
pub use list::{Row, count_people, list_people};
pub use person::{Person, Target, find_person, find_target, find_team};
