"""Collects Python's garbage on the GUI thread only.

Left to itself the collector runs on whatever thread allocates, and a closed window in a reference
cycle would then be destroyed on the background thread, which Qt does not survive.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 500  # ms


class GcScheduler(QObject):
    """Looks twice a second whether Python's own thresholds are passed, oldest generation first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._was_enabled = gc.isenabled()
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.look)
        gc.disable()
        # Modules and classes are no garbage until the end: looked at anew each time, they made the
        # longest pause of all (35 ms; 7 without them).
        gc.freeze()
        self._timer.start()

    def look(self) -> None:
        """Collects the generations that are due."""
        due = [
            count > limit > 0
            for count, limit in zip(gc.get_count(), gc.get_threshold(), strict=True)
        ]
        for generation in (2, 1, 0):
            if due[generation]:
                gc.collect(generation)
                return

    def close(self) -> None:
        """Leaves the collector as it was found."""
        self._timer.stop()
        gc.unfreeze()
        if self._was_enabled:
            gc.enable()
