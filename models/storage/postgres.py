"""PostgreSQL for several machines, on a network that may be pulled away at any moment."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any
from weakref import WeakSet

import peewee
from peewee import PostgresqlDatabase

from models import clock
from models.errors import ServerTooOld, StandbyServer, StorageError
from models.session import PROGRAM_VERSION
from models.storage import postgres_driver, server_address, server_diagnosis
from models.storage.server_address import ServerAddress

#: The oldest PostgreSQL that the program's SQL is tried on.
OLDEST = 13
_LIMITS = "-c statement_timeout=10s -c lock_timeout=5s -c idle_in_transaction_session_timeout=15s"

#: By the server's clock, UTC ms.
_MOMENT = "(extract(epoch FROM clock_timestamp()) * 1000)::bigint"

#: Whoever else may write into the journal may only add to it, also where rights were granted by
#: default. Done by its owner, after every upgrade (`models.shop.opening`).
SEAL_JOURNAL = """
DO $$
DECLARE
    who text;
BEGIN
    FOR who IN
        SELECT DISTINCT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END
        FROM pg_class, aclexplode(relacl)
        WHERE pg_class.oid = to_regclass('journal') AND grantee <> relowner
    LOOP
        EXECUTE 'REVOKE UPDATE, DELETE, TRUNCATE ON journal FROM ' || who;
    END LOOP;
END $$
""".strip()

#: What says of each station where its chain of entries ends is written by all, and goes only on:
#: to an entry of the same station that stands in the journal with this hash. Done by its owner.
SEAL_HEADS = """
DO $$
BEGIN
    IF NOT (
        SELECT pg_has_role(relowner, 'USAGE') FROM pg_class WHERE oid = 'journal_head'::regclass
    )
    THEN
        RETURN;
    END IF;
    CREATE OR REPLACE FUNCTION journal_head_goes_on() RETURNS trigger LANGUAGE plpgsql AS $goes_on$
    BEGIN
        IF TG_OP <> 'DELETE'
            AND (TG_OP = 'INSERT' OR NEW.station = OLD.station AND NEW.sequence >= OLD.sequence)
            AND EXISTS (
                SELECT FROM journal
                WHERE sequence = NEW.sequence AND station = NEW.station AND hash = NEW.hash
            )
        THEN
            RETURN NEW;
        END IF;
        RAISE EXCEPTION 'the head of a station goes only on, to an entry of its own';
    END $goes_on$;
    IF NOT EXISTS (
        SELECT FROM pg_trigger
        WHERE tgname = 'journal_head_sealed' AND tgrelid = 'journal_head'::regclass
    )
    THEN
        CREATE TRIGGER journal_head_sealed BEFORE INSERT OR UPDATE OR DELETE ON journal_head
        FOR EACH ROW EXECUTE FUNCTION journal_head_goes_on();
    END IF;
END $$
""".strip()

_PROGRAM = "botbelanja"


def named(application: str) -> tuple[str, str] | None:
    """The station and the version that a connection says it is of; None for other programs."""
    program, _, rest = application.partition(" ")
    version, _, station = rest.partition(" ")
    return (station, version) if program == _PROGRAM and station else None


def engine(url: str, station: str) -> "Postgres":
    """The database at `url`, with the limits of a counter. Raises `MissingDriver`, `BadAddress`."""
    postgres_driver.load()
    address = server_address.read(url)
    facts = address.parameters
    defaults = {
        "connect_timeout": 3,
        "tcp_user_timeout": 5000,
        "keepalives_idle": 5,
        "keepalives_interval": 2,
        "keepalives_count": 2,
        "application_name": f"{_PROGRAM} {PROGRAM_VERSION} {station}",
    }
    facts["options"] = f"{_LIMITS} {facts.get('options', '')}".strip()
    name = facts.pop("dbname", "") or address.user
    return Postgres(name, address=address, prefer_psycopg3=True, **(defaults | facts))


class Postgres(PostgresqlDatabase):
    """Knows the connections of all threads, so that they can be hung up together.

    `away` is why the server is not spoken to at present, None while it is (see
    `models.storage.connection_monitor`).
    """

    def __init__(self, *given: Any, address: ServerAddress, **named: Any) -> None:
        self.address = address
        self.away: StorageError | None = None
        self._living: WeakSet[Any] = WeakSet()
        self._counting = threading.Lock()
        super().__init__(*given, **named)

    def dial(self) -> Any:
        """A new connection of its own, beside the one that Peewee keeps for each thread."""
        connection = super()._connect()  # type: ignore[misc]
        with self._counting:
            self._living.add(connection)
        return connection

    @contextmanager
    def diagnosed(self) -> Iterator[None]:
        """While one connects for the first time: why it fails is told plainly.

        Raises the `StorageError` that fits.
        """
        import psycopg

        try:
            yield
        except (psycopg.OperationalError, peewee.OperationalError) as error:
            raise server_diagnosis.why(self.address, error) from error

    def check(self, connection: Any) -> None:
        """Raises `ServerTooOld`, and `StandbyServer` where nothing can be written."""
        version = connection.pgconn.server_version
        if version < OLDEST * 10_000:
            raise ServerTooOld("", f"{version // 10_000}.{version % 10_000}")
        if connection.execute("SELECT pg_is_in_recovery()").fetchone()[0]:
            raise StandbyServer("in recovery")

    def follow_clock(self, connection: Any, question: str = "NULL") -> Any:
        """From now on it is as late as the server says; its answer to a question besides."""
        asked = clock.of_this_computer()
        answer, moment = connection.execute(f"SELECT {question}, {_MOMENT}").fetchone()
        clock.go_by_server(moment, asked)
        return answer

    def seal_journal(self) -> None:
        """Whoever comes in by another name than the tables' owner may only add to the journal, and
        lead its heads on."""
        self.execute_sql(SEAL_JOURNAL)  # type: ignore[no-untyped-call]
        self.execute_sql(SEAL_HEADS)  # type: ignore[no-untyped-call]

    def _connect(self) -> Any:
        if self.away is not None:  # also for the rollback of a verb that was hung up
            raise peewee.OperationalError(str(self.away))
        return self.dial()

    def cursor(self, named_cursor: str | None = None) -> Any:
        if not self.is_closed() and not self.in_transaction() and self._is_hung_up():
            self.close()  # and this call connects afresh
        return super().cursor(named_cursor)  # type: ignore[no-untyped-call]

    def _is_hung_up(self) -> bool:
        return self.connection() not in self._living  # type: ignore[no-untyped-call]

    def lose(self, why: StorageError) -> None:
        """Nobody waits for the server any longer, nor speaks to it until it answers."""
        self.away = why
        with self._counting:
            ended, self._living = list(self._living), WeakSet()
        for connection in ended:
            hang_up(connection)


def hang_up(connection: Any) -> None:
    """Ends a connection on which perhaps another thread waits."""
    with suppress(Exception), socket.fromfd(connection.fileno(), 0, socket.SOCK_STREAM) as line:
        line.shutdown(socket.SHUT_RDWR)
