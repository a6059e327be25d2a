"""Every verb by its name, and the rules for all: only who may does it, asked twice it is done once.

A request has an id (`models.session.Request`), which is unique in the journal. When the answer to
it was lost and it is asked for again, the database refuses the second entry, or the verb finds
nothing left to do; then the first receipt is given again.
"""

from collections.abc import Callable
from functools import partial, wraps
from inspect import signature
from typing import Any, ParamSpec, TypeVar

from models import session
from models.errors import ShopError
from models.events import Event, Receipt
from models.journal import journal, rights
from models.storage.database import database

Given = ParamSpec("Given")
Value = TypeVar("Value")

#: `orders.place` and all others that people say, filled where they are defined.
VERBS: dict[str, Callable[..., Receipt[Any]]] = {}


def _nothing(event: Event) -> Any:
    return None


def verb(
    again: Callable[[Event], Any] = _nothing,
) -> Callable[[Callable[Given, Receipt[Value]]], Callable[Given, Receipt[Value]]]:
    """Marks a verb. `again` finds the value of a receipt by the entry that was written."""

    def mark(function: Callable[Given, Receipt[Value]]) -> Callable[Given, Receipt[Value]]:
        @wraps(function)
        def done_once(*given: Given.args, **named: Given.kwargs) -> Receipt[Value]:
            if database.in_transaction():  # a part of another verb
                return function(*given, **named)
            with database.kept():
                rights.check_change(
                    name, lambda: signature(function).bind_partial(*given, **named).arguments
                )
                asked = session.request()
                if asked is None:
                    return function(*given, **named)
                return _once(asked, partial(function, *given, **named), again)

        name = f"{function.__module__.rpartition('.')[2]}.{function.__name__}"
        VERBS[name] = done_once
        return done_once

    return mark


def _once(
    asked: session.Request,
    do: Callable[[], Receipt[Value]],
    again: Callable[[Event], Any],
) -> Receipt[Value]:
    asked.is_entered = False
    try:
        receipt = do()
    except ShopError:
        if (first := journal.entry_for_request(asked.id)) is None:
            raise
    else:
        if receipt.sequence is not None:
            return receipt
        if (first := journal.entry_for_request(asked.id)) is None:
            return receipt
    return Receipt(first.sequence, again(first))
