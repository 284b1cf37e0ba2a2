use std::cell::Cell;

use serde_json::{Value, json};

use super::*;
use crate::context::{ActorKind, Context};
use crate::customer::{Create as CreateCustomer, Details};
use crate::email::UnsubscribeAll;
use crate::error::Reason;
use crate::id::{Id, Slug};
use crate::loyalty::{Loyalty, Options};
use crate::membership::Enroll;
use crate::memory::Memory;
use crate::merge;
use crate::message::{Mail, Message};
use crate::repository::{Read, Repository};

/// A shop behind its door, since messages are numbered by the log.
struct Shop {
    loyalty: Loyalty<Memory>,
    context: Context,
    asked: Cell<u32>,
}

impl Shop {
    fn at(&mut self, at: &str) {
        self.context.at = at.parse().unwrap();
    }

    fn customer_asks(&mut self, id: &str) {
        self.context.actor.kind = ActorKind::Customer;
        self.context.actor.id = Id::new(id).unwrap();
        self.context.actor.roles.clear();
    }

    fn run<O: Operation>(&self, args: Value) -> Result<O::Output, Error> {
        self.run_at_version::<O>(None, args)
    }

    fn run_at_version<O: Operation>(&self, if_version: Option<u64>, args: Value) -> Result<O::Output, Error> {
        self.asked.set(self.asked.get() + 1);
        let context = Context { entropy: Some(format!("sixteen bytes of {}", self.asked.get())), ..self.context.clone() };
        let operation: O = json::read_text(&args.to_string(), "args")?;
        let receipt = self.loyalty.submit(&operation, &Options { if_version, ..Options::default() }, &context)?;
        Ok(receipt.result)
    }

    fn refusal<O: Operation>(&self, args: Value) -> String {
        let Err(error) = self.run::<O>(args) else { return "done".to_owned() };
        match error.reason() {
            Reason::InvalidRequest { path, .. } => format!("invalid_request {path}"),
            _ => error.code().to_owned(),
        }
    }
}

/// A shop with Ann, who has an email, and Bob, who has none.
fn shop() -> Shop {
    let at = "2026-11-22T10:00:00Z".parse().unwrap();
    let context = Context::agent(Id::new("maria").unwrap(), vec![Slug::new("admin").unwrap()], at, "");
    let stage = Shop { loyalty: Loyalty::new(Memory::new()), context, asked: Cell::default() };
    stage.run::<CreateCustomer>(json!({ "id": "ann", "first_name": "Ann <3", "email": "ann@example.com" })).unwrap();
    stage.run::<CreateCustomer>(json!({ "id": "bob" })).unwrap();
    stage
}

fn create(stage: &Shop, more: Value) -> TicketSaved {
    let mut args = json!({ "customer": "ann", "subject": "Broken mug", "text": "It came in two pieces." });
    args.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    stage.run::<Create>(args).unwrap()
}

fn reply(stage: &Shop, ticket: &str, text: &str, internal: bool) -> Result<TicketSaved, Error> {
    stage.run::<Reply>(json!({ "ticket": ticket, "text": text, "internal": internal }))
}

fn mails(stage: &Shop, customer: &str) -> Vec<Mail> {
    let root = Root::customer(&CustomerId::new(customer).unwrap());
    let rows = stage.loyalty.repository().read(&[Read::Scan(Message::scan(&root))]).unwrap().concat();
    rows.into_iter().filter_map(|row| Message::from_row(row).unwrap().content.email).collect()
}

fn texts(thread: &Thread) -> Vec<&str> {
    thread.messages.iter().map(|message| message.text.as_str()).collect()
}

// rules P5, P6
#[test]
fn a_ticket_is_told_to_the_customer_by_mail() {
    let stage = shop();
    let saved = create(&stage, json!({}));
    assert_eq!((saved.ticket.as_str(), saved.state, saved.version, saved.emailed), ("ann/t1", TicketState::Open, 1, true));
    stage.run::<Receive>(json!({ "ticket": "ann/t1", "text": "Any news?" })).unwrap();
    assert!(reply(&stage, "ann/t1", "A new one\nis on its way: {{name}} & <b>", false).unwrap().emailed);
    assert!(!reply(&stage, "ann/t1", "she wants a blue one", true).unwrap().emailed);
    let mails = mails(&stage, "ann");
    assert_eq!(mails.len(), 2, "{mails:?}");
    assert_eq!((mails[0].to.as_str(), mails[0].subject.as_str()), ("ann@example.com", "[ann/t1] Broken mug"));
    assert!(mails[1].text.contains("Hello Ann <3,\n\nA new one\nis on its way: {{name}} & <b>\n"), "{}", mails[1].text);
    let html = mails[1].html.as_deref().unwrap();
    assert!(html.contains("Hello Ann &lt;3,") && html.contains("A new one<br>\nis on its way: {{name}} &amp; &lt;b&gt;"), "{html}");
    assert!(!create(&stage, json!({ "customer": "bob" })).emailed, "who has no email gets none");
}

