"""The labels of the shop's scales: a table of patterns, and a field to try a code on it."""

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from gui.shell.app_context import AppContext
from gui.widgets.buttons.button import Button
from gui.widgets.containers.empty_state import EmptyState
from gui.widgets.fields.boxes import ChoiceBox
from gui.widgets.fields.form import explanation, field_row
from gui.widgets.rows.rows import Column, RowsView
from gui.widgets.text.labels import Label
from gui.words.error_messages import sentence
from gui.words.formatting import Formatting
from models.amounts import line_total
from models.errors import ShopError
from models.formats import label_patterns
from models.formats.label_patterns import (
    DISCOUNT,
    KINDS,
    PATTERNS_LIMIT,
    PRICE,
    TIMES,
    WEIGHT,
    LabelPattern,
)
from models.search import scanned_codes
from models.search.scanned_codes import Scan
from models.settings import preferences

_TOKENS = {"ready": "on_ready_soft", "warn": "on_warn_soft", "danger": "on_danger_soft"}
_ICONS = {
    "ready": "check-circle-outline",
    "warn": "alert-outline",
    "danger": "close-circle-outline",
}


class LabelCard(QObject):
    """Says what the table should become; shows what it is."""

    #: Carries the new table and what was done.
    changed = Signal(object, str)

    def __init__(self, context: AppContext, column: QVBoxLayout, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        theme, px = context.theme, context.theme.px
        column.addWidget(
            explanation(
                theme,
                self.tr(
                    "A digit stands for itself, a point for a digit of the product, N and D in "
                    "braces for the number before and behind the decimal mark. The product is "
                    "kept in the catalogue with zeros in the braces."
                ),
            )
        )
        self.list = RowsView(theme, self._columns(), key=_pattern, row_height=40)
        self.list.setAccessibleName(self.tr("Labels of the scales"))
        self.list.set_empty(EmptyState(theme, "scale", self.tr("No labels of scales are read")))
        self.list.setMinimumHeight(px(36 + 40 * 3))
        self.list.moved.connect(self._take_up)
        column.addWidget(self.list, 1)
        form, trying = self._form(), self._trying()
        #: May be folded where there is little room.
        self.rows = (form, trying)
        column.addLayout(form)
        self.wrong = Label(theme, "", "second", "on_danger_soft")
        column.addWidget(self.wrong)
        column.addLayout(trying)
        self.pattern.textEdited.connect(self._check)
        self.kind.activated.connect(self._check)

    def refresh(self) -> None:
        """The table as it is kept now."""
        rows = label_patterns.of_rows(preferences.get(preferences.LABEL_PATTERNS))
        self.list.rows.show(rows)
        if self.list.current is None:
            self.list.go_to(0)
        self._check()
        self._try()

    # --- building --------------------------------------------------------------------------

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Pattern"), _pattern, font="row_total"),
            Column(self.tr("Says"), self._kind, width=150),
            Column(self.tr("Steps"), times_words, width=110, token="text_muted"),
        )

    def _form(self) -> QBoxLayout:
        theme = self._context.theme
        self.pattern = QLineEdit(maxLength=20)
        self.kind, self.times = ChoiceBox(), ChoiceBox()
        for kind in KINDS:
            self.kind.addItem(kind_words(kind), kind)
        for times in TIMES:
            self.times.addItem(f"Rp{times}", times)
        fields: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Pattern"), self.pattern),
            (self.tr("Says"), self.kind),
            (self.tr("Steps of a price"), self.times),
        )
        row = field_row(theme, fields)
        self.add_button = Button(theme, self.tr("Add"), "plus", "toolbar")
        self.change_button = Button(theme, self.tr("Change"), "pencil-outline", "toolbar")
        self.remove_button = Button(theme, self.tr("Remove"), "trash-can-outline", "toolbar")
        self.add_button.clicked.connect(self._add)
        self.change_button.clicked.connect(self._change)
        self.remove_button.clicked.connect(self._remove)
        for button in (self.add_button, self.change_button, self.remove_button):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        return row

    def _trying(self) -> QBoxLayout:
        theme, px = self._context.theme, self._context.theme.px
        row = QHBoxLayout()
        row.setSpacing(px(12))
        self.try_field = QLineEdit(maxLength=80)
        self.try_field.setPlaceholderText(self.tr("Scan or type a code to try it"))
        self.try_field.setAccessibleName(self.try_field.placeholderText())
        self.try_field.setMinimumWidth(px(280))
        self.try_field.textChanged.connect(self._try)
        self.answer = Label(theme, "", "body_strong")
        row.addWidget(self.try_field)
        row.addWidget(self.answer, 1)
        return row

    # --- what is shown ---------------------------------------------------------------------

    def _kind(self, row: LabelPattern) -> str:
        return kind_words(row.kind)

    def _take_up(self, row: LabelPattern | None) -> None:
        """The current row stands in the fields, to be changed."""
        if row is not None:
            self.pattern.setText(row.pattern)
            self.kind.setCurrentIndex(KINDS.index(row.kind))
            self.times.setCurrentIndex(TIMES.index(row.times))
        self._check()

    def _check(self) -> None:
        typed, rows = self._typed(), self.list.rows.rows
        self.times.setEnabled(typed.kind == PRICE)
        trouble = label_patterns.trouble(typed) if typed.pattern else ""
        self.wrong.set_text(trouble_words(trouble) if trouble else "")
        usable = bool(typed.pattern) and not trouble
        others = {row.pattern for row in rows if row != self.list.current}
        is_new = typed.pattern not in {row.pattern for row in rows}
        self.add_button.setEnabled(usable and is_new and len(rows) < PATTERNS_LIMIT)
        differs = self.list.current is not None and typed != self.list.current
        self.change_button.setEnabled(usable and differs and typed.pattern not in others)
        self.remove_button.setEnabled(self.list.current is not None)

    def _try(self) -> None:
        code = self.try_field.text()
        kind, text = meaning(code, self._context.format) if code.strip() else ("", "")
        self.answer.set_text(text)
        self.answer.set_icon(_ICONS.get(kind, ""))
        self.answer.set_token(_TOKENS.get(kind, "text"))

    def _typed(self) -> LabelPattern:
        kind: str = self.kind.currentData()
        times = self.times.currentData() if kind == PRICE else 1
        return LabelPattern(self.pattern.text().strip(), kind, times)

    # --- what is done ----------------------------------------------------------------------

    def _add(self) -> None:
        typed = self._typed()
        said = self.tr("Labels {pattern} are read now").format(pattern=typed.pattern)
        self.changed.emit([*self.list.rows.rows, typed], said)
        self.list.go_to(self.list.rows.number_of(typed.pattern))

    def _change(self) -> None:
        typed, current = self._typed(), self.list.current
        rows = [typed if row == current else row for row in self.list.rows.rows]
        said = self.tr("Labels {pattern} changed").format(pattern=current.pattern)
        self.changed.emit(rows, said)
        self.list.go_to(self.list.rows.number_of(typed.pattern))

    def _remove(self) -> None:
        current: LabelPattern = self.list.current
        rows = [row for row in self.list.rows.rows if row != current]
        said = self.tr("Labels {pattern} are not read any more").format(pattern=current.pattern)
        self.changed.emit(rows, said)


