"""The tests of the shop run on both engines, so that neither is an afterthought."""

from collections.abc import Iterator

import pytest

from models.shop.opening import Shop, open_shop


@pytest.fixture(params=["sqlite", "postgres"])
def shop_url(request: pytest.FixtureRequest) -> str:
    """Where an empty shop is kept that no one has opened."""
    name = "shop_file" if request.param == "sqlite" else "postgres_url"
    return str(request.getfixturevalue(name))


#: For tests of what Python makes of the rows, or of files, which are the same on both engines.
postgres_in_the_long_run = pytest.mark.parametrize(
    "shop_url", ["sqlite", pytest.param("postgres", marks=pytest.mark.long)], indirect=True
)


@pytest.fixture
def shop(shop_url: str) -> Iterator[Shop]:
    """An empty shop, open, on SQLite and on PostgreSQL."""
    with open_shop(shop_url, station="1") as opened:
        yield opened
