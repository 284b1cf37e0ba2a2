#if canImport(LoyaltyFFI)
import LoyaltyFFI

/// The one place that knows the generated bindings.
enum Bindings {
    static func open(config: String) throws -> any Native {
        Bound(engine: try refused { try LoyaltyFFI.Engine.open(config: config) })
    }

    static func version() throws -> String {
        LoyaltyFFI.version()
    }
}

private struct Bound: Native, @unchecked Sendable {
    let engine: LoyaltyFFI.Engine

    func execute(request: String, context: String) -> String {
        engine.execute(request: request, context: context)
    }

    func executeBatch(calls: String) throws -> String {
        try refused { try engine.executeBatch(calls: calls) }
    }

    func mayPurchase(email: String) throws -> Bool {
        try refused { try engine.mayPurchase(email: email) }
    }

    func maySignIn(customer: String) throws -> Bool {
        try refused { try engine.maySignIn(customer: customer) }
    }

    func mayEarn(customer: String) throws -> Bool {
        try refused { try engine.mayEarn(customer: customer) }
    }

    func close() throws {
        engine.shut()
    }
}

/// Calls the library; what it refuses becomes a `LoyaltyError`.
private func refused<Answer>(_ call: () throws -> Answer) throws -> Answer {
    do {
        return try call()
    } catch LoyaltyFFI.Failure.Refused(let answer) {
        throw LoyaltyError.of(answer: answer)
    }
}
#else
/// Without the bindings there is only what a test puts in their place.
enum Bindings {
    struct Missing: Error {}

    static func open(config: String) throws -> any Native {
        throw Missing()
    }

    static func version() throws -> String {
        throw Missing()
    }
}
#endif
