"""The migrations lead to exactly the tables that the program works with, on both engines."""

from pathlib import Path

import pytest
from playhouse.schema_diff import diff_models

from models.shop.opening import open_shop
from models.storage.database import database
from models.storage.tables import TABLES


@pytest.mark.parametrize("place", ["shop_file", "postgres_url"])
def test_migrations_lead_to_the_tables(place: str, request: pytest.FixtureRequest) -> None:
    with open_shop(str(request.getfixturevalue(place))):
        assert not diff_models(database.obj, TABLES)


@pytest.mark.parametrize("place", ["shop_file", "own_postgres_url"])
@pytest.mark.parametrize(
    "change",
    [
        "ALTER TABLE orders ADD COLUMN telephone TEXT",
        "ALTER TABLE orders DROP COLUMN cancel_reason",
        "DROP TABLE put_back",
        "DROP INDEX orders_open",
    ],
)
def test_a_column_too_many_or_too_few_is_seen(
    place: str, change: str, request: pytest.FixtureRequest
) -> None:
    with open_shop(str(request.getfixturevalue(place))):
        database.execute_sql(change)
        assert diff_models(database.obj, TABLES)


def test_a_shop_s_file_is_its_owner_s_alone(shop_file: Path) -> None:
    with open_shop(str(shop_file)):
        assert {path.stat().st_mode & 0o777 for path in shop_file.parent.iterdir()} == {0o600}
