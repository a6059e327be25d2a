"""A verb that a page has said: done at once for now, and answered by callbacks all the same.

No page calls a verb itself (`tests/rules/test_verbs.py`): it says it through `AppContext.run`, and
everything that follows stands in `done`. So verbs can move to a thread of their own by changing
this one place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from shiboken6 import isValid

from models import session
from models.errors import NotAllowed, ShopError

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from models.events import Receipt

Value = TypeVar("Value")


class Pending(Generic[Value]):
    """Said for the station and the staff code of the moment it was made, and with an id of its own.

    `done` is called with the receipt, and `cleaned` after it where personal data was taken out of
    what was written. Where an owner can approve what is refused, `approved` asks for that, and it
    is said once more. A `ShopError` goes to `refused`, where there is one; else it flies to the
    error handler, as any other error does. When `owner` is gone nobody is told.
    """

    def __init__(
        self,
        verb: Callable[[], Receipt[Value]],
        done: Callable[[Receipt[Value]], object] | None = None,
        refused: Callable[[ShopError], object] | None = None,
        owner: QObject | None = None,
        cleaned: Callable[[], object] | None = None,
        approved: Callable[[session.Request], bool] | None = None,
    ) -> None:
        self._verb = verb
        self._approved = approved
        self._cleaned = cleaned
        self._done, self._refused, self._owner = done, refused, owner
        self._request = session.new_request()

    def say(self) -> None:
        """Says it, or says it again: what was done already is not done twice, and its receipt comes
        again."""
        try:
            with session.acting_for(self._request):
                receipt = self._verb()
        except ShopError as error:
            if self._is_approved_now(error):
                self.say()
                return
            if self._refused is None:
                raise
            if self._is_wanted():
                self._refused(error)
            return
        if self._done is not None and self._is_wanted():
            self._done(receipt)
        if self._cleaned is not None and self._request.removed_personal_data:
            self._cleaned()

    def _is_approved_now(self, error: ShopError) -> bool:
        """Whether an owner lets pass at the screen what this person may not do alone."""
        can_be = isinstance(error, NotAllowed) and error.can_be_approved
        return bool(
            can_be
            and not self._request.approved_by
            and self._approved is not None
            and self._approved(self._request)
        )

    def _is_wanted(self) -> bool:
        return self._owner is None or isValid(self._owner)
