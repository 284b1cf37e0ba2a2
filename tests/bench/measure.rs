//! Rounds that alternate, and what they come to.

use std::time::{Duration, Instant};

use cpu_time::ThreadTime;

/// How many times each side runs.
const ROUNDS: usize = 7;

/// What a clock says of one run.
pub type Clock = fn(&mut dyn FnMut()) -> Duration;

/// The processor's time of this thread: whoever else uses the machine is left out.
pub fn cpu(work: &mut dyn FnMut()) -> Duration {
    let start = ThreadTime::now();
    work();
    start.elapsed()
}

/// The time on the wall.
pub fn wall(work: &mut dyn FnMut()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

/// One line of the table: times of one command in microseconds, and their ratio, each round by itself.
pub struct Line {
    name: &'static str,
    goal: &'static str,
    ours: Vec<f64>,
    baseline: Vec<f64>,
    ratios: Vec<f64>,
}

/// Which way the ratio goes.
#[derive(Clone, Copy)]
pub enum Ratio {
    /// Our time by the baseline's: smaller is better.
    Time,
    /// Our speed by the baseline's: larger is better.
    Speed,
}

/// Measures two sides of this process in turns; each run gets its number and says how many commands it ran.
pub fn compare<'w, 'b>(
    name: &'static str,
    goal: &'static str,
    ratio: Ratio,
    clock: Clock,
    mut ours: impl FnMut(usize) -> Prepared<'w>,
    mut baseline: impl FnMut(usize) -> Prepared<'b>,
) -> Line {
    in_turns(name, goal, ratio, |round| ours(round).each(clock), |round| baseline(round).each(clock))
}

/// Measures two sides in turns; each run gets its number and says how many microseconds a command took.
pub fn in_turns(
    name: &'static str,
    goal: &'static str,
    ratio: Ratio,
    mut ours: impl FnMut(usize) -> f64,
    mut baseline: impl FnMut(usize) -> f64,
) -> Line {
    let mut line = Line { name, goal, ours: Vec::new(), baseline: Vec::new(), ratios: Vec::new() };
    for round in 0..=ROUNDS {
        let a = ours(round);
        let b = baseline(round);
        // The first round fills caches.
        if round > 0 {
            line.ours.push(a);
            line.baseline.push(b);
            line.ratios.push(match ratio {
                Ratio::Time => a / b,
                Ratio::Speed => b / a,
            });
        }
    }
    line
}

/// A run that is ready to be measured.
pub struct Prepared<'w> {
    pub commands: usize,
    pub work: Box<dyn FnMut() + 'w>,
}

impl Prepared<'_> {
    /// Microseconds for each command.
    pub fn each(mut self, clock: Clock) -> f64 {
        clock(&mut self.work).as_secs_f64() * 1e6 / self.commands as f64
    }
}

impl Line {
    /// The header of the table.
    pub fn header() -> String {
        let (one, ours, baseline) = ("µs for each command", "engine", "by hand");
        format!("{one:<34} {ours:>8} {baseline:>8}   ratio (from to)        goal\n")
    }

    /// This line of the table.
    pub fn text(&self) -> String {
        let (ours, _, _) = spread(&self.ours);
        let (baseline, _, _) = spread(&self.baseline);
        let (ratio, least, most) = spread(&self.ratios);
        let name = self.name;
        let goal = self.goal;
        format!("{name:<34} {ours:>8.1} {baseline:>8.1}   {ratio:>5.2} ({least:.2} {most:.2})      {goal}\n")
    }
}

impl Line {
    /// This line where the difference of both times counts, each round by itself, and not their ratio.
    pub fn difference_text(&self) -> String {
        let (ours, _, _) = spread(&self.ours);
        let (baseline, _, _) = spread(&self.baseline);
        let (more, least, most) = spread(&self.ours.iter().zip(&self.baseline).map(|(ours, baseline)| ours - baseline).collect::<Vec<_>>());
        let (name, goal) = (self.name, self.goal);
        format!("{name:<34} {ours:>8.2} {baseline:>8.2}   {more:>5.2} ({least:.2} {most:.2})      {goal}\n")
    }
}

/// Median, least and most.
fn spread(values: &[f64]) -> (f64, f64, f64) {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let at = |index: usize| sorted.get(index).copied().unwrap_or(f64::NAN);
    (at(sorted.len() / 2), at(0), at(sorted.len().saturating_sub(1)))
}
