// Made by `cargo xtask codegen` from loyalty-core/src/catalogue.rs. Do not edit.

import type { Caller } from "./runtime.js";

/**
 * A word of a later release: answers may hold some that this one does not know, so leave a branch for it.
 *
 * The form is for the compiler alone, which tells it from the known words by it. At run time it is a word like any other.
 */
export type LaterWord = `a word of a later release: ${string}`;

/** No arguments, or no options. */
export type Nothing = Record<string, never>;

/**
 * What a refusal is called. Later releases may add some.
 *
 * - `invalid_request`: The request is not well-formed or a value does not fit; `details.path` says where.
 * - `unknown_operation`: No operation has this name.
 * - `forbidden`: The actor's roles do not give the right named in `details.right`.
 * - `not_found`: Nothing has this id.
 * - `already_exists`: Something else has this id or unique value already.
 * - `invalid_transition`: The membership state does not allow this change; `details.allowed` lists those it
 *   allows.
 * - `version_conflict`: The record was edited since it was read; `details.current` is its version now.
 * - `plan_outdated`: What the preview showed is no longer what would happen; `details.receipt` is the new
 *   outcome.
 * - `idempotency_conflict`: The idempotency key was used for other content.
 * - `insufficient_balance`: The balance does not cover the debit; the details say what is available, pending and
 *   held.
 * - `limit_exceeded`: A bound of the library, the program or the actor's role is exceeded.
 * - `approval_required`: Above a limit of the actor's role: it is not done, and the request `details.approval`
 *   waits for somebody else (`approval.grant`).
 * - `out_of_stock`: Fewer are left than are asked for; `details.left` says how many.
 * - `not_eligible`: The customer may not, in the state they are in or by the program's rules.
 * - `expired`: It was valid once and is no longer.
 * - `already_used`: It can be used once and was, or in parts and was used up.
 * - `blocked`: It is blocked.
 * - `exceeds_order`: More than the order has.
 * - `invalid_program`: The program document has mistakes; `details.problems` lists them.
 * - `storage_failed`: The storage failed; nothing was changed.
 * - `outcome_unknown`: The reply to a commit was lost: ask again with the same idempotency key.
 * - `busy`: The storage is occupied, or too many others change the same records; nothing was changed.
 * - `internal`: The engine found its own books wrong and refused to go on; nothing was changed.
 */
export type ErrorCode =
  | "invalid_request"
  | "unknown_operation"
  | "forbidden"
  | "not_found"
  | "already_exists"
  | "invalid_transition"
  | "version_conflict"
  | "plan_outdated"
  | "idempotency_conflict"
  | "insufficient_balance"
  | "limit_exceeded"
  | "approval_required"
  | "out_of_stock"
  | "not_eligible"
  | "expired"
  | "already_used"
  | "blocked"
  | "exceeds_order"
  | "invalid_program"
  | "storage_failed"
  | "outcome_unknown"
  | "busy"
  | "internal";

/**
 * The account that a new customer has.
 *
 * - `guest`: None: the customer bought as a guest.
 * - `registered`: An account with the shop.
 */
export type Account =
  | "guest"
  | "registered";

/** What an actor did for one reason. */
export interface ActivityRow {
  /** What kind of entry. */
  kind: EntryKind | LaterWord;
  /** The point type. */
  type: Slug;
  /** Whose accounts. */
  holder: Holder | LaterWord;
  /** How many commands. One that moves value on two accounts, as a merge does, counts for each. */
  commands: number;
  /** The sum of what was credited. */
  given: Quantity;
  /** The sum of what was debited, as a positive number. */
  taken: Quantity;
  /** The actor; absent for customers who acted for themselves, all of them together. */
  actor?: string | null;
  /** The reason that was given; absent where there was none, or it was erased. */
  reason?: string | null;
}

/**
 * What kind of actor asks.
 *
 * - `agent`: A person who works for the shop.
 * - `customer`: The customer, who may only touch their own account.
 * - `system`: The shop's own software.
 */
export type ActorKind =
  | "agent"
  | "customer"
  | "system";

/** What a merge added to the survivor's records. */
export interface Added {
  /** Addresses. */
  addresses?: Array<Id>;
  /** Whether the survivor is blacklisted because the source was. */
  blacklisted?: boolean;
  /** Payment methods. */
  payment_methods?: Array<Id>;
  /** Articles on the wishlist. */
  wishes?: Array<Id>;
}

/** An address of a customer. */
export interface Address {
  /** The customer. */
  customer: CustomerId;
  /** The id: the host's, or `a1`, `a2` and so on. */
  id: Id;
  /** The version, for `if_version`. */
  version: number;
  /** When it was added. */
  added_at: Timestamp;
  /** Whether invoices go there unless said otherwise. */
  default_billing: boolean;
  /** Whether parcels go there unless said otherwise. */
  default_shipping: boolean;
  /** The city. */
  city?: Line | null;
  /** The company. */
  company?: Line | null;
  /** The country. */
  country?: Country | null;
  /** What the customer calls it, such as "Home". */
  label?: Line | null;
  /** Street, house, floor: as written on an envelope. */
  lines?: Array<Line>;
  /** Who receives mail there. */
  name?: Line | null;
  /** A phone number there. */
  phone?: Phone | null;
  /** The postal code. */
  postal_code?: Line | null;
  /** The state, province or county. */
  region?: Line | null;
}

/** The receipt of `address.remove`. */
export interface AddressRemoved {
  /** The customer. */
  customer: CustomerId;
  /** The address that is gone; a generated id is not used again. */
  address: Id;
}

/** The receipt of `address.add` and `address.edit`. */
export interface AddressSaved {
  /** The customer. */
  customer: CustomerId;
  /** The address. */
  address: Id;
  /** Its version now. */
  version: number;
  /** Other addresses that were a default and no longer are; their versions went up. */
  no_longer_default: Array<Id>;
}

/** What was earned a time ago. */
export interface Aged {
  /** So many days ago at least, by the calendar of the program's zone. */
  days: number;
  /** How many lots: credits, or what is left of them in one place. */
  lots: number;
  /** What of it can be spent now. */
  active: Quantity;
  /** What of it becomes active later. */
  pending: Quantity;
  /** What of it holds have set aside. */
  held: Quantity;
}

/** The result of `approval.grant`. */
export interface ApprovalGranted {
  /** The request's id. */
  approval: Id;
  /** The operation that was asked for and is done now. */
  operation: string;
  /** Who asked for it. */
  asked_by: Id;
  /** The command's own answer. */
  result: unknown;
  /** Of `gift_card.issue`: the code, whole, in the first answer alone: hand it to the recipient and do not keep it. */
  code?: string | null;
  /** The customer it is about. */
  customer?: CustomerId | null;
  /** The number of the gift card it is about. */
  gift_card?: Id | null;
}

/** A page of requests for approval. */
export interface ApprovalPage {
  /** The requests, newest first. */
  approvals: Array<ApprovalView>;
  /** Where to go on; absent on the last page. */
  next?: Id | null;
}

/** The result of `approval.reject`. */
export interface ApprovalRejected {
  /** The request's id. */
  approval: Id;
  /** The operation that was asked for. */
  operation: string;
  /** Who asked for it. */
  asked_by: Id;
  /** The customer it is about. */
  customer?: CustomerId | null;
  /** The number of the gift card it is about. */
  gift_card?: Id | null;
}

/**
 * Where a request for approval stands.
 *
 * - `open`: It waits for somebody to decide.
 * - `granted`: It was granted, and done.
 * - `rejected`: It was rejected, or withdrawn by whoever had asked.
 * - `expired`: Nobody decided in time.
 */
export type ApprovalState =
  | "open"
  | "granted"
  | "rejected"
  | "expired";

/** A request for approval: everything that whoever decides needs. */
export interface ApprovalView {
  /** The request's id. */
  approval: Id;
  /** Where it stands. */
  state: ApprovalState | LaterWord;
  /** The operation that was asked for. */
  operation: string;
  /** Its arguments, with reasons and notes. A card that was named by its code is named by its number. */
  arguments: unknown;
  /** What is limited. */
  limit: string;
  /** The bound of whoever asked. */
  allowed: string;
  /** What they asked for. */
  requested: string;
  /** Who asked. */
  actor: Id;
  /** Agent or system. */
  kind: ActorKind | LaterWord;
  /** The roles under which they asked. */
  roles: Array<Slug>;
  /** When it was asked for. */
  asked_at: Timestamp;
  /** From when on it is too late to decide. */
  valid_until: Timestamp;
  /** The customer whose it was before a merge. */
  came_from?: CustomerId | null;
  /** The customer it is about. */
  customer?: CustomerId | null;
  /** When. */
  decided_at?: Timestamp | null;
  /** Who has decided. */
  decided_by?: Id | null;
  /** The number of the gift card it is about. */
  gift_card?: Id | null;
  /** What was said about it when it was decided. */
  note?: Text | null;
  /** Why it was rejected. */
  reason?: Line | null;
  /** The page, device or channel through which it came. */
  through?: Line | null;
}

/** A page of commands. */
export interface AuditPage {
  /** The commands, newest first. */
  commands: Array<AuditRow>;
  /** Where to go on; absent on the last page. */
  next?: string | null;
}

/** A command. */
export interface AuditRow {
  /** When. */
  at: Timestamp;
  /** The operation. */
  operation: string;
  /** The actor's id. */
  actor: string;
  /** The batch of adjustments of which it began, noted or reversed a piece. */
  batch?: Id | null;
  /** Refused: the error code. */
  code?: string | null;
  /** The customer it was about; absent for the program. */
  customer?: CustomerId | null;
  /** The number of the gift card it was about. */
  gift_card?: Id | null;
  /** Agent, customer or system; absent when erased. */
  kind?: ActorKind | LaterWord | null;
  /** Done: its number in the customer's or gift card's log. */
  number?: number | null;
  /** The page, device or channel through which it came, or the agent who acted as the customer. */
  through?: Line | null;
}

/**
 * Who writes in a ticket.
 *
 * - `customer`: The customer.
 * - `shop`: Somebody of the shop.
 */
export type Author =
  | "customer"
  | "shop";

/** Whether an action can be taken now, and why not. */
export interface Availability {
  /** The operation. */
  operation: string;
  /** Whether this actor may take it with this customer now. */
  available: boolean;
  /** The code of the error that taking it would give. */
  code?: string | null;
  /** Why not, for people. */
  reason?: string | null;
}

/** A balance (rule L7). `total = active + pending + held − debt = earned + adjusted − spent − expired`. */
export interface Balance {
  /** The point type. */
  type: Slug;
  /** What can be spent now. */
  active: Quantity;
  /** What becomes active later. */
  pending: Quantity;
  /** What holds have set aside. */
  held: Quantity;
  /** What is owed. */
  debt: Quantity;
  /** The sum of all entries. */
  total: Quantity;
  /** Earned, or paid in, in all, less what was reversed. */
  earned: Quantity;
  /** Adjusted by hand and redeemed from gift cards in all, less what was reversed. */
  adjusted: Quantity;
  /** Spent in all, less what was reversed. */
  spent: Quantity;
  /** Lapsed and forfeited in all. */
  expired: Quantity;
  /** The version of the account, for `if_version`: the number of its entries. */
  version: number;
}

/** The answer of `blacklist.check`. */
export interface BlacklistChecked {
  /** Whether they may buy. */
  can_purchase: boolean;
  /** Why not. */
  reason?: Obstacle | LaterWord | null;
}

/** The receipt of `blacklist.set`. */
export interface BlacklistSet {
  /** The customer. */
  customer: CustomerId;
  /** Whether the customer is blacklisted now. */
  blacklisted: boolean;
  /** Since when. */
  since?: Timestamp | null;
}

/** A blacklisting (rule E2). */
export interface Blacklisting {
  /** Why, as it was said last. */
  reason: Text;
  /** Since when the customer is blacklisted. */
  since: Timestamp;
  /** The actor who gave the reason. */
  by: string;
  /** The folded emails it blocks: those the customer had while blacklisted, at most 100. */
  emails: Array<string>;
  /** Since when it has this reason, when it had another before. */
  reason_since?: Timestamp | null;
}

/** What is given once to a person, and never again: for a birthday once a year. */
export interface Bonus {
  /** The bonus' id; entries name it as their rule. */
  id: Slug;
  /** The point type that is given. */
  type: Slug;
  /** How many. */
  points: Quantity;
  /** On which occasion. */
  on: BonusOn | LaterWord;
  /**
   * For a birthday: the first local day whose birthdays count, so that a new bonus is not given for those that are
   * past.
   */
  from?: Date | null;
  /** On a first order: whether it stays when that order is refunded. */
  keep_on_refund?: boolean;
  /** Whom it is for. To a referrer it is given once for each person referred. */
  to?: BonusTo | LaterWord;
}

/**
 * The occasion of a bonus.
 *
 * - `enrolled`: The customer has become a member.
 * - `first_order`: The customer's first order has earned.
 * - `birthday`: It is the customer's birthday, and the sweep (`maintenance.run`) comes by.
 */
export type BonusOn =
  | "enrolled"
  | "first_order"
  | "birthday";

/**
 * Whom a bonus is for.
 *
 * - `customer`: The customer.
 * - `referred`: The customer, if somebody has referred them.
 * - `referrer`: Whoever has referred the customer.
 */
export type BonusTo =
  | "customer"
  | "referred"
  | "referrer";

/** What became of a piece, and of the file so far. */
export interface BulkAdjusted {
  /** The batch. */
  batch: Id;
  /** The row that was looked at last. */
  row: number;
  /** Rows done so far, those included that were done before, and those that were taken back since. */
  done: number;
  /** Rows refused so far. */
  refused: number;
  /**
   * What the rows done gave and took so far, whether it was taken back since or not: in the state `reversed`
   * nothing of it stands.
   */
  totals: Array<BulkSum>;
  /** The digest of the file up to here. */
  digest: string;
  /** What was refused in this piece, and what could not be taken back of a batch that has failed. */
  errors?: Array<RowError>;
  /**
   * Of a dry run, with its last piece: what the real run needs. Absent where all or nothing is asked for and rows
   * were refused, and where it was broken off.
   */
  file_plan?: string | null;
  /**
   * For the next piece; absent with the last one, where a batch has failed, and where it was broken off: then send
   * the file again.
   */
  next?: BulkNext | null;
  /** How far the batch has come; absent in a dry run. */
  state?: BulkState | LaterWord | null;
}

/** A batch. */
export interface BulkBatchView {
  /** Its id. */
  batch: Id;
  /** How far it has come. */
  state: BulkState | LaterWord;
  /** What becomes of the others when a row is refused. */
  policy: Policy | LaterWord;
  /** The plan of its file. */
  file_plan: string;
  /** The id of the actor who began it. */
  started_by: Id;
  /** Agent or system. */
  kind: ActorKind | LaterWord;
  /** When it began. */
  started_at: Timestamp;
  /** When its last piece was done. */
  changed_at: Timestamp;
  /** The row that was looked at last. */
  row: number;
  /** Rows done, whether reversed or not. */
  done: number;
  /** Rows refused when they were looked at last. */
  refused: number;
  /** Rows reversed. */
  reversed: number;
  /** What the rows gave and took, whether reversed or not. */
  totals: Array<BulkSum>;
}

/** Where a file goes on, and what has become of it so far. */
export interface BulkNext {
  /** Where the file goes on. */
  place: BulkPlace;
  /** The digest of the file up to here. */
  digest: string;
  /** Rows done so far. */
  done: number;
  /** Rows refused so far. */
  refused: number;
  /** What they gave and took so far. */
  totals: Array<BulkSum>;
}

/**
 * Where a file goes on: what one call answers and the next one takes. It keeps what is left of the piece, a row
 * whose end has not come yet, so that whoever sends a file may cut it anywhere.
 */
export interface BulkPlace {
  /**
   * The row that was read last, as a spreadsheet counts: the header is row 1, and a line break inside of a cell
   * begins no row.
   */
  row: number;
  /** The file's first line, when it has come. */
  header?: string | null;
  /** What is left: it goes in front of the next piece. */
  rest?: string;
}

/**
 * How far a batch has come.
 *
 * - `running`: Its file has not come to its end.
 * - `done`: Its file was done to its end.
 * - `failed`: All or nothing was asked for, and a row was refused: what was done is being reversed.
 * - `reversing`: It is being reversed; rows are left that were not, or could not be.
 * - `reversed`: All that it did is reversed.
 */
export type BulkState =
  | "running"
  | "done"
  | "failed"
  | "reversing"
  | "reversed";

/** What rows have given and taken in one point type. */
export interface BulkSum {
  /** The point type. */
  type: Slug;
  /** Given in all. */
  given: Quantity;
  /** Taken in all. */
  taken: Quantity;
}

/** What was reversed. */
export interface BulkUndone {
  /** The batch. */
  batch: Id;
  /** How far it has come. */
  state: BulkState | LaterWord;
  /** Rows of the batch that are reversed so far. */
  reversed: number;
  /** Rows that this call could not reverse. */
  refused: number;
  /** Why not. */
  errors?: Array<RowError>;
  /** The row up to which this call has come, where there are more. */
  next?: number | null;
}

/** A row of a bundle, in the form in which rows travel. */
export interface BundledRow {
  /** The table. */
  table: string;
  /** The typed values. */
  values: Array<unknown>;
  /** Everything else. */
  body: string;
}

/** A hold that was captured. */
export interface CapturedPart {
  /** The hold as it is now. */
  hold: HoldView;
  /** The entry. */
  entry: Ref;
}

/**
 * Where a gift card stands.
 *
 * - `inactive`: Issued blank, and not sold yet.
 * - `active`: It pays.
 * - `blocked`: It does not pay until it is unblocked.
 * - `deactivated`: It never pays again.
 * - `expired`: All that was on it has ended by time.
 */
export type CardState =
  | "inactive"
  | "active"
  | "blocked"
  | "deactivated"
  | "expired";

/**
 * Why a customer has a reward.
 *
 * - `redeemed`: They paid for it.
 * - `granted`: It was given by hand.
 * - `status`: They rose to a status.
 * - `stamp_card`: They filled a stamp card, or reached a slot of it.
 */
export type Cause =
  | "redeemed"
  | "granted"
  | "status"
  | "stamp_card";

/**
 * A change of membership.
 *
 * - `register`: A guest opens an account.
 * - `enroll`: A customer joins the program.
 * - `unenroll`: A member leaves.
 * - `remove`: A member is taken out of the program.
 * - `deactivate`: The account is suspended.
 * - `reactivate`: The suspension ends.
 * - `merge`: The account becomes part of another.
 * - `unmerge`: The account is its own again.
 * - `delete`: The account is erased.
 */
export type Change =
  | "register"
  | "enroll"
  | "unenroll"
  | "remove"
  | "deactivate"
  | "reactivate"
  | "merge"
  | "unmerge"
  | "delete";

/**
 * What an order charges besides its lines.
 *
 * - `shipping`: Shipping.
 * - `tax`: Tax.
 */
export type Charge =
  | "shipping"
  | "tax";

/** What became of a column of the file. */
export interface ColumnRead {
  /** Its name in the file. */
  name: string;
  /** Why it is left out. */
  left_out?: LeftOut | LaterWord | null;
  /** What it is read as; absent when it is left out. */
  read_as?: FileColumn | null;
}

/**
 * How the rules of a point type come together.
 *
 * - `stack`: Every rule that fits gives its part; multipliers multiply each other.
 * - `first_match`: Each line counts for the first rule that fits it, and is multiplied by the first multiplier
 *   that does.
 */
export type Combine =
  | "stack"
  | "first_match";

/**
 * Who turns a full card into its reward.
 *
 * - `automatically`: It turns by itself, with its last stamp.
 * - `on_request`: Whoever asks for it (`stamp_card.complete`).
 */
export type Completes =
  | "automatically"
  | "on_request";

/** A condition on customers: exactly one of `and`, `or`, `not`, or `field` with `op` and `value`. */
export interface Condition {
  /** All of these hold. */
  and?: ReadonlyArray<Condition> | null;
  /** The field that is compared. */
  field?: Field | null;
  /** This does not hold. */
  not?: Condition | null;
  /** How. */
  op?: Op | null;
  /** At least one of these holds. */
  or?: ReadonlyArray<Condition> | null;
  /** With what: a text, true or false, null with `eq` and `ne`, a list with `in`. */
  value?: unknown;
}

/** The price of a reward. */
export interface Cost {
  /** The point type in which it is paid. */
  type: Slug;
  /** How much. */
  amount: Quantity;
}

/** A country: two letters of ISO 3166, such as `AT`. */
export type Country = string;

/** What was earned of a point type, less what of it was taken back; adjustments by hand do not count. */
export interface CountsEarned {
  source: "earned";
  /** The point type. */
  type: Slug;
}

/** Money spent on goods, less what was given back; in the one currency of the program. */
export interface CountsSpend {
  source: "spend";
}

/** Orders. */
export interface CountsOrders {
  source: "orders";
}

/** Sign-ins. */
export interface CountsVisits {
  source: "visits";
}

/** Nothing: an agent sets the counter. */
export interface CountsManual {
  source: "manual";
}

/**
 * What is counted (rule Y1).
 *
 * `source` tells which.
 */
export type Counts = CountsEarned | CountsSpend | CountsOrders | CountsVisits | CountsManual | { source: LaterWord };

/** The answer of `customer.actions`. */
export interface CustomerActionList {
  /** The customer. */
  customer: CustomerId;
  /** Every action. */
  actions: Array<Availability>;
}

/** The answer of `customer.bundle`. */
export interface CustomerBundled {
  /** The customer. */
  customer: CustomerId;
  /** The time of the request, as the host knows it. */
  at: Timestamp;
  /** Who asked, as the host knows them: an actor as in a context. */
  actor: unknown;
  /** The tables of which all rows of the customer are there. */
  tables: Array<string>;
  /** The rows. */
  rows: Array<BundledRow>;
}

/** The receipt of `customer.create`. */
export interface CustomerCreated {
  /** The customer. */
  customer: CustomerId;
  /** Where the customer stands. */
  state: State | LaterWord;
  /** When the account was created. */
  created_at: Timestamp;
  /** The version of the profile, for `if_version`. */
  version: number;
}

/** The receipt of `customer.delete`. */
export interface CustomerDeleted {
  /** The customer. */
  customer: CustomerId;
  /** The state before; `deleted` when the call went on with an erasure. */
  from: State | LaterWord;
  /** The state now. */
  state: State | LaterWord;
  /** The version of the membership, for `if_version`. */
  version: number;
  /** Whether everything is erased; if not, call again, or `maintenance.run`. */
  complete: boolean;
}

/** The answer of `customer.details`. */
export interface CustomerDetailed {
  /** The customer. */
  customer: CustomerId;
  /** When the account was created. */
  created_at: Timestamp;
  /** What can be done now. */
  actions?: Array<Availability> | null;
  /** The addresses. */
  addresses?: Array<Address> | null;
  /** The commands; absent without the right `audit.list`. */
  audit?: Array<AuditRow> | null;
  /** The balances; absent without the right `points.balance`. */
  balances?: Array<Balance> | null;
  /** The blacklisting, if any; comes with the profile, and not to the customer. */
  blacklisting?: Blacklisting | null;
  /** What mail the customer wants. */
  email?: Preferences | null;
  /** The gift cards; absent without the right `gift_card.list`. */
  gift_cards?: Array<GiftCardView> | null;
  /** Stands only on guests. */
  guest?: boolean;
  /** The entries of all journals; absent without the right `points.history`. */
  history?: Array<EntryView> | null;
  /** The last sign-in that the host told of. */
  last_login_at?: Timestamp | null;
  /** Where the customer stands. */
  membership?: Membership | null;
  /** The merges; absent without the right `merge.history`. */
  merges?: Array<MergeView> | null;
  /** The tabs that have more rows than are shown. */
  more?: Array<Tab | LaterWord>;
  /** The orders; absent without the right `order.list`. */
  orders?: Array<OrderView> | null;
  /** The saved payment methods. */
  payment_methods?: Array<PaymentMethod> | null;
  /** Who the customer is. */
  profile?: Profile | null;
  /** The rewards; absent without the right `reward.list`. */
  rewards?: Array<RewardView> | null;
  /** The stamp cards; absent without the right `stamp_card.progress`. */
  stamps?: Array<StampCardView> | null;
  /** Where the customer stands in each status system; absent without the right `status.list`. */
  statuses?: Array<StatusView> | null;
  /** The subscriptions; absent without the right `subscription.list`. */
  subscriptions?: Array<SubscriptionView> | null;
  /** The tickets; absent without the right `ticket.list`. */
  tickets?: Array<TicketView> | null;
  /** What the customer would like. */
  wishlist?: Array<Wish> | null;
}

/** The receipt of `customer.edit`. */
export interface CustomerEdited {
  /** The customer. */
  customer: CustomerId;
  /** The version of the profile now; an edit that changes nothing leaves it. */
  version: number;
  /** The fields that are different now. */
  changed: Array<string>;
}

/** A page of `customer.export_csv`. */
export interface CustomerExported {
  /** The next part of the file. */
  csv: string;
  /** Customers in it. */
  rows: number;
  /** Where the next page begins; absent on the last. */
  next?: string | null;
}

/** The answer of `customer.export_data`. */
export interface CustomerExportedData {
  /** The customer. */
  customer: CustomerId;
  /** When this was so. */
  exported_at: Timestamp;
  /** An object with a list for each section, by its name. */
  data: unknown;
  /** The sections that go on. */
  more?: Array<MoreData>;
  /** The sections that this actor may not see. */
  withheld?: Array<Section | LaterWord>;
}

/** The receipt of `customer.assign_group`. */
export interface CustomerGroupAssigned {
  /** The customer. */
  customer: CustomerId;
  /** The version of the profile now. */
  version: number;
  /** The group now. */
  group?: Slug | null;
  /** The group before. */
  group_before?: Slug | null;
}

/** The host's own id of a customer: opaque, 1–64 visible characters, compared byte by byte. */
export type CustomerId = string;

/** What became of rows, in numbers. */
export interface CustomerImportCounts {
  /** Customers created. */
  created: number;
  /** Customers who took on what their row says. */
  updated: number;
  /** Customers who were as their row says. */
  unchanged: number;
  /** Customers who were there already and were skipped. */
  skipped: number;
  /** Rows that an earlier call of this batch had done. */
  repeated: number;
  /** Rows refused. */
  refused: number;
}

/** Where a file goes on, and what has become of it so far. */
export interface CustomerImportNext {
  /** Where the file goes on. */
  place: CustomerPlace;
  /** What became of the rows so far. */
  counts: CustomerImportCounts;
}

/** What became of a piece, and of the file so far. */
export interface CustomerImported {
  /** The batch. */
  batch: Id;
  /** The row that was looked at last. */
  row: number;
  /** Rows done so far, those included that were done before. */
  done: number;
  /** Rows refused so far. */
  refused: number;
  /** What became of the rows so far. */
  counts: CustomerImportCounts;
  /** Whether it was broken off: then send the file again. */
  broken_off?: boolean;
  /** With the piece that has the header: what each column is read as. */
  columns?: Array<ColumnRead>;
  /** What was refused in this piece, cell by cell. */
  errors?: Array<RowError>;
  /** For the next piece; absent with the last one, and where it was broken off. */
  next?: CustomerImportNext | null;
}

/** A page of `customer.list`. */
export interface CustomerListed {
  /** The rows: a value by column, null where there is none. Rows of guests have `"guest": true` besides. */
  rows: Array<Record<string, unknown>>;
  /** Where the next page begins; absent on the last. */
  next?: string | null;
}

/** The receipt of `customer.record_login`. */
export interface CustomerLoginRecorded {
  /** The customer. */
  customer: CustomerId;
  /** The last sign-in known now. */
  last_login_at: Timestamp;
}

/**
 * Where a file goes on: what one call answers and the next one takes. It keeps what is left of the piece, a row
 * whose end has not come yet, so that whoever sends a file may cut it anywhere.
 */
export interface CustomerPlace {
  /**
   * The row that was read last, as a spreadsheet counts: the header is row 1, and a line break inside of a cell
   * begins no row.
   */
  row: number;
  /** The file's first line, when it has come. */
  header?: string | null;
  /** What is left: it goes in front of the next piece. */
  rest?: string;
}

/** A customer, as `customer.get` shows them. */
export interface CustomerView {
  /** The customer. */
  customer: CustomerId;
  /** When the account was created. */
  created_at: Timestamp;
  /** Who the customer is. */
  profile: Profile;
  /** Where the customer stands. */
  membership: Membership;
  /** What mail the customer wants. */
  preferences: Preferences;
  /** The blacklisting, if any. */
  blacklisting?: Blacklisting | null;
  /** Stands only on who is deleted and not yet erased whole: call `customer.delete` again, or `maintenance.run`. */
  erasing?: boolean;
  /** Stands only on guests. */
  guest?: boolean;
  /** The last sign-in that the host told of. */
  last_login_at?: Timestamp | null;
  /** Who has referred the customer to the program; the shop's own. */
  referred_by?: CustomerId | null;
}

/** A calendar date, `2026-11-22` on the wire. */
export type Date = string;

/**
 * In which order the numbers of a date stand.
 *
 * - `ymd`: Year, month, day, with hyphens: 2026-11-22.
 * - `mdy`: Month, day, year, with slashes, points or hyphens: 11/22/2026.
 * - `dmy`: Day, month, year, with slashes, points or hyphens: 22.11.2026.
 */
export type DateOrder =
  | "ymd"
  | "mdy"
  | "dmy";

/** The first place where the books are not what they should be. */
export interface Difference {
  /** Where: a row of the operation log, an entry, an account, a lot or a hold. */
  place: string;
  /** What must stand there. */
  expected: string;
  /** What stands there. */
  found: string;
}

/** What lapses at one instant. */
export interface Due {
  /** The instant from which on it no longer counts. */
  expires_at: Timestamp;
  /** How much. */
  amount: Quantity;
  /** Whether this is the account's date, which moves with the member's activity. */
  account_date: boolean;
}

/** What an order earned by one rule. */
export interface Earned {
  /** The point type. */
  type: Slug;
  /** The rule. */
  rule: Slug;
  /** How much. */
  amount: Quantity;
  /** The entry. */
  entry: Ref;
  /** The local day on which it counts for the rule's cap. */
  counted_on?: Date | null;
  /** Who got it, where that is not the order's owner: who has referred them. Staff only. */
  customer?: CustomerId | null;
  /** Whether it stays when the order is refunded. */
  kept_on_refund?: boolean;
  /** What each part of the order has of it; together exactly the amount (rule O3). */
  shares?: Array<Share>;
  /** What refunds have taken back of it. */
  taken?: Quantity;
}

/** What orders earn, and when. */
export interface Earning {
  /** What is given once to a person (rule O8). */
  bonuses?: Array<Bonus>;
  /** How the rules of a point type come together. */
  combine?: Combine | LaterWord;
  /** The rules. */
  rules?: Array<EarningRule>;
  /** What becomes of the points that paid for an order when it is refunded (rule O4). */
  spent_points?: SpentPoints | LaterWord;
  /** With `own_lots_with_grace`: for how many days lots live on whose end has passed meanwhile. */
  spent_points_grace_days?: number | null;
  /** The state in which an order earns. */
  when?: EarnsWhen | LaterWord;
}

