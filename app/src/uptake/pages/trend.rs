//! How a group's reach went over the last weeks.

use chrono::{Datelike, NaiveDate};
use leptos::{prelude::*, tachys::view::any_view::AnyView};

use super::{chart, groups::figure, name};
use crate::{language::Language, uptake::store::Group};

/// Reach by week, the latest first; nothing where there is only one week.
pub fn section(t: Language, group: &Group, reach: &[(NaiveDate, Option<i64>)]) -> Option<AnyView> {
    if reach.len() < 2 {
        return None;
    }
    let number = |monday: &NaiveDate| monday.iso_week().week().to_string();
    let points = reach.iter().rev().map(|(monday, percent)| (number(monday), *percent)).collect();
    let caption = t.with("uptake-trend-caption", &[("group", name(t, group).into()), ("half", t.percent(50).into())]);
    let row = |(monday, percent): &(NaiveDate, Option<i64>)| {
        let week = t.with("uptake-trend-week", &[("number", number(monday).into()), ("first", t.day(*monday).into())]);
        view! { <tr><th scope="row">{week}</th>{figure(t, "uptake-reach", percent.map(|percent| t.percent(percent)))}</tr> }
    };
    Some(
        view! {
            <section aria-labelledby="trend">
                <h2 id="trend">{t.t("uptake-trend")}</h2>
                <figure>
                    <figcaption>{caption}</figcaption>
                    {chart::shares(points)}
                    <details>
                        <summary>{t.t("uptake-trend-table")}</summary>
                        <table>
                            <thead>
                                <tr><th scope="col">{t.t("uptake-week")}</th><th scope="col" class="num">{t.t("uptake-reach")}</th></tr>
                            </thead>
                            <tbody>{reach.iter().map(row).collect_view()}</tbody>
                        </table>
                    </details>
                </figure>
            </section>
        }
        .into_any(),
    )
}
