// One story of a loyalty account, told in Kotlin. See examples/README.md.
//
//     java -cp … StoryKt sqlite:story.db

import loyalty.Actor
import loyalty.Client
import loyalty.Engine
import loyalty.OrderOrderLine
import loyalty.OrderPayment
import loyalty.PaymentStatus

private val maria = Actor.agent("maria", listOf("shop", "support"))

/** The operations so many minutes past ten. A real shop leaves time and entropy to the library. */
private fun Engine.at(minute: Int): Client {
    val digits = minute.toString().padStart(2, '0')
    return acting(maria, at = "2026-11-22T10:$digits:00Z", entropy = "entropy of minute $digits")
}

/** Tells the story over a store in which nothing was told yet. */
private fun tell(engine: Engine) {
    engine.at(0).customer.create(id = "c-42")
    engine.at(0).membership.enroll(customer = "c-42")

    val lines = listOf(OrderOrderLine("250.00"))
    val recorded = engine.at(1).order.record("c-42", number = "o-1", placedAt = "2026-11-22T10:01:00Z", currency = "USD", lines = lines) {
        payments = listOf(OrderPayment(id = "p-1", amount = "250.00", status = PaymentStatus.PAID))
    }
    println("order o-1 earned ${recorded.result.earned[0].amount}")

    val held = engine.at(2).points.hold(customer = "c-42") {
        type = "points"
        amount = "100"
    }
    println("100 on hold, ${held.balances[0].active} left")
    engine.at(3).points.capture(customer = "c-42") {
        hold = held.result.id
        amount = "100"
    }

    val preview = engine.at(4).points.adjust(customer = "c-42", type = "points", amount = "25") {
        reason = "goodwill"
        preview = true
    }
    println("25 more would make ${preview.balances[0].active}")
    engine.at(5).points.adjust(customer = "c-42", type = "points", amount = "25") {
        reason = "goodwill"
        plan = preview.plan
    }

    for (entry in engine.at(6).points.history(customer = "c-42").entries) {
        val (day, kind, amount) = Triple(entry.effectiveAt.take(10), entry.kind.wire.padEnd(7), entry.amount.padStart(4))
        println("$day  $kind  $amount  balance ${entry.balance}")
    }
}

fun main(arguments: Array<String>) = Engine.open(arguments.getOrElse(0) { "memory:" }).use(::tell)
