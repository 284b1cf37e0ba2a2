//! Progress on the terminal, with rate and time left. Silent when asked, and where nobody watches.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A bar with what is being done in front of it.
pub struct Progress(ProgressBar);

impl Progress {
    /// A bar for this many things, which are called `unit`.
    pub fn new(title: &'static str, total: usize, unit: &str, quiet: bool) -> Self {
        let bar = ProgressBar::new(total as u64);
        if quiet {
            bar.set_draw_target(ProgressDrawTarget::hidden());
        }
        let template = format!("{{prefix:>9}} [{{bar:30}}] {{human_pos}}/{{human_len}} {unit}  {{per_sec:.0}}  {{eta}} left  {{msg}}");
        if let Ok(style) = ProgressStyle::with_template(&template) {
            bar.set_style(style.progress_chars("=> "));
        }
        bar.set_prefix(title);
        bar.enable_steady_tick(Duration::from_millis(200));
        Progress(bar)
    }

    /// So many more are done, now at this point.
    pub fn step(&self, count: usize, place: &str) {
        self.0.inc(count as u64);
        if !place.is_empty() {
            self.0.set_message(place.to_owned());
        }
    }

    /// Takes the bar away, for the lines that follow.
    pub fn done(&self) {
        self.0.finish_and_clear();
    }
}
