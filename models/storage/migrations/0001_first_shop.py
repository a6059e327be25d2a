"""The first shop: every table as it was in version 0.1.0. Frozen: never edited after release."""

from typing import Any

from peewee import (
    SQL,
    BigAutoField,
    BigIntegerField,
    BlobField,
    BooleanField,
    Check,
    CompositeKey,
    ForeignKeyField,
    IntegerField,
    Model,
    PostgresqlDatabase,
    TextField,
)


def up(migrator: Any, db: Any) -> None:
    """Makes all tables, the journal's triggers and the search index."""
    tables = _tables(db)
    for table in tables:
        if isinstance(db, PostgresqlDatabase):  # SQLite's own options
            table._meta.strict_tables = table._meta.without_rowid = False
    db.create_tables(tables)
    # Writers on PostgreSQL take turns at this row.
    db.execute_sql("INSERT INTO counter (name, value) VALUES ('journal', 0)")
    _seal_journal(db)


def _seal_journal(db: Any) -> None:
    if isinstance(db, PostgresqlDatabase):
        db.execute_sql(
            "CREATE FUNCTION journal_is_sealed() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'the journal is append-only'; END $$"
        )
        db.execute_sql(
            "CREATE TRIGGER journal_sealed BEFORE UPDATE OR DELETE OR TRUNCATE ON journal "
            "FOR EACH STATEMENT EXECUTE FUNCTION journal_is_sealed()"
        )
        return
    for verb in ("UPDATE", "DELETE"):
        db.execute_sql(
            f"CREATE TRIGGER journal_sealed_{verb.lower()} BEFORE {verb} ON journal "
            "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"
        )


