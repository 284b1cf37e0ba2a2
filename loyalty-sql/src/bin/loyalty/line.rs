//! Progress on standard error, a line a second at most.

use std::time::{Duration, Instant};

use loyalty_sql::copy::{Progress, Stage};

/// Tells how far it has come.
pub(crate) struct Line {
    quiet: bool,
    begun: Instant,
    told: Instant,
    stage: Stage,
    stage_begun: Instant,
    rows_before: u64,
}

impl Line {
    pub(crate) fn new(quiet: bool) -> Self {
        let now = Instant::now();
        Line { quiet, begun: now, told: now, stage: Stage::Looking, stage_begun: now, rows_before: 0 }
    }

    /// Seconds since the beginning.
    pub(crate) fn seconds(&self) -> Duration {
        self.begun.elapsed()
    }

    pub(crate) fn show(&mut self, progress: &Progress) {
        let now = Instant::now();
        if progress.stage != self.stage {
            (self.stage, self.stage_begun, self.rows_before) = (progress.stage, now, progress.rows);
        }
        if !self.quiet && now.duration_since(self.told) >= Duration::from_secs(1) {
            self.told = now;
            eprintln!("{}", said(progress, progress.rows - self.rows_before, now.duration_since(self.stage_begun)));
        }
    }
}

/// One line: what, how far, how fast, how long it will take.
fn said(progress: &Progress, rows: u64, since: Duration) -> String {
    let what = match progress.stage {
        Stage::Looking => "looking".to_owned(),
        Stage::Copying { pass } => format!("copying, pass {pass}"),
        Stage::Comparing => "comparing every row".to_owned(),
        Stage::Verifying => "verifying books".to_owned(),
    };
    let millis = u64::try_from(since.as_millis()).unwrap_or(u64::MAX).max(1);
    let rate = |count: u64| count.saturating_mul(1_000).checked_div(millis).unwrap_or(0);
    let unit = if progress.stage == Stage::Comparing { "rows" } else { "customers" };
    let of = progress.total.map_or_else(String::new, |total| format!(" of {total}"));
    let mut line = format!("{what}: {}{of} {unit}", progress.done);
    if matches!(progress.stage, Stage::Copying { .. }) {
        line.push_str(&format!(", {} rows written, {} a second", progress.rows, rate(rows)));
    } else if progress.done > 0 {
        line.push_str(&format!(", {} a second", rate(progress.done)));
    }
    let left = progress.total.and_then(|total| total.checked_sub(progress.done)).filter(|_| progress.done > 0);
    if let Some(left) = left {
        let seconds = left.saturating_mul(millis).checked_div(progress.done.saturating_mul(1_000)).unwrap_or(0);
        line.push_str(&format!(", {seconds} s left"));
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_tells_rate_and_time_left() {
        let progress = Progress { stage: Stage::Copying { pass: 1 }, done: 250, total: Some(1_000), rows: 9_000 };
        let line = said(&progress, 8_000, Duration::from_secs(4));
        assert_eq!(line, "copying, pass 1: 250 of 1000 customers, 9000 rows written, 2000 a second, 12 s left");
        let comparing = Progress { stage: Stage::Comparing, done: 500, total: None, rows: 9_000 };
        assert_eq!(said(&comparing, 0, Duration::from_secs(1)), "comparing every row: 500 rows, 500 a second");
    }
}
