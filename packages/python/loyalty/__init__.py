"""Customer and loyalty-account management: the library's operations, typed."""

from ._engine import Engine as Engine, version as version
from ._generated import *
from ._runtime import UNSET as UNSET, Actor as Actor, LoyaltyError as LoyaltyError, Retry as Retry, Unset as Unset
