//! Figures along the eye line. Decoration: the same figures stand in words and tables beside it.

use leptos::{prelude::*, tachys::view::any_view::AnyView};

/// Shares over time around a line at half: what stands below each, and the share, if there is one.
pub fn shares(points: Vec<(String, Option<i64>)>) -> AnyView {
    let of = points.len().saturating_sub(1).max(1) as f64;
    let x = |place: usize| format!("{:.1}%", 4.0 + 92.0 * place as f64 / of);
    let lines = points.windows(2).enumerate().filter_map(|(place, pair)| {
        let (from, to) = (height(pair[0].1?), height(pair[1].1?));
        Some(view! { <line class="you" x1=x(place) y1=from x2=x(place + 1) y2=to/> })
    });
    let marks = points.iter().enumerate().map(|(place, (below, percent))| {
        let mark = percent.map(|percent| {
            let y = height(percent);
            // The figure stands away from the line at half, but not where the label below stands.
            let text = if (20..50).contains(&percent) { y + 24 } else { y - 14 };
            view! {
                <circle class="you" cx=x(place) cy=y r="5"/>
                <text x=x(place) y=text text-anchor="middle">{percent}</text>
            }
        });
        view! { {mark}<text x=x(place) y="160" text-anchor="middle">{below.clone()}</text> }
    });
    view! {
        <svg class="eye" height="170" aria-hidden="true">
            <line x1="0" x2="100%" y1=height(50) y2=height(50)/>
            {lines.collect_view()}
            {marks.collect_view()}
        </svg>
    }
    .into_any()
}

/// 0 to 100 percent from 140 up to 20.
fn height(percent: i64) -> i64 {
    140 - percent * 6 / 5
}