def _tables(database: Any) -> list[type[Model]]:
    db = database

    class Table(Model):
        class Meta:
            database = db
            legacy_table_names = False
            strict_tables = True

    # --- the catalogue -------------------------------------------------------------------------

    class Product(Table):
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
        code = TextField(primary_key=True)
        product = ForeignKeyField(Product, column_name="product", index=True)
        quantity = BigIntegerField(default=1000, constraints=[Check("quantity > 0")])

        class Meta:
            without_rowid = True

    class Alias(Table):
        phrase = TextField()
        product = ForeignKeyField(Product, column_name="product", index=True)

        class Meta:
            primary_key = CompositeKey("phrase", "product")
            without_rowid = True

    class PriceChange(Table):
        id = BigAutoField()
        product = ForeignKeyField(Product, column_name="product", index=True)
        at = BigIntegerField()
        old = BigIntegerField()
        new = BigIntegerField()
        station = TextField()
        staff = TextField()

    class Stock(Table):
        product = ForeignKeyField(Product, column_name="product", primary_key=True)
        on_hand = BigIntegerField()
        reserved = BigIntegerField(default=0)

    class StockMovement(Table):
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

    class Order(Table):
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
        discount = BigIntegerField(default=0)  # asked for on the whole order
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
        promised_at = BigIntegerField(null=True)
        cancel_reason = TextField(default="")
        version = IntegerField(default=1)

        class Meta:
            table_name = "orders"
            indexes = ((("day", "number"), True),)

    # The queue reads open orders only, whatever the shop's age.
    Order.add_index(
        Order.index(Order.id, where=SQL("stage < 3"), name="orders_open"),
    )
    # The owner asks who still owes.
    Order.add_index(
        Order.index(Order.id, where=SQL("paid < total AND stage < 4"), name="orders_unpaid"),
    )

    class OrderLine(Table):
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
        returned = BigIntegerField(default=0)
        seen = BigIntegerField()  # how much the warehouse was last told to prepare
        bulk = BooleanField(default=False)  # ticked with the whole card, not one by one
        discount = BigIntegerField(default=0)  # on the whole quantity ordered
        total = BigIntegerField()  # of what is neither cancelled nor short, after its discount
        net = BigIntegerField()  # and after its share of the order's discount
        note = TextField(default="")
        short_reason = TextField(default="")
        asked = BigIntegerField(default=0)
        asked_at = BigIntegerField(null=True)
        asked_by = TextField(default="")
        answer = TextField(default="")

        class Meta:
            primary_key = CompositeKey("order", "line")
            without_rowid = True
            constraints = (
                Check("picked >= 0 AND short >= 0 AND cancelled >= 0 AND handed >= 0"),
                Check("picked + short + cancelled <= ordered"),
                Check("handed <= picked AND returned BETWEEN 0 AND handed"),
                Check("asked BETWEEN 0 AND ordered - picked - short - cancelled"),
            )

    class Payment(Table):
        id = BigAutoField()
        request_id = TextField(unique=True)
        order = ForeignKeyField(Order, column_name="order", index=True)
        day = IntegerField(index=True)
        at = BigIntegerField()
        method = TextField()
        amount = BigIntegerField()
        tendered = BigIntegerField()
        drawer = BigIntegerField(null=True, index=True)
        station = TextField()
        staff = TextField()

    class DrawerSession(Table):
        id = BigAutoField()
        station = TextField(index=True)
        staff = TextField()
        opened_at = BigIntegerField()
        opening = BigIntegerField()
        closed_at = BigIntegerField(null=True)
        expected = BigIntegerField(null=True)
        counted = BigIntegerField(null=True)
        note = TextField(default="")

    class DrawerMovement(Table):
        id = BigAutoField()
        session = ForeignKeyField(DrawerSession, column_name="session", index=True)
        at = BigIntegerField()
        amount = BigIntegerField()
        reason = TextField()
        staff = TextField()

    class PutBack(Table):
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

    class DayTotal(Table):
        day = IntegerField(primary_key=True)
        orders = IntegerField(default=0)
        lines = IntegerField(default=0)
        quantity = BigIntegerField(default=0)
        revenue = BigIntegerField(default=0)
        discount = BigIntegerField(default=0)
        tax = BigIntegerField(default=0)
        cancelled = IntegerField(default=0)  # orders
        asked_lines = IntegerField(default=0)
        short_lines = IntegerField(default=0)
        bulk_lines = IntegerField(default=0)
        picked_lines = IntegerField(default=0)
        promised = IntegerField(default=0)
        kept = IntegerField(default=0)

    class HourTotal(Table):
        day = IntegerField()
        hour = IntegerField()
        orders = IntegerField(default=0)
        lines = IntegerField(default=0)
        revenue = BigIntegerField(default=0)

        class Meta:
            primary_key = CompositeKey("day", "hour")
            without_rowid = True

    class ProductDay(Table):
        day = IntegerField()
        product = ForeignKeyField(Product, column_name="product", index=False)
        lines = IntegerField(default=0)
        quantity = BigIntegerField(default=0)
        revenue = BigIntegerField(default=0)

        class Meta:
            primary_key = CompositeKey("day", "product")
            without_rowid = True

    class LeadTime(Table):
        day = IntegerField()
        step = TextField()
        seconds = IntegerField()
        orders = IntegerField(default=0)

        class Meta:
            primary_key = CompositeKey("day", "step", "seconds")
            without_rowid = True

    class ClosedSum(Table):
        kind = TextField()
        key = IntegerField()
        content = BlobField()

        class Meta:
            primary_key = CompositeKey("kind", "key")

    class LateSum(Table):
        id = BigAutoField()
        kind = TextField()
        day = IntegerField()
        code = BigIntegerField()
        first = BigIntegerField()
        second = BigIntegerField(default=0)
        third = BigIntegerField(default=0)

        class Meta:
            indexes = ((("kind", "day"), False),)

    # --- paper ---------------------------------------------------------------------------------

    class PrintJob(Table):
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
        name = TextField(primary_key=True)
        value = BigIntegerField()

        class Meta:
            without_rowid = True

    class Journal(Table):
        sequence = BigIntegerField(primary_key=True)
        at = BigIntegerField()
        station = TextField()
        staff = TextField()
        kind = TextField()
        order = BigIntegerField(null=True)
        payload = TextField()
        previous = TextField()
        hash = TextField()

    Journal.add_index(
        Journal.index(
            Journal.order,
            Journal.sequence,
            where=SQL('"order" IS NOT NULL'),
            name="journal_of_order",
        ),
    )

    class JournalHead(Table):
        station = TextField(primary_key=True)
        sequence = BigIntegerField()
        hash = TextField()

        class Meta:
            without_rowid = True

    class Preference(Table):
        key = TextField(primary_key=True)
        value = TextField()

        class Meta:
            without_rowid = True

    class Staff(Table):
        code = TextField(primary_key=True)
        role = TextField()  # owner · counter · warehouse
        pin_hash = TextField(default="")
        active = BooleanField(default=True)
        failures = IntegerField(default=0)
        wait_until = BigIntegerField(default=0)

        class Meta:
            without_rowid = True

    class PolicyAcceptance(Table):
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

    return [
        Product, Barcode, Alias, PriceChange, Stock, StockMovement,
        Order, OrderLine, Payment, DrawerSession, DrawerMovement, PutBack, HeldCart,
        DayTotal, HourTotal, ProductDay, LeadTime, ClosedSum, LateSum, PrintJob,
        Counter, Journal, JournalHead, Preference, Staff, PolicyAcceptance,
    ]  # fmt: skip
