//! A copy of everything that is stored about oneself, to read and to take along.

mod cells;
mod html;
mod json;
mod pages;
mod store;

pub use html::give_html;
pub use json::give_json;
pub use pages::show_my_data;
