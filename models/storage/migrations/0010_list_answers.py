"""What was answered to a customer's words is kept for exactly these words. Frozen: never edited."""

from typing import Any

from peewee import (
    BigAutoField,
    BigIntegerField,
    CompositeKey,
    ForeignKeyField,
    Model,
    PostgresqlDatabase,
    TextField,
)


def up(migrator: Any, db: Any) -> None:
    """Adds the table. Other names that there are stay what they are."""

    class Product(Model):
        id = BigAutoField()

        class Meta:
            database = db
            legacy_table_names = False

    class ListAnswer(Model):
        phrase = TextField()
        unit = TextField()
        product = ForeignKeyField(Product, column_name="product", index=True)
        quantity = BigIntegerField(null=True)

        class Meta:
            database = db
            legacy_table_names = False
            primary_key = CompositeKey("phrase", "unit", "product")
            strict_tables = without_rowid = not isinstance(db, PostgresqlDatabase)

    db.create_tables([ListAnswer])
