"""A server made ready for a shop: two names, of which the program's own may not touch the journal.

The owner sets the shop up, brings it up to date and takes it elsewhere. The stations come in by the
second name: it makes no tables, and writes into the journal only at its end.
"""

from collections.abc import Sequence
from secrets import token_urlsafe

from models.storage.postgres import SEAL_JOURNAL

OWNER, PROGRAM, DATABASE = "botbelanja_owner", "botbelanja", "shop"
_ROWS, _NUMBERS = "SELECT, INSERT, UPDATE, DELETE", "USAGE, SELECT"

#: For the server, by whoever may make databases.
CREATE_DATABASE = f"CREATE DATABASE {DATABASE} OWNER {OWNER} ENCODING 'UTF8' TEMPLATE template0"


def roles(passwords: Sequence[str] = ()) -> list[str]:
    """For the server, by whoever may make roles; new passwords, unless given. Roles that are there
    already get these."""
    owner, program = passwords or (token_urlsafe(18), token_urlsafe(18))
    return [*_role(OWNER, owner), *_role(PROGRAM, program)]


def _role(name: str, password: str) -> list[str]:
    made = f"BEGIN CREATE ROLE {name}; EXCEPTION WHEN duplicate_object THEN NULL; END"
    return [f"DO $$ {made} $$", f"ALTER ROLE {name} LOGIN PASSWORD '{password}'"]


def grants(database: str = DATABASE) -> list[str]:
    """For the shop's database, by the same; also where a shop is in it already."""
    default = f"ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} IN SCHEMA public GRANT"
    return [
        f"REVOKE ALL ON DATABASE {database} FROM PUBLIC",
        f"GRANT CONNECT ON DATABASE {database} TO {OWNER}, {PROGRAM}",
        "REVOKE ALL ON SCHEMA public FROM PUBLIC",
        f"GRANT USAGE, CREATE ON SCHEMA public TO {OWNER}",
        f"GRANT USAGE ON SCHEMA public TO {PROGRAM}",
        f"{default} {_ROWS} ON TABLES TO {PROGRAM}",
        f"{default} {_NUMBERS} ON SEQUENCES TO {PROGRAM}",
        *entry_of(PROGRAM),
    ]


def entry_of(name: str) -> list[str]:
    """By the owner of the tables that are there: the stations come in by that name."""
    return [
        f"GRANT {_ROWS} ON ALL TABLES IN SCHEMA public TO {name}",
        f"GRANT {_NUMBERS} ON ALL SEQUENCES IN SCHEMA public TO {name}",
        SEAL_JOURNAL,
    ]


def script() -> str:
    """All of it, for `psql`; it may be run again at any time."""
    is_there = f"SELECT FROM pg_database WHERE datname = '{DATABASE}'"
    made = CREATE_DATABASE.replace("'", "''")
    parts = [
        *(f"{statement};" for statement in roles()),
        f"SELECT '{made}' WHERE NOT EXISTS ({is_there}) \\gexec",
        f"\\connect {DATABASE}",
        *(f"{statement};" for statement in grants()),
    ]
    return "\n".join(parts)
