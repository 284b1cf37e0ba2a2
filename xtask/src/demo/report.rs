//! The report: one HTML file that fetches nothing, readable by day and by night.

use super::charts;
use super::figures::{Figures, Period, TIERS};
use super::table::{COLUMNS, grouped};

/// The page around the figures.
const PAGE: &str = include_str!("report.html");

/// Writes the page. `verdict` and `customer` are what the terminal was told.
pub fn html(figures: &Figures, verdict: &str, customer: &str) -> Result<String, String> {
    let lapses: Vec<Vec<String>> = figures.calendar.iter().map(|(month, points)| vec![month.clone(), grouped(*points)]).collect();
    let ends: Vec<Vec<String>> = figures.months.iter().map(|month| vec![month.name.clone(), grouped(month.outstanding_at_end)]).collect();
    let on_tiers = |month: &Period| std::iter::once(month.name.clone()).chain(month.tiers.map(grouped)).collect();
    let tiers: Vec<Vec<String>> = figures.months.iter().map(on_tiers).collect();
    Ok(PAGE
        .replace("{{tiles}}", &tiles_of(figures))
        .replace("{{quarters}}", &periods("quarter", &figures.quarters))
        .replace("{{outstanding}}", &charts::outstanding(figures)?)
        .replace("{{outstanding_table}}", &table(&["month", "outstanding at its end"], &ends))
        .replace("{{movements}}", &charts::movements(figures)?)
        .replace("{{movements_table}}", &periods("month", &figures.months))
        .replace("{{tiers}}", &charts::tiers(figures)?)
        .replace("{{tiers_table}}", &table(&["month", TIERS[0], TIERS[1], TIERS[2]], &tiers))
        .replace("{{calendar}}", &charts::calendar(figures)?)
        .replace("{{calendar_table}}", &table(&["month", "points that lapse"], &lapses))
        .replace("{{customer}}", &escaped(customer))
        .replace("{{verdict}}", &escaped(verdict)))
}

/// The figures at the top.
fn tiles_of(figures: &Figures) -> String {
    let tiles = [
        ("members", figures.members),
        ("orders", figures.total(|quarter| quarter.orders)),
        ("points earned", figures.total(|quarter| quarter.earned)),
        ("redeemed", figures.total(|quarter| quarter.redeemed)),
        ("taken back", figures.total(|quarter| quarter.returned)),
        ("lapsed", figures.total(|quarter| quarter.lapsed)),
        ("outstanding", figures.outstanding),
        ("stamps", figures.stamps - figures.stamps_taken_back),
        ("free CDs", figures.free_cds),
    ];
    tiles.iter().map(|(name, figure)| format!("<div><dt>{name}</dt><dd>{}</dd></div>\n", grouped(*figure))).collect()
}

fn periods(heading: &str, periods: &[Period]) -> String {
    let headings: Vec<&str> = std::iter::once(heading).chain(COLUMNS.iter().map(|(heading, _)| *heading)).collect();
    let row = |period: &Period| {
        let figures = COLUMNS.iter().map(|(_, figure)| grouped(figure(period)));
        std::iter::once(period.name.clone()).chain(figures).collect()
    };
    table(&headings, &periods.iter().map(row).collect::<Vec<_>>())
}

/// A table whose first column names the row.
fn table(headings: &[&str], rows: &[Vec<String>]) -> String {
    let mut text = String::from("<table><thead><tr>");
    headings.iter().for_each(|heading| text.push_str(&format!("<th scope=\"col\">{heading}</th>")));
    text.push_str("</tr></thead><tbody>\n");
    for row in rows {
        text.push_str("<tr>");
        for (column, cell) in row.iter().enumerate() {
            let cell = escaped(cell);
            text.push_str(&if column == 0 { format!("<th scope=\"row\">{cell}</th>") } else { format!("<td>{cell}</td>") });
        }
        text.push_str("</tr>\n");
    }
    text.push_str("</tbody></table>");
    text
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
