// Made by `cargo xtask codegen` from loyalty-core/src/catalogue.rs. Do not edit.

package loyalty

import com.google.gson.JsonElement
import com.google.gson.JsonObject

/** The account that a new customer has. */
enum class Account(override val wire: String) : Word {
    /** None: the customer bought as a guest. */
    GUEST("guest"),
    /** An account with the shop. */
    REGISTERED("registered"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): Account = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** What an actor did for one reason. */
class ActivityRow(json: JsonObject) : Answer(json) {
    /** What kind of entry. */
    val kind: EntryKind get() = required("kind") { EntryKind.of(it.asString) }
    /** The point type. */
    val type: String get() = required("type") { it.asString }
    /** Whose accounts. */
    val holder: Holder get() = required("holder") { Holder.of(it.asString) }
    /** How many commands. One that moves value on two accounts, as a merge does, counts for each. */
    val commands: Long get() = required("commands") { it.asLong }
    /** The sum of what was credited. */
    val given: String get() = required("given") { it.asString }
    /** The sum of what was debited, as a positive number. */
    val taken: String get() = required("taken") { it.asString }
    /** The actor; absent for customers who acted for themselves, all of them together. */
    val actor: String? get() = optional("actor") { it.asString }
    /** The reason that was given; absent where there was none, or it was erased. */
    val reason: String? get() = optional("reason") { it.asString }
}

/** What kind of actor asks. */
enum class ActorKind(override val wire: String) : Word {
    /** A person who works for the shop. */
    AGENT("agent"),
    /** The customer, who may only touch their own account. */
    CUSTOMER("customer"),
    /** The shop's own software. */
    SYSTEM("system"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): ActorKind = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** What a merge added to the survivor's records. */
class Added(json: JsonObject) : Answer(json) {
    /** Addresses. */
    val addresses: List<String> get() = optional("addresses") { it.asJsonArray.map { item -> item.asString } }.orEmpty()
    /** Whether the survivor is blacklisted because the source was. */
    val blacklisted: Boolean? get() = optional("blacklisted") { it.asBoolean }
    /** Payment methods. */
    val paymentMethods: List<String> get() = optional("payment_methods") { it.asJsonArray.map { item -> item.asString } }.orEmpty()
    /** Articles on the wishlist. */
    val wishes: List<String> get() = optional("wishes") { it.asJsonArray.map { item -> item.asString } }.orEmpty()
}

/** An address of a customer. */
class Address(json: JsonObject) : Answer(json) {
    /** The customer. */
    val customer: String get() = required("customer") { it.asString }
    /** The id: the host's, or `a1`, `a2` and so on. */
    val id: String get() = required("id") { it.asString }
    /** The version, for `if_version`. */
    val version: Long get() = required("version") { it.asLong }
    /** When it was added. */
    val addedAt: String get() = required("added_at") { it.asString }
    /** Whether invoices go there unless said otherwise. */
    val defaultBilling: Boolean get() = required("default_billing") { it.asBoolean }
    /** Whether parcels go there unless said otherwise. */
    val defaultShipping: Boolean get() = required("default_shipping") { it.asBoolean }
    /** The city. */
    val city: String? get() = optional("city") { it.asString }
    /** The company. */
    val company: String? get() = optional("company") { it.asString }
    /** The country. */
    val country: String? get() = optional("country") { it.asString }
    /** What the customer calls it, such as "Home". */
    val label: String? get() = optional("label") { it.asString }
    /** Street, house, floor: as written on an envelope. */
    val lines: List<String> get() = optional("lines") { it.asJsonArray.map { item -> item.asString } }.orEmpty()
    /** Who receives mail there. */
    val name: String? get() = optional("name") { it.asString }
    /** A phone number there. */
    val phone: String? get() = optional("phone") { it.asString }
    /** The postal code. */
    val postalCode: String? get() = optional("postal_code") { it.asString }
    /** The state, province or county. */
    val region: String? get() = optional("region") { it.asString }
}

/** The receipt of `address.remove`. */
class AddressRemoved(json: JsonObject) : Answer(json) {
    /** The customer. */
    val customer: String get() = required("customer") { it.asString }
    /** The address that is gone; a generated id is not used again. */
    val address: String get() = required("address") { it.asString }
}

/** The receipt of `address.add` and `address.edit`. */
class AddressSaved(json: JsonObject) : Answer(json) {
    /** The customer. */
    val customer: String get() = required("customer") { it.asString }
    /** The address. */
    val address: String get() = required("address") { it.asString }
    /** Its version now. */
    val version: Long get() = required("version") { it.asLong }
    /** Other addresses that were a default and no longer are; their versions went up. */
    val noLongerDefault: List<String> get() = required("no_longer_default") { it.asJsonArray.map { item -> item.asString } }
}

/** What was earned a time ago. */
class Aged(json: JsonObject) : Answer(json) {
    /** So many days ago at least, by the calendar of the program's zone. */
    val days: Long get() = required("days") { it.asLong }
    /** How many lots: credits, or what is left of them in one place. */
    val lots: Long get() = required("lots") { it.asLong }
    /** What of it can be spent now. */
    val active: String get() = required("active") { it.asString }
    /** What of it becomes active later. */
    val pending: String get() = required("pending") { it.asString }
    /** What of it holds have set aside. */
    val held: String get() = required("held") { it.asString }
}

/** The result of `approval.grant`. */
class ApprovalGranted(json: JsonObject) : Answer(json) {
    /** The request's id. */
    val approval: String get() = required("approval") { it.asString }
    /** The operation that was asked for and is done now. */
    val operation: String get() = required("operation") { it.asString }
    /** Who asked for it. */
    val askedBy: String get() = required("asked_by") { it.asString }
    /** The command's own answer. */
    val result: JsonElement get() = required("result") { it }
    /** Of `gift_card.issue`: the code, whole, in the first answer alone: hand it to the recipient and do not keep it. */
    val code: String? get() = optional("code") { it.asString }
    /** The customer it is about. */
    val customer: String? get() = optional("customer") { it.asString }
    /** The number of the gift card it is about. */
    val giftCard: String? get() = optional("gift_card") { it.asString }
}

/** A page of requests for approval. */
class ApprovalPage(json: JsonObject) : Answer(json) {
    /** The requests, newest first. */
    val approvals: List<ApprovalView> get() = required("approvals") { it.asJsonArray.map { item -> ApprovalView(item.asJsonObject) } }
    /** Where to go on; absent on the last page. */
    val next: String? get() = optional("next") { it.asString }
}

/** The result of `approval.reject`. */
class ApprovalRejected(json: JsonObject) : Answer(json) {
    /** The request's id. */
    val approval: String get() = required("approval") { it.asString }
    /** The operation that was asked for. */
    val operation: String get() = required("operation") { it.asString }
    /** Who asked for it. */
    val askedBy: String get() = required("asked_by") { it.asString }
    /** The customer it is about. */
    val customer: String? get() = optional("customer") { it.asString }
    /** The number of the gift card it is about. */
    val giftCard: String? get() = optional("gift_card") { it.asString }
}

/** Where a request for approval stands. */
enum class ApprovalState(override val wire: String) : Word {
    /** It waits for somebody to decide. */
    OPEN("open"),
    /** It was granted, and done. */
    GRANTED("granted"),
    /** It was rejected, or withdrawn by whoever had asked. */
    REJECTED("rejected"),
    /** Nobody decided in time. */
    EXPIRED("expired"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): ApprovalState = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** A request for approval: everything that whoever decides needs. */
class ApprovalView(json: JsonObject) : Answer(json) {
    /** The request's id. */
    val approval: String get() = required("approval") { it.asString }
    /** Where it stands. */
    val state: ApprovalState get() = required("state") { ApprovalState.of(it.asString) }
    /** The operation that was asked for. */
    val operation: String get() = required("operation") { it.asString }
    /** Its arguments, with reasons and notes. A card that was named by its code is named by its number. */
    val arguments: JsonElement get() = required("arguments") { it }
    /** What is limited. */
    val limit: String get() = required("limit") { it.asString }
    /** The bound of whoever asked. */
    val allowed: String get() = required("allowed") { it.asString }
    /** What they asked for. */
    val requested: String get() = required("requested") { it.asString }
    /** Who asked. */
    val actor: String get() = required("actor") { it.asString }
    /** Agent or system. */
    val kind: ActorKind get() = required("kind") { ActorKind.of(it.asString) }
    /** The roles under which they asked. */
    val roles: List<String> get() = required("roles") { it.asJsonArray.map { item -> item.asString } }
    /** When it was asked for. */
    val askedAt: String get() = required("asked_at") { it.asString }
    /** From when on it is too late to decide. */
    val validUntil: String get() = required("valid_until") { it.asString }
    /** The customer whose it was before a merge. */
    val cameFrom: String? get() = optional("came_from") { it.asString }
    /** The customer it is about. */
    val customer: String? get() = optional("customer") { it.asString }
    /** When. */
    val decidedAt: String? get() = optional("decided_at") { it.asString }
    /** Who has decided. */
    val decidedBy: String? get() = optional("decided_by") { it.asString }
    /** The number of the gift card it is about. */
    val giftCard: String? get() = optional("gift_card") { it.asString }
    /** What was said about it when it was decided. */
    val note: String? get() = optional("note") { it.asString }
    /** Why it was rejected. */
    val reason: String? get() = optional("reason") { it.asString }
    /** The page, device or channel through which it came. */
    val through: String? get() = optional("through") { it.asString }
}

/** A page of commands. */
class AuditPage(json: JsonObject) : Answer(json) {
    /** The commands, newest first. */
    val commands: List<AuditRow> get() = required("commands") { it.asJsonArray.map { item -> AuditRow(item.asJsonObject) } }
    /** Where to go on; absent on the last page. */
    val next: String? get() = optional("next") { it.asString }
}

/** A command. */
class AuditRow(json: JsonObject) : Answer(json) {
    /** When. */
    val at: String get() = required("at") { it.asString }
    /** The operation. */
    val operation: String get() = required("operation") { it.asString }
    /** The actor's id. */
    val actor: String get() = required("actor") { it.asString }
    /** The batch of adjustments of which it began, noted or reversed a piece. */
    val batch: String? get() = optional("batch") { it.asString }
    /** Refused: the error code. */
    val code: String? get() = optional("code") { it.asString }
    /** The customer it was about; absent for the program. */
    val customer: String? get() = optional("customer") { it.asString }
    /** The number of the gift card it was about. */
    val giftCard: String? get() = optional("gift_card") { it.asString }
    /** Agent, customer or system; absent when erased. */
    val kind: ActorKind? get() = optional("kind") { ActorKind.of(it.asString) }
    /** Done: its number in the customer's or gift card's log. */
    val number: Long? get() = optional("number") { it.asLong }
    /** The page, device or channel through which it came, or the agent who acted as the customer. */
    val through: String? get() = optional("through") { it.asString }
}

/** Who writes in a ticket. */
enum class Author(override val wire: String) : Word {
    /** The customer. */
    CUSTOMER("customer"),
    /** Somebody of the shop. */
    SHOP("shop"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): Author = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** Whether an action can be taken now, and why not. */
class Availability(json: JsonObject) : Answer(json) {
    /** The operation. */
    val operation: String get() = required("operation") { it.asString }
    /** Whether this actor may take it with this customer now. */
    val available: Boolean get() = required("available") { it.asBoolean }
    /** The code of the error that taking it would give. */
    val code: String? get() = optional("code") { it.asString }
    /** Why not, for people. */
    val reason: String? get() = optional("reason") { it.asString }
}

/** A balance (rule L7). `total = active + pending + held − debt = earned + adjusted − spent − expired`. */
class Balance(json: JsonObject) : Answer(json) {
    /** The point type. */
    val type: String get() = required("type") { it.asString }
    /** What can be spent now. */
    val active: String get() = required("active") { it.asString }
    /** What becomes active later. */
    val pending: String get() = required("pending") { it.asString }
    /** What holds have set aside. */
    val held: String get() = required("held") { it.asString }
    /** What is owed. */
    val debt: String get() = required("debt") { it.asString }
    /** The sum of all entries. */
    val total: String get() = required("total") { it.asString }
    /** Earned, or paid in, in all, less what was reversed. */
    val earned: String get() = required("earned") { it.asString }
    /** Adjusted by hand and redeemed from gift cards in all, less what was reversed. */
    val adjusted: String get() = required("adjusted") { it.asString }
    /** Spent in all, less what was reversed. */
    val spent: String get() = required("spent") { it.asString }
    /** Lapsed and forfeited in all. */
    val expired: String get() = required("expired") { it.asString }
    /** The version of the account, for `if_version`: the number of its entries. */
    val version: Long get() = required("version") { it.asLong }
}

/** The answer of `blacklist.check`. */
class BlacklistChecked(json: JsonObject) : Answer(json) {
    /** Whether they may buy. */
    val canPurchase: Boolean get() = required("can_purchase") { it.asBoolean }
    /** Why not. */
    val reason: Obstacle? get() = optional("reason") { Obstacle.of(it.asString) }
}

/** The receipt of `blacklist.set`. */
class BlacklistSet(json: JsonObject) : Answer(json) {
    /** The customer. */
    val customer: String get() = required("customer") { it.asString }
    /** Whether the customer is blacklisted now. */
    val blacklisted: Boolean get() = required("blacklisted") { it.asBoolean }
    /** Since when. */
    val since: String? get() = optional("since") { it.asString }
}

/** A blacklisting (rule E2). */
class Blacklisting(json: JsonObject) : Answer(json) {
    /** Why, as it was said last. */
    val reason: String get() = required("reason") { it.asString }
    /** Since when the customer is blacklisted. */
    val since: String get() = required("since") { it.asString }
    /** The actor who gave the reason. */
    val by: String get() = required("by") { it.asString }
    /** The folded emails it blocks: those the customer had while blacklisted, at most 100. */
    val emails: List<String> get() = required("emails") { it.asJsonArray.map { item -> item.asString } }
    /** Since when it has this reason, when it had another before. */
    val reasonSince: String? get() = optional("reason_since") { it.asString }
}

/** What is given once to a person, and never again: for a birthday once a year. */
class Bonus(json: JsonObject) : Answer(json) {
    /** The bonus' id; entries name it as their rule. */
    val id: String get() = required("id") { it.asString }
    /** The point type that is given. */
    val type: String get() = required("type") { it.asString }
    /** How many. */
    val points: String get() = required("points") { it.asString }
    /** On which occasion. */
    val on: BonusOn get() = required("on") { BonusOn.of(it.asString) }
    /**
     * For a birthday: the first local day whose birthdays count, so that a new bonus is not given for those that are
     * past.
     */
    val from: String? get() = optional("from") { it.asString }
    /** On a first order: whether it stays when that order is refunded. */
    val keepOnRefund: Boolean? get() = optional("keep_on_refund") { it.asBoolean }
    /** Whom it is for. To a referrer it is given once for each person referred. */
    val to: BonusTo? get() = optional("to") { BonusTo.of(it.asString) }
}

/** The occasion of a bonus. */
enum class BonusOn(override val wire: String) : Word {
    /** The customer has become a member. */
    ENROLLED("enrolled"),
    /** The customer's first order has earned. */
    FIRST_ORDER("first_order"),
    /** It is the customer's birthday, and the sweep (`maintenance.run`) comes by. */
    BIRTHDAY("birthday"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): BonusOn = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** Whom a bonus is for. */
enum class BonusTo(override val wire: String) : Word {
    /** The customer. */
    CUSTOMER("customer"),
    /** The customer, if somebody has referred them. */
    REFERRED("referred"),
    /** Whoever has referred the customer. */
    REFERRER("referrer"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): BonusTo = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** What became of a piece, and of the file so far. */
class BulkAdjusted(json: JsonObject) : Answer(json) {
    /** The batch. */
    val batch: String get() = required("batch") { it.asString }
    /** The row that was looked at last. */
    val row: Long get() = required("row") { it.asLong }
    /** Rows done so far, those included that were done before, and those that were taken back since. */
    val done: Long get() = required("done") { it.asLong }
    /** Rows refused so far. */
    val refused: Long get() = required("refused") { it.asLong }
    /**
     * What the rows done gave and took so far, whether it was taken back since or not: in the state `reversed`
     * nothing of it stands.
     */
    val totals: List<BulkSum> get() = required("totals") { it.asJsonArray.map { item -> BulkSum(item.asJsonObject) } }
    /** The digest of the file up to here. */
    val digest: String get() = required("digest") { it.asString }
    /** What was refused in this piece, and what could not be taken back of a batch that has failed. */
    val errors: List<RowError> get() = optional("errors") { it.asJsonArray.map { item -> RowError(item.asJsonObject) } }.orEmpty()
    /**
     * Of a dry run, with its last piece: what the real run needs. Absent where all or nothing is asked for and rows
     * were refused, and where it was broken off.
     */
    val filePlan: String? get() = optional("file_plan") { it.asString }
    /**
     * For the next piece; absent with the last one, where a batch has failed, and where it was broken off: then send
     * the file again.
     */
    val next: BulkNext? get() = optional("next") { BulkNext(it.asJsonObject) }
    /** How far the batch has come; absent in a dry run. */
    val state: BulkState? get() = optional("state") { BulkState.of(it.asString) }
}

/** A batch. */
class BulkBatchView(json: JsonObject) : Answer(json) {
    /** Its id. */
    val batch: String get() = required("batch") { it.asString }
    /** How far it has come. */
    val state: BulkState get() = required("state") { BulkState.of(it.asString) }
    /** What becomes of the others when a row is refused. */
    val policy: Policy get() = required("policy") { Policy.of(it.asString) }
    /** The plan of its file. */
    val filePlan: String get() = required("file_plan") { it.asString }
    /** The id of the actor who began it. */
    val startedBy: String get() = required("started_by") { it.asString }
    /** Agent or system. */
    val kind: ActorKind get() = required("kind") { ActorKind.of(it.asString) }
    /** When it began. */
    val startedAt: String get() = required("started_at") { it.asString }
    /** When its last piece was done. */
    val changedAt: String get() = required("changed_at") { it.asString }
    /** The row that was looked at last. */
    val row: Long get() = required("row") { it.asLong }
    /** Rows done, whether reversed or not. */
    val done: Long get() = required("done") { it.asLong }
    /** Rows refused when they were looked at last. */
    val refused: Long get() = required("refused") { it.asLong }
    /** Rows reversed. */
    val reversed: Long get() = required("reversed") { it.asLong }
    /** What the rows gave and took, whether reversed or not. */
    val totals: List<BulkSum> get() = required("totals") { it.asJsonArray.map { item -> BulkSum(item.asJsonObject) } }
}

/** Where a file goes on, and what has become of it so far. */
class BulkNext(json: JsonObject) : Answer(json) {
    /** Where the file goes on. */
    val place: BulkPlace get() = required("place") { BulkPlace(it.asJsonObject) }
    /** The digest of the file up to here. */
    val digest: String get() = required("digest") { it.asString }
    /** Rows done so far. */
    val done: Long get() = required("done") { it.asLong }
    /** Rows refused so far. */
    val refused: Long get() = required("refused") { it.asLong }
    /** What they gave and took so far. */
    val totals: List<BulkSum> get() = required("totals") { it.asJsonArray.map { item -> BulkSum(item.asJsonObject) } }
}

/**
 * Where a file goes on: what one call answers and the next one takes. It keeps what is left of the piece, a row
 * whose end has not come yet, so that whoever sends a file may cut it anywhere.
 */
class BulkPlace(json: JsonObject) : Answer(json) {
    /**
     * The row that was read last, as a spreadsheet counts: the header is row 1, and a line break inside of a cell
     * begins no row.
     */
    val row: Long get() = required("row") { it.asLong }
    /** The file's first line, when it has come. */
    val header: String? get() = optional("header") { it.asString }
    /** What is left: it goes in front of the next piece. */
    val rest: String? get() = optional("rest") { it.asString }
}

/** How far a batch has come. */
enum class BulkState(override val wire: String) : Word {
    /** Its file has not come to its end. */
    RUNNING("running"),
    /** Its file was done to its end. */
    DONE("done"),
    /** All or nothing was asked for, and a row was refused: what was done is being reversed. */
    FAILED("failed"),
    /** It is being reversed; rows are left that were not, or could not be. */
    REVERSING("reversing"),
    /** All that it did is reversed. */
    REVERSED("reversed"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): BulkState = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** What rows have given and taken in one point type. */
class BulkSum(json: JsonObject) : Answer(json) {
    /** The point type. */
    val type: String get() = required("type") { it.asString }
    /** Given in all. */
    val given: String get() = required("given") { it.asString }
    /** Taken in all. */
    val taken: String get() = required("taken") { it.asString }
}

/** What was reversed. */
class BulkUndone(json: JsonObject) : Answer(json) {
    /** The batch. */
    val batch: String get() = required("batch") { it.asString }
    /** How far it has come. */
    val state: BulkState get() = required("state") { BulkState.of(it.asString) }
    /** Rows of the batch that are reversed so far. */
    val reversed: Long get() = required("reversed") { it.asLong }
    /** Rows that this call could not reverse. */
    val refused: Long get() = required("refused") { it.asLong }
    /** Why not. */
    val errors: List<RowError> get() = optional("errors") { it.asJsonArray.map { item -> RowError(item.asJsonObject) } }.orEmpty()
    /** The row up to which this call has come, where there are more. */
    val next: Long? get() = optional("next") { it.asLong }
}

/** A row of a bundle, in the form in which rows travel. */
class BundledRow(json: JsonObject) : Answer(json) {
    /** The table. */
    val table: String get() = required("table") { it.asString }
    /** The typed values. */
    val values: List<JsonElement> get() = required("values") { it.asJsonArray.map { item -> item } }
    /** Everything else. */
    val body: String get() = required("body") { it.asString }
}

/** A hold that was captured. */
class CapturedPart(json: JsonObject) : Answer(json) {
    /** The hold as it is now. */
    val hold: HoldView get() = required("hold") { HoldView(it.asJsonObject) }
    /** The entry. */
    val entry: String get() = required("entry") { it.asString }
}

/** Where a gift card stands. */
enum class CardState(override val wire: String) : Word {
    /** Issued blank, and not sold yet. */
    INACTIVE("inactive"),
    /** It pays. */
    ACTIVE("active"),
    /** It does not pay until it is unblocked. */
    BLOCKED("blocked"),
    /** It never pays again. */
    DEACTIVATED("deactivated"),
    /** All that was on it has ended by time. */
    EXPIRED("expired"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): CardState = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** Why a customer has a reward. */
enum class Cause(override val wire: String) : Word {
    /** They paid for it. */
    REDEEMED("redeemed"),
    /** It was given by hand. */
    GRANTED("granted"),
    /** They rose to a status. */
    STATUS("status"),
    /** They filled a stamp card, or reached a slot of it. */
    STAMP_CARD("stamp_card"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): Cause = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** A change of membership. */
enum class Change(override val wire: String) : Word {
    /** A guest opens an account. */
    REGISTER("register"),
    /** A customer joins the program. */
    ENROLL("enroll"),
    /** A member leaves. */
    UNENROLL("unenroll"),
    /** A member is taken out of the program. */
    REMOVE("remove"),
    /** The account is suspended. */
    DEACTIVATE("deactivate"),
    /** The suspension ends. */
    REACTIVATE("reactivate"),
    /** The account becomes part of another. */
    MERGE("merge"),
    /** The account is its own again. */
    UNMERGE("unmerge"),
    /** The account is erased. */
    DELETE("delete"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): Change = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** What an order charges besides its lines. */
enum class Charge(override val wire: String) : Word {
    /** Shipping. */
    SHIPPING("shipping"),
    /** Tax. */
    TAX("tax"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): Charge = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** What became of a column of the file. */
class ColumnRead(json: JsonObject) : Answer(json) {
    /** Its name in the file. */
    val name: String get() = required("name") { it.asString }
    /** Why it is left out. */
    val leftOut: LeftOut? get() = optional("left_out") { LeftOut.of(it.asString) }
    /** What it is read as; absent when it is left out. */
    val readAs: String? get() = optional("read_as") { it.asString }
}

/** How the rules of a point type come together. */
enum class Combine(override val wire: String) : Word {
    /** Every rule that fits gives its part; multipliers multiply each other. */
    STACK("stack"),
    /** Each line counts for the first rule that fits it, and is multiplied by the first multiplier that does. */
    FIRST_MATCH("first_match"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): Combine = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** Who turns a full card into its reward. */
enum class Completes(override val wire: String) : Word {
    /** It turns by itself, with its last stamp. */
    AUTOMATICALLY("automatically"),
    /** Whoever asks for it (`stamp_card.complete`). */
    ON_REQUEST("on_request"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): Completes = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** A condition on customers: exactly one of `and`, `or`, `not`, or `field` with `op` and `value`. */
class Condition(more: Condition.() -> Unit = {}) : Arguments() {
    /** All of these hold. */
    var and: List<Condition>? by given("and")

    /** The field that is compared. */
    var field: Field? by given("field")

    /** This does not hold. */
    var not: Condition? by given("not")

    /** How. */
    var op: Op? by given("op")

    /** At least one of these holds. */
    var or: List<Condition>? by given("or")

    /** With what: a text, true or false, null with `eq` and `ne`, a list with `in`. */
    var value: JsonElement? by given("value")

    init {
        more()
    }
}

/** The price of a reward. */
class Cost(json: JsonObject) : Answer(json) {
    /** The point type in which it is paid. */
    val type: String get() = required("type") { it.asString }
    /** How much. */
    val amount: String get() = required("amount") { it.asString }
}

/** What is counted (rule Y1). */
sealed class Counts(json: JsonObject) : Answer(json) {
    /** What was earned of a point type, less what of it was taken back; adjustments by hand do not count. */
    class Earned(json: JsonObject) : Counts(json) {
        /** The point type. */
        val type: String get() = required("type") { it.asString }
    }

    /** Money spent on goods, less what was given back; in the one currency of the program. */
    class Spend(json: JsonObject) : Counts(json) {
    }

    /** Orders. */
    class Orders(json: JsonObject) : Counts(json) {
    }

    /** Sign-ins. */
    class Visits(json: JsonObject) : Counts(json) {
    }

    /** Nothing: an agent sets the counter. */
    class Manual(json: JsonObject) : Counts(json) {
    }

    /** One of a later release. */
    class Unknown(json: JsonObject) : Counts(json)

