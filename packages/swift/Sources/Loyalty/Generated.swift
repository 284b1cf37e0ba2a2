// Made by `cargo xtask codegen` from loyalty-core/src/catalogue.rs. Do not edit.

/// The account that a new customer has.
public enum Account: Codable, Hashable, Sendable {
    /// None: the customer bought as a guest.
    case guest
    /// An account with the shop.
    case registered
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .guest: return "guest"
        case .registered: return "registered"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "guest": self = .guest
        case "registered": self = .registered
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// What kind of actor asks.
public enum ActorKind: Codable, Hashable, Sendable {
    /// A person who works for the shop.
    case agent
    /// The customer, who may only touch their own account.
    case customer
    /// The shop's own software.
    case system
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .agent: return "agent"
        case .customer: return "customer"
        case .system: return "system"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "agent": self = .agent
        case "customer": self = .customer
        case "system": self = .system
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// An address of a customer.
public struct Address: Codable, Sendable {
    /// The customer.
    public let customer: String
    /// The id: the host's, or `a1`, `a2` and so on.
    public let id: String
    /// The version, for `if_version`.
    public let version: Int64
    /// When it was added.
    public let addedAt: String
    /// Whether invoices go there unless said otherwise.
    public let defaultBilling: Bool
    /// Whether parcels go there unless said otherwise.
    public let defaultShipping: Bool
    /// The city.
    public let city: String?
    /// The company.
    public let company: String?
    /// The country.
    public let country: String?
    /// What the customer calls it, such as "Home".
    public let label: String?
    /// Street, house, floor: as written on an envelope.
    public let lines: [String]?
    /// Who receives mail there.
    public let name: String?
    /// A phone number there.
    public let phone: String?
    /// The postal code.
    public let postalCode: String?
    /// The state, province or county.
    public let region: String?

    private enum CodingKeys: String, CodingKey {
        case customer = "customer"
        case id = "id"
        case version = "version"
        case addedAt = "added_at"
        case defaultBilling = "default_billing"
        case defaultShipping = "default_shipping"
        case city = "city"
        case company = "company"
        case country = "country"
        case label = "label"
        case lines = "lines"
        case name = "name"
        case phone = "phone"
        case postalCode = "postal_code"
        case region = "region"
    }

    public init(customer: String, id: String, version: Int64, addedAt: String, defaultBilling: Bool, defaultShipping: Bool, city: String? = nil, company: String? = nil, country: String? = nil, label: String? = nil, lines: [String]? = nil, name: String? = nil, phone: String? = nil, postalCode: String? = nil, region: String? = nil) {
        self.customer = customer
        self.id = id
        self.version = version
        self.addedAt = addedAt
        self.defaultBilling = defaultBilling
        self.defaultShipping = defaultShipping
        self.city = city
        self.company = company
        self.country = country
        self.label = label
        self.lines = lines
        self.name = name
        self.phone = phone
        self.postalCode = postalCode
        self.region = region
    }
}

/// The receipt of `address.remove`.
public struct AddressRemoved: Codable, Sendable {
    /// The customer.
    public let customer: String
    /// The address that is gone; a generated id is not used again.
    public let address: String

    public init(customer: String, address: String) {
        self.customer = customer
        self.address = address
    }
}

/// The receipt of `address.add` and `address.edit`.
public struct AddressSaved: Codable, Sendable {
    /// The customer.
    public let customer: String
    /// The address.
    public let address: String
    /// Its version now.
    public let version: Int64
    /// Other addresses that were a default and no longer are; their versions went up.
    public let noLongerDefault: [String]

    private enum CodingKeys: String, CodingKey {
        case customer = "customer"
        case address = "address"
        case version = "version"
        case noLongerDefault = "no_longer_default"
    }

    public init(customer: String, address: String, version: Int64, noLongerDefault: [String]) {
        self.customer = customer
        self.address = address
        self.version = version
        self.noLongerDefault = noLongerDefault
    }
}

/// A page of commands.
public struct AuditPage: Codable, Sendable {
    /// The commands, newest first.
    public let commands: [AuditRow]
    /// Where to go on; absent on the last page.
    public let next: String?

    public init(commands: [AuditRow], next: String? = nil) {
        self.commands = commands
        self.next = next
    }
}

/// A command.
public struct AuditRow: Codable, Sendable {
    /// When.
    public let at: String
    /// The operation.
    public let operation: String
    /// The actor's id.
    public let actor: String
    /// Refused: the error code.
    public let code: String?
    /// The customer it was about; absent for the program.
    public let customer: String?
    /// Agent, customer or system; absent when erased.
    public let kind: ActorKind?
    /// Done: its number in the customer's log.
    public let number: Int64?

    public init(at: String, operation: String, actor: String, code: String? = nil, customer: String? = nil, kind: ActorKind? = nil, number: Int64? = nil) {
        self.at = at
        self.operation = operation
        self.actor = actor
        self.code = code
        self.customer = customer
        self.kind = kind
        self.number = number
    }
}

/// Whether an action can be taken now, and why not.
public struct Availability: Codable, Sendable {
    /// The operation.
    public let operation: String
    /// Whether this actor may take it with this customer now.
    public let available: Bool
    /// The code of the error that taking it would give.
    public let code: String?
    /// Why not, for people.
    public let reason: String?

    public init(operation: String, available: Bool, code: String? = nil, reason: String? = nil) {
        self.operation = operation
        self.available = available
        self.code = code
        self.reason = reason
    }
}

/// A balance (rule L7). `total = active + pending + held − debt = earned + adjusted − spent − expired`.
public struct Balance: Codable, Sendable {
    /// The point type.
    public let type: String
    /// What can be spent now.
    public let active: String
    /// What becomes active later.
    public let pending: String
    /// What holds have set aside.
    public let held: String
    /// What is owed.
    public let debt: String
    /// The sum of all entries.
    public let total: String
    /// Earned in all, less what was reversed.
    public let earned: String
    /// Adjusted by hand in all, less what was reversed.
    public let adjusted: String
    /// Spent in all, less what was reversed.
    public let spent: String
    /// Lapsed and forfeited in all.
    public let expired: String
    /// The version of the account, for `if_version`: the number of its entries.
    public let version: Int64

    public init(type: String, active: String, pending: String, held: String, debt: String, total: String, earned: String, adjusted: String, spent: String, expired: String, version: Int64) {
        self.type = type
        self.active = active
        self.pending = pending
        self.held = held
        self.debt = debt
        self.total = total
        self.earned = earned
        self.adjusted = adjusted
        self.spent = spent
        self.expired = expired
        self.version = version
    }
}

/// The answer of `blacklist.check`.
public struct BlacklistChecked: Codable, Sendable {
    /// Whether they may buy.
    public let canPurchase: Bool
    /// Why not.
    public let reason: Obstacle?

    private enum CodingKeys: String, CodingKey {
        case canPurchase = "can_purchase"
        case reason = "reason"
    }

    public init(canPurchase: Bool, reason: Obstacle? = nil) {
        self.canPurchase = canPurchase
        self.reason = reason
    }
}

/// The receipt of `blacklist.set`.
public struct BlacklistSet: Codable, Sendable {
    /// The customer.
    public let customer: String
    /// Whether the customer is blacklisted now.
    public let blacklisted: Bool
    /// Since when.
    public let since: String?

    public init(customer: String, blacklisted: Bool, since: String? = nil) {
        self.customer = customer
        self.blacklisted = blacklisted
        self.since = since
    }
}

/// A blacklisting (rule E2).
public struct Blacklisting: Codable, Sendable {
    /// Why, as it was said last.
    public let reason: String
    /// Since when the customer is blacklisted.
    public let since: String
    /// The actor who gave the reason.
    public let by: String
    /// The folded emails it blocks: those the customer had while blacklisted, at most 100.
    public let emails: [String]
    /// Since when it has this reason, when it had another before.
    public let reasonSince: String?

    private enum CodingKeys: String, CodingKey {
        case reason = "reason"
        case since = "since"
        case by = "by"
        case emails = "emails"
        case reasonSince = "reason_since"
    }

    public init(reason: String, since: String, by: String, emails: [String], reasonSince: String? = nil) {
        self.reason = reason
        self.since = since
        self.by = by
        self.emails = emails
        self.reasonSince = reasonSince
    }
}

/// A row of a bundle, in the form in which rows travel.
public struct BundledRow: Codable, Sendable {
    /// The table.
    public let table: String
    /// The typed values.
    public let values: [JSONValue]
    /// Everything else.
    public let body: String

    public init(table: String, values: [JSONValue], body: String) {
        self.table = table
        self.values = values
        self.body = body
    }
}

/// A change of membership.
public enum Change: Codable, Hashable, Sendable {
    /// A guest opens an account.
    case register
    /// A customer joins the program.
    case enroll
    /// A member leaves.
    case unenroll
    /// A member is taken out of the program.
    case remove
    /// The account is suspended.
    case deactivate
    /// The suspension ends.
    case reactivate
    /// The account becomes part of another.
    case merge
    /// The account is erased.
    case delete
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .register: return "register"
        case .enroll: return "enroll"
        case .unenroll: return "unenroll"
        case .remove: return "remove"
        case .deactivate: return "deactivate"
        case .reactivate: return "reactivate"
        case .merge: return "merge"
        case .delete: return "delete"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "register": self = .register
        case "enroll": self = .enroll
        case "unenroll": self = .unenroll
        case "remove": self = .remove
        case "deactivate": self = .deactivate
        case "reactivate": self = .reactivate
        case "merge": self = .merge
        case "delete": self = .delete
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// A condition on customers: exactly one of `and`, `or`, `not`, or `field` with `op` and `value`.
public final class Condition: Codable, Sendable {
    /// All of these hold.
    public let and: [Condition]?
    /// The field that is compared.
    public let field: Field?
    /// This does not hold.
    public let not: Condition?
    /// How.
    public let op: Op?
    /// At least one of these holds.
    public let or: [Condition]?
    /// With what: a text, true or false, null with `eq` and `ne`, a list with `in`.
    public let value: JSONValue?

    public init(and: [Condition]? = nil, field: Field? = nil, not: Condition? = nil, op: Op? = nil, or: [Condition]? = nil, value: JSONValue? = nil) {
        self.and = and
        self.field = field
        self.not = not
        self.op = op
        self.or = or
        self.value = value
    }
}

/// The answer of `customer.actions`.
public struct CustomerActionList: Codable, Sendable {
    /// The customer.
    public let customer: String
    /// Every action.
    public let actions: [Availability]

    public init(customer: String, actions: [Availability]) {
        self.customer = customer
        self.actions = actions
    }
}

/// The answer of `customer.bundle`.
public struct CustomerBundled: Codable, Sendable {
    /// The customer.
    public let customer: String
    /// The time of the request, as the host knows it.
    public let at: String
    /// Who asked, as the host knows them: an actor as in a context.
    public let actor: JSONValue?
    /// The tables of which all rows of the customer are there.
    public let tables: [String]
    /// The rows.
    public let rows: [BundledRow]

    public init(customer: String, at: String, actor: JSONValue? = nil, tables: [String], rows: [BundledRow]) {
        self.customer = customer
        self.at = at
        self.actor = actor
        self.tables = tables
        self.rows = rows
    }
}

/// The receipt of `customer.create`.
public struct CustomerCreated: Codable, Sendable {
    /// The customer.
    public let customer: String
    /// Where the customer stands.
    public let state: State
    /// When the account was created.
    public let createdAt: String
    /// The version of the profile, for `if_version`.
    public let version: Int64

    private enum CodingKeys: String, CodingKey {
        case customer = "customer"
        case state = "state"
        case createdAt = "created_at"
        case version = "version"
    }

    public init(customer: String, state: State, createdAt: String, version: Int64) {
        self.customer = customer
        self.state = state
        self.createdAt = createdAt
        self.version = version
    }
}

/// The answer of `customer.details`.
public struct CustomerDetailed: Codable, Sendable {
    /// The customer.
    public let customer: String
    /// When the account was created.
    public let createdAt: String
    /// What can be done now.
    public let actions: [Availability]?
    /// The addresses.
    public let addresses: [Address]?
    /// The commands; absent without the right `audit.list`.
    public let audit: [AuditRow]?
    /// The balances; absent without the right `points.balance`.
    public let balances: [Balance]?
    /// The blacklisting, if any; comes with the profile, and not to the customer.
    public let blacklisting: Blacklisting?
    /// What mail the customer wants.
    public let email: Preferences?
    /// Stands only on guests.
    public let guest: Bool?
    /// The entries of all journals; absent without the right `points.history`.
    public let history: [EntryView]?
    /// The last sign-in that the host told of.
    public let lastLoginAt: String?
    /// Where the customer stands.
    public let membership: Membership?
    /// The tabs that have more rows than are shown.
    public let more: [Tab]?
    /// The orders; absent without the right `order.list`.
    public let orders: [OrderView]?
    /// The saved payment methods.
    public let paymentMethods: [PaymentMethod]?
    /// Who the customer is.
    public let profile: Profile?
    /// The subscriptions; absent without the right `subscription.list`.
    public let subscriptions: [SubscriptionView]?
    /// What the customer would like.
    public let wishlist: [Wish]?

    private enum CodingKeys: String, CodingKey {
        case customer = "customer"
        case createdAt = "created_at"
        case actions = "actions"
        case addresses = "addresses"
        case audit = "audit"
        case balances = "balances"
        case blacklisting = "blacklisting"
        case email = "email"
        case guest = "guest"
        case history = "history"
        case lastLoginAt = "last_login_at"
        case membership = "membership"
        case more = "more"
        case orders = "orders"
        case paymentMethods = "payment_methods"
        case profile = "profile"
        case subscriptions = "subscriptions"
        case wishlist = "wishlist"
    }

    public init(customer: String, createdAt: String, actions: [Availability]? = nil, addresses: [Address]? = nil, audit: [AuditRow]? = nil, balances: [Balance]? = nil, blacklisting: Blacklisting? = nil, email: Preferences? = nil, guest: Bool? = nil, history: [EntryView]? = nil, lastLoginAt: String? = nil, membership: Membership? = nil, more: [Tab]? = nil, orders: [OrderView]? = nil, paymentMethods: [PaymentMethod]? = nil, profile: Profile? = nil, subscriptions: [SubscriptionView]? = nil, wishlist: [Wish]? = nil) {
        self.customer = customer
        self.createdAt = createdAt
        self.actions = actions
        self.addresses = addresses
        self.audit = audit
        self.balances = balances
        self.blacklisting = blacklisting
        self.email = email
        self.guest = guest
        self.history = history
        self.lastLoginAt = lastLoginAt
        self.membership = membership
        self.more = more
        self.orders = orders
        self.paymentMethods = paymentMethods
        self.profile = profile
        self.subscriptions = subscriptions
        self.wishlist = wishlist
    }
}

/// The receipt of `customer.edit`.
public struct CustomerEdited: Codable, Sendable {
    /// The customer.
    public let customer: String
    /// The version of the profile now; an edit that changes nothing leaves it.
    public let version: Int64
    /// The fields that are different now.
    public let changed: [String]

    public init(customer: String, version: Int64, changed: [String]) {
        self.customer = customer
        self.version = version
        self.changed = changed
    }
}

/// The receipt of `customer.assign_group`.
public struct CustomerGroupAssigned: Codable, Sendable {
    /// The customer.
    public let customer: String
    /// The version of the profile now.
    public let version: Int64
    /// The group now.
    public let group: String?
    /// The group before.
    public let groupBefore: String?

