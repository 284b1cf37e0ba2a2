<?php
// Made by `cargo xtask codegen` from loyalty-core/src/catalogue.rs. Do not edit.

declare(strict_types=1);

namespace Loyalty;

/**
 * The shapes of what the operations take and answer, for phpstan. Ignore keys and words that you do not know: later releases may add some.
 *
 * @phpstan-type Account 'guest'|'registered'
 * @phpstan-type ActivityRow array{kind: EntryKind, type: Slug, holder: Holder, commands: int, given: Quantity, taken: Quantity, actor?: string|null, reason?: string|null}
 * @phpstan-type ActorKind 'agent'|'customer'|'system'
 * @phpstan-type Added array{addresses?: list<Id>, blacklisted?: bool, payment_methods?: list<Id>, wishes?: list<Id>}
 * @phpstan-type Address array{customer: CustomerId, id: Id, version: int, added_at: Timestamp, default_billing: bool, default_shipping: bool, city?: Line|null, company?: Line|null, country?: Country|null, label?: Line|null, lines?: list<Line>, name?: Line|null, phone?: Phone|null, postal_code?: Line|null, region?: Line|null}
 * @phpstan-type AddressRemoved array{customer: CustomerId, address: Id}
 * @phpstan-type AddressSaved array{customer: CustomerId, address: Id, version: int, no_longer_default: list<Id>}
 * @phpstan-type Aged array{days: int, lots: int, active: Quantity, pending: Quantity, held: Quantity}
 * @phpstan-type ApprovalGranted array{approval: Id, operation: string, asked_by: Id, result: mixed, code?: string|null, customer?: CustomerId|null, gift_card?: Id|null}
 * @phpstan-type ApprovalPage array{approvals: list<ApprovalView>, next?: Id|null}
 * @phpstan-type ApprovalRejected array{approval: Id, operation: string, asked_by: Id, customer?: CustomerId|null, gift_card?: Id|null}
 * @phpstan-type ApprovalState 'open'|'granted'|'rejected'|'expired'
 * @phpstan-type ApprovalView array{approval: Id, state: ApprovalState, operation: string, arguments: mixed, limit: string, allowed: string, requested: string, actor: Id, kind: ActorKind, roles: list<Slug>, asked_at: Timestamp, valid_until: Timestamp, came_from?: CustomerId|null, customer?: CustomerId|null, decided_at?: Timestamp|null, decided_by?: Id|null, gift_card?: Id|null, note?: Text|null, reason?: Line|null, through?: Line|null}
 * @phpstan-type AuditPage array{commands: list<AuditRow>, next?: string|null}
 * @phpstan-type AuditRow array{at: Timestamp, operation: string, actor: string, batch?: Id|null, code?: string|null, customer?: CustomerId|null, gift_card?: Id|null, kind?: ActorKind|null, number?: int|null, through?: Line|null}
 * @phpstan-type Author 'customer'|'shop'
 * @phpstan-type Availability array{operation: string, available: bool, code?: string|null, reason?: string|null}
 * @phpstan-type Balance array{type: Slug, active: Quantity, pending: Quantity, held: Quantity, debt: Quantity, total: Quantity, earned: Quantity, adjusted: Quantity, spent: Quantity, expired: Quantity, version: int}
 * @phpstan-type BlacklistChecked array{can_purchase: bool, reason?: Obstacle|null}
 * @phpstan-type BlacklistSet array{customer: CustomerId, blacklisted: bool, since?: Timestamp|null}
 * @phpstan-type Blacklisting array{reason: Text, since: Timestamp, by: string, emails: list<string>, reason_since?: Timestamp|null}
 * @phpstan-type Bonus array{id: Slug, type: Slug, points: Quantity, on: BonusOn, from?: Date|null, keep_on_refund?: bool, to?: BonusTo}
 * @phpstan-type BonusOn 'enrolled'|'first_order'|'birthday'
 * @phpstan-type BonusTo 'customer'|'referred'|'referrer'
 * @phpstan-type BulkAdjusted array{batch: Id, row: int, done: int, refused: int, totals: list<BulkSum>, digest: string, errors?: list<RowError>, file_plan?: string|null, next?: BulkNext|null, state?: BulkState|null}
 * @phpstan-type BulkBatchView array{batch: Id, state: BulkState, policy: Policy, file_plan: string, started_by: Id, kind: ActorKind, started_at: Timestamp, changed_at: Timestamp, row: int, done: int, refused: int, reversed: int, totals: list<BulkSum>}
 * @phpstan-type BulkNext array{place: BulkPlace, digest: string, done: int, refused: int, totals: list<BulkSum>}
 * @phpstan-type BulkPlace array{row: int, header?: string|null, rest?: string}
 * @phpstan-type BulkState 'running'|'done'|'failed'|'reversing'|'reversed'
 * @phpstan-type BulkSum array{type: Slug, given: Quantity, taken: Quantity}
 * @phpstan-type BulkUndone array{batch: Id, state: BulkState, reversed: int, refused: int, errors?: list<RowError>, next?: int|null}
 * @phpstan-type BundledRow array{table: string, values: list<mixed>, body: string}
 * @phpstan-type CapturedPart array{hold: HoldView, entry: Ref}
 * @phpstan-type CardState 'inactive'|'active'|'blocked'|'deactivated'|'expired'
 * @phpstan-type Cause 'redeemed'|'granted'|'status'|'stamp_card'
 * @phpstan-type Change 'register'|'enroll'|'unenroll'|'remove'|'deactivate'|'reactivate'|'merge'|'unmerge'|'delete'
 * @phpstan-type Charge 'shipping'|'tax'
 * @phpstan-type ColumnRead array{name: string, left_out?: LeftOut|null, read_as?: FileColumn|null}
 * @phpstan-type Combine 'stack'|'first_match'
 * @phpstan-type Completes 'automatically'|'on_request'
 * @phpstan-type Condition array{and?: list<array<string, mixed>>|null, field?: Field|null, not?: array<string, mixed>|null, op?: Op|null, or?: list<array<string, mixed>>|null, value?: mixed}
 * @phpstan-type Cost array{type: Slug, amount: Quantity}
 * @phpstan-type Country string
 * @phpstan-type Counts array{source: 'earned', type: Slug}|array{source: 'spend'}|array{source: 'orders'}|array{source: 'visits'}|array{source: 'manual'}
 * @phpstan-type CustomerActionList array{customer: CustomerId, actions: list<Availability>}
 * @phpstan-type CustomerBundled array{customer: CustomerId, at: Timestamp, actor: mixed, tables: list<string>, rows: list<BundledRow>}
 * @phpstan-type CustomerCreated array{customer: CustomerId, state: State, created_at: Timestamp, version: int}
 * @phpstan-type CustomerDeleted array{customer: CustomerId, from: State, state: State, version: int, complete: bool}
 * @phpstan-type CustomerDetailed array{customer: CustomerId, created_at: Timestamp, actions?: list<Availability>|null, addresses?: list<Address>|null, audit?: list<AuditRow>|null, balances?: list<Balance>|null, blacklisting?: Blacklisting|null, email?: Preferences|null, gift_cards?: list<GiftCardView>|null, guest?: bool, history?: list<EntryView>|null, last_login_at?: Timestamp|null, membership?: Membership|null, merges?: list<MergeView>|null, more?: list<Tab>, orders?: list<OrderView>|null, payment_methods?: list<PaymentMethod>|null, profile?: Profile|null, rewards?: list<RewardView>|null, stamps?: list<StampCardView>|null, statuses?: list<StatusView>|null, subscriptions?: list<SubscriptionView>|null, tickets?: list<TicketView>|null, wishlist?: list<Wish>|null}
 * @phpstan-type CustomerEdited array{customer: CustomerId, version: int, changed: list<string>}
 * @phpstan-type CustomerExported array{csv: string, rows: int, next?: string|null}
 * @phpstan-type CustomerExportedData array{customer: CustomerId, exported_at: Timestamp, data: mixed, more?: list<MoreData>, withheld?: list<Section>}
 * @phpstan-type CustomerGroupAssigned array{customer: CustomerId, version: int, group?: Slug|null, group_before?: Slug|null}
 * @phpstan-type CustomerId string
 * @phpstan-type CustomerImportCounts array{created: int, updated: int, unchanged: int, skipped: int, repeated: int, refused: int}
 * @phpstan-type CustomerImportNext array{place: CustomerPlace, counts: CustomerImportCounts}
 * @phpstan-type CustomerImported array{batch: Id, row: int, done: int, refused: int, counts: CustomerImportCounts, broken_off?: bool, columns?: list<ColumnRead>, errors?: list<RowError>, next?: CustomerImportNext|null}
 * @phpstan-type CustomerListed array{rows: list<array<string, mixed>>, next?: string|null}
 * @phpstan-type CustomerLoginRecorded array{customer: CustomerId, last_login_at: Timestamp}
 * @phpstan-type CustomerPlace array{row: int, header?: string|null, rest?: string}
 * @phpstan-type CustomerView array{customer: CustomerId, created_at: Timestamp, profile: Profile, membership: Membership, preferences: Preferences, blacklisting?: Blacklisting|null, erasing?: bool, guest?: bool, last_login_at?: Timestamp|null, referred_by?: CustomerId|null}
 * @phpstan-type Date string
 * @phpstan-type DateOrder 'ymd'|'mdy'|'dmy'
 * @phpstan-type Difference array{place: string, expected: string, found: string}
 * @phpstan-type Due array{expires_at: Timestamp, amount: Quantity, account_date: bool}
 * @phpstan-type Earned array{type: Slug, rule: Slug, amount: Quantity, entry: Ref, counted_on?: Date|null, customer?: CustomerId|null, kept_on_refund?: bool, shares?: list<Share>, taken?: Quantity}
 * @phpstan-type Earning array{bonuses?: list<Bonus>, combine?: Combine, rules?: list<EarningRule>, spent_points?: SpentPoints, spent_points_grace_days?: int|null, when?: EarnsWhen}
 * @phpstan-type EarningRule array{id: Slug, type: Slug, before_discounts?: bool, cap_per_order?: Quantity|null, cap_per_period?: PeriodCap|null, categories?: list<Line>, from?: Date|null, full_steps?: bool, gives?: Gives, groups?: list<Slug>, include_gift_cards?: bool, include_shipping?: bool, include_tax?: bool, keep_on_refund?: bool, less_spent_points?: bool, minimum_spend?: Quantity|null, per?: Quantity|null, points?: Quantity|null, rounding?: Rounding, skus?: list<Id>, statuses?: list<InStatus>, times?: Quantity|null, until?: Date|null, weekdays?: list<Weekday>}
 * @phpstan-type EarnsWhen 'placed'|'paid'|'fulfilled'
 * @phpstan-type Email string
 * @phpstan-type EmailPreferencesSet array{customer: CustomerId, preferences: Preferences}
 * @phpstan-type Ending array{type: Slug, holder: Holder, months: list<Month>}
 * @phpstan-type Enrolling 'file'|'all'|'nobody'
 * @phpstan-type EntryKind 'earn'|'adjust'|'load'|'redeem'|'spend'|'capture'|'expire'|'reinstate'|'forfeit'|'extend'|'redate'|'repay'|'reverse'|'merge_out'|'merge_in'|'transfer_out'|'transfer_in'
 * @phpstan-type EntryView array{id: Ref, type: Slug, kind: EntryKind, amount: Quantity, balance: Quantity, effective_at: Timestamp, recorded_at: Timestamp, actor?: string|null, available_from?: Timestamp|null, batch?: Id|null, comment?: string|null, counterpart?: Ref|null, debt?: Quantity|null, expires?: Lapse|null, hold?: Ref|null, lots?: list<PartView>, note?: string|null, order?: Id|null, reason?: string|null, reversed?: Quantity|null, reverses?: Ref|null, rule?: Slug|null}
 * @phpstan-type Every 'day'|'week'|'month'|'year'
 * @phpstan-type Existing 'refuse'|'skip'|'update'
 * @phpstan-type Expiry array{policy: 'never'}|array{policy: 'days', days: int}|array{policy: 'months', months: int, round_up_to?: RoundUp|null}|array{policy: 'inactivity', period: Period, count: int, moved_by?: Moves}
 * @phpstan-type Falling 'to_fit'|'one_step'
 * @phpstan-type Field 'id'|'email'|'name'|'phone'|'group'|'state'|'locale'|'gender'|'birth_date'|'created_at'|'last_login_at'|'newsletter'|'blacklisted'
 * @phpstan-type FileColumn string
 * @phpstan-type Format 'loyalty'|'talon_one'|'smile'|'loyalty_lion'|'stamped'|'yotpo'|'fan_maker'
 * @phpstan-type GiftCardActivities array{card: GiftCardView, activities: list<EntryView>, next?: int|null}
 * @phpstan-type GiftCardCardPage array{gift_cards: list<GiftCardView>, next?: Id|null}
 * @phpstan-type GiftCardIssued array{card: GiftCardView, entry: Ref, code?: string|null}
 * @phpstan-type GiftCardMoved array{gift_card: Id, entry: Ref, balance: Quantity}
 * @phpstan-type GiftCardRedeemed array{customer: CustomerId, gift_card: Id, amount: Quantity, entry: Ref, credits: list<Ref>, balance: Quantity}
 * @phpstan-type GiftCardView array{gift_card: Id, state: CardState, type: Slug, last_four: string, issued_at: Timestamp, expires: Lapse, balance: Balance, version: int, came_from?: CustomerId|null, customer?: CustomerId|null, message?: Text|null, note?: Text|null, order?: Id|null, reason?: Line|null, recipient?: Line|null, recipient_email?: Email|null}
 * @phpstan-type GivenBack array{source: Ref, amount: Quantity, kept?: Quantity}
 * @phpstan-type Gives 'rate'|'per_item'|'per_order'|'times'
 * @phpstan-type HoldPart array{amount: Quantity, code?: Line|null, gift_card?: Id|null, type?: Slug|null}
 * @phpstan-type HoldState 'open'|'closed'
 * @phpstan-type HoldView array{id: Ref, type: Slug, state: HoldState, authorized: Quantity, captured: Quantity, released: Quantity, remaining: Quantity, held_until?: Timestamp|null, order?: Id|null}
 * @phpstan-type Holder 'customers'|'gift_cards'
 * @phpstan-type Id string
 * @phpstan-type ImpersonationRedeemed array{customer: CustomerId, agent: Id, through: Line, reason?: Line|null}
 * @phpstan-type ImpersonationStarted array{customer: CustomerId, valid_until: Timestamp, token?: string|null}
 * @phpstan-type ImportCounts array{created: int, updated: int, unchanged: int, skipped: int, repeated: int, refused: int}
 * @phpstan-type ImportNext array{place: Place, counts: ImportCounts}
 * @phpstan-type InStatus array{system: Slug, status: Slug}
 * @phpstan-type JournalVerified array{sound: bool, head: string, commands: int, entries: int, difference?: Difference|null}
 * @phpstan-type Keep array{policy: 'while_it_fits'}|array{policy: 'years', years: int}|array{policy: 'months', months: int}
 * @phpstan-type Lapse string
 * @phpstan-type LastFour string
 * @phpstan-type LeftOut 'ignored'|'not_known'|'password'
 * @phpstan-type Line string
 * @phpstan-type Lock array{kind: LockKind, status: Slug, until?: Timestamp|null}
 * @phpstan-type LockKind 'not_lowered'|'not_raised'
 * @phpstan-type LongText string
 * @phpstan-type Mail array{to: Email, subject: string, text: string, html?: string|null}
 * @phpstan-type MaintenanceSwept array{customers: int, refused: int, more: bool, gift_cards?: int}
 * @phpstan-type Membership array{state: State, since: Timestamp, version: int, before?: State|null, enrolled_at?: Timestamp|null, merged_into?: CustomerId|null}
 * @phpstan-type MembershipCapabilityList array{customer: CustomerId, state: State, capabilities: array<string, bool>}
 * @phpstan-type MembershipChanged array{customer: CustomerId, from: State, state: State, version: int}
 * @phpstan-type MembershipHistory array{customer: CustomerId, membership: Membership, changes: list<PastChange>}
 * @phpstan-type MergeHistory array{customer: CustomerId, merges: list<MergeView>}
 * @phpstan-type MergeReturned array{type: Slug, brought: Quantity, returned: Quantity}
 * @phpstan-type MergeUndone array{survivor: CustomerId, source: CustomerId, state: State, returned: list<MergeReturned>, stayed: list<Stayed>}
 * @phpstan-type MergeView array{survivor: CustomerId, source: CustomerId, merged_at: Timestamp, added: Added, records: Records, actor?: string|null, comment?: Text|null, reason?: Line|null, undone_at?: Timestamp|null}
 * @phpstan-type Merged array{survivor: CustomerId, source: CustomerId, fields: list<PlannedField>, created_at: Timestamp, added: Added, records: Records, last_login_at?: Timestamp|null, mail?: list<PlannedMail>, statuses?: list<PlannedStatus>}
 * @phpstan-type MessageView array{id: Ref, event: string, recorded_at: Timestamp, actor: string, data: mixed, leased_until: Timestamp, customer?: CustomerId|null, email?: Mail|null, gift_card?: Id|null}
 * @phpstan-type Mode 'add'|'set'
 * @phpstan-type Moment string
 * @phpstan-type Month array{month: Date, lots: int, amount: Quantity, account_date: Quantity}
 * @phpstan-type MoreData array{section: Section, cursor: string}
 * @phpstan-type Moves 'earning'|'earning_or_spending'
 * @phpstan-type Named array{id: Slug, name?: Line|null}
 * @phpstan-type Next array{place: Place, digest: string, done: int, refused: int, totals: list<Sum>}
 * @phpstan-type NextReward array{stamp: int, reward: Slug, name: string}
 * @phpstan-type NextStatus array{missing: Quantity, id: Slug, name: string, threshold: Quantity}
 * @phpstan-type Obstacle 'blacklisted'|'state'
 * @phpstan-type OnLeaving 'freeze'|'forfeit'
 * @phpstan-type Op 'eq'|'ne'|'lt'|'le'|'gt'|'ge'|'in'|'prefix'|'contains'
 * @phpstan-type OptIn array{opted_in: bool, changed_at: Timestamp, by?: string|null, through?: Line|null}
 * @phpstan-type OrderLine array{id: Id, quantity: Quantity, unit_price: Quantity, discount: Quantity, category?: Line|null, gift_card?: bool, sku?: Id|null}
 * @phpstan-type OrderOrderLine array{unit_price: Quantity, category?: Line|null, discount?: Quantity, gift_card?: bool, id?: Id|null, quantity?: Quantity, sku?: Id|null}
 * @phpstan-type OrderPage array{orders: list<OrderView>, next?: Id|null}
 * @phpstan-type OrderPaid 'unpaid'|'partly_paid'|'paid'|'refunded'
 * @phpstan-type OrderPart array{amount: Quantity, charge?: Charge|null, line?: Id|null, quantity?: Quantity|null, sku?: Id|null, units?: list<Quantity>}
 * @phpstan-type OrderPayment array{id: Id, amount: Quantity, status: PaymentStatus, method?: Line|null, points?: Ref|null}
 * @phpstan-type OrderQuoted array{total: Quantity, earns: list<OrderSum>, rules: list<Said>, not_earned?: string|null}
 * @phpstan-type OrderRecorded array{number: Id, total: Quantity, earned: list<Earned>, earned_at?: Timestamp|null, not_earned?: string|null, owner?: CustomerId|null}
 * @phpstan-type OrderReturns array{number: Id, customer: CustomerId, amount: Quantity, taken: list<Taken>, given_back: list<Taken>, refunded: Quantity, all: bool}
 * @phpstan-type OrderSum array{type: Slug, amount: Quantity}
 * @phpstan-type OrderView array{number: Id, placed_at: Timestamp, total: Quantity, payment_status: OrderPaid, currency: string, lines: list<OrderLine>, discount: Quantity, shipping: Quantity, tax: Quantity, came_from?: CustomerId|null, channel?: Line|null, earned?: list<Earned>, earned_at?: Timestamp|null, fulfilled?: bool, given_back?: list<GivenBack>, link?: Line|null, master_number?: Id|null, payments?: list<Payment>, places?: int|null, refunds?: list<Refunded>, returned?: list<Returned>, returned_all?: bool}
 * @phpstan-type Origins array{lot: Ref, amount: Quantity, expires: Lapse, made_by: EntryView, order?: list<OrderPart>, place?: string|null}
 * @phpstan-type OutboxAcked array{acknowledged: int, unknown: int}
 * @phpstan-type OutboxTaken array{messages: list<MessageView>}
 * @phpstan-type Outcome 'done'|'refused'
 * @phpstan-type Outstanding array{type: Slug, holder: Holder, accounts: int, active: Quantity, pending: Quantity, held: Quantity, debt: Quantity, total: Quantity, ages: list<Aged>}
 * @phpstan-type Paid array{type: Slug, amount: Quantity, entry: Ref}
 * @phpstan-type PartView array{lot: Ref, amount: Quantity, expires: Lapse}
 * @phpstan-type PasswordReset array{link?: Line|null, minutes?: int, style?: ResetStyle}
 * @phpstan-type PasswordResetDone array{minutes: int, customer?: CustomerId|null, valid_until?: Timestamp|null}
 * @phpstan-type PasswordVerified array{customer: CustomerId, style: ResetStyle}
 * @phpstan-type PastBalance array{type: Slug, total: Quantity}
 * @phpstan-type PastChange array{at: Timestamp, change: Change, from: State, to: State, actor?: string|null, comment?: Text|null, reason?: Line|null}
 * @phpstan-type PastStatusChange array{at: Timestamp, change: StatusChangeKind, actor?: string|null, comment?: Text|null, from?: Slug|null, lock?: Lock|null, note?: Text|null, rewards?: list<Ref>, to?: Slug|null}
 * @phpstan-type Payment array{id: Id, amount: Quantity, status: PaymentStatus, method?: Line|null, points?: Ref|null}
 * @phpstan-type PaymentMethod array{customer: CustomerId, id: Id, version: int, saved_at: Timestamp, token: Token, brand?: Line|null, expiry_month?: int|null, expiry_year?: int|null, last_four?: LastFour|null}
 * @phpstan-type PaymentMethodRemoved array{customer: CustomerId, payment_method: Id}
 * @phpstan-type PaymentMethodSaved array{customer: CustomerId, payment_method: Id, version: int}
 * @phpstan-type PaymentRecorded array{number: Id, total: Quantity, earned: list<Earned>, earned_at?: Timestamp|null, not_earned?: string|null, owner?: CustomerId|null}
 * @phpstan-type PaymentStatus 'pending'|'authorized'|'paid'|'failed'|'refunded'
 * @phpstan-type Period 'days'|'months'
 * @phpstan-type PeriodCap array{points: Quantity, days?: int|null, every?: Every|null}
 * @phpstan-type Phone string
 * @phpstan-type Place array{row: int, header?: string|null, rest?: string}
 * @phpstan-type PlannedField array{field: ProfileField, winner: Side, why: Why, source?: string|null, survivor?: string|null}
 * @phpstan-type PlannedMail array{opted_in: bool, list?: Slug|null, source?: bool|null, survivor?: bool|null}
 * @phpstan-type PlannedStatus array{system: Slug, survivor: StatusLevel, source: StatusLevel, after: StatusLevel}
 * @phpstan-type PointKind 'points'|'stamps'|'money'
 * @phpstan-type PointType array{id: Slug, activation_days?: int, currency?: string|null, debt_floor?: Quantity, expiry?: Expiry, kind?: PointKind, name?: Line|null, places?: int, reinstatement_days?: int, reversal_grace_days?: int, reversal_shortfall?: Shortfall, transferable?: bool}
 * @phpstan-type PointsBalances array{customer: CustomerId, at: Timestamp, balances: list<Balance>, as_of?: list<PastBalance>, holds?: list<HoldView>}
 * @phpstan-type PointsCaptured array{hold: HoldView, entry: Ref, parts?: list<CapturedPart>}
 * @phpstan-type PointsExplained array{lots: list<Origins>, more: bool, entry?: EntryView|null, order?: list<OrderPart>}
 * @phpstan-type PointsHeld array{id: Ref, type: Slug, state: HoldState, authorized: Quantity, captured: Quantity, released: Quantity, remaining: Quantity, held_until?: Timestamp|null, order?: Id|null, parts?: list<HoldView>}
 * @phpstan-type PointsHistoryPage array{entries: list<EntryView>, next?: string|null}
 * @phpstan-type PointsPosted array{customer: CustomerId, entry: Ref}
 * @phpstan-type PointsRedated array{customer: CustomerId, entry: Ref, amount: Quantity, lots: int}
 * @phpstan-type PointsReinstated array{customer: CustomerId, entry: Ref, amount: Quantity, lots: int}
 * @phpstan-type PointsReversed array{customer: CustomerId, entry: Ref, lapsed: Quantity, forgiven: Quantity, recipient_entry?: Ref|null, stayed?: Quantity|null}
 * @phpstan-type PointsSchedule array{customer: CustomerId, due: list<Due>, never: Quantity, held: Quantity}
 * @phpstan-type PointsTransferred array{customer: CustomerId, entry: Ref, recipient: CustomerId, recipient_entry?: Ref|null}
 * @phpstan-type Policy 'best_effort'|'all_or_nothing'
 * @phpstan-type Preferences array{lists?: array<string, OptIn>, newsletter?: OptIn|null, version?: int}
 * @phpstan-type Preset 'loyalty'|'shopify'|'magento'|'tibco'|'open_loyalty'|'talon_one_tiers'|'loyalty_lion'|'stamped'|'yotpo'
 * @phpstan-type Profile array{birth_date?: Date|null, email?: Email|null, first_name?: Line|null, gender?: Line|null, group?: Slug|null, last_name?: Line|null, link?: Line|null, locale?: Line|null, middle_name?: Line|null, phone?: Phone|null, prefix?: Line|null, suffix?: Line|null, time_zone?: Zone|null, version?: int}
 * @phpstan-type ProfileField 'prefix'|'first_name'|'middle_name'|'last_name'|'suffix'|'email'|'phone'|'gender'|'birth_date'|'group'|'locale'|'time_zone'|'link'
 * @phpstan-type Program array{point_types: list<PointType>, adjustment_needs_reason?: bool, currencies?: array<string, int>, customer_rights?: list<Right>, earning?: Earning, events?: list<Right>, groups?: list<Named>, hold_seconds?: int, impersonation_seconds?: int, mailing_lists?: list<Named>, name?: Line, on_leaving?: OnLeaving, password?: PasswordReset, rewards?: list<Reward>, roles?: list<Role>, stamp_cards?: list<StampCard>, status_mapping?: list<StatusMapping>, status_systems?: list<StatusSystem>, templates?: list<Template>, time_zone?: Zone}
 * @phpstan-type ProgramCurrent array{version: int, program: Program, set_at?: Timestamp|null}
 * @phpstan-type Quantity string
 * @phpstan-type Records array{approvals?: list<Id>, gift_cards?: list<Id>, orders?: list<Id>, rewards?: list<Ref>, subscriptions?: list<Id>, tickets?: list<Ref>}
 * @phpstan-type Ref string
 * @phpstan-type RefundLine array{line: Id, amount?: Quantity|null, quantity?: Quantity|null}
 * @phpstan-type Refunded array{id: Id, at: Timestamp, amount: Quantity, lines?: list<RefundedLine>, reason?: Line|null, shipping?: Quantity|null, tax?: Quantity|null, whole?: Quantity|null}
 * @phpstan-type RefundedLine array{line: Id, amount?: Quantity|null, quantity?: Quantity|null}
 * @phpstan-type ReportActivityPage array{rows: list<ActivityRow>, next?: string|null}
 * @phpstan-type ReportExpiringReport array{since: Timestamp, at: Timestamp, expiring: list<Ending>, next?: string|null}
 * @phpstan-type ReportLiabilityReport array{since: Timestamp, at: Timestamp, outstanding: list<Outstanding>, next?: string|null}
 * @phpstan-type ResetStyle 'generated'|'link'
 * @phpstan-type Returned array{amount?: Quantity, charge?: Charge|null, line?: Id|null, quantity?: Quantity}
 * @phpstan-type Reward array{id: Slug, gives: RewardKind, cost?: Cost|null, from?: Moment|null, groups?: list<Slug>, life_days?: int|null, name?: Line|null, per_customer?: int|null, statuses?: list<InStatus>, stock?: int|null, until?: Moment|null}
 * @phpstan-type RewardKind array{kind: 'amount_off', amount: Quantity, currency: string}|array{kind: 'percent_off', percent: Quantity}|array{kind: 'product', sku: Id}|array{kind: 'free_shipping'}|array{kind: 'gift_credit', type: Slug, amount: Quantity}|array{kind: 'custom'}
 * @phpstan-type RewardOneReward array{customer: CustomerId, reward: RewardView}
 * @phpstan-type RewardOption array{reward: Slug, name: string, gives: RewardKind, available: bool, balance?: Quantity|null, code?: string|null, cost?: Cost|null, left?: int|null, missing?: Quantity|null, reason?: string|null, remaining?: Quantity|null, until?: Moment|null}
 * @phpstan-type RewardOptions array{customer: CustomerId, options: list<RewardOption>}
 * @phpstan-type RewardPage array{rewards: list<RewardView>, next?: Ref|null}
 * @phpstan-type RewardRedeemed array{customer: CustomerId, reward: RewardView, balance: Quantity, remaining: Quantity}
 * @phpstan-type RewardState 'outstanding'|'used'|'expired'|'canceled'|'removed'
 * @phpstan-type RewardView array{id: Ref, reward: Slug, name: Line, gives: RewardKind, state: RewardState, cause: Cause, issued_at: Timestamp, came_from?: list<Ref>, code?: string|null, comment?: Text|null, credited?: Ref|null, ends_at?: Timestamp|null, note?: Text|null, order?: Id|null, paid?: Paid|null, reason?: Line|null, removed_at?: Timestamp|null, used_at?: Timestamp|null}
 * @phpstan-type Right string
 * @phpstan-type Role array{id: Slug, rights: list<Right>, limits?: list<RoleLimit>}
 * @phpstan-type RoleLimit array{type: Slug, asks_approval?: bool, per_day?: Quantity|null, per_operation?: Quantity|null}
 * @phpstan-type RoundUp 'month'|'quarter'|'year'
 * @phpstan-type Rounding 'down'|'half_up'|'up'
 * @phpstan-type RowError array{row: int, code: string, problem: string, column?: string|null, value?: string|null}
 * @phpstan-type Said array{rule: Slug, type: Slug, amount?: Quantity|null, shares?: list<Share>, times?: Quantity|null, why_not?: string|null}
 * @phpstan-type Section 'profile'|'addresses'|'payment_methods'|'membership'|'blacklist'|'balances'|'holds'|'entries'|'orders'|'subscriptions'|'subscription_changes'|'wishlist'|'rewards'|'stamp_cards'|'statuses'|'status_changes'|'gift_cards'|'tickets'|'ticket_messages'|'merges'|'approvals'|'messages'|'commands'|'refused_commands'
 * @phpstan-type Share array{amount: Quantity, charge?: Charge|null, line?: Id|null}
 * @phpstan-type Shortfall 'refuse'|'debt'|'forgive'
 * @phpstan-type Side 'survivor'|'source'
 * @phpstan-type Slug string
 * @phpstan-type SpentPoints 'none'|'own_lots'|'own_lots_with_grace'|'new_lot'
 * @phpstan-type StampCard array{id: Slug, type: Slug, size: int, reward: Slug, completes?: Completes, name?: Line|null, slots?: list<StampSlot>}
 * @phpstan-type StampCardCards array{customer: CustomerId, cards: list<StampCardView>}
 * @phpstan-type StampCardCompleted array{customer: CustomerId, card: StampCardView}
 * @phpstan-type StampCardView array{card: Slug, name: string, type: Slug, stamps: int, size: int, completed: int, next: NextReward, beyond?: int}
 * @phpstan-type StampSlot array{stamp: int, reward: Slug}
 * @phpstan-type State 'guest'|'registered'|'enrolled'|'unenrolled'|'removed'|'on_hold'|'merged'|'deleted'
 * @phpstan-type Status array{id: Slug, threshold: Quantity, name?: Line|null, rewards?: list<Slug>}
 * @phpstan-type StatusAction 'assign'|'change'
 * @phpstan-type StatusChange array{to: SubscriptionStatus, at: Timestamp, from?: SubscriptionStatus|null}
 * @phpstan-type StatusChangeKind 'assigned'|'unlocked'|'raised'|'lowered'|'mapped'|'merged'
 * @phpstan-type StatusChoice array{id: Slug, name: string, threshold: Quantity}
 * @phpstan-type StatusLevel array{counter: Quantity, status?: Slug|null}
 * @phpstan-type StatusList array{customer: CustomerId, statuses: list<StatusView>}
 * @phpstan-type StatusMapping array{system: Slug, from: Slug, to: Slug, to_system?: Slug|null}
 * @phpstan-type StatusSystem array{id: Slug, counts: Counts, statuses: list<Status>, falling?: Falling, grace_days?: int, keep?: Keep, name?: Line|null, window?: Window}
 * @phpstan-type StatusView array{system: Slug, name: string, counter: Quantity, version: int, choices: list<StatusChoice>, action?: StatusAction|null, changes?: list<PastStatusChange>, falls_at?: Timestamp|null, kept_until?: Timestamp|null, lock?: Lock|null, next?: NextStatus|null, since?: Timestamp|null, status?: StatusChoice|null}
 * @phpstan-type Stayed array{what: string, why: WhyStayed}
 * @phpstan-type SubscriptionPage array{subscriptions: list<SubscriptionView>, next?: Id|null}
 * @phpstan-type SubscriptionRecorded array{customer: CustomerId, subscription: Id, status: SubscriptionStatus, version: int, from?: SubscriptionStatus|null}
 * @phpstan-type SubscriptionStatus 'active'|'paused'|'payment_failed'|'canceled'
 * @phpstan-type SubscriptionView array{history: list<StatusChange>, customer: CustomerId, id: Id, version: int, status: SubscriptionStatus, started_at: Timestamp, came_from?: CustomerId|null, link?: Line|null, name?: Line|null, next_payment_at?: Timestamp|null}
 * @phpstan-type Sum array{type: Slug, given: Quantity, taken: Quantity}
 * @phpstan-type Tab 'profile'|'membership'|'email'|'addresses'|'payment_methods'|'actions'|'balances'|'history'|'orders'|'subscriptions'|'wishlist'|'rewards'|'stamps'|'statuses'|'gift_cards'|'tickets'|'merges'|'audit'
 * @phpstan-type Taken array{type: Slug, amount: Quantity, entry: Ref, forgiven?: Quantity|null, lapsed?: Quantity|null, rule?: Slug|null}
 * @phpstan-type Template array{id: TemplateId, subject: Line, text: LongText, html?: LongText|null, locale?: Line|null}
 * @phpstan-type TemplateId 'ticket_created'|'ticket_reply'|'password_generated'|'password_link'
 * @phpstan-type Text string
 * @phpstan-type TicketMessageView array{number: int, from: Author, at: Timestamp, text: LongText, author?: string|null, internal?: bool}
 * @phpstan-type TicketPage array{tickets: list<TicketView>, next?: Ref|null}
 * @phpstan-type TicketSaved array{customer: CustomerId, ticket: Ref, state: TicketState, version: int, emailed: bool}
 * @phpstan-type TicketState 'open'|'closed'
 * @phpstan-type TicketThread array{ticket: TicketView, messages: list<TicketMessageView>, next?: int|null}
 * @phpstan-type TicketView array{customer: CustomerId, ticket: Ref, state: TicketState, subject: Line, opened_at: Timestamp, updated_at: Timestamp, last_from: Author, messages: int, version: int, came_from?: CustomerId|null, closed_at?: Timestamp|null, link?: Line|null, notes?: int|null}
 * @phpstan-type Timestamp string
 * @phpstan-type Token string
 * @phpstan-type Weekday 'monday'|'tuesday'|'wednesday'|'thursday'|'friday'|'saturday'|'sunday'
 * @phpstan-type Why 'chosen'|'same'|'other_empty'|'survivor'|'survivor_always'|'taken'
 * @phpstan-type WhyStayed 'edited'|'taken'|'blacklisted'|'earned'|'captured'|'came_back'
 * @phpstan-type Window array{over: 'lifetime'}|array{over: 'calendar_year'}|array{over: 'rolling', period: Period, count: int}
 * @phpstan-type Wish array{sku: Id, added_at?: Timestamp|null, name?: Line|null}
 * @phpstan-type WishlistWish array{sku: Id, added_at?: Timestamp|null, name?: Line|null}
 * @phpstan-type WishlistWished array{customer: CustomerId, items: int, version: int}
 * @phpstan-type Zone string
 * @phpstan-type AddressRemovedReceipt array{result: AddressRemoved, recorded_at: Timestamp, balances?: list<Balance>, entries?: list<EntryView>, messages?: list<Ref>, plan?: string|null, redirected_to?: CustomerId|null, replayed?: bool, rewards?: list<RewardView>}
 * @phpstan-type AddressSavedReceipt array{result: AddressSaved, recorded_at: Timestamp, balances?: list<Balance>, entries?: list<EntryView>, messages?: list<Ref>, plan?: string|null, redirected_to?: CustomerId|null, replayed?: bool, rewards?: list<RewardView>}
 * @phpstan-type ApprovalGrantedReceipt array{result: ApprovalGranted, recorded_at: Timestamp, balances?: list<Balance>, entries?: list<EntryView>, messages?: list<Ref>, plan?: string|null, redirected_to?: CustomerId|null, replayed?: bool, rewards?: list<RewardView>}
 * @phpstan-type ApprovalRejectedReceipt array{result: ApprovalRejected, recorded_at: Timestamp, balances?: list<Balance>, entries?: list<EntryView>, messages?: list<Ref>, plan?: string|null, redirected_to?: CustomerId|null, replayed?: bool, rewards?: list<RewardView>}
 * @phpstan-type BlacklistSetReceipt array{result: BlacklistSet, recorded_at: Timestamp, balances?: list<Balance>, entries?: list<EntryView>, messages?: list<Ref>, plan?: string|null, redirected_to?: CustomerId|null, replayed?: bool, rewards?: list<RewardView>}
 * @phpstan-type CustomerCreatedReceipt array{result: CustomerCreated, recorded_at: Timestamp, balances?: list<Balance>, entries?: list<EntryView>, messages?: list<Ref>, plan?: string|null, redirected_to?: CustomerId|null, replayed?: bool, rewards?: list<RewardView>}
 * @phpstan-type CustomerDeletedReceipt array{result: CustomerDeleted, recorded_at: Timestamp, balances?: list<Balance>, entries?: list<EntryView>, messages?: list<Ref>, plan?: string|null, redirected_to?: CustomerId|null, replayed?: bool, rewards?: list<RewardView>}
 * @phpstan-type CustomerEditedReceipt array{result: CustomerEdited, recorded_at: Timestamp, balances?: list<Balance>, entries?: list<EntryView>, messages?: list<Ref>, plan?: string|null, redirected_to?: CustomerId|null, replayed?: bool, rewards?: list<RewardView>}
 * @phpstan-type CustomerGroupAssignedReceipt array{result: CustomerGroupAssigned, recorded_at: Timestamp, balances?: list<Balance>, entries?: list<EntryView>, messages?: list<Ref>, plan?: string|null, redirected_to?: CustomerId|null, replayed?: bool, rewards?: list<RewardView>}
 * @phpstan-type CustomerLoginRecordedReceipt array{result: CustomerLoginRecorded, recorded_at: Timestamp, balances?: list<Balance>, entries?: list<EntryView>, messages?: list<Ref>, plan?: string|null, redirected_to?: CustomerId|null, replayed?: bool, rewards?: list<RewardView>}
 * @phpstan-type EmailPreferencesSetReceipt array{result: EmailPreferencesSet, recorded_at: Timestamp, balances?: list<Balance>, entries?: list<EntryView>, messages?: list<Ref>, plan?: string|null, redirected_to?: CustomerId|null, replayed?: bool, rewards?: list<RewardView>}
 * @phpstan-type GiftCardIssuedReceipt array{result: GiftCardIssued, recorded_at: Timestamp, balances?: list<Balance>, entries?: list<EntryView>, messages?: list<Ref>, plan?: string|null, redirected_to?: CustomerId|null, replayed?: bool, rewards?: list<RewardView>}
 * @phpstan-type GiftCardMovedReceipt array{result: GiftCardMoved, recorded_at: Timestamp, balances?: list<Balance>, entries?: list<EntryView>, messages?: list<Ref>, plan?: string|null, redirected_to?: CustomerId|null, replayed?: bool, rewards?: list<RewardView>}
 * @phpstan-type GiftCardRedeemedReceipt array{result: GiftCardRedeemed, recorded_at: Timestamp, balances?: list<Balance>, entries?: list<EntryView>, messages?: list<Ref>, plan?: string|null, redirected_to?: CustomerId|null, replayed?: bool, rewards?: list<RewardView>}
 * @phpstan-type GiftCardViewReceipt array{result: GiftCardView, recorded_at: Timestamp, balances?: list<Balance>, entries?: list<EntryView>, messages?: list<Ref>, plan?: string|null, redirected_to?: CustomerId|null, replayed?: bool, rewards?: list<RewardView>}
 * @phpstan-type ImpersonationRedeemedReceipt array{result: ImpersonationRedeemed, recorded_at: Timestamp, balances?: list<Balance>, entries?: list<EntryView>, messages?: list<Ref>, plan?: string|null, redirected_to?: CustomerId|null, replayed?: bool, rewards?: list<RewardView>}
 * @phpstan-type ImpersonationStartedReceipt array{result: ImpersonationStarted, recorded_at: Timestamp, balances?: list<Balance>, entries?: list<EntryView>, messages?: list<Ref>, plan?: string|null, redirected_to?: CustomerId|null, replayed?: bool, rewards?: list<RewardView>}
 * @phpstan-type MembershipChangedReceipt array{result: MembershipChanged, recorded_at: Timestamp, balances?: list<Balance>, entries?: list<EntryView>, messages?: list<Ref>, plan?: string|null, redirected_to?: CustomerId|null, replayed?: bool, rewards?: list<RewardView>}
 * @phpstan-type MergeUndoneReceipt array{result: MergeUndone, recorded_at: Timestamp, balances?: list<Balance>, entries?: list<EntryView>, messages?: list<Ref>, plan?: string|null, redirected_to?: CustomerId|null, replayed?: bool, rewards?: list<RewardView>}
 * @phpstan-type MergedReceipt array{result: Merged, recorded_at: Timestamp, balances?: list<Balance>, entries?: list<EntryView>, messages?: list<Ref>, plan?: string|null, redirected_to?: CustomerId|null, replayed?: bool, rewards?: list<RewardView>}
 * @phpstan-type OrderRecordedReceipt array{result: OrderRecorded, recorded_at: Timestamp, balances?: list<Balance>, entries?: list<EntryView>, messages?: list<Ref>, plan?: string|null, redirected_to?: CustomerId|null, replayed?: bool, rewards?: list<RewardView>}
 * @phpstan-type OrderReturnsReceipt array{result: OrderReturns, recorded_at: Timestamp, balances?: list<Balance>, entries?: list<EntryView>, messages?: list<Ref>, plan?: string|null, redirected_to?: CustomerId|null, replayed?: bool, rewards?: list<RewardView>}
 * @phpstan-type PasswordResetDoneReceipt array{result: PasswordResetDone, recorded_at: Timestamp, balances?: list<Balance>, entries?: list<EntryView>, messages?: list<Ref>, plan?: string|null, redirected_to?: CustomerId|null, replayed?: bool, rewards?: list<RewardView>}
 * @phpstan-type PasswordVerifiedReceipt array{result: PasswordVerified, recorded_at: Timestamp, balances?: list<Balance>, entries?: list<EntryView>, messages?: list<Ref>, plan?: string|null, redirected_to?: CustomerId|null, replayed?: bool, rewards?: list<RewardView>}
 * @phpstan-type PaymentMethodRemovedReceipt array{result: PaymentMethodRemoved, recorded_at: Timestamp, balances?: list<Balance>, entries?: list<EntryView>, messages?: list<Ref>, plan?: string|null, redirected_to?: CustomerId|null, replayed?: bool, rewards?: list<RewardView>}
 * @phpstan-type PaymentMethodSavedReceipt array{result: PaymentMethodSaved, recorded_at: Timestamp, balances?: list<Balance>, entries?: list<EntryView>, messages?: list<Ref>, plan?: string|null, redirected_to?: CustomerId|null, replayed?: bool, rewards?: list<RewardView>}
 * @phpstan-type PaymentRecordedReceipt array{result: PaymentRecorded, recorded_at: Timestamp, balances?: list<Balance>, entries?: list<EntryView>, messages?: list<Ref>, plan?: string|null, redirected_to?: CustomerId|null, replayed?: bool, rewards?: list<RewardView>}
 * @phpstan-type PointsCapturedReceipt array{result: PointsCaptured, recorded_at: Timestamp, balances?: list<Balance>, entries?: list<EntryView>, messages?: list<Ref>, plan?: string|null, redirected_to?: CustomerId|null, replayed?: bool, rewards?: list<RewardView>}
 * @phpstan-type PointsHeldReceipt array{result: PointsHeld, recorded_at: Timestamp, balances?: list<Balance>, entries?: list<EntryView>, messages?: list<Ref>, plan?: string|null, redirected_to?: CustomerId|null, replayed?: bool, rewards?: list<RewardView>}
 * @phpstan-type PointsPostedReceipt array{result: PointsPosted, recorded_at: Timestamp, balances?: list<Balance>, entries?: list<EntryView>, messages?: list<Ref>, plan?: string|null, redirected_to?: CustomerId|null, replayed?: bool, rewards?: list<RewardView>}
 * @phpstan-type PointsRedatedReceipt array{result: PointsRedated, recorded_at: Timestamp, balances?: list<Balance>, entries?: list<EntryView>, messages?: list<Ref>, plan?: string|null, redirected_to?: CustomerId|null, replayed?: bool, rewards?: list<RewardView>}
 * @phpstan-type PointsReinstatedReceipt array{result: PointsReinstated, recorded_at: Timestamp, balances?: list<Balance>, entries?: list<EntryView>, messages?: list<Ref>, plan?: string|null, redirected_to?: CustomerId|null, replayed?: bool, rewards?: list<RewardView>}
 * @phpstan-type PointsReversedReceipt array{result: PointsReversed, recorded_at: Timestamp, balances?: list<Balance>, entries?: list<EntryView>, messages?: list<Ref>, plan?: string|null, redirected_to?: CustomerId|null, replayed?: bool, rewards?: list<RewardView>}
 * @phpstan-type PointsTransferredReceipt array{result: PointsTransferred, recorded_at: Timestamp, balances?: list<Balance>, entries?: list<EntryView>, messages?: list<Ref>, plan?: string|null, redirected_to?: CustomerId|null, replayed?: bool, rewards?: list<RewardView>}
 * @phpstan-type ProgramCurrentReceipt array{result: ProgramCurrent, recorded_at: Timestamp, balances?: list<Balance>, entries?: list<EntryView>, messages?: list<Ref>, plan?: string|null, redirected_to?: CustomerId|null, replayed?: bool, rewards?: list<RewardView>}
 * @phpstan-type RewardOneRewardReceipt array{result: RewardOneReward, recorded_at: Timestamp, balances?: list<Balance>, entries?: list<EntryView>, messages?: list<Ref>, plan?: string|null, redirected_to?: CustomerId|null, replayed?: bool, rewards?: list<RewardView>}
 * @phpstan-type RewardRedeemedReceipt array{result: RewardRedeemed, recorded_at: Timestamp, balances?: list<Balance>, entries?: list<EntryView>, messages?: list<Ref>, plan?: string|null, redirected_to?: CustomerId|null, replayed?: bool, rewards?: list<RewardView>}
 * @phpstan-type StampCardCompletedReceipt array{result: StampCardCompleted, recorded_at: Timestamp, balances?: list<Balance>, entries?: list<EntryView>, messages?: list<Ref>, plan?: string|null, redirected_to?: CustomerId|null, replayed?: bool, rewards?: list<RewardView>}
 * @phpstan-type StatusListReceipt array{result: StatusList, recorded_at: Timestamp, balances?: list<Balance>, entries?: list<EntryView>, messages?: list<Ref>, plan?: string|null, redirected_to?: CustomerId|null, replayed?: bool, rewards?: list<RewardView>}
 * @phpstan-type StatusViewReceipt array{result: StatusView, recorded_at: Timestamp, balances?: list<Balance>, entries?: list<EntryView>, messages?: list<Ref>, plan?: string|null, redirected_to?: CustomerId|null, replayed?: bool, rewards?: list<RewardView>}
 * @phpstan-type SubscriptionRecordedReceipt array{result: SubscriptionRecorded, recorded_at: Timestamp, balances?: list<Balance>, entries?: list<EntryView>, messages?: list<Ref>, plan?: string|null, redirected_to?: CustomerId|null, replayed?: bool, rewards?: list<RewardView>}
 * @phpstan-type TicketSavedReceipt array{result: TicketSaved, recorded_at: Timestamp, balances?: list<Balance>, entries?: list<EntryView>, messages?: list<Ref>, plan?: string|null, redirected_to?: CustomerId|null, replayed?: bool, rewards?: list<RewardView>}
 * @phpstan-type WishlistWishedReceipt array{result: WishlistWished, recorded_at: Timestamp, balances?: list<Balance>, entries?: list<EntryView>, messages?: list<Ref>, plan?: string|null, redirected_to?: CustomerId|null, replayed?: bool, rewards?: list<RewardView>}
 */
