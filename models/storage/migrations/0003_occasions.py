"""The owner's own days on the time axis: a feast, a sale, a closed street. Frozen: never edited."""

from typing import Any

from peewee import BigAutoField, IntegerField, Model, PostgresqlDatabase, TextField


def up(migrator: Any, db: Any) -> None:
    """Makes the table; a shop begins without any."""

    class Occasion(Model):
        id = BigAutoField()
        name = TextField()
        first_day = IntegerField()
        last_day = IntegerField()

        class Meta:
            database = db
            legacy_table_names = False
            strict_tables = not isinstance(db, PostgresqlDatabase)

    db.create_tables([Occasion])
