"""What is said where no window of the program stands: before the first, and after the last."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from gui.look.theme import Theme
from gui.runtime.error_handler import ErrorHandler
from gui.runtime.log_file import NAME
from gui.runtime.station import Station
from gui.widgets.messages.confirmation import tell
from gui.words.error_messages import sentence
from gui.words.language import Language
from models.errors import ShopError

translate = QCoreApplication.translate


_WORD = "said_next"


def leave_word(folder: Path, text: str) -> None:
    """What was done with all windows closed is told in the first window of the next start."""
    station = Station(folder)
    station.remember(_WORD, text)
    station.close()


def take_word(station: Station) -> str:
    """What was left to be told, once; empty where there is nothing."""
    text = station.text(_WORD)
    station.forget(_WORD)
    return text


@contextmanager
def faults_told(folder: Path) -> Iterator[None]:
    """Within this, a fault outside the windows is logged and said, as those inside them are."""

    def tell_fault(report: str) -> None:
        file = folder / "logs" / NAME
        stands = translate("opening", "What happened stands in {file}.").format(file=file)
        text = translate("opening", "A fault in the program. What was saved is safe.")
        tell(Theme(), text, stands if file.exists() else report)

    exceptions = ErrorHandler()
    exceptions.sentence_due.connect(tell_error)
    exceptions.report_due.connect(tell_fault)
    exceptions.install()
    try:
        yield
    finally:
        exceptions.close()


def tell_error(error: ShopError, more: str = "") -> None:
    """Says an error in a sentence, and waits until it is read."""
    tell(Theme(), sentence(error), more)


def tell_at_closing(
    qt: QApplication, error: ShopError, spoken: str, *, was_asked_for: bool
) -> None:
    """The windows and their language are gone by now."""
    language = Language(qt)
    language.choose(spoken)
    by_itself = translate("opening", "It happened at closing, while making a backup or tidying up.")
    tell_error(error, "" if was_asked_for else by_itself)
    language.close()
