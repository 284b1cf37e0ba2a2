"""What the generated operations stand on: errors, actors, and how a call becomes a request."""

from __future__ import annotations

import json
from enum import Enum
from typing import Any, Callable, Final, Literal, Mapping, Sequence


class _Unset(Enum):
    UNSET = "UNSET"


Unset = Literal[_Unset.UNSET]
"""The type of `UNSET`."""

UNSET: Final = _Unset.UNSET
"""An argument that is not given. `None` is given: it empties the field of a record that is edited."""

Retry = Literal["never", "same_key", "later"]
"""Whether asking again makes sense: `never`, with the `same_key`, or `later`."""


class LoyaltyError(Exception):
    """A refused request. It changed nothing, unless the code is `outcome_unknown`."""

    def __init__(self, code: str, message: str, retry: Retry, details: dict[str, Any]) -> None:
        super().__init__(f"{code}: {message}")
        self.code = code
        """The stable code; what programs look at."""
        self.message = message
        """What happened and what to do next, for people."""
        self.retry = retry
        """Whether asking again makes sense."""
        self.details = details
        """The facts."""

    @classmethod
    def of_answer(cls, answer: str) -> LoyaltyError:
        """The error in an answer of the library."""
        error = json.loads(answer)["error"]
        return cls(error["code"], error["message"], error["retry"], error.get("details", {}))


class Actor:
    """Who asks. Only the shop's own code says so, never a browser."""

    def __init__(self, kind: str, id: str, roles: Sequence[str] = (), through: str | None = None) -> None:
        self.kind = kind
        self.id = id
        self.roles = list(roles)
        self.through = through

    @classmethod
    def agent(cls, id: str, roles: Sequence[str], *, through: str | None = None) -> Actor:
        """A person who works for the shop, with their roles. `through` is the page or device, for the record."""
        return cls("agent", id, roles, through)

    @classmethod
    def customer(cls, id: str, *, through: str | None = None) -> Actor:
        """A customer, who reaches only their own account."""
        return cls("customer", id, (), through)

    @classmethod
    def system(cls, id: str, roles: Sequence[str], *, through: str | None = None) -> Actor:
        """The shop's own software, with its roles."""
        return cls("system", id, roles, through)

    def context(self, at: str | None, entropy: str | None) -> str:
        """The context of a request. The library fills in a time and an entropy that are left out."""
        actor: dict[str, Any] = {"id": self.id, "kind": self.kind, "roles": self.roles}
        if self.through is not None:
            actor["through"] = self.through
        context: dict[str, Any] = {"actor": actor}
        if at is not None:
            context["at"] = at
        if entropy is not None:
            context["entropy"] = entropy
        return write(context)


class Caller:
    """Makes requests of calls, and values or errors of answers."""

    def __init__(self, execute: Callable[[str, str], str], context: str) -> None:
        self._execute = execute
        self._context = context

    def call(
        self,
        operation: str,
        given: Mapping[str, object],
        optional: Mapping[str, object],
        options: Mapping[str, object],
    ) -> Any:
        """Calls an operation. Left out is what is UNSET; of `optional` and `options`, also what is None or, of an option, False."""
        arguments = {name: value for name, value in given.items() if value is not UNSET}
        arguments.update((name, value) for name, value in optional.items() if value is not None)
        request: dict[str, object] = {"op": operation, "args": arguments}
        request.update((name, value) for name, value in options.items() if value is not None and value is not False)
        answer = self._execute(write(request), self._context)
        read: dict[str, Any] = json.loads(answer)
        if "error" in read:
            raise LoyaltyError.of_answer(answer)
        return read["ok"]


def write(value: object) -> str:
    """A value as JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
