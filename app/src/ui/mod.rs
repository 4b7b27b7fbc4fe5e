//! Shared pieces of page. Plain functions over plain markup; the looks are in `style/`.

mod errors;
mod eye_line;
mod form;
mod layout;
mod own;
mod rows;
mod search;
mod table;

pub use errors::error_page;
pub use eye_line::{progress_line, share_line};
pub use form::{Control, Form, choice_list, hidden, plain};
pub use layout::{Island, Page, Width, document, html, notice, said, said_at_length};
pub use own::own_tabs;
pub use rows::{Rows, one_more};
pub use search::{LONGEST_SEARCH, search_box};
pub use table::{page_of, pages_nav, tabs};
