"""What this computer is called in the shop: one field, filled in with a name that is free."""

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit

from gui.words.station_names import station_name
from models import amounts
from models.settings import station_names

translate = QCoreApplication.translate

NAME_LIMIT = 20


class StationField(QLineEdit):
    """`name` is what was typed or proposed before, `taken` are the stations of the shop so far."""

    def __init__(self, name: str, taken: Collection[str]) -> None:
        super().__init__(station_name(name), maxLength=NAME_LIMIT)
        self._proposed, self._shown = name, self.text()
        self._taken = taken

    def name(self) -> str:
        """What was typed; a proposal that was left as it is stays one, in any language."""
        text = self.text()
        return self._proposed if text == self._shown else amounts.clean_text(text)

    def waits_for(self) -> str:
        """Why the name will not do; empty when it will."""
        if not self.name():
            return translate("first_run", "This station needs a name")
        if station_names.is_taken(self.name(), self._taken):
            return translate("first_run", "Another station has that name")
        return ""

    def hint(self) -> str:
        """Where the name is seen, and which names are gone."""
        said = translate("first_run", "Stands on orders and receipts, for instance {names}.")
        names = ", ".join(map(station_name, station_names.EXAMPLES))
        if not self._taken:
            return said.format(names=names)
        gone = ", ".join(sorted({station_name(name) for name in self._taken}))
        more = translate("first_run", "Taken in this shop: {names}.").format(names=gone)
        return f"{said.format(names=names)} {more}"
