"""The first entry of a shop: the accepted policy, and with it how the owner wants it to be."""

from dataclasses import dataclass

from peewee import PostgresqlDatabase

from models import session
from models.journal import journal
from models.settings import preferences, privacy, staff, station_names
from models.settings.privacy import Policy
from models.storage.database import database, transaction


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a new shop is to be: its name, an IANA zone, the owner's staff code, a PIN or none."""

    name: str
    zone: str
    owner_code: str
    owner_pin: str = ""


def begin(policy: Policy, *, at: int, wanted: Wanted, replaces: bool = False) -> bool:
    """Sets the open shop up as `wanted`, `policy` accepted at `at` (UTC ms); True.

    A shop that others have begun already is joined: the acceptance is stored and nothing else;
    False. If another station has taken this one's name meanwhile, the session goes on with the
    next one that is free; one that `replaces` a station that is gone goes on as that one. All of
    it is stored together or not at all.
    """
    with transaction():
        is_new = journal.newest() == 0
        if not replaces:
            session.current.station = station_names.free_name(
                session.current.station, journal.stations()
            )
        privacy.accept(policy, at=at)
        if is_new:
            preferences.put(preferences.SHOP_NAME, wanted.name)
            preferences.put(preferences.ZONE, wanted.zone)
            if isinstance(database.obj, PostgresqlDatabase):
                preferences.put(preferences.BACKUP_STATION, session.current.station)
            if wanted.owner_pin:
                staff.add(wanted.owner_code, staff.OWNER, wanted.owner_pin)
    return is_new
