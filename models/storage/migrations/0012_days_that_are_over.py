"""A deed counts on the day on which it is done; what goods cost is kept with the sale.

The sums are counted anew when the shop opens (`models.sums.sums_anew`). Frozen: never edited.
"""

from typing import Any

from peewee import (
    SQL,
    BigAutoField,
    BigIntegerField,
    IntegerField,
    Model,
    PostgresqlDatabase,
    TextField,
)


def up(migrator: Any, db: Any) -> None:
    """Makes the table of changes, and columns for cost, tax and what came back."""
    whole = "BIGINT" if isinstance(db, PostgresqlDatabase) else "INTEGER"

    class BillChange(Model):
        id = BigAutoField()
        order = BigIntegerField(index=True)
        line = IntegerField()
        product = BigIntegerField()
        kind = TextField()
        at = BigIntegerField()
        day = IntegerField(index=True)
        hour = IntegerField()
        lines = IntegerField()
        quantity = BigIntegerField()
        revenue = BigIntegerField()
        tax = BigIntegerField()

        class Meta:
            database = db
            legacy_table_names = False
            strict_tables = not isinstance(db, PostgresqlDatabase)
            constraints = (
                SQL('FOREIGN KEY ("order") REFERENCES orders (id)'),
                SQL('FOREIGN KEY ("product") REFERENCES product (id)'),
            )

    db.create_tables([BillChange])
    db.execute_sql(f"ALTER TABLE order_line ADD COLUMN cost {whole}")
    for table, column in (
        ("day_total", "returned"), ("day_total", "cost"), ("day_total", "costed"),
        ("product_day", "tax"), ("product_day", "cost"), ("product_day", "costed"),
    ):  # fmt: skip
        db.execute_sql(f"ALTER TABLE {table} ADD COLUMN {column} {whole} NOT NULL DEFAULT 0")
