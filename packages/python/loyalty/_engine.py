"""The engine: one storage with its program, and the door for requests in JSON."""

from __future__ import annotations

import importlib
import json
from types import TracebackType
from typing import Any, Callable, Iterable, Mapping, Protocol, TypeVar, cast

from ._generated import Client
from ._runtime import Actor, Caller, LoyaltyError, write

Answered = TypeVar("Answered")


class Native(Protocol):
    """The library's own engine."""

    def execute(self, request: str, context: str) -> str: ...
    def execute_batch(self, calls: str) -> str: ...
    def may_purchase(self, email: str) -> bool: ...
    def may_sign_in(self, customer: str) -> bool: ...
    def may_earn(self, customer: str) -> bool: ...
    def shut(self) -> None: ...


def library() -> Any:
    """The library. It is loaded when it is needed first; a test may put another in its place."""
    return importlib.import_module("loyalty.loyalty.loyalty_ffi")


def version() -> str:
    """The version of the library."""
    return cast(str, library().version())


class Engine:
    """One storage with its program. It can be used from several threads; close it when it is no longer needed."""

    def __init__(self, native: Native) -> None:
        self._native = native

    @classmethod
    def open(cls, config: str | Mapping[str, object]) -> Engine:
        """Opens a storage: its address, such as `sqlite:shop.db`, or a mapping with `storage` and, if wanted, `program`, `prefix`,
        `timeout_ms` and `secrets`."""
        settings = {"storage": config} if isinstance(config, str) else dict(config)
        return cls(_refused(lambda: cast(Native, library().Engine.open(write(settings)))))

    def acting(self, actor: Actor, *, at: str | None = None, entropy: str | None = None) -> Client:
        """The operations as an actor may call them. Tests that must repeat exactly fix the time and the entropy."""
        return Client(Caller(self.execute, actor.context(at, entropy)))

    def execute(self, request: str, context: str) -> str:
        """Executes a request in JSON. The request may come from a browser; the context is written by the shop's own code."""
        return _refused(lambda: self._native.execute(request, context))

    def execute_batch(self, calls: Iterable[tuple[str, str]]) -> list[str]:
        """Executes many requests with one durable commit; the answers in the same order."""
        texts = [{"request": _inside(request), "context": _inside(context)} for request, context in calls]
        answers = json.loads(_refused(lambda: self._native.execute_batch(write(texts))))
        return [write(answer) for answer in answers]

    def may_purchase(self, email: str) -> bool:
        """Whether an email may buy."""
        return _refused(lambda: self._native.may_purchase(email))

    def may_sign_in(self, customer: str) -> bool:
        """Whether a customer may sign in."""
        return _refused(lambda: self._native.may_sign_in(customer))

    def may_earn(self, customer: str) -> bool:
        """Whether a customer may earn."""
        return _refused(lambda: self._native.may_earn(customer))

    def close(self) -> None:
        """Closes the storage."""
        _refused(self._native.shut)

    def __enter__(self) -> Engine:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def _refused(call: Callable[[], Answered]) -> Answered:
    """Calls the library; what it refuses becomes a `LoyaltyError`."""
    try:
        return call()
    except Exception as failure:
        answer = getattr(failure, "answer", None)
        if not isinstance(answer, str):
            raise
        raise LoyaltyError.of_answer(answer) from None


def _inside(text: str) -> object:
    """A text of JSON as part of a larger one. It is read first: pasted in, a request could end early and bring a context of its own.
    What is no JSON goes along as a text, which the library refuses like any other request that is not an object."""
    try:
        return json.loads(text)
    except ValueError:
        return text
