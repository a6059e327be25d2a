"""Whose an order on the wall is, and what that leaves to do with it.

A claim is a station's: two windows of one computer work on the same orders, whoever sits there.
"""

from PySide6.QtCore import QCoreApplication

from gui.shell.app_context import AppContext
from gui.words.station_names import station_name
from models import session
from models.fulfilment.cards import Card, CardLine
from models.journal import rights
from models.orders.tickets import is_in_hand
from models.stages import Stage

translate = QCoreApplication.translate


def is_mine(card: Card) -> bool:
    """Whether this station works on it."""
    return card.claimed_by == session.current.station


def is_free_for_us(card: Card) -> bool:
    """Whether no other station works on it, or may be while the server is away."""
    return is_mine(card) or (card.claimed_by is None and is_in_hand(card.id, None))


def whose(card: Card, context: AppContext) -> str:
    """Why a card is not for us, empty where it is."""
    if is_free_for_us(card):
        return ""
    if card.claimed_by is None:
        return translate(
            "KeyHandlers",
            "Not claimed here before the server went away: go on with your own cards",
        )
    who = station_name(card.claimed_by)
    if card.stage >= Stage.READY:
        return translate("KeyHandlers", "{station} made it ready").format(station=who)
    if rights.waits("fulfilment.release"):
        text = translate("KeyHandlers", "{station} is on it. Taking over waits for the server")
        return text.format(station=who)
    text = translate("KeyHandlers", "{station} is on it \u2014 {key} takes over")
    return text.format(station=who, key=context.actions.key("queue.claim"))


def can_pick(card: Card, line: CardLine) -> bool:
    """Whether Space does something with this line; no stray key opens again what is ready."""
    return is_free_for_us(card) and card.stage < Stage.READY and bool(line.open or line.picked)
