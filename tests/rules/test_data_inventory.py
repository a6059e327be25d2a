"""Nothing is stored that the data inventory does not name."""

import re

import pytest

from models.settings import data_inventory
from models.settings.data_inventory import DECLARED, Category
from models.shop.opening import Shop, open_shop
from models.storage.database import database

# Words that would be somebody's data; the policy allows none of it.
_PERSONAL = re.compile(r"(?i)customer|phone|e_?mail|address|birth|surname|first_name|whatsapp")


def test_every_column_is_declared(shop: Shop) -> None:
    assert data_inventory.data_inventory().unlisted == ()


def test_every_column_is_declared_on_postgresql(postgres_url: str) -> None:
    with open_shop(postgres_url):
        assert data_inventory.data_inventory().unlisted == ()


def test_nothing_is_declared_that_does_not_exist(shop: Shop) -> None:
    stored = {
        (table, column.name)
        for table in database.get_tables()
        for column in database.get_columns(table)
    }
    declared = {(table, column) for table, words, *_ in DECLARED for column in words.split()}
    assert declared - stored == set()


def test_no_column_is_declared_twice() -> None:
    named = [(table, column) for table, words, *_ in DECLARED for column in words.split()]
    assert len(named) == len(set(named))


def test_a_column_that_nobody_declared_is_found(shop: Shop) -> None:
    database.execute_sql("ALTER TABLE product ADD COLUMN colour TEXT")
    assert data_inventory.data_inventory().unlisted == ("product.colour",)


@pytest.mark.parametrize(("table", "words", "category", "purpose", "clause"), DECLARED)
def test_each_row_names_clauses_of_the_policy_and_nobody(
    table: str, words: str, category: Category, purpose: object, clause: str
) -> None:
    assert set(clause.split(", ")) <= {"1a", "1b", "2a", "2b", "3"}
    assert clause.startswith("1a" if category is Category.NON_PERSONAL else "1b")
    assert not [column for column in words.split() if _PERSONAL.search(column)]
