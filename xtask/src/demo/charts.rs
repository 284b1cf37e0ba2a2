//! The charts of the report, as SVG text that takes its colours from the page around it.

use plotters::coord::Shift;
use plotters::coord::types::RangedCoordf64;
use plotters::prelude::*;

use super::figures::{Figures, Period, TIERS};
use super::table::grouped;

/// A colour that stands for a variable of the page, which knows light from dark.
struct Ink {
    color: RGBColor,
    variable: &'static str,
}

const TEXT: Ink = Ink { color: RGBColor(1, 2, 3), variable: "var(--text)" };
const GRID: Ink = Ink { color: RGBColor(1, 2, 4), variable: "var(--grid)" };
const EARNED: Ink = Ink { color: RGBColor(1, 2, 5), variable: "var(--earned)" };
const REDEEMED: Ink = Ink { color: RGBColor(1, 2, 6), variable: "var(--redeemed)" };
const LAPSED: Ink = Ink { color: RGBColor(1, 2, 7), variable: "var(--lapsed)" };
const OUTSTANDING: Ink = Ink { color: RGBColor(1, 2, 8), variable: "var(--outstanding)" };
const SILVER: Ink = Ink { color: RGBColor(1, 2, 9), variable: "var(--silver)" };
const GOLD: Ink = Ink { color: RGBColor(1, 2, 10), variable: "var(--gold)" };
const PLATINUM: Ink = Ink { color: RGBColor(1, 2, 11), variable: "var(--platinum)" };
const INKS: &[Ink] = &[TEXT, GRID, EARNED, REDEEMED, LAPSED, OUTSTANDING, SILVER, GOLD, PLATINUM];

const SIZE: (u32, u32) = (960, 380);
const FONT: &str = "system-ui, sans-serif";

/// Months as numbers on the axis: those of the year 0 and so on.
type Plane<'a> = ChartContext<'a, SVGBackend<'a>, Cartesian2d<RangedCoordf64, RangedCoordf64>>;
type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;
type Drawn = Result<(), Box<dyn std::error::Error>>;

/// One kind of bar: what it is called, its colour, its height in each month.
struct Bars {
    name: &'static str,
    ink: Ink,
    heights: Vec<(f64, f64)>,
}

/// Points outstanding at the end of each day.
pub fn outstanding(figures: &Figures) -> Result<String, String> {
    let points: Vec<(f64, f64)> = figures.days.iter().map(|(day, points)| (place(day), *points as f64)).collect();
    let most = highest(points.iter().map(|(_, points)| *points));
    let months = edges(points.iter().map(|(place, _)| *place));
    draw(|area| {
        let mut plane = plane(area, months, most, "points outstanding")?;
        let soft = OUTSTANDING.color.mix(0.2);
        plane.draw_series(AreaSeries::new(points.iter().copied(), 0.0, soft).border_style(OUTSTANDING.color.stroke_width(2)))?;
        Ok(())
    })
}

/// One bar for each month.
fn bars(figures: &Figures, name: &'static str, ink: Ink, figure: fn(&Period) -> i64) -> Bars {
    Bars { name, ink, heights: figures.months.iter().map(|month| (place(&month.name), figure(month) as f64)).collect() }
}

/// Members on each status at the end of each month.
pub fn tiers(figures: &Figures) -> Result<String, String> {
    let kinds = [
        bars(figures, TIERS[0], SILVER, |month| month.tiers[0]),
        bars(figures, TIERS[1], GOLD, |month| month.tiers[1]),
        bars(figures, TIERS[2], PLATINUM, |month| month.tiers[2]),
    ];
    draw_bars("members", &kinds)
}

/// Points earned, redeemed and lapsed in each month.
pub fn movements(figures: &Figures) -> Result<String, String> {
    draw_bars(
        "points",
        &[
            bars(figures, "earned", EARNED, |month| month.earned),
            bars(figures, "redeemed", REDEEMED, |month| month.redeemed),
            bars(figures, "lapsed", LAPSED, |month| month.lapsed),
        ],
    )
}

/// Points that lapse in each month to come.
pub fn calendar(figures: &Figures) -> Result<String, String> {
    let heights = figures.calendar.iter().map(|(month, points)| (place(month), *points as f64)).collect();
    draw_bars("points that lapse", &[Bars { name: "lapses, if not redeemed before", ink: LAPSED, heights }])
}