/** An earning rule: what it gives, for which lines, and under which conditions (rule O2). */
export interface EarningRule {
  /** The rule's id; entries name it. */
  id: Slug;
  /** The point type that is earned. */
  type: Slug;
  /** A rate: whether lines count with what they cost before discounts. */
  before_discounts?: boolean;
  /** The most it gives for one order. */
  cap_per_order?: Quantity | null;
  /** The most it gives to one customer in a period. */
  cap_per_period?: PeriodCap | null;
  /** Only lines in one of these categories; any when empty. */
  categories?: Array<Line>;
  /** Only orders placed on this local day or later. */
  from?: Date | null;
  /** A rate: count only full steps of `per`: 10 points per full 2 earn 30 on 7. */
  full_steps?: boolean;
  /** For what it gives. */
  gives?: Gives | LaterWord;
  /** Only customers in one of these groups; any when empty. */
  groups?: Array<Slug>;
  /** Whether lines count that sell gift cards; what is bought with the card earns later (rule R7). */
  include_gift_cards?: boolean;
  /** A rate: whether shipping counts. */
  include_shipping?: boolean;
  /** A rate: whether tax counts. */
  include_tax?: boolean;
  /** By order: whether it stays with the customer when the order is refunded (rule O4). */
  keep_on_refund?: boolean;
  /** A rate: whether what was paid with points is left out. */
  less_spent_points?: boolean;
  /** Only orders whose goods, less discounts, come to this much. */
  minimum_spend?: Quantity | null;
  /** A rate: how much of the order's currency earns `points`. */
  per?: Quantity | null;
  /** How many are given for every `per`, for an item, or for the order. */
  points?: Quantity | null;
  /** How a fraction of the smallest unit is rounded. */
  rounding?: Rounding | LaterWord;
  /** Only lines with one of these articles; any when empty. */
  skus?: Array<Id>;
  /** Only customers with one of these statuses; any when empty. */
  statuses?: Array<InStatus>;
  /** A multiplier: by how much it multiplies what rates and rules by item of its type give. */
  times?: Quantity | null;
  /** Only orders placed on this local day or earlier. */
  until?: Date | null;
  /** Only orders placed on one of these days of the week; any when empty. */
  weekdays?: Array<Weekday | LaterWord>;
}

/**
 * The state of an order that makes it earn (rule O1).
 *
 * - `placed`: As soon as it is recorded.
 * - `paid`: When its payments cover it.
 * - `fulfilled`: When it is fulfilled.
 */
export type EarnsWhen =
  | "placed"
  | "paid"
  | "fulfilled";

/**
 * An email address as the customer writes it: trimmed, Unicode NFC, at most 254 bytes. Compare by
 * `Email::folded`.
 */
export type Email = string;

/** The receipt of `email.set_preferences` and `email.unsubscribe_all`. */
export interface EmailPreferencesSet {
  /** The customer. */
  customer: CustomerId;
  /** The preferences now. */
  preferences: Preferences;
}

/** What lapses of a point type. */
export interface Ending {
  /** The point type. */
  type: Slug;
  /** Whose it is. */
  holder: Holder | LaterWord;
  /** The months in which something lapses, in their order. */
  months: Array<Month>;
}

/**
 * Who joins the program by an import.
 *
 * - `file`: Whom the file calls a member. Files of loyalty platforms have members only, unless a column says
 *   otherwise.
 * - `all`: All.
 * - `nobody`: Nobody.
 */
export type Enrolling =
  | "file"
  | "all"
  | "nobody";

/**
 * Why an entry stands in the journal.
 *
 * - `earn`: Earned.
 * - `adjust`: Adjusted by hand.
 * - `load`: Paid in: a gift card was issued or recharged.
 * - `redeem`: Redeemed from a gift card to the credit of an account: less on the one, more on the other.
 * - `spend`: Spent.
 * - `capture`: Spent through a hold.
 * - `expire`: Lapsed.
 * - `reinstate`: Lapsed lots came back.
 * - `forfeit`: Taken because the member left the program, or the gift card was deactivated.
 * - `extend`: Lots got a later end; the amount is zero.
 * - `redate`: Lots got another end by hand; the amount is zero.
 * - `repay`: Lots paid off debt; the amount is zero.
 * - `reverse`: Takes an earlier entry back.
 * - `merge_out`: Went to another account by a merge, or back by its undo.
 * - `merge_in`: Came from another account by a merge, or back by its undo.
 * - `transfer_out`: Given to another customer.
 * - `transfer_in`: Given by another customer.
 */
export type EntryKind =
  | "earn"
  | "adjust"
  | "load"
  | "redeem"
  | "spend"
  | "capture"
  | "expire"
  | "reinstate"
  | "forfeit"
  | "extend"
  | "redate"
  | "repay"
  | "reverse"
  | "merge_out"
  | "merge_in"
  | "transfer_out"
  | "transfer_in";

/** An entry of a journal. */
export interface EntryView {
  /** The id. */
  id: Ref;
  /** The point type. */
  type: Slug;
  /** Why it stands in the journal. */
  kind: EntryKind | LaterWord;
  /** The signed amount. */
  amount: Quantity;
  /** The balance after it. */
  balance: Quantity;
  /** When it took effect. */
  effective_at: Timestamp;
  /** When it was recorded. */
  recorded_at: Timestamp;
  /** Who asked for it; a customer sees only themselves, not the shop's people. */
  actor?: string | null;
  /** A credit that is not active at once: from when on it is. */
  available_from?: Timestamp | null;
  /** The batch of adjustments it came from; staff only. */
  batch?: Id | null;
  /** What the customer reads. */
  comment?: string | null;
  /**
   * Of a merge, and of what is reversed after it: the entry in the other account. Of a transfer the same, for
   * staff only.
   */
  counterpart?: Ref | null;
  /** How the debt changed. */
  debt?: Quantity | null;
  /** A credit: when its lot ends. */
  expires?: Lapse | null;
  /** The hold it came from. */
  hold?: Ref | null;
  /** The lots from which it took (negative) or to which it gave back, and how much of each. */
  lots?: Array<PartView>;
  /** The internal note; staff only. */
  note?: string | null;
  /** The order it came from. */
  order?: Id | null;
  /** Why; staff only. */
  reason?: string | null;
  /** How much of it has been reversed. */
  reversed?: Quantity | null;
  /** The entry it reverses. */
  reverses?: Ref | null;
  /** The earning rule it came from. */
  rule?: Slug | null;
}

/**
 * A period of the calendar.
 *
 * - `day`: A day.
 * - `week`: A week from Monday.
 * - `month`: A month.
 * - `year`: A year.
 */
export type Every =
  | "day"
  | "week"
  | "month"
  | "year";

/**
 * What happens with a row whose customer is there already, by id or by email.
 *
 * - `refuse`: It is an error of the row.
 * - `skip`: The customer stays as they are.
 * - `update`: The customer takes on what the row says.
 */
export type Existing =
  | "refuse"
  | "skip"
  | "update";

/** Credits last for ever. */
export interface ExpiryNever {
  policy: "never";
}

/** Credits end at the first instant of the local date this many days later. */
export interface ExpiryDays {
  policy: "days";
  /** How many days, 1 to 36,500. */
  days: number;
}

/** Credits end at the first instant of the same day number this many months later. */
export interface ExpiryMonths {
  policy: "months";
  /** How many months, 0 to 1,200; 0 only with `round_up_to`. */
  months: number;
  /** End with the month, quarter or year in which that day lies. */
  round_up_to?: RoundUp | LaterWord | null;
}

/** All credits end on one date of the account, which moves with the member's activity. */
export interface ExpiryInactivity {
  policy: "inactivity";
  /** The unit of `count`. */
  period: Period | LaterWord;
  /** How many days or months without activity. */
  count: number;
  /** What counts as activity. */
  moved_by?: Moves | LaterWord;
}

/**
 * The expiry policy of a point type. The resolved instant is stored on the lot; a later change of the policy
 * moves nothing by itself.
 *
 * `policy` tells which.
 */
export type Expiry = ExpiryNever | ExpiryDays | ExpiryMonths | ExpiryInactivity | { policy: LaterWord };

/**
 * How far a status falls that is no longer kept.
 *
 * - `to_fit`: To what the counter reaches, now or as the period ended.
 * - `one_step`: To the next status below, which is then kept for a period of its own.
 */
export type Falling =
  | "to_fit"
  | "one_step";

/**
 * A field of the customer list.
 *
 * - `id`: The host's id, byte by byte.
 * - `email`: The email, without case.
 * - `name`: The name. Filters and sorting see it folded, family name first: `lovelace ada`.
 * - `phone`: The phone number, digits only.
 * - `group`: The group.
 * - `state`: The membership state: `guest`, `registered`, `enrolled`, `unenrolled`, `removed`, `on_hold`,
 *   `merged`, `deleted`.
 * - `locale`: The locale, without case.
 * - `gender`: The gender, without case and accents.
 * - `birth_date`: The date of birth.
 * - `created_at`: When the account was created.
 * - `last_login_at`: The last sign-in.
 * - `newsletter`: Whether the newsletter is wanted.
 * - `blacklisted`: Whether the customer is blacklisted.
 */
export type Field =
  | "id"
  | "email"
  | "name"
  | "phone"
  | "group"
  | "state"
  | "locale"
  | "gender"
  | "birth_date"
  | "created_at"
  | "last_login_at"
  | "newsletter"
  | "blacklisted";

/**
 * A column of a file of customers.
 *
 * Who they are: `id`, `email`, `name` (the whole name), `prefix`, `first_name`, `middle_name`, `last_name`,
 * `suffix`, `phone`, `gender`, `birth_date`, `group`, `locale`, `time_zone`, `link`. Where they stand: `state`,
 * `member`, `active`, `created_at`, `last_login_at`, `blacklisted`; `status`, an id of the program, with
 * `status_system` where it has several, and `status_valid_through`, the last day of the lock. What mail they
 * want: `newsletter`, and `list:` with the id of a mailing list of the program. One address: `address_label`,
 * `address_name`, `address_company`, `address_lines` (all lines in one cell), `address_line_1`,
 * `address_line_2`, `address_city`, `address_region`, `address_postal_code`, `address_country`, `address_phone`.
 */
export type FileColumn = string;

/**
 * The columns of a file, as the programs call them from which it comes. Columns that are not listed are passed
 * over, but for those of our own format.
 *
 * - `loyalty`: Our own: `customer` or `email`, `amount`; `type`, `expected`, `reason`, `comment`, `note`, and at
 *   most one of `expires_after_days`, `valid_through`, `expires_at`, `never_expires` (`yes` or nothing).
 * - `talon_one`: Talon.One's points: `customerprofileid`, `amount`, `startdate`, `expirydate`, `subledgerid`
 *   (the point type), `reason`. It adds.
 * - `smile`: Smile's points: `email`, `points`.
 * - `loyalty_lion`: LoyaltyLion's points: `customer id`, `emails`, `points`.
 * - `stamped`: Stamped's customers: `email`, and `points` where the mode is `set`, `add_points` where it is
 *   `add`; the other must be empty.
 * - `yotpo`: Yotpo's customers: `Email`, `Points Balance`. It sets.
 * - `fan_maker`: FanMaker's awards: `Email`, `Points`, `Explanation` (the reason), `Identifier` (the note). It
 *   adds.
 */
export type Format =
  | "loyalty"
  | "talon_one"
  | "smile"
  | "loyalty_lion"
  | "stamped"
  | "yotpo"
  | "fan_maker";

/** A card with a page of what was done with it. */
export interface GiftCardActivities {
  /** The card. */
  card: GiftCardView;
  /** The entries of its journal, newest first. */
  activities: Array<EntryView>;
  /** Where to go on; absent on the last page. */
  next?: number | null;
}

/** A page of gift cards. */
export interface GiftCardCardPage {
  /** The cards, newest first. */
  gift_cards: Array<GiftCardView>;
  /** Where to go on; absent on the last page. */
  next?: Id | null;
}

/** The result of `gift_card.issue`. */
export interface GiftCardIssued {
  /** The card. */
  card: GiftCardView;
  /** The entry in the card's journal. */
  entry: Ref;
  /** The code, whole, in the first answer alone: hand it to the recipient and do not keep it. */
  code?: string | null;
}

/** The result of an operation that moves the value of a card. */
export interface GiftCardMoved {
  /** The card's number. */
  gift_card: Id;
  /** The entry in the card's journal; the receipt's `entries` have it whole. */
  entry: Ref;
  /** What can be spent of the card now. */
  balance: Quantity;
}

/** The result of `gift_card.redeem`. */
export interface GiftCardRedeemed {
  /** The customer. */
  customer: CustomerId;
  /** The card's number. */
  gift_card: Id;
  /** How much was moved. */
  amount: Quantity;
  /** The entry in the card's journal. */
  entry: Ref;
  /** The entries in the customer's journal: one for each end. */
  credits: Array<Ref>;
  /** What can be spent of the card now. */
  balance: Quantity;
}

/** A gift card as answers show it. */
export interface GiftCardView {
  /** The card's number. */
  gift_card: Id;
  /** Where it stands. */
  state: CardState | LaterWord;
  /** The point type of its value. */
  type: Slug;
  /** The last four symbols of its code. */
  last_four: string;
  /** When it was issued. */
  issued_at: Timestamp;
  /** When the last of its value ends. */
  expires: Lapse;
  /** Its value. */
  balance: Balance;
  /** The version of the card, for `if_version`. */
  version: number;
  /** The customer whose it was before a merge. */
  came_from?: CustomerId | null;
  /** The customer to whom it was issued. */
  customer?: CustomerId | null;
  /** What the giver writes. */
  message?: Text | null;
  /** An internal note; staff only. */
  note?: Text | null;
  /** The order on which it was bought. */
  order?: Id | null;
  /** Why it is blocked or deactivated; staff only. */
  reason?: Line | null;
  /** Whom it is for. */
  recipient?: Line | null;
  /** Where it is sent. */
  recipient_email?: Email | null;
}

/** Points, or value of a gift card, that paid for an order, and what refunds made of them. */
export interface GivenBack {
  /** The entry or hold that paid. */
  source: Ref;
  /** How much of it came back. */
  amount: Quantity;
  /**
   * How much of it stayed spent, as the program said at the time of a refund; a later program changes nothing
   * about it.
   */
  kept?: Quantity;
}

/**
 * For what a rule gives.
 *
 * - `rate`: `points` for every `per` of the lines' value.
 * - `per_item`: `points` for every item of the lines.
 * - `per_order`: `points` for the order.
 * - `times`: Nothing itself: it multiplies by `times`.
 */
export type Gives =
  | "rate"
  | "per_item"
  | "per_order"
  | "times";

/** A part of a mixed payment: a point type of the customer, or a gift card by its number or its code. */
export interface HoldPart {
  /** How much, more than zero. */
  amount: Quantity;
  /** The code of a gift card, instead of its number. */
  code?: Line | null;
  /** The number of a gift card. */
  gift_card?: Id | null;
  /** The point type. */
  type?: Slug | null;
}

/**
 * Whether a hold still sets something aside.
 *
 * - `open`: It does.
 * - `closed`: Nothing is set aside any more.
 */
export type HoldState =
  | "open"
  | "closed";

/** A hold. */
export interface HoldView {
  /** The id. */
  id: Ref;
  /** The point type. */
  type: Slug;
  /** Open, or closed because all was captured or released. */
  state: HoldState | LaterWord;
  /** What was set aside. */
  authorized: Quantity;
  /** What was taken. */
  captured: Quantity;
  /** What was given back. */
  released: Quantity;
  /** What is still set aside. */
  remaining: Quantity;
  /** When what remains is given back by itself. */
  held_until?: Timestamp | null;
  /** The order for which it was made. */
  order?: Id | null;
}

/**
 * Whose the value is.
 *
 * - `customers`: On accounts of customers.
 * - `gift_cards`: On gift cards.
 */
export type Holder =
  | "customers"
  | "gift_cards";

/** The host's own id of something: opaque, 1–64 visible characters, compared byte by byte. */
export type Id = string;

/** The receipt of `impersonation.verify`. */
export interface ImpersonationRedeemed {
  /** The customer as whom to sign in. */
  customer: CustomerId;
  /** The agent who acts as them. */
  agent: Id;
  /** What to put into `actor.through` of every context of the session. */
  through: Line;
  /** Why the agent does it; staff only. */
  reason?: Line | null;
}

/** The result of `impersonation.start`. */
export interface ImpersonationStarted {
  /** The customer. */
  customer: CustomerId;
  /** From when on the token no longer works. */
  valid_until: Timestamp;
  /** The token, in the first answer alone: hand it to your sign-in and do not keep it. */
  token?: string | null;
}

/** What became of rows, in numbers. */
export interface ImportCounts {
  /** Customers created. */
  created: number;
  /** Customers who took on what their row says. */
  updated: number;
  /** Customers who were as their row says. */
  unchanged: number;
  /** Customers who were there already and were skipped. */
  skipped: number;
  /** Rows that an earlier call of this batch had done. */
  repeated: number;
  /** Rows refused. */
  refused: number;
}

/** Where a file goes on, and what has become of it so far. */
export interface ImportNext {
  /** Where the file goes on. */
  place: Place;
  /** What became of the rows so far. */
  counts: ImportCounts;
}

/** A status of a status system. */
export interface InStatus {
  /** The system. */
  system: Slug;
  /** The status. */
  status: Slug;
}

/** The verdict. */
export interface JournalVerified {
  /** Whether everything is as it should be. */
  sound: boolean;
  /** The head of the chain, 64 hexadecimal digits. */
  head: string;
  /** Commands in the chain. */
  commands: number;
  /** Entries in all journals. */
  entries: number;
  /** The first difference. */
  difference?: Difference | null;
}

/** As long as the counter reaches it. */
export interface KeepWhileItFits {
  policy: "while_it_fits";
}

/** To the end of a calendar year: so many years behind the one in which it was reached or renewed. */
export interface KeepYears {
  policy: "years";
  /** How many years, 1 to 100. */
  years: number;
}

/** To the first instant of the same day number, so many months later. */
export interface KeepMonths {
  policy: "months";
  /** How many months, 1 to 1,200. */
  months: number;
}

/**
 * Until when a status is kept that was reached or renewed: its qualification period (rule Y5).
 *
 * `policy` tells which.
 */
export type Keep = KeepWhileItFits | KeepYears | KeepMonths | { policy: LaterWord };

/**
 * When a lot ends. Stored on the lot: a later change of the program moves nothing by itself.
 *
 * On the wire one text: a time, `account_date` or `never`.
 */
export type Lapse = string;

/** The last four digits of a card or account number. */
export type LastFour = string;

/**
 * Why a column is left out.
 *
 * - `ignored`: The preset or the request says so.
 * - `not_known`: Neither the preset nor the request knows it.
 * - `password`: It is a password, or resets one: such columns are never read.
 */
export type LeftOut =
  | "ignored"
  | "not_known"
  | "password";

/**
 * One line of text: 1–200 characters, trimmed, no control characters, none that turn the direction of text,
 * Unicode NFC.
 */
export type Line = string;

/** What an agent decided about a status: evaluation moves it on one side of this only (rule Y3). */
export interface Lock {
  /** Which side is closed. */
  kind: LockKind | LaterWord;
  /** The status that was set. */
  status: Slug;
  /** Until when, this instant excluded; without an end when absent. */
  until?: Timestamp | null;
}

/**
 * Which side of a status is closed to evaluation.
 *
 * - `not_lowered`: It may rise, and never falls below what was set.
 * - `not_raised`: It may fall, and never rises above what was set.
 */
export type LockKind =
  | "not_lowered"
  | "not_raised";

/**
 * A long text: 1–20,000 characters, trimmed, line breaks allowed, none that turn the direction of text, Unicode
 * NFC.
 */
export type LongText = string;

/** A mail to a customer, ready to be sent. */
export interface Mail {
  /** To whom. */
  to: Email;
  /** The subject, one line. */
  subject: string;
  /** The mail as plain text. */
  text: string;
  /** The mail as HTML, escaped; absent where the template has none. */
  html?: string | null;
}

/** What the sweep did. */
export interface MaintenanceSwept {
  /** Customers settled. */
  customers: number;
  /** Customers or gift cards whose settling was refused; they are due again. */
  refused: number;
  /** Whether there may be more that is due: call again. */
  more: boolean;
  /** Gift cards settled. */
  gift_cards?: number;
}

/** A customer's membership. */
export interface Membership {
  /** Where the customer stands. */
  state: State | LaterWord;
  /** Since when. */
  since: Timestamp;
  /** The version of the membership, for `if_version`. */
  version: number;
  /** On hold or merged: the state to which the account returns. */
  before?: State | LaterWord | null;
  /** Enrolled at least once: when first. */
  enrolled_at?: Timestamp | null;
  /** Merged: into whom. */
  merged_into?: CustomerId | null;
}

/** The capabilities of a customer. */
export interface MembershipCapabilityList {
  /** The customer. */
  customer: CustomerId;
  /** Where the customer stands. */
  state: State | LaterWord;
  /** Each capability, and whether the state has it. */
  capabilities: Record<string, boolean>;
}

/** The result of a change of membership. */
export interface MembershipChanged {
  /** The customer. */
  customer: CustomerId;
  /** The state before. */
  from: State | LaterWord;
  /** The state now. */
  state: State | LaterWord;
  /** The version of the membership, for `if_version`. */
  version: number;
}

/** The membership and how it came to be. */
export interface MembershipHistory {
  /** The customer. */
  customer: CustomerId;
  /** The membership now. */
  membership: Membership;
  /** The changes, newest first. */
  changes: Array<PastChange>;
}

/** The merges into a customer. */
export interface MergeHistory {
  /** The customer. */
  customer: CustomerId;
  /** The merges, newest first. */
  merges: Array<MergeView>;
}

/** The value of a point type that went back. */
export interface MergeReturned {
  /** The point type. */
  type: Slug;
  /** What the source had brought. */
  brought: Quantity;
  /** What it gets back; the rest was spent, has lapsed, or is held. */
  returned: Quantity;
}

/** The receipt of `merge.undo`. */
export interface MergeUndone {
  /** The customer into whom was merged. */
  survivor: CustomerId;
  /** The customer who is their own again. */
  source: CustomerId;
  /** The state of the source. */
  state: State | LaterWord;
  /** The value that went back, by point type. */
  returned: Array<MergeReturned>;
  /** What stayed with the survivor as the merge left it, and why. */
  stayed: Array<Stayed>;
}

/** A merge, as answers show it. */
export interface MergeView {
  /** The survivor. */
  survivor: CustomerId;
  /** The customer who was merged. */
  source: CustomerId;
  /** When. */
  merged_at: Timestamp;
  /** What was added to the survivor's records. */
  added: Added;
  /** The records that moved. */
  records: Records;
  /** Who asked for it; staff only. */
  actor?: string | null;
  /** A comment. */
  comment?: Text | null;
  /** Why; staff only. */
  reason?: Line | null;
  /** When it was undone. */
  undone_at?: Timestamp | null;
}

/** The receipt of `merge.apply`. */
export interface Merged {
  /** The customer who remains. */
  survivor: CustomerId;
  /** The customer who was merged. */
  source: CustomerId;
  /** The fields of the profiles side by side. */
  fields: Array<PlannedField>;
  /** When the survivor is said to have been created: the earlier date. */
  created_at: Timestamp;
  /** What was added to the survivor's records. */
  added: Added;
  /** The records that moved. */
  records: Records;
  /** The later of the last sign-ins. */
  last_login_at?: Timestamp | null;
  /** The decisions about mail side by side. */
  mail?: Array<PlannedMail>;
  /** Where both stand in the status systems, and the survivor afterwards. */
  statuses?: Array<PlannedStatus>;
}

/** A message as the host gets it. */
export interface MessageView {
  /** The id, for `outbox.ack`. */
  id: Ref;
  /** What happened: the name of the operation. */
  event: string;
  /** When it was recorded. */
  recorded_at: Timestamp;
  /** Who asked for it. */
  actor: string;
  /** The result of the operation; of a mail, what it is about: customer, ticket, template. */
  data: unknown;
  /** Given out again after this time if it is not acknowledged. */
  leased_until: Timestamp;
  /** The customer it is about. */
  customer?: CustomerId | null;
  /**
   * Send this mail to the customer, whatever marketing they have opted out of: it belongs to a transaction. It may
   * hold a password, so do not keep it.
   */
  email?: Mail | null;
  /** The gift card it is about. */
  gift_card?: Id | null;
}

/**
 * What is done with the amounts of a file.
 *
 * - `add`: They are given or, below zero, taken.
 * - `set`: They are what the balance shall be, where it is what was expected.
 */
export type Mode =
  | "add"
  | "set";

/** An instant, or a local date of the program's zone. */
export type Moment = string;

/** What lapses in a month. */
export interface Month {
  /** The first day of the month. */
  month: Date;
  /** How many lots. */
  lots: number;
  /** How much. */
  amount: Quantity;
  /** How much of it lapses on an account's date, which moves on with the member's activity. */
  account_date: Quantity;
}

/** A section that has more rows than were answered. */
export interface MoreData {
  /** The section. */
  section: Section | LaterWord;
  /** Where it goes on. */
  cursor: string;
}

/**
 * What moves the date of an account whose credits lapse with inactivity.
 *
 * - `earning`: Earning.
 * - `earning_or_spending`: Earning and spending.
 */
export type Moves =
  | "earning"
  | "earning_or_spending";

/** Something with an id and a name: a group or a mailing list. */
export interface Named {
  /** The id. */
  id: Slug;
  /** The name that people see; the id when absent. */
  name?: Line | null;
}

/** Where a file goes on, and what has become of it so far. */
export interface Next {
  /** Where the file goes on. */
  place: Place;
  /** The digest of the file up to here. */
  digest: string;
  /** Rows done so far. */
  done: number;
  /** Rows refused so far. */
  refused: number;
  /** What they gave and took so far. */
  totals: ReadonlyArray<Sum>;
}

/** The next reward on a stamp card. */
export interface NextReward {
  /** The number of its stamp. */
  stamp: number;
  /** The reward. */
  reward: Slug;
  /** The name that people see. */
  name: string;
}

/** The next status above. */
export interface NextStatus {
  /** What the counter lacks. */
  missing: Quantity;
  /** The id. */
  id: Slug;
  /** The name. */
  name: string;
  /** The counter from which on a member has it. */
  threshold: Quantity;
}

/**
 * Why someone may not buy.
 *
 * - `blacklisted`: The email or the customer is blacklisted.
 * - `state`: The customer is on hold, merged or deleted.
 */
export type Obstacle =
  | "blacklisted"
  | "state";

/**
 * What becomes of points and stamps when a member leaves the program.
 *
 * - `freeze`: They stay, frozen, and lapse on their dates.
 * - `forfeit`: They are taken.
 */
export type OnLeaving =
  | "freeze"
  | "forfeit";

/**
 * How a field is compared.
 *
 * - `eq`: Equal; null equals null.
 * - `ne`: Not equal; also where there is no value.
 * - `lt`: Smaller.
 * - `le`: Smaller or equal.
 * - `gt`: Larger.
 * - `ge`: Larger or equal.
 * - `in`: Equal to one of a list.
 * - `prefix`: Begins with.
 * - `contains`: In which it stands somewhere; of a name, each word.
 */
export type Op =
  | "eq"
  | "ne"
  | "lt"
  | "le"
  | "gt"
  | "ge"
  | "in"
  | "prefix"
  | "contains";

/** A decision about a mailing list: what, when, by whom and through what. */
export interface OptIn {
  /** Wanted or not. */
  opted_in: boolean;
  /** When it was decided. */
  changed_at: Timestamp;
  /**
   * The actor who recorded it. Customers see themselves alone, and what they decided through: never the shop's
   * people.
   */
  by?: string | null;
  /** The page, device or channel. */
  through?: Line | null;
}

/** A line of an order. */
export interface OrderLine {
  /** The host's id of the line, unique in the order; its position from 1 when absent. */
  id: Id;
  /** How many, more than zero. */
  quantity: Quantity;
  /** The price of one, not negative. */
  unit_price: Quantity;
  /** Discount on the line, not negative. */
  discount: Quantity;
  /** The category of the article. */
  category?: Line | null;
  /** Whether it sells gift cards. */
  gift_card?: boolean;
  /** The article. */
  sku?: Id | null;
}

/** A line of an order as it comes in. */
export interface OrderOrderLine {
  /** The price of one, not negative. */
  unit_price: Quantity;
  /** The category of the article. */
  category?: Line | null;
  /** Discount on the line, not negative. */
  discount?: Quantity;
  /** Whether it sells gift cards: then it earns nothing, unless a rule says so. */
  gift_card?: boolean;
  /** The host's id of the line, unique in the order; its position from 1 when absent. */
  id?: Id | null;
  /** How many, more than zero; 1 when absent. */
  quantity?: Quantity;
  /** The article. */
  sku?: Id | null;
}

/** A page of orders. */
export interface OrderPage {
  /** The orders, newest first. */
  orders: Array<OrderView>;
  /** Where to go on; absent on the last page. */
  next?: Id | null;
}

/**
 * How far an order is paid (rule O7); `payments` has where each payment stands.
 *
 * - `unpaid`: Nothing is.
 * - `partly_paid`: Something is, but not all that is owed.
 * - `paid`: All that is owed.
 * - `refunded`: Everything was given back.
 */
export type OrderPaid =
  | "unpaid"
  | "partly_paid"
  | "paid"
  | "refunded";

/** A part of an order with what it has of what was earned. */
export interface OrderPart {
  /** How much of what was earned. */
  amount: Quantity;
  /** Shipping or tax. */
  charge?: Charge | LaterWord | null;
  /** The line's id. */
  line?: Id | null;
  /** How many of it. */
  quantity?: Quantity | null;
  /** The article. */
  sku?: Id | null;
  /**
   * What each unit has, where there are whole ones, 100 at most: what refunds of one after another take while
   * nothing else is given back.
   */
  units?: Array<Quantity>;
}

/** A payment of an order. */
export interface OrderPayment {
  /** The host's id of the payment, unique in the order. */
  id: Id;
  /** How much. */
  amount: Quantity;
  /** Where it stands. */
  status: PaymentStatus;
  /** How it was paid. */
  method?: Line | null;
  /**
   * Paid with points or a gift card: the entry that spent them, or the hold from which they were captured. It pays
   * for no other order.
   */
  points?: Ref | null;
}

/** The answer of `order.quote`. */
export interface OrderQuoted {
  /** What it comes to. */
  total: Quantity;
  /** What it would earn of each point type. */
  earns: Array<OrderSum>;
  /** What each rule says, in the order of the program. */
  rules: Array<Said>;
  /** Why it would not earn now, whatever the rules say. */
  not_earned?: string | null;
}

/** What an order has earned by now: the result of the commands that can make it earn. */
export interface OrderRecorded {
  /** The order's number. */
  number: Id;
  /** What it comes to. */
  total: Quantity;
  /** What it earned in all. */
  earned: Array<Earned>;
  /** When it earned; absent while it has not. */
  earned_at?: Timestamp | null;
  /** Why it has not earned. */
  not_earned?: string | null;
  /** The order's owner, where that is another customer than the one named. */
  owner?: CustomerId | null;
}

/** The result of `order.refund` and `order.cancel`. */
export interface OrderReturns {
  /** The order's number. */
  number: Id;
  /** The order's owner. */
  customer: CustomerId;
  /** What this refund comes to; nothing when it was known already. */
  amount: Quantity;
  /** What it took back of what the order earned. */
  taken: Array<Taken>;
  /** What it gave back of the points and gift cards that paid for the order. */
  given_back: Array<Taken>;
  /** What was given back of the order in all. */
  refunded: Quantity;
  /** Whether everything was given back. */
  all: boolean;
}

