"""What the papers say, in the language of the screen; a sheet is made of each."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from gui.printing.day_close import day_close
from gui.printing.document import Card, Code, Document, Gap, Goods, Pair, Piece, Rule, Text, Tick
from gui.words.formatting import Formatting
from gui.words.state_words import method_text, paid_text, stage_text
from gui.words.station_names import station_name, with_staff
from models import session
from models.orders.ledger import CASH, ROUNDING
from models.orders.order_history import PaymentRow
from models.printing.documents import (
    BilledLine,
    ChangedLine,
    ChangeSlip,
    DayClose,
    Head,
    Labels,
    OrderHead,
    Paper,
    PickTicket,
    Receipt,
)
from models.stages import Paid, Stage
from models.text.number_words import spoken

translate = QCoreApplication.translate


def sheet_of(paper: Paper, words: Formatting, copy: int = 0, spelled: bool = False) -> Document:
    """`copy` counts the prints before this one; `spelled` adds the total in words."""
    cash = isinstance(paper, Receipt) and any(one.method == "cash" for one in paper.payments)
    pieces = [*_played(), *_pieces(paper, words, copy, spelled), *_played()]
    opens_drawer = cash and not copy and not session.current.is_training
    return Document(_title(paper, words), tuple(pieces), opens_drawer)


def _played() -> Iterator[Piece]:
    """Stands above and below on every paper of a copy of the shop to play with."""
    if session.current.is_training:
        yield Text(translate("printing", "TRAINING"), "center", "large", bold=True)
        yield Text(translate("printing", "Nothing of this was sold"), "center", "small")


def _title(paper: Paper, words: Formatting) -> str:
    if isinstance(paper, Labels):
        return translate("printing", "Labels")
    if isinstance(paper, DayClose):
        title = translate("printing", "Till report")
        return f"{title} {words.date_and_time(paper.drawer.opened_at)}"
    if isinstance(paper, Receipt):
        title = translate("printing", "Receipt")
    elif isinstance(paper, PickTicket):
        title = translate("printing", "Pick ticket")
    else:
        title = translate("printing", "Order change")
    return f"{title} {paper.order.code.removeprefix('BB-')}"


def _pieces(paper: Paper, words: Formatting, copy: int, spelled: bool) -> Iterator[Piece]:
    if isinstance(paper, Receipt):
        yield from _receipt(paper, words, copy, spelled)
    elif isinstance(paper, PickTicket):
        yield from _pick_ticket(paper, words, copy)
    elif isinstance(paper, ChangeSlip):
        yield from _change_slip(paper, words, copy)
    elif isinstance(paper, DayClose):
        yield from _shop(paper.shop)
        yield Gap()
        yield from _copy(copy)
        yield from day_close(paper.drawer, words)
    else:
        for one in paper.labels:
            yield Card(one.name, words.money(one.price), one.unit, one.code)


# --- the receipt ---------------------------------------------------------------------------


def _receipt(paper: Receipt, words: Formatting, copy: int, spelled: bool) -> Iterator[Piece]:
    yield from _shop(paper.shop)
    yield Rule()
    yield from _order(paper.order, words)
    yield from _copy(copy)
    if standing := _standing(paper):
        yield Text(standing, "center", bold=True)
    yield Rule()
    for line in paper.lines:
        yield _goods(line, words)
    yield Rule()
    yield from _sums(paper, words)
    if spelled:
        text = spoken(paper.total, words.language)
        yield Text(translate("printing", "In words: {sum} rupiah").format(sum=text), size="small")
    if paper.payments:
        yield Rule()
        yield from _payments(paper, words)
    yield Gap()
    if paper.shop.footer:
        yield Text(paper.shop.footer, "center")
        yield Gap()
    yield Code(paper.order.code)


def _standing(paper: Receipt) -> str:
    """What a customer must not take for a receipt of money."""
    if paper.cancelled:
        return stage_text(Stage.CANCELLED)
    if paper.state == Paid.UNPAID and paper.total:
        return paid_text(paper.state)
    return ""


def _goods(line: BilledLine, words: Formatting) -> Goods:
    quantity = f"{words.quantity(line.quantity)} {line.unit}".strip()
    detail, amount = f"{quantity} × {words.money(line.price)}", words.money(line.gross)
    if not line.discount:
        return Goods(line.name, detail, amount)
    off = _discount(line.discount_rate, words)
    return Goods(line.name, detail, amount, off, words.money(-line.discount))


def _sums(paper: Receipt, words: Formatting) -> Iterator[Piece]:
    rate = f" {words.rate(paper.tax_rate)}" if paper.tax_rate else ""
    on_top = paper.tax and not paper.tax_included
    if paper.discount or on_top:
        yield Pair(translate("printing", "Subtotal"), words.money(paper.subtotal), aside=True)
    if paper.discount:
        off = _discount(paper.discount_rate, words)
        yield Pair(off, words.money(-paper.discount), aside=True)
    if on_top:
        text = translate("printing", "PPN{rate}").format(rate=rate)
        yield Pair(text, words.money(paper.tax), aside=True)
    yield Pair(translate("printing", "TOTAL"), words.money(paper.total), "large", True, True)
    if paper.tax and paper.tax_included:
        text = translate("printing", "including PPN{rate}").format(rate=rate)
        yield Pair(text, words.money(paper.tax), "small", aside=True)


def _discount(rate: int, words: Formatting) -> str:
    name = translate("printing", "Discount")
    return f"{name} {words.rate(rate)}" if rate else name


def _payments(paper: Receipt, words: Formatting) -> Iterator[Piece]:
    for payment, rounding in _with_rounding(paper.payments):
        # In the order in which it adds up: what is due, what no coin makes up, what is given.
        if rounding:
            yield Pair(method_text(ROUNDING), words.money(-rounding), aside=True)
        if payment is None:
            continue
        method = method_text(payment.method)
        if payment.amount < 0:
            method = translate("printing", "Refund, {method}").format(method=method)
        elif rounding:
            text = translate("printing", "To pay in cash")
            yield Pair(text, words.money(payment.amount), aside=True)
        yield Pair(method, words.money(payment.tendered), aside=True)
        if change := payment.tendered - payment.amount:
            text = translate("printing", "Change given")
            yield Pair(text, words.money(change), bold=True, aside=True)
    if paper.over:
        text = translate("printing", "To be given back")
        yield Pair(text, words.money(paper.over), bold=True, aside=True)
    if paper.due:
        text = translate("printing", "Still to pay")
        yield Pair(text, words.money(paper.due), bold=True, aside=True)


def _with_rounding(
    payments: Sequence[PaymentRow],
) -> Iterator[tuple[PaymentRow | None, int]]:
    """Each payment with what was rounded away beside it; None where that was all of it."""
    left = list(payments)
    while left:
        payment = left.pop(0)
        if payment.method == ROUNDING:
            yield None, payment.amount
        elif left and left[0].method == ROUNDING and payment.method == CASH:
            yield payment, left.pop(0).amount
        else:
            yield payment, 0


# --- the warehouse's papers ----------------------------------------------------------------


def _pick_ticket(paper: PickTicket, words: Formatting, copy: int) -> Iterator[Piece]:
    yield Text(translate("printing", "Pick ticket"), "center", bold=True)
    yield Text(words.order_number(paper.order.number), "center", "huge", bold=True)
    if paper.rush:
        yield Text(translate("printing", "RUSH"), "center", "large", bold=True, boxed=True)
    yield from _copy(copy)
    yield from _when_and_where(paper.order, words)
    if paper.note:
        yield Rule()
        yield Text(translate("printing", "Note: {note}").format(note=paper.note), bold=True)
    yield Rule()
    for line in paper.lines:
        quantity = f"{words.quantity(line.quantity)} {line.unit}".strip()
        yield Tick(quantity, line.name, " · ".join(part for part in (line.sku, line.note) if part))
    yield Rule()
    yield Pair(translate("printing", "Lines"), words.number(len(paper.lines)))
    if paper.due:
        due = translate("printing", "STILL TO PAY: {sum}").format(sum=words.money(paper.due))
        yield Text(due, "center", "large", bold=True, boxed=True)
    yield Gap()
    yield Code(paper.order.code)


def _change_slip(paper: ChangeSlip, words: Formatting, copy: int) -> Iterator[Piece]:
    title = (
        translate("printing", "ORDER CANCELLED")
        if paper.cancelled
        else translate("printing", "ORDER CHANGED")
    )
    yield Text(title, "center", "large", bold=True, boxed=True)
    yield Text(words.order_number(paper.order.number), "center", "huge", bold=True)
    yield from _copy(copy)
    yield Pair(translate("printing", "Changed"), words.date_and_time(paper.changed_at))
    yield from _when_and_where(paper.order, words)
    yield Rule()
    if paper.note is not None:
        yield Text(_new_note(paper.note), bold=True)
        yield Rule()
    for line in paper.lines:
        yield _changed(line, words)
    if not paper.lines and paper.note is None:  # a discount, say: the sum is no picker's business
        yield Text(translate("printing", "Only the sum is different. Nothing else to pick."))
    yield Rule()
    yield Gap()
    yield Code(paper.order.code)


def _changed(line: ChangedLine, words: Formatting) -> Tick:
    after = words.quantity(line.after)
    wanted = f"{after} {line.unit}".strip()
    note = "" if line.note is None else _new_note(line.note)
    if line.before is None:
        text = translate("printing", "New on the order")
        return Tick(wanted, line.name, " · ".join([text, note] if line.note else [text]))
    if line.before == line.after:
        return Tick(wanted, line.name, note)
    difference = words.quantity(abs(line.after - line.before))
    if line.after == 0:
        text = translate("printing", "Removed")
    elif line.after > line.before:
        text = translate("printing", "{quantity} more").format(quantity=difference)
    else:
        text = translate("printing", "{quantity} less").format(quantity=difference)
    below = f"{words.quantity(line.before)} → {after} · {text}"
    below = " · ".join(part for part in (below, note) if part)
    return Tick(wanted, line.name, below, struck=line.after == 0)


def _new_note(note: str) -> str:
    if not note:
        return translate("printing", "Note removed")
    return translate("printing", "Note: {note}").format(note=note)


# --- what several papers share -------------------------------------------------------------


def _shop(head: Head) -> Iterator[Piece]:
    yield Text(head.name, "center", "large", bold=True)
    if head.address:
        yield Text(head.address, "center", "small")


def _order(order: OrderHead, words: Formatting) -> Iterator[Piece]:
    number = translate("printing", "Order {number}")
    yield Text(number.format(number=words.order_number(order.number)), bold=True)
    yield Pair(_who(order), words.date_and_time(order.placed_at), "small")
    yield from _promise(order, words)


def _when_and_where(order: OrderHead, words: Formatting) -> Iterator[Piece]:
    yield Pair(translate("printing", "Placed"), words.date_and_time(order.placed_at))
    yield Pair(translate("printing", "By"), _who(order))
    yield from _promise(order, words)


def _promise(order: OrderHead, words: Formatting) -> Iterator[Piece]:
    if order.promised_at is not None:
        time = words.time_on_day(order.promised_at, order.day)
        yield Pair(translate("printing", "Ready at"), time, bold=True)


def _who(order: OrderHead) -> str:
    return with_staff(station_name(order.station), order.staff)


def _copy(copy: int) -> Iterator[Piece]:
    if copy:
        text = translate("printing", "COPY {number}").format(number=copy)
        yield Text(text, "center", bold=True, boxed=True)
