"""Addresses of servers as libpq reads them, and passwords that stand in none of them."""

import stat
from dataclasses import replace
from pathlib import Path

import pytest

from models.errors import BadAddress, BadPort
from models.storage import locations, server_address
from models.storage.server_address import ServerAddress

HARD = r"r@h:a/s#i 100%\?&=é'" + '"'


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("postgresql://toko:r%40h@kantor/shop", ServerAddress("kantor", "", "shop", "toko", "r@h")),
        ("postgres://toko@[fd00::7]:5433/shop", ServerAddress("fd00::7", "5433", "shop", "toko")),
        ("  postgresql://toko@kantor/shop\r\n", ServerAddress("kantor", "", "shop", "toko")),
        (
            "postgresql://toko:%3A%2F%23%25%20@kantor:6432/shop?sslmode=require",
            ServerAddress("kantor", "6432", "shop", "toko", ":/#% ", "require"),
        ),
        (
            "postgresql://toko@a:5432,b:5433/shop?target_session_attrs=read-write",
            ServerAddress(
                "a,b", "5432,5433", "shop", "toko",
                more=(("target_session_attrs", "read-write"),),
            ),
        ),
        ("postgresql:///shop?host=/run/pg", ServerAddress("/run/pg", "", "shop")),
    ],
)  # fmt: skip
def test_a_url_is_read_by_libpq_and_written_so_that_it_reads_the_same(
    url: str, address: ServerAddress
) -> None:
    assert server_address.read(url) == address
    assert server_address.read(address.url) == replace(address, password="")
    assert server_address.read(address.open_url) == address


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://toko:rahasia/x@kantor/shop",
        "postgresql://toko:rahasia@x@kantor/shop",
        "postgresql://toko:rahasia%zz@kantor/shop",
        "postgresql://toko:rahasia x@kantor/shop",
        "postgresql://toko:rahasia@kantor:5x/shop",
        "postgresql://toko:rahasia@kantor/shop?nothing=of-libpq",
        "postgresql://toko:rahasia@kan\ntor/shop",
        "http://toko:rahasia@kantor",
    ],
)
def test_what_cannot_be_meant_is_refused_and_never_repeated(url: str) -> None:
    with pytest.raises(BadAddress) as told:
        server_address.read(url)
    chain = (told.value, told.value.__cause__)
    assert not any("rahasia" in str(link) for link in chain)
    if locations.is_postgres(url):
        assert "rahasia" not in locations.shown(url)


@pytest.mark.parametrize("port", ["abc", "0", "65536", "5432,5x", "-1"])
def test_a_port_that_is_none_is_told_as_that(port: str) -> None:
    with pytest.raises(BadPort) as told:
        server_address.check(ServerAddress("kantor", port, "shop", "toko", HARD))
    assert told.value.port == port.rpartition(",")[2]


def test_a_port_of_a_url_is_named_only_where_it_is_a_number() -> None:
    with pytest.raises(BadPort):
        server_address.read("postgresql://toko@kantor:70000/shop")


def test_a_password_stands_in_a_file_of_its_owner_and_in_no_url(tmp_path: Path) -> None:
    file = tmp_path / "station" / "server.pgpass"
    address = ServerAddress("kantor", "5433", "shop", "toko", HARD)
    kept = server_address.keep_password(address, file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert not kept.password
    assert dict(kept.more) == {"passfile": str(file)}
    assert server_address.read(kept.url) == kept
    assert HARD not in repr(address)
    again = server_address.keep_password(replace(address, password="other"), file)
    assert again == kept
    assert file.read_text("utf-8") == "kantor:5433:shop:toko:other\n"


def test_each_server_has_a_password_of_its_own(tmp_path: Path) -> None:
    file = tmp_path / "server.pgpass"
    two = ServerAddress("a,fd00::7", "", "shop", "toko", "first")
    server_address.keep_password(two, file)
    server_address.keep_password(ServerAddress("b", "5432", "shop", "toko", "second"), file)
    assert file.read_text("utf-8").splitlines() == [
        "b:5432:shop:toko:second",
        "a:*:shop:toko:first",
        r"fd00\:\:7:*:shop:toko:first",
    ]
    assert server_address.keep_password(replace(two, password=""), file).password == ""


def test_a_station_keeps_no_other_name_s_password_for_where_it_is_at_home(tmp_path: Path) -> None:
    file = tmp_path / "server.pgpass"
    home = ServerAddress("a,fd00::7", "", "shop", "toko", "program")
    for address in (
        replace(home, user="toko_owner", password="owner"),
        replace(home, database="other", password="another"),
        home,
    ):
        server_address.keep_password(address, file)
    server_address.forget_other_names(home, file)
    assert file.read_text("utf-8").splitlines() == [
        "a:*:shop:toko:program",
        r"fd00\:\:7:*:shop:toko:program",
        "a:*:other:toko:another",
        r"fd00\:\:7:*:other:toko:another",
    ]


@pytest.mark.parametrize(
    "url", ["http://toko:geheim@host/shop", "postgres:/toko:geheim@host/shop", "ftp://geheim"]
)
def test_an_address_of_anything_else_is_no_file(url: str) -> None:
    with pytest.raises(BadAddress):
        locations.file_of(url)
    assert "geheim" not in locations.shown(url)


def test_drives_of_windows_are_no_addresses() -> None:
    assert locations.file_of("C:/Toko/shop.sqlite3").name == "shop.sqlite3"