/// Draws into text, and puts the page's variables where the stand-in colours are.
fn draw(paint: impl FnOnce(&Area<'_>) -> Drawn) -> Result<String, String> {
    let mut svg = String::new();
    {
        let area = SVGBackend::with_string(&mut svg, SIZE).into_drawing_area();
        paint(&area).and_then(|()| area.present().map_err(Into::into)).map_err(|error| format!("cannot draw a chart: {error}"))?;
    }
    for ink in INKS {
        let RGBColor(red, green, blue) = ink.color;
        svg = svg.replace(&format!("#{red:02X}{green:02X}{blue:02X}"), ink.variable);
    }
    Ok(svg)
}

/// Axes with names, a grid, months below and points at the left.
fn plane<'a>(area: &Area<'a>, months: (f64, f64), most: f64, what: &str) -> Result<Plane<'a>, Box<dyn std::error::Error>> {
    let text = |size: u32| (FONT, size).into_font().color(&TEXT.color);
    let mut chart =
        ChartBuilder::on(area).margin(12).x_label_area_size(52).y_label_area_size(92).build_cartesian_2d(months.0..months.1, 0.0..most)?;
    chart
        .configure_mesh()
        .disable_x_mesh()
        .light_line_style(TRANSPARENT)
        .bold_line_style(GRID.color)
        .axis_style(GRID.color)
        .label_style(text(15))
        .axis_desc_style(text(15))
        .x_labels(14)
        .y_labels(6)
        .x_label_formatter(&|place| month_name(*place))
        .y_label_formatter(&|points| grouped(*points as i64))
        .x_desc("month")
        .y_desc(what)
        .draw()?;
    Ok(chart)
}

/// Bars side by side, those of a month together.
fn draw_bars(what: &str, kinds: &[Bars]) -> Result<String, String> {
    let all = || kinds.iter().flat_map(|kind| kind.heights.iter());
    // The legend stands above the bars.
    let most = highest(all().map(|(_, height)| *height)) * 1.12;
    let (first, last) = edges(all().map(|(month, _)| *month));
    let width = 0.8 / kinds.len() as f64;
    draw(|area| {
        // A month's bars stand around its number.
        let mut plane = plane(area, (first - 0.6, last + 0.6), most, what)?;
        for (number, kind) in kinds.iter().enumerate() {
            let color = kind.ink.color;
            let bar = |(month, height): &(f64, f64)| {
                let left = month - 0.4 + width * number as f64;
                Rectangle::new([(left, 0.0), (left + width * 0.9, *height)], color.filled())
            };
            plane
                .draw_series(kind.heights.iter().map(bar))?
                .label(kind.name)
                .legend(move |(x, y)| Rectangle::new([(x, y - 6), (x + 14, y + 6)], color.filled()));
        }
        let text = (FONT, 15).into_font().color(&TEXT.color);
        plane.configure_series_labels().position(SeriesLabelPosition::UpperRight).label_font(text).draw()?;
        Ok(())
    })
}

/// A little more than the highest.
fn highest(heights: impl Iterator<Item = f64>) -> f64 {
    heights.fold(1.0, f64::max) * 1.08
}

fn edges(places: impl Iterator<Item = f64> + Clone) -> (f64, f64) {
    (places.clone().fold(f64::INFINITY, f64::min), places.fold(f64::NEG_INFINITY, f64::max))
}

/// Where a month (`1997-02`) or day (`1997-02-14`) is on the axis: whole numbers are first days of months.
fn place(date: &str) -> f64 {
    let mut parts = date.split('-').map(|part| part.parse().unwrap_or(1.0));
    let (year, month, day) = (parts.next().unwrap_or(0.0), parts.next().unwrap_or(1.0), parts.next().unwrap_or(1.0));
    12.0 * year + (month - 1.0) + (day - 1.0) / 31.0
}

fn month_name(place: f64) -> String {
    const NAMES: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let number = place.round() as usize;
    format!("{} {}", NAMES[number % 12], number / 12)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_have_places_and_names() {
        assert_eq!(place("1997-02"), 12.0 * 1997.0 + 1.0);
        assert_eq!(month_name(place("1998-12")), "Dec 1998");
        assert!(place("1997-02-28") < place("1997-03"));
    }

    #[test]
    fn a_chart_takes_its_colours_from_the_page() {
        let month = |name: &str| Period { name: name.to_owned(), earned: 1_500, ..Default::default() };
        let svg = draw_bars("points", &[Bars { name: "earned", ink: EARNED, heights: vec![(place(&month("1997-01").name), 1_500.0)] }]);
        let svg = svg.unwrap();
        assert!(svg.contains("var(--earned)") && svg.contains("1,500") && svg.contains("Jan 1997"));
        assert!(!svg.contains("#010205"));
    }
}
