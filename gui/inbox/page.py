"""The inbox: what customers wrote, oldest first; each message is read at one counter."""

from functools import partial
from uuid import uuid4

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from gui.input.actions import allow
from gui.runtime.error_handler import guarded
from gui.shell.app_context import AppContext
from gui.shell.file_choice import file_to_open
from gui.shell.page import Page
from gui.widgets.containers.empty_state import EmptyState
from gui.widgets.containers.flow import Flow
from gui.widgets.messages.confirmation import sure
from gui.widgets.rows.rows import Column, RowsView
from gui.widgets.text.labels import Label
from gui.words.fault_sentences import fault_sentence
from gui.words.station_names import station_name
from models import events
from models.events import Event, Receipt
from models.shopping_list import inbox
from models.shopping_list.files import incoming
from models.shopping_list.files.incoming import Batch
from models.shopping_list.inbox import Inbox, Incoming, Waiting


class InboxPage(Page):
    """Enter reads the message at the counter; what is pasted, dropped or opened here waits."""

    name = "inbox"

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        theme, px = context.theme, context.theme.px
        self._count = Label(theme, "", "row", "text_muted")
        self.list = RowsView(theme, self._columns(), key=_id_of)
        self.list.setAccessibleName(self.tr("Messages that wait"))
        hint = self.tr(
            "Paste a customer's message, drop a text file here, or open the export of a chat."
        )
        empty = EmptyState(theme, "inbox-outline", self.tr("No message waits"), hint)
        self.list.set_empty(empty)
        self.list.moved.connect(self._show_what_can_be_done)
        self.list.chosen.connect(self._read_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[px(16)] * 4)
        column.setSpacing(px(12))
        head = QHBoxLayout()
        head.setSpacing(px(12))
        head.addWidget(Label(theme, self.title(), "page_title"))
        head.addWidget(self._count, 1)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        foot = Flow(px(8))
        for command, handler, kind in (
            ("inbox.read", self.read, "primary"),
            ("inbox.paste", self.paste, "narrow"),
            ("inbox.open", self.open_file, "narrow"),
            ("inbox.release", self.release, "narrow"),
            ("inbox.dismiss", self.dismiss, "narrow"),
        ):
            foot.addWidget(self.button(command, handler, kind))
        column.addLayout(foot)
        self.setFocusProxy(self.list)
        self.setAcceptDrops(True)
        self._show(Inbox((), 0, None))

    def title(self) -> str:
        return self.tr("Inbox")

    def is_affected_by(self, event: Event) -> bool:
        return event.kind in (events.INBOX_CHANGED, events.RESTORED)

    def refresh(self) -> None:
        self.context.background.ask(inbox.inbox, self._show, owner=self)

    def opened(self, **arguments: object) -> None:
        self.list.setFocus()

    # --- what is shown ---------------------------------------------------------------------

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Came"), self._when, width=120, font="row_total"),
            Column(self.tr("Message"), _words),
            Column(self.tr("Lines"), self._lines, "right", 80, token="text_muted"),
            Column(self.tr("Where"), self._where, width=160, token="text_muted"),
        )

    def _when(self, row: Waiting) -> str:
        return self.context.format.time_on_day(row.at)

    def _lines(self, row: Waiting) -> str:
        return self.context.format.number(row.lines)

    def _where(self, row: Waiting) -> str:
        if row.taken_by is None:
            return self.tr("waits")
        return self.tr("read at {station}").format(station=station_name(row.station))

    def _show(self, inbox: Inbox) -> None:
        self.list.rows.show(inbox.messages)
        if self.list.current is None:
            self.list.go_to(0)
        text = ""
        if inbox.oldest_at is not None:
            words = self.context.format
            since = words.time_on_day(inbox.oldest_at)
            text = self.tr("{count} waiting, the oldest since {time}")
            text = text.format(count=words.number(inbox.waiting), time=since)
        self._count.set_text(text)
        self._show_what_can_be_done()

    def _show_what_can_be_done(self) -> None:
        row: Waiting | None = self.list.current
        none = self.tr("No message is chosen")
        free, taken = row is not None and not row.taken_by, row is not None and row.taken_by
        elsewhere = self.tr("It is being read at another counter") if taken else none
        allow(self.action("inbox.read"), free, elsewhere)
        allow(self.action("inbox.dismiss"), free, elsewhere)
        allow(self.action("inbox.release"), bool(taken), self.tr("It is not being read anywhere"))

    # --- what is done ----------------------------------------------------------------------

    def read(self) -> None:
        """At the counter, which takes it from the list of all stations."""
        row: Waiting | None = self.list.current
        if row is not None:
            self.context.open("order_entry", message=row.id)

    def _read_chosen(self, _: Waiting) -> None:
        self.action("inbox.read").trigger()

    def paste(self) -> None:
        self._take_in(QGuiApplication.clipboard().text())

    def _take_in(self, text: str) -> None:
        """Each time a message of its own, but for a key that bounces."""
        put = partial(inbox.put, [Incoming(text, f"paste {uuid4()}")])
        self.context.run(put, partial(self._say_came, Batch(())), None, self, text)

    def open_file(self) -> None:
        kinds = self.tr("Messages (*.txt *.json *.jsonl *.ndjson)")
        title = self.tr("Open messages")
        if path := file_to_open(self, title, kinds, self.context.station):
            self._read_files([path])

    def _read_files(self, paths: list[str]) -> None:
        self.context.background.ask(
            partial(incoming.messages_in, paths), self._put_batch, owner=self
        )

    def _put_batch(self, batch: Batch) -> None:
        put = partial(inbox.put, batch.messages)
        self.context.run(put, partial(self._say_came, batch), None, self)

    def _say_came(self, batch: Batch, came: Receipt[int]) -> None:
        words = self.context.format
        text = self.tr("Messages added: {count}") if came.value else self.tr("Nothing new in it")
        text = text.format(count=words.number(came.value))
        if batch.left_out:
            older = self.tr("{count} older ones were left out")
            text = f"{text}. {older.format(count=words.number(batch.left_out))}"
        self.context.say(text, None, "inbox-arrow-down-outline")
        if batch.faults:
            self.context.notice(fault_sentence(batch.faults, words))

    def release(self) -> None:
        """A counter that was left behind with it has it no more."""
        row: Waiting | None = self.list.current
        if row is not None and row.taken_by is not None:
            self.context.run(partial(inbox.give_back, [row.taken_by]), None, None, self)

    def dismiss(self) -> None:
        row: Waiting | None = self.list.current
        if row is None:
            return
        question = self.tr("Take this message off the list?")
        detail = self.tr("Its words are deleted, at every station. This cannot be undone.")
        verb = self.tr("Take it off")
        if sure(self, self.context.theme, question, detail, verb):
            self.context.run(partial(inbox.dismiss, row.id), None, None, self)

    # --- dropped ---------------------------------------------------------------------------

    @guarded()
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasText() or event.mimeData().hasUrls():
            event.acceptProposedAction()

    @guarded()
    def dropEvent(self, event: QDropEvent) -> None:
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self._read_files(paths)
        else:
            self._take_in(event.mimeData().text())
        event.acceptProposedAction()


def _id_of(row: Waiting) -> int:
    return row.id


def _words(row: Waiting) -> str:
    return " \u00b7 ".join(line.strip() for line in row.content.splitlines() if line.strip())