final class Shapes
{
}

/**
 * The operations of `customer`.
 *
 * @phpstan-import-type Account from Shapes
 * @phpstan-import-type Condition from Shapes
 * @phpstan-import-type CustomerActionList from Shapes
 * @phpstan-import-type CustomerBundled from Shapes
 * @phpstan-import-type CustomerCreatedReceipt from Shapes
 * @phpstan-import-type CustomerDeletedReceipt from Shapes
 * @phpstan-import-type CustomerDetailed from Shapes
 * @phpstan-import-type CustomerEditedReceipt from Shapes
 * @phpstan-import-type CustomerExported from Shapes
 * @phpstan-import-type CustomerExportedData from Shapes
 * @phpstan-import-type CustomerGroupAssignedReceipt from Shapes
 * @phpstan-import-type CustomerId from Shapes
 * @phpstan-import-type CustomerImported from Shapes
 * @phpstan-import-type CustomerListed from Shapes
 * @phpstan-import-type CustomerLoginRecordedReceipt from Shapes
 * @phpstan-import-type CustomerView from Shapes
 * @phpstan-import-type Date from Shapes
 * @phpstan-import-type DateOrder from Shapes
 * @phpstan-import-type Email from Shapes
 * @phpstan-import-type Enrolling from Shapes
 * @phpstan-import-type Existing from Shapes
 * @phpstan-import-type Field from Shapes
 * @phpstan-import-type FileColumn from Shapes
 * @phpstan-import-type Id from Shapes
 * @phpstan-import-type ImportNext from Shapes
 * @phpstan-import-type Line from Shapes
 * @phpstan-import-type Phone from Shapes
 * @phpstan-import-type Preset from Shapes
 * @phpstan-import-type Section from Shapes
 * @phpstan-import-type Slug from Shapes
 * @phpstan-import-type Tab from Shapes
 * @phpstan-import-type Timestamp from Shapes
 * @phpstan-import-type Zone from Shapes
 */
