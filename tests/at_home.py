"""A station that has been in a shop before, so that the program opens it without asking."""

from pathlib import Path

from gui.runtime.station import Station
from models.settings import privacy


def at_home(folder: Path, path: Path, version: str = "") -> None:
    """Who keeps habits in `folder` has accepted the policy (or that one) for the shop at `path`."""
    folder.mkdir(exist_ok=True)
    station = Station(folder)
    station.keep_consent(str(path), version or privacy.policy().version)
    station.close()
