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


class ActivityRow(TypedDict):
    """What an actor did for one reason."""

    kind: EntryKind
    """What kind of entry."""
    type: Slug
    """The point type."""
    holder: Holder
    """Whose accounts."""
    commands: int
    """How many commands. One that moves value on two accounts, as a merge does, counts for each."""
    given: Quantity
    """The sum of what was credited."""
    taken: Quantity
    """The sum of what was debited, as a positive number."""
    actor: NotRequired[str | None]
    """The actor; absent for customers who acted for themselves, all of them together."""
    reason: NotRequired[str | None]
    """The reason that was given; absent where there was none, or it was erased."""

ActorKind: TypeAlias = Literal["agent", "customer", "system"]
"""What kind of actor asks.

- `agent`: A person who works for the shop.
- `customer`: The customer, who may only touch their own account.
- `system`: The shop's own software.
"""


class Added(TypedDict):
    """What a merge added to the survivor's records."""

    addresses: NotRequired[List[Id]]
    """Addresses."""
    blacklisted: NotRequired[bool]
    """Whether the survivor is blacklisted because the source was."""
    payment_methods: NotRequired[List[Id]]
    """Payment methods."""
    wishes: NotRequired[List[Id]]
    """Articles on the wishlist."""


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


class Aged(TypedDict):
    """What was earned a time ago."""

    days: int
    """So many days ago at least, by the calendar of the program's zone."""
    lots: int
    """How many lots: credits, or what is left of them in one place."""
    active: Quantity
    """What of it can be spent now."""
    pending: Quantity
    """What of it becomes active later."""
    held: Quantity
    """What of it holds have set aside."""


class ApprovalGranted(TypedDict):
    """The result of `approval.grant`."""

    approval: Id
    """The request's id."""
    operation: str
    """The operation that was asked for and is done now."""
    asked_by: Id
    """Who asked for it."""
    result: Any
    """The command's own answer."""
    code: NotRequired[str | None]
    """Of `gift_card.issue`: the code, whole, in the first answer alone: hand it to the recipient and do not keep it."""
    customer: NotRequired[CustomerId | None]
    """The customer it is about."""
    gift_card: NotRequired[Id | None]
    """The number of the gift card it is about."""


class ApprovalPage(TypedDict):
    """A page of requests for approval."""

    approvals: List[ApprovalView]
    """The requests, newest first."""
    next: NotRequired[Id | None]
    """Where to go on; absent on the last page."""


class ApprovalRejected(TypedDict):
    """The result of `approval.reject`."""

    approval: Id
    """The request's id."""
    operation: str
    """The operation that was asked for."""
    asked_by: Id
    """Who asked for it."""
    customer: NotRequired[CustomerId | None]
    """The customer it is about."""
    gift_card: NotRequired[Id | None]
    """The number of the gift card it is about."""

ApprovalState: TypeAlias = Literal["open", "granted", "rejected", "expired"]
"""Where a request for approval stands.

- `open`: It waits for somebody to decide.
- `granted`: It was granted, and done.
- `rejected`: It was rejected, or withdrawn by whoever had asked.
- `expired`: Nobody decided in time.
"""


class ApprovalView(TypedDict):
    """A request for approval: everything that whoever decides needs."""

    approval: Id
    """The request's id."""
    state: ApprovalState
    """Where it stands."""
    operation: str
    """The operation that was asked for."""
    arguments: Any
    """Its arguments, with reasons and notes. A card that was named by its code is named by its number."""
    limit: str
    """What is limited."""
    allowed: str
    """The bound of whoever asked."""
    requested: str
    """What they asked for."""
    actor: Id
    """Who asked."""
    kind: ActorKind
    """Agent or system."""
    roles: List[Slug]
    """The roles under which they asked."""
    asked_at: Timestamp
    """When it was asked for."""
    valid_until: Timestamp
    """From when on it is too late to decide."""
    came_from: NotRequired[CustomerId | None]
    """The customer whose it was before a merge."""
    customer: NotRequired[CustomerId | None]
    """The customer it is about."""
    decided_at: NotRequired[Timestamp | None]
    """When."""
    decided_by: NotRequired[Id | None]
    """Who has decided."""
    gift_card: NotRequired[Id | None]
    """The number of the gift card it is about."""
    note: NotRequired[Text | None]
    """What was said about it when it was decided."""
    reason: NotRequired[Line | None]
    """Why it was rejected."""
    through: NotRequired[Line | None]
    """The page, device or channel through which it came."""


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
    batch: NotRequired[Id | None]
    """The batch of adjustments of which it began, noted or reversed a piece."""
    code: NotRequired[str | None]
    """Refused: the error code."""
    customer: NotRequired[CustomerId | None]
    """The customer it was about; absent for the program."""
    gift_card: NotRequired[Id | None]
    """The number of the gift card it was about."""
    kind: NotRequired[ActorKind | None]
    """Agent, customer or system; absent when erased."""
    number: NotRequired[int | None]
    """Done: its number in the customer's or gift card's log."""
    through: NotRequired[Line | None]
    """The page, device or channel through which it came, or the agent who acted as the customer."""

Author: TypeAlias = Literal["customer", "shop"]
"""Who writes in a ticket.

- `customer`: The customer.
- `shop`: Somebody of the shop.
"""


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
    """Earned, or paid in, in all, less what was reversed."""
    adjusted: Quantity
    """Adjusted by hand and redeemed from gift cards in all, less what was reversed."""
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

Bonus = TypedDict("Bonus", {
    # The bonus' id; entries name it as their rule.
    "id": "Slug",
    # The point type that is given.
    "type": "Slug",
    # How many.
    "points": "Quantity",
    # On which occasion.
    "on": "BonusOn",
    # For a birthday: the first local day whose birthdays count, so that a new bonus is not given for those that are
    # past.
    "from": NotRequired["Date | None"],
    # On a first order: whether it stays when that order is refunded.
    "keep_on_refund": NotRequired["bool"],
    # Whom it is for. To a referrer it is given once for each person referred.
    "to": NotRequired["BonusTo"],
})
"""What is given once to a person, and never again: for a birthday once a year."""

BonusOn: TypeAlias = Literal["enrolled", "first_order", "birthday"]
"""The occasion of a bonus.

- `enrolled`: The customer has become a member.
- `first_order`: The customer's first order has earned.
- `birthday`: It is the customer's birthday, and the sweep (`maintenance.run`) comes by.
"""

BonusTo: TypeAlias = Literal["customer", "referred", "referrer"]
"""Whom a bonus is for.

- `customer`: The customer.
- `referred`: The customer, if somebody has referred them.
- `referrer`: Whoever has referred the customer.
"""


class BulkAdjusted(TypedDict):
    """What became of a piece, and of the file so far."""

    batch: Id
    """The batch."""
    row: int
    """The row that was looked at last."""
    done: int
    """Rows done so far, those included that were done before, and those that were taken back since."""
    refused: int
    """Rows refused so far."""
    totals: List[BulkSum]
    """What the rows done gave and took so far, whether it was taken back since or not: in the state `reversed`
    nothing of it stands.
    """
    digest: str
    """The digest of the file up to here."""
    errors: NotRequired[List[RowError]]
    """What was refused in this piece, and what could not be taken back of a batch that has failed."""
    file_plan: NotRequired[str | None]
    """Of a dry run, with its last piece: what the real run needs. Absent where all or nothing is asked for and rows
    were refused, and where it was broken off.
    """
    next: NotRequired[BulkNext | None]
    """For the next piece; absent with the last one, where a batch has failed, and where it was broken off: then send
    the file again.
    """
    state: NotRequired[BulkState | None]
    """How far the batch has come; absent in a dry run."""


class BulkBatchView(TypedDict):
    """A batch."""

    batch: Id
    """Its id."""
    state: BulkState
    """How far it has come."""
    policy: Policy
    """What becomes of the others when a row is refused."""
    file_plan: str
    """The plan of its file."""
    started_by: Id
    """The id of the actor who began it."""
    kind: ActorKind
    """Agent or system."""
    started_at: Timestamp
    """When it began."""
    changed_at: Timestamp
    """When its last piece was done."""
    row: int
    """The row that was looked at last."""
    done: int
    """Rows done, whether reversed or not."""
    refused: int
    """Rows refused when they were looked at last."""
    reversed: int
    """Rows reversed."""
    totals: List[BulkSum]
    """What the rows gave and took, whether reversed or not."""


class BulkNext(TypedDict):
    """Where a file goes on, and what has become of it so far."""

    place: BulkPlace
    """Where the file goes on."""
    digest: str
    """The digest of the file up to here."""
    done: int
    """Rows done so far."""
    refused: int
    """Rows refused so far."""
    totals: List[BulkSum]
    """What they gave and took so far."""


class BulkPlace(TypedDict):
    """Where a file goes on: what one call answers and the next one takes. It keeps what is left of the piece, a row
    whose end has not come yet, so that whoever sends a file may cut it anywhere.
    """

    row: int
    """The row that was read last, as a spreadsheet counts: the header is row 1, and a line break inside of a cell
    begins no row.
    """
    header: NotRequired[str | None]
    """The file's first line, when it has come."""
    rest: NotRequired[str]
    """What is left: it goes in front of the next piece."""

BulkState: TypeAlias = Literal["running", "done", "failed", "reversing", "reversed"]
"""How far a batch has come.

- `running`: Its file has not come to its end.
- `done`: Its file was done to its end.
- `failed`: All or nothing was asked for, and a row was refused: what was done is being reversed.
- `reversing`: It is being reversed; rows are left that were not, or could not be.
- `reversed`: All that it did is reversed.
"""


class BulkSum(TypedDict):
    """What rows have given and taken in one point type."""

    type: Slug
    """The point type."""
    given: Quantity
    """Given in all."""
    taken: Quantity
    """Taken in all."""


class BulkUndone(TypedDict):
    """What was reversed."""

    batch: Id
    """The batch."""
    state: BulkState
    """How far it has come."""
    reversed: int
    """Rows of the batch that are reversed so far."""
    refused: int
    """Rows that this call could not reverse."""
    errors: NotRequired[List[RowError]]
    """Why not."""
    next: NotRequired[int | None]
    """The row up to which this call has come, where there are more."""


class BundledRow(TypedDict):
    """A row of a bundle, in the form in which rows travel."""

    table: str
    """The table."""
    values: List[Any]
    """The typed values."""
    body: str
    """Everything else."""


class CapturedPart(TypedDict):
    """A hold that was captured."""

    hold: HoldView
    """The hold as it is now."""
    entry: Ref
    """The entry."""

CardState: TypeAlias = Literal["inactive", "active", "blocked", "deactivated", "expired"]
"""Where a gift card stands.

- `inactive`: Issued blank, and not sold yet.
- `active`: It pays.
- `blocked`: It does not pay until it is unblocked.
- `deactivated`: It never pays again.
- `expired`: All that was on it has ended by time.
"""

Cause: TypeAlias = Literal["redeemed", "granted", "status", "stamp_card"]
"""Why a customer has a reward.

- `redeemed`: They paid for it.
- `granted`: It was given by hand.
- `status`: They rose to a status.
- `stamp_card`: They filled a stamp card, or reached a slot of it.
"""

Change: TypeAlias = Literal["register", "enroll", "unenroll", "remove", "deactivate", "reactivate", "merge", "unmerge", "delete"]
"""A change of membership.

- `register`: A guest opens an account.
- `enroll`: A customer joins the program.
- `unenroll`: A member leaves.
- `remove`: A member is taken out of the program.
- `deactivate`: The account is suspended.
- `reactivate`: The suspension ends.
- `merge`: The account becomes part of another.
- `unmerge`: The account is its own again.
- `delete`: The account is erased.
"""

Charge: TypeAlias = Literal["shipping", "tax"]
"""What an order charges besides its lines.

- `shipping`: Shipping.
- `tax`: Tax.
"""


class ColumnRead(TypedDict):
    """What became of a column of the file."""

    name: str
    """Its name in the file."""
    left_out: NotRequired[LeftOut | None]
    """Why it is left out."""
    read_as: NotRequired[FileColumn | None]
    """What it is read as; absent when it is left out."""

Combine: TypeAlias = Literal["stack", "first_match"]
"""How the rules of a point type come together.

- `stack`: Every rule that fits gives its part; multipliers multiply each other.
- `first_match`: Each line counts for the first rule that fits it, and is multiplied by the first multiplier
  that does.
"""

Completes: TypeAlias = Literal["automatically", "on_request"]
"""Who turns a full card into its reward.

- `automatically`: It turns by itself, with its last stamp.
- `on_request`: Whoever asks for it (`stamp_card.complete`).
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


class Cost(TypedDict):
    """The price of a reward."""

    type: Slug
    """The point type in which it is paid."""
    amount: Quantity
    """How much."""

Country: TypeAlias = str
"""A country: two letters of ISO 3166, such as `AT`."""


class CountsEarned(TypedDict):
    """What was earned of a point type, less what of it was taken back; adjustments by hand do not count."""

    source: Literal["earned"]
    type: Slug
    """The point type."""


class CountsSpend(TypedDict):
    """Money spent on goods, less what was given back; in the one currency of the program."""

    source: Literal["spend"]


class CountsOrders(TypedDict):
    """Orders."""

    source: Literal["orders"]


class CountsVisits(TypedDict):
    """Sign-ins."""

    source: Literal["visits"]


class CountsManual(TypedDict):
    """Nothing: an agent sets the counter."""

    source: Literal["manual"]

Counts: TypeAlias = Union[CountsEarned, CountsSpend, CountsOrders, CountsVisits, CountsManual]
"""What is counted (rule Y1)."""


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

CustomerDeleted = TypedDict("CustomerDeleted", {
    # The customer.
    "customer": "CustomerId",
    # The state before; `deleted` when the call went on with an erasure.
    "from": "State",
    # The state now.
    "state": "State",
    # The version of the membership, for `if_version`.
    "version": "int",
    # Whether everything is erased; if not, call again, or `maintenance.run`.
    "complete": "bool",
})
"""The receipt of `customer.delete`."""


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
    gift_cards: NotRequired[List[GiftCardView] | None]
    """The gift cards; absent without the right `gift_card.list`."""
    guest: NotRequired[bool]
    """Stands only on guests."""
    history: NotRequired[List[EntryView] | None]
    """The entries of all journals; absent without the right `points.history`."""
    last_login_at: NotRequired[Timestamp | None]
    """The last sign-in that the host told of."""
    membership: NotRequired[Membership | None]
    """Where the customer stands."""
    merges: NotRequired[List[MergeView] | None]
    """The merges; absent without the right `merge.history`."""
    more: NotRequired[List[Tab]]
    """The tabs that have more rows than are shown."""
    orders: NotRequired[List[OrderView] | None]
    """The orders; absent without the right `order.list`."""
    payment_methods: NotRequired[List[PaymentMethod] | None]
    """The saved payment methods."""
    profile: NotRequired[Profile | None]
    """Who the customer is."""
    rewards: NotRequired[List[RewardView] | None]
    """The rewards; absent without the right `reward.list`."""
    stamps: NotRequired[List[StampCardView] | None]
    """The stamp cards; absent without the right `stamp_card.progress`."""
    statuses: NotRequired[List[StatusView] | None]
    """Where the customer stands in each status system; absent without the right `status.list`."""
    subscriptions: NotRequired[List[SubscriptionView] | None]
    """The subscriptions; absent without the right `subscription.list`."""
    tickets: NotRequired[List[TicketView] | None]
    """The tickets; absent without the right `ticket.list`."""
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


class CustomerExported(TypedDict):
    """A page of `customer.export_csv`."""

    csv: str
    """The next part of the file."""
    rows: int
    """Customers in it."""
    next: NotRequired[str | None]
    """Where the next page begins; absent on the last."""


class CustomerExportedData(TypedDict):
    """The answer of `customer.export_data`."""

    customer: CustomerId
    """The customer."""
    exported_at: Timestamp
    """When this was so."""
    data: Any
    """An object with a list for each section, by its name."""
    more: NotRequired[List[MoreData]]
    """The sections that go on."""
    withheld: NotRequired[List[Section]]
    """The sections that this actor may not see."""


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


class CustomerImportCounts(TypedDict):
    """What became of rows, in numbers."""

    created: int
    """Customers created."""
    updated: int
    """Customers who took on what their row says."""
    unchanged: int
    """Customers who were as their row says."""
    skipped: int
    """Customers who were there already and were skipped."""
    repeated: int
    """Rows that an earlier call of this batch had done."""
    refused: int
    """Rows refused."""


class CustomerImportNext(TypedDict):
    """Where a file goes on, and what has become of it so far."""

    place: CustomerPlace
    """Where the file goes on."""
    counts: CustomerImportCounts
    """What became of the rows so far."""


class CustomerImported(TypedDict):
    """What became of a piece, and of the file so far."""

    batch: Id
    """The batch."""
    row: int
    """The row that was looked at last."""
    done: int
    """Rows done so far, those included that were done before."""
    refused: int
    """Rows refused so far."""
    counts: CustomerImportCounts
    """What became of the rows so far."""
    broken_off: NotRequired[bool]
    """Whether it was broken off: then send the file again."""
    columns: NotRequired[List[ColumnRead]]
    """With the piece that has the header: what each column is read as."""
    errors: NotRequired[List[RowError]]
    """What was refused in this piece, cell by cell."""
    next: NotRequired[CustomerImportNext | None]
    """For the next piece; absent with the last one, and where it was broken off."""


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


class CustomerPlace(TypedDict):
    """Where a file goes on: what one call answers and the next one takes. It keeps what is left of the piece, a row
    whose end has not come yet, so that whoever sends a file may cut it anywhere.
    """

    row: int
    """The row that was read last, as a spreadsheet counts: the header is row 1, and a line break inside of a cell
    begins no row.
    """
    header: NotRequired[str | None]
    """The file's first line, when it has come."""
    rest: NotRequired[str]
    """What is left: it goes in front of the next piece."""


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
    erasing: NotRequired[bool]
    """Stands only on who is deleted and not yet erased whole: call `customer.delete` again, or `maintenance.run`."""
    guest: NotRequired[bool]
    """Stands only on guests."""
    last_login_at: NotRequired[Timestamp | None]
    """The last sign-in that the host told of."""
    referred_by: NotRequired[CustomerId | None]
    """Who has referred the customer to the program; the shop's own."""

Date: TypeAlias = str
"""A calendar date, `2026-11-22` on the wire."""

DateOrder: TypeAlias = Literal["ymd", "mdy", "dmy"]
"""In which order the numbers of a date stand.

- `ymd`: Year, month, day, with hyphens: 2026-11-22.
- `mdy`: Month, day, year, with slashes, points or hyphens: 11/22/2026.
- `dmy`: Day, month, year, with slashes, points or hyphens: 22.11.2026.
"""


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
    counted_on: NotRequired[Date | None]
    """The local day on which it counts for the rule's cap."""
    customer: NotRequired[CustomerId | None]
    """Who got it, where that is not the order's owner: who has referred them. Staff only."""
    kept_on_refund: NotRequired[bool]
    """Whether it stays when the order is refunded."""
    shares: NotRequired[List[Share]]
    """What each part of the order has of it; together exactly the amount (rule O3)."""
    taken: NotRequired[Quantity]
    """What refunds have taken back of it."""


class Earning(TypedDict):
    """What orders earn, and when."""

    bonuses: NotRequired[List[Bonus]]
    """What is given once to a person (rule O8)."""
    combine: NotRequired[Combine]
    """How the rules of a point type come together."""
    rules: NotRequired[List[EarningRule]]
    """The rules."""
    spent_points: NotRequired[SpentPoints]
    """What becomes of the points that paid for an order when it is refunded (rule O4)."""
    spent_points_grace_days: NotRequired[int | None]
    """With `own_lots_with_grace`: for how many days lots live on whose end has passed meanwhile."""
    when: NotRequired[EarnsWhen]
    """The state in which an order earns."""

