//! `customer.details`

use schemars::JsonSchema;

use super::{Blacklisting, Customer, Preferences, Profile, View};
use crate::account::Balance;
use crate::action::{Availability, available};
use crate::address::Address;
use crate::audit::AuditRow;
use crate::entry::EntryView;
use crate::error::Error;
use crate::gather::Gather;
use crate::gift_card::{GiftCard, GiftCardView};
use crate::id::{CustomerId, Slug};
use crate::json::Json;
use crate::ledger::Ledger;
use crate::limits::CHOICES_MAX;
use crate::log::LogRow;
use crate::membership::Membership;
use crate::merge::{Merge, MergeView};
use crate::operation::{self, Kind, Operation};
use crate::order::{Order, OrderView};
use crate::page;
use crate::payment_method::PaymentMethod;
use crate::program::PointType;
use crate::record::Root;
use crate::reward::{IssuedReward, RewardView};
use crate::stamp_card::StampCardView;
use crate::statement;
use crate::status::StatusView;
use crate::subscription::SubscriptionView;
use crate::ticket::{Ticket, TicketView};
use crate::time::Timestamp;
use crate::unit::Unit;
use crate::wishlist::{Wish, Wishlist};

/// Answers everything that a desk shows about a customer in one call, tab by tab. Ask for `tabs` to get some of them only.
///
/// A tab that was not asked for is absent. One that has more rows than `limit` is named in `more`.
///
/// Errors: `not_found`; `invalid_request` for the limit, or more than 20 tabs.
///
/// Rules K4, K5, Y2, Y4, W3.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Details {
    /// The customer.
    pub customer: CustomerId,
    /// The tabs; all when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tabs: Option<Vec<Tab>>,
    /// Rows in each tab, 1 to 500; 50 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<usize>,
}

/// A tab of the details.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Tab {
    /// Who the customer is, and the blacklisting.
    Profile,
    /// Where the customer stands.
    Membership,
    /// What mail the customer wants.
    Email,
    /// The addresses, oldest first.
    Addresses,
    /// The saved payment methods, oldest first.
    PaymentMethods,
    /// What can be done now.
    Actions,
    /// The balances, one per point type.
    Balances,
    /// The entries of all journals, newest first.
    History,
    /// The orders, newest first.
    Orders,
    /// The subscriptions, newest first, each with the last changes of its status.
    Subscriptions,
    /// What the customer would like.
    Wishlist,
    /// The rewards, newest first.
    Rewards,
    /// The stamp cards.
    Stamps,
    /// The status systems of the program.
    Statuses,
    /// The gift cards that were issued to the customer, newest first.
    GiftCards,
    /// The tickets, newest first.
    Tickets,
    /// The merges into this customer, newest first.
    Merges,
    /// The commands that touched this customer, newest first.
    Audit,
}

/// The answer of `customer.details`.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct Detailed {
    /// The customer.
    pub customer: CustomerId,
    /// Stands only on guests.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub guest: bool,
    /// When the account was created.
    pub created_at: Timestamp,
    /// The last sign-in that the host told of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_login_at: Option<Timestamp>,
    /// Who the customer is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<Profile>,
    /// The blacklisting, if any; comes with the profile, and not to the customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub blacklisting: Option<Blacklisting>,
    /// Where the customer stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub membership: Option<Membership>,
    /// What mail the customer wants.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Preferences>,
    /// The addresses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub addresses: Option<Vec<Address>>,
    /// The saved payment methods.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment_methods: Option<Vec<PaymentMethod>>,
    /// What can be done now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actions: Option<Vec<Availability>>,
    /// The balances; absent without the right `points.balance`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub balances: Option<Vec<Balance>>,
    /// The entries of all journals; absent without the right `points.history`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub history: Option<Vec<EntryView>>,
    /// The orders; absent without the right `order.list`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub orders: Option<Vec<OrderView>>,
    /// The subscriptions; absent without the right `subscription.list`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subscriptions: Option<Vec<SubscriptionView>>,
    /// What the customer would like.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wishlist: Option<Vec<Wish>>,
    /// The rewards; absent without the right `reward.list`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rewards: Option<Vec<RewardView>>,
    /// The stamp cards; absent without the right `stamp_card.progress`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stamps: Option<Vec<StampCardView>>,
    /// Where the customer stands in each status system; absent without the right `status.list`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statuses: Option<Vec<StatusView>>,
    /// The gift cards; absent without the right `gift_card.list`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gift_cards: Option<Vec<GiftCardView>>,
    /// The tickets; absent without the right `ticket.list`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tickets: Option<Vec<TicketView>>,
    /// The merges; absent without the right `merge.history`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merges: Option<Vec<MergeView>>,
    /// The commands; absent without the right `audit.list`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audit: Option<Vec<AuditRow>>,
    /// The tabs that have more rows than are shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub more: Vec<Tab>,
}

