"""Which key does what at this station: every command, to be changed by pressing another key."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStyleOptionViewItem

from gui.input.actions import key_text, keys_of
from gui.input.commands import Command
from gui.input.key_map import put_keys
from gui.printing.print_settings import habits_of
from gui.runtime.error_handler import guarded
from gui.settings.section import Section
from gui.settings.station.key_dialog import KeyDialog
from gui.settings.station.key_sheet import key_pages, key_sheet
from gui.shell.app_context import AppContext
from gui.shell.file_choice import last_folder
from gui.widgets.buttons.button import Button
from gui.widgets.containers.empty_state import EmptyState
from gui.widgets.fields.search_field import SearchField
from gui.widgets.rows.rows import Column, Index, RowsDelegate, RowsModel, RowsView
from gui.widgets.text.key_chip import key_chip_width, paint_key_chip
from models.export import export

_KEY_COLUMN = 2
_SPARED = (1, 3)  # columns that a narrow window can do without


class KeysSection(Section):
    """A change is kept by the station, and all windows are built anew with it."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.set_head(self.tr("Keyboard shortcuts"), self.tr("For this station only."))
        self.said = ""
        self._before: dict[str, str] = {}
        card = self.card(wide=None)
        head = self._head()
        self.fold(head)
        card.addLayout(head)
        card.addSpacing(context.theme.px(4))
        card.addWidget(self._list(), 1)
        self.filter.field.textChanged.connect(self._show)
        self.filter.field.returnPressed.connect(self.list.setFocus)
        self.refresh()

    def refresh(self) -> None:
        self._show(self.filter.text())
        if self.list.current is None:
            self.list.go_to(0)
        self.all_button.setEnabled(bool(self.context.actions.changed))

    def entered(self) -> None:
        self._change_current()

    def save_state(self) -> object:
        """What was looked for, where one was, and what is still to be told."""
        current: Command | None = self.list.current
        return self.filter.text(), current.id if current else "", self.said, self._before

    def restore_state(self, carried: object) -> None:
        assert isinstance(carried, tuple)
        text, current, self.said, self._before = carried
        self.filter.field.setText(text)
        self.list.go_to(self.list.rows.number_of(current))
        self.list.scrollTo(self.list.currentIndex(), RowsView.ScrollHint.PositionAtCenter)
        self.list.setFocus()
        if self.said:
            # When all of the window stands.
            QTimer.singleShot(0, self, self._tell)

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for column in _SPARED:
            self.list.setColumnHidden(column, self.is_narrow)

    # --- building --------------------------------------------------------------------------

    def _head(self) -> QHBoxLayout:
        theme = self.context.theme
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self.filter = SearchField(theme, self.tr("Command, page or key"))
        self.change_button = Button(
            theme, self.tr("Another key"), "keyboard-outline", "toolbar_primary", key_text("Return")
        )
        self.all_button = Button(theme, self.tr("Reset all"), "restore", "toolbar")
        self.print_button = Button(theme, self.tr("Print"), "printer-outline", "toolbar")
        self.save_button = Button(theme, self.tr("Save PDF"), "file-pdf-box", "toolbar")
        self.change_button.clicked.connect(self._change_current)
        self.all_button.clicked.connect(self._reset_all)
        self.print_button.clicked.connect(self._print)
        self.save_button.clicked.connect(self._ask_where)
        row.addWidget(self.filter, 1)
        for button in (self.change_button, self.all_button, self.print_button, self.save_button):
            row.addWidget(button)
        return row

    def _list(self) -> RowsView:
        theme, px = self.context.theme, self.context.theme.px
        columns = (
            Column(self.tr("Command"), self._text),
            Column(self.tr("Page"), self._page, width=190, font="second", token="text_muted"),
            Column(self.tr("Key"), self._keys, width=240),
            Column(self.tr("Default"), self._usual, width=170, font="second",
                   token="text_faint"),
        )  # fmt: skip
        self.list = RowsView(theme, columns, key=_id, row_height=40)
        self.list.setAccessibleName(self.tr("Keyboard shortcuts"))
        self.list.setItemDelegateForColumn(_KEY_COLUMN, KeysDelegate(theme, self.list))
        nothing = self.tr("No such command.")
        self.list.set_empty(EmptyState(theme, "magnify", nothing))
        self.list.setMinimumHeight(px(36 + 40 * 6))
        self.list.chosen.connect(self._change)
        return self.list

    # --- what is shown ---------------------------------------------------------------------

    def _show(self, text: str) -> None:
        words = text.casefold().split()
        shown = [
            command
            for commands in self.context.actions.groups().values()
            for command in commands
            if all(word in self._all_words(command) for word in words)
        ]
        self.list.rows.show(shown)
        self.change_button.setEnabled(bool(shown))
        self.list.viewport().update()

    def _all_words(self, command: Command) -> str:
        return f"{self._text(command)} {self._page(command)} {self._keys(command)}".casefold()

    def _text(self, command: Command) -> str:
        return self.context.actions.text(command.id)

    def _page(self, command: Command) -> str:
        return self.context.actions.group_text(command.group)

    def _keys(self, command: Command) -> str:
        return "  ".join(self.context.actions.key_names(command.id))

    def _usual(self, command: Command) -> str:
        """Only where it is another one now."""
        if command.id not in self.context.actions.changed:
            return ""
        usual = [key_text(key) for key in keys_of(command)]
        return "  ".join(dict.fromkeys(usual)) or self.tr("none")

    # --- what is done ----------------------------------------------------------------------

    def _change_current(self) -> None:
        if self.list.current is None:
            self.list.go_to(0)
        self._change(self.list.current)

    def _change(self, command: Command) -> None:
        dialog = KeyDialog(self.context, command.id, self)
        if dialog.exec():
            self.give(command.id, dialog.key)
        dialog.deleteLater()

    def give(self, id: str, key: str | None) -> None:
        """The key of a command from now on: empty for none, None for the usual one."""
        changed = {
            other: kept for other, kept in self.context.actions.changed.items() if other != id
        }
        if key is not None and [key] != keys_of(self.context.actions.commands[id])[:1]:
            changed[id] = key
        name = self.context.actions.text(id)
        if key:
            said = self.tr("\u201c{command}\u201d is now done by {key}")
            said = said.format(command=name, key=key_text(key))
        elif key is None:
            said = self.tr("\u201c{command}\u201d has its usual key").format(command=name)
        else:
            said = self.tr("\u201c{command}\u201d has no key now").format(command=name)
        self.list.go_to(self.list.rows.number_of(id))
        self._put(changed, said)

    def _reset_all(self) -> None:
        self._put({}, self.tr("All keys are reset"))

    def _put(self, changed: dict[str, str], said: str) -> None:
        self._before = dict(self.context.actions.changed)
        if changed == self._before:
            return
        self.said = said
        _put_keys(self.context, changed)
        self.refresh()

    def _tell(self) -> None:
        undo = partial(_put_keys, self.context, self._before)
        self.context.say(self.said, undo=undo, icon="keyboard-outline")
        self.said = ""

    # --- on paper --------------------------------------------------------------------------

    def _print(self) -> None:
        """On this station's printer; where there is none, as a file."""
        from gui.printing import printers

        habits = habits_of(self.context.station)
        if not habits.way:
            self._ask_where()
            return
        printers.deliver(key_sheet(self.context.actions, self.context.format), habits)
        self.context.say(self.tr("Printing: keyboard shortcuts"), icon="printer-outline")

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the keyboard shortcuts"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("PDF document (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.setDirectory(str(last_folder(self.context.station)))
        dialog.selectFile(self.tr("keyboard shortcuts") + ".pdf")
        dialog.fileSelected.connect(self.save_pdf)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_pdf(self, path: str) -> None:
        """Writes the list on A4, in two columns."""
        export.write_document(Path(path), key_pages(self.context.actions, self.context.format))
        name = Path(path).name
        text = self.tr("Saved to {file}").format(file=name)
        self.context.say(text, icon="file-check-outline", bold=name)


class KeysDelegate(RowsDelegate):
    """Draws the keys of a command as key caps."""

    @guarded()
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, RowsModel)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter, option, index)
        spot = option.rect.center() + QPoint(0, 1)
        x = option.rect.left() + self.theme.px(12)
        for key in model.columns[index.column()].value(model.row(index)).split("  "):
            if key and x + key_chip_width(self.theme, key) <= option.rect.right():
                x += paint_key_chip(painter, self.theme, x, spot.y(), key) + self.theme.px(6)
        painter.restore()


def _put_keys(context: AppContext, changed: dict[str, str]) -> None:
    """Undo holds this and no window: the one that offered it is gone by then."""
    put_keys(context.actions, context.station, changed)
    context.apply_settings()


def _id(command: Command) -> str:
    return command.id