def _pattern(row: LabelPattern) -> str:
    return row.pattern


translate = QCoreApplication.translate


def kind_words(kind: str) -> str:
    return {
        WEIGHT: translate("labels", "Weight (kg)"),
        PRICE: translate("labels", "Price"),
        DISCOUNT: translate("labels", "Discount (%)"),
    }[kind]


def times_words(pattern: LabelPattern) -> str:
    """What one step of a printed price is worth."""
    if pattern.kind != PRICE:
        return ""
    return translate("labels", "in Rp{step}").format(step=pattern.times)


def trouble_words(trouble: str) -> str:
    """Why a pattern cannot be used; see `models.formats.label_patterns.trouble`."""
    return {
        "shape": translate("labels", "Digits, points, and one pair of braces with N, then D."),
        "number": translate("labels", "Between the braces stands at least one N or D."),
        "start": translate(
            "labels", "It begins with 02, 04 or 20 to 29: other codes belong to manufacturers."
        ),
        "length": translate(
            "labels",
            "Without the check digit a label has 7, 11 or 12 places; only a discount has fewer.",
        ),
        "decimals": translate("labels", "At most three D for a weight, two for a price."),
    }[trouble]


def meaning(code: str, words: Formatting) -> tuple[str, str]:
    """Kind (ready, warn, danger) and text: what a code would do at the counter."""
    try:
        scan = scanned_codes.read(code)
        return _goods(scan, words) or _no_goods(code, scan, words)
    except ShopError as error:
        return "danger", sentence(error, words)


def _goods(scan: Scan, words: Formatting) -> tuple[str, str] | None:
    product = scan.product
    if product is None:
        return None
    quantity, discount = scan.line()
    total = line_total(product.price, quantity) - discount.amount
    text = translate("labels", "{name}: {quantity} {unit}, {total}")
    return "ready", text.format(
        name=product.name, quantity=words.quantity(quantity), unit=product.unit,
        total=words.money(total),
    )  # fmt: skip


def _no_goods(code: str, scan: Scan, words: Formatting) -> tuple[str, str]:
    if scan.percent:
        text = translate("labels", "{percent} off the line")
        return "ready", text.format(percent=words.percent(scan.percent / 10_000, 0))
    if scan.order_id is not None:
        return "ready", translate("labels", "A receipt or slip of this shop: opens its order")
    rows = preferences.get(preferences.LABEL_PATTERNS)
    label = label_patterns.read(code.strip(), label_patterns.of_rows(rows))
    if label is None:
        return "warn", translate("labels", "No product has this code, and no pattern fits it.")
    value = words.quantity(label.value) if label.kind == WEIGHT else words.money(label.value)
    text = translate("labels", "{kind}: {value}, of the product {code}, which is not there yet.")
    return "warn", text.format(kind=kind_words(label.kind), value=value, code=label.code)
