"""`python -m tests.benchmarks [--quick] [name …]`: one JSON line per metric.

    {"metric": …, "ours": …, "floor": …, "ratio": …, "unit": …}

Ratios are against a floor measured in the same run; CPU seconds unless the name says otherwise.
`--quick` takes smaller shops. Run it when the machine does nothing else.
"""

import argparse
import json
import os
import sys
from importlib import import_module

NAMES = (
    "start_up",
    "durable_order",
    "search",
    "keys",
    "pressed",
    "lists",
    "scale",
    "stations",
    "news",
    "dashboard",
    "pause",
    "busy_wall",
    "table",
)


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("names", nargs="*", metavar="name", help=", ".join(NAMES))
    parser.add_argument("--quick", action="store_true", help="smaller shops, fewer rounds")
    wanted = parser.parse_args(arguments)
    if unknown := set(wanted.names) - set(NAMES):
        parser.error(f"there is no benchmark called {', '.join(sorted(unknown))}")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for name in wanted.names or NAMES:
        for found in import_module(f"tests.benchmarks.{name}").measure(quick=wanted.quick):
            print(json.dumps(found, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
