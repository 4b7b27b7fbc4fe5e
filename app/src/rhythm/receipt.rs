//! The receipt: how much time learning took, as a page to print and as a file.

use chrono::{Datelike, NaiveDate};
use leptos::{prelude::*, tachys::view::any_view::AnyView};

use super::{
    model::{Week, by_month, total, years},
    store::list_all_weeks,
};
use crate::{
    activity::model::day_of,
    error::{Error, Result},
    language::Language,
    routes::to,
    ui::{Page, Width, tabs},
    visit::{Download, Visit},
};

/// One year; the latest with something in it, unless `?year=` asks for another.
pub async fn show_receipt(visit: Visit) -> Result<Page> {
    let actor = visit.actor()?;
    let weeks = list_all_weeks(visit.db().read(), &actor.permit_learning()).await?;
    let asked = visit.query("year").map(|year| year.parse().map_err(|_| Error::BadRequest)).transpose()?;
    let today = day_of(visit.now, &actor.time_zone);
    let years = years(&weeks);
    let year: i32 = asked.or(years.first().copied()).unwrap_or(today.year());
    let of_year: Vec<Week> = weeks.into_iter().filter(|week| week.month().year() == year).collect();
    let t = visit.language;
    let made = [("name", actor.name.as_str().into()), ("day", t.day(today).into())];
    let body = view! {
        <div class="head">
            <p class="kicker">{t.with("receipt-made", &made)}</p>
            <h1>{t.with("receipt-of-year", &[("year", year.to_string().into())])}</h1>
            <p class="lead">{t.t("receipt-lead")}</p>
        </div>
        {year_tabs(t, &years, year)}
        {tables(t, &of_year)}
        <p class="meta">{t.t("receipt-how")}</p>
        <p class="actions">
            <a class="button" href=to::receipt_csv().into_string() download="">{t.t("receipt-as-csv")}</a>
            <a href=to::rhythm().into_string()>{t.t("rhythm-title")}</a>
        </p>
    };
    Ok(Page::new(t.t("receipt-title"), Width::Reading, body))
}

fn year_tabs(t: Language, years: &[i32], here: i32) -> Option<AnyView> {
    let url = |year: i32| to::receipt().with("year", &year.to_string());
    let links = years.iter().map(|year| (url(*year), year.to_string())).collect();
    (years.len() > 1).then(|| tabs(t.t("receipt-years").into_owned(), links, url(here).as_str()))
}

/// Month by month, and week by week: the same time.
fn tables(t: Language, weeks: &[Week]) -> AnyView {
    if weeks.is_empty() {
        return view! { <p>{t.t("receipt-nothing")}</p> }.into_any();
    }
    let month = |month: NaiveDate| format!("{} {}", t.month(month), month.year());
    let months = by_month(weeks).into_iter().map(|(first, minutes)| (month(first), minutes)).collect();
    let week = |week: &Week| {
        let days = [("first", t.day(week.monday).into()), ("last", t.day(week.sunday()).into())];
        (t.with("receipt-days", &days), week.minutes)
    };
    view! {
        {table(t, ["receipt-by-month", "receipt-month"], months, Some(total(weeks)))}
        {table(t, ["receipt-by-week", "receipt-week"], weeks.iter().map(week).collect(), None)}
    }
    .into_any()
}

fn table(t: Language, [caption, name]: [&'static str; 2], rows: Vec<(String, i64)>, sum: Option<i64>) -> AnyView {
    let row = |(name, minutes): (String, i64)| {
        view! { <tr><th scope="row">{name}</th><td class="num" data-label=t.t("receipt-time")>{duration(t, minutes)}</td></tr> }
    };
    let sum = sum.map(|sum| view! { <tfoot>{row((t.t("receipt-total").into_owned(), sum))}</tfoot> });
    view! {
        <table class="receipt">
            <caption>{t.t(caption)}</caption>
            <thead><tr><th scope="col">{t.t(name)}</th><th scope="col" class="num">{t.t("receipt-time")}</th></tr></thead>
            <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
            {sum}
        </table>
    }
    .into_any()
}

/// `45 Min.`, `1 Std. 5 Min.`
fn duration(t: Language, minutes: i64) -> String {
    let (hours, rest) = (t.number(minutes / 60), t.number(minutes % 60));
    match minutes / 60 {
        0 => t.with("receipt-minutes", &[("minutes", rest.into())]),
        _ => t.with("receipt-hours", &[("hours", hours.into()), ("minutes", rest.into())]),
    }
}

/// All weeks as a file for spreadsheets, the earliest first. Plain ASCII, so that it needs no byte order mark, and the same in every language:
/// days as ISO has them, whole minutes, and names of columns that formulas can rely on.
pub async fn give_receipt(visit: Visit) -> Result<Download> {
    let weeks = list_all_weeks(visit.db().read(), &visit.actor()?.permit_learning()).await?;
    let body = to_csv(&weeks).map_err(Error::internal)?;
    Ok(Download { name: "augenhoehe-receipt.csv", kind: "text/csv; charset=utf-8; header=present", body })
}

fn to_csv(weeks: &[Week]) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(["week", "first_day", "last_day", "month", "minutes"])?;
    for week in weeks.iter().rev() {
        let (number, month) = (week.monday.format("%G-W%V"), week.month().format("%Y-%m"));
        let days = [week.monday, week.sunday()].map(|day| day.to_string());
        let [first, last] = days;
        writer.write_record([number.to_string(), first, last, month.to_string(), week.minutes.to_string()])?;
    }
    writer.flush()?;
    writer.into_inner().map_err(|error| error.into_error().into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Locale;

    #[test]
    fn the_file_says_the_same_in_every_language() {
        let weeks = ["2026-11-16", "2025-12-29"].map(|monday| Week::new(monday.parse().unwrap(), 90 * 60_000));
        let csv = String::from_utf8(to_csv(&weeks).unwrap()).unwrap();
        let expected = [
            "week,first_day,last_day,month,minutes",
            "2026-W01,2025-12-29,2026-01-04,2026-01,90",
            "2026-W47,2026-11-16,2026-11-22,2026-11,90",
            "",
        ];
        assert_eq!(csv, expected.join("\r\n"));
        assert!(csv.is_ascii());
        assert_eq!(to_csv(&[]).unwrap(), b"week,first_day,last_day,month,minutes\r\n");
    }

    #[test]
    fn hours_come_with_their_minutes() {
        let t = Language { locale: Locale::En };
        assert_eq!(
            [0, 59, 60, 125].map(|minutes| duration(t, minutes)),
            ["0\u{a0}min", "59\u{a0}min", "1\u{a0}h 0\u{a0}min", "2\u{a0}h 5\u{a0}min"]
        );
    }
}
