"""A program that is wrong: the type checker must refuse every line that says so; it is not run."""

from loyalty import Actor, Engine

engine = Engine.open("sqlite:shop.db")
loyalty = engine.acting(Actor.system("shop", ["shop"]))
loyalty.points.adjust(customer="c-42", type="points")  # wrong: no amount
loyalty.points.adjust(customer="c-42", type="points", amount=150)  # wrong: an amount is a text
loyalty.points.spend(customer="c-42", type="points", amount="1", reason="x")  # wrong: no such argument
loyalty.points.balance(customer="c-42", idempotency_key="k")  # wrong: a query has no options
loyalty.points.history(customer="c-42", kinds=["earned"])  # wrong: no such kind
loyalty.points.adjust(customer="c-42", type="points", amount="1")["results"]  # wrong: no such key
loyalty.order.record(customer="c", number="1", placed_at="", currency="USD", lines=[{"price": "1"}])  # wrong: no such field
loyalty.address.add(customer="c-42", default_billing="yes")  # wrong: true or false
loyalty.points.pay(customer="c-42")  # wrong: no such operation
