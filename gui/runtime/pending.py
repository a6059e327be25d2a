"""A verb that a page has said, and what follows when it is done or refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from shiboken6 import isValid

from models import session
from models.errors import NotAllowed, ShopError, Undecided

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from PySide6.QtCore import QObject

    from models.events import Receipt

Value = TypeVar("Value")


class Pending(Generic[Value]):
    """Said for the station and the staff code of the moment it was made, and with an id of its own.

    `done` is called with the receipt, and `cleaned` after it where personal data was taken out of
    what was written. Where an owner can approve what is refused, `approved` asks for that, and it
    is said once more. A `ShopError` goes to `refused`, where there is one; else it flies to the
    error handler, as any other error does; `Undecided` always does. When `owner` is gone nobody
    hears that it is done, and a refusal flies as well. Where the program closes before anybody
    heard of it, `unheard` is called with the receipt, or None for a refusal; the verb that it gives
    is done in its stead. What is asked for with an equal `once` while this is on its way is the
    same key pressed again.
    """

    def __init__(
        self,
        verb: Callable[[], Receipt[Value]],
        done: Callable[[Receipt[Value]], object] | None = None,
        refused: Callable[[ShopError], object] | None = None,
        owner: QObject | None = None,
        once: Hashable = None,
        cleaned: Callable[[], object] | None = None,
        unheard: Callable[[Receipt[Value] | None], Callable[[], Receipt[Any]] | None] | None = None,
        approved: Callable[[session.Request, NotAllowed], bool] | None = None,
    ) -> None:
        self._verb, self.once = verb, once
        self._approved = approved
        self._cleaned = cleaned
        self._done, self._refused, self._owner = done, refused, owner
        self._unheard = unheard
        self._receipt: Receipt[Value] | None = None
        self._request = session.new_request()

    def do(self) -> Receipt[Value]:
        """Does it, on any thread; once more, it gives the first receipt again."""
        with session.acting_for(self._request):
            self._receipt = self._verb()
            return self._receipt

    def tell(self, receipt: Receipt[Value]) -> None:
        if self._done is not None and self._is_wanted():
            self._done(receipt)
        if self._cleaned is not None and self._request.removed_personal_data:
            self._cleaned()

    def close(self) -> None:
        """The program closes, and nobody hears what became of it."""
        if self._unheard is not None:
            asked = session.Request(self._request.station, self._request.staff)
            if (verb := self._unheard(self._receipt)) is not None:
                with session.acting_for(asked):
                    verb()

    def is_approved_now(self, error: BaseException) -> bool:
        """Whether an owner lets pass at the screen what this person may not do alone."""
        return bool(
            isinstance(error, NotAllowed)
            and error.can_be_approved
            and not self._request.approved_by
            and self._approved is not None
            and self._approved(self._request, error)
        )

    def refuse(self, error: BaseException) -> None:
        if self._refused is None or not isinstance(error, ShopError) or not self._is_wanted():
            raise error
        self._refused(error)
        if isinstance(error, Undecided):  # of the whole shop: where to go for it is told as well
            raise error

    def _is_wanted(self) -> bool:
        return self._owner is None or isValid(self._owner)
