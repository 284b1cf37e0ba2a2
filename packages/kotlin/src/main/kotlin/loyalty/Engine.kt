package loyalty

import com.google.gson.JsonArray
import com.google.gson.JsonElement
import com.google.gson.JsonObject
import com.google.gson.JsonParseException
import com.google.gson.JsonParser
import com.google.gson.JsonPrimitive

/** The library's own engine. Tests put another in its place. */
interface Native : AutoCloseable {
    /** Executes a request. */
    fun execute(request: String, context: String): String

    /** Executes the calls of a JSON list. */
    fun executeBatch(calls: String): String

    /** Whether an email may buy. */
    fun mayPurchase(email: String): Boolean

    /** Whether a customer may sign in. */
    fun maySignIn(customer: String): Boolean

    /** Whether a customer may earn. */
    fun mayEarn(customer: String): Boolean
}

/** One storage with its program. It can be used from several threads; close it when it is no longer needed. */
class Engine(private val native: Native) : AutoCloseable {
    /** The operations as an actor may call them. Tests that must repeat exactly fix the time and the entropy. */
    fun acting(actor: Actor, at: String? = null, entropy: String? = null) = Client(Caller(this, actor.context(at, entropy)))

    /** Executes a request in JSON. The request may come from a browser; the context is written by the shop's own code. */
    fun execute(request: String, context: String): String = native.execute(request, context)

    /** Executes many requests, each with its context, with one durable commit; the answers in the same order. */
    fun executeBatch(calls: List<Pair<String, String>>): List<String> {
        val texts = JsonArray()
        for ((request, context) in calls) {
            val call = JsonObject()
            call.add("request", inside(request))
            call.add("context", inside(context))
            texts.add(call)
        }
        return JsonParser.parseString(native.executeBatch(texts.toString())).asJsonArray.map { it.toString() }
    }

    /** Whether an email may buy. */
    fun mayPurchase(email: String): Boolean = native.mayPurchase(email)

    /** Whether a customer may sign in. */
    fun maySignIn(customer: String): Boolean = native.maySignIn(customer)

    /** Whether a customer may earn. */
    fun mayEarn(customer: String): Boolean = native.mayEarn(customer)

    /** Closes the storage. */
    override fun close() = native.close()

    companion object {
        /** The version of the library. */
        val version: String get() = Bindings.version()

        /** Opens a storage by its address, such as `sqlite:shop.db`. */
        fun open(storage: String): Engine = open(mapOf("storage" to storage))

        /** Opens a storage: `storage` and, if wanted, `program`, `prefix`, `timeout_ms` and `secrets`. */
        fun open(config: Map<String, Any?>): Engine = Engine(Bindings.open(json(config).toString()))
    }
}

/**
 * A text of JSON as part of a larger one. It is read first: pasted in, a request could end early and bring a context of its own. What is no
 * JSON goes along as a text, which the library refuses like any other request that is not an object.
 */
private fun inside(text: String): JsonElement = try {
    JsonParser.parseString(text)
} catch (_: JsonParseException) {
    JsonPrimitive(text)
}
