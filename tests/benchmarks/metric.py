"""One line of the benchmarks: what we needed, beside the floor measured in the same run."""

from typing import Any

from PySide6.QtCore import QEventLoop, QTimer


def metric(name: str, ours: float, floor: float, unit: str) -> dict[str, Any]:
    """`ratio` is ours ÷ floor: 1 is as fast as it can be."""
    return {
        "metric": name,
        "ours": round(ours, 4),
        "floor": round(floor, 4),
        "ratio": round(ours / floor, 3) if floor else None,
        "unit": unit,
    }


def percentile(values: list[float], share: float) -> float:
    """The value below which this share of them lies; NaN of none."""
    return sorted(values)[int(share * (len(values) - 1))] if values else float("nan")


def run_loop(milliseconds: int) -> None:
    """Lets Qt's loop turn for so long."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
