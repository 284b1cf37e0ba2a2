import Foundation

/// A refused request. It changed nothing, unless the code is `outcome_unknown`.
public struct LoyaltyError: Error, Decodable, Sendable {
    /// The stable code; what programs look at.
    public let code: String
    /// What happened and what to do next, for people.
    public let message: String
    /// Whether asking again makes sense: `never`, with the `same_key`, or `later`.
    public let retry: String
    /// The facts.
    public let details: [String: JSONValue]?

    /// The error in an answer of the library, or what was wrong with the answer.
    static func of(answer: String) -> Error {
        struct Refusal: Decodable {
            let error: LoyaltyError
        }
        do {
            return try JSONDecoder().decode(Refusal.self, from: Data(answer.utf8)).error
        } catch {
            return error
        }
    }
}

extension LoyaltyError: LocalizedError {
    /// The message, with the code.
    public var errorDescription: String? { "\(code): \(message)" }
}

/// Who asks. Only the shop's own code says so, never a browser.
public struct Actor: Encodable, Sendable {
    private let id: String
    private let kind: String
    private let roles: [String]
    private let through: String?

    /// A person who works for the shop, with their roles. `through` is the page or device, for the record.
    public static func agent(_ id: String, _ roles: [String], through: String? = nil) -> Actor {
        Actor(id: id, kind: "agent", roles: roles, through: through)
    }

    /// A customer, who reaches only their own account.
    public static func customer(_ id: String, through: String? = nil) -> Actor {
        Actor(id: id, kind: "customer", roles: [], through: through)
    }

    /// The shop's own software, with its roles.
    public static func system(_ id: String, _ roles: [String], through: String? = nil) -> Actor {
        Actor(id: id, kind: "system", roles: roles, through: through)
    }
}

/// An argument that may be left out, and whose null means something: it empties the field of a record that is edited.
///
/// Literals stand for themselves: `phone: nil`, `phone: "+43 1"`. A variable is given as `.value(phone)`.
public enum Given<Value: Encodable & Sendable>: Sendable {
    /// Not given: left out.
    case absent
    /// Null.
    case null
    /// A value.
    case value(Value)
}

extension Given: ExpressibleByNilLiteral {
    /// Null.
    public init(nilLiteral: ()) { self = .null }
}

extension Given: ExpressibleByUnicodeScalarLiteral where Value == String {
    /// A text.
    public init(unicodeScalarLiteral value: String) { self = .value(value) }
}

extension Given: ExpressibleByExtendedGraphemeClusterLiteral where Value == String {
    /// A text.
    public init(extendedGraphemeClusterLiteral value: String) { self = .value(value) }
}

extension Given: ExpressibleByStringLiteral where Value == String {
    /// A text.
    public init(stringLiteral value: String) { self = .value(value) }
}

extension Given: ExpressibleByStringInterpolation where Value == String {}

extension Given: ExpressibleByIntegerLiteral where Value == Int64 {
    /// A whole number.
    public init(integerLiteral value: Int64) { self = .value(value) }
}

extension Given: ExpressibleByBooleanLiteral where Value == Bool {
    /// True or false.
    public init(booleanLiteral value: Bool) { self = .value(value) }
}

/// Any JSON.
public enum JSONValue: Codable, Hashable, Sendable {
    /// Null.
    case null
    /// True or false.
    case bool(Bool)
    /// A whole number.
    case integer(Int64)
    /// Another number.
    case number(Double)
    /// A text.
    case string(String)
    /// Values in order.
    case array([JSONValue])
    /// Values by name.
    case object([String: JSONValue])

    /// Reads whatever stands there.
    public init(from decoder: Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Int64.self) {
            self = .integer(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    /// Writes it.
    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .array(let value): try container.encode(value)
        case .object(let value): try container.encode(value)
        }
    }
}

/// A request as it is put together.
struct Request: Encodable {
    private let operation: String
    private var arguments: [String: any Encodable] = [:]
    private var options: [String: any Encodable] = [:]

    init(_ operation: String) {
        self.operation = operation
    }

    /// Adds an argument; nil is null.
    mutating func put(_ name: String, _ value: any Encodable) {
        arguments[name] = value
    }

    /// Adds an argument unless it is nil.
    mutating func putOptional<Value: Encodable>(_ name: String, _ value: Value?) {
        if let value { arguments[name] = value }
    }

    /// Adds an argument if it is given.
    mutating func putGiven<Value>(_ name: String, _ value: Given<Value>) {
        switch value {
        case .absent: break
        case .null: arguments[name] = JSONValue.null
        case .value(let value): arguments[name] = value
        }
    }

    /// Adds an option unless it is nil.
    mutating func option<Value: Encodable>(_ name: String, _ value: Value?) {
        if let value { options[name] = value }
    }

    /// Adds a mark if it is set.
    mutating func option(_ name: String, _ value: Bool) {
        if value { options[name] = value }
    }

    func encode(to encoder: Encoder) throws {
        var container = encoder.container(keyedBy: Name.self)
        try container.encode(operation, forKey: Name("op"))
        for (name, value) in options {
            try value.encode(to: container.superEncoder(forKey: Name(name)))
        }
        var inner = container.nestedContainer(keyedBy: Name.self, forKey: Name("args"))
        for (name, value) in arguments {
            try value.encode(to: inner.superEncoder(forKey: Name(name)))
        }
    }

    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(_ name: String) { stringValue = name }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}

/// An answer as it comes: one of the two.
private struct Answer<Output: Decodable>: Decodable {
    let ok: Output?
    let error: LoyaltyError?
}

/// Makes requests of calls, and values or errors of answers.
struct Caller: Sendable {
    let engine: Engine
    let context: String

    func call<Output: Decodable>(_ request: Request) throws -> Output {
        let text = engine.execute(request: try json(request), context: context)
        let answer = try JSONDecoder().decode(Answer<Output>.self, from: Data(text.utf8))
        if let ok = answer.ok { return ok }
        throw answer.error ?? LoyaltyError.of(answer: text)
    }
}

/// A value as JSON.
func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
}
