"""Every table of the shop on one page; only `models` may read it.

Money in the smallest cash unit, quantities in thousandths, moments in UTC ms, days as yyyymmdd,
tax rates in basis points (see `models.amounts`, `models.clock`). CHECK constraints are a second
net: the door checks first.
"""

from typing import Any

from peewee import (
    SQL,
    BigAutoField,
    BigIntegerField,
    BlobField,
    BooleanField,
    Check,
    CompositeKey,
    Expression,
    ForeignKeyField,
    IntegerField,
    Model,
    TextField,
    fn,
)

from models.stages import Stage
from models.storage.database import database


class Table(Model):
    """What all tables share."""

    class Meta:
        database = database
        legacy_table_names = False
        strict_tables = True

    @classmethod
    def defaults(cls) -> dict[str, Any]:
        """A row of which nothing is known yet: the columns that have a default or may be empty."""
        return {
            field.column_name: field.default
            for field in cls._meta.sorted_fields
            if field.null or field.default is not None
        }


# --- the catalogue -------------------------------------------------------------------------


class Product(Table):
    """Something the shop sells. Never deleted, only taken out of sale."""

    id = BigAutoField()
    sku = TextField(unique=True)
    name = TextField()
    category = TextField(default="")
    brand = TextField(default="")
    unit = TextField(default="pcs")
    price = BigIntegerField(constraints=[Check("price BETWEEN 0 AND 1000000000000")])
    cost = BigIntegerField(null=True)
    tax_rate = IntegerField(default=0, constraints=[Check("tax_rate BETWEEN 0 AND 10000")])
    stock_policy = TextField(default="allow")  # allow · warn · block
    reorder_at = BigIntegerField(null=True)
    favourite = IntegerField(null=True)  # place among the favourite tiles, from 1
    active = BooleanField(default=True)
    added_at = BigIntegerField()


class Barcode(Table):
    """A code on a package, and how much of the product is in it."""

    code = TextField(primary_key=True)
    product = ForeignKeyField(Product, column_name="product", index=True)
    quantity = BigIntegerField(default=1000, constraints=[Check("quantity > 0")])

    class Meta:
        without_rowid = True


class Alias(Table):
    """Words that customers use for a product; learned from shopping lists or typed by the owner."""

    phrase = TextField()
    product = ForeignKeyField(Product, column_name="product", index=True)

    class Meta:
        primary_key = CompositeKey("phrase", "product")
        without_rowid = True


class ListAnswer(Table):
    """What was answered to a customer's words on a shopping list, for exactly these words."""

    phrase = TextField()  # without the quantity and without personal data
    unit = TextField()  # said with it (`dus`), empty if none was
    product = ForeignKeyField(Product, column_name="product", index=True)
    quantity = BigIntegerField(null=True)  # of the product for one unit, where that was asked

    class Meta:
        primary_key = CompositeKey("phrase", "unit", "product")
        without_rowid = True


class Message(Table):
    """A customer's message that waits to be read at a counter; each is read at one."""

    id = BigAutoField()
    mark = TextField(unique=True)  # a digest, by which it is known again when it comes once more
    at = BigIntegerField()
    content = TextField()  # its wishes and talk without personal data, empty once it is dealt with
    lines = IntegerField()
    taken_by = TextField(null=True)  # the seat of a station where it is looked through
    done = BooleanField(default=False)


#: What still waits or is in somebody's hands, in the words of the index.
IS_OPEN_MESSAGE = SQL("NOT done")
Message.add_index(Message.index(Message.id, where=IS_OPEN_MESSAGE, name="message_open"))


class PriceChange(Table):
    """Every selling price a product ever had."""

    id = BigAutoField()
    product = ForeignKeyField(Product, column_name="product", index=True)
    at = BigIntegerField()
    old = BigIntegerField()
    new = BigIntegerField()
    station = TextField()
    staff = TextField()


class Stock(Table):
    """What is on the shelf and what is promised; a product without a row is not counted."""

    product = ForeignKeyField(Product, column_name="product", primary_key=True)
    on_hand = BigIntegerField()
    reserved = BigIntegerField(default=0)


class StockMovement(Table):
    """Every change of `Stock.on_hand`, with its reason."""

    id = BigAutoField()
    product = ForeignKeyField(Product, column_name="product", index=True)
    order = BigIntegerField(null=True)
    at = BigIntegerField()
    change = BigIntegerField()
    on_hand = BigIntegerField()  # afterwards
    reason = TextField()
    station = TextField()
    staff = TextField()