    private enum CodingKeys: String, CodingKey {
        case customer = "customer"
        case version = "version"
        case group = "group"
        case groupBefore = "group_before"
    }

    public init(customer: String, version: Int64, group: String? = nil, groupBefore: String? = nil) {
        self.customer = customer
        self.version = version
        self.group = group
        self.groupBefore = groupBefore
    }
}

/// A page of `customer.list`.
public struct CustomerListed: Codable, Sendable {
    /// The rows: a value by column, null where there is none. Rows of guests have `"guest": true` besides.
    public let rows: [[String: JSONValue]]
    /// Where the next page begins; absent on the last.
    public let next: String?

    public init(rows: [[String: JSONValue]], next: String? = nil) {
        self.rows = rows
        self.next = next
    }
}

/// The receipt of `customer.record_login`.
public struct CustomerLoginRecorded: Codable, Sendable {
    /// The customer.
    public let customer: String
    /// The last sign-in known now.
    public let lastLoginAt: String

    private enum CodingKeys: String, CodingKey {
        case customer = "customer"
        case lastLoginAt = "last_login_at"
    }

    public init(customer: String, lastLoginAt: String) {
        self.customer = customer
        self.lastLoginAt = lastLoginAt
    }
}

/// A customer, as `customer.get` shows them.
public struct CustomerView: Codable, Sendable {
    /// The customer.
    public let customer: String
    /// When the account was created.
    public let createdAt: String
    /// Who the customer is.
    public let profile: Profile
    /// Where the customer stands.
    public let membership: Membership
    /// What mail the customer wants.
    public let preferences: Preferences
    /// The blacklisting, if any.
    public let blacklisting: Blacklisting?
    /// Stands only on guests.
    public let guest: Bool?
    /// The last sign-in that the host told of.
    public let lastLoginAt: String?

    private enum CodingKeys: String, CodingKey {
        case customer = "customer"
        case createdAt = "created_at"
        case profile = "profile"
        case membership = "membership"
        case preferences = "preferences"
        case blacklisting = "blacklisting"
        case guest = "guest"
        case lastLoginAt = "last_login_at"
    }

    public init(customer: String, createdAt: String, profile: Profile, membership: Membership, preferences: Preferences, blacklisting: Blacklisting? = nil, guest: Bool? = nil, lastLoginAt: String? = nil) {
        self.customer = customer
        self.createdAt = createdAt
        self.profile = profile
        self.membership = membership
        self.preferences = preferences
        self.blacklisting = blacklisting
        self.guest = guest
        self.lastLoginAt = lastLoginAt
    }
}

/// The first place where the books are not what they should be.
public struct Difference: Codable, Sendable {
    /// Where: a row of the operation log, an entry, an account, a lot or a hold.
    public let place: String
    /// What must stand there.
    public let expected: String
    /// What stands there.
    public let found: String

    public init(place: String, expected: String, found: String) {
        self.place = place
        self.expected = expected
        self.found = found
    }
}

/// What lapses at one instant.
public struct Due: Codable, Sendable {
    /// The instant from which on it no longer counts.
    public let expiresAt: String
    /// How much.
    public let amount: String
    /// Whether this is the account's date, which moves with the member's activity.
    public let accountDate: Bool

    private enum CodingKeys: String, CodingKey {
        case expiresAt = "expires_at"
        case amount = "amount"
        case accountDate = "account_date"
    }

    public init(expiresAt: String, amount: String, accountDate: Bool) {
        self.expiresAt = expiresAt
        self.amount = amount
        self.accountDate = accountDate
    }
}

/// What an order earned by one rule.
public struct Earned: Codable, Sendable {
    /// The point type.
    public let type: String
    /// The rule.
    public let rule: String
    /// How much.
    public let amount: String
    /// The entry.
    public let entry: String

    public init(type: String, rule: String, amount: String, entry: String) {
        self.type = type
        self.rule = rule
        self.amount = amount
        self.entry = entry
    }
}

/// What orders earn, and when.
public struct Earning: Codable, Sendable {
    /// The rules; each rule of a point type adds to what the order earns.
    public let rules: [EarningRule]?
    /// The state in which an order earns.
    public let when: EarnsWhen?

    public init(rules: [EarningRule]? = nil, when: EarnsWhen? = nil) {
        self.rules = rules
        self.when = when
    }
}

/// A rate: `points` for every `per` of the order's currency (rule O2).
public struct EarningRule: Codable, Sendable {
    /// The rule's id; entries name it.
    public let id: String
    /// The point type that is earned.
    public let type: String
    /// How many are earned for every `per`.
    public let points: String
    /// How much of the order's currency earns `points`.
    public let per: String
    /// Count only full steps of `per`: 10 points per full 2 earn 30 on 7.
    public let fullSteps: Bool?
    /// Whether shipping counts.
    public let includeShipping: Bool?
    /// Whether tax counts.
    public let includeTax: Bool?
    /// How a fraction of the smallest unit is rounded.
    public let rounding: Rounding?

    private enum CodingKeys: String, CodingKey {
        case id = "id"
        case type = "type"
        case points = "points"
        case per = "per"
        case fullSteps = "full_steps"
        case includeShipping = "include_shipping"
        case includeTax = "include_tax"
        case rounding = "rounding"
    }

    public init(id: String, type: String, points: String, per: String, fullSteps: Bool? = nil, includeShipping: Bool? = nil, includeTax: Bool? = nil, rounding: Rounding? = nil) {
        self.id = id
        self.type = type
        self.points = points
        self.per = per
        self.fullSteps = fullSteps
        self.includeShipping = includeShipping
        self.includeTax = includeTax
        self.rounding = rounding
    }
}

/// The state of an order that makes it earn (rule O1).
public enum EarnsWhen: Codable, Hashable, Sendable {
    /// As soon as it is recorded.
    case placed
    /// When its payments cover it.
    case paid
    /// When it is fulfilled.
    case fulfilled
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .placed: return "placed"
        case .paid: return "paid"
        case .fulfilled: return "fulfilled"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "placed": self = .placed
        case "paid": self = .paid
        case "fulfilled": self = .fulfilled
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// The receipt of `email.set_preferences` and `email.unsubscribe_all`.
public struct EmailPreferencesSet: Codable, Sendable {
    /// The customer.
    public let customer: String
    /// The preferences now.
    public let preferences: Preferences

    public init(customer: String, preferences: Preferences) {
        self.customer = customer
        self.preferences = preferences
    }
}

/// Why an entry stands in the journal.
public enum EntryKind: Codable, Hashable, Sendable {
    /// Earned.
    case earn
    /// Adjusted by hand.
    case adjust
    /// Spent.
    case spend
    /// Spent through a hold.
    case capture
    /// Lapsed.
    case expire
    /// Taken because the member left the program.
    case forfeit
    /// Lots got a later end; the amount is zero.
    case extend
    /// Lots paid off debt; the amount is zero.
    case repay
    /// Takes an earlier entry back.
    case reverse
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .earn: return "earn"
        case .adjust: return "adjust"
        case .spend: return "spend"
        case .capture: return "capture"
        case .expire: return "expire"
        case .forfeit: return "forfeit"
        case .extend: return "extend"
        case .repay: return "repay"
        case .reverse: return "reverse"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "earn": self = .earn
        case "adjust": self = .adjust
        case "spend": self = .spend
        case "capture": self = .capture
        case "expire": self = .expire
        case "forfeit": self = .forfeit
        case "extend": self = .extend
        case "repay": self = .repay
        case "reverse": self = .reverse
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// An entry of a journal.
public struct EntryView: Codable, Sendable {
    /// The id.
    public let id: String
    /// The point type.
    public let type: String
    /// Why it stands in the journal.
    public let kind: EntryKind
    /// The signed amount.
    public let amount: String
    /// The balance after it.
    public let balance: String
    /// When it took effect.
    public let effectiveAt: String
    /// When it was recorded.
    public let recordedAt: String
    /// Who asked for it; a customer sees only themselves, not the shop's people.
    public let actor: String?
    /// A credit that is not active at once: from when on it is.
    public let availableFrom: String?
    /// What the customer reads.
    public let comment: String?
    /// How the debt changed.
    public let debt: String?
    /// A credit: when its lot ends.
    public let expires: String?
    /// The hold it came from.
    public let hold: String?
    /// The lots from which it took (negative) or to which it gave back, and how much of each.
    public let lots: [PartView]?
    /// The internal note; staff only.
    public let note: String?
    /// The order it came from.
    public let order: String?
    /// Why; staff only.
    public let reason: String?
    /// How much of it has been reversed.
    public let reversed: String?
    /// The entry it reverses.
    public let reverses: String?
    /// The earning rule it came from.
    public let rule: String?

    private enum CodingKeys: String, CodingKey {
        case id = "id"
        case type = "type"
        case kind = "kind"
        case amount = "amount"
        case balance = "balance"
        case effectiveAt = "effective_at"
        case recordedAt = "recorded_at"
        case actor = "actor"
        case availableFrom = "available_from"
        case comment = "comment"
        case debt = "debt"
        case expires = "expires"
        case hold = "hold"
        case lots = "lots"
        case note = "note"
        case order = "order"
        case reason = "reason"
        case reversed = "reversed"
        case reverses = "reverses"
        case rule = "rule"
    }

    public init(id: String, type: String, kind: EntryKind, amount: String, balance: String, effectiveAt: String, recordedAt: String, actor: String? = nil, availableFrom: String? = nil, comment: String? = nil, debt: String? = nil, expires: String? = nil, hold: String? = nil, lots: [PartView]? = nil, note: String? = nil, order: String? = nil, reason: String? = nil, reversed: String? = nil, reverses: String? = nil, rule: String? = nil) {
        self.id = id
        self.type = type
        self.kind = kind
        self.amount = amount
        self.balance = balance
        self.effectiveAt = effectiveAt
        self.recordedAt = recordedAt
        self.actor = actor
        self.availableFrom = availableFrom
        self.comment = comment
        self.debt = debt
        self.expires = expires
        self.hold = hold
        self.lots = lots
        self.note = note
        self.order = order
        self.reason = reason
        self.reversed = reversed
        self.reverses = reverses
        self.rule = rule
    }
}

/// Credits last for ever.
public struct ExpiryNever: Codable, Sendable {

    public init() {
    }
}

/// Credits end at the first instant of the local date this many days later.
public struct ExpiryDays: Codable, Sendable {
    /// How many days, 1 to 36,500.
    public let days: Int64

    public init(days: Int64) {
        self.days = days
    }
}

/// Credits end at the first instant of the same day number this many months later.
public struct ExpiryMonths: Codable, Sendable {
    /// How many months, 0 to 1,200; 0 only with `round_up_to`.
    public let months: Int64
    /// End with the month, quarter or year in which that day lies.
    public let roundUpTo: RoundUp?

    private enum CodingKeys: String, CodingKey {
        case months = "months"
        case roundUpTo = "round_up_to"
    }

    public init(months: Int64, roundUpTo: RoundUp? = nil) {
        self.months = months
        self.roundUpTo = roundUpTo
    }
}

/// All credits end on one date of the account, which moves with the member's activity.
public struct ExpiryInactivity: Codable, Sendable {
    /// The unit of `count`.
    public let period: Period
    /// How many days or months without activity.
    public let count: Int64
    /// What counts as activity.
    public let movedBy: Moves?

    private enum CodingKeys: String, CodingKey {
        case period = "period"
        case count = "count"
        case movedBy = "moved_by"
    }

    public init(period: Period, count: Int64, movedBy: Moves? = nil) {
        self.period = period
        self.count = count
        self.movedBy = movedBy
    }
}

/// The expiry policy of a point type. The resolved instant is stored on the lot; a later change of the policy
/// moves nothing by itself.
public enum Expiry: Codable, Sendable {
    case never(ExpiryNever)
    case days(ExpiryDays)
    case months(ExpiryMonths)
    case inactivity(ExpiryInactivity)
    /// One of a later release.
    case unknown(JSONValue)

    private enum CodingKeys: String, CodingKey { case policy }

    public init(from decoder: Decoder) throws {
        let word = try decoder.container(keyedBy: CodingKeys.self).decode(String.self, forKey: .policy)
        switch word {
        case "never": self = .never(try ExpiryNever(from: decoder))
        case "days": self = .days(try ExpiryDays(from: decoder))
        case "months": self = .months(try ExpiryMonths(from: decoder))
        case "inactivity": self = .inactivity(try ExpiryInactivity(from: decoder))
        default: self = .unknown(try JSONValue(from: decoder))
        }
    }

    public func encode(to encoder: Encoder) throws {
        switch self {
        case .never(let value):
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode("never", forKey: .policy)
            try value.encode(to: encoder)
        case .days(let value):
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode("days", forKey: .policy)
            try value.encode(to: encoder)
        case .months(let value):
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode("months", forKey: .policy)
            try value.encode(to: encoder)
        case .inactivity(let value):
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode("inactivity", forKey: .policy)
            try value.encode(to: encoder)
        case .unknown(let value): try value.encode(to: encoder)
        }
    }
}

/// A field of the customer list.
public enum Field: Codable, Hashable, Sendable {
    /// The host's id, byte by byte.
    case id
    /// The email, without case.
    case email
    /// The name. Filters and sorting see it folded, family name first: `lovelace ada`.
    case name
    /// The phone number, digits only.
    case phone
    /// The group.
    case group
    /// The membership state: `guest`, `registered`, `enrolled`, `unenrolled`, `removed`, `on_hold`, `merged`,
    /// `deleted`.
    case state
    /// The locale, without case.
    case locale
    /// The gender, without case and accents.
    case gender
    /// The date of birth.
    case birthDate
    /// When the account was created.
    case createdAt
    /// The last sign-in.
    case lastLoginAt
    /// Whether the newsletter is wanted.
    case newsletter
    /// Whether the customer is blacklisted.
    case blacklisted
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .id: return "id"
        case .email: return "email"
        case .name: return "name"
        case .phone: return "phone"
        case .group: return "group"
        case .state: return "state"
        case .locale: return "locale"
        case .gender: return "gender"
        case .birthDate: return "birth_date"
        case .createdAt: return "created_at"
        case .lastLoginAt: return "last_login_at"
        case .newsletter: return "newsletter"
        case .blacklisted: return "blacklisted"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "id": self = .id
        case "email": self = .email
        case "name": self = .name
        case "phone": self = .phone
        case "group": self = .group
        case "state": self = .state
        case "locale": self = .locale
        case "gender": self = .gender
        case "birth_date": self = .birthDate
        case "created_at": self = .createdAt
        case "last_login_at": self = .lastLoginAt
        case "newsletter": self = .newsletter
        case "blacklisted": self = .blacklisted
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// Whether a hold still sets something aside.
public enum HoldState: Codable, Hashable, Sendable {
    /// It does.
    case open
    /// Nothing is set aside any more.
    case closed
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .open: return "open"
        case .closed: return "closed"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "open": self = .open
        case "closed": self = .closed
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// A hold.
public struct HoldView: Codable, Sendable {
    /// The id.
    public let id: String
    /// The point type.
    public let type: String
    /// Open, or closed because all was captured or released.
    public let state: HoldState
    /// What was set aside.
    public let authorized: String
    /// What was taken.
    public let captured: String
    /// What was given back.
    public let released: String
    /// What is still set aside.
    public let remaining: String
    /// When what remains is given back by itself.
    public let heldUntil: String?
    /// The order for which it was made.
    public let order: String?

