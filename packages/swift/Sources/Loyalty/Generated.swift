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

/// What an actor did for one reason.
public struct ActivityRow: Codable, Sendable {
    /// What kind of entry.
    public let kind: EntryKind
    /// The point type.
    public let type: String
    /// Whose accounts.
    public let holder: Holder
    /// How many commands. One that moves value on two accounts, as a merge does, counts for each.
    public let commands: Int64
    /// The sum of what was credited.
    public let given: String
    /// The sum of what was debited, as a positive number.
    public let taken: String
    /// The actor; absent for customers who acted for themselves, all of them together.
    public let actor: String?
    /// The reason that was given; absent where there was none, or it was erased.
    public let reason: String?

    public init(kind: EntryKind, type: String, holder: Holder, commands: Int64, given: String, taken: String, actor: String? = nil, reason: String? = nil) {
        self.kind = kind
        self.type = type
        self.holder = holder
        self.commands = commands
        self.given = given
        self.taken = taken
        self.actor = actor
        self.reason = reason
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

/// What a merge added to the survivor's records.
public struct Added: Codable, Sendable {
    /// Addresses.
    public let addresses: [String]?
    /// Whether the survivor is blacklisted because the source was.
    public let blacklisted: Bool?
    /// Payment methods.
    public let paymentMethods: [String]?
    /// Articles on the wishlist.
    public let wishes: [String]?

    private enum CodingKeys: String, CodingKey {
        case addresses = "addresses"
        case blacklisted = "blacklisted"
        case paymentMethods = "payment_methods"
        case wishes = "wishes"
    }

    public init(addresses: [String]? = nil, blacklisted: Bool? = nil, paymentMethods: [String]? = nil, wishes: [String]? = nil) {
        self.addresses = addresses
        self.blacklisted = blacklisted
        self.paymentMethods = paymentMethods
        self.wishes = wishes
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

/// What was earned a time ago.
public struct Aged: Codable, Sendable {
    /// So many days ago at least, by the calendar of the program's zone.
    public let days: Int64
    /// How many lots: credits, or what is left of them in one place.
    public let lots: Int64
    /// What of it can be spent now.
    public let active: String
    /// What of it becomes active later.
    public let pending: String
    /// What of it holds have set aside.
    public let held: String

    public init(days: Int64, lots: Int64, active: String, pending: String, held: String) {
        self.days = days
        self.lots = lots
        self.active = active
        self.pending = pending
        self.held = held
    }
}

/// The result of `approval.grant`.
public struct ApprovalGranted: Codable, Sendable {
    /// The request's id.
    public let approval: String
    /// The operation that was asked for and is done now.
    public let operation: String
    /// Who asked for it.
    public let askedBy: String
    /// The command's own answer.
    public let result: JSONValue?
    /// Of `gift_card.issue`: the code, whole, in the first answer alone: hand it to the recipient and do not keep it.
    public let code: String?
    /// The customer it is about.
    public let customer: String?
    /// The number of the gift card it is about.
    public let giftCard: String?

    private enum CodingKeys: String, CodingKey {
        case approval = "approval"
        case operation = "operation"
        case askedBy = "asked_by"
        case result = "result"
        case code = "code"
        case customer = "customer"
        case giftCard = "gift_card"
    }

    public init(approval: String, operation: String, askedBy: String, result: JSONValue? = nil, code: String? = nil, customer: String? = nil, giftCard: String? = nil) {
        self.approval = approval
        self.operation = operation
        self.askedBy = askedBy
        self.result = result
        self.code = code
        self.customer = customer
        self.giftCard = giftCard
    }
}

/// A page of requests for approval.
public struct ApprovalPage: Codable, Sendable {
    /// The requests, newest first.
    public let approvals: [ApprovalView]
    /// Where to go on; absent on the last page.
    public let next: String?

    public init(approvals: [ApprovalView], next: String? = nil) {
        self.approvals = approvals
        self.next = next
    }
}

/// The result of `approval.reject`.
public struct ApprovalRejected: Codable, Sendable {
    /// The request's id.
    public let approval: String
    /// The operation that was asked for.
    public let operation: String
    /// Who asked for it.
    public let askedBy: String
    /// The customer it is about.
    public let customer: String?
    /// The number of the gift card it is about.
    public let giftCard: String?

    private enum CodingKeys: String, CodingKey {
        case approval = "approval"
        case operation = "operation"
        case askedBy = "asked_by"
        case customer = "customer"
        case giftCard = "gift_card"
    }

    public init(approval: String, operation: String, askedBy: String, customer: String? = nil, giftCard: String? = nil) {
        self.approval = approval
        self.operation = operation
        self.askedBy = askedBy
        self.customer = customer
        self.giftCard = giftCard
    }
}

/// Where a request for approval stands.
public enum ApprovalState: Codable, Hashable, Sendable {
    /// It waits for somebody to decide.
    case open
    /// It was granted, and done.
    case granted
    /// It was rejected, or withdrawn by whoever had asked.
    case rejected
    /// Nobody decided in time.
    case expired
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .open: return "open"
        case .granted: return "granted"
        case .rejected: return "rejected"
        case .expired: return "expired"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "open": self = .open
        case "granted": self = .granted
        case "rejected": self = .rejected
        case "expired": self = .expired
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// A request for approval: everything that whoever decides needs.
public struct ApprovalView: Codable, Sendable {
    /// The request's id.
    public let approval: String
    /// Where it stands.
    public let state: ApprovalState
    /// The operation that was asked for.
    public let operation: String
    /// Its arguments, with reasons and notes. A card that was named by its code is named by its number.
    public let arguments: JSONValue?
    /// What is limited.
    public let limit: String
    /// The bound of whoever asked.
    public let allowed: String
    /// What they asked for.
    public let requested: String
    /// Who asked.
    public let actor: String
    /// Agent or system.
    public let kind: ActorKind
    /// The roles under which they asked.
    public let roles: [String]
    /// When it was asked for.
    public let askedAt: String
    /// From when on it is too late to decide.
    public let validUntil: String
    /// The customer whose it was before a merge.
    public let cameFrom: String?
    /// The customer it is about.
    public let customer: String?
    /// When.
    public let decidedAt: String?
    /// Who has decided.
    public let decidedBy: String?
    /// The number of the gift card it is about.
    public let giftCard: String?
    /// What was said about it when it was decided.
    public let note: String?
    /// Why it was rejected.
    public let reason: String?
    /// The page, device or channel through which it came.
    public let through: String?

    private enum CodingKeys: String, CodingKey {
        case approval = "approval"
        case state = "state"
        case operation = "operation"
        case arguments = "arguments"
        case limit = "limit"
        case allowed = "allowed"
        case requested = "requested"
        case actor = "actor"
        case kind = "kind"
        case roles = "roles"
        case askedAt = "asked_at"
        case validUntil = "valid_until"
        case cameFrom = "came_from"
        case customer = "customer"
        case decidedAt = "decided_at"
        case decidedBy = "decided_by"
        case giftCard = "gift_card"
        case note = "note"
        case reason = "reason"
        case through = "through"
    }

    public init(approval: String, state: ApprovalState, operation: String, arguments: JSONValue? = nil, limit: String, allowed: String, requested: String, actor: String, kind: ActorKind, roles: [String], askedAt: String, validUntil: String, cameFrom: String? = nil, customer: String? = nil, decidedAt: String? = nil, decidedBy: String? = nil, giftCard: String? = nil, note: String? = nil, reason: String? = nil, through: String? = nil) {
        self.approval = approval
        self.state = state
        self.operation = operation
        self.arguments = arguments
        self.limit = limit
        self.allowed = allowed
        self.requested = requested
        self.actor = actor
        self.kind = kind
        self.roles = roles
        self.askedAt = askedAt
        self.validUntil = validUntil
        self.cameFrom = cameFrom
        self.customer = customer
        self.decidedAt = decidedAt
        self.decidedBy = decidedBy
        self.giftCard = giftCard
        self.note = note
        self.reason = reason
        self.through = through
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
    /// The batch of adjustments of which it began, noted or reversed a piece.
    public let batch: String?
    /// Refused: the error code.
    public let code: String?
    /// The customer it was about; absent for the program.
    public let customer: String?
    /// The number of the gift card it was about.
    public let giftCard: String?
    /// Agent, customer or system; absent when erased.
    public let kind: ActorKind?
    /// Done: its number in the customer's or gift card's log.
    public let number: Int64?
    /// The page, device or channel through which it came, or the agent who acted as the customer.
    public let through: String?

    private enum CodingKeys: String, CodingKey {
        case at = "at"
        case operation = "operation"
        case actor = "actor"
        case batch = "batch"
        case code = "code"
        case customer = "customer"
        case giftCard = "gift_card"
        case kind = "kind"
        case number = "number"
        case through = "through"
    }

    public init(at: String, operation: String, actor: String, batch: String? = nil, code: String? = nil, customer: String? = nil, giftCard: String? = nil, kind: ActorKind? = nil, number: Int64? = nil, through: String? = nil) {
        self.at = at
        self.operation = operation
        self.actor = actor
        self.batch = batch
        self.code = code
        self.customer = customer
        self.giftCard = giftCard
        self.kind = kind
        self.number = number
        self.through = through
    }
}

/// Who writes in a ticket.
public enum Author: Codable, Hashable, Sendable {
    /// The customer.
    case customer
    /// Somebody of the shop.
    case shop
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .customer: return "customer"
        case .shop: return "shop"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "customer": self = .customer
        case "shop": self = .shop
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
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
    /// Earned, or paid in, in all, less what was reversed.
    public let earned: String
    /// Adjusted by hand and redeemed from gift cards in all, less what was reversed.
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

/// What is given once to a person, and never again: for a birthday once a year.
public struct Bonus: Codable, Sendable {
    /// The bonus' id; entries name it as their rule.
    public let id: String
    /// The point type that is given.
    public let type: String
    /// How many.
    public let points: String
    /// On which occasion.
    public let on: BonusOn
    /// For a birthday: the first local day whose birthdays count, so that a new bonus is not given for those that are
    /// past.
    public let from: String?
    /// On a first order: whether it stays when that order is refunded.
    public let keepOnRefund: Bool?
    /// Whom it is for. To a referrer it is given once for each person referred.
    public let to: BonusTo?

    private enum CodingKeys: String, CodingKey {
        case id = "id"
        case type = "type"
        case points = "points"
        case on = "on"
        case from = "from"
        case keepOnRefund = "keep_on_refund"
        case to = "to"
    }

    public init(id: String, type: String, points: String, on: BonusOn, from: String? = nil, keepOnRefund: Bool? = nil, to: BonusTo? = nil) {
        self.id = id
        self.type = type
        self.points = points
        self.on = on
        self.from = from
        self.keepOnRefund = keepOnRefund
        self.to = to
    }
}

/// The occasion of a bonus.
public enum BonusOn: Codable, Hashable, Sendable {
    /// The customer has become a member.
    case enrolled
    /// The customer's first order has earned.
    case firstOrder
    /// It is the customer's birthday, and the sweep (`maintenance.run`) comes by.
    case birthday
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .enrolled: return "enrolled"
        case .firstOrder: return "first_order"
        case .birthday: return "birthday"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "enrolled": self = .enrolled
        case "first_order": self = .firstOrder
        case "birthday": self = .birthday
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// Whom a bonus is for.
public enum BonusTo: Codable, Hashable, Sendable {
    /// The customer.
    case customer
    /// The customer, if somebody has referred them.
    case referred
    /// Whoever has referred the customer.
    case referrer
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .customer: return "customer"
        case .referred: return "referred"
        case .referrer: return "referrer"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "customer": self = .customer
        case "referred": self = .referred
        case "referrer": self = .referrer
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// What became of a piece, and of the file so far.
public struct BulkAdjusted: Codable, Sendable {
    /// The batch.
    public let batch: String
    /// The row that was looked at last.
    public let row: Int64
    /// Rows done so far, those included that were done before, and those that were taken back since.
    public let done: Int64
    /// Rows refused so far.
    public let refused: Int64
    /// What the rows done gave and took so far, whether it was taken back since or not: in the state `reversed`
    /// nothing of it stands.
    public let totals: [BulkSum]
    /// The digest of the file up to here.
    public let digest: String
    /// What was refused in this piece, and what could not be taken back of a batch that has failed.
    public let errors: [RowError]?
    /// Of a dry run, with its last piece: what the real run needs. Absent where all or nothing is asked for and rows
    /// were refused, and where it was broken off.
    public let filePlan: String?
    /// For the next piece; absent with the last one, where a batch has failed, and where it was broken off: then send
    /// the file again.
    public let next: BulkNext?
    /// How far the batch has come; absent in a dry run.
    public let state: BulkState?

    private enum CodingKeys: String, CodingKey {
        case batch = "batch"
        case row = "row"
        case done = "done"
        case refused = "refused"
        case totals = "totals"
        case digest = "digest"
        case errors = "errors"
        case filePlan = "file_plan"
        case next = "next"
        case state = "state"
    }

    public init(batch: String, row: Int64, done: Int64, refused: Int64, totals: [BulkSum], digest: String, errors: [RowError]? = nil, filePlan: String? = nil, next: BulkNext? = nil, state: BulkState? = nil) {
        self.batch = batch
        self.row = row
        self.done = done
        self.refused = refused
        self.totals = totals
        self.digest = digest
        self.errors = errors
        self.filePlan = filePlan
        self.next = next
        self.state = state
    }
}

/// A batch.
public struct BulkBatchView: Codable, Sendable {
    /// Its id.
    public let batch: String
    /// How far it has come.
    public let state: BulkState
    /// What becomes of the others when a row is refused.
    public let policy: Policy
    /// The plan of its file.
    public let filePlan: String
    /// The id of the actor who began it.
    public let startedBy: String
    /// Agent or system.
    public let kind: ActorKind
    /// When it began.
    public let startedAt: String
    /// When its last piece was done.
    public let changedAt: String
    /// The row that was looked at last.
    public let row: Int64
    /// Rows done, whether reversed or not.
    public let done: Int64
    /// Rows refused when they were looked at last.
    public let refused: Int64
    /// Rows reversed.
    public let reversed: Int64
    /// What the rows gave and took, whether reversed or not.
    public let totals: [BulkSum]

    private enum CodingKeys: String, CodingKey {
        case batch = "batch"
        case state = "state"
        case policy = "policy"
        case filePlan = "file_plan"
        case startedBy = "started_by"
        case kind = "kind"
        case startedAt = "started_at"
        case changedAt = "changed_at"
        case row = "row"
        case done = "done"
        case refused = "refused"
        case reversed = "reversed"
        case totals = "totals"
    }

    public init(batch: String, state: BulkState, policy: Policy, filePlan: String, startedBy: String, kind: ActorKind, startedAt: String, changedAt: String, row: Int64, done: Int64, refused: Int64, reversed: Int64, totals: [BulkSum]) {
        self.batch = batch
        self.state = state
        self.policy = policy
        self.filePlan = filePlan
        self.startedBy = startedBy
        self.kind = kind
        self.startedAt = startedAt
        self.changedAt = changedAt
        self.row = row
        self.done = done
        self.refused = refused
        self.reversed = reversed
        self.totals = totals
    }
}

/// Where a file goes on, and what has become of it so far.
public struct BulkNext: Codable, Sendable {
    /// Where the file goes on.
    public let place: BulkPlace
    /// The digest of the file up to here.
    public let digest: String
    /// Rows done so far.
    public let done: Int64
    /// Rows refused so far.
    public let refused: Int64
    /// What they gave and took so far.
    public let totals: [BulkSum]

    public init(place: BulkPlace, digest: String, done: Int64, refused: Int64, totals: [BulkSum]) {
        self.place = place
        self.digest = digest
        self.done = done
        self.refused = refused
        self.totals = totals
    }
}

/// Where a file goes on: what one call answers and the next one takes. It keeps what is left of the piece, a row
/// whose end has not come yet, so that whoever sends a file may cut it anywhere.
public struct BulkPlace: Codable, Sendable {
    /// The row that was read last, as a spreadsheet counts: the header is row 1, and a line break inside of a cell
    /// begins no row.
    public let row: Int64
    /// The file's first line, when it has come.
    public let header: String?
    /// What is left: it goes in front of the next piece.
    public let rest: String?

    public init(row: Int64, header: String? = nil, rest: String? = nil) {
        self.row = row
        self.header = header
        self.rest = rest
    }
}

/// How far a batch has come.
public enum BulkState: Codable, Hashable, Sendable {
    /// Its file has not come to its end.
    case running
    /// Its file was done to its end.
    case done
    /// All or nothing was asked for, and a row was refused: what was done is being reversed.
    case failed
    /// It is being reversed; rows are left that were not, or could not be.
    case reversing
    /// All that it did is reversed.
    case reversed
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .running: return "running"
        case .done: return "done"
        case .failed: return "failed"
        case .reversing: return "reversing"
        case .reversed: return "reversed"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "running": self = .running
        case "done": self = .done
        case "failed": self = .failed
        case "reversing": self = .reversing
        case "reversed": self = .reversed
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// What rows have given and taken in one point type.
public struct BulkSum: Codable, Sendable {
    /// The point type.
    public let type: String
    /// Given in all.
    public let given: String
    /// Taken in all.
    public let taken: String

    public init(type: String, given: String, taken: String) {
        self.type = type
        self.given = given
        self.taken = taken
    }
}

/// What was reversed.
public struct BulkUndone: Codable, Sendable {
    /// The batch.
    public let batch: String
    /// How far it has come.
    public let state: BulkState
    /// Rows of the batch that are reversed so far.
    public let reversed: Int64
    /// Rows that this call could not reverse.
    public let refused: Int64
    /// Why not.
    public let errors: [RowError]?
    /// The row up to which this call has come, where there are more.
    public let next: Int64?

    public init(batch: String, state: BulkState, reversed: Int64, refused: Int64, errors: [RowError]? = nil, next: Int64? = nil) {
        self.batch = batch
        self.state = state
        self.reversed = reversed
        self.refused = refused
        self.errors = errors
        self.next = next
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

/// A hold that was captured.
public struct CapturedPart: Codable, Sendable {
    /// The hold as it is now.
    public let hold: HoldView
    /// The entry.
    public let entry: String

    public init(hold: HoldView, entry: String) {
        self.hold = hold
        self.entry = entry
    }
}

/// Where a gift card stands.
public enum CardState: Codable, Hashable, Sendable {
    /// Issued blank, and not sold yet.
    case inactive
    /// It pays.
    case active
    /// It does not pay until it is unblocked.
    case blocked
    /// It never pays again.
    case deactivated
    /// All that was on it has ended by time.
    case expired
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .inactive: return "inactive"
        case .active: return "active"
        case .blocked: return "blocked"
        case .deactivated: return "deactivated"
        case .expired: return "expired"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "inactive": self = .inactive
        case "active": self = .active
        case "blocked": self = .blocked
        case "deactivated": self = .deactivated
        case "expired": self = .expired
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// Why a customer has a reward.
public enum Cause: Codable, Hashable, Sendable {
    /// They paid for it.
    case redeemed
    /// It was given by hand.
    case granted
    /// They rose to a status.
    case status
    /// They filled a stamp card, or reached a slot of it.
    case stampCard
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .redeemed: return "redeemed"
        case .granted: return "granted"
        case .status: return "status"
        case .stampCard: return "stamp_card"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "redeemed": self = .redeemed
        case "granted": self = .granted
        case "status": self = .status
        case "stamp_card": self = .stampCard
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
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
    /// The account is its own again.
    case unmerge
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
        case .unmerge: return "unmerge"
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
        case "unmerge": self = .unmerge
        case "delete": self = .delete
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// What an order charges besides its lines.
public enum Charge: Codable, Hashable, Sendable {
    /// Shipping.
    case shipping
    /// Tax.
    case tax
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .shipping: return "shipping"
        case .tax: return "tax"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "shipping": self = .shipping
        case "tax": self = .tax
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// What became of a column of the file.
public struct ColumnRead: Codable, Sendable {
    /// Its name in the file.
    public let name: String
    /// Why it is left out.
    public let leftOut: LeftOut?
    /// What it is read as; absent when it is left out.
    public let readAs: String?

    private enum CodingKeys: String, CodingKey {
        case name = "name"
        case leftOut = "left_out"
        case readAs = "read_as"
    }

    public init(name: String, leftOut: LeftOut? = nil, readAs: String? = nil) {
        self.name = name
        self.leftOut = leftOut
        self.readAs = readAs
    }
}

/// How the rules of a point type come together.
public enum Combine: Codable, Hashable, Sendable {
    /// Every rule that fits gives its part; multipliers multiply each other.
    case stack
    /// Each line counts for the first rule that fits it, and is multiplied by the first multiplier that does.
    case firstMatch
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .stack: return "stack"
        case .firstMatch: return "first_match"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "stack": self = .stack
        case "first_match": self = .firstMatch
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// Who turns a full card into its reward.
public enum Completes: Codable, Hashable, Sendable {
    /// It turns by itself, with its last stamp.
    case automatically
    /// Whoever asks for it (`stamp_card.complete`).
    case onRequest
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .automatically: return "automatically"
        case .onRequest: return "on_request"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "automatically": self = .automatically
        case "on_request": self = .onRequest
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

/// The price of a reward.
public struct Cost: Codable, Sendable {
    /// The point type in which it is paid.
    public let type: String
    /// How much.
    public let amount: String

    public init(type: String, amount: String) {
        self.type = type
        self.amount = amount
    }
}

/// What was earned of a point type, less what of it was taken back; adjustments by hand do not count.
public struct CountsEarned: Codable, Sendable {
    /// The point type.
    public let type: String

    public init(type: String) {
        self.type = type
    }
}

/// Money spent on goods, less what was given back; in the one currency of the program.
public struct CountsSpend: Codable, Sendable {

    public init() {
    }
}

/// Orders.
public struct CountsOrders: Codable, Sendable {

    public init() {
    }
}

/// Sign-ins.
public struct CountsVisits: Codable, Sendable {

    public init() {
    }
}

/// Nothing: an agent sets the counter.
public struct CountsManual: Codable, Sendable {

    public init() {
    }
}

/// What is counted (rule Y1).
public enum Counts: Codable, Sendable {
    case earned(CountsEarned)
    case spend(CountsSpend)
    case orders(CountsOrders)
    case visits(CountsVisits)
    case manual(CountsManual)
    /// One of a later release.
    case unknown(JSONValue)

    private enum CodingKeys: String, CodingKey { case source }

    public init(from decoder: Decoder) throws {
        let word = try decoder.container(keyedBy: CodingKeys.self).decode(String.self, forKey: .source)
        switch word {
        case "earned": self = .earned(try CountsEarned(from: decoder))
        case "spend": self = .spend(try CountsSpend(from: decoder))
        case "orders": self = .orders(try CountsOrders(from: decoder))
        case "visits": self = .visits(try CountsVisits(from: decoder))
        case "manual": self = .manual(try CountsManual(from: decoder))
        default: self = .unknown(try JSONValue(from: decoder))
        }
    }

    public func encode(to encoder: Encoder) throws {
        switch self {
        case .earned(let value):
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode("earned", forKey: .source)
            try value.encode(to: encoder)
        case .spend(let value):
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode("spend", forKey: .source)
            try value.encode(to: encoder)
        case .orders(let value):
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode("orders", forKey: .source)
            try value.encode(to: encoder)
        case .visits(let value):
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode("visits", forKey: .source)
            try value.encode(to: encoder)
        case .manual(let value):
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode("manual", forKey: .source)
            try value.encode(to: encoder)
        case .unknown(let value): try value.encode(to: encoder)
        }
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

/// The receipt of `customer.delete`.
public struct CustomerDeleted: Codable, Sendable {
    /// The customer.
    public let customer: String
    /// The state before; `deleted` when the call went on with an erasure.
    public let from: State
    /// The state now.
    public let state: State
    /// The version of the membership, for `if_version`.
    public let version: Int64
    /// Whether everything is erased; if not, call again, or `maintenance.run`.
    public let complete: Bool

    public init(customer: String, from: State, state: State, version: Int64, complete: Bool) {
        self.customer = customer
        self.from = from
        self.state = state
        self.version = version
        self.complete = complete
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
    /// The gift cards; absent without the right `gift_card.list`.
    public let giftCards: [GiftCardView]?
    /// Stands only on guests.
    public let guest: Bool?
    /// The entries of all journals; absent without the right `points.history`.
    public let history: [EntryView]?
    /// The last sign-in that the host told of.
    public let lastLoginAt: String?
    /// Where the customer stands.
    public let membership: Membership?
    /// The merges; absent without the right `merge.history`.
    public let merges: [MergeView]?
    /// The tabs that have more rows than are shown.
    public let more: [Tab]?
    /// The orders; absent without the right `order.list`.
    public let orders: [OrderView]?
    /// The saved payment methods.
    public let paymentMethods: [PaymentMethod]?
    /// Who the customer is.
    public let profile: Profile?
    /// The rewards; absent without the right `reward.list`.
    public let rewards: [RewardView]?
    /// The stamp cards; absent without the right `stamp_card.progress`.
    public let stamps: [StampCardView]?
    /// Where the customer stands in each status system; absent without the right `status.list`.
    public let statuses: [StatusView]?
    /// The subscriptions; absent without the right `subscription.list`.
    public let subscriptions: [SubscriptionView]?
    /// The tickets; absent without the right `ticket.list`.
    public let tickets: [TicketView]?
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
        case giftCards = "gift_cards"
        case guest = "guest"
        case history = "history"
        case lastLoginAt = "last_login_at"
        case membership = "membership"
        case merges = "merges"
        case more = "more"
        case orders = "orders"
        case paymentMethods = "payment_methods"
        case profile = "profile"
        case rewards = "rewards"
        case stamps = "stamps"
        case statuses = "statuses"
        case subscriptions = "subscriptions"
        case tickets = "tickets"
        case wishlist = "wishlist"
    }

    public init(customer: String, createdAt: String, actions: [Availability]? = nil, addresses: [Address]? = nil, audit: [AuditRow]? = nil, balances: [Balance]? = nil, blacklisting: Blacklisting? = nil, email: Preferences? = nil, giftCards: [GiftCardView]? = nil, guest: Bool? = nil, history: [EntryView]? = nil, lastLoginAt: String? = nil, membership: Membership? = nil, merges: [MergeView]? = nil, more: [Tab]? = nil, orders: [OrderView]? = nil, paymentMethods: [PaymentMethod]? = nil, profile: Profile? = nil, rewards: [RewardView]? = nil, stamps: [StampCardView]? = nil, statuses: [StatusView]? = nil, subscriptions: [SubscriptionView]? = nil, tickets: [TicketView]? = nil, wishlist: [Wish]? = nil) {
        self.customer = customer
        self.createdAt = createdAt
        self.actions = actions
        self.addresses = addresses
        self.audit = audit
        self.balances = balances
        self.blacklisting = blacklisting
        self.email = email
        self.giftCards = giftCards
        self.guest = guest
        self.history = history
        self.lastLoginAt = lastLoginAt
        self.membership = membership
        self.merges = merges
        self.more = more
        self.orders = orders
        self.paymentMethods = paymentMethods
        self.profile = profile
        self.rewards = rewards
        self.stamps = stamps
        self.statuses = statuses
        self.subscriptions = subscriptions
        self.tickets = tickets
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

/// A page of `customer.export_csv`.
public struct CustomerExported: Codable, Sendable {
    /// The next part of the file.
    public let csv: String
    /// Customers in it.
    public let rows: Int64
    /// Where the next page begins; absent on the last.
    public let next: String?

    public init(csv: String, rows: Int64, next: String? = nil) {
        self.csv = csv
        self.rows = rows
        self.next = next
    }
}

/// The answer of `customer.export_data`.
public struct CustomerExportedData: Codable, Sendable {
    /// The customer.
    public let customer: String
    /// When this was so.
    public let exportedAt: String
    /// An object with a list for each section, by its name.
    public let data: JSONValue?
    /// The sections that go on.
    public let more: [MoreData]?
    /// The sections that this actor may not see.
    public let withheld: [Section]?

    private enum CodingKeys: String, CodingKey {
        case customer = "customer"
        case exportedAt = "exported_at"
        case data = "data"
        case more = "more"
        case withheld = "withheld"
    }

    public init(customer: String, exportedAt: String, data: JSONValue? = nil, more: [MoreData]? = nil, withheld: [Section]? = nil) {
        self.customer = customer
        self.exportedAt = exportedAt
        self.data = data
        self.more = more
        self.withheld = withheld
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

/// What became of rows, in numbers.
public struct CustomerImportCounts: Codable, Sendable {
    /// Customers created.
    public let created: Int64
    /// Customers who took on what their row says.
    public let updated: Int64
    /// Customers who were as their row says.
    public let unchanged: Int64
    /// Customers who were there already and were skipped.
    public let skipped: Int64
    /// Rows that an earlier call of this batch had done.
    public let repeated: Int64
    /// Rows refused.
    public let refused: Int64

    public init(created: Int64, updated: Int64, unchanged: Int64, skipped: Int64, repeated: Int64, refused: Int64) {
        self.created = created
        self.updated = updated
        self.unchanged = unchanged
        self.skipped = skipped
        self.repeated = repeated
        self.refused = refused
    }
}

/// Where a file goes on, and what has become of it so far.
public struct CustomerImportNext: Codable, Sendable {
    /// Where the file goes on.
    public let place: CustomerPlace
    /// What became of the rows so far.
    public let counts: CustomerImportCounts

    public init(place: CustomerPlace, counts: CustomerImportCounts) {
        self.place = place
        self.counts = counts
    }
}

/// What became of a piece, and of the file so far.
public struct CustomerImported: Codable, Sendable {
    /// The batch.
    public let batch: String
    /// The row that was looked at last.
    public let row: Int64
    /// Rows done so far, those included that were done before.
    public let done: Int64
    /// Rows refused so far.
    public let refused: Int64
    /// What became of the rows so far.
    public let counts: CustomerImportCounts
    /// Whether it was broken off: then send the file again.
    public let brokenOff: Bool?
    /// With the piece that has the header: what each column is read as.
    public let columns: [ColumnRead]?
    /// What was refused in this piece, cell by cell.
    public let errors: [RowError]?
    /// For the next piece; absent with the last one, and where it was broken off.
    public let next: CustomerImportNext?

    private enum CodingKeys: String, CodingKey {
        case batch = "batch"
        case row = "row"
        case done = "done"
        case refused = "refused"
        case counts = "counts"
        case brokenOff = "broken_off"
        case columns = "columns"
        case errors = "errors"
        case next = "next"
    }

    public init(batch: String, row: Int64, done: Int64, refused: Int64, counts: CustomerImportCounts, brokenOff: Bool? = nil, columns: [ColumnRead]? = nil, errors: [RowError]? = nil, next: CustomerImportNext? = nil) {
        self.batch = batch
        self.row = row
        self.done = done
        self.refused = refused
        self.counts = counts
        self.brokenOff = brokenOff
        self.columns = columns
        self.errors = errors
        self.next = next
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

/// Where a file goes on: what one call answers and the next one takes. It keeps what is left of the piece, a row
/// whose end has not come yet, so that whoever sends a file may cut it anywhere.
public struct CustomerPlace: Codable, Sendable {
    /// The row that was read last, as a spreadsheet counts: the header is row 1, and a line break inside of a cell
    /// begins no row.
    public let row: Int64
    /// The file's first line, when it has come.
    public let header: String?
    /// What is left: it goes in front of the next piece.
    public let rest: String?

    public init(row: Int64, header: String? = nil, rest: String? = nil) {
        self.row = row
        self.header = header
        self.rest = rest
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
    /// Stands only on who is deleted and not yet erased whole: call `customer.delete` again, or `maintenance.run`.
    public let erasing: Bool?
    /// Stands only on guests.
    public let guest: Bool?
    /// The last sign-in that the host told of.
    public let lastLoginAt: String?
    /// Who has referred the customer to the program; the shop's own.
    public let referredBy: String?

    private enum CodingKeys: String, CodingKey {
        case customer = "customer"
        case createdAt = "created_at"
        case profile = "profile"
        case membership = "membership"
        case preferences = "preferences"
        case blacklisting = "blacklisting"
        case erasing = "erasing"
        case guest = "guest"
        case lastLoginAt = "last_login_at"
        case referredBy = "referred_by"
    }

    public init(customer: String, createdAt: String, profile: Profile, membership: Membership, preferences: Preferences, blacklisting: Blacklisting? = nil, erasing: Bool? = nil, guest: Bool? = nil, lastLoginAt: String? = nil, referredBy: String? = nil) {
        self.customer = customer
        self.createdAt = createdAt
        self.profile = profile
        self.membership = membership
        self.preferences = preferences
        self.blacklisting = blacklisting
        self.erasing = erasing
        self.guest = guest
        self.lastLoginAt = lastLoginAt
        self.referredBy = referredBy
    }
}

/// In which order the numbers of a date stand.
public enum DateOrder: Codable, Hashable, Sendable {
    /// Year, month, day, with hyphens: 2026-11-22.
    case ymd
    /// Month, day, year, with slashes, points or hyphens: 11/22/2026.
    case mdy
    /// Day, month, year, with slashes, points or hyphens: 22.11.2026.
    case dmy
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .ymd: return "ymd"
        case .mdy: return "mdy"
        case .dmy: return "dmy"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "ymd": self = .ymd
        case "mdy": self = .mdy
        case "dmy": self = .dmy
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
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
    /// The local day on which it counts for the rule's cap.
    public let countedOn: String?
    /// Who got it, where that is not the order's owner: who has referred them. Staff only.
    public let customer: String?
    /// Whether it stays when the order is refunded.
    public let keptOnRefund: Bool?
    /// What each part of the order has of it; together exactly the amount (rule O3).
    public let shares: [Share]?
    /// What refunds have taken back of it.
    public let taken: String?

    private enum CodingKeys: String, CodingKey {
        case type = "type"
        case rule = "rule"
        case amount = "amount"
        case entry = "entry"
        case countedOn = "counted_on"
        case customer = "customer"
        case keptOnRefund = "kept_on_refund"
        case shares = "shares"
        case taken = "taken"
    }

    public init(type: String, rule: String, amount: String, entry: String, countedOn: String? = nil, customer: String? = nil, keptOnRefund: Bool? = nil, shares: [Share]? = nil, taken: String? = nil) {
        self.type = type
        self.rule = rule
        self.amount = amount
        self.entry = entry
        self.countedOn = countedOn
        self.customer = customer
        self.keptOnRefund = keptOnRefund
        self.shares = shares
        self.taken = taken
    }
}

/// What orders earn, and when.
public struct Earning: Codable, Sendable {
    /// What is given once to a person (rule O8).
    public let bonuses: [Bonus]?
    /// How the rules of a point type come together.
    public let combine: Combine?
    /// The rules.
    public let rules: [EarningRule]?
    /// What becomes of the points that paid for an order when it is refunded (rule O4).
    public let spentPoints: SpentPoints?
    /// With `own_lots_with_grace`: for how many days lots live on whose end has passed meanwhile.
    public let spentPointsGraceDays: Int64?
    /// The state in which an order earns.
    public let when: EarnsWhen?

    private enum CodingKeys: String, CodingKey {
        case bonuses = "bonuses"
        case combine = "combine"
        case rules = "rules"
        case spentPoints = "spent_points"
        case spentPointsGraceDays = "spent_points_grace_days"
        case when = "when"
    }

    public init(bonuses: [Bonus]? = nil, combine: Combine? = nil, rules: [EarningRule]? = nil, spentPoints: SpentPoints? = nil, spentPointsGraceDays: Int64? = nil, when: EarnsWhen? = nil) {
        self.bonuses = bonuses
        self.combine = combine
        self.rules = rules
        self.spentPoints = spentPoints
        self.spentPointsGraceDays = spentPointsGraceDays
        self.when = when
    }
}

/// An earning rule: what it gives, for which lines, and under which conditions (rule O2).
public struct EarningRule: Codable, Sendable {
    /// The rule's id; entries name it.
    public let id: String
    /// The point type that is earned.
    public let type: String
    /// A rate: whether lines count with what they cost before discounts.
    public let beforeDiscounts: Bool?
    /// The most it gives for one order.
    public let capPerOrder: String?
    /// The most it gives to one customer in a period.
    public let capPerPeriod: PeriodCap?
    /// Only lines in one of these categories; any when empty.
    public let categories: [String]?
    /// Only orders placed on this local day or later.
    public let from: String?
    /// A rate: count only full steps of `per`: 10 points per full 2 earn 30 on 7.
    public let fullSteps: Bool?
    /// For what it gives.
    public let gives: Gives?
    /// Only customers in one of these groups; any when empty.
    public let groups: [String]?
    /// Whether lines count that sell gift cards; what is bought with the card earns later (rule R7).
    public let includeGiftCards: Bool?
    /// A rate: whether shipping counts.
    public let includeShipping: Bool?
    /// A rate: whether tax counts.
    public let includeTax: Bool?
    /// By order: whether it stays with the customer when the order is refunded (rule O4).
    public let keepOnRefund: Bool?
    /// A rate: whether what was paid with points is left out.
    public let lessSpentPoints: Bool?
    /// Only orders whose goods, less discounts, come to this much.
    public let minimumSpend: String?
    /// A rate: how much of the order's currency earns `points`.
    public let per: String?
    /// How many are given for every `per`, for an item, or for the order.
    public let points: String?
    /// How a fraction of the smallest unit is rounded.
    public let rounding: Rounding?
    /// Only lines with one of these articles; any when empty.
    public let skus: [String]?
    /// Only customers with one of these statuses; any when empty.
    public let statuses: [InStatus]?
    /// A multiplier: by how much it multiplies what rates and rules by item of its type give.
    public let times: String?
    /// Only orders placed on this local day or earlier.
    public let until: String?
    /// Only orders placed on one of these days of the week; any when empty.
    public let weekdays: [Weekday]?

    private enum CodingKeys: String, CodingKey {
        case id = "id"
        case type = "type"
        case beforeDiscounts = "before_discounts"
        case capPerOrder = "cap_per_order"
        case capPerPeriod = "cap_per_period"
        case categories = "categories"
        case from = "from"
        case fullSteps = "full_steps"
        case gives = "gives"
        case groups = "groups"
        case includeGiftCards = "include_gift_cards"
        case includeShipping = "include_shipping"
        case includeTax = "include_tax"
        case keepOnRefund = "keep_on_refund"
        case lessSpentPoints = "less_spent_points"
        case minimumSpend = "minimum_spend"
        case per = "per"
        case points = "points"
        case rounding = "rounding"
        case skus = "skus"
        case statuses = "statuses"
        case times = "times"
        case until = "until"
        case weekdays = "weekdays"
    }

    public init(id: String, type: String, beforeDiscounts: Bool? = nil, capPerOrder: String? = nil, capPerPeriod: PeriodCap? = nil, categories: [String]? = nil, from: String? = nil, fullSteps: Bool? = nil, gives: Gives? = nil, groups: [String]? = nil, includeGiftCards: Bool? = nil, includeShipping: Bool? = nil, includeTax: Bool? = nil, keepOnRefund: Bool? = nil, lessSpentPoints: Bool? = nil, minimumSpend: String? = nil, per: String? = nil, points: String? = nil, rounding: Rounding? = nil, skus: [String]? = nil, statuses: [InStatus]? = nil, times: String? = nil, until: String? = nil, weekdays: [Weekday]? = nil) {
        self.id = id
        self.type = type
        self.beforeDiscounts = beforeDiscounts
        self.capPerOrder = capPerOrder
        self.capPerPeriod = capPerPeriod
        self.categories = categories
        self.from = from
        self.fullSteps = fullSteps
        self.gives = gives
        self.groups = groups
        self.includeGiftCards = includeGiftCards
        self.includeShipping = includeShipping
        self.includeTax = includeTax
        self.keepOnRefund = keepOnRefund
        self.lessSpentPoints = lessSpentPoints
        self.minimumSpend = minimumSpend
        self.per = per
        self.points = points
        self.rounding = rounding
        self.skus = skus
        self.statuses = statuses
        self.times = times
        self.until = until
        self.weekdays = weekdays
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

/// What lapses of a point type.
public struct Ending: Codable, Sendable {
    /// The point type.
    public let type: String
    /// Whose it is.
    public let holder: Holder
    /// The months in which something lapses, in their order.
    public let months: [Month]

    public init(type: String, holder: Holder, months: [Month]) {
        self.type = type
        self.holder = holder
        self.months = months
    }
}

/// Who joins the program by an import.
public enum Enrolling: Codable, Hashable, Sendable {
    /// Whom the file calls a member. Files of loyalty platforms have members only, unless a column says otherwise.
    case file
    /// All.
    case all
    /// Nobody.
    case nobody
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .file: return "file"
        case .all: return "all"
        case .nobody: return "nobody"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "file": self = .file
        case "all": self = .all
        case "nobody": self = .nobody
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// Why an entry stands in the journal.
public enum EntryKind: Codable, Hashable, Sendable {
    /// Earned.
    case earn
    /// Adjusted by hand.
    case adjust
    /// Paid in: a gift card was issued or recharged.
    case load
    /// Redeemed from a gift card to the credit of an account: less on the one, more on the other.
    case redeem
    /// Spent.
    case spend
    /// Spent through a hold.
    case capture
    /// Lapsed.
    case expire
    /// Lapsed lots came back.
    case reinstate
    /// Taken because the member left the program, or the gift card was deactivated.
    case forfeit
    /// Lots got a later end; the amount is zero.
    case extend
    /// Lots got another end by hand; the amount is zero.
    case redate
    /// Lots paid off debt; the amount is zero.
    case repay
    /// Takes an earlier entry back.
    case reverse
    /// Went to another account by a merge, or back by its undo.
    case mergeOut
    /// Came from another account by a merge, or back by its undo.
    case mergeIn
    /// Given to another customer.
    case transferOut
    /// Given by another customer.
    case transferIn
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .earn: return "earn"
        case .adjust: return "adjust"
        case .load: return "load"
        case .redeem: return "redeem"
        case .spend: return "spend"
        case .capture: return "capture"
        case .expire: return "expire"
        case .reinstate: return "reinstate"
        case .forfeit: return "forfeit"
        case .extend: return "extend"
        case .redate: return "redate"
        case .repay: return "repay"
        case .reverse: return "reverse"
        case .mergeOut: return "merge_out"
        case .mergeIn: return "merge_in"
        case .transferOut: return "transfer_out"
        case .transferIn: return "transfer_in"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "earn": self = .earn
        case "adjust": self = .adjust
        case "load": self = .load
        case "redeem": self = .redeem
        case "spend": self = .spend
        case "capture": self = .capture
        case "expire": self = .expire
        case "reinstate": self = .reinstate
        case "forfeit": self = .forfeit
        case "extend": self = .extend
        case "redate": self = .redate
        case "repay": self = .repay
        case "reverse": self = .reverse
        case "merge_out": self = .mergeOut
        case "merge_in": self = .mergeIn
        case "transfer_out": self = .transferOut
        case "transfer_in": self = .transferIn
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
    /// The batch of adjustments it came from; staff only.
    public let batch: String?
    /// What the customer reads.
    public let comment: String?
    /// Of a merge, and of what is reversed after it: the entry in the other account. Of a transfer the same, for
    /// staff only.
    public let counterpart: String?
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
        case batch = "batch"
        case comment = "comment"
        case counterpart = "counterpart"
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

    public init(id: String, type: String, kind: EntryKind, amount: String, balance: String, effectiveAt: String, recordedAt: String, actor: String? = nil, availableFrom: String? = nil, batch: String? = nil, comment: String? = nil, counterpart: String? = nil, debt: String? = nil, expires: String? = nil, hold: String? = nil, lots: [PartView]? = nil, note: String? = nil, order: String? = nil, reason: String? = nil, reversed: String? = nil, reverses: String? = nil, rule: String? = nil) {
        self.id = id
        self.type = type
        self.kind = kind
        self.amount = amount
        self.balance = balance
        self.effectiveAt = effectiveAt
        self.recordedAt = recordedAt
        self.actor = actor
        self.availableFrom = availableFrom
        self.batch = batch
        self.comment = comment
        self.counterpart = counterpart
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

/// A period of the calendar.
public enum Every: Codable, Hashable, Sendable {
    /// A day.
    case day
    /// A week from Monday.
    case week
    /// A month.
    case month
    /// A year.
    case year
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .day: return "day"
        case .week: return "week"
        case .month: return "month"
        case .year: return "year"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "day": self = .day
        case "week": self = .week
        case "month": self = .month
        case "year": self = .year
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// What happens with a row whose customer is there already, by id or by email.
public enum Existing: Codable, Hashable, Sendable {
    /// It is an error of the row.
    case refuse
    /// The customer stays as they are.
    case skip
    /// The customer takes on what the row says.
    case update
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .refuse: return "refuse"
        case .skip: return "skip"
        case .update: return "update"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "refuse": self = .refuse
        case "skip": self = .skip
        case "update": self = .update
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
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

/// How far a status falls that is no longer kept.
public enum Falling: Codable, Hashable, Sendable {
    /// To what the counter reaches, now or as the period ended.
    case toFit
    /// To the next status below, which is then kept for a period of its own.
    case oneStep
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .toFit: return "to_fit"
        case .oneStep: return "one_step"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "to_fit": self = .toFit
        case "one_step": self = .oneStep
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
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

/// The columns of a file, as the programs call them from which it comes. Columns that are not listed are passed
/// over, but for those of our own format.
public enum Format: Codable, Hashable, Sendable {
    /// Our own: `customer` or `email`, `amount`; `type`, `expected`, `reason`, `comment`, `note`, and at most one of
    /// `expires_after_days`, `valid_through`, `expires_at`, `never_expires` (`yes` or nothing).
    case loyalty
    /// Talon.One's points: `customerprofileid`, `amount`, `startdate`, `expirydate`, `subledgerid` (the point type),
    /// `reason`. It adds.
    case talonOne
    /// Smile's points: `email`, `points`.
    case smile
    /// LoyaltyLion's points: `customer id`, `emails`, `points`.
    case loyaltyLion
    /// Stamped's customers: `email`, and `points` where the mode is `set`, `add_points` where it is `add`; the other
    /// must be empty.
    case stamped
    /// Yotpo's customers: `Email`, `Points Balance`. It sets.
    case yotpo
    /// FanMaker's awards: `Email`, `Points`, `Explanation` (the reason), `Identifier` (the note). It adds.
    case fanMaker
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .loyalty: return "loyalty"
        case .talonOne: return "talon_one"
        case .smile: return "smile"
        case .loyaltyLion: return "loyalty_lion"
        case .stamped: return "stamped"
        case .yotpo: return "yotpo"
        case .fanMaker: return "fan_maker"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "loyalty": self = .loyalty
        case "talon_one": self = .talonOne
        case "smile": self = .smile
        case "loyalty_lion": self = .loyaltyLion
        case "stamped": self = .stamped
        case "yotpo": self = .yotpo
        case "fan_maker": self = .fanMaker
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// A card with a page of what was done with it.
public struct GiftCardActivities: Codable, Sendable {
    /// The card.
    public let card: GiftCardView
    /// The entries of its journal, newest first.
    public let activities: [EntryView]
    /// Where to go on; absent on the last page.
    public let next: Int64?

    public init(card: GiftCardView, activities: [EntryView], next: Int64? = nil) {
        self.card = card
        self.activities = activities
        self.next = next
    }
}

/// A page of gift cards.
public struct GiftCardCardPage: Codable, Sendable {
    /// The cards, newest first.
    public let giftCards: [GiftCardView]
    /// Where to go on; absent on the last page.
    public let next: String?

    private enum CodingKeys: String, CodingKey {
        case giftCards = "gift_cards"
        case next = "next"
    }

    public init(giftCards: [GiftCardView], next: String? = nil) {
        self.giftCards = giftCards
        self.next = next
    }
}

/// The result of `gift_card.issue`.
public struct GiftCardIssued: Codable, Sendable {
    /// The card.
    public let card: GiftCardView
    /// The entry in the card's journal.
    public let entry: String
    /// The code, whole, in the first answer alone: hand it to the recipient and do not keep it.
    public let code: String?

    public init(card: GiftCardView, entry: String, code: String? = nil) {
        self.card = card
        self.entry = entry
        self.code = code
    }
}

/// The result of an operation that moves the value of a card.
public struct GiftCardMoved: Codable, Sendable {
    /// The card's number.
    public let giftCard: String
    /// The entry in the card's journal; the receipt's `entries` have it whole.
    public let entry: String
    /// What can be spent of the card now.
    public let balance: String

    private enum CodingKeys: String, CodingKey {
        case giftCard = "gift_card"
        case entry = "entry"
        case balance = "balance"
    }

    public init(giftCard: String, entry: String, balance: String) {
        self.giftCard = giftCard
        self.entry = entry
        self.balance = balance
    }
}

/// The result of `gift_card.redeem`.
public struct GiftCardRedeemed: Codable, Sendable {
    /// The customer.
    public let customer: String
    /// The card's number.
    public let giftCard: String
    /// How much was moved.
    public let amount: String
    /// The entry in the card's journal.
    public let entry: String
    /// The entries in the customer's journal: one for each end.
    public let credits: [String]
    /// What can be spent of the card now.
    public let balance: String

    private enum CodingKeys: String, CodingKey {
        case customer = "customer"
        case giftCard = "gift_card"
        case amount = "amount"
        case entry = "entry"
        case credits = "credits"
        case balance = "balance"
    }

    public init(customer: String, giftCard: String, amount: String, entry: String, credits: [String], balance: String) {
        self.customer = customer
        self.giftCard = giftCard
        self.amount = amount
        self.entry = entry
        self.credits = credits
        self.balance = balance
    }
}

/// A gift card as answers show it.
public struct GiftCardView: Codable, Sendable {
    /// The card's number.
    public let giftCard: String
    /// Where it stands.
    public let state: CardState
    /// The point type of its value.
    public let type: String
    /// The last four symbols of its code.
    public let lastFour: String
    /// When it was issued.
    public let issuedAt: String
    /// When the last of its value ends.
    public let expires: String
    /// Its value.
    public let balance: Balance
    /// The version of the card, for `if_version`.
    public let version: Int64
    /// The customer whose it was before a merge.
    public let cameFrom: String?
    /// The customer to whom it was issued.
    public let customer: String?
    /// What the giver writes.
    public let message: String?
    /// An internal note; staff only.
    public let note: String?
    /// The order on which it was bought.
    public let order: String?
    /// Why it is blocked or deactivated; staff only.
    public let reason: String?
    /// Whom it is for.
    public let recipient: String?
    /// Where it is sent.
    public let recipientEmail: String?

    private enum CodingKeys: String, CodingKey {
        case giftCard = "gift_card"
        case state = "state"
        case type = "type"
        case lastFour = "last_four"
        case issuedAt = "issued_at"
        case expires = "expires"
        case balance = "balance"
        case version = "version"
        case cameFrom = "came_from"
        case customer = "customer"
        case message = "message"
        case note = "note"
        case order = "order"
        case reason = "reason"
        case recipient = "recipient"
        case recipientEmail = "recipient_email"
    }

    public init(giftCard: String, state: CardState, type: String, lastFour: String, issuedAt: String, expires: String, balance: Balance, version: Int64, cameFrom: String? = nil, customer: String? = nil, message: String? = nil, note: String? = nil, order: String? = nil, reason: String? = nil, recipient: String? = nil, recipientEmail: String? = nil) {
        self.giftCard = giftCard
        self.state = state
        self.type = type
        self.lastFour = lastFour
        self.issuedAt = issuedAt
        self.expires = expires
        self.balance = balance
        self.version = version
        self.cameFrom = cameFrom
        self.customer = customer
        self.message = message
        self.note = note
        self.order = order
        self.reason = reason
        self.recipient = recipient
        self.recipientEmail = recipientEmail
    }
}

/// Points, or value of a gift card, that paid for an order, and what refunds made of them.
public struct GivenBack: Codable, Sendable {
    /// The entry or hold that paid.
    public let source: String
    /// How much of it came back.
    public let amount: String
    /// How much of it stayed spent, as the program said at the time of a refund; a later program changes nothing
    /// about it.
    public let kept: String?

    public init(source: String, amount: String, kept: String? = nil) {
        self.source = source
        self.amount = amount
        self.kept = kept
    }
}

/// For what a rule gives.
public enum Gives: Codable, Hashable, Sendable {
    /// `points` for every `per` of the lines' value.
    case rate
    /// `points` for every item of the lines.
    case perItem
    /// `points` for the order.
    case perOrder
    /// Nothing itself: it multiplies by `times`.
    case times
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .rate: return "rate"
        case .perItem: return "per_item"
        case .perOrder: return "per_order"
        case .times: return "times"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "rate": self = .rate
        case "per_item": self = .perItem
        case "per_order": self = .perOrder
        case "times": self = .times
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// A part of a mixed payment: a point type of the customer, or a gift card by its number or its code.
public struct HoldPart: Codable, Sendable {
    /// How much, more than zero.
    public let amount: String
    /// The code of a gift card, instead of its number.
    public let code: String?
    /// The number of a gift card.
    public let giftCard: String?
    /// The point type.
    public let type: String?

    private enum CodingKeys: String, CodingKey {
        case amount = "amount"
        case code = "code"
        case giftCard = "gift_card"
        case type = "type"
    }

    public init(amount: String, code: String? = nil, giftCard: String? = nil, type: String? = nil) {
        self.amount = amount
        self.code = code
        self.giftCard = giftCard
        self.type = type
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

/// Whose the value is.
public enum Holder: Codable, Hashable, Sendable {
    /// On accounts of customers.
    case customers
    /// On gift cards.
    case giftCards
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .customers: return "customers"
        case .giftCards: return "gift_cards"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "customers": self = .customers
        case "gift_cards": self = .giftCards
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// The receipt of `impersonation.verify`.
public struct ImpersonationRedeemed: Codable, Sendable {
    /// The customer as whom to sign in.
    public let customer: String
    /// The agent who acts as them.
    public let agent: String
    /// What to put into `actor.through` of every context of the session.
    public let through: String
    /// Why the agent does it; staff only.
    public let reason: String?

    public init(customer: String, agent: String, through: String, reason: String? = nil) {
        self.customer = customer
        self.agent = agent
        self.through = through
        self.reason = reason
    }
}

/// The result of `impersonation.start`.
public struct ImpersonationStarted: Codable, Sendable {
    /// The customer.
    public let customer: String
    /// From when on the token no longer works.
    public let validUntil: String
    /// The token, in the first answer alone: hand it to your sign-in and do not keep it.
    public let token: String?

    private enum CodingKeys: String, CodingKey {
        case customer = "customer"
        case validUntil = "valid_until"
        case token = "token"
    }

    public init(customer: String, validUntil: String, token: String? = nil) {
        self.customer = customer
        self.validUntil = validUntil
        self.token = token
    }
}

/// What became of rows, in numbers.
public struct ImportCounts: Codable, Sendable {
    /// Customers created.
    public let created: Int64
    /// Customers who took on what their row says.
    public let updated: Int64
    /// Customers who were as their row says.
    public let unchanged: Int64
    /// Customers who were there already and were skipped.
    public let skipped: Int64
    /// Rows that an earlier call of this batch had done.
    public let repeated: Int64
    /// Rows refused.
    public let refused: Int64

    public init(created: Int64, updated: Int64, unchanged: Int64, skipped: Int64, repeated: Int64, refused: Int64) {
        self.created = created
        self.updated = updated
        self.unchanged = unchanged
        self.skipped = skipped
        self.repeated = repeated
        self.refused = refused
    }
}

/// Where a file goes on, and what has become of it so far.
public struct ImportNext: Codable, Sendable {
    /// Where the file goes on.
    public let place: Place
    /// What became of the rows so far.
    public let counts: ImportCounts

    public init(place: Place, counts: ImportCounts) {
        self.place = place
        self.counts = counts
    }
}

/// A status of a status system.
public struct InStatus: Codable, Sendable {
    /// The system.
    public let system: String
    /// The status.
    public let status: String

    public init(system: String, status: String) {
        self.system = system
        self.status = status
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

/// As long as the counter reaches it.
public struct KeepWhileItFits: Codable, Sendable {

    public init() {
    }
}

/// To the end of a calendar year: so many years behind the one in which it was reached or renewed.
public struct KeepYears: Codable, Sendable {
    /// How many years, 1 to 100.
    public let years: Int64

    public init(years: Int64) {
        self.years = years
    }
}

/// To the first instant of the same day number, so many months later.
public struct KeepMonths: Codable, Sendable {
    /// How many months, 1 to 1,200.
    public let months: Int64

    public init(months: Int64) {
        self.months = months
    }
}

/// Until when a status is kept that was reached or renewed: its qualification period (rule Y5).
public enum Keep: Codable, Sendable {
    case whileItFits(KeepWhileItFits)
    case years(KeepYears)
    case months(KeepMonths)
    /// One of a later release.
    case unknown(JSONValue)

    private enum CodingKeys: String, CodingKey { case policy }

    public init(from decoder: Decoder) throws {
        let word = try decoder.container(keyedBy: CodingKeys.self).decode(String.self, forKey: .policy)
        switch word {
        case "while_it_fits": self = .whileItFits(try KeepWhileItFits(from: decoder))
        case "years": self = .years(try KeepYears(from: decoder))
        case "months": self = .months(try KeepMonths(from: decoder))
        default: self = .unknown(try JSONValue(from: decoder))
        }
    }

    public func encode(to encoder: Encoder) throws {
        switch self {
        case .whileItFits(let value):
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode("while_it_fits", forKey: .policy)
            try value.encode(to: encoder)
        case .years(let value):
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode("years", forKey: .policy)
            try value.encode(to: encoder)
        case .months(let value):
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode("months", forKey: .policy)
            try value.encode(to: encoder)
        case .unknown(let value): try value.encode(to: encoder)
        }
    }
}

/// Why a column is left out.
public enum LeftOut: Codable, Hashable, Sendable {
    /// The preset or the request says so.
    case ignored
    /// Neither the preset nor the request knows it.
    case notKnown
    /// It is a password, or resets one: such columns are never read.
    case password
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .ignored: return "ignored"
        case .notKnown: return "not_known"
        case .password: return "password"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "ignored": self = .ignored
        case "not_known": self = .notKnown
        case "password": self = .password
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// What an agent decided about a status: evaluation moves it on one side of this only (rule Y3).
public struct Lock: Codable, Sendable {
    /// Which side is closed.
    public let kind: LockKind
    /// The status that was set.
    public let status: String
    /// Until when, this instant excluded; without an end when absent.
    public let until: String?

    public init(kind: LockKind, status: String, until: String? = nil) {
        self.kind = kind
        self.status = status
        self.until = until
    }
}

/// Which side of a status is closed to evaluation.
public enum LockKind: Codable, Hashable, Sendable {
    /// It may rise, and never falls below what was set.
    case notLowered
    /// It may fall, and never rises above what was set.
    case notRaised
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .notLowered: return "not_lowered"
        case .notRaised: return "not_raised"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "not_lowered": self = .notLowered
        case "not_raised": self = .notRaised
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// A mail to a customer, ready to be sent.
public struct Mail: Codable, Sendable {
    /// To whom.
    public let to: String
    /// The subject, one line.
    public let subject: String
    /// The mail as plain text.
    public let text: String
    /// The mail as HTML, escaped; absent where the template has none.
    public let html: String?

    public init(to: String, subject: String, text: String, html: String? = nil) {
        self.to = to
        self.subject = subject
        self.text = text
        self.html = html
    }
}

/// What the sweep did.
public struct MaintenanceSwept: Codable, Sendable {
    /// Customers settled.
    public let customers: Int64
    /// Customers or gift cards whose settling was refused; they are due again.
    public let refused: Int64
    /// Whether there may be more that is due: call again.
    public let more: Bool
    /// Gift cards settled.
    public let giftCards: Int64?

    private enum CodingKeys: String, CodingKey {
        case customers = "customers"
        case refused = "refused"
        case more = "more"
        case giftCards = "gift_cards"
    }

    public init(customers: Int64, refused: Int64, more: Bool, giftCards: Int64? = nil) {
        self.customers = customers
        self.refused = refused
        self.more = more
        self.giftCards = giftCards
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
    /// On hold or merged: the state to which the account returns.
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

/// The merges into a customer.
public struct MergeHistory: Codable, Sendable {
    /// The customer.
    public let customer: String
    /// The merges, newest first.
    public let merges: [MergeView]

    public init(customer: String, merges: [MergeView]) {
        self.customer = customer
        self.merges = merges
    }
}

/// The value of a point type that went back.
public struct MergeReturned: Codable, Sendable {
    /// The point type.
    public let type: String
    /// What the source had brought.
    public let brought: String
    /// What it gets back; the rest was spent, has lapsed, or is held.
    public let returned: String

    public init(type: String, brought: String, returned: String) {
        self.type = type
        self.brought = brought
        self.returned = returned
    }
}

/// The receipt of `merge.undo`.
public struct MergeUndone: Codable, Sendable {
    /// The customer into whom was merged.
    public let survivor: String
    /// The customer who is their own again.
    public let source: String
    /// The state of the source.
    public let state: State
    /// The value that went back, by point type.
    public let returned: [MergeReturned]
    /// What stayed with the survivor as the merge left it, and why.
    public let stayed: [Stayed]

    public init(survivor: String, source: String, state: State, returned: [MergeReturned], stayed: [Stayed]) {
        self.survivor = survivor
        self.source = source
        self.state = state
        self.returned = returned
        self.stayed = stayed
    }
}

/// A merge, as answers show it.
public struct MergeView: Codable, Sendable {
    /// The survivor.
    public let survivor: String
    /// The customer who was merged.
    public let source: String
    /// When.
    public let mergedAt: String
    /// What was added to the survivor's records.
    public let added: Added
    /// The records that moved.
    public let records: Records
    /// Who asked for it; staff only.
    public let actor: String?
    /// A comment.
    public let comment: String?
    /// Why; staff only.
    public let reason: String?
    /// When it was undone.
    public let undoneAt: String?

    private enum CodingKeys: String, CodingKey {
        case survivor = "survivor"
        case source = "source"
        case mergedAt = "merged_at"
        case added = "added"
        case records = "records"
        case actor = "actor"
        case comment = "comment"
        case reason = "reason"
        case undoneAt = "undone_at"
    }

    public init(survivor: String, source: String, mergedAt: String, added: Added, records: Records, actor: String? = nil, comment: String? = nil, reason: String? = nil, undoneAt: String? = nil) {
        self.survivor = survivor
        self.source = source
        self.mergedAt = mergedAt
        self.added = added
        self.records = records
        self.actor = actor
        self.comment = comment
        self.reason = reason
        self.undoneAt = undoneAt
    }
}

/// The receipt of `merge.apply`.
public struct Merged: Codable, Sendable {
    /// The customer who remains.
    public let survivor: String
    /// The customer who was merged.
    public let source: String
    /// The fields of the profiles side by side.
    public let fields: [PlannedField]
    /// When the survivor is said to have been created: the earlier date.
    public let createdAt: String
    /// What was added to the survivor's records.
    public let added: Added
    /// The records that moved.
    public let records: Records
    /// The later of the last sign-ins.
    public let lastLoginAt: String?
    /// The decisions about mail side by side.
    public let mail: [PlannedMail]?
    /// Where both stand in the status systems, and the survivor afterwards.
    public let statuses: [PlannedStatus]?

    private enum CodingKeys: String, CodingKey {
        case survivor = "survivor"
        case source = "source"
        case fields = "fields"
        case createdAt = "created_at"
        case added = "added"
        case records = "records"
        case lastLoginAt = "last_login_at"
        case mail = "mail"
        case statuses = "statuses"
    }

    public init(survivor: String, source: String, fields: [PlannedField], createdAt: String, added: Added, records: Records, lastLoginAt: String? = nil, mail: [PlannedMail]? = nil, statuses: [PlannedStatus]? = nil) {
        self.survivor = survivor
        self.source = source
        self.fields = fields
        self.createdAt = createdAt
        self.added = added
        self.records = records
        self.lastLoginAt = lastLoginAt
        self.mail = mail
        self.statuses = statuses
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
    /// The result of the operation; of a mail, what it is about: customer, ticket, template.
    public let data: JSONValue?
    /// Given out again after this time if it is not acknowledged.
    public let leasedUntil: String
    /// The customer it is about.
    public let customer: String?
    /// Send this mail to the customer, whatever marketing they have opted out of: it belongs to a transaction. It may
    /// hold a password, so do not keep it.
    public let email: Mail?
    /// The gift card it is about.
    public let giftCard: String?

    private enum CodingKeys: String, CodingKey {
        case id = "id"
        case event = "event"
        case recordedAt = "recorded_at"
        case actor = "actor"
        case data = "data"
        case leasedUntil = "leased_until"
        case customer = "customer"
        case email = "email"
        case giftCard = "gift_card"
    }

    public init(id: String, event: String, recordedAt: String, actor: String, data: JSONValue? = nil, leasedUntil: String, customer: String? = nil, email: Mail? = nil, giftCard: String? = nil) {
        self.id = id
        self.event = event
        self.recordedAt = recordedAt
        self.actor = actor
        self.data = data
        self.leasedUntil = leasedUntil
        self.customer = customer
        self.email = email
        self.giftCard = giftCard
    }
}

/// What is done with the amounts of a file.
public enum Mode: Codable, Hashable, Sendable {
    /// They are given or, below zero, taken.
    case add
    /// They are what the balance shall be, where it is what was expected.
    case set
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .add: return "add"
        case .set: return "set"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "add": self = .add
        case "set": self = .set
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// What lapses in a month.
public struct Month: Codable, Sendable {
    /// The first day of the month.
    public let month: String
    /// How many lots.
    public let lots: Int64
    /// How much.
    public let amount: String
    /// How much of it lapses on an account's date, which moves on with the member's activity.
    public let accountDate: String

    private enum CodingKeys: String, CodingKey {
        case month = "month"
        case lots = "lots"
        case amount = "amount"
        case accountDate = "account_date"
    }

    public init(month: String, lots: Int64, amount: String, accountDate: String) {
        self.month = month
        self.lots = lots
        self.amount = amount
        self.accountDate = accountDate
    }
}

/// A section that has more rows than were answered.
public struct MoreData: Codable, Sendable {
    /// The section.
    public let section: Section
    /// Where it goes on.
    public let cursor: String

    public init(section: Section, cursor: String) {
        self.section = section
        self.cursor = cursor
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

/// Where a file goes on, and what has become of it so far.
public struct Next: Codable, Sendable {
    /// Where the file goes on.
    public let place: Place
    /// The digest of the file up to here.
    public let digest: String
    /// Rows done so far.
    public let done: Int64
    /// Rows refused so far.
    public let refused: Int64
    /// What they gave and took so far.
    public let totals: [Sum]

    public init(place: Place, digest: String, done: Int64, refused: Int64, totals: [Sum]) {
        self.place = place
        self.digest = digest
        self.done = done
        self.refused = refused
        self.totals = totals
    }
}

/// The next reward on a stamp card.
public struct NextReward: Codable, Sendable {
    /// The number of its stamp.
    public let stamp: Int64
    /// The reward.
    public let reward: String
    /// The name that people see.
    public let name: String

    public init(stamp: Int64, reward: String, name: String) {
        self.stamp = stamp
        self.reward = reward
        self.name = name
    }
}

/// The next status above.
public struct NextStatus: Codable, Sendable {
    /// What the counter lacks.
    public let missing: String
    /// The id.
    public let id: String
    /// The name.
    public let name: String
    /// The counter from which on a member has it.
    public let threshold: String

    public init(missing: String, id: String, name: String, threshold: String) {
        self.missing = missing
        self.id = id
        self.name = name
        self.threshold = threshold
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
    /// The actor who recorded it. Customers see themselves alone, and what they decided through: never the shop's
    /// people.
    public let by: String?
    /// The page, device or channel.
    public let through: String?

    private enum CodingKeys: String, CodingKey {
        case optedIn = "opted_in"
        case changedAt = "changed_at"
        case by = "by"
        case through = "through"
    }

    public init(optedIn: Bool, changedAt: String, by: String? = nil, through: String? = nil) {
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
    /// Whether it sells gift cards.
    public let giftCard: Bool?
    /// The article.
    public let sku: String?

    private enum CodingKeys: String, CodingKey {
        case id = "id"
        case quantity = "quantity"
        case unitPrice = "unit_price"
        case discount = "discount"
        case category = "category"
        case giftCard = "gift_card"
        case sku = "sku"
    }

    public init(id: String, quantity: String, unitPrice: String, discount: String, category: String? = nil, giftCard: Bool? = nil, sku: String? = nil) {
        self.id = id
        self.quantity = quantity
        self.unitPrice = unitPrice
        self.discount = discount
        self.category = category
        self.giftCard = giftCard
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
    /// Whether it sells gift cards: then it earns nothing, unless a rule says so.
    public let giftCard: Bool?
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
        case giftCard = "gift_card"
        case id = "id"
        case quantity = "quantity"
        case sku = "sku"
    }

    public init(unitPrice: String, category: String? = nil, discount: String? = nil, giftCard: Bool? = nil, id: String? = nil, quantity: String? = nil, sku: String? = nil) {
        self.unitPrice = unitPrice
        self.category = category
        self.discount = discount
        self.giftCard = giftCard
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

/// How far an order is paid (rule O7); `payments` has where each payment stands.
public enum OrderPaid: Codable, Hashable, Sendable {
    /// Nothing is.
    case unpaid
    /// Something is, but not all that is owed.
    case partlyPaid
    /// All that is owed.
    case paid
    /// Everything was given back.
    case refunded
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .unpaid: return "unpaid"
        case .partlyPaid: return "partly_paid"
        case .paid: return "paid"
        case .refunded: return "refunded"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "unpaid": self = .unpaid
        case "partly_paid": self = .partlyPaid
        case "paid": self = .paid
        case "refunded": self = .refunded
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// A part of an order with what it has of what was earned.
public struct OrderPart: Codable, Sendable {
    /// How much of what was earned.
    public let amount: String
    /// Shipping or tax.
    public let charge: Charge?
    /// The line's id.
    public let line: String?
    /// How many of it.
    public let quantity: String?
    /// The article.
    public let sku: String?
    /// What each unit has, where there are whole ones, 100 at most: what refunds of one after another take while
    /// nothing else is given back.
    public let units: [String]?

    public init(amount: String, charge: Charge? = nil, line: String? = nil, quantity: String? = nil, sku: String? = nil, units: [String]? = nil) {
        self.amount = amount
        self.charge = charge
        self.line = line
        self.quantity = quantity
        self.sku = sku
        self.units = units
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
    /// Paid with points or a gift card: the entry that spent them, or the hold from which they were captured. It pays
    /// for no other order.
    public let points: String?

    public init(id: String, amount: String, status: PaymentStatus, method: String? = nil, points: String? = nil) {
        self.id = id
        self.amount = amount
        self.status = status
        self.method = method
        self.points = points
    }
}

/// The answer of `order.quote`.
public struct OrderQuoted: Codable, Sendable {
    /// What it comes to.
    public let total: String
    /// What it would earn of each point type.
    public let earns: [OrderSum]
    /// What each rule says, in the order of the program.
    public let rules: [Said]
    /// Why it would not earn now, whatever the rules say.
    public let notEarned: String?

    private enum CodingKeys: String, CodingKey {
        case total = "total"
        case earns = "earns"
        case rules = "rules"
        case notEarned = "not_earned"
    }

    public init(total: String, earns: [OrderSum], rules: [Said], notEarned: String? = nil) {
        self.total = total
        self.earns = earns
        self.rules = rules
        self.notEarned = notEarned
    }
}

/// What an order has earned by now: the result of the commands that can make it earn.
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
    /// The order's owner, where that is another customer than the one named.
    public let owner: String?

    private enum CodingKeys: String, CodingKey {
        case number = "number"
        case total = "total"
        case earned = "earned"
        case earnedAt = "earned_at"
        case notEarned = "not_earned"
        case owner = "owner"
    }

    public init(number: String, total: String, earned: [Earned], earnedAt: String? = nil, notEarned: String? = nil, owner: String? = nil) {
        self.number = number
        self.total = total
        self.earned = earned
        self.earnedAt = earnedAt
        self.notEarned = notEarned
        self.owner = owner
    }
}

/// The result of `order.refund` and `order.cancel`.
public struct OrderReturns: Codable, Sendable {
    /// The order's number.
    public let number: String
    /// The order's owner.
    public let customer: String
    /// What this refund comes to; nothing when it was known already.
    public let amount: String
    /// What it took back of what the order earned.
    public let taken: [Taken]
    /// What it gave back of the points and gift cards that paid for the order.
    public let givenBack: [Taken]
    /// What was given back of the order in all.
    public let refunded: String
    /// Whether everything was given back.
    public let all: Bool

    private enum CodingKeys: String, CodingKey {
        case number = "number"
        case customer = "customer"
        case amount = "amount"
        case taken = "taken"
        case givenBack = "given_back"
        case refunded = "refunded"
        case all = "all"
    }

    public init(number: String, customer: String, amount: String, taken: [Taken], givenBack: [Taken], refunded: String, all: Bool) {
        self.number = number
        self.customer = customer
        self.amount = amount
        self.taken = taken
        self.givenBack = givenBack
        self.refunded = refunded
        self.all = all
    }
}

/// An amount of a point type.
public struct OrderSum: Codable, Sendable {
    /// The point type.
    public let type: String
    /// How much.
    public let amount: String

    public init(type: String, amount: String) {
        self.type = type
        self.amount = amount
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
    /// How far it is paid.
    public let paymentStatus: OrderPaid
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
    /// The customer whose it was before a merge.
    public let cameFrom: String?
    /// Where it was placed.
    public let channel: String?
    /// What it earned.
    public let earned: [Earned]?
    /// When it earned.
    public let earnedAt: String?
    /// Whether it is fulfilled.
    public let fulfilled: Bool?
    /// What refunds made of the points and gift cards that paid for it.
    public let givenBack: [GivenBack]?
    /// A link into the host's own page; staff only.
    public let link: String?
    /// The number of the order to which several belong.
    public let masterNumber: String?
    /// The payments.
    public let payments: [Payment]?
    /// The decimal places of the currency when it was recorded, where the program listed it: what is shared out later
    /// is shared in these.
    public let places: Int64?
    /// The refunds, in the order in which they came.
    public let refunds: [Refunded]?
    /// What of each part was given back, by all refunds together.
    public let returned: [Returned]?
    /// Whether everything was given back.
    public let returnedAll: Bool?

    private enum CodingKeys: String, CodingKey {
        case number = "number"
        case placedAt = "placed_at"
        case total = "total"
        case paymentStatus = "payment_status"
        case currency = "currency"
        case lines = "lines"
        case discount = "discount"
        case shipping = "shipping"
        case tax = "tax"
        case cameFrom = "came_from"
        case channel = "channel"
        case earned = "earned"
        case earnedAt = "earned_at"
        case fulfilled = "fulfilled"
        case givenBack = "given_back"
        case link = "link"
        case masterNumber = "master_number"
        case payments = "payments"
        case places = "places"
        case refunds = "refunds"
        case returned = "returned"
        case returnedAll = "returned_all"
    }

    public init(number: String, placedAt: String, total: String, paymentStatus: OrderPaid, currency: String, lines: [OrderLine], discount: String, shipping: String, tax: String, cameFrom: String? = nil, channel: String? = nil, earned: [Earned]? = nil, earnedAt: String? = nil, fulfilled: Bool? = nil, givenBack: [GivenBack]? = nil, link: String? = nil, masterNumber: String? = nil, payments: [Payment]? = nil, places: Int64? = nil, refunds: [Refunded]? = nil, returned: [Returned]? = nil, returnedAll: Bool? = nil) {
        self.number = number
        self.placedAt = placedAt
        self.total = total
        self.paymentStatus = paymentStatus
        self.currency = currency
        self.lines = lines
        self.discount = discount
        self.shipping = shipping
        self.tax = tax
        self.cameFrom = cameFrom
        self.channel = channel
        self.earned = earned
        self.earnedAt = earnedAt
        self.fulfilled = fulfilled
        self.givenBack = givenBack
        self.link = link
        self.masterNumber = masterNumber
        self.payments = payments
        self.places = places
        self.refunds = refunds
        self.returned = returned
        self.returnedAll = returnedAll
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
    /// The parts of the order for which it was earned.
    public let order: [OrderPart]?
    /// Where it is now: `pending`, `active`, `held`, `lapsed`; absent for what an entry moved.
    public let place: String?

    private enum CodingKeys: String, CodingKey {
        case lot = "lot"
        case amount = "amount"
        case expires = "expires"
        case madeBy = "made_by"
        case order = "order"
        case place = "place"
    }

    public init(lot: String, amount: String, expires: String, madeBy: EntryView, order: [OrderPart]? = nil, place: String? = nil) {
        self.lot = lot
        self.amount = amount
        self.expires = expires
        self.madeBy = madeBy
        self.order = order
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

/// What is outstanding in a point type. `total = active + pending + held − debt`, the sum of what
/// `points.balance` says of all of them.
public struct Outstanding: Codable, Sendable {
    /// The point type.
    public let type: String
    /// Whose it is.
    public let holder: Holder
    /// How many accounts have some or owe some.
    public let accounts: Int64
    /// What can be spent now.
    public let active: String
    /// What becomes active later.
    public let pending: String
    /// What holds have set aside.
    public let held: String
    /// What is owed to the shop.
    public let debt: String
    /// What all entries come to.
    public let total: String
    /// What is active, pending and held, by how long ago it was earned: 0 to 30 days, to 90, to 180, to 365, and
    /// longer.
    public let ages: [Aged]

    public init(type: String, holder: Holder, accounts: Int64, active: String, pending: String, held: String, debt: String, total: String, ages: [Aged]) {
        self.type = type
        self.holder = holder
        self.accounts = accounts
        self.active = active
        self.pending = pending
        self.held = held
        self.debt = debt
        self.total = total
        self.ages = ages
    }
}

/// What was paid for a reward.
public struct Paid: Codable, Sendable {
    /// The point type.
    public let type: String
    /// How much.
    public let amount: String
    /// The entry.
    public let entry: String

    public init(type: String, amount: String, entry: String) {
        self.type = type
        self.amount = amount
        self.entry = entry
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

/// How passwords are reset.
public struct PasswordReset: Codable, Sendable {
    /// The address of your page on which a password is chosen, to whose end the token is put:
    /// `https://shop.example/reset?token=`. A link needs it.
    public let link: String?
    /// For how many minutes it works, 1 to 10,080; 60 when absent.
    public let minutes: Int64?
    /// What the customer gets by mail.
    public let style: ResetStyle?

    public init(link: String? = nil, minutes: Int64? = nil, style: ResetStyle? = nil) {
        self.link = link
        self.minutes = minutes
        self.style = style
    }
}

/// The receipt of `password.reset`.
public struct PasswordResetDone: Codable, Sendable {
    /// For how many minutes what was sent works, if something was.
    public let minutes: Int64
    /// The customer, if asked for by id.
    public let customer: String?
    /// From when on it no longer works, if asked for by id.
    public let validUntil: String?

    private enum CodingKeys: String, CodingKey {
        case minutes = "minutes"
        case customer = "customer"
        case validUntil = "valid_until"
    }

    public init(minutes: Int64, customer: String? = nil, validUntil: String? = nil) {
        self.minutes = minutes
        self.customer = customer
        self.validUntil = validUntil
    }
}

/// The receipt of `password.verify`.
public struct PasswordVerified: Codable, Sendable {
    /// The customer, who may choose a new password now.
    public let customer: String
    /// What they were sent.
    public let style: ResetStyle

    public init(customer: String, style: ResetStyle) {
        self.customer = customer
        self.style = style
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

/// A change that was made.
public struct PastStatusChange: Codable, Sendable {
    /// When it took effect.
    public let at: String
    /// What happened.
    public let change: StatusChangeKind
    /// Who asked for it, `system` for evaluation; a customer sees only themselves, not the shop's people.
    public let actor: String?
    /// A comment; the customer reads it.
    public let comment: String?
    /// The status before, if there was one.
    public let from: String?
    /// The lock that was set.
    public let lock: Lock?
    /// An internal note; staff only.
    public let note: String?
    /// The rewards that were granted with it.
    public let rewards: [String]?
    /// The status after, if there is one.
    public let to: String?

    public init(at: String, change: StatusChangeKind, actor: String? = nil, comment: String? = nil, from: String? = nil, lock: Lock? = nil, note: String? = nil, rewards: [String]? = nil, to: String? = nil) {
        self.at = at
        self.change = change
        self.actor = actor
        self.comment = comment
        self.from = from
        self.lock = lock
        self.note = note
        self.rewards = rewards
        self.to = to
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
    /// Paid with points or a gift card: the entry that spent them, or the hold from which they were captured. It pays
    /// for no other order.
    public let points: String?

    public init(id: String, amount: String, status: PaymentStatus, method: String? = nil, points: String? = nil) {
        self.id = id
        self.amount = amount
        self.status = status
        self.method = method
        self.points = points
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

/// What an order has earned by now: the result of the commands that can make it earn.
public struct PaymentRecorded: Codable, Sendable {
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
    /// The order's owner, where that is another customer than the one named.
    public let owner: String?

    private enum CodingKeys: String, CodingKey {
        case number = "number"
        case total = "total"
        case earned = "earned"
        case earnedAt = "earned_at"
        case notEarned = "not_earned"
        case owner = "owner"
    }

    public init(number: String, total: String, earned: [Earned], earnedAt: String? = nil, notEarned: String? = nil, owner: String? = nil) {
        self.number = number
        self.total = total
        self.earned = earned
        self.earnedAt = earnedAt
        self.notEarned = notEarned
        self.owner = owner
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

/// The most that a rule gives to one customer in a period: of the calendar, or the last so many days.
public struct PeriodCap: Codable, Sendable {
    /// How many.
    public let points: String
    /// The last so many days, today among them: 1 to 366.
    public let days: Int64?
    /// The period of the calendar, in the program's zone.
    public let every: Every?

    public init(points: String, days: Int64? = nil, every: Every? = nil) {
        self.points = points
        self.days = days
        self.every = every
    }
}

/// Where a file goes on: what one call answers and the next one takes. It keeps what is left of the piece, a row
/// whose end has not come yet, so that whoever sends a file may cut it anywhere.
public struct Place: Codable, Sendable {
    /// The row that was read last, as a spreadsheet counts: the header is row 1, and a line break inside of a cell
    /// begins no row.
    public let row: Int64
    /// The file's first line, when it has come.
    public let header: String?
    /// What is left: it goes in front of the next piece.
    public let rest: String?

    public init(row: Int64, header: String? = nil, rest: String? = nil) {
        self.row = row
        self.header = header
        self.rest = rest
    }
}

/// A field of the profile, side by side.
public struct PlannedField: Codable, Sendable {
    /// The field.
    public let field: ProfileField
    /// Whose value stands afterwards.
    public let winner: Side
    /// Why.
    public let why: Why
    /// What the source has.
    public let source: String?
    /// What the survivor has.
    public let survivor: String?

    public init(field: ProfileField, winner: Side, why: Why, source: String? = nil, survivor: String? = nil) {
        self.field = field
        self.winner = winner
        self.why = why
        self.source = source
        self.survivor = survivor
    }
}

/// A decision about mail, side by side; an opt-out wins.
public struct PlannedMail: Codable, Sendable {
    /// What holds afterwards.
    public let optedIn: Bool
    /// The mailing list; the newsletter when absent.
    public let list: String?
    /// What the source decided.
    public let source: Bool?
    /// What the survivor decided.
    public let survivor: Bool?

    private enum CodingKeys: String, CodingKey {
        case optedIn = "opted_in"
        case list = "list"
        case source = "source"
        case survivor = "survivor"
    }

    public init(optedIn: Bool, list: String? = nil, source: Bool? = nil, survivor: Bool? = nil) {
        self.optedIn = optedIn
        self.list = list
        self.source = source
        self.survivor = survivor
    }
}

/// A status system in which somebody stands whose accounts become one.
public struct PlannedStatus: Codable, Sendable {
    /// The system.
    public let system: String
    /// Where the survivor stands.
    public let survivor: StatusLevel
    /// Where the source stands.
    public let source: StatusLevel
    /// Where the survivor stands afterwards.
    public let after: StatusLevel

    public init(system: String, survivor: StatusLevel, source: StatusLevel, after: StatusLevel) {
        self.system = system
        self.survivor = survivor
        self.source = source
        self.after = after
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
    /// How far an adjustment may take the balance below zero: "0", or a negative decimal (rule L7). What is taken
    /// back of a credit that is spent already is not bound by it: there `reversal_shortfall` says what happens.
    public let debtFloor: String?
    /// How long a credit lasts.
    public let expiry: Expiry?
    /// What it is; decides which membership states may use it (rule M2).
    public let kind: PointKind?
    /// The name that people see; the id when absent.
    public let name: String?
    /// Decimal places, 0 to 8. Money has those of its currency.
    public let places: Int64?
    /// Days within which what has lapsed can be brought back (`points.reinstate`); 0 not at all (rule L5).
    public let reinstatementDays: Int64?
    /// Days that a lot put back after its expiry lives on; 0 none (rule L9).
    public let reversalGraceDays: Int64?
    /// What happens when a reversed credit is spent already (rule L9).
    public let reversalShortfall: Shortfall?
    /// Whether a customer's can be given to another customer; not stamps, which stand on their owner's card (rule
    /// L13).
    public let transferable: Bool?

    private enum CodingKeys: String, CodingKey {
        case id = "id"
        case activationDays = "activation_days"
        case currency = "currency"
        case debtFloor = "debt_floor"
        case expiry = "expiry"
        case kind = "kind"
        case name = "name"
        case places = "places"
        case reinstatementDays = "reinstatement_days"
        case reversalGraceDays = "reversal_grace_days"
        case reversalShortfall = "reversal_shortfall"
        case transferable = "transferable"
    }

    public init(id: String, activationDays: Int64? = nil, currency: String? = nil, debtFloor: String? = nil, expiry: Expiry? = nil, kind: PointKind? = nil, name: String? = nil, places: Int64? = nil, reinstatementDays: Int64? = nil, reversalGraceDays: Int64? = nil, reversalShortfall: Shortfall? = nil, transferable: Bool? = nil) {
        self.id = id
        self.activationDays = activationDays
        self.currency = currency
        self.debtFloor = debtFloor
        self.expiry = expiry
        self.kind = kind
        self.name = name
        self.places = places
        self.reinstatementDays = reinstatementDays
        self.reversalGraceDays = reversalGraceDays
        self.reversalShortfall = reversalShortfall
        self.transferable = transferable
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
    /// Of several holds: each of them with its entry, in their order.
    public let parts: [CapturedPart]?

    public init(hold: HoldView, entry: String, parts: [CapturedPart]? = nil) {
        self.hold = hold
        self.entry = entry
        self.parts = parts
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
    /// The parts of the order for which the entry was earned.
    public let order: [OrderPart]?

    public init(lots: [Origins], more: Bool, entry: EntryView? = nil, order: [OrderPart]? = nil) {
        self.lots = lots
        self.more = more
        self.entry = entry
        self.order = order
    }
}

/// The result of `points.hold` and `points.release`.
public struct PointsHeld: Codable, Sendable {
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
    /// Of several holds: each of them, in their order.
    public let parts: [HoldView]?

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
        case parts = "parts"
    }

    public init(id: String, type: String, state: HoldState, authorized: String, captured: String, released: String, remaining: String, heldUntil: String? = nil, order: String? = nil, parts: [HoldView]? = nil) {
        self.id = id
        self.type = type
        self.state = state
        self.authorized = authorized
        self.captured = captured
        self.released = released
        self.remaining = remaining
        self.heldUntil = heldUntil
        self.order = order
        self.parts = parts
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

/// What was given another end.
public struct PointsRedated: Codable, Sendable {
    /// The customer.
    public let customer: String
    /// The entry; the receipt's `entries` have it whole.
    public let entry: String
    /// How much has another end now.
    public let amount: String
    /// In how many lots; what is set aside of a credit counts as one of its own.
    public let lots: Int64

    public init(customer: String, entry: String, amount: String, lots: Int64) {
        self.customer = customer
        self.entry = entry
        self.amount = amount
        self.lots = lots
    }
}

/// What was brought back.
public struct PointsReinstated: Codable, Sendable {
    /// The customer.
    public let customer: String
    /// The entry; the receipt's `entries` have it whole.
    public let entry: String
    /// How much came back, with what of it repaid debt.
    public let amount: String
    /// Of how many lots.
    public let lots: Int64

    public init(customer: String, entry: String, amount: String, lots: Int64) {
        self.customer = customer
        self.entry = entry
        self.amount = amount
        self.lots = lots
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
    /// Of a transfer: the entry that takes it from who received it. What has lapsed and what is forgiven are theirs.
    public let recipientEntry: String?
    /// Of a re-dating: what was spent, has lapsed or was re-dated again since, and so stays as it is.
    public let stayed: String?

    private enum CodingKeys: String, CodingKey {
        case customer = "customer"
        case entry = "entry"
        case lapsed = "lapsed"
        case forgiven = "forgiven"
        case recipientEntry = "recipient_entry"
        case stayed = "stayed"
    }

    public init(customer: String, entry: String, lapsed: String, forgiven: String, recipientEntry: String? = nil, stayed: String? = nil) {
        self.customer = customer
        self.entry = entry
        self.lapsed = lapsed
        self.forgiven = forgiven
        self.recipientEntry = recipientEntry
        self.stayed = stayed
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

/// The result of `points.transfer`.
public struct PointsTransferred: Codable, Sendable {
    /// The customer who gave.
    public let customer: String
    /// The entry in their journal.
    public let entry: String
    /// The customer who received it: the survivor, where the one who was named is merged; for a customer, as they
    /// named them.
    public let recipient: String
    /// The entry in the recipient's journal; not for customers.
    public let recipientEntry: String?

    private enum CodingKeys: String, CodingKey {
        case customer = "customer"
        case entry = "entry"
        case recipient = "recipient"
        case recipientEntry = "recipient_entry"
    }

    public init(customer: String, entry: String, recipient: String, recipientEntry: String? = nil) {
        self.customer = customer
        self.entry = entry
        self.recipient = recipient
        self.recipientEntry = recipientEntry
    }
}

/// What becomes of the rows that are done when another is refused.
public enum Policy: Codable, Hashable, Sendable {
    /// They stay done.
    case bestEffort
    /// They are reversed.
    case allOrNothing
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .bestEffort: return "best_effort"
        case .allOrNothing: return "all_or_nothing"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "best_effort": self = .bestEffort
        case "all_or_nothing": self = .allOrNothing
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
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

/// A format of customers as shop and loyalty platforms write it.
public enum Preset: Codable, Hashable, Sendable {
    /// What `customer.export_csv` writes: each column is named by its own word.
    case loyalty
    /// Shopify's export of customers, in its older and its newer form.
    case shopify
    /// The main file of customers of Magento and Adobe Commerce.
    case magento
    /// TIBCO's file of shoppers.
    case tibco
    /// Open Loyalty's export of members.
    case openLoyalty
    /// Talon.One's file of tiers: `customerprofileid`, `tiername`, `expirydate`, `subledgerid` (the status system).
    case talonOneTiers
    /// LoyaltyLion's file of customers: `customer id`, `emails`, `enrolled`.
    case loyaltyLion
    /// Stamped's file of customers.
    case stamped
    /// Yotpo's file of customers.
    case yotpo
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .loyalty: return "loyalty"
        case .shopify: return "shopify"
        case .magento: return "magento"
        case .tibco: return "tibco"
        case .openLoyalty: return "open_loyalty"
        case .talonOneTiers: return "talon_one_tiers"
        case .loyaltyLion: return "loyalty_lion"
        case .stamped: return "stamped"
        case .yotpo: return "yotpo"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "loyalty": self = .loyalty
        case "shopify": self = .shopify
        case "magento": self = .magento
        case "tibco": self = .tibco
        case "open_loyalty": self = .openLoyalty
        case "talon_one_tiers": self = .talonOneTiers
        case "loyalty_lion": self = .loyaltyLion
        case "stamped": self = .stamped
        case "yotpo": self = .yotpo
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
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

/// A field of the profile for which an agent may choose a side.
public enum ProfileField: Codable, Hashable, Sendable {
    /// The title or other prefix.
    case prefix
    /// The given name.
    case firstName
    /// Further given names.
    case middleName
    /// The family name.
    case lastName
    /// The suffix.
    case suffix
    /// The email address.
    case email
    /// The phone number.
    case phone
    /// The gender.
    case gender
    /// The date of birth.
    case birthDate
    /// The group.
    case group
    /// The locale.
    case locale
    /// The time zone.
    case timeZone
    /// The link into the host's own page.
    case link
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .prefix: return "prefix"
        case .firstName: return "first_name"
        case .middleName: return "middle_name"
        case .lastName: return "last_name"
        case .suffix: return "suffix"
        case .email: return "email"
        case .phone: return "phone"
        case .gender: return "gender"
        case .birthDate: return "birth_date"
        case .group: return "group"
        case .locale: return "locale"
        case .timeZone: return "time_zone"
        case .link: return "link"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "prefix": self = .prefix
        case "first_name": self = .firstName
        case "middle_name": self = .middleName
        case "last_name": self = .lastName
        case "suffix": self = .suffix
        case "email": self = .email
        case "phone": self = .phone
        case "gender": self = .gender
        case "birth_date": self = .birthDate
        case "group": self = .group
        case "locale": self = .locale
        case "time_zone": self = .timeZone
        case "link": self = .link
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
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
    /// For how many seconds the token works with which an agent signs in as a customer, 1 to 3,600; 60 when absent
    /// (rule P4).
    public let impersonationSeconds: Int64?
    /// Mailing lists that customers can opt in to.
    public let mailingLists: [Named]?
    /// The program's name, as customers see it.
    public let name: String?
    /// What becomes of points when a member leaves the program (rules of section M).
    public let onLeaving: OnLeaving?
    /// How passwords are reset (rule P3).
    public let password: PasswordReset?
    /// What members can have for their points, or are given.
    public let rewards: [Reward]?
    /// What agents and systems may do.
    public let roles: [Role]?
    /// Cards whose stamps turn into rewards.
    public let stampCards: [StampCard]?
    /// What became of statuses that went away (rule Y7).
    public let statusMapping: [StatusMapping]?
    /// The ladders of statuses on which members stand (rule Y1).
    public let statusSystems: [StatusSystem]?
    /// The mails that the library queues, in your own words (rule P6).
    public let templates: [Template]?
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
        case impersonationSeconds = "impersonation_seconds"
        case mailingLists = "mailing_lists"
        case name = "name"
        case onLeaving = "on_leaving"
        case password = "password"
        case rewards = "rewards"
        case roles = "roles"
        case stampCards = "stamp_cards"
        case statusMapping = "status_mapping"
        case statusSystems = "status_systems"
        case templates = "templates"
        case timeZone = "time_zone"
    }

    public init(pointTypes: [PointType], adjustmentNeedsReason: Bool? = nil, currencies: [String: Int64]? = nil, customerRights: [String]? = nil, earning: Earning? = nil, events: [String]? = nil, groups: [Named]? = nil, holdSeconds: Int64? = nil, impersonationSeconds: Int64? = nil, mailingLists: [Named]? = nil, name: String? = nil, onLeaving: OnLeaving? = nil, password: PasswordReset? = nil, rewards: [Reward]? = nil, roles: [Role]? = nil, stampCards: [StampCard]? = nil, statusMapping: [StatusMapping]? = nil, statusSystems: [StatusSystem]? = nil, templates: [Template]? = nil, timeZone: String? = nil) {
        self.pointTypes = pointTypes
        self.adjustmentNeedsReason = adjustmentNeedsReason
        self.currencies = currencies
        self.customerRights = customerRights
        self.earning = earning
        self.events = events
        self.groups = groups
        self.holdSeconds = holdSeconds
        self.impersonationSeconds = impersonationSeconds
        self.mailingLists = mailingLists
        self.name = name
        self.onLeaving = onLeaving
        self.password = password
        self.rewards = rewards
        self.roles = roles
        self.stampCards = stampCards
        self.statusMapping = statusMapping
        self.statusSystems = statusSystems
        self.templates = templates
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

/// The records that moved.
public struct Records: Codable, Sendable {
    /// Requests for approval.
    public let approvals: [String]?
    /// Gift cards, by number.
    public let giftCards: [String]?
    /// Orders, by number.
    public let orders: [String]?
    /// Rewards, by the ids they had.
    public let rewards: [String]?
    /// Subscriptions.
    public let subscriptions: [String]?
    /// Tickets.
    public let tickets: [String]?

    private enum CodingKeys: String, CodingKey {
        case approvals = "approvals"
        case giftCards = "gift_cards"
        case orders = "orders"
        case rewards = "rewards"
        case subscriptions = "subscriptions"
        case tickets = "tickets"
    }

    public init(approvals: [String]? = nil, giftCards: [String]? = nil, orders: [String]? = nil, rewards: [String]? = nil, subscriptions: [String]? = nil, tickets: [String]? = nil) {
        self.approvals = approvals
        self.giftCards = giftCards
        self.orders = orders
        self.rewards = rewards
        self.subscriptions = subscriptions
        self.tickets = tickets
    }
}

/// A line that is given back.
public struct RefundLine: Codable, Sendable {
    /// The line's id.
    public let line: String
    /// How much of what the line cost, instead of items.
    public let amount: String?
    /// How many items; with no amount either, all that is left of the line.
    public let quantity: String?

    public init(line: String, amount: String? = nil, quantity: String? = nil) {
        self.line = line
        self.amount = amount
        self.quantity = quantity
    }
}

/// A refund as the order keeps it.
public struct Refunded: Codable, Sendable {
    /// The host's id of the refund.
    public let id: String
    /// When it was recorded.
    public let at: String
    /// What it comes to in the order's currency.
    public let amount: String
    /// Lines.
    public let lines: [RefundedLine]?
    /// Why; staff only.
    public let reason: String?
    /// Shipping.
    public let shipping: String?
    /// Tax.
    public let tax: String?
    /// An amount on the order as a whole.
    public let whole: String?

    public init(id: String, at: String, amount: String, lines: [RefundedLine]? = nil, reason: String? = nil, shipping: String? = nil, tax: String? = nil, whole: String? = nil) {
        self.id = id
        self.at = at
        self.amount = amount
        self.lines = lines
        self.reason = reason
        self.shipping = shipping
        self.tax = tax
        self.whole = whole
    }
}

/// A line in a refund.
public struct RefundedLine: Codable, Sendable {
    /// The line's id.
    public let line: String
    /// How much of what the line cost, instead of items.
    public let amount: String?
    /// How many items; with no amount either, all that was left of the line.
    public let quantity: String?

    public init(line: String, amount: String? = nil, quantity: String? = nil) {
        self.line = line
        self.amount = amount
        self.quantity = quantity
    }
}

/// What was given and taken in a stretch of the span.
public struct ReportActivityPage: Codable, Sendable {
    /// The sums, by actor, kind, reason and point type.
    public let rows: [ActivityRow]
    /// Where to go on; absent when the whole span was walked over.
    public let next: String?

    public init(rows: [ActivityRow], next: String? = nil) {
        self.rows = rows
        self.next = next
    }
}

/// What lapses: all of it when there is no `next`.
public struct ReportExpiringReport: Codable, Sendable {
    /// When the first account was counted: everything is settled up to this moment or a later one, up to `at`.
    public let since: String
    /// When the last account so far was counted.
    public let at: String
    /// The sums, by point type, and apart for customers and gift cards; only where something lapses.
    public let expiring: [Ending]
    /// Where to go on; absent when all accounts are counted.
    public let next: String?

    public init(since: String, at: String, expiring: [Ending], next: String? = nil) {
        self.since = since
        self.at = at
        self.expiring = expiring
        self.next = next
    }
}

/// What is outstanding: all of it when there is no `next`.
public struct ReportLiabilityReport: Codable, Sendable {
    /// When the first account was counted: everything is settled up to this moment or a later one, up to `at`.
    public let since: String
    /// When the last account so far was counted.
    public let at: String
    /// The sums, by point type, and apart for customers and gift cards.
    public let outstanding: [Outstanding]
    /// Where to go on; absent when all accounts are counted.
    public let next: String?

    public init(since: String, at: String, outstanding: [Outstanding], next: String? = nil) {
        self.since = since
        self.at = at
        self.outstanding = outstanding
        self.next = next
    }
}

/// What a customer gets who has forgotten the password.
public enum ResetStyle: Codable, Hashable, Sendable {
    /// A password that was generated, and works once.
    case generated
    /// A link that works once.
    case link
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .generated: return "generated"
        case .link: return "link"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "generated": self = .generated
        case "link": self = .link
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// What of a part of an order was given back: items and amounts add up, to the whole part at most.
public struct Returned: Codable, Sendable {
    /// Amounts.
    public let amount: String?
    /// Shipping or tax.
    public let charge: Charge?
    /// The line's id.
    public let line: String?
    /// How many items of a line.
    public let quantity: String?

    public init(amount: String? = nil, charge: Charge? = nil, line: String? = nil, quantity: String? = nil) {
        self.amount = amount
        self.charge = charge
        self.line = line
        self.quantity = quantity
    }
}

/// A reward of the catalogue.
public struct Reward: Codable, Sendable {
    /// The id.
    public let id: String
    /// What it is.
    public let gives: RewardKind
    /// What it costs; one without a price cannot be redeemed, only granted.
    public let cost: Cost?
    /// From when on it can be redeemed: an instant, or a local date.
    public let from: String?
    /// The groups that can redeem it; everybody when there are none.
    public let groups: [String]?
    /// How many days it lives once it is issued, 1 to 36,500; for ever when absent.
    public let lifeDays: Int64?
    /// The name that people see; the id when absent.
    public let name: String?
    /// How many one customer can have in all; without end when absent.
    public let perCustomer: Int64?
    /// The statuses that can redeem it, any of them; everybody when there are none.
    public let statuses: [InStatus]?
    /// How many there are in all, those that were issued included; without end when absent.
    public let stock: Int64?
    /// Until when it can be redeemed: an instant, which is no longer part of it, or the last local date.
    public let until: String?

    private enum CodingKeys: String, CodingKey {
        case id = "id"
        case gives = "gives"
        case cost = "cost"
        case from = "from"
        case groups = "groups"
        case lifeDays = "life_days"
        case name = "name"
        case perCustomer = "per_customer"
        case statuses = "statuses"
        case stock = "stock"
        case until = "until"
    }

    public init(id: String, gives: RewardKind, cost: Cost? = nil, from: String? = nil, groups: [String]? = nil, lifeDays: Int64? = nil, name: String? = nil, perCustomer: Int64? = nil, statuses: [InStatus]? = nil, stock: Int64? = nil, until: String? = nil) {
        self.id = id
        self.gives = gives
        self.cost = cost
        self.from = from
        self.groups = groups
        self.lifeDays = lifeDays
        self.name = name
        self.perCustomer = perCustomer
        self.statuses = statuses
        self.stock = stock
        self.until = until
    }
}

/// A fixed amount off an order.
public struct RewardKindAmountOff: Codable, Sendable {
    /// How much.
    public let amount: String
    /// The currency, one of the program's.
    public let currency: String

    public init(amount: String, currency: String) {
        self.amount = amount
        self.currency = currency
    }
}

/// A percentage off an order.
public struct RewardKindPercentOff: Codable, Sendable {
    /// The percentage, more than 0, at most 100.
    public let percent: String

    public init(percent: String) {
        self.percent = percent
    }
}

/// A product.
public struct RewardKindProduct: Codable, Sendable {
    /// The article.
    public let sku: String

    public init(sku: String) {
        self.sku = sku
    }
}

/// Free shipping of an order.
public struct RewardKindFreeShipping: Codable, Sendable {

    public init() {
    }
}

/// Money on the customer's account, credited as it is issued.
public struct RewardKindGiftCredit: Codable, Sendable {
    /// The point type, one of the kind money.
    public let type: String
    /// How much.
    public let amount: String

    public init(type: String, amount: String) {
        self.type = type
        self.amount = amount
    }
}

/// Whatever the shop makes of it.
public struct RewardKindCustom: Codable, Sendable {

    public init() {
    }
}

/// What a reward is.
public enum RewardKind: Codable, Sendable {
    case amountOff(RewardKindAmountOff)
    case percentOff(RewardKindPercentOff)
    case product(RewardKindProduct)
    case freeShipping(RewardKindFreeShipping)
    case giftCredit(RewardKindGiftCredit)
    case custom(RewardKindCustom)
    /// One of a later release.
    case unknown(JSONValue)

    private enum CodingKeys: String, CodingKey { case kind }

    public init(from decoder: Decoder) throws {
        let word = try decoder.container(keyedBy: CodingKeys.self).decode(String.self, forKey: .kind)
        switch word {
        case "amount_off": self = .amountOff(try RewardKindAmountOff(from: decoder))
        case "percent_off": self = .percentOff(try RewardKindPercentOff(from: decoder))
        case "product": self = .product(try RewardKindProduct(from: decoder))
        case "free_shipping": self = .freeShipping(try RewardKindFreeShipping(from: decoder))
        case "gift_credit": self = .giftCredit(try RewardKindGiftCredit(from: decoder))
        case "custom": self = .custom(try RewardKindCustom(from: decoder))
        default: self = .unknown(try JSONValue(from: decoder))
        }
    }

    public func encode(to encoder: Encoder) throws {
        switch self {
        case .amountOff(let value):
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode("amount_off", forKey: .kind)
            try value.encode(to: encoder)
        case .percentOff(let value):
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode("percent_off", forKey: .kind)
            try value.encode(to: encoder)
        case .product(let value):
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode("product", forKey: .kind)
            try value.encode(to: encoder)
        case .freeShipping(let value):
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode("free_shipping", forKey: .kind)
            try value.encode(to: encoder)
        case .giftCredit(let value):
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode("gift_credit", forKey: .kind)
            try value.encode(to: encoder)
        case .custom(let value):
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode("custom", forKey: .kind)
            try value.encode(to: encoder)
        case .unknown(let value): try value.encode(to: encoder)
        }
    }
}

/// The result of an operation on one reward of a customer.
public struct RewardOneReward: Codable, Sendable {
    /// The customer.
    public let customer: String
    /// The reward.
    public let reward: RewardView

    public init(customer: String, reward: RewardView) {
        self.customer = customer
        self.reward = reward
    }
}

/// A reward that a customer may choose.
public struct RewardOption: Codable, Sendable {
    /// The reward.
    public let reward: String
    /// The name that people see.
    public let name: String
    /// What it is.
    public let gives: RewardKind
    /// Whether the customer can have it now.
    public let available: Bool
    /// What the customer can spend of the price's point type.
    public let balance: String?
    /// The code of the error that redeeming it would give.
    public let code: String?
    /// What it costs; one without a price is only granted.
    public let cost: Cost?
    /// How many are left; without end when absent.
    public let left: Int64?
    /// What they lack.
    public let missing: String?
    /// Why not, for people.
    public let reason: String?
    /// What would remain, where it can be had.
    public let remaining: String?
    /// Until when it can be had.
    public let until: String?

    public init(reward: String, name: String, gives: RewardKind, available: Bool, balance: String? = nil, code: String? = nil, cost: Cost? = nil, left: Int64? = nil, missing: String? = nil, reason: String? = nil, remaining: String? = nil, until: String? = nil) {
        self.reward = reward
        self.name = name
        self.gives = gives
        self.available = available
        self.balance = balance
        self.code = code
        self.cost = cost
        self.left = left
        self.missing = missing
        self.reason = reason
        self.remaining = remaining
        self.until = until
    }
}

/// The answer of `reward.options`.
public struct RewardOptions: Codable, Sendable {
    /// The customer.
    public let customer: String
    /// The rewards, as the program lists them.
    public let options: [RewardOption]

    public init(customer: String, options: [RewardOption]) {
        self.customer = customer
        self.options = options
    }
}

/// A page of rewards.
public struct RewardPage: Codable, Sendable {
    /// The rewards, newest first.
    public let rewards: [RewardView]
    /// Where to go on; absent on the last page.
    public let next: String?

    public init(rewards: [RewardView], next: String? = nil) {
        self.rewards = rewards
        self.next = next
    }
}

/// The result of `reward.redeem`.
public struct RewardRedeemed: Codable, Sendable {
    /// The customer.
    public let customer: String
    /// The reward.
    public let reward: RewardView
    /// What the customer could spend before.
    public let balance: String
    /// What remains to be spent.
    public let remaining: String

    public init(customer: String, reward: RewardView, balance: String, remaining: String) {
        self.customer = customer
        self.reward = reward
        self.balance = balance
        self.remaining = remaining
    }
}

/// Where a reward stands.
public enum RewardState: Codable, Hashable, Sendable {
    /// It waits to be used.
    case outstanding
    /// It was used.
    case used
    /// Its time is over.
    case expired
    /// It was taken away, and gave back what it had taken: cost, stock and the customer's limit.
    case canceled
    /// It was taken away.
    case removed
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .outstanding: return "outstanding"
        case .used: return "used"
        case .expired: return "expired"
        case .canceled: return "canceled"
        case .removed: return "removed"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "outstanding": self = .outstanding
        case "used": self = .used
        case "expired": self = .expired
        case "canceled": self = .canceled
        case "removed": self = .removed
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// A reward of a customer as answers show it.
public struct RewardView: Codable, Sendable {
    /// The id.
    public let id: String
    /// The reward of the catalogue.
    public let reward: String
    /// The name that people see.
    public let name: String
    /// What it is.
    public let gives: RewardKind
    /// Where it stands.
    public let state: RewardState
    /// Why the customer has it.
    public let cause: Cause
    /// When it was issued.
    public let issuedAt: String
    /// The ids it had before merges, the latest last.
    public let cameFrom: [String]?
    /// The code by which it is used, where it waits to be; it means nothing in a preview.
    public let code: String?
    /// What the customer reads.
    public let comment: String?
    /// Of gift credit: the entry that credited it.
    public let credited: String?
    /// From when on it can no longer be used.
    public let endsAt: String?
    /// An internal note; staff only.
    public let note: String?
    /// The order on which it was used.
    public let order: String?
    /// What was paid for it.
    public let paid: Paid?
    /// Why it was granted or removed; staff only.
    public let reason: String?
    /// When it was canceled or removed.
    public let removedAt: String?
    /// When it was used.
    public let usedAt: String?

    private enum CodingKeys: String, CodingKey {
        case id = "id"
        case reward = "reward"
        case name = "name"
        case gives = "gives"
        case state = "state"
        case cause = "cause"
        case issuedAt = "issued_at"
        case cameFrom = "came_from"
        case code = "code"
        case comment = "comment"
        case credited = "credited"
        case endsAt = "ends_at"
        case note = "note"
        case order = "order"
        case paid = "paid"
        case reason = "reason"
        case removedAt = "removed_at"
        case usedAt = "used_at"
    }

    public init(id: String, reward: String, name: String, gives: RewardKind, state: RewardState, cause: Cause, issuedAt: String, cameFrom: [String]? = nil, code: String? = nil, comment: String? = nil, credited: String? = nil, endsAt: String? = nil, note: String? = nil, order: String? = nil, paid: Paid? = nil, reason: String? = nil, removedAt: String? = nil, usedAt: String? = nil) {
        self.id = id
        self.reward = reward
        self.name = name
        self.gives = gives
        self.state = state
        self.cause = cause
        self.issuedAt = issuedAt
        self.cameFrom = cameFrom
        self.code = code
        self.comment = comment
        self.credited = credited
        self.endsAt = endsAt
        self.note = note
        self.order = order
        self.paid = paid
        self.reason = reason
        self.removedAt = removedAt
        self.usedAt = usedAt
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
    /// Whether what is above becomes a request, which somebody else grants or rejects (`approval.grant`), instead of
    /// being refused for good.
    public let asksApproval: Bool?
    /// The largest sum of one actor in one day of the program's zone.
    public let perDay: String?
    /// The largest value of one operation.
    public let perOperation: String?

    private enum CodingKeys: String, CodingKey {
        case type = "type"
        case asksApproval = "asks_approval"
        case perDay = "per_day"
        case perOperation = "per_operation"
    }

    public init(type: String, asksApproval: Bool? = nil, perDay: String? = nil, perOperation: String? = nil) {
        self.type = type
        self.asksApproval = asksApproval
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

/// What is wrong with a row of a file. Nothing was done with that row.
public struct RowError: Codable, Sendable {
    /// The row, as a spreadsheet counts: the header is row 1.
    public let row: Int64
    /// An error code.
    public let code: String
    /// What is wrong and what to do.
    public let problem: String
    /// The column, where one cell is wrong.
    public let column: String?
    /// What stands there, shortened.
    public let value: String?

    public init(row: Int64, code: String, problem: String, column: String? = nil, value: String? = nil) {
        self.row = row
        self.code = code
        self.problem = problem
        self.column = column
        self.value = value
    }
}

/// What a rule says of a basket.
public struct Said: Codable, Sendable {
    /// The rule.
    public let rule: String
    /// The point type.
    public let type: String
    /// What it would give.
    public let amount: String?
    /// What each part would have of it.
    public let shares: [Share]?
    /// A multiplier that fits: by how much it multiplies.
    public let times: String?
    /// Why it gives nothing.
    public let whyNot: String?

    private enum CodingKeys: String, CodingKey {
        case rule = "rule"
        case type = "type"
        case amount = "amount"
        case shares = "shares"
        case times = "times"
        case whyNot = "why_not"
    }

    public init(rule: String, type: String, amount: String? = nil, shares: [Share]? = nil, times: String? = nil, whyNot: String? = nil) {
        self.rule = rule
        self.type = type
        self.amount = amount
        self.shares = shares
        self.times = times
        self.whyNot = whyNot
    }
}

/// A section of the export of a customer.
public enum Section: Codable, Hashable, Sendable {
    /// Who the customer is and where they stand: one row, with the decisions about mail (who, when, through what),
    /// the blacklisting and the dates.
    case profile
    /// The addresses, oldest first.
    case addresses
    /// The saved payment methods, oldest first.
    case paymentMethods
    /// How the membership changed, oldest first, also of accounts that were merged in.
    case membership
    /// How the blacklisting changed, oldest first; the shop's.
    case blacklist
    /// The balances, one per point type.
    case balances
    /// The holds, by point type and number.
    case holds
    /// The entries of all journals with what was written about them, newest first, also of accounts that were merged
    /// in.
    case entries
    /// The orders with lines, payments and refunds, oldest first.
    case orders
    /// The subscriptions, oldest first.
    case subscriptions
    /// How they changed.
    case subscriptionChanges
    /// What the customer would like.
    case wishlist
    /// The rewards, oldest first.
    case rewards
    /// The stamp cards.
    case stampCards
    /// The status systems of the program.
    case statuses
    /// How the statuses changed.
    case statusChanges
    /// The gift cards that were issued to the customer, oldest first.
    case giftCards
    /// The tickets, oldest first.
    case tickets
    /// What was written in them, ticket by ticket.
    case ticketMessages
    /// The merges into this customer, oldest first.
    case merges
    /// What was asked for above a limit and waited for approval; the shop's.
    case approvals
    /// The messages that wait for the host; the shop's.
    case messages
    /// The commands that touched the customer, oldest first, also of accounts that were merged in; the shop's.
    case commands
    /// The commands that were refused; the shop's.
    case refusedCommands
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .profile: return "profile"
        case .addresses: return "addresses"
        case .paymentMethods: return "payment_methods"
        case .membership: return "membership"
        case .blacklist: return "blacklist"
        case .balances: return "balances"
        case .holds: return "holds"
        case .entries: return "entries"
        case .orders: return "orders"
        case .subscriptions: return "subscriptions"
        case .subscriptionChanges: return "subscription_changes"
        case .wishlist: return "wishlist"
        case .rewards: return "rewards"
        case .stampCards: return "stamp_cards"
        case .statuses: return "statuses"
        case .statusChanges: return "status_changes"
        case .giftCards: return "gift_cards"
        case .tickets: return "tickets"
        case .ticketMessages: return "ticket_messages"
        case .merges: return "merges"
        case .approvals: return "approvals"
        case .messages: return "messages"
        case .commands: return "commands"
        case .refusedCommands: return "refused_commands"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "profile": self = .profile
        case "addresses": self = .addresses
        case "payment_methods": self = .paymentMethods
        case "membership": self = .membership
        case "blacklist": self = .blacklist
        case "balances": self = .balances
        case "holds": self = .holds
        case "entries": self = .entries
        case "orders": self = .orders
        case "subscriptions": self = .subscriptions
        case "subscription_changes": self = .subscriptionChanges
        case "wishlist": self = .wishlist
        case "rewards": self = .rewards
        case "stamp_cards": self = .stampCards
        case "statuses": self = .statuses
        case "status_changes": self = .statusChanges
        case "gift_cards": self = .giftCards
        case "tickets": self = .tickets
        case "ticket_messages": self = .ticketMessages
        case "merges": self = .merges
        case "approvals": self = .approvals
        case "messages": self = .messages
        case "commands": self = .commands
        case "refused_commands": self = .refusedCommands
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// What a part of an order has of what the order earned.
public struct Share: Codable, Sendable {
    /// How much.
    public let amount: String
    /// Shipping or tax.
    public let charge: Charge?
    /// The line's id.
    public let line: String?

    public init(amount: String, charge: Charge? = nil, line: String? = nil) {
        self.amount = amount
        self.charge = charge
        self.line = line
    }
}

/// What happens when a reversed credit is spent already.
public enum Shortfall: Codable, Hashable, Sendable {
    /// The reversal is refused; but a refund of an order has happened, and owes what is missing.
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

/// A side of a merge.
public enum Side: Codable, Hashable, Sendable {
    /// The account that remains.
    case survivor
    /// The account that becomes part of it.
    case source
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .survivor: return "survivor"
        case .source: return "source"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "survivor": self = .survivor
        case "source": self = .source
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// What becomes of the points that paid for an order when it is refunded (rule O4).
public enum SpentPoints: Codable, Hashable, Sendable {
    /// They stay spent.
    case none
    /// They return to the lots they came from, as after a reversal.
    case ownLots
    /// They return to their lots; those whose end has passed get days of grace.
    case ownLotsWithGrace
    /// They return as a new lot, which ends as the point type says.
    case newLot
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .none: return "none"
        case .ownLots: return "own_lots"
        case .ownLotsWithGrace: return "own_lots_with_grace"
        case .newLot: return "new_lot"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "none": self = .none
        case "own_lots": self = .ownLots
        case "own_lots_with_grace": self = .ownLotsWithGrace
        case "new_lot": self = .newLot
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// A kind of stamp card.
public struct StampCard: Codable, Sendable {
    /// The id.
    public let id: String
    /// The point type of its stamps, of the kind stamps; it has no other card.
    public let type: String
    /// How many stamps fill it, 1 to 1,000. A card that was begun under another size is finished under that.
    public let size: Int64
    /// The reward for a full card.
    public let reward: String
    /// Who turns a full card into its reward.
    public let completes: Completes?
    /// The name that people see; the id when absent.
    public let name: String?
    /// Rewards on the way.
    public let slots: [StampSlot]?

    public init(id: String, type: String, size: Int64, reward: String, completes: Completes? = nil, name: String? = nil, slots: [StampSlot]? = nil) {
        self.id = id
        self.type = type
        self.size = size
        self.reward = reward
        self.completes = completes
        self.name = name
        self.slots = slots
    }
}

/// The answer of `stamp_card.progress`.
public struct StampCardCards: Codable, Sendable {
    /// The customer.
    public let customer: String
    /// The cards, as the program lists them.
    public let cards: [StampCardView]

    public init(customer: String, cards: [StampCardView]) {
        self.customer = customer
        self.cards = cards
    }
}

/// The result of `stamp_card.complete`.
public struct StampCardCompleted: Codable, Sendable {
    /// The customer.
    public let customer: String
    /// The card now.
    public let card: StampCardView

    public init(customer: String, card: StampCardView) {
        self.customer = customer
        self.card = card
    }
}

/// A stamp card of a customer.
public struct StampCardView: Codable, Sendable {
    /// The card.
    public let card: String
    /// The name that people see.
    public let name: String
    /// The point type of its stamps.
    public let type: String
    /// The stamps on it.
    public let stamps: Int64
    /// The stamps that fill it.
    public let size: Int64
    /// How many cards were completed.
    public let completed: Int64
    /// The next reward on the card; of a full card, the one that waits.
    public let next: NextReward
    /// Stamps beyond a full card, which begin the next.
    public let beyond: Int64?

    public init(card: String, name: String, type: String, stamps: Int64, size: Int64, completed: Int64, next: NextReward, beyond: Int64? = nil) {
        self.card = card
        self.name = name
        self.type = type
        self.stamps = stamps
        self.size = size
        self.completed = completed
        self.next = next
        self.beyond = beyond
    }
}

/// A slot of a card that has a reward of its own.
public struct StampSlot: Codable, Sendable {
    /// The number of the stamp, from 1, before the last.
    public let stamp: Int64
    /// The reward.
    public let reward: String

    public init(stamp: Int64, reward: String) {
        self.stamp = stamp
        self.reward = reward
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

/// A status of a ladder.
public struct Status: Codable, Sendable {
    /// The id, such as `gold`.
    public let id: String
    /// The counter from which on a member has it; `"0"` for one that every member has.
    public let threshold: String
    /// The name that people see; the id when absent.
    public let name: String?
    /// The rewards that a member is granted who rises to it, once for each period (rule Y6).
    public let rewards: [String]?

    public init(id: String, threshold: String, name: String? = nil, rewards: [String]? = nil) {
        self.id = id
        self.threshold = threshold
        self.name = name
        self.rewards = rewards
    }
}

/// What an agent can do to a status.
public enum StatusAction: Codable, Hashable, Sendable {
    /// Give one.
    case assign
    /// Give another.
    case change
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .assign: return "assign"
        case .change: return "change"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "assign": self = .assign
        case "change": self = .change
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

/// What happened to a status.
public enum StatusChangeKind: Codable, Hashable, Sendable {
    /// Set by hand.
    case assigned
    /// The lock was taken off by hand.
    case unlocked
    /// The counter reached it.
    case raised
    /// It was no longer kept.
    case lowered
    /// The program has another status in the place of the one before.
    case mapped
    /// Another account was merged in, or parted again.
    case merged
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .assigned: return "assigned"
        case .unlocked: return "unlocked"
        case .raised: return "raised"
        case .lowered: return "lowered"
        case .mapped: return "mapped"
        case .merged: return "merged"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "assigned": self = .assigned
        case "unlocked": self = .unlocked
        case "raised": self = .raised
        case "lowered": self = .lowered
        case "mapped": self = .mapped
        case "merged": self = .merged
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// A status that there is.
public struct StatusChoice: Codable, Sendable {
    /// The id.
    public let id: String
    /// The name.
    public let name: String
    /// The counter from which on a member has it.
    public let threshold: String

    public init(id: String, name: String, threshold: String) {
        self.id = id
        self.name = name
        self.threshold = threshold
    }
}

/// A status, and how far somebody is on the way to the next.
public struct StatusLevel: Codable, Sendable {
    /// What has been counted: money, points, orders or visits, as the system says.
    public let counter: String
    /// The status, where there is one.
    public let status: String?

    public init(counter: String, status: String? = nil) {
        self.counter = counter
        self.status = status
    }
}

/// Where a customer stands.
public struct StatusList: Codable, Sendable {
    /// The customer.
    public let customer: String
    /// Every status system of the program.
    public let statuses: [StatusView]

    public init(customer: String, statuses: [StatusView]) {
        self.customer = customer
        self.statuses = statuses
    }
}

/// What becomes of a status that is no longer in the program (rule Y7). It stays here for ever, since a
/// customer's record is mapped when it is next read.
public struct StatusMapping: Codable, Sendable {
    /// The system that had it.
    public let system: String
    /// The status that went away.
    public let from: String
    /// The new status.
    public let to: String
    /// The system of the new status, where it is another one; a member who stands higher there already stays there.
    public let toSystem: String?

    private enum CodingKeys: String, CodingKey {
        case system = "system"
        case from = "from"
        case to = "to"
        case toSystem = "to_system"
    }

    public init(system: String, from: String, to: String, toSystem: String? = nil) {
        self.system = system
        self.from = from
        self.to = to
        self.toSystem = toSystem
    }
}

/// A ladder of statuses with what is counted for it.
public struct StatusSystem: Codable, Sendable {
    /// The id, such as `tier`.
    public let id: String
    /// What is counted. Once customers have statuses it cannot change, and neither can the window: their counters are
    /// kept in them.
    public let counts: Counts
    /// The statuses; their order comes from the thresholds.
    public let statuses: [Status]
    /// How far a status falls.
    public let falling: Falling?
    /// Days that a status stays when it could fall, in which it can still be earned again; 0 none.
    public let graceDays: Int64?
    /// Until when a status is kept that was reached.
    public let keep: Keep?
    /// The name that people see; the id when absent.
    public let name: String?
    /// Over which time it is counted.
    public let window: Window?

    private enum CodingKeys: String, CodingKey {
        case id = "id"
        case counts = "counts"
        case statuses = "statuses"
        case falling = "falling"
        case graceDays = "grace_days"
        case keep = "keep"
        case name = "name"
        case window = "window"
    }

    public init(id: String, counts: Counts, statuses: [Status], falling: Falling? = nil, graceDays: Int64? = nil, keep: Keep? = nil, name: String? = nil, window: Window? = nil) {
        self.id = id
        self.counts = counts
        self.statuses = statuses
        self.falling = falling
        self.graceDays = graceDays
        self.keep = keep
        self.name = name
        self.window = window
    }
}

/// Where a customer stands in a status system.
public struct StatusView: Codable, Sendable {
    /// The system.
    public let system: String
    /// Its name.
    public let name: String
    /// What counts now.
    public let counter: String
    /// The version, for `if_version`.
    public let version: Int64
    /// The statuses of the system, the lowest first.
    public let choices: [StatusChoice]
    /// What the button says to who may set a status here: `assign` where there is none, else `change`.
    public let action: StatusAction?
    /// The changes, newest first; only from `status.list`.
    public let changes: [PastStatusChange]?
    /// The end of the grace: the status falls then, unless it is earned again.
    public let fallsAt: String?
    /// The end of the qualification period: until then the status is kept.
    public let keptUntil: String?
    /// What an agent decided.
    public let lock: Lock?
    /// The next status above, and what is missing for it.
    public let next: NextStatus?
    /// Since when.
    public let since: String?
    /// The status; absent when there is none.
    public let status: StatusChoice?

    private enum CodingKeys: String, CodingKey {
        case system = "system"
        case name = "name"
        case counter = "counter"
        case version = "version"
        case choices = "choices"
        case action = "action"
        case changes = "changes"
        case fallsAt = "falls_at"
        case keptUntil = "kept_until"
        case lock = "lock"
        case next = "next"
        case since = "since"
        case status = "status"
    }

    public init(system: String, name: String, counter: String, version: Int64, choices: [StatusChoice], action: StatusAction? = nil, changes: [PastStatusChange]? = nil, fallsAt: String? = nil, keptUntil: String? = nil, lock: Lock? = nil, next: NextStatus? = nil, since: String? = nil, status: StatusChoice? = nil) {
        self.system = system
        self.name = name
        self.counter = counter
        self.version = version
        self.choices = choices
        self.action = action
        self.changes = changes
        self.fallsAt = fallsAt
        self.keptUntil = keptUntil
        self.lock = lock
        self.next = next
        self.since = since
        self.status = status
    }
}

/// Something that is not as it was before the merge.
public struct Stayed: Codable, Sendable {
    /// What.
    public let what: String
    /// Why.
    public let why: WhyStayed

    public init(what: String, why: WhyStayed) {
        self.what = what
        self.why = why
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
    /// The customer whose it was before a merge.
    public let cameFrom: String?
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
        case cameFrom = "came_from"
        case link = "link"
        case name = "name"
        case nextPaymentAt = "next_payment_at"
    }

    public init(history: [StatusChange], customer: String, id: String, version: Int64, status: SubscriptionStatus, startedAt: String, cameFrom: String? = nil, link: String? = nil, name: String? = nil, nextPaymentAt: String? = nil) {
        self.history = history
        self.customer = customer
        self.id = id
        self.version = version
        self.status = status
        self.startedAt = startedAt
        self.cameFrom = cameFrom
        self.link = link
        self.name = name
        self.nextPaymentAt = nextPaymentAt
    }
}

/// What rows have given and taken in one point type.
public struct Sum: Codable, Sendable {
    /// The point type.
    public let type: String
    /// Given in all.
    public let given: String
    /// Taken in all.
    public let taken: String

    public init(type: String, given: String, taken: String) {
        self.type = type
        self.given = given
        self.taken = taken
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
    /// The rewards, newest first.
    case rewards
    /// The stamp cards.
    case stamps
    /// The status systems of the program.
    case statuses
    /// The gift cards that were issued to the customer, newest first.
    case giftCards
    /// The tickets, newest first.
    case tickets
    /// The merges into this customer, newest first.
    case merges
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
        case .rewards: return "rewards"
        case .stamps: return "stamps"
        case .statuses: return "statuses"
        case .giftCards: return "gift_cards"
        case .tickets: return "tickets"
        case .merges: return "merges"
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
        case "rewards": self = .rewards
        case "stamps": self = .stamps
        case "statuses": self = .statuses
        case "gift_cards": self = .giftCards
        case "tickets": self = .tickets
        case "merges": self = .merges
        case "audit": self = .audit
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// What a refund took back of what one rule gave, or gave back of what had been spent.
public struct Taken: Codable, Sendable {
    /// The point type.
    public let type: String
    /// How much.
    public let amount: String
    /// The entry that reverses.
    public let entry: String
    /// Of what was earned: what was spent already and is forgiven.
    public let forgiven: String?
    /// Of what was earned: what had lapsed and so counts as taken.
    public let lapsed: String?
    /// The rule that gave it; absent for points that were spent on the order and return.
    public let rule: String?

    public init(type: String, amount: String, entry: String, forgiven: String? = nil, lapsed: String? = nil, rule: String? = nil) {
        self.type = type
        self.amount = amount
        self.entry = entry
        self.forgiven = forgiven
        self.lapsed = lapsed
        self.rule = rule
    }
}

/// The template of one mail. Where the program has none, the library's own words are sent.
///
/// `{{name}}` is a placeholder. Each mail has a closed list of them; what stands in their place is escaped in
/// HTML and never read as a template again. All have `program`, `name` (the email where there is no name),
/// `first_name`, `last_name` and `email`.
public struct Template: Codable, Sendable {
    /// Which mail it is for.
    public let id: TemplateId
    /// The subject.
    public let subject: String
    /// The mail as plain text.
    public let text: String
    /// The mail as HTML, if it shall have that too.
    public let html: String?
    /// For customers of this locale, such as `de-AT`, or of this language, such as `de`; for everybody else when
    /// absent.
    public let locale: String?

    public init(id: TemplateId, subject: String, text: String, html: String? = nil, locale: String? = nil) {
        self.id = id
        self.subject = subject
        self.text = text
        self.html = html
        self.locale = locale
    }
}

/// The mails that the library queues, each with the placeholders it has besides those of all.
public enum TemplateId: Codable, Hashable, Sendable {
    /// A ticket was created: `ticket`, `subject`, `text`.
    case ticketCreated
    /// The shop has written in a ticket: `ticket`, `subject`, `text`.
    case ticketReply
    /// A password was generated: `password`, `minutes`; it must show the password.
    case passwordGenerated
    /// A link to choose a password: `link`, `token`, `minutes`; it must show the link or the token.
    case passwordLink
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .ticketCreated: return "ticket_created"
        case .ticketReply: return "ticket_reply"
        case .passwordGenerated: return "password_generated"
        case .passwordLink: return "password_link"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "ticket_created": self = .ticketCreated
        case "ticket_reply": self = .ticketReply
        case "password_generated": self = .passwordGenerated
        case "password_link": self = .passwordLink
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// Something that was written in a ticket, as answers show it.
public struct TicketMessageView: Codable, Sendable {
    /// Its number in the ticket, from 1.
    public let number: Int64
    /// Who has written it.
    public let from: Author
    /// When.
    public let at: String
    /// The text, as it was written: escape it before you show it as HTML.
    public let text: String
    /// The actor who recorded it; customers see none but themselves.
    public let author: String?
    /// An internal note, which no customer sees.
    public let internal: Bool?

    public init(number: Int64, from: Author, at: String, text: String, author: String? = nil, internal: Bool? = nil) {
        self.number = number
        self.from = from
        self.at = at
        self.text = text
        self.author = author
        self.internal = internal
    }
}

/// A page of tickets.
public struct TicketPage: Codable, Sendable {
    /// The tickets, newest first.
    public let tickets: [TicketView]
    /// Where to go on; absent on the last page.
    public let next: String?

    public init(tickets: [TicketView], next: String? = nil) {
        self.tickets = tickets
        self.next = next
    }
}

/// The receipt of what changes a ticket. It repeats no text, so that none stands in the log.
public struct TicketSaved: Codable, Sendable {
    /// The customer.
    public let customer: String
    /// The ticket's id.
    public let ticket: String
    /// Where it stands.
    public let state: TicketState
    /// Its version now.
    public let version: Int64
    /// Whether a mail to the customer was queued; not where they have no email.
    public let emailed: Bool

    public init(customer: String, ticket: String, state: TicketState, version: Int64, emailed: Bool) {
        self.customer = customer
        self.ticket = ticket
        self.state = state
        self.version = version
        self.emailed = emailed
    }
}

/// Where a ticket stands.
public enum TicketState: Codable, Hashable, Sendable {
    /// Somebody still has to do something.
    case open
    /// It is done.
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

/// A ticket with a page of its thread.
public struct TicketThread: Codable, Sendable {
    /// The ticket.
    public let ticket: TicketView
    /// What is written in it, oldest first.
    public let messages: [TicketMessageView]
    /// Where to go on; absent on the last page.
    public let next: Int64?

    public init(ticket: TicketView, messages: [TicketMessageView], next: Int64? = nil) {
        self.ticket = ticket
        self.messages = messages
        self.next = next
    }
}

/// A ticket as answers show it.
public struct TicketView: Codable, Sendable {
    /// The customer.
    public let customer: String
    /// The ticket's id, the same for ever.
    public let ticket: String
    /// Where it stands.
    public let state: TicketState
    /// What it is about.
    public let subject: String
    /// When it was created.
    public let openedAt: String
    /// When a message was last written, or it was closed or reopened.
    public let updatedAt: String
    /// Who has written last: where it is the customer, the shop's turn has come.
    public let lastFrom: Author
    /// How many messages there are, notes apart.
    public let messages: Int64
    /// The version of the ticket, for `if_version`.
    public let version: Int64
    /// The customer whose it was before a merge.
    public let cameFrom: String?
    /// When it was closed.
    public let closedAt: String?
    /// A link into the host's own page; staff only.
    public let link: String?
    /// How many internal notes there are; staff only.
    public let notes: Int64?

    private enum CodingKeys: String, CodingKey {
        case customer = "customer"
        case ticket = "ticket"
        case state = "state"
        case subject = "subject"
        case openedAt = "opened_at"
        case updatedAt = "updated_at"
        case lastFrom = "last_from"
        case messages = "messages"
        case version = "version"
        case cameFrom = "came_from"
        case closedAt = "closed_at"
        case link = "link"
        case notes = "notes"
    }

    public init(customer: String, ticket: String, state: TicketState, subject: String, openedAt: String, updatedAt: String, lastFrom: Author, messages: Int64, version: Int64, cameFrom: String? = nil, closedAt: String? = nil, link: String? = nil, notes: Int64? = nil) {
        self.customer = customer
        self.ticket = ticket
        self.state = state
        self.subject = subject
        self.openedAt = openedAt
        self.updatedAt = updatedAt
        self.lastFrom = lastFrom
        self.messages = messages
        self.version = version
        self.cameFrom = cameFrom
        self.closedAt = closedAt
        self.link = link
        self.notes = notes
    }
}

/// A day of the week.
public enum Weekday: Codable, Hashable, Sendable {
    case monday
    case tuesday
    case wednesday
    case thursday
    case friday
    case saturday
    case sunday
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .monday: return "monday"
        case .tuesday: return "tuesday"
        case .wednesday: return "wednesday"
        case .thursday: return "thursday"
        case .friday: return "friday"
        case .saturday: return "saturday"
        case .sunday: return "sunday"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "monday": self = .monday
        case "tuesday": self = .tuesday
        case "wednesday": self = .wednesday
        case "thursday": self = .thursday
        case "friday": self = .friday
        case "saturday": self = .saturday
        case "sunday": self = .sunday
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// Why a side wins.
public enum Why: Codable, Hashable, Sendable {
    /// It was chosen.
    case chosen
    /// Both are the same.
    case same
    /// The other side is empty.
    case otherEmpty
    /// Both have a value: the survivor's stays.
    case survivor
    /// Group, locale and link are the survivor's, also where it has none.
    case survivorAlways
    /// Somebody else has the source's email.
    case taken
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .chosen: return "chosen"
        case .same: return "same"
        case .otherEmpty: return "other_empty"
        case .survivor: return "survivor"
        case .survivorAlways: return "survivor_always"
        case .taken: return "taken"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "chosen": self = .chosen
        case "same": self = .same
        case "other_empty": self = .otherEmpty
        case "survivor": self = .survivor
        case "survivor_always": self = .survivorAlways
        case "taken": self = .taken
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// Why something stayed.
public enum WhyStayed: Codable, Hashable, Sendable {
    /// It was edited since.
    case edited
    /// Somebody else has the email by now; it is empty.
    case taken
    /// A blacklisting stays on both.
    case blacklisted
    /// It has earned for the survivor.
    case earned
    /// What a hold had set aside was captured of the survivor meanwhile: a refund of the source's order does not
    /// bring it back.
    case captured
    /// What an entry of the source had spent came back meanwhile, to the survivor.
    case cameBack
    /// A word of a later release.
    case unknown(String)

    /// The word as the library writes it.
    public var wire: String {
        switch self {
        case .edited: return "edited"
        case .taken: return "taken"
        case .blacklisted: return "blacklisted"
        case .earned: return "earned"
        case .captured: return "captured"
        case .cameBack: return "came_back"
        case .unknown(let word): return word
        }
    }

    public init(from decoder: Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        switch word {
        case "edited": self = .edited
        case "taken": self = .taken
        case "blacklisted": self = .blacklisted
        case "earned": self = .earned
        case "captured": self = .captured
        case "came_back": self = .cameBack
        default: self = .unknown(word)
        }
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// All of it.
public struct WindowLifetime: Codable, Sendable {

    public init() {
    }
}

/// The calendar year, in the program's zone.
public struct WindowCalendarYear: Codable, Sendable {

    public init() {
    }
}

/// The last days or months: the window ends now and leaves out its first instant.
public struct WindowRolling: Codable, Sendable {
    /// The unit of `count`.
    public let period: Period
    /// How many, 1 to 36,500.
    public let count: Int64

    public init(period: Period, count: Int64) {
        self.period = period
        self.count = count
    }
}

/// Over which time is counted (rule Y1).
public enum Window: Codable, Sendable {
    case lifetime(WindowLifetime)
    case calendarYear(WindowCalendarYear)
    case rolling(WindowRolling)
    /// One of a later release.
    case unknown(JSONValue)

    private enum CodingKeys: String, CodingKey { case over }

    public init(from decoder: Decoder) throws {
        let word = try decoder.container(keyedBy: CodingKeys.self).decode(String.self, forKey: .over)
        switch word {
        case "lifetime": self = .lifetime(try WindowLifetime(from: decoder))
        case "calendar_year": self = .calendarYear(try WindowCalendarYear(from: decoder))
        case "rolling": self = .rolling(try WindowRolling(from: decoder))
        default: self = .unknown(try JSONValue(from: decoder))
        }
    }

    public func encode(to encoder: Encoder) throws {
        switch self {
        case .lifetime(let value):
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode("lifetime", forKey: .over)
            try value.encode(to: encoder)
        case .calendarYear(let value):
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode("calendar_year", forKey: .over)
            try value.encode(to: encoder)
        case .rolling(let value):
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode("rolling", forKey: .over)
            try value.encode(to: encoder)
        case .unknown(let value): try value.encode(to: encoder)
        }
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
    /// The customer whom the request named was merged into this one, for whom it was run (rule G8).
    public let redirectedTo: String?
    /// This is the receipt of an earlier request with the same idempotency key; nothing was written now (rule L10).
    public let replayed: Bool?
    /// The rewards that followed by themselves: of stamp cards and statuses.
    public let rewards: [RewardView]?

    private enum CodingKeys: String, CodingKey {
        case result = "result"
        case recordedAt = "recorded_at"
        case balances = "balances"
        case entries = "entries"
        case messages = "messages"
        case plan = "plan"
        case redirectedTo = "redirected_to"
        case replayed = "replayed"
        case rewards = "rewards"
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
    /// Rules K4, K5, Y2, Y4, W3.
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

    /// Exports the customers of `customer.list` as CSV, page by page: the same filter, search and order, with the
    /// columns you choose.
    ///
    /// The pages put together, as they are, are one file by RFC 4180 in UTF-8: the first begins with the header, and
    /// further ones go on with the `next` of the one before as `cursor`. A row that does not change meanwhile is
    /// neither skipped nor there twice. A cell that a spreadsheet would take for a formula has an apostrophe in
    /// front, which `customer.import_csv` takes off again.
    ///
    /// The columns are named by their words, which the preset `loyalty` of `customer.import_csv` knows: what it reads
    /// of them gives the same customers again. Those of a status are there where the program has one status system.
    /// Of several addresses it is the default for parcels, else that for invoices, else the oldest.
    ///
    /// Errors: `invalid_request` at the place in the filter, the search, the columns, the cursor or the limit that
    /// does not fit.
    ///
    /// Rules K7, K6.
    ///
    /// - Parameter columns: The columns, each named once; those of `customer.list` when absent.
    /// - Parameter cursor: Where to go on: `next` of the page before.
    /// - Parameter descending: Largest, last or newest first. When absent: false with `sort`, true without.
    /// - Parameter filter: Which customers, as in `customer.list`; all when absent.
    /// - Parameter guests: Whether guests are exported too.
    /// - Parameter limit: Rows on the page, 1 to 500; 500 when absent.
    /// - Parameter search: At most 10 words, 200 characters.
    /// - Parameter sort: The field to sort by. When absent, the newest come first.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func exportCsv(
        columns: Given<[String]> = .absent,
        cursor: Given<String> = .absent,
        descending: Given<Bool> = .absent,
        filter: Given<Condition> = .absent,
        guests: Bool? = nil,
        limit: Given<Int64> = .absent,
        search: Given<String> = .absent,
        sort: Given<Field> = .absent
    ) throws -> CustomerExported {
        var request = Request("customer.export_csv")
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

    /// Imports customers from CSV: each row is a customer with address, preferences and membership, in one commit or
    /// not at all.
    ///
    /// Cut the file anywhere. Send the first piece without `after`, each further one with the `next` of the answer
    /// before it, and `last` with the last one; a file that fits one request is one piece with `last`. First all
    /// pieces with `preview`: the dry run runs the same commands and commits none of them. Rows that are wrong are
    /// listed by row, column and value, and hinder no others.
    ///
    /// The pieces of a dry run do not see each other: a customer who stands in two of them is found by the real run
    /// only.
    ///
    /// `preset` says which columns of a known platform's file are what, and `columns` does so for any other: `{"Their
    /// name": "last_name"}`, or null for one that is left out. The first answer shows what each column is read as.
    /// Points and passwords are never imported.
    ///
    /// The id is that of the file; where it has none, it is made from `id_prefix` and the row, or from the email,
    /// under the host's secret. A customer is there already when the id is, or the email, compared without case:
    /// `existing` says what happens then. An update leaves alone what the row leaves empty, and neither brings back
    /// an opt-in that was withdrawn nor a member who has left.
    ///
    /// A row with a status sets it as `status.assign` does: locked, of a member, and until an end that has not
    /// passed. The lock ends with the day that `status_valid_through` names, or at the instant. Where the program has
    /// several systems, `status_system` says which. An empty cell leaves the status alone, and so does one that says
    /// what is so already.
    ///
    /// Run again with the same batch and the same file, also after a crash in the middle, it does no row twice; a row
    /// that is another one then is an error. The group needs the right `customer.assign_group` too, joining
    /// `membership.enroll`, and so on for each change of membership, the blacklist `blacklist.set`, and setting a
    /// status `status.assign`.
    ///
    /// Errors: `invalid_request` for a file as a whole that is not well-formed, or a mapping that does not fit it.
    ///
    /// Rules K8, K3, Y6, O8, B2.
    ///
    /// - Parameter batch: Your id for this import, at most 40 characters.
    /// - Parameter csv: The piece of the file: text, at most what a request holds, with at most 10,000 rows.
    /// - Parameter after: The `next` of the answer before; without it the file begins.
    /// - Parameter clearBlanks: Whether an empty cell empties the field of a customer who is updated. Usually it
    ///   leaves it alone.
    /// - Parameter columns: What columns are read as, by their names in the file; null leaves one out. Goes before
    ///   the preset.
    /// - Parameter dates: In which order the numbers of dates stand; `ymd` when absent.
    /// - Parameter enroll: Who joins the program; as the file says when absent.
    /// - Parameter existing: What happens with a row whose customer is there already; `refuse` when absent.
    /// - Parameter grant: Whether who joins gets the bonus for new members and the rewards of a status that they
    ///   reach thereby. Usually they get nothing, now or later: they had theirs where they come from.
    /// - Parameter idPrefix: Ids are this and the number of the row, where the file has none.
    /// - Parameter last: Whether the file ends with this piece.
    /// - Parameter preset: The format of the file.
    /// - Parameter triggerRewards: Whether the rewards of a status that a row sets are granted, as on rising to it.
    /// - Parameter values: What words in a column mean, by the column's name in the file: `{"Club": {"gold card":
    ///   "yes"}}`. An empty text means an empty cell.
    /// - Parameter preview: Run without committing.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func importCsv(
        batch: String,
        csv: String,
        after: Given<ImportNext> = .absent,
        clearBlanks: Bool? = nil,
        columns: [String: String]? = nil,
        dates: DateOrder? = nil,
        enroll: Enrolling? = nil,
        existing: Existing? = nil,
        grant: Bool? = nil,
        idPrefix: Given<String> = .absent,
        last: Bool? = nil,
        preset: Given<Preset> = .absent,
        triggerRewards: Bool? = nil,
        values: [String: [String: String]]? = nil,
        preview: Bool = false
    ) throws -> CustomerImported {
        var request = Request("customer.import_csv")
        request.put("batch", batch)
        request.put("csv", csv)
        request.putGiven("after", after)
        request.putOptional("clear_blanks", clearBlanks)
        request.putOptional("columns", columns)
        request.putOptional("dates", dates)
        request.putOptional("enroll", enroll)
        request.putOptional("existing", existing)
        request.putOptional("grant", grant)
        request.putGiven("id_prefix", idPrefix)
        request.putOptional("last", last)
        request.putGiven("preset", preset)
        request.putOptional("trigger_rewards", triggerRewards)
        request.putOptional("values", values)
        request.option("preview", preview)
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

    /// Erases a customer for good: everything personal disappears from every record, index, message, comment and log,
    /// also of the accounts that were merged into theirs. Amounts stay under the same opaque id, so that the books
    /// still balance and `journal.verify` finds them sound. It cannot be undone.
    ///
    /// Erased are profile, addresses, payment methods, mail preferences, wishlist, subscriptions, statuses, messages
    /// that wait, what was written about entries, orders, rewards and merges, the receipts and idempotency keys of
    /// all commands, and the texts of gift cards, also of those that others sent to the person's email. The cards go
    /// on paying for whoever holds them, and rewards that waited are removed. What was begun is settled: captures,
    /// releases, reversals and refunds that come later touch the ledger alone. An email that was blacklisted stays
    /// blocked, as a hash under the host's secret. Merges can no longer be undone. The id is never given again;
    /// choose ids that are not personal themselves, for they stay.
    ///
    /// A customer with much history does not fit into one commit: then `complete` is false, and the rest goes with
    /// further calls, without the same idempotency key, or with `maintenance.run`. The person's profile is gone with
    /// the first; only the emails are known until the last, to find what others sent to them.
    ///
    /// An account on hold is refused; with `erasure`, because the person demands it, it is reactivated and deleted in
    /// one.
    ///
    /// Errors: `not_found`; `invalid_transition` when on hold, merged or deleted; `version_conflict` for another
    /// version of the membership; `invalid_request` when an email must stay blocked and the host has configured no
    /// secret.
    ///
    /// Rules K11, M1, M3, G9.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter erasure: The person demands it, also of an account on hold.
    /// - Parameter reason: Why; staff only. It is kept: do not name the person.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func delete(
        customer: String,
        erasure: Bool? = nil,
        reason: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<CustomerDeleted> {
        var request = Request("customer.delete")
        request.put("customer", customer)
        request.putOptional("erasure", erasure)
        request.putGiven("reason", reason)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// Answers everything that is known about a customer, in one readable JSON document, section by section: also
    /// what was merged into the account, who decided about which mail when and through what, and every command that
    /// touched it.
    ///
    /// Nothing is cut off silently. A section with more rows than `limit` stands in `more` with a cursor: ask for
    /// that `section` with that `cursor` until it is there no more. Sections of which the actor lacks the right stand
    /// in `withheld`.
    ///
    /// The shop's people get internal notes and reasons too, for they are data about the person: look through them
    /// before you hand the document out. Customers who export their own see neither those nor the shop's people, nor
    /// its blacklist, its messages and its log. Of an erased customer it answers what is left.
    ///
    /// Errors: `not_found`; `invalid_request` for the limit, and for a cursor without its section.
    ///
    /// Rules K12, K4, E1, W3.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter cursor: Where the section goes on: from `more`.
    /// - Parameter limit: Rows of each section, 1 to 500; 500 when absent.
    /// - Parameter section: One section; all when absent.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func exportData(
        customer: String,
        cursor: Given<String> = .absent,
        limit: Given<Int64> = .absent,
        section: Given<Section> = .absent
    ) throws -> CustomerExportedData {
        var request = Request("customer.export_data")
        request.put("customer", customer)
        request.putGiven("cursor", cursor)
        request.putGiven("limit", limit)
        request.putGiven("section", section)
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
    /// email that another blacklisted customer has too stays blocked, and of somebody who was erased since it frees
    /// what they still block. On again renews the reason, with who gave it and when, and nothing else. Every change
    /// is kept with who, when and why.
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
    /// The first time, say who has referred them: the program may give a bonus to the one or the other, now or with
    /// their first order. The shop says it, not the customer.
    ///
    /// Errors: `invalid_transition`; `already_exists` when another customer has taken the email meanwhile;
    /// `invalid_request` for who would refer themselves; `not_eligible` for a referrer who is no member, and when the
    /// customer was a member before; `not_found`.
    ///
    /// Rules M0, M1, M3, O8.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter comment: A comment; the customer reads it.
    /// - Parameter reason: Why; staff only.
    /// - Parameter referredBy: Who has referred them, a member.
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
        referredBy: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<MembershipChanged> {
        var request = Request("membership.enroll")
        request.put("customer", customer)
        request.putGiven("comment", comment)
        request.putGiven("reason", reason)
        request.putGiven("referred_by", referredBy)
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

/// The operations of `merge`.
public struct MergeOperations: Sendable {
    let caller: Caller

    /// Merges one account into another: `source` becomes part of `survivor`, and its id leads there from then on.
    ///
    /// Show a preview first: its receipt has every field of both profiles side by side with the winner and why,
    /// decisions about mail and statuses, the entries that move the value, and the balances afterwards; apply with
    /// its `plan`, and exactly that is done or refused. The survivor's filled fields win and its blanks are filled,
    /// unless `from_survivor` or `from_source` choose otherwise; group, locale and link stay the survivor's. Points
    /// move with their ends and holds; what the source had recorded moves too. An opt-out from mail wins on each
    /// list, and so does a blacklisting. `merge.undo` takes it back.
    ///
    /// Errors: `not_found`; `invalid_request` for a merge with oneself, or a field chosen twice; `invalid_transition`
    /// when the source is merged, deleted or on hold; `not_eligible` when the survivor is not enrolled, and when
    /// neither is in a state for it: then it says so of both; `already_exists` when somebody else has the email that
    /// was chosen; `forbidden` to change the group without the right `customer.assign_group`; `limit_exceeded` beyond
    /// 100 accounts in one.
    ///
    /// Rules G1, G2, G3, G4, G5, G6, G7, G8, G10.
    ///
    /// - Parameter survivor: The customer who remains; enrolled.
    /// - Parameter source: The customer who becomes part of the survivor.
    /// - Parameter comment: A comment; the customer reads it.
    /// - Parameter fromSource: Fields of the profile that are the source's, also where it has none.
    /// - Parameter fromSurvivor: Fields of the profile that are the survivor's, also where it has none.
    /// - Parameter reason: Why; staff only.
    /// - Parameter triggerRewards: Whether a status that the survivor reaches by it grants its rewards.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func apply(
        survivor: String,
        source: String,
        comment: Given<String> = .absent,
        fromSource: [ProfileField]? = nil,
        fromSurvivor: [ProfileField]? = nil,
        reason: Given<String> = .absent,
        triggerRewards: Bool? = nil,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<Merged> {
        var request = Request("merge.apply")
        request.put("survivor", survivor)
        request.put("source", source)
        request.putGiven("comment", comment)
        request.putOptional("from_source", fromSource)
        request.putOptional("from_survivor", fromSurvivor)
        request.putGiven("reason", reason)
        request.putOptional("trigger_rewards", triggerRewards)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// Takes the newest merge into a survivor back: the source is its own account again, in the state in which it
    /// was.
    ///
    /// It gets back what it brought and the survivor has not spent, and what was added to the survivor's records goes
    /// from them. Fields that the merge changed are as before, unless they were edited since. The receipt names what
    /// stayed and why. After a merge the older ones can be undone, one by one.
    ///
    /// Errors: `not_found` without such a merge; `not_eligible` when a newer merge must be undone first, when it was
    /// undone already or the source was enrolled afresh, and while the survivor is merged, deleted or on hold.
    ///
    /// Rules G9, M0.
    ///
    /// - Parameter survivor: The customer into whom was merged.
    /// - Parameter source: The customer who was merged.
    /// - Parameter comment: A comment; the customer reads it.
    /// - Parameter reason: Why; staff only.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func undo(
        survivor: String,
        source: String,
        comment: Given<String> = .absent,
        reason: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<MergeUndone> {
        var request = Request("merge.undo")
        request.put("survivor", survivor)
        request.put("source", source)
        request.putGiven("comment", comment)
        request.putGiven("reason", reason)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// The merges into a customer, newest first, at most 500: who was merged, when, by whom and why, what was added,
    /// and whether it was undone.
    ///
    /// Errors: `not_found`.
    ///
    /// Rules G6, G9.
    ///
    /// - Parameter customer: The customer.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func history(
        customer: String
    ) throws -> MergeHistory {
        var request = Request("merge.history")
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
    ///   account's last debit, lapse, reinstatement, transfer or reversal of a debit.
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

    /// Gives points that are there another end: all of a point type, or those of one credit, or those that end in a
    /// span of time.
    ///
    /// Nothing but ends changes. A changed program moves no existing date by itself: with `by_policy` an operator
    /// lets its policy of now count for what is there, from each credit's own date. Points that are pending stay so,
    /// and so do those that a hold has set aside. An end that has passed is refused, since no points are taken by
    /// this; choose other lots then. Where points begin to follow the account's date, and it has none to come, its
    /// time begins now. At most 500 lots at once. The entry names each lot twice: taken with its old end, put back
    /// with its new one. Ask with `preview: true` to see which lots get which ends, and confirm with its `plan`;
    /// `points.reverse` gives the old ends back.
    ///
    /// Errors: `invalid_request` unless exactly one new end is given, and for one that has passed or that comes
    /// before the points are active; `not_eligible` where no points get another end, or the membership state does not
    /// allow it; `limit_exceeded` for more than 500 lots, or beyond what the actor's roles may move; `not_found`;
    /// `version_conflict` when `if_version` is not the account's version.
    ///
    /// Rules L4, L5, P1.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter type: The point type.
    /// - Parameter byPolicy: They end as the program's policy says now, counted from their own credit.
    /// - Parameter comment: What the customer reads.
    /// - Parameter endingAfter: Only points that end after this moment, or never.
    /// - Parameter endingBefore: Only points that end before this moment.
    /// - Parameter entry: Only points of the credit that this entry made; of a merge, all that came with it.
    /// - Parameter expiresAfterDays: They end so many days after the local date of their own credit, 1 to 36,500.
    /// - Parameter expiresAt: The instant at which they end.
    /// - Parameter neverExpires: They never end.
    /// - Parameter note: An internal note; staff only.
    /// - Parameter reason: Why; staff only. The program may require it, as for an adjustment.
    /// - Parameter validThrough: The last local day on which they count.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func redate(
        customer: String,
        type: String,
        byPolicy: Bool? = nil,
        comment: Given<String> = .absent,
        endingAfter: Given<String> = .absent,
        endingBefore: Given<String> = .absent,
        entry: Given<String> = .absent,
        expiresAfterDays: Given<Int64> = .absent,
        expiresAt: Given<String> = .absent,
        neverExpires: Bool? = nil,
        note: Given<String> = .absent,
        reason: Given<String> = .absent,
        validThrough: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<PointsRedated> {
        var request = Request("points.redate")
        request.put("customer", customer)
        request.put("type", type)
        request.putOptional("by_policy", byPolicy)
        request.putGiven("comment", comment)
        request.putGiven("ending_after", endingAfter)
        request.putGiven("ending_before", endingBefore)
        request.putGiven("entry", entry)
        request.putGiven("expires_after_days", expiresAfterDays)
        request.putGiven("expires_at", expiresAt)
        request.putOptional("never_expires", neverExpires)
        request.putGiven("note", note)
        request.putGiven("reason", reason)
        request.putGiven("valid_through", validThrough)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// Brings back points that have lapsed not long ago: within the `reinstatement_days` of the point type.
    ///
    /// All of them, or those of one credit, or an amount: what lapsed last comes back first. They get a new end,
    /// given here or as the point type says, counted from now; at most one of the four expiry arguments may stand.
    /// What is owed is repaid first. The days of the window are local days, counted as those of an expiry: what
    /// lapsed on day D can be brought back until the first instant of day D + N. At most 500 lots at once.
    ///
    /// Only what lapsed by itself comes back, not what a member who left has forfeited, nor what a reversal has
    /// counted as taken. After a merge, what had lapsed before it in the account that was merged stays there; after
    /// the undo of one, what lapsed between.
    ///
    /// It counts for the actor's limits. Less has expired by it, so that the balance is what the totals say; no debit
    /// may be dated back to before it. It cannot be reversed: ask with `preview: true` first and confirm with its
    /// `plan`, and take what came back by mistake with `points.adjust`.
    ///
    /// Errors: `not_eligible` where the point type has no window, nothing lapsed in it, or the membership state does
    /// not allow it; `already_used`, with what there is, for an amount beyond that; `invalid_request` for more than
    /// one end, or one that has passed; `limit_exceeded` beyond what the actor's roles may give, or for more than 500
    /// lots; `not_found`; `version_conflict` when `if_version` is not the account's version.
    ///
    /// Rules L5, L7, P1.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter type: The point type.
    /// - Parameter amount: How much, more than zero; all when absent.
    /// - Parameter comment: What the customer reads.
    /// - Parameter entry: Only points of the credit that this entry made; of a merge, all that came with it.
    /// - Parameter expiresAfterDays: They end so many days after the local date of now, 1 to 36,500.
    /// - Parameter expiresAt: The instant at which they end.
    /// - Parameter neverExpires: They never end.
    /// - Parameter note: An internal note; staff only.
    /// - Parameter reason: Why; staff only. The program may require it, as for an adjustment.
    /// - Parameter validThrough: The last local day on which they count.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func reinstate(
        customer: String,
        type: String,
        amount: Given<String> = .absent,
        comment: Given<String> = .absent,
        entry: Given<String> = .absent,
        expiresAfterDays: Given<Int64> = .absent,
        expiresAt: Given<String> = .absent,
        neverExpires: Bool? = nil,
        note: Given<String> = .absent,
        reason: Given<String> = .absent,
        validThrough: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<PointsReinstated> {
        var request = Request("points.reinstate")
        request.put("customer", customer)
        request.put("type", type)
        request.putGiven("amount", amount)
        request.putGiven("comment", comment)
        request.putGiven("entry", entry)
        request.putGiven("expires_after_days", expiresAfterDays)
        request.putGiven("expires_at", expiresAt)
        request.putOptional("never_expires", neverExpires)
        request.putGiven("note", note)
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
    /// totals as they were at that moment, by the times at which entries took effect; with `as_recorded_at` beside
    /// it, as they stood in the books at that later moment: what was recorded since does not count, even where it was
    /// dated back. What time alone had done by then counts, whether or not it was swept.
    ///
    /// Rules L4, L6, L7, L12.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter asOf: A moment that has passed.
    /// - Parameter asRecordedAt: The totals of `as_of` as the books had them at this moment: not before `as_of`, nor
    ///   in the future.
    /// - Parameter type: One point type; all when absent.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func balance(
        customer: String,
        asOf: Given<String> = .absent,
        asRecordedAt: Given<String> = .absent,
        type: Given<String> = .absent
    ) throws -> PointsBalances {
        var request = Request("points.balance")
        request.put("customer", customer)
        request.putGiven("as_of", asOf)
        request.putGiven("as_recorded_at", asRecordedAt)
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
    /// it drew on, and by what is left of its own lot. What an order earned is explained by its lines, down to the
    /// unit. What came by a merge or from another customer is explained by the entry that brought it, whose
    /// `counterpart` leads on; a customer is not led to another.
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

    /// Sets points aside for a checkout in progress, or all parts of a mixed payment at once: points of several types
    /// and at most one gift card.
    ///
    /// The lots are earmarked: nobody else can spend them and they do not lapse while held. Capture the hold when the
    /// checkout succeeds, release it when it fails; what is neither captured nor released comes back by itself when
    /// the time is over. Of a mixed payment every part is a hold of its own, and all are set aside or none.
    ///
    /// Errors: `insufficient_balance`; `not_eligible` where the membership state does not allow spending; for a gift
    /// card also `blocked`, `expired`, `invalid_transition`, `not_found` and, for a code with a typing error,
    /// `invalid_request`.
    ///
    /// Rules L8, R7.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter amount: How much, more than zero.
    /// - Parameter order: The order for which it is.
    /// - Parameter parts: The parts of a mixed payment, at most 20, instead of `type` and `amount`.
    /// - Parameter seconds: How long, in seconds, 1 to 31,536,000; the program's `hold_seconds` when absent.
    /// - Parameter type: The point type.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func hold(
        customer: String,
        amount: Given<String> = .absent,
        order: Given<String> = .absent,
        parts: [HoldPart]? = nil,
        seconds: Given<Int64> = .absent,
        type: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<PointsHeld> {
        var request = Request("points.hold")
        request.put("customer", customer)
        request.putGiven("amount", amount)
        request.putGiven("order", order)
        request.putOptional("parts", parts)
        request.putGiven("seconds", seconds)
        request.putGiven("type", type)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// Spends what a hold has set aside, all of it or a part. What is not captured stays held until it is released or
    /// the time is over. Of a mixed payment several holds are captured at once, all or none.
    ///
    /// Errors: `already_used` when less is left in the hold; `not_found`; `not_eligible` while the account is on
    /// hold; for a gift card also `blocked` and `invalid_transition`.
    ///
    /// Rules L8, M2, R7.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter amount: How much; all that is left when absent.
    /// - Parameter comment: What the customer reads.
    /// - Parameter hold: The hold's id.
    /// - Parameter holds: Several holds, at most 20, each with all that is left, instead of `hold` and `amount`.
    /// - Parameter order: The order on which it is spent; the hold's when absent.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func capture(
        customer: String,
        amount: Given<String> = .absent,
        comment: Given<String> = .absent,
        hold: Given<String> = .absent,
        holds: [String]? = nil,
        order: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<PointsCaptured> {
        var request = Request("points.capture")
        request.put("customer", customer)
        request.putGiven("amount", amount)
        request.putGiven("comment", comment)
        request.putGiven("hold", hold)
        request.putOptional("holds", holds)
        request.putGiven("order", order)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// Gives back what a hold has set aside, all of it or a part. A lot whose end has passed meanwhile lapses at this
    /// instant. Of a mixed payment several holds are released at once.
    ///
    /// Works in every live state, on an account on hold and on a blocked gift card too: what was begun is settled.
    ///
    /// Errors: `already_used` when less is left in the hold; `not_found`.
    ///
    /// Rules L8, M2, R7.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter amount: How much; all that is left when absent.
    /// - Parameter hold: The hold's id.
    /// - Parameter holds: Several holds, at most 20, each with all that is left, instead of `hold` and `amount`.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func release(
        customer: String,
        amount: Given<String> = .absent,
        hold: Given<String> = .absent,
        holds: [String]? = nil,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<PointsHeld> {
        var request = Request("points.release")
        request.put("customer", customer)
        request.putGiven("amount", amount)
        request.putGiven("hold", hold)
        request.putOptional("holds", holds)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// Takes an earning, adjustment, redemption, capture or transfer back, once, or in parts up to its amount; or a
    /// re-dating, once and as a whole.
    ///
    /// A reversed debit puts back the very lots it took, with their ends; a lot whose end has passed gets the point
    /// type's days of grace or lapses at once. A reversed credit takes its own lot first (what of it has lapsed
    /// counts as taken), then others, then as the point type's `reversal_shortfall` says. A reversed re-dating gives
    /// what is still there of its lots their old ends back, passed ones as for a debit; what is not there any more
    /// stays as it is, and the answer says how much.
    ///
    /// A transfer is named by the entry of who gave. It is taken from who received it, as a credit is, and its lots
    /// go back to the giver, as those of a debit do; in one commit, whoever has the two accounts by now.
    ///
    /// Errors: `already_used` when less is left to reverse; `not_eligible` for an entry that cannot be reversed;
    /// `insufficient_balance` when a spent credit is reversed and the point type says `refuse`; `not_found`.
    ///
    /// Rules L5, L9, L13, M2, P1.
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

    /// Gives points of one customer to another, where the program lets the point type be transferred: its
    /// `transferable`.
    ///
    /// The lots that end first go first, and keep their dates: one that follows the giver's account keeps the date
    /// that the account has now. What the recipient owes is repaid first. Both journals have an entry, in one commit;
    /// neither counts as earned or spent. `points.reverse` takes it back, by the entry of who gave.
    ///
    /// Agents and systems need a reason where the program requires one for adjustments, and reason, note and comment
    /// stand in both journals. A customer who may transfer (the program's `customer_rights`) gives no reason and no
    /// note; their comment stands in their own journal alone, and neither of the two sees who the other is, or what
    /// they have: whoever cannot receive it is refused in the same words. An agent who acts as a customer cannot:
    /// their own limits count.
    ///
    /// Errors: `insufficient_balance`, with what is available, pending and held; `not_eligible` where the point type
    /// cannot be transferred, or the membership state of either does not allow it; `not_found`; `invalid_request` for
    /// oneself; `limit_exceeded` beyond what the actor's roles may move; `version_conflict` when `if_version` is not
    /// the version of the giver's account.
    ///
    /// Rules L13, L3, L7, M2, P1, W3.
    ///
    /// - Parameter customer: The customer who gives.
    /// - Parameter recipient: The customer who receives.
    /// - Parameter type: The point type.
    /// - Parameter amount: How much, more than zero.
    /// - Parameter comment: What the customers read.
    /// - Parameter note: An internal note; staff only.
    /// - Parameter order: The order of the giver that it is about; only their own entry names it.
    /// - Parameter reason: Why; staff only. The program may require it.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func transfer(
        customer: String,
        recipient: String,
        type: String,
        amount: String,
        comment: Given<String> = .absent,
        note: Given<String> = .absent,
        order: Given<String> = .absent,
        reason: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<PointsTransferred> {
        var request = Request("points.transfer")
        request.put("customer", customer)
        request.put("recipient", recipient)
        request.put("type", type)
        request.put("amount", amount)
        request.putGiven("comment", comment)
        request.putGiven("note", note)
        request.putGiven("order", order)
        request.putGiven("reason", reason)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }
}

/// The operations of `bulk`.
public struct BulkOperations: Sendable {
    let caller: Caller

    /// Adjusts the points of many customers as a CSV file says, sent piece by piece.
    ///
    /// Cut the file anywhere. Send the first piece without `after`, each further one with the `next` of the answer
    /// before it, and `last` with the last one; a file that fits one request is one piece with `last`. First all
    /// pieces with `preview`: that is the dry run, it tells all errors and totals and, with the last piece, the
    /// `file_plan`. Then all pieces again without `preview` and with that `file_plan`: that is the real run. A file
    /// that is another than that of the plan is refused at its end, or before the first row that differs if each
    /// piece states the `digest` that the dry run gave for it.
    ///
    /// Each row is done as `points.adjust` does it, or is refused by itself: `errors` name row, column and what is
    /// wrong. With the policy `all_or_nothing` a dry run with errors gives no plan, and when a row is refused in the
    /// real run all the same, all that was done is reversed as `bulk.reverse` does it; `errors` names what cannot be,
    /// and the batch stays `failed`. Send any piece of it again, or call `bulk.reverse`, and it goes on with that.
    /// Only who has begun such a batch may go on with it, or who may `bulk.reverse`.
    ///
    /// The batch's id and the row make each row happen once: send the file again after a crash, and what was done
    /// answers as done. The same id with another file is refused; the same file under another id is another batch. A
    /// row of a merged customer reaches the survivor.
    ///
    /// The pieces of a dry run do not see each other: where a customer stands in several of them, or a limit counts
    /// by the day, the real run can refuse what the dry run let pass. A row above a limit of the actor's roles is
    /// refused, also where the role asks for approval: do it by hand, with `points.adjust`.
    ///
    /// Errors: `invalid_request` for a file that cannot be read, such as one in another encoding or without a column
    /// that must be there, or a plan of another file; `idempotency_conflict` for a batch of another file;
    /// `limit_exceeded` for a piece with too many rows.
    ///
    /// Rules B1, B2, L2, P1, P2.
    ///
    /// - Parameter batch: The batch's id, by which its rows are done once and it can be reversed.
    /// - Parameter csv: The piece of the file: text, at most what a request holds, with at most 10,000 rows.
    /// - Parameter after: The `next` of the answer before; without it the file begins.
    /// - Parameter comment: The comment of rows that do not say it; "Manual adjustments" when absent.
    /// - Parameter digest: The `digest` that the dry run gave for this piece: then no row of it is done if the file
    ///   differs up to here.
    /// - Parameter expected: With `set`: the balance that is expected of rows that do not say it.
    /// - Parameter filePlan: The `file_plan` of the dry run; the real run needs it.
    /// - Parameter format: Whose columns the file has; our own when absent.
    /// - Parameter last: Whether the file ends with this piece.
    /// - Parameter mode: Whether amounts are added or are what balances shall be; what the format says when absent,
    ///   and for ours `add`.
    /// - Parameter policy: What becomes of the others when a row is refused; they stay done when absent.
    /// - Parameter reason: The reason of rows that do not say it.
    /// - Parameter type: The point type of rows that do not say it.
    /// - Parameter preview: Run without committing.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func adjust(
        batch: String,
        csv: String,
        after: Given<Next> = .absent,
        comment: Given<String> = .absent,
        digest: Given<String> = .absent,
        expected: Given<String> = .absent,
        filePlan: Given<String> = .absent,
        format: Format? = nil,
        last: Bool? = nil,
        mode: Given<Mode> = .absent,
        policy: Policy? = nil,
        reason: Given<String> = .absent,
        type: Given<String> = .absent,
        preview: Bool = false
    ) throws -> BulkAdjusted {
        var request = Request("bulk.adjust")
        request.put("batch", batch)
        request.put("csv", csv)
        request.putGiven("after", after)
        request.putGiven("comment", comment)
        request.putGiven("digest", digest)
        request.putGiven("expected", expected)
        request.putGiven("file_plan", filePlan)
        request.putOptional("format", format)
        request.putOptional("last", last)
        request.putGiven("mode", mode)
        request.putOptional("policy", policy)
        request.putGiven("reason", reason)
        request.putGiven("type", type)
        request.option("preview", preview)
        return try caller.call(request)
    }

    /// Takes back what a batch has done, row by row, as `points.reverse` does it.
    ///
    /// Call it with the `next` of the answer before as `after` until there is none. A row that cannot be reversed,
    /// because its points are spent and the point type refuses that, is named in `errors` and stays; from the
    /// beginning again, it is tried again, and no row is reversed twice. What was reversed by hand counts as
    /// reversed. From the first call on no more rows can be done in the batch; once all are taken back, it is
    /// `reversed`.
    ///
    /// Errors: `not_found`.
    ///
    /// Rules B1, L9, P1.
    ///
    /// - Parameter batch: The batch.
    /// - Parameter after: The `next` of the answer before; from the first row when absent.
    /// - Parameter comment: What the customer reads.
    /// - Parameter limit: How many rows to look at at most, 1 to 10,000; 1,000 when absent.
    /// - Parameter reason: Why; staff only.
    /// - Parameter preview: Run without committing.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func reverse(
        batch: String,
        after: Given<Int64> = .absent,
        comment: Given<String> = .absent,
        limit: Given<Int64> = .absent,
        reason: Given<String> = .absent,
        preview: Bool = false
    ) throws -> BulkUndone {
        var request = Request("bulk.reverse")
        request.put("batch", batch)
        request.putGiven("after", after)
        request.putGiven("comment", comment)
        request.putGiven("limit", limit)
        request.putGiven("reason", reason)
        request.option("preview", preview)
        return try caller.call(request)
    }

    /// A batch: how far it has come, who began it and when, what it gave and took.
    ///
    /// What is counted is counted with each row: it is right after a crash, too, and while the batch runs.
    ///
    /// Errors: `not_found`.
    ///
    /// Rule B1.
    ///
    /// - Parameter batch: The batch.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func get(
        batch: String
    ) throws -> BulkBatchView {
        var request = Request("bulk.get")
        request.put("batch", batch)
        return try caller.call(request)
    }
}

/// The operations of `maintenance`.
public struct MaintenanceOperations: Sendable {
    let caller: Caller

    /// Does all work that is due by time: lots that lapse, on gift cards too, pending points that become active,
    /// holds that time out, status periods, grace and locks that end, bonuses for birthdays. It also goes on with
    /// erasures that were too large for one commit.
    ///
    /// Call it now and then, in bounded batches, until `more` is false. Its cost follows what is due, not the
    /// customers; running it twice, late or from two processes changes nothing. Answers about one customer never
    /// depend on it; lists, reports and views do.
    ///
    /// Rules L6, O8, K11.
    ///
    /// - Parameter limit: How many customers and gift cards to settle at most, 1 to 10,000; 1,000 when absent.
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

    /// What a basket would earn, and why: by rule and by line, and which rules do not fit. Nothing is recorded.
    ///
    /// It takes the very way that an order takes when it earns. Without a customer it answers for a member in no
    /// group and with no status, as a shop's product page shows it; rules that ask for more say so.
    ///
    /// Errors: `invalid_request` as for `order.record`; `not_found` for a customer that is not there.
    ///
    /// Rules O2, O3.
    ///
    /// - Parameter currency: The currency, three capital letters.
    /// - Parameter lines: The lines, 1 to 500.
    /// - Parameter customer: The customer who asks; nobody in particular when absent.
    /// - Parameter discount: Discount on the whole.
    /// - Parameter paidWithPoints: How much of it would be paid with points.
    /// - Parameter placedAt: When it would be placed; now when absent.
    /// - Parameter shipping: Shipping.
    /// - Parameter tax: Tax.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func quote(
        currency: String,
        lines: [OrderOrderLine],
        customer: Given<String> = .absent,
        discount: String? = nil,
        paidWithPoints: String? = nil,
        placedAt: Given<String> = .absent,
        shipping: String? = nil,
        tax: String? = nil
    ) throws -> OrderQuoted {
        var request = Request("order.quote")
        request.put("currency", currency)
        request.put("lines", lines)
        request.putGiven("customer", customer)
        request.putOptional("discount", discount)
        request.putOptional("paid_with_points", paidWithPoints)
        request.putGiven("placed_at", placedAt)
        request.putOptional("shipping", shipping)
        request.putOptional("tax", tax)
        return try caller.call(request)
    }

    /// Records an order, or what is new of it. It earns once, when the program says: placed, paid or fulfilled.
    ///
    /// Send the whole order each time something changes; as often as you like and from as many places as you like: an
    /// order number belongs to one customer of the program and earns once. What has not earned yet is updated; once
    /// it has, payments, links and states still change, time, lines and amounts no more. An order that does not earn
    /// (a currency that the program does not list, a customer who is not a member) is recorded all the same, and the
    /// answer says why.
    ///
    /// Errors: `already_exists` when the number is another customer's; `already_used` when a payment names what pays
    /// for another order; `not_eligible` when lines or amounts of an order that has earned would change;
    /// `invalid_request` for negative prices or quantities, line ids that stand twice, too many decimal places, a
    /// link that is none, a payment with what is not the customer's.
    ///
    /// Rules O1, O2, O3, O5, R8.
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

    /// Gives back lines, items or an amount of an order, or all that is left of it, and takes back what it earned: in
    /// proportion, from the shares that were stored when it earned, never from today's rules.
    ///
    /// Name lines, shipping and tax, or an amount on the whole order; nothing for all that is left. In whatever steps
    /// an order is given back, at the end exactly what it earned has been taken. A refund with an id that the order
    /// knows already does nothing and answers what stands. Points and gift cards that paid for the order return as
    /// the program's `spent_points` says, each in proportion; onto a card that is deactivated nothing returns. What
    /// it earned and was spent already is owed as debt, or forgiven, as the point type's `reversal_shortfall` says;
    /// with `refuse` it is owed, for the goods are back. It follows the order's owner, whichever customer is named,
    /// and works in every live membership state.
    ///
    /// Errors: `exceeds_order` beyond what is left of the order; `not_found` for an order or line that is not there;
    /// `already_exists` when the refund's id stands for another refund; `invalid_request` for another currency than
    /// the order's, for what is zero or negative, and for a line that stands twice.
    ///
    /// Rules O4, O5, L9, M2, R7.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter number: The order's number.
    /// - Parameter refund: The host's id of the refund, unique in the order.
    /// - Parameter amount: An amount on the order as a whole; it is shared among what is left of its parts.
    /// - Parameter currency: The currency, to be sure: another than the order's is refused.
    /// - Parameter lines: The lines that are given back, each once.
    /// - Parameter reason: Why; staff only.
    /// - Parameter shipping: How much of shipping is given back.
    /// - Parameter tax: How much of tax is given back.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func refund(
        customer: String,
        number: String,
        refund: String,
        amount: Given<String> = .absent,
        currency: Given<String> = .absent,
        lines: Given<[RefundLine]> = .absent,
        reason: Given<String> = .absent,
        shipping: Given<String> = .absent,
        tax: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<OrderReturns> {
        var request = Request("order.refund")
        request.put("customer", customer)
        request.put("number", number)
        request.put("refund", refund)
        request.putGiven("amount", amount)
        request.putGiven("currency", currency)
        request.putGiven("lines", lines)
        request.putGiven("reason", reason)
        request.putGiven("shipping", shipping)
        request.putGiven("tax", tax)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// Cancels an order: everything that is left of it is given back, once. An order that has not earned yet never
    /// will.
    ///
    /// Canceling what was given back already does nothing and answers what stands: a payment that runs out and is
    /// canceled afterwards takes nothing twice. What the order earned and was spent already is owed as debt, or
    /// forgiven, as the point type's `reversal_shortfall` says; with `refuse` it is owed.
    ///
    /// Errors: `not_found` when there is no such order.
    ///
    /// Rules O4, O5, M2, T1.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter number: The order's number.
    /// - Parameter reason: Why; staff only.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func cancel(
        customer: String,
        number: String,
        reason: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<OrderReturns> {
        var request = Request("order.cancel")
        request.put("customer", customer)
        request.put("number", number)
        request.putGiven("reason", reason)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// Gives a guest's order to a customer. It earns, once, as if the customer had been signed in when ordering; if
    /// it is not paid yet, it earns for them when it is.
    ///
    /// Claiming what is the customer's already does nothing and answers what stands.
    ///
    /// Errors: `not_found` when there is no such order; `not_eligible` when it is not a guest's, or the customer is
    /// merged, deleted or on hold.
    ///
    /// Rules O5, O6.
    ///
    /// - Parameter customer: The customer who gets it.
    /// - Parameter number: The order's number.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func claim(
        customer: String,
        number: String,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<OrderRecorded> {
        var request = Request("order.claim")
        request.put("customer", customer)
        request.put("number", number)
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

    /// The orders of a customer, newest first, each with its payments and how far it is paid; all of them, or those
    /// that belong to one master order.
    ///
    /// Rule O7.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter cursor: Where the page before ended: its `next`.
    /// - Parameter limit: Orders on the page, 1 to 500; 50 when absent.
    /// - Parameter masterNumber: Only the orders with this master number.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func list(
        customer: String,
        cursor: Given<String> = .absent,
        limit: Given<Int64> = .absent,
        masterNumber: Given<String> = .absent
    ) throws -> OrderPage {
        var request = Request("order.list")
        request.put("customer", customer)
        request.putGiven("cursor", cursor)
        request.putGiven("limit", limit)
        request.putGiven("master_number", masterNumber)
        return try caller.call(request)
    }
}

/// The operations of `payment`.
public struct PaymentOperations: Sendable {
    let caller: Caller

    /// Says where a payment of a recorded order stands. An order that is paid by it earns, where the program says so.
    ///
    /// It takes nothing back: what was paid and is paid back or fails later is a refund or a cancellation of the
    /// order, said once and for what it is. It follows the order's owner, whichever customer is named.
    ///
    /// Errors: `not_found` when there is no such order, or the order has no such payment; `already_used` when a
    /// payment that had failed names what pays for another order by now.
    ///
    /// Rules O1, O5, O7, T1.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter order: The order's number.
    /// - Parameter payment: The payment's id.
    /// - Parameter status: Where it stands.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func update(
        customer: String,
        order: String,
        payment: String,
        status: PaymentStatus,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<PaymentRecorded> {
        var request = Request("payment.update")
        request.put("customer", customer)
        request.put("order", order)
        request.put("payment", payment)
        request.put("status", status)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
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

/// The operations of `reward`.
public struct RewardOperations: Sendable {
    let caller: Caller

    /// What a customer can have for their points: every reward of the catalogue, with its price, whether they can
    /// have it now and, where not, why not.
    ///
    /// Errors: `not_found`.
    ///
    /// Rules R1, R2.
    ///
    /// - Parameter customer: The customer.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func options(
        customer: String
    ) throws -> RewardOptions {
        var request = Request("reward.options")
        request.put("customer", customer)
        return try caller.call(request)
    }

    /// Lets a customer have a reward of the catalogue for its price.
    ///
    /// All of it happens or nothing: the price is spent, a piece of the stock and a place in the customer's limit are
    /// taken, and the reward is issued with a code. A preview shows the name, the balance and what would remain.
    /// `reward.options` tells beforehand what can be had.
    ///
    /// Errors: `insufficient_balance` when it costs too much; `out_of_stock`, with how many are left;
    /// `limit_exceeded` when the customer has had as many as one can have; `not_eligible` for other groups or
    /// statuses, before its time, without a price, or where the membership state does not allow it; `expired` after
    /// its time; `not_found`.
    ///
    /// Rules R1, R2, R5.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter reward: The reward of the catalogue.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func redeem(
        customer: String,
        reward: String,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<RewardRedeemed> {
        var request = Request("reward.redeem")
        request.put("customer", customer)
        request.put("reward", reward)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// Gives a customer a reward of the catalogue without cost.
    ///
    /// Stock and the limit of each customer hold as for everybody. For whom the reward is offered, and when, is for
    /// those who redeem it: an agent gives it to whom they like.
    ///
    /// Errors: `out_of_stock`; `limit_exceeded` when the customer has had as many as one can have, or when gift
    /// credit is more than the actor's roles may give; `not_eligible` where the membership state does not allow it;
    /// `not_found`.
    ///
    /// Rules R3, R5, P1.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter reward: The reward of the catalogue.
    /// - Parameter reason: Why; staff only.
    /// - Parameter comment: What the customer reads.
    /// - Parameter note: An internal note; staff only.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func grant(
        customer: String,
        reward: String,
        reason: String,
        comment: Given<String> = .absent,
        note: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<RewardOneReward> {
        var request = Request("reward.grant")
        request.put("customer", customer)
        request.put("reward", reward)
        request.put("reason", reason)
        request.putGiven("comment", comment)
        request.putGiven("note", note)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// Uses a reward by its code, once. The code alone leads to the customer; type it in any way in which people
    /// write it.
    ///
    /// Errors: `invalid_request` for a typing error; `not_found` for a code that nobody has; `already_used`, with
    /// when; `expired`; `not_eligible` when the reward was canceled or removed, or the account is on hold.
    ///
    /// Rules R4, R5.
    ///
    /// - Parameter code: The code.
    /// - Parameter order: The order on which it is used.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func consume(
        code: String,
        order: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<RewardOneReward> {
        var request = Request("reward.consume")
        request.put("code", code)
        request.putGiven("order", order)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// Takes a reward away from a customer that they have not used.
    ///
    /// With `give_back` it is canceled, as if it had never been: the price returns, into the very lots that paid it,
    /// and so do the piece of the stock and the place in the customer's limit. Without, it is removed, and what it
    /// took stays taken.
    ///
    /// Errors: `already_used` for one that was used; `not_eligible` for one that was canceled or removed already;
    /// `limit_exceeded` when the price is more than the actor's roles may give back; `not_found`.
    ///
    /// Rules R4, L9, P1.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter id: The id of the customer's reward.
    /// - Parameter reason: Why; staff only.
    /// - Parameter comment: What the customer reads.
    /// - Parameter giveBack: Whether it gives back what it took; one that has expired can do so too.
    /// - Parameter note: An internal note; staff only.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func remove(
        customer: String,
        id: String,
        reason: String,
        comment: Given<String> = .absent,
        giveBack: Bool? = nil,
        note: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<RewardOneReward> {
        var request = Request("reward.remove")
        request.put("customer", customer)
        request.put("id", id)
        request.put("reason", reason)
        request.putGiven("comment", comment)
        request.putOptional("give_back", giveBack)
        request.putGiven("note", note)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// The rewards of a customer, newest first.
    ///
    /// One whose time is over counts as expired from that instant on. A page of outstanding or expired ones may be
    /// short and still have a `next`.
    ///
    /// Errors: `not_found`; `invalid_request` for the limit or the cursor.
    ///
    /// Rules R4, L6, W3.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter cursor: Where the page before ended: its `next`.
    /// - Parameter limit: Rewards on the page, 1 to 500; 50 when absent.
    /// - Parameter state: Only those in this state.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func list(
        customer: String,
        cursor: Given<String> = .absent,
        limit: Given<Int64> = .absent,
        state: Given<RewardState> = .absent
    ) throws -> RewardPage {
        var request = Request("reward.list")
        request.put("customer", customer)
        request.putGiven("cursor", cursor)
        request.putGiven("limit", limit)
        request.putGiven("state", state)
        return try caller.call(request)
    }
}

/// The operations of `stamp_card`.
public struct StampCardOperations: Sendable {
    let caller: Caller

    /// How far a customer's stamp cards are: 3 of 10, the cards completed, and the next reward.
    ///
    /// Errors: `not_found`.
    ///
    /// Rule R6.
    ///
    /// - Parameter customer: The customer.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func progress(
        customer: String
    ) throws -> StampCardCards {
        var request = Request("stamp_card.progress")
        request.put("customer", customer)
        return try caller.call(request)
    }

    /// Turns a full stamp card into its reward: for cards that do not turn by themselves, and for those whose reward
    /// could not be had when they became full. The receipt's `rewards` has the reward with its code.
    ///
    /// Errors: `insufficient_balance` when the card is not full; `out_of_stock`; `limit_exceeded` when the customer
    /// has had the reward as often as one can; `not_eligible` where the membership state does not allow it;
    /// `not_found`.
    ///
    /// Rules R5, R6.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter card: The card.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func complete(
        customer: String,
        card: String,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<StampCardCompleted> {
        var request = Request("stamp_card.complete")
        request.put("customer", customer)
        request.put("card", card)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }
}

/// The operations of `status`.
public struct StatusOperations: Sendable {
    let caller: Caller

    /// Sets a status by hand: any status of the system.
    ///
    /// One that is higher than evaluation gives is locked: it is not lowered, though it may still rise. One that is
    /// lower is not raised. That holds through `valid_through`, or until `status.unlock`; `lock` asks for the other
    /// lock. Rewards of the status are granted only with `trigger_rewards`, and never twice in its period. In a
    /// system whose counter is set by hand, `counter` sets it, with or without a status.
    ///
    /// Errors: `not_found` for an unknown customer or system, or a status that the system does not have;
    /// `not_eligible` for who is no member; `invalid_request` for a lock under which evaluation would undo it at
    /// once, a date that has passed, or a counter that is not set by hand; `version_conflict`.
    ///
    /// Rules Y3, Y4, Y6, Y7.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter system: The status system.
    /// - Parameter comment: A comment; the customer reads it.
    /// - Parameter counter: The counter, where it is set by hand; not negative.
    /// - Parameter lock: The lock, where the usual one is not wanted.
    /// - Parameter note: An internal note; staff only.
    /// - Parameter status: The status.
    /// - Parameter triggerRewards: Whether the rewards of the status are granted, as on rising to it.
    /// - Parameter validThrough: The last day of the lock, in the program's zone.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func assign(
        customer: String,
        system: String,
        comment: Given<String> = .absent,
        counter: Given<String> = .absent,
        lock: Given<LockKind> = .absent,
        note: Given<String> = .absent,
        status: Given<String> = .absent,
        triggerRewards: Bool? = nil,
        validThrough: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<StatusView> {
        var request = Request("status.assign")
        request.put("customer", customer)
        request.put("system", system)
        request.putGiven("comment", comment)
        request.putGiven("counter", counter)
        request.putGiven("lock", lock)
        request.putGiven("note", note)
        request.putGiven("status", status)
        request.putOptional("trigger_rewards", triggerRewards)
        request.putGiven("valid_through", validThrough)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// Takes off the lock that an agent put on a status: from now on evaluation decides again, and does so at once.
    ///
    /// Errors: `not_found` for an unknown customer or system; `not_eligible` when nothing is locked, or for who is no
    /// member; `version_conflict`.
    ///
    /// Rule Y3.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter system: The status system.
    /// - Parameter comment: A comment; the customer reads it.
    /// - Parameter note: An internal note; staff only.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func unlock(
        customer: String,
        system: String,
        comment: Given<String> = .absent,
        note: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<StatusView> {
        var request = Request("status.unlock")
        request.put("customer", customer)
        request.put("system", system)
        request.putGiven("comment", comment)
        request.putGiven("note", note)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// Evaluates a customer in every status system as of now, and answers where they stand.
    ///
    /// Each counted event does that by itself, and so does every other command on the customer; ask for it where the
    /// program has changed, and nothing else happens.
    ///
    /// Errors: `not_found`; `not_eligible` for who is no member.
    ///
    /// Rules Y5, M2.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func evaluate(
        customer: String,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<StatusList> {
        var request = Request("status.evaluate")
        request.put("customer", customer)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// Answers, for each status system, where a customer stands: the status or none, the counter, the next status and
    /// what is missing for it, until when the status is kept, the lock, the statuses to choose from, and the latest
    /// changes with who and why.
    ///
    /// Customers do not see notes, nor the shop's people.
    ///
    /// Errors: `not_found`; `invalid_request` for the limit.
    ///
    /// Rules Y1, Y2, Y4, Y7, W3.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter limit: Changes of each system, 1 to 500; 50 when absent.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func list(
        customer: String,
        limit: Given<Int64> = .absent
    ) throws -> StatusList {
        var request = Request("status.list")
        request.put("customer", customer)
        request.putGiven("limit", limit)
        return try caller.call(request)
    }
}

/// The operations of `gift_card`.
public struct GiftCardOperations: Sendable {
    let caller: Caller

    /// Issues a gift card with an amount on it, to a customer or to nobody.
    ///
    /// The answer has the code, this once: it is stored as a keyed hash and its last four symbols only. A replay with
    /// the same idempotency key does not have it, because it was given already; neither do previews and events. Of a
    /// card whose code was lost nobody can find the code: deactivate it and issue another. A blank card (`inactive`)
    /// pays once it is activated.
    ///
    /// What is on the card ends as the point type says, or as said here with at most one of the four expiry
    /// arguments; the card ends with the last of its value.
    ///
    /// Errors: `already_exists` for the number; `invalid_request` for a point type that is no money, and where the
    /// host has configured no secret; `limit_exceeded` beyond what the actor's roles may give; `not_found`.
    ///
    /// Rules R7, R8, P1.
    ///
    /// - Parameter giftCard: The host's number of the card, as it is printed on it; not secret.
    /// - Parameter type: The point type, of the kind money.
    /// - Parameter amount: How much, more than zero.
    /// - Parameter customer: The customer to whom it is issued; nobody when absent.
    /// - Parameter expiresAfterDays: It ends so many days after today's local date, 1 to 36,500.
    /// - Parameter expiresAt: The instant at which it ends.
    /// - Parameter inactive: Blank: it pays once it is activated.
    /// - Parameter message: What the giver writes.
    /// - Parameter neverExpires: It never ends.
    /// - Parameter note: An internal note; staff only.
    /// - Parameter order: The order on which it was bought.
    /// - Parameter recipient: Whom it is for.
    /// - Parameter recipientEmail: Where it is sent.
    /// - Parameter validThrough: The last local day on which it counts.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func issue(
        giftCard: String,
        type: String,
        amount: String,
        customer: Given<String> = .absent,
        expiresAfterDays: Given<Int64> = .absent,
        expiresAt: Given<String> = .absent,
        inactive: Bool? = nil,
        message: Given<String> = .absent,
        neverExpires: Bool? = nil,
        note: Given<String> = .absent,
        order: Given<String> = .absent,
        recipient: Given<String> = .absent,
        recipientEmail: Given<String> = .absent,
        validThrough: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<GiftCardIssued> {
        var request = Request("gift_card.issue")
        request.put("gift_card", giftCard)
        request.put("type", type)
        request.put("amount", amount)
        request.putGiven("customer", customer)
        request.putGiven("expires_after_days", expiresAfterDays)
        request.putGiven("expires_at", expiresAt)
        request.putOptional("inactive", inactive)
        request.putGiven("message", message)
        request.putOptional("never_expires", neverExpires)
        request.putGiven("note", note)
        request.putGiven("order", order)
        request.putGiven("recipient", recipient)
        request.putGiven("recipient_email", recipientEmail)
        request.putGiven("valid_through", validThrough)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// Lets a card that was issued blank pay, once it is sold. It is named by its number or found by its code.
    ///
    /// Errors: `invalid_transition` for a card that is not blank; `expired`; `not_found`; `invalid_request` for a
    /// code with a typing error.
    ///
    /// Rule R7.
    ///
    /// - Parameter code: Its code, instead of the number.
    /// - Parameter giftCard: The card's number.
    /// - Parameter order: The order on which it was bought.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func activate(
        code: Given<String> = .absent,
        giftCard: Given<String> = .absent,
        order: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<GiftCardView> {
        var request = Request("gift_card.activate")
        request.putGiven("code", code)
        request.putGiven("gift_card", giftCard)
        request.putGiven("order", order)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// Answers a card with what can be spent of it, and what was done with it, newest first, each with the balance
    /// after it. It is named by its number or found by its code.
    ///
    /// Customers name themselves too, and see their own cards without notes. Nobody sees a code.
    ///
    /// Errors: `not_found`; `invalid_request` for a code with a typing error.
    ///
    /// Rules R7, W3.
    ///
    /// - Parameter code: Its code, instead of the number.
    /// - Parameter cursor: Where the page before ended: its `next`.
    /// - Parameter customer: Only if it was issued to this customer.
    /// - Parameter giftCard: The card's number.
    /// - Parameter limit: Activities on the page, 1 to 500; 50 when absent.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func get(
        code: Given<String> = .absent,
        cursor: Given<Int64> = .absent,
        customer: Given<String> = .absent,
        giftCard: Given<String> = .absent,
        limit: Given<Int64> = .absent
    ) throws -> GiftCardActivities {
        var request = Request("gift_card.get")
        request.putGiven("code", code)
        request.putGiven("cursor", cursor)
        request.putGiven("customer", customer)
        request.putGiven("gift_card", giftCard)
        request.putGiven("limit", limit)
        return try caller.call(request)
    }

    /// The cards that were issued to a customer, newest first, each with its state and what can be spent of it.
    ///
    /// Errors: `not_found`.
    ///
    /// Rules R7, W3.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter cursor: Where the page before ended: its `next`.
    /// - Parameter limit: Cards on the page, 1 to 500; 50 when absent.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func list(
        customer: String,
        cursor: Given<String> = .absent,
        limit: Given<Int64> = .absent
    ) throws -> GiftCardCardPage {
        var request = Request("gift_card.list")
        request.put("customer", customer)
        request.putGiven("cursor", cursor)
        request.putGiven("limit", limit)
        return try caller.call(request)
    }

    /// Puts more on a card. What was on it keeps its end; what is added ends as the point type says, or as said here,
    /// and the card with the last of them.
    ///
    /// Errors: `invalid_transition` for a card that is deactivated; `expired`; `limit_exceeded` beyond what the
    /// actor's roles may give; `not_found`; `version_conflict`.
    ///
    /// Rules R7, P1.
    ///
    /// - Parameter giftCard: The card's number.
    /// - Parameter amount: How much, more than zero.
    /// - Parameter comment: What the customer reads.
    /// - Parameter expiresAfterDays: It ends so many days after today's local date, 1 to 36,500.
    /// - Parameter expiresAt: The instant at which it ends.
    /// - Parameter neverExpires: It never ends.
    /// - Parameter note: An internal note; staff only.
    /// - Parameter order: The order on which it was bought.
    /// - Parameter validThrough: The last local day on which it counts.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func recharge(
        giftCard: String,
        amount: String,
        comment: Given<String> = .absent,
        expiresAfterDays: Given<Int64> = .absent,
        expiresAt: Given<String> = .absent,
        neverExpires: Bool? = nil,
        note: Given<String> = .absent,
        order: Given<String> = .absent,
        validThrough: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<GiftCardMoved> {
        var request = Request("gift_card.recharge")
        request.put("gift_card", giftCard)
        request.put("amount", amount)
        request.putGiven("comment", comment)
        request.putGiven("expires_after_days", expiresAfterDays)
        request.putGiven("expires_at", expiresAt)
        request.putOptional("never_expires", neverExpires)
        request.putGiven("note", note)
        request.putGiven("order", order)
        request.putGiven("valid_through", validThrough)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// Moves what is on a card, or a part of it, to the credit of a customer's account, in the same point type and
    /// with the ends it had. The card is named by its number or found by its code; customers redeem by code, where
    /// the program lets them.
    ///
    /// Errors: `already_used` when nothing is left, `insufficient_balance` when less is; `blocked`, `expired`;
    /// `invalid_transition` for a card that is blank or deactivated; `not_eligible` where the membership state does
    /// not allow it; `not_found`; `invalid_request` for a code with a typing error.
    ///
    /// Rules R7, R8, M2.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter amount: How much, more than zero; all that can be spent when absent.
    /// - Parameter code: Its code, instead of the number.
    /// - Parameter comment: What the customer reads.
    /// - Parameter giftCard: The card's number.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func redeem(
        customer: String,
        amount: Given<String> = .absent,
        code: Given<String> = .absent,
        comment: Given<String> = .absent,
        giftCard: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<GiftCardRedeemed> {
        var request = Request("gift_card.redeem")
        request.put("customer", customer)
        request.putGiven("amount", amount)
        request.putGiven("code", code)
        request.putGiven("comment", comment)
        request.putGiven("gift_card", giftCard)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// Pays with a card at once, all that is on it or a part. For a checkout that may still fail, set it aside first
    /// (`points.hold` with `parts`). The card is named by its number or found by its code.
    ///
    /// Errors: `insufficient_balance`, with what is available; `blocked`, `expired`; `invalid_transition` for a card
    /// that is blank or deactivated; `not_found`; `invalid_request` for a code with a typing error.
    ///
    /// Rules R7, L3, L7.
    ///
    /// - Parameter amount: How much, more than zero.
    /// - Parameter code: Its code, instead of the number.
    /// - Parameter comment: What the customer reads.
    /// - Parameter giftCard: The card's number.
    /// - Parameter order: The order that is paid.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func charge(
        amount: String,
        code: Given<String> = .absent,
        comment: Given<String> = .absent,
        giftCard: Given<String> = .absent,
        order: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<GiftCardMoved> {
        var request = Request("gift_card.charge")
        request.put("amount", amount)
        request.putGiven("code", code)
        request.putGiven("comment", comment)
        request.putGiven("gift_card", giftCard)
        request.putGiven("order", order)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// Puts what a charge took back onto the same card, all of it or in parts, with the ends it had. A blocked card
    /// takes refunds too.
    ///
    /// What has ended meanwhile gets the point type's days of grace or lapses at once.
    ///
    /// Errors: `already_used` when less is left to refund; `not_eligible` for an entry that paid nothing;
    /// `invalid_transition` for a card that is deactivated; `limit_exceeded` beyond what the actor's roles may give;
    /// `not_found`; `version_conflict`.
    ///
    /// Rules R7, L9, P1.
    ///
    /// - Parameter giftCard: The card's number.
    /// - Parameter entry: The entry of the charge.
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
    public func refund(
        giftCard: String,
        entry: String,
        amount: Given<String> = .absent,
        comment: Given<String> = .absent,
        note: Given<String> = .absent,
        reason: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<GiftCardMoved> {
        var request = Request("gift_card.refund")
        request.put("gift_card", giftCard)
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

    /// Keeps a card from paying until it is unblocked: it was lost, or something is wrong with it. Refunds still
    /// reach it, and time goes on.
    ///
    /// Errors: `invalid_transition` for a card that is blocked or deactivated; `not_found`; `version_conflict`.
    ///
    /// Rule R7.
    ///
    /// - Parameter giftCard: The card's number.
    /// - Parameter reason: Why; staff only.
    /// - Parameter note: An internal note; staff only.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func block(
        giftCard: String,
        reason: String,
        note: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<GiftCardView> {
        var request = Request("gift_card.block")
        request.put("gift_card", giftCard)
        request.put("reason", reason)
        request.putGiven("note", note)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// Brings a blocked card back into the state before.
    ///
    /// Errors: `invalid_transition` for a card that is not blocked; `not_found`; `version_conflict`.
    ///
    /// Rule R7.
    ///
    /// - Parameter giftCard: The card's number.
    /// - Parameter note: An internal note; staff only.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func unblock(
        giftCard: String,
        note: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<GiftCardView> {
        var request = Request("gift_card.unblock")
        request.put("gift_card", giftCard)
        request.putGiven("note", note)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// Ends a card for good. What is on it is taken, as an entry in its journal says: issue another card, or credit
    /// the account, if it is owed.
    ///
    /// What a hold has set aside stays so and comes back to the card, where nobody can spend it.
    ///
    /// Errors: `invalid_transition` for a card that is deactivated already; `not_found`; `version_conflict`.
    ///
    /// Rule R7.
    ///
    /// - Parameter giftCard: The card's number.
    /// - Parameter reason: Why; staff only.
    /// - Parameter note: An internal note; staff only.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func deactivate(
        giftCard: String,
        reason: String,
        note: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<GiftCardView> {
        var request = Request("gift_card.deactivate")
        request.put("gift_card", giftCard)
        request.put("reason", reason)
        request.putGiven("note", note)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }
}

/// The operations of `ticket`.
public struct TicketOperations: Sendable {
    let caller: Caller

    /// Creates a ticket with its first message, and queues a mail to the customer with it, in the words of the
    /// program's template `ticket_created`.
    ///
    /// A customer who asks writes it themselves; the mail confirms that it has arrived. `from_customer` says so for a
    /// mail that came in about nothing that is known, or a call. A customer without an email gets no mail. What the
    /// customer has opted out of does not matter: a ticket is no marketing.
    ///
    /// Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `already_exists` for the id;
    /// `invalid_request` for a link that is none, or one that a customer gives.
    ///
    /// Rules P5, E3, W3.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter subject: What it is about.
    /// - Parameter text: The first message.
    /// - Parameter fromCustomer: The customer has written or said it, and you record it.
    /// - Parameter id: Your id of the ticket, unique in the shop; when absent, the customer's id and a number:
    ///   `c-42/t1`.
    /// - Parameter link: A link into your own page of this ticket: `https://…`, `http://…` or `/…`; staff only.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func create(
        customer: String,
        subject: String,
        text: String,
        fromCustomer: Bool? = nil,
        id: Given<String> = .absent,
        link: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<TicketSaved> {
        var request = Request("ticket.create")
        request.put("customer", customer)
        request.put("subject", subject)
        request.put("text", text)
        request.putOptional("from_customer", fromCustomer)
        request.putGiven("id", id)
        request.putGiven("link", link)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// Writes in a ticket. What an agent writes is queued as a mail to the customer, in the words of the program's
    /// template `ticket_reply`; with `internal` it is a note that only the shop's people see, and no mail.
    ///
    /// A customer answers here too; that reopens a closed ticket. Customers name themselves; agents need not.
    ///
    /// Errors: `not_found`; `not_eligible` for an agent's reply in a closed ticket (reopen it first; notes may be
    /// written), and when the customer was deleted; `version_conflict` when somebody else was faster;
    /// `limit_exceeded` beyond 1,000 messages; `invalid_request` for a customer's note.
    ///
    /// Rules P5, E3, W3.
    ///
    /// - Parameter ticket: The ticket.
    /// - Parameter text: The text.
    /// - Parameter customer: Only if it is this customer's.
    /// - Parameter internal: A note for the shop's people.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func reply(
        ticket: String,
        text: String,
        customer: Given<String> = .absent,
        internal: Bool? = nil,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<TicketSaved> {
        var request = Request("ticket.reply")
        request.put("ticket", ticket)
        request.put("text", text)
        request.putGiven("customer", customer)
        request.putOptional("internal", internal)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// Records a mail that the customer has sent about a ticket. It reopens a closed one: whoever writes again has
    /// not been helped yet.
    ///
    /// The ticket's id, which stands in the subject of every mail, is enough to find it. Mailboxes deliver a mail
    /// more than once: give the mail's own id as idempotency key. Nothing is queued: a mail that answers a mail would
    /// be answered in turn.
    ///
    /// Errors: `not_found`; `not_eligible` when the customer was deleted; `limit_exceeded` beyond 1,000 messages;
    /// `invalid_request` for a text that is too long, or has characters that texts may not have.
    ///
    /// Rule P5.
    ///
    /// - Parameter ticket: The ticket.
    /// - Parameter text: The text.
    /// - Parameter customer: Only if it is this customer's, such as whoever has the sender's email.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func receive(
        ticket: String,
        text: String,
        customer: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<TicketSaved> {
        var request = Request("ticket.receive")
        request.put("ticket", ticket)
        request.put("text", text)
        request.putGiven("customer", customer)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// Closes a ticket: what it was about is done. When the customer writes again it is open again. No mail is
    /// queued; reply first where there is something to say.
    ///
    /// Errors: `not_found`; `not_eligible` when it is closed already, and when the customer was deleted;
    /// `version_conflict`.
    ///
    /// Rule P5.
    ///
    /// - Parameter ticket: The ticket.
    /// - Parameter customer: Only if it is this customer's.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func close(
        ticket: String,
        customer: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<TicketSaved> {
        var request = Request("ticket.close")
        request.put("ticket", ticket)
        request.putGiven("customer", customer)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// Reopens a ticket that was closed. No mail is queued.
    ///
    /// Errors: `not_found`; `not_eligible` when it is open already, and when the customer was deleted;
    /// `version_conflict`.
    ///
    /// Rule P5.
    ///
    /// - Parameter ticket: The ticket.
    /// - Parameter customer: Only if it is this customer's.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func reopen(
        ticket: String,
        customer: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<TicketSaved> {
        var request = Request("ticket.reopen")
        request.put("ticket", ticket)
        request.putGiven("customer", customer)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// A ticket with its thread, oldest message first. Customers name themselves, and see no internal notes.
    ///
    /// Errors: `not_found`.
    ///
    /// Rules P5, W3.
    ///
    /// - Parameter ticket: The ticket.
    /// - Parameter cursor: Where the page before ended: its `next`.
    /// - Parameter customer: Only if it is this customer's.
    /// - Parameter limit: Messages on the page, 1 to 500; 50 when absent.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func get(
        ticket: String,
        cursor: Given<Int64> = .absent,
        customer: Given<String> = .absent,
        limit: Given<Int64> = .absent
    ) throws -> TicketThread {
        var request = Request("ticket.get")
        request.put("ticket", ticket)
        request.putGiven("cursor", cursor)
        request.putGiven("customer", customer)
        request.putGiven("limit", limit)
        return try caller.call(request)
    }

    /// Tickets, newest first: those of a customer, or the desk's list over all customers, which shows the open ones
    /// unless asked for the closed.
    ///
    /// Newest is what was created last. A ticket keeps its place however much is written in it, so pages neither skip
    /// nor repeat one that stays as it was.
    ///
    /// Errors: `not_found` for the customer; `invalid_request` for the limit and the cursor.
    ///
    /// Rules P5, W3.
    ///
    /// - Parameter cursor: Where the page before ended: its `next`.
    /// - Parameter customer: The customer; all customers when absent.
    /// - Parameter limit: Tickets on the page, 1 to 500; 50 when absent.
    /// - Parameter state: Those in this state. When absent all of a customer's, or the open ones of all customers.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func list(
        cursor: Given<String> = .absent,
        customer: Given<String> = .absent,
        limit: Given<Int64> = .absent,
        state: Given<TicketState> = .absent
    ) throws -> TicketPage {
        var request = Request("ticket.list")
        request.putGiven("cursor", cursor)
        request.putGiven("customer", customer)
        request.putGiven("limit", limit)
        request.putGiven("state", state)
        return try caller.call(request)
    }
}

/// The operations of `password`.
public struct PasswordOperations: Sendable {
    let caller: Caller

    /// Lets a customer who has forgotten the password choose a new one: queues a mail with a generated password, or
    /// with a link, as the program says (`password`). Either works once and for as long as the program says; a new
    /// one ends the one before.
    ///
    /// The password or token is in the queued mail and nowhere else: not in the receipt, the log, the event or the
    /// plan. What is kept is a keyed hash, so the host must have configured a secret. `password.verify` redeems it.
    ///
    /// Ask by `email` from a form that everybody can reach. The answer is then the same for an email that nobody has,
    /// and for a customer who is blacklisted or may not sign in: for them nothing is queued, and `audit.list` says
    /// why. Do not let a form ask without a bound of its own.
    ///
    /// Errors: `invalid_request` when not exactly one of `customer` and `email` is given, and where the host has
    /// configured no secret. By customer alone: `not_found`; `not_eligible` for one who may not sign in, or has no
    /// email; `blocked` for one who is blacklisted.
    ///
    /// Rules P3, E3.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter email: The email of whoever asks.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func reset(
        customer: Given<String> = .absent,
        email: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<PasswordResetDone> {
        var request = Request("password.reset")
        request.putGiven("customer", customer)
        request.putGiven("email", email)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// Redeems what `password.reset` has sent, once, and says whose it is: let that customer choose a new password
    /// then, and keep it yourself. The library keeps no passwords that people choose.
    ///
    /// A generated password is typed where people sign in: ask here when your own check has refused, with the email
    /// that was typed.
    ///
    /// Errors: `invalid_request` for a typing error; `not_found` for what nobody was sent, what a later reset has
    /// ended, and what was sent to somebody else than `email`; `already_used`; `expired`; `not_eligible` when the
    /// customer may not sign in any more, or has another email since; `blocked` when they were blacklisted since.
    ///
    /// Rule P3.
    ///
    /// - Parameter token: The token of the link, or the generated password; small letters and hyphens do not matter.
    /// - Parameter email: The email with which somebody signs in: only if it was sent there.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func verify(
        token: String,
        email: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<PasswordVerified> {
        var request = Request("password.verify")
        request.put("token", token)
        request.putGiven("email", email)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }
}

/// The operations of `impersonation`.
public struct ImpersonationOperations: Sendable {
    let caller: Caller

    /// Gives an agent a token with which the host signs them in as a customer. It works once and briefly
    /// (`impersonation_seconds` of the program), and a new one of the same agent ends the one before.
    ///
    /// The answer has the token, this once: it is kept as a keyed hash. A replay with the same idempotency key does
    /// not have it, and neither do previews and events. Hand it to your own sign-in, which redeems it with
    /// `impersonation.verify`.
    ///
    /// Errors: `not_found`; `not_eligible` for a customer who may not sign in; `invalid_request` where the host has
    /// configured no secret.
    ///
    /// Rules P4, M2.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter reason: Why; staff only.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func start(
        customer: String,
        reason: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<ImpersonationStarted> {
        var request = Request("impersonation.start")
        request.put("customer", customer)
        request.putGiven("reason", reason)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// Redeems the token of `impersonation.start`, once: says as which customer the agent is signed in, and who the
    /// agent is.
    ///
    /// Put `through` into the actor of every context of that session, beside the customer's id and kind: then
    /// whatever the agent does as the customer says so in the log and in `audit.list`.
    ///
    /// Errors: `invalid_request` for what is no token; `not_found` for one that nobody has, or that a later one has
    /// ended; `already_used`; `expired`; `not_eligible` when the customer may not sign in any more.
    ///
    /// Rules P4, P7.
    ///
    /// - Parameter token: The token.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func verify(
        token: String,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<ImpersonationRedeemed> {
        var request = Request("impersonation.verify")
        request.put("token", token)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }
}

/// The operations of `approval`.
public struct ApprovalOperations: Sendable {
    let caller: Caller

    /// Requests for approval, newest first: those of a customer, or of the whole shop, gift cards included. Those
    /// that wait, unless another state is asked for.
    ///
    /// A request is made when a command is above a limit of a role that says `asks_approval`: the command is answered
    /// with `approval_required` and the request's id. It waits for 30 days; what nobody has decided by then is
    /// `expired`. Who lists events of `approval.*` in the program hears of each: `approval.request` when it waits,
    /// `approval.grant` or `approval.reject` when it is decided.
    ///
    /// Never for customers, whatever rights the program gives them: arguments hold reasons and notes for staff.
    ///
    /// Errors: `not_found` for the customer; `invalid_request` for the limit and the cursor.
    ///
    /// Rules P2, W3.
    ///
    /// - Parameter cursor: Where the page before ended: its `next`.
    /// - Parameter customer: The customer; the whole shop when absent.
    /// - Parameter limit: Requests on the page, 1 to 500; 50 when absent.
    /// - Parameter state: Those in this state; `open` when absent.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func list(
        cursor: Given<String> = .absent,
        customer: Given<String> = .absent,
        limit: Given<Int64> = .absent,
        state: Given<ApprovalState> = .absent
    ) throws -> ApprovalPage {
        var request = Request("approval.list")
        request.putGiven("cursor", cursor)
        request.putGiven("customer", customer)
        request.putGiven("limit", limit)
        request.putGiven("state", state)
        return try caller.call(request)
    }

    /// Grants what somebody else has asked for above their limits: in the same commit the command is done, as theirs,
    /// and without their limits. The receipt is the command's: its entries and balances, and its own answer in
    /// `result`. A preview shows it, with a plan token, as of any command.
    ///
    /// Never one's own: not under the same id, nor where one acts through the other, nor by a customer. What is
    /// granted is under the limits of whoever grants it and counts for their day: by those of their roles that give
    /// the right to the command, or else that give `approval.grant`. Who asked needs the right to the command still.
    /// Never more is moved than was asked for: where the command takes what there is, and that has grown, it is
    /// refused.
    ///
    /// What refuses the command now (a balance that is gone, a state that has changed) refuses the grant, and the
    /// request goes on waiting. Once it is granted, whoever asked and repeats the command with its idempotency key
    /// gets the command's receipt.
    ///
    /// Errors: `forbidden` for one's own; `already_used` when it was decided; `expired` after 30 days;
    /// `limit_exceeded` above the limits of whoever grants, or above what was asked for; `not_found`; whatever
    /// refuses the command.
    ///
    /// Rules P2, P1, L10.
    ///
    /// - Parameter approval: The request's id.
    /// - Parameter note: What is to be said about it; staff only.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func grant(
        approval: String,
        note: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<ApprovalGranted> {
        var request = Request("approval.grant")
        request.put("approval", approval)
        request.putGiven("note", note)
        request.option("idempotency_key", idempotencyKey)
        request.option("if_version", ifVersion)
        request.option("preview", preview)
        request.option("plan", plan)
        return try caller.call(request)
    }

    /// Rejects what somebody has asked for above their limits; who rejects their own withdraws it. Nothing is done,
    /// and the request is listed as `rejected`.
    ///
    /// Whoever asked may ask anew. A repetition with the same idempotency key is no new request and is told that it
    /// was rejected.
    ///
    /// Errors: `already_used` when it was decided; `expired` after 30 days; `not_found`.
    ///
    /// Rule P2.
    ///
    /// - Parameter approval: The request's id.
    /// - Parameter note: What is to be said about it; staff only.
    /// - Parameter reason: Why; staff only.
    /// - Parameter idempotencyKey: The same key with the same content gets the first receipt again, and nothing is
    ///   done twice.
    /// - Parameter ifVersion: Refuse when the record that is edited is at another version.
    /// - Parameter preview: Run without committing.
    /// - Parameter plan: The token of a preview: do exactly that, or be refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func reject(
        approval: String,
        note: Given<String> = .absent,
        reason: Given<String> = .absent,
        idempotencyKey: String? = nil,
        ifVersion: Int64? = nil,
        preview: Bool = false,
        plan: String? = nil
    ) throws -> Receipt<ApprovalRejected> {
        var request = Request("approval.reject")
        request.put("approval", approval)
        request.putGiven("note", note)
        request.putGiven("reason", reason)
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
    /// One with `email` is a mail to the customer, filled in from the program's template: send it. The others are
    /// events.
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

    /// The commands, newest first: done, or refused. Of one customer, of one gift card, of one actor, or all.
    ///
    /// Every command is here with actor, time, operation, target and outcome, and no personal data. A query is here
    /// only when the actor had no right to it.
    ///
    /// Rule P7.
    ///
    /// - Parameter actor: One actor; not together with `customer` or `gift_card`.
    /// - Parameter cursor: Where the page before ended: its `next`.
    /// - Parameter customer: One customer.
    /// - Parameter giftCard: One gift card, by its number; not together with `customer`.
    /// - Parameter limit: Rows on the page, 1 to 500; 50 when absent.
    /// - Parameter outcome: Done (when absent) or refused.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func list(
        actor: Given<String> = .absent,
        cursor: Given<String> = .absent,
        customer: Given<String> = .absent,
        giftCard: Given<String> = .absent,
        limit: Given<Int64> = .absent,
        outcome: Outcome? = nil
    ) throws -> AuditPage {
        var request = Request("audit.list")
        request.putGiven("actor", actor)
        request.putGiven("cursor", cursor)
        request.putGiven("customer", customer)
        request.putGiven("gift_card", giftCard)
        request.putGiven("limit", limit)
        request.putOptional("outcome", outcome)
        return try caller.call(request)
    }
}

/// The operations of `journal`.
public struct JournalOperations: Sendable {
    let caller: Caller

    /// Recomputes the balances, lots, holds and hash chain of a customer, or of a gift card, from the entries, and
    /// reports the first difference.
    ///
    /// With a customer's, those of the accounts that were merged into theirs are checked too.
    ///
    /// Keep the `head` it returns outside of the database and give it as `expected_head` later: then a cut-off tail
    /// shows too. Reads the whole journal.
    ///
    /// Errors: `invalid_request` unless exactly one of `customer` and `gift_card` is given; `not_found`.
    ///
    /// Rule L14.
    ///
    /// - Parameter customer: The customer.
    /// - Parameter expectedHead: A head that an earlier call returned: it must still be part of the chain.
    /// - Parameter giftCard: The number of a gift card.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func verify(
        customer: Given<String> = .absent,
        expectedHead: Given<String> = .absent,
        giftCard: Given<String> = .absent
    ) throws -> JournalVerified {
        var request = Request("journal.verify")
        request.putGiven("customer", customer)
        request.putGiven("expected_head", expectedHead)
        request.putGiven("gift_card", giftCard)
        return try caller.call(request)
    }
}

/// The operations of `report`.
public struct ReportOperations: Sendable {
    let caller: Caller

    /// What the shop owes: the value outstanding in each point type, on accounts and on gift cards, by its age.
    ///
    /// One request walks over a stretch of all accounts and answers with the sums so far; ask again with `next` as
    /// `cursor` until there is none. The sums travel in the cursor: nothing has to be added up.
    ///
    /// Each account is counted once and is settled as it is counted: what has lapsed is not counted, swept or not.
    /// Accounts that change while you go from stretch to stretch are counted as they were when the walk came by; ask
    /// at a quiet time where that matters. The cost follows the accounts and the lots that are not empty, never the
    /// history.
    ///
    /// Errors: `invalid_request` for a limit outside of 1 to 2,000, and for a cursor that no answer gave.
    ///
    /// Rules L6, L7.
    ///
    /// - Parameter cursor: Where to go on: `next` of the answer before.
    /// - Parameter limit: How many accounts to walk over, 1 to 2,000; 500 when absent. A customer has an account in
    ///   each point type they ever had some of.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func liability(
        cursor: Given<String> = .absent,
        limit: Given<Int64> = .absent
    ) throws -> ReportLiabilityReport {
        var request = Request("report.liability")
        request.putGiven("cursor", cursor)
        request.putGiven("limit", limit)
        return try caller.call(request)
    }

    /// What lapses in the months ahead if nothing is spent until then, by point type, on accounts and on gift cards.
    ///
    /// A month is the month in which the instant lies from which on the value no longer counts, in the program's time
    /// zone: what is valid through September 30 lapses on October 1, and stands under October. The first month is the
    /// one that has begun, with what is still to come of it. What a hold has set aside does not lapse and is left
    /// out, and so is what is on an account on hold.
    ///
    /// One request walks over a stretch of all accounts and answers with the sums so far; ask again with `next` as
    /// `cursor` until there is none. Each account is counted once and is settled as it is counted. The cost follows
    /// the accounts, and the lots of those on which something falls due in the months asked for, never the history.
    ///
    /// Errors: `invalid_request` for months outside of 1 to 120, a limit outside of 1 to 2,000, and a cursor of
    /// another question.
    ///
    /// Rules L4, L6, L12.
    ///
    /// - Parameter cursor: Where to go on: `next` of the answer before.
    /// - Parameter limit: How many accounts to walk over, 1 to 2,000; 500 when absent.
    /// - Parameter months: How many months, 1 to 120, the current one among them; 12 when absent.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func expiring(
        cursor: Given<String> = .absent,
        limit: Given<Int64> = .absent,
        months: Given<Int64> = .absent
    ) throws -> ReportExpiringReport {
        var request = Request("report.expiring")
        request.putGiven("cursor", cursor)
        request.putGiven("limit", limit)
        request.putGiven("months", months)
        return try caller.call(request)
    }

    /// Who gave and took how much, and why, in a span of time: by agent, kind of entry, reason and point type.
    /// Adjustments, reversals, points earned, gift cards issued and recharged, and all else that moves value.
    ///
    /// One request walks over a stretch of the entries that were recorded in the span. Its rows are the sums of that
    /// stretch; ask again with `next` as `cursor` until there is none, and add up rows that agree in all but commands
    /// and sums. (There may be as many reasons as entries, too many to travel in a cursor.) The cost follows what was
    /// recorded in the span, not the history before or behind it.
    ///
    /// What lapses by time bears the actor `system` and is recorded when the account is opened or swept: it is here
    /// as far as that has been done.
    ///
    /// Errors: `invalid_request` when `before` does not lie behind `from`, for a limit outside of 1 to 10,000, and
    /// for a cursor that no answer gave.
    ///
    /// Rules L2, P7.
    ///
    /// - Parameter from: From this moment on.
    /// - Parameter actor: One actor alone. The others' entries of the span are walked over all the same.
    /// - Parameter before: Up to, not including, this moment; now when absent.
    /// - Parameter cursor: Where to go on: `next` of the answer before.
    /// - Parameter limit: How many entries to walk over, 1 to 10,000; 1,000 when absent.
    /// - Throws: `LoyaltyError` when the library refuses.
    public func activity(
        from: String,
        actor: Given<String> = .absent,
        before: Given<String> = .absent,
        cursor: Given<String> = .absent,
        limit: Given<Int64> = .absent
    ) throws -> ReportActivityPage {
        var request = Request("report.activity")
        request.put("from", from)
        request.putGiven("actor", actor)
        request.putGiven("before", before)
        request.putGiven("cursor", cursor)
        request.putGiven("limit", limit)
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
    /// starter program included. A status or status system that goes away must be mapped to another in
    /// `status_mapping`, and what a system counts, and over which window, stays. What is on the books stays as it is:
    /// lots keep the ends they were given.
    ///
    /// Errors: `invalid_program` with every mistake and its path; `version_conflict` when `if_version` is not the
    /// current version.
    ///
    /// Rules L5, W9, Y7.
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
    /// The operations of `merge`.
    public let merge: MergeOperations
    /// The operations of `points`.
    public let points: PointsOperations
    /// The operations of `bulk`.
    public let bulk: BulkOperations
    /// The operations of `maintenance`.
    public let maintenance: MaintenanceOperations
    /// The operations of `order`.
    public let order: OrderOperations
    /// The operations of `payment`.
    public let payment: PaymentOperations
    /// The operations of `subscription`.
    public let subscription: SubscriptionOperations
    /// The operations of `wishlist`.
    public let wishlist: WishlistOperations
    /// The operations of `reward`.
    public let reward: RewardOperations
    /// The operations of `stamp_card`.
    public let stampCard: StampCardOperations
    /// The operations of `status`.
    public let status: StatusOperations
    /// The operations of `gift_card`.
    public let giftCard: GiftCardOperations
    /// The operations of `ticket`.
    public let ticket: TicketOperations
    /// The operations of `password`.
    public let password: PasswordOperations
    /// The operations of `impersonation`.
    public let impersonation: ImpersonationOperations
    /// The operations of `approval`.
    public let approval: ApprovalOperations
    /// The operations of `outbox`.
    public let outbox: OutboxOperations
    /// The operations of `audit`.
    public let audit: AuditOperations
    /// The operations of `journal`.
    public let journal: JournalOperations
    /// The operations of `report`.
    public let report: ReportOperations
    /// The operations of `program`.
    public let program: ProgramOperations

    init(caller: Caller) {
        customer = CustomerOperations(caller: caller)
        address = AddressOperations(caller: caller)
        paymentMethod = PaymentMethodOperations(caller: caller)
        email = EmailOperations(caller: caller)
        blacklist = BlacklistOperations(caller: caller)
        membership = MembershipOperations(caller: caller)
        merge = MergeOperations(caller: caller)
        points = PointsOperations(caller: caller)
        bulk = BulkOperations(caller: caller)
        maintenance = MaintenanceOperations(caller: caller)
        order = OrderOperations(caller: caller)
        payment = PaymentOperations(caller: caller)
        subscription = SubscriptionOperations(caller: caller)
        wishlist = WishlistOperations(caller: caller)
        reward = RewardOperations(caller: caller)
        stampCard = StampCardOperations(caller: caller)
        status = StatusOperations(caller: caller)
        giftCard = GiftCardOperations(caller: caller)
        ticket = TicketOperations(caller: caller)
        password = PasswordOperations(caller: caller)
        impersonation = ImpersonationOperations(caller: caller)
        approval = ApprovalOperations(caller: caller)
        outbox = OutboxOperations(caller: caller)
        audit = AuditOperations(caller: caller)
        journal = JournalOperations(caller: caller)
        report = ReportOperations(caller: caller)
        program = ProgramOperations(caller: caller)
    }
}