final class CustomerOperations
{
    public function __construct(private readonly Caller $caller)
    {
    }

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
     * @param CustomerId $id Your id for the customer.
     * @param Date|null|Absent $birth_date The date of birth, not in the future.
     * @param Timestamp|null|Absent $created_at When the account was created, for accounts older than this record of
     *   them; the time of the call when absent.
     * @param Email|null|Absent $email The email address.
     * @param Line|null|Absent $first_name The given name.
     * @param Line|null|Absent $gender The gender, in the customer's words.
     * @param Slug|null|Absent $group A group of the program.
     * @param Line|null|Absent $last_name The family name.
     * @param Line|null|Absent $link A link into the host's own page of this customer: `https://…`, `http://…` or
     *   `/…`.
     * @param Line|null|Absent $locale The locale, such as `de-AT`.
     * @param Line|null|Absent $middle_name Further given names.
     * @param Phone|null|Absent $phone The phone number.
     * @param Line|null|Absent $prefix A title or other prefix.
     * @param Account|null $state What kind of account; `registered` when absent.
     * @param Line|null|Absent $suffix A suffix such as "Jr."
     * @param Zone|null|Absent $time_zone The customer's own time zone.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return CustomerCreatedReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function create(
        string $id,
        string|null|Absent $birth_date = Absent::Value,
        string|null|Absent $created_at = Absent::Value,
        string|null|Absent $email = Absent::Value,
        string|null|Absent $first_name = Absent::Value,
        string|null|Absent $gender = Absent::Value,
        string|null|Absent $group = Absent::Value,
        string|null|Absent $last_name = Absent::Value,
        string|null|Absent $link = Absent::Value,
        string|null|Absent $locale = Absent::Value,
        string|null|Absent $middle_name = Absent::Value,
        string|null|Absent $phone = Absent::Value,
        string|null|Absent $prefix = Absent::Value,
        ?string $state = null,
        string|null|Absent $suffix = Absent::Value,
        string|null|Absent $time_zone = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'customer.create',
            ['id' => $id, 'birth_date' => $birth_date, 'created_at' => $created_at, 'email' => $email, 'first_name' => $first_name, 'gender' => $gender, 'group' => $group, 'last_name' => $last_name, 'link' => $link, 'locale' => $locale, 'middle_name' => $middle_name, 'phone' => $phone, 'prefix' => $prefix, 'suffix' => $suffix, 'time_zone' => $time_zone],
            ['state' => $state],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
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
     * @param CustomerId $customer The customer.
     * @param Date|null|Absent $birth_date The date of birth, not in the future.
     * @param Email|null|Absent $email The email address.
     * @param Line|null|Absent $first_name The given name.
     * @param Line|null|Absent $gender The gender, in the customer's words.
     * @param Slug|null|Absent $group A group of the program.
     * @param Line|null|Absent $last_name The family name.
     * @param Line|null|Absent $link A link into the host's own page of this customer: `https://…`, `http://…` or
     *   `/…`.
     * @param Line|null|Absent $locale The locale, such as `de-AT`.
     * @param Line|null|Absent $middle_name Further given names.
     * @param Phone|null|Absent $phone The phone number.
     * @param Line|null|Absent $prefix A title or other prefix.
     * @param Line|null|Absent $suffix A suffix such as "Jr."
     * @param Zone|null|Absent $time_zone The customer's own time zone.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return CustomerEditedReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function edit(
        string $customer,
        string|null|Absent $birth_date = Absent::Value,
        string|null|Absent $email = Absent::Value,
        string|null|Absent $first_name = Absent::Value,
        string|null|Absent $gender = Absent::Value,
        string|null|Absent $group = Absent::Value,
        string|null|Absent $last_name = Absent::Value,
        string|null|Absent $link = Absent::Value,
        string|null|Absent $locale = Absent::Value,
        string|null|Absent $middle_name = Absent::Value,
        string|null|Absent $phone = Absent::Value,
        string|null|Absent $prefix = Absent::Value,
        string|null|Absent $suffix = Absent::Value,
        string|null|Absent $time_zone = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'customer.edit',
            ['customer' => $customer, 'birth_date' => $birth_date, 'email' => $email, 'first_name' => $first_name, 'gender' => $gender, 'group' => $group, 'last_name' => $last_name, 'link' => $link, 'locale' => $locale, 'middle_name' => $middle_name, 'phone' => $phone, 'prefix' => $prefix, 'suffix' => $suffix, 'time_zone' => $time_zone],
            [],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
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
     * @param CustomerId $customer The customer.
     * @return CustomerView
     * @throws LoyaltyError when the library refuses
     */
    public function get(
        string $customer,
    ): array {
        return $this->caller->call(
            'customer.get',
            ['customer' => $customer],
            [],
            [],
        );
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
     * @param CustomerId $customer The customer.
     * @param int|null|Absent $limit Rows in each tab, 1 to 500; 50 when absent.
     * @param list<Tab>|null|Absent $tabs The tabs; all when absent.
     * @return CustomerDetailed
     * @throws LoyaltyError when the library refuses
     */
    public function details(
        string $customer,
        int|null|Absent $limit = Absent::Value,
        array|null|Absent $tabs = Absent::Value,
    ): array {
        return $this->caller->call(
            'customer.details',
            ['customer' => $customer, 'limit' => $limit, 'tabs' => $tabs],
            [],
            [],
        );
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
     * @param CustomerId $customer The customer.
     * @return CustomerActionList
     * @throws LoyaltyError when the library refuses
     */
    public function actions(
        string $customer,
    ): array {
        return $this->caller->call(
            'customer.actions',
            ['customer' => $customer],
            [],
            [],
        );
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
     * @param CustomerId $customer The customer.
     * @return CustomerBundled
     * @throws LoyaltyError when the library refuses
     */
    public function bundle(
        string $customer,
    ): array {
        return $this->caller->call(
            'customer.bundle',
            ['customer' => $customer],
            [],
            [],
        );
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
     * @param list<Field>|null|Absent $columns The columns of each row, each named once; id, name, email, group,
     *   state and created_at when absent.
     * @param string|null|Absent $cursor Where to go on: `next` of the page before.
     * @param bool|null|Absent $descending Largest, last or newest first. When absent: false with `sort`, true
     *   without.
     * @param Condition|null|Absent $filter Which customers; all when absent. At most 50 conditions, 8 levels deep;
     *   each value of `in` and each word of a name that is contained counts as one.
     * @param bool|null $guests Whether guests are listed too.
     * @param int|null|Absent $limit Rows on the page, 1 to 500; 50 when absent.
     * @param string|null|Absent $search At most 10 words, 200 characters.
     * @param Field|null|Absent $sort The field to sort by. Names sort by family name. When absent, the newest come
     *   first.
     * @return CustomerListed
     * @throws LoyaltyError when the library refuses
     */
    public function list(
        array|null|Absent $columns = Absent::Value,
        string|null|Absent $cursor = Absent::Value,
        bool|null|Absent $descending = Absent::Value,
        array|null|Absent $filter = Absent::Value,
        ?bool $guests = null,
        int|null|Absent $limit = Absent::Value,
        string|null|Absent $search = Absent::Value,
        string|null|Absent $sort = Absent::Value,
    ): array {
        return $this->caller->call(
            'customer.list',
            ['columns' => $columns, 'cursor' => $cursor, 'descending' => $descending, 'filter' => Caller::map($filter), 'limit' => $limit, 'search' => $search, 'sort' => $sort],
            ['guests' => $guests],
            [],
        );
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
     * @param list<FileColumn>|null|Absent $columns The columns, each named once; those of `customer.list` when
     *   absent.
     * @param string|null|Absent $cursor Where to go on: `next` of the page before.
     * @param bool|null|Absent $descending Largest, last or newest first. When absent: false with `sort`, true
     *   without.
     * @param Condition|null|Absent $filter Which customers, as in `customer.list`; all when absent.
     * @param bool|null $guests Whether guests are exported too.
     * @param int|null|Absent $limit Rows on the page, 1 to 500; 500 when absent.
     * @param string|null|Absent $search At most 10 words, 200 characters.
     * @param Field|null|Absent $sort The field to sort by. When absent, the newest come first.
     * @return CustomerExported
     * @throws LoyaltyError when the library refuses
     */
    public function exportCsv(
        array|null|Absent $columns = Absent::Value,
        string|null|Absent $cursor = Absent::Value,
        bool|null|Absent $descending = Absent::Value,
        array|null|Absent $filter = Absent::Value,
        ?bool $guests = null,
        int|null|Absent $limit = Absent::Value,
        string|null|Absent $search = Absent::Value,
        string|null|Absent $sort = Absent::Value,
    ): array {
        return $this->caller->call(
            'customer.export_csv',
            ['columns' => $columns, 'cursor' => $cursor, 'descending' => $descending, 'filter' => Caller::map($filter), 'limit' => $limit, 'search' => $search, 'sort' => $sort],
            ['guests' => $guests],
            [],
        );
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
     * @param Id $batch Your id for this import, at most 40 characters.
     * @param string $csv The piece of the file: text, at most what a request holds, with at most 10,000 rows.
     * @param ImportNext|null|Absent $after The `next` of the answer before; without it the file begins.
     * @param bool|null $clear_blanks Whether an empty cell empties the field of a customer who is updated. Usually
     *   it leaves it alone.
     * @param array<string, FileColumn>|null $columns What columns are read as, by their names in the file; null
     *   leaves one out. Goes before the preset.
     * @param DateOrder|null $dates In which order the numbers of dates stand; `ymd` when absent.
     * @param Enrolling|null $enroll Who joins the program; as the file says when absent.
     * @param Existing|null $existing What happens with a row whose customer is there already; `refuse` when absent.
     * @param bool|null $grant Whether who joins gets the bonus for new members and the rewards of a status that they
     *   reach thereby. Usually they get nothing, now or later: they had theirs where they come from.
     * @param Line|null|Absent $id_prefix Ids are this and the number of the row, where the file has none.
     * @param bool|null $last Whether the file ends with this piece.
     * @param Preset|null|Absent $preset The format of the file.
     * @param bool|null $trigger_rewards Whether the rewards of a status that a row sets are granted, as on rising to
     *   it.
     * @param array<string, array<string, string>>|null $values What words in a column mean, by the column's name in
     *   the file: `{"Club": {"gold card": "yes"}}`. An empty text means an empty cell.
     * @param bool $preview Run without committing.
     * @return CustomerImported
     * @throws LoyaltyError when the library refuses
     */
    public function importCsv(
        string $batch,
        string $csv,
        array|null|Absent $after = Absent::Value,
        ?bool $clear_blanks = null,
        ?array $columns = null,
        ?string $dates = null,
        ?string $enroll = null,
        ?string $existing = null,
        ?bool $grant = null,
        string|null|Absent $id_prefix = Absent::Value,
        ?bool $last = null,
        string|null|Absent $preset = Absent::Value,
        ?bool $trigger_rewards = null,
        ?array $values = null,
        bool $preview = false,
    ): array {
        return $this->caller->call(
            'customer.import_csv',
            ['batch' => $batch, 'csv' => $csv, 'after' => Caller::map($after), 'id_prefix' => $id_prefix, 'preset' => $preset],
            ['clear_blanks' => $clear_blanks, 'columns' => Caller::map($columns), 'dates' => $dates, 'enroll' => $enroll, 'existing' => $existing, 'grant' => $grant, 'last' => $last, 'trigger_rewards' => $trigger_rewards, 'values' => Caller::map($values)],
            ['preview' => $preview],
        );
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
     * @param CustomerId $customer The customer.
     * @param Timestamp|null|Absent $logged_in_at When; the time of the call when absent.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return CustomerLoginRecordedReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function recordLogin(
        string $customer,
        string|null|Absent $logged_in_at = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'customer.record_login',
            ['customer' => $customer, 'logged_in_at' => $logged_in_at],
            [],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
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
     * @param CustomerId $customer The customer.
     * @param Slug|null $group The group; null for none.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return CustomerGroupAssignedReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function assignGroup(
        string $customer,
        ?string $group,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'customer.assign_group',
            ['customer' => $customer, 'group' => $group],
            [],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
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
     * @param CustomerId $customer The customer.
     * @param bool|null $erasure The person demands it, also of an account on hold.
     * @param Line|null|Absent $reason Why; staff only. It is kept: do not name the person.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return CustomerDeletedReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function delete(
        string $customer,
        ?bool $erasure = null,
        string|null|Absent $reason = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'customer.delete',
            ['customer' => $customer, 'reason' => $reason],
            ['erasure' => $erasure],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
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
     * @param CustomerId $customer The customer.
     * @param string|null|Absent $cursor Where the section goes on: from `more`.
     * @param int|null|Absent $limit Rows of each section, 1 to 500; 500 when absent.
     * @param Section|null|Absent $section One section; all when absent.
     * @return CustomerExportedData
     * @throws LoyaltyError when the library refuses
     */
    public function exportData(
        string $customer,
        string|null|Absent $cursor = Absent::Value,
        int|null|Absent $limit = Absent::Value,
        string|null|Absent $section = Absent::Value,
    ): array {
        return $this->caller->call(
            'customer.export_data',
            ['customer' => $customer, 'cursor' => $cursor, 'limit' => $limit, 'section' => $section],
            [],
            [],
        );
    }
}

/**
 * The operations of `address`.
 *
 * @phpstan-import-type AddressRemovedReceipt from Shapes
 * @phpstan-import-type AddressSavedReceipt from Shapes
 * @phpstan-import-type Country from Shapes
 * @phpstan-import-type CustomerId from Shapes
 * @phpstan-import-type Id from Shapes
 * @phpstan-import-type Line from Shapes
 * @phpstan-import-type Phone from Shapes
 */
final class AddressOperations
{
    public function __construct(private readonly Caller $caller)
    {
    }

    /**
     * Adds an address to a customer. With `default_billing` or `default_shipping` it takes that place from the
     * address that had it.
     *
     * Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `already_exists` for an id that is
     * in use; `limit_exceeded` beyond 50 addresses.
     *
     * Rule K1.
     *
     * @param CustomerId $customer The customer.
     * @param Line|null|Absent $city The city.
     * @param Line|null|Absent $company The company.
     * @param Country|null|Absent $country The country: two letters, such as `AT`.
     * @param bool|null $default_billing Whether invoices go there unless said otherwise.
     * @param bool|null $default_shipping Whether parcels go there unless said otherwise.
     * @param Id|null|Absent $id Your id for the address, unique for the customer; `a1`, `a2` and so on when absent.
     * @param Line|null|Absent $label What the customer calls it, such as "Home".
     * @param list<Line>|null $lines Street, house, floor: as written on an envelope, at most 10 lines.
     * @param Line|null|Absent $name Who receives mail there.
     * @param Phone|null|Absent $phone A phone number there.
     * @param Line|null|Absent $postal_code The postal code.
     * @param Line|null|Absent $region The state, province or county.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return AddressSavedReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function add(
        string $customer,
        string|null|Absent $city = Absent::Value,
        string|null|Absent $company = Absent::Value,
        string|null|Absent $country = Absent::Value,
        ?bool $default_billing = null,
        ?bool $default_shipping = null,
        string|null|Absent $id = Absent::Value,
        string|null|Absent $label = Absent::Value,
        ?array $lines = null,
        string|null|Absent $name = Absent::Value,
        string|null|Absent $phone = Absent::Value,
        string|null|Absent $postal_code = Absent::Value,
        string|null|Absent $region = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'address.add',
            ['customer' => $customer, 'city' => $city, 'company' => $company, 'country' => $country, 'id' => $id, 'label' => $label, 'name' => $name, 'phone' => $phone, 'postal_code' => $postal_code, 'region' => $region],
            ['default_billing' => $default_billing, 'default_shipping' => $default_shipping, 'lines' => $lines],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
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
     * @param CustomerId $customer The customer.
     * @param Id $address The address.
     * @param Line|null|Absent $city The city.
     * @param Line|null|Absent $company The company.
     * @param Country|null|Absent $country The country: two letters, such as `AT`.
     * @param bool|null|Absent $default_billing Whether invoices go there unless said otherwise.
     * @param bool|null|Absent $default_shipping Whether parcels go there unless said otherwise.
     * @param Line|null|Absent $label What the customer calls it, such as "Home".
     * @param list<Line>|null|Absent $lines Street, house, floor: as written on an envelope, at most 10 lines. All
     *   lines at once.
     * @param Line|null|Absent $name Who receives mail there.
     * @param Phone|null|Absent $phone A phone number there.
     * @param Line|null|Absent $postal_code The postal code.
     * @param Line|null|Absent $region The state, province or county.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return AddressSavedReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function edit(
        string $customer,
        string $address,
        string|null|Absent $city = Absent::Value,
        string|null|Absent $company = Absent::Value,
        string|null|Absent $country = Absent::Value,
        bool|null|Absent $default_billing = Absent::Value,
        bool|null|Absent $default_shipping = Absent::Value,
        string|null|Absent $label = Absent::Value,
        array|null|Absent $lines = Absent::Value,
        string|null|Absent $name = Absent::Value,
        string|null|Absent $phone = Absent::Value,
        string|null|Absent $postal_code = Absent::Value,
        string|null|Absent $region = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'address.edit',
            ['customer' => $customer, 'address' => $address, 'city' => $city, 'company' => $company, 'country' => $country, 'default_billing' => $default_billing, 'default_shipping' => $default_shipping, 'label' => $label, 'lines' => $lines, 'name' => $name, 'phone' => $phone, 'postal_code' => $postal_code, 'region' => $region],
            [],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
    }

    /**
     * Removes an address of a customer. Was it a default, there is none until another becomes it.
     *
     * Errors: `not_found` for the customer or the address; `not_eligible` when the customer is merged or deleted;
     * `version_conflict`.
     *
     * Rules K1, K2.
     *
     * @param CustomerId $customer The customer.
     * @param Id $address The address.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return AddressRemovedReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function remove(
        string $customer,
        string $address,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'address.remove',
            ['customer' => $customer, 'address' => $address],
            [],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
    }
}

/**
 * The operations of `payment_method`.
 *
 * @phpstan-import-type CustomerId from Shapes
 * @phpstan-import-type Id from Shapes
 * @phpstan-import-type LastFour from Shapes
 * @phpstan-import-type Line from Shapes
 * @phpstan-import-type PaymentMethodRemovedReceipt from Shapes
 * @phpstan-import-type PaymentMethodSavedReceipt from Shapes
 * @phpstan-import-type Token from Shapes
 */
final class PaymentMethodOperations
{
    public function __construct(private readonly Caller $caller)
    {
    }

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
     * @param CustomerId $customer The customer.
     * @param Token $token What the payment provider calls it.
     * @param Line|null|Absent $brand The brand, such as "Visa".
     * @param int|null|Absent $expiry_month The last month in which it is valid, 1 to 12; with `expiry_year`.
     * @param int|null|Absent $expiry_year The year of that month, 2000 to 2100; with `expiry_month`.
     * @param Id|null|Absent $id Your id for the payment method; `m1`, `m2` and so on when absent and the token is
     *   new.
     * @param LastFour|null|Absent $last_four The last four digits.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return PaymentMethodSavedReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function save(
        string $customer,
        string $token,
        string|null|Absent $brand = Absent::Value,
        int|null|Absent $expiry_month = Absent::Value,
        int|null|Absent $expiry_year = Absent::Value,
        string|null|Absent $id = Absent::Value,
        string|null|Absent $last_four = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'payment_method.save',
            ['customer' => $customer, 'token' => $token, 'brand' => $brand, 'expiry_month' => $expiry_month, 'expiry_year' => $expiry_year, 'id' => $id, 'last_four' => $last_four],
            [],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
    }

    /**
     * Removes a saved payment method of a customer. At the payment provider it stays: tell them too.
     *
     * Errors: `not_found` for the customer or the payment method; `not_eligible` when the customer is merged or
     * deleted; `version_conflict`.
     *
     * Rules K4, K2.
     *
     * @param CustomerId $customer The customer.
     * @param Id $payment_method The payment method.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return PaymentMethodRemovedReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function remove(
        string $customer,
        string $payment_method,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'payment_method.remove',
            ['customer' => $customer, 'payment_method' => $payment_method],
            [],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
    }
}

/**
 * The operations of `email`.
 *
 * @phpstan-import-type CustomerId from Shapes
 * @phpstan-import-type EmailPreferencesSetReceipt from Shapes
 * @phpstan-import-type Line from Shapes
 */
final class EmailOperations
{
    public function __construct(private readonly Caller $caller)
    {
    }

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
     * @param CustomerId $customer The customer.
     * @param array<string, bool>|null $lists By list of the program: whether it is wanted.
     * @param bool|null|Absent $newsletter Whether the newsletter is wanted.
     * @param Line|null|Absent $through The page, device or channel, as proof. That of the context goes before it,
     *   and a customer's own word for it does not count.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return EmailPreferencesSetReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function setPreferences(
        string $customer,
        ?array $lists = null,
        bool|null|Absent $newsletter = Absent::Value,
        string|null|Absent $through = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'email.set_preferences',
            ['customer' => $customer, 'newsletter' => $newsletter, 'through' => $through],
            ['lists' => Caller::map($lists)],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
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
     * @param CustomerId $customer The customer.
     * @param Line|null|Absent $through The page, device or channel, as proof. That of the context goes before it,
     *   and a customer's own word for it does not count.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return EmailPreferencesSetReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function unsubscribeAll(
        string $customer,
        string|null|Absent $through = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'email.unsubscribe_all',
            ['customer' => $customer, 'through' => $through],
            [],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
    }
}

/**
 * The operations of `blacklist`.
 *
 * @phpstan-import-type BlacklistChecked from Shapes
 * @phpstan-import-type BlacklistSetReceipt from Shapes
 * @phpstan-import-type CustomerId from Shapes
 * @phpstan-import-type Email from Shapes
 * @phpstan-import-type Text from Shapes
 */
final class BlacklistOperations
{
    public function __construct(private readonly Caller $caller)
    {
    }

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
     * @param CustomerId $customer The customer.
     * @param bool $on On the blacklist or off it.
     * @param Text|null|Absent $reason Why, for staff only; needed when `on`, and kept also when off.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return BlacklistSetReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function set(
        string $customer,
        bool $on,
        string|null|Absent $reason = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'blacklist.set',
            ['customer' => $customer, 'on' => $on, 'reason' => $reason],
            [],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
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
     * @param CustomerId|null|Absent $customer The customer who wants to buy.
     * @param Email|null|Absent $email The email with which someone wants to buy.
     * @return BlacklistChecked
     * @throws LoyaltyError when the library refuses
     */
    public function check(
        string|null|Absent $customer = Absent::Value,
        string|null|Absent $email = Absent::Value,
    ): array {
        return $this->caller->call(
            'blacklist.check',
            ['customer' => $customer, 'email' => $email],
            [],
            [],
        );
    }
}

/**
 * The operations of `membership`.
 *
 * @phpstan-import-type CustomerId from Shapes
 * @phpstan-import-type Line from Shapes
 * @phpstan-import-type MembershipCapabilityList from Shapes
 * @phpstan-import-type MembershipChangedReceipt from Shapes
 * @phpstan-import-type MembershipHistory from Shapes
 * @phpstan-import-type Text from Shapes
 */
final class MembershipOperations
{
    public function __construct(private readonly Caller $caller)
    {
    }

    /**
     * A guest opens an account with the shop.
     *
     * Errors: `invalid_transition` from any state but `guest`; `already_exists` when another customer has the email.
     *
     * Rules M1, M3, K3.
     *
     * @param CustomerId $customer The customer.
     * @param Text|null|Absent $comment A comment; the customer reads it.
     * @param Line|null|Absent $reason Why; staff only.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return MembershipChangedReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function register(
        string $customer,
        string|null|Absent $comment = Absent::Value,
        string|null|Absent $reason = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'membership.register',
            ['customer' => $customer, 'comment' => $comment, 'reason' => $reason],
            [],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
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
     * @param CustomerId $customer The customer.
     * @param Text|null|Absent $comment A comment; the customer reads it.
     * @param Line|null|Absent $reason Why; staff only.
     * @param CustomerId|null|Absent $referred_by Who has referred them, a member.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return MembershipChangedReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function enroll(
        string $customer,
        string|null|Absent $comment = Absent::Value,
        string|null|Absent $reason = Absent::Value,
        string|null|Absent $referred_by = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'membership.enroll',
            ['customer' => $customer, 'comment' => $comment, 'reason' => $reason, 'referred_by' => $referred_by],
            [],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
    }

    /**
     * A member leaves the program: every marketing opt-in becomes false, nothing accrues, no sign-in. Points stay
     * frozen or are forfeited, as the program says.
     *
     * Errors: `invalid_transition` from any state but `enrolled`.
     *
     * Rules M1, M3, E1.
     *
     * @param CustomerId $customer The customer.
     * @param Text|null|Absent $comment A comment; the customer reads it.
     * @param Line|null|Absent $reason Why; staff only.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return MembershipChangedReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function unenroll(
        string $customer,
        string|null|Absent $comment = Absent::Value,
        string|null|Absent $reason = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'membership.unenroll',
            ['customer' => $customer, 'comment' => $comment, 'reason' => $reason],
            [],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
    }

    /**
     * A member is taken out of the program, but stays a customer of the shop: may sign in, mail preferences stay.
     * Points as for leaving.
     *
     * Errors: `invalid_transition` from any state but `enrolled`.
     *
     * Rules M1, M3.
     *
     * @param CustomerId $customer The customer.
     * @param Text|null|Absent $comment A comment; the customer reads it.
     * @param Line|null|Absent $reason Why; staff only.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return MembershipChangedReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function remove(
        string $customer,
        string|null|Absent $comment = Absent::Value,
        string|null|Absent $reason = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'membership.remove',
            ['customer' => $customer, 'comment' => $comment, 'reason' => $reason],
            [],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
    }

    /**
     * The account is suspended: no sign-in, nothing accrues or is spent, and nothing is lost: no lot lapses until
     * reactivation.
     *
     * Errors: `invalid_transition` unless registered or enrolled.
     *
     * Rules M1, M3.
     *
     * @param CustomerId $customer The customer.
     * @param Text|null|Absent $comment A comment; the customer reads it.
     * @param Line|null|Absent $reason Why; staff only.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return MembershipChangedReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function deactivate(
        string $customer,
        string|null|Absent $comment = Absent::Value,
        string|null|Absent $reason = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'membership.deactivate',
            ['customer' => $customer, 'comment' => $comment, 'reason' => $reason],
            [],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
    }

    /**
     * The suspension ends: the state before comes back. Lots and holds that fell due meanwhile regain the time they
     * had left when it began.
     *
     * Errors: `invalid_transition` unless on hold.
     *
     * Rules M1, M3.
     *
     * @param CustomerId $customer The customer.
     * @param Text|null|Absent $comment A comment; the customer reads it.
     * @param Line|null|Absent $reason Why; staff only.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return MembershipChangedReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function reactivate(
        string $customer,
        string|null|Absent $comment = Absent::Value,
        string|null|Absent $reason = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'membership.reactivate',
            ['customer' => $customer, 'comment' => $comment, 'reason' => $reason],
            [],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
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
     * @param CustomerId $customer The customer.
     * @return MembershipCapabilityList
     * @throws LoyaltyError when the library refuses
     */
    public function capabilities(
        string $customer,
    ): array {
        return $this->caller->call(
            'membership.capabilities',
            ['customer' => $customer],
            [],
            [],
        );
    }

    /**
     * Every change of a customer's membership, newest first, at most 500: who, when, from what to what, and why. A
     * customer does not see reasons.
     *
     * Rule M3.
     *
     * @param CustomerId $customer The customer.
     * @return MembershipHistory
     * @throws LoyaltyError when the library refuses
     */
    public function history(
        string $customer,
    ): array {
        return $this->caller->call(
            'membership.history',
            ['customer' => $customer],
            [],
            [],
        );
    }
}

/**
 * The operations of `merge`.
 *
 * @phpstan-import-type CustomerId from Shapes
 * @phpstan-import-type Line from Shapes
 * @phpstan-import-type MergeHistory from Shapes
 * @phpstan-import-type MergeUndoneReceipt from Shapes
 * @phpstan-import-type MergedReceipt from Shapes
 * @phpstan-import-type ProfileField from Shapes
 * @phpstan-import-type Text from Shapes
 */
final class MergeOperations
{
    public function __construct(private readonly Caller $caller)
    {
    }

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
     * @param CustomerId $survivor The customer who remains; enrolled.
     * @param CustomerId $source The customer who becomes part of the survivor.
     * @param Text|null|Absent $comment A comment; the customer reads it.
     * @param list<ProfileField>|null $from_source Fields of the profile that are the source's, also where it has
     *   none.
     * @param list<ProfileField>|null $from_survivor Fields of the profile that are the survivor's, also where it has
     *   none.
     * @param Line|null|Absent $reason Why; staff only.
     * @param bool|null $trigger_rewards Whether a status that the survivor reaches by it grants its rewards.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return MergedReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function apply(
        string $survivor,
        string $source,
        string|null|Absent $comment = Absent::Value,
        ?array $from_source = null,
        ?array $from_survivor = null,
        string|null|Absent $reason = Absent::Value,
        ?bool $trigger_rewards = null,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'merge.apply',
            ['survivor' => $survivor, 'source' => $source, 'comment' => $comment, 'reason' => $reason],
            ['from_source' => $from_source, 'from_survivor' => $from_survivor, 'trigger_rewards' => $trigger_rewards],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
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
     * @param CustomerId $survivor The customer into whom was merged.
     * @param CustomerId $source The customer who was merged.
     * @param Text|null|Absent $comment A comment; the customer reads it.
     * @param Line|null|Absent $reason Why; staff only.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return MergeUndoneReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function undo(
        string $survivor,
        string $source,
        string|null|Absent $comment = Absent::Value,
        string|null|Absent $reason = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'merge.undo',
            ['survivor' => $survivor, 'source' => $source, 'comment' => $comment, 'reason' => $reason],
            [],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
    }

    /**
     * The merges into a customer, newest first, at most 500: who was merged, when, by whom and why, what was added,
     * and whether it was undone.
     *
     * Errors: `not_found`.
     *
     * Rules G6, G9.
     *
     * @param CustomerId $customer The customer.
     * @return MergeHistory
     * @throws LoyaltyError when the library refuses
     */
    public function history(
        string $customer,
    ): array {
        return $this->caller->call(
            'merge.history',
            ['customer' => $customer],
            [],
            [],
        );
    }
}

/**
 * The operations of `points`.
 *
 * @phpstan-import-type CustomerId from Shapes
 * @phpstan-import-type Date from Shapes
 * @phpstan-import-type EntryKind from Shapes
 * @phpstan-import-type HoldPart from Shapes
 * @phpstan-import-type Id from Shapes
 * @phpstan-import-type Line from Shapes
 * @phpstan-import-type PointsBalances from Shapes
 * @phpstan-import-type PointsCapturedReceipt from Shapes
 * @phpstan-import-type PointsExplained from Shapes
 * @phpstan-import-type PointsHeldReceipt from Shapes
 * @phpstan-import-type PointsHistoryPage from Shapes
 * @phpstan-import-type PointsPostedReceipt from Shapes
 * @phpstan-import-type PointsRedatedReceipt from Shapes
 * @phpstan-import-type PointsReinstatedReceipt from Shapes
 * @phpstan-import-type PointsReversedReceipt from Shapes
 * @phpstan-import-type PointsSchedule from Shapes
 * @phpstan-import-type PointsTransferredReceipt from Shapes
 * @phpstan-import-type Quantity from Shapes
 * @phpstan-import-type Ref from Shapes
 * @phpstan-import-type Slug from Shapes
 * @phpstan-import-type Text from Shapes
 * @phpstan-import-type Timestamp from Shapes
 */
final class PointsOperations
{
    public function __construct(private readonly Caller $caller)
    {
    }

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
     * @param CustomerId $customer The customer.
     * @param Slug $type The point type.
     * @param Quantity $amount How much: positive gives, negative takes; not zero.
     * @param Text|null|Absent $comment What the customer reads; "Manual adjustments" when absent.
     * @param Timestamp|null|Absent $effective_at When it takes effect; now when absent, never in the future. A debit
     *   not before the account's last debit, lapse, reinstatement, transfer or reversal of a debit.
     * @param int|null|Absent $expires_after_days A credit ends so many days after its local date, 1 to 36,500.
     * @param Timestamp|null|Absent $expires_at The instant at which a credit ends.
     * @param bool|null $never_expires A credit that never ends.
     * @param Text|null|Absent $note An internal note; staff only.
     * @param Id|null|Absent $order The order it is about.
     * @param Line|null|Absent $reason Why; staff only. The program may require it.
     * @param Date|null|Absent $valid_through The last local day on which a credit counts.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return PointsPostedReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function adjust(
        string $customer,
        string $type,
        string $amount,
        string|null|Absent $comment = Absent::Value,
        string|null|Absent $effective_at = Absent::Value,
        int|null|Absent $expires_after_days = Absent::Value,
        string|null|Absent $expires_at = Absent::Value,
        ?bool $never_expires = null,
        string|null|Absent $note = Absent::Value,
        string|null|Absent $order = Absent::Value,
        string|null|Absent $reason = Absent::Value,
        string|null|Absent $valid_through = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'points.adjust',
            ['customer' => $customer, 'type' => $type, 'amount' => $amount, 'comment' => $comment, 'effective_at' => $effective_at, 'expires_after_days' => $expires_after_days, 'expires_at' => $expires_at, 'note' => $note, 'order' => $order, 'reason' => $reason, 'valid_through' => $valid_through],
            ['never_expires' => $never_expires],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
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
     * @param CustomerId $customer The customer.
     * @param Slug $type The point type.
     * @param bool|null $by_policy They end as the program's policy says now, counted from their own credit.
     * @param Text|null|Absent $comment What the customer reads.
     * @param Timestamp|null|Absent $ending_after Only points that end after this moment, or never.
     * @param Timestamp|null|Absent $ending_before Only points that end before this moment.
     * @param Ref|null|Absent $entry Only points of the credit that this entry made; of a merge, all that came with
     *   it.
     * @param int|null|Absent $expires_after_days They end so many days after the local date of their own credit, 1
     *   to 36,500.
     * @param Timestamp|null|Absent $expires_at The instant at which they end.
     * @param bool|null $never_expires They never end.
     * @param Text|null|Absent $note An internal note; staff only.
     * @param Line|null|Absent $reason Why; staff only. The program may require it, as for an adjustment.
     * @param Date|null|Absent $valid_through The last local day on which they count.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return PointsRedatedReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function redate(
        string $customer,
        string $type,
        ?bool $by_policy = null,
        string|null|Absent $comment = Absent::Value,
        string|null|Absent $ending_after = Absent::Value,
        string|null|Absent $ending_before = Absent::Value,
        string|null|Absent $entry = Absent::Value,
        int|null|Absent $expires_after_days = Absent::Value,
        string|null|Absent $expires_at = Absent::Value,
        ?bool $never_expires = null,
        string|null|Absent $note = Absent::Value,
        string|null|Absent $reason = Absent::Value,
        string|null|Absent $valid_through = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'points.redate',
            ['customer' => $customer, 'type' => $type, 'comment' => $comment, 'ending_after' => $ending_after, 'ending_before' => $ending_before, 'entry' => $entry, 'expires_after_days' => $expires_after_days, 'expires_at' => $expires_at, 'note' => $note, 'reason' => $reason, 'valid_through' => $valid_through],
            ['by_policy' => $by_policy, 'never_expires' => $never_expires],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
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
     * @param CustomerId $customer The customer.
     * @param Slug $type The point type.
     * @param Quantity|null|Absent $amount How much, more than zero; all when absent.
     * @param Text|null|Absent $comment What the customer reads.
     * @param Ref|null|Absent $entry Only points of the credit that this entry made; of a merge, all that came with
     *   it.
     * @param int|null|Absent $expires_after_days They end so many days after the local date of now, 1 to 36,500.
     * @param Timestamp|null|Absent $expires_at The instant at which they end.
     * @param bool|null $never_expires They never end.
     * @param Text|null|Absent $note An internal note; staff only.
     * @param Line|null|Absent $reason Why; staff only. The program may require it, as for an adjustment.
     * @param Date|null|Absent $valid_through The last local day on which they count.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return PointsReinstatedReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function reinstate(
        string $customer,
        string $type,
        string|null|Absent $amount = Absent::Value,
        string|null|Absent $comment = Absent::Value,
        string|null|Absent $entry = Absent::Value,
        int|null|Absent $expires_after_days = Absent::Value,
        string|null|Absent $expires_at = Absent::Value,
        ?bool $never_expires = null,
        string|null|Absent $note = Absent::Value,
        string|null|Absent $reason = Absent::Value,
        string|null|Absent $valid_through = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'points.reinstate',
            ['customer' => $customer, 'type' => $type, 'amount' => $amount, 'comment' => $comment, 'entry' => $entry, 'expires_after_days' => $expires_after_days, 'expires_at' => $expires_at, 'note' => $note, 'reason' => $reason, 'valid_through' => $valid_through],
            ['never_expires' => $never_expires],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
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
     * @param CustomerId $customer The customer.
     * @param Slug $type The point type.
     * @param Quantity $amount How much, more than zero.
     * @param Text|null|Absent $comment What the customer reads.
     * @param Timestamp|null|Absent $effective_at When it takes effect; now when absent, never in the future.
     * @param int|null|Absent $expires_after_days It ends so many days after its local date, 1 to 36,500.
     * @param Timestamp|null|Absent $expires_at The instant at which it ends.
     * @param Id|null|Absent $order The order for which it is.
     * @param Date|null|Absent $valid_through The last local day on which it counts.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return PointsPostedReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function earn(
        string $customer,
        string $type,
        string $amount,
        string|null|Absent $comment = Absent::Value,
        string|null|Absent $effective_at = Absent::Value,
        int|null|Absent $expires_after_days = Absent::Value,
        string|null|Absent $expires_at = Absent::Value,
        string|null|Absent $order = Absent::Value,
        string|null|Absent $valid_through = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'points.earn',
            ['customer' => $customer, 'type' => $type, 'amount' => $amount, 'comment' => $comment, 'effective_at' => $effective_at, 'expires_after_days' => $expires_after_days, 'expires_at' => $expires_at, 'order' => $order, 'valid_through' => $valid_through],
            [],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
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
     * @param CustomerId $customer The customer.
     * @param Slug $type The point type.
     * @param Quantity $amount How much, more than zero.
     * @param Text|null|Absent $comment What the customer reads.
     * @param Id|null|Absent $order The order on which it is spent.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return PointsPostedReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function spend(
        string $customer,
        string $type,
        string $amount,
        string|null|Absent $comment = Absent::Value,
        string|null|Absent $order = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'points.spend',
            ['customer' => $customer, 'type' => $type, 'amount' => $amount, 'comment' => $comment, 'order' => $order],
            [],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
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
     * @param CustomerId $customer The customer.
     * @param Timestamp|null|Absent $as_of A moment that has passed.
     * @param Timestamp|null|Absent $as_recorded_at The totals of `as_of` as the books had them at this moment: not
     *   before `as_of`, nor in the future.
     * @param Slug|null|Absent $type One point type; all when absent.
     * @return PointsBalances
     * @throws LoyaltyError when the library refuses
     */
    public function balance(
        string $customer,
        string|null|Absent $as_of = Absent::Value,
        string|null|Absent $as_recorded_at = Absent::Value,
        string|null|Absent $type = Absent::Value,
    ): array {
        return $this->caller->call(
            'points.balance',
            ['customer' => $customer, 'as_of' => $as_of, 'as_recorded_at' => $as_recorded_at, 'type' => $type],
            [],
            [],
        );
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
     * @param CustomerId $customer The customer.
     * @param Timestamp|null|Absent $before Only entries that took effect before this time.
     * @param string|null|Absent $cursor Where the page before ended: its `next`.
     * @param Timestamp|null|Absent $from Only entries that took effect at this time or later.
     * @param list<EntryKind>|null $kinds Only entries of these kinds; all when absent.
     * @param int|null|Absent $limit Entries on the page, 1 to 500; 50 when absent.
     * @param Slug|null|Absent $type One point type; all when absent.
     * @return PointsHistoryPage
     * @throws LoyaltyError when the library refuses
     */
    public function history(
        string $customer,
        string|null|Absent $before = Absent::Value,
        string|null|Absent $cursor = Absent::Value,
        string|null|Absent $from = Absent::Value,
        ?array $kinds = null,
        int|null|Absent $limit = Absent::Value,
        string|null|Absent $type = Absent::Value,
    ): array {
        return $this->caller->call(
            'points.history',
            ['customer' => $customer, 'before' => $before, 'cursor' => $cursor, 'from' => $from, 'limit' => $limit, 'type' => $type],
            ['kinds' => $kinds],
            [],
        );
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
     * @param CustomerId $customer The customer.
     * @param Ref|null|Absent $entry The entry or lot that is explained.
     * @param Slug|null|Absent $type The point type whose balance is explained.
     * @return PointsExplained
     * @throws LoyaltyError when the library refuses
     */
    public function explain(
        string $customer,
        string|null|Absent $entry = Absent::Value,
        string|null|Absent $type = Absent::Value,
    ): array {
        return $this->caller->call(
            'points.explain',
            ['customer' => $customer, 'entry' => $entry, 'type' => $type],
            [],
            [],
        );
    }

    /**
     * The full schedule of what lapses when, if nothing is earned or spent until then; not only the next date.
     *
     * Held points stand apart: they do not lapse while held.
     *
     * Rules L8, L12.
     *
     * @param CustomerId $customer The customer.
     * @param Slug $type The point type.
     * @return PointsSchedule
     * @throws LoyaltyError when the library refuses
     */
    public function expiring(
        string $customer,
        string $type,
    ): array {
        return $this->caller->call(
            'points.expiring',
            ['customer' => $customer, 'type' => $type],
            [],
            [],
        );
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
     * @param CustomerId $customer The customer.
     * @param Quantity|null|Absent $amount How much, more than zero.
     * @param Id|null|Absent $order The order for which it is.
     * @param list<HoldPart>|null $parts The parts of a mixed payment, at most 20, instead of `type` and `amount`.
     * @param int|null|Absent $seconds How long, in seconds, 1 to 31,536,000; the program's `hold_seconds` when
     *   absent.
     * @param Slug|null|Absent $type The point type.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return PointsHeldReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function hold(
        string $customer,
        string|null|Absent $amount = Absent::Value,
        string|null|Absent $order = Absent::Value,
        ?array $parts = null,
        int|null|Absent $seconds = Absent::Value,
        string|null|Absent $type = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'points.hold',
            ['customer' => $customer, 'amount' => $amount, 'order' => $order, 'seconds' => $seconds, 'type' => $type],
            ['parts' => $parts],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
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
     * @param CustomerId $customer The customer.
     * @param Quantity|null|Absent $amount How much; all that is left when absent.
     * @param Text|null|Absent $comment What the customer reads.
     * @param Ref|null|Absent $hold The hold's id.
     * @param list<Ref>|null $holds Several holds, at most 20, each with all that is left, instead of `hold` and
     *   `amount`.
     * @param Id|null|Absent $order The order on which it is spent; the hold's when absent.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return PointsCapturedReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function capture(
        string $customer,
        string|null|Absent $amount = Absent::Value,
        string|null|Absent $comment = Absent::Value,
        string|null|Absent $hold = Absent::Value,
        ?array $holds = null,
        string|null|Absent $order = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'points.capture',
            ['customer' => $customer, 'amount' => $amount, 'comment' => $comment, 'hold' => $hold, 'order' => $order],
            ['holds' => $holds],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
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
     * @param CustomerId $customer The customer.
     * @param Quantity|null|Absent $amount How much; all that is left when absent.
     * @param Ref|null|Absent $hold The hold's id.
     * @param list<Ref>|null $holds Several holds, at most 20, each with all that is left, instead of `hold` and
     *   `amount`.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return PointsHeldReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function release(
        string $customer,
        string|null|Absent $amount = Absent::Value,
        string|null|Absent $hold = Absent::Value,
        ?array $holds = null,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'points.release',
            ['customer' => $customer, 'amount' => $amount, 'hold' => $hold],
            ['holds' => $holds],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
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
     * @param CustomerId $customer The customer.
     * @param Ref $entry The entry's id.
     * @param Quantity|null|Absent $amount How much of it; all that is left when absent.
     * @param Text|null|Absent $comment What the customer reads.
     * @param Text|null|Absent $note An internal note; staff only.
     * @param Line|null|Absent $reason Why; staff only.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return PointsReversedReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function reverse(
        string $customer,
        string $entry,
        string|null|Absent $amount = Absent::Value,
        string|null|Absent $comment = Absent::Value,
        string|null|Absent $note = Absent::Value,
        string|null|Absent $reason = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'points.reverse',
            ['customer' => $customer, 'entry' => $entry, 'amount' => $amount, 'comment' => $comment, 'note' => $note, 'reason' => $reason],
            [],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
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
     * @param CustomerId $customer The customer who gives.
     * @param CustomerId $recipient The customer who receives.
     * @param Slug $type The point type.
     * @param Quantity $amount How much, more than zero.
     * @param Text|null|Absent $comment What the customers read.
     * @param Text|null|Absent $note An internal note; staff only.
     * @param Id|null|Absent $order The order of the giver that it is about; only their own entry names it.
     * @param Line|null|Absent $reason Why; staff only. The program may require it.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return PointsTransferredReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function transfer(
        string $customer,
        string $recipient,
        string $type,
        string $amount,
        string|null|Absent $comment = Absent::Value,
        string|null|Absent $note = Absent::Value,
        string|null|Absent $order = Absent::Value,
        string|null|Absent $reason = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'points.transfer',
            ['customer' => $customer, 'recipient' => $recipient, 'type' => $type, 'amount' => $amount, 'comment' => $comment, 'note' => $note, 'order' => $order, 'reason' => $reason],
            [],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
    }
}

/**
 * The operations of `bulk`.
 *
 * @phpstan-import-type BulkAdjusted from Shapes
 * @phpstan-import-type BulkBatchView from Shapes
 * @phpstan-import-type BulkUndone from Shapes
 * @phpstan-import-type Format from Shapes
 * @phpstan-import-type Id from Shapes
 * @phpstan-import-type Line from Shapes
 * @phpstan-import-type Mode from Shapes
 * @phpstan-import-type Next from Shapes
 * @phpstan-import-type Policy from Shapes
 * @phpstan-import-type Quantity from Shapes
 * @phpstan-import-type Slug from Shapes
 * @phpstan-import-type Text from Shapes
 */
final class BulkOperations
{
    public function __construct(private readonly Caller $caller)
    {
    }

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
     * @param Id $batch The batch's id, by which its rows are done once and it can be reversed.
     * @param string $csv The piece of the file: text, at most what a request holds, with at most 10,000 rows.
     * @param Next|null|Absent $after The `next` of the answer before; without it the file begins.
     * @param Text|null|Absent $comment The comment of rows that do not say it; "Manual adjustments" when absent.
     * @param Id|null|Absent $digest The `digest` that the dry run gave for this piece: then no row of it is done if
     *   the file differs up to here.
     * @param Quantity|null|Absent $expected With `set`: the balance that is expected of rows that do not say it.
     * @param Id|null|Absent $file_plan The `file_plan` of the dry run; the real run needs it.
     * @param Format|null $format Whose columns the file has; our own when absent.
     * @param bool|null $last Whether the file ends with this piece.
     * @param Mode|null|Absent $mode Whether amounts are added or are what balances shall be; what the format says
     *   when absent, and for ours `add`.
     * @param Policy|null $policy What becomes of the others when a row is refused; they stay done when absent.
     * @param Line|null|Absent $reason The reason of rows that do not say it.
     * @param Slug|null|Absent $type The point type of rows that do not say it.
     * @param bool $preview Run without committing.
     * @return BulkAdjusted
     * @throws LoyaltyError when the library refuses
     */
    public function adjust(
        string $batch,
        string $csv,
        array|null|Absent $after = Absent::Value,
        string|null|Absent $comment = Absent::Value,
        string|null|Absent $digest = Absent::Value,
        string|null|Absent $expected = Absent::Value,
        string|null|Absent $file_plan = Absent::Value,
        ?string $format = null,
        ?bool $last = null,
        string|null|Absent $mode = Absent::Value,
        ?string $policy = null,
        string|null|Absent $reason = Absent::Value,
        string|null|Absent $type = Absent::Value,
        bool $preview = false,
    ): array {
        return $this->caller->call(
            'bulk.adjust',
            ['batch' => $batch, 'csv' => $csv, 'after' => Caller::map($after), 'comment' => $comment, 'digest' => $digest, 'expected' => $expected, 'file_plan' => $file_plan, 'mode' => $mode, 'reason' => $reason, 'type' => $type],
            ['format' => $format, 'last' => $last, 'policy' => $policy],
            ['preview' => $preview],
        );
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
     * @param Id $batch The batch.
     * @param int|null|Absent $after The `next` of the answer before; from the first row when absent.
     * @param Text|null|Absent $comment What the customer reads.
     * @param int|null|Absent $limit How many rows to look at at most, 1 to 10,000; 1,000 when absent.
     * @param Line|null|Absent $reason Why; staff only.
     * @param bool $preview Run without committing.
     * @return BulkUndone
     * @throws LoyaltyError when the library refuses
     */
    public function reverse(
        string $batch,
        int|null|Absent $after = Absent::Value,
        string|null|Absent $comment = Absent::Value,
        int|null|Absent $limit = Absent::Value,
        string|null|Absent $reason = Absent::Value,
        bool $preview = false,
    ): array {
        return $this->caller->call(
            'bulk.reverse',
            ['batch' => $batch, 'after' => $after, 'comment' => $comment, 'limit' => $limit, 'reason' => $reason],
            [],
            ['preview' => $preview],
        );
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
     * @param Id $batch The batch.
     * @return BulkBatchView
     * @throws LoyaltyError when the library refuses
     */
    public function get(
        string $batch,
    ): array {
        return $this->caller->call(
            'bulk.get',
            ['batch' => $batch],
            [],
            [],
        );
    }
}

/**
 * The operations of `maintenance`.
 *
 * @phpstan-import-type MaintenanceSwept from Shapes
 */
final class MaintenanceOperations
{
    public function __construct(private readonly Caller $caller)
    {
    }

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
     * @param int|null|Absent $limit How many customers and gift cards to settle at most, 1 to 10,000; 1,000 when
     *   absent.
     * @param bool $preview Run without committing.
     * @return MaintenanceSwept
     * @throws LoyaltyError when the library refuses
     */
    public function run(
        int|null|Absent $limit = Absent::Value,
        bool $preview = false,
    ): array {
        return $this->caller->call(
            'maintenance.run',
            ['limit' => $limit],
            [],
            ['preview' => $preview],
        );
    }
}

/**
 * The operations of `order`.
 *
 * @phpstan-import-type CustomerId from Shapes
 * @phpstan-import-type Id from Shapes
 * @phpstan-import-type Line from Shapes
 * @phpstan-import-type OrderOrderLine from Shapes
 * @phpstan-import-type OrderPage from Shapes
 * @phpstan-import-type OrderPayment from Shapes
 * @phpstan-import-type OrderQuoted from Shapes
 * @phpstan-import-type OrderRecordedReceipt from Shapes
 * @phpstan-import-type OrderReturnsReceipt from Shapes
 * @phpstan-import-type OrderView from Shapes
 * @phpstan-import-type Quantity from Shapes
 * @phpstan-import-type RefundLine from Shapes
 * @phpstan-import-type Timestamp from Shapes
 */
final class OrderOperations
{
    public function __construct(private readonly Caller $caller)
    {
    }

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
     * @param string $currency The currency, three capital letters.
     * @param list<OrderOrderLine> $lines The lines, 1 to 500.
     * @param CustomerId|null|Absent $customer The customer who asks; nobody in particular when absent.
     * @param Quantity|null $discount Discount on the whole.
     * @param Quantity|null $paid_with_points How much of it would be paid with points.
     * @param Timestamp|null|Absent $placed_at When it would be placed; now when absent.
     * @param Quantity|null $shipping Shipping.
     * @param Quantity|null $tax Tax.
     * @return OrderQuoted
     * @throws LoyaltyError when the library refuses
     */
    public function quote(
        string $currency,
        array $lines,
        string|null|Absent $customer = Absent::Value,
        ?string $discount = null,
        ?string $paid_with_points = null,
        string|null|Absent $placed_at = Absent::Value,
        ?string $shipping = null,
        ?string $tax = null,
    ): array {
        return $this->caller->call(
            'order.quote',
            ['currency' => $currency, 'lines' => $lines, 'customer' => $customer, 'placed_at' => $placed_at],
            ['discount' => $discount, 'paid_with_points' => $paid_with_points, 'shipping' => $shipping, 'tax' => $tax],
            [],
        );
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
     * @param CustomerId $customer The customer.
     * @param Id $number The host's number of the order.
     * @param Timestamp $placed_at When it was placed; not in the future.
     * @param string $currency The currency, three capital letters.
     * @param list<OrderOrderLine> $lines The lines, 1 to 500.
     * @param Line|null|Absent $channel Where it was placed.
     * @param Quantity|null $discount Discount on the whole.
     * @param bool|null $fulfilled Whether it is fulfilled.
     * @param Line|null|Absent $link A link into the host's own page of this order: `https://…`, `http://…` or `/…`;
     *   staff only.
     * @param Id|null|Absent $master_number The number of the order to which several belong.
     * @param list<OrderPayment>|null $payments The payments.
     * @param Quantity|null $shipping Shipping.
     * @param Quantity|null $tax Tax.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return OrderRecordedReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function record(
        string $customer,
        string $number,
        string $placed_at,
        string $currency,
        array $lines,
        string|null|Absent $channel = Absent::Value,
        ?string $discount = null,
        ?bool $fulfilled = null,
        string|null|Absent $link = Absent::Value,
        string|null|Absent $master_number = Absent::Value,
        ?array $payments = null,
        ?string $shipping = null,
        ?string $tax = null,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'order.record',
            ['customer' => $customer, 'number' => $number, 'placed_at' => $placed_at, 'currency' => $currency, 'lines' => $lines, 'channel' => $channel, 'link' => $link, 'master_number' => $master_number],
            ['discount' => $discount, 'fulfilled' => $fulfilled, 'payments' => $payments, 'shipping' => $shipping, 'tax' => $tax],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
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
     * @param CustomerId $customer The customer.
     * @param Id $number The order's number.
     * @param Id $refund The host's id of the refund, unique in the order.
     * @param Quantity|null|Absent $amount An amount on the order as a whole; it is shared among what is left of its
     *   parts.
     * @param string|null|Absent $currency The currency, to be sure: another than the order's is refused.
     * @param list<RefundLine>|null|Absent $lines The lines that are given back, each once.
     * @param Line|null|Absent $reason Why; staff only.
     * @param Quantity|null|Absent $shipping How much of shipping is given back.
     * @param Quantity|null|Absent $tax How much of tax is given back.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return OrderReturnsReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function refund(
        string $customer,
        string $number,
        string $refund,
        string|null|Absent $amount = Absent::Value,
        string|null|Absent $currency = Absent::Value,
        array|null|Absent $lines = Absent::Value,
        string|null|Absent $reason = Absent::Value,
        string|null|Absent $shipping = Absent::Value,
        string|null|Absent $tax = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'order.refund',
            ['customer' => $customer, 'number' => $number, 'refund' => $refund, 'amount' => $amount, 'currency' => $currency, 'lines' => $lines, 'reason' => $reason, 'shipping' => $shipping, 'tax' => $tax],
            [],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
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
     * @param CustomerId $customer The customer.
     * @param Id $number The order's number.
     * @param Line|null|Absent $reason Why; staff only.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return OrderReturnsReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function cancel(
        string $customer,
        string $number,
        string|null|Absent $reason = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'order.cancel',
            ['customer' => $customer, 'number' => $number, 'reason' => $reason],
            [],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
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
     * @param CustomerId $customer The customer who gets it.
     * @param Id $number The order's number.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return OrderRecordedReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function claim(
        string $customer,
        string $number,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'order.claim',
            ['customer' => $customer, 'number' => $number],
            [],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
    }

    /**
     * An order of a customer, with its payments and what it earned.
     *
     * Errors: `not_found` when the customer has no such order.
     *
     * Rules O1, O7.
     *
     * @param CustomerId $customer The customer.
     * @param Id $number The order's number.
     * @return OrderView
     * @throws LoyaltyError when the library refuses
     */
    public function get(
        string $customer,
        string $number,
    ): array {
        return $this->caller->call(
            'order.get',
            ['customer' => $customer, 'number' => $number],
            [],
            [],
        );
    }

    /**
     * The orders of a customer, newest first, each with its payments and how far it is paid; all of them, or those
     * that belong to one master order.
     *
     * Rule O7.
     *
     * @param CustomerId $customer The customer.
     * @param Id|null|Absent $cursor Where the page before ended: its `next`.
     * @param int|null|Absent $limit Orders on the page, 1 to 500; 50 when absent.
     * @param Id|null|Absent $master_number Only the orders with this master number.
     * @return OrderPage
     * @throws LoyaltyError when the library refuses
     */
    public function list(
        string $customer,
        string|null|Absent $cursor = Absent::Value,
        int|null|Absent $limit = Absent::Value,
        string|null|Absent $master_number = Absent::Value,
    ): array {
        return $this->caller->call(
            'order.list',
            ['customer' => $customer, 'cursor' => $cursor, 'limit' => $limit, 'master_number' => $master_number],
            [],
            [],
        );
    }
}

/**
 * The operations of `payment`.
 *
 * @phpstan-import-type CustomerId from Shapes
 * @phpstan-import-type Id from Shapes
 * @phpstan-import-type PaymentRecordedReceipt from Shapes
 * @phpstan-import-type PaymentStatus from Shapes
 */
final class PaymentOperations
{
    public function __construct(private readonly Caller $caller)
    {
    }

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
     * @param CustomerId $customer The customer.
     * @param Id $order The order's number.
     * @param Id $payment The payment's id.
     * @param PaymentStatus $status Where it stands.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return PaymentRecordedReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function update(
        string $customer,
        string $order,
        string $payment,
        string $status,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'payment.update',
            ['customer' => $customer, 'order' => $order, 'payment' => $payment, 'status' => $status],
            [],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
    }
}

/**
 * The operations of `subscription`.
 *
 * @phpstan-import-type CustomerId from Shapes
 * @phpstan-import-type Id from Shapes
 * @phpstan-import-type Line from Shapes
 * @phpstan-import-type SubscriptionPage from Shapes
 * @phpstan-import-type SubscriptionRecordedReceipt from Shapes
 * @phpstan-import-type SubscriptionStatus from Shapes
 * @phpstan-import-type Timestamp from Shapes
 */
final class SubscriptionOperations
{
    public function __construct(private readonly Caller $caller)
    {
    }

    /**
     * Records a subscription, or what is new of it: send it whole each time something changes. A change of status is
     * kept in its history.
     *
     * Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `version_conflict`;
     * `invalid_request` for times in the future and a link that is none.
     *
     * Rules O7, K2, W3.
     *
     * @param CustomerId $customer The customer.
     * @param Id $id Your id of the subscription, unique with this customer.
     * @param SubscriptionStatus $status Where it stands.
     * @param Timestamp|null|Absent $changed_at When the status changed; when absent, now, or for a new subscription
     *   when it began.
     * @param Line|null|Absent $link A link into your own page of this subscription: `https://…`, `http://…` or `/…`;
     *   staff only.
     * @param Line|null|Absent $name What is subscribed to, as people call it.
     * @param Timestamp|null|Absent $next_payment_at When the next payment is due.
     * @param Timestamp|null|Absent $started_at When it began; when absent, what was recorded before, or now.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return SubscriptionRecordedReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function record(
        string $customer,
        string $id,
        string $status,
        string|null|Absent $changed_at = Absent::Value,
        string|null|Absent $link = Absent::Value,
        string|null|Absent $name = Absent::Value,
        string|null|Absent $next_payment_at = Absent::Value,
        string|null|Absent $started_at = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'subscription.record',
            ['customer' => $customer, 'id' => $id, 'status' => $status, 'changed_at' => $changed_at, 'link' => $link, 'name' => $name, 'next_payment_at' => $next_payment_at, 'started_at' => $started_at],
            [],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
    }

    /**
     * The subscriptions of a customer, newest first, each with the last 20 changes of its status.
     *
     * Rules O7, W3.
     *
     * @param CustomerId $customer The customer.
     * @param Id|null|Absent $cursor Where the page before ended: its `next`.
     * @param int|null|Absent $limit Subscriptions on the page, 1 to 500; 50 when absent.
     * @return SubscriptionPage
     * @throws LoyaltyError when the library refuses
     */
    public function list(
        string $customer,
        string|null|Absent $cursor = Absent::Value,
        int|null|Absent $limit = Absent::Value,
    ): array {
        return $this->caller->call(
            'subscription.list',
            ['customer' => $customer, 'cursor' => $cursor, 'limit' => $limit],
            [],
            [],
        );
    }
}

/**
 * The operations of `wishlist`.
 *
 * @phpstan-import-type CustomerId from Shapes
 * @phpstan-import-type WishlistWish from Shapes
 * @phpstan-import-type WishlistWishedReceipt from Shapes
 */
final class WishlistOperations
{
    public function __construct(private readonly Caller $caller)
    {
    }

    /**
     * Records what a customer would like, in place of what was recorded before. An empty list ends it. Details show
     * it.
     *
     * Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `version_conflict`;
     * `invalid_request` for an article that stands there twice; `limit_exceeded` beyond 500 articles.
     *
     * Rules O7, K2.
     *
     * @param CustomerId $customer The customer.
     * @param list<WishlistWish> $items The articles, at most 500.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return WishlistWishedReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function set(
        string $customer,
        array $items,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'wishlist.set',
            ['customer' => $customer, 'items' => $items],
            [],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
    }
}

/**
 * The operations of `reward`.
 *
 * @phpstan-import-type CustomerId from Shapes
 * @phpstan-import-type Id from Shapes
 * @phpstan-import-type Line from Shapes
 * @phpstan-import-type Ref from Shapes
 * @phpstan-import-type RewardOneRewardReceipt from Shapes
 * @phpstan-import-type RewardOptions from Shapes
 * @phpstan-import-type RewardPage from Shapes
 * @phpstan-import-type RewardRedeemedReceipt from Shapes
 * @phpstan-import-type RewardState from Shapes
 * @phpstan-import-type Slug from Shapes
 * @phpstan-import-type Text from Shapes
 */
final class RewardOperations
{
    public function __construct(private readonly Caller $caller)
    {
    }

    /**
     * What a customer can have for their points: every reward of the catalogue, with its price, whether they can
     * have it now and, where not, why not.
     *
     * Errors: `not_found`.
     *
     * Rules R1, R2.
     *
     * @param CustomerId $customer The customer.
     * @return RewardOptions
     * @throws LoyaltyError when the library refuses
     */
    public function options(
        string $customer,
    ): array {
        return $this->caller->call(
            'reward.options',
            ['customer' => $customer],
            [],
            [],
        );
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
     * @param CustomerId $customer The customer.
     * @param Slug $reward The reward of the catalogue.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return RewardRedeemedReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function redeem(
        string $customer,
        string $reward,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'reward.redeem',
            ['customer' => $customer, 'reward' => $reward],
            [],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
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
     * @param CustomerId $customer The customer.
     * @param Slug $reward The reward of the catalogue.
     * @param Line $reason Why; staff only.
     * @param Text|null|Absent $comment What the customer reads.
     * @param Text|null|Absent $note An internal note; staff only.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return RewardOneRewardReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function grant(
        string $customer,
        string $reward,
        string $reason,
        string|null|Absent $comment = Absent::Value,
        string|null|Absent $note = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'reward.grant',
            ['customer' => $customer, 'reward' => $reward, 'reason' => $reason, 'comment' => $comment, 'note' => $note],
            [],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
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
     * @param Line $code The code.
     * @param Id|null|Absent $order The order on which it is used.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return RewardOneRewardReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function consume(
        string $code,
        string|null|Absent $order = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'reward.consume',
            ['code' => $code, 'order' => $order],
            [],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
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
     * @param CustomerId $customer The customer.
     * @param Ref $id The id of the customer's reward.
     * @param Line $reason Why; staff only.
     * @param Text|null|Absent $comment What the customer reads.
     * @param bool|null $give_back Whether it gives back what it took; one that has expired can do so too.
     * @param Text|null|Absent $note An internal note; staff only.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return RewardOneRewardReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function remove(
        string $customer,
        string $id,
        string $reason,
        string|null|Absent $comment = Absent::Value,
        ?bool $give_back = null,
        string|null|Absent $note = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'reward.remove',
            ['customer' => $customer, 'id' => $id, 'reason' => $reason, 'comment' => $comment, 'note' => $note],
            ['give_back' => $give_back],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
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
     * @param CustomerId $customer The customer.
     * @param Ref|null|Absent $cursor Where the page before ended: its `next`.
     * @param int|null|Absent $limit Rewards on the page, 1 to 500; 50 when absent.
     * @param RewardState|null|Absent $state Only those in this state.
     * @return RewardPage
     * @throws LoyaltyError when the library refuses
     */
    public function list(
        string $customer,
        string|null|Absent $cursor = Absent::Value,
        int|null|Absent $limit = Absent::Value,
        string|null|Absent $state = Absent::Value,
    ): array {
        return $this->caller->call(
            'reward.list',
            ['customer' => $customer, 'cursor' => $cursor, 'limit' => $limit, 'state' => $state],
            [],
            [],
        );
    }
}

/**
 * The operations of `stamp_card`.
 *
 * @phpstan-import-type CustomerId from Shapes
 * @phpstan-import-type Slug from Shapes
 * @phpstan-import-type StampCardCards from Shapes
 * @phpstan-import-type StampCardCompletedReceipt from Shapes
 */
final class StampCardOperations
{
    public function __construct(private readonly Caller $caller)
    {
    }

    /**
     * How far a customer's stamp cards are: 3 of 10, the cards completed, and the next reward.
     *
     * Errors: `not_found`.
     *
     * Rule R6.
     *
     * @param CustomerId $customer The customer.
     * @return StampCardCards
     * @throws LoyaltyError when the library refuses
     */
    public function progress(
        string $customer,
    ): array {
        return $this->caller->call(
            'stamp_card.progress',
            ['customer' => $customer],
            [],
            [],
        );
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
     * @param CustomerId $customer The customer.
     * @param Slug $card The card.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return StampCardCompletedReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function complete(
        string $customer,
        string $card,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'stamp_card.complete',
            ['customer' => $customer, 'card' => $card],
            [],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
    }
}

/**
 * The operations of `status`.
 *
 * @phpstan-import-type CustomerId from Shapes
 * @phpstan-import-type Date from Shapes
 * @phpstan-import-type LockKind from Shapes
 * @phpstan-import-type Quantity from Shapes
 * @phpstan-import-type Slug from Shapes
 * @phpstan-import-type StatusList from Shapes
 * @phpstan-import-type StatusListReceipt from Shapes
 * @phpstan-import-type StatusViewReceipt from Shapes
 * @phpstan-import-type Text from Shapes
 */
final class StatusOperations
{
    public function __construct(private readonly Caller $caller)
    {
    }

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
     * @param CustomerId $customer The customer.
     * @param Slug $system The status system.
     * @param Text|null|Absent $comment A comment; the customer reads it.
     * @param Quantity|null|Absent $counter The counter, where it is set by hand; not negative.
     * @param LockKind|null|Absent $lock The lock, where the usual one is not wanted.
     * @param Text|null|Absent $note An internal note; staff only.
     * @param Slug|null|Absent $status The status.
     * @param bool|null $trigger_rewards Whether the rewards of the status are granted, as on rising to it.
     * @param Date|null|Absent $valid_through The last day of the lock, in the program's zone.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return StatusViewReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function assign(
        string $customer,
        string $system,
        string|null|Absent $comment = Absent::Value,
        string|null|Absent $counter = Absent::Value,
        string|null|Absent $lock = Absent::Value,
        string|null|Absent $note = Absent::Value,
        string|null|Absent $status = Absent::Value,
        ?bool $trigger_rewards = null,
        string|null|Absent $valid_through = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'status.assign',
            ['customer' => $customer, 'system' => $system, 'comment' => $comment, 'counter' => $counter, 'lock' => $lock, 'note' => $note, 'status' => $status, 'valid_through' => $valid_through],
            ['trigger_rewards' => $trigger_rewards],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
    }

    /**
     * Takes off the lock that an agent put on a status: from now on evaluation decides again, and does so at once.
     *
     * Errors: `not_found` for an unknown customer or system; `not_eligible` when nothing is locked, or for who is no
     * member; `version_conflict`.
     *
     * Rule Y3.
     *
     * @param CustomerId $customer The customer.
     * @param Slug $system The status system.
     * @param Text|null|Absent $comment A comment; the customer reads it.
     * @param Text|null|Absent $note An internal note; staff only.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return StatusViewReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function unlock(
        string $customer,
        string $system,
        string|null|Absent $comment = Absent::Value,
        string|null|Absent $note = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'status.unlock',
            ['customer' => $customer, 'system' => $system, 'comment' => $comment, 'note' => $note],
            [],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
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
     * @param CustomerId $customer The customer.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return StatusListReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function evaluate(
        string $customer,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'status.evaluate',
            ['customer' => $customer],
            [],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
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
     * @param CustomerId $customer The customer.
     * @param int|null|Absent $limit Changes of each system, 1 to 500; 50 when absent.
     * @return StatusList
     * @throws LoyaltyError when the library refuses
     */
    public function list(
        string $customer,
        int|null|Absent $limit = Absent::Value,
    ): array {
        return $this->caller->call(
            'status.list',
            ['customer' => $customer, 'limit' => $limit],
            [],
            [],
        );
    }
}

/**
 * The operations of `gift_card`.
 *
 * @phpstan-import-type CustomerId from Shapes
 * @phpstan-import-type Date from Shapes
 * @phpstan-import-type Email from Shapes
 * @phpstan-import-type GiftCardActivities from Shapes
 * @phpstan-import-type GiftCardCardPage from Shapes
 * @phpstan-import-type GiftCardIssuedReceipt from Shapes
 * @phpstan-import-type GiftCardMovedReceipt from Shapes
 * @phpstan-import-type GiftCardRedeemedReceipt from Shapes
 * @phpstan-import-type GiftCardViewReceipt from Shapes
 * @phpstan-import-type Id from Shapes
 * @phpstan-import-type Line from Shapes
 * @phpstan-import-type Quantity from Shapes
 * @phpstan-import-type Ref from Shapes
 * @phpstan-import-type Slug from Shapes
 * @phpstan-import-type Text from Shapes
 * @phpstan-import-type Timestamp from Shapes
 */
final class GiftCardOperations
{
    public function __construct(private readonly Caller $caller)
    {
    }

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
     * @param Id $gift_card The host's number of the card, as it is printed on it; not secret.
     * @param Slug $type The point type, of the kind money.
     * @param Quantity $amount How much, more than zero.
     * @param CustomerId|null|Absent $customer The customer to whom it is issued; nobody when absent.
     * @param int|null|Absent $expires_after_days It ends so many days after today's local date, 1 to 36,500.
     * @param Timestamp|null|Absent $expires_at The instant at which it ends.
     * @param bool|null $inactive Blank: it pays once it is activated.
     * @param Text|null|Absent $message What the giver writes.
     * @param bool|null $never_expires It never ends.
     * @param Text|null|Absent $note An internal note; staff only.
     * @param Id|null|Absent $order The order on which it was bought.
     * @param Line|null|Absent $recipient Whom it is for.
     * @param Email|null|Absent $recipient_email Where it is sent.
     * @param Date|null|Absent $valid_through The last local day on which it counts.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return GiftCardIssuedReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function issue(
        string $gift_card,
        string $type,
        string $amount,
        string|null|Absent $customer = Absent::Value,
        int|null|Absent $expires_after_days = Absent::Value,
        string|null|Absent $expires_at = Absent::Value,
        ?bool $inactive = null,
        string|null|Absent $message = Absent::Value,
        ?bool $never_expires = null,
        string|null|Absent $note = Absent::Value,
        string|null|Absent $order = Absent::Value,
        string|null|Absent $recipient = Absent::Value,
        string|null|Absent $recipient_email = Absent::Value,
        string|null|Absent $valid_through = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'gift_card.issue',
            ['gift_card' => $gift_card, 'type' => $type, 'amount' => $amount, 'customer' => $customer, 'expires_after_days' => $expires_after_days, 'expires_at' => $expires_at, 'message' => $message, 'note' => $note, 'order' => $order, 'recipient' => $recipient, 'recipient_email' => $recipient_email, 'valid_through' => $valid_through],
            ['inactive' => $inactive, 'never_expires' => $never_expires],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
    }

    /**
     * Lets a card that was issued blank pay, once it is sold. It is named by its number or found by its code.
     *
     * Errors: `invalid_transition` for a card that is not blank; `expired`; `not_found`; `invalid_request` for a
     * code with a typing error.
     *
     * Rule R7.
     *
     * @param Line|null|Absent $code Its code, instead of the number.
     * @param Id|null|Absent $gift_card The card's number.
     * @param Id|null|Absent $order The order on which it was bought.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return GiftCardViewReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function activate(
        string|null|Absent $code = Absent::Value,
        string|null|Absent $gift_card = Absent::Value,
        string|null|Absent $order = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'gift_card.activate',
            ['code' => $code, 'gift_card' => $gift_card, 'order' => $order],
            [],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
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
     * @param Line|null|Absent $code Its code, instead of the number.
     * @param int|null|Absent $cursor Where the page before ended: its `next`.
     * @param CustomerId|null|Absent $customer Only if it was issued to this customer.
     * @param Id|null|Absent $gift_card The card's number.
     * @param int|null|Absent $limit Activities on the page, 1 to 500; 50 when absent.
     * @return GiftCardActivities
     * @throws LoyaltyError when the library refuses
     */
    public function get(
        string|null|Absent $code = Absent::Value,
        int|null|Absent $cursor = Absent::Value,
        string|null|Absent $customer = Absent::Value,
        string|null|Absent $gift_card = Absent::Value,
        int|null|Absent $limit = Absent::Value,
    ): array {
        return $this->caller->call(
            'gift_card.get',
            ['code' => $code, 'cursor' => $cursor, 'customer' => $customer, 'gift_card' => $gift_card, 'limit' => $limit],
            [],
            [],
        );
    }

    /**
     * The cards that were issued to a customer, newest first, each with its state and what can be spent of it.
     *
     * Errors: `not_found`.
     *
     * Rules R7, W3.
     *
     * @param CustomerId $customer The customer.
     * @param Id|null|Absent $cursor Where the page before ended: its `next`.
     * @param int|null|Absent $limit Cards on the page, 1 to 500; 50 when absent.
     * @return GiftCardCardPage
     * @throws LoyaltyError when the library refuses
     */
    public function list(
        string $customer,
        string|null|Absent $cursor = Absent::Value,
        int|null|Absent $limit = Absent::Value,
    ): array {
        return $this->caller->call(
            'gift_card.list',
            ['customer' => $customer, 'cursor' => $cursor, 'limit' => $limit],
            [],
            [],
        );
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
     * @param Id $gift_card The card's number.
     * @param Quantity $amount How much, more than zero.
     * @param Text|null|Absent $comment What the customer reads.
     * @param int|null|Absent $expires_after_days It ends so many days after today's local date, 1 to 36,500.
     * @param Timestamp|null|Absent $expires_at The instant at which it ends.
     * @param bool|null $never_expires It never ends.
     * @param Text|null|Absent $note An internal note; staff only.
     * @param Id|null|Absent $order The order on which it was bought.
     * @param Date|null|Absent $valid_through The last local day on which it counts.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return GiftCardMovedReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function recharge(
        string $gift_card,
        string $amount,
        string|null|Absent $comment = Absent::Value,
        int|null|Absent $expires_after_days = Absent::Value,
        string|null|Absent $expires_at = Absent::Value,
        ?bool $never_expires = null,
        string|null|Absent $note = Absent::Value,
        string|null|Absent $order = Absent::Value,
        string|null|Absent $valid_through = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'gift_card.recharge',
            ['gift_card' => $gift_card, 'amount' => $amount, 'comment' => $comment, 'expires_after_days' => $expires_after_days, 'expires_at' => $expires_at, 'note' => $note, 'order' => $order, 'valid_through' => $valid_through],
            ['never_expires' => $never_expires],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
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
     * @param CustomerId $customer The customer.
     * @param Quantity|null|Absent $amount How much, more than zero; all that can be spent when absent.
     * @param Line|null|Absent $code Its code, instead of the number.
     * @param Text|null|Absent $comment What the customer reads.
     * @param Id|null|Absent $gift_card The card's number.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return GiftCardRedeemedReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function redeem(
        string $customer,
        string|null|Absent $amount = Absent::Value,
        string|null|Absent $code = Absent::Value,
        string|null|Absent $comment = Absent::Value,
        string|null|Absent $gift_card = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'gift_card.redeem',
            ['customer' => $customer, 'amount' => $amount, 'code' => $code, 'comment' => $comment, 'gift_card' => $gift_card],
            [],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
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
     * @param Quantity $amount How much, more than zero.
     * @param Line|null|Absent $code Its code, instead of the number.
     * @param Text|null|Absent $comment What the customer reads.
     * @param Id|null|Absent $gift_card The card's number.
     * @param Id|null|Absent $order The order that is paid.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return GiftCardMovedReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function charge(
        string $amount,
        string|null|Absent $code = Absent::Value,
        string|null|Absent $comment = Absent::Value,
        string|null|Absent $gift_card = Absent::Value,
        string|null|Absent $order = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'gift_card.charge',
            ['amount' => $amount, 'code' => $code, 'comment' => $comment, 'gift_card' => $gift_card, 'order' => $order],
            [],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
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
     * @param Id $gift_card The card's number.
     * @param Ref $entry The entry of the charge.
     * @param Quantity|null|Absent $amount How much of it; all that is left when absent.
     * @param Text|null|Absent $comment What the customer reads.
     * @param Text|null|Absent $note An internal note; staff only.
     * @param Line|null|Absent $reason Why; staff only.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return GiftCardMovedReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function refund(
        string $gift_card,
        string $entry,
        string|null|Absent $amount = Absent::Value,
        string|null|Absent $comment = Absent::Value,
        string|null|Absent $note = Absent::Value,
        string|null|Absent $reason = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'gift_card.refund',
            ['gift_card' => $gift_card, 'entry' => $entry, 'amount' => $amount, 'comment' => $comment, 'note' => $note, 'reason' => $reason],
            [],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
    }

    /**
     * Keeps a card from paying until it is unblocked: it was lost, or something is wrong with it. Refunds still
     * reach it, and time goes on.
     *
     * Errors: `invalid_transition` for a card that is blocked or deactivated; `not_found`; `version_conflict`.
     *
     * Rule R7.
     *
     * @param Id $gift_card The card's number.
     * @param Line $reason Why; staff only.
     * @param Text|null|Absent $note An internal note; staff only.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return GiftCardViewReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function block(
        string $gift_card,
        string $reason,
        string|null|Absent $note = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'gift_card.block',
            ['gift_card' => $gift_card, 'reason' => $reason, 'note' => $note],
            [],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
    }

    /**
     * Brings a blocked card back into the state before.
     *
     * Errors: `invalid_transition` for a card that is not blocked; `not_found`; `version_conflict`.
     *
     * Rule R7.
     *
     * @param Id $gift_card The card's number.
     * @param Text|null|Absent $note An internal note; staff only.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return GiftCardViewReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function unblock(
        string $gift_card,
        string|null|Absent $note = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'gift_card.unblock',
            ['gift_card' => $gift_card, 'note' => $note],
            [],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
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
     * @param Id $gift_card The card's number.
     * @param Line $reason Why; staff only.
     * @param Text|null|Absent $note An internal note; staff only.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return GiftCardViewReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function deactivate(
        string $gift_card,
        string $reason,
        string|null|Absent $note = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'gift_card.deactivate',
            ['gift_card' => $gift_card, 'reason' => $reason, 'note' => $note],
            [],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
    }
}

/**
 * The operations of `ticket`.
 *
 * @phpstan-import-type CustomerId from Shapes
 * @phpstan-import-type Id from Shapes
 * @phpstan-import-type Line from Shapes
 * @phpstan-import-type LongText from Shapes
 * @phpstan-import-type Ref from Shapes
 * @phpstan-import-type TicketPage from Shapes
 * @phpstan-import-type TicketSavedReceipt from Shapes
 * @phpstan-import-type TicketState from Shapes
 * @phpstan-import-type TicketThread from Shapes
 */
final class TicketOperations
{
    public function __construct(private readonly Caller $caller)
    {
    }

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
     * @param CustomerId $customer The customer.
     * @param Line $subject What it is about.
     * @param LongText $text The first message.
     * @param bool|null $from_customer The customer has written or said it, and you record it.
     * @param Id|null|Absent $id Your id of the ticket, unique in the shop; when absent, the customer's id and a
     *   number: `c-42/t1`.
     * @param Line|null|Absent $link A link into your own page of this ticket: `https://…`, `http://…` or `/…`; staff
     *   only.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return TicketSavedReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function create(
        string $customer,
        string $subject,
        string $text,
        ?bool $from_customer = null,
        string|null|Absent $id = Absent::Value,
        string|null|Absent $link = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'ticket.create',
            ['customer' => $customer, 'subject' => $subject, 'text' => $text, 'id' => $id, 'link' => $link],
            ['from_customer' => $from_customer],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
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
     * @param Ref $ticket The ticket.
     * @param LongText $text The text.
     * @param CustomerId|null|Absent $customer Only if it is this customer's.
     * @param bool|null $internal A note for the shop's people.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return TicketSavedReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function reply(
        string $ticket,
        string $text,
        string|null|Absent $customer = Absent::Value,
        ?bool $internal = null,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'ticket.reply',
            ['ticket' => $ticket, 'text' => $text, 'customer' => $customer],
            ['internal' => $internal],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
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
     * @param Ref $ticket The ticket.
     * @param LongText $text The text.
     * @param CustomerId|null|Absent $customer Only if it is this customer's, such as whoever has the sender's email.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return TicketSavedReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function receive(
        string $ticket,
        string $text,
        string|null|Absent $customer = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'ticket.receive',
            ['ticket' => $ticket, 'text' => $text, 'customer' => $customer],
            [],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
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
     * @param Ref $ticket The ticket.
     * @param CustomerId|null|Absent $customer Only if it is this customer's.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return TicketSavedReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function close(
        string $ticket,
        string|null|Absent $customer = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'ticket.close',
            ['ticket' => $ticket, 'customer' => $customer],
            [],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
    }

    /**
     * Reopens a ticket that was closed. No mail is queued.
     *
     * Errors: `not_found`; `not_eligible` when it is open already, and when the customer was deleted;
     * `version_conflict`.
     *
     * Rule P5.
     *
     * @param Ref $ticket The ticket.
     * @param CustomerId|null|Absent $customer Only if it is this customer's.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return TicketSavedReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function reopen(
        string $ticket,
        string|null|Absent $customer = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'ticket.reopen',
            ['ticket' => $ticket, 'customer' => $customer],
            [],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
    }

    /**
     * A ticket with its thread, oldest message first. Customers name themselves, and see no internal notes.
     *
     * Errors: `not_found`.
     *
     * Rules P5, W3.
     *
     * @param Ref $ticket The ticket.
     * @param int|null|Absent $cursor Where the page before ended: its `next`.
     * @param CustomerId|null|Absent $customer Only if it is this customer's.
     * @param int|null|Absent $limit Messages on the page, 1 to 500; 50 when absent.
     * @return TicketThread
     * @throws LoyaltyError when the library refuses
     */
    public function get(
        string $ticket,
        int|null|Absent $cursor = Absent::Value,
        string|null|Absent $customer = Absent::Value,
        int|null|Absent $limit = Absent::Value,
    ): array {
        return $this->caller->call(
            'ticket.get',
            ['ticket' => $ticket, 'cursor' => $cursor, 'customer' => $customer, 'limit' => $limit],
            [],
            [],
        );
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
     * @param Ref|null|Absent $cursor Where the page before ended: its `next`.
     * @param CustomerId|null|Absent $customer The customer; all customers when absent.
     * @param int|null|Absent $limit Tickets on the page, 1 to 500; 50 when absent.
     * @param TicketState|null|Absent $state Those in this state. When absent all of a customer's, or the open ones
     *   of all customers.
     * @return TicketPage
     * @throws LoyaltyError when the library refuses
     */
    public function list(
        string|null|Absent $cursor = Absent::Value,
        string|null|Absent $customer = Absent::Value,
        int|null|Absent $limit = Absent::Value,
        string|null|Absent $state = Absent::Value,
    ): array {
        return $this->caller->call(
            'ticket.list',
            ['cursor' => $cursor, 'customer' => $customer, 'limit' => $limit, 'state' => $state],
            [],
            [],
        );
    }
}

/**
 * The operations of `password`.
 *
 * @phpstan-import-type CustomerId from Shapes
 * @phpstan-import-type Email from Shapes
 * @phpstan-import-type Line from Shapes
 * @phpstan-import-type PasswordResetDoneReceipt from Shapes
 * @phpstan-import-type PasswordVerifiedReceipt from Shapes
 */
final class PasswordOperations
{
    public function __construct(private readonly Caller $caller)
    {
    }

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
     * @param CustomerId|null|Absent $customer The customer.
     * @param Email|null|Absent $email The email of whoever asks.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return PasswordResetDoneReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function reset(
        string|null|Absent $customer = Absent::Value,
        string|null|Absent $email = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'password.reset',
            ['customer' => $customer, 'email' => $email],
            [],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
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
     * @param Line $token The token of the link, or the generated password; small letters and hyphens do not matter.
     * @param Email|null|Absent $email The email with which somebody signs in: only if it was sent there.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return PasswordVerifiedReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function verify(
        string $token,
        string|null|Absent $email = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'password.verify',
            ['token' => $token, 'email' => $email],
            [],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
    }
}

/**
 * The operations of `impersonation`.
 *
 * @phpstan-import-type CustomerId from Shapes
 * @phpstan-import-type ImpersonationRedeemedReceipt from Shapes
 * @phpstan-import-type ImpersonationStartedReceipt from Shapes
 * @phpstan-import-type Line from Shapes
 */
final class ImpersonationOperations
{
    public function __construct(private readonly Caller $caller)
    {
    }

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
     * @param CustomerId $customer The customer.
     * @param Line|null|Absent $reason Why; staff only.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return ImpersonationStartedReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function start(
        string $customer,
        string|null|Absent $reason = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'impersonation.start',
            ['customer' => $customer, 'reason' => $reason],
            [],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
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
     * @param Line $token The token.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return ImpersonationRedeemedReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function verify(
        string $token,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'impersonation.verify',
            ['token' => $token],
            [],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
    }
}

/**
 * The operations of `approval`.
 *
 * @phpstan-import-type ApprovalGrantedReceipt from Shapes
 * @phpstan-import-type ApprovalPage from Shapes
 * @phpstan-import-type ApprovalRejectedReceipt from Shapes
 * @phpstan-import-type ApprovalState from Shapes
 * @phpstan-import-type CustomerId from Shapes
 * @phpstan-import-type Id from Shapes
 * @phpstan-import-type Line from Shapes
 * @phpstan-import-type Text from Shapes
 */
final class ApprovalOperations
{
    public function __construct(private readonly Caller $caller)
    {
    }

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
     * @param Id|null|Absent $cursor Where the page before ended: its `next`.
     * @param CustomerId|null|Absent $customer The customer; the whole shop when absent.
     * @param int|null|Absent $limit Requests on the page, 1 to 500; 50 when absent.
     * @param ApprovalState|null|Absent $state Those in this state; `open` when absent.
     * @return ApprovalPage
     * @throws LoyaltyError when the library refuses
     */
    public function list(
        string|null|Absent $cursor = Absent::Value,
        string|null|Absent $customer = Absent::Value,
        int|null|Absent $limit = Absent::Value,
        string|null|Absent $state = Absent::Value,
    ): array {
        return $this->caller->call(
            'approval.list',
            ['cursor' => $cursor, 'customer' => $customer, 'limit' => $limit, 'state' => $state],
            [],
            [],
        );
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
     * @param Id $approval The request's id.
     * @param Text|null|Absent $note What is to be said about it; staff only.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return ApprovalGrantedReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function grant(
        string $approval,
        string|null|Absent $note = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'approval.grant',
            ['approval' => $approval, 'note' => $note],
            [],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
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
     * @param Id $approval The request's id.
     * @param Text|null|Absent $note What is to be said about it; staff only.
     * @param Line|null|Absent $reason Why; staff only.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return ApprovalRejectedReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function reject(
        string $approval,
        string|null|Absent $note = Absent::Value,
        string|null|Absent $reason = Absent::Value,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'approval.reject',
            ['approval' => $approval, 'note' => $note, 'reason' => $reason],
            [],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
    }
}

/**
 * The operations of `outbox`.
 *
 * @phpstan-import-type OutboxAcked from Shapes
 * @phpstan-import-type OutboxTaken from Shapes
 * @phpstan-import-type Ref from Shapes
 */
final class OutboxOperations
{
    public function __construct(private readonly Caller $caller)
    {
    }

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
     * @param int $lease_seconds For how long, in seconds, 1 to 86,400.
     * @param int|null|Absent $limit How many at most, 1 to 500; 50 when absent.
     * @param bool $preview Run without committing.
     * @return OutboxTaken
     * @throws LoyaltyError when the library refuses
     */
    public function take(
        int $lease_seconds,
        int|null|Absent $limit = Absent::Value,
        bool $preview = false,
    ): array {
        return $this->caller->call(
            'outbox.take',
            ['lease_seconds' => $lease_seconds, 'limit' => $limit],
            [],
            ['preview' => $preview],
        );
    }

    /**
     * Acknowledges messages: they are done and never given again; the next one of each customer may be taken.
     *
     * Acknowledging a message twice is fine.
     *
     * Rule P6.
     *
     * @param list<Ref> $messages The messages' ids, 1 to 500.
     * @param bool $preview Run without committing.
     * @return OutboxAcked
     * @throws LoyaltyError when the library refuses
     */
    public function ack(
        array $messages,
        bool $preview = false,
    ): array {
        return $this->caller->call(
            'outbox.ack',
            ['messages' => $messages],
            [],
            ['preview' => $preview],
        );
    }
}

/**
 * The operations of `audit`.
 *
 * @phpstan-import-type AuditPage from Shapes
 * @phpstan-import-type CustomerId from Shapes
 * @phpstan-import-type Id from Shapes
 * @phpstan-import-type Outcome from Shapes
 */
final class AuditOperations
{
    public function __construct(private readonly Caller $caller)
    {
    }

    /**
     * The commands, newest first: done, or refused. Of one customer, of one gift card, of one actor, or all.
     *
     * Every command is here with actor, time, operation, target and outcome, and no personal data. A query is here
     * only when the actor had no right to it.
     *
     * Rule P7.
     *
     * @param Id|null|Absent $actor One actor; not together with `customer` or `gift_card`.
     * @param string|null|Absent $cursor Where the page before ended: its `next`.
     * @param CustomerId|null|Absent $customer One customer.
     * @param Id|null|Absent $gift_card One gift card, by its number; not together with `customer`.
     * @param int|null|Absent $limit Rows on the page, 1 to 500; 50 when absent.
     * @param Outcome|null $outcome Done (when absent) or refused.
     * @return AuditPage
     * @throws LoyaltyError when the library refuses
     */
    public function list(
        string|null|Absent $actor = Absent::Value,
        string|null|Absent $cursor = Absent::Value,
        string|null|Absent $customer = Absent::Value,
        string|null|Absent $gift_card = Absent::Value,
        int|null|Absent $limit = Absent::Value,
        ?string $outcome = null,
    ): array {
        return $this->caller->call(
            'audit.list',
            ['actor' => $actor, 'cursor' => $cursor, 'customer' => $customer, 'gift_card' => $gift_card, 'limit' => $limit],
            ['outcome' => $outcome],
            [],
        );
    }
}

/**
 * The operations of `journal`.
 *
 * @phpstan-import-type CustomerId from Shapes
 * @phpstan-import-type Id from Shapes
 * @phpstan-import-type JournalVerified from Shapes
 */
final class JournalOperations
{
    public function __construct(private readonly Caller $caller)
    {
    }

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
     * @param CustomerId|null|Absent $customer The customer.
     * @param string|null|Absent $expected_head A head that an earlier call returned: it must still be part of the
     *   chain.
     * @param Id|null|Absent $gift_card The number of a gift card.
     * @return JournalVerified
     * @throws LoyaltyError when the library refuses
     */
    public function verify(
        string|null|Absent $customer = Absent::Value,
        string|null|Absent $expected_head = Absent::Value,
        string|null|Absent $gift_card = Absent::Value,
    ): array {
        return $this->caller->call(
            'journal.verify',
            ['customer' => $customer, 'expected_head' => $expected_head, 'gift_card' => $gift_card],
            [],
            [],
        );
    }
}

/**
 * The operations of `report`.
 *
 * @phpstan-import-type Id from Shapes
 * @phpstan-import-type ReportActivityPage from Shapes
 * @phpstan-import-type ReportExpiringReport from Shapes
 * @phpstan-import-type ReportLiabilityReport from Shapes
 * @phpstan-import-type Timestamp from Shapes
 */
final class ReportOperations
{
    public function __construct(private readonly Caller $caller)
    {
    }

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
     * @param string|null|Absent $cursor Where to go on: `next` of the answer before.
     * @param int|null|Absent $limit How many accounts to walk over, 1 to 2,000; 500 when absent. A customer has an
     *   account in each point type they ever had some of.
     * @return ReportLiabilityReport
     * @throws LoyaltyError when the library refuses
     */
    public function liability(
        string|null|Absent $cursor = Absent::Value,
        int|null|Absent $limit = Absent::Value,
    ): array {
        return $this->caller->call(
            'report.liability',
            ['cursor' => $cursor, 'limit' => $limit],
            [],
            [],
        );
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
     * @param string|null|Absent $cursor Where to go on: `next` of the answer before.
     * @param int|null|Absent $limit How many accounts to walk over, 1 to 2,000; 500 when absent.
     * @param int|null|Absent $months How many months, 1 to 120, the current one among them; 12 when absent.
     * @return ReportExpiringReport
     * @throws LoyaltyError when the library refuses
     */
    public function expiring(
        string|null|Absent $cursor = Absent::Value,
        int|null|Absent $limit = Absent::Value,
        int|null|Absent $months = Absent::Value,
    ): array {
        return $this->caller->call(
            'report.expiring',
            ['cursor' => $cursor, 'limit' => $limit, 'months' => $months],
            [],
            [],
        );
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
     * @param Timestamp $from From this moment on.
     * @param Id|null|Absent $actor One actor alone. The others' entries of the span are walked over all the same.
     * @param Timestamp|null|Absent $before Up to, not including, this moment; now when absent.
     * @param string|null|Absent $cursor Where to go on: `next` of the answer before.
     * @param int|null|Absent $limit How many entries to walk over, 1 to 10,000; 1,000 when absent.
     * @return ReportActivityPage
     * @throws LoyaltyError when the library refuses
     */
    public function activity(
        string $from,
        string|null|Absent $actor = Absent::Value,
        string|null|Absent $before = Absent::Value,
        string|null|Absent $cursor = Absent::Value,
        int|null|Absent $limit = Absent::Value,
    ): array {
        return $this->caller->call(
            'report.activity',
            ['from' => $from, 'actor' => $actor, 'before' => $before, 'cursor' => $cursor, 'limit' => $limit],
            [],
            [],
        );
    }
}

/**
 * The operations of `program`.
 *
 * @phpstan-import-type ProgramCurrent from Shapes
 * @phpstan-import-type ProgramCurrentReceipt from Shapes
 */
final class ProgramOperations
{
    public function __construct(private readonly Caller $caller)
    {
    }

    /**
     * The program that is current, with its version.
     *
     * Version 0 is the starter program, before any other is set.
     *
     * @return ProgramCurrent
     * @throws LoyaltyError when the library refuses
     */
    public function get(): array
    {
        return $this->caller->call(
            'program.get',
            [],
            [],
            [],
        );
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
     * @param mixed $program The document; see the reference of the program.
     * @param string|null $idempotency_key The same key with the same content gets the first receipt again, and
     *   nothing is done twice.
     * @param int|null $if_version Refuse when the record that is edited is at another version.
     * @param bool $preview Run without committing.
     * @param string|null $plan The token of a preview: do exactly that, or be refused.
     * @return ProgramCurrentReceipt
     * @throws LoyaltyError when the library refuses
     */
    public function set(
        mixed $program,
        ?string $idempotency_key = null,
        ?int $if_version = null,
        bool $preview = false,
        ?string $plan = null,
    ): array {
        return $this->caller->call(
            'program.set',
            ['program' => $program],
            [],
            ['idempotency_key' => $idempotency_key, 'if_version' => $if_version, 'preview' => $preview, 'plan' => $plan],
        );
    }
}

/** The operations as one actor may call them. Made by `Engine::acting`. */
final class Client
{
    /** The operations of `customer`. */
    public readonly CustomerOperations $customer;
    /** The operations of `address`. */
    public readonly AddressOperations $address;
    /** The operations of `payment_method`. */
    public readonly PaymentMethodOperations $paymentMethod;
    /** The operations of `email`. */
    public readonly EmailOperations $email;
    /** The operations of `blacklist`. */
    public readonly BlacklistOperations $blacklist;
    /** The operations of `membership`. */
    public readonly MembershipOperations $membership;
    /** The operations of `merge`. */
    public readonly MergeOperations $merge;
    /** The operations of `points`. */
    public readonly PointsOperations $points;
    /** The operations of `bulk`. */
    public readonly BulkOperations $bulk;
    /** The operations of `maintenance`. */
    public readonly MaintenanceOperations $maintenance;
    /** The operations of `order`. */
    public readonly OrderOperations $order;
    /** The operations of `payment`. */
    public readonly PaymentOperations $payment;
    /** The operations of `subscription`. */
    public readonly SubscriptionOperations $subscription;
    /** The operations of `wishlist`. */
    public readonly WishlistOperations $wishlist;
    /** The operations of `reward`. */
    public readonly RewardOperations $reward;
    /** The operations of `stamp_card`. */
    public readonly StampCardOperations $stampCard;
    /** The operations of `status`. */
    public readonly StatusOperations $status;
    /** The operations of `gift_card`. */
    public readonly GiftCardOperations $giftCard;
    /** The operations of `ticket`. */
    public readonly TicketOperations $ticket;
    /** The operations of `password`. */
    public readonly PasswordOperations $password;
    /** The operations of `impersonation`. */
    public readonly ImpersonationOperations $impersonation;
    /** The operations of `approval`. */
    public readonly ApprovalOperations $approval;
    /** The operations of `outbox`. */
    public readonly OutboxOperations $outbox;
    /** The operations of `audit`. */
    public readonly AuditOperations $audit;
    /** The operations of `journal`. */
    public readonly JournalOperations $journal;
    /** The operations of `report`. */
    public readonly ReportOperations $report;
    /** The operations of `program`. */
    public readonly ProgramOperations $program;

    public function __construct(Caller $caller)
    {
        $this->customer = new CustomerOperations($caller);
        $this->address = new AddressOperations($caller);
        $this->paymentMethod = new PaymentMethodOperations($caller);
        $this->email = new EmailOperations($caller);
        $this->blacklist = new BlacklistOperations($caller);
        $this->membership = new MembershipOperations($caller);
        $this->merge = new MergeOperations($caller);
        $this->points = new PointsOperations($caller);
        $this->bulk = new BulkOperations($caller);
        $this->maintenance = new MaintenanceOperations($caller);
        $this->order = new OrderOperations($caller);
        $this->payment = new PaymentOperations($caller);
        $this->subscription = new SubscriptionOperations($caller);
        $this->wishlist = new WishlistOperations($caller);
        $this->reward = new RewardOperations($caller);
        $this->stampCard = new StampCardOperations($caller);
        $this->status = new StatusOperations($caller);
        $this->giftCard = new GiftCardOperations($caller);
        $this->ticket = new TicketOperations($caller);
        $this->password = new PasswordOperations($caller);
        $this->impersonation = new ImpersonationOperations($caller);
        $this->approval = new ApprovalOperations($caller);
        $this->outbox = new OutboxOperations($caller);
        $this->audit = new AuditOperations($caller);
        $this->journal = new JournalOperations($caller);
        $this->report = new ReportOperations($caller);
        $this->program = new ProgramOperations($caller);
    }
}
