"""The report of a drawer names the cash that was moved before, while none was open.

Frozen: never edited.
"""

from typing import Any

from peewee import PostgresqlDatabase


def up(migrator: Any, db: Any) -> None:
    """Adds the column, 0 for drawers so far, and the index by which such cash is found."""
    whole = "BIGINT" if isinstance(db, PostgresqlDatabase) else "INTEGER"
    db.execute_sql(f"ALTER TABLE drawer_session ADD COLUMN loose {whole} NOT NULL DEFAULT 0")
    db.execute_sql(
        "CREATE INDEX payment_loose ON payment (station, at) "
        "WHERE drawer IS NULL AND method = 'cash'"
    )