# --- orders --------------------------------------------------------------------------------


#: A discount is a rate or a sum, never both.
RATE_OR_SUM = Check("discount_rate BETWEEN 0 AND 10000 AND (discount = 0 OR discount_rate = 0)")


class Order(Table):
    """What a customer asked for; the customer is the number."""

    id = BigAutoField()
    request_id = TextField(unique=True)
    day = IntegerField()
    number = IntegerField()
    placed_at = BigIntegerField()
    hour = IntegerField(constraints=[Check("hour BETWEEN 0 AND 23")])
    station = TextField()
    staff = TextField()
    channel = TextField()
    note = TextField(default="")
    lines = IntegerField()
    tax_included = BooleanField(default=True)  # the prices contain the tax
    subtotal = BigIntegerField()  # after the lines' discounts
    discount = BigIntegerField(default=0)  # a sum given on the whole order
    discount_rate = IntegerField(default=0, constraints=[RATE_OR_SUM])  # or a rate: basis points
    tax = BigIntegerField(default=0)
    total = BigIntegerField(constraints=[Check("total >= 0")])  # to be paid
    paid = BigIntegerField(default=0)
    stage = IntegerField(default=0, constraints=[Check("stage BETWEEN 0 AND 4")])
    rush = BooleanField(default=False)
    changed = BooleanField(default=False)
    claimed_by = TextField(null=True)
    claimed_at = BigIntegerField(null=True)
    ready_at = BigIntegerField(null=True)
    handed_at = BigIntegerField(null=True)
    cancelled_at = BigIntegerField(null=True)
    promised_at = BigIntegerField(null=True)  # when it shall be ready, as the customer was told
    cancel_reason = TextField(default="")
    version = IntegerField(default=1)
    starts_at = BigIntegerField(null=True)  # wanted later: when the warehouse begins; null: at once

    class Meta:
        table_name = "orders"
        indexes = ((("day", "number"), True),)


#: The condition on orders to be one of `stages.OPEN`, in the words of the index below: a bound
#: number would hide it.
IS_OPEN = SQL(f"stage < {int(Stage.HANDED_OVER)}")
# The queue reads open orders only, whatever the shop's age.
Order.add_index(
    Order.index(Order.id, where=IS_OPEN, name="orders_open"),
)
# A number is given to no second open order.
Order.add_index(
    Order.index(Order.number, where=IS_OPEN, name="orders_open_number"),
)
# The owner asks who still owes.
Order.add_index(
    Order.index(Order.id, where=SQL("paid < total AND stage < 4"), name="orders_unpaid"),
)


class OrderLine(Table):
    """A product in an order, as it was called and priced at that moment.

    At every moment ordered = open + picked + short + cancelled, and handed <= picked.
    """

    order = ForeignKeyField(Order, column_name="order", index=False)
    line = IntegerField()
    product = ForeignKeyField(Product, column_name="product", index=False)
    sku = TextField()
    name = TextField()
    unit = TextField()
    price = BigIntegerField()
    tax_rate = IntegerField(default=0)
    ordered = BigIntegerField(constraints=[Check("ordered > 0")])
    picked = BigIntegerField(default=0)
    short = BigIntegerField(default=0)
    cancelled = BigIntegerField(default=0)
    handed = BigIntegerField(default=0)
    returned = BigIntegerField(default=0)  # brought back by the customer
    seen = BigIntegerField()  # how much the warehouse was last told to prepare
    bulk = BooleanField(default=False)  # ticked with the whole card, not one by one
    discount = BigIntegerField(default=0)  # a sum on the whole quantity ordered
    discount_rate = IntegerField(default=0, constraints=[RATE_OR_SUM])  # or a rate: basis points
    # Its part of a sum off the order, on the whole quantity ordered; null: of before this column
    share = BigIntegerField(null=True)
    total = BigIntegerField()  # of what is neither cancelled nor short, after its discount
    net = BigIntegerField()  # and after its share of the order's discount
    cost = BigIntegerField(null=True)  # of a piece when it was sold; null: nobody knows
    note = TextField(default="")
    short_reason = TextField(default="")
    asked = BigIntegerField(default=0)  # missing: what shall become of it, asks the warehouse
    asked_at = BigIntegerField(null=True)
    asked_by = TextField(default="")  # the station that picks
    answer = TextField(default="")  # the counter's, until the warehouse has seen it
    words = TextField(default="")  # what the customer wrote for it on a list, cleaned

    class Meta:
        primary_key = CompositeKey("order", "line")
        without_rowid = True
        constraints = (
            Check("picked >= 0 AND short >= 0 AND cancelled >= 0 AND handed >= 0"),
            Check("picked + short + cancelled <= ordered"),
            Check("handed <= picked AND returned BETWEEN 0 AND handed"),
            Check("asked BETWEEN 0 AND ordered - picked - short - cancelled"),
        )


