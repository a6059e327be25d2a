"""The tests on the other SQLite driver: `uv run pytest -p tests.on_apsw tests/models`.

It is what Linux on ARM and Macs with a processor of Intel have; here the usual one is hidden.
"""

import sys

sys.modules["pysqlite3"] = None  # type: ignore[assignment]
