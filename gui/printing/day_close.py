"""What the report of a cash drawer says, from its opening float to its count."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from gui.printing.document import Pair, Piece, Rule, Text
from gui.words.formatting import Formatting
from gui.words.state_words import method_text
from gui.words.station_names import station_name
from models.orders.drawer import Drawer

translate = QCoreApplication.translate


def day_close(drawer: Drawer, words: Formatting) -> Iterator[Piece]:
    """While the drawer is open it says how things stand."""
    title = (
        translate("printing", "Till, still open")
        if drawer.counted is None
        else translate("printing", "Till closed")
    )
    yield Text(title, "center", "large", bold=True)
    yield Rule()
    yield Pair(translate("printing", "Station"), station_name(drawer.station))
    if drawer.staff:
        yield Pair(translate("printing", "Opened by"), drawer.staff)
    yield Pair(translate("printing", "Opened"), words.date_and_time(drawer.opened_at))
    if drawer.closed_at is not None:
        yield Pair(translate("printing", "Closed"), words.date_and_time(drawer.closed_at))
    yield Rule()
    yield from _taken(drawer, words)
    yield from _cash(drawer, words)
    if drawer.note:
        yield Rule()
        yield Text(translate("printing", "Note: {note}").format(note=drawer.note))


def _taken(drawer: Drawer, words: Formatting) -> Iterator[Piece]:
    yield Text(translate("printing", "Payments at this station"), bold=True)
    if drawer.taken is None:
        yield Text(translate("printing", "Not known any more: old orders were removed"))
    for taken in drawer.taken or ():
        name = method_text(taken.method)
        if taken.is_back:
            name = translate("printing", "Refund, {method}").format(method=name)
        yield Pair(f"{name} ({words.number(taken.payments)}×)", words.money(taken.sum))
    if drawer.taken is not None:
        total = sum(taken.sum for taken in drawer.taken)
        yield Pair(translate("printing", "Total"), words.money(total), bold=True)
    if drawer.loose:
        text = translate("printing", "Cash before, while no till was open")
        yield Pair(text, words.money(drawer.loose))
    yield Rule()


def _cash(drawer: Drawer, words: Formatting) -> Iterator[Piece]:
    yield Text(translate("printing", "Cash in the drawer"), bold=True)
    yield Pair(translate("printing", "Opening float"), words.money(drawer.opening))
    yield Pair(translate("printing", "From orders"), words.money(drawer.cash))
    for movement in drawer.movements:
        text = f"{words.time(movement.at)} {movement.reason}"
        yield Pair(text, words.money(movement.amount))
    yield Pair(translate("printing", "Should be there"), words.money(drawer.expected), bold=True)
    if drawer.counted is None or drawer.difference is None:
        return
    yield Pair(translate("printing", "Counted"), words.money(drawer.counted), bold=True)
    yield Rule()
    yield Pair(_verdict(drawer.difference), words.money(abs(drawer.difference)), "large", bold=True)


def _verdict(difference: int) -> str:
    if difference < 0:
        return translate("printing", "Short")
    return translate("printing", "Over") if difference else translate("printing", "Exact")