def has_come(now: int) -> Expression:
    """The condition on orders not to wait for their time (UTC ms), see `Order.starts_at`."""
    come: Expression = fn.COALESCE(Order.starts_at, 0) <= now
    return come


def of_open_orders(now: int | None = None) -> Expression:
    """The condition on lines to belong to an open order; at `now` (UTC ms) to one that has come.

    Lines are asked for by order: for a join, SQLite runs through all lines there ever were.
    """
    is_open = Order.select(Order.id).where(IS_OPEN)
    if now is not None:
        is_open = is_open.where(has_come(now))
    found: Expression = OrderLine.order.in_(is_open)
    return found


class Payment(Table):
    """Money that came in (positive) or went back (negative)."""

    id = BigAutoField()
    request_id = TextField(unique=True)
    order = ForeignKeyField(Order, column_name="order", index=True)
    day = IntegerField(index=True)
    at = BigIntegerField()
    method = TextField()
    amount = BigIntegerField()
    tendered = BigIntegerField()
    drawer = BigIntegerField(null=True, index=True)  # the drawer session the cash went into
    station = TextField()
    staff = TextField()


#: The condition on payments to be cash in no drawer, in the words of the index.
IS_LOOSE = SQL("drawer IS NULL AND method = 'cash'")
Payment.add_index(
    Payment.index(Payment.station, Payment.at, where=IS_LOOSE, name="payment_loose"),
)


class DrawerSession(Table):
    """A cash drawer from its opening float to its count."""

    id = BigAutoField()
    station = TextField(index=True)
    staff = TextField()
    opened_at = BigIntegerField()
    opening = BigIntegerField()
    closed_at = BigIntegerField(null=True)
    expected = BigIntegerField(null=True)
    counted = BigIntegerField(null=True)
    note = TextField(default="")
    loose = BigIntegerField(default=0)  # cash moved before, while none was open: in no drawer


class DrawerMovement(Table):
    """Cash put in (positive) or taken out (negative) that is no payment."""

    id = BigAutoField()
    session = ForeignKeyField(DrawerSession, column_name="session", index=True)
    at = BigIntegerField()
    amount = BigIntegerField()
    reason = TextField()
    staff = TextField()
    undone = BigIntegerField(null=True)  # the movement that this one undoes


class PutBack(Table):
    """Goods that were picked and then cancelled: they go back to the shelf."""

    id = BigAutoField()
    order = ForeignKeyField(Order, column_name="order", index=True)
    product = ForeignKeyField(Product, column_name="product", index=False)
    name = TextField()
    unit = TextField()
    quantity = BigIntegerField()
    at = BigIntegerField()
    done_at = BigIntegerField(null=True)


# What still has to go back.
PutBack.add_index(
    PutBack.index(PutBack.id, where=SQL("done_at IS NULL"), name="put_back_open"),
)


class HeldCart(Table):
    """A cart set aside, or the draft a station is typing; it has no number."""

    id = BigAutoField()
    reference = TextField(default="")
    draft_of = TextField(null=True, unique=True)  # the station, for a draft
    request_id = TextField()
    content = TextField()
    lines = IntegerField()
    total = BigIntegerField()
    at = BigIntegerField()
    station = TextField()
    staff = TextField()


# --- sums kept while orders are placed, so that nobody ever scans history ------------------


class BillChange(Table):
    """What is other on the bill of a placed order: it came back, was short, cancelled or changed.

    Numbers are more (negative: less) than before, see `models.sums.line_sums`.
    """

    id = BigAutoField()
    order = ForeignKeyField(Order, column_name="order", index=True)
    line = IntegerField()
    product = ForeignKeyField(Product, column_name="product", index=False)
    kind = TextField()  # what was done, as the journal says it; by an undoing, what was undone
    at = BigIntegerField()
    day = IntegerField(index=True)  # on which it counts
    hour = IntegerField()
    lines = IntegerField()
    quantity = BigIntegerField()
    revenue = BigIntegerField()
    tax = BigIntegerField()


