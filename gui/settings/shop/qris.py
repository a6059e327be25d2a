"""The shop's own QRIS in the settings: pasted or scanned, checked, and who it pays."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from gui.shell.app_context import AppContext
from gui.widgets.fields.form import add_field
from gui.widgets.text.labels import Label
from gui.words.error_messages import sentence
from models.errors import BadQris
from models.formats import qris


class QrisField(QWidget):
    """Says below the text at once who is paid, or why it is no QRIS of a shop."""

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
