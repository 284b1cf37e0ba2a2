//! One valid request for every operation of the catalogue, with what must have happened before it. A new operation needs a row here.

/// An operation and its arguments.
pub type Ask = (&'static str, &'static str);

/// One request, and what is done before it.
pub struct Scenario {
    pub op: &'static str,
    pub before: &'static [Ask],
    pub args: &'static str,
}

const fn row(op: &'static str, before: &'static [Ask], args: &'static str) -> Scenario {
    Scenario { op, before, args }
}

const PROGRAM: &str = r#"{"program":{"name":"Stars","time_zone":"Europe/Vienna","currencies":{"EUR":2},"groups":[{"id":"gold"}],
    "point_types":[{"id":"points"},{"id":"stamps","kind":"stamps"},{"id":"credit","kind":"money","places":2,"currency":"EUR"}],
    "earning":{"rules":[{"id":"per-euro","type":"points","points":"1","per":"1"}]}}}"#;
const REWARDS: Ask = (
    "program.set",
    r#"{"program":{"point_types":[{"id":"points"},{"id":"stamps","kind":"stamps"}],
    "rewards":[{"id":"mug","gives":{"kind":"product","sku":"mug-1"},"cost":{"type":"points","amount":"30"},"stock":5,"per_customer":2}],
    "stamp_cards":[{"id":"mugs","type":"stamps","size":3,"reward":"mug","completes":"on_request"}]}}"#,
);
/// What stands before a scenario and is asked for by `sam` of the desk, who may not give so much.
pub const DESK: &str = "desk ";
const LIMITED: Ask = (
    "program.set",
    r#"{"program":{"point_types":[{"id":"points"}],"roles":[{"id":"admin","rights":["customer.*","membership.*","points.*","approval.*","program.*"]},
    {"id":"desk","rights":["points.adjust"],"limits":[{"type":"points","per_operation":"10","asks_approval":true}]}]}}"#,
);
pub const ABOVE: Ask = ("desk points.adjust", r#"{"customer":"anna","type":"points","amount":"50","reason":"sorry"}"#);
pub const WAITING: &[Ask] = &[BORN, MEMBER, LIMITED, ABOVE];
const ANNA: &str = r#"{"customer":"anna"}"#;
const BORN: Ask = ("customer.create", r#"{"id":"anna","email":"anna@example.com","phone":"+43 1 234"}"#);
const GUEST: Ask = ("customer.create", r#"{"id":"anna","state":"guest"}"#);
const MEMBER: Ask = ("membership.enroll", ANNA);
const LEFT: Ask = ("membership.deactivate", ANNA);
const EARNED: Ask = ("points.earn", r#"{"customer":"anna","type":"points","amount":"100"}"#);
const LAPSING: Ask = ("points.earn", r#"{"customer":"anna","type":"points","amount":"40","expires_after_days":5}"#);
const ADDRESS: Ask = ("address.add", r#"{"customer":"anna","id":"home","lines":["Gasse 2"],"city":"Wien","default_shipping":true}"#);
const CARD: Ask = ("payment_method.save", r#"{"customer":"anna","id":"card","token":"tok_1","brand":"Visa","last_four":"4242"}"#);
const HELD: Ask = ("points.hold", r#"{"customer":"anna","type":"points","amount":"60","seconds":31536000}"#);
const STAMPED: Ask = ("points.earn", r#"{"customer":"anna","type":"stamps","amount":"4"}"#);
const REDEEMED: Ask = ("reward.redeem", r#"{"customer":"anna","reward":"mug"}"#);
const GRANTED: Ask = ("reward.grant", r#"{"customer":"anna","reward":"mug","reason":"sorry"}"#);
const ORDER: &str = r#"{"customer":"anna","number":"o-1","placed_at":"2026-01-02T00:00:00Z","currency":"USD",
    "lines":[{"sku":"mug","quantity":"2","unit_price":"12.50"}],"payments":[{"id":"p-1","amount":"25.00","status":"paid"}]}"#;
const BOUGHT: Ask = ("order.record", ORDER);
const LADDER: Ask = (
    "program.set",
    r#"{"program":{"point_types":[{"id":"points"}],"status_systems":[{"id":"tier","counts":{"source":"earned","type":"points"},
    "window":{"over":"rolling","period":"days","count":3},"statuses":[{"id":"silver","threshold":"50"},{"id":"gold","threshold":"500"}]}]}}"#,
);
const RANKED: &[Ask] = &[LADDER, BORN, MEMBER, EARNED];
const GILDED: Ask = ("status.assign", r#"{"customer":"anna","system":"tier","status":"gold"}"#);
const OTHER: Ask = ("customer.create", r#"{"id":"bea","state":"guest"}"#);
const MERGED: Ask = ("merge.apply", r#"{"survivor":"anna","source":"bea"}"#);
const FRIENDLY: Ask = ("program.set", r#"{"program":{"point_types":[{"id":"points","transferable":true}]}}"#);
const FRIENDS: &[Ask] =
    &[FRIENDLY, BORN, MEMBER, EARNED, LAPSING, ("customer.create", r#"{"id":"bea"}"#), ("membership.enroll", r#"{"customer":"bea"}"#)];
const PATIENT: Ask = ("program.set", r#"{"program":{"point_types":[{"id":"points","reinstatement_days":400}]}}"#);
const TWO: &[Ask] = &[BORN, MEMBER, EARNED, OTHER];
const UNITED: &[Ask] = &[BORN, MEMBER, EARNED, OTHER, MERGED];
const FILE: Ask = (
    "bulk.adjust",
    // The plan of this file, as its dry run gives it.
    r#"{"batch":"b-1","csv":"customer,amount\nanna,5\nanna,-3\n","last":true,"type":"points","reason":"sorry",
    "file_plan":"dec63f0e7ca2cf884c4a62c408aaa1c1ae9c2cf298a45759fc09bde50fa74d5d"}"#,
);
const SHORT_FILE: Ask = (
    "bulk.adjust",
    r#"{"batch":"b-1","csv":"customer,amount\nanna,5\n","last":true,"type":"points","reason":"sorry",
    "file_plan":"cb49e9cc57f78d7bd25ba1bc04b3261a1a080c1320ab863b431104aca6cb6fed"}"#,
);
const SUBSCRIBED: Ask = ("subscription.record", r#"{"customer":"anna","id":"s-1","status":"active"}"#);

const TICKET: Ask = ("ticket.create", r#"{"customer":"anna","subject":"A mug","text":"It broke."}"#);
const TALKED: &[Ask] = &[BORN, TICKET, ("ticket.reply", r#"{"ticket":"anna/t1","text":"sorry"}"#)];
const DONE: &[Ask] = &[BORN, TICKET, ("ticket.close", r#"{"ticket":"anna/t1"}"#)];

const SOLD: &str = r#"{"gift_card":"GC-1","type":"credit","amount":"50","customer":"anna","expires_after_days":90}"#;
const ISSUED: &[Ask] = &[("program.set", PROGRAM), BORN, ("gift_card.issue", SOLD)];
const CHARGED: &[Ask] = &[
    ("program.set", PROGRAM),
    BORN,
    ("gift_card.issue", SOLD),
    ("gift_card.charge", r#"{"gift_card":"GC-1","amount":"20","order":"o-1"}"#),
];
const BLANK: &str = r#"{"gift_card":"GC-1","type":"credit","amount":"50","inactive":true}"#;
const BLOCKED: &[Ask] =
    &[("program.set", PROGRAM), BORN, ("gift_card.issue", SOLD), ("gift_card.block", r#"{"gift_card":"GC-1","reason":"lost"}"#)];

/// Those that stand for the others where storage is slow: they write to every kind of row.
pub fn chosen() -> impl Iterator<Item = &'static Scenario> {
    let chosen = [
        "customer.create",
        "points.spend",
        "points.transfer",
        "points.capture",
        "order.record",
        "gift_card.redeem",
        "bulk.adjust",
        "maintenance.run",
        "outbox.ack",
        "program.set",
    ];
    SCENARIOS.iter().filter(move |scenario| chosen.contains(&scenario.op))
}

/// Every operation once.
pub const SCENARIOS: &[Scenario] = &[
    row("customer.create", &[], BORN.1),
    row("customer.edit", &[BORN], r#"{"customer":"anna","email":"anna.new@example.com","first_name":"Anna","phone":null}"#),
    row("customer.get", &[BORN], ANNA),
    row("customer.details", &[BORN, MEMBER, EARNED, ADDRESS], ANNA),
    row("customer.bundle", &[BORN, MEMBER, EARNED, ADDRESS], ANNA),
    row("customer.actions", &[BORN, MEMBER], ANNA),
    row("customer.list", &[BORN, MEMBER], r#"{"search":"anna"}"#),
    row("customer.export_csv", &[BORN, ADDRESS], r#"{"columns":["id","address_city"]}"#),
    row(
        "customer.import_csv",
        &[BORN],
        r#"{"batch":"b-1","csv":"id,email,member,address_city\nbea,b@example.com,yes,Graz\n","last":true,"preset":"loyalty","existing":"update"}"#,
    ),
    row("report.liability", &[BORN, MEMBER, EARNED], "{}"),
    row("report.expiring", &[BORN, MEMBER, EARNED], "{}"),
    row("report.activity", &[BORN, MEMBER, EARNED], r#"{"from":"2026-01-01T00:00:00Z"}"#),
    row("customer.record_login", &[BORN], ANNA),
    row("customer.assign_group", &[("program.set", PROGRAM), BORN], r#"{"customer":"anna","group":"gold"}"#),
    row("customer.delete", &[BORN, MEMBER, EARNED, ADDRESS, CARD, OTHER, MERGED], ANNA),
    row("customer.export_data", &[BORN, MEMBER, EARNED, ADDRESS], ANNA),
    row("address.add", &[BORN, ADDRESS], r#"{"customer":"anna","lines":["Ring 1"],"city":"Wien","country":"AT","default_billing":true}"#),
    row("address.edit", &[BORN, ADDRESS], r#"{"customer":"anna","address":"home","city":"Graz"}"#),
    row("address.remove", &[BORN, ADDRESS], r#"{"customer":"anna","address":"home"}"#),
    row("payment_method.save", &[BORN], CARD.1),
    row("payment_method.remove", &[BORN, CARD], r#"{"customer":"anna","payment_method":"card"}"#),
    row("email.set_preferences", &[BORN], r#"{"customer":"anna","newsletter":true,"lists":{"newsletter":true}}"#),
    row("email.unsubscribe_all", &[BORN, ("email.set_preferences", r#"{"customer":"anna","newsletter":true}"#)], ANNA),
    row("blacklist.set", &[BORN], r#"{"customer":"anna","on":true,"reason":"fraud"}"#),
    row("blacklist.check", &[BORN], r#"{"email":"anna@example.com"}"#),
    row("membership.register", &[GUEST], ANNA),
    row("membership.enroll", &[BORN], ANNA),
    row("membership.unenroll", &[BORN, MEMBER, EARNED], ANNA),
    row("membership.remove", &[BORN, MEMBER, EARNED], ANNA),
    row("membership.deactivate", &[BORN, MEMBER, EARNED], ANNA),
    row("membership.reactivate", &[BORN, MEMBER, LAPSING, LEFT], ANNA),
    row("membership.capabilities", &[BORN, MEMBER], ANNA),
    row("membership.history", &[BORN, MEMBER], ANNA),
    row("merge.apply", TWO, MERGED.1),
    row("merge.undo", UNITED, MERGED.1),
    row("merge.history", UNITED, ANNA),
    row("points.adjust", &[BORN, MEMBER, EARNED], r#"{"customer":"anna","type":"points","amount":"-30","reason":"goodwill"}"#),
    row(
        "points.redate",
        &[BORN, MEMBER, EARNED, LAPSING],
        r#"{"customer":"anna","type":"points","valid_through":"2027-12-31","reason":"goodwill"}"#,
    ),
    row(
        "points.reinstate",
        &[PATIENT, BORN, MEMBER, LAPSING],
        r#"{"customer":"anna","type":"points","amount":"30","valid_through":"2027-12-31","reason":"goodwill"}"#,
    ),
    row("points.earn", &[BORN, MEMBER, LAPSING], EARNED.1),
    row("points.spend", &[BORN, MEMBER, EARNED, LAPSING], r#"{"customer":"anna","type":"points","amount":"100"}"#),
    row("points.balance", &[BORN, MEMBER, EARNED, LAPSING], ANNA),
    row("points.history", &[BORN, MEMBER, EARNED, LAPSING], r#"{"customer":"anna","type":"points"}"#),
    row("points.explain", &[BORN, MEMBER, EARNED], r#"{"customer":"anna","entry":"anna/points/1"}"#),
    row("points.expiring", &[BORN, MEMBER, LAPSING], r#"{"customer":"anna","type":"points"}"#),
    row("points.hold", &[BORN, MEMBER, EARNED], HELD.1),
    row("points.capture", &[BORN, MEMBER, EARNED, HELD], r#"{"customer":"anna","hold":"anna/points/h1","amount":"25"}"#),
    row("points.release", &[BORN, MEMBER, EARNED, HELD], r#"{"customer":"anna","hold":"anna/points/h1"}"#),
    row("points.reverse", &[BORN, MEMBER, EARNED], r#"{"customer":"anna","entry":"anna/points/1","amount":"60"}"#),
    row(
        "points.transfer",
        FRIENDS,
        r#"{"customer":"anna","recipient":"bea","type":"points","amount":"60","order":"o-1","reason":"asked for"}"#,
    ),
    row("bulk.adjust", &[BORN, MEMBER, EARNED], FILE.1),
    row("bulk.reverse", &[BORN, MEMBER, EARNED, SHORT_FILE], r#"{"batch":"b-1"}"#),
    row("bulk.get", &[BORN, MEMBER, EARNED, FILE], r#"{"batch":"b-1"}"#),
    row("maintenance.run", &[BORN, MEMBER, EARNED, LAPSING], "{}"),
    row("order.quote", &[BORN, MEMBER], r#"{"customer":"anna","currency":"USD","lines":[{"unit_price":"12.50"}]}"#),
    row("order.record", &[BORN, MEMBER], ORDER),
    row(
        "order.refund",
        &[BORN, MEMBER, BOUGHT],
        r#"{"customer":"anna","number":"o-1","refund":"r-1","lines":[{"line":"1","quantity":"1"}]}"#,
    ),
    row("order.cancel", &[BORN, MEMBER, BOUGHT], r#"{"customer":"anna","number":"o-1"}"#),
    row(
        "order.claim",
        &[GUEST, BOUGHT, ("customer.create", r#"{"id":"bert"}"#), ("membership.enroll", r#"{"customer":"bert"}"#)],
        r#"{"customer":"bert","number":"o-1"}"#,
    ),
    row("order.get", &[BORN, MEMBER, BOUGHT], r#"{"customer":"anna","number":"o-1"}"#),
    row("order.list", &[BORN, MEMBER, BOUGHT], ANNA),
    row("payment.update", &[BORN, MEMBER, BOUGHT], r#"{"customer":"anna","order":"o-1","payment":"p-1","status":"refunded"}"#),
    row("subscription.record", &[BORN], SUBSCRIBED.1),
    row("subscription.list", &[BORN, SUBSCRIBED], ANNA),
    row("wishlist.set", &[BORN], r#"{"customer":"anna","items":[{"sku":"cd-1"}]}"#),
    row("gift_card.issue", &[("program.set", PROGRAM), BORN], SOLD),
    row("gift_card.activate", &[("program.set", PROGRAM), ("gift_card.issue", BLANK)], r#"{"gift_card":"GC-1"}"#),
    row("gift_card.get", CHARGED, r#"{"gift_card":"GC-1"}"#),
    row("gift_card.list", CHARGED, ANNA),
    row("gift_card.recharge", CHARGED, r#"{"gift_card":"GC-1","amount":"10"}"#),
    row("gift_card.redeem", CHARGED, r#"{"gift_card":"GC-1","customer":"anna"}"#),
    row("gift_card.charge", ISSUED, r#"{"gift_card":"GC-1","amount":"20"}"#),
    row("gift_card.refund", CHARGED, r#"{"gift_card":"GC-1","entry":"g:GC-1/credit/2","amount":"5"}"#),
    row("gift_card.block", ISSUED, r#"{"gift_card":"GC-1","reason":"lost"}"#),
    row("gift_card.unblock", BLOCKED, r#"{"gift_card":"GC-1"}"#),
    row("gift_card.deactivate", CHARGED, r#"{"gift_card":"GC-1","reason":"lost"}"#),
    row("reward.options", &[REWARDS, BORN, MEMBER, EARNED], ANNA),
    row("reward.redeem", &[REWARDS, BORN, MEMBER, EARNED], REDEEMED.1),
    row("reward.grant", &[REWARDS, BORN, MEMBER], GRANTED.1),
    // The code that the grant of the fourth day gives.
    row("reward.consume", &[REWARDS, BORN, MEMBER, GRANTED], r#"{"code":"49ZM-YWAS-HNJR-YTRA-KEGE-9ZGD-9NT9","order":"o-1"}"#),
    row(
        "reward.remove",
        &[REWARDS, BORN, MEMBER, EARNED, REDEEMED],
        r#"{"customer":"anna","id":"anna/r1","reason":"mistake","give_back":true}"#,
    ),
    row("reward.list", &[REWARDS, BORN, MEMBER, GRANTED], ANNA),
    row("stamp_card.progress", &[REWARDS, BORN, MEMBER, STAMPED], ANNA),
    row("stamp_card.complete", &[REWARDS, BORN, MEMBER, STAMPED], r#"{"customer":"anna","card":"mugs"}"#),
    row("status.assign", RANKED, r#"{"customer":"anna","system":"tier","status":"gold"}"#),
    row("status.unlock", &[LADDER, BORN, MEMBER, GILDED], r#"{"customer":"anna","system":"tier"}"#),
    row("status.evaluate", RANKED, ANNA),
    row("status.list", RANKED, ANNA),
    row("ticket.create", &[BORN], TICKET.1),
    row("ticket.reply", TALKED, r#"{"ticket":"anna/t1","text":"a new one is on its way"}"#),
    row("ticket.receive", DONE, r#"{"ticket":"anna/t1","text":"thanks"}"#),
    row("ticket.close", TALKED, r#"{"ticket":"anna/t1"}"#),
    row("ticket.reopen", DONE, r#"{"ticket":"anna/t1"}"#),
    row("ticket.get", TALKED, r#"{"ticket":"anna/t1"}"#),
    row("ticket.list", TALKED, "{}"),
    row("password.reset", &[BORN, ("password.reset", ANNA)], r#"{"email":"anna@example.com"}"#),
    // The password and the token that the second step gives.
    row("password.verify", &[BORN, ("password.reset", ANNA)], r#"{"token":"2WQ7-7SSC-JBX0-GMDD-MW08-6F6C-BPF9"}"#),
    row("approval.list", WAITING, "{}"),
    row("approval.grant", WAITING, r#"{"approval":"a-6199325db102c43ea07d"}"#),
    row("approval.reject", WAITING, r#"{"approval":"a-6199325db102c43ea07d"}"#),
    row("impersonation.start", &[BORN], ANNA),
    row("impersonation.verify", &[BORN, ("impersonation.start", ANNA)], r#"{"token":"49SSF7DR4FEDH6VPV5ANS86951T0"}"#),
    row("outbox.take", &[BORN, MEMBER], r#"{"lease_seconds":60}"#),
    row("outbox.ack", &[BORN, MEMBER, LEFT], r#"{"messages":["c:anna/m201"]}"#),
    row("audit.list", &[BORN, MEMBER], "{}"),
    row("journal.verify", &[BORN, MEMBER, EARNED], ANNA),
    row("program.get", &[("program.set", PROGRAM)], "{}"),
    row("program.set", &[], PROGRAM),
];