impl Details {
    fn wants(&self, tab: Tab) -> bool {
        self.tabs.as_ref().is_none_or(|tabs| tabs.contains(&tab))
    }
}

impl Operation for Details {
    const NAME: &'static str = "customer.details";
    const KIND: Kind = Kind::Query;
    type Output = Detailed;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Detailed, Error> {
        let limit = page::size(self.limit)?;
        if self.tabs.as_ref().is_some_and(|tabs| tabs.len() > CHOICES_MAX) {
            return Err(Error::invalid("args.tabs", format_args!("has more than {CHOICES_MAX} items; name each tab once")));
        }
        let customer = Customer::load(unit, &self.customer)?;
        let ledgers = customer.clone();
        let actions = self.wants(Tab::Actions).then(|| available(&customer, &unit.program(), &unit.context().actor));
        let mut details = self.own_tabs(View::new(customer, unit.context()));
        details.actions = actions;
        if self.wants(Tab::Addresses) {
            details.addresses(unit, limit)?;
        }
        if self.wants(Tab::PaymentMethods) {
            details.payment_methods(unit, limit)?;
        }
        let (program, actor) = (unit.program(), &unit.context().actor);
        let shows = |tab: Tab, right: &str| self.wants(tab) && program.allows(actor, right, true);
        if shows(Tab::Balances, "points.balance") {
            details.balances(unit, &ledgers)?;
        }
        if shows(Tab::History, "points.history") {
            details.history(unit, &ledgers, limit)?;
        }
        if shows(Tab::Orders, "order.list") {
            details.orders(unit, limit)?;
        }
        if shows(Tab::Subscriptions, "subscription.list") {
            details.subscriptions(unit, limit)?;
        }
        if self.wants(Tab::Wishlist) {
            details.wishlist(unit, limit)?;
        }
        if shows(Tab::Rewards, "reward.list") {
            details.rewards(unit, limit)?;
        }
        if shows(Tab::Stamps, "stamp_card.progress") {
            details.stamps = Some(StampCardView::all(unit, &ledgers)?);
        }
        if shows(Tab::Statuses, "status.list") {
            details.statuses = Some(StatusView::all(unit, &ledgers, 0)?);
        }
        if shows(Tab::GiftCards, "gift_card.list") {
            details.gift_cards(unit, limit)?;
        }
        if shows(Tab::Tickets, "ticket.list") {
            details.tickets(unit, limit)?;
        }
        if shows(Tab::Merges, "merge.history") {
            let all = Merge::views(unit, &details.customer)?;
            details.merges = Some(details.cut(Tab::Merges, all, limit));
        }
        if shows(Tab::Audit, "audit.list") {
            details.audit(unit, limit)?;
        }
        Ok(details)
    }
}

impl Details {
    /// The tabs that the customer's own record fills.
    fn own_tabs(&self, view: View) -> Detailed {
        let of_profile = self.wants(Tab::Profile);
        Detailed {
            customer: view.customer,
            guest: view.guest,
            created_at: view.created_at,
            last_login_at: view.last_login_at,
            profile: of_profile.then_some(view.profile),
            blacklisting: view.blacklisting.filter(|_| of_profile),
            membership: self.wants(Tab::Membership).then_some(view.membership),
            email: self.wants(Tab::Email).then_some(view.preferences),
            addresses: None,
            payment_methods: None,
            actions: None,
            balances: None,
            history: None,
            orders: None,
            subscriptions: None,
            wishlist: None,
            rewards: None,
            stamps: None,
            statuses: None,
            gift_cards: None,
            tickets: None,
            merges: None,
            audit: None,
            more: Vec::new(),
        }
    }
}

