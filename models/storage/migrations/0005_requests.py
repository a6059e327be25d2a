"""Entries of the journal name the request they answer; cash taken back names what it took back.

Frozen: never edited.
"""

from typing import Any

from peewee import PostgresqlDatabase


def up(migrator: Any, db: Any) -> None:
    """Adds the columns; entries so far were written as version 1, without a request."""
    db.execute_sql("ALTER TABLE journal ADD COLUMN version INTEGER NOT NULL DEFAULT 1")
    db.execute_sql("ALTER TABLE journal ADD COLUMN request_id TEXT")
    db.execute_sql(
        "CREATE UNIQUE INDEX journal_request_id ON journal (request_id) "
        "WHERE request_id IS NOT NULL"
    )
    whole = "BIGINT" if isinstance(db, PostgresqlDatabase) else "INTEGER"
    db.execute_sql(f"ALTER TABLE drawer_movement ADD COLUMN undone {whole}")