/** An amount of a point type. */
export interface OrderSum {
  /** The point type. */
  type: Slug;
  /** How much. */
  amount: Quantity;
}

/** An order as answers show it. */
export interface OrderView {
  /** The host's number. */
  number: Id;
  /** When it was placed. */
  placed_at: Timestamp;
  /** What it comes to: lines less discounts, plus shipping and tax. */
  total: Quantity;
  /** How far it is paid. */
  payment_status: OrderPaid | LaterWord;
  /** The currency, three capital letters. */
  currency: string;
  /** The lines. */
  lines: Array<OrderLine>;
  /** Discount on the whole. */
  discount: Quantity;
  /** Shipping. */
  shipping: Quantity;
  /** Tax. */
  tax: Quantity;
  /** The customer whose it was before a merge. */
  came_from?: CustomerId | null;
  /** Where it was placed. */
  channel?: Line | null;
  /** What it earned. */
  earned?: Array<Earned>;
  /** When it earned. */
  earned_at?: Timestamp | null;
  /** Whether it is fulfilled. */
  fulfilled?: boolean;
  /** What refunds made of the points and gift cards that paid for it. */
  given_back?: Array<GivenBack>;
  /** A link into the host's own page; staff only. */
  link?: Line | null;
  /** The number of the order to which several belong. */
  master_number?: Id | null;
  /** The payments. */
  payments?: Array<Payment>;
  /**
   * The decimal places of the currency when it was recorded, where the program listed it: what is shared out later
   * is shared in these.
   */
  places?: number | null;
  /** The refunds, in the order in which they came. */
  refunds?: Array<Refunded>;
  /** What of each part was given back, by all refunds together. */
  returned?: Array<Returned>;
  /** Whether everything was given back. */
  returned_all?: boolean;
}

/** A lot and where it came from. */
export interface Origins {
  /** The lot: the id of the entry that made it. */
  lot: Ref;
  /** How much of it: in a balance what is left, in an entry what was taken (negative) or put back. */
  amount: Quantity;
  /** When it ends. */
  expires: Lapse;
  /** The entry that made it: order, rule, adjustment. */
  made_by: EntryView;
  /** The parts of the order for which it was earned. */
  order?: Array<OrderPart>;
  /** Where it is now: `pending`, `active`, `held`, `lapsed`; absent for what an entry moved. */
  place?: string | null;
}

/** What was acknowledged. */
export interface OutboxAcked {
  /** How many are done now. */
  acknowledged: number;
  /** How many were done already or unknown. */
  unknown: number;
}

/** The messages taken. */
export interface OutboxTaken {
  /** The messages; acknowledge them with `outbox.ack`. */
  messages: Array<MessageView>;
}

/**
 * What became of a command.
 *
 * - `done`: It was done.
 * - `refused`: It was refused and changed nothing.
 */
export type Outcome =
  | "done"
  | "refused";

/**
 * What is outstanding in a point type. `total = active + pending + held − debt`, the sum of what
 * `points.balance` says of all of them.
 */
export interface Outstanding {
  /** The point type. */
  type: Slug;
  /** Whose it is. */
  holder: Holder | LaterWord;
  /** How many accounts have some or owe some. */
  accounts: number;
  /** What can be spent now. */
  active: Quantity;
  /** What becomes active later. */
  pending: Quantity;
  /** What holds have set aside. */
  held: Quantity;
  /** What is owed to the shop. */
  debt: Quantity;
  /** What all entries come to. */
  total: Quantity;
  /**
   * What is active, pending and held, by how long ago it was earned: 0 to 30 days, to 90, to 180, to 365, and
   * longer.
   */
  ages: Array<Aged>;
}

/** What was paid for a reward. */
export interface Paid {
  /** The point type. */
  type: Slug;
  /** How much. */
  amount: Quantity;
  /** The entry. */
  entry: Ref;
}

/** What an entry took from a lot or put back. */
export interface PartView {
  /** The lot: the id of the entry that made it. */
  lot: Ref;
  /** How much, signed. */
  amount: Quantity;
  /** When that lot ends. */
  expires: Lapse;
}

/** How passwords are reset. */
export interface PasswordReset {
  /**
   * The address of your page on which a password is chosen, to whose end the token is put:
   * `https://shop.example/reset?token=`. A link needs it.
   */
  link?: Line | null;
  /** For how many minutes it works, 1 to 10,080; 60 when absent. */
  minutes?: number;
  /** What the customer gets by mail. */
  style?: ResetStyle | LaterWord;
}

/** The receipt of `password.reset`. */
export interface PasswordResetDone {
  /** For how many minutes what was sent works, if something was. */
  minutes: number;
  /** The customer, if asked for by id. */
  customer?: CustomerId | null;
  /** From when on it no longer works, if asked for by id. */
  valid_until?: Timestamp | null;
}

/** The receipt of `password.verify`. */
export interface PasswordVerified {
  /** The customer, who may choose a new password now. */
  customer: CustomerId;
  /** What they were sent. */
  style: ResetStyle | LaterWord;
}

/** A total as it was. */
export interface PastBalance {
  /** The point type. */
  type: Slug;
  /** The sum of all entries that had taken effect. */
  total: Quantity;
}

/** A change that was made. */
export interface PastChange {
  /** When. */
  at: Timestamp;
  /** The change. */
  change: Change | LaterWord;
  /** The state before. */
  from: State | LaterWord;
  /** The state after. */
  to: State | LaterWord;
  /** Who asked for it; a customer sees only themselves, not the shop's people. */
  actor?: string | null;
  /** A comment; the customer reads it. */
  comment?: Text | null;
  /** Why; staff only. */
  reason?: Line | null;
}

/** A change that was made. */
export interface PastStatusChange {
  /** When it took effect. */
  at: Timestamp;
  /** What happened. */
  change: StatusChangeKind | LaterWord;
  /** Who asked for it, `system` for evaluation; a customer sees only themselves, not the shop's people. */
  actor?: string | null;
  /** A comment; the customer reads it. */
  comment?: Text | null;
  /** The status before, if there was one. */
  from?: Slug | null;
  /** The lock that was set. */
  lock?: Lock | null;
  /** An internal note; staff only. */
  note?: Text | null;
  /** The rewards that were granted with it. */
  rewards?: Array<Ref>;
  /** The status after, if there is one. */
  to?: Slug | null;
}

/** A payment of an order. */
export interface Payment {
  /** The host's id of the payment, unique in the order. */
  id: Id;
  /** How much. */
  amount: Quantity;
  /** Where it stands. */
  status: PaymentStatus | LaterWord;
  /** How it was paid. */
  method?: Line | null;
  /**
   * Paid with points or a gift card: the entry that spent them, or the hold from which they were captured. It pays
   * for no other order.
   */
  points?: Ref | null;
}

/** A saved payment method of a customer. */
export interface PaymentMethod {
  /** The customer. */
  customer: CustomerId;
  /** The id: the host's, or `m1`, `m2` and so on. */
  id: Id;
  /** The version, for `if_version`. */
  version: number;
  /** When it was first saved. */
  saved_at: Timestamp;
  /** What the payment provider calls it. */
  token: Token;
  /** The brand, such as "Visa". */
  brand?: Line | null;
  /** The last month in which it is valid, 1 to 12. */
  expiry_month?: number | null;
  /** The year of that month. */
  expiry_year?: number | null;
  /** The last four digits. */
  last_four?: LastFour | null;
}

/** The receipt of `payment_method.remove`. */
export interface PaymentMethodRemoved {
  /** The customer. */
  customer: CustomerId;
  /** The payment method that is gone; a generated id is not used again. */
  payment_method: Id;
}

/** The receipt of `payment_method.save`. */
export interface PaymentMethodSaved {
  /** The customer. */
  customer: CustomerId;
  /** The payment method. */
  payment_method: Id;
  /** Its version now. */
  version: number;
}

/** What an order has earned by now: the result of the commands that can make it earn. */
export interface PaymentRecorded {
  /** The order's number. */
  number: Id;
  /** What it comes to. */
  total: Quantity;
  /** What it earned in all. */
  earned: Array<Earned>;
  /** When it earned; absent while it has not. */
  earned_at?: Timestamp | null;
  /** Why it has not earned. */
  not_earned?: string | null;
  /** The order's owner, where that is another customer than the one named. */
  owner?: CustomerId | null;
}

/**
 * Where a payment stands.
 *
 * - `pending`: Not yet paid.
 * - `authorized`: Promised by the payment service.
 * - `paid`: Paid.
 * - `failed`: Failed.
 * - `refunded`: Paid back.
 */
export type PaymentStatus =
  | "pending"
  | "authorized"
  | "paid"
  | "failed"
  | "refunded";

/**
 * A unit of time of the calendar.
 *
 * - `days`: Local dates.
 * - `months`: Months.
 */
export type Period =
  | "days"
  | "months";

/** The most that a rule gives to one customer in a period: of the calendar, or the last so many days. */
export interface PeriodCap {
  /** How many. */
  points: Quantity;
  /** The last so many days, today among them: 1 to 366. */
  days?: number | null;
  /** The period of the calendar, in the program's zone. */
  every?: Every | LaterWord | null;
}

/** A phone number as the customer writes it, with at least 3 digits. Compare by `Phone::digits`. */
export type Phone = string;

/**
 * Where a file goes on: what one call answers and the next one takes. It keeps what is left of the piece, a row
 * whose end has not come yet, so that whoever sends a file may cut it anywhere.
 */
export interface Place {
  /**
   * The row that was read last, as a spreadsheet counts: the header is row 1, and a line break inside of a cell
   * begins no row.
   */
  row: number;
  /** The file's first line, when it has come. */
  header?: string | null;
  /** What is left: it goes in front of the next piece. */
  rest?: string;
}

/** A field of the profile, side by side. */
export interface PlannedField {
  /** The field. */
  field: ProfileField | LaterWord;
  /** Whose value stands afterwards. */
  winner: Side | LaterWord;
  /** Why. */
  why: Why | LaterWord;
  /** What the source has. */
  source?: string | null;
  /** What the survivor has. */
  survivor?: string | null;
}

/** A decision about mail, side by side; an opt-out wins. */
export interface PlannedMail {
  /** What holds afterwards. */
  opted_in: boolean;
  /** The mailing list; the newsletter when absent. */
  list?: Slug | null;
  /** What the source decided. */
  source?: boolean | null;
  /** What the survivor decided. */
  survivor?: boolean | null;
}

/** A status system in which somebody stands whose accounts become one. */
export interface PlannedStatus {
  /** The system. */
  system: Slug;
  /** Where the survivor stands. */
  survivor: StatusLevel;
  /** Where the source stands. */
  source: StatusLevel;
  /** Where the survivor stands afterwards. */
  after: StatusLevel;
}

/**
 * What a point type is.
 *
 * - `points`: Points: follow membership.
 * - `stamps`: Stamps: follow membership.
 * - `money`: Money of one currency: follows the account.
 */
export type PointKind =
  | "points"
  | "stamps"
  | "money";

/** A unit of value with its own ledger. */
export interface PointType {
  /** The id, such as `points`. It can never change its kind, places or currency, nor go away. */
  id: Slug;
  /** Days until what is earned becomes active; 0 at once (rule L4). */
  activation_days?: number;
  /** The currency of a money type (rule R8). */
  currency?: string | null;
  /**
   * How far an adjustment may take the balance below zero: "0", or a negative decimal (rule L7). What is taken
   * back of a credit that is spent already is not bound by it: there `reversal_shortfall` says what happens.
   */
  debt_floor?: Quantity;
  /** How long a credit lasts. */
  expiry?: Expiry;
  /** What it is; decides which membership states may use it (rule M2). */
  kind?: PointKind | LaterWord;
  /** The name that people see; the id when absent. */
  name?: Line | null;
  /** Decimal places, 0 to 8. Money has those of its currency. */
  places?: number;
  /** Days within which what has lapsed can be brought back (`points.reinstate`); 0 not at all (rule L5). */
  reinstatement_days?: number;
  /** Days that a lot put back after its expiry lives on; 0 none (rule L9). */
  reversal_grace_days?: number;
  /** What happens when a reversed credit is spent already (rule L9). */
  reversal_shortfall?: Shortfall | LaterWord;
  /**
   * Whether a customer's can be given to another customer; not stamps, which stand on their owner's card (rule
   * L13).
   */
  transferable?: boolean;
}

/** The balances of a customer. */
export interface PointsBalances {
  /** The customer. */
  customer: CustomerId;
  /** When this was so. */
  at: Timestamp;
  /** One per point type. */
  balances: Array<Balance>;
  /** The totals at the moment `as_of`. */
  as_of?: Array<PastBalance>;
  /** The open holds, those that end first first, at most 100 per point type. */
  holds?: Array<HoldView>;
}

/** The result of `points.capture`. */
export interface PointsCaptured {
  /** The hold as it is now. */
  hold: HoldView;
  /** The entry. */
  entry: Ref;
  /** Of several holds: each of them with its entry, in their order. */
  parts?: Array<CapturedPart>;
}

/** An explanation. */
export interface PointsExplained {
  /** The lots behind it, each with the entry that made it. */
  lots: Array<Origins>;
  /** Whether there are more lots than are shown. */
  more: boolean;
  /** The entry itself, when one is explained. */
  entry?: EntryView | null;
  /** The parts of the order for which the entry was earned. */
  order?: Array<OrderPart>;
}

/** The result of `points.hold` and `points.release`. */
export interface PointsHeld {
  /** The id. */
  id: Ref;
  /** The point type. */
  type: Slug;
  /** Open, or closed because all was captured or released. */
  state: HoldState | LaterWord;
  /** What was set aside. */
  authorized: Quantity;
  /** What was taken. */
  captured: Quantity;
  /** What was given back. */
  released: Quantity;
  /** What is still set aside. */
  remaining: Quantity;
  /** When what remains is given back by itself. */
  held_until?: Timestamp | null;
  /** The order for which it was made. */
  order?: Id | null;
  /** Of several holds: each of them, in their order. */
  parts?: Array<HoldView>;
}

/** A page of a journal. */
export interface PointsHistoryPage {
  /** The entries, newest first. */
  entries: Array<EntryView>;
  /** Where to go on; absent on the last page. */
  next?: string | null;
}

/** The result of an operation that writes one entry. */
export interface PointsPosted {
  /** The customer. */
  customer: CustomerId;
  /** The entry; the receipt's `entries` have it whole. */
  entry: Ref;
}

/** What was given another end. */
export interface PointsRedated {
  /** The customer. */
  customer: CustomerId;
  /** The entry; the receipt's `entries` have it whole. */
  entry: Ref;
  /** How much has another end now. */
  amount: Quantity;
  /** In how many lots; what is set aside of a credit counts as one of its own. */
  lots: number;
}

/** What was brought back. */
export interface PointsReinstated {
  /** The customer. */
  customer: CustomerId;
  /** The entry; the receipt's `entries` have it whole. */
  entry: Ref;
  /** How much came back, with what of it repaid debt. */
  amount: Quantity;
  /** Of how many lots. */
  lots: number;
}

/** The result of `points.reverse`. */
export interface PointsReversed {
  /** The customer. */
  customer: CustomerId;
  /** The entry that reverses. */
  entry: Ref;
  /** Of a credit: what had lapsed and so counts as taken. */
  lapsed: Quantity;
  /** Of a credit: what was spent already and is forgiven. */
  forgiven: Quantity;
  /** Of a transfer: the entry that takes it from who received it. What has lapsed and what is forgiven are theirs. */
  recipient_entry?: Ref | null;
  /** Of a re-dating: what was spent, has lapsed or was re-dated again since, and so stays as it is. */
  stayed?: Quantity | null;
}

/** What lapses when. */
export interface PointsSchedule {
  /** The customer. */
  customer: CustomerId;
  /** The dates, the first to come first. */
  due: Array<Due>;
  /** What never lapses. */
  never: Quantity;
  /** What is held. */
  held: Quantity;
}

/** The result of `points.transfer`. */
export interface PointsTransferred {
  /** The customer who gave. */
  customer: CustomerId;
  /** The entry in their journal. */
  entry: Ref;
  /**
   * The customer who received it: the survivor, where the one who was named is merged; for a customer, as they
   * named them.
   */
  recipient: CustomerId;
  /** The entry in the recipient's journal; not for customers. */
  recipient_entry?: Ref | null;
}

/**
 * What becomes of the rows that are done when another is refused.
 *
 * - `best_effort`: They stay done.
 * - `all_or_nothing`: They are reversed.
 */
export type Policy =
  | "best_effort"
  | "all_or_nothing";

/** What mail a customer wants (rule E1). */
export interface Preferences {
  /** The mailing lists of the program that the customer decided about. */
  lists?: Record<string, OptIn>;
  /** Whether the shop's newsletter is wanted. */
  newsletter?: OptIn | null;
  /** The version of the preferences, for `if_version`. */
  version?: number;
}

/**
 * A format of customers as shop and loyalty platforms write it.
 *
 * - `loyalty`: What `customer.export_csv` writes: each column is named by its own word.
 * - `shopify`: Shopify's export of customers, in its older and its newer form.
 * - `magento`: The main file of customers of Magento and Adobe Commerce.
 * - `tibco`: TIBCO's file of shoppers.
 * - `open_loyalty`: Open Loyalty's export of members.
 * - `talon_one_tiers`: Talon.One's file of tiers: `customerprofileid`, `tiername`, `expirydate`, `subledgerid`
 *   (the status system).
 * - `loyalty_lion`: LoyaltyLion's file of customers: `customer id`, `emails`, `enrolled`.
 * - `stamped`: Stamped's file of customers.
 * - `yotpo`: Yotpo's file of customers.
 */
export type Preset =
  | "loyalty"
  | "shopify"
  | "magento"
  | "tibco"
  | "open_loyalty"
  | "talon_one_tiers"
  | "loyalty_lion"
  | "stamped"
  | "yotpo";

/** Who a customer is. Every field may be missing. */
export interface Profile {
  /** The date of birth. */
  birth_date?: Date | null;
  /** The email address, unique among customers that are not guests, merged or deleted. */
  email?: Email | null;
  /** The given name. */
  first_name?: Line | null;
  /** The gender, in the customer's words. */
  gender?: Line | null;
  /** A group of the program. */
  group?: Slug | null;
  /** The family name. */
  last_name?: Line | null;
  /** A link into the host's own page of this customer. */
  link?: Line | null;
  /** The locale, such as `de-AT`. */
  locale?: Line | null;
  /** Further given names. */
  middle_name?: Line | null;
  /** The phone number. */
  phone?: Phone | null;
  /** A title or other prefix. */
  prefix?: Line | null;
  /** A suffix such as "Jr." */
  suffix?: Line | null;
  /** The customer's own time zone, for the host's display; expiry is counted in the program's. */
  time_zone?: Zone | null;
  /** The version of the profile, for `if_version`. */
  version?: number;
}

/**
 * A field of the profile for which an agent may choose a side.
 *
 * - `prefix`: The title or other prefix.
 * - `first_name`: The given name.
 * - `middle_name`: Further given names.
 * - `last_name`: The family name.
 * - `suffix`: The suffix.
 * - `email`: The email address.
 * - `phone`: The phone number.
 * - `gender`: The gender.
 * - `birth_date`: The date of birth.
 * - `group`: The group.
 * - `locale`: The locale.
 * - `time_zone`: The time zone.
 * - `link`: The link into the host's own page.
 */
export type ProfileField =
  | "prefix"
  | "first_name"
  | "middle_name"
  | "last_name"
  | "suffix"
  | "email"
  | "phone"
  | "gender"
  | "birth_date"
  | "group"
  | "locale"
  | "time_zone"
  | "link";

/**
 * The merchant's configuration.
 *
 * Everything but `point_types` has a default. `Program::parse` checks a document and reports every mistake with
 * its path.
 */
export interface Program {
  /** The units of value, each with its own ledger. */
  point_types: Array<PointType>;
  /** Whether a manual adjustment needs a reason (rule L2). */
  adjustment_needs_reason?: boolean;
  /** The currencies in which orders earn, with their decimal places: `{"USD": 2}`. */
  currencies?: Record<string, number>;
  /** What customers may do with their own account. */
  customer_rights?: Array<Right>;
  /** What orders earn. */
  earning?: Earning;
  /** The commands after which an event is queued for the host: names, or `noun.*` (rule P6). */
  events?: Array<Right>;
  /** Groups that customers can be in. */
  groups?: Array<Named>;
  /** How long a hold stays when the request does not say, in seconds (rule L8). */
  hold_seconds?: number;
  /**
   * For how many seconds the token works with which an agent signs in as a customer, 1 to 3,600; 60 when absent
   * (rule P4).
   */
  impersonation_seconds?: number;
  /** Mailing lists that customers can opt in to. */
  mailing_lists?: Array<Named>;
  /** The program's name, as customers see it. */
  name?: Line;
  /** What becomes of points when a member leaves the program (rules of section M). */
  on_leaving?: OnLeaving | LaterWord;
  /** How passwords are reset (rule P3). */
  password?: PasswordReset;
  /** What members can have for their points, or are given. */
  rewards?: Array<Reward>;
  /** What agents and systems may do. */
  roles?: Array<Role>;
  /** Cards whose stamps turn into rewards. */
  stamp_cards?: Array<StampCard>;
  /** What became of statuses that went away (rule Y7). */
  status_mapping?: Array<StatusMapping>;
  /** The ladders of statuses on which members stand (rule Y1). */
  status_systems?: Array<StatusSystem>;
  /** The mails that the library queues, in your own words (rule P6). */
  templates?: Array<Template>;
  /** The zone in which days, months and expiry are counted (rule L4). */
  time_zone?: Zone;
}

/** The current program. */
export interface ProgramCurrent {
  /** The version, for `if_version`. */
  version: number;
  /** The document. */
  program: Program;
  /** When it was set. */
  set_at?: Timestamp | null;
}

/**
 * A decimal on the wire: a string such as `"150"` or `"-0.25"`; no exponent, no plus sign, no separators.
 *
 * Equal values are one value: `"1.50"` and `"1.5"` compare equal and have one canonical form.
 */
export type Quantity = string;

/** The records that moved. */
export interface Records {
  /** Requests for approval. */
  approvals?: Array<Id>;
  /** Gift cards, by number. */
  gift_cards?: Array<Id>;
  /** Orders, by number. */
  orders?: Array<Id>;
  /** Rewards, by the ids they had. */
  rewards?: Array<Ref>;
  /** Subscriptions. */
  subscriptions?: Array<Id>;
  /** Tickets. */
  tickets?: Array<Ref>;
}

/**
 * An entry, hold or other thing that the library numbered: `<customer>/<point type>/<number>` and the like, at
 * most 128 characters.
 */
export type Ref = string;

/** A line that is given back. */
export interface RefundLine {
  /** The line's id. */
  line: Id;
  /** How much of what the line cost, instead of items. */
  amount?: Quantity | null;
  /** How many items; with no amount either, all that is left of the line. */
  quantity?: Quantity | null;
}

/** A refund as the order keeps it. */
export interface Refunded {
  /** The host's id of the refund. */
  id: Id;
  /** When it was recorded. */
  at: Timestamp;
  /** What it comes to in the order's currency. */
  amount: Quantity;
  /** Lines. */
  lines?: Array<RefundedLine>;
  /** Why; staff only. */
  reason?: Line | null;
  /** Shipping. */
  shipping?: Quantity | null;
  /** Tax. */
  tax?: Quantity | null;
  /** An amount on the order as a whole. */
  whole?: Quantity | null;
}

/** A line in a refund. */
export interface RefundedLine {
  /** The line's id. */
  line: Id;
  /** How much of what the line cost, instead of items. */
  amount?: Quantity | null;
  /** How many items; with no amount either, all that was left of the line. */
  quantity?: Quantity | null;
}

/** What was given and taken in a stretch of the span. */
export interface ReportActivityPage {
  /** The sums, by actor, kind, reason and point type. */
  rows: Array<ActivityRow>;
  /** Where to go on; absent when the whole span was walked over. */
  next?: string | null;
}

/** What lapses: all of it when there is no `next`. */
export interface ReportExpiringReport {
  /** When the first account was counted: everything is settled up to this moment or a later one, up to `at`. */
  since: Timestamp;
  /** When the last account so far was counted. */
  at: Timestamp;
  /** The sums, by point type, and apart for customers and gift cards; only where something lapses. */
  expiring: Array<Ending>;
  /** Where to go on; absent when all accounts are counted. */
  next?: string | null;
}

/** What is outstanding: all of it when there is no `next`. */
export interface ReportLiabilityReport {
  /** When the first account was counted: everything is settled up to this moment or a later one, up to `at`. */
  since: Timestamp;
  /** When the last account so far was counted. */
  at: Timestamp;
  /** The sums, by point type, and apart for customers and gift cards. */
  outstanding: Array<Outstanding>;
  /** Where to go on; absent when all accounts are counted. */
  next?: string | null;
}

/**
 * What a customer gets who has forgotten the password.
 *
 * - `generated`: A password that was generated, and works once.
 * - `link`: A link that works once.
 */
export type ResetStyle =
  | "generated"
  | "link";

/** What of a part of an order was given back: items and amounts add up, to the whole part at most. */
export interface Returned {
  /** Amounts. */
  amount?: Quantity;
  /** Shipping or tax. */
  charge?: Charge | LaterWord | null;
  /** The line's id. */
  line?: Id | null;
  /** How many items of a line. */
  quantity?: Quantity;
}

/** A reward of the catalogue. */
export interface Reward {
  /** The id. */
  id: Slug;
  /** What it is. */
  gives: RewardKind;
  /** What it costs; one without a price cannot be redeemed, only granted. */
  cost?: Cost | null;
  /** From when on it can be redeemed: an instant, or a local date. */
  from?: Moment | null;
  /** The groups that can redeem it; everybody when there are none. */
  groups?: Array<Slug>;
  /** How many days it lives once it is issued, 1 to 36,500; for ever when absent. */
  life_days?: number | null;
  /** The name that people see; the id when absent. */
  name?: Line | null;
  /** How many one customer can have in all; without end when absent. */
  per_customer?: number | null;
  /** The statuses that can redeem it, any of them; everybody when there are none. */
  statuses?: Array<InStatus>;
  /** How many there are in all, those that were issued included; without end when absent. */
  stock?: number | null;
  /** Until when it can be redeemed: an instant, which is no longer part of it, or the last local date. */
  until?: Moment | null;
}

/** A fixed amount off an order. */
export interface RewardKindAmountOff {
  kind: "amount_off";
  /** How much. */
  amount: Quantity;
  /** The currency, one of the program's. */
  currency: string;
}

/** A percentage off an order. */
export interface RewardKindPercentOff {
  kind: "percent_off";
  /** The percentage, more than 0, at most 100. */
  percent: Quantity;
}

/** A product. */
export interface RewardKindProduct {
  kind: "product";
  /** The article. */
  sku: Id;
}

/** Free shipping of an order. */
export interface RewardKindFreeShipping {
  kind: "free_shipping";
}

/** Money on the customer's account, credited as it is issued. */
export interface RewardKindGiftCredit {
  kind: "gift_credit";
  /** The point type, one of the kind money. */
  type: Slug;
  /** How much. */
  amount: Quantity;
}

/** Whatever the shop makes of it. */
export interface RewardKindCustom {
  kind: "custom";
}

/**
 * What a reward is.
 *
 * `kind` tells which.
 */
export type RewardKind = RewardKindAmountOff | RewardKindPercentOff | RewardKindProduct | RewardKindFreeShipping | RewardKindGiftCredit | RewardKindCustom | { kind: LaterWord };

/** The result of an operation on one reward of a customer. */
export interface RewardOneReward {
  /** The customer. */
  customer: CustomerId;
  /** The reward. */
  reward: RewardView;
}

/** A reward that a customer may choose. */
export interface RewardOption {
  /** The reward. */
  reward: Slug;
  /** The name that people see. */
  name: string;
  /** What it is. */
  gives: RewardKind;
  /** Whether the customer can have it now. */
  available: boolean;
  /** What the customer can spend of the price's point type. */
  balance?: Quantity | null;
  /** The code of the error that redeeming it would give. */
  code?: string | null;
  /** What it costs; one without a price is only granted. */
  cost?: Cost | null;
  /** How many are left; without end when absent. */
  left?: number | null;
  /** What they lack. */
  missing?: Quantity | null;
  /** Why not, for people. */
  reason?: string | null;
  /** What would remain, where it can be had. */
  remaining?: Quantity | null;
  /** Until when it can be had. */
  until?: Moment | null;
}

/** The answer of `reward.options`. */
export interface RewardOptions {
  /** The customer. */
  customer: CustomerId;
  /** The rewards, as the program lists them. */
  options: Array<RewardOption>;
}

/** A page of rewards. */
export interface RewardPage {
  /** The rewards, newest first. */
  rewards: Array<RewardView>;
  /** Where to go on; absent on the last page. */
  next?: Ref | null;
}

/** The result of `reward.redeem`. */
export interface RewardRedeemed {
  /** The customer. */
  customer: CustomerId;
  /** The reward. */
  reward: RewardView;
  /** What the customer could spend before. */
  balance: Quantity;
  /** What remains to be spent. */
  remaining: Quantity;
}

/**
 * Where a reward stands.
 *
 * - `outstanding`: It waits to be used.
 * - `used`: It was used.
 * - `expired`: Its time is over.
 * - `canceled`: It was taken away, and gave back what it had taken: cost, stock and the customer's limit.
 * - `removed`: It was taken away.
 */
export type RewardState =
  | "outstanding"
  | "used"
  | "expired"
  | "canceled"
  | "removed";

/** A reward of a customer as answers show it. */
export interface RewardView {
  /** The id. */
  id: Ref;
  /** The reward of the catalogue. */
  reward: Slug;
  /** The name that people see. */
  name: Line;
  /** What it is. */
  gives: RewardKind;
  /** Where it stands. */
  state: RewardState | LaterWord;
  /** Why the customer has it. */
  cause: Cause | LaterWord;
  /** When it was issued. */
  issued_at: Timestamp;
  /** The ids it had before merges, the latest last. */
  came_from?: Array<Ref>;
  /** The code by which it is used, where it waits to be; it means nothing in a preview. */
  code?: string | null;
  /** What the customer reads. */
  comment?: Text | null;
  /** Of gift credit: the entry that credited it. */
  credited?: Ref | null;
  /** From when on it can no longer be used. */
  ends_at?: Timestamp | null;
  /** An internal note; staff only. */
  note?: Text | null;
  /** The order on which it was used. */
  order?: Id | null;
  /** What was paid for it. */
  paid?: Paid | null;
  /** Why it was granted or removed; staff only. */
  reason?: Line | null;
  /** When it was canceled or removed. */
  removed_at?: Timestamp | null;
  /** When it was used. */
  used_at?: Timestamp | null;
}

/**
 * A right: the name of an operation (`points.adjust`), all of a noun (`points.*`) or all queries of a noun
 * (`points.view`).
 */
export type Right = string;

/** A role that an actor can carry. */
export interface Role {
  /** The id that the host names in the context. */
  id: Slug;
  /** The operations it may use. */
  rights: Array<Right>;
  /** How much value of a point type it may move. A type not named is not limited. */
  limits?: Array<RoleLimit>;
}

