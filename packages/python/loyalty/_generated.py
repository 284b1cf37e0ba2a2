# Made by `cargo xtask codegen` from loyalty-core/src/catalogue.rs. Do not edit.
"""The operations of the library, and the types of what they take and answer."""

from __future__ import annotations

from typing import Any, Dict, Generic, List, Literal, Mapping, NotRequired, TypeAlias, TypedDict, TypeVar, Union

from ._runtime import UNSET, Caller, Unset

Result = TypeVar("Result")

Account: TypeAlias = Literal["guest", "registered"]
"""The account that a new customer has.

- `guest`: None: the customer bought as a guest.
- `registered`: An account with the shop.
"""

ActorKind: TypeAlias = Literal["agent", "customer", "system"]
"""What kind of actor asks.

- `agent`: A person who works for the shop.
- `customer`: The customer, who may only touch their own account.
- `system`: The shop's own software.
"""


class Address(TypedDict):
    """An address of a customer."""

    customer: CustomerId
    """The customer."""
    id: Id
    """The id: the host's, or `a1`, `a2` and so on."""
    version: int
    """The version, for `if_version`."""
    added_at: Timestamp
    """When it was added."""
    default_billing: bool
    """Whether invoices go there unless said otherwise."""
    default_shipping: bool
    """Whether parcels go there unless said otherwise."""
    city: NotRequired[Line | None]
    """The city."""
    company: NotRequired[Line | None]
    """The company."""
    country: NotRequired[Country | None]
    """The country."""
    label: NotRequired[Line | None]
    """What the customer calls it, such as "Home"."""
    lines: NotRequired[List[Line]]
    """Street, house, floor: as written on an envelope."""
    name: NotRequired[Line | None]
    """Who receives mail there."""
    phone: NotRequired[Phone | None]
    """A phone number there."""
    postal_code: NotRequired[Line | None]
    """The postal code."""
    region: NotRequired[Line | None]
    """The state, province or county."""


class AddressRemoved(TypedDict):
    """The receipt of `address.remove`."""

    customer: CustomerId
    """The customer."""
    address: Id
    """The address that is gone; a generated id is not used again."""


class AddressSaved(TypedDict):
    """The receipt of `address.add` and `address.edit`."""

    customer: CustomerId
    """The customer."""
    address: Id
    """The address."""
    version: int
    """Its version now."""
    no_longer_default: List[Id]
    """Other addresses that were a default and no longer are; their versions went up."""


class AuditPage(TypedDict):
    """A page of commands."""

    commands: List[AuditRow]
    """The commands, newest first."""
    next: NotRequired[str | None]
    """Where to go on; absent on the last page."""


class AuditRow(TypedDict):
    """A command."""

    at: Timestamp
    """When."""
    operation: str
    """The operation."""
    actor: str
    """The actor's id."""
    code: NotRequired[str | None]
    """Refused: the error code."""
    customer: NotRequired[CustomerId | None]
    """The customer it was about; absent for the program."""
    kind: NotRequired[ActorKind | None]
    """Agent, customer or system; absent when erased."""
    number: NotRequired[int | None]
    """Done: its number in the customer's log."""


class Availability(TypedDict):
    """Whether an action can be taken now, and why not."""

    operation: str
    """The operation."""
    available: bool
    """Whether this actor may take it with this customer now."""
    code: NotRequired[str | None]
    """The code of the error that taking it would give."""
    reason: NotRequired[str | None]
    """Why not, for people."""


class Balance(TypedDict):
    """A balance (rule L7). `total = active + pending + held − debt = earned + adjusted − spent − expired`."""

    type: Slug
    """The point type."""
    active: Quantity
    """What can be spent now."""
    pending: Quantity
    """What becomes active later."""
    held: Quantity
    """What holds have set aside."""
    debt: Quantity
    """What is owed."""
    total: Quantity
    """The sum of all entries."""
    earned: Quantity
    """Earned in all, less what was reversed."""
    adjusted: Quantity
    """Adjusted by hand in all, less what was reversed."""
    spent: Quantity
    """Spent in all, less what was reversed."""
    expired: Quantity
    """Lapsed and forfeited in all."""
    version: int
    """The version of the account, for `if_version`: the number of its entries."""


class BlacklistChecked(TypedDict):
    """The answer of `blacklist.check`."""

    can_purchase: bool
    """Whether they may buy."""
    reason: NotRequired[Obstacle | None]
    """Why not."""


class BlacklistSet(TypedDict):
    """The receipt of `blacklist.set`."""

    customer: CustomerId
    """The customer."""
    blacklisted: bool
    """Whether the customer is blacklisted now."""
    since: NotRequired[Timestamp | None]
    """Since when."""


class Blacklisting(TypedDict):
    """A blacklisting (rule E2)."""

    reason: Text
    """Why, as it was said last."""
    since: Timestamp
    """Since when the customer is blacklisted."""
    by: str
    """The actor who gave the reason."""
    emails: List[str]
    """The folded emails it blocks: those the customer had while blacklisted, at most 100."""
    reason_since: NotRequired[Timestamp | None]
    """Since when it has this reason, when it had another before."""


class BundledRow(TypedDict):
    """A row of a bundle, in the form in which rows travel."""

    table: str
    """The table."""
    values: List[Any]
    """The typed values."""
    body: str
    """Everything else."""

Change: TypeAlias = Literal["register", "enroll", "unenroll", "remove", "deactivate", "reactivate", "merge", "delete"]
"""A change of membership.

- `register`: A guest opens an account.
- `enroll`: A customer joins the program.
- `unenroll`: A member leaves.
- `remove`: A member is taken out of the program.
- `deactivate`: The account is suspended.
- `reactivate`: The suspension ends.
- `merge`: The account becomes part of another.
- `delete`: The account is erased.
"""

Condition = TypedDict("Condition", {
    # All of these hold.
    "and": NotRequired["List[Condition] | None"],
    # The field that is compared.
    "field": NotRequired["Field | None"],
    # This does not hold.
    "not": NotRequired["Condition | None"],
    # How.
    "op": NotRequired["Op | None"],
    # At least one of these holds.
    "or": NotRequired["List[Condition] | None"],
    # With what: a text, true or false, null with `eq` and `ne`, a list with `in`.
    "value": NotRequired["Any"],
})
"""A condition on customers: exactly one of `and`, `or`, `not`, or `field` with `op` and `value`."""

Country: TypeAlias = str
"""A country: two letters of ISO 3166, such as `AT`."""


class CustomerActionList(TypedDict):
    """The answer of `customer.actions`."""

    customer: CustomerId
    """The customer."""
    actions: List[Availability]
    """Every action."""


class CustomerBundled(TypedDict):
    """The answer of `customer.bundle`."""

    customer: CustomerId
    """The customer."""
    at: Timestamp
    """The time of the request, as the host knows it."""
    actor: Any
    """Who asked, as the host knows them: an actor as in a context."""
    tables: List[str]
    """The tables of which all rows of the customer are there."""
    rows: List[BundledRow]
    """The rows."""


class CustomerCreated(TypedDict):
    """The receipt of `customer.create`."""

    customer: CustomerId
    """The customer."""
    state: State
    """Where the customer stands."""
    created_at: Timestamp
    """When the account was created."""
    version: int
    """The version of the profile, for `if_version`."""


class CustomerDetailed(TypedDict):
    """The answer of `customer.details`."""

    customer: CustomerId
    """The customer."""
    created_at: Timestamp
    """When the account was created."""
    actions: NotRequired[List[Availability] | None]
    """What can be done now."""
    addresses: NotRequired[List[Address] | None]
    """The addresses."""
    audit: NotRequired[List[AuditRow] | None]
    """The commands; absent without the right `audit.list`."""
    balances: NotRequired[List[Balance] | None]
    """The balances; absent without the right `points.balance`."""
    blacklisting: NotRequired[Blacklisting | None]
    """The blacklisting, if any; comes with the profile, and not to the customer."""
    email: NotRequired[Preferences | None]
    """What mail the customer wants."""
    guest: NotRequired[bool]
    """Stands only on guests."""
    history: NotRequired[List[EntryView] | None]
    """The entries of all journals; absent without the right `points.history`."""
    last_login_at: NotRequired[Timestamp | None]
    """The last sign-in that the host told of."""
    membership: NotRequired[Membership | None]
    """Where the customer stands."""
    more: NotRequired[List[Tab]]
    """The tabs that have more rows than are shown."""
    orders: NotRequired[List[OrderView] | None]
    """The orders; absent without the right `order.list`."""
    payment_methods: NotRequired[List[PaymentMethod] | None]
    """The saved payment methods."""
    profile: NotRequired[Profile | None]
    """Who the customer is."""
    subscriptions: NotRequired[List[SubscriptionView] | None]
    """The subscriptions; absent without the right `subscription.list`."""
    wishlist: NotRequired[List[Wish] | None]
    """What the customer would like."""


class CustomerEdited(TypedDict):
    """The receipt of `customer.edit`."""

    customer: CustomerId
    """The customer."""
    version: int
    """The version of the profile now; an edit that changes nothing leaves it."""
    changed: List[str]
    """The fields that are different now."""


class CustomerGroupAssigned(TypedDict):
    """The receipt of `customer.assign_group`."""

    customer: CustomerId
    """The customer."""
    version: int
    """The version of the profile now."""
    group: NotRequired[Slug | None]
    """The group now."""
    group_before: NotRequired[Slug | None]
    """The group before."""

CustomerId: TypeAlias = str
"""The host's own id of a customer: opaque, 1–64 visible characters, compared byte by byte."""


class CustomerListed(TypedDict):
    """A page of `customer.list`."""

    rows: List[Dict[str, Any]]
    """The rows: a value by column, null where there is none. Rows of guests have `"guest": true` besides."""
    next: NotRequired[str | None]
    """Where the next page begins; absent on the last."""


class CustomerLoginRecorded(TypedDict):
    """The receipt of `customer.record_login`."""

    customer: CustomerId
    """The customer."""
    last_login_at: Timestamp
    """The last sign-in known now."""


class CustomerView(TypedDict):
    """A customer, as `customer.get` shows them."""

    customer: CustomerId
    """The customer."""
    created_at: Timestamp
    """When the account was created."""
    profile: Profile
    """Who the customer is."""
    membership: Membership
    """Where the customer stands."""
    preferences: Preferences
    """What mail the customer wants."""
    blacklisting: NotRequired[Blacklisting | None]
    """The blacklisting, if any."""
    guest: NotRequired[bool]
    """Stands only on guests."""
    last_login_at: NotRequired[Timestamp | None]
    """The last sign-in that the host told of."""

Date: TypeAlias = str
"""A calendar date, `2026-11-22` on the wire."""


class Difference(TypedDict):
    """The first place where the books are not what they should be."""

    place: str
    """Where: a row of the operation log, an entry, an account, a lot or a hold."""
    expected: str
    """What must stand there."""
    found: str
    """What stands there."""


class Due(TypedDict):
    """What lapses at one instant."""

    expires_at: Timestamp
    """The instant from which on it no longer counts."""
    amount: Quantity
    """How much."""
    account_date: bool
    """Whether this is the account's date, which moves with the member's activity."""


class Earned(TypedDict):
    """What an order earned by one rule."""

    type: Slug
    """The point type."""
    rule: Slug
    """The rule."""
    amount: Quantity
    """How much."""
    entry: Ref
    """The entry."""


class Earning(TypedDict):
    """What orders earn, and when."""

    rules: NotRequired[List[EarningRule]]
    """The rules; each rule of a point type adds to what the order earns."""
    when: NotRequired[EarnsWhen]
    """The state in which an order earns."""


