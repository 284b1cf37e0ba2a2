//! A fleet of partitions, event by event: commands come by chance, are run by cores, and become durable in groups.
//!
//! It does what the door and the group commit of loyalty-sql do: a command reads the version of its root, runs, and waits for a commit; the commit goes
//! through only if the version is still the same, otherwise the command runs again, at most `RETRIES_MAX` times. Times are nanoseconds.

mod server;

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};

use loyalty_core::limits::RETRIES_MAX;

use self::server::{Server, Waiting};
use super::chance::{Chance, Popularity, Skew};
use super::measured::BATCH_MAX;

/// A second.
pub const SECOND: u64 = 1_000_000_000;

/// What the fleet is and what comes to it.
#[derive(Clone)]
pub struct Plan {
    /// How many partitions there are.
    pub partitions: usize,
    /// How many customers, who lie on the partitions by chance.
    pub customers: usize,
    /// How unlike customers are.
    pub skew: Skew,
    /// The mean time between two commands to the fleet.
    pub every: u64,
    /// For how long commands come.
    pub span: u64,
    /// How many commands a partition runs at once.
    pub cores: usize,
    /// What a command takes of a core.
    pub run: u64,
    /// What it takes of the one writer.
    pub apply: u64,
    /// What makes a group durable.
    pub flush: u64,
    /// The way between two partitions.
    pub hop: u64,
    /// The most commands in a group.
    pub group_max: usize,
    /// Of a thousand commands, how many need a claim that lies elsewhere.
    pub crossing: u64,
    /// Whether commands that wait for a root which is busy run as one batch, instead of against each other.
    pub is_batched: bool,
    /// Where chance starts.
    pub seed: u64,
}

/// What came of it.
#[derive(Default)]
pub struct Outcome {
    /// Commands answered while more were coming.
    pub within: u64,
    /// Times from arrival to answer, the smallest first.
    pub waits: Vec<u64>,
    /// How often a commit was refused because another came first.
    pub conflicts: u64,
    /// Commands that were refused as many times as is allowed, and answered `busy`.
    pub busy: u64,
    /// The sum over time of how many commands were in the fleet.
    pub area: u128,
}

impl Outcome {
    /// The time within which so many of a thousand commands were answered.
    pub fn within_time(&self, per_mille: usize) -> u64 {
        let place = (self.waits.len() * per_mille / 1_000).min(self.waits.len().saturating_sub(1));
        self.waits.get(place).copied().unwrap_or_default()
    }
}

struct Command {
    root: usize,
    arrived: u64,
    seen: u32,
    tries: u32,
    /// Read its root before it took its claim, and commits against that.
    has_read: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Event {
    /// The next command comes.
    Arrive,
    /// A command reaches the partition of its claim.
    Claim { server: usize, command: usize },
    /// A command reaches the partition of its root.
    Admit { command: usize },
    /// A core has run a turn.
    Ran { server: usize, turn: usize },
    /// A group is durable.
    Flushed { server: usize },
}

struct Fleet<'p> {
    plan: &'p Plan,
    chance: Chance,
    popularity: Popularity,
    now: u64,
    agenda: BinaryHeap<Reverse<(u64, u64, Event)>>,
    scheduled: u64,
    servers: Vec<Server>,
    commands: Vec<Command>,
    versions: Vec<u32>,
    /// Commands that run together, all of one root; a turn keeps its number while it is tried again.
    turns: Vec<Vec<usize>>,
    /// Who waits for a root that is busy; a root is here while a turn of it is under way.
    lanes: HashMap<usize, Vec<usize>>,
    inside: u64,
    outcome: Outcome,
}

/// Runs a plan to its end: also what is still inside when no more commands come is answered.
pub fn run(plan: &Plan) -> Outcome {
    let mut fleet = Fleet {
        plan,
        chance: Chance::seeded(plan.seed),
        popularity: Popularity::new(plan.customers, plan.skew),
        now: 0,
        agenda: BinaryHeap::new(),
        scheduled: 0,
        servers: (0..plan.partitions).map(|_| Server::new(plan.cores)).collect(),
        commands: Vec::new(),
        versions: vec![0; plan.customers],
        turns: Vec::new(),
        lanes: HashMap::new(),
        inside: 0,
        outcome: Outcome::default(),
    };
    fleet.after(0, Event::Arrive);
    while let Some(Reverse((at, _, event))) = fleet.agenda.pop() {
        fleet.outcome.area += u128::from(at - fleet.now) * u128::from(fleet.inside);
        fleet.now = at;
        fleet.happen(event);
    }
    fleet.outcome.waits.sort_unstable();
    fleet.outcome
}

