"""Entries of the journal hold the rows that were written; the database notes which. Frozen."""

from typing import Any

from peewee import PostgresqlDatabase


def up(migrator: Any, db: Any) -> None:
    """Makes the table of notes. Its one row says that what there is must still be entered."""
    on_a_server = isinstance(db, PostgresqlDatabase)
    db.execute_sql("ALTER TABLE journal ADD COLUMN row_images TEXT")
    flag, end = ("BOOLEAN", "") if on_a_server else ("INTEGER", " WITHOUT ROWID, STRICT")
    db.execute_sql(
        f'CREATE TABLE touched_row (table_name TEXT NOT NULL, "key" TEXT NOT NULL, '
        f'outside {flag} NOT NULL, PRIMARY KEY (table_name, "key", outside)){end}'
    )
    db.execute_sql("INSERT INTO touched_row VALUES ('', '', '1')")
    if on_a_server:
        db.execute_sql(_FUNCTION)


# Its arguments are the columns of the table's key.
_FUNCTION = """
CREATE FUNCTION note_touched_row() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    side jsonb;
    sides jsonb[] := '{}';
BEGIN
    IF TG_OP <> 'INSERT' THEN sides := sides || to_jsonb(OLD); END IF;
    IF TG_OP <> 'DELETE' THEN sides := sides || to_jsonb(NEW); END IF;
    FOREACH side IN ARRAY sides LOOP
        INSERT INTO touched_row (table_name, key, outside)
        SELECT TG_TABLE_NAME, jsonb_agg(side -> arg ORDER BY position)::text, false
        FROM unnest(TG_ARGV) WITH ORDINALITY AS args (arg, position)
        ON CONFLICT DO NOTHING;
    END LOOP;
    RETURN NULL;
END $$
"""
