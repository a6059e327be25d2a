"""Tells what became of the orders that were taken while the server was away, and what waits."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from gui.runtime.keeping.line import Line
from gui.shell.announcements.trouble import Window, waiting_text
from gui.shell.app_context import AppContext
from gui.widgets.messages.confirmation import sure, tell
from gui.words.deed_words import deed_word
from gui.words.error_messages import sentence
from gui.words.formatting import Formatting
from models import events

if TYPE_CHECKING:
    from models.shop.offline.refused import Refused
    from models.shop.offline.send_queue import Sent

translate = QCoreApplication.translate

_NAMED = 6  # orders whose new numbers stand in the notice


class SentNotices(QObject):
    """At every window: the wall calls the new numbers, too."""

    def __init__(
        self,
        context: AppContext,
        line: Line,
        windows: Callable[[], Sequence[Window]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context, self._windows = context, windows
        line.sent.connect(self._tell)

    def _tell(self, sent: Sequence["Sent"]) -> None:
        taken = [x for x in sent if x.number is not None]
        refused = len([x for x in sent if x.error is not None])
        said = [self._said_of(taken)] if taken else []
        if refused:
            said.append(self.tr("%n could not be sent.", "", refused))
        kind, remedy = ("warn", (self.tr("One by one"), self._show)) if refused else ("ready", None)
        for window in self._windows():
            window.notice(" ".join(said), kind, True, remedy)

    def _said_of(self, taken: Sequence["Sent"]) -> str:
        """What the orders are called from now on, and what was sold at another price than now."""
        call = self._context.format.order_number
        numbers = [f"{call(x.own_number)} → {call(x.number or 0)}" for x in taken[:_NAMED]]
        more = ["…"] if len(taken) > _NAMED else []
        text = self.tr("%n order(s) sent: {numbers}.", "", len(taken))
        said = text.format(numbers=", ".join(numbers + more))
        names = list(dict.fromkeys(x.name for order in taken for x in order.other_prices))
        if names:
            text = self.tr("Sold at the price of before: {names}.")
            said = f"{said} {text.format(names=', '.join(names[:_NAMED]))}"
        return said

    def _show(self) -> None:
        show_refused(self._context)


def name_of_unsent(number: int, paid: int, format: Formatting) -> str:
    """What a held cart is called whose order could not be sent."""
    if not paid:
        return format.order_number(number)
    text = translate("SentNotices", "{number}, paid {sum}")
    return text.format(number=format.order_number(number), sum=format.money(paid))


def show_refused(context: AppContext) -> None:
    """One after the other, to whoever sent it."""
    form, line = context.format, context.line
    if line is None:
        return
    for (_, reason, _), together in groupby(line.refused, partial(_told_with, form=form)):
        first, *others = together
        if first.kind == events.PAID:
            what = translate("SentNotices", "A payment for {number} could not be sent")
            next_step = translate("SentNotices", "{sum} was taken: record or return it.")
        elif first.kind == events.PLACED:
            what = translate("SentNotices", "{number} could not be sent")
            next_step = translate("SentNotices", "It waits among the held carts as “{name}”.")
        else:
            what = translate("SentNotices", "{number}: picked here, and not noted on the card")
            text = translate(
                "SentNotices",
                "Look at the card: what is in the box may have to go back to the shelf.",
            )
            next_step = "\n".join([*map(_deed, (first, *others)), text])
        name = name_of_unsent(first.number, first.paid, form)
        next_step = next_step.format(name=name, sum=form.money(first.paid))
        number = form.order_number(first.number)
        tell(context.theme, what.format(number=number), f"{reason}\n{next_step}")
        for refused in (first, *others):
            line.see(refused)


def _told_with(refused: "Refused", form: Formatting) -> tuple[int, str, int]:
    """The steps of a picker on one card are told together where the reason is the same."""
    is_alone = refused.kind in (events.PLACED, events.PAID)
    return refused.number, sentence(refused.error, form), refused.entry if is_alone else 0


def _deed(refused: "Refused") -> str:
    return ": ".join(filter(None, (deed_word(refused.kind), refused.goods)))


def may_close(context: AppContext, window: QWidget) -> bool:
    """Whether the program may be closed, though something waits to be sent."""
    waiting = 0 if context.line is None else context.line.waiting
    if not waiting:
        return True
    return sure(
        window,
        context.theme,
        waiting_text(waiting),
        translate(
            "SentNotices",
            "They stay on this computer. They are sent when BotBelanja is opened here and the "
            "server can be reached.",
        ),
        translate("SentNotices", "Close all the same"),
    )
