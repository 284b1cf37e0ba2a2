//! A stage for the tests of operations: memory, a program, a context, and as much of a door as it takes to commit.

use serde_json::Value as Json;

use super::{Overlay, Unit};
use crate::context::{ActorKind, Context};
use crate::error::{Error, Reason};
use crate::following::follow;
use crate::id::{Id, Slug};
use crate::json;
use crate::memory::Memory;
use crate::operation::{Kind, Operation};
use crate::program::Program;
use crate::repository::Repository;
use crate::secret::Secret;
use crate::time::Timestamp;
use std::sync::Arc;

/// Where operations are rehearsed.
pub(crate) struct Stage {
    memory: Memory,
    program: Arc<Program>,
    secrets: Vec<Secret>,
    pub(crate) context: Context,
}

impl Stage {
    /// An empty shop with a group `vip`, a mailing list `newsletter` and the starter program's roles; an admin asks.
    pub(crate) fn new() -> Self {
        let mut program = serde_json::json!(json::tree(&Program::starter()));
        program["groups"] = serde_json::json!([{ "id": "vip" }, { "id": "trade" }]);
        let context =
            Context::agent(Id::new("maria").unwrap(), vec![Slug::new("admin").unwrap()], Timestamp::default(), "sixteen bytes or more");
        let secret = Secret::new(Slug::new("stage").unwrap(), "thirty-two bytes that nobody can guess").unwrap();
        let program = Arc::new(Program::from_tree(program.into()).unwrap());
        let mut stage = Stage { memory: Memory::new(), program, secrets: vec![secret], context };
        stage.at("2026-11-22T10:00:00Z");
        stage
    }

    /// Changes the program, as a document.
    pub(crate) fn program(&mut self, change: impl FnOnce(&mut Json)) {
        let mut program = serde_json::json!(json::tree(&*self.program));
        change(&mut program);
        self.program = Arc::new(Program::from_tree(program.into()).unwrap());
    }

    /// The same shop, in which there is money too: the point type `gift_credit`.
    pub(crate) fn with_money() -> Self {
        let mut stage = Stage::new();
        let money = serde_json::json!({ "id": "gift_credit", "kind": "money", "places": 2, "currency": "USD" });
        stage.program(|program| program["point_types"].as_array_mut().unwrap().push(money));
        stage
    }

    /// Changes the host's secrets; those before.
    pub(crate) fn secrets(&mut self, secrets: Vec<Secret>) -> Vec<Secret> {
        std::mem::replace(&mut self.secrets, secrets)
    }

    /// Sets the time.
    pub(crate) fn at(&mut self, at: &str) {
        self.context.at = at.parse().unwrap();
    }

    /// From now on this customer asks.
    pub(crate) fn customer_asks(&mut self, id: &str) {
        self.context.actor.kind = ActorKind::Customer;
        self.context.actor.id = Id::new(id).unwrap();
        self.context.actor.roles.clear();
    }

    /// From now on an agent with this role asks.
    pub(crate) fn agent_asks(&mut self, role: &str) {
        self.context.actor.kind = ActorKind::Agent;
        self.context.actor.id = Id::new("maria").unwrap();
        self.context.actor.roles = vec![Slug::new(role).unwrap()];
    }

    /// Runs an operation, given as the arguments of a request, and commits it.
    pub(crate) fn run<O: Operation>(&self, args: Json) -> Result<O::Output, Error> {
        self.run_at_version::<O>(None, args)
    }

    /// The same, with `if_version`.
    pub(crate) fn run_at_version<O: Operation>(&self, if_version: Option<u64>, args: Json) -> Result<O::Output, Error> {
        let operation: O = json::read_text(&args.to_string(), "args")?;
        let batch = Overlay::default();
        let mut unit = Unit::new(&self.memory, &batch, &self.context, Arc::clone(&self.program)).with_secrets(&self.secrets);
        let found = operation.find_root(&mut unit)?;
        for root in found.into_iter().chain(operation.roots()) {
            unit.rest_on(&root)?;
        }
        unit.expect_version(if_version);
        let output = operation.run(&mut unit)?;
        assert_eq!(unit.unchecked_version(), None, "the operation looks at if_version");
        if O::KIND != Kind::Query {
            follow(&mut unit)?;
            let states = unit.roots().map(|(root, state)| (root.clone(), state.clone())).collect();
            let changes = unit.into_work(states).into_changes();
            self.memory.commit(vec![changes]).unwrap().remove(0).unwrap();
        }
        Ok(output)
    }

    /// Does anything else with a unit, and commits it.
    pub(crate) fn with<T>(&self, act: impl FnOnce(&mut Unit<'_>) -> T) -> T {
        let batch = Overlay::default();
        let mut unit = Unit::new(&self.memory, &batch, &self.context, Arc::clone(&self.program));
        let done = act(&mut unit);
        let changes = unit.into_work(Vec::new()).into_changes();
        self.memory.commit(vec![changes]).unwrap().remove(0).unwrap();
        done
    }

    /// The code and, where there is one, the path of a refusal.
    pub(crate) fn refusal<O: Operation>(&self, args: Json) -> String {
        let Err(error) = self.run::<O>(args) else { return "done".to_owned() };
        match error.reason() {
            Reason::InvalidRequest { path, .. } => format!("invalid_request {path}"),
            _ => error.code().to_owned(),
        }
    }
}
