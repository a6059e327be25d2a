"""What on a server only the owner of the tables may do: that login is asked for this once."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace

from peewee import PostgresqlDatabase

from models import session
from models.storage.database import connect, database, translated_errors


@dataclass(frozen=True, slots=True)
class Login:
    """The name and the password of the tables' owner on the server: for this once."""

    user: str
    password: str = field(repr=False)


def needs_login() -> bool:
    """Whether the login at work does not own the tables: that of their owner is asked."""
    if not isinstance(database.obj, PostgresqlDatabase):
        return False
    with translated_errors():
        sql = "SELECT pg_has_role(tableowner, 'USAGE') FROM pg_tables WHERE tablename = 'journal'"
        return not database.execute_sql(f"{sql} AND schemaname = current_schema()").fetchone()[0]


@contextmanager
def acting_by(login: Login | None) -> Iterator[None]:
    """What is done inside on this thread is done by that login, if there is one."""
    if login is None:
        yield
        return
    from models.storage import postgres

    address = replace(database.obj.address, user=login.user, password=login.password)
    engine = postgres.engine(address.open_url, session.current.station)
    with closing(engine), database.speaking_to(engine):
        connect()
        yield
