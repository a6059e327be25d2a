"""Who works in the shop: every station that ever wrote something, and on a server who is there."""

from dataclasses import dataclass

from peewee import PostgresqlDatabase

from models.storage.database import database, rows, translated_errors
from models.storage.postgres import named
from models.storage.tables import Journal, JournalHead
from models.sums import rollups


@dataclass(frozen=True, slots=True)
class StationSeen:
    """A station: its name, when (UTC ms) it wrote last, 0 for never, and which version of the
    program is connected by that name now, empty where none is."""

    name: str
    last_at: int
    version: str


def stations() -> list[StationSeen]:
    """All of them, who is there first, then who wrote last; on a server only it is known who is."""
    last = JournalHead.select(JournalHead.station, Journal.at)
    last = last.join(Journal, on=(Journal.sequence == JournalHead.sequence)).tuples()
    last = last.where(JournalHead.station != rollups.IMPORT_STATION)
    here = _here()
    found = rows(last, lambda name, at: StationSeen(name, at, here.pop(name, "")))
    found += [StationSeen(name, 0, version) for name, version in here.items()]
    return sorted(found, key=lambda station: (not station.version, -station.last_at))


def _here() -> dict[str, str]:
    """The versions of the programs that are connected, by the names of their stations."""
    if not isinstance(database.obj, PostgresqlDatabase):
        return {}
    sql = (
        "SELECT DISTINCT application_name FROM pg_stat_activity "
        "WHERE datname = current_database() AND usename = current_user"
    )
    with translated_errors():
        names = [name for (name,) in database.execute_sql(sql).fetchall()]
    return dict(pair for pair in map(named, names) if pair is not None)