class EarningRule(TypedDict):
    """A rate: `points` for every `per` of the order's currency (rule O2)."""

    id: Slug
    """The rule's id; entries name it."""
    type: Slug
    """The point type that is earned."""
    points: Quantity
    """How many are earned for every `per`."""
    per: Quantity
    """How much of the order's currency earns `points`."""
    full_steps: NotRequired[bool]
    """Count only full steps of `per`: 10 points per full 2 earn 30 on 7."""
    include_shipping: NotRequired[bool]
    """Whether shipping counts."""
    include_tax: NotRequired[bool]
    """Whether tax counts."""
    rounding: NotRequired[Rounding]
    """How a fraction of the smallest unit is rounded."""

EarnsWhen: TypeAlias = Literal["placed", "paid", "fulfilled"]
"""The state of an order that makes it earn (rule O1).

- `placed`: As soon as it is recorded.
- `paid`: When its payments cover it.
- `fulfilled`: When it is fulfilled.
"""

Email: TypeAlias = str
"""An email address as the customer writes it: trimmed, Unicode NFC, at most 254 bytes. Compare by
`Email::folded`.
"""


class EmailPreferencesSet(TypedDict):
    """The receipt of `email.set_preferences` and `email.unsubscribe_all`."""

    customer: CustomerId
    """The customer."""
    preferences: Preferences
    """The preferences now."""

EntryKind: TypeAlias = Literal["earn", "adjust", "spend", "capture", "expire", "forfeit", "extend", "repay", "reverse"]
"""Why an entry stands in the journal.

- `earn`: Earned.
- `adjust`: Adjusted by hand.
- `spend`: Spent.
- `capture`: Spent through a hold.
- `expire`: Lapsed.
- `forfeit`: Taken because the member left the program.
- `extend`: Lots got a later end; the amount is zero.
- `repay`: Lots paid off debt; the amount is zero.
- `reverse`: Takes an earlier entry back.
"""


class EntryView(TypedDict):
    """An entry of a journal."""

    id: Ref
    """The id."""
    type: Slug
    """The point type."""
    kind: EntryKind
    """Why it stands in the journal."""
    amount: Quantity
    """The signed amount."""
    balance: Quantity
    """The balance after it."""
    effective_at: Timestamp
    """When it took effect."""
    recorded_at: Timestamp
    """When it was recorded."""
    actor: NotRequired[str | None]
    """Who asked for it; a customer sees only themselves, not the shop's people."""
    available_from: NotRequired[Timestamp | None]
    """A credit that is not active at once: from when on it is."""
    comment: NotRequired[str | None]
    """What the customer reads."""
    debt: NotRequired[Quantity | None]
    """How the debt changed."""
    expires: NotRequired[Lapse | None]
    """A credit: when its lot ends."""
    hold: NotRequired[Ref | None]
    """The hold it came from."""
    lots: NotRequired[List[PartView]]
    """The lots from which it took (negative) or to which it gave back, and how much of each."""
    note: NotRequired[str | None]
    """The internal note; staff only."""
    order: NotRequired[Id | None]
    """The order it came from."""
    reason: NotRequired[str | None]
    """Why; staff only."""
    reversed: NotRequired[Quantity | None]
    """How much of it has been reversed."""
    reverses: NotRequired[Ref | None]
    """The entry it reverses."""
    rule: NotRequired[Slug | None]
    """The earning rule it came from."""


class ExpiryNever(TypedDict):
    """Credits last for ever."""

    policy: Literal["never"]


class ExpiryDays(TypedDict):
    """Credits end at the first instant of the local date this many days later."""

    policy: Literal["days"]
    days: int
    """How many days, 1 to 36,500."""


class ExpiryMonths(TypedDict):
    """Credits end at the first instant of the same day number this many months later."""

    policy: Literal["months"]
    months: int
    """How many months, 0 to 1,200; 0 only with `round_up_to`."""
    round_up_to: NotRequired[RoundUp | None]
    """End with the month, quarter or year in which that day lies."""


class ExpiryInactivity(TypedDict):
    """All credits end on one date of the account, which moves with the member's activity."""

    policy: Literal["inactivity"]
    period: Period
    """The unit of `count`."""
    count: int
    """How many days or months without activity."""
    moved_by: NotRequired[Moves]
    """What counts as activity."""

Expiry: TypeAlias = Union[ExpiryNever, ExpiryDays, ExpiryMonths, ExpiryInactivity]
"""The expiry policy of a point type. The resolved instant is stored on the lot; a later change of the policy
moves nothing by itself.
"""

Field: TypeAlias = Literal["id", "email", "name", "phone", "group", "state", "locale", "gender", "birth_date", "created_at", "last_login_at", "newsletter", "blacklisted"]
"""A field of the customer list.

- `id`: The host's id, byte by byte.
- `email`: The email, without case.
- `name`: The name. Filters and sorting see it folded, family name first: `lovelace ada`.
- `phone`: The phone number, digits only.
- `group`: The group.
- `state`: The membership state: `guest`, `registered`, `enrolled`, `unenrolled`, `removed`, `on_hold`,
  `merged`, `deleted`.
- `locale`: The locale, without case.
- `gender`: The gender, without case and accents.
- `birth_date`: The date of birth.
- `created_at`: When the account was created.
- `last_login_at`: The last sign-in.
- `newsletter`: Whether the newsletter is wanted.
- `blacklisted`: Whether the customer is blacklisted.
"""

HoldState: TypeAlias = Literal["open", "closed"]
"""Whether a hold still sets something aside.

- `open`: It does.
- `closed`: Nothing is set aside any more.
"""


class HoldView(TypedDict):
    """A hold."""

    id: Ref
    """The id."""
    type: Slug
    """The point type."""
    state: HoldState
    """Open, or closed because all was captured or released."""
    authorized: Quantity
    """What was set aside."""
    captured: Quantity
    """What was taken."""
    released: Quantity
    """What was given back."""
    remaining: Quantity
    """What is still set aside."""
    held_until: NotRequired[Timestamp | None]
    """When what remains is given back by itself."""
    order: NotRequired[Id | None]
    """The order for which it was made."""

Id: TypeAlias = str
"""The host's own id of something: opaque, 1–64 visible characters, compared byte by byte."""


class JournalVerified(TypedDict):
    """The verdict."""

    sound: bool
    """Whether everything is as it should be."""
    head: str
    """The head of the chain, 64 hexadecimal digits."""
    commands: int
    """Commands in the chain."""
    entries: int
    """Entries in all journals."""
    difference: NotRequired[Difference | None]
    """The first difference."""

Lapse: TypeAlias = str
"""When a lot ends. Stored on the lot: a later change of the program moves nothing by itself.

On the wire one text: a time, `account_date` or `never`.
"""

LastFour: TypeAlias = str
"""The last four digits of a card or account number."""

Line: TypeAlias = str
"""One line of text: 1–200 characters, trimmed, no control characters, none that turn the direction of text,
Unicode NFC.
"""


class MaintenanceSwept(TypedDict):
    """What the sweep did."""

    customers: int
    """Customers settled."""
    refused: int
    """Customers whose settling was refused; they are due again."""
    more: bool
    """Whether there may be more that is due: call again."""


class Membership(TypedDict):
    """A customer's membership."""

    state: State
    """Where the customer stands."""
    since: Timestamp
    """Since when."""
    version: int
    """The version of the membership, for `if_version`."""
    before: NotRequired[State | None]
    """On hold: the state to which the account returns."""
    enrolled_at: NotRequired[Timestamp | None]
    """Enrolled at least once: when first."""
    merged_into: NotRequired[CustomerId | None]
    """Merged: into whom."""


class MembershipCapabilityList(TypedDict):
    """The capabilities of a customer."""

    customer: CustomerId
    """The customer."""
    state: State
    """Where the customer stands."""
    capabilities: Dict[str, bool]
    """Each capability, and whether the state has it."""

MembershipChanged = TypedDict("MembershipChanged", {
    # The customer.
    "customer": "CustomerId",
    # The state before.
    "from": "State",
    # The state now.
    "state": "State",
    # The version of the membership, for `if_version`.
    "version": "int",
})
"""The result of a change of membership."""


class MembershipHistory(TypedDict):
    """The membership and how it came to be."""

    customer: CustomerId
    """The customer."""
    membership: Membership
    """The membership now."""
    changes: List[PastChange]
    """The changes, newest first."""


class MessageView(TypedDict):
    """A message as the host gets it."""

    id: Ref
    """The id, for `outbox.ack`."""
    event: str
    """What happened: the name of the operation."""
    recorded_at: Timestamp
    """When it was recorded."""
    actor: str
    """Who asked for it."""
    data: Any
    """The result of the operation."""
    leased_until: Timestamp
    """Given out again after this time if it is not acknowledged."""
    customer: NotRequired[CustomerId | None]
    """The customer it is about."""

Moves: TypeAlias = Literal["earning", "earning_or_spending"]
"""What moves the date of an account whose credits lapse with inactivity.

- `earning`: Earning.
- `earning_or_spending`: Earning and spending.
"""


class Named(TypedDict):
    """Something with an id and a name: a group or a mailing list."""

    id: Slug
    """The id."""
    name: NotRequired[Line | None]
    """The name that people see; the id when absent."""

Obstacle: TypeAlias = Literal["blacklisted", "state"]
"""Why someone may not buy.

- `blacklisted`: The email or the customer is blacklisted.
- `state`: The customer is on hold, merged or deleted.
"""

OnLeaving: TypeAlias = Literal["freeze", "forfeit"]
"""What becomes of points and stamps when a member leaves the program.

- `freeze`: They stay, frozen, and lapse on their dates.
- `forfeit`: They are taken.
"""

Op: TypeAlias = Literal["eq", "ne", "lt", "le", "gt", "ge", "in", "prefix", "contains"]
"""How a field is compared.

- `eq`: Equal; null equals null.
- `ne`: Not equal; also where there is no value.
- `lt`: Smaller.
- `le`: Smaller or equal.
- `gt`: Larger.
- `ge`: Larger or equal.
- `in`: Equal to one of a list.
- `prefix`: Begins with.
- `contains`: In which it stands somewhere; of a name, each word.
"""


class OptIn(TypedDict):
    """A decision about a mailing list: what, when, by whom and through what."""

    opted_in: bool
    """Wanted or not."""
    changed_at: Timestamp
    """When it was decided."""
    by: str
    """The actor who recorded it."""
    through: NotRequired[Line | None]
    """The page, device or channel."""


class OrderLine(TypedDict):
    """A line of an order."""

    id: Id
    """The host's id of the line, unique in the order; its position from 1 when absent."""
    quantity: Quantity
    """How many, more than zero."""
    unit_price: Quantity
    """The price of one, not negative."""
    discount: Quantity
    """Discount on the line, not negative."""
    category: NotRequired[Line | None]
    """The category of the article."""
    sku: NotRequired[Id | None]
    """The article."""


class OrderOrderLine(TypedDict):
    """A line of an order as it comes in."""

    unit_price: Quantity
    """The price of one, not negative."""
    category: NotRequired[Line | None]
    """The category of the article."""
    discount: NotRequired[Quantity]
    """Discount on the line, not negative."""
    id: NotRequired[Id | None]
    """The host's id of the line, unique in the order; its position from 1 when absent."""
    quantity: NotRequired[Quantity]
    """How many, more than zero; 1 when absent."""
    sku: NotRequired[Id | None]
    """The article."""


