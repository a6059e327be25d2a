"""A badge is scanned instead of a staff code and its PIN. Frozen: never edited."""

from typing import Any


def up(migrator: Any, db: Any) -> None:
    """One column comes."""
    db.execute_sql("ALTER TABLE staff ADD COLUMN badge_hash TEXT NOT NULL DEFAULT ''")
