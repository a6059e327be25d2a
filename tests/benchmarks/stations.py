"""CPU of an order while 1, 2, 4 and 8 stations sell at once into one shop on PostgreSQL.

Of the station's program and of its connection in the server; the floor is a station alone.
`python -m tests.benchmarks.stations URL COUNT NAME` is one of the stations.
"""

import subprocess
import sys
import time
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory
from typing import Any

from models.catalogue import catalogue
from models.orders import orders
from models.orders.cart import Cart
from models.settings import privacy
from models.shop.opening import open_shop
from models.storage.database import database
from tests.benchmarks.metric import metric

STATIONS = (1, 2, 4, 8)
LINES = 5
ROOT = Path(__file__).parents[2]
_TICK = 100  # Linux counts the CPU of a process in hundredths of a second


def measure(*, quick: bool) -> list[dict[str, Any]]:
    """Two lines for each number of stations; [] where no server can be started."""
    from tests.conftest import Server

    count = 100 if quick else 500
    with TemporaryDirectory() as folder:
        try:
            server = Server(Path(folder) / "postgres")
        except Exception:  # noqa: BLE001 - why is of no interest here
            return []
        try:
            taken = {number: _sell(server.new_shop(), number, count) for number in STATIONS}
        finally:
            server.close()
    alone = taken[1]
    return [
        metric(f"CPU of an order, {number} at once, {whose}", ours, floor, "ms")
        for number in STATIONS
        for whose, ours, floor in zip(("station", "server"), taken[number], alone, strict=True)
    ]


def _sell(url: str, stations: int, count: int) -> tuple[float, float]:
    """CPU milliseconds of an order: in the program, in the server."""
    with open_shop(url):
        privacy.accept(privacy.policy("id"))
        for number in range(50):
            catalogue.add_product(f"Barang {number}", 1000 + number, on_hand=10**9)
    command = [sys.executable, "-m", "tests.benchmarks.stations", url, str(count)]
    tills = [
        subprocess.Popen(
            [*command, f"Kasir {number}"],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )
        for number in range(1, stations + 1)
    ]  # fmt: skip
    for till in tills:
        assert till.stdout is not None
        assert till.stdout.readline().strip() == "ready"
    for till in tills:
        assert till.stdin is not None
        till.stdin.write("begin\n")
        till.stdin.flush()
    said = [till.communicate()[0].split() for till in tills]
    return mean(float(one) for one, _ in said), mean(float(other) for _, other in said)


def sell(url: str, count: int, station: str) -> None:
    """One station: says *ready*, waits for a line, and says what an order took."""
    with open_shop(url, station=station):
        privacy.accept(privacy.policy("id"))
        goods = list(catalogue.products_by_id(range(1, 51)).values())
        carts = [Cart() for _ in range(count + 1)]
        for number, cart in enumerate(carts):
            for at in range(LINES):
                cart.add(goods[(number * LINES + at) % len(goods)], (at + 1) * 1000)
        orders.place(carts.pop())  # compiles the statements
        server = database.execute_sql("SELECT pg_backend_pid()").fetchone()[0]
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        sys.stdin.readline()
        ours, theirs = time.process_time(), _cpu(server)
        for cart in carts:
            orders.place(cart)
        ours, theirs = time.process_time() - ours, _cpu(server) - theirs
        sys.stdout.write(f"{1e3 * ours / count} {1e3 * theirs / count}\n")


def _cpu(process: int) -> float:
    """Seconds that another process of this machine has worked."""
    after_name = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(after_name[11]) + int(after_name[12])) / _TICK


if __name__ == "__main__":
    sell(sys.argv[1], int(sys.argv[2]), sys.argv[3])
