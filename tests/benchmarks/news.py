"""An order placed here, painted on the wall of another process: how soon, and none missed.

The floor is a bare datagram between two processes of the same machine in the same run. Times are
of the wall clock (CLOCK_MONOTONIC, which all processes share), not of the CPU.
"""

import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles
from threading import Event
from typing import Any

from models.catalogue import catalogue
from models.fulfilment import fulfilment
from models.orders import orders
from models.orders.cart import Cart
from models.settings import privacy
from models.shop.opening import open_shop
from tests.benchmarks.metric import metric

ROOT = Path(__file__).parents[2]
_SIGHT = 0.1  # s that a card stays on the wall


def measure(*, quick: bool) -> list[dict[str, Any]]:
    """On SQLite from one counter, one after the other; on PostgreSQL ten a second from two."""
    from tests.conftest import Server

    count = 100 if quick else 1000
    floor = _datagrams(200)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found = _news(folder, str(folder / "shop.sqlite3"), {"Kasir 1": count}, _SIGHT, floor, "")
        try:
            server = Server(folder / "postgres")
        except Exception:  # noqa: BLE001 - why is of no interest here
            return found
        try:
            counters = {"Kasir 1": count // 2, "Kasir 2": count // 2}
            how = ", two counters on PostgreSQL"
            found += _news(folder, server.new_shop(), counters, 0.2, floor, how)
        finally:
            server.close()
    return found


def _news(
    folder: Path, url: str, counters: dict[str, int], pace: float, floor: float, how: str
) -> list[dict[str, Any]]:
    """`counters` place so many orders each, one in `pace` seconds; one wall looks on."""
    with open_shop(url):
        privacy.accept(privacy.policy("id"))
        catalogue.add_product("Aqua 600 ml", 2500)
    count = sum(counters.values())
    path = folder / f"wall{how}.txt"
    with path.open("w") as saying:
        wall = _start("tests.benchmarks.wall", url, into=saying)
        _until(path, 1)
        committed: dict[int, int] = {}
        tills = [
            _start("tests.benchmarks.news", url, station, str(orders), str(pace))
            for station, orders in counters.items()
        ]
        for till in tills:
            for line in till.communicate()[0].splitlines():
                number, at = map(int, line.split())
                committed[number] = at
        seen = _until(path, 1 + count)[1:]
        wall.kill()
        wall.wait()
    heard, painted = [], []
    for line in seen:
        number, heard_at, painted_at = map(int, line.split())
        heard.append((heard_at - committed[number]) / 1e6)
        painted.append((painted_at - committed[number]) / 1e6)
    late = quantiles(painted, n=100)[98]
    return [
        metric(f"committed → heard elsewhere, median{how}", median(heard), floor, "ms"),
        metric(f"committed → painted elsewhere, median{how}", median(painted), floor, "ms"),
        metric(f"committed → painted elsewhere, p99{how}", late, floor, "ms"),
        metric(f"orders seen elsewhere{how}", len(painted), count, "orders"),
    ]


def _start(module: str, *given: str, into: Any = subprocess.PIPE) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", module, *given]
    return subprocess.Popen(command, cwd=ROOT, stdout=into, text=True)


def _until(path: Path, lines: int) -> list[str]:
    """What stands there, as soon as it is so many lines, at the latest after a minute."""
    for _ in range(600):
        if len(found := path.read_text().splitlines()) >= lines:
            break
        Event().wait(0.1)
    return found


def sell(url: str, station: str, count: int, pace: float) -> None:
    """One counter: says of each order its number and when it was committed."""
    with open_shop(url, station=station):
        product = next(iter(catalogue.products_by_id([1]).values()))
        for _ in range(count):
            placed = orders.place(Cart().add(product)).value
            sys.stdout.write(f"{placed.number} {time.monotonic_ns()}\n")
            Event().wait(pace)
            # Off the wall again, so that the next card is always in sight.
            fulfilment.make_ready(placed.id)
            fulfilment.hand_over(placed.id)


def _datagrams(count: int) -> float:
    """Median milliseconds of a bare datagram to another process."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as ear:
        ear.bind(("127.0.0.1", 0))
        code = (
            "import socket, time, sys\n"
            "with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as mouth:\n"
            "    for _ in range(int(sys.argv[2])):\n"
            "        time.sleep(0.002)\n"
            "        now = str(time.monotonic_ns()).encode()\n"
            "        mouth.sendto(now, ('127.0.0.1', int(sys.argv[1])))\n"
        )
        port = str(ear.getsockname()[1])
        with subprocess.Popen([sys.executable, "-c", code, port, str(count)]) as other:
            times = []
            for _ in range(count):
                sent = int(ear.recv(64))
                times.append((time.monotonic_ns() - sent) / 1e6)
            other.wait()
    return median(times)


if __name__ == "__main__":
    sell(sys.argv[1], sys.argv[2], int(sys.argv[3]), float(sys.argv[4]))