class DayTotal(Table):
    """A day's orders, without the cancelled ones, and what was changed on it of others."""

    day = IntegerField(primary_key=True)
    orders = IntegerField(default=0)
    lines = IntegerField(default=0)
    quantity = BigIntegerField(default=0)
    revenue = BigIntegerField(default=0)
    discount = BigIntegerField(default=0)  # given on lines and on whole orders
    tax = BigIntegerField(default=0)
    cancelled = IntegerField(default=0)  # orders
    asked_lines = IntegerField(default=0)  # also those of which nothing was there
    short_lines = IntegerField(default=0)
    bulk_lines = IntegerField(default=0)
    picked_lines = IntegerField(default=0)
    promised = IntegerField(default=0)  # orders made ready that had a promise
    kept = IntegerField(default=0)  # and in time
    returned = BigIntegerField(default=0)  # rupiah of goods that came back, taken off the revenue
    cost = BigIntegerField(default=0)  # of what was sold, where that is known
    costed = BigIntegerField(default=0)  # revenue without tax of what has a known cost


class HourTotal(Table):
    """A day's orders by the hour they were placed."""

    day = IntegerField()
    hour = IntegerField()
    orders = IntegerField(default=0)
    lines = IntegerField(default=0)
    revenue = BigIntegerField(default=0)
    timed = BigIntegerField(default=0)  # orders made ready
    seconds = BigIntegerField(default=0)  # that they took, all together

    class Meta:
        primary_key = CompositeKey("day", "hour")
        without_rowid = True


class ProductDay(Table):
    """What one product sold on a day."""

    day = IntegerField()
    product = ForeignKeyField(Product, column_name="product", index=False)
    lines = IntegerField(default=0)
    quantity = BigIntegerField(default=0)
    revenue = BigIntegerField(default=0)  # with tax
    tax = BigIntegerField(default=0)
    cost = BigIntegerField(default=0)  # of what was sold, where that is known
    costed = BigIntegerField(default=0)  # revenue without tax of what has a known cost

    class Meta:
        primary_key = CompositeKey("day", "product")
        without_rowid = True


class LeadTime(Table):
    """How many orders of a day took how many seconds for a step (see `models.sums.rollups`)."""

    day = IntegerField()
    step = TextField()
    seconds = IntegerField()
    orders = IntegerField(default=0)

    class Meta:
        primary_key = CompositeKey("day", "step", "seconds")
        without_rowid = True


class Tally(Table):
    """What happened on a day, by method, by person or by reason (see `models.sums.tallies`).

    What the three numbers count depends on the kind.
    """

    kind = TextField()
    day = IntegerField()
    name = TextField()
    detail = TextField()
    first = BigIntegerField(default=0)
    second = BigIntegerField(default=0)
    third = BigIntegerField(default=0)

    class Meta:
        primary_key = CompositeKey("kind", "day", "name", "detail")
        without_rowid = True


class ClosedSum(Table):
    """The sums of days that are over, packed so that years are read at once (`day_archive`)."""

    kind = TextField()  # product · margin · lead · hour; version: how the sums were counted
    key = IntegerField()  # a day as yyyymmdd; or all days to the end of a month, as yyyymm
    content = BlobField()

    class Meta:
        primary_key = CompositeKey("kind", "key")


class LateSum(Table):
    """What changed on a day after it was packed."""

    id = BigAutoField()
    kind = TextField()
    day = IntegerField()
    code = BigIntegerField()
    first = BigIntegerField()
    second = BigIntegerField(default=0)
    third = BigIntegerField(default=0)
    fourth = BigIntegerField(default=0)
    fifth = BigIntegerField(default=0)

    class Meta:
        indexes = ((("kind", "day"), False),)


class QueueMark(Table):
    """Which orders were open after an entry of the journal (see `fulfilment.queue_history`)."""

    sequence = BigIntegerField(primary_key=True)
    at = BigIntegerField()
    orders = TextField()  # [id, stage] of each, as JSON


# --- paper ---------------------------------------------------------------------------------