    internal companion object {
        fun of(json: JsonObject): Counts = when (json.get("source")?.asString) {
            "earned" -> Earned(json)
            "spend" -> Spend(json)
            "orders" -> Orders(json)
            "visits" -> Visits(json)
            "manual" -> Manual(json)
            else -> Unknown(json)
        }
    }
}

/** The answer of `customer.actions`. */
class CustomerActionList(json: JsonObject) : Answer(json) {
    /** The customer. */
    val customer: String get() = required("customer") { it.asString }
    /** Every action. */
    val actions: List<Availability> get() = required("actions") { it.asJsonArray.map { item -> Availability(item.asJsonObject) } }
}

/** The answer of `customer.bundle`. */
class CustomerBundled(json: JsonObject) : Answer(json) {
    /** The customer. */
    val customer: String get() = required("customer") { it.asString }
    /** The time of the request, as the host knows it. */
    val at: String get() = required("at") { it.asString }
    /** Who asked, as the host knows them: an actor as in a context. */
    val actor: JsonElement get() = required("actor") { it }
    /** The tables of which all rows of the customer are there. */
    val tables: List<String> get() = required("tables") { it.asJsonArray.map { item -> item.asString } }
    /** The rows. */
    val rows: List<BundledRow> get() = required("rows") { it.asJsonArray.map { item -> BundledRow(item.asJsonObject) } }
}

/** The receipt of `customer.create`. */
class CustomerCreated(json: JsonObject) : Answer(json) {
    /** The customer. */
    val customer: String get() = required("customer") { it.asString }
    /** Where the customer stands. */
    val state: State get() = required("state") { State.of(it.asString) }
    /** When the account was created. */
    val createdAt: String get() = required("created_at") { it.asString }
    /** The version of the profile, for `if_version`. */
    val version: Long get() = required("version") { it.asLong }
}

/** The receipt of `customer.delete`. */
class CustomerDeleted(json: JsonObject) : Answer(json) {
    /** The customer. */
    val customer: String get() = required("customer") { it.asString }
    /** The state before; `deleted` when the call went on with an erasure. */
    val from: State get() = required("from") { State.of(it.asString) }
    /** The state now. */
    val state: State get() = required("state") { State.of(it.asString) }
    /** The version of the membership, for `if_version`. */
    val version: Long get() = required("version") { it.asLong }
    /** Whether everything is erased; if not, call again, or `maintenance.run`. */
    val complete: Boolean get() = required("complete") { it.asBoolean }
}

/** The answer of `customer.details`. */
class CustomerDetailed(json: JsonObject) : Answer(json) {
    /** The customer. */
    val customer: String get() = required("customer") { it.asString }
    /** When the account was created. */
    val createdAt: String get() = required("created_at") { it.asString }
    /** What can be done now. */
    val actions: List<Availability>? get() = optional("actions") { it.asJsonArray.map { item -> Availability(item.asJsonObject) } }
    /** The addresses. */
    val addresses: List<Address>? get() = optional("addresses") { it.asJsonArray.map { item -> Address(item.asJsonObject) } }
    /** The commands; absent without the right `audit.list`. */
    val audit: List<AuditRow>? get() = optional("audit") { it.asJsonArray.map { item -> AuditRow(item.asJsonObject) } }
    /** The balances; absent without the right `points.balance`. */
    val balances: List<Balance>? get() = optional("balances") { it.asJsonArray.map { item -> Balance(item.asJsonObject) } }
    /** The blacklisting, if any; comes with the profile, and not to the customer. */
    val blacklisting: Blacklisting? get() = optional("blacklisting") { Blacklisting(it.asJsonObject) }
    /** What mail the customer wants. */
    val email: Preferences? get() = optional("email") { Preferences(it.asJsonObject) }
    /** The gift cards; absent without the right `gift_card.list`. */
    val giftCards: List<GiftCardView>? get() = optional("gift_cards") { it.asJsonArray.map { item -> GiftCardView(item.asJsonObject) } }
    /** Stands only on guests. */
    val guest: Boolean? get() = optional("guest") { it.asBoolean }
    /** The entries of all journals; absent without the right `points.history`. */
    val history: List<EntryView>? get() = optional("history") { it.asJsonArray.map { item -> EntryView(item.asJsonObject) } }
    /** The last sign-in that the host told of. */
    val lastLoginAt: String? get() = optional("last_login_at") { it.asString }
    /** Where the customer stands. */
    val membership: Membership? get() = optional("membership") { Membership(it.asJsonObject) }
    /** The merges; absent without the right `merge.history`. */
    val merges: List<MergeView>? get() = optional("merges") { it.asJsonArray.map { item -> MergeView(item.asJsonObject) } }
    /** The tabs that have more rows than are shown. */
    val more: List<Tab> get() = optional("more") { it.asJsonArray.map { item -> Tab.of(item.asString) } }.orEmpty()
    /** The orders; absent without the right `order.list`. */
    val orders: List<OrderView>? get() = optional("orders") { it.asJsonArray.map { item -> OrderView(item.asJsonObject) } }
    /** The saved payment methods. */
    val paymentMethods: List<PaymentMethod>? get() = optional("payment_methods") { it.asJsonArray.map { item -> PaymentMethod(item.asJsonObject) } }
    /** Who the customer is. */
    val profile: Profile? get() = optional("profile") { Profile(it.asJsonObject) }
    /** The rewards; absent without the right `reward.list`. */
    val rewards: List<RewardView>? get() = optional("rewards") { it.asJsonArray.map { item -> RewardView(item.asJsonObject) } }
    /** The stamp cards; absent without the right `stamp_card.progress`. */
    val stamps: List<StampCardView>? get() = optional("stamps") { it.asJsonArray.map { item -> StampCardView(item.asJsonObject) } }
    /** Where the customer stands in each status system; absent without the right `status.list`. */
    val statuses: List<StatusView>? get() = optional("statuses") { it.asJsonArray.map { item -> StatusView(item.asJsonObject) } }
    /** The subscriptions; absent without the right `subscription.list`. */
    val subscriptions: List<SubscriptionView>? get() = optional("subscriptions") { it.asJsonArray.map { item -> SubscriptionView(item.asJsonObject) } }
    /** The tickets; absent without the right `ticket.list`. */
    val tickets: List<TicketView>? get() = optional("tickets") { it.asJsonArray.map { item -> TicketView(item.asJsonObject) } }
    /** What the customer would like. */
    val wishlist: List<Wish>? get() = optional("wishlist") { it.asJsonArray.map { item -> Wish(item.asJsonObject) } }
}

/** The receipt of `customer.edit`. */
class CustomerEdited(json: JsonObject) : Answer(json) {
    /** The customer. */
    val customer: String get() = required("customer") { it.asString }
    /** The version of the profile now; an edit that changes nothing leaves it. */
    val version: Long get() = required("version") { it.asLong }
    /** The fields that are different now. */
    val changed: List<String> get() = required("changed") { it.asJsonArray.map { item -> item.asString } }
}

/** A page of `customer.export_csv`. */
class CustomerExported(json: JsonObject) : Answer(json) {
    /** The next part of the file. */
    val csv: String get() = required("csv") { it.asString }
    /** Customers in it. */
    val rows: Long get() = required("rows") { it.asLong }
    /** Where the next page begins; absent on the last. */
    val next: String? get() = optional("next") { it.asString }
}

/** The answer of `customer.export_data`. */
class CustomerExportedData(json: JsonObject) : Answer(json) {
    /** The customer. */
    val customer: String get() = required("customer") { it.asString }
    /** When this was so. */
    val exportedAt: String get() = required("exported_at") { it.asString }
    /** An object with a list for each section, by its name. */
    val data: JsonElement get() = required("data") { it }
    /** The sections that go on. */
    val more: List<MoreData> get() = optional("more") { it.asJsonArray.map { item -> MoreData(item.asJsonObject) } }.orEmpty()
    /** The sections that this actor may not see. */
    val withheld: List<Section> get() = optional("withheld") { it.asJsonArray.map { item -> Section.of(item.asString) } }.orEmpty()
}

/** The receipt of `customer.assign_group`. */
class CustomerGroupAssigned(json: JsonObject) : Answer(json) {
    /** The customer. */
    val customer: String get() = required("customer") { it.asString }
    /** The version of the profile now. */
    val version: Long get() = required("version") { it.asLong }
    /** The group now. */
    val group: String? get() = optional("group") { it.asString }
    /** The group before. */
    val groupBefore: String? get() = optional("group_before") { it.asString }
}

/** What became of rows, in numbers. */
class CustomerImportCounts(json: JsonObject) : Answer(json) {
    /** Customers created. */
    val created: Long get() = required("created") { it.asLong }
    /** Customers who took on what their row says. */
    val updated: Long get() = required("updated") { it.asLong }
    /** Customers who were as their row says. */
    val unchanged: Long get() = required("unchanged") { it.asLong }
    /** Customers who were there already and were skipped. */
    val skipped: Long get() = required("skipped") { it.asLong }
    /** Rows that an earlier call of this batch had done. */
    val repeated: Long get() = required("repeated") { it.asLong }
    /** Rows refused. */
    val refused: Long get() = required("refused") { it.asLong }
}

/** Where a file goes on, and what has become of it so far. */
class CustomerImportNext(json: JsonObject) : Answer(json) {
    /** Where the file goes on. */
    val place: CustomerPlace get() = required("place") { CustomerPlace(it.asJsonObject) }
    /** What became of the rows so far. */
    val counts: CustomerImportCounts get() = required("counts") { CustomerImportCounts(it.asJsonObject) }
}

/** What became of a piece, and of the file so far. */
class CustomerImported(json: JsonObject) : Answer(json) {
    /** The batch. */
    val batch: String get() = required("batch") { it.asString }
    /** The row that was looked at last. */
    val row: Long get() = required("row") { it.asLong }
    /** Rows done so far, those included that were done before. */
    val done: Long get() = required("done") { it.asLong }
    /** Rows refused so far. */
    val refused: Long get() = required("refused") { it.asLong }
    /** What became of the rows so far. */
    val counts: CustomerImportCounts get() = required("counts") { CustomerImportCounts(it.asJsonObject) }
    /** Whether it was broken off: then send the file again. */
    val brokenOff: Boolean? get() = optional("broken_off") { it.asBoolean }
    /** With the piece that has the header: what each column is read as. */
    val columns: List<ColumnRead> get() = optional("columns") { it.asJsonArray.map { item -> ColumnRead(item.asJsonObject) } }.orEmpty()
    /** What was refused in this piece, cell by cell. */
    val errors: List<RowError> get() = optional("errors") { it.asJsonArray.map { item -> RowError(item.asJsonObject) } }.orEmpty()
    /** For the next piece; absent with the last one, and where it was broken off. */
    val next: CustomerImportNext? get() = optional("next") { CustomerImportNext(it.asJsonObject) }
}

/** A page of `customer.list`. */
class CustomerListed(json: JsonObject) : Answer(json) {
    /** The rows: a value by column, null where there is none. Rows of guests have `"guest": true` besides. */
    val rows: List<Map<String, JsonElement>> get() = required("rows") { it.asJsonArray.map { item -> item.asJsonObject.entrySet().associate { (key, value) -> key to value } } }
    /** Where the next page begins; absent on the last. */
    val next: String? get() = optional("next") { it.asString }
}

/** The receipt of `customer.record_login`. */
class CustomerLoginRecorded(json: JsonObject) : Answer(json) {
    /** The customer. */
    val customer: String get() = required("customer") { it.asString }
    /** The last sign-in known now. */
    val lastLoginAt: String get() = required("last_login_at") { it.asString }
}

/**
 * Where a file goes on: what one call answers and the next one takes. It keeps what is left of the piece, a row
 * whose end has not come yet, so that whoever sends a file may cut it anywhere.
 */
class CustomerPlace(json: JsonObject) : Answer(json) {
    /**
     * The row that was read last, as a spreadsheet counts: the header is row 1, and a line break inside of a cell
     * begins no row.
     */
    val row: Long get() = required("row") { it.asLong }
    /** The file's first line, when it has come. */
    val header: String? get() = optional("header") { it.asString }
    /** What is left: it goes in front of the next piece. */
    val rest: String? get() = optional("rest") { it.asString }
}

/** A customer, as `customer.get` shows them. */
class CustomerView(json: JsonObject) : Answer(json) {
    /** The customer. */
    val customer: String get() = required("customer") { it.asString }
    /** When the account was created. */
    val createdAt: String get() = required("created_at") { it.asString }
    /** Who the customer is. */
    val profile: Profile get() = required("profile") { Profile(it.asJsonObject) }
    /** Where the customer stands. */
    val membership: Membership get() = required("membership") { Membership(it.asJsonObject) }
    /** What mail the customer wants. */
    val preferences: Preferences get() = required("preferences") { Preferences(it.asJsonObject) }
    /** The blacklisting, if any. */
    val blacklisting: Blacklisting? get() = optional("blacklisting") { Blacklisting(it.asJsonObject) }
    /** Stands only on who is deleted and not yet erased whole: call `customer.delete` again, or `maintenance.run`. */
    val erasing: Boolean? get() = optional("erasing") { it.asBoolean }
    /** Stands only on guests. */
    val guest: Boolean? get() = optional("guest") { it.asBoolean }
    /** The last sign-in that the host told of. */
    val lastLoginAt: String? get() = optional("last_login_at") { it.asString }
    /** Who has referred the customer to the program; the shop's own. */
    val referredBy: String? get() = optional("referred_by") { it.asString }
}

/** In which order the numbers of a date stand. */
enum class DateOrder(override val wire: String) : Word {
    /** Year, month, day, with hyphens: 2026-11-22. */
    YMD("ymd"),
    /** Month, day, year, with slashes, points or hyphens: 11/22/2026. */
    MDY("mdy"),
    /** Day, month, year, with slashes, points or hyphens: 22.11.2026. */
    DMY("dmy"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): DateOrder = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** The first place where the books are not what they should be. */
class Difference(json: JsonObject) : Answer(json) {
    /** Where: a row of the operation log, an entry, an account, a lot or a hold. */
    val place: String get() = required("place") { it.asString }
    /** What must stand there. */
    val expected: String get() = required("expected") { it.asString }
    /** What stands there. */
    val found: String get() = required("found") { it.asString }
}

/** What lapses at one instant. */
class Due(json: JsonObject) : Answer(json) {
    /** The instant from which on it no longer counts. */
    val expiresAt: String get() = required("expires_at") { it.asString }
    /** How much. */
    val amount: String get() = required("amount") { it.asString }
    /** Whether this is the account's date, which moves with the member's activity. */
    val accountDate: Boolean get() = required("account_date") { it.asBoolean }
}

/** What an order earned by one rule. */
class Earned(json: JsonObject) : Answer(json) {
    /** The point type. */
    val type: String get() = required("type") { it.asString }
    /** The rule. */
    val rule: String get() = required("rule") { it.asString }
    /** How much. */
    val amount: String get() = required("amount") { it.asString }
    /** The entry. */
    val entry: String get() = required("entry") { it.asString }
    /** The local day on which it counts for the rule's cap. */
    val countedOn: String? get() = optional("counted_on") { it.asString }
    /** Who got it, where that is not the order's owner: who has referred them. Staff only. */
    val customer: String? get() = optional("customer") { it.asString }
    /** Whether it stays when the order is refunded. */
    val keptOnRefund: Boolean? get() = optional("kept_on_refund") { it.asBoolean }
    /** What each part of the order has of it; together exactly the amount (rule O3). */
    val shares: List<Share> get() = optional("shares") { it.asJsonArray.map { item -> Share(item.asJsonObject) } }.orEmpty()
    /** What refunds have taken back of it. */
    val taken: String? get() = optional("taken") { it.asString }
}

/** What orders earn, and when. */
class Earning(json: JsonObject) : Answer(json) {
    /** What is given once to a person (rule O8). */
    val bonuses: List<Bonus> get() = optional("bonuses") { it.asJsonArray.map { item -> Bonus(item.asJsonObject) } }.orEmpty()
    /** How the rules of a point type come together. */
    val combine: Combine? get() = optional("combine") { Combine.of(it.asString) }
    /** The rules. */
    val rules: List<EarningRule> get() = optional("rules") { it.asJsonArray.map { item -> EarningRule(item.asJsonObject) } }.orEmpty()
    /** What becomes of the points that paid for an order when it is refunded (rule O4). */
    val spentPoints: SpentPoints? get() = optional("spent_points") { SpentPoints.of(it.asString) }
    /** With `own_lots_with_grace`: for how many days lots live on whose end has passed meanwhile. */
    val spentPointsGraceDays: Long? get() = optional("spent_points_grace_days") { it.asLong }
    /** The state in which an order earns. */
    val `when`: EarnsWhen? get() = optional("when") { EarnsWhen.of(it.asString) }
}

/** An earning rule: what it gives, for which lines, and under which conditions (rule O2). */
class EarningRule(json: JsonObject) : Answer(json) {
    /** The rule's id; entries name it. */
    val id: String get() = required("id") { it.asString }
    /** The point type that is earned. */
    val type: String get() = required("type") { it.asString }
    /** A rate: whether lines count with what they cost before discounts. */
    val beforeDiscounts: Boolean? get() = optional("before_discounts") { it.asBoolean }
    /** The most it gives for one order. */
    val capPerOrder: String? get() = optional("cap_per_order") { it.asString }
    /** The most it gives to one customer in a period. */
    val capPerPeriod: PeriodCap? get() = optional("cap_per_period") { PeriodCap(it.asJsonObject) }
    /** Only lines in one of these categories; any when empty. */
    val categories: List<String> get() = optional("categories") { it.asJsonArray.map { item -> item.asString } }.orEmpty()
    /** Only orders placed on this local day or later. */
    val from: String? get() = optional("from") { it.asString }
    /** A rate: count only full steps of `per`: 10 points per full 2 earn 30 on 7. */
    val fullSteps: Boolean? get() = optional("full_steps") { it.asBoolean }
    /** For what it gives. */
    val gives: Gives? get() = optional("gives") { Gives.of(it.asString) }
    /** Only customers in one of these groups; any when empty. */
    val groups: List<String> get() = optional("groups") { it.asJsonArray.map { item -> item.asString } }.orEmpty()
    /** Whether lines count that sell gift cards; what is bought with the card earns later (rule R7). */
    val includeGiftCards: Boolean? get() = optional("include_gift_cards") { it.asBoolean }
    /** A rate: whether shipping counts. */
    val includeShipping: Boolean? get() = optional("include_shipping") { it.asBoolean }
    /** A rate: whether tax counts. */
    val includeTax: Boolean? get() = optional("include_tax") { it.asBoolean }
    /** By order: whether it stays with the customer when the order is refunded (rule O4). */
    val keepOnRefund: Boolean? get() = optional("keep_on_refund") { it.asBoolean }
    /** A rate: whether what was paid with points is left out. */
    val lessSpentPoints: Boolean? get() = optional("less_spent_points") { it.asBoolean }
    /** Only orders whose goods, less discounts, come to this much. */
    val minimumSpend: String? get() = optional("minimum_spend") { it.asString }
    /** A rate: how much of the order's currency earns `points`. */
    val per: String? get() = optional("per") { it.asString }
    /** How many are given for every `per`, for an item, or for the order. */
    val points: String? get() = optional("points") { it.asString }
    /** How a fraction of the smallest unit is rounded. */
    val rounding: Rounding? get() = optional("rounding") { Rounding.of(it.asString) }
    /** Only lines with one of these articles; any when empty. */
    val skus: List<String> get() = optional("skus") { it.asJsonArray.map { item -> item.asString } }.orEmpty()
    /** Only customers with one of these statuses; any when empty. */
    val statuses: List<InStatus> get() = optional("statuses") { it.asJsonArray.map { item -> InStatus(item.asJsonObject) } }.orEmpty()
    /** A multiplier: by how much it multiplies what rates and rules by item of its type give. */
    val times: String? get() = optional("times") { it.asString }
    /** Only orders placed on this local day or earlier. */
    val until: String? get() = optional("until") { it.asString }
    /** Only orders placed on one of these days of the week; any when empty. */
    val weekdays: List<Weekday> get() = optional("weekdays") { it.asJsonArray.map { item -> Weekday.of(item.asString) } }.orEmpty()
}

/** The state of an order that makes it earn (rule O1). */
enum class EarnsWhen(override val wire: String) : Word {
    /** As soon as it is recorded. */
    PLACED("placed"),
    /** When its payments cover it. */
    PAID("paid"),
    /** When it is fulfilled. */
    FULFILLED("fulfilled"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): EarnsWhen = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** The receipt of `email.set_preferences` and `email.unsubscribe_all`. */
class EmailPreferencesSet(json: JsonObject) : Answer(json) {
    /** The customer. */
    val customer: String get() = required("customer") { it.asString }
    /** The preferences now. */
    val preferences: Preferences get() = required("preferences") { Preferences(it.asJsonObject) }
}

/** What lapses of a point type. */
class Ending(json: JsonObject) : Answer(json) {
    /** The point type. */
    val type: String get() = required("type") { it.asString }
    /** Whose it is. */
    val holder: Holder get() = required("holder") { Holder.of(it.asString) }
    /** The months in which something lapses, in their order. */
    val months: List<Month> get() = required("months") { it.asJsonArray.map { item -> Month(item.asJsonObject) } }
}

/** Who joins the program by an import. */
enum class Enrolling(override val wire: String) : Word {
    /** Whom the file calls a member. Files of loyalty platforms have members only, unless a column says otherwise. */
    FILE("file"),
    /** All. */
    ALL("all"),
    /** Nobody. */
    NOBODY("nobody"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): Enrolling = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** Why an entry stands in the journal. */
enum class EntryKind(override val wire: String) : Word {
    /** Earned. */
    EARN("earn"),
    /** Adjusted by hand. */
    ADJUST("adjust"),
    /** Paid in: a gift card was issued or recharged. */
    LOAD("load"),
    /** Redeemed from a gift card to the credit of an account: less on the one, more on the other. */
    REDEEM("redeem"),
    /** Spent. */
    SPEND("spend"),
    /** Spent through a hold. */
    CAPTURE("capture"),
    /** Lapsed. */
    EXPIRE("expire"),
    /** Lapsed lots came back. */
    REINSTATE("reinstate"),
    /** Taken because the member left the program, or the gift card was deactivated. */
    FORFEIT("forfeit"),
    /** Lots got a later end; the amount is zero. */
    EXTEND("extend"),
    /** Lots got another end by hand; the amount is zero. */
    REDATE("redate"),
    /** Lots paid off debt; the amount is zero. */
    REPAY("repay"),
    /** Takes an earlier entry back. */
    REVERSE("reverse"),
    /** Went to another account by a merge, or back by its undo. */
    MERGE_OUT("merge_out"),
    /** Came from another account by a merge, or back by its undo. */
    MERGE_IN("merge_in"),
    /** Given to another customer. */
    TRANSFER_OUT("transfer_out"),
    /** Given by another customer. */
    TRANSFER_IN("transfer_in"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): EntryKind = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** An entry of a journal. */
class EntryView(json: JsonObject) : Answer(json) {
    /** The id. */
    val id: String get() = required("id") { it.asString }
    /** The point type. */
    val type: String get() = required("type") { it.asString }
    /** Why it stands in the journal. */
    val kind: EntryKind get() = required("kind") { EntryKind.of(it.asString) }
    /** The signed amount. */
    val amount: String get() = required("amount") { it.asString }
    /** The balance after it. */
    val balance: String get() = required("balance") { it.asString }
    /** When it took effect. */
    val effectiveAt: String get() = required("effective_at") { it.asString }
    /** When it was recorded. */
    val recordedAt: String get() = required("recorded_at") { it.asString }
    /** Who asked for it; a customer sees only themselves, not the shop's people. */
    val actor: String? get() = optional("actor") { it.asString }
    /** A credit that is not active at once: from when on it is. */
    val availableFrom: String? get() = optional("available_from") { it.asString }
    /** The batch of adjustments it came from; staff only. */
    val batch: String? get() = optional("batch") { it.asString }
    /** What the customer reads. */
    val comment: String? get() = optional("comment") { it.asString }
    /**
     * Of a merge, and of what is reversed after it: the entry in the other account. Of a transfer the same, for
     * staff only.
     */
    val counterpart: String? get() = optional("counterpart") { it.asString }
    /** How the debt changed. */
    val debt: String? get() = optional("debt") { it.asString }
    /** A credit: when its lot ends. */
    val expires: String? get() = optional("expires") { it.asString }
    /** The hold it came from. */
    val hold: String? get() = optional("hold") { it.asString }
    /** The lots from which it took (negative) or to which it gave back, and how much of each. */
    val lots: List<PartView> get() = optional("lots") { it.asJsonArray.map { item -> PartView(item.asJsonObject) } }.orEmpty()
    /** The internal note; staff only. */
    val note: String? get() = optional("note") { it.asString }
    /** The order it came from. */
    val order: String? get() = optional("order") { it.asString }
    /** Why; staff only. */
    val reason: String? get() = optional("reason") { it.asString }
    /** How much of it has been reversed. */
    val reversed: String? get() = optional("reversed") { it.asString }
    /** The entry it reverses. */
    val reverses: String? get() = optional("reverses") { it.asString }
    /** The earning rule it came from. */
    val rule: String? get() = optional("rule") { it.asString }
}

/** A period of the calendar. */
enum class Every(override val wire: String) : Word {
    /** A day. */
    DAY("day"),
    /** A week from Monday. */
    WEEK("week"),
    /** A month. */
    MONTH("month"),
    /** A year. */
    YEAR("year"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): Every = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** What happens with a row whose customer is there already, by id or by email. */
enum class Existing(override val wire: String) : Word {
    /** It is an error of the row. */
    REFUSE("refuse"),
    /** The customer stays as they are. */
    SKIP("skip"),
    /** The customer takes on what the row says. */
    UPDATE("update"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): Existing = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/**
 * The expiry policy of a point type. The resolved instant is stored on the lot; a later change of the policy
 * moves nothing by itself.
 */
sealed class Expiry(json: JsonObject) : Answer(json) {
    /** Credits last for ever. */
    class Never(json: JsonObject) : Expiry(json) {
    }

    /** Credits end at the first instant of the local date this many days later. */
    class Days(json: JsonObject) : Expiry(json) {
        /** How many days, 1 to 36,500. */
        val days: Long get() = required("days") { it.asLong }
    }

    /** Credits end at the first instant of the same day number this many months later. */
    class Months(json: JsonObject) : Expiry(json) {
        /** How many months, 0 to 1,200; 0 only with `round_up_to`. */
        val months: Long get() = required("months") { it.asLong }
        /** End with the month, quarter or year in which that day lies. */
        val roundUpTo: RoundUp? get() = optional("round_up_to") { RoundUp.of(it.asString) }
    }

    /** All credits end on one date of the account, which moves with the member's activity. */
    class Inactivity(json: JsonObject) : Expiry(json) {
        /** The unit of `count`. */
        val period: Period get() = required("period") { Period.of(it.asString) }
        /** How many days or months without activity. */
        val count: Long get() = required("count") { it.asLong }
        /** What counts as activity. */
        val movedBy: Moves? get() = optional("moved_by") { Moves.of(it.asString) }
    }

    /** One of a later release. */
    class Unknown(json: JsonObject) : Expiry(json)

    internal companion object {
        fun of(json: JsonObject): Expiry = when (json.get("policy")?.asString) {
            "never" -> Never(json)
            "days" -> Days(json)
            "months" -> Months(json)
            "inactivity" -> Inactivity(json)
            else -> Unknown(json)
        }
    }
}

/** How far a status falls that is no longer kept. */
enum class Falling(override val wire: String) : Word {
    /** To what the counter reaches, now or as the period ended. */
    TO_FIT("to_fit"),
    /** To the next status below, which is then kept for a period of its own. */
    ONE_STEP("one_step"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): Falling = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** A field of the customer list. */
enum class Field(override val wire: String) : Word {
    /** The host's id, byte by byte. */
    ID("id"),
    /** The email, without case. */
    EMAIL("email"),
    /** The name. Filters and sorting see it folded, family name first: `lovelace ada`. */
    NAME("name"),
    /** The phone number, digits only. */
    PHONE("phone"),
    /** The group. */
    GROUP("group"),
    /**
     * The membership state: `guest`, `registered`, `enrolled`, `unenrolled`, `removed`, `on_hold`, `merged`,
     * `deleted`.
     */
    STATE("state"),
    /** The locale, without case. */
    LOCALE("locale"),
    /** The gender, without case and accents. */
    GENDER("gender"),
    /** The date of birth. */
    BIRTH_DATE("birth_date"),
    /** When the account was created. */
    CREATED_AT("created_at"),
    /** The last sign-in. */
    LAST_LOGIN_AT("last_login_at"),
    /** Whether the newsletter is wanted. */
    NEWSLETTER("newsletter"),
    /** Whether the customer is blacklisted. */
    BLACKLISTED("blacklisted"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): Field = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/**
 * The columns of a file, as the programs call them from which it comes. Columns that are not listed are passed
 * over, but for those of our own format.
 */
enum class Format(override val wire: String) : Word {
    /**
     * Our own: `customer` or `email`, `amount`; `type`, `expected`, `reason`, `comment`, `note`, and at most one of
     * `expires_after_days`, `valid_through`, `expires_at`, `never_expires` (`yes` or nothing).
     */
    LOYALTY("loyalty"),
    /**
     * Talon.One's points: `customerprofileid`, `amount`, `startdate`, `expirydate`, `subledgerid` (the point type),
     * `reason`. It adds.
     */
    TALON_ONE("talon_one"),
    /** Smile's points: `email`, `points`. */
    SMILE("smile"),
    /** LoyaltyLion's points: `customer id`, `emails`, `points`. */
    LOYALTY_LION("loyalty_lion"),
    /**
     * Stamped's customers: `email`, and `points` where the mode is `set`, `add_points` where it is `add`; the other
     * must be empty.
     */
    STAMPED("stamped"),
    /** Yotpo's customers: `Email`, `Points Balance`. It sets. */
    YOTPO("yotpo"),
    /** FanMaker's awards: `Email`, `Points`, `Explanation` (the reason), `Identifier` (the note). It adds. */
    FAN_MAKER("fan_maker"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): Format = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** A card with a page of what was done with it. */
class GiftCardActivities(json: JsonObject) : Answer(json) {
    /** The card. */
    val card: GiftCardView get() = required("card") { GiftCardView(it.asJsonObject) }
    /** The entries of its journal, newest first. */
    val activities: List<EntryView> get() = required("activities") { it.asJsonArray.map { item -> EntryView(item.asJsonObject) } }
    /** Where to go on; absent on the last page. */
    val next: Long? get() = optional("next") { it.asLong }
}

/** A page of gift cards. */
class GiftCardCardPage(json: JsonObject) : Answer(json) {
    /** The cards, newest first. */
    val giftCards: List<GiftCardView> get() = required("gift_cards") { it.asJsonArray.map { item -> GiftCardView(item.asJsonObject) } }
    /** Where to go on; absent on the last page. */
    val next: String? get() = optional("next") { it.asString }
}

/** The result of `gift_card.issue`. */
class GiftCardIssued(json: JsonObject) : Answer(json) {
    /** The card. */
    val card: GiftCardView get() = required("card") { GiftCardView(it.asJsonObject) }
    /** The entry in the card's journal. */
    val entry: String get() = required("entry") { it.asString }
    /** The code, whole, in the first answer alone: hand it to the recipient and do not keep it. */
    val code: String? get() = optional("code") { it.asString }
}

/** The result of an operation that moves the value of a card. */
class GiftCardMoved(json: JsonObject) : Answer(json) {
    /** The card's number. */
    val giftCard: String get() = required("gift_card") { it.asString }
    /** The entry in the card's journal; the receipt's `entries` have it whole. */
    val entry: String get() = required("entry") { it.asString }
    /** What can be spent of the card now. */
    val balance: String get() = required("balance") { it.asString }
}

/** The result of `gift_card.redeem`. */
class GiftCardRedeemed(json: JsonObject) : Answer(json) {
    /** The customer. */
    val customer: String get() = required("customer") { it.asString }
    /** The card's number. */
    val giftCard: String get() = required("gift_card") { it.asString }
    /** How much was moved. */
    val amount: String get() = required("amount") { it.asString }
    /** The entry in the card's journal. */
    val entry: String get() = required("entry") { it.asString }
    /** The entries in the customer's journal: one for each end. */
    val credits: List<String> get() = required("credits") { it.asJsonArray.map { item -> item.asString } }
    /** What can be spent of the card now. */
    val balance: String get() = required("balance") { it.asString }
}

/** A gift card as answers show it. */
class GiftCardView(json: JsonObject) : Answer(json) {
    /** The card's number. */
    val giftCard: String get() = required("gift_card") { it.asString }
    /** Where it stands. */
    val state: CardState get() = required("state") { CardState.of(it.asString) }
    /** The point type of its value. */
    val type: String get() = required("type") { it.asString }
    /** The last four symbols of its code. */
    val lastFour: String get() = required("last_four") { it.asString }
    /** When it was issued. */
    val issuedAt: String get() = required("issued_at") { it.asString }
    /** When the last of its value ends. */
    val expires: String get() = required("expires") { it.asString }
    /** Its value. */
    val balance: Balance get() = required("balance") { Balance(it.asJsonObject) }
    /** The version of the card, for `if_version`. */
    val version: Long get() = required("version") { it.asLong }
    /** The customer whose it was before a merge. */
    val cameFrom: String? get() = optional("came_from") { it.asString }
    /** The customer to whom it was issued. */
    val customer: String? get() = optional("customer") { it.asString }
    /** What the giver writes. */
    val message: String? get() = optional("message") { it.asString }
    /** An internal note; staff only. */
    val note: String? get() = optional("note") { it.asString }
    /** The order on which it was bought. */
    val order: String? get() = optional("order") { it.asString }
    /** Why it is blocked or deactivated; staff only. */
    val reason: String? get() = optional("reason") { it.asString }
    /** Whom it is for. */
    val recipient: String? get() = optional("recipient") { it.asString }
    /** Where it is sent. */
    val recipientEmail: String? get() = optional("recipient_email") { it.asString }
}

/** Points, or value of a gift card, that paid for an order, and what refunds made of them. */
class GivenBack(json: JsonObject) : Answer(json) {
    /** The entry or hold that paid. */
    val source: String get() = required("source") { it.asString }
    /** How much of it came back. */
    val amount: String get() = required("amount") { it.asString }
    /**
     * How much of it stayed spent, as the program said at the time of a refund; a later program changes nothing
     * about it.
     */
    val kept: String? get() = optional("kept") { it.asString }
}

/** For what a rule gives. */
enum class Gives(override val wire: String) : Word {
    /** `points` for every `per` of the lines' value. */
    RATE("rate"),
    /** `points` for every item of the lines. */
    PER_ITEM("per_item"),
    /** `points` for the order. */
    PER_ORDER("per_order"),
    /** Nothing itself: it multiplies by `times`. */
    TIMES("times"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): Gives = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** A part of a mixed payment: a point type of the customer, or a gift card by its number or its code. */
class HoldPart(amount: String, more: HoldPart.() -> Unit = {}) : Arguments() {
    /** The code of a gift card, instead of its number. */
    var code: String? by given("code")

    /** The number of a gift card. */
    var giftCard: String? by given("gift_card")

    /** The point type. */
    var type: String? by given("type")

    init {
        this["amount"] = amount
        more()
    }
}

/** Whether a hold still sets something aside. */
enum class HoldState(override val wire: String) : Word {
    /** It does. */
    OPEN("open"),
    /** Nothing is set aside any more. */
    CLOSED("closed"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): HoldState = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** A hold. */
class HoldView(json: JsonObject) : Answer(json) {
    /** The id. */
    val id: String get() = required("id") { it.asString }
    /** The point type. */
    val type: String get() = required("type") { it.asString }
    /** Open, or closed because all was captured or released. */
    val state: HoldState get() = required("state") { HoldState.of(it.asString) }
    /** What was set aside. */
    val authorized: String get() = required("authorized") { it.asString }
    /** What was taken. */
    val captured: String get() = required("captured") { it.asString }
    /** What was given back. */
    val released: String get() = required("released") { it.asString }
    /** What is still set aside. */
    val remaining: String get() = required("remaining") { it.asString }
    /** When what remains is given back by itself. */
    val heldUntil: String? get() = optional("held_until") { it.asString }
    /** The order for which it was made. */
    val order: String? get() = optional("order") { it.asString }
}

/** Whose the value is. */
enum class Holder(override val wire: String) : Word {
    /** On accounts of customers. */
    CUSTOMERS("customers"),
    /** On gift cards. */
    GIFT_CARDS("gift_cards"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): Holder = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** The receipt of `impersonation.verify`. */
class ImpersonationRedeemed(json: JsonObject) : Answer(json) {
    /** The customer as whom to sign in. */
    val customer: String get() = required("customer") { it.asString }
    /** The agent who acts as them. */
    val agent: String get() = required("agent") { it.asString }
    /** What to put into `actor.through` of every context of the session. */
    val through: String get() = required("through") { it.asString }
    /** Why the agent does it; staff only. */
    val reason: String? get() = optional("reason") { it.asString }
}

/** The result of `impersonation.start`. */
class ImpersonationStarted(json: JsonObject) : Answer(json) {
    /** The customer. */
    val customer: String get() = required("customer") { it.asString }
    /** From when on the token no longer works. */
    val validUntil: String get() = required("valid_until") { it.asString }
    /** The token, in the first answer alone: hand it to your sign-in and do not keep it. */
    val token: String? get() = optional("token") { it.asString }
}

/** What became of rows, in numbers. */
class ImportCounts(created: Long, updated: Long, unchanged: Long, skipped: Long, repeated: Long, refused: Long, more: ImportCounts.() -> Unit = {}) : Arguments() {
    init {
        this["created"] = created
        this["updated"] = updated
        this["unchanged"] = unchanged
        this["skipped"] = skipped
        this["repeated"] = repeated
        this["refused"] = refused
        more()
    }
}

/** Where a file goes on, and what has become of it so far. */
class ImportNext(place: Place, counts: ImportCounts, more: ImportNext.() -> Unit = {}) : Arguments() {
    init {
        this["place"] = place
        this["counts"] = counts
        more()
    }
}

/** A status of a status system. */
class InStatus(json: JsonObject) : Answer(json) {
    /** The system. */
    val system: String get() = required("system") { it.asString }
    /** The status. */
    val status: String get() = required("status") { it.asString }
}

/** The verdict. */
class JournalVerified(json: JsonObject) : Answer(json) {
    /** Whether everything is as it should be. */
    val sound: Boolean get() = required("sound") { it.asBoolean }
    /** The head of the chain, 64 hexadecimal digits. */
    val head: String get() = required("head") { it.asString }
    /** Commands in the chain. */
    val commands: Long get() = required("commands") { it.asLong }
    /** Entries in all journals. */
    val entries: Long get() = required("entries") { it.asLong }
    /** The first difference. */
    val difference: Difference? get() = optional("difference") { Difference(it.asJsonObject) }
}

/** Until when a status is kept that was reached or renewed: its qualification period (rule Y5). */
sealed class Keep(json: JsonObject) : Answer(json) {
    /** As long as the counter reaches it. */
    class WhileItFits(json: JsonObject) : Keep(json) {
    }