// rule E3
#[test]
fn who_has_unsubscribed_from_everything_still_gets_answers() {
    let stage = shop();
    stage.run::<UnsubscribeAll>(json!({ "customer": "ann" })).unwrap();
    assert!(create(&stage, json!({})).emailed);
    assert!(reply(&stage, "ann/t1", "Sorry!", false).unwrap().emailed);
    assert_eq!(mails(&stage, "ann").len(), 2);
}

// rule P5
#[test]
fn whoever_writes_again_reopens_a_closed_ticket() {
    let mut stage = shop();
    create(&stage, json!({}));
    stage.run::<Close>(json!({ "ticket": "ann/t1" })).unwrap();
    assert_eq!(stage.refusal::<Close>(json!({ "ticket": "ann/t1" })), "not_eligible");
    let refused = reply(&stage, "ann/t1", "One more thing", false).unwrap_err().to_string();
    assert!(refused.contains("reopen it first"), "{refused}");
    assert_eq!(reply(&stage, "ann/t1", "she called", true).unwrap().state, TicketState::Closed, "notes may be written");
    assert_eq!(stage.run::<Receive>(json!({ "ticket": "ann/t1", "text": "Again!" })).unwrap().state, TicketState::Open);
    stage.run::<Close>(json!({ "ticket": "ann/t1" })).unwrap();
    stage.run::<Reopen>(json!({ "ticket": "ann/t1" })).unwrap();
    assert_eq!(stage.refusal::<Reopen>(json!({ "ticket": "ann/t1" })), "not_eligible");
    stage.run::<Close>(json!({ "ticket": "ann/t1" })).unwrap();
    stage.customer_asks("ann");
    let saved = stage.run::<Reply>(json!({ "ticket": "ann/t1", "customer": "ann", "text": "Not yet." })).unwrap();
    assert_eq!((saved.state, saved.emailed), (TicketState::Open, false));
    let thread = stage.run::<Get>(json!({ "ticket": "ann/t1", "customer": "ann" })).unwrap();
    assert_eq!((thread.ticket.closed_at, thread.ticket.last_from), (None, Author::Customer));
}

// rules P5, W3
#[test]
fn customers_see_their_own_tickets_without_notes_and_names() {
    let mut stage = shop();
    create(&stage, json!({ "link": "/desk/1" }));
    reply(&stage, "ann/t1", "careful with her", true).unwrap();
    reply(&stage, "ann/t1", "Sorry!", false).unwrap();
    create(&stage, json!({ "customer": "bob", "id": "T-7" }));
    let staff = stage.run::<Get>(json!({ "ticket": "ann/t1" })).unwrap();
    assert_eq!(texts(&staff), ["It came in two pieces.", "careful with her", "Sorry!"]);
    assert_eq!((staff.ticket.messages, staff.ticket.notes), (2, Some(1)));
    stage.customer_asks("ann");
    stage.run::<Reply>(json!({ "ticket": "ann/t1", "customer": "ann", "text": "Thanks" })).unwrap();
    let own = stage.run::<Get>(json!({ "ticket": "ann/t1", "customer": "ann", "limit": 2 })).unwrap();
    assert_eq!((texts(&own), own.next), (vec!["It came in two pieces.", "Sorry!"], Some(3)), "pages are full without notes");
    assert_eq!((own.ticket.link, own.ticket.notes), (None, None));
    let rest = stage.run::<Get>(json!({ "ticket": "ann/t1", "customer": "ann", "cursor": 3 })).unwrap();
    let authors: Vec<_> = own.messages.iter().chain(&rest.messages).map(|message| message.author.as_deref()).collect();
    assert_eq!((authors, rest.next), (vec![None, None, Some("ann")], None));
    assert_eq!(stage.refusal::<Get>(json!({ "ticket": "T-7", "customer": "ann" })), "not_found");
    assert_eq!(
        stage.refusal::<Reply>(json!({ "ticket": "ann/t1", "customer": "ann", "text": "x", "internal": true })),
        "invalid_request args.internal"
    );
    let linked = json!({ "customer": "ann", "subject": "a", "text": "a", "link": "/x" });
    assert_eq!(stage.refusal::<Create>(linked), "invalid_request args.link");
    let details = serde_json::json!(json::tree(&stage.run::<Details>(json!({ "customer": "ann" })).unwrap())).to_string();
    assert!(details.contains("Broken mug") && !details.contains("/desk/1") && !details.contains("notes"), "{details}");
}

