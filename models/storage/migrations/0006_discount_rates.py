"""A discount is a sum or a rate; each line knows its part of a sum off the order.

Frozen: never edited.
"""

from typing import Any

from peewee import PostgresqlDatabase


def up(migrator: Any, db: Any) -> None:
    """Adds the columns. Discounts so far are sums; what they are shared out to is not known yet."""
    whole = "BIGINT" if isinstance(db, PostgresqlDatabase) else "INTEGER"
    for table in ("orders", "order_line"):
        db.execute_sql(
            f"ALTER TABLE {table} ADD COLUMN discount_rate INTEGER NOT NULL DEFAULT 0 CHECK "
            "(discount_rate BETWEEN 0 AND 10000 AND (discount = 0 OR discount_rate = 0))"
        )
    db.execute_sql(f"ALTER TABLE order_line ADD COLUMN share {whole}")