impl Fleet<'_> {
    fn after(&mut self, wait: u64, event: Event) {
        self.scheduled += 1;
        self.agenda.push(Reverse((self.now + wait, self.scheduled, event)));
    }

    fn happen(&mut self, event: Event) {
        match event {
            Event::Arrive => self.arrive(),
            Event::Claim { server, command } => {
                self.servers[server].line.push_back(Waiting::Claim(command));
                self.flush(server);
            }
            Event::Admit { command } => self.admit(command),
            Event::Ran { server, turn } => {
                self.servers[server].idle_cores += 1;
                self.servers[server].line.push_back(Waiting::Turn(turn));
                self.dispatch(server);
                self.flush(server);
            }
            Event::Flushed { server } => self.flushed(server),
        }
    }

    /// Where a customer lies: by a hash, so that the popular ones do not lie together.
    fn home(&self, root: usize) -> usize {
        let hash = (root as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32;
        usize::try_from(hash).unwrap_or_default() % self.plan.partitions
    }

    fn arrive(&mut self) {
        let wait = self.chance.wait(self.plan.every);
        if self.now + wait < self.plan.span {
            self.after(wait, Event::Arrive);
        }
        let root = self.popularity.draw(&mut self.chance);
        let command = self.commands.len();
        let crosses = self.chance.below(1_000) < self.plan.crossing;
        self.commands.push(Command { root, arrived: self.now, seen: self.versions[root], tries: 0, has_read: crosses });
        self.inside += 1;
        if crosses {
            let server = usize::try_from(self.chance.below(self.plan.partitions as u64)).unwrap_or_default();
            self.after(self.plan.hop, Event::Claim { server, command });
        } else {
            self.admit(command);
        }
    }

    fn admit(&mut self, command: usize) {
        let root = self.commands[command].root;
        if self.plan.is_batched {
            if let Some(lane) = self.lanes.get_mut(&root) {
                lane.push(command);
                return;
            }
            self.lanes.insert(root, Vec::new());
        }
        self.ready(vec![command]);
    }

    fn ready(&mut self, commands: Vec<usize>) {
        let server = self.home(self.commands[commands[0]].root);
        self.servers[server].ready.push_back(self.turns.len());
        self.turns.push(commands);
        self.dispatch(server);
    }

    /// Lets idle cores run what is ready. A command reads what is durable when it starts, or was when it went for its claim.
    fn dispatch(&mut self, server: usize) {
        while self.servers[server].idle_cores > 0 {
            let Some(turn) = self.servers[server].ready.pop_front() else { return };
            self.servers[server].idle_cores -= 1;
            for command in &self.turns[turn] {
                let command = &mut self.commands[*command];
                if !std::mem::take(&mut command.has_read) {
                    command.seen = self.versions[command.root];
                }
            }
            let wait = self.plan.run * self.turns[turn].len() as u64;
            self.after(wait, Event::Ran { server, turn });
        }
    }

    /// Begins to make durable what waits, as one group, unless a group is under way.
    fn flush(&mut self, server: usize) {
        let turns = &self.turns;
        let size = |waiting: &Waiting| if let Waiting::Turn(turn) = waiting { turns[*turn].len() } else { 1 };
        if let Some(count) = self.servers[server].form_group(self.plan.group_max, size) {
            self.after(self.plan.flush + self.plan.apply * count as u64, Event::Flushed { server });
        }
    }

    fn flushed(&mut self, server: usize) {
        for waiting in std::mem::take(&mut self.servers[server].flushing) {
            match waiting {
                Waiting::Claim(command) => self.after(self.plan.hop, Event::Admit { command }),
                Waiting::Turn(turn) => self.decide(turn, server),
            }
        }
        self.dispatch(server);
        self.flush(server);
    }

    /// What a commit says: all of a turn stands, or another came first.
    fn decide(&mut self, turn: usize, server: usize) {
        let commands = std::mem::take(&mut self.turns[turn]);
        let first = &self.commands[commands[0]];
        let root = first.root;
        if first.seen == self.versions[root] {
            self.versions[root] += 1;
            commands.iter().for_each(|command| self.answer(*command));
            self.next_of_lane(root);
            return;
        }
        self.outcome.conflicts += commands.len() as u64;
        self.commands[commands[0]].tries += 1;
        if self.commands[commands[0]].tries == u32::try_from(RETRIES_MAX).unwrap_or(u32::MAX) {
            self.outcome.busy += commands.len() as u64;
            self.inside -= commands.len() as u64;
            self.next_of_lane(root);
            return;
        }
        self.turns[turn] = commands;
        self.servers[server].ready.push_back(turn);
    }

    fn next_of_lane(&mut self, root: usize) {
        let Some(lane) = self.lanes.get_mut(&root) else { return };
        if lane.is_empty() {
            self.lanes.remove(&root);
            return;
        }
        let next = lane.drain(..lane.len().min(BATCH_MAX)).collect();
        self.ready(next);
    }

    fn answer(&mut self, command: usize) {
        self.inside -= 1;
        self.outcome.within += u64::from(self.now < self.plan.span);
        self.outcome.waits.push(self.now - self.commands[command].arrived);
    }
}

#[cfg(test)]
mod tests;