    private enum CodingKeys: String, CodingKey {
        case id = "id"
        case type = "type"
        case state = "state"
        case authorized = "authorized"
        case captured = "captured"
        case released = "released"
        case remaining = "remaining"
        case heldUntil = "held_until"
        case order = "order"
    }

    public init(id: String, type: String, state: HoldState, authorized: String, captured: String, released: String, remaining: String, heldUntil: String? = nil, order: String? = nil) {
        self.id = id
        self.type = type
        self.state = state
        self.authorized = authorized
        self.captured = captured
        self.released = released
        self.remaining = remaining
        self.heldUntil = heldUntil
        self.order = order
    }
}

/// The verdict.
public struct JournalVerified: Codable, Sendable {
    /// Whether everything is as it should be.
    public let sound: Bool
    /// The head of the chain, 64 hexadecimal digits.
    public let head: String
    /// Commands in the chain.
    public let commands: Int64
    /// Entries in all journals.
    public let entries: Int64
    /// The first difference.
    public let difference: Difference?

    public init(sound: Bool, head: String, commands: Int64, entries: Int64, difference: Difference? = nil) {
        self.sound = sound
        self.head = head
        self.commands = commands
        self.entries = entries
        self.difference = difference
    }
}

/// What the sweep did.
public struct MaintenanceSwept: Codable, Sendable {
    /// Customers settled.
    public let customers: Int64
    /// Customers whose settling was refused; they are due again.
    public let refused: Int64
    /// Whether there may be more that is due: call again.
    public let more: Bool

    public init(customers: Int64, refused: Int64, more: Bool) {
        self.customers = customers
        self.refused = refused
        self.more = more
    }
}

/// A customer's membership.
public struct Membership: Codable, Sendable {
    /// Where the customer stands.
    public let state: State
    /// Since when.
    public let since: String
    /// The version of the membership, for `if_version`.
    public let version: Int64
    /// On hold: the state to which the account returns.
    public let before: State?
    /// Enrolled at least once: when first.
    public let enrolledAt: String?
    /// Merged: into whom.
    public let mergedInto: String?

    private enum CodingKeys: String, CodingKey {
        case state = "state"
        case since = "since"
        case version = "version"
        case before = "before"
        case enrolledAt = "enrolled_at"
        case mergedInto = "merged_into"
    }

    public init(state: State, since: String, version: Int64, before: State? = nil, enrolledAt: String? = nil, mergedInto: String? = nil) {
        self.state = state
        self.since = since
        self.version = version
        self.before = before
        self.enrolledAt = enrolledAt
        self.mergedInto = mergedInto
    }
}

/// The capabilities of a customer.
public struct MembershipCapabilityList: Codable, Sendable {
    /// The customer.
    public let customer: String
    /// Where the customer stands.
    public let state: State
    /// Each capability, and whether the state has it.
    public let capabilities: [String: Bool]

    public init(customer: String, state: State, capabilities: [String: Bool]) {
        self.customer = customer
        self.state = state
        self.capabilities = capabilities
    }
}

/// The result of a change of membership.
public struct MembershipChanged: Codable, Sendable {
    /// The customer.
    public let customer: String
    /// The state before.
    public let from: State
    /// The state now.
    public let state: State
    /// The version of the membership, for `if_version`.
    public let version: Int64

    public init(customer: String, from: State, state: State, version: Int64) {
        self.customer = customer
        self.from = from
        self.state = state
        self.version = version
    }
}

/// The membership and how it came to be.
public struct MembershipHistory: Codable, Sendable {
    /// The customer.
    public let customer: String
    /// The membership now.
    public let membership: Membership
    /// The changes, newest first.
    public let changes: [PastChange]

    public init(customer: String, membership: Membership, changes: [PastChange]) {
        self.customer = customer
        self.membership = membership
        self.changes = changes
    }
}

/// A message as the host gets it.
public struct MessageView: Codable, Sendable {
    /// The id, for `outbox.ack`.
    public let id: String
    /// What happened: the name of the operation.
    public let event: String
    /// When it was recorded.
    public let recordedAt: String
    /// Who asked for it.
    public let actor: String
    /// The result of the operation.
    public let data: JSONValue?
    /// Given out again after this time if it is not acknowledged.
    public let leasedUntil: String
    /// The customer it is about.
    public let customer: String?

    private enum CodingKeys: String, CodingKey {
        case id = "id"
        case event = "event"
        case recordedAt = "recorded_at"
        case actor = "actor"
        case data = "data"
        case leasedUntil = "leased_until"
        case customer = "customer"
    }

    public init(id: String, event: String, recordedAt: String, actor: String, data: JSONValue? = nil, leasedUntil: String, customer: String? = nil) {
        self.id = id
        self.event = event
        self.recordedAt = recordedAt
        self.actor = actor
        self.data = data
        self.leasedUntil = leasedUntil
        self.customer = customer
    }
}

/// What moves the date of an account whose credits lapse with inactivity.
public enum Moves: Codable, Hashable, Sendable {
    /// Earning.
    case earning
    /// Earning and spending.
    case earningOrSpending
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .earning: return "earning"
        case .earningOrSpending: return "earning_or_spending"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "earning": self = .earning
        case "earning_or_spending": self = .earningOrSpending
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// Something with an id and a name: a group or a mailing list.
public struct Named: Codable, Sendable {
    /// The id.
    public let id: String
    /// The name that people see; the id when absent.
    public let name: String?

    public init(id: String, name: String? = nil) {
        self.id = id
        self.name = name
    }
}

/// Why someone may not buy.
public enum Obstacle: Codable, Hashable, Sendable {
    /// The email or the customer is blacklisted.
    case blacklisted
    /// The customer is on hold, merged or deleted.
    case state
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .blacklisted: return "blacklisted"
        case .state: return "state"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "blacklisted": self = .blacklisted
        case "state": self = .state
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// What becomes of points and stamps when a member leaves the program.
public enum OnLeaving: Codable, Hashable, Sendable {
    /// They stay, frozen, and lapse on their dates.
    case freeze
    /// They are taken.
    case forfeit
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .freeze: return "freeze"
        case .forfeit: return "forfeit"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "freeze": self = .freeze
        case "forfeit": self = .forfeit
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// How a field is compared.
public enum Op: Codable, Hashable, Sendable {
    /// Equal; null equals null.
    case eq
    /// Not equal; also where there is no value.
    case ne
    /// Smaller.
    case lt
    /// Smaller or equal.
    case le
    /// Larger.
    case gt
    /// Larger or equal.
    case ge
    /// Equal to one of a list.
    case `in`
    /// Begins with.
    case prefix
    /// In which it stands somewhere; of a name, each word.
    case contains
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .eq: return "eq"
        case .ne: return "ne"
        case .lt: return "lt"
        case .le: return "le"
        case .gt: return "gt"
        case .ge: return "ge"
        case .`in`: return "in"
        case .prefix: return "prefix"
        case .contains: return "contains"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "eq": self = .eq
        case "ne": self = .ne
        case "lt": self = .lt
        case "le": self = .le
        case "gt": self = .gt
        case "ge": self = .ge
        case "in": self = .`in`
        case "prefix": self = .prefix
        case "contains": self = .contains
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// A decision about a mailing list: what, when, by whom and through what.
public struct OptIn: Codable, Sendable {
    /// Wanted or not.
    public let optedIn: Bool
    /// When it was decided.
    public let changedAt: String
    /// The actor who recorded it.
    public let by: String
    /// The page, device or channel.
    public let through: String?

    private enum CodingKeys: String, CodingKey {
        case optedIn = "opted_in"
        case changedAt = "changed_at"
        case by = "by"
        case through = "through"
    }

    public init(optedIn: Bool, changedAt: String, by: String, through: String? = nil) {
        self.optedIn = optedIn
        self.changedAt = changedAt
        self.by = by
        self.through = through
    }
}

/// A line of an order.
public struct OrderLine: Codable, Sendable {
    /// The host's id of the line, unique in the order; its position from 1 when absent.
    public let id: String
    /// How many, more than zero.
    public let quantity: String
    /// The price of one, not negative.
    public let unitPrice: String
    /// Discount on the line, not negative.
    public let discount: String
    /// The category of the article.
    public let category: String?
    /// The article.
    public let sku: String?

    private enum CodingKeys: String, CodingKey {
        case id = "id"
        case quantity = "quantity"
        case unitPrice = "unit_price"
        case discount = "discount"
        case category = "category"
        case sku = "sku"
    }

    public init(id: String, quantity: String, unitPrice: String, discount: String, category: String? = nil, sku: String? = nil) {
        self.id = id
        self.quantity = quantity
        self.unitPrice = unitPrice
        self.discount = discount
        self.category = category
        self.sku = sku
    }
}

/// A line of an order as it comes in.
public struct OrderOrderLine: Codable, Sendable {
    /// The price of one, not negative.
    public let unitPrice: String
    /// The category of the article.
    public let category: String?
    /// Discount on the line, not negative.
    public let discount: String?
    /// The host's id of the line, unique in the order; its position from 1 when absent.
    public let id: String?
    /// How many, more than zero; 1 when absent.
    public let quantity: String?
    /// The article.
    public let sku: String?

    private enum CodingKeys: String, CodingKey {
        case unitPrice = "unit_price"
        case category = "category"
        case discount = "discount"
        case id = "id"
        case quantity = "quantity"
        case sku = "sku"
    }

    public init(unitPrice: String, category: String? = nil, discount: String? = nil, id: String? = nil, quantity: String? = nil, sku: String? = nil) {
        self.unitPrice = unitPrice
        self.category = category
        self.discount = discount
        self.id = id
        self.quantity = quantity
        self.sku = sku
    }
}

/// A page of orders.
public struct OrderPage: Codable, Sendable {
    /// The orders, newest first.
    public let orders: [OrderView]
    /// Where to go on; absent on the last page.
    public let next: String?

    public init(orders: [OrderView], next: String? = nil) {
        self.orders = orders
        self.next = next
    }
}

/// A payment of an order.
public struct OrderPayment: Codable, Sendable {
    /// The host's id of the payment, unique in the order.
    public let id: String
    /// How much.
    public let amount: String
    /// Where it stands.
    public let status: PaymentStatus
    /// How it was paid.
    public let method: String?

    public init(id: String, amount: String, status: PaymentStatus, method: String? = nil) {
        self.id = id
        self.amount = amount
        self.status = status
        self.method = method
    }
}

/// The result of `order.record`.
public struct OrderRecorded: Codable, Sendable {
    /// The order's number.
    public let number: String
    /// What it comes to.
    public let total: String
    /// What it earned in all.
    public let earned: [Earned]
    /// When it earned; absent while it has not.
    public let earnedAt: String?
    /// Why it has not earned.
    public let notEarned: String?

    private enum CodingKeys: String, CodingKey {
        case number = "number"
        case total = "total"
        case earned = "earned"
        case earnedAt = "earned_at"
        case notEarned = "not_earned"
    }

    public init(number: String, total: String, earned: [Earned], earnedAt: String? = nil, notEarned: String? = nil) {
        self.number = number
        self.total = total
        self.earned = earned
        self.earnedAt = earnedAt
        self.notEarned = notEarned
    }
}

/// An order as answers show it.
public struct OrderView: Codable, Sendable {
    /// The host's number.
    public let number: String
    /// When it was placed.
    public let placedAt: String
    /// What it comes to: lines less discounts, plus shipping and tax.
    public let total: String
    /// The currency, three capital letters.
    public let currency: String
    /// The lines.
    public let lines: [OrderLine]
    /// Discount on the whole.
    public let discount: String
    /// Shipping.
    public let shipping: String
    /// Tax.
    public let tax: String
    /// Where it was placed.
    public let channel: String?
    /// What it earned.
    public let earned: [Earned]?
    /// When it earned.
    public let earnedAt: String?
    /// Whether it is fulfilled.
    public let fulfilled: Bool?
    /// A link into the host's own page; staff only.
    public let link: String?
    /// The number of the order to which several belong.
    public let masterNumber: String?
    /// The payments.
    public let payments: [Payment]?

    private enum CodingKeys: String, CodingKey {
        case number = "number"
        case placedAt = "placed_at"
        case total = "total"
        case currency = "currency"
        case lines = "lines"
        case discount = "discount"
        case shipping = "shipping"
        case tax = "tax"
        case channel = "channel"
        case earned = "earned"
        case earnedAt = "earned_at"
        case fulfilled = "fulfilled"
        case link = "link"
        case masterNumber = "master_number"
        case payments = "payments"
    }

    public init(number: String, placedAt: String, total: String, currency: String, lines: [OrderLine], discount: String, shipping: String, tax: String, channel: String? = nil, earned: [Earned]? = nil, earnedAt: String? = nil, fulfilled: Bool? = nil, link: String? = nil, masterNumber: String? = nil, payments: [Payment]? = nil) {
        self.number = number
        self.placedAt = placedAt
        self.total = total
        self.currency = currency
        self.lines = lines
        self.discount = discount
        self.shipping = shipping
        self.tax = tax
        self.channel = channel
        self.earned = earned
        self.earnedAt = earnedAt
        self.fulfilled = fulfilled
        self.link = link
        self.masterNumber = masterNumber
        self.payments = payments
    }
}

/// A lot and where it came from.
public struct Origins: Codable, Sendable {
    /// The lot: the id of the entry that made it.
    public let lot: String
    /// How much of it: in a balance what is left, in an entry what was taken (negative) or put back.
    public let amount: String
    /// When it ends.
    public let expires: String
    /// The entry that made it: order, rule, adjustment.
    public let madeBy: EntryView
    /// Where it is now: `pending`, `active`, `held`, `lapsed`; absent for what an entry moved.
    public let place: String?

    private enum CodingKeys: String, CodingKey {
        case lot = "lot"
        case amount = "amount"
        case expires = "expires"
        case madeBy = "made_by"
        case place = "place"
    }

    public init(lot: String, amount: String, expires: String, madeBy: EntryView, place: String? = nil) {
        self.lot = lot
        self.amount = amount
        self.expires = expires
        self.madeBy = madeBy
        self.place = place
    }
}

/// What was acknowledged.
public struct OutboxAcked: Codable, Sendable {
    /// How many are done now.
    public let acknowledged: Int64
    /// How many were done already or unknown.
    public let unknown: Int64

    public init(acknowledged: Int64, unknown: Int64) {
        self.acknowledged = acknowledged
        self.unknown = unknown
    }
}

/// The messages taken.
public struct OutboxTaken: Codable, Sendable {
    /// The messages; acknowledge them with `outbox.ack`.
    public let messages: [MessageView]

    public init(messages: [MessageView]) {
        self.messages = messages
    }
}

/// What became of a command.
public enum Outcome: Codable, Hashable, Sendable {
    /// It was done.
    case done
    /// It was refused and changed nothing.
    case refused
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .done: return "done"
        case .refused: return "refused"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "done": self = .done
        case "refused": self = .refused
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// What an entry took from a lot or put back.
public struct PartView: Codable, Sendable {
    /// The lot: the id of the entry that made it.
    public let lot: String
    /// How much, signed.
    public let amount: String
    /// When that lot ends.
    public let expires: String

