import Foundation

/// The library's own engine. Tests put another in its place.
public protocol Native: Sendable {
    /// Executes a request.
    func execute(request: String, context: String) -> String
    /// Executes the calls of a JSON list.
    func executeBatch(calls: String) throws -> String
    /// Whether an email may buy.
    func mayPurchase(email: String) throws -> Bool
    /// Whether a customer may sign in.
    func maySignIn(customer: String) throws -> Bool
    /// Whether a customer may earn.
    func mayEarn(customer: String) throws -> Bool
    /// Closes the storage.
    func close() throws
}

/// One storage with its program. It can be used from several threads; close it when it is no longer needed.
public struct Engine: Sendable {
    private let native: any Native

    /// An engine over the library, or over what a test puts in its place.
    public init(native: any Native) {
        self.native = native
    }

    /// The version of the library.
    public static var version: String {
        get throws { try Bindings.version() }
    }

    /// Opens a storage by its address, such as `sqlite:shop.db`.
    public static func open(_ storage: String) throws -> Engine {
        try open(["storage": .string(storage)])
    }

    /// Opens a storage: `storage` and, if wanted, `program`, `prefix`, `timeout_ms` and `secrets`.
    public static func open(_ config: [String: JSONValue]) throws -> Engine {
        Engine(native: try Bindings.open(config: try json(config)))
    }

    /// The operations as an actor may call them. Tests that must repeat exactly fix the time and the entropy.
    public func acting(_ actor: Actor, at: String? = nil, entropy: String? = nil) throws -> Client {
        struct Context: Encodable {
            let actor: Actor
            let at: String?
            let entropy: String?
        }
        return Client(caller: Caller(engine: self, context: try json(Context(actor: actor, at: at, entropy: entropy))))
    }

    /// Executes a request in JSON. The request may come from a browser; the context is written by the shop's own code.
    public func execute(request: String, context: String) -> String {
        native.execute(request: request, context: context)
    }

    /// Executes many requests, each with its context, with one durable commit; the answers in the same order.
    public func executeBatch(_ calls: [(request: String, context: String)]) throws -> [String] {
        let texts = calls.map { ["request": inside($0.request), "context": inside($0.context)] }
        let answers = try native.executeBatch(calls: try json(texts))
        return try JSONDecoder().decode([JSONValue].self, from: Data(answers.utf8)).map { try json($0) }
    }

    /// Whether an email may buy.
    public func mayPurchase(email: String) throws -> Bool {
        try native.mayPurchase(email: email)
    }

    /// Whether a customer may sign in.
    public func maySignIn(customer: String) throws -> Bool {
        try native.maySignIn(customer: customer)
    }

    /// Whether a customer may earn.
    public func mayEarn(customer: String) throws -> Bool {
        try native.mayEarn(customer: customer)
    }

    /// Closes the storage.
    public func close() throws {
        try native.close()
    }
}

/// A text of JSON as part of a larger one. It is read first: pasted in, a request could end early and bring a context of its own. What is no
/// JSON goes along as a text, which the library refuses like any other request that is not an object.
private func inside(_ text: String) -> JSONValue {
    (try? JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))) ?? .string(text)
}
