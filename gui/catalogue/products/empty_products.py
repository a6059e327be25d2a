"""Why no product is listed, and the ways out of it."""

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.catalogue.products.filter_bar import FilterBar
from gui.shell.action_button import ActionButton
from gui.shell.app_context import AppContext
from gui.widgets.buttons.button import Button
from gui.widgets.containers.empty_state import EmptyState


class EmptyProducts(EmptyState):
    """Stands where the table has no row."""

    def __init__(self, context: AppContext, finder: FilterBar, importing: QAction) -> None:
        self.import_button = ActionButton(context.theme, importing)
        self.other_button = Button(context.theme, "", "arrow-right")
        ways_out = QWidget()
        row = QHBoxLayout(ways_out)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self.import_button, self.other_button):
            row.addWidget(button)
        super().__init__(context.theme, "tag-multiple-outline", "", button=ways_out)
        self._finder = finder
        self._filter = "all"
        self.other_button.clicked.connect(self._leave)

    def explain(self, filter_: str, text: str, counts: Mapping[str, int]) -> None:
        """`counts` of each filter, `text` as it was looked for in `filter_`."""
        is_sold, is_known = bool(counts["all"]), any(counts.values())
        self._filter = "all" if is_sold or text else "inactive"
        if text:
            sentence = self.tr("No product matches “{text}”").format(text=text)
            hint = self.tr("Try fewer letters, or look through all products.")
        elif not is_known:
            sentence = self.tr("Your products will appear here")
            hint = self.tr("Import a price list from CSV or Excel, or add your first product.")
        elif not is_sold:
            sentence = self.tr("No product is sold at the moment")
            hint = self.tr("Those that were sold before can be activated again.")
        elif filter_ == "inactive":
            sentence = self.tr("No product is inactive")
            hint = self.tr("All products of the catalogue are sold.")
        else:
            sentence = self.tr("No product here")
            hint = self.tr("Good news: nothing needs attention.")
        self.say(sentence, hint)
        self.other_button.setText(
            self.tr("Show all products")
            if self._filter == "all"
            else self.tr("Show inactive products")
        )
        self.import_button.setVisible(not (is_sold or text))
        self.other_button.setVisible(is_known)

    def _leave(self) -> None:
        self._finder.clear(self._filter)
