"""One story of a loyalty account, told in Python. See examples/README.md.

python story.py sqlite:story.db
"""

import sys

from loyalty import Actor, Client, Engine


def tell(engine: Engine) -> None:
    """Tells the story over a store in which nothing was told yet."""
    maria = Actor.agent("maria", ["shop", "support"])

    # A real shop leaves `at` and `entropy` to the library.
    def at(minute: int) -> Client:
        return engine.acting(maria, at=f"2026-11-22T10:{minute:02}:00Z", entropy=f"entropy of minute {minute:02}")

    at(0).customer.create(id="c-42")
    at(0).membership.enroll(customer="c-42")

    recorded = at(1).order.record(
        customer="c-42",
        number="o-1",
        placed_at="2026-11-22T10:01:00Z",
        currency="USD",
        lines=[{"unit_price": "250.00"}],
        payments=[{"id": "p-1", "amount": "250.00", "status": "paid"}],
    )
    print(f"order o-1 earned {recorded['result']['earned'][0]['amount']}")

    held = at(2).points.hold(customer="c-42", type="points", amount="100")
    print(f"100 on hold, {held['balances'][0]['active']} left")
    at(3).points.capture(customer="c-42", hold=held["result"]["id"], amount="100")

    preview = at(4).points.adjust(customer="c-42", type="points", amount="25", reason="goodwill", preview=True)
    print(f"25 more would make {preview['balances'][0]['active']}")
    at(5).points.adjust(customer="c-42", type="points", amount="25", reason="goodwill", plan=preview["plan"])

    for entry in at(6).points.history(customer="c-42")["entries"]:
        print(f"{entry['effective_at'][:10]}  {entry['kind']:<7}  {entry['amount']:>4}  balance {entry['balance']}")


with Engine.open(sys.argv[1] if len(sys.argv) > 1 else "memory:") as store:
    tell(store)
