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
from typing import Any

from models.catalogue import catalogue
from models.fulfilment import fulfilment
from models.orders import orders
from models.orders.cart import Cart
from models.settings import privacy
from models.shop.opening import open_shop
from tests.benchmarks.metric import metric

ROOT = Path(__file__).parents[2]


def measure(*, quick: bool) -> list[dict[str, Any]]:
    count = 100 if quick else 1000
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "shop.sqlite3")
        with open_shop(path):
            privacy.accept(privacy.policy("id"))
            product = catalogue.add_product("Aqua 600 ml", 2500).value
            wall = subprocess.Popen(
                [sys.executable, "-m", "tests.benchmarks.wall", path],
                cwd=ROOT, stdout=subprocess.PIPE, text=True,
            )  # fmt: skip
            try:
                assert wall.stdout is not None
                assert wall.stdout.readline().strip() == "ready"
                heard, painted = _place_and_watch(wall.stdout, product, count)
            finally:
                wall.kill()
                wall.wait()
    floor = _datagrams(200)
    return [
        metric("committed → heard in another process, median", median(heard), floor, "ms"),
        metric("committed → painted in another process, median", median(painted), floor, "ms"),
        metric(
            "committed → painted in another process, p99",
            quantiles(painted, n=100)[98],
            floor,
            "ms",
        ),
        metric("orders seen in another process", len(painted), count, "orders"),
    ]


def _place_and_watch(
    wall: Any, product: catalogue.Product, count: int
) -> tuple[list[float], list[float]]:
    heard, painted = [], []
    for _ in range(count):
        placed = orders.place(Cart().add(product)).value
        committed = time.monotonic_ns()
        number, heard_at, painted_at = map(int, wall.readline().split())
        assert number == placed.number
        heard.append((heard_at - committed) / 1e6)
        painted.append((painted_at - committed) / 1e6)
        # Off the wall again, so that the next card is always in sight.
        fulfilment.make_ready(placed.id)
        fulfilment.hand_over(placed.id)
    return heard, painted


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
