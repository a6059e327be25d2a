"""The tests of the shop run on both engines, so that neither is an afterthought."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import pytest

from models import session
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


class After(Protocol):
    def __call__(self, story: Callable[..., object], *given: Any) -> Shop: ...


@pytest.fixture(scope="session")
def stories() -> dict[tuple[object, bool], tuple[str, str]]:
    """The shops of `after`, and who was at the counter when their story ended."""
    return {}


@pytest.fixture
def after(
    request: pytest.FixtureRequest,
    shop_url: str,
    tmp_path_factory: pytest.TempPathFactory,
    stories: dict[tuple[object, bool], tuple[str, str]],
) -> Iterator[After]:
    """Opens a shop in which that story was lived: once on each engine, and then it is copied."""
    is_file = not shop_url.startswith("postgresql")
    server: Server | None = None if is_file else request.getfixturevalue("postgres")
    with ExitStack() as until_closed:

        def opened(story: Callable[..., object], *given: Any) -> Shop:
            if (story, is_file) not in stories:
                if server is None:
                    template = str(tmp_path_factory.mktemp("lived") / "shop.sqlite3")
                    shutil.copy2(shop_url, template)
                else:
                    template = server.new_shop()
                with open_shop(template, station="1"):
                    story(*given)
                stories[story, is_file] = template, session.current.staff
            template, who = stories[story, is_file]
            if server is None:
                url = str(shutil.copy2(template, shop_url))
            else:
                url = server.copied(template)
                until_closed.callback(server.drop, url)
            shop = until_closed.enter_context(open_shop(url, station="1"))
            session.current.staff = who
            return shop

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
