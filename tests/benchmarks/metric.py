"""One line of the benchmarks: what we needed, beside the floor measured in the same run."""

from typing import Any


def metric(name: str, ours: float, floor: float, unit: str) -> dict[str, Any]:
    """`ratio` is ours ÷ floor: 1 is as fast as it can be."""
    return {
        "metric": name,
        "ours": round(ours, 4),
        "floor": round(floor, 4),
        "ratio": round(ours / floor, 3) if floor else None,
        "unit": unit,
    }