    /** To the end of a calendar year: so many years behind the one in which it was reached or renewed. */
    class Years(json: JsonObject) : Keep(json) {
        /** How many years, 1 to 100. */
        val years: Long get() = required("years") { it.asLong }
    }

    /** To the first instant of the same day number, so many months later. */
    class Months(json: JsonObject) : Keep(json) {
        /** How many months, 1 to 1,200. */
        val months: Long get() = required("months") { it.asLong }
    }

    /** One of a later release. */
    class Unknown(json: JsonObject) : Keep(json)

    internal companion object {
        fun of(json: JsonObject): Keep = when (json.get("policy")?.asString) {
            "while_it_fits" -> WhileItFits(json)
            "years" -> Years(json)
            "months" -> Months(json)
            else -> Unknown(json)
        }
    }
}

/** Why a column is left out. */
enum class LeftOut(override val wire: String) : Word {
    /** The preset or the request says so. */
    IGNORED("ignored"),
    /** Neither the preset nor the request knows it. */
    NOT_KNOWN("not_known"),
    /** It is a password, or resets one: such columns are never read. */
    PASSWORD("password"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): LeftOut = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** What an agent decided about a status: evaluation moves it on one side of this only (rule Y3). */
class Lock(json: JsonObject) : Answer(json) {
    /** Which side is closed. */
    val kind: LockKind get() = required("kind") { LockKind.of(it.asString) }
    /** The status that was set. */
    val status: String get() = required("status") { it.asString }
    /** Until when, this instant excluded; without an end when absent. */
    val until: String? get() = optional("until") { it.asString }
}

/** Which side of a status is closed to evaluation. */
enum class LockKind(override val wire: String) : Word {
    /** It may rise, and never falls below what was set. */
    NOT_LOWERED("not_lowered"),
    /** It may fall, and never rises above what was set. */
    NOT_RAISED("not_raised"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): LockKind = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** A mail to a customer, ready to be sent. */
class Mail(json: JsonObject) : Answer(json) {
    /** To whom. */
    val to: String get() = required("to") { it.asString }
    /** The subject, one line. */
    val subject: String get() = required("subject") { it.asString }
    /** The mail as plain text. */
    val text: String get() = required("text") { it.asString }
    /** The mail as HTML, escaped; absent where the template has none. */
    val html: String? get() = optional("html") { it.asString }
}

/** What the sweep did. */
class MaintenanceSwept(json: JsonObject) : Answer(json) {
    /** Customers settled. */
    val customers: Long get() = required("customers") { it.asLong }
    /** Customers or gift cards whose settling was refused; they are due again. */
    val refused: Long get() = required("refused") { it.asLong }
    /** Whether there may be more that is due: call again. */
    val more: Boolean get() = required("more") { it.asBoolean }
    /** Gift cards settled. */
    val giftCards: Long? get() = optional("gift_cards") { it.asLong }
}

/** A customer's membership. */
class Membership(json: JsonObject) : Answer(json) {
    /** Where the customer stands. */
    val state: State get() = required("state") { State.of(it.asString) }
    /** Since when. */
    val since: String get() = required("since") { it.asString }
    /** The version of the membership, for `if_version`. */
    val version: Long get() = required("version") { it.asLong }
    /** On hold or merged: the state to which the account returns. */
    val before: State? get() = optional("before") { State.of(it.asString) }
    /** Enrolled at least once: when first. */
    val enrolledAt: String? get() = optional("enrolled_at") { it.asString }
    /** Merged: into whom. */
    val mergedInto: String? get() = optional("merged_into") { it.asString }
}

/** The capabilities of a customer. */
class MembershipCapabilityList(json: JsonObject) : Answer(json) {
    /** The customer. */
    val customer: String get() = required("customer") { it.asString }
    /** Where the customer stands. */
    val state: State get() = required("state") { State.of(it.asString) }
    /** Each capability, and whether the state has it. */
    val capabilities: Map<String, Boolean> get() = required("capabilities") { it.asJsonObject.entrySet().associate { (key, value) -> key to value.asBoolean } }
}

/** The result of a change of membership. */
class MembershipChanged(json: JsonObject) : Answer(json) {
    /** The customer. */
    val customer: String get() = required("customer") { it.asString }
    /** The state before. */
    val from: State get() = required("from") { State.of(it.asString) }
    /** The state now. */
    val state: State get() = required("state") { State.of(it.asString) }
    /** The version of the membership, for `if_version`. */
    val version: Long get() = required("version") { it.asLong }
}

/** The membership and how it came to be. */
class MembershipHistory(json: JsonObject) : Answer(json) {
    /** The customer. */
    val customer: String get() = required("customer") { it.asString }
    /** The membership now. */
    val membership: Membership get() = required("membership") { Membership(it.asJsonObject) }
    /** The changes, newest first. */
    val changes: List<PastChange> get() = required("changes") { it.asJsonArray.map { item -> PastChange(item.asJsonObject) } }
}

/** The merges into a customer. */
class MergeHistory(json: JsonObject) : Answer(json) {
    /** The customer. */
    val customer: String get() = required("customer") { it.asString }
    /** The merges, newest first. */
    val merges: List<MergeView> get() = required("merges") { it.asJsonArray.map { item -> MergeView(item.asJsonObject) } }
}

/** The value of a point type that went back. */
class MergeReturned(json: JsonObject) : Answer(json) {
    /** The point type. */
    val type: String get() = required("type") { it.asString }
    /** What the source had brought. */
    val brought: String get() = required("brought") { it.asString }
    /** What it gets back; the rest was spent, has lapsed, or is held. */
    val returned: String get() = required("returned") { it.asString }
}

/** The receipt of `merge.undo`. */
class MergeUndone(json: JsonObject) : Answer(json) {
    /** The customer into whom was merged. */
    val survivor: String get() = required("survivor") { it.asString }
    /** The customer who is their own again. */
    val source: String get() = required("source") { it.asString }
    /** The state of the source. */
    val state: State get() = required("state") { State.of(it.asString) }
    /** The value that went back, by point type. */
    val returned: List<MergeReturned> get() = required("returned") { it.asJsonArray.map { item -> MergeReturned(item.asJsonObject) } }
    /** What stayed with the survivor as the merge left it, and why. */
    val stayed: List<Stayed> get() = required("stayed") { it.asJsonArray.map { item -> Stayed(item.asJsonObject) } }
}

/** A merge, as answers show it. */
class MergeView(json: JsonObject) : Answer(json) {
    /** The survivor. */
    val survivor: String get() = required("survivor") { it.asString }
    /** The customer who was merged. */
    val source: String get() = required("source") { it.asString }
    /** When. */
    val mergedAt: String get() = required("merged_at") { it.asString }
    /** What was added to the survivor's records. */
    val added: Added get() = required("added") { Added(it.asJsonObject) }
    /** The records that moved. */
    val records: Records get() = required("records") { Records(it.asJsonObject) }
    /** Who asked for it; staff only. */
    val actor: String? get() = optional("actor") { it.asString }
    /** A comment. */
    val comment: String? get() = optional("comment") { it.asString }
    /** Why; staff only. */
    val reason: String? get() = optional("reason") { it.asString }
    /** When it was undone. */
    val undoneAt: String? get() = optional("undone_at") { it.asString }
}

/** The receipt of `merge.apply`. */
class Merged(json: JsonObject) : Answer(json) {
    /** The customer who remains. */
    val survivor: String get() = required("survivor") { it.asString }
    /** The customer who was merged. */
    val source: String get() = required("source") { it.asString }
    /** The fields of the profiles side by side. */
    val fields: List<PlannedField> get() = required("fields") { it.asJsonArray.map { item -> PlannedField(item.asJsonObject) } }
    /** When the survivor is said to have been created: the earlier date. */
    val createdAt: String get() = required("created_at") { it.asString }
    /** What was added to the survivor's records. */
    val added: Added get() = required("added") { Added(it.asJsonObject) }
    /** The records that moved. */
    val records: Records get() = required("records") { Records(it.asJsonObject) }
    /** The later of the last sign-ins. */
    val lastLoginAt: String? get() = optional("last_login_at") { it.asString }
    /** The decisions about mail side by side. */
    val mail: List<PlannedMail> get() = optional("mail") { it.asJsonArray.map { item -> PlannedMail(item.asJsonObject) } }.orEmpty()
    /** Where both stand in the status systems, and the survivor afterwards. */
    val statuses: List<PlannedStatus> get() = optional("statuses") { it.asJsonArray.map { item -> PlannedStatus(item.asJsonObject) } }.orEmpty()
}

/** A message as the host gets it. */
class MessageView(json: JsonObject) : Answer(json) {
    /** The id, for `outbox.ack`. */
    val id: String get() = required("id") { it.asString }
    /** What happened: the name of the operation. */
    val event: String get() = required("event") { it.asString }
    /** When it was recorded. */
    val recordedAt: String get() = required("recorded_at") { it.asString }
    /** Who asked for it. */
    val actor: String get() = required("actor") { it.asString }
    /** The result of the operation; of a mail, what it is about: customer, ticket, template. */
    val data: JsonElement get() = required("data") { it }
    /** Given out again after this time if it is not acknowledged. */
    val leasedUntil: String get() = required("leased_until") { it.asString }
    /** The customer it is about. */
    val customer: String? get() = optional("customer") { it.asString }
    /**
     * Send this mail to the customer, whatever marketing they have opted out of: it belongs to a transaction. It may
     * hold a password, so do not keep it.
     */
    val email: Mail? get() = optional("email") { Mail(it.asJsonObject) }
    /** The gift card it is about. */
    val giftCard: String? get() = optional("gift_card") { it.asString }
}

/** What is done with the amounts of a file. */
enum class Mode(override val wire: String) : Word {
    /** They are given or, below zero, taken. */
    ADD("add"),
    /** They are what the balance shall be, where it is what was expected. */
    SET("set"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): Mode = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** What lapses in a month. */
class Month(json: JsonObject) : Answer(json) {
    /** The first day of the month. */
    val month: String get() = required("month") { it.asString }
    /** How many lots. */
    val lots: Long get() = required("lots") { it.asLong }
    /** How much. */
    val amount: String get() = required("amount") { it.asString }
    /** How much of it lapses on an account's date, which moves on with the member's activity. */
    val accountDate: String get() = required("account_date") { it.asString }
}

/** A section that has more rows than were answered. */
class MoreData(json: JsonObject) : Answer(json) {
    /** The section. */
    val section: Section get() = required("section") { Section.of(it.asString) }
    /** Where it goes on. */
    val cursor: String get() = required("cursor") { it.asString }
}

/** What moves the date of an account whose credits lapse with inactivity. */
enum class Moves(override val wire: String) : Word {
    /** Earning. */
    EARNING("earning"),
    /** Earning and spending. */
    EARNING_OR_SPENDING("earning_or_spending"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): Moves = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** Something with an id and a name: a group or a mailing list. */
class Named(json: JsonObject) : Answer(json) {
    /** The id. */
    val id: String get() = required("id") { it.asString }
    /** The name that people see; the id when absent. */
    val name: String? get() = optional("name") { it.asString }
}

/** Where a file goes on, and what has become of it so far. */
class Next(place: Place, digest: String, done: Long, refused: Long, totals: List<Sum>, more: Next.() -> Unit = {}) : Arguments() {
    init {
        this["place"] = place
        this["digest"] = digest
        this["done"] = done
        this["refused"] = refused
        this["totals"] = totals
        more()
    }
}

/** The next reward on a stamp card. */
class NextReward(json: JsonObject) : Answer(json) {
    /** The number of its stamp. */
    val stamp: Long get() = required("stamp") { it.asLong }
    /** The reward. */
    val reward: String get() = required("reward") { it.asString }
    /** The name that people see. */
    val name: String get() = required("name") { it.asString }
}

/** The next status above. */
class NextStatus(json: JsonObject) : Answer(json) {
    /** What the counter lacks. */
    val missing: String get() = required("missing") { it.asString }
    /** The id. */
    val id: String get() = required("id") { it.asString }
    /** The name. */
    val name: String get() = required("name") { it.asString }
    /** The counter from which on a member has it. */
    val threshold: String get() = required("threshold") { it.asString }
}

/** Why someone may not buy. */
enum class Obstacle(override val wire: String) : Word {
    /** The email or the customer is blacklisted. */
    BLACKLISTED("blacklisted"),
    /** The customer is on hold, merged or deleted. */
    STATE("state"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): Obstacle = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** What becomes of points and stamps when a member leaves the program. */
enum class OnLeaving(override val wire: String) : Word {
    /** They stay, frozen, and lapse on their dates. */
    FREEZE("freeze"),
    /** They are taken. */
    FORFEIT("forfeit"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): OnLeaving = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** How a field is compared. */
enum class Op(override val wire: String) : Word {
    /** Equal; null equals null. */
    EQ("eq"),
    /** Not equal; also where there is no value. */
    NE("ne"),
    /** Smaller. */
    LT("lt"),
    /** Smaller or equal. */
    LE("le"),
    /** Larger. */
    GT("gt"),
    /** Larger or equal. */
    GE("ge"),
    /** Equal to one of a list. */
    IN("in"),
    /** Begins with. */
    PREFIX("prefix"),
    /** In which it stands somewhere; of a name, each word. */
    CONTAINS("contains"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): Op = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** A decision about a mailing list: what, when, by whom and through what. */
class OptIn(json: JsonObject) : Answer(json) {
    /** Wanted or not. */
    val optedIn: Boolean get() = required("opted_in") { it.asBoolean }
    /** When it was decided. */
    val changedAt: String get() = required("changed_at") { it.asString }
    /**
     * The actor who recorded it. Customers see themselves alone, and what they decided through: never the shop's
     * people.
     */
    val by: String? get() = optional("by") { it.asString }
    /** The page, device or channel. */
    val through: String? get() = optional("through") { it.asString }
}

/** A line of an order. */
class OrderLine(json: JsonObject) : Answer(json) {
    /** The host's id of the line, unique in the order; its position from 1 when absent. */
    val id: String get() = required("id") { it.asString }
    /** How many, more than zero. */
    val quantity: String get() = required("quantity") { it.asString }
    /** The price of one, not negative. */
    val unitPrice: String get() = required("unit_price") { it.asString }
    /** Discount on the line, not negative. */
    val discount: String get() = required("discount") { it.asString }
    /** The category of the article. */
    val category: String? get() = optional("category") { it.asString }
    /** Whether it sells gift cards. */
    val giftCard: Boolean? get() = optional("gift_card") { it.asBoolean }
    /** The article. */
    val sku: String? get() = optional("sku") { it.asString }
}

/** A line of an order as it comes in. */
class OrderOrderLine(unitPrice: String, more: OrderOrderLine.() -> Unit = {}) : Arguments() {
    /** The category of the article. */
    var category: String? by given("category")

    /** Discount on the line, not negative. */
    var discount: String? by optional("discount")

    /** Whether it sells gift cards: then it earns nothing, unless a rule says so. */
    var giftCard: Boolean? by optional("gift_card")

    /** The host's id of the line, unique in the order; its position from 1 when absent. */
    var id: String? by given("id")

    /** How many, more than zero; 1 when absent. */
    var quantity: String? by optional("quantity")

    /** The article. */
    var sku: String? by given("sku")

    init {
        this["unit_price"] = unitPrice
        more()
    }
}

/** A page of orders. */
class OrderPage(json: JsonObject) : Answer(json) {
    /** The orders, newest first. */
    val orders: List<OrderView> get() = required("orders") { it.asJsonArray.map { item -> OrderView(item.asJsonObject) } }
    /** Where to go on; absent on the last page. */
    val next: String? get() = optional("next") { it.asString }
}

/** How far an order is paid (rule O7); `payments` has where each payment stands. */
enum class OrderPaid(override val wire: String) : Word {
    /** Nothing is. */
    UNPAID("unpaid"),
    /** Something is, but not all that is owed. */
    PARTLY_PAID("partly_paid"),
    /** All that is owed. */
    PAID("paid"),
    /** Everything was given back. */
    REFUNDED("refunded"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): OrderPaid = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** A part of an order with what it has of what was earned. */
class OrderPart(json: JsonObject) : Answer(json) {
    /** How much of what was earned. */
    val amount: String get() = required("amount") { it.asString }
    /** Shipping or tax. */
    val charge: Charge? get() = optional("charge") { Charge.of(it.asString) }
    /** The line's id. */
    val line: String? get() = optional("line") { it.asString }
    /** How many of it. */
    val quantity: String? get() = optional("quantity") { it.asString }
    /** The article. */
    val sku: String? get() = optional("sku") { it.asString }
    /**
     * What each unit has, where there are whole ones, 100 at most: what refunds of one after another take while
     * nothing else is given back.
     */
    val units: List<String> get() = optional("units") { it.asJsonArray.map { item -> item.asString } }.orEmpty()
}

/** A payment of an order. */
class OrderPayment(id: String, amount: String, status: PaymentStatus, more: OrderPayment.() -> Unit = {}) : Arguments() {
    /** How it was paid. */
    var method: String? by given("method")

    /**
     * Paid with points or a gift card: the entry that spent them, or the hold from which they were captured. It pays
     * for no other order.
     */
    var points: String? by given("points")

    init {
        this["id"] = id
        this["amount"] = amount
        this["status"] = status
        more()
    }
}

/** The answer of `order.quote`. */
class OrderQuoted(json: JsonObject) : Answer(json) {
    /** What it comes to. */
    val total: String get() = required("total") { it.asString }
    /** What it would earn of each point type. */
    val earns: List<OrderSum> get() = required("earns") { it.asJsonArray.map { item -> OrderSum(item.asJsonObject) } }
    /** What each rule says, in the order of the program. */
    val rules: List<Said> get() = required("rules") { it.asJsonArray.map { item -> Said(item.asJsonObject) } }
    /** Why it would not earn now, whatever the rules say. */
    val notEarned: String? get() = optional("not_earned") { it.asString }
}

/** What an order has earned by now: the result of the commands that can make it earn. */
class OrderRecorded(json: JsonObject) : Answer(json) {
    /** The order's number. */
    val number: String get() = required("number") { it.asString }
    /** What it comes to. */
    val total: String get() = required("total") { it.asString }
    /** What it earned in all. */
    val earned: List<Earned> get() = required("earned") { it.asJsonArray.map { item -> Earned(item.asJsonObject) } }
    /** When it earned; absent while it has not. */
    val earnedAt: String? get() = optional("earned_at") { it.asString }
    /** Why it has not earned. */
    val notEarned: String? get() = optional("not_earned") { it.asString }
    /** The order's owner, where that is another customer than the one named. */
    val owner: String? get() = optional("owner") { it.asString }
}

/** The result of `order.refund` and `order.cancel`. */
class OrderReturns(json: JsonObject) : Answer(json) {
    /** The order's number. */
    val number: String get() = required("number") { it.asString }
    /** The order's owner. */
    val customer: String get() = required("customer") { it.asString }
    /** What this refund comes to; nothing when it was known already. */
    val amount: String get() = required("amount") { it.asString }
    /** What it took back of what the order earned. */
    val taken: List<Taken> get() = required("taken") { it.asJsonArray.map { item -> Taken(item.asJsonObject) } }
    /** What it gave back of the points and gift cards that paid for the order. */
    val givenBack: List<Taken> get() = required("given_back") { it.asJsonArray.map { item -> Taken(item.asJsonObject) } }
    /** What was given back of the order in all. */
    val refunded: String get() = required("refunded") { it.asString }
    /** Whether everything was given back. */
    val all: Boolean get() = required("all") { it.asBoolean }
}

/** An amount of a point type. */
class OrderSum(json: JsonObject) : Answer(json) {
    /** The point type. */
    val type: String get() = required("type") { it.asString }
    /** How much. */
    val amount: String get() = required("amount") { it.asString }
}

/** An order as answers show it. */
class OrderView(json: JsonObject) : Answer(json) {
    /** The host's number. */
    val number: String get() = required("number") { it.asString }
    /** When it was placed. */
    val placedAt: String get() = required("placed_at") { it.asString }
    /** What it comes to: lines less discounts, plus shipping and tax. */
    val total: String get() = required("total") { it.asString }
    /** How far it is paid. */
    val paymentStatus: OrderPaid get() = required("payment_status") { OrderPaid.of(it.asString) }
    /** The currency, three capital letters. */
    val currency: String get() = required("currency") { it.asString }
    /** The lines. */
    val lines: List<OrderLine> get() = required("lines") { it.asJsonArray.map { item -> OrderLine(item.asJsonObject) } }
    /** Discount on the whole. */
    val discount: String get() = required("discount") { it.asString }
    /** Shipping. */
    val shipping: String get() = required("shipping") { it.asString }
    /** Tax. */
    val tax: String get() = required("tax") { it.asString }
    /** The customer whose it was before a merge. */
    val cameFrom: String? get() = optional("came_from") { it.asString }
    /** Where it was placed. */
    val channel: String? get() = optional("channel") { it.asString }
    /** What it earned. */
    val earned: List<Earned> get() = optional("earned") { it.asJsonArray.map { item -> Earned(item.asJsonObject) } }.orEmpty()
    /** When it earned. */
    val earnedAt: String? get() = optional("earned_at") { it.asString }
    /** Whether it is fulfilled. */
    val fulfilled: Boolean? get() = optional("fulfilled") { it.asBoolean }
    /** What refunds made of the points and gift cards that paid for it. */
    val givenBack: List<GivenBack> get() = optional("given_back") { it.asJsonArray.map { item -> GivenBack(item.asJsonObject) } }.orEmpty()
    /** A link into the host's own page; staff only. */
    val link: String? get() = optional("link") { it.asString }
    /** The number of the order to which several belong. */
    val masterNumber: String? get() = optional("master_number") { it.asString }
    /** The payments. */
    val payments: List<Payment> get() = optional("payments") { it.asJsonArray.map { item -> Payment(item.asJsonObject) } }.orEmpty()
    /**
     * The decimal places of the currency when it was recorded, where the program listed it: what is shared out later
     * is shared in these.
     */
    val places: Long? get() = optional("places") { it.asLong }
    /** The refunds, in the order in which they came. */
    val refunds: List<Refunded> get() = optional("refunds") { it.asJsonArray.map { item -> Refunded(item.asJsonObject) } }.orEmpty()
    /** What of each part was given back, by all refunds together. */
    val returned: List<Returned> get() = optional("returned") { it.asJsonArray.map { item -> Returned(item.asJsonObject) } }.orEmpty()
    /** Whether everything was given back. */
    val returnedAll: Boolean? get() = optional("returned_all") { it.asBoolean }
}

/** A lot and where it came from. */
class Origins(json: JsonObject) : Answer(json) {
    /** The lot: the id of the entry that made it. */
    val lot: String get() = required("lot") { it.asString }
    /** How much of it: in a balance what is left, in an entry what was taken (negative) or put back. */
    val amount: String get() = required("amount") { it.asString }
    /** When it ends. */
    val expires: String get() = required("expires") { it.asString }
    /** The entry that made it: order, rule, adjustment. */
    val madeBy: EntryView get() = required("made_by") { EntryView(it.asJsonObject) }
    /** The parts of the order for which it was earned. */
    val order: List<OrderPart> get() = optional("order") { it.asJsonArray.map { item -> OrderPart(item.asJsonObject) } }.orEmpty()
    /** Where it is now: `pending`, `active`, `held`, `lapsed`; absent for what an entry moved. */
    val place: String? get() = optional("place") { it.asString }
}

/** What was acknowledged. */
class OutboxAcked(json: JsonObject) : Answer(json) {
    /** How many are done now. */
    val acknowledged: Long get() = required("acknowledged") { it.asLong }
    /** How many were done already or unknown. */
    val unknown: Long get() = required("unknown") { it.asLong }
}

/** The messages taken. */
class OutboxTaken(json: JsonObject) : Answer(json) {
    /** The messages; acknowledge them with `outbox.ack`. */
    val messages: List<MessageView> get() = required("messages") { it.asJsonArray.map { item -> MessageView(item.asJsonObject) } }
}

/** What became of a command. */
enum class Outcome(override val wire: String) : Word {
    /** It was done. */
    DONE("done"),
    /** It was refused and changed nothing. */
    REFUSED("refused"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): Outcome = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/**
 * What is outstanding in a point type. `total = active + pending + held − debt`, the sum of what
 * `points.balance` says of all of them.
 */
class Outstanding(json: JsonObject) : Answer(json) {
    /** The point type. */
    val type: String get() = required("type") { it.asString }
    /** Whose it is. */
    val holder: Holder get() = required("holder") { Holder.of(it.asString) }
    /** How many accounts have some or owe some. */
    val accounts: Long get() = required("accounts") { it.asLong }
    /** What can be spent now. */
    val active: String get() = required("active") { it.asString }
    /** What becomes active later. */
    val pending: String get() = required("pending") { it.asString }
    /** What holds have set aside. */
    val held: String get() = required("held") { it.asString }
    /** What is owed to the shop. */
    val debt: String get() = required("debt") { it.asString }
    /** What all entries come to. */
    val total: String get() = required("total") { it.asString }
    /**
     * What is active, pending and held, by how long ago it was earned: 0 to 30 days, to 90, to 180, to 365, and
     * longer.
     */
    val ages: List<Aged> get() = required("ages") { it.asJsonArray.map { item -> Aged(item.asJsonObject) } }
}

/** What was paid for a reward. */
class Paid(json: JsonObject) : Answer(json) {
    /** The point type. */
    val type: String get() = required("type") { it.asString }
    /** How much. */
    val amount: String get() = required("amount") { it.asString }
    /** The entry. */
    val entry: String get() = required("entry") { it.asString }
}

/** What an entry took from a lot or put back. */
class PartView(json: JsonObject) : Answer(json) {
    /** The lot: the id of the entry that made it. */
    val lot: String get() = required("lot") { it.asString }
    /** How much, signed. */
    val amount: String get() = required("amount") { it.asString }
    /** When that lot ends. */
    val expires: String get() = required("expires") { it.asString }
}

/** How passwords are reset. */
class PasswordReset(json: JsonObject) : Answer(json) {
    /**
     * The address of your page on which a password is chosen, to whose end the token is put:
     * `https://shop.example/reset?token=`. A link needs it.
     */
    val link: String? get() = optional("link") { it.asString }
    /** For how many minutes it works, 1 to 10,080; 60 when absent. */
    val minutes: Long? get() = optional("minutes") { it.asLong }
    /** What the customer gets by mail. */
    val style: ResetStyle? get() = optional("style") { ResetStyle.of(it.asString) }
}

/** The receipt of `password.reset`. */
class PasswordResetDone(json: JsonObject) : Answer(json) {
    /** For how many minutes what was sent works, if something was. */
    val minutes: Long get() = required("minutes") { it.asLong }
    /** The customer, if asked for by id. */
    val customer: String? get() = optional("customer") { it.asString }
    /** From when on it no longer works, if asked for by id. */
    val validUntil: String? get() = optional("valid_until") { it.asString }
}

/** The receipt of `password.verify`. */
class PasswordVerified(json: JsonObject) : Answer(json) {
    /** The customer, who may choose a new password now. */
    val customer: String get() = required("customer") { it.asString }
    /** What they were sent. */
    val style: ResetStyle get() = required("style") { ResetStyle.of(it.asString) }
}

/** A total as it was. */
class PastBalance(json: JsonObject) : Answer(json) {
    /** The point type. */
    val type: String get() = required("type") { it.asString }
    /** The sum of all entries that had taken effect. */
    val total: String get() = required("total") { it.asString }
}

/** A change that was made. */
class PastChange(json: JsonObject) : Answer(json) {
    /** When. */
    val at: String get() = required("at") { it.asString }
    /** The change. */
    val change: Change get() = required("change") { Change.of(it.asString) }
    /** The state before. */
    val from: State get() = required("from") { State.of(it.asString) }
    /** The state after. */
    val to: State get() = required("to") { State.of(it.asString) }
    /** Who asked for it; a customer sees only themselves, not the shop's people. */
    val actor: String? get() = optional("actor") { it.asString }
    /** A comment; the customer reads it. */
    val comment: String? get() = optional("comment") { it.asString }
    /** Why; staff only. */
    val reason: String? get() = optional("reason") { it.asString }
}

/** A change that was made. */
class PastStatusChange(json: JsonObject) : Answer(json) {
    /** When it took effect. */
    val at: String get() = required("at") { it.asString }
    /** What happened. */
    val change: StatusChangeKind get() = required("change") { StatusChangeKind.of(it.asString) }
    /** Who asked for it, `system` for evaluation; a customer sees only themselves, not the shop's people. */
    val actor: String? get() = optional("actor") { it.asString }
    /** A comment; the customer reads it. */
    val comment: String? get() = optional("comment") { it.asString }
    /** The status before, if there was one. */
    val from: String? get() = optional("from") { it.asString }
    /** The lock that was set. */
    val lock: Lock? get() = optional("lock") { Lock(it.asJsonObject) }
    /** An internal note; staff only. */
    val note: String? get() = optional("note") { it.asString }
    /** The rewards that were granted with it. */
    val rewards: List<String> get() = optional("rewards") { it.asJsonArray.map { item -> item.asString } }.orEmpty()
    /** The status after, if there is one. */
    val to: String? get() = optional("to") { it.asString }
}

/** A payment of an order. */
class Payment(json: JsonObject) : Answer(json) {
    /** The host's id of the payment, unique in the order. */
    val id: String get() = required("id") { it.asString }
    /** How much. */
    val amount: String get() = required("amount") { it.asString }
    /** Where it stands. */
    val status: PaymentStatus get() = required("status") { PaymentStatus.of(it.asString) }
    /** How it was paid. */
    val method: String? get() = optional("method") { it.asString }
    /**
     * Paid with points or a gift card: the entry that spent them, or the hold from which they were captured. It pays
     * for no other order.
     */
    val points: String? get() = optional("points") { it.asString }
}

/** A saved payment method of a customer. */
class PaymentMethod(json: JsonObject) : Answer(json) {
    /** The customer. */
    val customer: String get() = required("customer") { it.asString }
    /** The id: the host's, or `m1`, `m2` and so on. */
    val id: String get() = required("id") { it.asString }
    /** The version, for `if_version`. */
    val version: Long get() = required("version") { it.asLong }
    /** When it was first saved. */
    val savedAt: String get() = required("saved_at") { it.asString }
    /** What the payment provider calls it. */
    val token: String get() = required("token") { it.asString }
    /** The brand, such as "Visa". */
    val brand: String? get() = optional("brand") { it.asString }
    /** The last month in which it is valid, 1 to 12. */
    val expiryMonth: Long? get() = optional("expiry_month") { it.asLong }
    /** The year of that month. */
    val expiryYear: Long? get() = optional("expiry_year") { it.asLong }
    /** The last four digits. */
    val lastFour: String? get() = optional("last_four") { it.asString }
}

/** The receipt of `payment_method.remove`. */
class PaymentMethodRemoved(json: JsonObject) : Answer(json) {
    /** The customer. */
    val customer: String get() = required("customer") { it.asString }
    /** The payment method that is gone; a generated id is not used again. */
    val paymentMethod: String get() = required("payment_method") { it.asString }
}

/** The receipt of `payment_method.save`. */
class PaymentMethodSaved(json: JsonObject) : Answer(json) {
    /** The customer. */
    val customer: String get() = required("customer") { it.asString }
    /** The payment method. */
    val paymentMethod: String get() = required("payment_method") { it.asString }
    /** Its version now. */
    val version: Long get() = required("version") { it.asLong }
}

/** What an order has earned by now: the result of the commands that can make it earn. */
class PaymentRecorded(json: JsonObject) : Answer(json) {
    /** The order's number. */
    val number: String get() = required("number") { it.asString }
    /** What it comes to. */
    val total: String get() = required("total") { it.asString }
    /** What it earned in all. */
    val earned: List<Earned> get() = required("earned") { it.asJsonArray.map { item -> Earned(item.asJsonObject) } }
    /** When it earned; absent while it has not. */
    val earnedAt: String? get() = optional("earned_at") { it.asString }
    /** Why it has not earned. */
    val notEarned: String? get() = optional("not_earned") { it.asString }
    /** The order's owner, where that is another customer than the one named. */
    val owner: String? get() = optional("owner") { it.asString }
}

/** Where a payment stands. */
enum class PaymentStatus(override val wire: String) : Word {
    /** Not yet paid. */
    PENDING("pending"),
    /** Promised by the payment service. */
    AUTHORIZED("authorized"),
    /** Paid. */
    PAID("paid"),
    /** Failed. */
    FAILED("failed"),
    /** Paid back. */
    REFUNDED("refunded"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): PaymentStatus = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** A unit of time of the calendar. */
enum class Period(override val wire: String) : Word {
    /** Local dates. */
    DAYS("days"),
    /** Months. */
    MONTHS("months"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): Period = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** The most that a rule gives to one customer in a period: of the calendar, or the last so many days. */
class PeriodCap(json: JsonObject) : Answer(json) {
    /** How many. */
    val points: String get() = required("points") { it.asString }
    /** The last so many days, today among them: 1 to 366. */
    val days: Long? get() = optional("days") { it.asLong }
    /** The period of the calendar, in the program's zone. */
    val every: Every? get() = optional("every") { Every.of(it.asString) }
}

/**
 * Where a file goes on: what one call answers and the next one takes. It keeps what is left of the piece, a row
 * whose end has not come yet, so that whoever sends a file may cut it anywhere.
 */
class Place(row: Long, more: Place.() -> Unit = {}) : Arguments() {
    /** The file's first line, when it has come. */
    var header: String? by given("header")

