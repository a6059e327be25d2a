"""Tells when the clock of this computer was set back, or is another one than that of the server."""

from PySide6.QtCore import QObject

from gui.shell.app_context import AppContext
from models import clock
from models.journal.clock_watch import ClockWatch


class ClockNotices(QObject):
    """Looks about once a second, with the journal."""

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._watch = ClockWatch()
        self._ahead = 0  # by how much (ms) the server's clock was ahead of this computer's
        context.feed.looked.connect(self._look)

    def _look(self) -> None:
        if (ahead := clock.ahead()) != self._ahead:
            self._watch = ClockWatch()  # the clock of this computer was set, and not the shop's
            self._tell_other_clock(ahead)
        if back := self._watch.check():
            form = self._context.format
            text = self.tr(
                "The clock of this computer was set back by {time}. Orders stay in their order; "
                "please check the time."
            )
            said = [text.format(time=form.duration(back.by))]
            if back.first_day is not None and back.last_day is not None:
                text = self.tr("Orders placed meanwhile: {count}; they stay on their day, {days}.")
                days = dict.fromkeys(form.date(x) for x in (back.first_day, back.last_day))
                said.append(text.format(count=form.number(back.orders), days=" \u2013 ".join(days)))
            self._context.notice(" ".join(said))

    def _tell_other_clock(self, ahead: int) -> None:
        """That of the server counts, for all stations alike."""
        is_news, self._ahead = abs(ahead - self._ahead) >= clock.MINUTE, ahead
        if not is_news or abs(ahead) < clock.MINUTE:
            return
        if ahead > 0:
            text = self.tr(
                "The clock of this computer is {time} behind that of the server. The server's "
                "counts for all stations; please put this one right."
            )
        else:
            text = self.tr(
                "The clock of this computer is {time} ahead of that of the server. The server's "
                "counts for all stations; please put this one right."
            )
        self._context.notice(text.format(time=self._context.format.duration(abs(ahead))))