EarningRule = TypedDict("EarningRule", {
    # The rule's id; entries name it.
    "id": "Slug",
    # The point type that is earned.
    "type": "Slug",
    # A rate: whether lines count with what they cost before discounts.
    "before_discounts": NotRequired["bool"],
    # The most it gives for one order.
    "cap_per_order": NotRequired["Quantity | None"],
    # The most it gives to one customer in a period.
    "cap_per_period": NotRequired["PeriodCap | None"],
    # Only lines in one of these categories; any when empty.
    "categories": NotRequired["List[Line]"],
    # Only orders placed on this local day or later.
    "from": NotRequired["Date | None"],
    # A rate: count only full steps of `per`: 10 points per full 2 earn 30 on 7.
    "full_steps": NotRequired["bool"],
    # For what it gives.
    "gives": NotRequired["Gives"],
    # Only customers in one of these groups; any when empty.
    "groups": NotRequired["List[Slug]"],
    # Whether lines count that sell gift cards; what is bought with the card earns later (rule R7).
    "include_gift_cards": NotRequired["bool"],
    # A rate: whether shipping counts.
    "include_shipping": NotRequired["bool"],
    # A rate: whether tax counts.
    "include_tax": NotRequired["bool"],
    # By order: whether it stays with the customer when the order is refunded (rule O4).
    "keep_on_refund": NotRequired["bool"],
    # A rate: whether what was paid with points is left out.
    "less_spent_points": NotRequired["bool"],
    # Only orders whose goods, less discounts, come to this much.
    "minimum_spend": NotRequired["Quantity | None"],
    # A rate: how much of the order's currency earns `points`.
    "per": NotRequired["Quantity | None"],
    # How many are given for every `per`, for an item, or for the order.
    "points": NotRequired["Quantity | None"],
    # How a fraction of the smallest unit is rounded.
    "rounding": NotRequired["Rounding"],
    # Only lines with one of these articles; any when empty.
    "skus": NotRequired["List[Id]"],
    # Only customers with one of these statuses; any when empty.
    "statuses": NotRequired["List[InStatus]"],
    # A multiplier: by how much it multiplies what rates and rules by item of its type give.
    "times": NotRequired["Quantity | None"],
    # Only orders placed on this local day or earlier.
    "until": NotRequired["Date | None"],
    # Only orders placed on one of these days of the week; any when empty.
    "weekdays": NotRequired["List[Weekday]"],
})
"""An earning rule: what it gives, for which lines, and under which conditions (rule O2)."""

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


class Ending(TypedDict):
    """What lapses of a point type."""

    type: Slug
    """The point type."""
    holder: Holder
    """Whose it is."""
    months: List[Month]
    """The months in which something lapses, in their order."""

Enrolling: TypeAlias = Literal["file", "all", "nobody"]
"""Who joins the program by an import.

- `file`: Whom the file calls a member. Files of loyalty platforms have members only, unless a column says
  otherwise.
- `all`: All.
- `nobody`: Nobody.
"""

EntryKind: TypeAlias = Literal["earn", "adjust", "load", "redeem", "spend", "capture", "expire", "reinstate", "forfeit", "extend", "redate", "repay", "reverse", "merge_out", "merge_in", "transfer_out", "transfer_in"]
"""Why an entry stands in the journal.

- `earn`: Earned.
- `adjust`: Adjusted by hand.
- `load`: Paid in: a gift card was issued or recharged.
- `redeem`: Redeemed from a gift card to the credit of an account: less on the one, more on the other.
- `spend`: Spent.
- `capture`: Spent through a hold.
- `expire`: Lapsed.
- `reinstate`: Lapsed lots came back.
- `forfeit`: Taken because the member left the program, or the gift card was deactivated.
- `extend`: Lots got a later end; the amount is zero.
- `redate`: Lots got another end by hand; the amount is zero.
- `repay`: Lots paid off debt; the amount is zero.
- `reverse`: Takes an earlier entry back.
- `merge_out`: Went to another account by a merge, or back by its undo.
- `merge_in`: Came from another account by a merge, or back by its undo.
- `transfer_out`: Given to another customer.
- `transfer_in`: Given by another customer.
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
    batch: NotRequired[Id | None]
    """The batch of adjustments it came from; staff only."""
    comment: NotRequired[str | None]
    """What the customer reads."""
    counterpart: NotRequired[Ref | None]
    """Of a merge, and of what is reversed after it: the entry in the other account. Of a transfer the same, for
    staff only.
    """
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

Every: TypeAlias = Literal["day", "week", "month", "year"]
"""A period of the calendar.

- `day`: A day.
- `week`: A week from Monday.
- `month`: A month.
- `year`: A year.
"""

Existing: TypeAlias = Literal["refuse", "skip", "update"]
"""What happens with a row whose customer is there already, by id or by email.

- `refuse`: It is an error of the row.
- `skip`: The customer stays as they are.
- `update`: The customer takes on what the row says.
"""


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

Falling: TypeAlias = Literal["to_fit", "one_step"]
"""How far a status falls that is no longer kept.

- `to_fit`: To what the counter reaches, now or as the period ended.
- `one_step`: To the next status below, which is then kept for a period of its own.
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

FileColumn: TypeAlias = str
"""A column of a file of customers.

Who they are: `id`, `email`, `name` (the whole name), `prefix`, `first_name`, `middle_name`, `last_name`,
`suffix`, `phone`, `gender`, `birth_date`, `group`, `locale`, `time_zone`, `link`. Where they stand: `state`,
`member`, `active`, `created_at`, `last_login_at`, `blacklisted`; `status`, an id of the program, with
`status_system` where it has several, and `status_valid_through`, the last day of the lock. What mail they
want: `newsletter`, and `list:` with the id of a mailing list of the program. One address: `address_label`,
`address_name`, `address_company`, `address_lines` (all lines in one cell), `address_line_1`,
`address_line_2`, `address_city`, `address_region`, `address_postal_code`, `address_country`, `address_phone`.
"""

Format: TypeAlias = Literal["loyalty", "talon_one", "smile", "loyalty_lion", "stamped", "yotpo", "fan_maker"]
"""The columns of a file, as the programs call them from which it comes. Columns that are not listed are passed
over, but for those of our own format.

- `loyalty`: Our own: `customer` or `email`, `amount`; `type`, `expected`, `reason`, `comment`, `note`, and at
  most one of `expires_after_days`, `valid_through`, `expires_at`, `never_expires` (`yes` or nothing).
- `talon_one`: Talon.One's points: `customerprofileid`, `amount`, `startdate`, `expirydate`, `subledgerid`
  (the point type), `reason`. It adds.
- `smile`: Smile's points: `email`, `points`.
- `loyalty_lion`: LoyaltyLion's points: `customer id`, `emails`, `points`.
- `stamped`: Stamped's customers: `email`, and `points` where the mode is `set`, `add_points` where it is
  `add`; the other must be empty.
- `yotpo`: Yotpo's customers: `Email`, `Points Balance`. It sets.
- `fan_maker`: FanMaker's awards: `Email`, `Points`, `Explanation` (the reason), `Identifier` (the note). It
  adds.
"""


class GiftCardActivities(TypedDict):
    """A card with a page of what was done with it."""

    card: GiftCardView
    """The card."""
    activities: List[EntryView]
    """The entries of its journal, newest first."""
    next: NotRequired[int | None]
    """Where to go on; absent on the last page."""


class GiftCardCardPage(TypedDict):
    """A page of gift cards."""

    gift_cards: List[GiftCardView]
    """The cards, newest first."""
    next: NotRequired[Id | None]
    """Where to go on; absent on the last page."""


class GiftCardIssued(TypedDict):
    """The result of `gift_card.issue`."""

    card: GiftCardView
    """The card."""
    entry: Ref
    """The entry in the card's journal."""
    code: NotRequired[str | None]
    """The code, whole, in the first answer alone: hand it to the recipient and do not keep it."""


class GiftCardMoved(TypedDict):
    """The result of an operation that moves the value of a card."""

    gift_card: Id
    """The card's number."""
    entry: Ref
    """The entry in the card's journal; the receipt's `entries` have it whole."""
    balance: Quantity
    """What can be spent of the card now."""


class GiftCardRedeemed(TypedDict):
    """The result of `gift_card.redeem`."""

    customer: CustomerId
    """The customer."""
    gift_card: Id
    """The card's number."""
    amount: Quantity
    """How much was moved."""
    entry: Ref
    """The entry in the card's journal."""
    credits: List[Ref]
    """The entries in the customer's journal: one for each end."""
    balance: Quantity
    """What can be spent of the card now."""


class GiftCardView(TypedDict):
    """A gift card as answers show it."""

    gift_card: Id
    """The card's number."""
    state: CardState
    """Where it stands."""
    type: Slug
    """The point type of its value."""
    last_four: str
    """The last four symbols of its code."""
    issued_at: Timestamp
    """When it was issued."""
    expires: Lapse
    """When the last of its value ends."""
    balance: Balance
    """Its value."""
    version: int
    """The version of the card, for `if_version`."""
    came_from: NotRequired[CustomerId | None]
    """The customer whose it was before a merge."""
    customer: NotRequired[CustomerId | None]
    """The customer to whom it was issued."""
    message: NotRequired[Text | None]
    """What the giver writes."""
    note: NotRequired[Text | None]
    """An internal note; staff only."""
    order: NotRequired[Id | None]
    """The order on which it was bought."""
    reason: NotRequired[Line | None]
    """Why it is blocked or deactivated; staff only."""
    recipient: NotRequired[Line | None]
    """Whom it is for."""
    recipient_email: NotRequired[Email | None]
    """Where it is sent."""


class GivenBack(TypedDict):
    """Points, or value of a gift card, that paid for an order, and what refunds made of them."""

    source: Ref
    """The entry or hold that paid."""
    amount: Quantity
    """How much of it came back."""
    kept: NotRequired[Quantity]
    """How much of it stayed spent, as the program said at the time of a refund; a later program changes nothing
    about it.
    """

Gives: TypeAlias = Literal["rate", "per_item", "per_order", "times"]
"""For what a rule gives.

- `rate`: `points` for every `per` of the lines' value.
- `per_item`: `points` for every item of the lines.
- `per_order`: `points` for the order.
- `times`: Nothing itself: it multiplies by `times`.
"""


class HoldPart(TypedDict):
    """A part of a mixed payment: a point type of the customer, or a gift card by its number or its code."""

    amount: Quantity
    """How much, more than zero."""
    code: NotRequired[Line | None]
    """The code of a gift card, instead of its number."""
    gift_card: NotRequired[Id | None]
    """The number of a gift card."""
    type: NotRequired[Slug | None]
    """The point type."""

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

Holder: TypeAlias = Literal["customers", "gift_cards"]
"""Whose the value is.

- `customers`: On accounts of customers.
- `gift_cards`: On gift cards.
"""

Id: TypeAlias = str
"""The host's own id of something: opaque, 1–64 visible characters, compared byte by byte."""


class ImpersonationRedeemed(TypedDict):
    """The receipt of `impersonation.verify`."""

    customer: CustomerId
    """The customer as whom to sign in."""
    agent: Id
    """The agent who acts as them."""
    through: Line
    """What to put into `actor.through` of every context of the session."""
    reason: NotRequired[Line | None]
    """Why the agent does it; staff only."""


class ImpersonationStarted(TypedDict):
    """The result of `impersonation.start`."""

    customer: CustomerId
    """The customer."""
    valid_until: Timestamp
    """From when on the token no longer works."""
    token: NotRequired[str | None]
    """The token, in the first answer alone: hand it to your sign-in and do not keep it."""


class ImportCounts(TypedDict):
    """What became of rows, in numbers."""

    created: int
    """Customers created."""
    updated: int
    """Customers who took on what their row says."""
    unchanged: int
    """Customers who were as their row says."""
    skipped: int
    """Customers who were there already and were skipped."""
    repeated: int
    """Rows that an earlier call of this batch had done."""
    refused: int
    """Rows refused."""


class ImportNext(TypedDict):
    """Where a file goes on, and what has become of it so far."""

    place: Place
    """Where the file goes on."""
    counts: ImportCounts
    """What became of the rows so far."""


class InStatus(TypedDict):
    """A status of a status system."""

    system: Slug
    """The system."""
    status: Slug
    """The status."""


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


class KeepWhileItFits(TypedDict):
    """As long as the counter reaches it."""

    policy: Literal["while_it_fits"]


class KeepYears(TypedDict):
    """To the end of a calendar year: so many years behind the one in which it was reached or renewed."""

    policy: Literal["years"]
    years: int
    """How many years, 1 to 100."""


class KeepMonths(TypedDict):
    """To the first instant of the same day number, so many months later."""

    policy: Literal["months"]
    months: int
    """How many months, 1 to 1,200."""

Keep: TypeAlias = Union[KeepWhileItFits, KeepYears, KeepMonths]
"""Until when a status is kept that was reached or renewed: its qualification period (rule Y5)."""

Lapse: TypeAlias = str
"""When a lot ends. Stored on the lot: a later change of the program moves nothing by itself.

On the wire one text: a time, `account_date` or `never`.
"""

LastFour: TypeAlias = str
"""The last four digits of a card or account number."""

LeftOut: TypeAlias = Literal["ignored", "not_known", "password"]
"""Why a column is left out.

- `ignored`: The preset or the request says so.
- `not_known`: Neither the preset nor the request knows it.
- `password`: It is a password, or resets one: such columns are never read.
"""

Line: TypeAlias = str
"""One line of text: 1–200 characters, trimmed, no control characters, none that turn the direction of text,
Unicode NFC.
"""


class Lock(TypedDict):
    """What an agent decided about a status: evaluation moves it on one side of this only (rule Y3)."""

    kind: LockKind
    """Which side is closed."""
    status: Slug
    """The status that was set."""
    until: NotRequired[Timestamp | None]
    """Until when, this instant excluded; without an end when absent."""

LockKind: TypeAlias = Literal["not_lowered", "not_raised"]
"""Which side of a status is closed to evaluation.

- `not_lowered`: It may rise, and never falls below what was set.
- `not_raised`: It may fall, and never rises above what was set.
"""

LongText: TypeAlias = str
"""A long text: 1–20,000 characters, trimmed, line breaks allowed, none that turn the direction of text, Unicode
NFC.
"""


class Mail(TypedDict):
    """A mail to a customer, ready to be sent."""

    to: Email
    """To whom."""
    subject: str
    """The subject, one line."""
    text: str
    """The mail as plain text."""
    html: NotRequired[str | None]
    """The mail as HTML, escaped; absent where the template has none."""


class MaintenanceSwept(TypedDict):
    """What the sweep did."""

    customers: int
    """Customers settled."""
    refused: int
    """Customers or gift cards whose settling was refused; they are due again."""
    more: bool
    """Whether there may be more that is due: call again."""
    gift_cards: NotRequired[int]
    """Gift cards settled."""


class Membership(TypedDict):
    """A customer's membership."""

    state: State
    """Where the customer stands."""
    since: Timestamp
    """Since when."""
    version: int
    """The version of the membership, for `if_version`."""
    before: NotRequired[State | None]
    """On hold or merged: the state to which the account returns."""
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


class MergeHistory(TypedDict):
    """The merges into a customer."""

    customer: CustomerId
    """The customer."""
    merges: List[MergeView]
    """The merges, newest first."""


class MergeReturned(TypedDict):
    """The value of a point type that went back."""

    type: Slug
    """The point type."""
    brought: Quantity
    """What the source had brought."""
    returned: Quantity
    """What it gets back; the rest was spent, has lapsed, or is held."""


class MergeUndone(TypedDict):
    """The receipt of `merge.undo`."""

    survivor: CustomerId
    """The customer into whom was merged."""
    source: CustomerId
    """The customer who is their own again."""
    state: State
    """The state of the source."""
    returned: List[MergeReturned]
    """The value that went back, by point type."""
    stayed: List[Stayed]
    """What stayed with the survivor as the merge left it, and why."""


class MergeView(TypedDict):
    """A merge, as answers show it."""

    survivor: CustomerId
    """The survivor."""
    source: CustomerId
    """The customer who was merged."""
    merged_at: Timestamp
    """When."""
    added: Added
    """What was added to the survivor's records."""
    records: Records
    """The records that moved."""
    actor: NotRequired[str | None]
    """Who asked for it; staff only."""
    comment: NotRequired[Text | None]
    """A comment."""
    reason: NotRequired[Line | None]
    """Why; staff only."""
    undone_at: NotRequired[Timestamp | None]
    """When it was undone."""


class Merged(TypedDict):
    """The receipt of `merge.apply`."""

    survivor: CustomerId
    """The customer who remains."""
    source: CustomerId
    """The customer who was merged."""
    fields: List[PlannedField]
    """The fields of the profiles side by side."""
    created_at: Timestamp
    """When the survivor is said to have been created: the earlier date."""
    added: Added
    """What was added to the survivor's records."""
    records: Records
    """The records that moved."""
    last_login_at: NotRequired[Timestamp | None]
    """The later of the last sign-ins."""
    mail: NotRequired[List[PlannedMail]]
    """The decisions about mail side by side."""
    statuses: NotRequired[List[PlannedStatus]]
    """Where both stand in the status systems, and the survivor afterwards."""


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
    """The result of the operation; of a mail, what it is about: customer, ticket, template."""
    leased_until: Timestamp
    """Given out again after this time if it is not acknowledged."""
    customer: NotRequired[CustomerId | None]
    """The customer it is about."""
    email: NotRequired[Mail | None]
    """Send this mail to the customer, whatever marketing they have opted out of: it belongs to a transaction. It may
    hold a password, so do not keep it.
    """
    gift_card: NotRequired[Id | None]
    """The gift card it is about."""

Mode: TypeAlias = Literal["add", "set"]
"""What is done with the amounts of a file.

- `add`: They are given or, below zero, taken.
- `set`: They are what the balance shall be, where it is what was expected.
"""

Moment: TypeAlias = str
"""An instant, or a local date of the program's zone."""


class Month(TypedDict):
    """What lapses in a month."""

    month: Date
    """The first day of the month."""
    lots: int
    """How many lots."""
    amount: Quantity
    """How much."""
    account_date: Quantity
    """How much of it lapses on an account's date, which moves on with the member's activity."""


class MoreData(TypedDict):
    """A section that has more rows than were answered."""

    section: Section
    """The section."""
    cursor: str
    """Where it goes on."""

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


class Next(TypedDict):
    """Where a file goes on, and what has become of it so far."""

    place: Place
    """Where the file goes on."""
    digest: str
    """The digest of the file up to here."""
    done: int
    """Rows done so far."""
    refused: int
    """Rows refused so far."""
    totals: List[Sum]
    """What they gave and took so far."""


class NextReward(TypedDict):
    """The next reward on a stamp card."""

    stamp: int
    """The number of its stamp."""
    reward: Slug
    """The reward."""
    name: str
    """The name that people see."""


class NextStatus(TypedDict):
    """The next status above."""

    missing: Quantity
    """What the counter lacks."""
    id: Slug
    """The id."""
    name: str
    """The name."""
    threshold: Quantity
    """The counter from which on a member has it."""

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
    by: NotRequired[str | None]
    """The actor who recorded it. Customers see themselves alone, and what they decided through: never the shop's
    people.
    """
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
    gift_card: NotRequired[bool]
    """Whether it sells gift cards."""
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
    gift_card: NotRequired[bool]
    """Whether it sells gift cards: then it earns nothing, unless a rule says so."""
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

OrderPaid: TypeAlias = Literal["unpaid", "partly_paid", "paid", "refunded"]
"""How far an order is paid (rule O7); `payments` has where each payment stands.

- `unpaid`: Nothing is.
- `partly_paid`: Something is, but not all that is owed.
- `paid`: All that is owed.
- `refunded`: Everything was given back.
"""


class OrderPart(TypedDict):
    """A part of an order with what it has of what was earned."""

    amount: Quantity
    """How much of what was earned."""
    charge: NotRequired[Charge | None]
    """Shipping or tax."""
    line: NotRequired[Id | None]
    """The line's id."""
    quantity: NotRequired[Quantity | None]
    """How many of it."""
    sku: NotRequired[Id | None]
    """The article."""
    units: NotRequired[List[Quantity]]
    """What each unit has, where there are whole ones, 100 at most: what refunds of one after another take while
    nothing else is given back.
    """


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
    points: NotRequired[Ref | None]
    """Paid with points or a gift card: the entry that spent them, or the hold from which they were captured. It pays
    for no other order.
    """


class OrderQuoted(TypedDict):
    """The answer of `order.quote`."""

    total: Quantity
    """What it comes to."""
    earns: List[OrderSum]
    """What it would earn of each point type."""
    rules: List[Said]
    """What each rule says, in the order of the program."""
    not_earned: NotRequired[str | None]
    """Why it would not earn now, whatever the rules say."""


class OrderRecorded(TypedDict):
    """What an order has earned by now: the result of the commands that can make it earn."""

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
    owner: NotRequired[CustomerId | None]
    """The order's owner, where that is another customer than the one named."""


class OrderReturns(TypedDict):
    """The result of `order.refund` and `order.cancel`."""

    number: Id
    """The order's number."""
    customer: CustomerId
    """The order's owner."""
    amount: Quantity
    """What this refund comes to; nothing when it was known already."""
    taken: List[Taken]
    """What it took back of what the order earned."""
    given_back: List[Taken]
    """What it gave back of the points and gift cards that paid for the order."""
    refunded: Quantity
    """What was given back of the order in all."""
    all: bool
    """Whether everything was given back."""


class OrderSum(TypedDict):
    """An amount of a point type."""

    type: Slug
    """The point type."""
    amount: Quantity
    """How much."""