/** How much value of a point type a role may give or take. */
export interface RoleLimit {
  /** The point type. */
  type: Slug;
  /**
   * Whether what is above becomes a request, which somebody else grants or rejects (`approval.grant`), instead of
   * being refused for good.
   */
  asks_approval?: boolean;
  /** The largest sum of one actor in one day of the program's zone. */
  per_day?: Quantity | null;
  /** The largest value of one operation. */
  per_operation?: Quantity | null;
}

/**
 * The period with which a validity ends.
 *
 * - `month`: The calendar month.
 * - `quarter`: The calendar quarter.
 * - `year`: The calendar year.
 */
export type RoundUp =
  | "month"
  | "quarter"
  | "year";

/**
 * How a fraction of the smallest unit is rounded.
 *
 * - `down`: Towards nothing.
 * - `half_up`: To the nearest, halves up.
 * - `up`: To the next.
 */
export type Rounding =
  | "down"
  | "half_up"
  | "up";

/** What is wrong with a row of a file. Nothing was done with that row. */
export interface RowError {
  /** The row, as a spreadsheet counts: the header is row 1. */
  row: number;
  /** An error code. */
  code: string;
  /** What is wrong and what to do. */
  problem: string;
  /** The column, where one cell is wrong. */
  column?: string | null;
  /** What stands there, shortened. */
  value?: string | null;
}

/** What a rule says of a basket. */
export interface Said {
  /** The rule. */
  rule: Slug;
  /** The point type. */
  type: Slug;
  /** What it would give. */
  amount?: Quantity | null;
  /** What each part would have of it. */
  shares?: Array<Share>;
  /** A multiplier that fits: by how much it multiplies. */
  times?: Quantity | null;
  /** Why it gives nothing. */
  why_not?: string | null;
}

/**
 * A section of the export of a customer.
 *
 * - `profile`: Who the customer is and where they stand: one row, with the decisions about mail (who, when,
 *   through what), the blacklisting and the dates.
 * - `addresses`: The addresses, oldest first.
 * - `payment_methods`: The saved payment methods, oldest first.
 * - `membership`: How the membership changed, oldest first, also of accounts that were merged in.
 * - `blacklist`: How the blacklisting changed, oldest first; the shop's.
 * - `balances`: The balances, one per point type.
 * - `holds`: The holds, by point type and number.
 * - `entries`: The entries of all journals with what was written about them, newest first, also of accounts that
 *   were merged in.
 * - `orders`: The orders with lines, payments and refunds, oldest first.
 * - `subscriptions`: The subscriptions, oldest first.
 * - `subscription_changes`: How they changed.
 * - `wishlist`: What the customer would like.
 * - `rewards`: The rewards, oldest first.
 * - `stamp_cards`: The stamp cards.
 * - `statuses`: The status systems of the program.
 * - `status_changes`: How the statuses changed.
 * - `gift_cards`: The gift cards that were issued to the customer, oldest first.
 * - `tickets`: The tickets, oldest first.
 * - `ticket_messages`: What was written in them, ticket by ticket.
 * - `merges`: The merges into this customer, oldest first.
 * - `approvals`: What was asked for above a limit and waited for approval; the shop's.
 * - `messages`: The messages that wait for the host; the shop's.
 * - `commands`: The commands that touched the customer, oldest first, also of accounts that were merged in; the
 *   shop's.
 * - `refused_commands`: The commands that were refused; the shop's.
 */
export type Section =
  | "profile"
  | "addresses"
  | "payment_methods"
  | "membership"
  | "blacklist"
  | "balances"
  | "holds"
  | "entries"
  | "orders"
  | "subscriptions"
  | "subscription_changes"
  | "wishlist"
  | "rewards"
  | "stamp_cards"
  | "statuses"
  | "status_changes"
  | "gift_cards"
  | "tickets"
  | "ticket_messages"
  | "merges"
  | "approvals"
  | "messages"
  | "commands"
  | "refused_commands";

/** What a part of an order has of what the order earned. */
export interface Share {
  /** How much. */
  amount: Quantity;
  /** Shipping or tax. */
  charge?: Charge | LaterWord | null;
  /** The line's id. */
  line?: Id | null;
}

/**
 * What happens when a reversed credit is spent already.
 *
 * - `refuse`: The reversal is refused; but a refund of an order has happened, and owes what is missing.
 * - `debt`: What is missing becomes debt, even beyond the floor.
 * - `forgive`: What is missing is forgiven.
 */
export type Shortfall =
  | "refuse"
  | "debt"
  | "forgive";

/**
 * A side of a merge.
 *
 * - `survivor`: The account that remains.
 * - `source`: The account that becomes part of it.
 */
export type Side =
  | "survivor"
  | "source";

/** An id that the program gives: a letter, then letters, digits, `_` and `-`, all small, at most 32 characters. */
export type Slug = string;

/**
 * What becomes of the points that paid for an order when it is refunded (rule O4).
 *
 * - `none`: They stay spent.
 * - `own_lots`: They return to the lots they came from, as after a reversal.
 * - `own_lots_with_grace`: They return to their lots; those whose end has passed get days of grace.
 * - `new_lot`: They return as a new lot, which ends as the point type says.
 */
export type SpentPoints =
  | "none"
  | "own_lots"
  | "own_lots_with_grace"
  | "new_lot";

/** A kind of stamp card. */
export interface StampCard {
  /** The id. */
  id: Slug;
  /** The point type of its stamps, of the kind stamps; it has no other card. */
  type: Slug;
  /** How many stamps fill it, 1 to 1,000. A card that was begun under another size is finished under that. */
  size: number;
  /** The reward for a full card. */
  reward: Slug;
  /** Who turns a full card into its reward. */
  completes?: Completes | LaterWord;
  /** The name that people see; the id when absent. */
  name?: Line | null;
  /** Rewards on the way. */
  slots?: Array<StampSlot>;
}

/** The answer of `stamp_card.progress`. */
export interface StampCardCards {
  /** The customer. */
  customer: CustomerId;
  /** The cards, as the program lists them. */
  cards: Array<StampCardView>;
}

/** The result of `stamp_card.complete`. */
export interface StampCardCompleted {
  /** The customer. */
  customer: CustomerId;
  /** The card now. */
  card: StampCardView;
}

/** A stamp card of a customer. */
export interface StampCardView {
  /** The card. */
  card: Slug;
  /** The name that people see. */
  name: string;
  /** The point type of its stamps. */
  type: Slug;
  /** The stamps on it. */
  stamps: number;
  /** The stamps that fill it. */
  size: number;
  /** How many cards were completed. */
  completed: number;
  /** The next reward on the card; of a full card, the one that waits. */
  next: NextReward;
  /** Stamps beyond a full card, which begin the next. */
  beyond?: number;
}

/** A slot of a card that has a reward of its own. */
export interface StampSlot {
  /** The number of the stamp, from 1, before the last. */
  stamp: number;
  /** The reward. */
  reward: Slug;
}

/**
 * Where a customer stands. `inactive` is three states, told apart by their cause.
 *
 * - `guest`: Bought without an account.
 * - `registered`: Has an account with the shop.
 * - `enrolled`: Is a member of the program.
 * - `unenrolled`: Inactive: left the program and the shop's mailings.
 * - `removed`: Inactive: taken out of the program, stays a customer of the shop.
 * - `on_hold`: Inactive: suspended; nothing is lost.
 * - `merged`: Merged into another customer.
 * - `deleted`: Erased.
 */
export type State =
  | "guest"
  | "registered"
  | "enrolled"
  | "unenrolled"
  | "removed"
  | "on_hold"
  | "merged"
  | "deleted";

/** A status of a ladder. */
export interface Status {
  /** The id, such as `gold`. */
  id: Slug;
  /** The counter from which on a member has it; `"0"` for one that every member has. */
  threshold: Quantity;
  /** The name that people see; the id when absent. */
  name?: Line | null;
  /** The rewards that a member is granted who rises to it, once for each period (rule Y6). */
  rewards?: Array<Slug>;
}

/**
 * What an agent can do to a status.
 *
 * - `assign`: Give one.
 * - `change`: Give another.
 */
export type StatusAction =
  | "assign"
  | "change";

/** One change of a subscription's status. */
export interface StatusChange {
  /** The status after. */
  to: SubscriptionStatus | LaterWord;
  /** When it changed. */
  at: Timestamp;
  /** The status before; absent where it began. */
  from?: SubscriptionStatus | LaterWord | null;
}

/**
 * What happened to a status.
 *
 * - `assigned`: Set by hand.
 * - `unlocked`: The lock was taken off by hand.
 * - `raised`: The counter reached it.
 * - `lowered`: It was no longer kept.
 * - `mapped`: The program has another status in the place of the one before.
 * - `merged`: Another account was merged in, or parted again.
 */
export type StatusChangeKind =
  | "assigned"
  | "unlocked"
  | "raised"
  | "lowered"
  | "mapped"
  | "merged";

/** A status that there is. */
export interface StatusChoice {
  /** The id. */
  id: Slug;
  /** The name. */
  name: string;
  /** The counter from which on a member has it. */
  threshold: Quantity;
}

/** A status, and how far somebody is on the way to the next. */
export interface StatusLevel {
  /** What has been counted: money, points, orders or visits, as the system says. */
  counter: Quantity;
  /** The status, where there is one. */
  status?: Slug | null;
}

/** Where a customer stands. */
export interface StatusList {
  /** The customer. */
  customer: CustomerId;
  /** Every status system of the program. */
  statuses: Array<StatusView>;
}

/**
 * What becomes of a status that is no longer in the program (rule Y7). It stays here for ever, since a
 * customer's record is mapped when it is next read.
 */
export interface StatusMapping {
  /** The system that had it. */
  system: Slug;
  /** The status that went away. */
  from: Slug;
  /** The new status. */
  to: Slug;
  /** The system of the new status, where it is another one; a member who stands higher there already stays there. */
  to_system?: Slug | null;
}

/** A ladder of statuses with what is counted for it. */
export interface StatusSystem {
  /** The id, such as `tier`. */
  id: Slug;
  /**
   * What is counted. Once customers have statuses it cannot change, and neither can the window: their counters are
   * kept in them.
   */
  counts: Counts;
  /** The statuses; their order comes from the thresholds. */
  statuses: Array<Status>;
  /** How far a status falls. */
  falling?: Falling | LaterWord;
  /** Days that a status stays when it could fall, in which it can still be earned again; 0 none. */
  grace_days?: number;
  /** Until when a status is kept that was reached. */
  keep?: Keep;
  /** The name that people see; the id when absent. */
  name?: Line | null;
  /** Over which time it is counted. */
  window?: Window;
}

/** Where a customer stands in a status system. */
export interface StatusView {
  /** The system. */
  system: Slug;
  /** Its name. */
  name: string;
  /** What counts now. */
  counter: Quantity;
  /** The version, for `if_version`. */
  version: number;
  /** The statuses of the system, the lowest first. */
  choices: Array<StatusChoice>;
  /** What the button says to who may set a status here: `assign` where there is none, else `change`. */
  action?: StatusAction | LaterWord | null;
  /** The changes, newest first; only from `status.list`. */
  changes?: Array<PastStatusChange>;
  /** The end of the grace: the status falls then, unless it is earned again. */
  falls_at?: Timestamp | null;
  /** The end of the qualification period: until then the status is kept. */
  kept_until?: Timestamp | null;
  /** What an agent decided. */
  lock?: Lock | null;
  /** The next status above, and what is missing for it. */
  next?: NextStatus | null;
  /** Since when. */
  since?: Timestamp | null;
  /** The status; absent when there is none. */
  status?: StatusChoice | null;
}

/** Something that is not as it was before the merge. */
export interface Stayed {
  /** What. */
  what: string;
  /** Why. */
  why: WhyStayed | LaterWord;
}

/** A page of subscriptions. */
export interface SubscriptionPage {
  /** The subscriptions, newest first. */
  subscriptions: Array<SubscriptionView>;
  /** Where to go on; absent on the last page. */
  next?: Id | null;
}

/** The receipt of `subscription.record`. */
export interface SubscriptionRecorded {
  /** The customer. */
  customer: CustomerId;
  /** The subscription. */
  subscription: Id;
  /** Where it stands. */
  status: SubscriptionStatus | LaterWord;
  /** Its version now. */
  version: number;
  /** The status before, if it changed. */
  from?: SubscriptionStatus | LaterWord | null;
}

/**
 * Where a subscription stands.
 *
 * - `active`: It runs.
 * - `paused`: It rests.
 * - `payment_failed`: Its last payment failed.
 * - `canceled`: It has ended.
 */
export type SubscriptionStatus =
  | "active"
  | "paused"
  | "payment_failed"
  | "canceled";

/** A subscription as answers show it. */
export interface SubscriptionView {
  /** The changes of its status, newest first. */
  history: Array<StatusChange>;
  /** The customer. */
  customer: CustomerId;
  /** The host's id. */
  id: Id;
  /** The version, for `if_version`. */
  version: number;
  /** Where it stands. */
  status: SubscriptionStatus | LaterWord;
  /** When it began. */
  started_at: Timestamp;
  /** The customer whose it was before a merge. */
  came_from?: CustomerId | null;
  /** A link into the host's own page; staff only. */
  link?: Line | null;
  /** What is subscribed to, as people call it. */
  name?: Line | null;
  /** When the next payment is due. */
  next_payment_at?: Timestamp | null;
}

/** What rows have given and taken in one point type. */
export interface Sum {
  /** The point type. */
  type: Slug;
  /** Given in all. */
  given: Quantity;
  /** Taken in all. */
  taken: Quantity;
}

/**
 * A tab of the details.
 *
 * - `profile`: Who the customer is, and the blacklisting.
 * - `membership`: Where the customer stands.
 * - `email`: What mail the customer wants.
 * - `addresses`: The addresses, oldest first.
 * - `payment_methods`: The saved payment methods, oldest first.
 * - `actions`: What can be done now.
 * - `balances`: The balances, one per point type.
 * - `history`: The entries of all journals, newest first.
 * - `orders`: The orders, newest first.
 * - `subscriptions`: The subscriptions, newest first, each with the last changes of its status.
 * - `wishlist`: What the customer would like.
 * - `rewards`: The rewards, newest first.
 * - `stamps`: The stamp cards.
 * - `statuses`: The status systems of the program.
 * - `gift_cards`: The gift cards that were issued to the customer, newest first.
 * - `tickets`: The tickets, newest first.
 * - `merges`: The merges into this customer, newest first.
 * - `audit`: The commands that touched this customer, newest first.
 */
export type Tab =
  | "profile"
  | "membership"
  | "email"
  | "addresses"
  | "payment_methods"
  | "actions"
  | "balances"
  | "history"
  | "orders"
  | "subscriptions"
  | "wishlist"
  | "rewards"
  | "stamps"
  | "statuses"
  | "gift_cards"
  | "tickets"
  | "merges"
  | "audit";

/** What a refund took back of what one rule gave, or gave back of what had been spent. */
export interface Taken {
  /** The point type. */
  type: Slug;
  /** How much. */
  amount: Quantity;
  /** The entry that reverses. */
  entry: Ref;
  /** Of what was earned: what was spent already and is forgiven. */
  forgiven?: Quantity | null;
  /** Of what was earned: what had lapsed and so counts as taken. */
  lapsed?: Quantity | null;
  /** The rule that gave it; absent for points that were spent on the order and return. */
  rule?: Slug | null;
}

/**
 * The template of one mail. Where the program has none, the library's own words are sent.
 *
 * `{{name}}` is a placeholder. Each mail has a closed list of them; what stands in their place is escaped in
 * HTML and never read as a template again. All have `program`, `name` (the email where there is no name),
 * `first_name`, `last_name` and `email`.
 */
export interface Template {
  /** Which mail it is for. */
  id: TemplateId | LaterWord;
  /** The subject. */
  subject: Line;
  /** The mail as plain text. */
  text: LongText;
  /** The mail as HTML, if it shall have that too. */
  html?: LongText | null;
  /**
   * For customers of this locale, such as `de-AT`, or of this language, such as `de`; for everybody else when
   * absent.
   */
  locale?: Line | null;
}

/**
 * The mails that the library queues, each with the placeholders it has besides those of all.
 *
 * - `ticket_created`: A ticket was created: `ticket`, `subject`, `text`.
 * - `ticket_reply`: The shop has written in a ticket: `ticket`, `subject`, `text`.
 * - `password_generated`: A password was generated: `password`, `minutes`; it must show the password.
 * - `password_link`: A link to choose a password: `link`, `token`, `minutes`; it must show the link or the
 *   token.
 */
export type TemplateId =
  | "ticket_created"
  | "ticket_reply"
  | "password_generated"
  | "password_link";

/**
 * A longer text: 1–2,000 characters, trimmed, line breaks allowed, none that turn the direction of text, Unicode
 * NFC.
 */
export type Text = string;

/** Something that was written in a ticket, as answers show it. */
export interface TicketMessageView {
  /** Its number in the ticket, from 1. */
  number: number;
  /** Who has written it. */
  from: Author | LaterWord;
  /** When. */
  at: Timestamp;
  /** The text, as it was written: escape it before you show it as HTML. */
  text: LongText;
  /** The actor who recorded it; customers see none but themselves. */
  author?: string | null;
  /** An internal note, which no customer sees. */
  internal?: boolean;
}

/** A page of tickets. */
export interface TicketPage {
  /** The tickets, newest first. */
  tickets: Array<TicketView>;
  /** Where to go on; absent on the last page. */
  next?: Ref | null;
}

/** The receipt of what changes a ticket. It repeats no text, so that none stands in the log. */
export interface TicketSaved {
  /** The customer. */
  customer: CustomerId;
  /** The ticket's id. */
  ticket: Ref;
  /** Where it stands. */
  state: TicketState | LaterWord;
  /** Its version now. */
  version: number;
  /** Whether a mail to the customer was queued; not where they have no email. */
  emailed: boolean;
}

/**
 * Where a ticket stands.
 *
 * - `open`: Somebody still has to do something.
 * - `closed`: It is done.
 */
export type TicketState =
  | "open"
  | "closed";

/** A ticket with a page of its thread. */
export interface TicketThread {
  /** The ticket. */
  ticket: TicketView;
  /** What is written in it, oldest first. */
  messages: Array<TicketMessageView>;
  /** Where to go on; absent on the last page. */
  next?: number | null;
}

/** A ticket as answers show it. */
export interface TicketView {
  /** The customer. */
  customer: CustomerId;
  /** The ticket's id, the same for ever. */
  ticket: Ref;
  /** Where it stands. */
  state: TicketState | LaterWord;
  /** What it is about. */
  subject: Line;
  /** When it was created. */
  opened_at: Timestamp;
  /** When a message was last written, or it was closed or reopened. */
  updated_at: Timestamp;
  /** Who has written last: where it is the customer, the shop's turn has come. */
  last_from: Author | LaterWord;
  /** How many messages there are, notes apart. */
  messages: number;
  /** The version of the ticket, for `if_version`. */
  version: number;
  /** The customer whose it was before a merge. */
  came_from?: CustomerId | null;
  /** When it was closed. */
  closed_at?: Timestamp | null;
  /** A link into the host's own page; staff only. */
  link?: Line | null;
  /** How many internal notes there are; staff only. */
  notes?: number | null;
}

/**
 * An instant: microseconds since 1970-01-01T00:00:00Z, between the years 1900 and 9999. On the wire RFC 3339 in
 * UTC.
 */
export type Timestamp = string;

/** The payment provider's word for a payment method: 1–200 characters that are not a card number. */
export type Token = string;

/** A day of the week. */
export type Weekday =
  | "monday"
  | "tuesday"
  | "wednesday"
  | "thursday"
  | "friday"
  | "saturday"
  | "sunday";

/**
 * Why a side wins.
 *
 * - `chosen`: It was chosen.
 * - `same`: Both are the same.
 * - `other_empty`: The other side is empty.
 * - `survivor`: Both have a value: the survivor's stays.
 * - `survivor_always`: Group, locale and link are the survivor's, also where it has none.
 * - `taken`: Somebody else has the source's email.
 */
export type Why =
  | "chosen"
  | "same"
  | "other_empty"
  | "survivor"
  | "survivor_always"
  | "taken";

/**
 * Why something stayed.
 *
 * - `edited`: It was edited since.
 * - `taken`: Somebody else has the email by now; it is empty.
 * - `blacklisted`: A blacklisting stays on both.
 * - `earned`: It has earned for the survivor.
 * - `captured`: What a hold had set aside was captured of the survivor meanwhile: a refund of the source's order
 *   does not bring it back.
 * - `came_back`: What an entry of the source had spent came back meanwhile, to the survivor.
 */
export type WhyStayed =
  | "edited"
  | "taken"
  | "blacklisted"
  | "earned"
  | "captured"
  | "came_back";

/** All of it. */
export interface WindowLifetime {
  over: "lifetime";
}

/** The calendar year, in the program's zone. */
export interface WindowCalendarYear {
  over: "calendar_year";
}

/** The last days or months: the window ends now and leaves out its first instant. */
export interface WindowRolling {
  over: "rolling";
  /** The unit of `count`. */
  period: Period | LaterWord;
  /** How many, 1 to 36,500. */
  count: number;
}

/**
 * Over which time is counted (rule Y1).
 *
 * `over` tells which.
 */
export type Window = WindowLifetime | WindowCalendarYear | WindowRolling | { over: LaterWord };

/** Something that a customer would like. */
export interface Wish {
  /** The article. */
  sku: Id;
  /** Since when they would like it. */
  added_at?: Timestamp | null;
  /** What people call it. */
  name?: Line | null;
}

/** Something that a customer would like. */
export interface WishlistWish {
  /** The article. */
  sku: Id;
  /** Since when they would like it. */
  added_at?: Timestamp | null;
  /** What people call it. */
  name?: Line | null;
}

/** The receipt of `wishlist.set`. */
export interface WishlistWished {
  /** The customer. */
  customer: CustomerId;
  /** How many articles are on the list. */
  items: number;
  /** Its version now. */
  version: number;
}

/**
 * A time zone by its IANA name. The rules come from one table that is part of the library, the same in every
 * build of a release.
 */
export type Zone = string;

/** What a command answers: its own result, and what it did to the books. */
export interface Receipt<Result> {
  /** The operation's own answer. */
  result: Result;
  /** When the command was recorded. */
  recorded_at: Timestamp;
  /** The balances of the accounts that were touched. */
  balances?: Array<Balance>;
  /** The entries written, in order. */
  entries?: Array<EntryView>;
  /** The messages queued for the host. */
  messages?: Array<Ref>;
  /** Of a preview: the token that confirms exactly this. */
  plan?: string | null;
  /** The customer whom the request named was merged into this one, for whom it was run (rule G8). */
  redirected_to?: CustomerId | null;
  /** This is the receipt of an earlier request with the same idempotency key; nothing was written now (rule L10). */
  replayed?: boolean;
  /** The rewards that followed by themselves: of stamp cards and statuses. */
  rewards?: Array<RewardView>;
}

/** The arguments of `customer.create`. */
export interface CustomerCreateArguments {
  /** Your id for the customer. */
  id: CustomerId;
  /** The date of birth, not in the future. */
  birth_date?: Date | null;
  /** When the account was created, for accounts older than this record of them; the time of the call when absent. */
  created_at?: Timestamp | null;
  /** The email address. */
  email?: Email | null;
  /** The given name. */
  first_name?: Line | null;
  /** The gender, in the customer's words. */
  gender?: Line | null;
  /** A group of the program. */
  group?: Slug | null;
  /** The family name. */
  last_name?: Line | null;
  /** A link into the host's own page of this customer: `https://…`, `http://…` or `/…`. */
  link?: Line | null;
  /** The locale, such as `de-AT`. */
  locale?: Line | null;
  /** Further given names. */
  middle_name?: Line | null;
  /** The phone number. */
  phone?: Phone | null;
  /** A title or other prefix. */
  prefix?: Line | null;
  /** What kind of account; `registered` when absent. */
  state?: Account;
  /** A suffix such as "Jr." */
  suffix?: Line | null;
  /** The customer's own time zone. */
  time_zone?: Zone | null;
}

/** The arguments of `customer.edit`. */
export interface CustomerEditArguments {
  /** The customer. */
  customer: CustomerId;
  /** The date of birth, not in the future. */
  birth_date?: Date | null;
  /** The email address. */
  email?: Email | null;
  /** The given name. */
  first_name?: Line | null;
  /** The gender, in the customer's words. */
  gender?: Line | null;
  /** A group of the program. */
  group?: Slug | null;
  /** The family name. */
  last_name?: Line | null;
  /** A link into the host's own page of this customer: `https://…`, `http://…` or `/…`. */
  link?: Line | null;
  /** The locale, such as `de-AT`. */
  locale?: Line | null;
  /** Further given names. */
  middle_name?: Line | null;
  /** The phone number. */
  phone?: Phone | null;
  /** A title or other prefix. */
  prefix?: Line | null;
  /** A suffix such as "Jr." */
  suffix?: Line | null;
  /** The customer's own time zone. */
  time_zone?: Zone | null;
}

/** The arguments of `customer.get`. */
export interface CustomerGetArguments {
  /** The customer. */
  customer: CustomerId;
}

/** The arguments of `customer.details`. */
export interface CustomerDetailsArguments {
  /** The customer. */
  customer: CustomerId;
  /** Rows in each tab, 1 to 500; 50 when absent. */
  limit?: number | null;
  /** The tabs; all when absent. */
  tabs?: ReadonlyArray<Tab> | null;
}

/** The arguments of `customer.actions`. */
export interface CustomerActionsArguments {
  /** The customer. */
  customer: CustomerId;
}

/** The arguments of `customer.bundle`. */
export interface CustomerBundleArguments {
  /** The customer. */
  customer: CustomerId;
}

/** The arguments of `customer.list`. */
export interface CustomerListArguments {
  /** The columns of each row, each named once; id, name, email, group, state and created_at when absent. */
  columns?: ReadonlyArray<Field> | null;
  /** Where to go on: `next` of the page before. */
  cursor?: string | null;
  /** Largest, last or newest first. When absent: false with `sort`, true without. */
  descending?: boolean | null;
  /**
   * Which customers; all when absent. At most 50 conditions, 8 levels deep; each value of `in` and each word of a
   * name that is contained counts as one.
   */
  filter?: Condition | null;
  /** Whether guests are listed too. */
  guests?: boolean;
  /** Rows on the page, 1 to 500; 50 when absent. */
  limit?: number | null;
  /** At most 10 words, 200 characters. */
  search?: string | null;
  /** The field to sort by. Names sort by family name. When absent, the newest come first. */
  sort?: Field | null;
}

/** The arguments of `customer.export_csv`. */
export interface CustomerExportCsvArguments {
  /** The columns, each named once; those of `customer.list` when absent. */
  columns?: ReadonlyArray<FileColumn> | null;
  /** Where to go on: `next` of the page before. */
  cursor?: string | null;
  /** Largest, last or newest first. When absent: false with `sort`, true without. */
  descending?: boolean | null;
  /** Which customers, as in `customer.list`; all when absent. */
  filter?: Condition | null;
  /** Whether guests are exported too. */
  guests?: boolean;
  /** Rows on the page, 1 to 500; 500 when absent. */
  limit?: number | null;
  /** At most 10 words, 200 characters. */
  search?: string | null;
  /** The field to sort by. When absent, the newest come first. */
  sort?: Field | null;
}

