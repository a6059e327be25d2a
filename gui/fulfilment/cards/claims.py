"""Whose an order on the wall is, and what that leaves to do with it.

A claim is a station's: two windows of one computer work on the same orders, whoever sits there.
"""

from PySide6.QtCore import QCoreApplication

from gui.shell.app_context import AppContext
from gui.words.station_names import station_name
from models import session
from models.fulfilment.cards import Card, CardLine
from models.stages import Stage

translate = QCoreApplication.translate


def is_mine(card: Card) -> bool:
    """Whether this station works on it."""
    return card.claimed_by == session.current.station


def is_free_for_us(card: Card) -> bool:
    """Whether no other station works on it."""
    return card.claimed_by is None or is_mine(card)


def whose(card: Card, context: AppContext) -> str:
    """Why a card is not for us, empty where it is."""
    if is_free_for_us(card):
        return ""
    who = station_name(card.claimed_by or "")
    if card.stage >= Stage.READY:
        return translate("KeyHandlers", "{station} made it ready").format(station=who)
    text = translate("KeyHandlers", "{station} is on it \u2014 {key} takes over")
    return text.format(station=who, key=context.actions.key("queue.claim"))


def can_pick(card: Card, line: CardLine) -> bool:
    """Whether Space does something with this line; no stray key opens again what is ready."""
    return is_free_for_us(card) and card.stage < Stage.READY and bool(line.open or line.picked)