class OrderView(TypedDict):
    """An order as answers show it."""

    number: Id
    """The host's number."""
    placed_at: Timestamp
    """When it was placed."""
    total: Quantity
    """What it comes to: lines less discounts, plus shipping and tax."""
    payment_status: OrderPaid
    """How far it is paid."""
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
    came_from: NotRequired[CustomerId | None]
    """The customer whose it was before a merge."""
    channel: NotRequired[Line | None]
    """Where it was placed."""
    earned: NotRequired[List[Earned]]
    """What it earned."""
    earned_at: NotRequired[Timestamp | None]
    """When it earned."""
    fulfilled: NotRequired[bool]
    """Whether it is fulfilled."""
    given_back: NotRequired[List[GivenBack]]
    """What refunds made of the points and gift cards that paid for it."""
    link: NotRequired[Line | None]
    """A link into the host's own page; staff only."""
    master_number: NotRequired[Id | None]
    """The number of the order to which several belong."""
    payments: NotRequired[List[Payment]]
    """The payments."""
    places: NotRequired[int | None]
    """The decimal places of the currency when it was recorded, where the program listed it: what is shared out later
    is shared in these.
    """
    refunds: NotRequired[List[Refunded]]
    """The refunds, in the order in which they came."""
    returned: NotRequired[List[Returned]]
    """What of each part was given back, by all refunds together."""
    returned_all: NotRequired[bool]
    """Whether everything was given back."""


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
    order: NotRequired[List[OrderPart]]
    """The parts of the order for which it was earned."""
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


class Outstanding(TypedDict):
    """What is outstanding in a point type. `total = active + pending + held − debt`, the sum of what
    `points.balance` says of all of them.
    """

    type: Slug
    """The point type."""
    holder: Holder
    """Whose it is."""
    accounts: int
    """How many accounts have some or owe some."""
    active: Quantity
    """What can be spent now."""
    pending: Quantity
    """What becomes active later."""
    held: Quantity
    """What holds have set aside."""
    debt: Quantity
    """What is owed to the shop."""
    total: Quantity
    """What all entries come to."""
    ages: List[Aged]
    """What is active, pending and held, by how long ago it was earned: 0 to 30 days, to 90, to 180, to 365, and
    longer.
    """


class Paid(TypedDict):
    """What was paid for a reward."""

    type: Slug
    """The point type."""
    amount: Quantity
    """How much."""
    entry: Ref
    """The entry."""


class PartView(TypedDict):
    """What an entry took from a lot or put back."""

    lot: Ref
    """The lot: the id of the entry that made it."""
    amount: Quantity
    """How much, signed."""
    expires: Lapse
    """When that lot ends."""


class PasswordReset(TypedDict):
    """How passwords are reset."""

    link: NotRequired[Line | None]
    """The address of your page on which a password is chosen, to whose end the token is put:
    `https://shop.example/reset?token=`. A link needs it.
    """
    minutes: NotRequired[int]
    """For how many minutes it works, 1 to 10,080; 60 when absent."""
    style: NotRequired[ResetStyle]
    """What the customer gets by mail."""


class PasswordResetDone(TypedDict):
    """The receipt of `password.reset`."""

    minutes: int
    """For how many minutes what was sent works, if something was."""
    customer: NotRequired[CustomerId | None]
    """The customer, if asked for by id."""
    valid_until: NotRequired[Timestamp | None]
    """From when on it no longer works, if asked for by id."""


class PasswordVerified(TypedDict):
    """The receipt of `password.verify`."""

    customer: CustomerId
    """The customer, who may choose a new password now."""
    style: ResetStyle
    """What they were sent."""


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