    public init(lot: String, amount: String, expires: String) {
        self.lot = lot
        self.amount = amount
        self.expires = expires
    }
}

/// A total as it was.
public struct PastBalance: Codable, Sendable {
    /// The point type.
    public let type: String
    /// The sum of all entries that had taken effect.
    public let total: String

    public init(type: String, total: String) {
        self.type = type
        self.total = total
    }
}

/// A change that was made.
public struct PastChange: Codable, Sendable {
    /// When.
    public let at: String
    /// The change.
    public let change: Change
    /// The state before.
    public let from: State
    /// The state after.
    public let to: State
    /// Who asked for it; a customer sees only themselves, not the shop's people.
    public let actor: String?
    /// A comment; the customer reads it.
    public let comment: String?
    /// Why; staff only.
    public let reason: String?

    public init(at: String, change: Change, from: State, to: State, actor: String? = nil, comment: String? = nil, reason: String? = nil) {
        self.at = at
        self.change = change
        self.from = from
        self.to = to
        self.actor = actor
        self.comment = comment
        self.reason = reason
    }
}

/// A payment of an order.
public struct Payment: Codable, Sendable {
    /// The host's id of the payment, unique in the order.
    public let id: String
    /// How much.
    public let amount: String
    /// Where it stands.
    public let status: PaymentStatus
    /// How it was paid.
    public let method: String?

    public init(id: String, amount: String, status: PaymentStatus, method: String? = nil) {
        self.id = id
        self.amount = amount
        self.status = status
        self.method = method
    }
}

/// A saved payment method of a customer.
public struct PaymentMethod: Codable, Sendable {
    /// The customer.
    public let customer: String
    /// The id: the host's, or `m1`, `m2` and so on.
    public let id: String
    /// The version, for `if_version`.
    public let version: Int64
    /// When it was first saved.
    public let savedAt: String
    /// What the payment provider calls it.
    public let token: String
    /// The brand, such as "Visa".
    public let brand: String?
    /// The last month in which it is valid, 1 to 12.
    public let expiryMonth: Int64?
    /// The year of that month.
    public let expiryYear: Int64?
    /// The last four digits.
    public let lastFour: String?

    private enum CodingKeys: String, CodingKey {
        case customer = "customer"
        case id = "id"
        case version = "version"
        case savedAt = "saved_at"
        case token = "token"
        case brand = "brand"
        case expiryMonth = "expiry_month"
        case expiryYear = "expiry_year"
        case lastFour = "last_four"
    }

    public init(customer: String, id: String, version: Int64, savedAt: String, token: String, brand: String? = nil, expiryMonth: Int64? = nil, expiryYear: Int64? = nil, lastFour: String? = nil) {
        self.customer = customer
        self.id = id
        self.version = version
        self.savedAt = savedAt
        self.token = token
        self.brand = brand
        self.expiryMonth = expiryMonth
        self.expiryYear = expiryYear
        self.lastFour = lastFour
    }
}

/// The receipt of `payment_method.remove`.
public struct PaymentMethodRemoved: Codable, Sendable {
    /// The customer.
    public let customer: String
    /// The payment method that is gone; a generated id is not used again.
    public let paymentMethod: String

    private enum CodingKeys: String, CodingKey {
        case customer = "customer"
        case paymentMethod = "payment_method"
    }

    public init(customer: String, paymentMethod: String) {
        self.customer = customer
        self.paymentMethod = paymentMethod
    }
}

/// The receipt of `payment_method.save`.
public struct PaymentMethodSaved: Codable, Sendable {
    /// The customer.
    public let customer: String
    /// The payment method.
    public let paymentMethod: String
    /// Its version now.
    public let version: Int64

    private enum CodingKeys: String, CodingKey {
        case customer = "customer"
        case paymentMethod = "payment_method"
        case version = "version"
    }

    public init(customer: String, paymentMethod: String, version: Int64) {
        self.customer = customer
        self.paymentMethod = paymentMethod
        self.version = version
    }
}

/// Where a payment stands.
public enum PaymentStatus: Codable, Hashable, Sendable {
    /// Not yet paid.
    case pending
    /// Promised by the payment service.
    case authorized
    /// Paid.
    case paid
    /// Failed.
    case failed
    /// Paid back.
    case refunded
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .pending: return "pending"
        case .authorized: return "authorized"
        case .paid: return "paid"
        case .failed: return "failed"
        case .refunded: return "refunded"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "pending": self = .pending
        case "authorized": self = .authorized
        case "paid": self = .paid
        case "failed": self = .failed
        case "refunded": self = .refunded
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// A unit of time of the calendar.
public enum Period: Codable, Hashable, Sendable {
    /// Local dates.
    case days
    /// Months.
    case months
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .days: return "days"
        case .months: return "months"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "days": self = .days
        case "months": self = .months
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// What a point type is.
public enum PointKind: Codable, Hashable, Sendable {
    /// Points: follow membership.
    case points
    /// Stamps: follow membership.
    case stamps
    /// Money of one currency: follows the account.
    case money
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .points: return "points"
        case .stamps: return "stamps"
        case .money: return "money"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "points": self = .points
        case "stamps": self = .stamps
        case "money": self = .money
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// A unit of value with its own ledger.
public struct PointType: Codable, Sendable {
    /// The id, such as `points`. It can never change its kind, places or currency, nor go away.
    public let id: String
    /// Days until what is earned becomes active; 0 at once (rule L4).
    public let activationDays: Int64?
    /// The currency of a money type (rule R8).
    public let currency: String?
    /// How far a claw-back or adjustment may take the balance below zero: "0", or a negative decimal (rule L7).
    public let debtFloor: String?
    /// How long a credit lasts.
    public let expiry: Expiry?
    /// What it is; decides which membership states may use it (rule M2).
    public let kind: PointKind?
    /// The name that people see; the id when absent.
    public let name: String?
    /// Decimal places, 0 to 8. Money has those of its currency.
    public let places: Int64?
    /// Days that a lot put back after its expiry lives on; 0 none (rule L9).
    public let reversalGraceDays: Int64?
    /// What happens when a reversed credit is spent already (rule L9).
    public let reversalShortfall: Shortfall?

    private enum CodingKeys: String, CodingKey {
        case id = "id"
        case activationDays = "activation_days"
        case currency = "currency"
        case debtFloor = "debt_floor"
        case expiry = "expiry"
        case kind = "kind"
        case name = "name"
        case places = "places"
        case reversalGraceDays = "reversal_grace_days"
        case reversalShortfall = "reversal_shortfall"
    }

    public init(id: String, activationDays: Int64? = nil, currency: String? = nil, debtFloor: String? = nil, expiry: Expiry? = nil, kind: PointKind? = nil, name: String? = nil, places: Int64? = nil, reversalGraceDays: Int64? = nil, reversalShortfall: Shortfall? = nil) {
        self.id = id
        self.activationDays = activationDays
        self.currency = currency
        self.debtFloor = debtFloor
        self.expiry = expiry
        self.kind = kind
        self.name = name
        self.places = places
        self.reversalGraceDays = reversalGraceDays
        self.reversalShortfall = reversalShortfall
    }
}

/// The balances of a customer.
public struct PointsBalances: Codable, Sendable {
    /// The customer.
    public let customer: String
    /// When this was so.
    public let at: String
    /// One per point type.
    public let balances: [Balance]
    /// The totals at the moment `as_of`.
    public let asOf: [PastBalance]?
    /// The open holds, those that end first first, at most 100 per point type.
    public let holds: [HoldView]?

    private enum CodingKeys: String, CodingKey {
        case customer = "customer"
        case at = "at"
        case balances = "balances"
        case asOf = "as_of"
        case holds = "holds"
    }

    public init(customer: String, at: String, balances: [Balance], asOf: [PastBalance]? = nil, holds: [HoldView]? = nil) {
        self.customer = customer
        self.at = at
        self.balances = balances
        self.asOf = asOf
        self.holds = holds
    }
}

/// The result of `points.capture`.
public struct PointsCaptured: Codable, Sendable {
    /// The hold as it is now.
    public let hold: HoldView
    /// The entry.
    public let entry: String

    public init(hold: HoldView, entry: String) {
        self.hold = hold
        self.entry = entry
    }
}

/// An explanation.
public struct PointsExplained: Codable, Sendable {
    /// The lots behind it, each with the entry that made it.
    public let lots: [Origins]
    /// Whether there are more lots than are shown.
    public let more: Bool
    /// The entry itself, when one is explained.
    public let entry: EntryView?

    public init(lots: [Origins], more: Bool, entry: EntryView? = nil) {
        self.lots = lots
        self.more = more
        self.entry = entry
    }
}

/// A page of a journal.
public struct PointsHistoryPage: Codable, Sendable {
    /// The entries, newest first.
    public let entries: [EntryView]
    /// Where to go on; absent on the last page.
    public let next: String?

    public init(entries: [EntryView], next: String? = nil) {
        self.entries = entries
        self.next = next
    }
}

/// The result of an operation that writes one entry.
public struct PointsPosted: Codable, Sendable {
    /// The customer.
    public let customer: String
    /// The entry; the receipt's `entries` have it whole.
    public let entry: String

    public init(customer: String, entry: String) {
        self.customer = customer
        self.entry = entry
    }
}

/// The result of `points.reverse`.
public struct PointsReversed: Codable, Sendable {
    /// The customer.
    public let customer: String
    /// The entry that reverses.
    public let entry: String
    /// Of a credit: what had lapsed and so counts as taken.
    public let lapsed: String
    /// Of a credit: what was spent already and is forgiven.
    public let forgiven: String

    public init(customer: String, entry: String, lapsed: String, forgiven: String) {
        self.customer = customer
        self.entry = entry
        self.lapsed = lapsed
        self.forgiven = forgiven
    }
}

/// What lapses when.
public struct PointsSchedule: Codable, Sendable {
    /// The customer.
    public let customer: String
    /// The dates, the first to come first.
    public let due: [Due]
    /// What never lapses.
    public let never: String
    /// What is held.
    public let held: String

    public init(customer: String, due: [Due], never: String, held: String) {
        self.customer = customer
        self.due = due
        self.never = never
        self.held = held
    }
}

/// What mail a customer wants (rule E1).
public struct Preferences: Codable, Sendable {
    /// The mailing lists of the program that the customer decided about.
    public let lists: [String: OptIn]?
    /// Whether the shop's newsletter is wanted.
    public let newsletter: OptIn?
    /// The version of the preferences, for `if_version`.
    public let version: Int64?

    public init(lists: [String: OptIn]? = nil, newsletter: OptIn? = nil, version: Int64? = nil) {
        self.lists = lists
        self.newsletter = newsletter
        self.version = version
    }
}

/// Who a customer is. Every field may be missing.
public struct Profile: Codable, Sendable {
    /// The date of birth.
    public let birthDate: String?
    /// The email address, unique among customers that are not guests, merged or deleted.
    public let email: String?
    /// The given name.
    public let firstName: String?
    /// The gender, in the customer's words.
    public let gender: String?
    /// A group of the program.
    public let group: String?
    /// The family name.
    public let lastName: String?
    /// A link into the host's own page of this customer.
    public let link: String?
    /// The locale, such as `de-AT`.
    public let locale: String?
    /// Further given names.
    public let middleName: String?
    /// The phone number.
    public let phone: String?
    /// A title or other prefix.
    public let prefix: String?
    /// A suffix such as "Jr."
    public let suffix: String?
    /// The customer's own time zone, for the host's display; expiry is counted in the program's.
    public let timeZone: String?
    /// The version of the profile, for `if_version`.
    public let version: Int64?

    private enum CodingKeys: String, CodingKey {
        case birthDate = "birth_date"
        case email = "email"
        case firstName = "first_name"
        case gender = "gender"
        case group = "group"
        case lastName = "last_name"
        case link = "link"
        case locale = "locale"
        case middleName = "middle_name"
        case phone = "phone"
        case prefix = "prefix"
        case suffix = "suffix"
        case timeZone = "time_zone"
        case version = "version"
    }

    public init(birthDate: String? = nil, email: String? = nil, firstName: String? = nil, gender: String? = nil, group: String? = nil, lastName: String? = nil, link: String? = nil, locale: String? = nil, middleName: String? = nil, phone: String? = nil, prefix: String? = nil, suffix: String? = nil, timeZone: String? = nil, version: Int64? = nil) {
        self.birthDate = birthDate
        self.email = email
        self.firstName = firstName
        self.gender = gender
        self.group = group
        self.lastName = lastName
        self.link = link
        self.locale = locale
        self.middleName = middleName
        self.phone = phone
        self.prefix = prefix
        self.suffix = suffix
        self.timeZone = timeZone
        self.version = version
    }
}

/// The merchant's configuration.
///
/// Everything but `point_types` has a default. `Program::parse` checks a document and reports every mistake with
/// its path.
public struct Program: Codable, Sendable {
    /// The units of value, each with its own ledger.
    public let pointTypes: [PointType]
    /// Whether a manual adjustment needs a reason (rule L2).
    public let adjustmentNeedsReason: Bool?
    /// The currencies in which orders earn, with their decimal places: `{"USD": 2}`.
    public let currencies: [String: Int64]?
    /// What customers may do with their own account.
    public let customerRights: [String]?
    /// What orders earn.
    public let earning: Earning?
    /// The commands after which an event is queued for the host: names, or `noun.*` (rule P6).
    public let events: [String]?
    /// Groups that customers can be in.
    public let groups: [Named]?
    /// How long a hold stays when the request does not say, in seconds (rule L8).
    public let holdSeconds: Int64?
    /// Mailing lists that customers can opt in to.
    public let mailingLists: [Named]?
    /// The program's name, as customers see it.
    public let name: String?
    /// What becomes of points when a member leaves the program (rules of section M).
    public let onLeaving: OnLeaving?
    /// What agents and systems may do.
    public let roles: [Role]?
    /// The zone in which days, months and expiry are counted (rule L4).
    public let timeZone: String?

    private enum CodingKeys: String, CodingKey {
        case pointTypes = "point_types"
        case adjustmentNeedsReason = "adjustment_needs_reason"
        case currencies = "currencies"
        case customerRights = "customer_rights"
        case earning = "earning"
        case events = "events"
        case groups = "groups"
        case holdSeconds = "hold_seconds"
        case mailingLists = "mailing_lists"
        case name = "name"
        case onLeaving = "on_leaving"
        case roles = "roles"
        case timeZone = "time_zone"
    }

    public init(pointTypes: [PointType], adjustmentNeedsReason: Bool? = nil, currencies: [String: Int64]? = nil, customerRights: [String]? = nil, earning: Earning? = nil, events: [String]? = nil, groups: [Named]? = nil, holdSeconds: Int64? = nil, mailingLists: [Named]? = nil, name: String? = nil, onLeaving: OnLeaving? = nil, roles: [Role]? = nil, timeZone: String? = nil) {
        self.pointTypes = pointTypes
        self.adjustmentNeedsReason = adjustmentNeedsReason
        self.currencies = currencies
        self.customerRights = customerRights
        self.earning = earning
        self.events = events
        self.groups = groups
        self.holdSeconds = holdSeconds
        self.mailingLists = mailingLists
        self.name = name
        self.onLeaving = onLeaving
        self.roles = roles
        self.timeZone = timeZone
    }
}

/// The current program.
public struct ProgramCurrent: Codable, Sendable {
    /// The version, for `if_version`.
    public let version: Int64
    /// The document.
    public let program: Program
    /// When it was set.
    public let setAt: String?

