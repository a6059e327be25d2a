"""What the channels, the answers and the reasons are called here."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from gui.words.formatting import Formatting
from models.orders.order_history import Search

translate = QCoreApplication.translate


def channel_text(channel: str) -> str:
    return {
        "keyed": translate("order_history", "typed in"),
        "scanned": translate("order_history", "scanned"),
        "mixed": translate("order_history", "typed in and scanned"),
        "list": translate("order_history", "from a shopping list"),
        "imported": translate("order_history", "from past sales"),
        "imported_refund": translate("order_history", "refund from past sales, sold before them"),
    }.get(channel.removesuffix("_by_day"), channel)


def answer_text(answer: str) -> str:
    """What the counter answered to the warehouse."""
    return {
        "send": translate("order_history", "Send what there is"),
        "substitute": translate("order_history", "Another product instead"),
        "wait": translate("order_history", "The customer waits"),
        "drop": translate("order_history", "Without this line"),
    }.get(answer, answer)


def hint_text(search: Search, kept_from: date | None, words: Formatting) -> str:
    """What may help where no order matches; of days before `kept_from` they may be removed."""
    if kept_from is None or (search.first_day is not None and search.first_day >= kept_from):
        return translate("order_history", "Try another day, or fewer letters.")
    text = translate(
        "order_history",
        "Of days before {day} only the sums are kept. Try another day, or fewer letters.",
    )
    return text.format(day=words.date(kept_from))


def when_text(moment: int, words: Formatting) -> str:
    """`22 Nov 14.05`, of another year than this one `22 Nov 2024 14.05`."""
    return f"{words.near_date(words.day_of(moment))} {words.time(moment)}"


def wanted_text(moment: int, words: Formatting) -> str:
    """When the customer comes for it."""
    return translate("order_history", "for {time}").format(time=words.time_on_day(moment))
