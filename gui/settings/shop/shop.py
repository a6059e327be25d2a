"""The shop's name, what its receipts say, its zone and how its prices are meant."""

from functools import partial

from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from gui.settings.section import Section
from gui.shell.app_context import AppContext
from gui.widgets.buttons.segmented import Segmented
from gui.widgets.fields.boxes import ChoiceBox
from gui.widgets.fields.form import add_field, heading
from gui.widgets.fields.zone_box import zone_box
from gui.widgets.text.labels import Label
from gui.words.error_messages import sentence
from models import events, session
from models.errors import BadQris
from models.events import Event, Receipt
from models.formats import qris
from models.settings import preferences

_UNITS = (1, 100, 500)  # rupiah


class ShopSection(Section):
    """Every field is kept when it is left or Enter is pressed."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.set_head(self.tr("Shop"), self.tr("What customers see, and how the shop counts."))
        theme = context.theme
        self.name = QLineEdit(maxLength=80)
        self.address = QLineEdit(maxLength=200)
        self.footer = QLineEdit(maxLength=300)
        card = self.card(self.tr("On the receipt"), deed="preferences.put")
        add_field(theme, card, self.tr("Name of the shop"), self.name)
        add_field(theme, card, self.tr("Address"), self.address)
        add_field(
            theme, card, self.tr("Last line of the receipt"), self.footer,
            self.tr("For instance thanks, or how long goods may be exchanged."),
        )  # fmt: skip
        card = self.card(self.tr("QRIS"), deed="preferences.put")
        self.qris = QrisField(context)
        card.addWidget(self.qris)
        card = self.card(self.tr("Counting"), deed="preferences.put")
        self.zone = zone_box(session.current.zone)
        add_field(
            theme, card, self.tr("Time zone"), self.zone,
            self.tr("Decides which business day a new order belongs to; past orders stay."),
        )  # fmt: skip
        self.day_ends = ChoiceBox()
        for hour in range(7):
            self.day_ends.addItem(context.format.time_of_hour(hour))
        add_field(
            theme, card, self.tr("The business day ends at"), self.day_ends,
            self.tr("What is sold after midnight counts to the day before until then."),
        )  # fmt: skip
        choices = [self.tr("exact"), self.tr("to Rp100"), self.tr("to Rp500")]
        self.rounding = Segmented(theme, choices, self.tr("Sums paid in cash"))
        add_field(
            theme, card, self.tr("Sums paid in cash"), self.rounding,
            self.tr("The difference stands on the receipt; other ways to pay stay exact."),
        )  # fmt: skip
        card.addWidget(heading(theme, self.tr("Currency")))
        card.addWidget(Label(theme, self.tr("Rupiah (IDR), without decimals")))
        card.addSpacing(theme.px(10))
        self.tax = QCheckBox(self.tr("Prices include the tax (PPN)"))
        self.tax.setAccessibleName(self.tax.text())
        card.addWidget(self.tax)
        self.column.addStretch(1)
        self.refresh()
        self.name.editingFinished.connect(self._keep_name)
        self.address.editingFinished.connect(self._keep_address)
        self.footer.editingFinished.connect(self._keep_footer)
        self.qris.entry.editingFinished.connect(self._keep_qris)
        self.zone.chosen.connect(self._keep_zone)
        self.day_ends.chosen.connect(self._keep_day_ends)
        self.rounding.chosen.connect(self._keep_rounding)
        self.tax.clicked.connect(self._keep_tax)

    def is_affected_by(self, event: Event) -> bool:
        return event.kind == events.PREFERENCE_CHANGED

    def refresh(self) -> None:
        for field, preference in (
            (self.name, preferences.SHOP_NAME),
            (self.address, preferences.SHOP_ADDRESS),
            (self.footer, preferences.RECEIPT_FOOTER),
        ):
            # What is being typed here is not overwritten by news from elsewhere.
            if not (field.hasFocus() and field.isModified()):
                field.setText(preferences.get(preference))
        if self.qris.is_right() and not self.qris.is_being_typed:
            self.qris.show_payload(preferences.get(preferences.QRIS))
        if not self.zone.is_undecided:
            self.zone.setCurrentIndex(max(0, self.zone.findData(preferences.get(preferences.ZONE))))
        if not self.day_ends.is_undecided:
            self.day_ends.setCurrentIndex(preferences.get(preferences.DAY_ENDS))
        self.rounding.choose(_UNITS.index(preferences.get(preferences.CASH_ROUNDING)))
        self.tax.setChecked(preferences.get(preferences.PRICES_INCLUDE_TAX))

    def _keep_name(self) -> None:
        self.name.setModified(False)
        if not self.name.text().strip():
            self.name.setText(preferences.get(preferences.SHOP_NAME))
            return
        self.put(preferences.SHOP_NAME, self.name.text(), self.tr("Name of the shop changed"))

    def _keep_address(self) -> None:
        self.address.setModified(False)
        self.put(preferences.SHOP_ADDRESS, self.address.text(), self.tr("Address changed"))

    def _keep_footer(self) -> None:
        self.footer.setModified(False)
        said = self.tr("Last line of the receipt changed")
        self.put(preferences.RECEIPT_FOOTER, self.footer.text(), said)

    def scanned(self, code: str) -> None:
        """The QRIS itself, held before the scanner; any other label is one of goods."""
        if code.startswith(qris.BEGINNING):
            self.qris.show_payload(code)
            self._keep_qris()
        else:
            super().scanned(code)

    def _keep_qris(self) -> None:
        """What is wrong stays in the field with the reason under it, and is not kept."""
        self.qris.entry.setModified(False)
        if self.qris.is_right():
            payload = self.qris.payload
            said = self.tr("QRIS of the shop kept") if payload else self.tr("QRIS taken out")
            self.put(preferences.QRIS, payload, said)

    def _keep_zone(self) -> None:
        before, zone = preferences.get(preferences.ZONE), self.zone.currentData()
        if zone != before:
            said = self.tr("Time zone changed to {zone}").format(zone=self.zone.currentText())
            put = partial(preferences.put, preferences.ZONE, zone)
            self.context.run(put, partial(_show_zone, self.context, said), self.show_stored)

    def _keep_day_ends(self) -> None:
        said = self.tr("The business day ends at {time}")
        said = said.format(time=self.day_ends.currentText())
        self.put(preferences.DAY_ENDS, self.day_ends.currentIndex(), said)

    def _keep_rounding(self, choice: int) -> None:
        said = self.tr("Cash is rounded") if choice else self.tr("Cash is exact")
        self.put(preferences.CASH_ROUNDING, _UNITS[choice], said)

    def _keep_tax(self, included: bool) -> None:
        said = self.tr("Prices include the tax") if included else self.tr("Tax comes on top")
        self.put(preferences.PRICES_INCLUDE_TAX, included, said)


def _show_zone(context: AppContext, said: str, changed: Receipt[None]) -> None:
    """All times are shown in another zone: the windows are built anew, and then it is said."""
    undo = partial(context.undo, changed.sequence, partial(_show_zone_again, context))
    context.apply_settings(then=partial(context.say, said, undo=undo, icon="check"))


def _show_zone_again(context: AppContext, _: Receipt[None]) -> None:
    context.apply_settings()


class QrisField(QWidget):
    """The shop's own QRIS: who it pays, or why it is none of a shop, is said below at once."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self.entry = QLineEdit(maxLength=qris.LENGTH_LIMIT)
        self.entry.setPlaceholderText(self.tr("000201010211 …"))
        self.verdict = Label(context.theme, "", "body_strong")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.px(6))
        add_field(
            context.theme, column, self.tr("Text of the static QRIS"), self.entry,
            self.tr(
                "Read the QRIS that hangs in the shop with any code reader and paste its text. "
                "Customers who pay by QRIS then see it with the sum."
            ),
        )  # fmt: skip
        column.addWidget(self.verdict)
        self.entry.textEdited.connect(self._judge)

    @property
    def payload(self) -> str:
        return self.entry.text().strip()

    def show_payload(self, payload: str) -> None:
        """What is kept now, or was just scanned."""
        if self.entry.text() != payload:
            self.entry.setText(payload)
            self.entry.setCursorPosition(0)
        self._judge()

    @property
    def is_being_typed(self) -> bool:
        return self.entry.hasFocus() and self.entry.isModified()

    def is_right(self) -> bool:
        return not self.payload or qris.is_static(self.payload)

    def _judge(self) -> None:
        text, token, icon = "", "on_ready_soft", "check-circle-outline"
        if self.payload:
            try:
                found = qris.merchant(self.payload)
                names = (found.name, found.city, found.nmid)
                paid = " \u00b7 ".join(name for name in names if name)
                text = self.tr("Pays {merchant}").format(merchant=paid)
            except BadQris as error:
                text = sentence(error, self._context.format)
                token, icon = "on_danger_soft", "alert-circle-outline"
        self.verdict.set_token(token)
        self.verdict.set_icon(icon)
        self.verdict.set_text(text)
        self.verdict.setVisible(bool(text))
        self.entry.setAccessibleDescription(text)