PastStatusChange = TypedDict("PastStatusChange", {
    # When it took effect.
    "at": "Timestamp",
    # What happened.
    "change": "StatusChangeKind",
    # Who asked for it, `system` for evaluation; a customer sees only themselves, not the shop's people.
    "actor": NotRequired["str | None"],
    # A comment; the customer reads it.
    "comment": NotRequired["Text | None"],
    # The status before, if there was one.
    "from": NotRequired["Slug | None"],
    # The lock that was set.
    "lock": NotRequired["Lock | None"],
    # An internal note; staff only.
    "note": NotRequired["Text | None"],
    # The rewards that were granted with it.
    "rewards": NotRequired["List[Ref]"],
    # The status after, if there is one.
    "to": NotRequired["Slug | None"],
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
    points: NotRequired[Ref | None]
    """Paid with points or a gift card: the entry that spent them, or the hold from which they were captured. It pays
    for no other order.
    """


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


class PaymentRecorded(TypedDict):
    """What an order has earned by now: the result of the commands that can make it earn."""

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
    owner: NotRequired[CustomerId | None]
    """The order's owner, where that is another customer than the one named."""

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


class PeriodCap(TypedDict):
    """The most that a rule gives to one customer in a period: of the calendar, or the last so many days."""

    points: Quantity
    """How many."""
    days: NotRequired[int | None]
    """The last so many days, today among them: 1 to 366."""
    every: NotRequired[Every | None]
    """The period of the calendar, in the program's zone."""

Phone: TypeAlias = str
"""A phone number as the customer writes it, with at least 3 digits. Compare by `Phone::digits`."""


class Place(TypedDict):
    """Where a file goes on: what one call answers and the next one takes. It keeps what is left of the piece, a row
    whose end has not come yet, so that whoever sends a file may cut it anywhere.
    """

    row: int
    """The row that was read last, as a spreadsheet counts: the header is row 1, and a line break inside of a cell
    begins no row.
    """
    header: NotRequired[str | None]
    """The file's first line, when it has come."""
    rest: NotRequired[str]
    """What is left: it goes in front of the next piece."""


class PlannedField(TypedDict):
    """A field of the profile, side by side."""

    field: ProfileField
    """The field."""
    winner: Side
    """Whose value stands afterwards."""
    why: Why
    """Why."""
    source: NotRequired[str | None]
    """What the source has."""
    survivor: NotRequired[str | None]
    """What the survivor has."""


class PlannedMail(TypedDict):
    """A decision about mail, side by side; an opt-out wins."""

    opted_in: bool
    """What holds afterwards."""
    list: NotRequired[Slug | None]
    """The mailing list; the newsletter when absent."""
    source: NotRequired[bool | None]
    """What the source decided."""
    survivor: NotRequired[bool | None]
    """What the survivor decided."""


class PlannedStatus(TypedDict):
    """A status system in which somebody stands whose accounts become one."""

    system: Slug
    """The system."""
    survivor: StatusLevel
    """Where the survivor stands."""
    source: StatusLevel
    """Where the source stands."""
    after: StatusLevel
    """Where the survivor stands afterwards."""

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
    """How far an adjustment may take the balance below zero: "0", or a negative decimal (rule L7). What is taken
    back of a credit that is spent already is not bound by it: there `reversal_shortfall` says what happens.
    """
    expiry: NotRequired[Expiry]
    """How long a credit lasts."""
    kind: NotRequired[PointKind]
    """What it is; decides which membership states may use it (rule M2)."""
    name: NotRequired[Line | None]
    """The name that people see; the id when absent."""
    places: NotRequired[int]
    """Decimal places, 0 to 8. Money has those of its currency."""
    reinstatement_days: NotRequired[int]
    """Days within which what has lapsed can be brought back (`points.reinstate`); 0 not at all (rule L5)."""
    reversal_grace_days: NotRequired[int]
    """Days that a lot put back after its expiry lives on; 0 none (rule L9)."""
    reversal_shortfall: NotRequired[Shortfall]
    """What happens when a reversed credit is spent already (rule L9)."""
    transferable: NotRequired[bool]
    """Whether a customer's can be given to another customer; not stamps, which stand on their owner's card (rule
    L13).
    """


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
    parts: NotRequired[List[CapturedPart]]
    """Of several holds: each of them with its entry, in their order."""


class PointsExplained(TypedDict):
    """An explanation."""

    lots: List[Origins]
    """The lots behind it, each with the entry that made it."""
    more: bool
    """Whether there are more lots than are shown."""
    entry: NotRequired[EntryView | None]
    """The entry itself, when one is explained."""
    order: NotRequired[List[OrderPart]]
    """The parts of the order for which the entry was earned."""


class PointsHeld(TypedDict):
    """The result of `points.hold` and `points.release`."""

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
    parts: NotRequired[List[HoldView]]
    """Of several holds: each of them, in their order."""


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


class PointsRedated(TypedDict):
    """What was given another end."""

    customer: CustomerId
    """The customer."""
    entry: Ref
    """The entry; the receipt's `entries` have it whole."""
    amount: Quantity
    """How much has another end now."""
    lots: int
    """In how many lots; what is set aside of a credit counts as one of its own."""


class PointsReinstated(TypedDict):
    """What was brought back."""

    customer: CustomerId
    """The customer."""
    entry: Ref
    """The entry; the receipt's `entries` have it whole."""
    amount: Quantity
    """How much came back, with what of it repaid debt."""
    lots: int
    """Of how many lots."""


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
    recipient_entry: NotRequired[Ref | None]
    """Of a transfer: the entry that takes it from who received it. What has lapsed and what is forgiven are theirs."""
    stayed: NotRequired[Quantity | None]
    """Of a re-dating: what was spent, has lapsed or was re-dated again since, and so stays as it is."""


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


class PointsTransferred(TypedDict):
    """The result of `points.transfer`."""

    customer: CustomerId
    """The customer who gave."""
    entry: Ref
    """The entry in their journal."""
    recipient: CustomerId
    """The customer who received it: the survivor, where the one who was named is merged; for a customer, as they
    named them.
    """
    recipient_entry: NotRequired[Ref | None]
    """The entry in the recipient's journal; not for customers."""

Policy: TypeAlias = Literal["best_effort", "all_or_nothing"]
"""What becomes of the rows that are done when another is refused.

- `best_effort`: They stay done.
- `all_or_nothing`: They are reversed.
"""


class Preferences(TypedDict):
    """What mail a customer wants (rule E1)."""

    lists: NotRequired[Dict[str, OptIn]]
    """The mailing lists of the program that the customer decided about."""
    newsletter: NotRequired[OptIn | None]
    """Whether the shop's newsletter is wanted."""
    version: NotRequired[int]
    """The version of the preferences, for `if_version`."""

Preset: TypeAlias = Literal["loyalty", "shopify", "magento", "tibco", "open_loyalty", "talon_one_tiers", "loyalty_lion", "stamped", "yotpo"]
"""A format of customers as shop and loyalty platforms write it.

- `loyalty`: What `customer.export_csv` writes: each column is named by its own word.
- `shopify`: Shopify's export of customers, in its older and its newer form.
- `magento`: The main file of customers of Magento and Adobe Commerce.
- `tibco`: TIBCO's file of shoppers.
- `open_loyalty`: Open Loyalty's export of members.
- `talon_one_tiers`: Talon.One's file of tiers: `customerprofileid`, `tiername`, `expirydate`, `subledgerid`
  (the status system).
- `loyalty_lion`: LoyaltyLion's file of customers: `customer id`, `emails`, `enrolled`.
- `stamped`: Stamped's file of customers.
- `yotpo`: Yotpo's file of customers.
"""


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

ProfileField: TypeAlias = Literal["prefix", "first_name", "middle_name", "last_name", "suffix", "email", "phone", "gender", "birth_date", "group", "locale", "time_zone", "link"]
"""A field of the profile for which an agent may choose a side.

- `prefix`: The title or other prefix.
- `first_name`: The given name.
- `middle_name`: Further given names.
- `last_name`: The family name.
- `suffix`: The suffix.
- `email`: The email address.
- `phone`: The phone number.
- `gender`: The gender.
- `birth_date`: The date of birth.
- `group`: The group.
- `locale`: The locale.
- `time_zone`: The time zone.
- `link`: The link into the host's own page.
"""


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
    impersonation_seconds: NotRequired[int]
    """For how many seconds the token works with which an agent signs in as a customer, 1 to 3,600; 60 when absent
    (rule P4).
    """
    mailing_lists: NotRequired[List[Named]]
    """Mailing lists that customers can opt in to."""
    name: NotRequired[Line]
    """The program's name, as customers see it."""
    on_leaving: NotRequired[OnLeaving]
    """What becomes of points when a member leaves the program (rules of section M)."""
    password: NotRequired[PasswordReset]
    """How passwords are reset (rule P3)."""
    rewards: NotRequired[List[Reward]]
    """What members can have for their points, or are given."""
    roles: NotRequired[List[Role]]
    """What agents and systems may do."""
    stamp_cards: NotRequired[List[StampCard]]
    """Cards whose stamps turn into rewards."""
    status_mapping: NotRequired[List[StatusMapping]]
    """What became of statuses that went away (rule Y7)."""
    status_systems: NotRequired[List[StatusSystem]]
    """The ladders of statuses on which members stand (rule Y1)."""
    templates: NotRequired[List[Template]]
    """The mails that the library queues, in your own words (rule P6)."""
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


class Records(TypedDict):
    """The records that moved."""

    approvals: NotRequired[List[Id]]
    """Requests for approval."""
    gift_cards: NotRequired[List[Id]]
    """Gift cards, by number."""
    orders: NotRequired[List[Id]]
    """Orders, by number."""
    rewards: NotRequired[List[Ref]]
    """Rewards, by the ids they had."""
    subscriptions: NotRequired[List[Id]]
    """Subscriptions."""
    tickets: NotRequired[List[Ref]]
    """Tickets."""

Ref: TypeAlias = str
"""An entry, hold or other thing that the library numbered: `<customer>/<point type>/<number>` and the like, at
most 128 characters.
"""


class RefundLine(TypedDict):
    """A line that is given back."""

    line: Id
    """The line's id."""
    amount: NotRequired[Quantity | None]
    """How much of what the line cost, instead of items."""
    quantity: NotRequired[Quantity | None]
    """How many items; with no amount either, all that is left of the line."""


class Refunded(TypedDict):
    """A refund as the order keeps it."""

    id: Id
    """The host's id of the refund."""
    at: Timestamp
    """When it was recorded."""
    amount: Quantity
    """What it comes to in the order's currency."""
    lines: NotRequired[List[RefundedLine]]
    """Lines."""
    reason: NotRequired[Line | None]
    """Why; staff only."""
    shipping: NotRequired[Quantity | None]
    """Shipping."""
    tax: NotRequired[Quantity | None]
    """Tax."""
    whole: NotRequired[Quantity | None]
    """An amount on the order as a whole."""


class RefundedLine(TypedDict):
    """A line in a refund."""

    line: Id
    """The line's id."""
    amount: NotRequired[Quantity | None]
    """How much of what the line cost, instead of items."""
    quantity: NotRequired[Quantity | None]
    """How many items; with no amount either, all that was left of the line."""


class ReportActivityPage(TypedDict):
    """What was given and taken in a stretch of the span."""

    rows: List[ActivityRow]
    """The sums, by actor, kind, reason and point type."""
    next: NotRequired[str | None]
    """Where to go on; absent when the whole span was walked over."""


class ReportExpiringReport(TypedDict):
    """What lapses: all of it when there is no `next`."""

    since: Timestamp
    """When the first account was counted: everything is settled up to this moment or a later one, up to `at`."""
    at: Timestamp
    """When the last account so far was counted."""
    expiring: List[Ending]
    """The sums, by point type, and apart for customers and gift cards; only where something lapses."""
    next: NotRequired[str | None]
    """Where to go on; absent when all accounts are counted."""


class ReportLiabilityReport(TypedDict):
    """What is outstanding: all of it when there is no `next`."""

    since: Timestamp
    """When the first account was counted: everything is settled up to this moment or a later one, up to `at`."""
    at: Timestamp
    """When the last account so far was counted."""
    outstanding: List[Outstanding]
    """The sums, by point type, and apart for customers and gift cards."""
    next: NotRequired[str | None]
    """Where to go on; absent when all accounts are counted."""

ResetStyle: TypeAlias = Literal["generated", "link"]
"""What a customer gets who has forgotten the password.

- `generated`: A password that was generated, and works once.
- `link`: A link that works once.
"""


class Returned(TypedDict):
    """What of a part of an order was given back: items and amounts add up, to the whole part at most."""

    amount: NotRequired[Quantity]
    """Amounts."""
    charge: NotRequired[Charge | None]
    """Shipping or tax."""
    line: NotRequired[Id | None]
    """The line's id."""
    quantity: NotRequired[Quantity]
    """How many items of a line."""

Reward = TypedDict("Reward", {
    # The id.
    "id": "Slug",
    # What it is.
    "gives": "RewardKind",
    # What it costs; one without a price cannot be redeemed, only granted.
    "cost": NotRequired["Cost | None"],
    # From when on it can be redeemed: an instant, or a local date.
    "from": NotRequired["Moment | None"],
    # The groups that can redeem it; everybody when there are none.
    "groups": NotRequired["List[Slug]"],
    # How many days it lives once it is issued, 1 to 36,500; for ever when absent.
    "life_days": NotRequired["int | None"],
    # The name that people see; the id when absent.
    "name": NotRequired["Line | None"],
    # How many one customer can have in all; without end when absent.
    "per_customer": NotRequired["int | None"],
    # The statuses that can redeem it, any of them; everybody when there are none.
    "statuses": NotRequired["List[InStatus]"],
    # How many there are in all, those that were issued included; without end when absent.
    "stock": NotRequired["int | None"],
    # Until when it can be redeemed: an instant, which is no longer part of it, or the last local date.
    "until": NotRequired["Moment | None"],
})
"""A reward of the catalogue."""


class RewardKindAmountOff(TypedDict):
    """A fixed amount off an order."""

    kind: Literal["amount_off"]
    amount: Quantity
    """How much."""
    currency: str
    """The currency, one of the program's."""


class RewardKindPercentOff(TypedDict):
    """A percentage off an order."""

    kind: Literal["percent_off"]
    percent: Quantity
    """The percentage, more than 0, at most 100."""


class RewardKindProduct(TypedDict):
    """A product."""

    kind: Literal["product"]
    sku: Id
    """The article."""


class RewardKindFreeShipping(TypedDict):
    """Free shipping of an order."""

    kind: Literal["free_shipping"]


class RewardKindGiftCredit(TypedDict):
    """Money on the customer's account, credited as it is issued."""

    kind: Literal["gift_credit"]
    type: Slug
    """The point type, one of the kind money."""
    amount: Quantity
    """How much."""


class RewardKindCustom(TypedDict):
    """Whatever the shop makes of it."""

    kind: Literal["custom"]

RewardKind: TypeAlias = Union[RewardKindAmountOff, RewardKindPercentOff, RewardKindProduct, RewardKindFreeShipping, RewardKindGiftCredit, RewardKindCustom]
"""What a reward is."""


class RewardOneReward(TypedDict):
    """The result of an operation on one reward of a customer."""

    customer: CustomerId
    """The customer."""
    reward: RewardView
    """The reward."""


class RewardOption(TypedDict):
    """A reward that a customer may choose."""

    reward: Slug
    """The reward."""
    name: str
    """The name that people see."""
    gives: RewardKind
    """What it is."""
    available: bool
    """Whether the customer can have it now."""
    balance: NotRequired[Quantity | None]
    """What the customer can spend of the price's point type."""
    code: NotRequired[str | None]
    """The code of the error that redeeming it would give."""
    cost: NotRequired[Cost | None]
    """What it costs; one without a price is only granted."""
    left: NotRequired[int | None]
    """How many are left; without end when absent."""
    missing: NotRequired[Quantity | None]
    """What they lack."""
    reason: NotRequired[str | None]
    """Why not, for people."""
    remaining: NotRequired[Quantity | None]
    """What would remain, where it can be had."""
    until: NotRequired[Moment | None]
    """Until when it can be had."""


class RewardOptions(TypedDict):
    """The answer of `reward.options`."""

    customer: CustomerId
    """The customer."""
    options: List[RewardOption]
    """The rewards, as the program lists them."""


class RewardPage(TypedDict):
    """A page of rewards."""

    rewards: List[RewardView]
    """The rewards, newest first."""
    next: NotRequired[Ref | None]
    """Where to go on; absent on the last page."""


class RewardRedeemed(TypedDict):
    """The result of `reward.redeem`."""

    customer: CustomerId
    """The customer."""
    reward: RewardView
    """The reward."""
    balance: Quantity
    """What the customer could spend before."""
    remaining: Quantity
    """What remains to be spent."""

RewardState: TypeAlias = Literal["outstanding", "used", "expired", "canceled", "removed"]
"""Where a reward stands.

- `outstanding`: It waits to be used.
- `used`: It was used.
- `expired`: Its time is over.
- `canceled`: It was taken away, and gave back what it had taken: cost, stock and the customer's limit.
- `removed`: It was taken away.
"""


class RewardView(TypedDict):
    """A reward of a customer as answers show it."""

    id: Ref
    """The id."""
    reward: Slug
    """The reward of the catalogue."""
    name: Line
    """The name that people see."""
    gives: RewardKind
    """What it is."""
    state: RewardState
    """Where it stands."""
    cause: Cause
    """Why the customer has it."""
    issued_at: Timestamp
    """When it was issued."""
    came_from: NotRequired[List[Ref]]
    """The ids it had before merges, the latest last."""
    code: NotRequired[str | None]
    """The code by which it is used, where it waits to be; it means nothing in a preview."""
    comment: NotRequired[Text | None]
    """What the customer reads."""
    credited: NotRequired[Ref | None]
    """Of gift credit: the entry that credited it."""
    ends_at: NotRequired[Timestamp | None]
    """From when on it can no longer be used."""
    note: NotRequired[Text | None]
    """An internal note; staff only."""
    order: NotRequired[Id | None]
    """The order on which it was used."""
    paid: NotRequired[Paid | None]
    """What was paid for it."""
    reason: NotRequired[Line | None]
    """Why it was granted or removed; staff only."""
    removed_at: NotRequired[Timestamp | None]
    """When it was canceled or removed."""
    used_at: NotRequired[Timestamp | None]
    """When it was used."""

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
    asks_approval: NotRequired[bool]
    """Whether what is above becomes a request, which somebody else grants or rejects (`approval.grant`), instead of
    being refused for good.
    """
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


class RowError(TypedDict):
    """What is wrong with a row of a file. Nothing was done with that row."""

    row: int
    """The row, as a spreadsheet counts: the header is row 1."""
    code: str
    """An error code."""
    problem: str
    """What is wrong and what to do."""
    column: NotRequired[str | None]
    """The column, where one cell is wrong."""
    value: NotRequired[str | None]
    """What stands there, shortened."""


class Said(TypedDict):
    """What a rule says of a basket."""

    rule: Slug
    """The rule."""
    type: Slug
    """The point type."""
    amount: NotRequired[Quantity | None]
    """What it would give."""
    shares: NotRequired[List[Share]]
    """What each part would have of it."""
    times: NotRequired[Quantity | None]
    """A multiplier that fits: by how much it multiplies."""
    why_not: NotRequired[str | None]
    """Why it gives nothing."""

Section: TypeAlias = Literal["profile", "addresses", "payment_methods", "membership", "blacklist", "balances", "holds", "entries", "orders", "subscriptions", "subscription_changes", "wishlist", "rewards", "stamp_cards", "statuses", "status_changes", "gift_cards", "tickets", "ticket_messages", "merges", "approvals", "messages", "commands", "refused_commands"]
"""A section of the export of a customer.

- `profile`: Who the customer is and where they stand: one row, with the decisions about mail (who, when,
  through what), the blacklisting and the dates.
- `addresses`: The addresses, oldest first.
- `payment_methods`: The saved payment methods, oldest first.
- `membership`: How the membership changed, oldest first, also of accounts that were merged in.
- `blacklist`: How the blacklisting changed, oldest first; the shop's.
- `balances`: The balances, one per point type.
- `holds`: The holds, by point type and number.
- `entries`: The entries of all journals with what was written about them, newest first, also of accounts that
  were merged in.
- `orders`: The orders with lines, payments and refunds, oldest first.
- `subscriptions`: The subscriptions, oldest first.
- `subscription_changes`: How they changed.
- `wishlist`: What the customer would like.
- `rewards`: The rewards, oldest first.
- `stamp_cards`: The stamp cards.
- `statuses`: The status systems of the program.
- `status_changes`: How the statuses changed.
- `gift_cards`: The gift cards that were issued to the customer, oldest first.
- `tickets`: The tickets, oldest first.
- `ticket_messages`: What was written in them, ticket by ticket.
- `merges`: The merges into this customer, oldest first.
- `approvals`: What was asked for above a limit and waited for approval; the shop's.
- `messages`: The messages that wait for the host; the shop's.
- `commands`: The commands that touched the customer, oldest first, also of accounts that were merged in; the
  shop's.
- `refused_commands`: The commands that were refused; the shop's.
"""


class Share(TypedDict):
    """What a part of an order has of what the order earned."""

    amount: Quantity
    """How much."""
    charge: NotRequired[Charge | None]
    """Shipping or tax."""
    line: NotRequired[Id | None]
    """The line's id."""

Shortfall: TypeAlias = Literal["refuse", "debt", "forgive"]
"""What happens when a reversed credit is spent already.

- `refuse`: The reversal is refused; but a refund of an order has happened, and owes what is missing.
- `debt`: What is missing becomes debt, even beyond the floor.
- `forgive`: What is missing is forgiven.
"""

Side: TypeAlias = Literal["survivor", "source"]
"""A side of a merge.

- `survivor`: The account that remains.
- `source`: The account that becomes part of it.
"""

Slug: TypeAlias = str
"""An id that the program gives: a letter, then letters, digits, `_` and `-`, all small, at most 32 characters."""

SpentPoints: TypeAlias = Literal["none", "own_lots", "own_lots_with_grace", "new_lot"]
"""What becomes of the points that paid for an order when it is refunded (rule O4).

- `none`: They stay spent.
- `own_lots`: They return to the lots they came from, as after a reversal.
- `own_lots_with_grace`: They return to their lots; those whose end has passed get days of grace.
- `new_lot`: They return as a new lot, which ends as the point type says.
"""


class StampCard(TypedDict):
    """A kind of stamp card."""

    id: Slug
    """The id."""
    type: Slug
    """The point type of its stamps, of the kind stamps; it has no other card."""
    size: int
    """How many stamps fill it, 1 to 1,000. A card that was begun under another size is finished under that."""
    reward: Slug
    """The reward for a full card."""
    completes: NotRequired[Completes]
    """Who turns a full card into its reward."""
    name: NotRequired[Line | None]
    """The name that people see; the id when absent."""
    slots: NotRequired[List[StampSlot]]
    """Rewards on the way."""


class StampCardCards(TypedDict):
    """The answer of `stamp_card.progress`."""

    customer: CustomerId
    """The customer."""
    cards: List[StampCardView]
    """The cards, as the program lists them."""


class StampCardCompleted(TypedDict):
    """The result of `stamp_card.complete`."""

    customer: CustomerId
    """The customer."""
    card: StampCardView
    """The card now."""


class StampCardView(TypedDict):
    """A stamp card of a customer."""

    card: Slug
    """The card."""
    name: str
    """The name that people see."""
    type: Slug
    """The point type of its stamps."""
    stamps: int
    """The stamps on it."""
    size: int
    """The stamps that fill it."""
    completed: int
    """How many cards were completed."""
    next: NextReward
    """The next reward on the card; of a full card, the one that waits."""
    beyond: NotRequired[int]
    """Stamps beyond a full card, which begin the next."""


class StampSlot(TypedDict):
    """A slot of a card that has a reward of its own."""

    stamp: int
    """The number of the stamp, from 1, before the last."""
    reward: Slug
    """The reward."""

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


class Status(TypedDict):
    """A status of a ladder."""

    id: Slug
    """The id, such as `gold`."""
    threshold: Quantity
    """The counter from which on a member has it; `"0"` for one that every member has."""
    name: NotRequired[Line | None]
    """The name that people see; the id when absent."""
    rewards: NotRequired[List[Slug]]
    """The rewards that a member is granted who rises to it, once for each period (rule Y6)."""

StatusAction: TypeAlias = Literal["assign", "change"]
"""What an agent can do to a status.

- `assign`: Give one.
- `change`: Give another.
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

StatusChangeKind: TypeAlias = Literal["assigned", "unlocked", "raised", "lowered", "mapped", "merged"]
"""What happened to a status.

- `assigned`: Set by hand.
- `unlocked`: The lock was taken off by hand.
- `raised`: The counter reached it.
- `lowered`: It was no longer kept.
- `mapped`: The program has another status in the place of the one before.
- `merged`: Another account was merged in, or parted again.
"""


class StatusChoice(TypedDict):
    """A status that there is."""

    id: Slug
    """The id."""
    name: str
    """The name."""
    threshold: Quantity
    """The counter from which on a member has it."""


class StatusLevel(TypedDict):
    """A status, and how far somebody is on the way to the next."""

    counter: Quantity
    """What has been counted: money, points, orders or visits, as the system says."""
    status: NotRequired[Slug | None]
    """The status, where there is one."""


class StatusList(TypedDict):
    """Where a customer stands."""

    customer: CustomerId
    """The customer."""
    statuses: List[StatusView]
    """Every status system of the program."""

StatusMapping = TypedDict("StatusMapping", {
    # The system that had it.
    "system": "Slug",
    # The status that went away.
    "from": "Slug",
    # The new status.
    "to": "Slug",
    # The system of the new status, where it is another one; a member who stands higher there already stays there.
    "to_system": NotRequired["Slug | None"],
})
"""What becomes of a status that is no longer in the program (rule Y7). It stays here for ever, since a
customer's record is mapped when it is next read.
"""


class StatusSystem(TypedDict):
    """A ladder of statuses with what is counted for it."""

    id: Slug
    """The id, such as `tier`."""
    counts: Counts
    """What is counted. Once customers have statuses it cannot change, and neither can the window: their counters are
    kept in them.
    """
    statuses: List[Status]
    """The statuses; their order comes from the thresholds."""
    falling: NotRequired[Falling]
    """How far a status falls."""
    grace_days: NotRequired[int]
    """Days that a status stays when it could fall, in which it can still be earned again; 0 none."""
    keep: NotRequired[Keep]
    """Until when a status is kept that was reached."""
    name: NotRequired[Line | None]
    """The name that people see; the id when absent."""
    window: NotRequired[Window]
    """Over which time it is counted."""


class StatusView(TypedDict):
    """Where a customer stands in a status system."""

    system: Slug
    """The system."""
    name: str
    """Its name."""
    counter: Quantity
    """What counts now."""
    version: int
    """The version, for `if_version`."""
    choices: List[StatusChoice]
    """The statuses of the system, the lowest first."""
    action: NotRequired[StatusAction | None]
    """What the button says to who may set a status here: `assign` where there is none, else `change`."""
    changes: NotRequired[List[PastStatusChange]]
    """The changes, newest first; only from `status.list`."""
    falls_at: NotRequired[Timestamp | None]
    """The end of the grace: the status falls then, unless it is earned again."""
    kept_until: NotRequired[Timestamp | None]
    """The end of the qualification period: until then the status is kept."""
    lock: NotRequired[Lock | None]
    """What an agent decided."""
    next: NotRequired[NextStatus | None]
    """The next status above, and what is missing for it."""
    since: NotRequired[Timestamp | None]
    """Since when."""
    status: NotRequired[StatusChoice | None]
    """The status; absent when there is none."""


class Stayed(TypedDict):
    """Something that is not as it was before the merge."""

    what: str
    """What."""
    why: WhyStayed
    """Why."""


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
    came_from: NotRequired[CustomerId | None]
    """The customer whose it was before a merge."""
    link: NotRequired[Line | None]
    """A link into the host's own page; staff only."""
    name: NotRequired[Line | None]
    """What is subscribed to, as people call it."""
    next_payment_at: NotRequired[Timestamp | None]
    """When the next payment is due."""


class Sum(TypedDict):
    """What rows have given and taken in one point type."""

    type: Slug
    """The point type."""
    given: Quantity
    """Given in all."""
    taken: Quantity
    """Taken in all."""

Tab: TypeAlias = Literal["profile", "membership", "email", "addresses", "payment_methods", "actions", "balances", "history", "orders", "subscriptions", "wishlist", "rewards", "stamps", "statuses", "gift_cards", "tickets", "merges", "audit"]
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
- `rewards`: The rewards, newest first.
- `stamps`: The stamp cards.
- `statuses`: The status systems of the program.
- `gift_cards`: The gift cards that were issued to the customer, newest first.
- `tickets`: The tickets, newest first.
- `merges`: The merges into this customer, newest first.
- `audit`: The commands that touched this customer, newest first.
"""


class Taken(TypedDict):
    """What a refund took back of what one rule gave, or gave back of what had been spent."""

    type: Slug
    """The point type."""
    amount: Quantity
    """How much."""
    entry: Ref
    """The entry that reverses."""
    forgiven: NotRequired[Quantity | None]
    """Of what was earned: what was spent already and is forgiven."""
    lapsed: NotRequired[Quantity | None]
    """Of what was earned: what had lapsed and so counts as taken."""
    rule: NotRequired[Slug | None]
    """The rule that gave it; absent for points that were spent on the order and return."""


class Template(TypedDict):
    """The template of one mail. Where the program has none, the library's own words are sent.

    `{{name}}` is a placeholder. Each mail has a closed list of them; what stands in their place is escaped in
    HTML and never read as a template again. All have `program`, `name` (the email where there is no name),
    `first_name`, `last_name` and `email`.
    """

    id: TemplateId
    """Which mail it is for."""
    subject: Line
    """The subject."""
    text: LongText
    """The mail as plain text."""
    html: NotRequired[LongText | None]
    """The mail as HTML, if it shall have that too."""
    locale: NotRequired[Line | None]
    """For customers of this locale, such as `de-AT`, or of this language, such as `de`; for everybody else when
    absent.
    """

TemplateId: TypeAlias = Literal["ticket_created", "ticket_reply", "password_generated", "password_link"]
"""The mails that the library queues, each with the placeholders it has besides those of all.

- `ticket_created`: A ticket was created: `ticket`, `subject`, `text`.
- `ticket_reply`: The shop has written in a ticket: `ticket`, `subject`, `text`.
- `password_generated`: A password was generated: `password`, `minutes`; it must show the password.
- `password_link`: A link to choose a password: `link`, `token`, `minutes`; it must show the link or the
  token.
"""

Text: TypeAlias = str
"""A longer text: 1–2,000 characters, trimmed, line breaks allowed, none that turn the direction of text, Unicode
NFC.
"""

TicketMessageView = TypedDict("TicketMessageView", {
    # Its number in the ticket, from 1.
    "number": "int",
    # Who has written it.
    "from": "Author",
    # When.
    "at": "Timestamp",
    # The text, as it was written: escape it before you show it as HTML.
    "text": "LongText",
    # The actor who recorded it; customers see none but themselves.
    "author": NotRequired["str | None"],
    # An internal note, which no customer sees.
    "internal": NotRequired["bool"],
})
"""Something that was written in a ticket, as answers show it."""


class TicketPage(TypedDict):
    """A page of tickets."""

    tickets: List[TicketView]
    """The tickets, newest first."""
    next: NotRequired[Ref | None]
    """Where to go on; absent on the last page."""


class TicketSaved(TypedDict):
    """The receipt of what changes a ticket. It repeats no text, so that none stands in the log."""

    customer: CustomerId
    """The customer."""
    ticket: Ref
    """The ticket's id."""
    state: TicketState
    """Where it stands."""
    version: int
    """Its version now."""
    emailed: bool
    """Whether a mail to the customer was queued; not where they have no email."""

TicketState: TypeAlias = Literal["open", "closed"]
"""Where a ticket stands.

- `open`: Somebody still has to do something.
- `closed`: It is done.
"""


class TicketThread(TypedDict):
    """A ticket with a page of its thread."""

    ticket: TicketView
    """The ticket."""
    messages: List[TicketMessageView]
    """What is written in it, oldest first."""
    next: NotRequired[int | None]
    """Where to go on; absent on the last page."""


class TicketView(TypedDict):
    """A ticket as answers show it."""

    customer: CustomerId
    """The customer."""
    ticket: Ref
    """The ticket's id, the same for ever."""
    state: TicketState
    """Where it stands."""
    subject: Line
    """What it is about."""
    opened_at: Timestamp
    """When it was created."""
    updated_at: Timestamp
    """When a message was last written, or it was closed or reopened."""
    last_from: Author
    """Who has written last: where it is the customer, the shop's turn has come."""
    messages: int
    """How many messages there are, notes apart."""
    version: int
    """The version of the ticket, for `if_version`."""
    came_from: NotRequired[CustomerId | None]
    """The customer whose it was before a merge."""
    closed_at: NotRequired[Timestamp | None]
    """When it was closed."""
    link: NotRequired[Line | None]
    """A link into the host's own page; staff only."""
    notes: NotRequired[int | None]
    """How many internal notes there are; staff only."""

Timestamp: TypeAlias = str
"""An instant: microseconds since 1970-01-01T00:00:00Z, between the years 1900 and 9999. On the wire RFC 3339 in
UTC.
"""

Token: TypeAlias = str
"""The payment provider's word for a payment method: 1–200 characters that are not a card number."""

Weekday: TypeAlias = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
"""A day of the week."""

Why: TypeAlias = Literal["chosen", "same", "other_empty", "survivor", "survivor_always", "taken"]
"""Why a side wins.

- `chosen`: It was chosen.
- `same`: Both are the same.
- `other_empty`: The other side is empty.
- `survivor`: Both have a value: the survivor's stays.
- `survivor_always`: Group, locale and link are the survivor's, also where it has none.
- `taken`: Somebody else has the source's email.
"""

WhyStayed: TypeAlias = Literal["edited", "taken", "blacklisted", "earned", "captured", "came_back"]
"""Why something stayed.

- `edited`: It was edited since.
- `taken`: Somebody else has the email by now; it is empty.
- `blacklisted`: A blacklisting stays on both.
- `earned`: It has earned for the survivor.
- `captured`: What a hold had set aside was captured of the survivor meanwhile: a refund of the source's order
  does not bring it back.
- `came_back`: What an entry of the source had spent came back meanwhile, to the survivor.
"""


class WindowLifetime(TypedDict):
    """All of it."""

    over: Literal["lifetime"]


class WindowCalendarYear(TypedDict):
    """The calendar year, in the program's zone."""

    over: Literal["calendar_year"]


class WindowRolling(TypedDict):
    """The last days or months: the window ends now and leaves out its first instant."""

    over: Literal["rolling"]
    period: Period
    """The unit of `count`."""
    count: int
    """How many, 1 to 36,500."""

Window: TypeAlias = Union[WindowLifetime, WindowCalendarYear, WindowRolling]
"""Over which time is counted (rule Y1)."""


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
    redirected_to: NotRequired[CustomerId | None]
    """The customer whom the request named was merged into this one, for whom it was run (rule G8)."""
    replayed: NotRequired[bool]
    """This is the receipt of an earlier request with the same idempotency key; nothing was written now (rule L10)."""
    rewards: NotRequired[List[RewardView]]
    """The rewards that followed by themselves: of stamp cards and statuses."""

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

        Rules K4, K5, Y2, Y4, W3.

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

    def export_csv(
        self,
        *,
        columns: List[FileColumn] | None | Unset = UNSET,
        cursor: str | None | Unset = UNSET,
        descending: bool | None | Unset = UNSET,
        filter: Condition | None | Unset = UNSET,
        guests: bool | None = None,
        limit: int | None | Unset = UNSET,
        search: str | None | Unset = UNSET,
        sort: Field | None | Unset = UNSET,
    ) -> CustomerExported:
        """Exports the customers of `customer.list` as CSV, page by page: the same filter, search and order, with the
        columns you choose.

        The pages put together, as they are, are one file by RFC 4180 in UTF-8: the first begins with the header, and
        further ones go on with the `next` of the one before as `cursor`. A row that does not change meanwhile is
        neither skipped nor there twice. A cell that a spreadsheet would take for a formula has an apostrophe in
        front, which `customer.import_csv` takes off again.

        The columns are named by their words, which the preset `loyalty` of `customer.import_csv` knows: what it reads
        of them gives the same customers again. Those of a status are there where the program has one status system.
        Of several addresses it is the default for parcels, else that for invoices, else the oldest.

        Errors: `invalid_request` at the place in the filter, the search, the columns, the cursor or the limit that
        does not fit.

        Rules K7, K6.

        :param columns: The columns, each named once; those of `customer.list` when absent.
        :param cursor: Where to go on: `next` of the page before.
        :param descending: Largest, last or newest first. When absent: false with `sort`, true without.
        :param filter: Which customers, as in `customer.list`; all when absent.
        :param guests: Whether guests are exported too.
        :param limit: Rows on the page, 1 to 500; 500 when absent.
        :param search: At most 10 words, 200 characters.
        :param sort: The field to sort by. When absent, the newest come first.
        """
        answer: CustomerExported = self._caller.call(
            "customer.export_csv",
            {"columns": columns, "cursor": cursor, "descending": descending, "filter": filter, "limit": limit, "search": search, "sort": sort},
            {"guests": guests},
            {},
        )
        return answer

    def import_csv(
        self,
        *,
        batch: Id,
        csv: str,
        after: ImportNext | None | Unset = UNSET,
        clear_blanks: bool | None = None,
        columns: Mapping[str, FileColumn] | None = None,
        dates: DateOrder | None = None,
        enroll: Enrolling | None = None,
        existing: Existing | None = None,
        grant: bool | None = None,
        id_prefix: Line | None | Unset = UNSET,
        last: bool | None = None,
        preset: Preset | None | Unset = UNSET,
        trigger_rewards: bool | None = None,
        values: Mapping[str, Dict[str, str]] | None = None,
        preview: bool = False,
    ) -> CustomerImported:
        """Imports customers from CSV: each row is a customer with address, preferences and membership, in one commit or
        not at all.

        Cut the file anywhere. Send the first piece without `after`, each further one with the `next` of the answer
        before it, and `last` with the last one; a file that fits one request is one piece with `last`. First all
        pieces with `preview`: the dry run runs the same commands and commits none of them. Rows that are wrong are
        listed by row, column and value, and hinder no others.

        The pieces of a dry run do not see each other: a customer who stands in two of them is found by the real run
        only.

        `preset` says which columns of a known platform's file are what, and `columns` does so for any other: `{"Their
        name": "last_name"}`, or null for one that is left out. The first answer shows what each column is read as.
        Points and passwords are never imported.

        The id is that of the file; where it has none, it is made from `id_prefix` and the row, or from the email,
        under the host's secret. A customer is there already when the id is, or the email, compared without case:
        `existing` says what happens then. An update leaves alone what the row leaves empty, and neither brings back
        an opt-in that was withdrawn nor a member who has left.

        A row with a status sets it as `status.assign` does: locked, of a member, and until an end that has not
        passed. The lock ends with the day that `status_valid_through` names, or at the instant. Where the program has
        several systems, `status_system` says which. An empty cell leaves the status alone, and so does one that says
        what is so already.

        Run again with the same batch and the same file, also after a crash in the middle, it does no row twice; a row
        that is another one then is an error. The group needs the right `customer.assign_group` too, joining
        `membership.enroll`, and so on for each change of membership, the blacklist `blacklist.set`, and setting a
        status `status.assign`.

        Errors: `invalid_request` for a file as a whole that is not well-formed, or a mapping that does not fit it.

        Rules K8, K3, Y6, O8, B2.

        :param batch: Your id for this import, at most 40 characters.
        :param csv: The piece of the file: text, at most what a request holds, with at most 10,000 rows.
        :param after: The `next` of the answer before; without it the file begins.
        :param clear_blanks: Whether an empty cell empties the field of a customer who is updated. Usually it leaves
          it alone.
        :param columns: What columns are read as, by their names in the file; null leaves one out. Goes before the
          preset.
        :param dates: In which order the numbers of dates stand; `ymd` when absent.
        :param enroll: Who joins the program; as the file says when absent.
        :param existing: What happens with a row whose customer is there already; `refuse` when absent.
        :param grant: Whether who joins gets the bonus for new members and the rewards of a status that they reach
          thereby. Usually they get nothing, now or later: they had theirs where they come from.
        :param id_prefix: Ids are this and the number of the row, where the file has none.
        :param last: Whether the file ends with this piece.
        :param preset: The format of the file.
        :param trigger_rewards: Whether the rewards of a status that a row sets are granted, as on rising to it.
        :param values: What words in a column mean, by the column's name in the file: `{"Club": {"gold card":
          "yes"}}`. An empty text means an empty cell.
        :param preview: Run without committing.
        """
        answer: CustomerImported = self._caller.call(
            "customer.import_csv",
            {"batch": batch, "csv": csv, "after": after, "id_prefix": id_prefix, "preset": preset},
            {"clear_blanks": clear_blanks, "columns": columns, "dates": dates, "enroll": enroll, "existing": existing, "grant": grant, "last": last, "trigger_rewards": trigger_rewards, "values": values},
            {"preview": preview},
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

    def delete(
        self,
        *,
        customer: CustomerId,
        erasure: bool | None = None,
        reason: Line | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[CustomerDeleted]:
        """Erases a customer for good: everything personal disappears from every record, index, message, comment and log,
        also of the accounts that were merged into theirs. Amounts stay under the same opaque id, so that the books
        still balance and `journal.verify` finds them sound. It cannot be undone.

        Erased are profile, addresses, payment methods, mail preferences, wishlist, subscriptions, statuses, messages
        that wait, what was written about entries, orders, rewards and merges, the receipts and idempotency keys of
        all commands, and the texts of gift cards, also of those that others sent to the person's email. The cards go
        on paying for whoever holds them, and rewards that waited are removed. What was begun is settled: captures,
        releases, reversals and refunds that come later touch the ledger alone. An email that was blacklisted stays
        blocked, as a hash under the host's secret. Merges can no longer be undone. The id is never given again;
        choose ids that are not personal themselves, for they stay.

        A customer with much history does not fit into one commit: then `complete` is false, and the rest goes with
        further calls, without the same idempotency key, or with `maintenance.run`. The person's profile is gone with
        the first; only the emails are known until the last, to find what others sent to them.

        An account on hold is refused; with `erasure`, because the person demands it, it is reactivated and deleted in
        one.

        Errors: `not_found`; `invalid_transition` when on hold, merged or deleted; `version_conflict` for another
        version of the membership; `invalid_request` when an email must stay blocked and the host has configured no
        secret.

        Rules K11, M1, M3, G9.

        :param customer: The customer.
        :param erasure: The person demands it, also of an account on hold.
        :param reason: Why; staff only. It is kept: do not name the person.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[CustomerDeleted] = self._caller.call(
            "customer.delete",
            {"customer": customer, "reason": reason},
            {"erasure": erasure},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def export_data(
        self,
        *,
        customer: CustomerId,
        cursor: str | None | Unset = UNSET,
        limit: int | None | Unset = UNSET,
        section: Section | None | Unset = UNSET,
    ) -> CustomerExportedData:
        """Answers everything that is known about a customer, in one readable JSON document, section by section: also
        what was merged into the account, who decided about which mail when and through what, and every command that
        touched it.

        Nothing is cut off silently. A section with more rows than `limit` stands in `more` with a cursor: ask for
        that `section` with that `cursor` until it is there no more. Sections of which the actor lacks the right stand
        in `withheld`.

        The shop's people get internal notes and reasons too, for they are data about the person: look through them
        before you hand the document out. Customers who export their own see neither those nor the shop's people, nor
        its blacklist, its messages and its log. Of an erased customer it answers what is left.

        Errors: `not_found`; `invalid_request` for the limit, and for a cursor without its section.

        Rules K12, K4, E1, W3.

        :param customer: The customer.
        :param cursor: Where the section goes on: from `more`.
        :param limit: Rows of each section, 1 to 500; 500 when absent.
        :param section: One section; all when absent.
        """
        answer: CustomerExportedData = self._caller.call(
            "customer.export_data",
            {"customer": customer, "cursor": cursor, "limit": limit, "section": section},
            {},
            {},
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
        email that another blacklisted customer has too stays blocked, and of somebody who was erased since it frees
        what they still block. On again renews the reason, with who gave it and when, and nothing else. Every change
        is kept with who, when and why.

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
        referred_by: CustomerId | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[MembershipChanged]:
        """A customer joins the program: all member functions work from now on.

        Possible for guests, registered customers, those who left or were removed, and (as a fresh member with empty
        ledgers) for merged ones.

        The first time, say who has referred them: the program may give a bonus to the one or the other, now or with
        their first order. The shop says it, not the customer.

        Errors: `invalid_transition`; `already_exists` when another customer has taken the email meanwhile;
        `invalid_request` for who would refer themselves; `not_eligible` for a referrer who is no member, and when the
        customer was a member before; `not_found`.

        Rules M0, M1, M3, O8.

        :param customer: The customer.
        :param comment: A comment; the customer reads it.
        :param reason: Why; staff only.
        :param referred_by: Who has referred them, a member.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[MembershipChanged] = self._caller.call(
            "membership.enroll",
            {"customer": customer, "comment": comment, "reason": reason, "referred_by": referred_by},
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

class MergeOperations:
    """The operations of `merge`."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def apply(
        self,
        *,
        survivor: CustomerId,
        source: CustomerId,
        comment: Text | None | Unset = UNSET,
        from_source: List[ProfileField] | None = None,
        from_survivor: List[ProfileField] | None = None,
        reason: Line | None | Unset = UNSET,
        trigger_rewards: bool | None = None,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[Merged]:
        """Merges one account into another: `source` becomes part of `survivor`, and its id leads there from then on.

        Show a preview first: its receipt has every field of both profiles side by side with the winner and why,
        decisions about mail and statuses, the entries that move the value, and the balances afterwards; apply with
        its `plan`, and exactly that is done or refused. The survivor's filled fields win and its blanks are filled,
        unless `from_survivor` or `from_source` choose otherwise; group, locale and link stay the survivor's. Points
        move with their ends and holds; what the source had recorded moves too. An opt-out from mail wins on each
        list, and so does a blacklisting. `merge.undo` takes it back.

        Errors: `not_found`; `invalid_request` for a merge with oneself, or a field chosen twice; `invalid_transition`
        when the source is merged, deleted or on hold; `not_eligible` when the survivor is not enrolled, and when
        neither is in a state for it: then it says so of both; `already_exists` when somebody else has the email that
        was chosen; `forbidden` to change the group without the right `customer.assign_group`; `limit_exceeded` beyond
        100 accounts in one.

        Rules G1, G2, G3, G4, G5, G6, G7, G8, G10.

        :param survivor: The customer who remains; enrolled.
        :param source: The customer who becomes part of the survivor.
        :param comment: A comment; the customer reads it.
        :param from_source: Fields of the profile that are the source's, also where it has none.
        :param from_survivor: Fields of the profile that are the survivor's, also where it has none.
        :param reason: Why; staff only.
        :param trigger_rewards: Whether a status that the survivor reaches by it grants its rewards.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[Merged] = self._caller.call(
            "merge.apply",
            {"survivor": survivor, "source": source, "comment": comment, "reason": reason},
            {"from_source": from_source, "from_survivor": from_survivor, "trigger_rewards": trigger_rewards},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def undo(
        self,
        *,
        survivor: CustomerId,
        source: CustomerId,
        comment: Text | None | Unset = UNSET,
        reason: Line | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[MergeUndone]:
        """Takes the newest merge into a survivor back: the source is its own account again, in the state in which it
        was.

        It gets back what it brought and the survivor has not spent, and what was added to the survivor's records goes
        from them. Fields that the merge changed are as before, unless they were edited since. The receipt names what
        stayed and why. After a merge the older ones can be undone, one by one.

        Errors: `not_found` without such a merge; `not_eligible` when a newer merge must be undone first, when it was
        undone already or the source was enrolled afresh, and while the survivor is merged, deleted or on hold.

        Rules G9, M0.

        :param survivor: The customer into whom was merged.
        :param source: The customer who was merged.
        :param comment: A comment; the customer reads it.
        :param reason: Why; staff only.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[MergeUndone] = self._caller.call(
            "merge.undo",
            {"survivor": survivor, "source": source, "comment": comment, "reason": reason},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def history(
        self,
        *,
        customer: CustomerId,
    ) -> MergeHistory:
        """The merges into a customer, newest first, at most 500: who was merged, when, by whom and why, what was added,
        and whether it was undone.

        Errors: `not_found`.

        Rules G6, G9.

        :param customer: The customer.
        """
        answer: MergeHistory = self._caller.call(
            "merge.history",
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
          account's last debit, lapse, reinstatement, transfer or reversal of a debit.
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

    def redate(
        self,
        *,
        customer: CustomerId,
        type: Slug,
        by_policy: bool | None = None,
        comment: Text | None | Unset = UNSET,
        ending_after: Timestamp | None | Unset = UNSET,
        ending_before: Timestamp | None | Unset = UNSET,
        entry: Ref | None | Unset = UNSET,
        expires_after_days: int | None | Unset = UNSET,
        expires_at: Timestamp | None | Unset = UNSET,
        never_expires: bool | None = None,
        note: Text | None | Unset = UNSET,
        reason: Line | None | Unset = UNSET,
        valid_through: Date | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[PointsRedated]:
        """Gives points that are there another end: all of a point type, or those of one credit, or those that end in a
        span of time.

        Nothing but ends changes. A changed program moves no existing date by itself: with `by_policy` an operator
        lets its policy of now count for what is there, from each credit's own date. Points that are pending stay so,
        and so do those that a hold has set aside. An end that has passed is refused, since no points are taken by
        this; choose other lots then. Where points begin to follow the account's date, and it has none to come, its
        time begins now. At most 500 lots at once. The entry names each lot twice: taken with its old end, put back
        with its new one. Ask with `preview: true` to see which lots get which ends, and confirm with its `plan`;
        `points.reverse` gives the old ends back.

        Errors: `invalid_request` unless exactly one new end is given, and for one that has passed or that comes
        before the points are active; `not_eligible` where no points get another end, or the membership state does not
        allow it; `limit_exceeded` for more than 500 lots, or beyond what the actor's roles may move; `not_found`;
        `version_conflict` when `if_version` is not the account's version.

        Rules L4, L5, P1.

        :param customer: The customer.
        :param type: The point type.
        :param by_policy: They end as the program's policy says now, counted from their own credit.
        :param comment: What the customer reads.
        :param ending_after: Only points that end after this moment, or never.
        :param ending_before: Only points that end before this moment.
        :param entry: Only points of the credit that this entry made; of a merge, all that came with it.
        :param expires_after_days: They end so many days after the local date of their own credit, 1 to 36,500.
        :param expires_at: The instant at which they end.
        :param never_expires: They never end.
        :param note: An internal note; staff only.
        :param reason: Why; staff only. The program may require it, as for an adjustment.
        :param valid_through: The last local day on which they count.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[PointsRedated] = self._caller.call(
            "points.redate",
            {"customer": customer, "type": type, "comment": comment, "ending_after": ending_after, "ending_before": ending_before, "entry": entry, "expires_after_days": expires_after_days, "expires_at": expires_at, "note": note, "reason": reason, "valid_through": valid_through},
            {"by_policy": by_policy, "never_expires": never_expires},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def reinstate(
        self,
        *,
        customer: CustomerId,
        type: Slug,
        amount: Quantity | None | Unset = UNSET,
        comment: Text | None | Unset = UNSET,
        entry: Ref | None | Unset = UNSET,
        expires_after_days: int | None | Unset = UNSET,
        expires_at: Timestamp | None | Unset = UNSET,
        never_expires: bool | None = None,
        note: Text | None | Unset = UNSET,
        reason: Line | None | Unset = UNSET,
        valid_through: Date | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[PointsReinstated]:
        """Brings back points that have lapsed not long ago: within the `reinstatement_days` of the point type.

        All of them, or those of one credit, or an amount: what lapsed last comes back first. They get a new end,
        given here or as the point type says, counted from now; at most one of the four expiry arguments may stand.
        What is owed is repaid first. The days of the window are local days, counted as those of an expiry: what
        lapsed on day D can be brought back until the first instant of day D + N. At most 500 lots at once.

        Only what lapsed by itself comes back, not what a member who left has forfeited, nor what a reversal has
        counted as taken. After a merge, what had lapsed before it in the account that was merged stays there; after
        the undo of one, what lapsed between.

        It counts for the actor's limits. Less has expired by it, so that the balance is what the totals say; no debit
        may be dated back to before it. It cannot be reversed: ask with `preview: true` first and confirm with its
        `plan`, and take what came back by mistake with `points.adjust`.

        Errors: `not_eligible` where the point type has no window, nothing lapsed in it, or the membership state does
        not allow it; `already_used`, with what there is, for an amount beyond that; `invalid_request` for more than
        one end, or one that has passed; `limit_exceeded` beyond what the actor's roles may give, or for more than 500
        lots; `not_found`; `version_conflict` when `if_version` is not the account's version.

        Rules L5, L7, P1.

        :param customer: The customer.
        :param type: The point type.
        :param amount: How much, more than zero; all when absent.
        :param comment: What the customer reads.
        :param entry: Only points of the credit that this entry made; of a merge, all that came with it.
        :param expires_after_days: They end so many days after the local date of now, 1 to 36,500.
        :param expires_at: The instant at which they end.
        :param never_expires: They never end.
        :param note: An internal note; staff only.
        :param reason: Why; staff only. The program may require it, as for an adjustment.
        :param valid_through: The last local day on which they count.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[PointsReinstated] = self._caller.call(
            "points.reinstate",
            {"customer": customer, "type": type, "amount": amount, "comment": comment, "entry": entry, "expires_after_days": expires_after_days, "expires_at": expires_at, "note": note, "reason": reason, "valid_through": valid_through},
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
        as_recorded_at: Timestamp | None | Unset = UNSET,
        type: Slug | None | Unset = UNSET,
    ) -> PointsBalances:
        """The balances of a customer: what can be spent, what is pending, held and owed, and the lifetime totals.

        What is past its end never counts, whether or not the sweep has run. With `as_of` the answer also has the
        totals as they were at that moment, by the times at which entries took effect; with `as_recorded_at` beside
        it, as they stood in the books at that later moment: what was recorded since does not count, even where it was
        dated back. What time alone had done by then counts, whether or not it was swept.

        Rules L4, L6, L7, L12.

        :param customer: The customer.
        :param as_of: A moment that has passed.
        :param as_recorded_at: The totals of `as_of` as the books had them at this moment: not before `as_of`, nor in
          the future.
        :param type: One point type; all when absent.
        """
        answer: PointsBalances = self._caller.call(
            "points.balance",
            {"customer": customer, "as_of": as_of, "as_recorded_at": as_recorded_at, "type": type},
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
        it drew on, and by what is left of its own lot. What an order earned is explained by its lines, down to the
        unit. What came by a merge or from another customer is explained by the entry that brought it, whose
        `counterpart` leads on; a customer is not led to another.

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
        amount: Quantity | None | Unset = UNSET,
        order: Id | None | Unset = UNSET,
        parts: List[HoldPart] | None = None,
        seconds: int | None | Unset = UNSET,
        type: Slug | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[PointsHeld]:
        """Sets points aside for a checkout in progress, or all parts of a mixed payment at once: points of several types
        and at most one gift card.

        The lots are earmarked: nobody else can spend them and they do not lapse while held. Capture the hold when the
        checkout succeeds, release it when it fails; what is neither captured nor released comes back by itself when
        the time is over. Of a mixed payment every part is a hold of its own, and all are set aside or none.

        Errors: `insufficient_balance`; `not_eligible` where the membership state does not allow spending; for a gift
        card also `blocked`, `expired`, `invalid_transition`, `not_found` and, for a code with a typing error,
        `invalid_request`.

        Rules L8, R7.

        :param customer: The customer.
        :param amount: How much, more than zero.
        :param order: The order for which it is.
        :param parts: The parts of a mixed payment, at most 20, instead of `type` and `amount`.
        :param seconds: How long, in seconds, 1 to 31,536,000; the program's `hold_seconds` when absent.
        :param type: The point type.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[PointsHeld] = self._caller.call(
            "points.hold",
            {"customer": customer, "amount": amount, "order": order, "seconds": seconds, "type": type},
            {"parts": parts},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def capture(
        self,
        *,
        customer: CustomerId,
        amount: Quantity | None | Unset = UNSET,
        comment: Text | None | Unset = UNSET,
        hold: Ref | None | Unset = UNSET,
        holds: List[Ref] | None = None,
        order: Id | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[PointsCaptured]:
        """Spends what a hold has set aside, all of it or a part. What is not captured stays held until it is released or
        the time is over. Of a mixed payment several holds are captured at once, all or none.

        Errors: `already_used` when less is left in the hold; `not_found`; `not_eligible` while the account is on
        hold; for a gift card also `blocked` and `invalid_transition`.

        Rules L8, M2, R7.

        :param customer: The customer.
        :param amount: How much; all that is left when absent.
        :param comment: What the customer reads.
        :param hold: The hold's id.
        :param holds: Several holds, at most 20, each with all that is left, instead of `hold` and `amount`.
        :param order: The order on which it is spent; the hold's when absent.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[PointsCaptured] = self._caller.call(
            "points.capture",
            {"customer": customer, "amount": amount, "comment": comment, "hold": hold, "order": order},
            {"holds": holds},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def release(
        self,
        *,
        customer: CustomerId,
        amount: Quantity | None | Unset = UNSET,
        hold: Ref | None | Unset = UNSET,
        holds: List[Ref] | None = None,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[PointsHeld]:
        """Gives back what a hold has set aside, all of it or a part. A lot whose end has passed meanwhile lapses at this
        instant. Of a mixed payment several holds are released at once.

        Works in every live state, on an account on hold and on a blocked gift card too: what was begun is settled.

        Errors: `already_used` when less is left in the hold; `not_found`.

        Rules L8, M2, R7.

        :param customer: The customer.
        :param amount: How much; all that is left when absent.
        :param hold: The hold's id.
        :param holds: Several holds, at most 20, each with all that is left, instead of `hold` and `amount`.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[PointsHeld] = self._caller.call(
            "points.release",
            {"customer": customer, "amount": amount, "hold": hold},
            {"holds": holds},
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
        """Takes an earning, adjustment, redemption, capture or transfer back, once, or in parts up to its amount; or a
        re-dating, once and as a whole.

        A reversed debit puts back the very lots it took, with their ends; a lot whose end has passed gets the point
        type's days of grace or lapses at once. A reversed credit takes its own lot first (what of it has lapsed
        counts as taken), then others, then as the point type's `reversal_shortfall` says. A reversed re-dating gives
        what is still there of its lots their old ends back, passed ones as for a debit; what is not there any more
        stays as it is, and the answer says how much.

        A transfer is named by the entry of who gave. It is taken from who received it, as a credit is, and its lots
        go back to the giver, as those of a debit do; in one commit, whoever has the two accounts by now.

        Errors: `already_used` when less is left to reverse; `not_eligible` for an entry that cannot be reversed;
        `insufficient_balance` when a spent credit is reversed and the point type says `refuse`; `not_found`.

        Rules L5, L9, L13, M2, P1.

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

    def transfer(
        self,
        *,
        customer: CustomerId,
        recipient: CustomerId,
        type: Slug,
        amount: Quantity,
        comment: Text | None | Unset = UNSET,
        note: Text | None | Unset = UNSET,
        order: Id | None | Unset = UNSET,
        reason: Line | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[PointsTransferred]:
        """Gives points of one customer to another, where the program lets the point type be transferred: its
        `transferable`.

        The lots that end first go first, and keep their dates: one that follows the giver's account keeps the date
        that the account has now. What the recipient owes is repaid first. Both journals have an entry, in one commit;
        neither counts as earned or spent. `points.reverse` takes it back, by the entry of who gave.

        Agents and systems need a reason where the program requires one for adjustments, and reason, note and comment
        stand in both journals. A customer who may transfer (the program's `customer_rights`) gives no reason and no
        note; their comment stands in their own journal alone, and neither of the two sees who the other is, or what
        they have: whoever cannot receive it is refused in the same words. An agent who acts as a customer cannot:
        their own limits count.

        Errors: `insufficient_balance`, with what is available, pending and held; `not_eligible` where the point type
        cannot be transferred, or the membership state of either does not allow it; `not_found`; `invalid_request` for
        oneself; `limit_exceeded` beyond what the actor's roles may move; `version_conflict` when `if_version` is not
        the version of the giver's account.

        Rules L13, L3, L7, M2, P1, W3.

        :param customer: The customer who gives.
        :param recipient: The customer who receives.
        :param type: The point type.
        :param amount: How much, more than zero.
        :param comment: What the customers read.
        :param note: An internal note; staff only.
        :param order: The order of the giver that it is about; only their own entry names it.
        :param reason: Why; staff only. The program may require it.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[PointsTransferred] = self._caller.call(
            "points.transfer",
            {"customer": customer, "recipient": recipient, "type": type, "amount": amount, "comment": comment, "note": note, "order": order, "reason": reason},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

class BulkOperations:
    """The operations of `bulk`."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def adjust(
        self,
        *,
        batch: Id,
        csv: str,
        after: Next | None | Unset = UNSET,
        comment: Text | None | Unset = UNSET,
        digest: Id | None | Unset = UNSET,
        expected: Quantity | None | Unset = UNSET,
        file_plan: Id | None | Unset = UNSET,
        format: Format | None = None,
        last: bool | None = None,
        mode: Mode | None | Unset = UNSET,
        policy: Policy | None = None,
        reason: Line | None | Unset = UNSET,
        type: Slug | None | Unset = UNSET,
        preview: bool = False,
    ) -> BulkAdjusted:
        """Adjusts the points of many customers as a CSV file says, sent piece by piece.

        Cut the file anywhere. Send the first piece without `after`, each further one with the `next` of the answer
        before it, and `last` with the last one; a file that fits one request is one piece with `last`. First all
        pieces with `preview`: that is the dry run, it tells all errors and totals and, with the last piece, the
        `file_plan`. Then all pieces again without `preview` and with that `file_plan`: that is the real run. A file
        that is another than that of the plan is refused at its end, or before the first row that differs if each
        piece states the `digest` that the dry run gave for it.

        Each row is done as `points.adjust` does it, or is refused by itself: `errors` name row, column and what is
        wrong. With the policy `all_or_nothing` a dry run with errors gives no plan, and when a row is refused in the
        real run all the same, all that was done is reversed as `bulk.reverse` does it; `errors` names what cannot be,
        and the batch stays `failed`. Send any piece of it again, or call `bulk.reverse`, and it goes on with that.
        Only who has begun such a batch may go on with it, or who may `bulk.reverse`.

        The batch's id and the row make each row happen once: send the file again after a crash, and what was done
        answers as done. The same id with another file is refused; the same file under another id is another batch. A
        row of a merged customer reaches the survivor.

        The pieces of a dry run do not see each other: where a customer stands in several of them, or a limit counts
        by the day, the real run can refuse what the dry run let pass. A row above a limit of the actor's roles is
        refused, also where the role asks for approval: do it by hand, with `points.adjust`.

        Errors: `invalid_request` for a file that cannot be read, such as one in another encoding or without a column
        that must be there, or a plan of another file; `idempotency_conflict` for a batch of another file;
        `limit_exceeded` for a piece with too many rows.

        Rules B1, B2, L2, P1, P2.

        :param batch: The batch's id, by which its rows are done once and it can be reversed.
        :param csv: The piece of the file: text, at most what a request holds, with at most 10,000 rows.
        :param after: The `next` of the answer before; without it the file begins.
        :param comment: The comment of rows that do not say it; "Manual adjustments" when absent.
        :param digest: The `digest` that the dry run gave for this piece: then no row of it is done if the file
          differs up to here.
        :param expected: With `set`: the balance that is expected of rows that do not say it.
        :param file_plan: The `file_plan` of the dry run; the real run needs it.
        :param format: Whose columns the file has; our own when absent.
        :param last: Whether the file ends with this piece.
        :param mode: Whether amounts are added or are what balances shall be; what the format says when absent, and
          for ours `add`.
        :param policy: What becomes of the others when a row is refused; they stay done when absent.
        :param reason: The reason of rows that do not say it.
        :param type: The point type of rows that do not say it.
        :param preview: Run without committing.
        """
        answer: BulkAdjusted = self._caller.call(
            "bulk.adjust",
            {"batch": batch, "csv": csv, "after": after, "comment": comment, "digest": digest, "expected": expected, "file_plan": file_plan, "mode": mode, "reason": reason, "type": type},
            {"format": format, "last": last, "policy": policy},
            {"preview": preview},
        )
        return answer

    def reverse(
        self,
        *,
        batch: Id,
        after: int | None | Unset = UNSET,
        comment: Text | None | Unset = UNSET,
        limit: int | None | Unset = UNSET,
        reason: Line | None | Unset = UNSET,
        preview: bool = False,
    ) -> BulkUndone:
        """Takes back what a batch has done, row by row, as `points.reverse` does it.

        Call it with the `next` of the answer before as `after` until there is none. A row that cannot be reversed,
        because its points are spent and the point type refuses that, is named in `errors` and stays; from the
        beginning again, it is tried again, and no row is reversed twice. What was reversed by hand counts as
        reversed. From the first call on no more rows can be done in the batch; once all are taken back, it is
        `reversed`.

        Errors: `not_found`.

        Rules B1, L9, P1.

        :param batch: The batch.
        :param after: The `next` of the answer before; from the first row when absent.
        :param comment: What the customer reads.
        :param limit: How many rows to look at at most, 1 to 10,000; 1,000 when absent.
        :param reason: Why; staff only.
        :param preview: Run without committing.
        """
        answer: BulkUndone = self._caller.call(
            "bulk.reverse",
            {"batch": batch, "after": after, "comment": comment, "limit": limit, "reason": reason},
            {},
            {"preview": preview},
        )
        return answer

    def get(
        self,
        *,
        batch: Id,
    ) -> BulkBatchView:
        """A batch: how far it has come, who began it and when, what it gave and took.

        What is counted is counted with each row: it is right after a crash, too, and while the batch runs.

        Errors: `not_found`.

        Rule B1.

        :param batch: The batch.
        """
        answer: BulkBatchView = self._caller.call(
            "bulk.get",
            {"batch": batch},
            {},
            {},
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
        """Does all work that is due by time: lots that lapse, on gift cards too, pending points that become active,
        holds that time out, status periods, grace and locks that end, bonuses for birthdays. It also goes on with
        erasures that were too large for one commit.

        Call it now and then, in bounded batches, until `more` is false. Its cost follows what is due, not the
        customers; running it twice, late or from two processes changes nothing. Answers about one customer never
        depend on it; lists, reports and views do.

        Rules L6, O8, K11.

        :param limit: How many customers and gift cards to settle at most, 1 to 10,000; 1,000 when absent.
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

    def quote(
        self,
        *,
        currency: str,
        lines: List[OrderOrderLine],
        customer: CustomerId | None | Unset = UNSET,
        discount: Quantity | None = None,
        paid_with_points: Quantity | None = None,
        placed_at: Timestamp | None | Unset = UNSET,
        shipping: Quantity | None = None,
        tax: Quantity | None = None,
    ) -> OrderQuoted:
        """What a basket would earn, and why: by rule and by line, and which rules do not fit. Nothing is recorded.

        It takes the very way that an order takes when it earns. Without a customer it answers for a member in no
        group and with no status, as a shop's product page shows it; rules that ask for more say so.

        Errors: `invalid_request` as for `order.record`; `not_found` for a customer that is not there.

        Rules O2, O3.

        :param currency: The currency, three capital letters.
        :param lines: The lines, 1 to 500.
        :param customer: The customer who asks; nobody in particular when absent.
        :param discount: Discount on the whole.
        :param paid_with_points: How much of it would be paid with points.
        :param placed_at: When it would be placed; now when absent.
        :param shipping: Shipping.
        :param tax: Tax.
        """
        answer: OrderQuoted = self._caller.call(
            "order.quote",
            {"currency": currency, "lines": lines, "customer": customer, "placed_at": placed_at},
            {"discount": discount, "paid_with_points": paid_with_points, "shipping": shipping, "tax": tax},
            {},
        )
        return answer

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

        Errors: `already_exists` when the number is another customer's; `already_used` when a payment names what pays
        for another order; `not_eligible` when lines or amounts of an order that has earned would change;
        `invalid_request` for negative prices or quantities, line ids that stand twice, too many decimal places, a
        link that is none, a payment with what is not the customer's.

        Rules O1, O2, O3, O5, R8.

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

    def refund(
        self,
        *,
        customer: CustomerId,
        number: Id,
        refund: Id,
        amount: Quantity | None | Unset = UNSET,
        currency: str | None | Unset = UNSET,
        lines: List[RefundLine] | None | Unset = UNSET,
        reason: Line | None | Unset = UNSET,
        shipping: Quantity | None | Unset = UNSET,
        tax: Quantity | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[OrderReturns]:
        """Gives back lines, items or an amount of an order, or all that is left of it, and takes back what it earned: in
        proportion, from the shares that were stored when it earned, never from today's rules.

        Name lines, shipping and tax, or an amount on the whole order; nothing for all that is left. In whatever steps
        an order is given back, at the end exactly what it earned has been taken. A refund with an id that the order
        knows already does nothing and answers what stands. Points and gift cards that paid for the order return as
        the program's `spent_points` says, each in proportion; onto a card that is deactivated nothing returns. What
        it earned and was spent already is owed as debt, or forgiven, as the point type's `reversal_shortfall` says;
        with `refuse` it is owed, for the goods are back. It follows the order's owner, whichever customer is named,
        and works in every live membership state.

        Errors: `exceeds_order` beyond what is left of the order; `not_found` for an order or line that is not there;
        `already_exists` when the refund's id stands for another refund; `invalid_request` for another currency than
        the order's, for what is zero or negative, and for a line that stands twice.

        Rules O4, O5, L9, M2, R7.

        :param customer: The customer.
        :param number: The order's number.
        :param refund: The host's id of the refund, unique in the order.
        :param amount: An amount on the order as a whole; it is shared among what is left of its parts.
        :param currency: The currency, to be sure: another than the order's is refused.
        :param lines: The lines that are given back, each once.
        :param reason: Why; staff only.
        :param shipping: How much of shipping is given back.
        :param tax: How much of tax is given back.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[OrderReturns] = self._caller.call(
            "order.refund",
            {"customer": customer, "number": number, "refund": refund, "amount": amount, "currency": currency, "lines": lines, "reason": reason, "shipping": shipping, "tax": tax},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def cancel(
        self,
        *,
        customer: CustomerId,
        number: Id,
        reason: Line | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[OrderReturns]:
        """Cancels an order: everything that is left of it is given back, once. An order that has not earned yet never
        will.

        Canceling what was given back already does nothing and answers what stands: a payment that runs out and is
        canceled afterwards takes nothing twice. What the order earned and was spent already is owed as debt, or
        forgiven, as the point type's `reversal_shortfall` says; with `refuse` it is owed.

        Errors: `not_found` when there is no such order.

        Rules O4, O5, M2, T1.

        :param customer: The customer.
        :param number: The order's number.
        :param reason: Why; staff only.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[OrderReturns] = self._caller.call(
            "order.cancel",
            {"customer": customer, "number": number, "reason": reason},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def claim(
        self,
        *,
        customer: CustomerId,
        number: Id,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[OrderRecorded]:
        """Gives a guest's order to a customer. It earns, once, as if the customer had been signed in when ordering; if
        it is not paid yet, it earns for them when it is.

        Claiming what is the customer's already does nothing and answers what stands.

        Errors: `not_found` when there is no such order; `not_eligible` when it is not a guest's, or the customer is
        merged, deleted or on hold.

        Rules O5, O6.

        :param customer: The customer who gets it.
        :param number: The order's number.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[OrderRecorded] = self._caller.call(
            "order.claim",
            {"customer": customer, "number": number},
            {},
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
        master_number: Id | None | Unset = UNSET,
    ) -> OrderPage:
        """The orders of a customer, newest first, each with its payments and how far it is paid; all of them, or those
        that belong to one master order.

        Rule O7.

        :param customer: The customer.
        :param cursor: Where the page before ended: its `next`.
        :param limit: Orders on the page, 1 to 500; 50 when absent.
        :param master_number: Only the orders with this master number.
        """
        answer: OrderPage = self._caller.call(
            "order.list",
            {"customer": customer, "cursor": cursor, "limit": limit, "master_number": master_number},
            {},
            {},
        )
        return answer

class PaymentOperations:
    """The operations of `payment`."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def update(
        self,
        *,
        customer: CustomerId,
        order: Id,
        payment: Id,
        status: PaymentStatus,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[PaymentRecorded]:
        """Says where a payment of a recorded order stands. An order that is paid by it earns, where the program says so.

        It takes nothing back: what was paid and is paid back or fails later is a refund or a cancellation of the
        order, said once and for what it is. It follows the order's owner, whichever customer is named.

        Errors: `not_found` when there is no such order, or the order has no such payment; `already_used` when a
        payment that had failed names what pays for another order by now.

        Rules O1, O5, O7, T1.

        :param customer: The customer.
        :param order: The order's number.
        :param payment: The payment's id.
        :param status: Where it stands.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[PaymentRecorded] = self._caller.call(
            "payment.update",
            {"customer": customer, "order": order, "payment": payment, "status": status},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
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

class RewardOperations:
    """The operations of `reward`."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def options(
        self,
        *,
        customer: CustomerId,
    ) -> RewardOptions:
        """What a customer can have for their points: every reward of the catalogue, with its price, whether they can
        have it now and, where not, why not.

        Errors: `not_found`.

        Rules R1, R2.

        :param customer: The customer.
        """
        answer: RewardOptions = self._caller.call(
            "reward.options",
            {"customer": customer},
            {},
            {},
        )
        return answer

    def redeem(
        self,
        *,
        customer: CustomerId,
        reward: Slug,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[RewardRedeemed]:
        """Lets a customer have a reward of the catalogue for its price.

        All of it happens or nothing: the price is spent, a piece of the stock and a place in the customer's limit are
        taken, and the reward is issued with a code. A preview shows the name, the balance and what would remain.
        `reward.options` tells beforehand what can be had.

        Errors: `insufficient_balance` when it costs too much; `out_of_stock`, with how many are left;
        `limit_exceeded` when the customer has had as many as one can have; `not_eligible` for other groups or
        statuses, before its time, without a price, or where the membership state does not allow it; `expired` after
        its time; `not_found`.

        Rules R1, R2, R5.

        :param customer: The customer.
        :param reward: The reward of the catalogue.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[RewardRedeemed] = self._caller.call(
            "reward.redeem",
            {"customer": customer, "reward": reward},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def grant(
        self,
        *,
        customer: CustomerId,
        reward: Slug,
        reason: Line,
        comment: Text | None | Unset = UNSET,
        note: Text | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[RewardOneReward]:
        """Gives a customer a reward of the catalogue without cost.

        Stock and the limit of each customer hold as for everybody. For whom the reward is offered, and when, is for
        those who redeem it: an agent gives it to whom they like.

        Errors: `out_of_stock`; `limit_exceeded` when the customer has had as many as one can have, or when gift
        credit is more than the actor's roles may give; `not_eligible` where the membership state does not allow it;
        `not_found`.

        Rules R3, R5, P1.

        :param customer: The customer.
        :param reward: The reward of the catalogue.
        :param reason: Why; staff only.
        :param comment: What the customer reads.
        :param note: An internal note; staff only.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[RewardOneReward] = self._caller.call(
            "reward.grant",
            {"customer": customer, "reward": reward, "reason": reason, "comment": comment, "note": note},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def consume(
        self,
        *,
        code: Line,
        order: Id | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[RewardOneReward]:
        """Uses a reward by its code, once. The code alone leads to the customer; type it in any way in which people
        write it.

        Errors: `invalid_request` for a typing error; `not_found` for a code that nobody has; `already_used`, with
        when; `expired`; `not_eligible` when the reward was canceled or removed, or the account is on hold.

        Rules R4, R5.

        :param code: The code.
        :param order: The order on which it is used.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[RewardOneReward] = self._caller.call(
            "reward.consume",
            {"code": code, "order": order},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def remove(
        self,
        *,
        customer: CustomerId,
        id: Ref,
        reason: Line,
        comment: Text | None | Unset = UNSET,
        give_back: bool | None = None,
        note: Text | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[RewardOneReward]:
        """Takes a reward away from a customer that they have not used.

        With `give_back` it is canceled, as if it had never been: the price returns, into the very lots that paid it,
        and so do the piece of the stock and the place in the customer's limit. Without, it is removed, and what it
        took stays taken.

        Errors: `already_used` for one that was used; `not_eligible` for one that was canceled or removed already;
        `limit_exceeded` when the price is more than the actor's roles may give back; `not_found`.

        Rules R4, L9, P1.

        :param customer: The customer.
        :param id: The id of the customer's reward.
        :param reason: Why; staff only.
        :param comment: What the customer reads.
        :param give_back: Whether it gives back what it took; one that has expired can do so too.
        :param note: An internal note; staff only.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[RewardOneReward] = self._caller.call(
            "reward.remove",
            {"customer": customer, "id": id, "reason": reason, "comment": comment, "note": note},
            {"give_back": give_back},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def list(
        self,
        *,
        customer: CustomerId,
        cursor: Ref | None | Unset = UNSET,
        limit: int | None | Unset = UNSET,
        state: RewardState | None | Unset = UNSET,
    ) -> RewardPage:
        """The rewards of a customer, newest first.

        One whose time is over counts as expired from that instant on. A page of outstanding or expired ones may be
        short and still have a `next`.

        Errors: `not_found`; `invalid_request` for the limit or the cursor.

        Rules R4, L6, W3.

        :param customer: The customer.
        :param cursor: Where the page before ended: its `next`.
        :param limit: Rewards on the page, 1 to 500; 50 when absent.
        :param state: Only those in this state.
        """
        answer: RewardPage = self._caller.call(
            "reward.list",
            {"customer": customer, "cursor": cursor, "limit": limit, "state": state},
            {},
            {},
        )
        return answer

class StampCardOperations:
    """The operations of `stamp_card`."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def progress(
        self,
        *,
        customer: CustomerId,
    ) -> StampCardCards:
        """How far a customer's stamp cards are: 3 of 10, the cards completed, and the next reward.

        Errors: `not_found`.

        Rule R6.

        :param customer: The customer.
        """
        answer: StampCardCards = self._caller.call(
            "stamp_card.progress",
            {"customer": customer},
            {},
            {},
        )
        return answer

    def complete(
        self,
        *,
        customer: CustomerId,
        card: Slug,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[StampCardCompleted]:
        """Turns a full stamp card into its reward: for cards that do not turn by themselves, and for those whose reward
        could not be had when they became full. The receipt's `rewards` has the reward with its code.

        Errors: `insufficient_balance` when the card is not full; `out_of_stock`; `limit_exceeded` when the customer
        has had the reward as often as one can; `not_eligible` where the membership state does not allow it;
        `not_found`.

        Rules R5, R6.

        :param customer: The customer.
        :param card: The card.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[StampCardCompleted] = self._caller.call(
            "stamp_card.complete",
            {"customer": customer, "card": card},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

class StatusOperations:
    """The operations of `status`."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def assign(
        self,
        *,
        customer: CustomerId,
        system: Slug,
        comment: Text | None | Unset = UNSET,
        counter: Quantity | None | Unset = UNSET,
        lock: LockKind | None | Unset = UNSET,
        note: Text | None | Unset = UNSET,
        status: Slug | None | Unset = UNSET,
        trigger_rewards: bool | None = None,
        valid_through: Date | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[StatusView]:
        """Sets a status by hand: any status of the system.

        One that is higher than evaluation gives is locked: it is not lowered, though it may still rise. One that is
        lower is not raised. That holds through `valid_through`, or until `status.unlock`; `lock` asks for the other
        lock. Rewards of the status are granted only with `trigger_rewards`, and never twice in its period. In a
        system whose counter is set by hand, `counter` sets it, with or without a status.

        Errors: `not_found` for an unknown customer or system, or a status that the system does not have;
        `not_eligible` for who is no member; `invalid_request` for a lock under which evaluation would undo it at
        once, a date that has passed, or a counter that is not set by hand; `version_conflict`.

        Rules Y3, Y4, Y6, Y7.

        :param customer: The customer.
        :param system: The status system.
        :param comment: A comment; the customer reads it.
        :param counter: The counter, where it is set by hand; not negative.
        :param lock: The lock, where the usual one is not wanted.
        :param note: An internal note; staff only.
        :param status: The status.
        :param trigger_rewards: Whether the rewards of the status are granted, as on rising to it.
        :param valid_through: The last day of the lock, in the program's zone.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[StatusView] = self._caller.call(
            "status.assign",
            {"customer": customer, "system": system, "comment": comment, "counter": counter, "lock": lock, "note": note, "status": status, "valid_through": valid_through},
            {"trigger_rewards": trigger_rewards},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def unlock(
        self,
        *,
        customer: CustomerId,
        system: Slug,
        comment: Text | None | Unset = UNSET,
        note: Text | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[StatusView]:
        """Takes off the lock that an agent put on a status: from now on evaluation decides again, and does so at once.

        Errors: `not_found` for an unknown customer or system; `not_eligible` when nothing is locked, or for who is no
        member; `version_conflict`.

        Rule Y3.

        :param customer: The customer.
        :param system: The status system.
        :param comment: A comment; the customer reads it.
        :param note: An internal note; staff only.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[StatusView] = self._caller.call(
            "status.unlock",
            {"customer": customer, "system": system, "comment": comment, "note": note},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def evaluate(
        self,
        *,
        customer: CustomerId,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[StatusList]:
        """Evaluates a customer in every status system as of now, and answers where they stand.

        Each counted event does that by itself, and so does every other command on the customer; ask for it where the
        program has changed, and nothing else happens.

        Errors: `not_found`; `not_eligible` for who is no member.

        Rules Y5, M2.

        :param customer: The customer.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[StatusList] = self._caller.call(
            "status.evaluate",
            {"customer": customer},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def list(
        self,
        *,
        customer: CustomerId,
        limit: int | None | Unset = UNSET,
    ) -> StatusList:
        """Answers, for each status system, where a customer stands: the status or none, the counter, the next status and
        what is missing for it, until when the status is kept, the lock, the statuses to choose from, and the latest
        changes with who and why.

        Customers do not see notes, nor the shop's people.

        Errors: `not_found`; `invalid_request` for the limit.

        Rules Y1, Y2, Y4, Y7, W3.

        :param customer: The customer.
        :param limit: Changes of each system, 1 to 500; 50 when absent.
        """
        answer: StatusList = self._caller.call(
            "status.list",
            {"customer": customer, "limit": limit},
            {},
            {},
        )
        return answer

class GiftCardOperations:
    """The operations of `gift_card`."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def issue(
        self,
        *,
        gift_card: Id,
        type: Slug,
        amount: Quantity,
        customer: CustomerId | None | Unset = UNSET,
        expires_after_days: int | None | Unset = UNSET,
        expires_at: Timestamp | None | Unset = UNSET,
        inactive: bool | None = None,
        message: Text | None | Unset = UNSET,
        never_expires: bool | None = None,
        note: Text | None | Unset = UNSET,
        order: Id | None | Unset = UNSET,
        recipient: Line | None | Unset = UNSET,
        recipient_email: Email | None | Unset = UNSET,
        valid_through: Date | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[GiftCardIssued]:
        """Issues a gift card with an amount on it, to a customer or to nobody.

        The answer has the code, this once: it is stored as a keyed hash and its last four symbols only. A replay with
        the same idempotency key does not have it, because it was given already; neither do previews and events. Of a
        card whose code was lost nobody can find the code: deactivate it and issue another. A blank card (`inactive`)
        pays once it is activated.

        What is on the card ends as the point type says, or as said here with at most one of the four expiry
        arguments; the card ends with the last of its value.

        Errors: `already_exists` for the number; `invalid_request` for a point type that is no money, and where the
        host has configured no secret; `limit_exceeded` beyond what the actor's roles may give; `not_found`.

        Rules R7, R8, P1.

        :param gift_card: The host's number of the card, as it is printed on it; not secret.
        :param type: The point type, of the kind money.
        :param amount: How much, more than zero.
        :param customer: The customer to whom it is issued; nobody when absent.
        :param expires_after_days: It ends so many days after today's local date, 1 to 36,500.
        :param expires_at: The instant at which it ends.
        :param inactive: Blank: it pays once it is activated.
        :param message: What the giver writes.
        :param never_expires: It never ends.
        :param note: An internal note; staff only.
        :param order: The order on which it was bought.
        :param recipient: Whom it is for.
        :param recipient_email: Where it is sent.
        :param valid_through: The last local day on which it counts.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[GiftCardIssued] = self._caller.call(
            "gift_card.issue",
            {"gift_card": gift_card, "type": type, "amount": amount, "customer": customer, "expires_after_days": expires_after_days, "expires_at": expires_at, "message": message, "note": note, "order": order, "recipient": recipient, "recipient_email": recipient_email, "valid_through": valid_through},
            {"inactive": inactive, "never_expires": never_expires},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def activate(
        self,
        *,
        code: Line | None | Unset = UNSET,
        gift_card: Id | None | Unset = UNSET,
        order: Id | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[GiftCardView]:
        """Lets a card that was issued blank pay, once it is sold. It is named by its number or found by its code.

        Errors: `invalid_transition` for a card that is not blank; `expired`; `not_found`; `invalid_request` for a
        code with a typing error.

        Rule R7.

        :param code: Its code, instead of the number.
        :param gift_card: The card's number.
        :param order: The order on which it was bought.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[GiftCardView] = self._caller.call(
            "gift_card.activate",
            {"code": code, "gift_card": gift_card, "order": order},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def get(
        self,
        *,
        code: Line | None | Unset = UNSET,
        cursor: int | None | Unset = UNSET,
        customer: CustomerId | None | Unset = UNSET,
        gift_card: Id | None | Unset = UNSET,
        limit: int | None | Unset = UNSET,
    ) -> GiftCardActivities:
        """Answers a card with what can be spent of it, and what was done with it, newest first, each with the balance
        after it. It is named by its number or found by its code.

        Customers name themselves too, and see their own cards without notes. Nobody sees a code.

        Errors: `not_found`; `invalid_request` for a code with a typing error.

        Rules R7, W3.

        :param code: Its code, instead of the number.
        :param cursor: Where the page before ended: its `next`.
        :param customer: Only if it was issued to this customer.
        :param gift_card: The card's number.
        :param limit: Activities on the page, 1 to 500; 50 when absent.
        """
        answer: GiftCardActivities = self._caller.call(
            "gift_card.get",
            {"code": code, "cursor": cursor, "customer": customer, "gift_card": gift_card, "limit": limit},
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
    ) -> GiftCardCardPage:
        """The cards that were issued to a customer, newest first, each with its state and what can be spent of it.

        Errors: `not_found`.

        Rules R7, W3.

        :param customer: The customer.
        :param cursor: Where the page before ended: its `next`.
        :param limit: Cards on the page, 1 to 500; 50 when absent.
        """
        answer: GiftCardCardPage = self._caller.call(
            "gift_card.list",
            {"customer": customer, "cursor": cursor, "limit": limit},
            {},
            {},
        )
        return answer

    def recharge(
        self,
        *,
        gift_card: Id,
        amount: Quantity,
        comment: Text | None | Unset = UNSET,
        expires_after_days: int | None | Unset = UNSET,
        expires_at: Timestamp | None | Unset = UNSET,
        never_expires: bool | None = None,
        note: Text | None | Unset = UNSET,
        order: Id | None | Unset = UNSET,
        valid_through: Date | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[GiftCardMoved]:
        """Puts more on a card. What was on it keeps its end; what is added ends as the point type says, or as said here,
        and the card with the last of them.

        Errors: `invalid_transition` for a card that is deactivated; `expired`; `limit_exceeded` beyond what the
        actor's roles may give; `not_found`; `version_conflict`.

        Rules R7, P1.

        :param gift_card: The card's number.
        :param amount: How much, more than zero.
        :param comment: What the customer reads.
        :param expires_after_days: It ends so many days after today's local date, 1 to 36,500.
        :param expires_at: The instant at which it ends.
        :param never_expires: It never ends.
        :param note: An internal note; staff only.
        :param order: The order on which it was bought.
        :param valid_through: The last local day on which it counts.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[GiftCardMoved] = self._caller.call(
            "gift_card.recharge",
            {"gift_card": gift_card, "amount": amount, "comment": comment, "expires_after_days": expires_after_days, "expires_at": expires_at, "note": note, "order": order, "valid_through": valid_through},
            {"never_expires": never_expires},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def redeem(
        self,
        *,
        customer: CustomerId,
        amount: Quantity | None | Unset = UNSET,
        code: Line | None | Unset = UNSET,
        comment: Text | None | Unset = UNSET,
        gift_card: Id | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[GiftCardRedeemed]:
        """Moves what is on a card, or a part of it, to the credit of a customer's account, in the same point type and
        with the ends it had. The card is named by its number or found by its code; customers redeem by code, where
        the program lets them.

        Errors: `already_used` when nothing is left, `insufficient_balance` when less is; `blocked`, `expired`;
        `invalid_transition` for a card that is blank or deactivated; `not_eligible` where the membership state does
        not allow it; `not_found`; `invalid_request` for a code with a typing error.

        Rules R7, R8, M2.

        :param customer: The customer.
        :param amount: How much, more than zero; all that can be spent when absent.
        :param code: Its code, instead of the number.
        :param comment: What the customer reads.
        :param gift_card: The card's number.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[GiftCardRedeemed] = self._caller.call(
            "gift_card.redeem",
            {"customer": customer, "amount": amount, "code": code, "comment": comment, "gift_card": gift_card},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def charge(
        self,
        *,
        amount: Quantity,
        code: Line | None | Unset = UNSET,
        comment: Text | None | Unset = UNSET,
        gift_card: Id | None | Unset = UNSET,
        order: Id | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[GiftCardMoved]:
        """Pays with a card at once, all that is on it or a part. For a checkout that may still fail, set it aside first
        (`points.hold` with `parts`). The card is named by its number or found by its code.

        Errors: `insufficient_balance`, with what is available; `blocked`, `expired`; `invalid_transition` for a card
        that is blank or deactivated; `not_found`; `invalid_request` for a code with a typing error.

        Rules R7, L3, L7.

        :param amount: How much, more than zero.
        :param code: Its code, instead of the number.
        :param comment: What the customer reads.
        :param gift_card: The card's number.
        :param order: The order that is paid.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[GiftCardMoved] = self._caller.call(
            "gift_card.charge",
            {"amount": amount, "code": code, "comment": comment, "gift_card": gift_card, "order": order},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def refund(
        self,
        *,
        gift_card: Id,
        entry: Ref,
        amount: Quantity | None | Unset = UNSET,
        comment: Text | None | Unset = UNSET,
        note: Text | None | Unset = UNSET,
        reason: Line | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[GiftCardMoved]:
        """Puts what a charge took back onto the same card, all of it or in parts, with the ends it had. A blocked card
        takes refunds too.

        What has ended meanwhile gets the point type's days of grace or lapses at once.

        Errors: `already_used` when less is left to refund; `not_eligible` for an entry that paid nothing;
        `invalid_transition` for a card that is deactivated; `limit_exceeded` beyond what the actor's roles may give;
        `not_found`; `version_conflict`.

        Rules R7, L9, P1.

        :param gift_card: The card's number.
        :param entry: The entry of the charge.
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
        answer: Receipt[GiftCardMoved] = self._caller.call(
            "gift_card.refund",
            {"gift_card": gift_card, "entry": entry, "amount": amount, "comment": comment, "note": note, "reason": reason},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def block(
        self,
        *,
        gift_card: Id,
        reason: Line,
        note: Text | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[GiftCardView]:
        """Keeps a card from paying until it is unblocked: it was lost, or something is wrong with it. Refunds still
        reach it, and time goes on.

        Errors: `invalid_transition` for a card that is blocked or deactivated; `not_found`; `version_conflict`.

        Rule R7.

        :param gift_card: The card's number.
        :param reason: Why; staff only.
        :param note: An internal note; staff only.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[GiftCardView] = self._caller.call(
            "gift_card.block",
            {"gift_card": gift_card, "reason": reason, "note": note},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def unblock(
        self,
        *,
        gift_card: Id,
        note: Text | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[GiftCardView]:
        """Brings a blocked card back into the state before.

        Errors: `invalid_transition` for a card that is not blocked; `not_found`; `version_conflict`.

        Rule R7.

        :param gift_card: The card's number.
        :param note: An internal note; staff only.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[GiftCardView] = self._caller.call(
            "gift_card.unblock",
            {"gift_card": gift_card, "note": note},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def deactivate(
        self,
        *,
        gift_card: Id,
        reason: Line,
        note: Text | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[GiftCardView]:
        """Ends a card for good. What is on it is taken, as an entry in its journal says: issue another card, or credit
        the account, if it is owed.

        What a hold has set aside stays so and comes back to the card, where nobody can spend it.

        Errors: `invalid_transition` for a card that is deactivated already; `not_found`; `version_conflict`.

        Rule R7.

        :param gift_card: The card's number.
        :param reason: Why; staff only.
        :param note: An internal note; staff only.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[GiftCardView] = self._caller.call(
            "gift_card.deactivate",
            {"gift_card": gift_card, "reason": reason, "note": note},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

class TicketOperations:
    """The operations of `ticket`."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def create(
        self,
        *,
        customer: CustomerId,
        subject: Line,
        text: LongText,
        from_customer: bool | None = None,
        id: Id | None | Unset = UNSET,
        link: Line | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[TicketSaved]:
        """Creates a ticket with its first message, and queues a mail to the customer with it, in the words of the
        program's template `ticket_created`.

        A customer who asks writes it themselves; the mail confirms that it has arrived. `from_customer` says so for a
        mail that came in about nothing that is known, or a call. A customer without an email gets no mail. What the
        customer has opted out of does not matter: a ticket is no marketing.

        Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `already_exists` for the id;
        `invalid_request` for a link that is none, or one that a customer gives.

        Rules P5, E3, W3.

        :param customer: The customer.
        :param subject: What it is about.
        :param text: The first message.
        :param from_customer: The customer has written or said it, and you record it.
        :param id: Your id of the ticket, unique in the shop; when absent, the customer's id and a number: `c-42/t1`.
        :param link: A link into your own page of this ticket: `https://…`, `http://…` or `/…`; staff only.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[TicketSaved] = self._caller.call(
            "ticket.create",
            {"customer": customer, "subject": subject, "text": text, "id": id, "link": link},
            {"from_customer": from_customer},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def reply(
        self,
        *,
        ticket: Ref,
        text: LongText,
        customer: CustomerId | None | Unset = UNSET,
        internal: bool | None = None,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[TicketSaved]:
        """Writes in a ticket. What an agent writes is queued as a mail to the customer, in the words of the program's
        template `ticket_reply`; with `internal` it is a note that only the shop's people see, and no mail.

        A customer answers here too; that reopens a closed ticket. Customers name themselves; agents need not.

        Errors: `not_found`; `not_eligible` for an agent's reply in a closed ticket (reopen it first; notes may be
        written), and when the customer was deleted; `version_conflict` when somebody else was faster;
        `limit_exceeded` beyond 1,000 messages; `invalid_request` for a customer's note.

        Rules P5, E3, W3.

        :param ticket: The ticket.
        :param text: The text.
        :param customer: Only if it is this customer's.
        :param internal: A note for the shop's people.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[TicketSaved] = self._caller.call(
            "ticket.reply",
            {"ticket": ticket, "text": text, "customer": customer},
            {"internal": internal},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def receive(
        self,
        *,
        ticket: Ref,
        text: LongText,
        customer: CustomerId | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[TicketSaved]:
        """Records a mail that the customer has sent about a ticket. It reopens a closed one: whoever writes again has
        not been helped yet.

        The ticket's id, which stands in the subject of every mail, is enough to find it. Mailboxes deliver a mail
        more than once: give the mail's own id as idempotency key. Nothing is queued: a mail that answers a mail would
        be answered in turn.

        Errors: `not_found`; `not_eligible` when the customer was deleted; `limit_exceeded` beyond 1,000 messages;
        `invalid_request` for a text that is too long, or has characters that texts may not have.

        Rule P5.

        :param ticket: The ticket.
        :param text: The text.
        :param customer: Only if it is this customer's, such as whoever has the sender's email.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[TicketSaved] = self._caller.call(
            "ticket.receive",
            {"ticket": ticket, "text": text, "customer": customer},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def close(
        self,
        *,
        ticket: Ref,
        customer: CustomerId | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[TicketSaved]:
        """Closes a ticket: what it was about is done. When the customer writes again it is open again. No mail is
        queued; reply first where there is something to say.

        Errors: `not_found`; `not_eligible` when it is closed already, and when the customer was deleted;
        `version_conflict`.

        Rule P5.

        :param ticket: The ticket.
        :param customer: Only if it is this customer's.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[TicketSaved] = self._caller.call(
            "ticket.close",
            {"ticket": ticket, "customer": customer},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def reopen(
        self,
        *,
        ticket: Ref,
        customer: CustomerId | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[TicketSaved]:
        """Reopens a ticket that was closed. No mail is queued.

        Errors: `not_found`; `not_eligible` when it is open already, and when the customer was deleted;
        `version_conflict`.

        Rule P5.

        :param ticket: The ticket.
        :param customer: Only if it is this customer's.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[TicketSaved] = self._caller.call(
            "ticket.reopen",
            {"ticket": ticket, "customer": customer},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def get(
        self,
        *,
        ticket: Ref,
        cursor: int | None | Unset = UNSET,
        customer: CustomerId | None | Unset = UNSET,
        limit: int | None | Unset = UNSET,
    ) -> TicketThread:
        """A ticket with its thread, oldest message first. Customers name themselves, and see no internal notes.

        Errors: `not_found`.

        Rules P5, W3.

        :param ticket: The ticket.
        :param cursor: Where the page before ended: its `next`.
        :param customer: Only if it is this customer's.
        :param limit: Messages on the page, 1 to 500; 50 when absent.
        """
        answer: TicketThread = self._caller.call(
            "ticket.get",
            {"ticket": ticket, "cursor": cursor, "customer": customer, "limit": limit},
            {},
            {},
        )
        return answer

    def list(
        self,
        *,
        cursor: Ref | None | Unset = UNSET,
        customer: CustomerId | None | Unset = UNSET,
        limit: int | None | Unset = UNSET,
        state: TicketState | None | Unset = UNSET,
    ) -> TicketPage:
        """Tickets, newest first: those of a customer, or the desk's list over all customers, which shows the open ones
        unless asked for the closed.

        Newest is what was created last. A ticket keeps its place however much is written in it, so pages neither skip
        nor repeat one that stays as it was.

        Errors: `not_found` for the customer; `invalid_request` for the limit and the cursor.

        Rules P5, W3.

        :param cursor: Where the page before ended: its `next`.
        :param customer: The customer; all customers when absent.
        :param limit: Tickets on the page, 1 to 500; 50 when absent.
        :param state: Those in this state. When absent all of a customer's, or the open ones of all customers.
        """
        answer: TicketPage = self._caller.call(
            "ticket.list",
            {"cursor": cursor, "customer": customer, "limit": limit, "state": state},
            {},
            {},
        )
        return answer

class PasswordOperations:
    """The operations of `password`."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def reset(
        self,
        *,
        customer: CustomerId | None | Unset = UNSET,
        email: Email | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[PasswordResetDone]:
        """Lets a customer who has forgotten the password choose a new one: queues a mail with a generated password, or
        with a link, as the program says (`password`). Either works once and for as long as the program says; a new
        one ends the one before.

        The password or token is in the queued mail and nowhere else: not in the receipt, the log, the event or the
        plan. What is kept is a keyed hash, so the host must have configured a secret. `password.verify` redeems it.

        Ask by `email` from a form that everybody can reach. The answer is then the same for an email that nobody has,
        and for a customer who is blacklisted or may not sign in: for them nothing is queued, and `audit.list` says
        why. Do not let a form ask without a bound of its own.

        Errors: `invalid_request` when not exactly one of `customer` and `email` is given, and where the host has
        configured no secret. By customer alone: `not_found`; `not_eligible` for one who may not sign in, or has no
        email; `blocked` for one who is blacklisted.

        Rules P3, E3.

        :param customer: The customer.
        :param email: The email of whoever asks.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[PasswordResetDone] = self._caller.call(
            "password.reset",
            {"customer": customer, "email": email},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def verify(
        self,
        *,
        token: Line,
        email: Email | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[PasswordVerified]:
        """Redeems what `password.reset` has sent, once, and says whose it is: let that customer choose a new password
        then, and keep it yourself. The library keeps no passwords that people choose.

        A generated password is typed where people sign in: ask here when your own check has refused, with the email
        that was typed.

        Errors: `invalid_request` for a typing error; `not_found` for what nobody was sent, what a later reset has
        ended, and what was sent to somebody else than `email`; `already_used`; `expired`; `not_eligible` when the
        customer may not sign in any more, or has another email since; `blocked` when they were blacklisted since.

        Rule P3.

        :param token: The token of the link, or the generated password; small letters and hyphens do not matter.
        :param email: The email with which somebody signs in: only if it was sent there.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[PasswordVerified] = self._caller.call(
            "password.verify",
            {"token": token, "email": email},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

class ImpersonationOperations:
    """The operations of `impersonation`."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def start(
        self,
        *,
        customer: CustomerId,
        reason: Line | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[ImpersonationStarted]:
        """Gives an agent a token with which the host signs them in as a customer. It works once and briefly
        (`impersonation_seconds` of the program), and a new one of the same agent ends the one before.

        The answer has the token, this once: it is kept as a keyed hash. A replay with the same idempotency key does
        not have it, and neither do previews and events. Hand it to your own sign-in, which redeems it with
        `impersonation.verify`.

        Errors: `not_found`; `not_eligible` for a customer who may not sign in; `invalid_request` where the host has
        configured no secret.

        Rules P4, M2.

        :param customer: The customer.
        :param reason: Why; staff only.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[ImpersonationStarted] = self._caller.call(
            "impersonation.start",
            {"customer": customer, "reason": reason},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def verify(
        self,
        *,
        token: Line,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[ImpersonationRedeemed]:
        """Redeems the token of `impersonation.start`, once: says as which customer the agent is signed in, and who the
        agent is.

        Put `through` into the actor of every context of that session, beside the customer's id and kind: then
        whatever the agent does as the customer says so in the log and in `audit.list`.

        Errors: `invalid_request` for what is no token; `not_found` for one that nobody has, or that a later one has
        ended; `already_used`; `expired`; `not_eligible` when the customer may not sign in any more.

        Rules P4, P7.

        :param token: The token.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[ImpersonationRedeemed] = self._caller.call(
            "impersonation.verify",
            {"token": token},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

class ApprovalOperations:
    """The operations of `approval`."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(
        self,
        *,
        cursor: Id | None | Unset = UNSET,
        customer: CustomerId | None | Unset = UNSET,
        limit: int | None | Unset = UNSET,
        state: ApprovalState | None | Unset = UNSET,
    ) -> ApprovalPage:
        """Requests for approval, newest first: those of a customer, or of the whole shop, gift cards included. Those
        that wait, unless another state is asked for.

        A request is made when a command is above a limit of a role that says `asks_approval`: the command is answered
        with `approval_required` and the request's id. It waits for 30 days; what nobody has decided by then is
        `expired`. Who lists events of `approval.*` in the program hears of each: `approval.request` when it waits,
        `approval.grant` or `approval.reject` when it is decided.

        Never for customers, whatever rights the program gives them: arguments hold reasons and notes for staff.

        Errors: `not_found` for the customer; `invalid_request` for the limit and the cursor.

        Rules P2, W3.

        :param cursor: Where the page before ended: its `next`.
        :param customer: The customer; the whole shop when absent.
        :param limit: Requests on the page, 1 to 500; 50 when absent.
        :param state: Those in this state; `open` when absent.
        """
        answer: ApprovalPage = self._caller.call(
            "approval.list",
            {"cursor": cursor, "customer": customer, "limit": limit, "state": state},
            {},
            {},
        )
        return answer

    def grant(
        self,
        *,
        approval: Id,
        note: Text | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[ApprovalGranted]:
        """Grants what somebody else has asked for above their limits: in the same commit the command is done, as theirs,
        and without their limits. The receipt is the command's: its entries and balances, and its own answer in
        `result`. A preview shows it, with a plan token, as of any command.

        Never one's own: not under the same id, nor where one acts through the other, nor by a customer. What is
        granted is under the limits of whoever grants it and counts for their day: by those of their roles that give
        the right to the command, or else that give `approval.grant`. Who asked needs the right to the command still.
        Never more is moved than was asked for: where the command takes what there is, and that has grown, it is
        refused.

        What refuses the command now (a balance that is gone, a state that has changed) refuses the grant, and the
        request goes on waiting. Once it is granted, whoever asked and repeats the command with its idempotency key
        gets the command's receipt.

        Errors: `forbidden` for one's own; `already_used` when it was decided; `expired` after 30 days;
        `limit_exceeded` above the limits of whoever grants, or above what was asked for; `not_found`; whatever
        refuses the command.

        Rules P2, P1, L10.

        :param approval: The request's id.
        :param note: What is to be said about it; staff only.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[ApprovalGranted] = self._caller.call(
            "approval.grant",
            {"approval": approval, "note": note},
            {},
            {"idempotency_key": idempotency_key, "if_version": if_version, "preview": preview, "plan": plan},
        )
        return answer

    def reject(
        self,
        *,
        approval: Id,
        note: Text | None | Unset = UNSET,
        reason: Line | None | Unset = UNSET,
        idempotency_key: str | None = None,
        if_version: int | None = None,
        preview: bool = False,
        plan: str | None = None,
    ) -> Receipt[ApprovalRejected]:
        """Rejects what somebody has asked for above their limits; who rejects their own withdraws it. Nothing is done,
        and the request is listed as `rejected`.

        Whoever asked may ask anew. A repetition with the same idempotency key is no new request and is told that it
        was rejected.

        Errors: `already_used` when it was decided; `expired` after 30 days; `not_found`.

        Rule P2.

        :param approval: The request's id.
        :param note: What is to be said about it; staff only.
        :param reason: Why; staff only.
        :param idempotency_key: The same key with the same content gets the first receipt again, and nothing is done
          twice.
        :param if_version: Refuse when the record that is edited is at another version.
        :param preview: Run without committing.
        :param plan: The token of a preview: do exactly that, or be refused.
        """
        answer: Receipt[ApprovalRejected] = self._caller.call(
            "approval.reject",
            {"approval": approval, "note": note, "reason": reason},
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

        One with `email` is a mail to the customer, filled in from the program's template: send it. The others are
        events.

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
        gift_card: Id | None | Unset = UNSET,
        limit: int | None | Unset = UNSET,
        outcome: Outcome | None = None,
    ) -> AuditPage:
        """The commands, newest first: done, or refused. Of one customer, of one gift card, of one actor, or all.

        Every command is here with actor, time, operation, target and outcome, and no personal data. A query is here
        only when the actor had no right to it.

        Rule P7.

        :param actor: One actor; not together with `customer` or `gift_card`.
        :param cursor: Where the page before ended: its `next`.
        :param customer: One customer.
        :param gift_card: One gift card, by its number; not together with `customer`.
        :param limit: Rows on the page, 1 to 500; 50 when absent.
        :param outcome: Done (when absent) or refused.
        """
        answer: AuditPage = self._caller.call(
            "audit.list",
            {"actor": actor, "cursor": cursor, "customer": customer, "gift_card": gift_card, "limit": limit},
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
        customer: CustomerId | None | Unset = UNSET,
        expected_head: str | None | Unset = UNSET,
        gift_card: Id | None | Unset = UNSET,
    ) -> JournalVerified:
        """Recomputes the balances, lots, holds and hash chain of a customer, or of a gift card, from the entries, and
        reports the first difference.

        With a customer's, those of the accounts that were merged into theirs are checked too.

        Keep the `head` it returns outside of the database and give it as `expected_head` later: then a cut-off tail
        shows too. Reads the whole journal.

        Errors: `invalid_request` unless exactly one of `customer` and `gift_card` is given; `not_found`.

        Rule L14.

        :param customer: The customer.
        :param expected_head: A head that an earlier call returned: it must still be part of the chain.
        :param gift_card: The number of a gift card.
        """
        answer: JournalVerified = self._caller.call(
            "journal.verify",
            {"customer": customer, "expected_head": expected_head, "gift_card": gift_card},
            {},
            {},
        )
        return answer

class ReportOperations:
    """The operations of `report`."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def liability(
        self,
        *,
        cursor: str | None | Unset = UNSET,
        limit: int | None | Unset = UNSET,
    ) -> ReportLiabilityReport:
        """What the shop owes: the value outstanding in each point type, on accounts and on gift cards, by its age.

        One request walks over a stretch of all accounts and answers with the sums so far; ask again with `next` as
        `cursor` until there is none. The sums travel in the cursor: nothing has to be added up.

        Each account is counted once and is settled as it is counted: what has lapsed is not counted, swept or not.
        Accounts that change while you go from stretch to stretch are counted as they were when the walk came by; ask
        at a quiet time where that matters. The cost follows the accounts and the lots that are not empty, never the
        history.

        Errors: `invalid_request` for a limit outside of 1 to 2,000, and for a cursor that no answer gave.

        Rules L6, L7.

        :param cursor: Where to go on: `next` of the answer before.
        :param limit: How many accounts to walk over, 1 to 2,000; 500 when absent. A customer has an account in each
          point type they ever had some of.
        """
        answer: ReportLiabilityReport = self._caller.call(
            "report.liability",
            {"cursor": cursor, "limit": limit},
            {},
            {},
        )
        return answer

    def expiring(
        self,
        *,
        cursor: str | None | Unset = UNSET,
        limit: int | None | Unset = UNSET,
        months: int | None | Unset = UNSET,
    ) -> ReportExpiringReport:
        """What lapses in the months ahead if nothing is spent until then, by point type, on accounts and on gift cards.

        A month is the month in which the instant lies from which on the value no longer counts, in the program's time
        zone: what is valid through September 30 lapses on October 1, and stands under October. The first month is the
        one that has begun, with what is still to come of it. What a hold has set aside does not lapse and is left
        out, and so is what is on an account on hold.

        One request walks over a stretch of all accounts and answers with the sums so far; ask again with `next` as
        `cursor` until there is none. Each account is counted once and is settled as it is counted. The cost follows
        the accounts, and the lots of those on which something falls due in the months asked for, never the history.

        Errors: `invalid_request` for months outside of 1 to 120, a limit outside of 1 to 2,000, and a cursor of
        another question.

        Rules L4, L6, L12.

        :param cursor: Where to go on: `next` of the answer before.
        :param limit: How many accounts to walk over, 1 to 2,000; 500 when absent.
        :param months: How many months, 1 to 120, the current one among them; 12 when absent.
        """
        answer: ReportExpiringReport = self._caller.call(
            "report.expiring",
            {"cursor": cursor, "limit": limit, "months": months},
            {},
            {},
        )
        return answer

    def activity(
        self,
        *,
        from_: Timestamp,
        actor: Id | None | Unset = UNSET,
        before: Timestamp | None | Unset = UNSET,
        cursor: str | None | Unset = UNSET,
        limit: int | None | Unset = UNSET,
    ) -> ReportActivityPage:
        """Who gave and took how much, and why, in a span of time: by agent, kind of entry, reason and point type.
        Adjustments, reversals, points earned, gift cards issued and recharged, and all else that moves value.

        One request walks over a stretch of the entries that were recorded in the span. Its rows are the sums of that
        stretch; ask again with `next` as `cursor` until there is none, and add up rows that agree in all but commands
        and sums. (There may be as many reasons as entries, too many to travel in a cursor.) The cost follows what was
        recorded in the span, not the history before or behind it.

        What lapses by time bears the actor `system` and is recorded when the account is opened or swept: it is here
        as far as that has been done.

        Errors: `invalid_request` when `before` does not lie behind `from`, for a limit outside of 1 to 10,000, and
        for a cursor that no answer gave.

        Rules L2, P7.

        :param from_: From this moment on.
        :param actor: One actor alone. The others' entries of the span are walked over all the same.
        :param before: Up to, not including, this moment; now when absent.
        :param cursor: Where to go on: `next` of the answer before.
        :param limit: How many entries to walk over, 1 to 10,000; 1,000 when absent.
        """
        answer: ReportActivityPage = self._caller.call(
            "report.activity",
            {"from": from_, "actor": actor, "before": before, "cursor": cursor, "limit": limit},
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
        starter program included. A status or status system that goes away must be mapped to another in
        `status_mapping`, and what a system counts, and over which window, stays. What is on the books stays as it is:
        lots keep the ends they were given.

        Errors: `invalid_program` with every mistake and its path; `version_conflict` when `if_version` is not the
        current version.

        Rules L5, W9, Y7.

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
        self.merge = MergeOperations(caller)
        self.points = PointsOperations(caller)
        self.bulk = BulkOperations(caller)
        self.maintenance = MaintenanceOperations(caller)
        self.order = OrderOperations(caller)
        self.payment = PaymentOperations(caller)
        self.subscription = SubscriptionOperations(caller)
        self.wishlist = WishlistOperations(caller)
        self.reward = RewardOperations(caller)
        self.stamp_card = StampCardOperations(caller)
        self.status = StatusOperations(caller)
        self.gift_card = GiftCardOperations(caller)
        self.ticket = TicketOperations(caller)
        self.password = PasswordOperations(caller)
        self.impersonation = ImpersonationOperations(caller)
        self.approval = ApprovalOperations(caller)
        self.outbox = OutboxOperations(caller)
        self.audit = AuditOperations(caller)
        self.journal = JournalOperations(caller)
        self.report = ReportOperations(caller)
        self.program = ProgramOperations(caller)


__all__ = [
    "Account",
    "ActivityRow",
    "ActorKind",
    "Added",
    "Address",
    "AddressRemoved",
    "AddressSaved",
    "Aged",
    "ApprovalGranted",
    "ApprovalPage",
    "ApprovalRejected",
    "ApprovalState",
    "ApprovalView",
    "AuditPage",
    "AuditRow",
    "Author",
    "Availability",
    "Balance",
    "BlacklistChecked",
    "BlacklistSet",
    "Blacklisting",
    "Bonus",
    "BonusOn",
    "BonusTo",
    "BulkAdjusted",
    "BulkBatchView",
    "BulkNext",
    "BulkPlace",
    "BulkState",
    "BulkSum",
    "BulkUndone",
    "BundledRow",
    "CapturedPart",
    "CardState",
    "Cause",
    "Change",
    "Charge",
    "ColumnRead",
    "Combine",
    "Completes",
    "Condition",
    "Cost",
    "Country",
    "CountsEarned",
    "CountsSpend",
    "CountsOrders",
    "CountsVisits",
    "CountsManual",
    "Counts",
    "CustomerActionList",
    "CustomerBundled",
    "CustomerCreated",
    "CustomerDeleted",
    "CustomerDetailed",
    "CustomerEdited",
    "CustomerExported",
    "CustomerExportedData",
    "CustomerGroupAssigned",
    "CustomerId",
    "CustomerImportCounts",
    "CustomerImportNext",
    "CustomerImported",
    "CustomerListed",
    "CustomerLoginRecorded",
    "CustomerPlace",
    "CustomerView",
    "Date",
    "DateOrder",
    "Difference",
    "Due",
    "Earned",
    "Earning",
    "EarningRule",
    "EarnsWhen",
    "Email",
    "EmailPreferencesSet",
    "Ending",
    "Enrolling",
    "EntryKind",
    "EntryView",
    "Every",
    "Existing",
    "ExpiryNever",
    "ExpiryDays",
    "ExpiryMonths",
    "ExpiryInactivity",
    "Expiry",
    "Falling",
    "Field",
    "FileColumn",
    "Format",
    "GiftCardActivities",
    "GiftCardCardPage",
    "GiftCardIssued",
    "GiftCardMoved",
    "GiftCardRedeemed",
    "GiftCardView",
    "GivenBack",
    "Gives",
    "HoldPart",
    "HoldState",
    "HoldView",
    "Holder",
    "Id",
    "ImpersonationRedeemed",
    "ImpersonationStarted",
    "ImportCounts",
    "ImportNext",
    "InStatus",
    "JournalVerified",
    "KeepWhileItFits",
    "KeepYears",
    "KeepMonths",
    "Keep",
    "Lapse",
    "LastFour",
    "LeftOut",
    "Line",
    "Lock",
    "LockKind",
    "LongText",
    "Mail",
    "MaintenanceSwept",
    "Membership",
    "MembershipCapabilityList",
    "MembershipChanged",
    "MembershipHistory",
    "MergeHistory",
    "MergeReturned",
    "MergeUndone",
    "MergeView",
    "Merged",
    "MessageView",
    "Mode",
    "Moment",
    "Month",
    "MoreData",
    "Moves",
    "Named",
    "Next",
    "NextReward",
    "NextStatus",
    "Obstacle",
    "OnLeaving",
    "Op",
    "OptIn",
    "OrderLine",
    "OrderOrderLine",
    "OrderPage",
    "OrderPaid",
    "OrderPart",
    "OrderPayment",
    "OrderQuoted",
    "OrderRecorded",
    "OrderReturns",
    "OrderSum",
    "OrderView",
    "Origins",
    "OutboxAcked",
    "OutboxTaken",
    "Outcome",
    "Outstanding",
    "Paid",
    "PartView",
    "PasswordReset",
    "PasswordResetDone",
    "PasswordVerified",
    "PastBalance",
    "PastChange",
    "PastStatusChange",
    "Payment",
    "PaymentMethod",
    "PaymentMethodRemoved",
    "PaymentMethodSaved",
    "PaymentRecorded",
    "PaymentStatus",
    "Period",
    "PeriodCap",
    "Phone",
    "Place",
    "PlannedField",
    "PlannedMail",
    "PlannedStatus",
    "PointKind",
    "PointType",
    "PointsBalances",
    "PointsCaptured",
    "PointsExplained",
    "PointsHeld",
    "PointsHistoryPage",
    "PointsPosted",
    "PointsRedated",
    "PointsReinstated",
    "PointsReversed",
    "PointsSchedule",
    "PointsTransferred",
    "Policy",
    "Preferences",
    "Preset",
    "Profile",
    "ProfileField",
    "Program",
    "ProgramCurrent",
    "Quantity",
    "Records",
    "Ref",
    "RefundLine",
    "Refunded",
    "RefundedLine",
    "ReportActivityPage",
    "ReportExpiringReport",
    "ReportLiabilityReport",
    "ResetStyle",
    "Returned",
    "Reward",
    "RewardKindAmountOff",
    "RewardKindPercentOff",
    "RewardKindProduct",
    "RewardKindFreeShipping",
    "RewardKindGiftCredit",
    "RewardKindCustom",
    "RewardKind",
    "RewardOneReward",
    "RewardOption",
    "RewardOptions",
    "RewardPage",
    "RewardRedeemed",
    "RewardState",
    "RewardView",
    "Right",
    "Role",
    "RoleLimit",
    "RoundUp",
    "Rounding",
    "RowError",
    "Said",
    "Section",
    "Share",
    "Shortfall",
    "Side",
    "Slug",
    "SpentPoints",
    "StampCard",
    "StampCardCards",
    "StampCardCompleted",
    "StampCardView",
    "StampSlot",
    "State",
    "Status",
    "StatusAction",
    "StatusChange",
    "StatusChangeKind",
    "StatusChoice",
    "StatusLevel",
    "StatusList",
    "StatusMapping",
    "StatusSystem",
    "StatusView",
    "Stayed",
    "SubscriptionPage",
    "SubscriptionRecorded",
    "SubscriptionStatus",
    "SubscriptionView",
    "Sum",
    "Tab",
    "Taken",
    "Template",
    "TemplateId",
    "Text",
    "TicketMessageView",
    "TicketPage",
    "TicketSaved",
    "TicketState",
    "TicketThread",
    "TicketView",
    "Timestamp",
    "Token",
    "Weekday",
    "Why",
    "WhyStayed",
    "WindowLifetime",
    "WindowCalendarYear",
    "WindowRolling",
    "Window",
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
    "MergeOperations",
    "PointsOperations",
    "BulkOperations",
    "MaintenanceOperations",
    "OrderOperations",
    "PaymentOperations",
    "SubscriptionOperations",
    "WishlistOperations",
    "RewardOperations",
    "StampCardOperations",
    "StatusOperations",
    "GiftCardOperations",
    "TicketOperations",
    "PasswordOperations",
    "ImpersonationOperations",
    "ApprovalOperations",
    "OutboxOperations",
    "AuditOperations",
    "JournalOperations",
    "ReportOperations",
    "ProgramOperations",
]