    /** What is left: it goes in front of the next piece. */
    var rest: String? by optional("rest")

    init {
        this["row"] = row
        more()
    }
}

/** A field of the profile, side by side. */
class PlannedField(json: JsonObject) : Answer(json) {
    /** The field. */
    val field: ProfileField get() = required("field") { ProfileField.of(it.asString) }
    /** Whose value stands afterwards. */
    val winner: Side get() = required("winner") { Side.of(it.asString) }
    /** Why. */
    val why: Why get() = required("why") { Why.of(it.asString) }
    /** What the source has. */
    val source: String? get() = optional("source") { it.asString }
    /** What the survivor has. */
    val survivor: String? get() = optional("survivor") { it.asString }
}

/** A decision about mail, side by side; an opt-out wins. */
class PlannedMail(json: JsonObject) : Answer(json) {
    /** What holds afterwards. */
    val optedIn: Boolean get() = required("opted_in") { it.asBoolean }
    /** The mailing list; the newsletter when absent. */
    val list: String? get() = optional("list") { it.asString }
    /** What the source decided. */
    val source: Boolean? get() = optional("source") { it.asBoolean }
    /** What the survivor decided. */
    val survivor: Boolean? get() = optional("survivor") { it.asBoolean }
}

/** A status system in which somebody stands whose accounts become one. */
class PlannedStatus(json: JsonObject) : Answer(json) {
    /** The system. */
    val system: String get() = required("system") { it.asString }
    /** Where the survivor stands. */
    val survivor: StatusLevel get() = required("survivor") { StatusLevel(it.asJsonObject) }
    /** Where the source stands. */
    val source: StatusLevel get() = required("source") { StatusLevel(it.asJsonObject) }
    /** Where the survivor stands afterwards. */
    val after: StatusLevel get() = required("after") { StatusLevel(it.asJsonObject) }
}

/** What a point type is. */
enum class PointKind(override val wire: String) : Word {
    /** Points: follow membership. */
    POINTS("points"),
    /** Stamps: follow membership. */
    STAMPS("stamps"),
    /** Money of one currency: follows the account. */
    MONEY("money"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): PointKind = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** A unit of value with its own ledger. */
class PointType(json: JsonObject) : Answer(json) {
    /** The id, such as `points`. It can never change its kind, places or currency, nor go away. */
    val id: String get() = required("id") { it.asString }
    /** Days until what is earned becomes active; 0 at once (rule L4). */
    val activationDays: Long? get() = optional("activation_days") { it.asLong }
    /** The currency of a money type (rule R8). */
    val currency: String? get() = optional("currency") { it.asString }
    /**
     * How far an adjustment may take the balance below zero: "0", or a negative decimal (rule L7). What is taken
     * back of a credit that is spent already is not bound by it: there `reversal_shortfall` says what happens.
     */
    val debtFloor: String? get() = optional("debt_floor") { it.asString }
    /** How long a credit lasts. */
    val expiry: Expiry? get() = optional("expiry") { Expiry.of(it.asJsonObject) }
    /** What it is; decides which membership states may use it (rule M2). */
    val kind: PointKind? get() = optional("kind") { PointKind.of(it.asString) }
    /** The name that people see; the id when absent. */
    val name: String? get() = optional("name") { it.asString }
    /** Decimal places, 0 to 8. Money has those of its currency. */
    val places: Long? get() = optional("places") { it.asLong }
    /** Days within which what has lapsed can be brought back (`points.reinstate`); 0 not at all (rule L5). */
    val reinstatementDays: Long? get() = optional("reinstatement_days") { it.asLong }
    /** Days that a lot put back after its expiry lives on; 0 none (rule L9). */
    val reversalGraceDays: Long? get() = optional("reversal_grace_days") { it.asLong }
    /** What happens when a reversed credit is spent already (rule L9). */
    val reversalShortfall: Shortfall? get() = optional("reversal_shortfall") { Shortfall.of(it.asString) }
    /**
     * Whether a customer's can be given to another customer; not stamps, which stand on their owner's card (rule
     * L13).
     */
    val transferable: Boolean? get() = optional("transferable") { it.asBoolean }
}

/** The balances of a customer. */
class PointsBalances(json: JsonObject) : Answer(json) {
    /** The customer. */
    val customer: String get() = required("customer") { it.asString }
    /** When this was so. */
    val at: String get() = required("at") { it.asString }
    /** One per point type. */
    val balances: List<Balance> get() = required("balances") { it.asJsonArray.map { item -> Balance(item.asJsonObject) } }
    /** The totals at the moment `as_of`. */
    val asOf: List<PastBalance> get() = optional("as_of") { it.asJsonArray.map { item -> PastBalance(item.asJsonObject) } }.orEmpty()
    /** The open holds, those that end first first, at most 100 per point type. */
    val holds: List<HoldView> get() = optional("holds") { it.asJsonArray.map { item -> HoldView(item.asJsonObject) } }.orEmpty()
}

/** The result of `points.capture`. */
class PointsCaptured(json: JsonObject) : Answer(json) {
    /** The hold as it is now. */
    val hold: HoldView get() = required("hold") { HoldView(it.asJsonObject) }
    /** The entry. */
    val entry: String get() = required("entry") { it.asString }
    /** Of several holds: each of them with its entry, in their order. */
    val parts: List<CapturedPart> get() = optional("parts") { it.asJsonArray.map { item -> CapturedPart(item.asJsonObject) } }.orEmpty()
}

/** An explanation. */
class PointsExplained(json: JsonObject) : Answer(json) {
    /** The lots behind it, each with the entry that made it. */
    val lots: List<Origins> get() = required("lots") { it.asJsonArray.map { item -> Origins(item.asJsonObject) } }
    /** Whether there are more lots than are shown. */
    val more: Boolean get() = required("more") { it.asBoolean }
    /** The entry itself, when one is explained. */
    val entry: EntryView? get() = optional("entry") { EntryView(it.asJsonObject) }
    /** The parts of the order for which the entry was earned. */
    val order: List<OrderPart> get() = optional("order") { it.asJsonArray.map { item -> OrderPart(item.asJsonObject) } }.orEmpty()
}

/** The result of `points.hold` and `points.release`. */
class PointsHeld(json: JsonObject) : Answer(json) {
    /** The id. */
    val id: String get() = required("id") { it.asString }
    /** The point type. */
    val type: String get() = required("type") { it.asString }
    /** Open, or closed because all was captured or released. */
    val state: HoldState get() = required("state") { HoldState.of(it.asString) }
    /** What was set aside. */
    val authorized: String get() = required("authorized") { it.asString }
    /** What was taken. */
    val captured: String get() = required("captured") { it.asString }
    /** What was given back. */
    val released: String get() = required("released") { it.asString }
    /** What is still set aside. */
    val remaining: String get() = required("remaining") { it.asString }
    /** When what remains is given back by itself. */
    val heldUntil: String? get() = optional("held_until") { it.asString }
    /** The order for which it was made. */
    val order: String? get() = optional("order") { it.asString }
    /** Of several holds: each of them, in their order. */
    val parts: List<HoldView> get() = optional("parts") { it.asJsonArray.map { item -> HoldView(item.asJsonObject) } }.orEmpty()
}

/** A page of a journal. */
class PointsHistoryPage(json: JsonObject) : Answer(json) {
    /** The entries, newest first. */
    val entries: List<EntryView> get() = required("entries") { it.asJsonArray.map { item -> EntryView(item.asJsonObject) } }
    /** Where to go on; absent on the last page. */
    val next: String? get() = optional("next") { it.asString }
}

/** The result of an operation that writes one entry. */
class PointsPosted(json: JsonObject) : Answer(json) {
    /** The customer. */
    val customer: String get() = required("customer") { it.asString }
    /** The entry; the receipt's `entries` have it whole. */
    val entry: String get() = required("entry") { it.asString }
}

/** What was given another end. */
class PointsRedated(json: JsonObject) : Answer(json) {
    /** The customer. */
    val customer: String get() = required("customer") { it.asString }
    /** The entry; the receipt's `entries` have it whole. */
    val entry: String get() = required("entry") { it.asString }
    /** How much has another end now. */
    val amount: String get() = required("amount") { it.asString }
    /** In how many lots; what is set aside of a credit counts as one of its own. */
    val lots: Long get() = required("lots") { it.asLong }
}

/** What was brought back. */
class PointsReinstated(json: JsonObject) : Answer(json) {
    /** The customer. */
    val customer: String get() = required("customer") { it.asString }
    /** The entry; the receipt's `entries` have it whole. */
    val entry: String get() = required("entry") { it.asString }
    /** How much came back, with what of it repaid debt. */
    val amount: String get() = required("amount") { it.asString }
    /** Of how many lots. */
    val lots: Long get() = required("lots") { it.asLong }
}

/** The result of `points.reverse`. */
class PointsReversed(json: JsonObject) : Answer(json) {
    /** The customer. */
    val customer: String get() = required("customer") { it.asString }
    /** The entry that reverses. */
    val entry: String get() = required("entry") { it.asString }
    /** Of a credit: what had lapsed and so counts as taken. */
    val lapsed: String get() = required("lapsed") { it.asString }
    /** Of a credit: what was spent already and is forgiven. */
    val forgiven: String get() = required("forgiven") { it.asString }
    /** Of a transfer: the entry that takes it from who received it. What has lapsed and what is forgiven are theirs. */
    val recipientEntry: String? get() = optional("recipient_entry") { it.asString }
    /** Of a re-dating: what was spent, has lapsed or was re-dated again since, and so stays as it is. */
    val stayed: String? get() = optional("stayed") { it.asString }
}

/** What lapses when. */
class PointsSchedule(json: JsonObject) : Answer(json) {
    /** The customer. */
    val customer: String get() = required("customer") { it.asString }
    /** The dates, the first to come first. */
    val due: List<Due> get() = required("due") { it.asJsonArray.map { item -> Due(item.asJsonObject) } }
    /** What never lapses. */
    val never: String get() = required("never") { it.asString }
    /** What is held. */
    val held: String get() = required("held") { it.asString }
}

/** The result of `points.transfer`. */
class PointsTransferred(json: JsonObject) : Answer(json) {
    /** The customer who gave. */
    val customer: String get() = required("customer") { it.asString }
    /** The entry in their journal. */
    val entry: String get() = required("entry") { it.asString }
    /**
     * The customer who received it: the survivor, where the one who was named is merged; for a customer, as they
     * named them.
     */
    val recipient: String get() = required("recipient") { it.asString }
    /** The entry in the recipient's journal; not for customers. */
    val recipientEntry: String? get() = optional("recipient_entry") { it.asString }
}

/** What becomes of the rows that are done when another is refused. */
enum class Policy(override val wire: String) : Word {
    /** They stay done. */
    BEST_EFFORT("best_effort"),
    /** They are reversed. */
    ALL_OR_NOTHING("all_or_nothing"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): Policy = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** What mail a customer wants (rule E1). */
class Preferences(json: JsonObject) : Answer(json) {
    /** The mailing lists of the program that the customer decided about. */
    val lists: Map<String, OptIn>? get() = optional("lists") { it.asJsonObject.entrySet().associate { (key, value) -> key to OptIn(value.asJsonObject) } }
    /** Whether the shop's newsletter is wanted. */
    val newsletter: OptIn? get() = optional("newsletter") { OptIn(it.asJsonObject) }
    /** The version of the preferences, for `if_version`. */
    val version: Long? get() = optional("version") { it.asLong }
}

/** A format of customers as shop and loyalty platforms write it. */
enum class Preset(override val wire: String) : Word {
    /** What `customer.export_csv` writes: each column is named by its own word. */
    LOYALTY("loyalty"),
    /** Shopify's export of customers, in its older and its newer form. */
    SHOPIFY("shopify"),
    /** The main file of customers of Magento and Adobe Commerce. */
    MAGENTO("magento"),
    /** TIBCO's file of shoppers. */
    TIBCO("tibco"),
    /** Open Loyalty's export of members. */
    OPEN_LOYALTY("open_loyalty"),
    /** Talon.One's file of tiers: `customerprofileid`, `tiername`, `expirydate`, `subledgerid` (the status system). */
    TALON_ONE_TIERS("talon_one_tiers"),
    /** LoyaltyLion's file of customers: `customer id`, `emails`, `enrolled`. */
    LOYALTY_LION("loyalty_lion"),
    /** Stamped's file of customers. */
    STAMPED("stamped"),
    /** Yotpo's file of customers. */
    YOTPO("yotpo"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): Preset = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** Who a customer is. Every field may be missing. */
class Profile(json: JsonObject) : Answer(json) {
    /** The date of birth. */
    val birthDate: String? get() = optional("birth_date") { it.asString }
    /** The email address, unique among customers that are not guests, merged or deleted. */
    val email: String? get() = optional("email") { it.asString }
    /** The given name. */
    val firstName: String? get() = optional("first_name") { it.asString }
    /** The gender, in the customer's words. */
    val gender: String? get() = optional("gender") { it.asString }
    /** A group of the program. */
    val group: String? get() = optional("group") { it.asString }
    /** The family name. */
    val lastName: String? get() = optional("last_name") { it.asString }
    /** A link into the host's own page of this customer. */
    val link: String? get() = optional("link") { it.asString }
    /** The locale, such as `de-AT`. */
    val locale: String? get() = optional("locale") { it.asString }
    /** Further given names. */
    val middleName: String? get() = optional("middle_name") { it.asString }
    /** The phone number. */
    val phone: String? get() = optional("phone") { it.asString }
    /** A title or other prefix. */
    val prefix: String? get() = optional("prefix") { it.asString }
    /** A suffix such as "Jr." */
    val suffix: String? get() = optional("suffix") { it.asString }
    /** The customer's own time zone, for the host's display; expiry is counted in the program's. */
    val timeZone: String? get() = optional("time_zone") { it.asString }
    /** The version of the profile, for `if_version`. */
    val version: Long? get() = optional("version") { it.asLong }
}

/** A field of the profile for which an agent may choose a side. */
enum class ProfileField(override val wire: String) : Word {
    /** The title or other prefix. */
    PREFIX("prefix"),
    /** The given name. */
    FIRST_NAME("first_name"),
    /** Further given names. */
    MIDDLE_NAME("middle_name"),
    /** The family name. */
    LAST_NAME("last_name"),
    /** The suffix. */
    SUFFIX("suffix"),
    /** The email address. */
    EMAIL("email"),
    /** The phone number. */
    PHONE("phone"),
    /** The gender. */
    GENDER("gender"),
    /** The date of birth. */
    BIRTH_DATE("birth_date"),
    /** The group. */
    GROUP("group"),
    /** The locale. */
    LOCALE("locale"),
    /** The time zone. */
    TIME_ZONE("time_zone"),
    /** The link into the host's own page. */
    LINK("link"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): ProfileField = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/**
 * The merchant's configuration.
 *
 * Everything but `point_types` has a default. `Program::parse` checks a document and reports every mistake with
 * its path.
 */
class Program(json: JsonObject) : Answer(json) {
    /** The units of value, each with its own ledger. */
    val pointTypes: List<PointType> get() = required("point_types") { it.asJsonArray.map { item -> PointType(item.asJsonObject) } }
    /** Whether a manual adjustment needs a reason (rule L2). */
    val adjustmentNeedsReason: Boolean? get() = optional("adjustment_needs_reason") { it.asBoolean }
    /** The currencies in which orders earn, with their decimal places: `{"USD": 2}`. */
    val currencies: Map<String, Long>? get() = optional("currencies") { it.asJsonObject.entrySet().associate { (key, value) -> key to value.asLong } }
    /** What customers may do with their own account. */
    val customerRights: List<String> get() = optional("customer_rights") { it.asJsonArray.map { item -> item.asString } }.orEmpty()
    /** What orders earn. */
    val earning: Earning? get() = optional("earning") { Earning(it.asJsonObject) }
    /** The commands after which an event is queued for the host: names, or `noun.*` (rule P6). */
    val events: List<String> get() = optional("events") { it.asJsonArray.map { item -> item.asString } }.orEmpty()
    /** Groups that customers can be in. */
    val groups: List<Named> get() = optional("groups") { it.asJsonArray.map { item -> Named(item.asJsonObject) } }.orEmpty()
    /** How long a hold stays when the request does not say, in seconds (rule L8). */
    val holdSeconds: Long? get() = optional("hold_seconds") { it.asLong }
    /**
     * For how many seconds the token works with which an agent signs in as a customer, 1 to 3,600; 60 when absent
     * (rule P4).
     */
    val impersonationSeconds: Long? get() = optional("impersonation_seconds") { it.asLong }
    /** Mailing lists that customers can opt in to. */
    val mailingLists: List<Named> get() = optional("mailing_lists") { it.asJsonArray.map { item -> Named(item.asJsonObject) } }.orEmpty()
    /** The program's name, as customers see it. */
    val name: String? get() = optional("name") { it.asString }
    /** What becomes of points when a member leaves the program (rules of section M). */
    val onLeaving: OnLeaving? get() = optional("on_leaving") { OnLeaving.of(it.asString) }
    /** How passwords are reset (rule P3). */
    val password: PasswordReset? get() = optional("password") { PasswordReset(it.asJsonObject) }
    /** What members can have for their points, or are given. */
    val rewards: List<Reward> get() = optional("rewards") { it.asJsonArray.map { item -> Reward(item.asJsonObject) } }.orEmpty()
    /** What agents and systems may do. */
    val roles: List<Role> get() = optional("roles") { it.asJsonArray.map { item -> Role(item.asJsonObject) } }.orEmpty()
    /** Cards whose stamps turn into rewards. */
    val stampCards: List<StampCard> get() = optional("stamp_cards") { it.asJsonArray.map { item -> StampCard(item.asJsonObject) } }.orEmpty()
    /** What became of statuses that went away (rule Y7). */
    val statusMapping: List<StatusMapping> get() = optional("status_mapping") { it.asJsonArray.map { item -> StatusMapping(item.asJsonObject) } }.orEmpty()
    /** The ladders of statuses on which members stand (rule Y1). */
    val statusSystems: List<StatusSystem> get() = optional("status_systems") { it.asJsonArray.map { item -> StatusSystem(item.asJsonObject) } }.orEmpty()
    /** The mails that the library queues, in your own words (rule P6). */
    val templates: List<Template> get() = optional("templates") { it.asJsonArray.map { item -> Template(item.asJsonObject) } }.orEmpty()
    /** The zone in which days, months and expiry are counted (rule L4). */
    val timeZone: String? get() = optional("time_zone") { it.asString }
}

/** The current program. */
class ProgramCurrent(json: JsonObject) : Answer(json) {
    /** The version, for `if_version`. */
    val version: Long get() = required("version") { it.asLong }
    /** The document. */
    val program: Program get() = required("program") { Program(it.asJsonObject) }
    /** When it was set. */
    val setAt: String? get() = optional("set_at") { it.asString }
}

/** The records that moved. */
class Records(json: JsonObject) : Answer(json) {
    /** Requests for approval. */
    val approvals: List<String> get() = optional("approvals") { it.asJsonArray.map { item -> item.asString } }.orEmpty()
    /** Gift cards, by number. */
    val giftCards: List<String> get() = optional("gift_cards") { it.asJsonArray.map { item -> item.asString } }.orEmpty()
    /** Orders, by number. */
    val orders: List<String> get() = optional("orders") { it.asJsonArray.map { item -> item.asString } }.orEmpty()
    /** Rewards, by the ids they had. */
    val rewards: List<String> get() = optional("rewards") { it.asJsonArray.map { item -> item.asString } }.orEmpty()
    /** Subscriptions. */
    val subscriptions: List<String> get() = optional("subscriptions") { it.asJsonArray.map { item -> item.asString } }.orEmpty()
    /** Tickets. */
    val tickets: List<String> get() = optional("tickets") { it.asJsonArray.map { item -> item.asString } }.orEmpty()
}

/** A line that is given back. */
class RefundLine(line: String, more: RefundLine.() -> Unit = {}) : Arguments() {
    /** How much of what the line cost, instead of items. */
    var amount: String? by given("amount")

    /** How many items; with no amount either, all that is left of the line. */
    var quantity: String? by given("quantity")

    init {
        this["line"] = line
        more()
    }
}

/** A refund as the order keeps it. */
class Refunded(json: JsonObject) : Answer(json) {
    /** The host's id of the refund. */
    val id: String get() = required("id") { it.asString }
    /** When it was recorded. */
    val at: String get() = required("at") { it.asString }
    /** What it comes to in the order's currency. */
    val amount: String get() = required("amount") { it.asString }
    /** Lines. */
    val lines: List<RefundedLine> get() = optional("lines") { it.asJsonArray.map { item -> RefundedLine(item.asJsonObject) } }.orEmpty()
    /** Why; staff only. */
    val reason: String? get() = optional("reason") { it.asString }
    /** Shipping. */
    val shipping: String? get() = optional("shipping") { it.asString }
    /** Tax. */
    val tax: String? get() = optional("tax") { it.asString }
    /** An amount on the order as a whole. */
    val whole: String? get() = optional("whole") { it.asString }
}

/** A line in a refund. */
class RefundedLine(json: JsonObject) : Answer(json) {
    /** The line's id. */
    val line: String get() = required("line") { it.asString }
    /** How much of what the line cost, instead of items. */
    val amount: String? get() = optional("amount") { it.asString }
    /** How many items; with no amount either, all that was left of the line. */
    val quantity: String? get() = optional("quantity") { it.asString }
}

/** What was given and taken in a stretch of the span. */
class ReportActivityPage(json: JsonObject) : Answer(json) {
    /** The sums, by actor, kind, reason and point type. */
    val rows: List<ActivityRow> get() = required("rows") { it.asJsonArray.map { item -> ActivityRow(item.asJsonObject) } }
    /** Where to go on; absent when the whole span was walked over. */
    val next: String? get() = optional("next") { it.asString }
}

/** What lapses: all of it when there is no `next`. */
class ReportExpiringReport(json: JsonObject) : Answer(json) {
    /** When the first account was counted: everything is settled up to this moment or a later one, up to `at`. */
    val since: String get() = required("since") { it.asString }
    /** When the last account so far was counted. */
    val at: String get() = required("at") { it.asString }
    /** The sums, by point type, and apart for customers and gift cards; only where something lapses. */
    val expiring: List<Ending> get() = required("expiring") { it.asJsonArray.map { item -> Ending(item.asJsonObject) } }
    /** Where to go on; absent when all accounts are counted. */
    val next: String? get() = optional("next") { it.asString }
}

/** What is outstanding: all of it when there is no `next`. */
class ReportLiabilityReport(json: JsonObject) : Answer(json) {
    /** When the first account was counted: everything is settled up to this moment or a later one, up to `at`. */
    val since: String get() = required("since") { it.asString }
    /** When the last account so far was counted. */
    val at: String get() = required("at") { it.asString }
    /** The sums, by point type, and apart for customers and gift cards. */
    val outstanding: List<Outstanding> get() = required("outstanding") { it.asJsonArray.map { item -> Outstanding(item.asJsonObject) } }
    /** Where to go on; absent when all accounts are counted. */
    val next: String? get() = optional("next") { it.asString }
}

/** What a customer gets who has forgotten the password. */
enum class ResetStyle(override val wire: String) : Word {
    /** A password that was generated, and works once. */
    GENERATED("generated"),
    /** A link that works once. */
    LINK("link"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): ResetStyle = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** What of a part of an order was given back: items and amounts add up, to the whole part at most. */
class Returned(json: JsonObject) : Answer(json) {
    /** Amounts. */
    val amount: String? get() = optional("amount") { it.asString }
    /** Shipping or tax. */
    val charge: Charge? get() = optional("charge") { Charge.of(it.asString) }
    /** The line's id. */
    val line: String? get() = optional("line") { it.asString }
    /** How many items of a line. */
    val quantity: String? get() = optional("quantity") { it.asString }
}

/** A reward of the catalogue. */
class Reward(json: JsonObject) : Answer(json) {
    /** The id. */
    val id: String get() = required("id") { it.asString }
    /** What it is. */
    val gives: RewardKind get() = required("gives") { RewardKind.of(it.asJsonObject) }
    /** What it costs; one without a price cannot be redeemed, only granted. */
    val cost: Cost? get() = optional("cost") { Cost(it.asJsonObject) }
    /** From when on it can be redeemed: an instant, or a local date. */
    val from: String? get() = optional("from") { it.asString }
    /** The groups that can redeem it; everybody when there are none. */
    val groups: List<String> get() = optional("groups") { it.asJsonArray.map { item -> item.asString } }.orEmpty()
    /** How many days it lives once it is issued, 1 to 36,500; for ever when absent. */
    val lifeDays: Long? get() = optional("life_days") { it.asLong }
    /** The name that people see; the id when absent. */
    val name: String? get() = optional("name") { it.asString }
    /** How many one customer can have in all; without end when absent. */
    val perCustomer: Long? get() = optional("per_customer") { it.asLong }
    /** The statuses that can redeem it, any of them; everybody when there are none. */
    val statuses: List<InStatus> get() = optional("statuses") { it.asJsonArray.map { item -> InStatus(item.asJsonObject) } }.orEmpty()
    /** How many there are in all, those that were issued included; without end when absent. */
    val stock: Long? get() = optional("stock") { it.asLong }
    /** Until when it can be redeemed: an instant, which is no longer part of it, or the last local date. */
    val until: String? get() = optional("until") { it.asString }
}

/** What a reward is. */
sealed class RewardKind(json: JsonObject) : Answer(json) {
    /** A fixed amount off an order. */
    class AmountOff(json: JsonObject) : RewardKind(json) {
        /** How much. */
        val amount: String get() = required("amount") { it.asString }
        /** The currency, one of the program's. */
        val currency: String get() = required("currency") { it.asString }
    }

    /** A percentage off an order. */
    class PercentOff(json: JsonObject) : RewardKind(json) {
        /** The percentage, more than 0, at most 100. */
        val percent: String get() = required("percent") { it.asString }
    }

    /** A product. */
    class Product(json: JsonObject) : RewardKind(json) {
        /** The article. */
        val sku: String get() = required("sku") { it.asString }
    }

    /** Free shipping of an order. */
    class FreeShipping(json: JsonObject) : RewardKind(json) {
    }

    /** Money on the customer's account, credited as it is issued. */
    class GiftCredit(json: JsonObject) : RewardKind(json) {
        /** The point type, one of the kind money. */
        val type: String get() = required("type") { it.asString }
        /** How much. */
        val amount: String get() = required("amount") { it.asString }
    }

    /** Whatever the shop makes of it. */
    class Custom(json: JsonObject) : RewardKind(json) {
    }

    /** One of a later release. */
    class Unknown(json: JsonObject) : RewardKind(json)

