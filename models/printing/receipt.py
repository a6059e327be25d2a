"""What stands on a paper now: asked when it is printed, not when it is wished for."""

from collections.abc import Sequence

from models import amounts
from models.catalogue import catalogue
from models.errors import UnknownOrder
from models.events import CANCELLED, PLACED, Event
from models.orders import drawer, order_history, tickets
from models.orders.order_history import LineRow, OrderSheet
from models.print_spool import PrintRequest
from models.printing.documents import (
    BilledLine,
    ChangedLine,
    ChangeSlip,
    DayClose,
    Head,
    Label,
    Labels,
    OrderHead,
    Paper,
    PickLine,
    PickTicket,
    Receipt,
)
from models.settings import preferences
from models.stages import Stage
from models.storage import tables as t
from models.storage.database import one, rows, snapshot


def paper_of(request: PrintRequest) -> Paper:
    """The paper that is wished for, as things stand now.

    Raises `UnknownOrder`, `UnknownProduct`, `DrawerIsClosed` (there is no such drawer session).
    """
    with snapshot():
        if request.paper == "receipt":
            return receipt(request.subject)
        if request.paper == "ticket":
            return pick_ticket(request.subject)
        if request.paper == "change":
            return change_slip(request.subject)
        if request.paper == "day_close":
            return DayClose(_head(), drawer.report(request.subject))
        return labels(request.labels)


def receipt(order_id: int) -> Receipt:
    """What was bought and paid as it is billed now. Raises `UnknownOrder`."""
    sheet = order_history.sheet(order_id)
    rates = rows(
        t.OrderLine.select(t.OrderLine.tax_rate)
        .where(t.OrderLine.order == order_id, t.OrderLine.tax_rate > 0, t.OrderLine.net > 0)
        .distinct(),
        int,
    )
    return Receipt(
        shop=_head(),
        order=_order_head(sheet),
        lines=tuple(_billed_line(line) for line in sheet.lines if line.sold),
        subtotal=sheet.subtotal,
        discount=sheet.discount,
        discount_rate=sheet.discount_rate,
        tax=sheet.tax,
        tax_rate=rates[0] if len(rates) == 1 else 0,
        tax_included=sheet.tax_included,
        total=sheet.order.total,
        payments=sheet.payments,
        state=sheet.order.payment,
        cancelled=sheet.order.stage == Stage.CANCELLED,
    )


def pick_ticket(order_id: int) -> PickTicket:
    """What the customer still wants of an order. Raises `UnknownOrder`."""
    sheet = order_history.sheet(order_id)
    rush = one(t.Order.select(t.Order.rush).where(t.Order.id == order_id))
    lines = tuple(
        PickLine(line.name, line.sku, line.unit, wanted, line.note)
        for line in sheet.lines
        if (wanted := line.ordered - line.cancelled - line.short)
    )
    due = max(0, sheet.order.total - sheet.order.paid)
    return PickTicket(
        _head(), _order_head(sheet), bool(rush and rush[0]), sheet.order.note, lines, due
    )


def change_slip(sequence: int) -> ChangeSlip:
    """What one change did to an order: `sequence` is its journal entry. Raises `UnknownOrder`."""
    row = one(t.Journal.select(t.Journal.order).where(t.Journal.sequence == sequence))
    if row is None or row[0] is None:
        raise UnknownOrder(str(sequence))
    sheet = order_history.sheet(row[0])
    before, after = _wanted_around(sheet.timeline, sequence)
    event = next(event for event in sheet.timeline if event.sequence == sequence)
    notes = {
        int(number): changes["note"][1]
        for number, changes in event.payload.get("lines", {}).items()
        if "note" in changes
    }
    lines = tuple(
        ChangedLine(
            line.name, line.sku, line.unit, before.get(line.line), after[line.line],
            notes.get(line.line),
        )
        for line in sheet.lines
        if line.line in after
        and (before.get(line.line) != after[line.line] or line.line in notes)
    )  # fmt: skip
    _, note = event.payload.get("order", {}).get("note", (None, None))
    cancelled = event.kind == CANCELLED
    return ChangeSlip(_head(), _order_head(sheet), event.at, cancelled, lines, note)


def labels(wanted: Sequence[tuple[int, int]]) -> Labels:
    """`wanted` are (product, how many). Raises `UnknownProduct`."""
    codes = _codes([product for product, _ in wanted])
    made = []
    for product_id, count in wanted:
        product = catalogue.product(product_id)
        code = codes.get(product_id, product.sku)
        made += [Label(product.name, product.price, product.unit, code)] * count
    return Labels(tuple(made))


# --- inside --------------------------------------------------------------------------------


def _head() -> Head:
    chosen = preferences.all_values()
    return Head(
        chosen[preferences.SHOP_NAME.key],
        chosen[preferences.SHOP_ADDRESS.key],
        chosen[preferences.RECEIPT_FOOTER.key],
    )


def _order_head(sheet: OrderSheet) -> OrderHead:
    order = sheet.order
    code = tickets.code(order.day, order.number)
    return OrderHead(
        order.number,
        order.day,
        order.placed_at,
        order.station,
        order.staff,
        code,
        sheet.promised_at,
    )


def _billed_line(line: LineRow) -> BilledLine:
    return BilledLine(
        line.name, line.unit, line.sold, line.price, line.gross, line.gross - line.total,
        line.discount.rate,
    )  # fmt: skip


Wanted = dict[int, int]


def _wanted_around(timeline: Sequence[Event], sequence: int) -> tuple[Wanted, Wanted]:
    """What was wanted of each line (thousandths) before and after a journal entry."""
    columns: dict[int, dict[str, int]] = {}
    before: Wanted = {}
    for event in timeline:
        before = _wanted(columns)
        changes = event.payload.get("lines", {})
        if event.kind == PLACED:
            columns = {line["line"]: dict(line) for line in changes}
        elif isinstance(changes, dict):
            for number, line in changes.items():
                new = {column: pair[1] for column, pair in line.items() if isinstance(pair, list)}
                columns.setdefault(int(number), {}).update(new)
        if event.sequence == sequence:
            break
    return before, _wanted(columns)


def _wanted(columns: dict[int, dict[str, int]]) -> Wanted:
    return {line: row["ordered"] - row["cancelled"] for line, row in columns.items()}


def _codes(products: Sequence[int]) -> dict[int, str]:
    """The barcode of one piece of each product, the first one by its digits."""
    query = (
        t.Barcode.select(t.Barcode.product, t.Barcode.code)
        .where(t.Barcode.product.in_(list(products)), t.Barcode.quantity == amounts.ONE)
        .order_by(t.Barcode.code.desc())
    )
    return dict(rows(query, lambda product, code: (product, code)))