/** The arguments of `customer.import_csv`. */
export interface CustomerImportCsvArguments {
  /** Your id for this import, at most 40 characters. */
  batch: Id;
  /** The piece of the file: text, at most what a request holds, with at most 10,000 rows. */
  csv: string;
  /** The `next` of the answer before; without it the file begins. */
  after?: ImportNext | null;
  /** Whether an empty cell empties the field of a customer who is updated. Usually it leaves it alone. */
  clear_blanks?: boolean;
  /** What columns are read as, by their names in the file; null leaves one out. Goes before the preset. */
  columns?: Readonly<Record<string, FileColumn>>;
  /** In which order the numbers of dates stand; `ymd` when absent. */
  dates?: DateOrder;
  /** Who joins the program; as the file says when absent. */
  enroll?: Enrolling;
  /** What happens with a row whose customer is there already; `refuse` when absent. */
  existing?: Existing;
  /**
   * Whether who joins gets the bonus for new members and the rewards of a status that they reach thereby. Usually
   * they get nothing, now or later: they had theirs where they come from.
   */
  grant?: boolean;
  /** Ids are this and the number of the row, where the file has none. */
  id_prefix?: Line | null;
  /** Whether the file ends with this piece. */
  last?: boolean;
  /** The format of the file. */
  preset?: Preset | null;
  /** Whether the rewards of a status that a row sets are granted, as on rising to it. */
  trigger_rewards?: boolean;
  /**
   * What words in a column mean, by the column's name in the file: `{"Club": {"gold card": "yes"}}`. An empty text
   * means an empty cell.
   */
  values?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The arguments of `customer.record_login`. */
export interface CustomerRecordLoginArguments {
  /** The customer. */
  customer: CustomerId;
  /** When; the time of the call when absent. */
  logged_in_at?: Timestamp | null;
}

/** The arguments of `customer.assign_group`. */
export interface CustomerAssignGroupArguments {
  /** The customer. */
  customer: CustomerId;
  /** The group; null for none. */
  group: Slug | null;
}

/** The arguments of `customer.delete`. */
export interface CustomerDeleteArguments {
  /** The customer. */
  customer: CustomerId;
  /** The person demands it, also of an account on hold. */
  erasure?: boolean;
  /** Why; staff only. It is kept: do not name the person. */
  reason?: Line | null;
}

/** The arguments of `customer.export_data`. */
export interface CustomerExportDataArguments {
  /** The customer. */
  customer: CustomerId;
  /** Where the section goes on: from `more`. */
  cursor?: string | null;
  /** Rows of each section, 1 to 500; 500 when absent. */
  limit?: number | null;
  /** One section; all when absent. */
  section?: Section | null;
}

/** The arguments of `address.add`. */
export interface AddressAddArguments {
  /** The customer. */
  customer: CustomerId;
  /** The city. */
  city?: Line | null;
  /** The company. */
  company?: Line | null;
  /** The country: two letters, such as `AT`. */
  country?: Country | null;
  /** Whether invoices go there unless said otherwise. */
  default_billing?: boolean;
  /** Whether parcels go there unless said otherwise. */
  default_shipping?: boolean;
  /** Your id for the address, unique for the customer; `a1`, `a2` and so on when absent. */
  id?: Id | null;
  /** What the customer calls it, such as "Home". */
  label?: Line | null;
  /** Street, house, floor: as written on an envelope, at most 10 lines. */
  lines?: ReadonlyArray<Line>;
  /** Who receives mail there. */
  name?: Line | null;
  /** A phone number there. */
  phone?: Phone | null;
  /** The postal code. */
  postal_code?: Line | null;
  /** The state, province or county. */
  region?: Line | null;
}

/** The arguments of `address.edit`. */
export interface AddressEditArguments {
  /** The customer. */
  customer: CustomerId;
  /** The address. */
  address: Id;
  /** The city. */
  city?: Line | null;
  /** The company. */
  company?: Line | null;
  /** The country: two letters, such as `AT`. */
  country?: Country | null;
  /** Whether invoices go there unless said otherwise. */
  default_billing?: boolean | null;
  /** Whether parcels go there unless said otherwise. */
  default_shipping?: boolean | null;
  /** What the customer calls it, such as "Home". */
  label?: Line | null;
  /** Street, house, floor: as written on an envelope, at most 10 lines. All lines at once. */
  lines?: ReadonlyArray<Line> | null;
  /** Who receives mail there. */
  name?: Line | null;
  /** A phone number there. */
  phone?: Phone | null;
  /** The postal code. */
  postal_code?: Line | null;
  /** The state, province or county. */
  region?: Line | null;
}

/** The arguments of `address.remove`. */
export interface AddressRemoveArguments {
  /** The customer. */
  customer: CustomerId;
  /** The address. */
  address: Id;
}

/** The arguments of `payment_method.save`. */
export interface PaymentMethodSaveArguments {
  /** The customer. */
  customer: CustomerId;
  /** What the payment provider calls it. */
  token: Token;
  /** The brand, such as "Visa". */
  brand?: Line | null;
  /** The last month in which it is valid, 1 to 12; with `expiry_year`. */
  expiry_month?: number | null;
  /** The year of that month, 2000 to 2100; with `expiry_month`. */
  expiry_year?: number | null;
  /** Your id for the payment method; `m1`, `m2` and so on when absent and the token is new. */
  id?: Id | null;
  /** The last four digits. */
  last_four?: LastFour | null;
}

/** The arguments of `payment_method.remove`. */
export interface PaymentMethodRemoveArguments {
  /** The customer. */
  customer: CustomerId;
  /** The payment method. */
  payment_method: Id;
}

/** The arguments of `email.set_preferences`. */
export interface EmailSetPreferencesArguments {
  /** The customer. */
  customer: CustomerId;
  /** By list of the program: whether it is wanted. */
  lists?: Readonly<Record<string, boolean>>;
  /** Whether the newsletter is wanted. */
  newsletter?: boolean | null;
  /**
   * The page, device or channel, as proof. That of the context goes before it, and a customer's own word for it
   * does not count.
   */
  through?: Line | null;
}

/** The arguments of `email.unsubscribe_all`. */
export interface EmailUnsubscribeAllArguments {
  /** The customer. */
  customer: CustomerId;
  /**
   * The page, device or channel, as proof. That of the context goes before it, and a customer's own word for it
   * does not count.
   */
  through?: Line | null;
}

/** The arguments of `blacklist.set`. */
export interface BlacklistSetArguments {
  /** The customer. */
  customer: CustomerId;
  /** On the blacklist or off it. */
  on: boolean;
  /** Why, for staff only; needed when `on`, and kept also when off. */
  reason?: Text | null;
}

/** The arguments of `blacklist.check`. */
export interface BlacklistCheckArguments {
  /** The customer who wants to buy. */
  customer?: CustomerId | null;
  /** The email with which someone wants to buy. */
  email?: Email | null;
}

/** The arguments of `membership.register`. */
export interface MembershipRegisterArguments {
  /** The customer. */
  customer: CustomerId;
  /** A comment; the customer reads it. */
  comment?: Text | null;
  /** Why; staff only. */
  reason?: Line | null;
}

/** The arguments of `membership.enroll`. */
export interface MembershipEnrollArguments {
  /** The customer. */
  customer: CustomerId;
  /** A comment; the customer reads it. */
  comment?: Text | null;
  /** Why; staff only. */
  reason?: Line | null;
  /** Who has referred them, a member. */
  referred_by?: CustomerId | null;
}

/** The arguments of `membership.unenroll`. */
export interface MembershipUnenrollArguments {
  /** The customer. */
  customer: CustomerId;
  /** A comment; the customer reads it. */
  comment?: Text | null;
  /** Why; staff only. */
  reason?: Line | null;
}

/** The arguments of `membership.remove`. */
export interface MembershipRemoveArguments {
  /** The customer. */
  customer: CustomerId;
  /** A comment; the customer reads it. */
  comment?: Text | null;
  /** Why; staff only. */
  reason?: Line | null;
}

/** The arguments of `membership.deactivate`. */
export interface MembershipDeactivateArguments {
  /** The customer. */
  customer: CustomerId;
  /** A comment; the customer reads it. */
  comment?: Text | null;
  /** Why; staff only. */
  reason?: Line | null;
}

/** The arguments of `membership.reactivate`. */
export interface MembershipReactivateArguments {
  /** The customer. */
  customer: CustomerId;
  /** A comment; the customer reads it. */
  comment?: Text | null;
  /** Why; staff only. */
  reason?: Line | null;
}

/** The arguments of `membership.capabilities`. */
export interface MembershipCapabilitiesArguments {
  /** The customer. */
  customer: CustomerId;
}

/** The arguments of `membership.history`. */
export interface MembershipHistoryArguments {
  /** The customer. */
  customer: CustomerId;
}

/** The arguments of `merge.apply`. */
export interface MergeApplyArguments {
  /** The customer who remains; enrolled. */
  survivor: CustomerId;
  /** The customer who becomes part of the survivor. */
  source: CustomerId;
  /** A comment; the customer reads it. */
  comment?: Text | null;
  /** Fields of the profile that are the source's, also where it has none. */
  from_source?: ReadonlyArray<ProfileField>;
  /** Fields of the profile that are the survivor's, also where it has none. */
  from_survivor?: ReadonlyArray<ProfileField>;
  /** Why; staff only. */
  reason?: Line | null;
  /** Whether a status that the survivor reaches by it grants its rewards. */
  trigger_rewards?: boolean;
}

/** The arguments of `merge.undo`. */
export interface MergeUndoArguments {
  /** The customer into whom was merged. */
  survivor: CustomerId;
  /** The customer who was merged. */
  source: CustomerId;
  /** A comment; the customer reads it. */
  comment?: Text | null;
  /** Why; staff only. */
  reason?: Line | null;
}

/** The arguments of `merge.history`. */
export interface MergeHistoryArguments {
  /** The customer. */
  customer: CustomerId;
}

/** The arguments of `points.adjust`. */
export interface PointsAdjustArguments {
  /** The customer. */
  customer: CustomerId;
  /** The point type. */
  type: Slug;
  /** How much: positive gives, negative takes; not zero. */
  amount: Quantity;
  /** What the customer reads; "Manual adjustments" when absent. */
  comment?: Text | null;
  /**
   * When it takes effect; now when absent, never in the future. A debit not before the account's last debit,
   * lapse, reinstatement, transfer or reversal of a debit.
   */
  effective_at?: Timestamp | null;
  /** A credit ends so many days after its local date, 1 to 36,500. */
  expires_after_days?: number | null;
  /** The instant at which a credit ends. */
  expires_at?: Timestamp | null;
  /** A credit that never ends. */
  never_expires?: boolean;
  /** An internal note; staff only. */
  note?: Text | null;
  /** The order it is about. */
  order?: Id | null;
  /** Why; staff only. The program may require it. */
  reason?: Line | null;
  /** The last local day on which a credit counts. */
  valid_through?: Date | null;
}

/** The arguments of `points.redate`. */
export interface PointsRedateArguments {
  /** The customer. */
  customer: CustomerId;
  /** The point type. */
  type: Slug;
  /** They end as the program's policy says now, counted from their own credit. */
  by_policy?: boolean;
  /** What the customer reads. */
  comment?: Text | null;
  /** Only points that end after this moment, or never. */
  ending_after?: Timestamp | null;
  /** Only points that end before this moment. */
  ending_before?: Timestamp | null;
  /** Only points of the credit that this entry made; of a merge, all that came with it. */
  entry?: Ref | null;
  /** They end so many days after the local date of their own credit, 1 to 36,500. */
  expires_after_days?: number | null;
  /** The instant at which they end. */
  expires_at?: Timestamp | null;
  /** They never end. */
  never_expires?: boolean;
  /** An internal note; staff only. */
  note?: Text | null;
  /** Why; staff only. The program may require it, as for an adjustment. */
  reason?: Line | null;
  /** The last local day on which they count. */
  valid_through?: Date | null;
}

/** The arguments of `points.reinstate`. */
export interface PointsReinstateArguments {
  /** The customer. */
  customer: CustomerId;
  /** The point type. */
  type: Slug;
  /** How much, more than zero; all when absent. */
  amount?: Quantity | null;
  /** What the customer reads. */
  comment?: Text | null;
  /** Only points of the credit that this entry made; of a merge, all that came with it. */
  entry?: Ref | null;
  /** They end so many days after the local date of now, 1 to 36,500. */
  expires_after_days?: number | null;
  /** The instant at which they end. */
  expires_at?: Timestamp | null;
  /** They never end. */
  never_expires?: boolean;
  /** An internal note; staff only. */
  note?: Text | null;
  /** Why; staff only. The program may require it, as for an adjustment. */
  reason?: Line | null;
  /** The last local day on which they count. */
  valid_through?: Date | null;
}

/** The arguments of `points.earn`. */
export interface PointsEarnArguments {
  /** The customer. */
  customer: CustomerId;
  /** The point type. */
  type: Slug;
  /** How much, more than zero. */
  amount: Quantity;
  /** What the customer reads. */
  comment?: Text | null;
  /** When it takes effect; now when absent, never in the future. */
  effective_at?: Timestamp | null;
  /** It ends so many days after its local date, 1 to 36,500. */
  expires_after_days?: number | null;
  /** The instant at which it ends. */
  expires_at?: Timestamp | null;
  /** The order for which it is. */
  order?: Id | null;
  /** The last local day on which it counts. */
  valid_through?: Date | null;
}

/** The arguments of `points.spend`. */
export interface PointsSpendArguments {
  /** The customer. */
  customer: CustomerId;
  /** The point type. */
  type: Slug;
  /** How much, more than zero. */
  amount: Quantity;
  /** What the customer reads. */
  comment?: Text | null;
  /** The order on which it is spent. */
  order?: Id | null;
}

/** The arguments of `points.balance`. */
export interface PointsBalanceArguments {
  /** The customer. */
  customer: CustomerId;
  /** A moment that has passed. */
  as_of?: Timestamp | null;
  /** The totals of `as_of` as the books had them at this moment: not before `as_of`, nor in the future. */
  as_recorded_at?: Timestamp | null;
  /** One point type; all when absent. */
  type?: Slug | null;
}

/** The arguments of `points.history`. */
export interface PointsHistoryArguments {
  /** The customer. */
  customer: CustomerId;
  /** Only entries that took effect before this time. */
  before?: Timestamp | null;
  /** Where the page before ended: its `next`. */
  cursor?: string | null;
  /** Only entries that took effect at this time or later. */
  from?: Timestamp | null;
  /** Only entries of these kinds; all when absent. */
  kinds?: ReadonlyArray<EntryKind>;
  /** Entries on the page, 1 to 500; 50 when absent. */
  limit?: number | null;
  /** One point type; all when absent. */
  type?: Slug | null;
}

/** The arguments of `points.explain`. */
export interface PointsExplainArguments {
  /** The customer. */
  customer: CustomerId;
  /** The entry or lot that is explained. */
  entry?: Ref | null;
  /** The point type whose balance is explained. */
  type?: Slug | null;
}

/** The arguments of `points.expiring`. */
export interface PointsExpiringArguments {
  /** The customer. */
  customer: CustomerId;
  /** The point type. */
  type: Slug;
}

/** The arguments of `points.hold`. */
export interface PointsHoldArguments {
  /** The customer. */
  customer: CustomerId;
  /** How much, more than zero. */
  amount?: Quantity | null;
  /** The order for which it is. */
  order?: Id | null;
  /** The parts of a mixed payment, at most 20, instead of `type` and `amount`. */
  parts?: ReadonlyArray<HoldPart>;
  /** How long, in seconds, 1 to 31,536,000; the program's `hold_seconds` when absent. */
  seconds?: number | null;
  /** The point type. */
  type?: Slug | null;
}

/** The arguments of `points.capture`. */
export interface PointsCaptureArguments {
  /** The customer. */
  customer: CustomerId;
  /** How much; all that is left when absent. */
  amount?: Quantity | null;
  /** What the customer reads. */
  comment?: Text | null;
  /** The hold's id. */
  hold?: Ref | null;
  /** Several holds, at most 20, each with all that is left, instead of `hold` and `amount`. */
  holds?: ReadonlyArray<Ref>;
  /** The order on which it is spent; the hold's when absent. */
  order?: Id | null;
}

/** The arguments of `points.release`. */
export interface PointsReleaseArguments {
  /** The customer. */
  customer: CustomerId;
  /** How much; all that is left when absent. */
  amount?: Quantity | null;
  /** The hold's id. */
  hold?: Ref | null;
  /** Several holds, at most 20, each with all that is left, instead of `hold` and `amount`. */
  holds?: ReadonlyArray<Ref>;
}

/** The arguments of `points.reverse`. */
export interface PointsReverseArguments {
  /** The customer. */
  customer: CustomerId;
  /** The entry's id. */
  entry: Ref;
  /** How much of it; all that is left when absent. */
  amount?: Quantity | null;
  /** What the customer reads. */
  comment?: Text | null;
  /** An internal note; staff only. */
  note?: Text | null;
  /** Why; staff only. */
  reason?: Line | null;
}

/** The arguments of `points.transfer`. */
export interface PointsTransferArguments {
  /** The customer who gives. */
  customer: CustomerId;
  /** The customer who receives. */
  recipient: CustomerId;
  /** The point type. */
  type: Slug;
  /** How much, more than zero. */
  amount: Quantity;
  /** What the customers read. */
  comment?: Text | null;
  /** An internal note; staff only. */
  note?: Text | null;
  /** The order of the giver that it is about; only their own entry names it. */
  order?: Id | null;
  /** Why; staff only. The program may require it. */
  reason?: Line | null;
}

/** The arguments of `bulk.adjust`. */
export interface BulkAdjustArguments {
  /** The batch's id, by which its rows are done once and it can be reversed. */
  batch: Id;
  /** The piece of the file: text, at most what a request holds, with at most 10,000 rows. */
  csv: string;
  /** The `next` of the answer before; without it the file begins. */
  after?: Next | null;
  /** The comment of rows that do not say it; "Manual adjustments" when absent. */
  comment?: Text | null;
  /** The `digest` that the dry run gave for this piece: then no row of it is done if the file differs up to here. */
  digest?: Id | null;
  /** With `set`: the balance that is expected of rows that do not say it. */
  expected?: Quantity | null;
  /** The `file_plan` of the dry run; the real run needs it. */
  file_plan?: Id | null;
  /** Whose columns the file has; our own when absent. */
  format?: Format;
  /** Whether the file ends with this piece. */
  last?: boolean;
  /** Whether amounts are added or are what balances shall be; what the format says when absent, and for ours `add`. */
  mode?: Mode | null;
  /** What becomes of the others when a row is refused; they stay done when absent. */
  policy?: Policy;
  /** The reason of rows that do not say it. */
  reason?: Line | null;
  /** The point type of rows that do not say it. */
  type?: Slug | null;
}

/** The arguments of `bulk.reverse`. */
export interface BulkReverseArguments {
  /** The batch. */
  batch: Id;
  /** The `next` of the answer before; from the first row when absent. */
  after?: number | null;
  /** What the customer reads. */
  comment?: Text | null;
  /** How many rows to look at at most, 1 to 10,000; 1,000 when absent. */
  limit?: number | null;
  /** Why; staff only. */
  reason?: Line | null;
}

/** The arguments of `bulk.get`. */
export interface BulkGetArguments {
  /** The batch. */
  batch: Id;
}

/** The arguments of `maintenance.run`. */
export interface MaintenanceRunArguments {
  /** How many customers and gift cards to settle at most, 1 to 10,000; 1,000 when absent. */
  limit?: number | null;
}

/** The arguments of `order.quote`. */
export interface OrderQuoteArguments {
  /** The currency, three capital letters. */
  currency: string;
  /** The lines, 1 to 500. */
  lines: ReadonlyArray<OrderOrderLine>;
  /** The customer who asks; nobody in particular when absent. */
  customer?: CustomerId | null;
  /** Discount on the whole. */
  discount?: Quantity;
  /** How much of it would be paid with points. */
  paid_with_points?: Quantity;
  /** When it would be placed; now when absent. */
  placed_at?: Timestamp | null;
  /** Shipping. */
  shipping?: Quantity;
  /** Tax. */
  tax?: Quantity;
}

/** The arguments of `order.record`. */
export interface OrderRecordArguments {
  /** The customer. */
  customer: CustomerId;
  /** The host's number of the order. */
  number: Id;
  /** When it was placed; not in the future. */
  placed_at: Timestamp;
  /** The currency, three capital letters. */
  currency: string;
  /** The lines, 1 to 500. */
  lines: ReadonlyArray<OrderOrderLine>;
  /** Where it was placed. */
  channel?: Line | null;
  /** Discount on the whole. */
  discount?: Quantity;
  /** Whether it is fulfilled. */
  fulfilled?: boolean;
  /** A link into the host's own page of this order: `https://…`, `http://…` or `/…`; staff only. */
  link?: Line | null;
  /** The number of the order to which several belong. */
  master_number?: Id | null;
  /** The payments. */
  payments?: ReadonlyArray<OrderPayment>;
  /** Shipping. */
  shipping?: Quantity;
  /** Tax. */
  tax?: Quantity;
}

/** The arguments of `order.refund`. */
export interface OrderRefundArguments {
  /** The customer. */
  customer: CustomerId;
  /** The order's number. */
  number: Id;
  /** The host's id of the refund, unique in the order. */
  refund: Id;
  /** An amount on the order as a whole; it is shared among what is left of its parts. */
  amount?: Quantity | null;
  /** The currency, to be sure: another than the order's is refused. */
  currency?: string | null;
  /** The lines that are given back, each once. */
  lines?: ReadonlyArray<RefundLine> | null;
  /** Why; staff only. */
  reason?: Line | null;
  /** How much of shipping is given back. */
  shipping?: Quantity | null;
  /** How much of tax is given back. */
  tax?: Quantity | null;
}

/** The arguments of `order.cancel`. */
export interface OrderCancelArguments {
  /** The customer. */
  customer: CustomerId;
  /** The order's number. */
  number: Id;
  /** Why; staff only. */
  reason?: Line | null;
}

/** The arguments of `order.claim`. */
export interface OrderClaimArguments {
  /** The customer who gets it. */
  customer: CustomerId;
  /** The order's number. */
  number: Id;
}

/** The arguments of `order.get`. */
export interface OrderGetArguments {
  /** The customer. */
  customer: CustomerId;
  /** The order's number. */
  number: Id;
}

/** The arguments of `order.list`. */
export interface OrderListArguments {
  /** The customer. */
  customer: CustomerId;
  /** Where the page before ended: its `next`. */
  cursor?: Id | null;
  /** Orders on the page, 1 to 500; 50 when absent. */
  limit?: number | null;
  /** Only the orders with this master number. */
  master_number?: Id | null;
}

/** The arguments of `payment.update`. */
export interface PaymentUpdateArguments {
  /** The customer. */
  customer: CustomerId;
  /** The order's number. */
  order: Id;
  /** The payment's id. */
  payment: Id;
  /** Where it stands. */
  status: PaymentStatus;
}

/** The arguments of `subscription.record`. */
export interface SubscriptionRecordArguments {
  /** The customer. */
  customer: CustomerId;
  /** Your id of the subscription, unique with this customer. */
  id: Id;
  /** Where it stands. */
  status: SubscriptionStatus;
  /** When the status changed; when absent, now, or for a new subscription when it began. */
  changed_at?: Timestamp | null;
  /** A link into your own page of this subscription: `https://…`, `http://…` or `/…`; staff only. */
  link?: Line | null;
  /** What is subscribed to, as people call it. */
  name?: Line | null;
  /** When the next payment is due. */
  next_payment_at?: Timestamp | null;
  /** When it began; when absent, what was recorded before, or now. */
  started_at?: Timestamp | null;
}

/** The arguments of `subscription.list`. */
export interface SubscriptionListArguments {
  /** The customer. */
  customer: CustomerId;
  /** Where the page before ended: its `next`. */
  cursor?: Id | null;
  /** Subscriptions on the page, 1 to 500; 50 when absent. */
  limit?: number | null;
}

/** The arguments of `wishlist.set`. */
export interface WishlistSetArguments {
  /** The customer. */
  customer: CustomerId;
  /** The articles, at most 500. */
  items: ReadonlyArray<WishlistWish>;
}

/** The arguments of `reward.options`. */
export interface RewardOptionsArguments {
  /** The customer. */
  customer: CustomerId;
}

/** The arguments of `reward.redeem`. */
export interface RewardRedeemArguments {
  /** The customer. */
  customer: CustomerId;
  /** The reward of the catalogue. */
  reward: Slug;
}

/** The arguments of `reward.grant`. */
export interface RewardGrantArguments {
  /** The customer. */
  customer: CustomerId;
  /** The reward of the catalogue. */
  reward: Slug;
  /** Why; staff only. */
  reason: Line;
  /** What the customer reads. */
  comment?: Text | null;
  /** An internal note; staff only. */
  note?: Text | null;
}

/** The arguments of `reward.consume`. */
export interface RewardConsumeArguments {
  /** The code. */
  code: Line;
  /** The order on which it is used. */
  order?: Id | null;
}

/** The arguments of `reward.remove`. */
export interface RewardRemoveArguments {
  /** The customer. */
  customer: CustomerId;
  /** The id of the customer's reward. */
  id: Ref;
  /** Why; staff only. */
  reason: Line;
  /** What the customer reads. */
  comment?: Text | null;
  /** Whether it gives back what it took; one that has expired can do so too. */
  give_back?: boolean;
  /** An internal note; staff only. */
  note?: Text | null;
}

/** The arguments of `reward.list`. */
export interface RewardListArguments {
  /** The customer. */
  customer: CustomerId;
  /** Where the page before ended: its `next`. */
  cursor?: Ref | null;
  /** Rewards on the page, 1 to 500; 50 when absent. */
  limit?: number | null;
  /** Only those in this state. */
  state?: RewardState | null;
}

/** The arguments of `stamp_card.progress`. */
export interface StampCardProgressArguments {
  /** The customer. */
  customer: CustomerId;
}

/** The arguments of `stamp_card.complete`. */
export interface StampCardCompleteArguments {
  /** The customer. */
  customer: CustomerId;
  /** The card. */
  card: Slug;
}

/** The arguments of `status.assign`. */
export interface StatusAssignArguments {
  /** The customer. */
  customer: CustomerId;
  /** The status system. */
  system: Slug;
  /** A comment; the customer reads it. */
  comment?: Text | null;
  /** The counter, where it is set by hand; not negative. */
  counter?: Quantity | null;
  /** The lock, where the usual one is not wanted. */
  lock?: LockKind | null;
  /** An internal note; staff only. */
  note?: Text | null;
  /** The status. */
  status?: Slug | null;
  /** Whether the rewards of the status are granted, as on rising to it. */
  trigger_rewards?: boolean;
  /** The last day of the lock, in the program's zone. */
  valid_through?: Date | null;
}

/** The arguments of `status.unlock`. */
export interface StatusUnlockArguments {
  /** The customer. */
  customer: CustomerId;
  /** The status system. */
  system: Slug;
  /** A comment; the customer reads it. */
  comment?: Text | null;
  /** An internal note; staff only. */
  note?: Text | null;
}

/** The arguments of `status.evaluate`. */
export interface StatusEvaluateArguments {
  /** The customer. */
  customer: CustomerId;
}

/** The arguments of `status.list`. */
export interface StatusListArguments {
  /** The customer. */
  customer: CustomerId;
  /** Changes of each system, 1 to 500; 50 when absent. */
  limit?: number | null;
}

/** The arguments of `gift_card.issue`. */
export interface GiftCardIssueArguments {
  /** The host's number of the card, as it is printed on it; not secret. */
  gift_card: Id;
  /** The point type, of the kind money. */
  type: Slug;
  /** How much, more than zero. */
  amount: Quantity;
  /** The customer to whom it is issued; nobody when absent. */
  customer?: CustomerId | null;
  /** It ends so many days after today's local date, 1 to 36,500. */
  expires_after_days?: number | null;
  /** The instant at which it ends. */
  expires_at?: Timestamp | null;
  /** Blank: it pays once it is activated. */
  inactive?: boolean;
  /** What the giver writes. */
  message?: Text | null;
  /** It never ends. */
  never_expires?: boolean;
  /** An internal note; staff only. */
  note?: Text | null;
  /** The order on which it was bought. */
  order?: Id | null;
  /** Whom it is for. */
  recipient?: Line | null;
  /** Where it is sent. */
  recipient_email?: Email | null;
  /** The last local day on which it counts. */
  valid_through?: Date | null;
}

/** The arguments of `gift_card.activate`. */
export interface GiftCardActivateArguments {
  /** Its code, instead of the number. */
  code?: Line | null;
  /** The card's number. */
  gift_card?: Id | null;
  /** The order on which it was bought. */
  order?: Id | null;
}

/** The arguments of `gift_card.get`. */
export interface GiftCardGetArguments {
  /** Its code, instead of the number. */
  code?: Line | null;
  /** Where the page before ended: its `next`. */
  cursor?: number | null;
  /** Only if it was issued to this customer. */
  customer?: CustomerId | null;
  /** The card's number. */
  gift_card?: Id | null;
  /** Activities on the page, 1 to 500; 50 when absent. */
  limit?: number | null;
}

/** The arguments of `gift_card.list`. */
export interface GiftCardListArguments {
  /** The customer. */
  customer: CustomerId;
  /** Where the page before ended: its `next`. */
  cursor?: Id | null;
  /** Cards on the page, 1 to 500; 50 when absent. */
  limit?: number | null;
}

/** The arguments of `gift_card.recharge`. */
export interface GiftCardRechargeArguments {
  /** The card's number. */
  gift_card: Id;
  /** How much, more than zero. */
  amount: Quantity;
  /** What the customer reads. */
  comment?: Text | null;
  /** It ends so many days after today's local date, 1 to 36,500. */
  expires_after_days?: number | null;
  /** The instant at which it ends. */
  expires_at?: Timestamp | null;
  /** It never ends. */
  never_expires?: boolean;
  /** An internal note; staff only. */
  note?: Text | null;
  /** The order on which it was bought. */
  order?: Id | null;
  /** The last local day on which it counts. */
  valid_through?: Date | null;
}

/** The arguments of `gift_card.redeem`. */
export interface GiftCardRedeemArguments {
  /** The customer. */
  customer: CustomerId;
  /** How much, more than zero; all that can be spent when absent. */
  amount?: Quantity | null;
  /** Its code, instead of the number. */
  code?: Line | null;
  /** What the customer reads. */
  comment?: Text | null;
  /** The card's number. */
  gift_card?: Id | null;
}

/** The arguments of `gift_card.charge`. */
export interface GiftCardChargeArguments {
  /** How much, more than zero. */
  amount: Quantity;
  /** Its code, instead of the number. */
  code?: Line | null;
  /** What the customer reads. */
  comment?: Text | null;
  /** The card's number. */
  gift_card?: Id | null;
  /** The order that is paid. */
  order?: Id | null;
}

/** The arguments of `gift_card.refund`. */
export interface GiftCardRefundArguments {
  /** The card's number. */
  gift_card: Id;
  /** The entry of the charge. */
  entry: Ref;
  /** How much of it; all that is left when absent. */
  amount?: Quantity | null;
  /** What the customer reads. */
  comment?: Text | null;
  /** An internal note; staff only. */
  note?: Text | null;
  /** Why; staff only. */
  reason?: Line | null;
}

/** The arguments of `gift_card.block`. */
export interface GiftCardBlockArguments {
  /** The card's number. */
  gift_card: Id;
  /** Why; staff only. */
  reason: Line;
  /** An internal note; staff only. */
  note?: Text | null;
}

/** The arguments of `gift_card.unblock`. */
export interface GiftCardUnblockArguments {
  /** The card's number. */
  gift_card: Id;
  /** An internal note; staff only. */
  note?: Text | null;
}

/** The arguments of `gift_card.deactivate`. */
export interface GiftCardDeactivateArguments {
  /** The card's number. */
  gift_card: Id;
  /** Why; staff only. */
  reason: Line;
  /** An internal note; staff only. */
  note?: Text | null;
}

/** The arguments of `ticket.create`. */
export interface TicketCreateArguments {
  /** The customer. */
  customer: CustomerId;
  /** What it is about. */
  subject: Line;
  /** The first message. */
  text: LongText;
  /** The customer has written or said it, and you record it. */
  from_customer?: boolean;
  /** Your id of the ticket, unique in the shop; when absent, the customer's id and a number: `c-42/t1`. */
  id?: Id | null;
  /** A link into your own page of this ticket: `https://…`, `http://…` or `/…`; staff only. */
  link?: Line | null;
}

/** The arguments of `ticket.reply`. */
export interface TicketReplyArguments {
  /** The ticket. */
  ticket: Ref;
  /** The text. */
  text: LongText;
  /** Only if it is this customer's. */
  customer?: CustomerId | null;
  /** A note for the shop's people. */
  internal?: boolean;
}

/** The arguments of `ticket.receive`. */
export interface TicketReceiveArguments {
  /** The ticket. */
  ticket: Ref;
  /** The text. */
  text: LongText;
  /** Only if it is this customer's, such as whoever has the sender's email. */
  customer?: CustomerId | null;
}

/** The arguments of `ticket.close`. */
export interface TicketCloseArguments {
  /** The ticket. */
  ticket: Ref;
  /** Only if it is this customer's. */
  customer?: CustomerId | null;
}

/** The arguments of `ticket.reopen`. */
export interface TicketReopenArguments {
  /** The ticket. */
  ticket: Ref;
  /** Only if it is this customer's. */
  customer?: CustomerId | null;
}

/** The arguments of `ticket.get`. */
export interface TicketGetArguments {
  /** The ticket. */
  ticket: Ref;
  /** Where the page before ended: its `next`. */
  cursor?: number | null;
  /** Only if it is this customer's. */
  customer?: CustomerId | null;
  /** Messages on the page, 1 to 500; 50 when absent. */
  limit?: number | null;
}

/** The arguments of `ticket.list`. */
export interface TicketListArguments {
  /** Where the page before ended: its `next`. */
  cursor?: Ref | null;
  /** The customer; all customers when absent. */
  customer?: CustomerId | null;
  /** Tickets on the page, 1 to 500; 50 when absent. */
  limit?: number | null;
  /** Those in this state. When absent all of a customer's, or the open ones of all customers. */
  state?: TicketState | null;
}

/** The arguments of `password.reset`. */
export interface PasswordResetArguments {
  /** The customer. */
  customer?: CustomerId | null;
  /** The email of whoever asks. */
  email?: Email | null;
}

/** The arguments of `password.verify`. */
export interface PasswordVerifyArguments {
  /** The token of the link, or the generated password; small letters and hyphens do not matter. */
  token: Line;
  /** The email with which somebody signs in: only if it was sent there. */
  email?: Email | null;
}

/** The arguments of `impersonation.start`. */
export interface ImpersonationStartArguments {
  /** The customer. */
  customer: CustomerId;
  /** Why; staff only. */
  reason?: Line | null;
}

/** The arguments of `impersonation.verify`. */
export interface ImpersonationVerifyArguments {
  /** The token. */
  token: Line;
}

/** The arguments of `approval.list`. */
export interface ApprovalListArguments {
  /** Where the page before ended: its `next`. */
  cursor?: Id | null;
  /** The customer; the whole shop when absent. */
  customer?: CustomerId | null;
  /** Requests on the page, 1 to 500; 50 when absent. */
  limit?: number | null;
  /** Those in this state; `open` when absent. */
  state?: ApprovalState | null;
}

/** The arguments of `approval.grant`. */
export interface ApprovalGrantArguments {
  /** The request's id. */
  approval: Id;
  /** What is to be said about it; staff only. */
  note?: Text | null;
}

/** The arguments of `approval.reject`. */
export interface ApprovalRejectArguments {
  /** The request's id. */
  approval: Id;
  /** What is to be said about it; staff only. */
  note?: Text | null;
  /** Why; staff only. */
  reason?: Line | null;
}

/** The arguments of `outbox.take`. */
export interface OutboxTakeArguments {
  /** For how long, in seconds, 1 to 86,400. */
  lease_seconds: number;
  /** How many at most, 1 to 500; 50 when absent. */
  limit?: number | null;
}

/** The arguments of `outbox.ack`. */
export interface OutboxAckArguments {
  /** The messages' ids, 1 to 500. */
  messages: ReadonlyArray<Ref>;
}

/** The arguments of `audit.list`. */
export interface AuditListArguments {
  /** One actor; not together with `customer` or `gift_card`. */
  actor?: Id | null;
  /** Where the page before ended: its `next`. */
  cursor?: string | null;
  /** One customer. */
  customer?: CustomerId | null;
  /** One gift card, by its number; not together with `customer`. */
  gift_card?: Id | null;
  /** Rows on the page, 1 to 500; 50 when absent. */
  limit?: number | null;
  /** Done (when absent) or refused. */
  outcome?: Outcome;
}

/** The arguments of `journal.verify`. */
export interface JournalVerifyArguments {
  /** The customer. */
  customer?: CustomerId | null;
  /** A head that an earlier call returned: it must still be part of the chain. */
  expected_head?: string | null;
  /** The number of a gift card. */
  gift_card?: Id | null;
}

/** The arguments of `report.liability`. */
export interface ReportLiabilityArguments {
  /** Where to go on: `next` of the answer before. */
  cursor?: string | null;
  /**
   * How many accounts to walk over, 1 to 2,000; 500 when absent. A customer has an account in each point type they
   * ever had some of.
   */
  limit?: number | null;
}

/** The arguments of `report.expiring`. */
export interface ReportExpiringArguments {
  /** Where to go on: `next` of the answer before. */
  cursor?: string | null;
  /** How many accounts to walk over, 1 to 2,000; 500 when absent. */
  limit?: number | null;
  /** How many months, 1 to 120, the current one among them; 12 when absent. */
  months?: number | null;
}

/** The arguments of `report.activity`. */
export interface ReportActivityArguments {
  /** From this moment on. */
  from: Timestamp;
  /** One actor alone. The others' entries of the span are walked over all the same. */
  actor?: Id | null;
  /** Up to, not including, this moment; now when absent. */
  before?: Timestamp | null;
  /** Where to go on: `next` of the answer before. */
  cursor?: string | null;
  /** How many entries to walk over, 1 to 10,000; 1,000 when absent. */
  limit?: number | null;
}

/** The arguments of `program.set`. */
export interface ProgramSetArguments {
  /** The document; see the reference of the program. */
  program: unknown;
}

/** What can be said beside the arguments of a command. */
export interface CommandOptions {
  /** The same key with the same content gets the first receipt again, and nothing is done twice. */
  idempotency_key?: string;
  /** Refuse when the record that is edited is at another version. */
  if_version?: number;
  /** Run without committing. */
  preview?: boolean;
  /** The token of a preview: do exactly that, or be refused. */
  plan?: string;
}

/** What can be said beside the arguments of a batch. */
export interface BatchOptions {
  /** Run without committing. */
  preview?: boolean;
}

/** Every operation by its name on the wire: what it takes and what it answers. */
export interface Operations {
  "customer.create": { args: CustomerCreateArguments; options: CommandOptions; answer: Receipt<CustomerCreated> };
  "customer.edit": { args: CustomerEditArguments; options: CommandOptions; answer: Receipt<CustomerEdited> };
  "customer.get": { args: CustomerGetArguments; options: Nothing; answer: CustomerView };
  "customer.details": { args: CustomerDetailsArguments; options: Nothing; answer: CustomerDetailed };
  "customer.actions": { args: CustomerActionsArguments; options: Nothing; answer: CustomerActionList };
  "customer.bundle": { args: CustomerBundleArguments; options: Nothing; answer: CustomerBundled };
  "customer.list": { args: CustomerListArguments; options: Nothing; answer: CustomerListed };
  "customer.export_csv": { args: CustomerExportCsvArguments; options: Nothing; answer: CustomerExported };
  "customer.import_csv": { args: CustomerImportCsvArguments; options: BatchOptions; answer: CustomerImported };
  "customer.record_login": { args: CustomerRecordLoginArguments; options: CommandOptions; answer: Receipt<CustomerLoginRecorded> };
  "customer.assign_group": { args: CustomerAssignGroupArguments; options: CommandOptions; answer: Receipt<CustomerGroupAssigned> };
  "customer.delete": { args: CustomerDeleteArguments; options: CommandOptions; answer: Receipt<CustomerDeleted> };
  "customer.export_data": { args: CustomerExportDataArguments; options: Nothing; answer: CustomerExportedData };
  "address.add": { args: AddressAddArguments; options: CommandOptions; answer: Receipt<AddressSaved> };
  "address.edit": { args: AddressEditArguments; options: CommandOptions; answer: Receipt<AddressSaved> };
  "address.remove": { args: AddressRemoveArguments; options: CommandOptions; answer: Receipt<AddressRemoved> };
  "payment_method.save": { args: PaymentMethodSaveArguments; options: CommandOptions; answer: Receipt<PaymentMethodSaved> };
  "payment_method.remove": { args: PaymentMethodRemoveArguments; options: CommandOptions; answer: Receipt<PaymentMethodRemoved> };
  "email.set_preferences": { args: EmailSetPreferencesArguments; options: CommandOptions; answer: Receipt<EmailPreferencesSet> };
  "email.unsubscribe_all": { args: EmailUnsubscribeAllArguments; options: CommandOptions; answer: Receipt<EmailPreferencesSet> };
  "blacklist.set": { args: BlacklistSetArguments; options: CommandOptions; answer: Receipt<BlacklistSet> };
  "blacklist.check": { args: BlacklistCheckArguments; options: Nothing; answer: BlacklistChecked };
  "membership.register": { args: MembershipRegisterArguments; options: CommandOptions; answer: Receipt<MembershipChanged> };
  "membership.enroll": { args: MembershipEnrollArguments; options: CommandOptions; answer: Receipt<MembershipChanged> };
  "membership.unenroll": { args: MembershipUnenrollArguments; options: CommandOptions; answer: Receipt<MembershipChanged> };
  "membership.remove": { args: MembershipRemoveArguments; options: CommandOptions; answer: Receipt<MembershipChanged> };
  "membership.deactivate": { args: MembershipDeactivateArguments; options: CommandOptions; answer: Receipt<MembershipChanged> };
  "membership.reactivate": { args: MembershipReactivateArguments; options: CommandOptions; answer: Receipt<MembershipChanged> };
  "membership.capabilities": { args: MembershipCapabilitiesArguments; options: Nothing; answer: MembershipCapabilityList };
  "membership.history": { args: MembershipHistoryArguments; options: Nothing; answer: MembershipHistory };
  "merge.apply": { args: MergeApplyArguments; options: CommandOptions; answer: Receipt<Merged> };
  "merge.undo": { args: MergeUndoArguments; options: CommandOptions; answer: Receipt<MergeUndone> };
  "merge.history": { args: MergeHistoryArguments; options: Nothing; answer: MergeHistory };
  "points.adjust": { args: PointsAdjustArguments; options: CommandOptions; answer: Receipt<PointsPosted> };
  "points.redate": { args: PointsRedateArguments; options: CommandOptions; answer: Receipt<PointsRedated> };
  "points.reinstate": { args: PointsReinstateArguments; options: CommandOptions; answer: Receipt<PointsReinstated> };
  "points.earn": { args: PointsEarnArguments; options: CommandOptions; answer: Receipt<PointsPosted> };
  "points.spend": { args: PointsSpendArguments; options: CommandOptions; answer: Receipt<PointsPosted> };
  "points.balance": { args: PointsBalanceArguments; options: Nothing; answer: PointsBalances };
  "points.history": { args: PointsHistoryArguments; options: Nothing; answer: PointsHistoryPage };
  "points.explain": { args: PointsExplainArguments; options: Nothing; answer: PointsExplained };
  "points.expiring": { args: PointsExpiringArguments; options: Nothing; answer: PointsSchedule };
  "points.hold": { args: PointsHoldArguments; options: CommandOptions; answer: Receipt<PointsHeld> };
  "points.capture": { args: PointsCaptureArguments; options: CommandOptions; answer: Receipt<PointsCaptured> };
  "points.release": { args: PointsReleaseArguments; options: CommandOptions; answer: Receipt<PointsHeld> };
  "points.reverse": { args: PointsReverseArguments; options: CommandOptions; answer: Receipt<PointsReversed> };
  "points.transfer": { args: PointsTransferArguments; options: CommandOptions; answer: Receipt<PointsTransferred> };
  "bulk.adjust": { args: BulkAdjustArguments; options: BatchOptions; answer: BulkAdjusted };
  "bulk.reverse": { args: BulkReverseArguments; options: BatchOptions; answer: BulkUndone };
  "bulk.get": { args: BulkGetArguments; options: Nothing; answer: BulkBatchView };
  "maintenance.run": { args: MaintenanceRunArguments; options: BatchOptions; answer: MaintenanceSwept };
  "order.quote": { args: OrderQuoteArguments; options: Nothing; answer: OrderQuoted };
  "order.record": { args: OrderRecordArguments; options: CommandOptions; answer: Receipt<OrderRecorded> };
  "order.refund": { args: OrderRefundArguments; options: CommandOptions; answer: Receipt<OrderReturns> };
  "order.cancel": { args: OrderCancelArguments; options: CommandOptions; answer: Receipt<OrderReturns> };
  "order.claim": { args: OrderClaimArguments; options: CommandOptions; answer: Receipt<OrderRecorded> };
  "order.get": { args: OrderGetArguments; options: Nothing; answer: OrderView };
  "order.list": { args: OrderListArguments; options: Nothing; answer: OrderPage };
  "payment.update": { args: PaymentUpdateArguments; options: CommandOptions; answer: Receipt<PaymentRecorded> };
  "subscription.record": { args: SubscriptionRecordArguments; options: CommandOptions; answer: Receipt<SubscriptionRecorded> };
  "subscription.list": { args: SubscriptionListArguments; options: Nothing; answer: SubscriptionPage };
  "wishlist.set": { args: WishlistSetArguments; options: CommandOptions; answer: Receipt<WishlistWished> };
  "reward.options": { args: RewardOptionsArguments; options: Nothing; answer: RewardOptions };
  "reward.redeem": { args: RewardRedeemArguments; options: CommandOptions; answer: Receipt<RewardRedeemed> };
  "reward.grant": { args: RewardGrantArguments; options: CommandOptions; answer: Receipt<RewardOneReward> };
  "reward.consume": { args: RewardConsumeArguments; options: CommandOptions; answer: Receipt<RewardOneReward> };
  "reward.remove": { args: RewardRemoveArguments; options: CommandOptions; answer: Receipt<RewardOneReward> };
  "reward.list": { args: RewardListArguments; options: Nothing; answer: RewardPage };
  "stamp_card.progress": { args: StampCardProgressArguments; options: Nothing; answer: StampCardCards };
  "stamp_card.complete": { args: StampCardCompleteArguments; options: CommandOptions; answer: Receipt<StampCardCompleted> };
  "status.assign": { args: StatusAssignArguments; options: CommandOptions; answer: Receipt<StatusView> };
  "status.unlock": { args: StatusUnlockArguments; options: CommandOptions; answer: Receipt<StatusView> };
  "status.evaluate": { args: StatusEvaluateArguments; options: CommandOptions; answer: Receipt<StatusList> };
  "status.list": { args: StatusListArguments; options: Nothing; answer: StatusList };
  "gift_card.issue": { args: GiftCardIssueArguments; options: CommandOptions; answer: Receipt<GiftCardIssued> };
  "gift_card.activate": { args: GiftCardActivateArguments; options: CommandOptions; answer: Receipt<GiftCardView> };
  "gift_card.get": { args: GiftCardGetArguments; options: Nothing; answer: GiftCardActivities };
  "gift_card.list": { args: GiftCardListArguments; options: Nothing; answer: GiftCardCardPage };
  "gift_card.recharge": { args: GiftCardRechargeArguments; options: CommandOptions; answer: Receipt<GiftCardMoved> };
  "gift_card.redeem": { args: GiftCardRedeemArguments; options: CommandOptions; answer: Receipt<GiftCardRedeemed> };
  "gift_card.charge": { args: GiftCardChargeArguments; options: CommandOptions; answer: Receipt<GiftCardMoved> };
  "gift_card.refund": { args: GiftCardRefundArguments; options: CommandOptions; answer: Receipt<GiftCardMoved> };
  "gift_card.block": { args: GiftCardBlockArguments; options: CommandOptions; answer: Receipt<GiftCardView> };
  "gift_card.unblock": { args: GiftCardUnblockArguments; options: CommandOptions; answer: Receipt<GiftCardView> };
  "gift_card.deactivate": { args: GiftCardDeactivateArguments; options: CommandOptions; answer: Receipt<GiftCardView> };
  "ticket.create": { args: TicketCreateArguments; options: CommandOptions; answer: Receipt<TicketSaved> };
  "ticket.reply": { args: TicketReplyArguments; options: CommandOptions; answer: Receipt<TicketSaved> };
  "ticket.receive": { args: TicketReceiveArguments; options: CommandOptions; answer: Receipt<TicketSaved> };
  "ticket.close": { args: TicketCloseArguments; options: CommandOptions; answer: Receipt<TicketSaved> };
  "ticket.reopen": { args: TicketReopenArguments; options: CommandOptions; answer: Receipt<TicketSaved> };
  "ticket.get": { args: TicketGetArguments; options: Nothing; answer: TicketThread };
  "ticket.list": { args: TicketListArguments; options: Nothing; answer: TicketPage };
  "password.reset": { args: PasswordResetArguments; options: CommandOptions; answer: Receipt<PasswordResetDone> };
  "password.verify": { args: PasswordVerifyArguments; options: CommandOptions; answer: Receipt<PasswordVerified> };
  "impersonation.start": { args: ImpersonationStartArguments; options: CommandOptions; answer: Receipt<ImpersonationStarted> };
  "impersonation.verify": { args: ImpersonationVerifyArguments; options: CommandOptions; answer: Receipt<ImpersonationRedeemed> };
  "approval.list": { args: ApprovalListArguments; options: Nothing; answer: ApprovalPage };
  "approval.grant": { args: ApprovalGrantArguments; options: CommandOptions; answer: Receipt<ApprovalGranted> };
  "approval.reject": { args: ApprovalRejectArguments; options: CommandOptions; answer: Receipt<ApprovalRejected> };
  "outbox.take": { args: OutboxTakeArguments; options: BatchOptions; answer: OutboxTaken };
  "outbox.ack": { args: OutboxAckArguments; options: BatchOptions; answer: OutboxAcked };
  "audit.list": { args: AuditListArguments; options: Nothing; answer: AuditPage };
  "journal.verify": { args: JournalVerifyArguments; options: Nothing; answer: JournalVerified };
  "report.liability": { args: ReportLiabilityArguments; options: Nothing; answer: ReportLiabilityReport };
  "report.expiring": { args: ReportExpiringArguments; options: Nothing; answer: ReportExpiringReport };
  "report.activity": { args: ReportActivityArguments; options: Nothing; answer: ReportActivityPage };
  "program.get": { args: Nothing; options: Nothing; answer: ProgramCurrent };
  "program.set": { args: ProgramSetArguments; options: CommandOptions; answer: Receipt<ProgramCurrent> };
}

/** What kind each operation is: only commands take idempotency keys, and queries change nothing. */
export const KINDS: { readonly [Name in keyof Operations]: "query" | "command" | "batch" } = {
  "customer.create": "command",
  "customer.edit": "command",
  "customer.get": "query",
  "customer.details": "query",
  "customer.actions": "query",
  "customer.bundle": "query",
  "customer.list": "query",
  "customer.export_csv": "query",
  "customer.import_csv": "batch",
  "customer.record_login": "command",
  "customer.assign_group": "command",
  "customer.delete": "command",
  "customer.export_data": "query",
  "address.add": "command",
  "address.edit": "command",
  "address.remove": "command",
  "payment_method.save": "command",
  "payment_method.remove": "command",
  "email.set_preferences": "command",
  "email.unsubscribe_all": "command",
  "blacklist.set": "command",
  "blacklist.check": "query",
  "membership.register": "command",
  "membership.enroll": "command",
  "membership.unenroll": "command",
  "membership.remove": "command",
  "membership.deactivate": "command",
  "membership.reactivate": "command",
  "membership.capabilities": "query",
  "membership.history": "query",
  "merge.apply": "command",
  "merge.undo": "command",
  "merge.history": "query",
  "points.adjust": "command",
  "points.redate": "command",
  "points.reinstate": "command",
  "points.earn": "command",
  "points.spend": "command",
  "points.balance": "query",
  "points.history": "query",
  "points.explain": "query",
  "points.expiring": "query",
  "points.hold": "command",
  "points.capture": "command",
  "points.release": "command",
  "points.reverse": "command",
  "points.transfer": "command",
  "bulk.adjust": "batch",
  "bulk.reverse": "batch",
  "bulk.get": "query",
  "maintenance.run": "batch",
  "order.quote": "query",
  "order.record": "command",
  "order.refund": "command",
  "order.cancel": "command",
  "order.claim": "command",
  "order.get": "query",
  "order.list": "query",
  "payment.update": "command",
  "subscription.record": "command",
  "subscription.list": "query",
  "wishlist.set": "command",
  "reward.options": "query",
  "reward.redeem": "command",
  "reward.grant": "command",
  "reward.consume": "command",
  "reward.remove": "command",
  "reward.list": "query",
  "stamp_card.progress": "query",
  "stamp_card.complete": "command",
  "status.assign": "command",
  "status.unlock": "command",
  "status.evaluate": "command",
  "status.list": "query",
  "gift_card.issue": "command",
  "gift_card.activate": "command",
  "gift_card.get": "query",
  "gift_card.list": "query",
  "gift_card.recharge": "command",
  "gift_card.redeem": "command",
  "gift_card.charge": "command",
  "gift_card.refund": "command",
  "gift_card.block": "command",
  "gift_card.unblock": "command",
  "gift_card.deactivate": "command",
  "ticket.create": "command",
  "ticket.reply": "command",
  "ticket.receive": "command",
  "ticket.close": "command",
  "ticket.reopen": "command",
  "ticket.get": "query",
  "ticket.list": "query",
  "password.reset": "command",
  "password.verify": "command",
  "impersonation.start": "command",
  "impersonation.verify": "command",
  "approval.list": "query",
  "approval.grant": "command",
  "approval.reject": "command",
  "outbox.take": "batch",
  "outbox.ack": "batch",
  "audit.list": "query",
  "journal.verify": "query",
  "report.liability": "query",
  "report.expiring": "query",
  "report.activity": "query",
  "program.get": "query",
  "program.set": "command",
};

/** What follows the name of an operation; the arguments may be left out where none must be given. */
export type CallOf<Name extends keyof Operations> = {} extends Operations[Name]["args"]
  ? [args?: Operations[Name]["args"], options?: Operations[Name]["options"]]
  : [args: Operations[Name]["args"], options?: Operations[Name]["options"]];

class Calls {
  protected readonly caller: Caller;

