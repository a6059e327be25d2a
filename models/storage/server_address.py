"""Where a PostgreSQL server is and how one comes in: read and written as libpq does it.

The password is never part of a URL that is kept or shown: it stands in a file of libpq's own kind
(`keep_password`), which the URL names, and libpq itself looks it up there.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import quote, urlencode

from models.errors import BadAddress, BadPort
from models.storage import own_files, postgres_driver

#: The name of the file of passwords in a station's folder.
PASSWORDS = "server.pgpass"
_LAST_PORT = 65_535
_OWN = ("host", "port", "dbname", "user", "password", "sslmode")


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """What libpq needs to know; empty where its own default holds.

    `host` and `port` may be several, with commas between them. `encryption` is an sslmode of
    libpq, `more` are other parameters of it by name.
    """

    host: str = ""
    port: str = ""
    database: str = ""
    user: str = ""
    password: str = field(default="", repr=False)
    encryption: str = ""
    more: tuple[tuple[str, str], ...] = ()

    @property
    def parameters(self) -> dict[str, str]:
        """By libpq's own names, without those that are left to it."""
        own = (self.host, self.port, self.database, self.user, self.password, self.encryption)
        return {name: value for name, value in zip(_OWN, own, strict=True) if value} | dict(
            self.more
        )

    @property
    def url(self) -> str:
        """The same as a URL, without the password: to be kept."""
        return self._url(quote(self.user, safe=""))

    @property
    def open_url(self) -> str:
        """The same as a URL with the password in it: for the memory of one program only."""
        password = f":{quote(self.password, safe='')}" if self.password else ""
        return self._url(quote(self.user, safe="") + password)

    def _url(self, who: str) -> str:
        host, more = self.host, dict(self.more)
        port = self.port
        if "," in host or "/" in host:  # several, or the folder of a socket
            more |= {"host": host} | ({"port": port} if port.strip(",") else {})
            host = port = ""
        if self.encryption:
            more["sslmode"] = self.encryption
        who = f"{who}@" if who else ""
        place = f"[{host}]" if ":" in host else quote(host, safe="")
        end = f"?{urlencode(more, quote_via=quote)}" if more else ""
        port = f":{port}" if port else ""
        return f"postgresql://{who}{place}{port}/{quote(self.database, safe='')}{end}"

    @property
    def shown(self) -> str:
        """Where the shop is, as people may see it: without user and password."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = f":{self.port}" if self.port.strip(",") else ""
        return f"{host or 'localhost'}{port}/{self.database}"


def read(text: str) -> ServerAddress:
    """What a URL says, read by libpq itself. Raises `BadAddress`, `BadPort`, `MissingDriver`."""
    postgres_driver.load()
    import psycopg
    from psycopg.conninfo import conninfo_to_dict

    try:
        # What was copied from a letter brings its line end along.
        found = {name: str(value) for name, value in conninfo_to_dict(text.strip()).items()}
    except psycopg.Error:
        raise BadAddress from None  # what libpq says of it may quote the password
    host, port, database, user, password, encryption = (found.pop(name, "") for name in _OWN)
    more = tuple(found.items())
    address = ServerAddress(host, port, database, user, password, encryption, more)
    try:
        check(address)
    except BadPort as error:
        if not error.port.isdecimal():
            raise BadAddress from None  # perhaps it is a part of the password
        raise
    return address


def check(address: ServerAddress) -> None:
    """Raises `BadAddress` where no server can be meant: a sign of a password that has a meaning in
    URLs was written as it is, so that part of the password counts as something else. `BadPort`
    where that alone is none."""
    signs = "".join(address.parameters.values())
    if "@" in address.host + address.database or not signs.isprintable():
        raise BadAddress
    for port in filter(None, address.port.split(",")):
        if not (port.isascii() and port.isdecimal() and 0 < int(port) <= _LAST_PORT):
            raise BadPort(port)


# --- the password ---------------------------------------------------------------------------


def keep_password(address: ServerAddress, file: Path) -> ServerAddress:
    """The same address without its password, which stands in `file` from now on.

    Only its owner reads it; without a password there is nothing to do.
    """
    if not address.password:
        return address
    kept = dict(address.more) | {"passfile": str(file)}
    found = replace(address, password="", more=tuple(kept.items()))
    places = [_line(found, host, port) for host, port in _hosts(found)]
    others = [line for line in _lines(file) if not line.startswith(tuple(places))]
    _write(file, [*(f"{place}{_escaped(address.password)}" for place in places), *others])
    return found


def forget_other_names(address: ServerAddress, file: Path) -> None:
    """A station that is at home there needs no other name for the same database: the owner's
    password does not stay on a till."""
    others = [
        _line(replace(address, user=""), *place).removesuffix("*:") for place in _hosts(address)
    ]
    own = tuple(_line(address, *place) for place in _hosts(address))
    before = _lines(file)
    kept = [line for line in before if line.startswith(own) or not line.startswith(tuple(others))]
    if kept != before:
        _write(file, kept)


def _write(file: Path, lines: Iterable[str]) -> None:
    own_files.make_folder(file.parent)
    fresh = file.with_name(f".{file.name}.{os.getpid()}")
    descriptor = own_files.create(fresh, os.O_TRUNC)
    with os.fdopen(descriptor, "w", encoding="utf-8") as written:
        written.writelines(f"{line}\n" for line in lines)
    fresh.replace(file)


def _hosts(address: ServerAddress) -> Iterator[tuple[str, str]]:
    hosts, ports = address.host.split(","), address.port.split(",")
    return ((host, ports[at] if at < len(ports) else ports[-1]) for at, host in enumerate(hosts))


def _line(address: ServerAddress, host: str, port: str) -> str:
    parts = (host, port, address.database, address.user)
    return "".join(f"{_escaped(part) or '*'}:" for part in parts)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(":", "\\:")


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text("utf-8").splitlines()
    except FileNotFoundError:
        return []
