"""The PostgreSQL driver is loaded when a shop on PostgreSQL is opened, and not before.

Peewee imports psycopg wherever it is installed and has no switch against it. For a till that only
needs SQLite that is 105 ms of CPU more than the 370 from its start to the first paint of Home, and
100 more than the 520 of order entry (medians of 7, on a shared machine). So the program hides
psycopg before anything imports Peewee, and hands it over where Peewee looks for it when it is
needed. The names are Peewee's own: whoever raises its version looks at the head of `peewee.py` and
at its `Psycopg3Adapter`; a test opens both engines in one process.
"""

import sys
from typing import Any

from models.errors import MissingDriver


def hide() -> None:
    """To be called before Peewee is imported, which then takes psycopg for not installed."""
    sys.modules.setdefault("psycopg", None)  # type: ignore[arg-type]


def load() -> None:
    """Gives Peewee the driver. Raises `MissingDriver`."""
    import peewee

    of_peewee: Any = peewee
    if of_peewee.psycopg is not None:
        return
    if sys.modules.get("psycopg", "") is None:
        del sys.modules["psycopg"]
    try:
        import psycopg
        from psycopg.pq import TransactionStatus
        from psycopg.types.json import Json, Jsonb
    except ImportError as error:
        raise MissingDriver("psycopg") from error
    of_peewee.psycopg, of_peewee.TransactionStatus = psycopg, TransactionStatus
    of_peewee.Json_pg3, of_peewee.Jsonb_pg3 = Json, Jsonb
    adapter = peewee.PostgresqlDatabase.psycopg3_adapter
    adapter.txn_idle = TransactionStatus.IDLE
    adapter.txn_inerror = TransactionStatus.INERROR
    adapter.txn_unknown = TransactionStatus.UNKNOWN
