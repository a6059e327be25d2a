"""Customers' messages wait until a counter reads them. Frozen: never edited."""

from typing import Any

from peewee import (
    SQL,
    BigAutoField,
    BigIntegerField,
    BooleanField,
    IntegerField,
    Model,
    PostgresqlDatabase,
    TextField,
)


def up(migrator: Any, db: Any) -> None:
    """Adds the table."""

    class Message(Model):
        id = BigAutoField()
        mark = TextField(unique=True)
        at = BigIntegerField()
        content = TextField()
        lines = IntegerField()
        taken_by = TextField(null=True)
        done = BooleanField(default=False)

        class Meta:
            database = db
            legacy_table_names = False
            strict_tables = not isinstance(db, PostgresqlDatabase)

    Message.add_index(Message.index(Message.id, where=SQL("NOT done"), name="message_open"))
    db.create_tables([Message])