/// The tabs that other records fill, a function each.
impl Detailed {
    fn addresses(&mut self, unit: &mut Unit<'_>, limit: usize) -> Result<(), Error> {
        let all = Address::all(unit, &self.customer)?;
        self.addresses = Some(self.cut(Tab::Addresses, all, limit));
        Ok(())
    }

    fn payment_methods(&mut self, unit: &mut Unit<'_>, limit: usize) -> Result<(), Error> {
        let all = PaymentMethod::all(unit, &self.customer)?;
        self.payment_methods = Some(self.cut(Tab::PaymentMethods, all, limit));
        Ok(())
    }

    fn balances(&mut self, unit: &mut Unit<'_>, customer: &Customer) -> Result<(), Error> {
        let program = unit.program();
        let open = |point_type: &PointType| Ledger::open(unit, customer, point_type.id.as_str())?.close().view();
        self.balances = Some(program.point_types.iter().map(open).gather::<Result<_, _>>()?);
        Ok(())
    }

    fn history(&mut self, unit: &mut Unit<'_>, customer: &Customer, limit: usize) -> Result<(), Error> {
        let program = unit.program();
        let types: Vec<Slug> = program.point_types.iter().map(|point_type| point_type.id.clone()).gather();
        for point_type in &types {
            Ledger::open(unit, customer, point_type.as_str())?;
        }
        let entries = statement::older(unit, customer, &types, &statement::Position::new(), limit + 1)?;
        let for_customer = unit.context().is_customer();
        let places = |id: &str| program.point_type(id).map_or(0, |point_type| point_type.places);
        let views: Vec<EntryView> =
            entries.iter().map(|(_, entry)| entry.view(places(&entry.point_type), for_customer)).gather::<Result<_, _>>()?;
        self.history = Some(self.cut(Tab::History, views, limit));
        Ok(())
    }

    fn orders(&mut self, unit: &mut Unit<'_>, limit: usize) -> Result<(), Error> {
        let orders = unit.scan::<Order>(&Order::scan(&Root::customer(&self.customer)).reversed().limit(limit + 1))?;
        let for_customer = unit.context().is_customer();
        let views = orders.into_iter().map(|order| order.view(for_customer)).gather::<Result<_, _>>()?;
        self.orders = Some(self.cut(Tab::Orders, views, limit));
        Ok(())
    }

    fn subscriptions(&mut self, unit: &mut Unit<'_>, limit: usize) -> Result<(), Error> {
        let views = SubscriptionView::newest(unit, &Root::customer(&self.customer), None, limit + 1)?;
        self.subscriptions = Some(self.cut(Tab::Subscriptions, views, limit));
        Ok(())
    }

    fn wishlist(&mut self, unit: &mut Unit<'_>, limit: usize) -> Result<(), Error> {
        let found = unit.get::<Wishlist>(Wishlist::key(&Root::customer(&self.customer)))?;
        self.wishlist = Some(self.cut(Tab::Wishlist, found.map_or_else(Vec::new, |wishlist| wishlist.items), limit));
        Ok(())
    }

    fn rewards(&mut self, unit: &mut Unit<'_>, limit: usize) -> Result<(), Error> {
        let root = Root::customer(&self.customer);
        let issued = unit.scan::<IssuedReward>(&IssuedReward::scan(&root).reversed().limit(limit + 1))?;
        let for_customer = unit.context().is_customer();
        let views = issued.iter().map(|issued| issued.view(unit.now(), for_customer)).gather::<Result<_, _>>()?;
        self.rewards = Some(self.cut(Tab::Rewards, views, limit));
        Ok(())
    }

