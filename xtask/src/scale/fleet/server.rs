//! One partition: cores that run commands, and one writer that makes groups of them durable.

use std::collections::VecDeque;

/// What waits for the writer.
pub enum Waiting {
    /// A claim, by the command that needs it.
    Claim(usize),
    /// A turn that has been run.
    Turn(usize),
}

/// A partition.
pub struct Server {
    /// Cores that have nothing to do.
    pub idle_cores: usize,
    /// Turns that wait for a core.
    pub ready: VecDeque<usize>,
    /// What waits for the writer.
    pub line: VecDeque<Waiting>,
    /// What the writer is making durable.
    pub flushing: Vec<Waiting>,
}

impl Server {
    /// A partition with so many cores.
    pub fn new(cores: usize) -> Self {
        Server { idle_cores: cores, ready: VecDeque::new(), line: VecDeque::new(), flushing: Vec::new() }
    }

    /// Puts what waits into a group, unless one is under way or nothing waits; how many commands it holds.
    pub fn form_group(&mut self, group_max: usize, size: impl Fn(&Waiting) -> usize) -> Option<usize> {
        if !self.flushing.is_empty() {
            return None;
        }
        let mut count = 0;
        while let Some(next) = self.line.front().map(&size) {
            if count > 0 && count + next > group_max {
                break;
            }
            count += next;
            self.flushing.extend(self.line.pop_front());
        }
        (count > 0).then_some(count)
    }
}
