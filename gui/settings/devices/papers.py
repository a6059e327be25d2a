"""Papers that have not come out yet, at any station: print them again, or forget them."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from gui.printing.document_names import paper_name
from gui.printing.print_settings import habits_of
from gui.shell.app_context import AppContext
from gui.widgets.buttons.button import Button
from gui.widgets.containers.empty_state import EmptyState
from gui.widgets.rows.rows import Column, RowsView
from gui.words.error_messages import sentence
from models import print_spool, session
from models.errors import PrinterFailed
from models.events import Receipt
from models.print_spool import Job, State


class PapersCard(QObject):
    """Fills a card with the list and what can be done about it."""

    def __init__(self, context: AppContext, card: QVBoxLayout) -> None:
        super().__init__(card)
        self._context = context
        theme, px = context.theme, context.theme.px
        columns = (
            Column(self.tr("Paper"), self._name, width=170),
            Column(self.tr("Station"), _station, width=100, token="text_muted"),
            Column(self.tr("Requested"), self._when, width=160, token="text_muted"),
            Column(self.tr("Status"), self._standing, token=_token),
        )
        self.list = RowsView(theme, columns, key=_id, row_height=36)
        self.list.setAccessibleName(self.tr("Not printed yet"))
        self.list.setMinimumHeight(px(36 + 36 * 4))
        self.list.set_empty(
            EmptyState(
                theme, "printer-check", self.tr("Everything is printed"),
                self.tr("Anything that fails to print waits here."),
            )
        )  # fmt: skip
        card.addWidget(self.list)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        self.again = Button(theme, self.tr("Print again"), "printer-outline", "toolbar")
        self.forget = Button(theme, self.tr("Forget"), "trash-can-outline", "toolbar")
        row.addWidget(self.again)
        row.addWidget(self.forget)
        row.addStretch(1)
        card.addLayout(row)
        self.list.moved.connect(self._choose)
        self.again.clicked.connect(self._print_again)
        self.forget.clicked.connect(self._forget)
        self._choose(None)

    def refresh(self) -> None:
        self._context.background.ask(print_spool.outstanding, self._show, owner=self)

    def _show(self, jobs: list[Job]) -> None:
        self.list.rows.show(jobs)
        self._choose(self.list.current)

    def _choose(self, job: Job | None) -> None:
        self.again.setEnabled(job is not None and job.state is State.FAILED)
        self.forget.setEnabled(job is not None)

    def _print_again(self) -> None:
        if job := self.list.current:
            self._context.run(partial(print_spool.retry, [job.id]))

    def _forget(self) -> None:
        if job := self.list.current:
            self._context.run(
                partial(print_spool.forget, [job.id]), partial(self._say_forgotten, self._name(job))
            )

    def _say_forgotten(self, name: str, _: Receipt[int]) -> None:
        self._context.say(self.tr("{paper} is forgotten").format(paper=name), None, "check", name)

    def _name(self, job: Job) -> str:
        return paper_name(job.request.paper, job.number, self._context.format)

    def _when(self, job: Job) -> str:
        return self._context.format.date_and_time(job.asked_at)

    def _standing(self, job: Job) -> str:
        if job.state is State.FAILED:
            here = job.request.station == session.current.station
            printer = habits_of(self._context.station).target if here else job.request.station
            return sentence(PrinterFailed(job.error, printer), self._context.format)
        return self.tr("Waits for the printer")


def _id(job: Job) -> int:
    return job.id


def _station(job: Job) -> str:
    return job.request.station


def _token(job: Job) -> str:
    return "on_danger_soft" if job.state is State.FAILED else "text_muted"