    internal companion object {
        fun of(json: JsonObject): RewardKind = when (json.get("kind")?.asString) {
            "amount_off" -> AmountOff(json)
            "percent_off" -> PercentOff(json)
            "product" -> Product(json)
            "free_shipping" -> FreeShipping(json)
            "gift_credit" -> GiftCredit(json)
            "custom" -> Custom(json)
            else -> Unknown(json)
        }
    }
}

/** The result of an operation on one reward of a customer. */
class RewardOneReward(json: JsonObject) : Answer(json) {
    /** The customer. */
    val customer: String get() = required("customer") { it.asString }
    /** The reward. */
    val reward: RewardView get() = required("reward") { RewardView(it.asJsonObject) }
}

/** A reward that a customer may choose. */
class RewardOption(json: JsonObject) : Answer(json) {
    /** The reward. */
    val reward: String get() = required("reward") { it.asString }
    /** The name that people see. */
    val name: String get() = required("name") { it.asString }
    /** What it is. */
    val gives: RewardKind get() = required("gives") { RewardKind.of(it.asJsonObject) }
    /** Whether the customer can have it now. */
    val available: Boolean get() = required("available") { it.asBoolean }
    /** What the customer can spend of the price's point type. */
    val balance: String? get() = optional("balance") { it.asString }
    /** The code of the error that redeeming it would give. */
    val code: String? get() = optional("code") { it.asString }
    /** What it costs; one without a price is only granted. */
    val cost: Cost? get() = optional("cost") { Cost(it.asJsonObject) }
    /** How many are left; without end when absent. */
    val left: Long? get() = optional("left") { it.asLong }
    /** What they lack. */
    val missing: String? get() = optional("missing") { it.asString }
    /** Why not, for people. */
    val reason: String? get() = optional("reason") { it.asString }
    /** What would remain, where it can be had. */
    val remaining: String? get() = optional("remaining") { it.asString }
    /** Until when it can be had. */
    val until: String? get() = optional("until") { it.asString }
}

/** The answer of `reward.options`. */
class RewardOptions(json: JsonObject) : Answer(json) {
    /** The customer. */
    val customer: String get() = required("customer") { it.asString }
    /** The rewards, as the program lists them. */
    val options: List<RewardOption> get() = required("options") { it.asJsonArray.map { item -> RewardOption(item.asJsonObject) } }
}

/** A page of rewards. */
class RewardPage(json: JsonObject) : Answer(json) {
    /** The rewards, newest first. */
    val rewards: List<RewardView> get() = required("rewards") { it.asJsonArray.map { item -> RewardView(item.asJsonObject) } }
    /** Where to go on; absent on the last page. */
    val next: String? get() = optional("next") { it.asString }
}

/** The result of `reward.redeem`. */
class RewardRedeemed(json: JsonObject) : Answer(json) {
    /** The customer. */
    val customer: String get() = required("customer") { it.asString }
    /** The reward. */
    val reward: RewardView get() = required("reward") { RewardView(it.asJsonObject) }
    /** What the customer could spend before. */
    val balance: String get() = required("balance") { it.asString }
    /** What remains to be spent. */
    val remaining: String get() = required("remaining") { it.asString }
}

/** Where a reward stands. */
enum class RewardState(override val wire: String) : Word {
    /** It waits to be used. */
    OUTSTANDING("outstanding"),
    /** It was used. */
    USED("used"),
    /** Its time is over. */
    EXPIRED("expired"),
    /** It was taken away, and gave back what it had taken: cost, stock and the customer's limit. */
    CANCELED("canceled"),
    /** It was taken away. */
    REMOVED("removed"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): RewardState = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** A reward of a customer as answers show it. */
class RewardView(json: JsonObject) : Answer(json) {
    /** The id. */
    val id: String get() = required("id") { it.asString }
    /** The reward of the catalogue. */
    val reward: String get() = required("reward") { it.asString }
    /** The name that people see. */
    val name: String get() = required("name") { it.asString }
    /** What it is. */
    val gives: RewardKind get() = required("gives") { RewardKind.of(it.asJsonObject) }
    /** Where it stands. */
    val state: RewardState get() = required("state") { RewardState.of(it.asString) }
    /** Why the customer has it. */
    val cause: Cause get() = required("cause") { Cause.of(it.asString) }
    /** When it was issued. */
    val issuedAt: String get() = required("issued_at") { it.asString }
    /** The ids it had before merges, the latest last. */
    val cameFrom: List<String> get() = optional("came_from") { it.asJsonArray.map { item -> item.asString } }.orEmpty()
    /** The code by which it is used, where it waits to be; it means nothing in a preview. */
    val code: String? get() = optional("code") { it.asString }
    /** What the customer reads. */
    val comment: String? get() = optional("comment") { it.asString }
    /** Of gift credit: the entry that credited it. */
    val credited: String? get() = optional("credited") { it.asString }
    /** From when on it can no longer be used. */
    val endsAt: String? get() = optional("ends_at") { it.asString }
    /** An internal note; staff only. */
    val note: String? get() = optional("note") { it.asString }
    /** The order on which it was used. */
    val order: String? get() = optional("order") { it.asString }
    /** What was paid for it. */
    val paid: Paid? get() = optional("paid") { Paid(it.asJsonObject) }
    /** Why it was granted or removed; staff only. */
    val reason: String? get() = optional("reason") { it.asString }
    /** When it was canceled or removed. */
    val removedAt: String? get() = optional("removed_at") { it.asString }
    /** When it was used. */
    val usedAt: String? get() = optional("used_at") { it.asString }
}

/** A role that an actor can carry. */
class Role(json: JsonObject) : Answer(json) {
    /** The id that the host names in the context. */
    val id: String get() = required("id") { it.asString }
    /** The operations it may use. */
    val rights: List<String> get() = required("rights") { it.asJsonArray.map { item -> item.asString } }
    /** How much value of a point type it may move. A type not named is not limited. */
    val limits: List<RoleLimit> get() = optional("limits") { it.asJsonArray.map { item -> RoleLimit(item.asJsonObject) } }.orEmpty()
}

/** How much value of a point type a role may give or take. */
class RoleLimit(json: JsonObject) : Answer(json) {
    /** The point type. */
    val type: String get() = required("type") { it.asString }
    /**
     * Whether what is above becomes a request, which somebody else grants or rejects (`approval.grant`), instead of
     * being refused for good.
     */
    val asksApproval: Boolean? get() = optional("asks_approval") { it.asBoolean }
    /** The largest sum of one actor in one day of the program's zone. */
    val perDay: String? get() = optional("per_day") { it.asString }
    /** The largest value of one operation. */
    val perOperation: String? get() = optional("per_operation") { it.asString }
}

/** The period with which a validity ends. */
enum class RoundUp(override val wire: String) : Word {
    /** The calendar month. */
    MONTH("month"),
    /** The calendar quarter. */
    QUARTER("quarter"),
    /** The calendar year. */
    YEAR("year"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): RoundUp = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** How a fraction of the smallest unit is rounded. */
enum class Rounding(override val wire: String) : Word {
    /** Towards nothing. */
    DOWN("down"),
    /** To the nearest, halves up. */
    HALF_UP("half_up"),
    /** To the next. */
    UP("up"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): Rounding = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** What is wrong with a row of a file. Nothing was done with that row. */
class RowError(json: JsonObject) : Answer(json) {
    /** The row, as a spreadsheet counts: the header is row 1. */
    val row: Long get() = required("row") { it.asLong }
    /** An error code. */
    val code: String get() = required("code") { it.asString }
    /** What is wrong and what to do. */
    val problem: String get() = required("problem") { it.asString }
    /** The column, where one cell is wrong. */
    val column: String? get() = optional("column") { it.asString }
    /** What stands there, shortened. */
    val value: String? get() = optional("value") { it.asString }
}

/** What a rule says of a basket. */
class Said(json: JsonObject) : Answer(json) {
    /** The rule. */
    val rule: String get() = required("rule") { it.asString }
    /** The point type. */
    val type: String get() = required("type") { it.asString }
    /** What it would give. */
    val amount: String? get() = optional("amount") { it.asString }
    /** What each part would have of it. */
    val shares: List<Share> get() = optional("shares") { it.asJsonArray.map { item -> Share(item.asJsonObject) } }.orEmpty()
    /** A multiplier that fits: by how much it multiplies. */
    val times: String? get() = optional("times") { it.asString }
    /** Why it gives nothing. */
    val whyNot: String? get() = optional("why_not") { it.asString }
}

/** A section of the export of a customer. */
enum class Section(override val wire: String) : Word {
    /**
     * Who the customer is and where they stand: one row, with the decisions about mail (who, when, through what),
     * the blacklisting and the dates.
     */
    PROFILE("profile"),
    /** The addresses, oldest first. */
    ADDRESSES("addresses"),
    /** The saved payment methods, oldest first. */
    PAYMENT_METHODS("payment_methods"),
    /** How the membership changed, oldest first, also of accounts that were merged in. */
    MEMBERSHIP("membership"),
    /** How the blacklisting changed, oldest first; the shop's. */
    BLACKLIST("blacklist"),
    /** The balances, one per point type. */
    BALANCES("balances"),
    /** The holds, by point type and number. */
    HOLDS("holds"),
    /**
     * The entries of all journals with what was written about them, newest first, also of accounts that were merged
     * in.
     */
    ENTRIES("entries"),
    /** The orders with lines, payments and refunds, oldest first. */
    ORDERS("orders"),
    /** The subscriptions, oldest first. */
    SUBSCRIPTIONS("subscriptions"),
    /** How they changed. */
    SUBSCRIPTION_CHANGES("subscription_changes"),
    /** What the customer would like. */
    WISHLIST("wishlist"),
    /** The rewards, oldest first. */
    REWARDS("rewards"),
    /** The stamp cards. */
    STAMP_CARDS("stamp_cards"),
    /** The status systems of the program. */
    STATUSES("statuses"),
    /** How the statuses changed. */
    STATUS_CHANGES("status_changes"),
    /** The gift cards that were issued to the customer, oldest first. */
    GIFT_CARDS("gift_cards"),
    /** The tickets, oldest first. */
    TICKETS("tickets"),
    /** What was written in them, ticket by ticket. */
    TICKET_MESSAGES("ticket_messages"),
    /** The merges into this customer, oldest first. */
    MERGES("merges"),
    /** What was asked for above a limit and waited for approval; the shop's. */
    APPROVALS("approvals"),
    /** The messages that wait for the host; the shop's. */
    MESSAGES("messages"),
    /** The commands that touched the customer, oldest first, also of accounts that were merged in; the shop's. */
    COMMANDS("commands"),
    /** The commands that were refused; the shop's. */
    REFUSED_COMMANDS("refused_commands"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): Section = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** What a part of an order has of what the order earned. */
class Share(json: JsonObject) : Answer(json) {
    /** How much. */
    val amount: String get() = required("amount") { it.asString }
    /** Shipping or tax. */
    val charge: Charge? get() = optional("charge") { Charge.of(it.asString) }
    /** The line's id. */
    val line: String? get() = optional("line") { it.asString }
}

/** What happens when a reversed credit is spent already. */
enum class Shortfall(override val wire: String) : Word {
    /** The reversal is refused; but a refund of an order has happened, and owes what is missing. */
    REFUSE("refuse"),
    /** What is missing becomes debt, even beyond the floor. */
    DEBT("debt"),
    /** What is missing is forgiven. */
    FORGIVE("forgive"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): Shortfall = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** A side of a merge. */
enum class Side(override val wire: String) : Word {
    /** The account that remains. */
    SURVIVOR("survivor"),
    /** The account that becomes part of it. */
    SOURCE("source"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): Side = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** What becomes of the points that paid for an order when it is refunded (rule O4). */
enum class SpentPoints(override val wire: String) : Word {
    /** They stay spent. */
    NONE("none"),
    /** They return to the lots they came from, as after a reversal. */
    OWN_LOTS("own_lots"),
    /** They return to their lots; those whose end has passed get days of grace. */
    OWN_LOTS_WITH_GRACE("own_lots_with_grace"),
    /** They return as a new lot, which ends as the point type says. */
    NEW_LOT("new_lot"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): SpentPoints = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** A kind of stamp card. */
class StampCard(json: JsonObject) : Answer(json) {
    /** The id. */
    val id: String get() = required("id") { it.asString }
    /** The point type of its stamps, of the kind stamps; it has no other card. */
    val type: String get() = required("type") { it.asString }
    /** How many stamps fill it, 1 to 1,000. A card that was begun under another size is finished under that. */
    val size: Long get() = required("size") { it.asLong }
    /** The reward for a full card. */
    val reward: String get() = required("reward") { it.asString }
    /** Who turns a full card into its reward. */
    val completes: Completes? get() = optional("completes") { Completes.of(it.asString) }
    /** The name that people see; the id when absent. */
    val name: String? get() = optional("name") { it.asString }
    /** Rewards on the way. */
    val slots: List<StampSlot> get() = optional("slots") { it.asJsonArray.map { item -> StampSlot(item.asJsonObject) } }.orEmpty()
}

/** The answer of `stamp_card.progress`. */
class StampCardCards(json: JsonObject) : Answer(json) {
    /** The customer. */
    val customer: String get() = required("customer") { it.asString }
    /** The cards, as the program lists them. */
    val cards: List<StampCardView> get() = required("cards") { it.asJsonArray.map { item -> StampCardView(item.asJsonObject) } }
}

/** The result of `stamp_card.complete`. */
class StampCardCompleted(json: JsonObject) : Answer(json) {
    /** The customer. */
    val customer: String get() = required("customer") { it.asString }
    /** The card now. */
    val card: StampCardView get() = required("card") { StampCardView(it.asJsonObject) }
}

/** A stamp card of a customer. */
class StampCardView(json: JsonObject) : Answer(json) {
    /** The card. */
    val card: String get() = required("card") { it.asString }
    /** The name that people see. */
    val name: String get() = required("name") { it.asString }
    /** The point type of its stamps. */
    val type: String get() = required("type") { it.asString }
    /** The stamps on it. */
    val stamps: Long get() = required("stamps") { it.asLong }
    /** The stamps that fill it. */
    val size: Long get() = required("size") { it.asLong }
    /** How many cards were completed. */
    val completed: Long get() = required("completed") { it.asLong }
    /** The next reward on the card; of a full card, the one that waits. */
    val next: NextReward get() = required("next") { NextReward(it.asJsonObject) }
    /** Stamps beyond a full card, which begin the next. */
    val beyond: Long? get() = optional("beyond") { it.asLong }
}

/** A slot of a card that has a reward of its own. */
class StampSlot(json: JsonObject) : Answer(json) {
    /** The number of the stamp, from 1, before the last. */
    val stamp: Long get() = required("stamp") { it.asLong }
    /** The reward. */
    val reward: String get() = required("reward") { it.asString }
}

/** Where a customer stands. `inactive` is three states, told apart by their cause. */
enum class State(override val wire: String) : Word {
    /** Bought without an account. */
    GUEST("guest"),
    /** Has an account with the shop. */
    REGISTERED("registered"),
    /** Is a member of the program. */
    ENROLLED("enrolled"),
    /** Inactive: left the program and the shop's mailings. */
    UNENROLLED("unenrolled"),
    /** Inactive: taken out of the program, stays a customer of the shop. */
    REMOVED("removed"),
    /** Inactive: suspended; nothing is lost. */
    ON_HOLD("on_hold"),
    /** Merged into another customer. */
    MERGED("merged"),
    /** Erased. */
    DELETED("deleted"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): State = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** A status of a ladder. */
class Status(json: JsonObject) : Answer(json) {
    /** The id, such as `gold`. */
    val id: String get() = required("id") { it.asString }
    /** The counter from which on a member has it; `"0"` for one that every member has. */
    val threshold: String get() = required("threshold") { it.asString }
    /** The name that people see; the id when absent. */
    val name: String? get() = optional("name") { it.asString }
    /** The rewards that a member is granted who rises to it, once for each period (rule Y6). */
    val rewards: List<String> get() = optional("rewards") { it.asJsonArray.map { item -> item.asString } }.orEmpty()
}

/** What an agent can do to a status. */
enum class StatusAction(override val wire: String) : Word {
    /** Give one. */
    ASSIGN("assign"),
    /** Give another. */
    CHANGE("change"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): StatusAction = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** One change of a subscription's status. */
class StatusChange(json: JsonObject) : Answer(json) {
    /** The status after. */
    val to: SubscriptionStatus get() = required("to") { SubscriptionStatus.of(it.asString) }
    /** When it changed. */
    val at: String get() = required("at") { it.asString }
    /** The status before; absent where it began. */
    val from: SubscriptionStatus? get() = optional("from") { SubscriptionStatus.of(it.asString) }
}

/** What happened to a status. */
enum class StatusChangeKind(override val wire: String) : Word {
    /** Set by hand. */
    ASSIGNED("assigned"),
    /** The lock was taken off by hand. */
    UNLOCKED("unlocked"),
    /** The counter reached it. */
    RAISED("raised"),
    /** It was no longer kept. */
    LOWERED("lowered"),
    /** The program has another status in the place of the one before. */
    MAPPED("mapped"),
    /** Another account was merged in, or parted again. */
    MERGED("merged"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): StatusChangeKind = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** A status that there is. */
class StatusChoice(json: JsonObject) : Answer(json) {
    /** The id. */
    val id: String get() = required("id") { it.asString }
    /** The name. */
    val name: String get() = required("name") { it.asString }
    /** The counter from which on a member has it. */
    val threshold: String get() = required("threshold") { it.asString }
}

/** A status, and how far somebody is on the way to the next. */
class StatusLevel(json: JsonObject) : Answer(json) {
    /** What has been counted: money, points, orders or visits, as the system says. */
    val counter: String get() = required("counter") { it.asString }
    /** The status, where there is one. */
    val status: String? get() = optional("status") { it.asString }
}

/** Where a customer stands. */
class StatusList(json: JsonObject) : Answer(json) {
    /** The customer. */
    val customer: String get() = required("customer") { it.asString }
    /** Every status system of the program. */
    val statuses: List<StatusView> get() = required("statuses") { it.asJsonArray.map { item -> StatusView(item.asJsonObject) } }
}

/**
 * What becomes of a status that is no longer in the program (rule Y7). It stays here for ever, since a
 * customer's record is mapped when it is next read.
 */
class StatusMapping(json: JsonObject) : Answer(json) {
    /** The system that had it. */
    val system: String get() = required("system") { it.asString }
    /** The status that went away. */
    val from: String get() = required("from") { it.asString }
    /** The new status. */
    val to: String get() = required("to") { it.asString }
    /** The system of the new status, where it is another one; a member who stands higher there already stays there. */
    val toSystem: String? get() = optional("to_system") { it.asString }
}

/** A ladder of statuses with what is counted for it. */
class StatusSystem(json: JsonObject) : Answer(json) {
    /** The id, such as `tier`. */
    val id: String get() = required("id") { it.asString }
    /**
     * What is counted. Once customers have statuses it cannot change, and neither can the window: their counters are
     * kept in them.
     */
    val counts: Counts get() = required("counts") { Counts.of(it.asJsonObject) }
    /** The statuses; their order comes from the thresholds. */
    val statuses: List<Status> get() = required("statuses") { it.asJsonArray.map { item -> Status(item.asJsonObject) } }
    /** How far a status falls. */
    val falling: Falling? get() = optional("falling") { Falling.of(it.asString) }
    /** Days that a status stays when it could fall, in which it can still be earned again; 0 none. */
    val graceDays: Long? get() = optional("grace_days") { it.asLong }
    /** Until when a status is kept that was reached. */
    val keep: Keep? get() = optional("keep") { Keep.of(it.asJsonObject) }
    /** The name that people see; the id when absent. */
    val name: String? get() = optional("name") { it.asString }
    /** Over which time it is counted. */
    val window: Window? get() = optional("window") { Window.of(it.asJsonObject) }
}

/** Where a customer stands in a status system. */
class StatusView(json: JsonObject) : Answer(json) {
    /** The system. */
    val system: String get() = required("system") { it.asString }
    /** Its name. */
    val name: String get() = required("name") { it.asString }
    /** What counts now. */
    val counter: String get() = required("counter") { it.asString }
    /** The version, for `if_version`. */
    val version: Long get() = required("version") { it.asLong }
    /** The statuses of the system, the lowest first. */
    val choices: List<StatusChoice> get() = required("choices") { it.asJsonArray.map { item -> StatusChoice(item.asJsonObject) } }
    /** What the button says to who may set a status here: `assign` where there is none, else `change`. */
    val action: StatusAction? get() = optional("action") { StatusAction.of(it.asString) }
    /** The changes, newest first; only from `status.list`. */
    val changes: List<PastStatusChange> get() = optional("changes") { it.asJsonArray.map { item -> PastStatusChange(item.asJsonObject) } }.orEmpty()
    /** The end of the grace: the status falls then, unless it is earned again. */
    val fallsAt: String? get() = optional("falls_at") { it.asString }
    /** The end of the qualification period: until then the status is kept. */
    val keptUntil: String? get() = optional("kept_until") { it.asString }
    /** What an agent decided. */
    val lock: Lock? get() = optional("lock") { Lock(it.asJsonObject) }
    /** The next status above, and what is missing for it. */
    val next: NextStatus? get() = optional("next") { NextStatus(it.asJsonObject) }
    /** Since when. */
    val since: String? get() = optional("since") { it.asString }
    /** The status; absent when there is none. */
    val status: StatusChoice? get() = optional("status") { StatusChoice(it.asJsonObject) }
}

/** Something that is not as it was before the merge. */
class Stayed(json: JsonObject) : Answer(json) {
    /** What. */
    val what: String get() = required("what") { it.asString }
    /** Why. */
    val why: WhyStayed get() = required("why") { WhyStayed.of(it.asString) }
}

/** A page of subscriptions. */
class SubscriptionPage(json: JsonObject) : Answer(json) {
    /** The subscriptions, newest first. */
    val subscriptions: List<SubscriptionView> get() = required("subscriptions") { it.asJsonArray.map { item -> SubscriptionView(item.asJsonObject) } }
    /** Where to go on; absent on the last page. */
    val next: String? get() = optional("next") { it.asString }
}

/** The receipt of `subscription.record`. */
class SubscriptionRecorded(json: JsonObject) : Answer(json) {
    /** The customer. */
    val customer: String get() = required("customer") { it.asString }
    /** The subscription. */
    val subscription: String get() = required("subscription") { it.asString }
    /** Where it stands. */
    val status: SubscriptionStatus get() = required("status") { SubscriptionStatus.of(it.asString) }
    /** Its version now. */
    val version: Long get() = required("version") { it.asLong }
    /** The status before, if it changed. */
    val from: SubscriptionStatus? get() = optional("from") { SubscriptionStatus.of(it.asString) }
}

/** Where a subscription stands. */
enum class SubscriptionStatus(override val wire: String) : Word {
    /** It runs. */
    ACTIVE("active"),
    /** It rests. */
    PAUSED("paused"),
    /** Its last payment failed. */
    PAYMENT_FAILED("payment_failed"),
    /** It has ended. */
    CANCELED("canceled"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): SubscriptionStatus = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** A subscription as answers show it. */
class SubscriptionView(json: JsonObject) : Answer(json) {
    /** The changes of its status, newest first. */
    val history: List<StatusChange> get() = required("history") { it.asJsonArray.map { item -> StatusChange(item.asJsonObject) } }
    /** The customer. */
    val customer: String get() = required("customer") { it.asString }
    /** The host's id. */
    val id: String get() = required("id") { it.asString }
    /** The version, for `if_version`. */
    val version: Long get() = required("version") { it.asLong }
    /** Where it stands. */
    val status: SubscriptionStatus get() = required("status") { SubscriptionStatus.of(it.asString) }
    /** When it began. */
    val startedAt: String get() = required("started_at") { it.asString }
    /** The customer whose it was before a merge. */
    val cameFrom: String? get() = optional("came_from") { it.asString }
    /** A link into the host's own page; staff only. */
    val link: String? get() = optional("link") { it.asString }
    /** What is subscribed to, as people call it. */
    val name: String? get() = optional("name") { it.asString }
    /** When the next payment is due. */
    val nextPaymentAt: String? get() = optional("next_payment_at") { it.asString }
}

/** What rows have given and taken in one point type. */
class Sum(type: String, given: String, taken: String, more: Sum.() -> Unit = {}) : Arguments() {
    init {
        this["type"] = type
        this["given"] = given
        this["taken"] = taken
        more()
    }
}

/** A tab of the details. */
enum class Tab(override val wire: String) : Word {
    /** Who the customer is, and the blacklisting. */
    PROFILE("profile"),
    /** Where the customer stands. */
    MEMBERSHIP("membership"),
    /** What mail the customer wants. */
    EMAIL("email"),
    /** The addresses, oldest first. */
    ADDRESSES("addresses"),
    /** The saved payment methods, oldest first. */
    PAYMENT_METHODS("payment_methods"),
    /** What can be done now. */
    ACTIONS("actions"),
    /** The balances, one per point type. */
    BALANCES("balances"),
    /** The entries of all journals, newest first. */
    HISTORY("history"),
    /** The orders, newest first. */
    ORDERS("orders"),
    /** The subscriptions, newest first, each with the last changes of its status. */
    SUBSCRIPTIONS("subscriptions"),
    /** What the customer would like. */
    WISHLIST("wishlist"),
    /** The rewards, newest first. */
    REWARDS("rewards"),
    /** The stamp cards. */
    STAMPS("stamps"),
    /** The status systems of the program. */
    STATUSES("statuses"),
    /** The gift cards that were issued to the customer, newest first. */
    GIFT_CARDS("gift_cards"),
    /** The tickets, newest first. */
    TICKETS("tickets"),
    /** The merges into this customer, newest first. */
    MERGES("merges"),
    /** The commands that touched this customer, newest first. */
    AUDIT("audit"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): Tab = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** What a refund took back of what one rule gave, or gave back of what had been spent. */
class Taken(json: JsonObject) : Answer(json) {
    /** The point type. */
    val type: String get() = required("type") { it.asString }
    /** How much. */
    val amount: String get() = required("amount") { it.asString }
    /** The entry that reverses. */
    val entry: String get() = required("entry") { it.asString }
    /** Of what was earned: what was spent already and is forgiven. */
    val forgiven: String? get() = optional("forgiven") { it.asString }
    /** Of what was earned: what had lapsed and so counts as taken. */
    val lapsed: String? get() = optional("lapsed") { it.asString }
    /** The rule that gave it; absent for points that were spent on the order and return. */
    val rule: String? get() = optional("rule") { it.asString }
}

/**
 * The template of one mail. Where the program has none, the library's own words are sent.
 *
 * `{{name}}` is a placeholder. Each mail has a closed list of them; what stands in their place is escaped in
 * HTML and never read as a template again. All have `program`, `name` (the email where there is no name),
 * `first_name`, `last_name` and `email`.
 */
class Template(json: JsonObject) : Answer(json) {
    /** Which mail it is for. */
    val id: TemplateId get() = required("id") { TemplateId.of(it.asString) }
    /** The subject. */
    val subject: String get() = required("subject") { it.asString }
    /** The mail as plain text. */
    val text: String get() = required("text") { it.asString }
    /** The mail as HTML, if it shall have that too. */
    val html: String? get() = optional("html") { it.asString }
    /**
     * For customers of this locale, such as `de-AT`, or of this language, such as `de`; for everybody else when
     * absent.
     */
    val locale: String? get() = optional("locale") { it.asString }
}

/** The mails that the library queues, each with the placeholders it has besides those of all. */
enum class TemplateId(override val wire: String) : Word {
    /** A ticket was created: `ticket`, `subject`, `text`. */
    TICKET_CREATED("ticket_created"),
    /** The shop has written in a ticket: `ticket`, `subject`, `text`. */
    TICKET_REPLY("ticket_reply"),
    /** A password was generated: `password`, `minutes`; it must show the password. */
    PASSWORD_GENERATED("password_generated"),
    /** A link to choose a password: `link`, `token`, `minutes`; it must show the link or the token. */
    PASSWORD_LINK("password_link"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): TemplateId = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** Something that was written in a ticket, as answers show it. */
class TicketMessageView(json: JsonObject) : Answer(json) {
    /** Its number in the ticket, from 1. */
    val number: Long get() = required("number") { it.asLong }
    /** Who has written it. */
    val from: Author get() = required("from") { Author.of(it.asString) }
    /** When. */
    val at: String get() = required("at") { it.asString }
    /** The text, as it was written: escape it before you show it as HTML. */
    val text: String get() = required("text") { it.asString }
    /** The actor who recorded it; customers see none but themselves. */
    val author: String? get() = optional("author") { it.asString }
    /** An internal note, which no customer sees. */
    val internal: Boolean? get() = optional("internal") { it.asBoolean }
}

/** A page of tickets. */
class TicketPage(json: JsonObject) : Answer(json) {
    /** The tickets, newest first. */
    val tickets: List<TicketView> get() = required("tickets") { it.asJsonArray.map { item -> TicketView(item.asJsonObject) } }
    /** Where to go on; absent on the last page. */
    val next: String? get() = optional("next") { it.asString }
}

/** The receipt of what changes a ticket. It repeats no text, so that none stands in the log. */
class TicketSaved(json: JsonObject) : Answer(json) {
    /** The customer. */
    val customer: String get() = required("customer") { it.asString }
    /** The ticket's id. */
    val ticket: String get() = required("ticket") { it.asString }
    /** Where it stands. */
    val state: TicketState get() = required("state") { TicketState.of(it.asString) }
    /** Its version now. */
    val version: Long get() = required("version") { it.asLong }
    /** Whether a mail to the customer was queued; not where they have no email. */
    val emailed: Boolean get() = required("emailed") { it.asBoolean }
}

/** Where a ticket stands. */
enum class TicketState(override val wire: String) : Word {
    /** Somebody still has to do something. */
    OPEN("open"),
    /** It is done. */
    CLOSED("closed"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): TicketState = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** A ticket with a page of its thread. */
class TicketThread(json: JsonObject) : Answer(json) {
    /** The ticket. */
    val ticket: TicketView get() = required("ticket") { TicketView(it.asJsonObject) }
    /** What is written in it, oldest first. */
    val messages: List<TicketMessageView> get() = required("messages") { it.asJsonArray.map { item -> TicketMessageView(item.asJsonObject) } }
    /** Where to go on; absent on the last page. */
    val next: Long? get() = optional("next") { it.asLong }
}

/** A ticket as answers show it. */
class TicketView(json: JsonObject) : Answer(json) {
    /** The customer. */
    val customer: String get() = required("customer") { it.asString }
    /** The ticket's id, the same for ever. */
    val ticket: String get() = required("ticket") { it.asString }
    /** Where it stands. */
    val state: TicketState get() = required("state") { TicketState.of(it.asString) }
    /** What it is about. */
    val subject: String get() = required("subject") { it.asString }
    /** When it was created. */
    val openedAt: String get() = required("opened_at") { it.asString }
    /** When a message was last written, or it was closed or reopened. */
    val updatedAt: String get() = required("updated_at") { it.asString }
    /** Who has written last: where it is the customer, the shop's turn has come. */
    val lastFrom: Author get() = required("last_from") { Author.of(it.asString) }
    /** How many messages there are, notes apart. */
    val messages: Long get() = required("messages") { it.asLong }
    /** The version of the ticket, for `if_version`. */
    val version: Long get() = required("version") { it.asLong }
    /** The customer whose it was before a merge. */
    val cameFrom: String? get() = optional("came_from") { it.asString }
    /** When it was closed. */
    val closedAt: String? get() = optional("closed_at") { it.asString }
    /** A link into the host's own page; staff only. */
    val link: String? get() = optional("link") { it.asString }
    /** How many internal notes there are; staff only. */
    val notes: Long? get() = optional("notes") { it.asLong }
}

/** A day of the week. */
enum class Weekday(override val wire: String) : Word {
    /**
     */
    MONDAY("monday"),
    /**
     */
    TUESDAY("tuesday"),
    /**
     */
    WEDNESDAY("wednesday"),
    /**
     */
    THURSDAY("thursday"),
    /**
     */
    FRIDAY("friday"),
    /**
     */
    SATURDAY("saturday"),
    /**
     */
    SUNDAY("sunday"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): Weekday = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** Why a side wins. */
enum class Why(override val wire: String) : Word {
    /** It was chosen. */
    CHOSEN("chosen"),
    /** Both are the same. */
    SAME("same"),
    /** The other side is empty. */
    OTHER_EMPTY("other_empty"),
    /** Both have a value: the survivor's stays. */
    SURVIVOR("survivor"),
    /** Group, locale and link are the survivor's, also where it has none. */
    SURVIVOR_ALWAYS("survivor_always"),
    /** Somebody else has the source's email. */
    TAKEN("taken"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): Why = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** Why something stayed. */
enum class WhyStayed(override val wire: String) : Word {
    /** It was edited since. */
    EDITED("edited"),
    /** Somebody else has the email by now; it is empty. */
    TAKEN("taken"),
    /** A blacklisting stays on both. */
    BLACKLISTED("blacklisted"),
    /** It has earned for the survivor. */
    EARNED("earned"),
    /**
     * What a hold had set aside was captured of the survivor meanwhile: a refund of the source's order does not
     * bring it back.
     */
    CAPTURED("captured"),
    /** What an entry of the source had spent came back meanwhile, to the survivor. */
    CAME_BACK("came_back"),
    /** A word of a later release. */
    UNKNOWN("");

    internal companion object {
        fun of(wire: String): WhyStayed = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }
}

/** Over which time is counted (rule Y1). */
sealed class Window(json: JsonObject) : Answer(json) {
    /** All of it. */
    class Lifetime(json: JsonObject) : Window(json) {
    }

    /** The calendar year, in the program's zone. */
    class CalendarYear(json: JsonObject) : Window(json) {
    }

    /** The last days or months: the window ends now and leaves out its first instant. */
    class Rolling(json: JsonObject) : Window(json) {
        /** The unit of `count`. */
        val period: Period get() = required("period") { Period.of(it.asString) }
        /** How many, 1 to 36,500. */
        val count: Long get() = required("count") { it.asLong }
    }

    /** One of a later release. */
    class Unknown(json: JsonObject) : Window(json)

