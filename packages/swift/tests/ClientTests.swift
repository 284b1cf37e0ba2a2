// The client against a library that only writes down what it is asked.
import XCTest

@testable import Loyalty

/// A library of which we say what it answers.
private final class Fake: Native, @unchecked Sendable {
    var answer = "{\"ok\":{}}"
    var seen: [String] = []

    func execute(request: String, context: String) -> String {
        seen = [request, context]
        return answer
    }

    func executeBatch(calls: String) throws -> String {
        seen = [calls]
        return "[{\"ok\":{\"lists\":{}}},{\"ok\":1}]"
    }

    func mayPurchase(email: String) throws -> Bool { email == "ada@example.com" }
    func maySignIn(customer: String) throws -> Bool { throw LoyaltyError.of(answer: refusal) }
    func mayEarn(customer: String) throws -> Bool { true }
    func close() throws { seen = ["closed"] }
}

private let refusal = "{\"error\":{\"code\":\"not_found\",\"message\":\"there is no customer\",\"retry\":\"never\",\"details\":{\"id\":\"x\"}}}"

final class ClientTests: XCTestCase {
    private let fake = Fake()
    private lazy var engine = Engine(native: fake)

    private func client() throws -> Client {
        try engine.acting(.agent("maria", ["support"]), at: "2026-11-22T10:00:00Z")
    }

    func testACallIsARequestAndAContext() throws {
        fake.answer = "{\"ok\":{\"result\":{\"entry\":\"e1\",\"customer\":\"c-42\"},\"recorded_at\":\"2026-11-22T10:00:00Z\"}}"
        let receipt = try client().points.adjust(
            customer: "c-42", type: "points", amount: "150", reason: "goodwill", idempotencyKey: "k", ifVersion: 0)
        XCTAssertEqual(receipt.result.entry, "e1")
        XCTAssertNil(receipt.plan)
        let arguments = "{\"amount\":\"150\",\"customer\":\"c-42\",\"reason\":\"goodwill\",\"type\":\"points\"}"
        XCTAssertEqual(fake.seen, [
            "{\"args\":\(arguments),\"idempotency_key\":\"k\",\"if_version\":0,\"op\":\"points.adjust\"}",
            "{\"actor\":{\"id\":\"maria\",\"kind\":\"agent\",\"roles\":[\"support\"]},\"at\":\"2026-11-22T10:00:00Z\"}",
        ])
    }

    func testNullIsSentWhereItCanMeanSomething() throws {
        fake.answer = "{\"ok\":{\"result\":{\"customer\":\"c-42\",\"version\":2,\"changed\":[\"phone\"]},\"recorded_at\":\"t\"}}"
        _ = try client().customer.edit(customer: "c-42", phone: nil)
        XCTAssertEqual(fake.seen[0], "{\"args\":{\"customer\":\"c-42\",\"phone\":null},\"op\":\"customer.edit\"}")
    }

    func testRecordsAndWordsAreWritten() throws {
        fake.answer = "{\"ok\":{\"rows\":[{\"id\":\"c-42\"}]}}"
        let filter = Condition(and: [Condition(field: .group, op: .in, value: .array([.string("vip")]))])
        let page = try client().customer.list(filter: .value(filter), sort: .value(.name))
        XCTAssertEqual(page.rows[0]["id"], .string("c-42"))
        let condition = "{\"and\":[{\"field\":\"group\",\"op\":\"in\",\"value\":[\"vip\"]}]}"
        XCTAssertEqual(fake.seen[0], "{\"args\":{\"filter\":\(condition),\"sort\":\"name\"},\"op\":\"customer.list\"}")
    }

    func testWhatLaterReleasesAddIsReadPast() throws {
        fake.answer = "{\"ok\":{\"customer\":\"c-42\",\"state\":\"asleep\",\"capabilities\":{\"earn\":true},\"news\":1}}"
        let answer = try client().membership.capabilities(customer: "c-42")
        XCTAssertEqual(answer.state, .unknown("asleep"))
    }

    func testARefusalIsThrown() throws {
        fake.answer = refusal
        XCTAssertThrowsError(try client().customer.get(customer: "x")) { XCTAssertEqual(($0 as? LoyaltyError)?.code, "not_found") }
        XCTAssertThrowsError(try engine.maySignIn(customer: "x")) { XCTAssertEqual(($0 as? LoyaltyError)?.retry, "never") }
    }

    func testARequestOfABatchCannotBringItsOwnContext() throws {
        let attack = "{\"op\":\"x\"},\"context\":{}},{\"request\":{\"op\":\"y\"}"
        let answers = try engine.executeBatch([("{\"op\":\"points.balance\"}", "{}"), (attack, "{}")])
        let quoted = try json(JSONValue.string(attack))
        XCTAssertEqual(fake.seen, ["[{\"context\":{},\"request\":{\"op\":\"points.balance\"}},{\"context\":{},\"request\":\(quoted)}]"])
        XCTAssertEqual(answers, ["{\"ok\":{\"lists\":{}}}", "{\"ok\":1}"])
    }
}
