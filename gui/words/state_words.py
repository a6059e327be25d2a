"""What the states of an order and of its lines are called: one word each, everywhere."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from gui.words.formatting import Formatting
from models.fulfilment.cards import Lateness
from models.orders.ledger import PayOut
from models.stages import Paid, Stage

translate = QCoreApplication.translate


def stage_text(stage: Stage) -> str:
    """Where an order stands in the warehouse."""
    return {
        Stage.WAITING: translate("states", "Waiting"),
        Stage.PICKING: translate("states", "Picking"),
        Stage.READY: translate("states", "Ready"),
        Stage.HANDED_OVER: translate("states", "Handed over"),
        Stage.CANCELLED: translate("states", "Cancelled"),
    }[stage]


def paid_text(paid: Paid) -> str:
    """What has been paid of an order."""
    return {
        Paid.UNPAID: translate("states", "Unpaid"),
        Paid.PART: translate("states", "Part paid"),
        Paid.PAID: translate("states", "Paid"),
        Paid.REFUNDED: translate("states", "Refunded"),
        Paid.OVER: translate("states", "Paid too much"),
    }[paid]


def method_text(method: str) -> str:
    """How something was paid, and what was rounded away beside it."""
    return {
        "cash": translate("states", "Cash"),
        "qris": translate("states", "QRIS"),
        "card": translate("states", "Debit"),
        "transfer": translate("states", "Transfer"),
        "rounding": translate("states", "Rounding in cash"),
    }.get(method, method)


def ways_text(outs: Sequence[PayOut], words: Formatting) -> str:
    """What goes back by which way: `Rp4.500 Cash + Rp4.000 Debit`."""
    return " + ".join(f"{words.money(part.out)} {method_text(part.method)}" for part in outs)


def lateness_text(lateness: Lateness) -> str:
    """Empty while an order is in time."""
    return {
        Lateness.NORMAL: "",
        Lateness.WARN: translate("states", "Almost late"),
        Lateness.LATE: translate("states", "Late"),
    }[lateness]


def short_reason_text(reason: str) -> str:
    """Why something was not there in full; one of `fulfilment.SHORT_REASONS`."""
    return {
        "sold_out": translate("states", "sold out"),
        "damaged": translate("states", "damaged"),
        "not_found": translate("states", "not found"),
        "expired": translate("states", "expired"),
    }.get(reason, reason)
