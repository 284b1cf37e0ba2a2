"""The client against a library that only writes down what it is asked."""

import json
import sys
import unittest
from pathlib import Path
from typing import Any
from unittest import mock

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from loyalty import Actor, Engine, LoyaltyError, _engine, version

REFUSED = '{"error":{"code":"not_found","message":"there is no customer","retry":"never","details":{"id":"x"}}}'


class Refused(Exception):
    def __init__(self, answer: str) -> None:
        super().__init__(answer)
        self.answer = answer


class Fake:
    """A library of which we say what it answers."""

    def __init__(self) -> None:
        self.answer = '{"ok":{}}'
        self.seen: list[Any] = []

    def execute(self, request: str, context: str) -> str:
        self.seen = [json.loads(request), json.loads(context)]
        return self.answer

    def execute_batch(self, calls: str) -> str:
        self.seen = json.loads(calls)
        return json.dumps([{"ok": number} for number in range(len(self.seen))])

    def may_purchase(self, email: str) -> bool:
        return email == "ada@example.com"

    def may_sign_in(self, customer: str) -> bool:
        raise Refused(REFUSED)

    def may_earn(self, customer: str) -> bool:
        return True

    def shut(self) -> None:
        self.seen = ["closed"]


class Loyalty(unittest.TestCase):
    def setUp(self) -> None:
        self.fake = Fake()
        self.engine = Engine(self.fake)
        self.client = self.engine.acting(Actor.agent("maria", ["support"]), at="2026-11-22T10:00:00Z")

    def test_a_call_is_a_request_and_a_context(self) -> None:
        self.fake.answer = '{"ok":{"result":{"entry":"e1"},"recorded_at":"2026-11-22T10:00:00Z"}}'
        receipt = self.client.points.adjust(customer="c-42", type="points", amount="150", reason="goodwill", idempotency_key="k", if_version=0)
        self.assertEqual(receipt["result"]["entry"], "e1")
        arguments = {"customer": "c-42", "type": "points", "amount": "150", "reason": "goodwill"}
        request = {"op": "points.adjust", "args": arguments, "idempotency_key": "k", "if_version": 0}
        actor = {"id": "maria", "kind": "agent", "roles": ["support"]}
        self.assertEqual(self.fake.seen, [request, {"actor": actor, "at": "2026-11-22T10:00:00Z"}])

    def test_none_is_sent_where_it_can_mean_something(self) -> None:
        self.client.customer.edit(customer="c-42", phone=None)
        self.assertEqual(self.fake.seen[0]["args"], {"customer": "c-42", "phone": None})
        self.client.address.add(customer="c-42", default_billing=None, default_shipping=False)
        self.assertEqual(self.fake.seen[0]["args"], {"customer": "c-42", "default_shipping": False})

    def test_a_word_of_the_language_has_its_own_name_on_the_wire(self) -> None:
        self.client.points.history(customer="c-42", from_="2026-01-01T00:00:00Z")
        self.assertEqual(self.fake.seen[0]["args"], {"customer": "c-42", "from": "2026-01-01T00:00:00Z"})

    def test_an_empty_map_and_no_arguments_are_objects(self) -> None:
        self.client.email.set_preferences(customer="c-42", lists={})
        self.assertEqual(self.fake.seen[0]["args"], {"customer": "c-42", "lists": {}})
        self.client.program.get()
        self.assertEqual(self.fake.seen[0], {"op": "program.get", "args": {}})

    def test_a_refusal_is_raised(self) -> None:
        self.fake.answer = REFUSED
        with self.assertRaises(LoyaltyError) as raised:
            self.client.customer.get(customer="x")
        error = raised.exception
        self.assertEqual((error.code, error.retry, error.details), ("not_found", "never", {"id": "x"}))
        with self.assertRaises(LoyaltyError):
            self.engine.may_sign_in("x")
        self.assertTrue(self.engine.may_purchase("ada@example.com"))

    def test_a_request_of_a_batch_cannot_bring_its_own_context(self) -> None:
        attack = '{"op":"x"},"context":{"actor":{"kind":"system"}}},{"request":{"op":"y"}'
        answers = self.engine.execute_batch([('{"op":"points.balance"}', '{"actor":{}}'), (attack, '{"actor":{}}')])
        self.assertEqual(self.fake.seen[0], {"request": {"op": "points.balance"}, "context": {"actor": {}}})
        self.assertEqual(self.fake.seen[1], {"request": attack, "context": {"actor": {}}})
        self.assertEqual(answers, ['{"ok":0}', '{"ok":1}'])

    def test_the_library_is_loaded_when_it_is_needed(self) -> None:
        opened: list[str] = []

        class Library:
            class Engine:
                @staticmethod
                def open(config: str) -> Fake:
                    opened.append(config)
                    if "nowhere" in config:
                        raise Refused(REFUSED)
                    return Fake()

            @staticmethod
            def version() -> str:
                return "0.1.0"

        with mock.patch.object(_engine, "library", lambda: Library):
            Engine.open("sqlite:shop.db").close()
            Engine.open({"storage": "sqlite::memory:", "timeout_ms": 5}).close()
            self.assertEqual(version(), "0.1.0")
            with self.assertRaises(LoyaltyError):
                Engine.open("nowhere")
        self.assertEqual(opened[:2], ['{"storage":"sqlite:shop.db"}', '{"storage":"sqlite::memory:","timeout_ms":5}'])


if __name__ == "__main__":
    unittest.main()
