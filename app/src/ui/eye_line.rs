//! The eye line: progress runs along one thin line.

use leptos::{prelude::*, tachys::view::any_view::AnyView};

/// `done` of `total` stops along the line. Decoration: what it shows must also stand in words beside it.
pub fn progress_line(done: usize, total: usize) -> AnyView {
    let at = |stop: usize| format!("{:.1}%", 1.0 + 98.0 * stop as f64 / total.max(1) as f64);
    let here = done.min(total);
    let stops = (1..=total).filter(|stop| *stop != here).map(|stop| {
        let class = if stop < here { "you" } else { "" };
        view! { <circle class=class cx=at(stop) cy="10" r="3"/> }
    });
    view! {
        <svg class="eye" height="20" aria-hidden="true">
            <line x1="0" x2="100%" y1="10" y2="10"/>
            <line class="gone" x1="0" x2=at(here) y1="10" y2="10"/>
            {stops.collect_view()}
            <circle class="you" cx=at(here) cy="10" r="7"/>
        </svg>
    }
    .into_any()
}

/// A share along the line, with what it was before as an empty circle. Decoration as well.
pub fn share_line(percent: i64, before: Option<i64>) -> AnyView {
    let at = format!("{percent}%");
    let before = before.map(|before| view! { <circle class="open" cx=format!("{before}%") cy="10" r="4"/> });
    view! {
        <svg class="eye" height="20" aria-hidden="true">
            <line x1="0" x2="100%" y1="10" y2="10"/>
            <line class="gone" x1="0" x2=at.clone() y1="10" y2="10"/>
            {before}
            <circle class="you" cx=at cy="10" r="7"/>
        </svg>
    }
    .into_any()
}