class OrderPage(TypedDict):
    """A page of orders."""

    orders: List[OrderView]
    """The orders, newest first."""
    next: NotRequired[Id | None]
    """Where to go on; absent on the last page."""


class OrderPayment(TypedDict):
    """A payment of an order."""

    id: Id
    """The host's id of the payment, unique in the order."""
    amount: Quantity
    """How much."""
    status: PaymentStatus
    """Where it stands."""
    method: NotRequired[Line | None]
    """How it was paid."""


class OrderRecorded(TypedDict):
    """The result of `order.record`."""

    number: Id
    """The order's number."""
    total: Quantity
    """What it comes to."""
    earned: List[Earned]
    """What it earned in all."""
    earned_at: NotRequired[Timestamp | None]
    """When it earned; absent while it has not."""
    not_earned: NotRequired[str | None]
    """Why it has not earned."""


class OrderView(TypedDict):
    """An order as answers show it."""

    number: Id
    """The host's number."""
    placed_at: Timestamp
    """When it was placed."""
    total: Quantity
    """What it comes to: lines less discounts, plus shipping and tax."""
    currency: str
    """The currency, three capital letters."""
    lines: List[OrderLine]
    """The lines."""
    discount: Quantity
    """Discount on the whole."""
    shipping: Quantity
    """Shipping."""
    tax: Quantity
    """Tax."""
    channel: NotRequired[Line | None]
    """Where it was placed."""
    earned: NotRequired[List[Earned]]
    """What it earned."""
    earned_at: NotRequired[Timestamp | None]
    """When it earned."""
    fulfilled: NotRequired[bool]
    """Whether it is fulfilled."""
    link: NotRequired[Line | None]
    """A link into the host's own page; staff only."""
    master_number: NotRequired[Id | None]
    """The number of the order to which several belong."""
    payments: NotRequired[List[Payment]]
    """The payments."""


class Origins(TypedDict):
    """A lot and where it came from."""

    lot: Ref
    """The lot: the id of the entry that made it."""
    amount: Quantity
    """How much of it: in a balance what is left, in an entry what was taken (negative) or put back."""
    expires: Lapse
    """When it ends."""
    made_by: EntryView
    """The entry that made it: order, rule, adjustment."""
    place: NotRequired[str | None]
    """Where it is now: `pending`, `active`, `held`, `lapsed`; absent for what an entry moved."""


class OutboxAcked(TypedDict):
    """What was acknowledged."""

    acknowledged: int
    """How many are done now."""
    unknown: int
    """How many were done already or unknown."""


class OutboxTaken(TypedDict):
    """The messages taken."""

    messages: List[MessageView]
    """The messages; acknowledge them with `outbox.ack`."""

Outcome: TypeAlias = Literal["done", "refused"]
"""What became of a command.

- `done`: It was done.
- `refused`: It was refused and changed nothing.
"""


class PartView(TypedDict):
    """What an entry took from a lot or put back."""

    lot: Ref
    """The lot: the id of the entry that made it."""
    amount: Quantity
    """How much, signed."""
    expires: Lapse
    """When that lot ends."""


class PastBalance(TypedDict):
    """A total as it was."""

    type: Slug
    """The point type."""
    total: Quantity
    """The sum of all entries that had taken effect."""

PastChange = TypedDict("PastChange", {
    # When.
    "at": "Timestamp",
    # The change.
    "change": "Change",
    # The state before.
    "from": "State",
    # The state after.
    "to": "State",
    # Who asked for it; a customer sees only themselves, not the shop's people.
    "actor": NotRequired["str | None"],
    # A comment; the customer reads it.
    "comment": NotRequired["Text | None"],
    # Why; staff only.
    "reason": NotRequired["Line | None"],
})
"""A change that was made."""


class Payment(TypedDict):
    """A payment of an order."""

    id: Id
    """The host's id of the payment, unique in the order."""
    amount: Quantity
    """How much."""
    status: PaymentStatus
    """Where it stands."""
    method: NotRequired[Line | None]
    """How it was paid."""


class PaymentMethod(TypedDict):
    """A saved payment method of a customer."""

    customer: CustomerId
    """The customer."""
    id: Id
    """The id: the host's, or `m1`, `m2` and so on."""
    version: int
    """The version, for `if_version`."""
    saved_at: Timestamp
    """When it was first saved."""
    token: Token
    """What the payment provider calls it."""
    brand: NotRequired[Line | None]
    """The brand, such as "Visa"."""
    expiry_month: NotRequired[int | None]
    """The last month in which it is valid, 1 to 12."""
    expiry_year: NotRequired[int | None]
    """The year of that month."""
    last_four: NotRequired[LastFour | None]
    """The last four digits."""


class PaymentMethodRemoved(TypedDict):
    """The receipt of `payment_method.remove`."""

    customer: CustomerId
    """The customer."""
    payment_method: Id
    """The payment method that is gone; a generated id is not used again."""


class PaymentMethodSaved(TypedDict):
    """The receipt of `payment_method.save`."""

    customer: CustomerId
    """The customer."""
    payment_method: Id
    """The payment method."""
    version: int
    """Its version now."""

PaymentStatus: TypeAlias = Literal["pending", "authorized", "paid", "failed", "refunded"]
"""Where a payment stands.

- `pending`: Not yet paid.
- `authorized`: Promised by the payment service.
- `paid`: Paid.
- `failed`: Failed.
- `refunded`: Paid back.
"""

Period: TypeAlias = Literal["days", "months"]
"""A unit of time of the calendar.

- `days`: Local dates.
- `months`: Months.
"""

Phone: TypeAlias = str
"""A phone number as the customer writes it, with at least 3 digits. Compare by `Phone::digits`."""

PointKind: TypeAlias = Literal["points", "stamps", "money"]
"""What a point type is.

- `points`: Points: follow membership.
- `stamps`: Stamps: follow membership.
- `money`: Money of one currency: follows the account.
"""


class PointType(TypedDict):
    """A unit of value with its own ledger."""

    id: Slug
    """The id, such as `points`. It can never change its kind, places or currency, nor go away."""
    activation_days: NotRequired[int]
    """Days until what is earned becomes active; 0 at once (rule L4)."""
    currency: NotRequired[str | None]
    """The currency of a money type (rule R8)."""
    debt_floor: NotRequired[Quantity]
    """How far a claw-back or adjustment may take the balance below zero: "0", or a negative decimal (rule L7)."""
    expiry: NotRequired[Expiry]
    """How long a credit lasts."""
    kind: NotRequired[PointKind]
    """What it is; decides which membership states may use it (rule M2)."""
    name: NotRequired[Line | None]
    """The name that people see; the id when absent."""
    places: NotRequired[int]
    """Decimal places, 0 to 8. Money has those of its currency."""
    reversal_grace_days: NotRequired[int]
    """Days that a lot put back after its expiry lives on; 0 none (rule L9)."""
    reversal_shortfall: NotRequired[Shortfall]
    """What happens when a reversed credit is spent already (rule L9)."""


class PointsBalances(TypedDict):
    """The balances of a customer."""

    customer: CustomerId
    """The customer."""
    at: Timestamp
    """When this was so."""
    balances: List[Balance]
    """One per point type."""
    as_of: NotRequired[List[PastBalance]]
    """The totals at the moment `as_of`."""
    holds: NotRequired[List[HoldView]]
    """The open holds, those that end first first, at most 100 per point type."""


class PointsCaptured(TypedDict):
    """The result of `points.capture`."""

    hold: HoldView
    """The hold as it is now."""
    entry: Ref
    """The entry."""


class PointsExplained(TypedDict):
    """An explanation."""

    lots: List[Origins]
    """The lots behind it, each with the entry that made it."""
    more: bool
    """Whether there are more lots than are shown."""
    entry: NotRequired[EntryView | None]
    """The entry itself, when one is explained."""


class PointsHistoryPage(TypedDict):
    """A page of a journal."""

    entries: List[EntryView]
    """The entries, newest first."""
    next: NotRequired[str | None]
    """Where to go on; absent on the last page."""


class PointsPosted(TypedDict):
    """The result of an operation that writes one entry."""

    customer: CustomerId
    """The customer."""
    entry: Ref
    """The entry; the receipt's `entries` have it whole."""


class PointsReversed(TypedDict):
    """The result of `points.reverse`."""

    customer: CustomerId
    """The customer."""
    entry: Ref
    """The entry that reverses."""
    lapsed: Quantity
    """Of a credit: what had lapsed and so counts as taken."""
    forgiven: Quantity
    """Of a credit: what was spent already and is forgiven."""


class PointsSchedule(TypedDict):
    """What lapses when."""

    customer: CustomerId
    """The customer."""
    due: List[Due]
    """The dates, the first to come first."""
    never: Quantity
    """What never lapses."""
    held: Quantity
    """What is held."""


class Preferences(TypedDict):
    """What mail a customer wants (rule E1)."""

    lists: NotRequired[Dict[str, OptIn]]
    """The mailing lists of the program that the customer decided about."""
    newsletter: NotRequired[OptIn | None]
    """Whether the shop's newsletter is wanted."""
    version: NotRequired[int]
    """The version of the preferences, for `if_version`."""


class Profile(TypedDict):
    """Who a customer is. Every field may be missing."""

    birth_date: NotRequired[Date | None]
    """The date of birth."""
    email: NotRequired[Email | None]
    """The email address, unique among customers that are not guests, merged or deleted."""
    first_name: NotRequired[Line | None]
    """The given name."""
    gender: NotRequired[Line | None]
    """The gender, in the customer's words."""
    group: NotRequired[Slug | None]
    """A group of the program."""
    last_name: NotRequired[Line | None]
    """The family name."""
    link: NotRequired[Line | None]
    """A link into the host's own page of this customer."""
    locale: NotRequired[Line | None]
    """The locale, such as `de-AT`."""
    middle_name: NotRequired[Line | None]
    """Further given names."""
    phone: NotRequired[Phone | None]
    """The phone number."""
    prefix: NotRequired[Line | None]
    """A title or other prefix."""
    suffix: NotRequired[Line | None]
    """A suffix such as "Jr."
    """
    time_zone: NotRequired[Zone | None]
    """The customer's own time zone, for the host's display; expiry is counted in the program's."""
    version: NotRequired[int]
    """The version of the profile, for `if_version`."""


class Program(TypedDict):
    """The merchant's configuration.

    Everything but `point_types` has a default. `Program::parse` checks a document and reports every mistake with
    its path.
    """

    point_types: List[PointType]
    """The units of value, each with its own ledger."""
    adjustment_needs_reason: NotRequired[bool]
    """Whether a manual adjustment needs a reason (rule L2)."""
    currencies: NotRequired[Dict[str, int]]
    """The currencies in which orders earn, with their decimal places: `{"USD": 2}`."""
    customer_rights: NotRequired[List[Right]]
    """What customers may do with their own account."""
    earning: NotRequired[Earning]
    """What orders earn."""
    events: NotRequired[List[Right]]
    """The commands after which an event is queued for the host: names, or `noun.*` (rule P6)."""
    groups: NotRequired[List[Named]]
    """Groups that customers can be in."""
    hold_seconds: NotRequired[int]
    """How long a hold stays when the request does not say, in seconds (rule L8)."""
    mailing_lists: NotRequired[List[Named]]
    """Mailing lists that customers can opt in to."""
    name: NotRequired[Line]
    """The program's name, as customers see it."""
    on_leaving: NotRequired[OnLeaving]
    """What becomes of points when a member leaves the program (rules of section M)."""
    roles: NotRequired[List[Role]]
    """What agents and systems may do."""
    time_zone: NotRequired[Zone]
    """The zone in which days, months and expiry are counted (rule L4)."""


