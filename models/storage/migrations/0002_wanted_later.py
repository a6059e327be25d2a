"""Orders that are wanted later: when they come to the warehouse. Frozen: never edited."""

from typing import Any

from peewee import BigIntegerField


def up(migrator: Any, db: Any) -> None:
    """Adds the column; every order so far came at once."""
    migrator.migrate(migrator.add_column("orders", "starts_at", BigIntegerField(null=True)))