class PrintJob(Table):
    """A paper on its way to a printer; an order never waits for it."""

    id = BigAutoField()
    paper = TextField()  # receipt · ticket · change · day_close · labels
    order = BigIntegerField(null=True)
    subject = BigIntegerField(default=0)  # the order, the entry of its change, or the drawer
    labels = TextField(default="")  # which labels, how many of each
    station = TextField()  # whose printer it comes out of
    staff = TextField()
    state = TextField(default="waiting")  # waiting · printed · failed
    attempts = IntegerField(default=0)
    error = TextField(default="")
    seal = TextField(default="")  # of what was sent to the printer: the same again is a copy
    copy_number = IntegerField(default=0)  # 0 is the first print
    asked_at = BigIntegerField()
    taken_at = BigIntegerField(null=True)  # by the one process that prints it
    done_at = BigIntegerField(null=True)

    class Meta:
        indexes = ((("subject", "paper"), False),)


# Only what is not printed yet is looked for, after every order.
PrintJob.add_index(
    PrintJob.index(PrintJob.id, where=SQL("state <> 'printed'"), name="print_job_open"),
)


# --- the shop itself -----------------------------------------------------------------------


class Counter(Table):
    """Running numbers without gaps: the journal, and the orders of each day."""

    name = TextField(primary_key=True)
    value = BigIntegerField()

    class Meta:
        without_rowid = True


class Journal(Table):
    """Everything that was ever done; refuses UPDATE and DELETE."""

    sequence = BigIntegerField(primary_key=True)
    at = BigIntegerField()
    station = TextField()
    staff = TextField()
    kind = TextField()
    order = BigIntegerField(null=True)
    payload = TextField()
    previous = TextField()
    hash = TextField()
    version = IntegerField(default=1)  # how payload and seal are written, see `models.journal`
    request_id = TextField(null=True)
    row_images = TextField(null=True)  # rows as they are from here on, see `storage.touched_rows`


Journal.add_index(
    Journal.index(
        Journal.request_id,
        unique=True,
        where=SQL("request_id IS NOT NULL"),
        name="journal_request_id",
    ),
)
Journal.add_index(
    Journal.index(
        Journal.order, Journal.sequence, where=SQL('"order" IS NOT NULL'), name="journal_of_order"
    ),
)


class JournalHead(Table):
    """The newest entry of each station's chain."""

    station = TextField(primary_key=True)
    sequence = BigIntegerField()
    hash = TextField()

    class Meta:
        without_rowid = True


class TouchedRow(Table):
    """A row that was written and stands in no entry of the journal (see `touched_rows`)."""

    table_name = TextField()
    key = TextField()  # of the row, as JSON
    outside = BooleanField(default=False)  # whether another program wrote it

    class Meta:
        primary_key = CompositeKey("table_name", "key", "outside")
        without_rowid = True


class Preference(Table):
    """What the owner chose, see `models.settings.preferences`."""

    key = TextField(primary_key=True)
    value = TextField()

    class Meta:
        without_rowid = True


class Occasion(Table):
    """Days that the owner named, to look at and to compare with."""

    id = BigAutoField()
    name = TextField()
    first_day = IntegerField()
    last_day = IntegerField()


class Staff(Table):
    """A staff code; never a name."""

    code = TextField(primary_key=True)
    role = TextField()  # owner · counter · warehouse
    pin_hash = TextField(default="")
    active = BooleanField(default=True)
    failures = IntegerField(default=0)  # wrong PINs in a row
    recovery_hash = TextField(default="")  # of an owner's recovery code, until it is used
    badge_hash = TextField(default="")  # of the badge that is scanned instead of code and PIN

    class Meta:
        without_rowid = True


class PolicyAcceptance(Table):
    """Who (which station) accepted which text of the privacy policy, and when."""

    id = BigAutoField()
    version = TextField()
    effective = TextField()
    sha256 = TextField()
    text = TextField()
    language = TextField()
    accepted_at = BigIntegerField()
    program = TextField()
    station = TextField()
    withdrawn_at = BigIntegerField(null=True)


TABLES: tuple[type[Table], ...] = (
    Product, Barcode, Alias, ListAnswer, Message, PriceChange, Stock, StockMovement,
    Order, OrderLine, Payment, DrawerSession, DrawerMovement, PutBack, HeldCart,
    BillChange, DayTotal, HourTotal, ProductDay, LeadTime, Tally, ClosedSum, LateSum, QueueMark,
    PrintJob, Counter, Journal, JournalHead, TouchedRow, Preference, Occasion, Staff,
    PolicyAcceptance,
)  # fmt: skip
