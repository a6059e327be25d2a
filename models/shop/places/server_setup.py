"""A server made ready for a shop: two names, of which the program's own may not touch the journal.

The owner sets the shop up, brings it up to date and takes it elsewhere. The stations come in by the
second name: it makes no tables, and writes into the journal only at its end.
"""

from collections.abc import Sequence
from secrets import token_urlsafe

from models.storage.postgres import SEAL_JOURNAL

OWNER, PROGRAM, DATABASE = "botbelanja_owner", "botbelanja", "shop"


def roles(passwords: Sequence[str] = ()) -> list[str]:
    """For the server, by whoever may make roles and databases; new passwords, unless given."""
    owner, program = passwords or (token_urlsafe(18), token_urlsafe(18))
    return [
        f"CREATE ROLE {OWNER} LOGIN PASSWORD '{owner}'",
        f"CREATE ROLE {PROGRAM} LOGIN PASSWORD '{program}'",
        f"CREATE DATABASE {DATABASE} OWNER {OWNER} ENCODING 'UTF8' TEMPLATE template0",
    ]


def grants(database: str = DATABASE) -> list[str]:
    """For the shop's database, by the same; also where a shop is in it already."""
    rows, numbers = "SELECT, INSERT, UPDATE, DELETE", "USAGE, SELECT"
    default = f"ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} IN SCHEMA public GRANT"
    return [
        f"REVOKE ALL ON DATABASE {database} FROM PUBLIC",
        f"GRANT CONNECT ON DATABASE {database} TO {OWNER}, {PROGRAM}",
        "REVOKE ALL ON SCHEMA public FROM PUBLIC",
        f"GRANT USAGE, CREATE ON SCHEMA public TO {OWNER}",
        f"GRANT USAGE ON SCHEMA public TO {PROGRAM}",
        f"{default} {rows} ON TABLES TO {PROGRAM}",
        f"{default} {numbers} ON SEQUENCES TO {PROGRAM}",
        f"GRANT {rows} ON ALL TABLES IN SCHEMA public TO {PROGRAM}",
        f"GRANT {numbers} ON ALL SEQUENCES IN SCHEMA public TO {PROGRAM}",
        SEAL_JOURNAL,
    ]


def script() -> str:
    """All of it, for `psql`."""
    parts = [*roles(), f"\\connect {DATABASE}", *grants()]
    return "\n".join(part if part.startswith("\\") else f"{part};" for part in parts)
