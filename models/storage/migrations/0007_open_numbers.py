"""Finds the number of an open order at once: no other open order gets it. Frozen."""

from typing import Any


def up(migrator: Any, db: Any) -> None:
    """Adds the index; numbers that two open orders have by now stay as they are."""
    db.execute_sql("CREATE INDEX orders_open_number ON orders (number) WHERE stage < 3")