    private enum CodingKeys: String, CodingKey {
        case version = "version"
        case program = "program"
        case setAt = "set_at"
    }

    public init(version: Int64, program: Program, setAt: String? = nil) {
        self.version = version
        self.program = program
        self.setAt = setAt
    }
}

/// A role that an actor can carry.
public struct Role: Codable, Sendable {
    /// The id that the host names in the context.
    public let id: String
    /// The operations it may use.
    public let rights: [String]
    /// How much value of a point type it may move. A type not named is not limited.
    public let limits: [RoleLimit]?

    public init(id: String, rights: [String], limits: [RoleLimit]? = nil) {
        self.id = id
        self.rights = rights
        self.limits = limits
    }
}

/// How much value of a point type a role may give or take.
public struct RoleLimit: Codable, Sendable {
    /// The point type.
    public let type: String
    /// The largest sum of one actor in one day of the program's zone.
    public let perDay: String?
    /// The largest value of one operation.
    public let perOperation: String?

    private enum CodingKeys: String, CodingKey {
        case type = "type"
        case perDay = "per_day"
        case perOperation = "per_operation"
    }

    public init(type: String, perDay: String? = nil, perOperation: String? = nil) {
        self.type = type
        self.perDay = perDay
        self.perOperation = perOperation
    }
}

/// The period with which a validity ends.
public enum RoundUp: Codable, Hashable, Sendable {
    /// The calendar month.
    case month
    /// The calendar quarter.
    case quarter
    /// The calendar year.
    case year
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .month: return "month"
        case .quarter: return "quarter"
        case .year: return "year"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "month": self = .month
        case "quarter": self = .quarter
        case "year": self = .year
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// How a fraction of the smallest unit is rounded.
public enum Rounding: Codable, Hashable, Sendable {
    /// Towards nothing.
    case down
    /// To the nearest, halves up.
    case halfUp
    /// To the next.
    case up
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .down: return "down"
        case .halfUp: return "half_up"
        case .up: return "up"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "down": self = .down
        case "half_up": self = .halfUp
        case "up": self = .up
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// What happens when a reversed credit is spent already.
public enum Shortfall: Codable, Hashable, Sendable {
    /// The reversal is refused.
    case refuse
    /// What is missing becomes debt, even beyond the floor.
    case debt
    /// What is missing is forgiven.
    case forgive
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .refuse: return "refuse"
        case .debt: return "debt"
        case .forgive: return "forgive"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "refuse": self = .refuse
        case "debt": self = .debt
        case "forgive": self = .forgive
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// Where a customer stands. `inactive` is three states, told apart by their cause.
public enum State: Codable, Hashable, Sendable {
    /// Bought without an account.
    case guest
    /// Has an account with the shop.
    case registered
    /// Is a member of the program.
    case enrolled
    /// Inactive: left the program and the shop's mailings.
    case unenrolled
    /// Inactive: taken out of the program, stays a customer of the shop.
    case removed
    /// Inactive: suspended; nothing is lost.
    case onHold
    /// Merged into another customer.
    case merged
    /// Erased.
    case deleted
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .guest: return "guest"
        case .registered: return "registered"
        case .enrolled: return "enrolled"
        case .unenrolled: return "unenrolled"
        case .removed: return "removed"
        case .onHold: return "on_hold"
        case .merged: return "merged"
        case .deleted: return "deleted"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "guest": self = .guest
        case "registered": self = .registered
        case "enrolled": self = .enrolled
        case "unenrolled": self = .unenrolled
        case "removed": self = .removed
        case "on_hold": self = .onHold
        case "merged": self = .merged
        case "deleted": self = .deleted
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// One change of a subscription's status.
public struct StatusChange: Codable, Sendable {
    /// The status after.
    public let to: SubscriptionStatus
    /// When it changed.
    public let at: String
    /// The status before; absent where it began.
    public let from: SubscriptionStatus?

    public init(to: SubscriptionStatus, at: String, from: SubscriptionStatus? = nil) {
        self.to = to
        self.at = at
        self.from = from
    }
}

/// A page of subscriptions.
public struct SubscriptionPage: Codable, Sendable {
    /// The subscriptions, newest first.
    public let subscriptions: [SubscriptionView]
    /// Where to go on; absent on the last page.
    public let next: String?

    public init(subscriptions: [SubscriptionView], next: String? = nil) {
        self.subscriptions = subscriptions
        self.next = next
    }
}

/// The receipt of `subscription.record`.
public struct SubscriptionRecorded: Codable, Sendable {
    /// The customer.
    public let customer: String
    /// The subscription.
    public let subscription: String
    /// Where it stands.
    public let status: SubscriptionStatus
    /// Its version now.
    public let version: Int64
    /// The status before, if it changed.
    public let from: SubscriptionStatus?

    public init(customer: String, subscription: String, status: SubscriptionStatus, version: Int64, from: SubscriptionStatus? = nil) {
        self.customer = customer
        self.subscription = subscription
        self.status = status
        self.version = version
        self.from = from
    }
}

/// Where a subscription stands.
public enum SubscriptionStatus: Codable, Hashable, Sendable {
    /// It runs.
    case active
    /// It rests.
    case paused
    /// Its last payment failed.
    case paymentFailed
    /// It has ended.
    case canceled
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .active: return "active"
        case .paused: return "paused"
        case .paymentFailed: return "payment_failed"
        case .canceled: return "canceled"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "active": self = .active
        case "paused": self = .paused
        case "payment_failed": self = .paymentFailed
        case "canceled": self = .canceled
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// A subscription as answers show it.
public struct SubscriptionView: Codable, Sendable {
    /// The changes of its status, newest first.
    public let history: [StatusChange]
    /// The customer.
    public let customer: String
    /// The host's id.
    public let id: String
    /// The version, for `if_version`.
    public let version: Int64
    /// Where it stands.
    public let status: SubscriptionStatus
    /// When it began.
    public let startedAt: String
    /// A link into the host's own page; staff only.
    public let link: String?
    /// What is subscribed to, as people call it.
    public let name: String?
    /// When the next payment is due.
    public let nextPaymentAt: String?

    private enum CodingKeys: String, CodingKey {
        case history = "history"
        case customer = "customer"
        case id = "id"
        case version = "version"
        case status = "status"
        case startedAt = "started_at"
        case link = "link"
        case name = "name"
        case nextPaymentAt = "next_payment_at"
    }

    public init(history: [StatusChange], customer: String, id: String, version: Int64, status: SubscriptionStatus, startedAt: String, link: String? = nil, name: String? = nil, nextPaymentAt: String? = nil) {
        self.history = history
        self.customer = customer
        self.id = id
        self.version = version
        self.status = status
        self.startedAt = startedAt
        self.link = link
        self.name = name
        self.nextPaymentAt = nextPaymentAt
    }
}

/// A tab of the details.
public enum Tab: Codable, Hashable, Sendable {
    /// Who the customer is, and the blacklisting.
    case profile
    /// Where the customer stands.
    case membership
    /// What mail the customer wants.
    case email
    /// The addresses, oldest first.
    case addresses
    /// The saved payment methods, oldest first.
    case paymentMethods
    /// What can be done now.
    case actions
    /// The balances, one per point type.
    case balances
    /// The entries of all journals, newest first.
    case history
    /// The orders, newest first.
    case orders
    /// The subscriptions, newest first, each with the last changes of its status.
    case subscriptions
    /// What the customer would like.
    case wishlist
    /// The commands that touched this customer, newest first.
    case audit
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .profile: return "profile"
        case .membership: return "membership"
        case .email: return "email"
        case .addresses: return "addresses"
        case .paymentMethods: return "payment_methods"
        case .actions: return "actions"
        case .balances: return "balances"
        case .history: return "history"
        case .orders: return "orders"
        case .subscriptions: return "subscriptions"
        case .wishlist: return "wishlist"
        case .audit: return "audit"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "profile": self = .profile
        case "membership": self = .membership
        case "email": self = .email
        case "addresses": self = .addresses
        case "payment_methods": self = .paymentMethods
        case "actions": self = .actions
        case "balances": self = .balances
        case "history": self = .history
        case "orders": self = .orders
        case "subscriptions": self = .subscriptions
        case "wishlist": self = .wishlist
        case "audit": self = .audit
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// Something that a customer would like.
public struct Wish: Codable, Sendable {
    /// The article.
    public let sku: String
    /// Since when they would like it.
    public let addedAt: String?
    /// What people call it.
    public let name: String?

    private enum CodingKeys: String, CodingKey {
        case sku = "sku"
        case addedAt = "added_at"
        case name = "name"
    }

    public init(sku: String, addedAt: String? = nil, name: String? = nil) {
        self.sku = sku
        self.addedAt = addedAt
        self.name = name
    }
}

/// Something that a customer would like.
public struct WishlistWish: Codable, Sendable {
    /// The article.
    public let sku: String
    /// Since when they would like it.
    public let addedAt: String?
    /// What people call it.
    public let name: String?

    private enum CodingKeys: String, CodingKey {
        case sku = "sku"
        case addedAt = "added_at"
        case name = "name"
    }

    public init(sku: String, addedAt: String? = nil, name: String? = nil) {
        self.sku = sku
        self.addedAt = addedAt
        self.name = name
    }
}

/// The receipt of `wishlist.set`.
public struct WishlistWished: Codable, Sendable {
    /// The customer.
    public let customer: String
    /// How many articles are on the list.
    public let items: Int64
    /// Its version now.
    public let version: Int64

    public init(customer: String, items: Int64, version: Int64) {
        self.customer = customer
        self.items = items
        self.version = version
    }
}

/// What a command answers: its own result, and what it did to the books.
public struct Receipt<Result: Decodable & Sendable>: Decodable, Sendable {
    /// The operation's own answer.
    public let result: Result
    /// When the command was recorded.
    public let recordedAt: String
    /// The balances of the accounts that were touched.
    public let balances: [Balance]?
    /// The entries written, in order.
    public let entries: [EntryView]?
    /// The messages queued for the host.
    public let messages: [String]?
    /// Of a preview: the token that confirms exactly this.
    public let plan: String?
    /// This is the receipt of an earlier request with the same idempotency key; nothing was written now (rule L10).
    public let replayed: Bool?

    private enum CodingKeys: String, CodingKey {
        case result = "result"
        case recordedAt = "recorded_at"
        case balances = "balances"
        case entries = "entries"
        case messages = "messages"
        case plan = "plan"
        case replayed = "replayed"
    }
}

/// The operations of `customer`.
public struct CustomerOperations: Sendable {
    let caller: Caller

    /// Creates a customer: a guest, or a registered customer of the shop. To make a member of them, follow with
    /// `membership.enroll`.
    ///
    /// The id is yours and is kept for good: not even the id of an erased customer is taken again. The email of a
    /// registered customer must be theirs alone, compared without case (rule K3); guests may share one. To bring over
    /// an older account, give its `created_at`. The group also needs the right `customer.assign_group`.
    ///
    /// Errors: `already_exists` for the id (`what` is `customer`) or the email (`what` is `email`); `forbidden` for
    /// the group; `invalid_request` for a group that the program does not have, a birth date or `created_at` in the
    /// future, a locale or link that is none.
    ///
    /// Rules K1, K3, K9, P1.
    ///
    /// - Parameter id: Your id for the customer.
    /// - Parameter birthDate: The date of birth, not in the future.
    /// - Parameter createdAt: When the account was created, for accounts older than this record of them; the time of
    ///   the call when absent.
    /// - Parameter email: The email address.
    /// - Parameter firstName: The given name.
    /// - Parameter gender: The gender, in the customer's words.
    /// - Parameter group: A group of the program.
    /// - Parameter lastName: The family name.
    /// - Parameter link: A link into the host's own page of this customer: `https://…`, `http://…` or `/…`.
    /// - Parameter locale: The locale, such as `de-AT`.
    /// - Parameter middleName: Further given names.
    /// - Parameter phone: The phone number.
    /// - Parameter prefix: A title or other prefix.
    /// - Parameter state: What kind of account; `registered` when absent.
    /// - Parameter suffix: A suffix such as "Jr."
    /// - Parameter timeZone: The customer's own time zone.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func create(
        id: String,
        birthDate: Given<String> = .absent,
        createdAt: Given<String> = .absent,
        email: Given<String> = .absent,
        firstName: Given<String> = .absent,
        gender: Given<String> = .absent,
        group: Given<String> = .absent,
        lastName: Given<String> = .absent,
        link: Given<String> = .absent,
        locale: Given<String> = .absent,
        middleName: Given<String> = .absent,
        phone: Given<String> = .absent,
        prefix: Given<String> = .absent,
        state: Account? = nil,
        suffix: Given<String> = .absent,
        timeZone: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<CustomerCreated> {
        var request = Request("customer.create")
        request.put("id", id)
        request.putGiven("birth_date", birthDate)
        request.putGiven("created_at", createdAt)
        request.putGiven("email", email)
        request.putGiven("first_name", firstName)
        request.putGiven("gender", gender)
        request.putGiven("group", group)
        request.putGiven("last_name", lastName)
        request.putGiven("link", link)
        request.putGiven("locale", locale)
        request.putGiven("middle_name", middleName)
        request.putGiven("phone", phone)
        request.putGiven("prefix", prefix)
        request.putOptional("state", state)
        request.putGiven("suffix", suffix)
        request.putGiven("time_zone", timeZone)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// Edits the profile of a customer. A field that is absent stays, null empties it, a value sets it (rule K1).
    ///
    /// Pass the profile's `version` that you showed as `if_version`: when someone else saved meanwhile, the edit is
    /// refused and nothing is lost (rule K2). A new email must be free (rule K3); while the customer is blacklisted,
    /// it is blocked as well, and the customer does not change it (rule E2). The group also needs the right
    /// `customer.assign_group`, and customers do not set the link.
    ///
    /// Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `version_conflict`;
    /// `already_exists` for the email; `forbidden` for the group; `blocked` when a blacklisted customer changes their
    /// email; `limit_exceeded` when the blacklisting of a customer would block more than 100 emails;
    /// `invalid_request` for values that do not fit.
    ///
    /// Rules K1, K2, K3, E2.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter birthDate: The date of birth, not in the future.
    /// - Parameter email: The email address.
    /// - Parameter firstName: The given name.
    /// - Parameter gender: The gender, in the customer's words.
    /// - Parameter group: A group of the program.
    /// - Parameter lastName: The family name.
    /// - Parameter link: A link into the host's own page of this customer: `https://…`, `http://…` or `/…`.
    /// - Parameter locale: The locale, such as `de-AT`.
    /// - Parameter middleName: Further given names.
    /// - Parameter phone: The phone number.
    /// - Parameter prefix: A title or other prefix.
    /// - Parameter suffix: A suffix such as "Jr."
    /// - Parameter timeZone: The customer's own time zone.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func edit(
        customer: String,
        birthDate: Given<String> = .absent,
        email: Given<String> = .absent,
        firstName: Given<String> = .absent,
        gender: Given<String> = .absent,
        group: Given<String> = .absent,
        lastName: Given<String> = .absent,
        link: Given<String> = .absent,
        locale: Given<String> = .absent,
        middleName: Given<String> = .absent,
        phone: Given<String> = .absent,
        prefix: Given<String> = .absent,
        suffix: Given<String> = .absent,
        timeZone: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<CustomerEdited> {
        var request = Request("customer.edit")
        request.put("customer", customer)
        request.putGiven("birth_date", birthDate)
        request.putGiven("email", email)
        request.putGiven("first_name", firstName)
        request.putGiven("gender", gender)
        request.putGiven("group", group)
        request.putGiven("last_name", lastName)
        request.putGiven("link", link)
        request.putGiven("locale", locale)
        request.putGiven("middle_name", middleName)
        request.putGiven("phone", phone)
        request.putGiven("prefix", prefix)
        request.putGiven("suffix", suffix)
        request.putGiven("time_zone", timeZone)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// Answers who a customer is and where they stand: profile, membership, email preferences, dates.
    /// `customer.details` has the rest.
    ///
    /// Customers see their own, without the blacklisting and the link, which are the shop's.
    ///
    /// Errors: `not_found`.
    ///
    /// Rules K4, W3.
    ///
    /// - Parameter customer: The customer.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func get(
        customer: String
    ) throws -> CustomerView {
        var request = Request("customer.get")
        request.put("customer", customer)
        return try caller.call(request)
    }

    /// Answers everything that a desk shows about a customer in one call, tab by tab. Ask for `tabs` to get some of
    /// them only.
    ///
    /// A tab that was not asked for is absent. One that has more rows than `limit` is named in `more`.
    ///
    /// Errors: `not_found`; `invalid_request` for the limit, or more than 20 tabs.
    ///
    /// Rules K4, K5, W3.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter limit: Rows in each tab, 1 to 500; 50 when absent.
    /// - Parameter tabs: The tabs; all when absent.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func details(
        customer: String,
        limit: Given<Int64> = .absent,
        tabs: Given<[Tab]> = .absent
    ) throws -> CustomerDetailed {
        var request = Request("customer.details")
        request.put("customer", customer)
        request.putGiven("limit", limit)
        request.putGiven("tabs", tabs)
        return try caller.call(request)
    }

