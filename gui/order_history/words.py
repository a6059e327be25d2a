"""What the states of an order and the ways to pay are called here, with their icons."""

from PySide6.QtCore import QCoreApplication

from gui.formatting import Formatting
from gui.widgets.chip import Badge
from models.stages import Paid, Stage

translate = QCoreApplication.translate


def stage_badge(stage: Stage) -> Badge:
    """Where the order stands in the warehouse."""
    return {
        Stage.WAITING: Badge(translate("order_history", "Waiting"), "neutral", "clock-outline"),
        Stage.PICKING: Badge(translate("order_history", "Picking"), "info", "package-variant"),
        Stage.READY: Badge(translate("order_history", "Ready"), "done", "check-bold"),
        Stage.HANDED_OVER: Badge(
            translate("order_history", "Handed over"), "ready", "check-circle-outline"
        ),
        Stage.CANCELLED: Badge(
            translate("order_history", "Cancelled"), "danger", "close-circle-outline"
        ),
    }[stage]


def payment_badge(paid: Paid, stage: Stage) -> Badge | None:
    """What is paid; nothing for an order that was cancelled without money."""
    if stage == Stage.CANCELLED and paid in (Paid.UNPAID, Paid.PAID):
        return None
    return {
        Paid.UNPAID: Badge(translate("order_history", "Unpaid"), "warn", "cash-clock"),
        Paid.PART: Badge(translate("order_history", "Part paid"), "warn", "cash-minus"),
        Paid.PAID: Badge(translate("order_history", "Paid"), "ready", "cash-check"),
        Paid.REFUNDED: Badge(translate("order_history", "Refunded"), "neutral", "cash-refund"),
    }[paid]


def method_text(method: str) -> str:
    return {
        "cash": translate("order_history", "Cash"),
        "qris": translate("order_history", "QRIS"),
        "card": translate("order_history", "Debit"),
        "transfer": translate("order_history", "Transfer"),
        "rounding": translate("order_history", "Rounding in cash"),
    }.get(method, method)


def channel_text(channel: str) -> str:
    return {
        "keyed": translate("order_history", "typed in"),
        "scanned": translate("order_history", "scanned"),
        "list": translate("order_history", "from a shopping list"),
        "imported": translate("order_history", "from past sales"),
    }.get(channel, channel)


def answer_text(answer: str) -> str:
    """What the counter answered to the warehouse."""
    return {
        "send": translate("order_history", "Send what there is"),
        "substitute": translate("order_history", "Another product instead"),
        "wait": translate("order_history", "The customer waits"),
        "drop": translate("order_history", "Without this line"),
    }.get(answer, answer)


def short_reason_text(reason: str) -> str:
    return {
        "sold_out": translate("order_history", "sold out"),
        "damaged": translate("order_history", "damaged"),
        "not_found": translate("order_history", "not found"),
        "expired": translate("order_history", "expired"),
    }.get(reason, reason)


def when_text(moment: int, words: Formatting, *, year: bool = True) -> str:
    """`22 Nov 2026 14.05`, or without the year where it goes without saying."""
    day = words.day_of(moment)
    return f"{words.date(day) if year else words.short_date(day)} {words.time(moment)}"
