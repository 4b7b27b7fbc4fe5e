//! `content-report`: what authors and editors want to know of the whole curriculum.

use std::path::Path;

use super::print;
use crate::content;

pub fn report(folder: Option<&Path>) -> anyhow::Result<()> {
    print(&app::library::content_report(&content::load(folder)?))
}
