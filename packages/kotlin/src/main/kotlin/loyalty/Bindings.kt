package loyalty

import uniffi.loyalty_ffi.Failure
import uniffi.loyalty_ffi.version as versionOfLibrary
import uniffi.loyalty_ffi.Engine as EngineOfLibrary

/** The one place that knows the generated bindings. */
internal object Bindings {
    fun open(config: String): Native = Bound(refused { EngineOfLibrary.open(config) })

    fun version(): String = versionOfLibrary()
}

private class Bound(private val engine: EngineOfLibrary) : Native {
    override fun execute(request: String, context: String) = engine.execute(request, context)

    override fun executeBatch(calls: String) = refused { engine.executeBatch(calls) }

    override fun mayPurchase(email: String) = refused { engine.mayPurchase(email) }

    override fun maySignIn(customer: String) = refused { engine.maySignIn(customer) }

    override fun mayEarn(customer: String) = refused { engine.mayEarn(customer) }

    override fun close() {
        engine.shut()
        engine.close()
    }
}

/** Calls the library; what it refuses becomes a [LoyaltyError]. */
private fun <T> refused(call: () -> T): T = try {
    call()
} catch (failure: Failure.Refused) {
    throw LoyaltyError.of(failure.answer)
}
