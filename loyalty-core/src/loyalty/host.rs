//! What the host's own code asks: outside of anyone's rights, since it is the host that gives them.

use super::Loyalty;
use super::door::{Door, Options};
use crate::blacklist::Check;
use crate::context::{Actor, ActorKind, Context};
use crate::error::{Error, Reason};
use crate::id::{CustomerId, Email, Id};
use crate::json::Tree;
use crate::membership::{Capabilities, Capability};
use crate::operation::{Operation, unraw};
use crate::program::{Current, Get, Program, Set};
use crate::repository::Repository;
use crate::time::Timestamp;

impl<R: Repository> Loyalty<R> {
    /// Whether someone with this email may buy (rules E2, M2): the answer of `blacklist.check`.
    ///
    /// # Errors
    /// When the storage fails.
    pub fn may_purchase(&self, email: &Email, at: Timestamp) -> Result<bool, Error> {
        let check = Check { email: Some(email.clone()), customer: None };
        Ok(self.for_host(&check, &host(at, None)?)?.can_purchase)
    }

    /// Whether a customer may sign in (rule M2). Nobody knows an unknown one, who may not.
    ///
    /// # Errors
    /// When the storage fails.
    pub fn may_sign_in(&self, customer: &CustomerId, at: Timestamp) -> Result<bool, Error> {
        self.may(customer, Capability::SignIn, at)
    }

    /// Whether a customer may earn points and stamps (rule M2). An unknown one may not.
    ///
    /// # Errors
    /// When the storage fails.
    pub fn may_earn(&self, customer: &CustomerId, at: Timestamp) -> Result<bool, Error> {
        self.may(customer, Capability::Points, at)
    }

    /// Sets the program that the host configures, unless it is the current one already; the answer is what is current then.
    ///
    /// `at` is the time of the call; `entropy` at least 16 bytes that nobody can guess, as in a [`Context`]. It is in the log as the doing of
    /// the system actor `host`.
    ///
    /// # Errors
    /// Those of [`program::Set`](crate::program::Set): `invalid_program` with every mistake and its path; when the storage fails.
    pub fn adopt(&self, program: &Tree, at: Timestamp, entropy: &str) -> Result<Current, Error> {
        let context = host(at, Some(entropy.to_owned()))?;
        let wanted = Program::from_tree(program.clone())?;
        let current = self.for_host(&Get {}, &context)?;
        if current.program == wanted {
            return Ok(current);
        }
        self.for_host(&Set { program: program.clone() }, &context)
    }

    fn may(&self, customer: &CustomerId, capability: Capability, at: Timestamp) -> Result<bool, Error> {
        match self.for_host(&Capabilities { customer: customer.clone() }, &host(at, None)?) {
            Ok(list) => Ok(list.state.can(capability)),
            Err(error) if matches!(error.reason(), Reason::NotFound { .. }) => Ok(false),
            Err(error) => Err(error),
        }
    }

    fn for_host<O: Operation>(&self, operation: &O, context: &Context) -> Result<O::Output, Error> {
        let door = Door { is_for_host: true, ..self.door() };
        unraw(&door.submit(operation, &Options::default(), context)?.result)
    }
}

/// The context of the host itself.
fn host(at: Timestamp, entropy: Option<String>) -> Result<Context, Error> {
    let id = Id::new("host").map_err(Error::internal)?;
    Ok(Context { actor: Actor { id, kind: ActorKind::System, roles: Vec::new(), through: None }, at, entropy })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::id::Slug;
    use crate::json::{read_tree, tree};
    use crate::memory::Memory;
    use crate::{blacklist, customer, membership};

    fn shop() -> (Loyalty<Memory>, Context) {
        let context = Context::agent(
            Id::new("maria").unwrap(),
            vec![Slug::new("admin").unwrap()],
            "2026-11-22T10:00:00Z".parse().unwrap(),
            "sixteen bytes or more",
        );
        let loyalty = Loyalty::new(Memory::new());
        let args = json!({ "id": "c-1", "email": "ada@example.com" });
        loyalty.run(&read_tree::<customer::Create>(&args.into(), "").unwrap(), &context).unwrap();
        (loyalty, context)
    }

    // rule M2
    #[test]
    fn who_is_no_member_may_sign_in_but_earns_nothing() {
        let (loyalty, context) = shop();
        let ada = CustomerId::new("c-1").unwrap();
        let answers = || [loyalty.may_sign_in(&ada, context.at).unwrap(), loyalty.may_earn(&ada, context.at).unwrap()];
        assert_eq!(answers(), [true, false]);
        loyalty.run(&membership::Enroll::new(ada.clone()), &context).unwrap();
        assert_eq!(answers(), [true, true]);
        assert!(!loyalty.may_sign_in(&CustomerId::new("nobody").unwrap(), context.at).unwrap());
    }

    // rule E2
    #[test]
    fn a_blacklisted_email_may_not_buy() {
        let (loyalty, context) = shop();
        let email = Email::new("Ada@Example.com").unwrap();
        assert!(loyalty.may_purchase(&email, context.at).unwrap());
        let set = json!({ "customer": "c-1", "on": true, "reason": "fraud" });
        loyalty.run(&read_tree::<blacklist::Set>(&set.into(), "").unwrap(), &context).unwrap();
        assert!(!loyalty.may_purchase(&email, context.at).unwrap());
    }

    #[test]
    fn the_host_sets_its_program_once_whatever_roles_it_gives() {
        let (loyalty, context) = shop();
        let mut program = json!(tree(&Program::starter()));
        program["roles"] = json!([{ "id": "boss", "rights": ["program.set"] }]);
        for version in [1, 1] {
            assert_eq!(loyalty.adopt(&program.clone().into(), context.at, "sixteen bytes or more").unwrap().version, version);
        }
        program["groups"] = json!([{ "id": "vip" }]);
        assert_eq!(loyalty.adopt(&program.clone().into(), context.at, "sixteen bytes or more").unwrap().version, 2);
    }
}
