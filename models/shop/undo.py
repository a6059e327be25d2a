"""The one way back: what was done is undone by its receipt, or an error says why it cannot be."""

from collections.abc import Callable, Mapping
from typing import Any

from models import events, session
from models.catalogue import favourites, reverts, stock
from models.catalogue_import import catalogue_import
from models.errors import CannotUndo, DetailRemoved, NothingToRedo, NothingToUndo, WaitsForServer
from models.events import Event, Receipt
from models.fulfilment import fulfilment
from models.journal import journal, rights
from models.journal.verbs import verb
from models.orders import drawer, held_carts, orders, payments, returns
from models.orders.cart import Cart
from models.orders.tickets import OWN_IDS
from models.settings import preferences, staff
from models.statistics import occasions
from models.storage.database import database, transaction

Revert = Callable[[Event], Receipt[Any]]

#: What the package that owns a kind does to take it back, inside the transaction of `undo`.
REVERTS: Mapping[str, Revert] = {
    events.PLACED: returns.revert_placing,
    **dict.fromkeys(events.COUNTER_CHANGES, orders.revert),
    **dict.fromkeys(events.FULFILMENT_KINDS, fulfilment.revert),
    events.PUT_BACK: fulfilment.revert_restock,
    events.PAID: payments.revert,
    events.REFUNDED: payments.revert,
    events.RETURNED: returns.revert,
    events.EXCHANGED: returns.revert,
    events.DRAWER_MOVED: drawer.revert,
    events.HELD: held_carts.revert,
    events.RESUMED: held_carts.revert,
    events.DISCARDED: held_carts.revert,
    events.PRODUCT_ADDED: reverts.added,
    events.PRODUCT_CHANGED: reverts.changed,
    events.ALIAS_LEARNED: reverts.named,
    events.ALIAS_FORGOTTEN: reverts.named,
    events.LIST_LEARNED: reverts.answered,
    events.LIST_FORGOTTEN: reverts.answered,
    events.FAVOURITES_ARRANGED: favourites.revert,
    events.STOCK_ADJUSTED: stock.revert,
    events.CATALOGUE_IMPORTED: catalogue_import.revert,
    events.PREFERENCE_CHANGED: preferences.revert,
    events.OCCASION_CHANGED: occasions.revert,
    events.STAFF_CHANGED: staff.revert,
}


def _value_of(event: Event) -> Any:
    """The value of an undoing that was done before."""
    if event.kind == events.CATALOGUE_IMPORTED:
        return catalogue_import.report_of(event)
    return Cart.from_dict(event.payload["content"]) if event.kind == events.RESUMED else None


@verb(_value_of)
def undo(sequence: int | None) -> Receipt[Any]:
    """Undoes what this journal entry says was done; an undo that is undone is a redo.

    None is the receipt of a verb that found nothing to do: there is nothing to undo.

    The value is the cart that was set aside, or the `ImportReport` of a price list; else None.
    Raises `NothingToUndo` when it is of a kind that cannot be undone, `NothingToRedo` when it is
    the undoing of one that cannot be done again, `CannotUndo` when it was undone already or what
    it changed was changed again, `DetailRemoved`, and `WaitsForServer` for what was not done in a
    station's own file; nothing is then written.
    """
    with transaction():
        event = _entry(sequence) if sequence is not None else None
        revert = _revert_of(event) if event is not None else None
        if event is not None and revert is None and event.undone is not None:
            raise NothingToRedo
        if event is None or revert is None:
            raise NothingToUndo
        if event.is_removed:
            raise DetailRemoved(str(event.order_id))
        if event.staff != session.current.staff or event.kind in events.OWNERS_ALONE:
            rights.check("undo.of_another")
        if not journal.is_in_effect(event):
            raise CannotUndo(event.kind)
        return revert(event)


def _entry(sequence: int) -> Event | None:
    """Also one that this station wrote while the server was away, and that was sent since."""
    if database.is_own:
        event = journal.entry(sequence)
        if event is None or event.step not in events.DONE_ALONE:
            raise WaitsForServer
        return event
    if sequence > OWN_IDS and database.own is not None:
        with database.speaking_to(database.own):
            request = journal.request_of(sequence)
        return journal.entry_for_request(request)
    return journal.entry(sequence)


def _revert_of(event: Event) -> Revert | None:
    if event.kind == events.UNDONE:
        return fulfilment.revert if event.step in events.FULFILMENT_KINDS else None
    return REVERTS.get(event.kind)