  constructor(caller: Caller) {
    this.caller = caller;
  }

  protected call<Name extends keyof Operations>(
    operation: Name,
    args?: Operations[Name]["args"],
    options?: Operations[Name]["options"],
  ): Promise<Operations[Name]["answer"]> {
    return this.caller.call(operation, args ?? {}, options ?? {}) as Promise<Operations[Name]["answer"]>;
  }
}

/** The operations of `customer`. */
export class CustomerOperations extends Calls {
  /**
   * Creates a customer: a guest, or a registered customer of the shop. To make a member of them, follow with
   * `membership.enroll`.
   *
   * The id is yours and is kept for good: not even the id of an erased customer is taken again. The email of a
   * registered customer must be theirs alone, compared without case (rule K3); guests may share one. To bring over
   * an older account, give its `created_at`. The group also needs the right `customer.assign_group`.
   *
   * Errors: `already_exists` for the id (`what` is `customer`) or the email (`what` is `email`); `forbidden` for
   * the group; `invalid_request` for a group that the program does not have, a birth date or `created_at` in the
   * future, a locale or link that is none.
   *
   * Rules K1, K3, K9, P1.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  create(args: CustomerCreateArguments, options?: CommandOptions): Promise<Receipt<CustomerCreated>> {
    return this.call("customer.create", args, options);
  }

  /**
   * Edits the profile of a customer. A field that is absent stays, null empties it, a value sets it (rule K1).
   *
   * Pass the profile's `version` that you showed as `if_version`: when someone else saved meanwhile, the edit is
   * refused and nothing is lost (rule K2). A new email must be free (rule K3); while the customer is blacklisted,
   * it is blocked as well, and the customer does not change it (rule E2). The group also needs the right
   * `customer.assign_group`, and customers do not set the link.
   *
   * Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `version_conflict`;
   * `already_exists` for the email; `forbidden` for the group; `blocked` when a blacklisted customer changes their
   * email; `limit_exceeded` when the blacklisting of a customer would block more than 100 emails;
   * `invalid_request` for values that do not fit.
   *
   * Rules K1, K2, K3, E2.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  edit(args: CustomerEditArguments, options?: CommandOptions): Promise<Receipt<CustomerEdited>> {
    return this.call("customer.edit", args, options);
  }

  /**
   * Answers who a customer is and where they stand: profile, membership, email preferences, dates.
   * `customer.details` has the rest.
   *
   * Customers see their own, without the blacklisting and the link, which are the shop's.
   *
   * Errors: `not_found`.
   *
   * Rules K4, W3.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  get(args: CustomerGetArguments): Promise<CustomerView> {
    return this.call("customer.get", args);
  }

  /**
   * Answers everything that a desk shows about a customer in one call, tab by tab. Ask for `tabs` to get some of
   * them only.
   *
   * A tab that was not asked for is absent. One that has more rows than `limit` is named in `more`.
   *
   * Errors: `not_found`; `invalid_request` for the limit, or more than 20 tabs.
   *
   * Rules K4, K5, Y2, Y4, W3.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  details(args: CustomerDetailsArguments): Promise<CustomerDetailed> {
    return this.call("customer.details", args);
  }

  /**
   * Answers what can be done with a customer: every action, whether you may take it now and, where not, why not.
   * The right is looked at first, then the customer's state; what depends on the arguments, such as the balance
   * for a debit, is not looked at.
   *
   * Errors: `not_found`.
   *
   * Rules K5, P1, M1, M2.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  actions(args: CustomerActionsArguments): Promise<CustomerActionList> {
    return this.call("customer.actions", args);
  }

  /**
   * Answers a customer's own rows, for a desk's browser that runs previews and queries about this customer itself,
   * without asking the host each time. The browser hands the whole answer to its engine as it is; nobody else
   * reads it.
   *
   * The bundle holds the program, under which the browser's engine runs, and of the customer what this actor may
   * see anyway: tables of which they lack the right are left out, and so are those with more than 2,000 rows. What
   * is left out is not answered from a bundle, and neither is what other customers decide, such as whether an
   * email is free: the browser asks the host then. A preview made from it bears the same token as the host's own,
   * as long as nothing has changed.
   *
   * Bundles are for the shop's people: rows hold internal notes.
   *
   * Errors: `not_found`; `forbidden` for customers.
   *
   * Rules K4, K5, W3.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  bundle(args: CustomerBundleArguments): Promise<CustomerBundled> {
    return this.call("customer.bundle", args);
  }

  /**
   * Lists customers, page by page: filtered, searched, sorted, with the columns you choose.
   *
   * A filter is a tree: `{"and": [{"field": "group", "op": "eq", "value": "vip"}, {"not": {"field": "email", "op":
   * "eq", "value": null}}]}`. `search` finds customers in whose id, name, email, phone or addresses every word
   * stands, whole or in part, whatever the case and accents.
   *
   * Guests are left out unless `guests` is true, and marked with `"guest": true`; merged and deleted customers are
   * left out. A filter that names the field `state` decides about all three itself.
   *
   * Ask for the next page with the `next` of the last answer as `cursor` and the same query. A row that does not
   * change meanwhile is neither skipped nor seen twice.
   *
   * Errors: `invalid_request` at the place in the filter, the search, the cursor or the limit that does not fit.
   *
   * Rule K6.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  list(args?: CustomerListArguments): Promise<CustomerListed> {
    return this.call("customer.list", args);
  }

  /**
   * Exports the customers of `customer.list` as CSV, page by page: the same filter, search and order, with the
   * columns you choose.
   *
   * The pages put together, as they are, are one file by RFC 4180 in UTF-8: the first begins with the header, and
   * further ones go on with the `next` of the one before as `cursor`. A row that does not change meanwhile is
   * neither skipped nor there twice. A cell that a spreadsheet would take for a formula has an apostrophe in
   * front, which `customer.import_csv` takes off again.
   *
   * The columns are named by their words, which the preset `loyalty` of `customer.import_csv` knows: what it reads
   * of them gives the same customers again. Those of a status are there where the program has one status system.
   * Of several addresses it is the default for parcels, else that for invoices, else the oldest.
   *
   * Errors: `invalid_request` at the place in the filter, the search, the columns, the cursor or the limit that
   * does not fit.
   *
   * Rules K7, K6.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  exportCsv(args?: CustomerExportCsvArguments): Promise<CustomerExported> {
    return this.call("customer.export_csv", args);
  }

  /**
   * Imports customers from CSV: each row is a customer with address, preferences and membership, in one commit or
   * not at all.
   *
   * Cut the file anywhere. Send the first piece without `after`, each further one with the `next` of the answer
   * before it, and `last` with the last one; a file that fits one request is one piece with `last`. First all
   * pieces with `preview`: the dry run runs the same commands and commits none of them. Rows that are wrong are
   * listed by row, column and value, and hinder no others.
   *
   * The pieces of a dry run do not see each other: a customer who stands in two of them is found by the real run
   * only.
   *
   * `preset` says which columns of a known platform's file are what, and `columns` does so for any other: `{"Their
   * name": "last_name"}`, or null for one that is left out. The first answer shows what each column is read as.
   * Points and passwords are never imported.
   *
   * The id is that of the file; where it has none, it is made from `id_prefix` and the row, or from the email,
   * under the host's secret. A customer is there already when the id is, or the email, compared without case:
   * `existing` says what happens then. An update leaves alone what the row leaves empty, and neither brings back
   * an opt-in that was withdrawn nor a member who has left.
   *
   * A row with a status sets it as `status.assign` does: locked, of a member, and until an end that has not
   * passed. The lock ends with the day that `status_valid_through` names, or at the instant. Where the program has
   * several systems, `status_system` says which. An empty cell leaves the status alone, and so does one that says
   * what is so already.
   *
   * Run again with the same batch and the same file, also after a crash in the middle, it does no row twice; a row
   * that is another one then is an error. The group needs the right `customer.assign_group` too, joining
   * `membership.enroll`, and so on for each change of membership, the blacklist `blacklist.set`, and setting a
   * status `status.assign`.
   *
   * Errors: `invalid_request` for a file as a whole that is not well-formed, or a mapping that does not fit it.
   *
   * Rules K8, K3, Y6, O8, B2.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  importCsv(args: CustomerImportCsvArguments, options?: BatchOptions): Promise<CustomerImported> {
    return this.call("customer.import_csv", args, options);
  }

  /**
   * Records that a customer signed in to the shop. The last sign-in never moves back: one reported late leaves a
   * later one standing.
   *
   * Errors: `not_found`; `not_eligible` in a state that cannot sign in (rule M2); `invalid_request` for a time in
   * the future.
   *
   * Rule K10.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  recordLogin(args: CustomerRecordLoginArguments, options?: CommandOptions): Promise<Receipt<CustomerLoginRecorded>> {
    return this.call("customer.record_login", args, options);
  }

  /**
   * Puts a customer into a group of the program, or with null takes them out of theirs. The group is part of the
   * profile and shares its version.
   *
   * Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `version_conflict`;
   * `invalid_request` for a group that the program does not have.
   *
   * Rules K9, K2.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  assignGroup(args: CustomerAssignGroupArguments, options?: CommandOptions): Promise<Receipt<CustomerGroupAssigned>> {
    return this.call("customer.assign_group", args, options);
  }

  /**
   * Erases a customer for good: everything personal disappears from every record, index, message, comment and log,
   * also of the accounts that were merged into theirs. Amounts stay under the same opaque id, so that the books
   * still balance and `journal.verify` finds them sound. It cannot be undone.
   *
   * Erased are profile, addresses, payment methods, mail preferences, wishlist, subscriptions, statuses, messages
   * that wait, what was written about entries, orders, rewards and merges, the receipts and idempotency keys of
   * all commands, and the texts of gift cards, also of those that others sent to the person's email. The cards go
   * on paying for whoever holds them, and rewards that waited are removed. What was begun is settled: captures,
   * releases, reversals and refunds that come later touch the ledger alone. An email that was blacklisted stays
   * blocked, as a hash under the host's secret. Merges can no longer be undone. The id is never given again;
   * choose ids that are not personal themselves, for they stay.
   *
   * A customer with much history does not fit into one commit: then `complete` is false, and the rest goes with
   * further calls, without the same idempotency key, or with `maintenance.run`. The person's profile is gone with
   * the first; only the emails are known until the last, to find what others sent to them.
   *
   * An account on hold is refused; with `erasure`, because the person demands it, it is reactivated and deleted in
   * one.
   *
   * Errors: `not_found`; `invalid_transition` when on hold, merged or deleted; `version_conflict` for another
   * version of the membership; `invalid_request` when an email must stay blocked and the host has configured no
   * secret.
   *
   * Rules K11, M1, M3, G9.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  delete(args: CustomerDeleteArguments, options?: CommandOptions): Promise<Receipt<CustomerDeleted>> {
    return this.call("customer.delete", args, options);
  }

  /**
   * Answers everything that is known about a customer, in one readable JSON document, section by section: also
   * what was merged into the account, who decided about which mail when and through what, and every command that
   * touched it.
   *
   * Nothing is cut off silently. A section with more rows than `limit` stands in `more` with a cursor: ask for
   * that `section` with that `cursor` until it is there no more. Sections of which the actor lacks the right stand
   * in `withheld`.
   *
   * The shop's people get internal notes and reasons too, for they are data about the person: look through them
   * before you hand the document out. Customers who export their own see neither those nor the shop's people, nor
   * its blacklist, its messages and its log. Of an erased customer it answers what is left.
   *
   * Errors: `not_found`; `invalid_request` for the limit, and for a cursor without its section.
   *
   * Rules K12, K4, E1, W3.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  exportData(args: CustomerExportDataArguments): Promise<CustomerExportedData> {
    return this.call("customer.export_data", args);
  }
}

/** The operations of `address`. */
export class AddressOperations extends Calls {
  /**
   * Adds an address to a customer. With `default_billing` or `default_shipping` it takes that place from the
   * address that had it.
   *
   * Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `already_exists` for an id that is
   * in use; `limit_exceeded` beyond 50 addresses.
   *
   * Rule K1.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  add(args: AddressAddArguments, options?: CommandOptions): Promise<Receipt<AddressSaved>> {
    return this.call("address.add", args, options);
  }

  /**
   * Edits one address. A field that is absent stays, null empties it, a value sets it. Addresses have versions of
   * their own: `if_version` is that of this one (rule K2).
   *
   * Errors: `not_found` for the customer or the address; `not_eligible` when the customer is merged or deleted;
   * `version_conflict`.
   *
   * Rules K1, K2.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  edit(args: AddressEditArguments, options?: CommandOptions): Promise<Receipt<AddressSaved>> {
    return this.call("address.edit", args, options);
  }

  /**
   * Removes an address of a customer. Was it a default, there is none until another becomes it.
   *
   * Errors: `not_found` for the customer or the address; `not_eligible` when the customer is merged or deleted;
   * `version_conflict`.
   *
   * Rules K1, K2.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  remove(args: AddressRemoveArguments, options?: CommandOptions): Promise<Receipt<AddressRemoved>> {
    return this.call("address.remove", args, options);
  }
}

/** The operations of `payment_method`. */
export class PaymentMethodOperations extends Calls {
  /**
   * Saves a payment method of a customer: the token of your payment provider, and what the customer recognises it
   * by. One whose id or token is saved already is replaced.
   *
   * A full card number is never kept: a token or brand that looks like one is refused.
   *
   * Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `version_conflict`;
   * `already_exists` when another id has the token; `limit_exceeded` beyond 50 payment methods; `invalid_request`
   * for a card number or an expiry that is no month.
   *
   * Rules K4, K2.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  save(args: PaymentMethodSaveArguments, options?: CommandOptions): Promise<Receipt<PaymentMethodSaved>> {
    return this.call("payment_method.save", args, options);
  }

  /**
   * Removes a saved payment method of a customer. At the payment provider it stays: tell them too.
   *
   * Errors: `not_found` for the customer or the payment method; `not_eligible` when the customer is merged or
   * deleted; `version_conflict`.
   *
   * Rules K4, K2.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  remove(args: PaymentMethodRemoveArguments, options?: CommandOptions): Promise<Receipt<PaymentMethodRemoved>> {
    return this.call("payment_method.remove", args, options);
  }
}

/** The operations of `email`. */
export class EmailOperations extends Calls {
  /**
   * Records what mail a customer wants: the newsletter and the program's mailing lists, each opted in to or out
   * of. What is absent stays.
   *
   * Every decision keeps who made it, when and through what; repeating one leaves the first record of it. The
   * preferences have a version of their own for `if_version`.
   *
   * Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `version_conflict`;
   * `invalid_request` for a list that the program does not have.
   *
   * Rules E1, K2.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  setPreferences(args: EmailSetPreferencesArguments, options?: CommandOptions): Promise<Receipt<EmailPreferencesSet>> {
    return this.call("email.set_preferences", args, options);
  }

  /**
   * Ends all marketing to a customer at once: the newsletter and every mailing list, also those never decided
   * about. Messages that belong to a transaction, such as a password reset, are not marketing and still go out
   * (rule E3).
   *
   * Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `version_conflict`.
   *
   * Rules E1, E3.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  unsubscribeAll(args: EmailUnsubscribeAllArguments, options?: CommandOptions): Promise<Receipt<EmailPreferencesSet>> {
    return this.call("email.unsubscribe_all", args, options);
  }
}

/** The operations of `blacklist`. */
export class BlacklistOperations extends Calls {
  /**
   * Puts a customer on the blacklist, with a reason, or takes them off it.
   *
   * From then on `blacklist.check` answers no for the customer and for their email, and for every email they take
   * while it lasts, also after they have given it up. Taking them off frees exactly what this customer blocked: an
   * email that another blacklisted customer has too stays blocked, and of somebody who was erased since it frees
   * what they still block. On again renews the reason, with who gave it and when, and nothing else. Every change
   * is kept with who, when and why.
   *
   * Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `invalid_request` without a
   * reason.
   *
   * Rule E2.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  set(args: BlacklistSetArguments, options?: CommandOptions): Promise<Receipt<BlacklistSet>> {
    return this.call("blacklist.set", args, options);
  }

  /**
   * Answers whether someone may buy: by email, as at a guest checkout, or by customer.
   *
   * No for an email that a blacklisted customer has or had while blacklisted, for a blacklisted customer, and for
   * one who is on hold, merged or deleted. An email that nobody has may buy.
   *
   * Errors: `invalid_request` when not exactly one of `email` and `customer` is given; `not_found` for the
   * customer.
   *
   * Rules E2, M2.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  check(args?: BlacklistCheckArguments): Promise<BlacklistChecked> {
    return this.call("blacklist.check", args);
  }
}

/** The operations of `membership`. */
export class MembershipOperations extends Calls {
  /**
   * A guest opens an account with the shop.
   *
   * Errors: `invalid_transition` from any state but `guest`; `already_exists` when another customer has the email.
   *
   * Rules M1, M3, K3.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  register(args: MembershipRegisterArguments, options?: CommandOptions): Promise<Receipt<MembershipChanged>> {
    return this.call("membership.register", args, options);
  }

  /**
   * A customer joins the program: all member functions work from now on.
   *
   * Possible for guests, registered customers, those who left or were removed, and (as a fresh member with empty
   * ledgers) for merged ones.
   *
   * The first time, say who has referred them: the program may give a bonus to the one or the other, now or with
   * their first order. The shop says it, not the customer.
   *
   * Errors: `invalid_transition`; `already_exists` when another customer has taken the email meanwhile;
   * `invalid_request` for who would refer themselves; `not_eligible` for a referrer who is no member, and when the
   * customer was a member before; `not_found`.
   *
   * Rules M0, M1, M3, O8.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  enroll(args: MembershipEnrollArguments, options?: CommandOptions): Promise<Receipt<MembershipChanged>> {
    return this.call("membership.enroll", args, options);
  }

  /**
   * A member leaves the program: every marketing opt-in becomes false, nothing accrues, no sign-in. Points stay
   * frozen or are forfeited, as the program says.
   *
   * Errors: `invalid_transition` from any state but `enrolled`.
   *
   * Rules M1, M3, E1.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  unenroll(args: MembershipUnenrollArguments, options?: CommandOptions): Promise<Receipt<MembershipChanged>> {
    return this.call("membership.unenroll", args, options);
  }

  /**
   * A member is taken out of the program, but stays a customer of the shop: may sign in, mail preferences stay.
   * Points as for leaving.
   *
   * Errors: `invalid_transition` from any state but `enrolled`.
   *
   * Rules M1, M3.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  remove(args: MembershipRemoveArguments, options?: CommandOptions): Promise<Receipt<MembershipChanged>> {
    return this.call("membership.remove", args, options);
  }

  /**
   * The account is suspended: no sign-in, nothing accrues or is spent, and nothing is lost: no lot lapses until
   * reactivation.
   *
   * Errors: `invalid_transition` unless registered or enrolled.
   *
   * Rules M1, M3.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  deactivate(args: MembershipDeactivateArguments, options?: CommandOptions): Promise<Receipt<MembershipChanged>> {
    return this.call("membership.deactivate", args, options);
  }

  /**
   * The suspension ends: the state before comes back. Lots and holds that fell due meanwhile regain the time they
   * had left when it began.
   *
   * Errors: `invalid_transition` unless on hold.
   *
   * Rules M1, M3.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  reactivate(args: MembershipReactivateArguments, options?: CommandOptions): Promise<Receipt<MembershipChanged>> {
    return this.call("membership.reactivate", args, options);
  }

  /**
   * What a customer may do now, by the state of their membership: sign in, earn and spend, receive offers, and so
   * on.
   *
   * The engine obeys the same table in every command; hosts ask here before they show a page. Whether a person may
   * buy at all is another question: `blacklist.check`.
   *
   * Rule M2.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  capabilities(args: MembershipCapabilitiesArguments): Promise<MembershipCapabilityList> {
    return this.call("membership.capabilities", args);
  }

  /**
   * Every change of a customer's membership, newest first, at most 500: who, when, from what to what, and why. A
   * customer does not see reasons.
   *
   * Rule M3.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  history(args: MembershipHistoryArguments): Promise<MembershipHistory> {
    return this.call("membership.history", args);
  }
}

/** The operations of `merge`. */
export class MergeOperations extends Calls {
  /**
   * Merges one account into another: `source` becomes part of `survivor`, and its id leads there from then on.
   *
   * Show a preview first: its receipt has every field of both profiles side by side with the winner and why,
   * decisions about mail and statuses, the entries that move the value, and the balances afterwards; apply with
   * its `plan`, and exactly that is done or refused. The survivor's filled fields win and its blanks are filled,
   * unless `from_survivor` or `from_source` choose otherwise; group, locale and link stay the survivor's. Points
   * move with their ends and holds; what the source had recorded moves too. An opt-out from mail wins on each
   * list, and so does a blacklisting. `merge.undo` takes it back.
   *
   * Errors: `not_found`; `invalid_request` for a merge with oneself, or a field chosen twice; `invalid_transition`
   * when the source is merged, deleted or on hold; `not_eligible` when the survivor is not enrolled, and when
   * neither is in a state for it: then it says so of both; `already_exists` when somebody else has the email that
   * was chosen; `forbidden` to change the group without the right `customer.assign_group`; `limit_exceeded` beyond
   * 100 accounts in one.
   *
   * Rules G1, G2, G3, G4, G5, G6, G7, G8, G10.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  apply(args: MergeApplyArguments, options?: CommandOptions): Promise<Receipt<Merged>> {
    return this.call("merge.apply", args, options);
  }

  /**
   * Takes the newest merge into a survivor back: the source is its own account again, in the state in which it
   * was.
   *
   * It gets back what it brought and the survivor has not spent, and what was added to the survivor's records goes
   * from them. Fields that the merge changed are as before, unless they were edited since. The receipt names what
   * stayed and why. After a merge the older ones can be undone, one by one.
   *
   * Errors: `not_found` without such a merge; `not_eligible` when a newer merge must be undone first, when it was
   * undone already or the source was enrolled afresh, and while the survivor is merged, deleted or on hold.
   *
   * Rules G9, M0.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  undo(args: MergeUndoArguments, options?: CommandOptions): Promise<Receipt<MergeUndone>> {
    return this.call("merge.undo", args, options);
  }

  /**
   * The merges into a customer, newest first, at most 500: who was merged, when, by whom and why, what was added,
   * and whether it was undone.
   *
   * Errors: `not_found`.
   *
   * Rules G6, G9.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  history(args: MergeHistoryArguments): Promise<MergeHistory> {
    return this.call("merge.history", args);
  }
}

/** The operations of `points`. */
export class PointsOperations extends Calls {
  /**
   * Gives or takes points by hand.
   *
   * A positive amount becomes a lot, with the expiry given here or the point type's own; at most one of the four
   * expiry arguments may stand. A negative amount is taken from the lots that end first and is refused, never
   * clamped, when the balance does not cover it. The program says whether a reason is needed. For two steps (Next
   * → Confirm) ask with `preview: true`, show the receipt, and confirm with its `plan`.
   *
   * Errors: `insufficient_balance`; `not_eligible` where the membership state does not allow it; `limit_exceeded`
   * beyond what the actor's roles may give or take; `version_conflict` when `if_version` is not the account's
   * version.
   *
   * Rules L2, L3, L4, L7, P1.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  adjust(args: PointsAdjustArguments, options?: CommandOptions): Promise<Receipt<PointsPosted>> {
    return this.call("points.adjust", args, options);
  }

  /**
   * Gives points that are there another end: all of a point type, or those of one credit, or those that end in a
   * span of time.
   *
   * Nothing but ends changes. A changed program moves no existing date by itself: with `by_policy` an operator
   * lets its policy of now count for what is there, from each credit's own date. Points that are pending stay so,
   * and so do those that a hold has set aside. An end that has passed is refused, since no points are taken by
   * this; choose other lots then. Where points begin to follow the account's date, and it has none to come, its
   * time begins now. At most 500 lots at once. The entry names each lot twice: taken with its old end, put back
   * with its new one. Ask with `preview: true` to see which lots get which ends, and confirm with its `plan`;
   * `points.reverse` gives the old ends back.
   *
   * Errors: `invalid_request` unless exactly one new end is given, and for one that has passed or that comes
   * before the points are active; `not_eligible` where no points get another end, or the membership state does not
   * allow it; `limit_exceeded` for more than 500 lots, or beyond what the actor's roles may move; `not_found`;
   * `version_conflict` when `if_version` is not the account's version.
   *
   * Rules L4, L5, P1.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  redate(args: PointsRedateArguments, options?: CommandOptions): Promise<Receipt<PointsRedated>> {
    return this.call("points.redate", args, options);
  }

  /**
   * Brings back points that have lapsed not long ago: within the `reinstatement_days` of the point type.
   *
   * All of them, or those of one credit, or an amount: what lapsed last comes back first. They get a new end,
   * given here or as the point type says, counted from now; at most one of the four expiry arguments may stand.
   * What is owed is repaid first. The days of the window are local days, counted as those of an expiry: what
   * lapsed on day D can be brought back until the first instant of day D + N. At most 500 lots at once.
   *
   * Only what lapsed by itself comes back, not what a member who left has forfeited, nor what a reversal has
   * counted as taken. After a merge, what had lapsed before it in the account that was merged stays there; after
   * the undo of one, what lapsed between.
   *
   * It counts for the actor's limits. Less has expired by it, so that the balance is what the totals say; no debit
   * may be dated back to before it. It cannot be reversed: ask with `preview: true` first and confirm with its
   * `plan`, and take what came back by mistake with `points.adjust`.
   *
   * Errors: `not_eligible` where the point type has no window, nothing lapsed in it, or the membership state does
   * not allow it; `already_used`, with what there is, for an amount beyond that; `invalid_request` for more than
   * one end, or one that has passed; `limit_exceeded` beyond what the actor's roles may give, or for more than 500
   * lots; `not_found`; `version_conflict` when `if_version` is not the account's version.
   *
   * Rules L5, L7, P1.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  reinstate(args: PointsReinstateArguments, options?: CommandOptions): Promise<Receipt<PointsReinstated>> {
    return this.call("points.reinstate", args, options);
  }

  /**
   * Credits points that the host itself computed. Where the program's rules decide, record the order instead
   * (`order.record`).
   *
   * The credit becomes active after the point type's activation delay and ends as its policy says, or as said
   * here.
   *
   * Errors: `not_eligible` where the membership state does not allow earning; `invalid_request` for an amount of
   * zero or less; `limit_exceeded` beyond what the actor's roles may give.
   *
   * Rules L4, L5, L7, P1.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  earn(args: PointsEarnArguments, options?: CommandOptions): Promise<Receipt<PointsPosted>> {
    return this.call("points.earn", args, options);
  }

  /**
   * Spends points at once. For a checkout that may still fail, set them aside first (`points.hold`) and capture
   * them later.
   *
   * The lots that end first are spent first, those that never end last, then the oldest; the entry names them.
   *
   * Errors: `insufficient_balance`, with what is available, pending and held; `not_eligible` where the membership
   * state does not allow spending.
   *
   * Rules L3, L7.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  spend(args: PointsSpendArguments, options?: CommandOptions): Promise<Receipt<PointsPosted>> {
    return this.call("points.spend", args, options);
  }

  /**
   * The balances of a customer: what can be spent, what is pending, held and owed, and the lifetime totals.
   *
   * What is past its end never counts, whether or not the sweep has run. With `as_of` the answer also has the
   * totals as they were at that moment, by the times at which entries took effect; with `as_recorded_at` beside
   * it, as they stood in the books at that later moment: what was recorded since does not count, even where it was
   * dated back. What time alone had done by then counts, whether or not it was swept.
   *
   * Rules L4, L6, L7, L12.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  balance(args: PointsBalanceArguments): Promise<PointsBalances> {
    return this.call("points.balance", args);
  }

  /**
   * The journal of a customer, newest first: every entry with amount, running balance, both times, expiry, lots,
   * reason, comment and actor.
   *
   * A customer does not see reasons and notes. What has lapsed by now stands in it, whether or not the sweep has
   * run.
   *
   * Rules L6, L12.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  history(args: PointsHistoryArguments): Promise<PointsHistoryPage> {
    return this.call("points.history", args);
  }

  /**
   * Where a balance, an entry or a lot came from.
   *
   * Name a point type for its balance, or an entry (a lot bears the id of the entry that made it). A balance is
   * explained by its lots, at most 500, in spending order; an entry by itself, by the entries that made the lots
   * it drew on, and by what is left of its own lot. What an order earned is explained by its lines, down to the
   * unit. What came by a merge or from another customer is explained by the entry that brought it, whose
   * `counterpart` leads on; a customer is not led to another.
   *
   * Errors: `invalid_request` unless exactly one of `type` and `entry` is given; `not_found`.
   *
   * Rule L13.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  explain(args: PointsExplainArguments): Promise<PointsExplained> {
    return this.call("points.explain", args);
  }

  /**
   * The full schedule of what lapses when, if nothing is earned or spent until then; not only the next date.
   *
   * Held points stand apart: they do not lapse while held.
   *
   * Rules L8, L12.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  expiring(args: PointsExpiringArguments): Promise<PointsSchedule> {
    return this.call("points.expiring", args);
  }

  /**
   * Sets points aside for a checkout in progress, or all parts of a mixed payment at once: points of several types
   * and at most one gift card.
   *
   * The lots are earmarked: nobody else can spend them and they do not lapse while held. Capture the hold when the
   * checkout succeeds, release it when it fails; what is neither captured nor released comes back by itself when
   * the time is over. Of a mixed payment every part is a hold of its own, and all are set aside or none.
   *
   * Errors: `insufficient_balance`; `not_eligible` where the membership state does not allow spending; for a gift
   * card also `blocked`, `expired`, `invalid_transition`, `not_found` and, for a code with a typing error,
   * `invalid_request`.
   *
   * Rules L8, R7.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  hold(args: PointsHoldArguments, options?: CommandOptions): Promise<Receipt<PointsHeld>> {
    return this.call("points.hold", args, options);
  }

  /**
   * Spends what a hold has set aside, all of it or a part. What is not captured stays held until it is released or
   * the time is over. Of a mixed payment several holds are captured at once, all or none.
   *
   * Errors: `already_used` when less is left in the hold; `not_found`; `not_eligible` while the account is on
   * hold; for a gift card also `blocked` and `invalid_transition`.
   *
   * Rules L8, M2, R7.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  capture(args: PointsCaptureArguments, options?: CommandOptions): Promise<Receipt<PointsCaptured>> {
    return this.call("points.capture", args, options);
  }

  /**
   * Gives back what a hold has set aside, all of it or a part. A lot whose end has passed meanwhile lapses at this
   * instant. Of a mixed payment several holds are released at once.
   *
   * Works in every live state, on an account on hold and on a blocked gift card too: what was begun is settled.
   *
   * Errors: `already_used` when less is left in the hold; `not_found`.
   *
   * Rules L8, M2, R7.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  release(args: PointsReleaseArguments, options?: CommandOptions): Promise<Receipt<PointsHeld>> {
    return this.call("points.release", args, options);
  }

  /**
   * Takes an earning, adjustment, redemption, capture or transfer back, once, or in parts up to its amount; or a
   * re-dating, once and as a whole.
   *
   * A reversed debit puts back the very lots it took, with their ends; a lot whose end has passed gets the point
   * type's days of grace or lapses at once. A reversed credit takes its own lot first (what of it has lapsed
   * counts as taken), then others, then as the point type's `reversal_shortfall` says. A reversed re-dating gives
   * what is still there of its lots their old ends back, passed ones as for a debit; what is not there any more
   * stays as it is, and the answer says how much.
   *
   * A transfer is named by the entry of who gave. It is taken from who received it, as a credit is, and its lots
   * go back to the giver, as those of a debit do; in one commit, whoever has the two accounts by now.
   *
   * Errors: `already_used` when less is left to reverse; `not_eligible` for an entry that cannot be reversed;
   * `insufficient_balance` when a spent credit is reversed and the point type says `refuse`; `not_found`.
   *
   * Rules L5, L9, L13, M2, P1.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  reverse(args: PointsReverseArguments, options?: CommandOptions): Promise<Receipt<PointsReversed>> {
    return this.call("points.reverse", args, options);
  }

  /**
   * Gives points of one customer to another, where the program lets the point type be transferred: its
   * `transferable`.
   *
   * The lots that end first go first, and keep their dates: one that follows the giver's account keeps the date
   * that the account has now. What the recipient owes is repaid first. Both journals have an entry, in one commit;
   * neither counts as earned or spent. `points.reverse` takes it back, by the entry of who gave.
   *
   * Agents and systems need a reason where the program requires one for adjustments, and reason, note and comment
   * stand in both journals. A customer who may transfer (the program's `customer_rights`) gives no reason and no
   * note; their comment stands in their own journal alone, and neither of the two sees who the other is, or what
   * they have: whoever cannot receive it is refused in the same words. An agent who acts as a customer cannot:
   * their own limits count.
   *
   * Errors: `insufficient_balance`, with what is available, pending and held; `not_eligible` where the point type
   * cannot be transferred, or the membership state of either does not allow it; `not_found`; `invalid_request` for
   * oneself; `limit_exceeded` beyond what the actor's roles may move; `version_conflict` when `if_version` is not
   * the version of the giver's account.
   *
   * Rules L13, L3, L7, M2, P1, W3.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  transfer(args: PointsTransferArguments, options?: CommandOptions): Promise<Receipt<PointsTransferred>> {
    return this.call("points.transfer", args, options);
  }
}

/** The operations of `bulk`. */
export class BulkOperations extends Calls {
  /**
   * Adjusts the points of many customers as a CSV file says, sent piece by piece.
   *
   * Cut the file anywhere. Send the first piece without `after`, each further one with the `next` of the answer
   * before it, and `last` with the last one; a file that fits one request is one piece with `last`. First all
   * pieces with `preview`: that is the dry run, it tells all errors and totals and, with the last piece, the
   * `file_plan`. Then all pieces again without `preview` and with that `file_plan`: that is the real run. A file
   * that is another than that of the plan is refused at its end, or before the first row that differs if each
   * piece states the `digest` that the dry run gave for it.
   *
   * Each row is done as `points.adjust` does it, or is refused by itself: `errors` name row, column and what is
   * wrong. With the policy `all_or_nothing` a dry run with errors gives no plan, and when a row is refused in the
   * real run all the same, all that was done is reversed as `bulk.reverse` does it; `errors` names what cannot be,
   * and the batch stays `failed`. Send any piece of it again, or call `bulk.reverse`, and it goes on with that.
   * Only who has begun such a batch may go on with it, or who may `bulk.reverse`.
   *
   * The batch's id and the row make each row happen once: send the file again after a crash, and what was done
   * answers as done. The same id with another file is refused; the same file under another id is another batch. A
   * row of a merged customer reaches the survivor.
   *
   * The pieces of a dry run do not see each other: where a customer stands in several of them, or a limit counts
   * by the day, the real run can refuse what the dry run let pass. A row above a limit of the actor's roles is
   * refused, also where the role asks for approval: do it by hand, with `points.adjust`.
   *
   * Errors: `invalid_request` for a file that cannot be read, such as one in another encoding or without a column
   * that must be there, or a plan of another file; `idempotency_conflict` for a batch of another file;
   * `limit_exceeded` for a piece with too many rows.
   *
   * Rules B1, B2, L2, P1, P2.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  adjust(args: BulkAdjustArguments, options?: BatchOptions): Promise<BulkAdjusted> {
    return this.call("bulk.adjust", args, options);
  }

  /**
   * Takes back what a batch has done, row by row, as `points.reverse` does it.
   *
   * Call it with the `next` of the answer before as `after` until there is none. A row that cannot be reversed,
   * because its points are spent and the point type refuses that, is named in `errors` and stays; from the
   * beginning again, it is tried again, and no row is reversed twice. What was reversed by hand counts as
   * reversed. From the first call on no more rows can be done in the batch; once all are taken back, it is
   * `reversed`.
   *
   * Errors: `not_found`.
   *
   * Rules B1, L9, P1.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  reverse(args: BulkReverseArguments, options?: BatchOptions): Promise<BulkUndone> {
    return this.call("bulk.reverse", args, options);
  }

  /**
   * A batch: how far it has come, who began it and when, what it gave and took.
   *
   * What is counted is counted with each row: it is right after a crash, too, and while the batch runs.
   *
   * Errors: `not_found`.
   *
   * Rule B1.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  get(args: BulkGetArguments): Promise<BulkBatchView> {
    return this.call("bulk.get", args);
  }
}

/** The operations of `maintenance`. */
export class MaintenanceOperations extends Calls {
  /**
   * Does all work that is due by time: lots that lapse, on gift cards too, pending points that become active,
   * holds that time out, status periods, grace and locks that end, bonuses for birthdays. It also goes on with
   * erasures that were too large for one commit.
   *
   * Call it now and then, in bounded batches, until `more` is false. Its cost follows what is due, not the
   * customers; running it twice, late or from two processes changes nothing. Answers about one customer never
   * depend on it; lists, reports and views do.
   *
   * Rules L6, O8, K11.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  run(args?: MaintenanceRunArguments, options?: BatchOptions): Promise<MaintenanceSwept> {
    return this.call("maintenance.run", args, options);
  }
}

/** The operations of `order`. */
export class OrderOperations extends Calls {
  /**
   * What a basket would earn, and why: by rule and by line, and which rules do not fit. Nothing is recorded.
   *
   * It takes the very way that an order takes when it earns. Without a customer it answers for a member in no
   * group and with no status, as a shop's product page shows it; rules that ask for more say so.
   *
   * Errors: `invalid_request` as for `order.record`; `not_found` for a customer that is not there.
   *
   * Rules O2, O3.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  quote(args: OrderQuoteArguments): Promise<OrderQuoted> {
    return this.call("order.quote", args);
  }

  /**
   * Records an order, or what is new of it. It earns once, when the program says: placed, paid or fulfilled.
   *
   * Send the whole order each time something changes; as often as you like and from as many places as you like: an
   * order number belongs to one customer of the program and earns once. What has not earned yet is updated; once
   * it has, payments, links and states still change, time, lines and amounts no more. An order that does not earn
   * (a currency that the program does not list, a customer who is not a member) is recorded all the same, and the
   * answer says why.
   *
   * Errors: `already_exists` when the number is another customer's; `already_used` when a payment names what pays
   * for another order; `not_eligible` when lines or amounts of an order that has earned would change;
   * `invalid_request` for negative prices or quantities, line ids that stand twice, too many decimal places, a
   * link that is none, a payment with what is not the customer's.
   *
   * Rules O1, O2, O3, O5, R8.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  record(args: OrderRecordArguments, options?: CommandOptions): Promise<Receipt<OrderRecorded>> {
    return this.call("order.record", args, options);
  }

  /**
   * Gives back lines, items or an amount of an order, or all that is left of it, and takes back what it earned: in
   * proportion, from the shares that were stored when it earned, never from today's rules.
   *
   * Name lines, shipping and tax, or an amount on the whole order; nothing for all that is left. In whatever steps
   * an order is given back, at the end exactly what it earned has been taken. A refund with an id that the order
   * knows already does nothing and answers what stands. Points and gift cards that paid for the order return as
   * the program's `spent_points` says, each in proportion; onto a card that is deactivated nothing returns. What
   * it earned and was spent already is owed as debt, or forgiven, as the point type's `reversal_shortfall` says;
   * with `refuse` it is owed, for the goods are back. It follows the order's owner, whichever customer is named,
   * and works in every live membership state.
   *
   * Errors: `exceeds_order` beyond what is left of the order; `not_found` for an order or line that is not there;
   * `already_exists` when the refund's id stands for another refund; `invalid_request` for another currency than
   * the order's, for what is zero or negative, and for a line that stands twice.
   *
   * Rules O4, O5, L9, M2, R7.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  refund(args: OrderRefundArguments, options?: CommandOptions): Promise<Receipt<OrderReturns>> {
    return this.call("order.refund", args, options);
  }

  /**
   * Cancels an order: everything that is left of it is given back, once. An order that has not earned yet never
   * will.
   *
   * Canceling what was given back already does nothing and answers what stands: a payment that runs out and is
   * canceled afterwards takes nothing twice. What the order earned and was spent already is owed as debt, or
   * forgiven, as the point type's `reversal_shortfall` says; with `refuse` it is owed.
   *
   * Errors: `not_found` when there is no such order.
   *
   * Rules O4, O5, M2, T1.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  cancel(args: OrderCancelArguments, options?: CommandOptions): Promise<Receipt<OrderReturns>> {
    return this.call("order.cancel", args, options);
  }

  /**
   * Gives a guest's order to a customer. It earns, once, as if the customer had been signed in when ordering; if
   * it is not paid yet, it earns for them when it is.
   *
   * Claiming what is the customer's already does nothing and answers what stands.
   *
   * Errors: `not_found` when there is no such order; `not_eligible` when it is not a guest's, or the customer is
   * merged, deleted or on hold.
   *
   * Rules O5, O6.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  claim(args: OrderClaimArguments, options?: CommandOptions): Promise<Receipt<OrderRecorded>> {
    return this.call("order.claim", args, options);
  }

  /**
   * An order of a customer, with its payments and what it earned.
   *
   * Errors: `not_found` when the customer has no such order.
   *
   * Rules O1, O7.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  get(args: OrderGetArguments): Promise<OrderView> {
    return this.call("order.get", args);
  }

  /**
   * The orders of a customer, newest first, each with its payments and how far it is paid; all of them, or those
   * that belong to one master order.
   *
   * Rule O7.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  list(args: OrderListArguments): Promise<OrderPage> {
    return this.call("order.list", args);
  }
}

/** The operations of `payment`. */
export class PaymentOperations extends Calls {
  /**
   * Says where a payment of a recorded order stands. An order that is paid by it earns, where the program says so.
   *
   * It takes nothing back: what was paid and is paid back or fails later is a refund or a cancellation of the
   * order, said once and for what it is. It follows the order's owner, whichever customer is named.
   *
   * Errors: `not_found` when there is no such order, or the order has no such payment; `already_used` when a
   * payment that had failed names what pays for another order by now.
   *
   * Rules O1, O5, O7, T1.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  update(args: PaymentUpdateArguments, options?: CommandOptions): Promise<Receipt<PaymentRecorded>> {
    return this.call("payment.update", args, options);
  }
}

/** The operations of `subscription`. */
export class SubscriptionOperations extends Calls {
  /**
   * Records a subscription, or what is new of it: send it whole each time something changes. A change of status is
   * kept in its history.
   *
   * Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `version_conflict`;
   * `invalid_request` for times in the future and a link that is none.
   *
   * Rules O7, K2, W3.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  record(args: SubscriptionRecordArguments, options?: CommandOptions): Promise<Receipt<SubscriptionRecorded>> {
    return this.call("subscription.record", args, options);
  }

  /**
   * The subscriptions of a customer, newest first, each with the last 20 changes of its status.
   *
   * Rules O7, W3.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  list(args: SubscriptionListArguments): Promise<SubscriptionPage> {
    return this.call("subscription.list", args);
  }
}

/** The operations of `wishlist`. */
export class WishlistOperations extends Calls {
  /**
   * Records what a customer would like, in place of what was recorded before. An empty list ends it. Details show
   * it.
   *
   * Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `version_conflict`;
   * `invalid_request` for an article that stands there twice; `limit_exceeded` beyond 500 articles.
   *
   * Rules O7, K2.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  set(args: WishlistSetArguments, options?: CommandOptions): Promise<Receipt<WishlistWished>> {
    return this.call("wishlist.set", args, options);
  }
}

/** The operations of `reward`. */
export class RewardOperations extends Calls {
  /**
   * What a customer can have for their points: every reward of the catalogue, with its price, whether they can
   * have it now and, where not, why not.
   *
   * Errors: `not_found`.
   *
   * Rules R1, R2.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  options(args: RewardOptionsArguments): Promise<RewardOptions> {
    return this.call("reward.options", args);
  }

  /**
   * Lets a customer have a reward of the catalogue for its price.
   *
   * All of it happens or nothing: the price is spent, a piece of the stock and a place in the customer's limit are
   * taken, and the reward is issued with a code. A preview shows the name, the balance and what would remain.
   * `reward.options` tells beforehand what can be had.
   *
   * Errors: `insufficient_balance` when it costs too much; `out_of_stock`, with how many are left;
   * `limit_exceeded` when the customer has had as many as one can have; `not_eligible` for other groups or
   * statuses, before its time, without a price, or where the membership state does not allow it; `expired` after
   * its time; `not_found`.
   *
   * Rules R1, R2, R5.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  redeem(args: RewardRedeemArguments, options?: CommandOptions): Promise<Receipt<RewardRedeemed>> {
    return this.call("reward.redeem", args, options);
  }

  /**
   * Gives a customer a reward of the catalogue without cost.
   *
   * Stock and the limit of each customer hold as for everybody. For whom the reward is offered, and when, is for
   * those who redeem it: an agent gives it to whom they like.
   *
   * Errors: `out_of_stock`; `limit_exceeded` when the customer has had as many as one can have, or when gift
   * credit is more than the actor's roles may give; `not_eligible` where the membership state does not allow it;
   * `not_found`.
   *
   * Rules R3, R5, P1.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  grant(args: RewardGrantArguments, options?: CommandOptions): Promise<Receipt<RewardOneReward>> {
    return this.call("reward.grant", args, options);
  }

  /**
   * Uses a reward by its code, once. The code alone leads to the customer; type it in any way in which people
   * write it.
   *
   * Errors: `invalid_request` for a typing error; `not_found` for a code that nobody has; `already_used`, with
   * when; `expired`; `not_eligible` when the reward was canceled or removed, or the account is on hold.
   *
   * Rules R4, R5.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  consume(args: RewardConsumeArguments, options?: CommandOptions): Promise<Receipt<RewardOneReward>> {
    return this.call("reward.consume", args, options);
  }

  /**
   * Takes a reward away from a customer that they have not used.
   *
   * With `give_back` it is canceled, as if it had never been: the price returns, into the very lots that paid it,
   * and so do the piece of the stock and the place in the customer's limit. Without, it is removed, and what it
   * took stays taken.
   *
   * Errors: `already_used` for one that was used; `not_eligible` for one that was canceled or removed already;
   * `limit_exceeded` when the price is more than the actor's roles may give back; `not_found`.
   *
   * Rules R4, L9, P1.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  remove(args: RewardRemoveArguments, options?: CommandOptions): Promise<Receipt<RewardOneReward>> {
    return this.call("reward.remove", args, options);
  }

  /**
   * The rewards of a customer, newest first.
   *
   * One whose time is over counts as expired from that instant on. A page of outstanding or expired ones may be
   * short and still have a `next`.
   *
   * Errors: `not_found`; `invalid_request` for the limit or the cursor.
   *
   * Rules R4, L6, W3.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  list(args: RewardListArguments): Promise<RewardPage> {
    return this.call("reward.list", args);
  }
}

/** The operations of `stamp_card`. */
export class StampCardOperations extends Calls {
  /**
   * How far a customer's stamp cards are: 3 of 10, the cards completed, and the next reward.
   *
   * Errors: `not_found`.
   *
   * Rule R6.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  progress(args: StampCardProgressArguments): Promise<StampCardCards> {
    return this.call("stamp_card.progress", args);
  }

  /**
   * Turns a full stamp card into its reward: for cards that do not turn by themselves, and for those whose reward
   * could not be had when they became full. The receipt's `rewards` has the reward with its code.
   *
   * Errors: `insufficient_balance` when the card is not full; `out_of_stock`; `limit_exceeded` when the customer
   * has had the reward as often as one can; `not_eligible` where the membership state does not allow it;
   * `not_found`.
   *
   * Rules R5, R6.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  complete(args: StampCardCompleteArguments, options?: CommandOptions): Promise<Receipt<StampCardCompleted>> {
    return this.call("stamp_card.complete", args, options);
  }
}

/** The operations of `status`. */
export class StatusOperations extends Calls {
  /**
   * Sets a status by hand: any status of the system.
   *
   * One that is higher than evaluation gives is locked: it is not lowered, though it may still rise. One that is
   * lower is not raised. That holds through `valid_through`, or until `status.unlock`; `lock` asks for the other
   * lock. Rewards of the status are granted only with `trigger_rewards`, and never twice in its period. In a
   * system whose counter is set by hand, `counter` sets it, with or without a status.
   *
   * Errors: `not_found` for an unknown customer or system, or a status that the system does not have;
   * `not_eligible` for who is no member; `invalid_request` for a lock under which evaluation would undo it at
   * once, a date that has passed, or a counter that is not set by hand; `version_conflict`.
   *
   * Rules Y3, Y4, Y6, Y7.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  assign(args: StatusAssignArguments, options?: CommandOptions): Promise<Receipt<StatusView>> {
    return this.call("status.assign", args, options);
  }

  /**
   * Takes off the lock that an agent put on a status: from now on evaluation decides again, and does so at once.
   *
   * Errors: `not_found` for an unknown customer or system; `not_eligible` when nothing is locked, or for who is no
   * member; `version_conflict`.
   *
   * Rule Y3.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  unlock(args: StatusUnlockArguments, options?: CommandOptions): Promise<Receipt<StatusView>> {
    return this.call("status.unlock", args, options);
  }

  /**
   * Evaluates a customer in every status system as of now, and answers where they stand.
   *
   * Each counted event does that by itself, and so does every other command on the customer; ask for it where the
   * program has changed, and nothing else happens.
   *
   * Errors: `not_found`; `not_eligible` for who is no member.
   *
   * Rules Y5, M2.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  evaluate(args: StatusEvaluateArguments, options?: CommandOptions): Promise<Receipt<StatusList>> {
    return this.call("status.evaluate", args, options);
  }

  /**
   * Answers, for each status system, where a customer stands: the status or none, the counter, the next status and
   * what is missing for it, until when the status is kept, the lock, the statuses to choose from, and the latest
   * changes with who and why.
   *
   * Customers do not see notes, nor the shop's people.
   *
   * Errors: `not_found`; `invalid_request` for the limit.
   *
   * Rules Y1, Y2, Y4, Y7, W3.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  list(args: StatusListArguments): Promise<StatusList> {
    return this.call("status.list", args);
  }
}

/** The operations of `gift_card`. */
export class GiftCardOperations extends Calls {
  /**
   * Issues a gift card with an amount on it, to a customer or to nobody.
   *
   * The answer has the code, this once: it is stored as a keyed hash and its last four symbols only. A replay with
   * the same idempotency key does not have it, because it was given already; neither do previews and events. Of a
   * card whose code was lost nobody can find the code: deactivate it and issue another. A blank card (`inactive`)
   * pays once it is activated.
   *
   * What is on the card ends as the point type says, or as said here with at most one of the four expiry
   * arguments; the card ends with the last of its value.
   *
   * Errors: `already_exists` for the number; `invalid_request` for a point type that is no money, and where the
   * host has configured no secret; `limit_exceeded` beyond what the actor's roles may give; `not_found`.
   *
   * Rules R7, R8, P1.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  issue(args: GiftCardIssueArguments, options?: CommandOptions): Promise<Receipt<GiftCardIssued>> {
    return this.call("gift_card.issue", args, options);
  }

  /**
   * Lets a card that was issued blank pay, once it is sold. It is named by its number or found by its code.
   *
   * Errors: `invalid_transition` for a card that is not blank; `expired`; `not_found`; `invalid_request` for a
   * code with a typing error.
   *
   * Rule R7.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  activate(args?: GiftCardActivateArguments, options?: CommandOptions): Promise<Receipt<GiftCardView>> {
    return this.call("gift_card.activate", args, options);
  }

  /**
   * Answers a card with what can be spent of it, and what was done with it, newest first, each with the balance
   * after it. It is named by its number or found by its code.
   *
   * Customers name themselves too, and see their own cards without notes. Nobody sees a code.
   *
   * Errors: `not_found`; `invalid_request` for a code with a typing error.
   *
   * Rules R7, W3.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  get(args?: GiftCardGetArguments): Promise<GiftCardActivities> {
    return this.call("gift_card.get", args);
  }

  /**
   * The cards that were issued to a customer, newest first, each with its state and what can be spent of it.
   *
   * Errors: `not_found`.
   *
   * Rules R7, W3.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  list(args: GiftCardListArguments): Promise<GiftCardCardPage> {
    return this.call("gift_card.list", args);
  }

  /**
   * Puts more on a card. What was on it keeps its end; what is added ends as the point type says, or as said here,
   * and the card with the last of them.
   *
   * Errors: `invalid_transition` for a card that is deactivated; `expired`; `limit_exceeded` beyond what the
   * actor's roles may give; `not_found`; `version_conflict`.
   *
   * Rules R7, P1.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  recharge(args: GiftCardRechargeArguments, options?: CommandOptions): Promise<Receipt<GiftCardMoved>> {
    return this.call("gift_card.recharge", args, options);
  }

  /**
   * Moves what is on a card, or a part of it, to the credit of a customer's account, in the same point type and
   * with the ends it had. The card is named by its number or found by its code; customers redeem by code, where
   * the program lets them.
   *
   * Errors: `already_used` when nothing is left, `insufficient_balance` when less is; `blocked`, `expired`;
   * `invalid_transition` for a card that is blank or deactivated; `not_eligible` where the membership state does
   * not allow it; `not_found`; `invalid_request` for a code with a typing error.
   *
   * Rules R7, R8, M2.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  redeem(args: GiftCardRedeemArguments, options?: CommandOptions): Promise<Receipt<GiftCardRedeemed>> {
    return this.call("gift_card.redeem", args, options);
  }

  /**
   * Pays with a card at once, all that is on it or a part. For a checkout that may still fail, set it aside first
   * (`points.hold` with `parts`). The card is named by its number or found by its code.
   *
   * Errors: `insufficient_balance`, with what is available; `blocked`, `expired`; `invalid_transition` for a card
   * that is blank or deactivated; `not_found`; `invalid_request` for a code with a typing error.
   *
   * Rules R7, L3, L7.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  charge(args: GiftCardChargeArguments, options?: CommandOptions): Promise<Receipt<GiftCardMoved>> {
    return this.call("gift_card.charge", args, options);
  }

  /**
   * Puts what a charge took back onto the same card, all of it or in parts, with the ends it had. A blocked card
   * takes refunds too.
   *
   * What has ended meanwhile gets the point type's days of grace or lapses at once.
   *
   * Errors: `already_used` when less is left to refund; `not_eligible` for an entry that paid nothing;
   * `invalid_transition` for a card that is deactivated; `limit_exceeded` beyond what the actor's roles may give;
   * `not_found`; `version_conflict`.
   *
   * Rules R7, L9, P1.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  refund(args: GiftCardRefundArguments, options?: CommandOptions): Promise<Receipt<GiftCardMoved>> {
    return this.call("gift_card.refund", args, options);
  }

  /**
   * Keeps a card from paying until it is unblocked: it was lost, or something is wrong with it. Refunds still
   * reach it, and time goes on.
   *
   * Errors: `invalid_transition` for a card that is blocked or deactivated; `not_found`; `version_conflict`.
   *
   * Rule R7.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  block(args: GiftCardBlockArguments, options?: CommandOptions): Promise<Receipt<GiftCardView>> {
    return this.call("gift_card.block", args, options);
  }

  /**
   * Brings a blocked card back into the state before.
   *
   * Errors: `invalid_transition` for a card that is not blocked; `not_found`; `version_conflict`.
   *
   * Rule R7.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  unblock(args: GiftCardUnblockArguments, options?: CommandOptions): Promise<Receipt<GiftCardView>> {
    return this.call("gift_card.unblock", args, options);
  }

  /**
   * Ends a card for good. What is on it is taken, as an entry in its journal says: issue another card, or credit
   * the account, if it is owed.
   *
   * What a hold has set aside stays so and comes back to the card, where nobody can spend it.
   *
   * Errors: `invalid_transition` for a card that is deactivated already; `not_found`; `version_conflict`.
   *
   * Rule R7.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  deactivate(args: GiftCardDeactivateArguments, options?: CommandOptions): Promise<Receipt<GiftCardView>> {
    return this.call("gift_card.deactivate", args, options);
  }
}

/** The operations of `ticket`. */
export class TicketOperations extends Calls {
  /**
   * Creates a ticket with its first message, and queues a mail to the customer with it, in the words of the
   * program's template `ticket_created`.
   *
   * A customer who asks writes it themselves; the mail confirms that it has arrived. `from_customer` says so for a
   * mail that came in about nothing that is known, or a call. A customer without an email gets no mail. What the
   * customer has opted out of does not matter: a ticket is no marketing.
   *
   * Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `already_exists` for the id;
   * `invalid_request` for a link that is none, or one that a customer gives.
   *
   * Rules P5, E3, W3.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  create(args: TicketCreateArguments, options?: CommandOptions): Promise<Receipt<TicketSaved>> {
    return this.call("ticket.create", args, options);
  }

  /**
   * Writes in a ticket. What an agent writes is queued as a mail to the customer, in the words of the program's
   * template `ticket_reply`; with `internal` it is a note that only the shop's people see, and no mail.
   *
   * A customer answers here too; that reopens a closed ticket. Customers name themselves; agents need not.
   *
   * Errors: `not_found`; `not_eligible` for an agent's reply in a closed ticket (reopen it first; notes may be
   * written), and when the customer was deleted; `version_conflict` when somebody else was faster;
   * `limit_exceeded` beyond 1,000 messages; `invalid_request` for a customer's note.
   *
   * Rules P5, E3, W3.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  reply(args: TicketReplyArguments, options?: CommandOptions): Promise<Receipt<TicketSaved>> {
    return this.call("ticket.reply", args, options);
  }

  /**
   * Records a mail that the customer has sent about a ticket. It reopens a closed one: whoever writes again has
   * not been helped yet.
   *
   * The ticket's id, which stands in the subject of every mail, is enough to find it. Mailboxes deliver a mail
   * more than once: give the mail's own id as idempotency key. Nothing is queued: a mail that answers a mail would
   * be answered in turn.
   *
   * Errors: `not_found`; `not_eligible` when the customer was deleted; `limit_exceeded` beyond 1,000 messages;
   * `invalid_request` for a text that is too long, or has characters that texts may not have.
   *
   * Rule P5.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  receive(args: TicketReceiveArguments, options?: CommandOptions): Promise<Receipt<TicketSaved>> {
    return this.call("ticket.receive", args, options);
  }

  /**
   * Closes a ticket: what it was about is done. When the customer writes again it is open again. No mail is
   * queued; reply first where there is something to say.
   *
   * Errors: `not_found`; `not_eligible` when it is closed already, and when the customer was deleted;
   * `version_conflict`.
   *
   * Rule P5.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  close(args: TicketCloseArguments, options?: CommandOptions): Promise<Receipt<TicketSaved>> {
    return this.call("ticket.close", args, options);
  }

  /**
   * Reopens a ticket that was closed. No mail is queued.
   *
   * Errors: `not_found`; `not_eligible` when it is open already, and when the customer was deleted;
   * `version_conflict`.
   *
   * Rule P5.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  reopen(args: TicketReopenArguments, options?: CommandOptions): Promise<Receipt<TicketSaved>> {
    return this.call("ticket.reopen", args, options);
  }

  /**
   * A ticket with its thread, oldest message first. Customers name themselves, and see no internal notes.
   *
   * Errors: `not_found`.
   *
   * Rules P5, W3.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  get(args: TicketGetArguments): Promise<TicketThread> {
    return this.call("ticket.get", args);
  }

  /**
   * Tickets, newest first: those of a customer, or the desk's list over all customers, which shows the open ones
   * unless asked for the closed.
   *
   * Newest is what was created last. A ticket keeps its place however much is written in it, so pages neither skip
   * nor repeat one that stays as it was.
   *
   * Errors: `not_found` for the customer; `invalid_request` for the limit and the cursor.
   *
   * Rules P5, W3.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  list(args?: TicketListArguments): Promise<TicketPage> {
    return this.call("ticket.list", args);
  }
}

/** The operations of `password`. */
export class PasswordOperations extends Calls {
  /**
   * Lets a customer who has forgotten the password choose a new one: queues a mail with a generated password, or
   * with a link, as the program says (`password`). Either works once and for as long as the program says; a new
   * one ends the one before.
   *
   * The password or token is in the queued mail and nowhere else: not in the receipt, the log, the event or the
   * plan. What is kept is a keyed hash, so the host must have configured a secret. `password.verify` redeems it.
   *
   * Ask by `email` from a form that everybody can reach. The answer is then the same for an email that nobody has,
   * and for a customer who is blacklisted or may not sign in: for them nothing is queued, and `audit.list` says
   * why. Do not let a form ask without a bound of its own.
   *
   * Errors: `invalid_request` when not exactly one of `customer` and `email` is given, and where the host has
   * configured no secret. By customer alone: `not_found`; `not_eligible` for one who may not sign in, or has no
   * email; `blocked` for one who is blacklisted.
   *
   * Rules P3, E3.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  reset(args?: PasswordResetArguments, options?: CommandOptions): Promise<Receipt<PasswordResetDone>> {
    return this.call("password.reset", args, options);
  }

  /**
   * Redeems what `password.reset` has sent, once, and says whose it is: let that customer choose a new password
   * then, and keep it yourself. The library keeps no passwords that people choose.
   *
   * A generated password is typed where people sign in: ask here when your own check has refused, with the email
   * that was typed.
   *
   * Errors: `invalid_request` for a typing error; `not_found` for what nobody was sent, what a later reset has
   * ended, and what was sent to somebody else than `email`; `already_used`; `expired`; `not_eligible` when the
   * customer may not sign in any more, or has another email since; `blocked` when they were blacklisted since.
   *
   * Rule P3.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  verify(args: PasswordVerifyArguments, options?: CommandOptions): Promise<Receipt<PasswordVerified>> {
    return this.call("password.verify", args, options);
  }
}

/** The operations of `impersonation`. */
export class ImpersonationOperations extends Calls {
  /**
   * Gives an agent a token with which the host signs them in as a customer. It works once and briefly
   * (`impersonation_seconds` of the program), and a new one of the same agent ends the one before.
   *
   * The answer has the token, this once: it is kept as a keyed hash. A replay with the same idempotency key does
   * not have it, and neither do previews and events. Hand it to your own sign-in, which redeems it with
   * `impersonation.verify`.
   *
   * Errors: `not_found`; `not_eligible` for a customer who may not sign in; `invalid_request` where the host has
   * configured no secret.
   *
   * Rules P4, M2.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  start(args: ImpersonationStartArguments, options?: CommandOptions): Promise<Receipt<ImpersonationStarted>> {
    return this.call("impersonation.start", args, options);
  }

  /**
   * Redeems the token of `impersonation.start`, once: says as which customer the agent is signed in, and who the
   * agent is.
   *
   * Put `through` into the actor of every context of that session, beside the customer's id and kind: then
   * whatever the agent does as the customer says so in the log and in `audit.list`.
   *
   * Errors: `invalid_request` for what is no token; `not_found` for one that nobody has, or that a later one has
   * ended; `already_used`; `expired`; `not_eligible` when the customer may not sign in any more.
   *
   * Rules P4, P7.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  verify(args: ImpersonationVerifyArguments, options?: CommandOptions): Promise<Receipt<ImpersonationRedeemed>> {
    return this.call("impersonation.verify", args, options);
  }
}

/** The operations of `approval`. */
export class ApprovalOperations extends Calls {
  /**
   * Requests for approval, newest first: those of a customer, or of the whole shop, gift cards included. Those
   * that wait, unless another state is asked for.
   *
   * A request is made when a command is above a limit of a role that says `asks_approval`: the command is answered
   * with `approval_required` and the request's id. It waits for 30 days; what nobody has decided by then is
   * `expired`. Who lists events of `approval.*` in the program hears of each: `approval.request` when it waits,
   * `approval.grant` or `approval.reject` when it is decided.
   *
   * Never for customers, whatever rights the program gives them: arguments hold reasons and notes for staff.
   *
   * Errors: `not_found` for the customer; `invalid_request` for the limit and the cursor.
   *
   * Rules P2, W3.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  list(args?: ApprovalListArguments): Promise<ApprovalPage> {
    return this.call("approval.list", args);
  }

  /**
   * Grants what somebody else has asked for above their limits: in the same commit the command is done, as theirs,
   * and without their limits. The receipt is the command's: its entries and balances, and its own answer in
   * `result`. A preview shows it, with a plan token, as of any command.
   *
   * Never one's own: not under the same id, nor where one acts through the other, nor by a customer. What is
   * granted is under the limits of whoever grants it and counts for their day: by those of their roles that give
   * the right to the command, or else that give `approval.grant`. Who asked needs the right to the command still.
   * Never more is moved than was asked for: where the command takes what there is, and that has grown, it is
   * refused.
   *
   * What refuses the command now (a balance that is gone, a state that has changed) refuses the grant, and the
   * request goes on waiting. Once it is granted, whoever asked and repeats the command with its idempotency key
   * gets the command's receipt.
   *
   * Errors: `forbidden` for one's own; `already_used` when it was decided; `expired` after 30 days;
   * `limit_exceeded` above the limits of whoever grants, or above what was asked for; `not_found`; whatever
   * refuses the command.
   *
   * Rules P2, P1, L10.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  grant(args: ApprovalGrantArguments, options?: CommandOptions): Promise<Receipt<ApprovalGranted>> {
    return this.call("approval.grant", args, options);
  }

  /**
   * Rejects what somebody has asked for above their limits; who rejects their own withdraws it. Nothing is done,
   * and the request is listed as `rejected`.
   *
   * Whoever asked may ask anew. A repetition with the same idempotency key is no new request and is told that it
   * was rejected.
   *
   * Errors: `already_used` when it was decided; `expired` after 30 days; `not_found`.
   *
   * Rule P2.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  reject(args: ApprovalRejectArguments, options?: CommandOptions): Promise<Receipt<ApprovalRejected>> {
    return this.call("approval.reject", args, options);
  }
}

/** The operations of `outbox`. */
export class OutboxOperations extends Calls {
  /**
   * Takes messages that wait for the host, under a lease: what is not acknowledged in time is given again.
   *
   * One with `email` is a mail to the customer, filled in from the program's template: send it. The others are
   * events.
   *
   * At least once, in order per customer: while one message of a customer is leased, no later one is given. Of
   * each customer at most one is given per call.
   *
   * Rule P6.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  take(args: OutboxTakeArguments, options?: BatchOptions): Promise<OutboxTaken> {
    return this.call("outbox.take", args, options);
  }

  /**
   * Acknowledges messages: they are done and never given again; the next one of each customer may be taken.
   *
   * Acknowledging a message twice is fine.
   *
   * Rule P6.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  ack(args: OutboxAckArguments, options?: BatchOptions): Promise<OutboxAcked> {
    return this.call("outbox.ack", args, options);
  }
}

/** The operations of `audit`. */
export class AuditOperations extends Calls {
  /**
   * The commands, newest first: done, or refused. Of one customer, of one gift card, of one actor, or all.
   *
   * Every command is here with actor, time, operation, target and outcome, and no personal data. A query is here
   * only when the actor had no right to it.
   *
   * Rule P7.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  list(args?: AuditListArguments): Promise<AuditPage> {
    return this.call("audit.list", args);
  }
}

/** The operations of `journal`. */
export class JournalOperations extends Calls {
  /**
   * Recomputes the balances, lots, holds and hash chain of a customer, or of a gift card, from the entries, and
   * reports the first difference.
   *
   * With a customer's, those of the accounts that were merged into theirs are checked too.
   *
   * Keep the `head` it returns outside of the database and give it as `expected_head` later: then a cut-off tail
   * shows too. Reads the whole journal.
   *
   * Errors: `invalid_request` unless exactly one of `customer` and `gift_card` is given; `not_found`.
   *
   * Rule L14.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  verify(args?: JournalVerifyArguments): Promise<JournalVerified> {
    return this.call("journal.verify", args);
  }
}

/** The operations of `report`. */
export class ReportOperations extends Calls {
  /**
   * What the shop owes: the value outstanding in each point type, on accounts and on gift cards, by its age.
   *
   * One request walks over a stretch of all accounts and answers with the sums so far; ask again with `next` as
   * `cursor` until there is none. The sums travel in the cursor: nothing has to be added up.
   *
   * Each account is counted once and is settled as it is counted: what has lapsed is not counted, swept or not.
   * Accounts that change while you go from stretch to stretch are counted as they were when the walk came by; ask
   * at a quiet time where that matters. The cost follows the accounts and the lots that are not empty, never the
   * history.
   *
   * Errors: `invalid_request` for a limit outside of 1 to 2,000, and for a cursor that no answer gave.
   *
   * Rules L6, L7.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  liability(args?: ReportLiabilityArguments): Promise<ReportLiabilityReport> {
    return this.call("report.liability", args);
  }

  /**
   * What lapses in the months ahead if nothing is spent until then, by point type, on accounts and on gift cards.
   *
   * A month is the month in which the instant lies from which on the value no longer counts, in the program's time
   * zone: what is valid through September 30 lapses on October 1, and stands under October. The first month is the
   * one that has begun, with what is still to come of it. What a hold has set aside does not lapse and is left
   * out, and so is what is on an account on hold.
   *
   * One request walks over a stretch of all accounts and answers with the sums so far; ask again with `next` as
   * `cursor` until there is none. Each account is counted once and is settled as it is counted. The cost follows
   * the accounts, and the lots of those on which something falls due in the months asked for, never the history.
   *
   * Errors: `invalid_request` for months outside of 1 to 120, a limit outside of 1 to 2,000, and a cursor of
   * another question.
   *
   * Rules L4, L6, L12.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  expiring(args?: ReportExpiringArguments): Promise<ReportExpiringReport> {
    return this.call("report.expiring", args);
  }

  /**
   * Who gave and took how much, and why, in a span of time: by agent, kind of entry, reason and point type.
   * Adjustments, reversals, points earned, gift cards issued and recharged, and all else that moves value.
   *
   * One request walks over a stretch of the entries that were recorded in the span. Its rows are the sums of that
   * stretch; ask again with `next` as `cursor` until there is none, and add up rows that agree in all but commands
   * and sums. (There may be as many reasons as entries, too many to travel in a cursor.) The cost follows what was
   * recorded in the span, not the history before or behind it.
   *
   * What lapses by time bears the actor `system` and is recorded when the account is opened or swept: it is here
   * as far as that has been done.
   *
   * Errors: `invalid_request` when `before` does not lie behind `from`, for a limit outside of 1 to 10,000, and
   * for a cursor that no answer gave.
   *
   * Rules L2, P7.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  activity(args: ReportActivityArguments): Promise<ReportActivityPage> {
    return this.call("report.activity", args);
  }
}

/** The operations of `program`. */
export class ProgramOperations extends Calls {
  /**
   * The program that is current, with its version.
   *
   * Version 0 is the starter program, before any other is set.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  get(args?: Nothing): Promise<ProgramCurrent> {
    return this.call("program.get", args);
  }

  /**
   * Sets the program: the whole document. Every command that begins later runs under it.
   *
   * Once there are books, point types stay: none may go away or change its kind, places or currency, those of the
   * starter program included. A status or status system that goes away must be mapped to another in
   * `status_mapping`, and what a system counts, and over which window, stays. What is on the books stays as it is:
   * lots keep the ends they were given.
   *
   * Errors: `invalid_program` with every mistake and its path; `version_conflict` when `if_version` is not the
   * current version.
   *
   * Rules L5, W9, Y7.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  set(args: ProgramSetArguments, options?: CommandOptions): Promise<Receipt<ProgramCurrent>> {
    return this.call("program.set", args, options);
  }
}

/** The operations as one actor may call them. */
export class Client extends Calls {
  /** The operations of `customer`. */
  readonly customer: CustomerOperations = new CustomerOperations(this.caller);
  /** The operations of `address`. */
  readonly address: AddressOperations = new AddressOperations(this.caller);
  /** The operations of `payment_method`. */
  readonly paymentMethod: PaymentMethodOperations = new PaymentMethodOperations(this.caller);
  /** The operations of `email`. */
  readonly email: EmailOperations = new EmailOperations(this.caller);
  /** The operations of `blacklist`. */
  readonly blacklist: BlacklistOperations = new BlacklistOperations(this.caller);
  /** The operations of `membership`. */
  readonly membership: MembershipOperations = new MembershipOperations(this.caller);
  /** The operations of `merge`. */
  readonly merge: MergeOperations = new MergeOperations(this.caller);
  /** The operations of `points`. */
  readonly points: PointsOperations = new PointsOperations(this.caller);
  /** The operations of `bulk`. */
  readonly bulk: BulkOperations = new BulkOperations(this.caller);
  /** The operations of `maintenance`. */
  readonly maintenance: MaintenanceOperations = new MaintenanceOperations(this.caller);
  /** The operations of `order`. */
  readonly order: OrderOperations = new OrderOperations(this.caller);
  /** The operations of `payment`. */
  readonly payment: PaymentOperations = new PaymentOperations(this.caller);
  /** The operations of `subscription`. */
  readonly subscription: SubscriptionOperations = new SubscriptionOperations(this.caller);
  /** The operations of `wishlist`. */
  readonly wishlist: WishlistOperations = new WishlistOperations(this.caller);
  /** The operations of `reward`. */
  readonly reward: RewardOperations = new RewardOperations(this.caller);
  /** The operations of `stamp_card`. */
  readonly stampCard: StampCardOperations = new StampCardOperations(this.caller);
  /** The operations of `status`. */
  readonly status: StatusOperations = new StatusOperations(this.caller);
  /** The operations of `gift_card`. */
  readonly giftCard: GiftCardOperations = new GiftCardOperations(this.caller);
  /** The operations of `ticket`. */
  readonly ticket: TicketOperations = new TicketOperations(this.caller);
  /** The operations of `password`. */
  readonly password: PasswordOperations = new PasswordOperations(this.caller);
  /** The operations of `impersonation`. */
  readonly impersonation: ImpersonationOperations = new ImpersonationOperations(this.caller);
  /** The operations of `approval`. */
  readonly approval: ApprovalOperations = new ApprovalOperations(this.caller);
  /** The operations of `outbox`. */
  readonly outbox: OutboxOperations = new OutboxOperations(this.caller);
  /** The operations of `audit`. */
  readonly audit: AuditOperations = new AuditOperations(this.caller);
  /** The operations of `journal`. */
  readonly journal: JournalOperations = new JournalOperations(this.caller);
  /** The operations of `report`. */
  readonly report: ReportOperations = new ReportOperations(this.caller);
  /** The operations of `program`. */
  readonly program: ProgramOperations = new ProgramOperations(this.caller);

  /**
   * Calls an operation by its name on the wire.
   *
   * @throws {LoyaltyError} when the library refuses
   */
  execute<Name extends keyof Operations>(operation: Name, ...[args, options]: CallOf<Name>): Promise<Operations[Name]["answer"]> {
    return this.call(operation, args, options);
  }
}
