//! Sites and teams as administration keeps them.

mod read;
mod write;

pub use read::{Coach, Place, Site, Team, TeamChoice, find_site, find_team, list_coaches, list_places, list_teams};
pub use write::{change_site, change_team, create_site, create_team, set_site_open, set_team_open};
