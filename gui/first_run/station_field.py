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
    """`name` is what was typed or proposed before, `taken` are the stations of the shop so far.
    Of these a new computer may take the place of one that is `gone`."""

    def __init__(self, name: str, taken: Collection[str], gone: Collection[str] = ()) -> None:
        super().__init__(station_name(name), maxLength=NAME_LIMIT)
        self._proposed, self._shown = name, self.text()
        self._taken = [station for station in taken if station not in gone]
        self._gone = gone

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
        told = [said.format(names=names)]
        if self._taken:
            text = translate("first_run", "Taken in this shop: {names}.")
            told.append(text.format(names=_listed(self._taken)))
        if self._gone:
            text = translate(
                "first_run",
                "Not seen for a while: {names}. For a new computer in place of one of them, type "
                "its name.",
            )
            told.append(text.format(names=_listed(self._gone)))
        return " ".join(told)

    def meaning(self) -> str:
        """What it means to be called as a station that is gone; empty for a name of its own."""
        gone = station_names.same_name(self.name(), self._gone)
        if not gone or station_names.is_taken(gone, self._taken):
            return ""
        said = translate(
            "first_run",
            "This computer takes the place of {name}: its open shift, held carts and orders in "
            "hand go on here. Do not start the old one again; what it had not sent stays in it.",
        )
        return said.format(name=station_name(gone))


def _listed(names: Collection[str]) -> str:
    return ", ".join(sorted({station_name(name) for name in names}))
