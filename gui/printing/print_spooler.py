"""Brings what waits in the outbox to this station's printer, and tells what did not come out.

Receipt printers and files are written on a thread of their own, because a printer that is off
takes seconds to be given up. Printers of the system are painted on the GUI thread, where their
drivers expect it; that takes milliseconds, and their queue does the waiting.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from gui.printing.document_names import paper_name
from gui.printing.print_settings import PrintSettings, habits_of
from gui.runtime.background import Background
from gui.shell.app_context import AppContext
from gui.words.error_messages import sentence
from gui.words.formatting import Formatting
from models import events, print_spool, session
from models.errors import PrinterFailed, ShopError, StorageError
from models.events import Event, Receipt
from models.print_spool import Job, PrintRequest, State

if TYPE_CHECKING:
    from models.orders.order_history import OrderSheet

# What may bring a paper with it.
_NEWS = events.COUNTER_CHANGES | {
    events.PLACED, events.PAID, events.EXCHANGED, events.DRAWER_CLOSED, events.PRINT_ASKED,
    events.PRINT_RETRIED,
}  # fmt: skip

Failure = tuple[Job, str]


class PrintSpooler(QObject):
    """One for the whole program; `window` gives the window that dialogs belong to."""

    def __init__(
        self, context: AppContext, window: Callable[[], QWidget | None], immediate: bool = False
    ) -> None:
        super().__init__()
        self._context = context
        self._window = window
        self._apart = Background(context.shop.connection, immediate)
        self._here = Background(immediate=True)
        self._busy = self._again = False
        # What was just told must not wait for the printer: it is looked after when all have heard.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.look)
        context.feed.happened.connect(self._hear)

    def start(self) -> None:
        """Prints what was left in the outbox when the program ended."""
        self._soon.start()

    def close(self) -> None:
        """Lets the paper that is being printed come to its end."""
        self._soon.stop()
        self._apart.close()

    def print(self, request: PrintRequest, preview: bool = False) -> None:
        """Into the outbox; shown first where a preview is wanted or no printer was chosen yet."""
        if preview or not habits_of(self._context.station).way:
            self.show_preview(request)
            return
        self._context.run(partial(print_spool.submit, request), partial(self._say_asked, request))

    def _say_asked(self, request: PrintRequest, _: Receipt[int]) -> None:
        if request.paper not in ("receipt", "ticket"):
            self._say_printing(request, None)
            return
        from models.orders import order_history

        ask = partial(order_history.sheet, request.subject)
        self._context.background.ask(ask, partial(self._say_printing, request), owner=self)

    def _say_printing(self, request: PrintRequest, sheet: "OrderSheet | None") -> None:
        number = None if sheet is None else sheet.order.number
        name = paper_name(request.paper, number, self._context.format)
        said = self.tr("Printing: {paper}").format(paper=name)
        self._context.say(said, None, "printer-outline", name)

    def show_preview(self, request: PrintRequest) -> None:
        from gui.printing.preview import Preview

        Preview(self._context, request, self.print, self._window()).open()

    def look(self) -> None:
        """Prints everything that waits, one paper after the other."""
        habits = habits_of(self._context.station)
        if not habits.way:
            return
        if self._busy:
            self._again = True
            return
        self._busy = True
        place = self._here if habits.way == "system" else self._apart
        question = partial(print_waiting, habits, self._context.format)
        place.ask(question, self._printed, self._broke_off)

    def retry(self) -> None:
        """Everything that failed at this station waits again."""
        mine = [job.id for job in print_spool.outstanding() if _failed_here(job)]
        self._context.run(partial(print_spool.retry, mine))

    # --- inside ----------------------------------------------------------------------------

    def _hear(self, news: list[Event]) -> None:
        if any(event.kind in _NEWS for event in news):
            self._soon.start()

    def _printed(self, failures: list[Failure]) -> None:
        self._rest()
        if not failures:
            return
        job, reason = failures[-1]
        habits = habits_of(self._context.station)
        why = sentence(PrinterFailed(reason, habits.target), self._context.format)
        if len(failures) == 1:
            name = paper_name(job.request.paper, job.number, self._context.format)
            text = self.tr("{paper} was not printed. {reason}").format(paper=name, reason=why)
        else:
            text = self.tr("%n paper(s) were not printed. {reason}", "", len(failures))
            text = text.format(reason=why)
        self._context.notice(text, "warn", (self.tr("Print again"), self.retry))

    def _broke_off(self, error: BaseException) -> None:
        self._rest()
        raise error

    def _rest(self) -> None:
        self._busy = False
        if self._again:
            self._again = False
            self._soon.start()


def _failed_here(job: Job) -> bool:
    return job.state is State.FAILED and job.request.station == session.current.station


def print_waiting(habits: PrintSettings, words: Formatting) -> list[Failure]:
    """Prints what waits for this station; what did not come out, with the reason's name.

    Raises what is no fault of the printer; the paper is then in the outbox as failed.
    """
    failures: list[Failure] = [(job, "interrupted") for job in print_spool.give_up_lost()]
    while job := print_spool.take():
        try:
            print_job(job, habits, words)
        except StorageError:
            raise
        except PrinterFailed as error:
            print_spool.fail(job, error.reason)
            failures.append((job, error.reason))
        except ShopError:
            print_spool.fail(job, "gone")
            failures.append((job, "gone"))
        except Exception:
            print_spool.fail(job, "broke_off")
            raise
        else:
            print_spool.done(job)
    return failures


def print_job(job: Job, habits: PrintSettings, words: Formatting) -> None:
    """One paper, as its order stands now. Raises `PrinterFailed`, and what `paper_of` raises."""
    from gui.printing import printers
    from gui.printing.document_texts import sheet_of
    from models.printing import documents, receipt

    paper = receipt.paper_of(job.request)
    copy = print_spool.begin(job, documents.seal_of(paper))
    printers.deliver(sheet_of(paper, words, copy, habits.spelled), habits)
