"""The order book written anew from the journal is the order book; whoever edits it is found out."""

import pytest

from models.fulfilment import fulfilment
from models.journal import replay
from models.orders import orders, payments
from models.orders.payments import Tender
from models.shop.opening import Shop
from models.storage.database import database
from models.storage.tables import Order, Payment, Table
from tests.readable import a_product, an_order, pcs


def a_long_story() -> None:
    rice, tea = a_product("Beras", 13_500, on_hand=pcs(50)), a_product("Teh", 5_000)
    first, second, third = (an_order((rice, 1_500), (tea, pcs(2))) for _ in range(3))
    fulfilment.pick(first.id, 1, 500)
    fulfilment.short(first.id, 2, pcs(1))
    fulfilment.make_ready(first.id)
    payments.pay(first.id, Tender("cash", 10_000, 20_000))
    fulfilment.hand_over(first.id)
    fulfilment.undo_last_step(first.id)
    payments.refund(first.id, 3_000)
    orders.cancel_line(second.id, 2)
    fulfilment.acknowledge(second.id)
    orders.cancel(third.id, "salah pesan")


def test_the_journal_alone_gives_the_same_orders(shop: Shop) -> None:
    a_long_story()
    assert replay.replay() == []


def another(name: str, table: type[Table], new: dict[str, str]) -> str:
    """SQL that copies the row with id 1, but for the columns in `new`."""
    columns = [field.column_name for field in table._meta.sorted_fields]
    values = ", ".join(new.get(column, f'"{column}"') for column in columns)
    into = ", ".join(f'"{column}"' for column in columns)
    return f"INSERT INTO {name} ({into}) SELECT {values} FROM {name} WHERE id = 1"


@pytest.mark.parametrize(
    ("edit", "key", "column"),
    [
        ("UPDATE orders SET total = 1 WHERE id = 1", ("orders", 1), "total"),
        ("UPDATE orders SET note = 'x' WHERE id = 2", ("orders", 2), "note"),
        (
            'UPDATE order_line SET short = 500 WHERE "order" = 1 AND line = 2',
            ("order_line", 1, 2),
            "short",
        ),
        (
            'DELETE FROM order_line WHERE "order" = 3 AND line = 1',
            ("order_line", 3, 1),
            "",
        ),
        ("UPDATE payment SET method = 'card' WHERE id = 2", ("payment", 2), "method"),
        ("DELETE FROM payment WHERE id = 1", ("payment", 1), ""),
        (
            another("payment", Payment, {"id": "99", "request_id": "'x'"}),
            ("payment", 99),
            "",
        ),
    ],
)
def test_an_edited_table_is_found_out(
    shop: Shop, edit: str, key: tuple[object, ...], column: str
) -> None:
    a_long_story()
    database.execute_sql(edit)
    assert [(found.key, found.column) for found in replay.replay()] == [(key, column)]


def test_an_order_that_was_never_placed_is_found_out(shop: Shop) -> None:
    a_long_story()
    new = {"id": "99", "request_id": "'x'", "number": "77"}
    database.execute_sql(another("orders", Order, new))
    assert [found.key for found in replay.replay()] == [("orders", 99)]