class ProgramCurrent(TypedDict):
    """The current program."""

    version: int
    """The version, for `if_version`."""
    program: Program
    """The document."""
    set_at: NotRequired[Timestamp | None]
    """When it was set."""

Quantity: TypeAlias = str
"""A decimal on the wire: a string such as `"150"` or `"-0.25"`; no exponent, no plus sign, no separators.

Equal values are one value: `"1.50"` and `"1.5"` compare equal and have one canonical form.
"""

Ref: TypeAlias = str
"""An entry, hold or other thing that the library numbered: `<customer>/<point type>/<number>` and the like, at
most 128 characters.
"""

Right: TypeAlias = str
"""A right: the name of an operation (`points.adjust`), all of a noun (`points.*`) or all queries of a noun
(`points.view`).
"""


class Role(TypedDict):
    """A role that an actor can carry."""

    id: Slug
    """The id that the host names in the context."""
    rights: List[Right]
    """The operations it may use."""
    limits: NotRequired[List[RoleLimit]]
    """How much value of a point type it may move. A type not named is not limited."""


class RoleLimit(TypedDict):
    """How much value of a point type a role may give or take."""

    type: Slug
    """The point type."""
    per_day: NotRequired[Quantity | None]
    """The largest sum of one actor in one day of the program's zone."""
    per_operation: NotRequired[Quantity | None]
    """The largest value of one operation."""

RoundUp: TypeAlias = Literal["month", "quarter", "year"]
"""The period with which a validity ends.

- `month`: The calendar month.
- `quarter`: The calendar quarter.
- `year`: The calendar year.
"""

Rounding: TypeAlias = Literal["down", "half_up", "up"]
"""How a fraction of the smallest unit is rounded.

- `down`: Towards nothing.
- `half_up`: To the nearest, halves up.
- `up`: To the next.
"""

Shortfall: TypeAlias = Literal["refuse", "debt", "forgive"]
"""What happens when a reversed credit is spent already.

- `refuse`: The reversal is refused.
- `debt`: What is missing becomes debt, even beyond the floor.
- `forgive`: What is missing is forgiven.
"""

Slug: TypeAlias = str
"""An id that the program gives: a letter, then letters, digits, `_` and `-`, all small, at most 32 characters."""

State: TypeAlias = Literal["guest", "registered", "enrolled", "unenrolled", "removed", "on_hold", "merged", "deleted"]
"""Where a customer stands. `inactive` is three states, told apart by their cause.

- `guest`: Bought without an account.
- `registered`: Has an account with the shop.
- `enrolled`: Is a member of the program.
- `unenrolled`: Inactive: left the program and the shop's mailings.
- `removed`: Inactive: taken out of the program, stays a customer of the shop.
- `on_hold`: Inactive: suspended; nothing is lost.
- `merged`: Merged into another customer.
- `deleted`: Erased.
"""

StatusChange = TypedDict("StatusChange", {
    # The status after.
    "to": "SubscriptionStatus",
    # When it changed.
    "at": "Timestamp",
    # The status before; absent where it began.
    "from": NotRequired["SubscriptionStatus | None"],
})
"""One change of a subscription's status."""


class SubscriptionPage(TypedDict):
    """A page of subscriptions."""

    subscriptions: List[SubscriptionView]
    """The subscriptions, newest first."""
    next: NotRequired[Id | None]
    """Where to go on; absent on the last page."""

SubscriptionRecorded = TypedDict("SubscriptionRecorded", {
    # The customer.
    "customer": "CustomerId",
    # The subscription.
    "subscription": "Id",
    # Where it stands.
    "status": "SubscriptionStatus",
    # Its version now.
    "version": "int",
    # The status before, if it changed.
    "from": NotRequired["SubscriptionStatus | None"],
})
"""The receipt of `subscription.record`."""

SubscriptionStatus: TypeAlias = Literal["active", "paused", "payment_failed", "canceled"]
"""Where a subscription stands.

- `active`: It runs.
- `paused`: It rests.
- `payment_failed`: Its last payment failed.
- `canceled`: It has ended.
"""


class SubscriptionView(TypedDict):
    """A subscription as answers show it."""

    history: List[StatusChange]
    """The changes of its status, newest first."""
    customer: CustomerId
    """The customer."""
    id: Id
    """The host's id."""
    version: int
    """The version, for `if_version`."""
    status: SubscriptionStatus
    """Where it stands."""
    started_at: Timestamp
    """When it began."""
    link: NotRequired[Line | None]
    """A link into the host's own page; staff only."""
    name: NotRequired[Line | None]
    """What is subscribed to, as people call it."""
    next_payment_at: NotRequired[Timestamp | None]
    """When the next payment is due."""

Tab: TypeAlias = Literal["profile", "membership", "email", "addresses", "payment_methods", "actions", "balances", "history", "orders", "subscriptions", "wishlist", "audit"]
"""A tab of the details.

- `profile`: Who the customer is, and the blacklisting.
- `membership`: Where the customer stands.
- `email`: What mail the customer wants.
- `addresses`: The addresses, oldest first.
- `payment_methods`: The saved payment methods, oldest first.
- `actions`: What can be done now.
- `balances`: The balances, one per point type.
- `history`: The entries of all journals, newest first.
- `orders`: The orders, newest first.
- `subscriptions`: The subscriptions, newest first, each with the last changes of its status.
- `wishlist`: What the customer would like.
- `audit`: The commands that touched this customer, newest first.
"""

Text: TypeAlias = str
"""A longer text: 1–2,000 characters, trimmed, line breaks allowed, none that turn the direction of text, Unicode
NFC.
"""

Timestamp: TypeAlias = str
"""An instant: microseconds since 1970-01-01T00:00:00Z, between the years 1900 and 9999. On the wire RFC 3339 in
UTC.
"""

Token: TypeAlias = str
"""The payment provider's word for a payment method: 1–200 characters that are not a card number."""


class Wish(TypedDict):
    """Something that a customer would like."""

    sku: Id
    """The article."""
    added_at: NotRequired[Timestamp | None]
    """Since when they would like it."""
    name: NotRequired[Line | None]
    """What people call it."""


class WishlistWish(TypedDict):
    """Something that a customer would like."""

    sku: Id
    """The article."""
    added_at: NotRequired[Timestamp | None]
    """Since when they would like it."""
    name: NotRequired[Line | None]
    """What people call it."""


class WishlistWished(TypedDict):
    """The receipt of `wishlist.set`."""

    customer: CustomerId
    """The customer."""
    items: int
    """How many articles are on the list."""
    version: int
    """Its version now."""

Zone: TypeAlias = str
"""A time zone by its IANA name. The rules come from one table that is part of the library, the same in every
build of a release.
"""


class Receipt(TypedDict, Generic[Result]):
    """What a command answers: its own result, and what it did to the books."""

    result: Result
    """The operation's own answer."""
    recorded_at: Timestamp
    """When the command was recorded."""
    balances: NotRequired[List[Balance]]
    """The balances of the accounts that were touched."""
    entries: NotRequired[List[EntryView]]
    """The entries written, in order."""
    messages: NotRequired[List[Ref]]
    """The messages queued for the host."""
    plan: NotRequired[str | None]
    """Of a preview: the token that confirms exactly this."""
    replayed: NotRequired[bool]
    """This is the receipt of an earlier request with the same idempotency key; nothing was written now (rule L10)."""

