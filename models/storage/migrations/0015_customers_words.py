"""What a customer wrote on a list stays with the line of the order. Frozen: never edited."""

from typing import Any

from peewee import TextField


def up(migrator: Any, db: Any) -> None:
    """Adds the column; of older lines nobody knows it."""
    from playhouse.migrate import migrate

    migrate(migrator.add_column("order_line", "words", TextField(default="")))