    internal companion object {
        fun of(json: JsonObject): Window = when (json.get("over")?.asString) {
            "lifetime" -> Lifetime(json)
            "calendar_year" -> CalendarYear(json)
            "rolling" -> Rolling(json)
            else -> Unknown(json)
        }
    }
}

/** Something that a customer would like. */
class Wish(json: JsonObject) : Answer(json) {
    /** The article. */
    val sku: String get() = required("sku") { it.asString }
    /** Since when they would like it. */
    val addedAt: String? get() = optional("added_at") { it.asString }
    /** What people call it. */
    val name: String? get() = optional("name") { it.asString }
}

/** Something that a customer would like. */
class WishlistWish(sku: String, more: WishlistWish.() -> Unit = {}) : Arguments() {
    /** Since when they would like it. */
    var addedAt: String? by given("added_at")

    /** What people call it. */
    var name: String? by given("name")

    init {
        this["sku"] = sku
        more()
    }
}

/** The receipt of `wishlist.set`. */
class WishlistWished(json: JsonObject) : Answer(json) {
    /** The customer. */
    val customer: String get() = required("customer") { it.asString }
    /** How many articles are on the list. */
    val items: Long get() = required("items") { it.asLong }
    /** Its version now. */
    val version: Long get() = required("version") { it.asLong }
}

/** What a command answers: its own result, and what it did to the books. */
class Receipt<T>(json: JsonObject, read: (JsonElement) -> T) : Answer(json) {
    /** The operation's own answer. */
    val result: T = required("result", read)
    /** When the command was recorded. */
    val recordedAt: String get() = required("recorded_at") { it.asString }
    /** The balances of the accounts that were touched. */
    val balances: List<Balance> get() = optional("balances") { it.asJsonArray.map { item -> Balance(item.asJsonObject) } }.orEmpty()
    /** The entries written, in order. */
    val entries: List<EntryView> get() = optional("entries") { it.asJsonArray.map { item -> EntryView(item.asJsonObject) } }.orEmpty()
    /** The messages queued for the host. */
    val messages: List<String> get() = optional("messages") { it.asJsonArray.map { item -> item.asString } }.orEmpty()
    /** Of a preview: the token that confirms exactly this. */
    val plan: String? get() = optional("plan") { it.asString }
    /** The customer whom the request named was merged into this one, for whom it was run (rule G8). */
    val redirectedTo: String? get() = optional("redirected_to") { it.asString }
    /** This is the receipt of an earlier request with the same idempotency key; nothing was written now (rule L10). */
    val replayed: Boolean? get() = optional("replayed") { it.asBoolean }
    /** The rewards that followed by themselves: of stamp cards and statuses. */
    val rewards: List<RewardView> get() = optional("rewards") { it.asJsonArray.map { item -> RewardView(item.asJsonObject) } }.orEmpty()
}

/** What may be given to `customer.create` beside what must be. */
class CustomerCreateArguments internal constructor() : CommandArguments() {
    /** The date of birth, not in the future. */
    var birthDate: String? by given("birth_date")

    /** When the account was created, for accounts older than this record of them; the time of the call when absent. */
    var createdAt: String? by given("created_at")

    /** The email address. */
    var email: String? by given("email")

    /** The given name. */
    var firstName: String? by given("first_name")

    /** The gender, in the customer's words. */
    var gender: String? by given("gender")

    /** A group of the program. */
    var group: String? by given("group")

    /** The family name. */
    var lastName: String? by given("last_name")

    /** A link into the host's own page of this customer: `https://…`, `http://…` or `/…`. */
    var link: String? by given("link")

    /** The locale, such as `de-AT`. */
    var locale: String? by given("locale")

    /** Further given names. */
    var middleName: String? by given("middle_name")

    /** The phone number. */
    var phone: String? by given("phone")

    /** A title or other prefix. */
    var prefix: String? by given("prefix")

    /** What kind of account; `registered` when absent. */
    var state: Account? by optional("state")

    /** A suffix such as "Jr." */
    var suffix: String? by given("suffix")

    /** The customer's own time zone. */
    var timeZone: String? by given("time_zone")

}

/** What may be given to `customer.edit` beside what must be. */
class CustomerEditArguments internal constructor() : CommandArguments() {
    /** The date of birth, not in the future. */
    var birthDate: String? by given("birth_date")

    /** The email address. */
    var email: String? by given("email")

    /** The given name. */
    var firstName: String? by given("first_name")

    /** The gender, in the customer's words. */
    var gender: String? by given("gender")

    /** A group of the program. */
    var group: String? by given("group")

    /** The family name. */
    var lastName: String? by given("last_name")

    /** A link into the host's own page of this customer: `https://…`, `http://…` or `/…`. */
    var link: String? by given("link")

    /** The locale, such as `de-AT`. */
    var locale: String? by given("locale")

    /** Further given names. */
    var middleName: String? by given("middle_name")

    /** The phone number. */
    var phone: String? by given("phone")

    /** A title or other prefix. */
    var prefix: String? by given("prefix")

    /** A suffix such as "Jr." */
    var suffix: String? by given("suffix")

    /** The customer's own time zone. */
    var timeZone: String? by given("time_zone")

}

/** What may be given to `customer.details` beside what must be. */
class CustomerDetailsArguments internal constructor() : Arguments() {
    /** Rows in each tab, 1 to 500; 50 when absent. */
    var limit: Long? by given("limit")

    /** The tabs; all when absent. */
    var tabs: List<Tab>? by given("tabs")

}

/** What may be given to `customer.list` beside what must be. */
class CustomerListArguments internal constructor() : Arguments() {
    /** The columns of each row, each named once; id, name, email, group, state and created_at when absent. */
    var columns: List<Field>? by given("columns")

    /** Where to go on: `next` of the page before. */
    var cursor: String? by given("cursor")

    /** Largest, last or newest first. When absent: false with `sort`, true without. */
    var descending: Boolean? by given("descending")

    /**
     * Which customers; all when absent. At most 50 conditions, 8 levels deep; each value of `in` and each word of a
     * name that is contained counts as one.
     */
    var filter: Condition? by given("filter")

    /** Whether guests are listed too. */
    var guests: Boolean? by optional("guests")

    /** Rows on the page, 1 to 500; 50 when absent. */
    var limit: Long? by given("limit")

    /** At most 10 words, 200 characters. */
    var search: String? by given("search")

    /** The field to sort by. Names sort by family name. When absent, the newest come first. */
    var sort: Field? by given("sort")

}

/** What may be given to `customer.export_csv` beside what must be. */
class CustomerExportCsvArguments internal constructor() : Arguments() {
    /** The columns, each named once; those of `customer.list` when absent. */
    var columns: List<String>? by given("columns")

    /** Where to go on: `next` of the page before. */
    var cursor: String? by given("cursor")

    /** Largest, last or newest first. When absent: false with `sort`, true without. */
    var descending: Boolean? by given("descending")

    /** Which customers, as in `customer.list`; all when absent. */
    var filter: Condition? by given("filter")

    /** Whether guests are exported too. */
    var guests: Boolean? by optional("guests")

    /** Rows on the page, 1 to 500; 500 when absent. */
    var limit: Long? by given("limit")

    /** At most 10 words, 200 characters. */
    var search: String? by given("search")

    /** The field to sort by. When absent, the newest come first. */
    var sort: Field? by given("sort")

}

/** What may be given to `customer.import_csv` beside what must be. */
class CustomerImportCsvArguments internal constructor() : BatchArguments() {
    /** The `next` of the answer before; without it the file begins. */
    var after: ImportNext? by given("after")

    /** Whether an empty cell empties the field of a customer who is updated. Usually it leaves it alone. */
    var clearBlanks: Boolean? by optional("clear_blanks")

    /** What columns are read as, by their names in the file; null leaves one out. Goes before the preset. */
    var columns: Map<String, String>? by optional("columns")

    /** In which order the numbers of dates stand; `ymd` when absent. */
    var dates: DateOrder? by optional("dates")

    /** Who joins the program; as the file says when absent. */
    var enroll: Enrolling? by optional("enroll")

    /** What happens with a row whose customer is there already; `refuse` when absent. */
    var existing: Existing? by optional("existing")

    /**
     * Whether who joins gets the bonus for new members and the rewards of a status that they reach thereby. Usually
     * they get nothing, now or later: they had theirs where they come from.
     */
    var grant: Boolean? by optional("grant")

    /** Ids are this and the number of the row, where the file has none. */
    var idPrefix: String? by given("id_prefix")

    /** Whether the file ends with this piece. */
    var last: Boolean? by optional("last")

    /** The format of the file. */
    var preset: Preset? by given("preset")

    /** Whether the rewards of a status that a row sets are granted, as on rising to it. */
    var triggerRewards: Boolean? by optional("trigger_rewards")

    /**
     * What words in a column mean, by the column's name in the file: `{"Club": {"gold card": "yes"}}`. An empty text
     * means an empty cell.
     */
    var values: Map<String, Map<String, String>>? by optional("values")

}

/** What may be given to `customer.record_login` beside what must be. */
class CustomerRecordLoginArguments internal constructor() : CommandArguments() {
    /** When; the time of the call when absent. */
    var loggedInAt: String? by given("logged_in_at")

}

/** What may be given to `customer.delete` beside what must be. */
class CustomerDeleteArguments internal constructor() : CommandArguments() {
    /** The person demands it, also of an account on hold. */
    var erasure: Boolean? by optional("erasure")

    /** Why; staff only. It is kept: do not name the person. */
    var reason: String? by given("reason")

}

/** What may be given to `customer.export_data` beside what must be. */
class CustomerExportDataArguments internal constructor() : Arguments() {
    /** Where the section goes on: from `more`. */
    var cursor: String? by given("cursor")

    /** Rows of each section, 1 to 500; 500 when absent. */
    var limit: Long? by given("limit")

