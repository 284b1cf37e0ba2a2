// Stands in for the generated bindings: a library that only writes down what it is asked.
package uniffi.loyalty_ffi

sealed class Failure : Exception() {
    class Refused(val answer: String) : Failure()
}

const val REFUSED = """{"error":{"code":"not_found","message":"there is no customer","retry":"never","details":{"id":"x"}}}"""

fun version() = "0.1.0"

class Engine private constructor() : AutoCloseable {
    fun execute(request: String, context: String): String {
        seen = listOf(request, context)
        return answer
    }

    fun executeBatch(calls: String): String {
        seen = listOf(calls)
        return """[{"ok":{"lists":{}}},{"ok":1}]"""
    }

    fun mayPurchase(email: String) = email == "ada@example.com"

    fun maySignIn(customer: String): Boolean = throw Failure.Refused(REFUSED)

    fun mayEarn(customer: String) = customer.isNotEmpty()

    fun shut() {
        seen = listOf("closed")
    }

    override fun close() = Unit

    companion object {
        var answer = """{"ok":{}}"""
        var seen = listOf<String>()

        fun open(config: String): Engine {
            seen = listOf(config)
            return if ("nowhere" in config) throw Failure.Refused(REFUSED) else Engine()
        }
    }
}
