"""The policy's promise as a table that is counted live, so that trust can be checked."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gui.look.theme import Theme
from gui.settings.data.inventory import InventoryCard
from gui.settings.section import Section
from gui.shell.app_context import AppContext
from gui.shell.file_choice import file_to_save
from gui.widgets.buttons.button import Button
from gui.widgets.containers.card import Card
from gui.widgets.messages.confirmation import sure
from gui.widgets.rows.rows import Column, RowsView
from gui.widgets.text.chip import Badge, Chip
from gui.widgets.text.labels import Label
from gui.widgets.text.policy_text import PolicyText
from gui.words.language import LANGUAGES
from models import clock
from models.events import Event
from models.journal import rights
from models.settings import data_inventory, privacy
from models.settings.data_inventory import Inventory
from models.settings.privacy import Acceptance

_PAUSE = 3000  # ms between two counts


class PrivacySection(Section):
    """The policy in force, who accepted it, and every column the shop keeps."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        what = self.tr("What this shop stores, and why. Nothing leaves this computer.")
        if context.shop.path is None:
            what = self.tr("What this shop stores, and why.")
        self.set_head(self.tr("Privacy"), what)
        top = QHBoxLayout()
        self.fold(top)
        top.setSpacing(context.theme.px(12))
        top.addWidget(self._policy_card())
        top.addWidget(self._acceptances_card(), 1)
        self.column.addLayout(top)
        self.inventory = InventoryCard(context)
        self.fold(self.inventory.head)
        self.inventory.save.clicked.connect(self._save)
        self.column.addWidget(self.inventory, 1)
        self.verdict = Label(context.theme, "", "second", "on_ready_soft", "shield-check")
        self.column.addWidget(self.verdict)
        # A large shop takes a moment to count: not again for every deed of a busy hour.
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._count_again)
        self._stale = False

    def is_affected_by(self, event: Event) -> bool:
        return True  # every deed adds rows

    def refresh(self) -> None:
        standing = privacy.acceptances()
        self.acceptances.rows.show(standing)
        accepted = not privacy.needed()
        self.state.show_badge(
            Badge(self.tr("Accepted"), "ready", "check-circle")
            if accepted
            else Badge(self.tr("Not accepted"), "danger", "alert-circle-outline")
        )
        self.withdraw_button.setEnabled(accepted)
        self._stale = True
        if not self._pause.isActive():
            self._count_again()

    # --- building --------------------------------------------------------------------------

    def _policy_card(self) -> Card:
        theme, px = self.context.theme, self.context.theme.px
        card = Card(theme)
        card.setFixedWidth(px(400))
        column = QVBoxLayout(card)
        column.setContentsMargins(*[px(16)] * 4)
        column.setSpacing(px(4))
        head = QHBoxLayout()
        head.addWidget(Label(theme, self.tr("Policy in force"), "card_title"), 1)
        self.state = Chip(theme)
        head.addWidget(self.state)
        column.addLayout(head)
        policy = privacy.policy("en")
        column.addWidget(Label(theme, self._effective(), "second", "text_muted"))
        seal = f"{policy.sha256[:12]}…{policy.sha256[-6:]}"
        sealed = Label(theme, "", "second", "text_muted")
        sealed.set_text(self.tr("Text SHA-256 {hash}").format(hash=seal), seal)
        column.addWidget(sealed)
        column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        read = Button(theme, self.tr("Read policy"), "file-document-outline", "toolbar")
        read.clicked.connect(self._read)
        self.withdraw_button = Button(
            theme, self.tr("Withdraw acceptance"), "undo-variant", "danger"
        )
        self.withdraw_button.set_height(40)
        self.withdraw_button.clicked.connect(self._withdraw)
        row.addWidget(read)
        row.addWidget(self.withdraw_button)
        row.addStretch(1)
        column.addLayout(row)
        return card

    def _acceptances_card(self) -> Card:
        theme, px = self.context.theme, self.context.theme.px
        card = Card(theme)
        column = QVBoxLayout(card)
        column.setContentsMargins(1, px(10), 1, 1)
        column.setSpacing(px(8))
        head = QHBoxLayout()
        head.setContentsMargins(px(16), 0, px(16), 0)
        head.addWidget(Label(theme, self.tr("Acceptances"), "card_title"), 1)
        head.addWidget(Label(theme, "UTC", "second", "text_muted"))
        column.addLayout(head)
        columns = (
            Column(self.tr("Accepted"), _accepted_at, width=184, font="body"),
            Column(self.tr("Station"), _station, font="body", token="text_muted"),
            Column(self.tr("Language"), _language, width=140, font="body", token="text_muted"),
            Column(self.tr("Program"), _program, width=80, font="body", token="text_muted"),
            Column(self.tr("Status"), _nothing, width=136, badge=self._state),
        )
        self.acceptances = RowsView(theme, columns, key=_id, row_height=32)
        self.acceptances.setAccessibleName(self.tr("Acceptances"))
        self.acceptances.setFixedHeight(px(36 + 32 * 3))
        self.acceptances.chosen.connect(self._read_accepted)
        column.addWidget(self.acceptances)
        return card

    # --- what is shown ---------------------------------------------------------------------

    def _count_again(self) -> None:
        if self._stale:
            self._stale = False
            self._pause.start()
            self.context.background.ask(data_inventory.data_inventory, self._show, owner=self)

    def _show(self, inventory: Inventory) -> None:
        self.inventory.show_inventory(inventory)
        now = self.context.format.time(clock.now())
        if inventory.unlisted:
            self.verdict.set_icon("alert-circle-outline")
            self.verdict.set_token("on_danger_soft")
            text = self.tr("Not listed: {columns}").format(columns=", ".join(inventory.unlisted))
            self.verdict.set_text(text)
            return
        promise = self.tr("No names, phone numbers, addresses or e-mails.")
        counted = self.tr("Checked {count} of {count} columns at {time}.").format(
            count=inventory.columns, time=now
        )
        self.verdict.set_text(f"{promise} {counted}", promise)

    def _state(self, acceptance: Acceptance) -> Badge:
        if not acceptance.is_valid:
            return Badge(self.tr("withdrawn"), "neutral", "undo-variant")
        if acceptance.version != privacy.policy().version:
            return Badge(self.tr("older version"), "warn", "history")
        return Badge(self.tr("in force"), "ready", "check-circle")

    def _effective(self) -> str:
        moment = privacy.policy().effective
        shift = moment.utcoffset()
        hours = int(shift.total_seconds() // 3600) if shift else 0
        return self.tr("Effective {date} {time} GMT{zone}").format(
            date=self.context.format.date(moment.date()),
            time=f"{moment:%H:%M}" if self.context.format.language == "en" else f"{moment:%H.%M}",
            zone=f"{hours:+d}",
        )

    # --- what is done ----------------------------------------------------------------------

    def _read(self) -> None:
        policy = privacy.policy(self.context.format.language)
        title = self.tr("Privacy policy")
        PolicyDialog(self.context.theme, title, self._effective(), policy.text, self).open()

    def _read_accepted(self, acceptance: Acceptance) -> None:
        when = f"{_accepted_at(acceptance)} UTC · {acceptance.station}"
        title = self.tr("The words that were accepted")
        PolicyDialog(self.context.theme, title, when, acceptance.text, self).open()

    def _withdraw(self) -> None:
        rights.check("privacy.withdraw")  # before all windows close for it
        question = self.tr("Withdraw the acceptance of the privacy policy?")
        detail = self.tr(
            "All windows close, on every computer of the shop. The data stays where it is and "
            "cannot be used until the policy is accepted again; next you can save everything and "
            "erase everything."
        )
        if sure(self, self.context.theme, question, detail, self.tr("Withdraw")):
            self.context.restart(privacy.withdraw)

    def _save(self) -> None:
        kinds = self.tr("Tables (*.csv)")
        title = self.tr("Save the data inventory")
        if path := file_to_save(self, title, "data_inventory.csv", kinds, self.context.station):
            self.save_inventory(Path(path))

    def save_inventory(self, path: Path) -> None:
        """Writes the inventory as it is now to a file."""
        data_inventory.save(path)
        self.context.say(
            self.tr("Saved to {name}").format(name=path.name),
            icon="file-download-outline",
            bold=path.name,
        )


def _id(acceptance: Acceptance) -> int:
    return acceptance.id


def _accepted_at(acceptance: Acceptance) -> str:
    return f"{datetime.fromtimestamp(acceptance.accepted_at / 1000, UTC):%Y-%m-%d %H:%M:%S}"


def _station(acceptance: Acceptance) -> str:
    return acceptance.station


def _language(acceptance: Acceptance) -> str:
    return LANGUAGES.get(acceptance.language, acceptance.language)


def _program(acceptance: Acceptance) -> str:
    return acceptance.program


def _nothing(acceptance: Acceptance) -> str:
    return ""


class PolicyDialog(QDialog):
    """Shows one text: the policy in force, or the very words that were accepted."""

    def __init__(
        self, theme: Theme, title: str, subtitle: str, text: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        theme.apply_theme(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(24)] * 4)
        column.setSpacing(theme.px(8))
        column.addWidget(Label(theme, title, "title"))
        column.addWidget(Label(theme, subtitle, "second", "text_muted"))
        self.text = PolicyText(theme)
        self.text.show_text(text)
        column.addWidget(self.text, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        close = Button(theme, self.tr("Close"), "", "normal", "Esc")
        close.clicked.connect(self.reject)
        row.addWidget(close)
        column.addLayout(row)
        self.resize(theme.px(820), theme.px(600))
        self.text.setFocus()
