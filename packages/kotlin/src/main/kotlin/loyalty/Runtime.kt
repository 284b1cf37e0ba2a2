package loyalty

import com.google.gson.JsonArray
import com.google.gson.JsonElement
import com.google.gson.JsonNull
import com.google.gson.JsonObject
import com.google.gson.JsonParser
import com.google.gson.JsonPrimitive
import kotlin.reflect.KProperty

/**
 * A refused request. It changed nothing, unless the code is `outcome_unknown`.
 *
 * @property code the stable code; what programs look at
 * @property retry whether asking again makes sense: `never`, with the `same_key`, or `later`
 * @property details the facts
 */
class LoyaltyError(val code: String, message: String, val retry: String, val details: JsonObject) : RuntimeException(message) {
    internal companion object {
        /** The error in an answer of the library. */
        fun of(answer: String): LoyaltyError {
            val error = JsonParser.parseString(answer).asJsonObject.getAsJsonObject("error")
            val details = error.getAsJsonObject("details") ?: JsonObject()
            return LoyaltyError(error.get("code").asString, error.get("message").asString, error.get("retry").asString, details)
        }
    }
}

/** Who asks. Only the shop's own code says so, never a browser. */
class Actor private constructor(private val kind: String, private val id: String, private val roles: List<String>, private val through: String?) {
    /** The context of a request. The library fills in a time and an entropy that are left out. */
    internal fun context(at: String?, entropy: String?): String {
        val actor = json(mapOf("id" to id, "kind" to kind, "roles" to roles)).asJsonObject
        through?.let { actor.addProperty("through", it) }
        val context = JsonObject()
        context.add("actor", actor)
        at?.let { context.addProperty("at", it) }
        entropy?.let { context.addProperty("entropy", it) }
        return context.toString()
    }

    companion object {
        /** A person who works for the shop, with their roles. [through] is the page or device, for the record. */
        fun agent(id: String, roles: List<String>, through: String? = null) = Actor("agent", id, roles, through)

        /** A customer, who reaches only their own account. */
        fun customer(id: String, through: String? = null) = Actor("customer", id, emptyList(), through)

        /** The shop's own software, with its roles. */
        fun system(id: String, roles: List<String>, through: String? = null) = Actor("system", id, roles, through)
    }
}

/** A word of the library: one of a few. */
interface Word {
    /** The word as the library writes it. */
    val wire: String
}

/**
 * A part of an answer.
 *
 * @property json all of it, with what later releases may have added
 */
abstract class Answer internal constructor(val json: JsonObject) {
    internal fun <T> required(name: String, read: (JsonElement) -> T): T =
        read(json.get(name) ?: throw IllegalStateException("the library's answer has no $name"))

    internal fun <T> optional(name: String, read: (JsonElement) -> T): T? = json.get(name)?.takeUnless { it.isJsonNull }?.let(read)

    override fun equals(other: Any?) = other is Answer && other.javaClass == javaClass && other.json == json

    override fun hashCode() = json.hashCode()

    override fun toString() = json.toString()
}

/** Keeps the names of an outer block out of an inner one. */
@DslMarker
annotation class ArgumentsBlock

/** What a call takes, or a record in it. A variable that is not set is left out; null is sent where it can mean something. */
@ArgumentsBlock
open class Arguments internal constructor() {
    private val values = LinkedHashMap<String, Any?>()
    private val options = LinkedHashMap<String, Any?>()

    internal operator fun set(name: String, value: Any?) {
        values[name] = value
    }

    internal fun toJson(): JsonObject = json(values).asJsonObject

    internal fun request(operation: String): JsonObject {
        val request = JsonObject()
        request.addProperty("op", operation)
        request.add("args", toJson())
        options.forEach { (name, value) -> request.add(name, json(value)) }
        return request
    }

    /** A variable whose null is sent. */
    internal fun <T> given(name: String) = Slot<T>(values, name, true)

    /** A variable that null leaves out. */
    internal fun <T> optional(name: String) = Slot<T>(values, name, false)

    /** A variable beside the arguments. */
    internal fun <T> option(name: String) = Slot<T>(options, name, false)
}

/** Where a variable of a block is kept. */
class Slot<T> internal constructor(private val values: MutableMap<String, Any?>, private val name: String, private val keepsNull: Boolean) {
    /** What was given, or null. */
    @Suppress("UNCHECKED_CAST")
    operator fun getValue(of: Arguments, property: KProperty<*>): T? = values[name] as T?

    /** Gives a value. */
    operator fun setValue(of: Arguments, property: KProperty<*>, value: T?) {
        if (value == null && !keepsNull) values.remove(name) else values[name] = value
    }
}

/** What every command takes. */
open class CommandArguments internal constructor() : Arguments() {
    /** The same key with the same content gets the first receipt again, and nothing is done twice. */
    var idempotencyKey: String? by option("idempotency_key")

    /** Refuse when the record that is edited is at another version. */
    var ifVersion: Long? by option("if_version")

    /** Run without committing. */
    var preview: Boolean? by option("preview")

    /** The token of a preview: do exactly that, or be refused. */
    var plan: String? by option("plan")
}

/** What every batch takes. */
open class BatchArguments internal constructor() : Arguments() {
    /** Run without committing. */
    var preview: Boolean? by option("preview")
}

/** Makes requests of calls, and values or errors of answers. */
internal class Caller(private val engine: Engine, private val context: String) {
    fun call(operation: String, arguments: Arguments): JsonElement {
        val answer = engine.execute(arguments.request(operation).toString(), context)
        val read = JsonParser.parseString(answer).asJsonObject
        if (read.has("error")) throw LoyaltyError.of(answer)
        return read.get("ok")
    }
}

/** A value as JSON. */
internal fun json(value: Any?): JsonElement = when (value) {
    null -> JsonNull.INSTANCE
    is JsonElement -> value
    is Answer -> value.json
    is Arguments -> value.toJson()
    is Word -> JsonPrimitive(value.wire.ifEmpty { throw IllegalArgumentException("a word of a later release cannot be sent; name one") })
    is String -> JsonPrimitive(value)
    is Number -> JsonPrimitive(value)
    is Boolean -> JsonPrimitive(value)
    is Iterable<*> -> JsonArray().also { list -> value.forEach { list.add(json(it)) } }
    is Map<*, *> -> JsonObject().also { map -> value.forEach { (name, item) -> map.add(name.toString(), json(item)) } }
    else -> throw IllegalArgumentException("${value.javaClass.name} has no form in JSON")
}