// rule P5
#[test]
fn the_desk_pages_through_the_open_tickets_of_all_customers() {
    let mut stage = shop();
    for (hour, customer) in [(10, "ann"), (11, "bob"), (12, "ann"), (13, "bob")] {
        stage.at(&format!("2026-11-22T{hour}:00:00Z"));
        create(&stage, json!({ "customer": customer }));
    }
    stage.run::<Close>(json!({ "ticket": "bob/t1" })).unwrap();
    let ids = |args: Value| {
        let page = stage.run::<List>(args).unwrap();
        (page.tickets.iter().map(|ticket| ticket.ticket.to_string()).collect::<Vec<_>>(), page.next.map(String::from))
    };
    let list = |wanted: [&str; 2]| wanted.map(str::to_owned).to_vec();
    assert_eq!(ids(json!({ "limit": 2 })), (list(["bob/t2", "ann/t2"]), Some("ann/t2".to_owned())));
    stage.run::<Receive>(json!({ "ticket": "ann/t1", "text": "Hello?" })).unwrap();
    assert_eq!(ids(json!({ "limit": 2, "cursor": "ann/t2" })), (vec!["ann/t1".to_owned()], None), "a message moves no ticket");
    assert_eq!(ids(json!({ "state": "closed" })).0, ["bob/t1"]);
    assert_eq!(ids(json!({ "customer": "bob" })).0, list(["bob/t2", "bob/t1"]));
    assert_eq!(ids(json!({ "customer": "bob", "state": "open" })).0, ["bob/t2"]);
    assert_eq!(ids(json!({ "customer": "bob", "limit": 1, "cursor": "bob/t2" })).0, ["bob/t1"]);
    for cursor in ["ann/t9", "ann/t1"] {
        assert_eq!(stage.refusal::<List>(json!({ "customer": "bob", "cursor": cursor })), "invalid_request args.cursor");
    }
    assert_eq!(stage.refusal::<List>(json!({ "customer": "nobody" })), "not_found");
}

// rule P5
#[test]
fn an_id_is_there_once_in_the_shop() {
    let stage = shop();
    create(&stage, json!({ "id": "ann/t1" }));
    assert_eq!(create(&stage, json!({})).ticket.as_str(), "ann/t2");
    let taken = json!({ "customer": "bob", "id": "ann/t2", "subject": "a", "text": "a" });
    assert_eq!(stage.refusal::<Create>(taken), "already_exists");
    assert_eq!(stage.refusal::<Reply>(json!({ "ticket": "ann/t2", "customer": "bob", "text": "a" })), "not_found");
    let long = "x".repeat(crate::limits::LONG_TEXT_CHARS_MAX + 1);
    for (field, value) in [("text", long.as_str()), ("text", ""), ("subject", "a\nb"), ("link", "javascript:alert(1)")] {
        let mut args = json!({ "customer": "ann", "subject": "a", "text": "a" });
        args[field] = json!(value);
        assert_eq!(stage.refusal::<Create>(args), format!("invalid_request args.{field}"));
    }
}

// rules P5, K2
#[test]
fn who_answers_at_the_same_time_as_a_colleague_is_told() {
    let stage = shop();
    create(&stage, json!({}));
    reply(&stage, "ann/t1", "Sorry!", false).unwrap();
    let late = stage.run_at_version::<Reply>(Some(1), json!({ "ticket": "ann/t1", "text": "Sorry!" }));
    assert_eq!(late.unwrap_err().code(), "version_conflict");
}

// rule P5
#[test]
fn a_ticket_has_an_end_of_messages() {
    let stage = shop();
    create(&stage, json!({}));
    for number in 1..TICKET_MESSAGES_MAX {
        stage.run::<Receive>(json!({ "ticket": "ann/t1", "text": number.to_string() })).unwrap();
    }
    assert_eq!(stage.refusal::<Receive>(json!({ "ticket": "ann/t1", "text": "x" })), "limit_exceeded");
}

// rules G6, G9, P5
#[test]
fn tickets_move_with_a_merge_and_come_back() {
    let stage = shop();
    stage.run::<Enroll>(json!({ "customer": "ann" })).unwrap();
    create(&stage, json!({}));
    create(&stage, json!({ "customer": "bob", "id": "T-7" }));
    reply(&stage, "T-7", "a note", true).unwrap();
    let merged = stage.run::<merge::Apply>(json!({ "survivor": "ann", "source": "bob" })).unwrap();
    assert_eq!(merged.records.tickets, [Ref::new("T-7").unwrap()]);
    let thread = stage.run::<Get>(json!({ "ticket": "T-7" })).unwrap();
    assert_eq!((thread.ticket.customer.as_str(), texts(&thread)), ("ann", vec!["It came in two pieces.", "a note"]));
    assert_eq!(thread.ticket.came_from.as_ref().map(CustomerId::as_str), Some("bob"));
    assert_eq!(stage.run::<List>(json!({ "customer": "ann" })).unwrap().tickets.len(), 2);
    stage.run::<Receive>(json!({ "ticket": "T-7", "text": "Hello?" })).unwrap();
    stage.run::<merge::Undo>(json!({ "survivor": "ann", "source": "bob" })).unwrap();
    let thread = stage.run::<Get>(json!({ "ticket": "T-7", "customer": "bob" })).unwrap();
    assert_eq!(texts(&thread), ["It came in two pieces.", "a note", "Hello?"], "what was written meanwhile is the ticket's");
    assert_eq!(thread.ticket.came_from, None);
    assert_eq!(stage.run::<List>(json!({ "customer": "ann" })).unwrap().tickets.len(), 1);
    assert_eq!(create(&stage, json!({ "customer": "bob" })).ticket.as_str(), "bob/t1");
}
