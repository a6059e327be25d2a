"""An owner has a recovery code; a wait after wrong PINs is no moment of a clock any more.

Frozen: never edited.
"""

from typing import Any


def up(migrator: Any, db: Any) -> None:
    """One column comes, one goes."""
    db.execute_sql("ALTER TABLE staff ADD COLUMN recovery_hash TEXT NOT NULL DEFAULT ''")
    db.execute_sql("ALTER TABLE staff DROP COLUMN wait_until")
