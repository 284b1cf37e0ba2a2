"""A program that is right, for the type checker; it is not run."""

from loyalty import UNSET, Actor, Balance, Condition, Engine, Expiry, LoyaltyError, PointsPosted, Receipt


def run() -> None:
    with Engine.open({"storage": "sqlite:shop.db", "timeout_ms": 500}) as engine:
        loyalty = engine.acting(Actor.agent("maria", ["support"]), at="2026-11-22T10:00:00Z")
        receipt: Receipt[PointsPosted] = loyalty.points.adjust(
            customer="c-42", type="points", amount="150", reason="goodwill", idempotency_key="k-1", if_version=3
        )
        balances: list[Balance] = receipt["balances"]
        entry: str = receipt["result"]["entry"]
        loyalty.customer.edit(customer="c-42", phone=None, first_name="Anna", group=UNSET)
        loyalty.customer.assign_group(customer="c-42", group=None)
        condition: Condition = {"and": [{"field": "group", "op": "eq", "value": None}, {"not": {"field": "email", "op": "prefix"}}]}
        page = loyalty.customer.list(filter=condition, sort="name", limit=20)
        more: str | None = page.get("next")
        loyalty.order.record(
            customer="c-42", number="1", placed_at="2026-11-22T10:00:00Z", currency="USD", lines=[{"unit_price": "9.90", "quantity": "2"}]
        )
        loyalty.email.set_preferences(customer="c-42", lists={"news": True})
        entries = loyalty.points.history(customer="c-42", from_="2026-01-01T00:00:00Z", kinds=["earn", "spend"])["entries"]
        swept = loyalty.maintenance.run(limit=10, preview=True)
        program = loyalty.program.get()["program"]
        days = [days_of(point_type["expiry"]) for point_type in program["point_types"]]
        loyalty.program.set(program=program)
        try:
            may: bool = engine.may_purchase("ada@example.com")
        except LoyaltyError as error:
            print(error.code, error.message, error.retry, error.details)
        print(balances, entry, more, entries, swept["customers"], days, may)


def days_of(expiry: Expiry) -> int:
    return expiry["days"] if expiry["policy"] == "days" else 0