    /// Answers what can be done with a customer: every action, whether you may take it now and, where not, why not.
    /// The right is looked at first, then the customer's state; what depends on the arguments, such as the balance
    /// for a debit, is not looked at.
    ///
    /// Errors: `not_found`.
    ///
    /// Rules K5, P1, M1, M2.
    ///
    /// - Parameter customer: The customer.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func actions(
        customer: String
    ) throws -> CustomerActionList {
        var request = Request("customer.actions")
        request.put("customer", customer)
        return try caller.call(request)
    }

    /// Answers a customer's own rows, for a desk's browser that runs previews and queries about this customer itself,
    /// without asking the host each time. The browser hands the whole answer to its engine as it is; nobody else
    /// reads it.
    ///
    /// The bundle holds the program, under which the browser's engine runs, and of the customer what this actor may
    /// see anyway: tables of which they lack the right are left out, and so are those with more than 2,000 rows. What
    /// is left out is not answered from a bundle, and neither is what other customers decide, such as whether an
    /// email is free: the browser asks the host then. A preview made from it bears the same token as the host's own,
    /// as long as nothing has changed.
    ///
    /// Bundles are for the shop's people: rows hold internal notes.
    ///
    /// Errors: `not_found`; `forbidden` for customers.
    ///
    /// Rules K4, K5, W3.
    ///
    /// - Parameter customer: The customer.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func bundle(
        customer: String
    ) throws -> CustomerBundled {
        var request = Request("customer.bundle")
        request.put("customer", customer)
        return try caller.call(request)
    }

    /// Lists customers, page by page: filtered, searched, sorted, with the columns you choose.
    ///
    /// A filter is a tree: `{"and": [{"field": "group", "op": "eq", "value": "vip"}, {"not": {"field": "email", "op":
    /// "eq", "value": null}}]}`. `search` finds customers in whose id, name, email, phone or addresses every word
    /// stands, whole or in part, whatever the case and accents.
    ///
    /// Guests are left out unless `guests` is true, and marked with `"guest": true`; merged and deleted customers are
    /// left out. A filter that names the field `state` decides about all three itself.
    ///
    /// Ask for the next page with the `next` of the last answer as `cursor` and the same query. A row that does not
    /// change meanwhile is neither skipped nor seen twice.
    ///
    /// Errors: `invalid_request` at the place in the filter, the search, the cursor or the limit that does not fit.
    ///
    /// Rule K6.
    ///
    /// - Parameter columns: The columns of each row, each named once; id, name, email, group, state and created_at
    ///   when absent.
    /// - Parameter cursor: Where to go on: `next` of the page before.
    /// - Parameter descending: Largest, last or newest first. When absent: false with `sort`, true without.
    /// - Parameter filter: Which customers; all when absent. At most 50 conditions, 8 levels deep; each value of `in`
    ///   and each word of a name that is contained counts as one.
    /// - Parameter guests: Whether guests are listed too.
    /// - Parameter limit: Rows on the page, 1 to 500; 50 when absent.
    /// - Parameter search: At most 10 words, 200 characters.
    /// - Parameter sort: The field to sort by. Names sort by family name. When absent, the newest come first.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func list(
        columns: Given<[Field]> = .absent,
        cursor: Given<String> = .absent,
        descending: Given<Bool> = .absent,
        filter: Given<Condition> = .absent,
        guests: Bool? = nil,
        limit: Given<Int64> = .absent,
        search: Given<String> = .absent,
        sort: Given<Field> = .absent
    ) throws -> CustomerListed {
        var request = Request("customer.list")
        request.putGiven("columns", columns)
        request.putGiven("cursor", cursor)
        request.putGiven("descending", descending)
        request.putGiven("filter", filter)
        request.putOptional("guests", guests)
        request.putGiven("limit", limit)
        request.putGiven("search", search)
        request.putGiven("sort", sort)
        return try caller.call(request)
    }

    /// Records that a customer signed in to the shop. The last sign-in never moves back: one reported late leaves a
    /// later one standing.
    ///
    /// Errors: `not_found`; `not_eligible` in a state that cannot sign in (rule M2); `invalid_request` for a time in
    /// the future.
    ///
    /// Rule K10.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter loggedInAt: When; the time of the call when absent.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func recordLogin(
        customer: String,
        loggedInAt: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<CustomerLoginRecorded> {
        var request = Request("customer.record_login")
        request.put("customer", customer)
        request.putGiven("logged_in_at", loggedInAt)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// Puts a customer into a group of the program, or with null takes them out of theirs. The group is part of the
    /// profile and shares its version.
    ///
    /// Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `version_conflict`;
    /// `invalid_request` for a group that the program does not have.
    ///
    /// Rules K9, K2.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter group: The group; null for none.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func assignGroup(
        customer: String,
        group: String?,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<CustomerGroupAssigned> {
        var request = Request("customer.assign_group")
        request.put("customer", customer)
        request.put("group", group)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }
}

/// The operations of `address`.
public struct AddressOperations: Sendable {
    let caller: Caller