    fn gift_cards(&mut self, unit: &mut Unit<'_>, limit: usize) -> Result<(), Error> {
        let cards = GiftCard::views(unit, &GiftCard::scan(&self.customer).reversed().limit(limit + 1))?;
        self.gift_cards = Some(self.cut(Tab::GiftCards, cards, limit));
        Ok(())
    }

    fn tickets(&mut self, unit: &mut Unit<'_>, limit: usize) -> Result<(), Error> {
        let scan = Ticket::scan(&Root::customer(&self.customer), None).reversed().limit(limit + 1);
        let views = Ticket::views(unit, &scan)?;
        self.tickets = Some(self.cut(Tab::Tickets, views, limit));
        Ok(())
    }

    fn audit(&mut self, unit: &mut Unit<'_>, limit: usize) -> Result<(), Error> {
        let rows = unit.scan::<LogRow>(&LogRow::scan(&Root::customer(&self.customer)).reversed().limit(limit + 1))?;
        let views = rows.iter().map(AuditRow::done).gather::<Result<_, _>>()?;
        self.audit = Some(self.cut(Tab::Audit, views, limit));
        Ok(())
    }

    /// At most `limit` rows; a tab that has more is noted.
    fn cut<T>(&mut self, tab: Tab, mut rows: Vec<T>, limit: usize) -> Vec<T> {
        if page::cut(&mut rows, limit).is_some() {
            self.more.push(tab);
        }
        rows
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::customer::Create;
    use crate::json::tree;
    use crate::unit::tests::Stage;
    use crate::{address, blacklist, payment_method};

    fn shop() -> Stage {
        let stage = Stage::new();
        stage.run::<Create>(json!({ "id": "c-1", "first_name": "Ada" })).unwrap();
        for city in ["Wien", "Linz"] {
            stage.run::<address::Add>(json!({ "customer": "c-1", "city": city })).unwrap();
        }
        stage.run::<payment_method::Save>(json!({ "customer": "c-1", "token": "tok_1", "last_four": "4242" })).unwrap();
        stage.run::<blacklist::Set>(json!({ "customer": "c-1", "on": true, "reason": "chargebacks" })).unwrap();
        stage
    }

    // rules K4, K5
    #[test]
    fn every_tab_comes_at_once_or_alone() {
        let stage = shop();
        let all = stage.run::<Details>(json!({ "customer": "c-1" })).unwrap();
        assert_eq!(all.addresses.map(|rows| rows.len()), Some(2));
        assert_eq!(all.payment_methods.map(|rows| rows.len()), Some(1));
        assert!(all.profile.is_some() && all.membership.is_some() && all.email.is_some() && all.blacklisting.is_some());
        assert!(all.actions.is_some_and(|actions| actions.iter().any(|action| action.available)));
        let one = stage.run::<Details>(json!({ "customer": "c-1", "tabs": ["addresses"], "limit": 1 })).unwrap();
        assert_eq!(
            json!(tree(&one)).as_object().unwrap().keys().collect::<Vec<_>>(),
            ["addresses", "created_at", "customer", "more"],
            "nothing but what was asked for"
        );
        assert_eq!((one.addresses.map(|rows| rows.len()), one.more), (Some(1), vec![Tab::Addresses]));
    }

    // rule K4
    #[test]
    fn a_request_names_a_bounded_number_of_tabs() {
        let many = json!({ "customer": "c-1", "tabs": vec!["email"; CHOICES_MAX + 1] });
        assert_eq!(shop().refusal::<Details>(many), "invalid_request args.tabs");
    }

    // rule W3
    #[test]
    fn customers_do_not_see_why_they_are_blacklisted() {
        let mut stage = shop();
        stage.customer_asks("c-1");
        let own = stage.run::<Details>(json!({ "customer": "c-1" })).unwrap();
        assert!(own.profile.is_some() && own.blacklisting.is_none());
        assert_eq!(stage.refusal::<Details>(json!({ "customer": "c-1", "limit": 0 })), "invalid_request args.limit");
        assert_eq!(stage.refusal::<Details>(json!({ "customer": "c-1", "tabs": ["shoes"] })), "invalid_request args.tabs[0]");
    }
}
