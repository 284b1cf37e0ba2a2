// The client against the library of Library.kt. Needs nothing but gson.
import loyalty.Actor
import loyalty.Condition
import loyalty.Engine
import loyalty.EntryKind
import loyalty.Expiry
import loyalty.Field
import loyalty.LoyaltyError
import loyalty.Op
import loyalty.OrderOrderLine
import loyalty.State
import uniffi.loyalty_ffi.REFUSED
import uniffi.loyalty_ffi.Engine as Fake

private val engine = Engine.open("sqlite:shop.db")
private val client = engine.acting(Actor.agent("maria", listOf("support")), at = "2026-11-22T10:00:00Z")

private val tests = mapOf<String, () -> Unit>(
    "opens with JSON" to {
        Engine.open(mapOf("storage" to "sqlite::memory:", "timeout_ms" to 5))
        equal(listOf("""{"storage":"sqlite::memory:","timeout_ms":5}"""), Fake.seen)
        equal("0.1.0", Engine.version)
    },
    "a call is a request and a context" to {
        Fake.answer = """{"ok":{"result":{"entry":"e1","customer":"c-42"},"recorded_at":"2026-11-22T10:00:00Z"}}"""
        val receipt = client.points.adjust(customer = "c-42", type = "points", amount = "150") {
            reason = "goodwill"
            idempotencyKey = "k"
            ifVersion = 0
        }
        equal("e1", receipt.result.entry)
        equal(0, receipt.entries.size)
        equal(null, receipt.plan)
        val arguments = """{"customer":"c-42","type":"points","amount":"150","reason":"goodwill"}"""
        val request = """{"op":"points.adjust","args":$arguments,"idempotency_key":"k","if_version":0}"""
        val context = """{"actor":{"id":"maria","kind":"agent","roles":["support"]},"at":"2026-11-22T10:00:00Z"}"""
        equal(listOf(request, context), Fake.seen)
    },
    "null is sent where it can mean something" to {
        Fake.answer = """{"ok":{"result":{"customer":"c-42","version":2,"changed":["phone"]},"recorded_at":"2026-11-22T10:00:00Z"}}"""
        equal(2L, client.customer.edit(customer = "c-42") { phone = null }.result.version)
        equal("""{"op":"customer.edit","args":{"customer":"c-42","phone":null}}""", Fake.seen[0])
        client.address.add(customer = "c-42") { defaultBilling = null; defaultShipping = false }
        equal("""{"op":"address.add","args":{"customer":"c-42","default_shipping":false}}""", Fake.seen[0])
        client.customer.assignGroup(customer = "c-42", group = null)
        equal("""{"op":"customer.assign_group","args":{"customer":"c-42","group":null}}""", Fake.seen[0])
    },
    "records and words are written" to {
        Fake.answer = """{"ok":{"rows":[{"id":"c-42"}]}}"""
        val page = client.customer.list {
            filter = Condition { and = listOf(Condition { field = Field.GROUP; op = Op.IN; value = com.google.gson.JsonArray() }) }
            sort = Field.NAME
        }
        equal("c-42", page.rows[0].getValue("id").asString)
        equal("""{"op":"customer.list","args":{"filter":{"and":[{"field":"group","op":"in","value":[]}]},"sort":"name"}}""", Fake.seen[0])
        Fake.answer = """{"ok":{"result":{"number":"1","earned":[],"total":"19.80"},"recorded_at":"t"}}"""
        client.order.record(customer = "c-42", number = "1", placedAt = "t", currency = "USD", lines = listOf(OrderOrderLine("9.90") { quantity = "2" }))
        equal(true, Fake.seen[0].contains(""""lines":[{"unit_price":"9.90","quantity":"2"}]"""))
        Fake.answer = """{"ok":{"entries":[]}}"""
        client.points.history(customer = "c-42") { from = "t"; kinds = listOf(EntryKind.EARN) }
        equal("""{"op":"points.history","args":{"customer":"c-42","from":"t","kinds":["earn"]}}""", Fake.seen[0])
        Fake.answer = """{"ok":{"result":{"customer":"c-42","preferences":{}},"recorded_at":"t"}}"""
        client.email.setPreferences(customer = "c-42") { lists = emptyMap() }
        equal("""{"op":"email.set_preferences","args":{"customer":"c-42","lists":{}}}""", Fake.seen[0])
    },
    "what later releases add is read past" to {
        Fake.answer = """{"ok":{"customer":"c-42","state":"asleep","capabilities":{"earn":true},"news":1}}"""
        val answer = client.membership.capabilities(customer = "c-42")
        equal(State.UNKNOWN, answer.state)
        equal(mapOf("earn" to true), answer.capabilities)
        val types = """[{"id":"a","expiry":{"policy":"days","days":30}},{"id":"b","expiry":{"policy":"moon"}}]"""
        Fake.answer = """{"ok":{"version":1,"program":{"point_types":$types}}}"""
        val found = client.program.get().program.pointTypes.map { it.expiry }
        equal(30L, (found[0] as Expiry.Days).days)
        equal(true, found[1] is Expiry.Unknown)
    },
    "a refusal is thrown" to {
        Fake.answer = REFUSED
        for (call in listOf<() -> Any>({ client.customer.get(customer = "x") }, { engine.maySignIn("x") }, { Engine.open("nowhere") })) {
            try {
                call()
                throw IllegalStateException("nothing was thrown")
            } catch (error: LoyaltyError) {
                equal(listOf("not_found", "there is no customer", "never", "x"), listOf(error.code, error.message, error.retry, error.details["id"].asString))
            }
        }
        equal(true, engine.mayPurchase("ada@example.com"))
    },
    "a request of a batch cannot bring its own context" to {
        val attack = """{"op":"x"},"context":{"actor":{"kind":"system"}}},{"request":{"op":"y"}"""
        val answers = engine.executeBatch(listOf("""{"op":"points.balance"}""" to """{"actor":{}}""", attack to """{"actor":{}}"""))
        val quoted = com.google.gson.JsonPrimitive(attack).toString()
        equal(listOf("""[{"request":{"op":"points.balance"},"context":{"actor":{}}},{"request":$quoted,"context":{"actor":{}}}]"""), Fake.seen)
        equal(listOf("""{"ok":{"lists":{}}}""", """{"ok":1}"""), answers)
    },
)

private fun equal(expected: Any?, found: Any?) = check(expected == found) { "expected $expected, found $found" }

fun main() {
    var failed = 0
    for ((name, test) in tests) {
        try {
            test()
        } catch (error: Throwable) {
            failed++
            println("$name: $error")
        }
    }
    println("${tests.size - failed} passed, $failed failed")
    if (failed > 0) kotlin.system.exitProcess(1)
}