    /// Adds an address to a customer. With `default_billing` or `default_shipping` it takes that place from the
    /// address that had it.
    ///
    /// Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `already_exists` for an id that is
    /// in use; `limit_exceeded` beyond 50 addresses.
    ///
    /// Rule K1.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter city: The city.
    /// - Parameter company: The company.
    /// - Parameter country: The country: two letters, such as `AT`.
    /// - Parameter defaultBilling: Whether invoices go there unless said otherwise.
    /// - Parameter defaultShipping: Whether parcels go there unless said otherwise.
    /// - Parameter id: Your id for the address, unique for the customer; `a1`, `a2` and so on when absent.
    /// - Parameter label: What the customer calls it, such as "Home".
    /// - Parameter lines: Street, house, floor: as written on an envelope, at most 10 lines.
    /// - Parameter name: Who receives mail there.
    /// - Parameter phone: A phone number there.
    /// - Parameter postalCode: The postal code.
    /// - Parameter region: The state, province or county.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func add(
        customer: String,
        city: Given<String> = .absent,
        company: Given<String> = .absent,
        country: Given<String> = .absent,
        defaultBilling: Bool? = nil,
        defaultShipping: Bool? = nil,
        id: Given<String> = .absent,
        label: Given<String> = .absent,
        lines: [String]? = nil,
        name: Given<String> = .absent,
        phone: Given<String> = .absent,
        postalCode: Given<String> = .absent,
        region: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<AddressSaved> {
        var request = Request("address.add")
        request.put("customer", customer)
        request.putGiven("city", city)
        request.putGiven("company", company)
        request.putGiven("country", country)
        request.putOptional("default_billing", defaultBilling)
        request.putOptional("default_shipping", defaultShipping)
        request.putGiven("id", id)
        request.putGiven("label", label)
        request.putOptional("lines", lines)
        request.putGiven("name", name)
        request.putGiven("phone", phone)
        request.putGiven("postal_code", postalCode)
        request.putGiven("region", region)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// Edits one address. A field that is absent stays, null empties it, a value sets it. Addresses have versions of
    /// their own: `if_version` is that of this one (rule K2).
    ///
    /// Errors: `not_found` for the customer or the address; `not_eligible` when the customer is merged or deleted;
    /// `version_conflict`.
    ///
    /// Rules K1, K2.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter address: The address.
    /// - Parameter city: The city.
    /// - Parameter company: The company.
    /// - Parameter country: The country: two letters, such as `AT`.
    /// - Parameter defaultBilling: Whether invoices go there unless said otherwise.
    /// - Parameter defaultShipping: Whether parcels go there unless said otherwise.
    /// - Parameter label: What the customer calls it, such as "Home".
    /// - Parameter lines: Street, house, floor: as written on an envelope, at most 10 lines. All lines at once.
    /// - Parameter name: Who receives mail there.
    /// - Parameter phone: A phone number there.
    /// - Parameter postalCode: The postal code.
    /// - Parameter region: The state, province or county.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func edit(
        customer: String,
        address: String,
        city: Given<String> = .absent,
        company: Given<String> = .absent,
        country: Given<String> = .absent,
        defaultBilling: Given<Bool> = .absent,
        defaultShipping: Given<Bool> = .absent,
        label: Given<String> = .absent,
        lines: Given<[String]> = .absent,
        name: Given<String> = .absent,
        phone: Given<String> = .absent,
        postalCode: Given<String> = .absent,
        region: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<AddressSaved> {
        var request = Request("address.edit")
        request.put("customer", customer)
        request.put("address", address)
        request.putGiven("city", city)
        request.putGiven("company", company)
        request.putGiven("country", country)
        request.putGiven("default_billing", defaultBilling)
        request.putGiven("default_shipping", defaultShipping)
        request.putGiven("label", label)
        request.putGiven("lines", lines)
        request.putGiven("name", name)
        request.putGiven("phone", phone)
        request.putGiven("postal_code", postalCode)
        request.putGiven("region", region)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// Removes an address of a customer. Was it a default, there is none until another becomes it.
    ///
    /// Errors: `not_found` for the customer or the address; `not_eligible` when the customer is merged or deleted;
    /// `version_conflict`.
    ///
    /// Rules K1, K2.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter address: The address.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func remove(
        customer: String,
        address: String,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<AddressRemoved> {
        var request = Request("address.remove")
        request.put("customer", customer)
        request.put("address", address)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }
}

/// The operations of `payment_method`.
public struct PaymentMethodOperations: Sendable {
    let caller: Caller

    /// Saves a payment method of a customer: the token of your payment provider, and what the customer recognises it
    /// by. One whose id or token is saved already is replaced.
    ///
    /// A full card number is never kept: a token or brand that looks like one is refused.
    ///
    /// Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `version_conflict`;
    /// `already_exists` when another id has the token; `limit_exceeded` beyond 50 payment methods; `invalid_request`
    /// for a card number or an expiry that is no month.
    ///
    /// Rules K4, K2.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter token: What the payment provider calls it.
    /// - Parameter brand: The brand, such as "Visa".
    /// - Parameter expiryMonth: The last month in which it is valid, 1 to 12; with `expiry_year`.
    /// - Parameter expiryYear: The year of that month, 2000 to 2100; with `expiry_month`.
    /// - Parameter id: Your id for the payment method; `m1`, `m2` and so on when absent and the token is new.
    /// - Parameter lastFour: The last four digits.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func save(
        customer: String,
        token: String,
        brand: Given<String> = .absent,
        expiryMonth: Given<Int64> = .absent,
        expiryYear: Given<Int64> = .absent,
        id: Given<String> = .absent,
        lastFour: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<PaymentMethodSaved> {
        var request = Request("payment_method.save")
        request.put("customer", customer)
        request.put("token", token)
        request.putGiven("brand", brand)
        request.putGiven("expiry_month", expiryMonth)
        request.putGiven("expiry_year", expiryYear)
        request.putGiven("id", id)
        request.putGiven("last_four", lastFour)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// Removes a saved payment method of a customer. At the payment provider it stays: tell them too.
    ///
    /// Errors: `not_found` for the customer or the payment method; `not_eligible` when the customer is merged or
    /// deleted; `version_conflict`.
    ///
    /// Rules K4, K2.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter paymentMethod: The payment method.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func remove(
        customer: String,
        paymentMethod: String,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<PaymentMethodRemoved> {
        var request = Request("payment_method.remove")
        request.put("customer", customer)
        request.put("payment_method", paymentMethod)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }
}

/// The operations of `email`.
public struct EmailOperations: Sendable {
    let caller: Caller

    /// Records what mail a customer wants: the newsletter and the program's mailing lists, each opted in to or out
    /// of. What is absent stays.
    ///
    /// Every decision keeps who made it, when and through what; repeating one leaves the first record of it. The
    /// preferences have a version of their own for `if_version`.
    ///
    /// Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `version_conflict`;
    /// `invalid_request` for a list that the program does not have.
    ///
    /// Rules E1, K2.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter lists: By list of the program: whether it is wanted.
    /// - Parameter newsletter: Whether the newsletter is wanted.
    /// - Parameter through: The page, device or channel, as proof. That of the context goes before it, and a
    ///   customer's own word for it does not count.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func setPreferences(
        customer: String,
        lists: [String: Bool]? = nil,
        newsletter: Given<Bool> = .absent,
        through: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<EmailPreferencesSet> {
        var request = Request("email.set_preferences")
        request.put("customer", customer)
        request.putOptional("lists", lists)
        request.putGiven("newsletter", newsletter)
        request.putGiven("through", through)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// Ends all marketing to a customer at once: the newsletter and every mailing list, also those never decided
    /// about. Messages that belong to a transaction, such as a password reset, are not marketing and still go out
    /// (rule E3).
    ///
    /// Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `version_conflict`.
    ///
    /// Rules E1, E3.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter through: The page, device or channel, as proof. That of the context goes before it, and a
    ///   customer's own word for it does not count.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func unsubscribeAll(
        customer: String,
        through: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<EmailPreferencesSet> {
        var request = Request("email.unsubscribe_all")
        request.put("customer", customer)
        request.putGiven("through", through)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }
}

/// The operations of `blacklist`.
public struct BlacklistOperations: Sendable {
    let caller: Caller

    /// Puts a customer on the blacklist, with a reason, or takes them off it.
    ///
    /// From then on `blacklist.check` answers no for the customer and for their email, and for every email they take
    /// while it lasts, also after they have given it up. Taking them off frees exactly what this customer blocked: an
    /// email that another blacklisted customer has too stays blocked. On again renews the reason, with who gave it
    /// and when, and nothing else. Every change is kept with who, when and why.
    ///
    /// Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `invalid_request` without a
    /// reason.
    ///
    /// Rule E2.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter on: On the blacklist or off it.
    /// - Parameter reason: Why, for staff only; needed when `on`, and kept also when off.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func set(
        customer: String,
        on: Bool,
        reason: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<BlacklistSet> {
        var request = Request("blacklist.set")
        request.put("customer", customer)
        request.put("on", on)
        request.putGiven("reason", reason)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// Answers whether someone may buy: by email, as at a guest checkout, or by customer.
    ///
    /// No for an email that a blacklisted customer has or had while blacklisted, for a blacklisted customer, and for
    /// one who is on hold, merged or deleted. An email that nobody has may buy.
    ///
    /// Errors: `invalid_request` when not exactly one of `email` and `customer` is given; `not_found` for the
    /// customer.
    ///
    /// Rules E2, M2.
    ///
    /// - Parameter customer: The customer who wants to buy.
    /// - Parameter email: The email with which someone wants to buy.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func check(
        customer: Given<String> = .absent,
        email: Given<String> = .absent
    ) throws -> BlacklistChecked {
        var request = Request("blacklist.check")
        request.putGiven("customer", customer)
        request.putGiven("email", email)
        return try caller.call(request)
    }
}

/// The operations of `membership`.
public struct MembershipOperations: Sendable {
    let caller: Caller

    /// A guest opens an account with the shop.
    ///
    /// Errors: `invalid_transition` from any state but `guest`; `already_exists` when another customer has the email.
    ///
    /// Rules M1, M3, K3.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter comment: A comment; the customer reads it.
    /// - Parameter reason: Why; staff only.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func register(
        customer: String,
        comment: Given<String> = .absent,
        reason: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<MembershipChanged> {
        var request = Request("membership.register")
        request.put("customer", customer)
        request.putGiven("comment", comment)
        request.putGiven("reason", reason)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// A customer joins the program: all member functions work from now on.
    ///
    /// Possible for guests, registered customers, those who left or were removed, and (as a fresh member with empty
    /// ledgers) for merged ones.
    ///
    /// Errors: `invalid_transition`; `already_exists` when another customer has taken the email meanwhile.
    ///
    /// Rules M0, M1, M3.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter comment: A comment; the customer reads it.
    /// - Parameter reason: Why; staff only.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func enroll(
        customer: String,
        comment: Given<String> = .absent,
        reason: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<MembershipChanged> {
        var request = Request("membership.enroll")
        request.put("customer", customer)
        request.putGiven("comment", comment)
        request.putGiven("reason", reason)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// A member leaves the program: every marketing opt-in becomes false, nothing accrues, no sign-in. Points stay
    /// frozen or are forfeited, as the program says.
    ///
    /// Errors: `invalid_transition` from any state but `enrolled`.
    ///
    /// Rules M1, M3, E1.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter comment: A comment; the customer reads it.
    /// - Parameter reason: Why; staff only.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func unenroll(
        customer: String,
        comment: Given<String> = .absent,
        reason: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<MembershipChanged> {
        var request = Request("membership.unenroll")
        request.put("customer", customer)
        request.putGiven("comment", comment)
        request.putGiven("reason", reason)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// A member is taken out of the program, but stays a customer of the shop: may sign in, mail preferences stay.
    /// Points as for leaving.
    ///
    /// Errors: `invalid_transition` from any state but `enrolled`.
    ///
    /// Rules M1, M3.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter comment: A comment; the customer reads it.
    /// - Parameter reason: Why; staff only.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func remove(
        customer: String,
        comment: Given<String> = .absent,
        reason: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<MembershipChanged> {
        var request = Request("membership.remove")
        request.put("customer", customer)
        request.putGiven("comment", comment)
        request.putGiven("reason", reason)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// The account is suspended: no sign-in, nothing accrues or is spent, and nothing is lost: no lot lapses until
    /// reactivation.
    ///
    /// Errors: `invalid_transition` unless registered or enrolled.
    ///
    /// Rules M1, M3.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter comment: A comment; the customer reads it.
    /// - Parameter reason: Why; staff only.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func deactivate(
        customer: String,
        comment: Given<String> = .absent,
        reason: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<MembershipChanged> {
        var request = Request("membership.deactivate")
        request.put("customer", customer)
        request.putGiven("comment", comment)
        request.putGiven("reason", reason)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// The suspension ends: the state before comes back. Lots and holds that fell due meanwhile regain the time they
    /// had left when it began.
    ///
    /// Errors: `invalid_transition` unless on hold.
    ///
    /// Rules M1, M3.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter comment: A comment; the customer reads it.
    /// - Parameter reason: Why; staff only.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func reactivate(
        customer: String,
        comment: Given<String> = .absent,
        reason: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<MembershipChanged> {
        var request = Request("membership.reactivate")
        request.put("customer", customer)
        request.putGiven("comment", comment)
        request.putGiven("reason", reason)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// What a customer may do now, by the state of their membership: sign in, earn and spend, receive offers, and so
    /// on.
    ///
    /// The engine obeys the same table in every command; hosts ask here before they show a page. Whether a person may
    /// buy at all is another question: `blacklist.check`.
    ///
    /// Rule M2.
    ///
    /// - Parameter customer: The customer.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func capabilities(
        customer: String
    ) throws -> MembershipCapabilityList {
        var request = Request("membership.capabilities")
        request.put("customer", customer)
        return try caller.call(request)
    }

    /// Every change of a customer's membership, newest first, at most 500: who, when, from what to what, and why. A
    /// customer does not see reasons.
    ///
    /// Rule M3.
    ///
    /// - Parameter customer: The customer.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func history(
        customer: String
    ) throws -> MembershipHistory {
        var request = Request("membership.history")
        request.put("customer", customer)
        return try caller.call(request)
    }
}

/// The operations of `points`.
public struct PointsOperations: Sendable {
    let caller: Caller

    /// Gives or takes points by hand.
    ///
    /// A positive amount becomes a lot, with the expiry given here or the point type's own; at most one of the four
    /// expiry arguments may stand. A negative amount is taken from the lots that end first and is refused, never
    /// clamped, when the balance does not cover it. The program says whether a reason is needed. For two steps (Next
    /// → Confirm) ask with `preview: true`, show the receipt, and confirm with its `plan`.
    ///
    /// Errors: `insufficient_balance`; `not_eligible` where the membership state does not allow it; `limit_exceeded`
    /// beyond what the actor's roles may give or take; `version_conflict` when `if_version` is not the account's
    /// version.
    ///
    /// Rules L2, L3, L4, L7, P1.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter type: The point type.
    /// - Parameter amount: How much: positive gives, negative takes; not zero.
    /// - Parameter comment: What the customer reads; "Manual adjustments" when absent.
    /// - Parameter effectiveAt: When it takes effect; now when absent, never in the future. A debit not before the
    ///   account's last debit, lapse or reversal of a debit.
    /// - Parameter expiresAfterDays: A credit ends so many days after its local date, 1 to 36,500.
    /// - Parameter expiresAt: The instant at which a credit ends.
    /// - Parameter neverExpires: A credit that never ends.
    /// - Parameter note: An internal note; staff only.
    /// - Parameter order: The order it is about.
    /// - Parameter reason: Why; staff only. The program may require it.
    /// - Parameter validThrough: The last local day on which a credit counts.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func adjust(
        customer: String,
        type: String,
        amount: String,
        comment: Given<String> = .absent,
        effectiveAt: Given<String> = .absent,
        expiresAfterDays: Given<Int64> = .absent,
        expiresAt: Given<String> = .absent,
        neverExpires: Bool? = nil,
        note: Given<String> = .absent,
        order: Given<String> = .absent,
        reason: Given<String> = .absent,
        validThrough: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<PointsPosted> {
        var request = Request("points.adjust")
        request.put("customer", customer)
        request.put("type", type)
        request.put("amount", amount)
        request.putGiven("comment", comment)
        request.putGiven("effective_at", effectiveAt)
        request.putGiven("expires_after_days", expiresAfterDays)
        request.putGiven("expires_at", expiresAt)
        request.putOptional("never_expires", neverExpires)
        request.putGiven("note", note)
        request.putGiven("order", order)
        request.putGiven("reason", reason)
        request.putGiven("valid_through", validThrough)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// Credits points that the host itself computed. Where the program's rules decide, record the order instead
    /// (`order.record`).
    ///
    /// The credit becomes active after the point type's activation delay and ends as its policy says, or as said
    /// here.
    ///
    /// Errors: `not_eligible` where the membership state does not allow earning; `invalid_request` for an amount of
    /// zero or less; `limit_exceeded` beyond what the actor's roles may give.
    ///
    /// Rules L4, L5, L7, P1.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter type: The point type.
    /// - Parameter amount: How much, more than zero.
    /// - Parameter comment: What the customer reads.
    /// - Parameter effectiveAt: When it takes effect; now when absent, never in the future.
    /// - Parameter expiresAfterDays: It ends so many days after its local date, 1 to 36,500.
    /// - Parameter expiresAt: The instant at which it ends.
    /// - Parameter order: The order for which it is.
    /// - Parameter validThrough: The last local day on which it counts.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func earn(
        customer: String,
        type: String,
        amount: String,
        comment: Given<String> = .absent,
        effectiveAt: Given<String> = .absent,
        expiresAfterDays: Given<Int64> = .absent,
        expiresAt: Given<String> = .absent,
        order: Given<String> = .absent,
        validThrough: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<PointsPosted> {
        var request = Request("points.earn")
        request.put("customer", customer)
        request.put("type", type)
        request.put("amount", amount)
        request.putGiven("comment", comment)
        request.putGiven("effective_at", effectiveAt)
        request.putGiven("expires_after_days", expiresAfterDays)
        request.putGiven("expires_at", expiresAt)
        request.putGiven("order", order)
        request.putGiven("valid_through", validThrough)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// Spends points at once. For a checkout that may still fail, set them aside first (`points.hold`) and capture
    /// them later.
    ///
    /// The lots that end first are spent first, those that never end last, then the oldest; the entry names them.
    ///
    /// Errors: `insufficient_balance`, with what is available, pending and held; `not_eligible` where the membership
    /// state does not allow spending.
    ///
    /// Rules L3, L7.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter type: The point type.
    /// - Parameter amount: How much, more than zero.
    /// - Parameter comment: What the customer reads.
    /// - Parameter order: The order on which it is spent.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func spend(
        customer: String,
        type: String,
        amount: String,
        comment: Given<String> = .absent,
        order: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<PointsPosted> {
        var request = Request("points.spend")
        request.put("customer", customer)
        request.put("type", type)
        request.put("amount", amount)
        request.putGiven("comment", comment)
        request.putGiven("order", order)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// The balances of a customer: what can be spent, what is pending, held and owed, and the lifetime totals.
    ///
    /// What is past its end never counts, whether or not the sweep has run. With `as_of` the answer also has the
    /// totals as they were at that moment, by the times at which entries took effect.
    ///
    /// Rules L4, L6, L7, L12.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter asOf: A moment that has passed.
    /// - Parameter type: One point type; all when absent.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func balance(
        customer: String,
        asOf: Given<String> = .absent,
        type: Given<String> = .absent
    ) throws -> PointsBalances {
        var request = Request("points.balance")
        request.put("customer", customer)
        request.putGiven("as_of", asOf)
        request.putGiven("type", type)
        return try caller.call(request)
    }

    /// The journal of a customer, newest first: every entry with amount, running balance, both times, expiry, lots,
    /// reason, comment and actor.
    ///
    /// A customer does not see reasons and notes. What has lapsed by now stands in it, whether or not the sweep has
    /// run.
    ///
    /// Rules L6, L12.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter before: Only entries that took effect before this time.
    /// - Parameter cursor: Where the page before ended: its `next`.
    /// - Parameter from: Only entries that took effect at this time or later.
    /// - Parameter kinds: Only entries of these kinds; all when absent.
    /// - Parameter limit: Entries on the page, 1 to 500; 50 when absent.
    /// - Parameter type: One point type; all when absent.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func history(
        customer: String,
        before: Given<String> = .absent,
        cursor: Given<String> = .absent,
        from: Given<String> = .absent,
        kinds: [EntryKind]? = nil,
        limit: Given<Int64> = .absent,
        type: Given<String> = .absent
    ) throws -> PointsHistoryPage {
        var request = Request("points.history")
        request.put("customer", customer)
        request.putGiven("before", before)
        request.putGiven("cursor", cursor)
        request.putGiven("from", from)
        request.putOptional("kinds", kinds)
        request.putGiven("limit", limit)
        request.putGiven("type", type)
        return try caller.call(request)
    }

    /// Where a balance, an entry or a lot came from.
    ///
    /// Name a point type for its balance, or an entry (a lot bears the id of the entry that made it). A balance is
    /// explained by its lots, at most 500, in spending order; an entry by itself, by the entries that made the lots
    /// it drew on, and by what is left of its own lot.
    ///
    /// Errors: `invalid_request` unless exactly one of `type` and `entry` is given; `not_found`.
    ///
    /// Rule L13.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter entry: The entry or lot that is explained.
    /// - Parameter type: The point type whose balance is explained.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func explain(
        customer: String,
        entry: Given<String> = .absent,
        type: Given<String> = .absent
    ) throws -> PointsExplained {
        var request = Request("points.explain")
        request.put("customer", customer)
        request.putGiven("entry", entry)
        request.putGiven("type", type)
        return try caller.call(request)
    }

    /// The full schedule of what lapses when, if nothing is earned or spent until then; not only the next date.
    ///
    /// Held points stand apart: they do not lapse while held.
    ///
    /// Rules L8, L12.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter type: The point type.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func expiring(
        customer: String,
        type: String
    ) throws -> PointsSchedule {
        var request = Request("points.expiring")
        request.put("customer", customer)
        request.put("type", type)
        return try caller.call(request)
    }

    /// Sets points aside for a checkout in progress.
    ///
    /// The lots are earmarked: nobody else can spend them and they do not lapse while held. Capture the hold when the
    /// checkout succeeds, release it when it fails; what is neither captured nor released comes back by itself when
    /// the time is over.
    ///
    /// Errors: `insufficient_balance`; `not_eligible` where the membership state does not allow spending.
    ///
    /// Rule L8.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter type: The point type.
    /// - Parameter amount: How much, more than zero.
    /// - Parameter order: The order for which it is.
    /// - Parameter seconds: How long, in seconds, 1 to 31,536,000; the program's `hold_seconds` when absent.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func hold(
        customer: String,
        type: String,
        amount: String,
        order: Given<String> = .absent,
        seconds: Given<Int64> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<HoldView> {
        var request = Request("points.hold")
        request.put("customer", customer)
        request.put("type", type)
        request.put("amount", amount)
        request.putGiven("order", order)
        request.putGiven("seconds", seconds)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// Spends what a hold has set aside, all of it or a part. What is not captured stays held until it is released or
    /// the time is over.
    ///
    /// Errors: `already_used` when less is left in the hold; `not_found`; `not_eligible` while the account is on
    /// hold.
    ///
    /// Rules L8, M2.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter hold: The hold's id.
    /// - Parameter amount: How much; all that is left when absent.
    /// - Parameter comment: What the customer reads.
    /// - Parameter order: The order on which it is spent; the hold's when absent.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func capture(
        customer: String,
        hold: String,
        amount: Given<String> = .absent,
        comment: Given<String> = .absent,
        order: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<PointsCaptured> {
        var request = Request("points.capture")
        request.put("customer", customer)
        request.put("hold", hold)
        request.putGiven("amount", amount)
        request.putGiven("comment", comment)
        request.putGiven("order", order)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// Gives back what a hold has set aside, all of it or a part. A lot whose end has passed meanwhile lapses at this
    /// instant.
    ///
    /// Works in every live state, on an account on hold too: what was begun is settled.
    ///
    /// Errors: `already_used` when less is left in the hold; `not_found`.
    ///
    /// Rules L8, M2.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter hold: The hold's id.
    /// - Parameter amount: How much; all that is left when absent.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func release(
        customer: String,
        hold: String,
        amount: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<HoldView> {
        var request = Request("points.release")
        request.put("customer", customer)
        request.put("hold", hold)
        request.putGiven("amount", amount)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// Takes an earning, adjustment, redemption or capture back, once, or in parts up to its amount.
    ///
    /// A reversed debit puts back the very lots it took, with their ends; a lot whose end has passed gets the point
    /// type's days of grace or lapses at once. A reversed credit takes its own lot first (what of it has lapsed
    /// counts as taken), then others, then as the point type's `reversal_shortfall` says.
    ///
    /// Errors: `already_used` when less is left to reverse; `not_eligible` for an entry that cannot be reversed;
    /// `insufficient_balance` when a spent credit is reversed and the point type says `refuse`; `not_found`.
    ///
    /// Rules L9, M2, P1.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter entry: The entry's id.
    /// - Parameter amount: How much of it; all that is left when absent.
    /// - Parameter comment: What the customer reads.
    /// - Parameter note: An internal note; staff only.
    /// - Parameter reason: Why; staff only.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func reverse(
        customer: String,
        entry: String,
        amount: Given<String> = .absent,
        comment: Given<String> = .absent,
        note: Given<String> = .absent,
        reason: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<PointsReversed> {
        var request = Request("points.reverse")
        request.put("customer", customer)
        request.put("entry", entry)
        request.putGiven("amount", amount)
        request.putGiven("comment", comment)
        request.putGiven("note", note)
        request.putGiven("reason", reason)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }
}

/// The operations of `maintenance`.
public struct MaintenanceOperations: Sendable {
    let caller: Caller

    /// Does all work that is due by time: lots that lapse, pending points that become active, holds that time out.
    ///
    /// Call it now and then, in bounded batches, until `more` is false. Its cost follows what is due, not the
    /// customers; running it twice, late or from two processes changes nothing. Answers about one customer never
    /// depend on it; lists, reports and views do.
    ///
    /// Rule L6.
    ///
    /// - Parameter limit: How many customers to settle at most, 1 to 10,000; 1,000 when absent.
    /// - Parameter preview: Run without committing.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func run(
        limit: Given<Int64> = .absent,
        preview: Bool = false
    ) throws -> MaintenanceSwept {
        var request = Request("maintenance.run")
        request.putGiven("limit", limit)
        request.option("preview", preview)
        return try caller.call(request)
    }
}

/// The operations of `order`.
public struct OrderOperations: Sendable {
    let caller: Caller

    /// Records an order, or what is new of it. It earns once, when the program says: placed, paid or fulfilled.
    ///
    /// Send the whole order each time something changes; as often as you like and from as many places as you like: an
    /// order number belongs to one customer of the program and earns once. What has not earned yet is updated; once
    /// it has, payments, links and states still change, time, lines and amounts no more. An order that does not earn
    /// (a currency that the program does not list, a customer who is not a member) is recorded all the same, and the
    /// answer says why.
    ///
    /// Errors: `already_exists` when the number is another customer's; `not_eligible` when lines or amounts of an
    /// order that has earned would change; `invalid_request` for negative prices or quantities, line ids that stand
    /// twice, too many decimal places, a link that is none.
    ///
    /// Rules O1, O2, O5, R8.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter number: The host's number of the order.
    /// - Parameter placedAt: When it was placed; not in the future.
    /// - Parameter currency: The currency, three capital letters.
    /// - Parameter lines: The lines, 1 to 500.
    /// - Parameter channel: Where it was placed.
    /// - Parameter discount: Discount on the whole.
    /// - Parameter fulfilled: Whether it is fulfilled.
    /// - Parameter link: A link into the host's own page of this order: `https://…`, `http://…` or `/…`; staff only.
    /// - Parameter masterNumber: The number of the order to which several belong.
    /// - Parameter payments: The payments.
    /// - Parameter shipping: Shipping.
    /// - Parameter tax: Tax.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func record(
        customer: String,
        number: String,
        placedAt: String,
        currency: String,
        lines: [OrderOrderLine],
        channel: Given<String> = .absent,
        discount: String? = nil,
        fulfilled: Bool? = nil,
        link: Given<String> = .absent,
        masterNumber: Given<String> = .absent,
        payments: [OrderPayment]? = nil,
        shipping: String? = nil,
        tax: String? = nil,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<OrderRecorded> {
        var request = Request("order.record")
        request.put("customer", customer)
        request.put("number", number)
        request.put("placed_at", placedAt)
        request.put("currency", currency)
        request.put("lines", lines)
        request.putGiven("channel", channel)
        request.putOptional("discount", discount)
        request.putOptional("fulfilled", fulfilled)
        request.putGiven("link", link)
        request.putGiven("master_number", masterNumber)
        request.putOptional("payments", payments)
        request.putOptional("shipping", shipping)
        request.putOptional("tax", tax)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// An order of a customer, with its payments and what it earned.
    ///
    /// Errors: `not_found` when the customer has no such order.
    ///
    /// Rules O1, O7.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter number: The order's number.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func get(
        customer: String,
        number: String
    ) throws -> OrderView {
        var request = Request("order.get")
        request.put("customer", customer)
        request.put("number", number)
        return try caller.call(request)
    }

    /// The orders of a customer, newest first.
    ///
    /// Rule O7.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter cursor: Where the page before ended: its `next`.
    /// - Parameter limit: Orders on the page, 1 to 500; 50 when absent.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func list(
        customer: String,
        cursor: Given<String> = .absent,
        limit: Given<Int64> = .absent
    ) throws -> OrderPage {
        var request = Request("order.list")
        request.put("customer", customer)
        request.putGiven("cursor", cursor)
        request.putGiven("limit", limit)
        return try caller.call(request)
    }
}

/// The operations of `subscription`.
public struct SubscriptionOperations: Sendable {
    let caller: Caller

    /// Records a subscription, or what is new of it: send it whole each time something changes. A change of status is
    /// kept in its history.
    ///
    /// Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `version_conflict`;
    /// `invalid_request` for times in the future and a link that is none.
    ///
    /// Rules O7, K2, W3.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter id: Your id of the subscription, unique with this customer.
    /// - Parameter status: Where it stands.
    /// - Parameter changedAt: When the status changed; when absent, now, or for a new subscription when it began.
    /// - Parameter link: A link into your own page of this subscription: `https://…`, `http://…` or `/…`; staff only.
    /// - Parameter name: What is subscribed to, as people call it.
    /// - Parameter nextPaymentAt: When the next payment is due.
    /// - Parameter startedAt: When it began; when absent, what was recorded before, or now.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func record(
        customer: String,
        id: String,
        status: SubscriptionStatus,
        changedAt: Given<String> = .absent,
        link: Given<String> = .absent,
        name: Given<String> = .absent,
        nextPaymentAt: Given<String> = .absent,
        startedAt: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<SubscriptionRecorded> {
        var request = Request("subscription.record")
        request.put("customer", customer)
        request.put("id", id)
        request.put("status", status)
        request.putGiven("changed_at", changedAt)
        request.putGiven("link", link)
        request.putGiven("name", name)
        request.putGiven("next_payment_at", nextPaymentAt)
        request.putGiven("started_at", startedAt)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// The subscriptions of a customer, newest first, each with the last 20 changes of its status.
    ///
    /// Rules O7, W3.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter cursor: Where the page before ended: its `next`.
    /// - Parameter limit: Subscriptions on the page, 1 to 500; 50 when absent.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func list(
        customer: String,
        cursor: Given<String> = .absent,
        limit: Given<Int64> = .absent
    ) throws -> SubscriptionPage {
        var request = Request("subscription.list")
        request.put("customer", customer)
        request.putGiven("cursor", cursor)
        request.putGiven("limit", limit)
        return try caller.call(request)
    }
}

/// The operations of `wishlist`.
public struct WishlistOperations: Sendable {
    let caller: Caller

    /// Records what a customer would like, in place of what was recorded before. An empty list ends it. Details show
    /// it.
    ///
    /// Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `version_conflict`;
    /// `invalid_request` for an article that stands there twice; `limit_exceeded` beyond 500 articles.
    ///
    /// Rules O7, K2.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter items: The articles, at most 500.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func set(
        customer: String,
        items: [WishlistWish],
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<WishlistWished> {
        var request = Request("wishlist.set")
        request.put("customer", customer)
        request.put("items", items)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }
}

/// The operations of `outbox`.
public struct OutboxOperations: Sendable {
    let caller: Caller

    /// Takes messages that wait for the host, under a lease: what is not acknowledged in time is given again.
    ///
    /// At least once, in order per customer: while one message of a customer is leased, no later one is given. Of
    /// each customer at most one is given per call.
    ///
    /// Rule P6.
    ///
    /// - Parameter leaseSeconds: For how long, in seconds, 1 to 86,400.
    /// - Parameter limit: How many at most, 1 to 500; 50 when absent.
    /// - Parameter preview: Run without committing.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func take(
        leaseSeconds: Int64,
        limit: Given<Int64> = .absent,
        preview: Bool = false
    ) throws -> OutboxTaken {
        var request = Request("outbox.take")
        request.put("lease_seconds", leaseSeconds)
        request.putGiven("limit", limit)
        request.option("preview", preview)
        return try caller.call(request)
    }

    /// Acknowledges messages: they are done and never given again; the next one of each customer may be taken.
    ///
    /// Acknowledging a message twice is fine.
    ///
    /// Rule P6.
    ///
    /// - Parameter messages: The messages' ids, 1 to 500.
    /// - Parameter preview: Run without committing.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func ack(
        messages: [String],
        preview: Bool = false
    ) throws -> OutboxAcked {
        var request = Request("outbox.ack")
        request.put("messages", messages)
        request.option("preview", preview)
        return try caller.call(request)
    }
}

/// The operations of `audit`.
public struct AuditOperations: Sendable {
    let caller: Caller

    /// The commands, newest first: done, or refused. Of one customer, of one actor, or all.
    ///
    /// Every command is here with actor, time, operation, target and outcome, and no personal data. A query is here
    /// only when the actor had no right to it.
    ///
    /// Rule P7.
    ///
    /// - Parameter actor: One actor; not together with `customer` or refused commands.
    /// - Parameter cursor: Where the page before ended: its `next`.
    /// - Parameter customer: One customer.
    /// - Parameter limit: Rows on the page, 1 to 500; 50 when absent.
    /// - Parameter outcome: Done (when absent) or refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func list(
        actor: Given<String> = .absent,
        cursor: Given<String> = .absent,
        customer: Given<String> = .absent,
        limit: Given<Int64> = .absent,
        outcome: Outcome? = nil
    ) throws -> AuditPage {
        var request = Request("audit.list")
        request.putGiven("actor", actor)
        request.putGiven("cursor", cursor)
        request.putGiven("customer", customer)
        request.putGiven("limit", limit)
        request.putOptional("outcome", outcome)
        return try caller.call(request)
    }
}

/// The operations of `journal`.
public struct JournalOperations: Sendable {
    let caller: Caller

    /// Recomputes a customer's balances, lots, holds and hash chain from the entries, and reports the first
    /// difference.
    ///
    /// Keep the `head` it returns outside of the database and give it as `expected_head` later: then a cut-off tail
    /// shows too. Reads the whole journal.
    ///
    /// Rule L14.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter expectedHead: A head that an earlier call returned: it must still be part of the chain.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func verify(
        customer: String,
        expectedHead: Given<String> = .absent
    ) throws -> JournalVerified {
        var request = Request("journal.verify")
        request.put("customer", customer)
        request.putGiven("expected_head", expectedHead)
        return try caller.call(request)
    }
}

/// The operations of `program`.
public struct ProgramOperations: Sendable {
    let caller: Caller

    /// The program that is current, with its version.
    ///
    /// Version 0 is the starter program, before any other is set.
    ///
    /// - Throws: `LoyaltyError` when the library refuses.
    public func get() throws -> ProgramCurrent {
        let request = Request("program.get")
        return try caller.call(request)
    }

    /// Sets the program: the whole document. Every command that begins later runs under it.
    ///
    /// Once there are books, point types stay: none may go away or change its kind, places or currency, those of the
    /// starter program included. What is on the books stays as it is: lots keep the ends they were given.
    ///
    /// Errors: `invalid_program` with every mistake and its path; `version_conflict` when `if_version` is not the
    /// current version.
    ///
    /// Rules L5, W9.
    ///
    /// - Parameter program: The document; see the reference of the program.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func set(
        program: JSONValue,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<ProgramCurrent> {
        var request = Request("program.set")
        request.put("program", program)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }
}

/// The operations as one actor may call them. Made by `Engine.acting`.
public struct Client: Sendable {
    /// The operations of `customer`.
    public let customer: CustomerOperations
    /// The operations of `address`.
    public let address: AddressOperations
    /// The operations of `payment_method`.
    public let paymentMethod: PaymentMethodOperations
    /// The operations of `email`.
    public let email: EmailOperations
    /// The operations of `blacklist`.
    public let blacklist: BlacklistOperations
    /// The operations of `membership`.
    public let membership: MembershipOperations
    /// The operations of `points`.
    public let points: PointsOperations
    /// The operations of `maintenance`.
    public let maintenance: MaintenanceOperations
    /// The operations of `order`.
    public let order: OrderOperations
    /// The operations of `subscription`.
    public let subscription: SubscriptionOperations
    /// The operations of `wishlist`.
    public let wishlist: WishlistOperations
    /// The operations of `outbox`.
    public let outbox: OutboxOperations
    /// The operations of `audit`.
    public let audit: AuditOperations
    /// The operations of `journal`.
    public let journal: JournalOperations
    /// The operations of `program`.
    public let program: ProgramOperations

    init(caller: Caller) {
        customer = CustomerOperations(caller: caller)
        address = AddressOperations(caller: caller)
        paymentMethod = PaymentMethodOperations(caller: caller)
        email = EmailOperations(caller: caller)
        blacklist = BlacklistOperations(caller: caller)
        membership = MembershipOperations(caller: caller)
        points = PointsOperations(caller: caller)
        maintenance = MaintenanceOperations(caller: caller)
        order = OrderOperations(caller: caller)
        subscription = SubscriptionOperations(caller: caller)
        wishlist = WishlistOperations(caller: caller)
        outbox = OutboxOperations(caller: caller)
        audit = AuditOperations(caller: caller)
        journal = JournalOperations(caller: caller)
        program = ProgramOperations(caller: caller)
    }
}
