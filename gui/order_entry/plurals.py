"""Words that change with their number: `1 line`, `6 lines`."""

from PySide6.QtCore import QObject


class Plurals(QObject):
    """Plural forms are looked up only by `tr` of a QObject."""

    def lines(self, count: int) -> str:
        return self.tr("%n line(s)", "", count)

    def items(self, count: int) -> str:
        return self.tr("%n item(s)", "", count)

    def products(self, count: int) -> str:
        return self.tr("%n product(s)", "", count)

    def held_carts(self, count: int) -> str:
        return self.tr("%n held cart(s)", "", count)

    def more_held(self, count: int) -> str:
        return self.tr("%n more held", "", count)

    def held_there(self, count: int) -> str:
        """Which cannot be taken up before the server is back."""
        return self.tr("%n held cart(s) wait at the server", "", count)

    def left_behind(self, count: int) -> str:
        """Carts of a program that has ended without anybody coming back."""
        return self.tr("%n cart(s) left behind are kept with the held ones now", "", count)

    def removed(self, count: int) -> str:
        """Phone numbers and e-mail addresses that were taken out."""
        return self.tr("%n name(s), number(s) or address(es) removed", "", count)

    def details_removed(self, count: int) -> str:
        """Names and numbers that were taken out of a note."""
        return self.tr("%n personal detail(s) removed", "", count)

    def not_read(self, count: int) -> str:
        return self.tr("%n line(s) at the end not read", "", count)

    def lines_found(self, count: int) -> str:
        return self.tr("%n line(s) found", "", count)

    def answers_due(self, count: int) -> str:
        return self.tr("Answer %n question(s) first", "", count)

    def found(self, count: int) -> str:
        return self.tr("%n found", "", count)

    def to_choose(self, count: int) -> str:
        return self.tr("%n to choose", "", count)

    def left_out(self, count: int) -> str:
        return self.tr("%n left out", "", count)
