"""The tests of the shop run on both engines, so that neither is an afterthought."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from models.shop.opening import Shop, open_shop

if TYPE_CHECKING:
    from tests.conftest import Server


@pytest.fixture(params=["sqlite", "postgres"])
def shop_url(request: pytest.FixtureRequest) -> str:
    """Where an empty shop is kept that no one has opened."""
    name = "shop_file" if request.param == "sqlite" else "postgres_url"
    return str(request.getfixturevalue(name))


#: For tests of what Python makes of the rows, or of files, which are the same on both engines; of
#: a single parameter, where the others ask both.
postgres_in_the_long_run = pytest.mark.postgres_in_the_long_run


@pytest.fixture
def shop(shop_url: str) -> Iterator[Shop]:
    """An empty shop, open, on SQLite and on PostgreSQL."""
    with open_shop(shop_url, station="1") as opened:
        yield opened


Fresh = Callable[[], str]


@pytest.fixture(params=["sqlite", "postgres"])
def fresh(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Fresh]:
    """Gives the URL of an empty shop, again and again."""
    if request.param == "postgres":
        server: Server = request.getfixturevalue("postgres")

        def emptied() -> str:
            server.empty()
            return server.url

        yield emptied
        server.empty()
        return
    empty: Path = request.getfixturevalue("empty_shop_file")

    def copied() -> str:
        for old in tmp_path.glob("shop.sqlite3*"):
            old.unlink()
        return str(shutil.copy2(empty, tmp_path / "shop.sqlite3"))

    yield copied