class CustomerOperations:
    """The operations of `customer`."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def create(
        self,
        *,
        id: CustomerId,
        birth_date: Date | None | Unset = UNSET,
        created_at: Timestamp | None | Unset = UNSET,
        email: Email | None | Unset = UNSET,
        first_name: Line | None | Unset = UNSET,
        gender: Line | None | Unset = UNSET,
        group: Slug | None | Unset = UNSET,
        last_name: Line | None | Unset = UNSET,
        link: Line | None | Unset = UNSET,
        locale: Line | None | Unset = UNSET,
        middle_name: Line | None | Unset = UNSET,
        phone: Phone | None | Unset = UNSET,
        prefix: Line | None | Unset = UNSET,
        state: Account | None = None,
        suffix: Line | None | Unset = UNSET,
        time_zone: Zone | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[CustomerCreated]:
        """Creates a customer: a guest, or a registered customer of the shop. To make a member of them, follow with
        `membership.enroll`.

        The id is yours and is kept for good: not even the id of an erased customer is taken again. The email of a
        registered customer must be theirs alone, compared without case (rule K3); guests may share one. To bring over
        an older account, give its `created_at`. The group also needs the right `customer.assign_group`.

        Errors: `already_exists` for the id (`what` is `customer`) or the email (`what` is `email`); `forbidden` for
        the group; `invalid_request` for a group that the program does not have, a birth date or `created_at` in the
        future, a locale or link that is none.

        Rules K1, K3, K9, P1.

        :param id: Your id for the customer.
        :param birth_date: The date of birth, not in the future.
        :param created_at: When the account was created, for accounts older than this record of them; the time of the
          call when absent.
        :param email: The email address.
        :param first_name: The given name.
        :param gender: The gender, in the customer's words.
        :param group: A group of the program.
        :param last_name: The family name.
        :param link: A link into the host's own page of this customer: `https://…`, `http://…` or `/…`.
        :param locale: The locale, such as `de-AT`.
        :param middle_name: Further given names.
        :param phone: The phone number.
        :param prefix: A title or other prefix.
        :param state: What kind of account; `registered` when absent.
        :param suffix: A suffix such as "Jr."
        :param time_zone: The customer's own time zone.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[CustomerCreated] = self._caller.call(
            "customer.create",
            {"id": id, "birth_date": birth_date, "created_at": created_at, "email": email, "first_name": first_name, "gender": gender, "group": group, "last_name": last_name, "link": link, "locale": locale, "middle_name": middle_name, "phone": phone, "prefix": prefix, "suffix": suffix, "time_zone": time_zone},
            {"state": state},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def edit(
        self,
        *,
        customer: CustomerId,
        birth_date: Date | None | Unset = UNSET,
        email: Email | None | Unset = UNSET,
        first_name: Line | None | Unset = UNSET,
        gender: Line | None | Unset = UNSET,
        group: Slug | None | Unset = UNSET,
        last_name: Line | None | Unset = UNSET,
        link: Line | None | Unset = UNSET,
        locale: Line | None | Unset = UNSET,
        middle_name: Line | None | Unset = UNSET,
        phone: Phone | None | Unset = UNSET,
        prefix: Line | None | Unset = UNSET,
        suffix: Line | None | Unset = UNSET,
        time_zone: Zone | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[CustomerEdited]:
        """Edits the profile of a customer. A field that is absent stays, null empties it, a value sets it (rule K1).

        Pass the profile's `version` that you showed as `if_version`: when someone else saved meanwhile, the edit is
        refused and nothing is lost (rule K2). A new email must be free (rule K3); while the customer is blacklisted,
        it is blocked as well, and the customer does not change it (rule E2). The group also needs the right
        `customer.assign_group`, and customers do not set the link.

        Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `version_conflict`;
        `already_exists` for the email; `forbidden` for the group; `blocked` when a blacklisted customer changes their
        email; `limit_exceeded` when the blacklisting of a customer would block more than 100 emails;
        `invalid_request` for values that do not fit.

        Rules K1, K2, K3, E2.

        :param customer: The customer.
        :param birth_date: The date of birth, not in the future.
        :param email: The email address.
        :param first_name: The given name.
        :param gender: The gender, in the customer's words.
        :param group: A group of the program.
        :param last_name: The family name.
        :param link: A link into the host's own page of this customer: `https://…`, `http://…` or `/…`.
        :param locale: The locale, such as `de-AT`.
        :param middle_name: Further given names.
        :param phone: The phone number.
        :param prefix: A title or other prefix.
        :param suffix: A suffix such as "Jr."
        :param time_zone: The customer's own time zone.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[CustomerEdited] = self._caller.call(
            "customer.edit",
            {"customer": customer, "birth_date": birth_date, "email": email, "first_name": first_name, "gender": gender, "group": group, "last_name": last_name, "link": link, "locale": locale, "middle_name": middle_name, "phone": phone, "prefix": prefix, "suffix": suffix, "time_zone": time_zone},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def get(
        self,
        *,
        customer: CustomerId,
    ) -> CustomerView:
        """Answers who a customer is and where they stand: profile, membership, email preferences, dates.
        `customer.details` has the rest.

        Customers see their own, without the blacklisting and the link, which are the shop's.

        Errors: `not_found`.

        Rules K4, W3.

        :param customer: The customer.
        """
        answer: CustomerView = self._caller.call(
            "customer.get",
            {"customer": customer},
            {},
            {},
        )
        return answer

    def details(
        self,
        *,
        customer: CustomerId,
        limit: int | None | Unset = UNSET,
        tabs: List[Tab] | None | Unset = UNSET,
    ) -> CustomerDetailed:
        """Answers everything that a desk shows about a customer in one call, tab by tab. Ask for `tabs` to get some of
        them only.

        A tab that was not asked for is absent. One that has more rows than `limit` is named in `more`.

        Errors: `not_found`; `invalid_request` for the limit, or more than 20 tabs.

        Rules K4, K5, W3.

        :param customer: The customer.
        :param limit: Rows in each tab, 1 to 500; 50 when absent.
        :param tabs: The tabs; all when absent.
        """
        answer: CustomerDetailed = self._caller.call(
            "customer.details",
            {"customer": customer, "limit": limit, "tabs": tabs},
            {},
            {},
        )
        return answer

    def actions(
        self,
        *,
        customer: CustomerId,
    ) -> CustomerActionList:
        """Answers what can be done with a customer: every action, whether you may take it now and, where not, why not.
        The right is looked at first, then the customer's state; what depends on the arguments, such as the balance
        for a debit, is not looked at.

        Errors: `not_found`.

        Rules K5, P1, M1, M2.

        :param customer: The customer.
        """
        answer: CustomerActionList = self._caller.call(
            "customer.actions",
            {"customer": customer},
            {},
            {},
        )
        return answer

    def bundle(
        self,
        *,
        customer: CustomerId,
    ) -> CustomerBundled:
        """Answers a customer's own rows, for a desk's browser that runs previews and queries about this customer itself,
        without asking the host each time. The browser hands the whole answer to its engine as it is; nobody else
        reads it.

        The bundle holds the program, under which the browser's engine runs, and of the customer what this actor may
        see anyway: tables of which they lack the right are left out, and so are those with more than 2,000 rows. What
        is left out is not answered from a bundle, and neither is what other customers decide, such as whether an
        email is free: the browser asks the host then. A preview made from it bears the same token as the host's own,
        as long as nothing has changed.

        Bundles are for the shop's people: rows hold internal notes.

        Errors: `not_found`; `forbidden` for customers.

        Rules K4, K5, W3.

        :param customer: The customer.
        """
        answer: CustomerBundled = self._caller.call(
            "customer.bundle",
            {"customer": customer},
            {},
            {},
        )
        return answer

    def list(
        self,
        *,
        columns: List[Field] | None | Unset = UNSET,
        cursor: str | None | Unset = UNSET,
        descending: bool | None | Unset = UNSET,
        filter: Condition | None | Unset = UNSET,
        guests: bool | None = None,
        limit: int | None | Unset = UNSET,
        search: str | None | Unset = UNSET,
        sort: Field | None | Unset = UNSET,
    ) -> CustomerListed:
        """Lists customers, page by page: filtered, searched, sorted, with the columns you choose.

        A filter is a tree: `{"and": [{"field": "group", "op": "eq", "value": "vip"}, {"not": {"field": "email", "op":
        "eq", "value": null}}]}`. `search` finds customers in whose id, name, email, phone or addresses every word
        stands, whole or in part, whatever the case and accents.

        Guests are left out unless `guests` is true, and marked with `"guest": true`; merged and deleted customers are
        left out. A filter that names the field `state` decides about all three itself.

        Ask for the next page with the `next` of the last answer as `cursor` and the same query. A row that does not
        change meanwhile is neither skipped nor seen twice.

        Errors: `invalid_request` at the place in the filter, the search, the cursor or the limit that does not fit.

        Rule K6.

        :param columns: The columns of each row, each named once; id, name, email, group, state and created_at when
          absent.
        :param cursor: Where to go on: `next` of the page before.
        :param descending: Largest, last or newest first. When absent: false with `sort`, true without.
        :param filter: Which customers; all when absent. At most 50 conditions, 8 levels deep; each value of `in` and
          each word of a name that is contained counts as one.
        :param guests: Whether guests are listed too.
        :param limit: Rows on the page, 1 to 500; 50 when absent.
        :param search: At most 10 words, 200 characters.
        :param sort: The field to sort by. Names sort by family name. When absent, the newest come first.
        """
        answer: CustomerListed = self._caller.call(
            "customer.list",
            {"columns": columns, "cursor": cursor, "descending": descending, "filter": filter, "limit": limit, "search": search, "sort": sort},
            {"guests": guests},
            {},
        )
        return answer

    def record_login(
        self,
        *,
        customer: CustomerId,
        logged_in_at: Timestamp | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[CustomerLoginRecorded]:
        """Records that a customer signed in to the shop. The last sign-in never moves back: one reported late leaves a
        later one standing.

        Errors: `not_found`; `not_eligible` in a state that cannot sign in (rule M2); `invalid_request` for a time in
        the future.

        Rule K10.

        :param customer: The customer.
        :param logged_in_at: When; the time of the call when absent.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[CustomerLoginRecorded] = self._caller.call(
            "customer.record_login",
            {"customer": customer, "logged_in_at": logged_in_at},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def assign_group(
        self,
        *,
        customer: CustomerId,
        group: Slug | None,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[CustomerGroupAssigned]:
        """Puts a customer into a group of the program, or with null takes them out of theirs. The group is part of the
        profile and shares its version.

        Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `version_conflict`;
        `invalid_request` for a group that the program does not have.

        Rules K9, K2.

        :param customer: The customer.
        :param group: The group; null for none.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[CustomerGroupAssigned] = self._caller.call(
            "customer.assign_group",
            {"customer": customer, "group": group},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

class AddressOperations:
    """The operations of `address`."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def add(
        self,
        *,
        customer: CustomerId,
        city: Line | None | Unset = UNSET,
        company: Line | None | Unset = UNSET,
        country: Country | None | Unset = UNSET,
        default_billing: bool | None = None,
        default_shipping: bool | None = None,
        id: Id | None | Unset = UNSET,
        label: Line | None | Unset = UNSET,
        lines: List[Line] | None = None,
        name: Line | None | Unset = UNSET,
        phone: Phone | None | Unset = UNSET,
        postal_code: Line | None | Unset = UNSET,
        region: Line | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[AddressSaved]:
        """Adds an address to a customer. With `default_billing` or `default_shipping` it takes that place from the
        address that had it.

        Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `already_exists` for an id that is
        in use; `limit_exceeded` beyond 50 addresses.

        Rule K1.

        :param customer: The customer.
        :param city: The city.
        :param company: The company.
        :param country: The country: two letters, such as `AT`.
        :param default_billing: Whether invoices go there unless said otherwise.
        :param default_shipping: Whether parcels go there unless said otherwise.
        :param id: Your id for the address, unique for the customer; `a1`, `a2` and so on when absent.
        :param label: What the customer calls it, such as "Home".
        :param lines: Street, house, floor: as written on an envelope, at most 10 lines.
        :param name: Who receives mail there.
        :param phone: A phone number there.
        :param postal_code: The postal code.
        :param region: The state, province or county.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[AddressSaved] = self._caller.call(
            "address.add",
            {"customer": customer, "city": city, "company": company, "country": country, "id": id, "label": label, "name": name, "phone": phone, "postal_code": postal_code, "region": region},
            {"default_billing": default_billing, "default_shipping": default_shipping, "lines": lines},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def edit(
        self,
        *,
        customer: CustomerId,
        address: Id,
        city: Line | None | Unset = UNSET,
        company: Line | None | Unset = UNSET,
        country: Country | None | Unset = UNSET,
        default_billing: bool | None | Unset = UNSET,
        default_shipping: bool | None | Unset = UNSET,
        label: Line | None | Unset = UNSET,
        lines: List[Line] | None | Unset = UNSET,
        name: Line | None | Unset = UNSET,
        phone: Phone | None | Unset = UNSET,
        postal_code: Line | None | Unset = UNSET,
        region: Line | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[AddressSaved]:
        """Edits one address. A field that is absent stays, null empties it, a value sets it. Addresses have versions of
        their own: `if_version` is that of this one (rule K2).

        Errors: `not_found` for the customer or the address; `not_eligible` when the customer is merged or deleted;
        `version_conflict`.

        Rules K1, K2.

        :param customer: The customer.
        :param address: The address.
        :param city: The city.
        :param company: The company.
        :param country: The country: two letters, such as `AT`.
        :param default_billing: Whether invoices go there unless said otherwise.
        :param default_shipping: Whether parcels go there unless said otherwise.
        :param label: What the customer calls it, such as "Home".
        :param lines: Street, house, floor: as written on an envelope, at most 10 lines. All lines at once.
        :param name: Who receives mail there.
        :param phone: A phone number there.
        :param postal_code: The postal code.
        :param region: The state, province or county.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[AddressSaved] = self._caller.call(
            "address.edit",
            {"customer": customer, "address": address, "city": city, "company": company, "country": country, "default_billing": default_billing, "default_shipping": default_shipping, "label": label, "lines": lines, "name": name, "phone": phone, "postal_code": postal_code, "region": region},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def remove(
        self,
        *,
        customer: CustomerId,
        address: Id,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[AddressRemoved]:
        """Removes an address of a customer. Was it a default, there is none until another becomes it.

        Errors: `not_found` for the customer or the address; `not_eligible` when the customer is merged or deleted;
        `version_conflict`.

        Rules K1, K2.

        :param customer: The customer.
        :param address: The address.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[AddressRemoved] = self._caller.call(
            "address.remove",
            {"customer": customer, "address": address},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

class PaymentMethodOperations:
    """The operations of `payment_method`."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def save(
        self,
        *,
        customer: CustomerId,
        token: Token,
        brand: Line | None | Unset = UNSET,
        expiry_month: int | None | Unset = UNSET,
        expiry_year: int | None | Unset = UNSET,
        id: Id | None | Unset = UNSET,
        last_four: LastFour | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[PaymentMethodSaved]:
        """Saves a payment method of a customer: the token of your payment provider, and what the customer recognises it
        by. One whose id or token is saved already is replaced.

        A full card number is never kept: a token or brand that looks like one is refused.

        Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `version_conflict`;
        `already_exists` when another id has the token; `limit_exceeded` beyond 50 payment methods; `invalid_request`
        for a card number or an expiry that is no month.

        Rules K4, K2.

        :param customer: The customer.
        :param token: What the payment provider calls it.
        :param brand: The brand, such as "Visa".
        :param expiry_month: The last month in which it is valid, 1 to 12; with `expiry_year`.
        :param expiry_year: The year of that month, 2000 to 2100; with `expiry_month`.
        :param id: Your id for the payment method; `m1`, `m2` and so on when absent and the token is new.
        :param last_four: The last four digits.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[PaymentMethodSaved] = self._caller.call(
            "payment_method.save",
            {"customer": customer, "token": token, "brand": brand, "expiry_month": expiry_month, "expiry_year": expiry_year, "id": id, "last_four": last_four},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def remove(
        self,
        *,
        customer: CustomerId,
        payment_method: Id,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[PaymentMethodRemoved]:
        """Removes a saved payment method of a customer. At the payment provider it stays: tell them too.

        Errors: `not_found` for the customer or the payment method; `not_eligible` when the customer is merged or
        deleted; `version_conflict`.

        Rules K4, K2.

        :param customer: The customer.
        :param payment_method: The payment method.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[PaymentMethodRemoved] = self._caller.call(
            "payment_method.remove",
            {"customer": customer, "payment_method": payment_method},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

class EmailOperations:
    """The operations of `email`."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def set_preferences(
        self,
        *,
        customer: CustomerId,
        lists: Mapping[str, bool] | None = None,
        newsletter: bool | None | Unset = UNSET,
        through: Line | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[EmailPreferencesSet]:
        """Records what mail a customer wants: the newsletter and the program's mailing lists, each opted in to or out
        of. What is absent stays.

        Every decision keeps who made it, when and through what; repeating one leaves the first record of it. The
        preferences have a version of their own for `if_version`.

        Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `version_conflict`;
        `invalid_request` for a list that the program does not have.

        Rules E1, K2.

        :param customer: The customer.
        :param lists: By list of the program: whether it is wanted.
        :param newsletter: Whether the newsletter is wanted.
        :param through: The page, device or channel, as proof. That of the context goes before it, and a customer's
          own word for it does not count.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[EmailPreferencesSet] = self._caller.call(
            "email.set_preferences",
            {"customer": customer, "newsletter": newsletter, "through": through},
            {"lists": lists},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def unsubscribe_all(
        self,
        *,
        customer: CustomerId,
        through: Line | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[EmailPreferencesSet]:
        """Ends all marketing to a customer at once: the newsletter and every mailing list, also those never decided
        about. Messages that belong to a transaction, such as a password reset, are not marketing and still go out
        (rule E3).

        Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `version_conflict`.

        Rules E1, E3.

        :param customer: The customer.
        :param through: The page, device or channel, as proof. That of the context goes before it, and a customer's
          own word for it does not count.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[EmailPreferencesSet] = self._caller.call(
            "email.unsubscribe_all",
            {"customer": customer, "through": through},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

class BlacklistOperations:
    """The operations of `blacklist`."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def set(
        self,
        *,
        customer: CustomerId,
        on: bool,
        reason: Text | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[BlacklistSet]:
        """Puts a customer on the blacklist, with a reason, or takes them off it.

        From then on `blacklist.check` answers no for the customer and for their email, and for every email they take
        while it lasts, also after they have given it up. Taking them off frees exactly what this customer blocked: an
        email that another blacklisted customer has too stays blocked. On again renews the reason, with who gave it
        and when, and nothing else. Every change is kept with who, when and why.

        Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `invalid_request` without a
        reason.

        Rule E2.

        :param customer: The customer.
        :param on: On the blacklist or off it.
        :param reason: Why, for staff only; needed when `on`, and kept also when off.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[BlacklistSet] = self._caller.call(
            "blacklist.set",
            {"customer": customer, "on": on, "reason": reason},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def check(
        self,
        *,
        customer: CustomerId | None | Unset = UNSET,
        email: Email | None | Unset = UNSET,
    ) -> BlacklistChecked:
        """Answers whether someone may buy: by email, as at a guest checkout, or by customer.

        No for an email that a blacklisted customer has or had while blacklisted, for a blacklisted customer, and for
        one who is on hold, merged or deleted. An email that nobody has may buy.

        Errors: `invalid_request` when not exactly one of `email` and `customer` is given; `not_found` for the
        customer.

        Rules E2, M2.

        :param customer: The customer who wants to buy.
        :param email: The email with which someone wants to buy.
        """
        answer: BlacklistChecked = self._caller.call(
            "blacklist.check",
            {"customer": customer, "email": email},
            {},
            {},
        )
        return answer

class MembershipOperations:
    """The operations of `membership`."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def register(
        self,
        *,
        customer: CustomerId,
        comment: Text | None | Unset = UNSET,
        reason: Line | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[MembershipChanged]:
        """A guest opens an account with the shop.

        Errors: `invalid_transition` from any state but `guest`; `already_exists` when another customer has the email.

        Rules M1, M3, K3.

        :param customer: The customer.
        :param comment: A comment; the customer reads it.
        :param reason: Why; staff only.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[MembershipChanged] = self._caller.call(
            "membership.register",
            {"customer": customer, "comment": comment, "reason": reason},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def enroll(
        self,
        *,
        customer: CustomerId,
        comment: Text | None | Unset = UNSET,
        reason: Line | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[MembershipChanged]:
        """A customer joins the program: all member functions work from now on.

        Possible for guests, registered customers, those who left or were removed, and (as a fresh member with empty
        ledgers) for merged ones.

        Errors: `invalid_transition`; `already_exists` when another customer has taken the email meanwhile.

        Rules M0, M1, M3.

        :param customer: The customer.
        :param comment: A comment; the customer reads it.
        :param reason: Why; staff only.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[MembershipChanged] = self._caller.call(
            "membership.enroll",
            {"customer": customer, "comment": comment, "reason": reason},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def unenroll(
        self,
        *,
        customer: CustomerId,
        comment: Text | None | Unset = UNSET,
        reason: Line | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[MembershipChanged]:
        """A member leaves the program: every marketing opt-in becomes false, nothing accrues, no sign-in. Points stay
        frozen or are forfeited, as the program says.

        Errors: `invalid_transition` from any state but `enrolled`.

        Rules M1, M3, E1.

        :param customer: The customer.
        :param comment: A comment; the customer reads it.
        :param reason: Why; staff only.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[MembershipChanged] = self._caller.call(
            "membership.unenroll",
            {"customer": customer, "comment": comment, "reason": reason},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def remove(
        self,
        *,
        customer: CustomerId,
        comment: Text | None | Unset = UNSET,
        reason: Line | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[MembershipChanged]:
        """A member is taken out of the program, but stays a customer of the shop: may sign in, mail preferences stay.
        Points as for leaving.

        Errors: `invalid_transition` from any state but `enrolled`.

        Rules M1, M3.

        :param customer: The customer.
        :param comment: A comment; the customer reads it.
        :param reason: Why; staff only.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[MembershipChanged] = self._caller.call(
            "membership.remove",
            {"customer": customer, "comment": comment, "reason": reason},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def deactivate(
        self,
        *,
        customer: CustomerId,
        comment: Text | None | Unset = UNSET,
        reason: Line | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[MembershipChanged]:
        """The account is suspended: no sign-in, nothing accrues or is spent, and nothing is lost: no lot lapses until
        reactivation.

        Errors: `invalid_transition` unless registered or enrolled.

        Rules M1, M3.

        :param customer: The customer.
        :param comment: A comment; the customer reads it.
        :param reason: Why; staff only.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[MembershipChanged] = self._caller.call(
            "membership.deactivate",
            {"customer": customer, "comment": comment, "reason": reason},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def reactivate(
        self,
        *,
        customer: CustomerId,
        comment: Text | None | Unset = UNSET,
        reason: Line | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[MembershipChanged]:
        """The suspension ends: the state before comes back. Lots and holds that fell due meanwhile regain the time they
        had left when it began.

        Errors: `invalid_transition` unless on hold.

        Rules M1, M3.

        :param customer: The customer.
        :param comment: A comment; the customer reads it.
        :param reason: Why; staff only.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[MembershipChanged] = self._caller.call(
            "membership.reactivate",
            {"customer": customer, "comment": comment, "reason": reason},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def capabilities(
        self,
        *,
        customer: CustomerId,
    ) -> MembershipCapabilityList:
        """What a customer may do now, by the state of their membership: sign in, earn and spend, receive offers, and so
        on.

        The engine obeys the same table in every command; hosts ask here before they show a page. Whether a person may
        buy at all is another question: `blacklist.check`.

        Rule M2.

        :param customer: The customer.
        """
        answer: MembershipCapabilityList = self._caller.call(
            "membership.capabilities",
            {"customer": customer},
            {},
            {},
        )
        return answer

    def history(
        self,
        *,
        customer: CustomerId,
    ) -> MembershipHistory:
        """Every change of a customer's membership, newest first, at most 500: who, when, from what to what, and why. A
        customer does not see reasons.

        Rule M3.

        :param customer: The customer.
        """
        answer: MembershipHistory = self._caller.call(
            "membership.history",
            {"customer": customer},
            {},
            {},
        )
        return answer

class PointsOperations:
    """The operations of `points`."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def adjust(
        self,
        *,
        customer: CustomerId,
        type: Slug,
        amount: Quantity,
        comment: Text | None | Unset = UNSET,
        effective_at: Timestamp | None | Unset = UNSET,
        expires_after_days: int | None | Unset = UNSET,
        expires_at: Timestamp | None | Unset = UNSET,
        never_expires: bool | None = None,
        note: Text | None | Unset = UNSET,
        order: Id | None | Unset = UNSET,
        reason: Line | None | Unset = UNSET,
        valid_through: Date | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[PointsPosted]:
        """Gives or takes points by hand.

        A positive amount becomes a lot, with the expiry given here or the point type's own; at most one of the four
        expiry arguments may stand. A negative amount is taken from the lots that end first and is refused, never
        clamped, when the balance does not cover it. The program says whether a reason is needed. For two steps (Next
        → Confirm) ask with `preview: true`, show the receipt, and confirm with its `plan`.

        Errors: `insufficient_balance`; `not_eligible` where the membership state does not allow it; `limit_exceeded`
        beyond what the actor's roles may give or take; `version_conflict` when `if_version` is not the account's
        version.

        Rules L2, L3, L4, L7, P1.

        :param customer: The customer.
        :param type: The point type.
        :param amount: How much: positive gives, negative takes; not zero.
        :param comment: What the customer reads; "Manual adjustments" when absent.
        :param effective_at: When it takes effect; now when absent, never in the future. A debit not before the
          account's last debit, lapse or reversal of a debit.
        :param expires_after_days: A credit ends so many days after its local date, 1 to 36,500.
        :param expires_at: The instant at which a credit ends.
        :param never_expires: A credit that never ends.
        :param note: An internal note; staff only.
        :param order: The order it is about.
        :param reason: Why; staff only. The program may require it.
        :param valid_through: The last local day on which a credit counts.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[PointsPosted] = self._caller.call(
            "points.adjust",
            {"customer": customer, "type": type, "amount": amount, "comment": comment, "effective_at": effective_at, "expires_after_days": expires_after_days, "expires_at": expires_at, "note": note, "order": order, "reason": reason, "valid_through": valid_through},
            {"never_expires": never_expires},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def earn(
        self,
        *,
        customer: CustomerId,
        type: Slug,
        amount: Quantity,
        comment: Text | None | Unset = UNSET,
        effective_at: Timestamp | None | Unset = UNSET,
        expires_after_days: int | None | Unset = UNSET,
        expires_at: Timestamp | None | Unset = UNSET,
        order: Id | None | Unset = UNSET,
        valid_through: Date | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[PointsPosted]:
        """Credits points that the host itself computed. Where the program's rules decide, record the order instead
        (`order.record`).

        The credit becomes active after the point type's activation delay and ends as its policy says, or as said
        here.

        Errors: `not_eligible` where the membership state does not allow earning; `invalid_request` for an amount of
        zero or less; `limit_exceeded` beyond what the actor's roles may give.

        Rules L4, L5, L7, P1.

        :param customer: The customer.
        :param type: The point type.
        :param amount: How much, more than zero.
        :param comment: What the customer reads.
        :param effective_at: When it takes effect; now when absent, never in the future.
        :param expires_after_days: It ends so many days after its local date, 1 to 36,500.
        :param expires_at: The instant at which it ends.
        :param order: The order for which it is.
        :param valid_through: The last local day on which it counts.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[PointsPosted] = self._caller.call(
            "points.earn",
            {"customer": customer, "type": type, "amount": amount, "comment": comment, "effective_at": effective_at, "expires_after_days": expires_after_days, "expires_at": expires_at, "order": order, "valid_through": valid_through},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def spend(
        self,
        *,
        customer: CustomerId,
        type: Slug,
        amount: Quantity,
        comment: Text | None | Unset = UNSET,
        order: Id | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[PointsPosted]:
        """Spends points at once. For a checkout that may still fail, set them aside first (`points.hold`) and capture
        them later.

        The lots that end first are spent first, those that never end last, then the oldest; the entry names them.

        Errors: `insufficient_balance`, with what is available, pending and held; `not_eligible` where the membership
        state does not allow spending.

        Rules L3, L7.

        :param customer: The customer.
        :param type: The point type.
        :param amount: How much, more than zero.
        :param comment: What the customer reads.
        :param order: The order on which it is spent.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[PointsPosted] = self._caller.call(
            "points.spend",
            {"customer": customer, "type": type, "amount": amount, "comment": comment, "order": order},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def balance(
        self,
        *,
        customer: CustomerId,
        as_of: Timestamp | None | Unset = UNSET,
        type: Slug | None | Unset = UNSET,
    ) -> PointsBalances:
        """The balances of a customer: what can be spent, what is pending, held and owed, and the lifetime totals.

        What is past its end never counts, whether or not the sweep has run. With `as_of` the answer also has the
        totals as they were at that moment, by the times at which entries took effect.

        Rules L4, L6, L7, L12.

        :param customer: The customer.
        :param as_of: A moment that has passed.
        :param type: One point type; all when absent.
        """
        answer: PointsBalances = self._caller.call(
            "points.balance",
            {"customer": customer, "as_of": as_of, "type": type},
            {},
            {},
        )
        return answer

    def history(
        self,
        *,
        customer: CustomerId,
        before: Timestamp | None | Unset = UNSET,
        cursor: str | None | Unset = UNSET,
        from_: Timestamp | None | Unset = UNSET,
        kinds: List[EntryKind] | None = None,
        limit: int | None | Unset = UNSET,
        type: Slug | None | Unset = UNSET,
    ) -> PointsHistoryPage:
        """The journal of a customer, newest first: every entry with amount, running balance, both times, expiry, lots,
        reason, comment and actor.

        A customer does not see reasons and notes. What has lapsed by now stands in it, whether or not the sweep has
        run.

        Rules L6, L12.

        :param customer: The customer.
        :param before: Only entries that took effect before this time.
        :param cursor: Where the page before ended: its `next`.
        :param from_: Only entries that took effect at this time or later.
        :param kinds: Only entries of these kinds; all when absent.
        :param limit: Entries on the page, 1 to 500; 50 when absent.
        :param type: One point type; all when absent.
        """
        answer: PointsHistoryPage = self._caller.call(
            "points.history",
            {"customer": customer, "before": before, "cursor": cursor, "from": from_, "limit": limit, "type": type},
            {"kinds": kinds},
            {},
        )
        return answer

    def explain(
        self,
        *,
        customer: CustomerId,
        entry: Ref | None | Unset = UNSET,
        type: Slug | None | Unset = UNSET,
    ) -> PointsExplained:
        """Where a balance, an entry or a lot came from.

        Name a point type for its balance, or an entry (a lot bears the id of the entry that made it). A balance is
        explained by its lots, at most 500, in spending order; an entry by itself, by the entries that made the lots
        it drew on, and by what is left of its own lot.

        Errors: `invalid_request` unless exactly one of `type` and `entry` is given; `not_found`.

        Rule L13.

        :param customer: The customer.
        :param entry: The entry or lot that is explained.
        :param type: The point type whose balance is explained.
        """
        answer: PointsExplained = self._caller.call(
            "points.explain",
            {"customer": customer, "entry": entry, "type": type},
            {},
            {},
        )
        return answer

    def expiring(
        self,
        *,
        customer: CustomerId,
        type: Slug,
    ) -> PointsSchedule:
        """The full schedule of what lapses when, if nothing is earned or spent until then; not only the next date.

        Held points stand apart: they do not lapse while held.

        Rules L8, L12.

        :param customer: The customer.
        :param type: The point type.
        """
        answer: PointsSchedule = self._caller.call(
            "points.expiring",
            {"customer": customer, "type": type},
            {},
            {},
        )
        return answer

    def hold(
        self,
        *,
        customer: CustomerId,
        type: Slug,
        amount: Quantity,
        order: Id | None | Unset = UNSET,
        seconds: int | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[HoldView]:
        """Sets points aside for a checkout in progress.

        The lots are earmarked: nobody else can spend them and they do not lapse while held. Capture the hold when the
        checkout succeeds, release it when it fails; what is neither captured nor released comes back by itself when
        the time is over.

        Errors: `insufficient_balance`; `not_eligible` where the membership state does not allow spending.

        Rule L8.

        :param customer: The customer.
        :param type: The point type.
        :param amount: How much, more than zero.
        :param order: The order for which it is.
        :param seconds: How long, in seconds, 1 to 31,536,000; the program's `hold_seconds` when absent.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[HoldView] = self._caller.call(
            "points.hold",
            {"customer": customer, "type": type, "amount": amount, "order": order, "seconds": seconds},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def capture(
        self,
        *,
        customer: CustomerId,
        hold: Ref,
        amount: Quantity | None | Unset = UNSET,
        comment: Text | None | Unset = UNSET,
        order: Id | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[PointsCaptured]:
        """Spends what a hold has set aside, all of it or a part. What is not captured stays held until it is released or
        the time is over.

        Errors: `already_used` when less is left in the hold; `not_found`; `not_eligible` while the account is on
        hold.

        Rules L8, M2.

        :param customer: The customer.
        :param hold: The hold's id.
        :param amount: How much; all that is left when absent.
        :param comment: What the customer reads.
        :param order: The order on which it is spent; the hold's when absent.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[PointsCaptured] = self._caller.call(
            "points.capture",
            {"customer": customer, "hold": hold, "amount": amount, "comment": comment, "order": order},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def release(
        self,
        *,
        customer: CustomerId,
        hold: Ref,
        amount: Quantity | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[HoldView]:
        """Gives back what a hold has set aside, all of it or a part. A lot whose end has passed meanwhile lapses at this
        instant.

        Works in every live state, on an account on hold too: what was begun is settled.

        Errors: `already_used` when less is left in the hold; `not_found`.

        Rules L8, M2.

        :param customer: The customer.
        :param hold: The hold's id.
        :param amount: How much; all that is left when absent.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[HoldView] = self._caller.call(
            "points.release",
            {"customer": customer, "hold": hold, "amount": amount},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def reverse(
        self,
        *,
        customer: CustomerId,
        entry: Ref,
        amount: Quantity | None | Unset = UNSET,
        comment: Text | None | Unset = UNSET,
        note: Text | None | Unset = UNSET,
        reason: Line | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[PointsReversed]:
        """Takes an earning, adjustment, redemption or capture back, once, or in parts up to its amount.

        A reversed debit puts back the very lots it took, with their ends; a lot whose end has passed gets the point
        type's days of grace or lapses at once. A reversed credit takes its own lot first (what of it has lapsed
        counts as taken), then others, then as the point type's `reversal_shortfall` says.

        Errors: `already_used` when less is left to reverse; `not_eligible` for an entry that cannot be reversed;
        `insufficient_balance` when a spent credit is reversed and the point type says `refuse`; `not_found`.

        Rules L9, M2, P1.

        :param customer: The customer.
        :param entry: The entry's id.
        :param amount: How much of it; all that is left when absent.
        :param comment: What the customer reads.
        :param note: An internal note; staff only.
        :param reason: Why; staff only.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[PointsReversed] = self._caller.call(
            "points.reverse",
            {"customer": customer, "entry": entry, "amount": amount, "comment": comment, "note": note, "reason": reason},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

class MaintenanceOperations:
    """The operations of `maintenance`."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def run(
        self,
        *,
        limit: int | None | Unset = UNSET,
        preview: bool = False,
    ) -> MaintenanceSwept:
        """Does all work that is due by time: lots that lapse, pending points that become active, holds that time out.

        Call it now and then, in bounded batches, until `more` is false. Its cost follows what is due, not the
        customers; running it twice, late or from two processes changes nothing. Answers about one customer never
        depend on it; lists, reports and views do.

        Rule L6.

        :param limit: How many customers to settle at most, 1 to 10,000; 1,000 when absent.
        :param preview: Run without committing.
        """
        answer: MaintenanceSwept = self._caller.call(
            "maintenance.run",
            {"limit": limit},
            {},
            {"preview": preview},
        )
        return answer

class OrderOperations:
    """The operations of `order`."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def record(
        self,
        *,
        customer: CustomerId,
        number: Id,
        placed_at: Timestamp,
        currency: str,
        lines: List[OrderOrderLine],
        channel: Line | None | Unset = UNSET,
        discount: Quantity | None = None,
        fulfilled: bool | None = None,
        link: Line | None | Unset = UNSET,
        master_number: Id | None | Unset = UNSET,
        payments: List[OrderPayment] | None = None,
        shipping: Quantity | None = None,
        tax: Quantity | None = None,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[OrderRecorded]:
        """Records an order, or what is new of it. It earns once, when the program says: placed, paid or fulfilled.

        Send the whole order each time something changes; as often as you like and from as many places as you like: an
        order number belongs to one customer of the program and earns once. What has not earned yet is updated; once
        it has, payments, links and states still change, time, lines and amounts no more. An order that does not earn
        (a currency that the program does not list, a customer who is not a member) is recorded all the same, and the
        answer says why.

        Errors: `already_exists` when the number is another customer's; `not_eligible` when lines or amounts of an
        order that has earned would change; `invalid_request` for negative prices or quantities, line ids that stand
        twice, too many decimal places, a link that is none.

        Rules O1, O2, O5, R8.

        :param customer: The customer.
        :param number: The host's number of the order.
        :param placed_at: When it was placed; not in the future.
        :param currency: The currency, three capital letters.
        :param lines: The lines, 1 to 500.
        :param channel: Where it was placed.
        :param discount: Discount on the whole.
        :param fulfilled: Whether it is fulfilled.
        :param link: A link into the host's own page of this order: `https://…`, `http://…` or `/…`; staff only.
        :param master_number: The number of the order to which several belong.
        :param payments: The payments.
        :param shipping: Shipping.
        :param tax: Tax.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[OrderRecorded] = self._caller.call(
            "order.record",
            {"customer": customer, "number": number, "placed_at": placed_at, "currency": currency, "lines": lines, "channel": channel, "link": link, "master_number": master_number},
            {"discount": discount, "fulfilled": fulfilled, "payments": payments, "shipping": shipping, "tax": tax},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def get(
        self,
        *,
        customer: CustomerId,
        number: Id,
    ) -> OrderView:
        """An order of a customer, with its payments and what it earned.

        Errors: `not_found` when the customer has no such order.

        Rules O1, O7.

        :param customer: The customer.
        :param number: The order's number.
        """
        answer: OrderView = self._caller.call(
            "order.get",
            {"customer": customer, "number": number},
            {},
            {},
        )
        return answer

    def list(
        self,
        *,
        customer: CustomerId,
        cursor: Id | None | Unset = UNSET,
        limit: int | None | Unset = UNSET,
    ) -> OrderPage:
        """The orders of a customer, newest first.

        Rule O7.

        :param customer: The customer.
        :param cursor: Where the page before ended: its `next`.
        :param limit: Orders on the page, 1 to 500; 50 when absent.
        """
        answer: OrderPage = self._caller.call(
            "order.list",
            {"customer": customer, "cursor": cursor, "limit": limit},
            {},
            {},
        )
        return answer

class SubscriptionOperations:
    """The operations of `subscription`."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def record(
        self,
        *,
        customer: CustomerId,
        id: Id,
        status: SubscriptionStatus,
        changed_at: Timestamp | None | Unset = UNSET,
        link: Line | None | Unset = UNSET,
        name: Line | None | Unset = UNSET,
        next_payment_at: Timestamp | None | Unset = UNSET,
        started_at: Timestamp | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[SubscriptionRecorded]:
        """Records a subscription, or what is new of it: send it whole each time something changes. A change of status is
        kept in its history.

        Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `version_conflict`;
        `invalid_request` for times in the future and a link that is none.

        Rules O7, K2, W3.

        :param customer: The customer.
        :param id: Your id of the subscription, unique with this customer.
        :param status: Where it stands.
        :param changed_at: When the status changed; when absent, now, or for a new subscription when it began.
        :param link: A link into your own page of this subscription: `https://…`, `http://…` or `/…`; staff only.
        :param name: What is subscribed to, as people call it.
        :param next_payment_at: When the next payment is due.
        :param started_at: When it began; when absent, what was recorded before, or now.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[SubscriptionRecorded] = self._caller.call(
            "subscription.record",
            {"customer": customer, "id": id, "status": status, "changed_at": changed_at, "link": link, "name": name, "next_payment_at": next_payment_at, "started_at": started_at},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def list(
        self,
        *,
        customer: CustomerId,
        cursor: Id | None | Unset = UNSET,
        limit: int | None | Unset = UNSET,
    ) -> SubscriptionPage:
        """The subscriptions of a customer, newest first, each with the last 20 changes of its status.

        Rules O7, W3.

        :param customer: The customer.
        :param cursor: Where the page before ended: its `next`.
        :param limit: Subscriptions on the page, 1 to 500; 50 when absent.
        """
        answer: SubscriptionPage = self._caller.call(
            "subscription.list",
            {"customer": customer, "cursor": cursor, "limit": limit},
            {},
            {},
        )
        return answer

class WishlistOperations:
    """The operations of `wishlist`."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def set(
        self,
        *,
        customer: CustomerId,
        items: List[WishlistWish],
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[WishlistWished]:
        """Records what a customer would like, in place of what was recorded before. An empty list ends it. Details show
        it.

        Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `version_conflict`;
        `invalid_request` for an article that stands there twice; `limit_exceeded` beyond 500 articles.

        Rules O7, K2.

        :param customer: The customer.
        :param items: The articles, at most 500.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[WishlistWished] = self._caller.call(
            "wishlist.set",
            {"customer": customer, "items": items},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

class OutboxOperations:
    """The operations of `outbox`."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def take(
        self,
        *,
        lease_seconds: int,
        limit: int | None | Unset = UNSET,
        preview: bool = False,
    ) -> OutboxTaken:
        """Takes messages that wait for the host, under a lease: what is not acknowledged in time is given again.

        At least once, in order per customer: while one message of a customer is leased, no later one is given. Of
        each customer at most one is given per call.

        Rule P6.

        :param lease_seconds: For how long, in seconds, 1 to 86,400.
        :param limit: How many at most, 1 to 500; 50 when absent.
        :param preview: Run without committing.
        """
        answer: OutboxTaken = self._caller.call(
            "outbox.take",
            {"lease_seconds": lease_seconds, "limit": limit},
            {},
            {"preview": preview},
        )
        return answer

    def ack(
        self,
        *,
        messages: List[Ref],
        preview: bool = False,
    ) -> OutboxAcked:
        """Acknowledges messages: they are done and never given again; the next one of each customer may be taken.

        Acknowledging a message twice is fine.

        Rule P6.

        :param messages: The messages' ids, 1 to 500.
        :param preview: Run without committing.
        """
        answer: OutboxAcked = self._caller.call(
            "outbox.ack",
            {"messages": messages},
            {},
            {"preview": preview},
        )
        return answer

class AuditOperations:
    """The operations of `audit`."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(
        self,
        *,
        actor: Id | None | Unset = UNSET,
        cursor: str | None | Unset = UNSET,
        customer: CustomerId | None | Unset = UNSET,
        limit: int | None | Unset = UNSET,
        outcome: Outcome | None = None,
    ) -> AuditPage:
        """The commands, newest first: done, or refused. Of one customer, of one actor, or all.

        Every command is here with actor, time, operation, target and outcome, and no personal data. A query is here
        only when the actor had no right to it.

        Rule P7.

        :param actor: One actor; not together with `customer` or refused commands.
        :param cursor: Where the page before ended: its `next`.
        :param customer: One customer.
        :param limit: Rows on the page, 1 to 500; 50 when absent.
        :param outcome: Done (when absent) or refused.
        """
        answer: AuditPage = self._caller.call(
            "audit.list",
            {"actor": actor, "cursor": cursor, "customer": customer, "limit": limit},
            {"outcome": outcome},
            {},
        )
        return answer

class JournalOperations:
    """The operations of `journal`."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def verify(
        self,
        *,
        customer: CustomerId,
        expected_head: str | None | Unset = UNSET,
    ) -> JournalVerified:
        """Recomputes a customer's balances, lots, holds and hash chain from the entries, and reports the first
        difference.

        Keep the `head` it returns outside of the database and give it as `expected_head` later: then a cut-off tail
        shows too. Reads the whole journal.

        Rule L14.

        :param customer: The customer.
        :param expected_head: A head that an earlier call returned: it must still be part of the chain.
        """
        answer: JournalVerified = self._caller.call(
            "journal.verify",
            {"customer": customer, "expected_head": expected_head},
            {},
            {},
        )
        return answer

class ProgramOperations:
    """The operations of `program`."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def get(
        self,
    ) -> ProgramCurrent:
        """The program that is current, with its version.

        Version 0 is the starter program, before any other is set.
        """
        answer: ProgramCurrent = self._caller.call(
            "program.get",
            {},
            {},
            {},
        )
        return answer

    def set(
        self,
        *,
        program: object,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[ProgramCurrent]:
        """Sets the program: the whole document. Every command that begins later runs under it.

        Once there are books, point types stay: none may go away or change its kind, places or currency, those of the
        starter program included. What is on the books stays as it is: lots keep the ends they were given.

        Errors: `invalid_program` with every mistake and its path; `version_conflict` when `if_version` is not the
        current version.

        Rules L5, W9.

        :param program: The document; see the reference of the program.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[ProgramCurrent] = self._caller.call(
            "program.set",
            {"program": program},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

class Client:
    """The operations as one actor may call them. Made by `Engine.acting`."""

    def __init__(self, caller: Caller) -> None:
        self.customer = CustomerOperations(caller)
        self.address = AddressOperations(caller)
        self.payment_method = PaymentMethodOperations(caller)
        self.email = EmailOperations(caller)
        self.blacklist = BlacklistOperations(caller)
        self.membership = MembershipOperations(caller)
        self.points = PointsOperations(caller)
        self.maintenance = MaintenanceOperations(caller)
        self.order = OrderOperations(caller)
        self.subscription = SubscriptionOperations(caller)
        self.wishlist = WishlistOperations(caller)
        self.outbox = OutboxOperations(caller)
        self.audit = AuditOperations(caller)
        self.journal = JournalOperations(caller)
        self.program = ProgramOperations(caller)


__all__ = [
    "Account",
    "ActorKind",
    "Address",
    "AddressRemoved",
    "AddressSaved",
    "AuditPage",
    "AuditRow",
    "Availability",
    "Balance",
    "BlacklistChecked",
    "BlacklistSet",
    "Blacklisting",
    "BundledRow",
    "Change",
    "Condition",
    "Country",
    "CustomerActionList",
    "CustomerBundled",
    "CustomerCreated",
    "CustomerDetailed",
    "CustomerEdited",
    "CustomerGroupAssigned",
    "CustomerId",
    "CustomerListed",
    "CustomerLoginRecorded",
    "CustomerView",
    "Date",
    "Difference",
    "Due",
    "Earned",
    "Earning",
    "EarningRule",
    "EarnsWhen",
    "Email",
    "EmailPreferencesSet",
    "EntryKind",
    "EntryView",
    "ExpiryNever",
    "ExpiryDays",
    "ExpiryMonths",
    "ExpiryInactivity",
    "Expiry",
    "Field",
    "HoldState",
    "HoldView",
    "Id",
    "JournalVerified",
    "Lapse",
    "LastFour",
    "Line",
    "MaintenanceSwept",
    "Membership",
    "MembershipCapabilityList",
    "MembershipChanged",
    "MembershipHistory",
    "MessageView",
    "Moves",
    "Named",
    "Obstacle",
    "OnLeaving",
    "Op",
    "OptIn",
    "OrderLine",
    "OrderOrderLine",
    "OrderPage",
    "OrderPayment",
    "OrderRecorded",
    "OrderView",
    "Origins",
    "OutboxAcked",
    "OutboxTaken",
    "Outcome",
    "PartView",
    "PastBalance",
    "PastChange",
    "Payment",
    "PaymentMethod",
    "PaymentMethodRemoved",
    "PaymentMethodSaved",
    "PaymentStatus",
    "Period",
    "Phone",
    "PointKind",
    "PointType",
    "PointsBalances",
    "PointsCaptured",
    "PointsExplained",
    "PointsHistoryPage",
    "PointsPosted",
    "PointsReversed",
    "PointsSchedule",
    "Preferences",
    "Profile",
    "Program",
    "ProgramCurrent",
    "Quantity",
    "Ref",
    "Right",
    "Role",
    "RoleLimit",
    "RoundUp",
    "Rounding",
    "Shortfall",
    "Slug",
    "State",
    "StatusChange",
    "SubscriptionPage",
    "SubscriptionRecorded",
    "SubscriptionStatus",
    "SubscriptionView",
    "Tab",
    "Text",
    "Timestamp",
    "Token",
    "Wish",
    "WishlistWish",
    "WishlistWished",
    "Zone",
    "Client",
    "Receipt",
    "CustomerOperations",
    "AddressOperations",
    "PaymentMethodOperations",
    "EmailOperations",
    "BlacklistOperations",
    "MembershipOperations",
    "PointsOperations",
    "MaintenanceOperations",
    "OrderOperations",
    "SubscriptionOperations",
    "WishlistOperations",
    "OutboxOperations",
    "AuditOperations",
    "JournalOperations",
    "ProgramOperations",
]
