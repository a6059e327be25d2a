"""Everything the owner can choose, one section beside another."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gui.runtime.error_handler import guarded
from gui.settings.data.about import AboutSection
from gui.settings.data.privacy import PrivacySection
from gui.settings.data.storage import StorageSection
from gui.settings.devices.printing import PrintingSection
from gui.settings.devices.scanner import ScannerSection
from gui.settings.section import Section
from gui.settings.shop.answers import AnswersSection
from gui.settings.shop.lateness import LatenessSection
from gui.settings.shop.shop import ShopSection
from gui.settings.shop.staff_codes import StaffSection
from gui.settings.station.appearance import AppearanceSection
from gui.settings.station.keys import KeysSection
from gui.settings.station.sounds import SoundsSection
from gui.settings.station.station import StationSection
from gui.shell.app_context import AppContext
from gui.shell.page import Page
from gui.shell.sign_in.window_lock import settle_page
from gui.widgets.buttons.nav_button import NavButton
from gui.widgets.containers.card import Card
from gui.widgets.containers.scroll_area import ScrollArea
from gui.widgets.text.labels import Label
from models.events import Event

_SECTIONS: dict[str, type[Section]] = {
    "shop": ShopSection,
    "station": StationSection,
    "scanner": ScannerSection,
    "printing": PrintingSection,
    "sounds": SoundsSection,
    "staff": StaffSection,
    "lateness": LatenessSection,
    "answers": AnswersSection,
    "storage": StorageSection,
    "appearance": AppearanceSection,
    "keys": KeysSection,
    "privacy": PrivacySection,
    "about": AboutSection,
}


class SettingsPage(Page):
    """The list of sections at the left, the chosen one at the right; built when first seen."""

    name = "settings"

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._sections: dict[str, Section] = {}
        self._shown = "shop"
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._stack = QStackedWidget()
        row.addWidget(self._list_of_sections())
        edge = QWidget()
        edge.setFixedWidth(1)
        edge.setStyleSheet(f"background: {context.theme.hex('border')};")
        row.addWidget(edge)
        row.addWidget(self._stack, 1)
        self.bind("settings.back_up", self._back_up)
        self.show_section(self._shown)

    def title(self) -> str:
        return self.tr("Settings")

    def topic(self) -> str:
        return f"settings.{self._shown}"

    def opened(self, **arguments: object) -> None:
        """`section` is shown; `field`, an attribute of it, has the focus."""
        self.show_section(str(arguments.get("section", self._shown)))
        if field := str(arguments.get("field", "")):
            self.section.go_to(field)
        else:
            self._buttons[self._shown].setFocus()

    def is_affected_by(self, event: Event) -> bool:
        return self.section.is_affected_by(event)

    def refresh(self) -> None:
        self.section.refresh()

    def undo_bar_anchor(self) -> QWidget:
        return self._stack

    def scanned(self, code: str) -> None:
        self.section.scanned(code)

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on the name of a section is for the section."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self._buttons[self._shown].hasFocus() and not event.isAutoRepeat():
            self.section.entered()
        else:
            super().keyPressEvent(event)

    def save_state(self) -> object:
        return self._shown, self.section.save_state()

    def restore_state(self, carried: object) -> None:
        assert isinstance(carried, tuple)
        self.show_section(carried[0])
        self._buttons[self._shown].setFocus()
        if carried[1] is not None:
            self.section.restore_state(carried[1])

    @property
    def section(self) -> Section:
        """The section that is shown."""
        return self._sections[self._shown]

    def show_section(self, name: str) -> None:
        """Shows `shop`, `station`, `scanner`, `printing`, `sounds`, `staff`, `lateness`,
        `answers`, `storage`, `appearance`, `keys`, `privacy` or `about`."""
        if name not in _SECTIONS:
            return
        if name not in self._sections:
            self._sections[name] = _SECTIONS[name](self.context)
            self._stack.addWidget(self._sections[name])
        self._shown = name
        if any(button.hasFocus() for button in self._buttons.values()):
            self._buttons[name].setFocus()
        self._buttons[name].setChecked(True)
        self._stack.setCurrentWidget(self._sections[name])
        settle_page(self)
        self.refresher.mark_stale()

    def _list_of_sections(self) -> ScrollArea:
        theme, px = self.context.theme, self.context.theme.px
        side = Card(theme, "surface", "surface", 0)
        column = QVBoxLayout(side)
        column.setContentsMargins(px(12), px(16), px(12), px(8))
        column.setSpacing(px(1))
        title = QHBoxLayout()
        title.addSpacing(px(12))
        title.addWidget(Label(theme, self.tr("Settings"), "title"))
        column.addLayout(title)
        column.addSpacing(px(8))
        self._group = QButtonGroup(self, exclusive=True)
        self._buttons: dict[str, NavButton] = {}
        for name, icon, text in (
            ("shop", "storefront-outline", self.tr("Shop")),
            ("station", "monitor", self.tr("This station")),
            ("scanner", "barcode-scan", self.tr("Scanner")),
            ("printing", "printer-outline", self.tr("Printing")),
            ("sounds", "volume-high", self.tr("Sounds")),
            ("staff", "badge-account-outline", self.tr("Staff codes")),
            ("lateness", "timer-outline", self.tr("Late orders")),
            ("answers", "message-reply-text-outline", self.tr("Answers")),
            ("storage", "database-outline", self.tr("Database and backup")),
            ("appearance", "palette-outline", self.tr("Appearance")),
            ("keys", "keyboard-outline", self.tr("Keyboard shortcuts")),
            ("privacy", "shield-check-outline", self.tr("Privacy")),
            ("about", "information-outline", self.tr("About")),
        ):
            button = NavButton(theme, icon, text)
            button.setObjectName(name)
            self._group.addButton(button)
            self._buttons[name] = button
            column.addWidget(button)
        self._group.buttonToggled.connect(self._toggled)
        column.addStretch(1)
        area = ScrollArea(side, sideways=False)
        area.setFixedWidth(px(232))
        return area

    def _toggled(self, button: NavButton, chosen: bool) -> None:
        if chosen and button.objectName() != self._shown:
            self.show_section(button.objectName())

    def _back_up(self) -> None:
        self.show_section("storage")
        section = self.section
        assert isinstance(section, StorageSection)
        section.back_up()
