"""A till on SQLite never loads the PostgreSQL driver; a shop on PostgreSQL does, also later on."""

import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

_BOTH = """
import sys
from models.storage import postgres_driver
postgres_driver.hide()
from models.shop.opening import open_shop
from tests.readable import a_product
for url in sys.argv[1:]:
    with open_shop(url):
        print(bool(sys.modules.get("psycopg")), a_product().price)
"""


def test_one_process_opens_both_engines_and_loads_the_driver_for_one(
    postgres_url: str, tmp_path: Path
) -> None:
    urls = [f"{tmp_path}/first.sqlite3", postgres_url, f"{tmp_path}/second.sqlite3"]
    done = subprocess.run(
        [sys.executable, "-c", _BOTH, *urls],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stdout.splitlines() == ["False 3500", "True 3500", "True 3500"], done.stderr
