"""Where this user's shop, habits and logs are kept on this computer."""

import re
from pathlib import Path

from PySide6.QtCore import QStandardPaths

#: What Qt makes of a user without a home would be a place in the network.
_NO_HOME = re.compile(r"^//(?=\.)")


def data_folder() -> Path:
    """The folder. It is not made by asking."""
    places = QStandardPaths.StandardLocation
    # Windows copies the first one between the machines of a firm: nothing for a shop's file.
    roaming, local = (
        Path(_NO_HOME.sub("/", QStandardPaths.writableLocation(kind)))
        for kind in (places.AppDataLocation, places.AppLocalDataLocation)
    )
    return roaming if roaming.exists() and not local.exists() else local