    /** One section; all when absent. */
    var section: Section? by given("section")

}

/** The operations of `customer`. */
class CustomerOperations internal constructor(private val caller: Caller) {
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
     * @param id Your id for the customer.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun create(id: String, more: CustomerCreateArguments.() -> Unit = {}): Receipt<CustomerCreated> {
        val arguments = CustomerCreateArguments()
        arguments["id"] = id
        arguments.more()
        val answer = caller.call("customer.create", arguments)
        return Receipt(answer.asJsonObject) { CustomerCreated(it.asJsonObject) }
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
     * @param customer The customer.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun edit(customer: String, more: CustomerEditArguments.() -> Unit = {}): Receipt<CustomerEdited> {
        val arguments = CustomerEditArguments()
        arguments["customer"] = customer
        arguments.more()
        val answer = caller.call("customer.edit", arguments)
        return Receipt(answer.asJsonObject) { CustomerEdited(it.asJsonObject) }
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
     * @param customer The customer.
     * @throws LoyaltyError when the library refuses
     */
    fun get(customer: String): CustomerView {
        val arguments = Arguments()
        arguments["customer"] = customer
        val answer = caller.call("customer.get", arguments)
        return CustomerView(answer.asJsonObject)
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
     * @param customer The customer.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun details(customer: String, more: CustomerDetailsArguments.() -> Unit = {}): CustomerDetailed {
        val arguments = CustomerDetailsArguments()
        arguments["customer"] = customer
        arguments.more()
        val answer = caller.call("customer.details", arguments)
        return CustomerDetailed(answer.asJsonObject)
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
     * @param customer The customer.
     * @throws LoyaltyError when the library refuses
     */
    fun actions(customer: String): CustomerActionList {
        val arguments = Arguments()
        arguments["customer"] = customer
        val answer = caller.call("customer.actions", arguments)
        return CustomerActionList(answer.asJsonObject)
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
     * @param customer The customer.
     * @throws LoyaltyError when the library refuses
     */
    fun bundle(customer: String): CustomerBundled {
        val arguments = Arguments()
        arguments["customer"] = customer
        val answer = caller.call("customer.bundle", arguments)
        return CustomerBundled(answer.asJsonObject)
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
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun list(more: CustomerListArguments.() -> Unit = {}): CustomerListed {
        val arguments = CustomerListArguments()
        arguments.more()
        val answer = caller.call("customer.list", arguments)
        return CustomerListed(answer.asJsonObject)
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
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun exportCsv(more: CustomerExportCsvArguments.() -> Unit = {}): CustomerExported {
        val arguments = CustomerExportCsvArguments()
        arguments.more()
        val answer = caller.call("customer.export_csv", arguments)
        return CustomerExported(answer.asJsonObject)
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
     * @param batch Your id for this import, at most 40 characters.
     * @param csv The piece of the file: text, at most what a request holds, with at most 10,000 rows.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun importCsv(batch: String, csv: String, more: CustomerImportCsvArguments.() -> Unit = {}): CustomerImported {
        val arguments = CustomerImportCsvArguments()
        arguments["batch"] = batch
        arguments["csv"] = csv
        arguments.more()
        val answer = caller.call("customer.import_csv", arguments)
        return CustomerImported(answer.asJsonObject)
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
     * @param customer The customer.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun recordLogin(customer: String, more: CustomerRecordLoginArguments.() -> Unit = {}): Receipt<CustomerLoginRecorded> {
        val arguments = CustomerRecordLoginArguments()
        arguments["customer"] = customer
        arguments.more()
        val answer = caller.call("customer.record_login", arguments)
        return Receipt(answer.asJsonObject) { CustomerLoginRecorded(it.asJsonObject) }
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
     * @param customer The customer.
     * @param group The group; null for none.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun assignGroup(customer: String, group: String?, more: CommandArguments.() -> Unit = {}): Receipt<CustomerGroupAssigned> {
        val arguments = CommandArguments()
        arguments["customer"] = customer
        arguments["group"] = group
        arguments.more()
        val answer = caller.call("customer.assign_group", arguments)
        return Receipt(answer.asJsonObject) { CustomerGroupAssigned(it.asJsonObject) }
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
     * @param customer The customer.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun delete(customer: String, more: CustomerDeleteArguments.() -> Unit = {}): Receipt<CustomerDeleted> {
        val arguments = CustomerDeleteArguments()
        arguments["customer"] = customer
        arguments.more()
        val answer = caller.call("customer.delete", arguments)
        return Receipt(answer.asJsonObject) { CustomerDeleted(it.asJsonObject) }
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
     * @param customer The customer.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun exportData(customer: String, more: CustomerExportDataArguments.() -> Unit = {}): CustomerExportedData {
        val arguments = CustomerExportDataArguments()
        arguments["customer"] = customer
        arguments.more()
        val answer = caller.call("customer.export_data", arguments)
        return CustomerExportedData(answer.asJsonObject)
    }
}

/** What may be given to `address.add` beside what must be. */
class AddressAddArguments internal constructor() : CommandArguments() {
    /** The city. */
    var city: String? by given("city")

    /** The company. */
    var company: String? by given("company")

    /** The country: two letters, such as `AT`. */
    var country: String? by given("country")

    /** Whether invoices go there unless said otherwise. */
    var defaultBilling: Boolean? by optional("default_billing")

    /** Whether parcels go there unless said otherwise. */
    var defaultShipping: Boolean? by optional("default_shipping")

    /** Your id for the address, unique for the customer; `a1`, `a2` and so on when absent. */
    var id: String? by given("id")

    /** What the customer calls it, such as "Home". */
    var label: String? by given("label")

    /** Street, house, floor: as written on an envelope, at most 10 lines. */
    var lines: List<String>? by optional("lines")

    /** Who receives mail there. */
    var name: String? by given("name")

    /** A phone number there. */
    var phone: String? by given("phone")

    /** The postal code. */
    var postalCode: String? by given("postal_code")

    /** The state, province or county. */
    var region: String? by given("region")

}

/** What may be given to `address.edit` beside what must be. */
class AddressEditArguments internal constructor() : CommandArguments() {
    /** The city. */
    var city: String? by given("city")

    /** The company. */
    var company: String? by given("company")

    /** The country: two letters, such as `AT`. */
    var country: String? by given("country")

    /** Whether invoices go there unless said otherwise. */
    var defaultBilling: Boolean? by given("default_billing")

    /** Whether parcels go there unless said otherwise. */
    var defaultShipping: Boolean? by given("default_shipping")

    /** What the customer calls it, such as "Home". */
    var label: String? by given("label")

    /** Street, house, floor: as written on an envelope, at most 10 lines. All lines at once. */
    var lines: List<String>? by given("lines")

    /** Who receives mail there. */
    var name: String? by given("name")

    /** A phone number there. */
    var phone: String? by given("phone")

    /** The postal code. */
    var postalCode: String? by given("postal_code")

    /** The state, province or county. */
    var region: String? by given("region")

}

/** The operations of `address`. */
class AddressOperations internal constructor(private val caller: Caller) {
    /**
     * Adds an address to a customer. With `default_billing` or `default_shipping` it takes that place from the
     * address that had it.
     *
     * Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `already_exists` for an id that is
     * in use; `limit_exceeded` beyond 50 addresses.
     *
     * Rule K1.
     *
     * @param customer The customer.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun add(customer: String, more: AddressAddArguments.() -> Unit = {}): Receipt<AddressSaved> {
        val arguments = AddressAddArguments()
        arguments["customer"] = customer
        arguments.more()
        val answer = caller.call("address.add", arguments)
        return Receipt(answer.asJsonObject) { AddressSaved(it.asJsonObject) }
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
     * @param customer The customer.
     * @param address The address.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun edit(customer: String, address: String, more: AddressEditArguments.() -> Unit = {}): Receipt<AddressSaved> {
        val arguments = AddressEditArguments()
        arguments["customer"] = customer
        arguments["address"] = address
        arguments.more()
        val answer = caller.call("address.edit", arguments)
        return Receipt(answer.asJsonObject) { AddressSaved(it.asJsonObject) }
    }

    /**
     * Removes an address of a customer. Was it a default, there is none until another becomes it.
     *
     * Errors: `not_found` for the customer or the address; `not_eligible` when the customer is merged or deleted;
     * `version_conflict`.
     *
     * Rules K1, K2.
     *
     * @param customer The customer.
     * @param address The address.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun remove(customer: String, address: String, more: CommandArguments.() -> Unit = {}): Receipt<AddressRemoved> {
        val arguments = CommandArguments()
        arguments["customer"] = customer
        arguments["address"] = address
        arguments.more()
        val answer = caller.call("address.remove", arguments)
        return Receipt(answer.asJsonObject) { AddressRemoved(it.asJsonObject) }
    }
}

/** What may be given to `payment_method.save` beside what must be. */
class PaymentMethodSaveArguments internal constructor() : CommandArguments() {
    /** The brand, such as "Visa". */
    var brand: String? by given("brand")

    /** The last month in which it is valid, 1 to 12; with `expiry_year`. */
    var expiryMonth: Long? by given("expiry_month")

    /** The year of that month, 2000 to 2100; with `expiry_month`. */
    var expiryYear: Long? by given("expiry_year")

    /** Your id for the payment method; `m1`, `m2` and so on when absent and the token is new. */
    var id: String? by given("id")

    /** The last four digits. */
    var lastFour: String? by given("last_four")

}

/** The operations of `payment_method`. */
class PaymentMethodOperations internal constructor(private val caller: Caller) {
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
     * @param customer The customer.
     * @param token What the payment provider calls it.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun save(customer: String, token: String, more: PaymentMethodSaveArguments.() -> Unit = {}): Receipt<PaymentMethodSaved> {
        val arguments = PaymentMethodSaveArguments()
        arguments["customer"] = customer
        arguments["token"] = token
        arguments.more()
        val answer = caller.call("payment_method.save", arguments)
        return Receipt(answer.asJsonObject) { PaymentMethodSaved(it.asJsonObject) }
    }

    /**
     * Removes a saved payment method of a customer. At the payment provider it stays: tell them too.
     *
     * Errors: `not_found` for the customer or the payment method; `not_eligible` when the customer is merged or
     * deleted; `version_conflict`.
     *
     * Rules K4, K2.
     *
     * @param customer The customer.
     * @param paymentMethod The payment method.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun remove(customer: String, paymentMethod: String, more: CommandArguments.() -> Unit = {}): Receipt<PaymentMethodRemoved> {
        val arguments = CommandArguments()
        arguments["customer"] = customer
        arguments["payment_method"] = paymentMethod
        arguments.more()
        val answer = caller.call("payment_method.remove", arguments)
        return Receipt(answer.asJsonObject) { PaymentMethodRemoved(it.asJsonObject) }
    }
}

/** What may be given to `email.set_preferences` beside what must be. */
class EmailSetPreferencesArguments internal constructor() : CommandArguments() {
    /** By list of the program: whether it is wanted. */
    var lists: Map<String, Boolean>? by optional("lists")

    /** Whether the newsletter is wanted. */
    var newsletter: Boolean? by given("newsletter")

    /**
     * The page, device or channel, as proof. That of the context goes before it, and a customer's own word for it
     * does not count.
     */
    var through: String? by given("through")

}

/** What may be given to `email.unsubscribe_all` beside what must be. */
class EmailUnsubscribeAllArguments internal constructor() : CommandArguments() {
    /**
     * The page, device or channel, as proof. That of the context goes before it, and a customer's own word for it
     * does not count.
     */
    var through: String? by given("through")

}

/** The operations of `email`. */
class EmailOperations internal constructor(private val caller: Caller) {
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
     * @param customer The customer.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun setPreferences(customer: String, more: EmailSetPreferencesArguments.() -> Unit = {}): Receipt<EmailPreferencesSet> {
        val arguments = EmailSetPreferencesArguments()
        arguments["customer"] = customer
        arguments.more()
        val answer = caller.call("email.set_preferences", arguments)
        return Receipt(answer.asJsonObject) { EmailPreferencesSet(it.asJsonObject) }
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
     * @param customer The customer.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun unsubscribeAll(customer: String, more: EmailUnsubscribeAllArguments.() -> Unit = {}): Receipt<EmailPreferencesSet> {
        val arguments = EmailUnsubscribeAllArguments()
        arguments["customer"] = customer
        arguments.more()
        val answer = caller.call("email.unsubscribe_all", arguments)
        return Receipt(answer.asJsonObject) { EmailPreferencesSet(it.asJsonObject) }
    }
}

/** What may be given to `blacklist.set` beside what must be. */
class BlacklistSetArguments internal constructor() : CommandArguments() {
    /** Why, for staff only; needed when `on`, and kept also when off. */
    var reason: String? by given("reason")

}

/** What may be given to `blacklist.check` beside what must be. */
class BlacklistCheckArguments internal constructor() : Arguments() {
    /** The customer who wants to buy. */
    var customer: String? by given("customer")

    /** The email with which someone wants to buy. */
    var email: String? by given("email")

}

/** The operations of `blacklist`. */
class BlacklistOperations internal constructor(private val caller: Caller) {
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
     * @param customer The customer.
     * @param on On the blacklist or off it.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun set(customer: String, on: Boolean, more: BlacklistSetArguments.() -> Unit = {}): Receipt<BlacklistSet> {
        val arguments = BlacklistSetArguments()
        arguments["customer"] = customer
        arguments["on"] = on
        arguments.more()
        val answer = caller.call("blacklist.set", arguments)
        return Receipt(answer.asJsonObject) { BlacklistSet(it.asJsonObject) }
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
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun check(more: BlacklistCheckArguments.() -> Unit = {}): BlacklistChecked {
        val arguments = BlacklistCheckArguments()
        arguments.more()
        val answer = caller.call("blacklist.check", arguments)
        return BlacklistChecked(answer.asJsonObject)
    }
}

/** What may be given to `membership.register` beside what must be. */
class MembershipRegisterArguments internal constructor() : CommandArguments() {
    /** A comment; the customer reads it. */
    var comment: String? by given("comment")

    /** Why; staff only. */
    var reason: String? by given("reason")

}

/** What may be given to `membership.enroll` beside what must be. */
class MembershipEnrollArguments internal constructor() : CommandArguments() {
    /** A comment; the customer reads it. */
    var comment: String? by given("comment")

    /** Why; staff only. */
    var reason: String? by given("reason")

    /** Who has referred them, a member. */
    var referredBy: String? by given("referred_by")

}

/** What may be given to `membership.unenroll` beside what must be. */
class MembershipUnenrollArguments internal constructor() : CommandArguments() {
    /** A comment; the customer reads it. */
    var comment: String? by given("comment")

    /** Why; staff only. */
    var reason: String? by given("reason")

}

/** What may be given to `membership.remove` beside what must be. */
class MembershipRemoveArguments internal constructor() : CommandArguments() {
    /** A comment; the customer reads it. */
    var comment: String? by given("comment")

    /** Why; staff only. */
    var reason: String? by given("reason")

}

/** What may be given to `membership.deactivate` beside what must be. */
class MembershipDeactivateArguments internal constructor() : CommandArguments() {
    /** A comment; the customer reads it. */
    var comment: String? by given("comment")

    /** Why; staff only. */
    var reason: String? by given("reason")

}

/** What may be given to `membership.reactivate` beside what must be. */
class MembershipReactivateArguments internal constructor() : CommandArguments() {
    /** A comment; the customer reads it. */
    var comment: String? by given("comment")

    /** Why; staff only. */
    var reason: String? by given("reason")

}

/** The operations of `membership`. */
class MembershipOperations internal constructor(private val caller: Caller) {
    /**
     * A guest opens an account with the shop.
     *
     * Errors: `invalid_transition` from any state but `guest`; `already_exists` when another customer has the email.
     *
     * Rules M1, M3, K3.
     *
     * @param customer The customer.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun register(customer: String, more: MembershipRegisterArguments.() -> Unit = {}): Receipt<MembershipChanged> {
        val arguments = MembershipRegisterArguments()
        arguments["customer"] = customer
        arguments.more()
        val answer = caller.call("membership.register", arguments)
        return Receipt(answer.asJsonObject) { MembershipChanged(it.asJsonObject) }
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
     * @param customer The customer.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun enroll(customer: String, more: MembershipEnrollArguments.() -> Unit = {}): Receipt<MembershipChanged> {
        val arguments = MembershipEnrollArguments()
        arguments["customer"] = customer
        arguments.more()
        val answer = caller.call("membership.enroll", arguments)
        return Receipt(answer.asJsonObject) { MembershipChanged(it.asJsonObject) }
    }

    /**
     * A member leaves the program: every marketing opt-in becomes false, nothing accrues, no sign-in. Points stay
     * frozen or are forfeited, as the program says.
     *
     * Errors: `invalid_transition` from any state but `enrolled`.
     *
     * Rules M1, M3, E1.
     *
     * @param customer The customer.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun unenroll(customer: String, more: MembershipUnenrollArguments.() -> Unit = {}): Receipt<MembershipChanged> {
        val arguments = MembershipUnenrollArguments()
        arguments["customer"] = customer
        arguments.more()
        val answer = caller.call("membership.unenroll", arguments)
        return Receipt(answer.asJsonObject) { MembershipChanged(it.asJsonObject) }
    }

    /**
     * A member is taken out of the program, but stays a customer of the shop: may sign in, mail preferences stay.
     * Points as for leaving.
     *
     * Errors: `invalid_transition` from any state but `enrolled`.
     *
     * Rules M1, M3.
     *
     * @param customer The customer.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun remove(customer: String, more: MembershipRemoveArguments.() -> Unit = {}): Receipt<MembershipChanged> {
        val arguments = MembershipRemoveArguments()
        arguments["customer"] = customer
        arguments.more()
        val answer = caller.call("membership.remove", arguments)
        return Receipt(answer.asJsonObject) { MembershipChanged(it.asJsonObject) }
    }

    /**
     * The account is suspended: no sign-in, nothing accrues or is spent, and nothing is lost: no lot lapses until
     * reactivation.
     *
     * Errors: `invalid_transition` unless registered or enrolled.
     *
     * Rules M1, M3.
     *
     * @param customer The customer.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun deactivate(customer: String, more: MembershipDeactivateArguments.() -> Unit = {}): Receipt<MembershipChanged> {
        val arguments = MembershipDeactivateArguments()
        arguments["customer"] = customer
        arguments.more()
        val answer = caller.call("membership.deactivate", arguments)
        return Receipt(answer.asJsonObject) { MembershipChanged(it.asJsonObject) }
    }

    /**
     * The suspension ends: the state before comes back. Lots and holds that fell due meanwhile regain the time they
     * had left when it began.
     *
     * Errors: `invalid_transition` unless on hold.
     *
     * Rules M1, M3.
     *
     * @param customer The customer.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun reactivate(customer: String, more: MembershipReactivateArguments.() -> Unit = {}): Receipt<MembershipChanged> {
        val arguments = MembershipReactivateArguments()
        arguments["customer"] = customer
        arguments.more()
        val answer = caller.call("membership.reactivate", arguments)
        return Receipt(answer.asJsonObject) { MembershipChanged(it.asJsonObject) }
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
     * @param customer The customer.
     * @throws LoyaltyError when the library refuses
     */
    fun capabilities(customer: String): MembershipCapabilityList {
        val arguments = Arguments()
        arguments["customer"] = customer
        val answer = caller.call("membership.capabilities", arguments)
        return MembershipCapabilityList(answer.asJsonObject)
    }

    /**
     * Every change of a customer's membership, newest first, at most 500: who, when, from what to what, and why. A
     * customer does not see reasons.
     *
     * Rule M3.
     *
     * @param customer The customer.
     * @throws LoyaltyError when the library refuses
     */
    fun history(customer: String): MembershipHistory {
        val arguments = Arguments()
        arguments["customer"] = customer
        val answer = caller.call("membership.history", arguments)
        return MembershipHistory(answer.asJsonObject)
    }
}

/** What may be given to `merge.apply` beside what must be. */
class MergeApplyArguments internal constructor() : CommandArguments() {
    /** A comment; the customer reads it. */
    var comment: String? by given("comment")

    /** Fields of the profile that are the source's, also where it has none. */
    var fromSource: List<ProfileField>? by optional("from_source")

    /** Fields of the profile that are the survivor's, also where it has none. */
    var fromSurvivor: List<ProfileField>? by optional("from_survivor")

    /** Why; staff only. */
    var reason: String? by given("reason")

    /** Whether a status that the survivor reaches by it grants its rewards. */
    var triggerRewards: Boolean? by optional("trigger_rewards")

}

/** What may be given to `merge.undo` beside what must be. */
class MergeUndoArguments internal constructor() : CommandArguments() {
    /** A comment; the customer reads it. */
    var comment: String? by given("comment")

    /** Why; staff only. */
    var reason: String? by given("reason")

}

/** The operations of `merge`. */
class MergeOperations internal constructor(private val caller: Caller) {
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
     * @param survivor The customer who remains; enrolled.
     * @param source The customer who becomes part of the survivor.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun apply(survivor: String, source: String, more: MergeApplyArguments.() -> Unit = {}): Receipt<Merged> {
        val arguments = MergeApplyArguments()
        arguments["survivor"] = survivor
        arguments["source"] = source
        arguments.more()
        val answer = caller.call("merge.apply", arguments)
        return Receipt(answer.asJsonObject) { Merged(it.asJsonObject) }
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
     * @param survivor The customer into whom was merged.
     * @param source The customer who was merged.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun undo(survivor: String, source: String, more: MergeUndoArguments.() -> Unit = {}): Receipt<MergeUndone> {
        val arguments = MergeUndoArguments()
        arguments["survivor"] = survivor
        arguments["source"] = source
        arguments.more()
        val answer = caller.call("merge.undo", arguments)
        return Receipt(answer.asJsonObject) { MergeUndone(it.asJsonObject) }
    }

    /**
     * The merges into a customer, newest first, at most 500: who was merged, when, by whom and why, what was added,
     * and whether it was undone.
     *
     * Errors: `not_found`.
     *
     * Rules G6, G9.
     *
     * @param customer The customer.
     * @throws LoyaltyError when the library refuses
     */
    fun history(customer: String): MergeHistory {
        val arguments = Arguments()
        arguments["customer"] = customer
        val answer = caller.call("merge.history", arguments)
        return MergeHistory(answer.asJsonObject)
    }
}

/** What may be given to `points.adjust` beside what must be. */
class PointsAdjustArguments internal constructor() : CommandArguments() {
    /** What the customer reads; "Manual adjustments" when absent. */
    var comment: String? by given("comment")

    /**
     * When it takes effect; now when absent, never in the future. A debit not before the account's last debit,
     * lapse, reinstatement, transfer or reversal of a debit.
     */
    var effectiveAt: String? by given("effective_at")

    /** A credit ends so many days after its local date, 1 to 36,500. */
    var expiresAfterDays: Long? by given("expires_after_days")

    /** The instant at which a credit ends. */
    var expiresAt: String? by given("expires_at")

    /** A credit that never ends. */
    var neverExpires: Boolean? by optional("never_expires")

    /** An internal note; staff only. */
    var note: String? by given("note")

    /** The order it is about. */
    var order: String? by given("order")

    /** Why; staff only. The program may require it. */
    var reason: String? by given("reason")

    /** The last local day on which a credit counts. */
    var validThrough: String? by given("valid_through")

}

/** What may be given to `points.redate` beside what must be. */
class PointsRedateArguments internal constructor() : CommandArguments() {
    /** They end as the program's policy says now, counted from their own credit. */
    var byPolicy: Boolean? by optional("by_policy")

    /** What the customer reads. */
    var comment: String? by given("comment")

    /** Only points that end after this moment, or never. */
    var endingAfter: String? by given("ending_after")

    /** Only points that end before this moment. */
    var endingBefore: String? by given("ending_before")

    /** Only points of the credit that this entry made; of a merge, all that came with it. */
    var entry: String? by given("entry")

    /** They end so many days after the local date of their own credit, 1 to 36,500. */
    var expiresAfterDays: Long? by given("expires_after_days")

    /** The instant at which they end. */
    var expiresAt: String? by given("expires_at")

    /** They never end. */
    var neverExpires: Boolean? by optional("never_expires")

    /** An internal note; staff only. */
    var note: String? by given("note")

    /** Why; staff only. The program may require it, as for an adjustment. */
    var reason: String? by given("reason")

    /** The last local day on which they count. */
    var validThrough: String? by given("valid_through")

}

/** What may be given to `points.reinstate` beside what must be. */
class PointsReinstateArguments internal constructor() : CommandArguments() {
    /** How much, more than zero; all when absent. */
    var amount: String? by given("amount")

    /** What the customer reads. */
    var comment: String? by given("comment")

    /** Only points of the credit that this entry made; of a merge, all that came with it. */
    var entry: String? by given("entry")

    /** They end so many days after the local date of now, 1 to 36,500. */
    var expiresAfterDays: Long? by given("expires_after_days")

    /** The instant at which they end. */
    var expiresAt: String? by given("expires_at")

    /** They never end. */
    var neverExpires: Boolean? by optional("never_expires")

    /** An internal note; staff only. */
    var note: String? by given("note")

    /** Why; staff only. The program may require it, as for an adjustment. */
    var reason: String? by given("reason")

    /** The last local day on which they count. */
    var validThrough: String? by given("valid_through")

}

/** What may be given to `points.earn` beside what must be. */
class PointsEarnArguments internal constructor() : CommandArguments() {
    /** What the customer reads. */
    var comment: String? by given("comment")

    /** When it takes effect; now when absent, never in the future. */
    var effectiveAt: String? by given("effective_at")

    /** It ends so many days after its local date, 1 to 36,500. */
    var expiresAfterDays: Long? by given("expires_after_days")

    /** The instant at which it ends. */
    var expiresAt: String? by given("expires_at")

    /** The order for which it is. */
    var order: String? by given("order")

    /** The last local day on which it counts. */
    var validThrough: String? by given("valid_through")

}

/** What may be given to `points.spend` beside what must be. */
class PointsSpendArguments internal constructor() : CommandArguments() {
    /** What the customer reads. */
    var comment: String? by given("comment")

    /** The order on which it is spent. */
    var order: String? by given("order")

}

/** What may be given to `points.balance` beside what must be. */
class PointsBalanceArguments internal constructor() : Arguments() {
    /** A moment that has passed. */
    var asOf: String? by given("as_of")

    /** The totals of `as_of` as the books had them at this moment: not before `as_of`, nor in the future. */
    var asRecordedAt: String? by given("as_recorded_at")

    /** One point type; all when absent. */
    var type: String? by given("type")

}

/** What may be given to `points.history` beside what must be. */
class PointsHistoryArguments internal constructor() : Arguments() {
    /** Only entries that took effect before this time. */
    var before: String? by given("before")

    /** Where the page before ended: its `next`. */
    var cursor: String? by given("cursor")

    /** Only entries that took effect at this time or later. */
    var from: String? by given("from")

    /** Only entries of these kinds; all when absent. */
    var kinds: List<EntryKind>? by optional("kinds")

    /** Entries on the page, 1 to 500; 50 when absent. */
    var limit: Long? by given("limit")

    /** One point type; all when absent. */
    var type: String? by given("type")

}

/** What may be given to `points.explain` beside what must be. */
class PointsExplainArguments internal constructor() : Arguments() {
    /** The entry or lot that is explained. */
    var entry: String? by given("entry")

    /** The point type whose balance is explained. */
    var type: String? by given("type")

}

/** What may be given to `points.hold` beside what must be. */
class PointsHoldArguments internal constructor() : CommandArguments() {
    /** How much, more than zero. */
    var amount: String? by given("amount")

    /** The order for which it is. */
    var order: String? by given("order")

    /** The parts of a mixed payment, at most 20, instead of `type` and `amount`. */
    var parts: List<HoldPart>? by optional("parts")

    /** How long, in seconds, 1 to 31,536,000; the program's `hold_seconds` when absent. */
    var seconds: Long? by given("seconds")

    /** The point type. */
    var type: String? by given("type")

}

/** What may be given to `points.capture` beside what must be. */
class PointsCaptureArguments internal constructor() : CommandArguments() {
    /** How much; all that is left when absent. */
    var amount: String? by given("amount")

    /** What the customer reads. */
    var comment: String? by given("comment")

    /** The hold's id. */
    var hold: String? by given("hold")

    /** Several holds, at most 20, each with all that is left, instead of `hold` and `amount`. */
    var holds: List<String>? by optional("holds")

    /** The order on which it is spent; the hold's when absent. */
    var order: String? by given("order")

}

/** What may be given to `points.release` beside what must be. */
class PointsReleaseArguments internal constructor() : CommandArguments() {
    /** How much; all that is left when absent. */
    var amount: String? by given("amount")

    /** The hold's id. */
    var hold: String? by given("hold")

    /** Several holds, at most 20, each with all that is left, instead of `hold` and `amount`. */
    var holds: List<String>? by optional("holds")

}

/** What may be given to `points.reverse` beside what must be. */
class PointsReverseArguments internal constructor() : CommandArguments() {
    /** How much of it; all that is left when absent. */
    var amount: String? by given("amount")

    /** What the customer reads. */
    var comment: String? by given("comment")

    /** An internal note; staff only. */
    var note: String? by given("note")

    /** Why; staff only. */
    var reason: String? by given("reason")

}

/** What may be given to `points.transfer` beside what must be. */
class PointsTransferArguments internal constructor() : CommandArguments() {
    /** What the customers read. */
    var comment: String? by given("comment")

    /** An internal note; staff only. */
    var note: String? by given("note")

    /** The order of the giver that it is about; only their own entry names it. */
    var order: String? by given("order")

    /** Why; staff only. The program may require it. */
    var reason: String? by given("reason")

}

/** The operations of `points`. */
class PointsOperations internal constructor(private val caller: Caller) {
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
     * @param customer The customer.
     * @param type The point type.
     * @param amount How much: positive gives, negative takes; not zero.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun adjust(customer: String, type: String, amount: String, more: PointsAdjustArguments.() -> Unit = {}): Receipt<PointsPosted> {
        val arguments = PointsAdjustArguments()
        arguments["customer"] = customer
        arguments["type"] = type
        arguments["amount"] = amount
        arguments.more()
        val answer = caller.call("points.adjust", arguments)
        return Receipt(answer.asJsonObject) { PointsPosted(it.asJsonObject) }
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
     * @param customer The customer.
     * @param type The point type.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun redate(customer: String, type: String, more: PointsRedateArguments.() -> Unit = {}): Receipt<PointsRedated> {
        val arguments = PointsRedateArguments()
        arguments["customer"] = customer
        arguments["type"] = type
        arguments.more()
        val answer = caller.call("points.redate", arguments)
        return Receipt(answer.asJsonObject) { PointsRedated(it.asJsonObject) }
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
     * @param customer The customer.
     * @param type The point type.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun reinstate(customer: String, type: String, more: PointsReinstateArguments.() -> Unit = {}): Receipt<PointsReinstated> {
        val arguments = PointsReinstateArguments()
        arguments["customer"] = customer
        arguments["type"] = type
        arguments.more()
        val answer = caller.call("points.reinstate", arguments)
        return Receipt(answer.asJsonObject) { PointsReinstated(it.asJsonObject) }
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
     * @param customer The customer.
     * @param type The point type.
     * @param amount How much, more than zero.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun earn(customer: String, type: String, amount: String, more: PointsEarnArguments.() -> Unit = {}): Receipt<PointsPosted> {
        val arguments = PointsEarnArguments()
        arguments["customer"] = customer
        arguments["type"] = type
        arguments["amount"] = amount
        arguments.more()
        val answer = caller.call("points.earn", arguments)
        return Receipt(answer.asJsonObject) { PointsPosted(it.asJsonObject) }
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
     * @param customer The customer.
     * @param type The point type.
     * @param amount How much, more than zero.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun spend(customer: String, type: String, amount: String, more: PointsSpendArguments.() -> Unit = {}): Receipt<PointsPosted> {
        val arguments = PointsSpendArguments()
        arguments["customer"] = customer
        arguments["type"] = type
        arguments["amount"] = amount
        arguments.more()
        val answer = caller.call("points.spend", arguments)
        return Receipt(answer.asJsonObject) { PointsPosted(it.asJsonObject) }
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
     * @param customer The customer.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun balance(customer: String, more: PointsBalanceArguments.() -> Unit = {}): PointsBalances {
        val arguments = PointsBalanceArguments()
        arguments["customer"] = customer
        arguments.more()
        val answer = caller.call("points.balance", arguments)
        return PointsBalances(answer.asJsonObject)
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
     * @param customer The customer.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun history(customer: String, more: PointsHistoryArguments.() -> Unit = {}): PointsHistoryPage {
        val arguments = PointsHistoryArguments()
        arguments["customer"] = customer
        arguments.more()
        val answer = caller.call("points.history", arguments)
        return PointsHistoryPage(answer.asJsonObject)
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
     * @param customer The customer.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun explain(customer: String, more: PointsExplainArguments.() -> Unit = {}): PointsExplained {
        val arguments = PointsExplainArguments()
        arguments["customer"] = customer
        arguments.more()
        val answer = caller.call("points.explain", arguments)
        return PointsExplained(answer.asJsonObject)
    }

    /**
     * The full schedule of what lapses when, if nothing is earned or spent until then; not only the next date.
     *
     * Held points stand apart: they do not lapse while held.
     *
     * Rules L8, L12.
     *
     * @param customer The customer.
     * @param type The point type.
     * @throws LoyaltyError when the library refuses
     */
    fun expiring(customer: String, type: String): PointsSchedule {
        val arguments = Arguments()
        arguments["customer"] = customer
        arguments["type"] = type
        val answer = caller.call("points.expiring", arguments)
        return PointsSchedule(answer.asJsonObject)
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
     * @param customer The customer.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun hold(customer: String, more: PointsHoldArguments.() -> Unit = {}): Receipt<PointsHeld> {
        val arguments = PointsHoldArguments()
        arguments["customer"] = customer
        arguments.more()
        val answer = caller.call("points.hold", arguments)
        return Receipt(answer.asJsonObject) { PointsHeld(it.asJsonObject) }
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
     * @param customer The customer.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun capture(customer: String, more: PointsCaptureArguments.() -> Unit = {}): Receipt<PointsCaptured> {
        val arguments = PointsCaptureArguments()
        arguments["customer"] = customer
        arguments.more()
        val answer = caller.call("points.capture", arguments)
        return Receipt(answer.asJsonObject) { PointsCaptured(it.asJsonObject) }
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
     * @param customer The customer.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun release(customer: String, more: PointsReleaseArguments.() -> Unit = {}): Receipt<PointsHeld> {
        val arguments = PointsReleaseArguments()
        arguments["customer"] = customer
        arguments.more()
        val answer = caller.call("points.release", arguments)
        return Receipt(answer.asJsonObject) { PointsHeld(it.asJsonObject) }
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
     * @param customer The customer.
     * @param entry The entry's id.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun reverse(customer: String, entry: String, more: PointsReverseArguments.() -> Unit = {}): Receipt<PointsReversed> {
        val arguments = PointsReverseArguments()
        arguments["customer"] = customer
        arguments["entry"] = entry
        arguments.more()
        val answer = caller.call("points.reverse", arguments)
        return Receipt(answer.asJsonObject) { PointsReversed(it.asJsonObject) }
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
     * @param customer The customer who gives.
     * @param recipient The customer who receives.
     * @param type The point type.
     * @param amount How much, more than zero.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun transfer(customer: String, recipient: String, type: String, amount: String, more: PointsTransferArguments.() -> Unit = {}): Receipt<PointsTransferred> {
        val arguments = PointsTransferArguments()
        arguments["customer"] = customer
        arguments["recipient"] = recipient
        arguments["type"] = type
        arguments["amount"] = amount
        arguments.more()
        val answer = caller.call("points.transfer", arguments)
        return Receipt(answer.asJsonObject) { PointsTransferred(it.asJsonObject) }
    }
}

/** What may be given to `bulk.adjust` beside what must be. */
class BulkAdjustArguments internal constructor() : BatchArguments() {
    /** The `next` of the answer before; without it the file begins. */
    var after: Next? by given("after")

    /** The comment of rows that do not say it; "Manual adjustments" when absent. */
    var comment: String? by given("comment")

    /** The `digest` that the dry run gave for this piece: then no row of it is done if the file differs up to here. */
    var digest: String? by given("digest")

    /** With `set`: the balance that is expected of rows that do not say it. */
    var expected: String? by given("expected")

    /** The `file_plan` of the dry run; the real run needs it. */
    var filePlan: String? by given("file_plan")

    /** Whose columns the file has; our own when absent. */
    var format: Format? by optional("format")

    /** Whether the file ends with this piece. */
    var last: Boolean? by optional("last")

    /** Whether amounts are added or are what balances shall be; what the format says when absent, and for ours `add`. */
    var mode: Mode? by given("mode")

    /** What becomes of the others when a row is refused; they stay done when absent. */
    var policy: Policy? by optional("policy")

    /** The reason of rows that do not say it. */
    var reason: String? by given("reason")

    /** The point type of rows that do not say it. */
    var type: String? by given("type")

}

/** What may be given to `bulk.reverse` beside what must be. */
class BulkReverseArguments internal constructor() : BatchArguments() {
    /** The `next` of the answer before; from the first row when absent. */
    var after: Long? by given("after")

    /** What the customer reads. */
    var comment: String? by given("comment")

    /** How many rows to look at at most, 1 to 10,000; 1,000 when absent. */
    var limit: Long? by given("limit")

    /** Why; staff only. */
    var reason: String? by given("reason")

}

/** The operations of `bulk`. */
class BulkOperations internal constructor(private val caller: Caller) {
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
     * @param batch The batch's id, by which its rows are done once and it can be reversed.
     * @param csv The piece of the file: text, at most what a request holds, with at most 10,000 rows.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun adjust(batch: String, csv: String, more: BulkAdjustArguments.() -> Unit = {}): BulkAdjusted {
        val arguments = BulkAdjustArguments()
        arguments["batch"] = batch
        arguments["csv"] = csv
        arguments.more()
        val answer = caller.call("bulk.adjust", arguments)
        return BulkAdjusted(answer.asJsonObject)
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
     * @param batch The batch.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun reverse(batch: String, more: BulkReverseArguments.() -> Unit = {}): BulkUndone {
        val arguments = BulkReverseArguments()
        arguments["batch"] = batch
        arguments.more()
        val answer = caller.call("bulk.reverse", arguments)
        return BulkUndone(answer.asJsonObject)
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
     * @param batch The batch.
     * @throws LoyaltyError when the library refuses
     */
    fun get(batch: String): BulkBatchView {
        val arguments = Arguments()
        arguments["batch"] = batch
        val answer = caller.call("bulk.get", arguments)
        return BulkBatchView(answer.asJsonObject)
    }
}

/** What may be given to `maintenance.run` beside what must be. */
class MaintenanceRunArguments internal constructor() : BatchArguments() {
    /** How many customers and gift cards to settle at most, 1 to 10,000; 1,000 when absent. */
    var limit: Long? by given("limit")

}

/** The operations of `maintenance`. */
class MaintenanceOperations internal constructor(private val caller: Caller) {
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
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun run(more: MaintenanceRunArguments.() -> Unit = {}): MaintenanceSwept {
        val arguments = MaintenanceRunArguments()
        arguments.more()
        val answer = caller.call("maintenance.run", arguments)
        return MaintenanceSwept(answer.asJsonObject)
    }
}

/** What may be given to `order.quote` beside what must be. */
class OrderQuoteArguments internal constructor() : Arguments() {
    /** The customer who asks; nobody in particular when absent. */
    var customer: String? by given("customer")

    /** Discount on the whole. */
    var discount: String? by optional("discount")

    /** How much of it would be paid with points. */
    var paidWithPoints: String? by optional("paid_with_points")

    /** When it would be placed; now when absent. */
    var placedAt: String? by given("placed_at")

    /** Shipping. */
    var shipping: String? by optional("shipping")

    /** Tax. */
    var tax: String? by optional("tax")

}

/** What may be given to `order.record` beside what must be. */
class OrderRecordArguments internal constructor() : CommandArguments() {
    /** Where it was placed. */
    var channel: String? by given("channel")

    /** Discount on the whole. */
    var discount: String? by optional("discount")

    /** Whether it is fulfilled. */
    var fulfilled: Boolean? by optional("fulfilled")

    /** A link into the host's own page of this order: `https://…`, `http://…` or `/…`; staff only. */
    var link: String? by given("link")

    /** The number of the order to which several belong. */
    var masterNumber: String? by given("master_number")

    /** The payments. */
    var payments: List<OrderPayment>? by optional("payments")

    /** Shipping. */
    var shipping: String? by optional("shipping")

    /** Tax. */
    var tax: String? by optional("tax")

}

/** What may be given to `order.refund` beside what must be. */
class OrderRefundArguments internal constructor() : CommandArguments() {
    /** An amount on the order as a whole; it is shared among what is left of its parts. */
    var amount: String? by given("amount")

    /** The currency, to be sure: another than the order's is refused. */
    var currency: String? by given("currency")

    /** The lines that are given back, each once. */
    var lines: List<RefundLine>? by given("lines")

    /** Why; staff only. */
    var reason: String? by given("reason")

    /** How much of shipping is given back. */
    var shipping: String? by given("shipping")

    /** How much of tax is given back. */
    var tax: String? by given("tax")

}

/** What may be given to `order.cancel` beside what must be. */
class OrderCancelArguments internal constructor() : CommandArguments() {
    /** Why; staff only. */
    var reason: String? by given("reason")

}

/** What may be given to `order.list` beside what must be. */
class OrderListArguments internal constructor() : Arguments() {
    /** Where the page before ended: its `next`. */
    var cursor: String? by given("cursor")

    /** Orders on the page, 1 to 500; 50 when absent. */
    var limit: Long? by given("limit")

    /** Only the orders with this master number. */
    var masterNumber: String? by given("master_number")

}

/** The operations of `order`. */
class OrderOperations internal constructor(private val caller: Caller) {
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
     * @param currency The currency, three capital letters.
     * @param lines The lines, 1 to 500.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun quote(currency: String, lines: List<OrderOrderLine>, more: OrderQuoteArguments.() -> Unit = {}): OrderQuoted {
        val arguments = OrderQuoteArguments()
        arguments["currency"] = currency
        arguments["lines"] = lines
        arguments.more()
        val answer = caller.call("order.quote", arguments)
        return OrderQuoted(answer.asJsonObject)
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
     * @param customer The customer.
     * @param number The host's number of the order.
     * @param placedAt When it was placed; not in the future.
     * @param currency The currency, three capital letters.
     * @param lines The lines, 1 to 500.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun record(customer: String, number: String, placedAt: String, currency: String, lines: List<OrderOrderLine>, more: OrderRecordArguments.() -> Unit = {}): Receipt<OrderRecorded> {
        val arguments = OrderRecordArguments()
        arguments["customer"] = customer
        arguments["number"] = number
        arguments["placed_at"] = placedAt
        arguments["currency"] = currency
        arguments["lines"] = lines
        arguments.more()
        val answer = caller.call("order.record", arguments)
        return Receipt(answer.asJsonObject) { OrderRecorded(it.asJsonObject) }
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
     * @param customer The customer.
     * @param number The order's number.
     * @param refund The host's id of the refund, unique in the order.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun refund(customer: String, number: String, refund: String, more: OrderRefundArguments.() -> Unit = {}): Receipt<OrderReturns> {
        val arguments = OrderRefundArguments()
        arguments["customer"] = customer
        arguments["number"] = number
        arguments["refund"] = refund
        arguments.more()
        val answer = caller.call("order.refund", arguments)
        return Receipt(answer.asJsonObject) { OrderReturns(it.asJsonObject) }
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
     * @param customer The customer.
     * @param number The order's number.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun cancel(customer: String, number: String, more: OrderCancelArguments.() -> Unit = {}): Receipt<OrderReturns> {
        val arguments = OrderCancelArguments()
        arguments["customer"] = customer
        arguments["number"] = number
        arguments.more()
        val answer = caller.call("order.cancel", arguments)
        return Receipt(answer.asJsonObject) { OrderReturns(it.asJsonObject) }
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
     * @param customer The customer who gets it.
     * @param number The order's number.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun claim(customer: String, number: String, more: CommandArguments.() -> Unit = {}): Receipt<OrderRecorded> {
        val arguments = CommandArguments()
        arguments["customer"] = customer
        arguments["number"] = number
        arguments.more()
        val answer = caller.call("order.claim", arguments)
        return Receipt(answer.asJsonObject) { OrderRecorded(it.asJsonObject) }
    }

    /**
     * An order of a customer, with its payments and what it earned.
     *
     * Errors: `not_found` when the customer has no such order.
     *
     * Rules O1, O7.
     *
     * @param customer The customer.
     * @param number The order's number.
     * @throws LoyaltyError when the library refuses
     */
    fun get(customer: String, number: String): OrderView {
        val arguments = Arguments()
        arguments["customer"] = customer
        arguments["number"] = number
        val answer = caller.call("order.get", arguments)
        return OrderView(answer.asJsonObject)
    }

    /**
     * The orders of a customer, newest first, each with its payments and how far it is paid; all of them, or those
     * that belong to one master order.
     *
     * Rule O7.
     *
     * @param customer The customer.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun list(customer: String, more: OrderListArguments.() -> Unit = {}): OrderPage {
        val arguments = OrderListArguments()
        arguments["customer"] = customer
        arguments.more()
        val answer = caller.call("order.list", arguments)
        return OrderPage(answer.asJsonObject)
    }
}

/** The operations of `payment`. */
class PaymentOperations internal constructor(private val caller: Caller) {
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
     * @param customer The customer.
     * @param order The order's number.
     * @param payment The payment's id.
     * @param status Where it stands.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun update(customer: String, order: String, payment: String, status: PaymentStatus, more: CommandArguments.() -> Unit = {}): Receipt<PaymentRecorded> {
        val arguments = CommandArguments()
        arguments["customer"] = customer
        arguments["order"] = order
        arguments["payment"] = payment
        arguments["status"] = status
        arguments.more()
        val answer = caller.call("payment.update", arguments)
        return Receipt(answer.asJsonObject) { PaymentRecorded(it.asJsonObject) }
    }
}

/** What may be given to `subscription.record` beside what must be. */
class SubscriptionRecordArguments internal constructor() : CommandArguments() {
    /** When the status changed; when absent, now, or for a new subscription when it began. */
    var changedAt: String? by given("changed_at")

    /** A link into your own page of this subscription: `https://…`, `http://…` or `/…`; staff only. */
    var link: String? by given("link")

    /** What is subscribed to, as people call it. */
    var name: String? by given("name")

    /** When the next payment is due. */
    var nextPaymentAt: String? by given("next_payment_at")

    /** When it began; when absent, what was recorded before, or now. */
    var startedAt: String? by given("started_at")

}

/** What may be given to `subscription.list` beside what must be. */
class SubscriptionListArguments internal constructor() : Arguments() {
    /** Where the page before ended: its `next`. */
    var cursor: String? by given("cursor")

    /** Subscriptions on the page, 1 to 500; 50 when absent. */
    var limit: Long? by given("limit")

}

/** The operations of `subscription`. */
class SubscriptionOperations internal constructor(private val caller: Caller) {
    /**
     * Records a subscription, or what is new of it: send it whole each time something changes. A change of status is
     * kept in its history.
     *
     * Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `version_conflict`;
     * `invalid_request` for times in the future and a link that is none.
     *
     * Rules O7, K2, W3.
     *
     * @param customer The customer.
     * @param id Your id of the subscription, unique with this customer.
     * @param status Where it stands.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun record(customer: String, id: String, status: SubscriptionStatus, more: SubscriptionRecordArguments.() -> Unit = {}): Receipt<SubscriptionRecorded> {
        val arguments = SubscriptionRecordArguments()
        arguments["customer"] = customer
        arguments["id"] = id
        arguments["status"] = status
        arguments.more()
        val answer = caller.call("subscription.record", arguments)
        return Receipt(answer.asJsonObject) { SubscriptionRecorded(it.asJsonObject) }
    }

    /**
     * The subscriptions of a customer, newest first, each with the last 20 changes of its status.
     *
     * Rules O7, W3.
     *
     * @param customer The customer.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun list(customer: String, more: SubscriptionListArguments.() -> Unit = {}): SubscriptionPage {
        val arguments = SubscriptionListArguments()
        arguments["customer"] = customer
        arguments.more()
        val answer = caller.call("subscription.list", arguments)
        return SubscriptionPage(answer.asJsonObject)
    }
}

/** The operations of `wishlist`. */
class WishlistOperations internal constructor(private val caller: Caller) {
    /**
     * Records what a customer would like, in place of what was recorded before. An empty list ends it. Details show
     * it.
     *
     * Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `version_conflict`;
     * `invalid_request` for an article that stands there twice; `limit_exceeded` beyond 500 articles.
     *
     * Rules O7, K2.
     *
     * @param customer The customer.
     * @param items The articles, at most 500.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun set(customer: String, items: List<WishlistWish>, more: CommandArguments.() -> Unit = {}): Receipt<WishlistWished> {
        val arguments = CommandArguments()
        arguments["customer"] = customer
        arguments["items"] = items
        arguments.more()
        val answer = caller.call("wishlist.set", arguments)
        return Receipt(answer.asJsonObject) { WishlistWished(it.asJsonObject) }
    }
}

/** What may be given to `reward.grant` beside what must be. */
class RewardGrantArguments internal constructor() : CommandArguments() {
    /** What the customer reads. */
    var comment: String? by given("comment")

    /** An internal note; staff only. */
    var note: String? by given("note")

}

/** What may be given to `reward.consume` beside what must be. */
class RewardConsumeArguments internal constructor() : CommandArguments() {
    /** The order on which it is used. */
    var order: String? by given("order")

}

/** What may be given to `reward.remove` beside what must be. */
class RewardRemoveArguments internal constructor() : CommandArguments() {
    /** What the customer reads. */
    var comment: String? by given("comment")

    /** Whether it gives back what it took; one that has expired can do so too. */
    var giveBack: Boolean? by optional("give_back")

    /** An internal note; staff only. */
    var note: String? by given("note")

}

/** What may be given to `reward.list` beside what must be. */
class RewardListArguments internal constructor() : Arguments() {
    /** Where the page before ended: its `next`. */
    var cursor: String? by given("cursor")

    /** Rewards on the page, 1 to 500; 50 when absent. */
    var limit: Long? by given("limit")

    /** Only those in this state. */
    var state: RewardState? by given("state")

}

/** The operations of `reward`. */
class RewardOperations internal constructor(private val caller: Caller) {
    /**
     * What a customer can have for their points: every reward of the catalogue, with its price, whether they can
     * have it now and, where not, why not.
     *
     * Errors: `not_found`.
     *
     * Rules R1, R2.
     *
     * @param customer The customer.
     * @throws LoyaltyError when the library refuses
     */
    fun options(customer: String): RewardOptions {
        val arguments = Arguments()
        arguments["customer"] = customer
        val answer = caller.call("reward.options", arguments)
        return RewardOptions(answer.asJsonObject)
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
     * @param customer The customer.
     * @param reward The reward of the catalogue.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun redeem(customer: String, reward: String, more: CommandArguments.() -> Unit = {}): Receipt<RewardRedeemed> {
        val arguments = CommandArguments()
        arguments["customer"] = customer
        arguments["reward"] = reward
        arguments.more()
        val answer = caller.call("reward.redeem", arguments)
        return Receipt(answer.asJsonObject) { RewardRedeemed(it.asJsonObject) }
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
     * @param customer The customer.
     * @param reward The reward of the catalogue.
     * @param reason Why; staff only.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun grant(customer: String, reward: String, reason: String, more: RewardGrantArguments.() -> Unit = {}): Receipt<RewardOneReward> {
        val arguments = RewardGrantArguments()
        arguments["customer"] = customer
        arguments["reward"] = reward
        arguments["reason"] = reason
        arguments.more()
        val answer = caller.call("reward.grant", arguments)
        return Receipt(answer.asJsonObject) { RewardOneReward(it.asJsonObject) }
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
     * @param code The code.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun consume(code: String, more: RewardConsumeArguments.() -> Unit = {}): Receipt<RewardOneReward> {
        val arguments = RewardConsumeArguments()
        arguments["code"] = code
        arguments.more()
        val answer = caller.call("reward.consume", arguments)
        return Receipt(answer.asJsonObject) { RewardOneReward(it.asJsonObject) }
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
     * @param customer The customer.
     * @param id The id of the customer's reward.
     * @param reason Why; staff only.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun remove(customer: String, id: String, reason: String, more: RewardRemoveArguments.() -> Unit = {}): Receipt<RewardOneReward> {
        val arguments = RewardRemoveArguments()
        arguments["customer"] = customer
        arguments["id"] = id
        arguments["reason"] = reason
        arguments.more()
        val answer = caller.call("reward.remove", arguments)
        return Receipt(answer.asJsonObject) { RewardOneReward(it.asJsonObject) }
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
     * @param customer The customer.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun list(customer: String, more: RewardListArguments.() -> Unit = {}): RewardPage {
        val arguments = RewardListArguments()
        arguments["customer"] = customer
        arguments.more()
        val answer = caller.call("reward.list", arguments)
        return RewardPage(answer.asJsonObject)
    }
}

/** The operations of `stamp_card`. */
class StampCardOperations internal constructor(private val caller: Caller) {
    /**
     * How far a customer's stamp cards are: 3 of 10, the cards completed, and the next reward.
     *
     * Errors: `not_found`.
     *
     * Rule R6.
     *
     * @param customer The customer.
     * @throws LoyaltyError when the library refuses
     */
    fun progress(customer: String): StampCardCards {
        val arguments = Arguments()
        arguments["customer"] = customer
        val answer = caller.call("stamp_card.progress", arguments)
        return StampCardCards(answer.asJsonObject)
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
     * @param customer The customer.
     * @param card The card.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun complete(customer: String, card: String, more: CommandArguments.() -> Unit = {}): Receipt<StampCardCompleted> {
        val arguments = CommandArguments()
        arguments["customer"] = customer
        arguments["card"] = card
        arguments.more()
        val answer = caller.call("stamp_card.complete", arguments)
        return Receipt(answer.asJsonObject) { StampCardCompleted(it.asJsonObject) }
    }
}

/** What may be given to `status.assign` beside what must be. */
class StatusAssignArguments internal constructor() : CommandArguments() {
    /** A comment; the customer reads it. */
    var comment: String? by given("comment")

    /** The counter, where it is set by hand; not negative. */
    var counter: String? by given("counter")

    /** The lock, where the usual one is not wanted. */
    var lock: LockKind? by given("lock")

    /** An internal note; staff only. */
    var note: String? by given("note")

    /** The status. */
    var status: String? by given("status")

    /** Whether the rewards of the status are granted, as on rising to it. */
    var triggerRewards: Boolean? by optional("trigger_rewards")

    /** The last day of the lock, in the program's zone. */
    var validThrough: String? by given("valid_through")

}

/** What may be given to `status.unlock` beside what must be. */
class StatusUnlockArguments internal constructor() : CommandArguments() {
    /** A comment; the customer reads it. */
    var comment: String? by given("comment")

    /** An internal note; staff only. */
    var note: String? by given("note")

}

/** What may be given to `status.list` beside what must be. */
class StatusListArguments internal constructor() : Arguments() {
    /** Changes of each system, 1 to 500; 50 when absent. */
    var limit: Long? by given("limit")

}

/** The operations of `status`. */
class StatusOperations internal constructor(private val caller: Caller) {
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
     * @param customer The customer.
     * @param system The status system.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun assign(customer: String, system: String, more: StatusAssignArguments.() -> Unit = {}): Receipt<StatusView> {
        val arguments = StatusAssignArguments()
        arguments["customer"] = customer
        arguments["system"] = system
        arguments.more()
        val answer = caller.call("status.assign", arguments)
        return Receipt(answer.asJsonObject) { StatusView(it.asJsonObject) }
    }

    /**
     * Takes off the lock that an agent put on a status: from now on evaluation decides again, and does so at once.
     *
     * Errors: `not_found` for an unknown customer or system; `not_eligible` when nothing is locked, or for who is no
     * member; `version_conflict`.
     *
     * Rule Y3.
     *
     * @param customer The customer.
     * @param system The status system.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun unlock(customer: String, system: String, more: StatusUnlockArguments.() -> Unit = {}): Receipt<StatusView> {
        val arguments = StatusUnlockArguments()
        arguments["customer"] = customer
        arguments["system"] = system
        arguments.more()
        val answer = caller.call("status.unlock", arguments)
        return Receipt(answer.asJsonObject) { StatusView(it.asJsonObject) }
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
     * @param customer The customer.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun evaluate(customer: String, more: CommandArguments.() -> Unit = {}): Receipt<StatusList> {
        val arguments = CommandArguments()
        arguments["customer"] = customer
        arguments.more()
        val answer = caller.call("status.evaluate", arguments)
        return Receipt(answer.asJsonObject) { StatusList(it.asJsonObject) }
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
     * @param customer The customer.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun list(customer: String, more: StatusListArguments.() -> Unit = {}): StatusList {
        val arguments = StatusListArguments()
        arguments["customer"] = customer
        arguments.more()
        val answer = caller.call("status.list", arguments)
        return StatusList(answer.asJsonObject)
    }
}

/** What may be given to `gift_card.issue` beside what must be. */
class GiftCardIssueArguments internal constructor() : CommandArguments() {
    /** The customer to whom it is issued; nobody when absent. */
    var customer: String? by given("customer")

    /** It ends so many days after today's local date, 1 to 36,500. */
    var expiresAfterDays: Long? by given("expires_after_days")

    /** The instant at which it ends. */
    var expiresAt: String? by given("expires_at")

    /** Blank: it pays once it is activated. */
    var inactive: Boolean? by optional("inactive")

    /** What the giver writes. */
    var message: String? by given("message")

    /** It never ends. */
    var neverExpires: Boolean? by optional("never_expires")

    /** An internal note; staff only. */
    var note: String? by given("note")

    /** The order on which it was bought. */
    var order: String? by given("order")

    /** Whom it is for. */
    var recipient: String? by given("recipient")

    /** Where it is sent. */
    var recipientEmail: String? by given("recipient_email")

    /** The last local day on which it counts. */
    var validThrough: String? by given("valid_through")

}

/** What may be given to `gift_card.activate` beside what must be. */
class GiftCardActivateArguments internal constructor() : CommandArguments() {
    /** Its code, instead of the number. */
    var code: String? by given("code")

    /** The card's number. */
    var giftCard: String? by given("gift_card")

    /** The order on which it was bought. */
    var order: String? by given("order")

}

/** What may be given to `gift_card.get` beside what must be. */
class GiftCardGetArguments internal constructor() : Arguments() {
    /** Its code, instead of the number. */
    var code: String? by given("code")

    /** Where the page before ended: its `next`. */
    var cursor: Long? by given("cursor")

    /** Only if it was issued to this customer. */
    var customer: String? by given("customer")

    /** The card's number. */
    var giftCard: String? by given("gift_card")

    /** Activities on the page, 1 to 500; 50 when absent. */
    var limit: Long? by given("limit")

}

/** What may be given to `gift_card.list` beside what must be. */
class GiftCardListArguments internal constructor() : Arguments() {
    /** Where the page before ended: its `next`. */
    var cursor: String? by given("cursor")

    /** Cards on the page, 1 to 500; 50 when absent. */
    var limit: Long? by given("limit")

}

/** What may be given to `gift_card.recharge` beside what must be. */
class GiftCardRechargeArguments internal constructor() : CommandArguments() {
    /** What the customer reads. */
    var comment: String? by given("comment")

    /** It ends so many days after today's local date, 1 to 36,500. */
    var expiresAfterDays: Long? by given("expires_after_days")

    /** The instant at which it ends. */
    var expiresAt: String? by given("expires_at")

    /** It never ends. */
    var neverExpires: Boolean? by optional("never_expires")

    /** An internal note; staff only. */
    var note: String? by given("note")

    /** The order on which it was bought. */
    var order: String? by given("order")

    /** The last local day on which it counts. */
    var validThrough: String? by given("valid_through")

}

/** What may be given to `gift_card.redeem` beside what must be. */
class GiftCardRedeemArguments internal constructor() : CommandArguments() {
    /** How much, more than zero; all that can be spent when absent. */
    var amount: String? by given("amount")

    /** Its code, instead of the number. */
    var code: String? by given("code")

    /** What the customer reads. */
    var comment: String? by given("comment")

    /** The card's number. */
    var giftCard: String? by given("gift_card")

}

/** What may be given to `gift_card.charge` beside what must be. */
class GiftCardChargeArguments internal constructor() : CommandArguments() {
    /** Its code, instead of the number. */
    var code: String? by given("code")

    /** What the customer reads. */
    var comment: String? by given("comment")

    /** The card's number. */
    var giftCard: String? by given("gift_card")

    /** The order that is paid. */
    var order: String? by given("order")

}

/** What may be given to `gift_card.refund` beside what must be. */
class GiftCardRefundArguments internal constructor() : CommandArguments() {
    /** How much of it; all that is left when absent. */
    var amount: String? by given("amount")

    /** What the customer reads. */
    var comment: String? by given("comment")

    /** An internal note; staff only. */
    var note: String? by given("note")

    /** Why; staff only. */
    var reason: String? by given("reason")

}

/** What may be given to `gift_card.block` beside what must be. */
class GiftCardBlockArguments internal constructor() : CommandArguments() {
    /** An internal note; staff only. */
    var note: String? by given("note")

}

/** What may be given to `gift_card.unblock` beside what must be. */
class GiftCardUnblockArguments internal constructor() : CommandArguments() {
    /** An internal note; staff only. */
    var note: String? by given("note")

}

/** What may be given to `gift_card.deactivate` beside what must be. */
class GiftCardDeactivateArguments internal constructor() : CommandArguments() {
    /** An internal note; staff only. */
    var note: String? by given("note")

}

/** The operations of `gift_card`. */
class GiftCardOperations internal constructor(private val caller: Caller) {
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
     * @param giftCard The host's number of the card, as it is printed on it; not secret.
     * @param type The point type, of the kind money.
     * @param amount How much, more than zero.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun issue(giftCard: String, type: String, amount: String, more: GiftCardIssueArguments.() -> Unit = {}): Receipt<GiftCardIssued> {
        val arguments = GiftCardIssueArguments()
        arguments["gift_card"] = giftCard
        arguments["type"] = type
        arguments["amount"] = amount
        arguments.more()
        val answer = caller.call("gift_card.issue", arguments)
        return Receipt(answer.asJsonObject) { GiftCardIssued(it.asJsonObject) }
    }

    /**
     * Lets a card that was issued blank pay, once it is sold. It is named by its number or found by its code.
     *
     * Errors: `invalid_transition` for a card that is not blank; `expired`; `not_found`; `invalid_request` for a
     * code with a typing error.
     *
     * Rule R7.
     *
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun activate(more: GiftCardActivateArguments.() -> Unit = {}): Receipt<GiftCardView> {
        val arguments = GiftCardActivateArguments()
        arguments.more()
        val answer = caller.call("gift_card.activate", arguments)
        return Receipt(answer.asJsonObject) { GiftCardView(it.asJsonObject) }
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
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun get(more: GiftCardGetArguments.() -> Unit = {}): GiftCardActivities {
        val arguments = GiftCardGetArguments()
        arguments.more()
        val answer = caller.call("gift_card.get", arguments)
        return GiftCardActivities(answer.asJsonObject)
    }

    /**
     * The cards that were issued to a customer, newest first, each with its state and what can be spent of it.
     *
     * Errors: `not_found`.
     *
     * Rules R7, W3.
     *
     * @param customer The customer.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun list(customer: String, more: GiftCardListArguments.() -> Unit = {}): GiftCardCardPage {
        val arguments = GiftCardListArguments()
        arguments["customer"] = customer
        arguments.more()
        val answer = caller.call("gift_card.list", arguments)
        return GiftCardCardPage(answer.asJsonObject)
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
     * @param giftCard The card's number.
     * @param amount How much, more than zero.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun recharge(giftCard: String, amount: String, more: GiftCardRechargeArguments.() -> Unit = {}): Receipt<GiftCardMoved> {
        val arguments = GiftCardRechargeArguments()
        arguments["gift_card"] = giftCard
        arguments["amount"] = amount
        arguments.more()
        val answer = caller.call("gift_card.recharge", arguments)
        return Receipt(answer.asJsonObject) { GiftCardMoved(it.asJsonObject) }
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
     * @param customer The customer.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun redeem(customer: String, more: GiftCardRedeemArguments.() -> Unit = {}): Receipt<GiftCardRedeemed> {
        val arguments = GiftCardRedeemArguments()
        arguments["customer"] = customer
        arguments.more()
        val answer = caller.call("gift_card.redeem", arguments)
        return Receipt(answer.asJsonObject) { GiftCardRedeemed(it.asJsonObject) }
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
     * @param amount How much, more than zero.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun charge(amount: String, more: GiftCardChargeArguments.() -> Unit = {}): Receipt<GiftCardMoved> {
        val arguments = GiftCardChargeArguments()
        arguments["amount"] = amount
        arguments.more()
        val answer = caller.call("gift_card.charge", arguments)
        return Receipt(answer.asJsonObject) { GiftCardMoved(it.asJsonObject) }
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
     * @param giftCard The card's number.
     * @param entry The entry of the charge.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun refund(giftCard: String, entry: String, more: GiftCardRefundArguments.() -> Unit = {}): Receipt<GiftCardMoved> {
        val arguments = GiftCardRefundArguments()
        arguments["gift_card"] = giftCard
        arguments["entry"] = entry
        arguments.more()
        val answer = caller.call("gift_card.refund", arguments)
        return Receipt(answer.asJsonObject) { GiftCardMoved(it.asJsonObject) }
    }

    /**
     * Keeps a card from paying until it is unblocked: it was lost, or something is wrong with it. Refunds still
     * reach it, and time goes on.
     *
     * Errors: `invalid_transition` for a card that is blocked or deactivated; `not_found`; `version_conflict`.
     *
     * Rule R7.
     *
     * @param giftCard The card's number.
     * @param reason Why; staff only.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun block(giftCard: String, reason: String, more: GiftCardBlockArguments.() -> Unit = {}): Receipt<GiftCardView> {
        val arguments = GiftCardBlockArguments()
        arguments["gift_card"] = giftCard
        arguments["reason"] = reason
        arguments.more()
        val answer = caller.call("gift_card.block", arguments)
        return Receipt(answer.asJsonObject) { GiftCardView(it.asJsonObject) }
    }

    /**
     * Brings a blocked card back into the state before.
     *
     * Errors: `invalid_transition` for a card that is not blocked; `not_found`; `version_conflict`.
     *
     * Rule R7.
     *
     * @param giftCard The card's number.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun unblock(giftCard: String, more: GiftCardUnblockArguments.() -> Unit = {}): Receipt<GiftCardView> {
        val arguments = GiftCardUnblockArguments()
        arguments["gift_card"] = giftCard
        arguments.more()
        val answer = caller.call("gift_card.unblock", arguments)
        return Receipt(answer.asJsonObject) { GiftCardView(it.asJsonObject) }
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
     * @param giftCard The card's number.
     * @param reason Why; staff only.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun deactivate(giftCard: String, reason: String, more: GiftCardDeactivateArguments.() -> Unit = {}): Receipt<GiftCardView> {
        val arguments = GiftCardDeactivateArguments()
        arguments["gift_card"] = giftCard
        arguments["reason"] = reason
        arguments.more()
        val answer = caller.call("gift_card.deactivate", arguments)
        return Receipt(answer.asJsonObject) { GiftCardView(it.asJsonObject) }
    }
}

/** What may be given to `ticket.create` beside what must be. */
class TicketCreateArguments internal constructor() : CommandArguments() {
    /** The customer has written or said it, and you record it. */
    var fromCustomer: Boolean? by optional("from_customer")

    /** Your id of the ticket, unique in the shop; when absent, the customer's id and a number: `c-42/t1`. */
    var id: String? by given("id")

    /** A link into your own page of this ticket: `https://…`, `http://…` or `/…`; staff only. */
    var link: String? by given("link")

}

/** What may be given to `ticket.reply` beside what must be. */
class TicketReplyArguments internal constructor() : CommandArguments() {
    /** Only if it is this customer's. */
    var customer: String? by given("customer")

    /** A note for the shop's people. */
    var internal: Boolean? by optional("internal")

}

/** What may be given to `ticket.receive` beside what must be. */
class TicketReceiveArguments internal constructor() : CommandArguments() {
    /** Only if it is this customer's, such as whoever has the sender's email. */
    var customer: String? by given("customer")

}

/** What may be given to `ticket.close` beside what must be. */
class TicketCloseArguments internal constructor() : CommandArguments() {
    /** Only if it is this customer's. */
    var customer: String? by given("customer")

}

/** What may be given to `ticket.reopen` beside what must be. */
class TicketReopenArguments internal constructor() : CommandArguments() {
    /** Only if it is this customer's. */
    var customer: String? by given("customer")

}

/** What may be given to `ticket.get` beside what must be. */
class TicketGetArguments internal constructor() : Arguments() {
    /** Where the page before ended: its `next`. */
    var cursor: Long? by given("cursor")

    /** Only if it is this customer's. */
    var customer: String? by given("customer")

    /** Messages on the page, 1 to 500; 50 when absent. */
    var limit: Long? by given("limit")

}

/** What may be given to `ticket.list` beside what must be. */
class TicketListArguments internal constructor() : Arguments() {
    /** Where the page before ended: its `next`. */
    var cursor: String? by given("cursor")

    /** The customer; all customers when absent. */
    var customer: String? by given("customer")

    /** Tickets on the page, 1 to 500; 50 when absent. */
    var limit: Long? by given("limit")

    /** Those in this state. When absent all of a customer's, or the open ones of all customers. */
    var state: TicketState? by given("state")

}

/** The operations of `ticket`. */
class TicketOperations internal constructor(private val caller: Caller) {
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
     * @param customer The customer.
     * @param subject What it is about.
     * @param text The first message.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun create(customer: String, subject: String, text: String, more: TicketCreateArguments.() -> Unit = {}): Receipt<TicketSaved> {
        val arguments = TicketCreateArguments()
        arguments["customer"] = customer
        arguments["subject"] = subject
        arguments["text"] = text
        arguments.more()
        val answer = caller.call("ticket.create", arguments)
        return Receipt(answer.asJsonObject) { TicketSaved(it.asJsonObject) }
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
     * @param ticket The ticket.
     * @param text The text.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun reply(ticket: String, text: String, more: TicketReplyArguments.() -> Unit = {}): Receipt<TicketSaved> {
        val arguments = TicketReplyArguments()
        arguments["ticket"] = ticket
        arguments["text"] = text
        arguments.more()
        val answer = caller.call("ticket.reply", arguments)
        return Receipt(answer.asJsonObject) { TicketSaved(it.asJsonObject) }
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
     * @param ticket The ticket.
     * @param text The text.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun receive(ticket: String, text: String, more: TicketReceiveArguments.() -> Unit = {}): Receipt<TicketSaved> {
        val arguments = TicketReceiveArguments()
        arguments["ticket"] = ticket
        arguments["text"] = text
        arguments.more()
        val answer = caller.call("ticket.receive", arguments)
        return Receipt(answer.asJsonObject) { TicketSaved(it.asJsonObject) }
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
     * @param ticket The ticket.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun close(ticket: String, more: TicketCloseArguments.() -> Unit = {}): Receipt<TicketSaved> {
        val arguments = TicketCloseArguments()
        arguments["ticket"] = ticket
        arguments.more()
        val answer = caller.call("ticket.close", arguments)
        return Receipt(answer.asJsonObject) { TicketSaved(it.asJsonObject) }
    }

    /**
     * Reopens a ticket that was closed. No mail is queued.
     *
     * Errors: `not_found`; `not_eligible` when it is open already, and when the customer was deleted;
     * `version_conflict`.
     *
     * Rule P5.
     *
     * @param ticket The ticket.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun reopen(ticket: String, more: TicketReopenArguments.() -> Unit = {}): Receipt<TicketSaved> {
        val arguments = TicketReopenArguments()
        arguments["ticket"] = ticket
        arguments.more()
        val answer = caller.call("ticket.reopen", arguments)
        return Receipt(answer.asJsonObject) { TicketSaved(it.asJsonObject) }
    }

    /**
     * A ticket with its thread, oldest message first. Customers name themselves, and see no internal notes.
     *
     * Errors: `not_found`.
     *
     * Rules P5, W3.
     *
     * @param ticket The ticket.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun get(ticket: String, more: TicketGetArguments.() -> Unit = {}): TicketThread {
        val arguments = TicketGetArguments()
        arguments["ticket"] = ticket
        arguments.more()
        val answer = caller.call("ticket.get", arguments)
        return TicketThread(answer.asJsonObject)
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
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun list(more: TicketListArguments.() -> Unit = {}): TicketPage {
        val arguments = TicketListArguments()
        arguments.more()
        val answer = caller.call("ticket.list", arguments)
        return TicketPage(answer.asJsonObject)
    }
}

/** What may be given to `password.reset` beside what must be. */
class PasswordResetArguments internal constructor() : CommandArguments() {
    /** The customer. */
    var customer: String? by given("customer")

    /** The email of whoever asks. */
    var email: String? by given("email")

}

/** What may be given to `password.verify` beside what must be. */
class PasswordVerifyArguments internal constructor() : CommandArguments() {
    /** The email with which somebody signs in: only if it was sent there. */
    var email: String? by given("email")

}

/** The operations of `password`. */
class PasswordOperations internal constructor(private val caller: Caller) {
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
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun reset(more: PasswordResetArguments.() -> Unit = {}): Receipt<PasswordResetDone> {
        val arguments = PasswordResetArguments()
        arguments.more()
        val answer = caller.call("password.reset", arguments)
        return Receipt(answer.asJsonObject) { PasswordResetDone(it.asJsonObject) }
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
     * @param token The token of the link, or the generated password; small letters and hyphens do not matter.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun verify(token: String, more: PasswordVerifyArguments.() -> Unit = {}): Receipt<PasswordVerified> {
        val arguments = PasswordVerifyArguments()
        arguments["token"] = token
        arguments.more()
        val answer = caller.call("password.verify", arguments)
        return Receipt(answer.asJsonObject) { PasswordVerified(it.asJsonObject) }
    }
}

/** What may be given to `impersonation.start` beside what must be. */
class ImpersonationStartArguments internal constructor() : CommandArguments() {
    /** Why; staff only. */
    var reason: String? by given("reason")

}

/** The operations of `impersonation`. */
class ImpersonationOperations internal constructor(private val caller: Caller) {
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
     * @param customer The customer.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun start(customer: String, more: ImpersonationStartArguments.() -> Unit = {}): Receipt<ImpersonationStarted> {
        val arguments = ImpersonationStartArguments()
        arguments["customer"] = customer
        arguments.more()
        val answer = caller.call("impersonation.start", arguments)
        return Receipt(answer.asJsonObject) { ImpersonationStarted(it.asJsonObject) }
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
     * @param token The token.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun verify(token: String, more: CommandArguments.() -> Unit = {}): Receipt<ImpersonationRedeemed> {
        val arguments = CommandArguments()
        arguments["token"] = token
        arguments.more()
        val answer = caller.call("impersonation.verify", arguments)
        return Receipt(answer.asJsonObject) { ImpersonationRedeemed(it.asJsonObject) }
    }
}

/** What may be given to `approval.list` beside what must be. */
class ApprovalListArguments internal constructor() : Arguments() {
    /** Where the page before ended: its `next`. */
    var cursor: String? by given("cursor")

    /** The customer; the whole shop when absent. */
    var customer: String? by given("customer")

    /** Requests on the page, 1 to 500; 50 when absent. */
    var limit: Long? by given("limit")

    /** Those in this state; `open` when absent. */
    var state: ApprovalState? by given("state")

}

/** What may be given to `approval.grant` beside what must be. */
class ApprovalGrantArguments internal constructor() : CommandArguments() {
    /** What is to be said about it; staff only. */
    var note: String? by given("note")

}

/** What may be given to `approval.reject` beside what must be. */
class ApprovalRejectArguments internal constructor() : CommandArguments() {
    /** What is to be said about it; staff only. */
    var note: String? by given("note")

    /** Why; staff only. */
    var reason: String? by given("reason")

}

/** The operations of `approval`. */
class ApprovalOperations internal constructor(private val caller: Caller) {
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
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun list(more: ApprovalListArguments.() -> Unit = {}): ApprovalPage {
        val arguments = ApprovalListArguments()
        arguments.more()
        val answer = caller.call("approval.list", arguments)
        return ApprovalPage(answer.asJsonObject)
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
     * @param approval The request's id.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun grant(approval: String, more: ApprovalGrantArguments.() -> Unit = {}): Receipt<ApprovalGranted> {
        val arguments = ApprovalGrantArguments()
        arguments["approval"] = approval
        arguments.more()
        val answer = caller.call("approval.grant", arguments)
        return Receipt(answer.asJsonObject) { ApprovalGranted(it.asJsonObject) }
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
     * @param approval The request's id.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun reject(approval: String, more: ApprovalRejectArguments.() -> Unit = {}): Receipt<ApprovalRejected> {
        val arguments = ApprovalRejectArguments()
        arguments["approval"] = approval
        arguments.more()
        val answer = caller.call("approval.reject", arguments)
        return Receipt(answer.asJsonObject) { ApprovalRejected(it.asJsonObject) }
    }
}

/** What may be given to `outbox.take` beside what must be. */
class OutboxTakeArguments internal constructor() : BatchArguments() {
    /** How many at most, 1 to 500; 50 when absent. */
    var limit: Long? by given("limit")

}

/** The operations of `outbox`. */
class OutboxOperations internal constructor(private val caller: Caller) {
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
     * @param leaseSeconds For how long, in seconds, 1 to 86,400.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun take(leaseSeconds: Long, more: OutboxTakeArguments.() -> Unit = {}): OutboxTaken {
        val arguments = OutboxTakeArguments()
        arguments["lease_seconds"] = leaseSeconds
        arguments.more()
        val answer = caller.call("outbox.take", arguments)
        return OutboxTaken(answer.asJsonObject)
    }

    /**
     * Acknowledges messages: they are done and never given again; the next one of each customer may be taken.
     *
     * Acknowledging a message twice is fine.
     *
     * Rule P6.
     *
     * @param messages The messages' ids, 1 to 500.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun ack(messages: List<String>, more: BatchArguments.() -> Unit = {}): OutboxAcked {
        val arguments = BatchArguments()
        arguments["messages"] = messages
        arguments.more()
        val answer = caller.call("outbox.ack", arguments)
        return OutboxAcked(answer.asJsonObject)
    }
}

/** What may be given to `audit.list` beside what must be. */
class AuditListArguments internal constructor() : Arguments() {
    /** One actor; not together with `customer` or `gift_card`. */
    var actor: String? by given("actor")

    /** Where the page before ended: its `next`. */
    var cursor: String? by given("cursor")

    /** One customer. */
    var customer: String? by given("customer")

    /** One gift card, by its number; not together with `customer`. */
    var giftCard: String? by given("gift_card")

    /** Rows on the page, 1 to 500; 50 when absent. */
    var limit: Long? by given("limit")

    /** Done (when absent) or refused. */
    var outcome: Outcome? by optional("outcome")

}

/** The operations of `audit`. */
class AuditOperations internal constructor(private val caller: Caller) {
    /**
     * The commands, newest first: done, or refused. Of one customer, of one gift card, of one actor, or all.
     *
     * Every command is here with actor, time, operation, target and outcome, and no personal data. A query is here
     * only when the actor had no right to it.
     *
     * Rule P7.
     *
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun list(more: AuditListArguments.() -> Unit = {}): AuditPage {
        val arguments = AuditListArguments()
        arguments.more()
        val answer = caller.call("audit.list", arguments)
        return AuditPage(answer.asJsonObject)
    }
}

/** What may be given to `journal.verify` beside what must be. */
class JournalVerifyArguments internal constructor() : Arguments() {
    /** The customer. */
    var customer: String? by given("customer")

    /** A head that an earlier call returned: it must still be part of the chain. */
    var expectedHead: String? by given("expected_head")

    /** The number of a gift card. */
    var giftCard: String? by given("gift_card")

}

/** The operations of `journal`. */
class JournalOperations internal constructor(private val caller: Caller) {
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
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun verify(more: JournalVerifyArguments.() -> Unit = {}): JournalVerified {
        val arguments = JournalVerifyArguments()
        arguments.more()
        val answer = caller.call("journal.verify", arguments)
        return JournalVerified(answer.asJsonObject)
    }
}

/** What may be given to `report.liability` beside what must be. */
class ReportLiabilityArguments internal constructor() : Arguments() {
    /** Where to go on: `next` of the answer before. */
    var cursor: String? by given("cursor")

    /**
     * How many accounts to walk over, 1 to 2,000; 500 when absent. A customer has an account in each point type they
     * ever had some of.
     */
    var limit: Long? by given("limit")

}

/** What may be given to `report.expiring` beside what must be. */
class ReportExpiringArguments internal constructor() : Arguments() {
    /** Where to go on: `next` of the answer before. */
    var cursor: String? by given("cursor")

    /** How many accounts to walk over, 1 to 2,000; 500 when absent. */
    var limit: Long? by given("limit")

    /** How many months, 1 to 120, the current one among them; 12 when absent. */
    var months: Long? by given("months")

}

/** What may be given to `report.activity` beside what must be. */
class ReportActivityArguments internal constructor() : Arguments() {
    /** One actor alone. The others' entries of the span are walked over all the same. */
    var actor: String? by given("actor")

    /** Up to, not including, this moment; now when absent. */
    var before: String? by given("before")

    /** Where to go on: `next` of the answer before. */
    var cursor: String? by given("cursor")

    /** How many entries to walk over, 1 to 10,000; 1,000 when absent. */
    var limit: Long? by given("limit")

}

/** The operations of `report`. */
class ReportOperations internal constructor(private val caller: Caller) {
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
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun liability(more: ReportLiabilityArguments.() -> Unit = {}): ReportLiabilityReport {
        val arguments = ReportLiabilityArguments()
        arguments.more()
        val answer = caller.call("report.liability", arguments)
        return ReportLiabilityReport(answer.asJsonObject)
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
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun expiring(more: ReportExpiringArguments.() -> Unit = {}): ReportExpiringReport {
        val arguments = ReportExpiringArguments()
        arguments.more()
        val answer = caller.call("report.expiring", arguments)
        return ReportExpiringReport(answer.asJsonObject)
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
     * @param from From this moment on.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun activity(from: String, more: ReportActivityArguments.() -> Unit = {}): ReportActivityPage {
        val arguments = ReportActivityArguments()
        arguments["from"] = from
        arguments.more()
        val answer = caller.call("report.activity", arguments)
        return ReportActivityPage(answer.asJsonObject)
    }
}

/** The operations of `program`. */
class ProgramOperations internal constructor(private val caller: Caller) {
    /**
     * The program that is current, with its version.
     *
     * Version 0 is the starter program, before any other is set.
     *
     * @throws LoyaltyError when the library refuses
     */
    fun get(): ProgramCurrent {
        val arguments = Arguments()
        val answer = caller.call("program.get", arguments)
        return ProgramCurrent(answer.asJsonObject)
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
     * @param program The document; see the reference of the program.
     * @param more what may be given beside
     * @throws LoyaltyError when the library refuses
     */
    fun set(program: JsonElement, more: CommandArguments.() -> Unit = {}): Receipt<ProgramCurrent> {
        val arguments = CommandArguments()
        arguments["program"] = program
        arguments.more()
        val answer = caller.call("program.set", arguments)
        return Receipt(answer.asJsonObject) { ProgramCurrent(it.asJsonObject) }
    }
}

/** The operations as one actor may call them. Made by [Engine.acting]. */
class Client internal constructor(caller: Caller) {
    /** The operations of `customer`. */
    val customer = CustomerOperations(caller)
    /** The operations of `address`. */
    val address = AddressOperations(caller)
    /** The operations of `payment_method`. */
    val paymentMethod = PaymentMethodOperations(caller)
    /** The operations of `email`. */
    val email = EmailOperations(caller)
    /** The operations of `blacklist`. */
    val blacklist = BlacklistOperations(caller)
    /** The operations of `membership`. */
    val membership = MembershipOperations(caller)
    /** The operations of `merge`. */
    val merge = MergeOperations(caller)
    /** The operations of `points`. */
    val points = PointsOperations(caller)
    /** The operations of `bulk`. */
    val bulk = BulkOperations(caller)
    /** The operations of `maintenance`. */
    val maintenance = MaintenanceOperations(caller)
    /** The operations of `order`. */
    val order = OrderOperations(caller)
    /** The operations of `payment`. */
    val payment = PaymentOperations(caller)
    /** The operations of `subscription`. */
    val subscription = SubscriptionOperations(caller)
    /** The operations of `wishlist`. */
    val wishlist = WishlistOperations(caller)
    /** The operations of `reward`. */
    val reward = RewardOperations(caller)
    /** The operations of `stamp_card`. */
    val stampCard = StampCardOperations(caller)
    /** The operations of `status`. */
    val status = StatusOperations(caller)
    /** The operations of `gift_card`. */
    val giftCard = GiftCardOperations(caller)
    /** The operations of `ticket`. */
    val ticket = TicketOperations(caller)
    /** The operations of `password`. */
    val password = PasswordOperations(caller)
    /** The operations of `impersonation`. */
    val impersonation = ImpersonationOperations(caller)
    /** The operations of `approval`. */
    val approval = ApprovalOperations(caller)
    /** The operations of `outbox`. */
    val outbox = OutboxOperations(caller)
    /** The operations of `audit`. */
    val audit = AuditOperations(caller)
    /** The operations of `journal`. */
    val journal = JournalOperations(caller)
    /** The operations of `report`. */
    val report = ReportOperations(caller)
    /** The operations of `program`. */
    val program = ProgramOperations(caller)
}
