"""What the keys do: the verbs of `work`, done with the card and the line in focus."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from gui.fulfilment.actions import WarehouseActions, can_pick, is_free_for_us, is_mine, whose
from gui.fulfilment.wall.wall import Wall
from gui.shell.app_context import AppContext
from models.print_spool import PrintRequest
from models.stages import Stage


class KeyHandlers(QObject):
    """Does nothing while no card is in focus."""

    #: Enter came to a card that nobody chose: it says so first; carries the card.
    introduced = Signal(object)

    def __init__(
        self, context: AppContext, wall: Wall, work: WarehouseActions, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._wall = wall
        self._work = work
        self._finished: int | None = None  # the order that Enter took from the wall

    def possible(self) -> dict[str, bool]:
        """Which of the commands can be done with the card and the line in focus."""
        card, line = self._wall.card, self._wall.line
        is_free = card is not None and is_free_for_us(card)
        moves_on = card is not None and (card.changed or card.stage == Stage.READY)
        # What another station works on is left to it, and what is ready to who hands it over.
        line = line if is_free and card is not None and card.stage < Stage.READY else None
        return {
            "next": is_free or moves_on,
            "rush": card is not None,
            "print": card is not None,
            "claim": card is not None and card.stage < Stage.READY,
            "pick": card is not None and line is not None and can_pick(card, line),
            "part": line is not None and line.wanted > 0,
            "more": line is not None and line.open > 0,
            "less": line is not None and line.picked > 0,
            "ask": line is not None and line.open > 0 and not line.asked,
            "short": line is not None and line.open > 0,
        }

    def why_not(self, id: str) -> str:
        """Why a command that `possible` names cannot be done, empty where that is plain."""
        card, line = self._wall.card, self._wall.line
        if card is None:
            return self.tr("No order is here")
        if id == "larger":
            return self.tr("Cards do not get larger")
        if id == "smaller":
            return self.tr("Cards do not get smaller")
        if why := whose(card, self._context):
            return why
        if line is None or id not in ("pick", "part", "short", "ask", "more", "less"):
            return ""
        if card.stage >= Stage.READY:
            text = self.tr("It is ready \u2014 {key} takes it back")
            return text.format(key=self._context.actions.key("queue.recall"))
        if line.asked:
            return self.tr("The counter is asked about it")
        if line.short and not line.open:
            return self.tr("Reported short already; nothing of it is open")
        return "" if line.open else self.tr("Picked already; nothing of it is open")

    def pick(self) -> None:
        """Space: the current line, or its tick off again; then on to the next open line."""
        card, line = self._wall.card, self._wall.line
        if card is None or line is None or not self._wall.is_chosen:
            return
        if card.stage < Stage.READY:
            self._work.toggle(card, line, partial(self._wall.advance, card.id))

    def more(self) -> None:
        card, line = self._wall.card, self._wall.line
        if card is not None and line is not None:
            self._wall.go_to_line(line.line)
            self._work.more(card, line)

    def less(self) -> None:
        card, line = self._wall.card, self._wall.line
        if card is not None and line is not None:
            self._wall.go_to_line(line.line)
            self._work.less(card, line)

    def next_step(self) -> None:
        """Enter. When the card before it went away by another key than Enter, this one was meant
        for that: the first only says which card it is for now."""
        card, lost = self._wall.card, self._wall.lost
        if card is None or not self._wall.is_chosen:
            return
        if lost is not None and lost != self._finished:
            self._wall.accept()
            self.introduced.emit(card)
            return
        is_last = card.stage == Stage.READY or is_mine(card)
        self._finished = card.id if is_last and not card.changed else None
        self._work.next_step(card, self._wall.category, self._wall.hidden)

    def claim(self) -> None:
        if self._wall.card is not None:
            self._work.claim_or_give_back(self._wall.card)

    def rush(self) -> None:
        if self._wall.card is not None:
            self._work.rush(self._wall.card)

    def print_ticket(self) -> None:
        """The pick ticket of the card in focus."""
        if self._wall.card is not None:
            self._context.print(PrintRequest("ticket", self._wall.card.id))

    def acknowledge(self) -> None:
        """The band was pressed: as the key that stands on it."""
        if self._wall.card is not None and self._wall.card.changed:
            self.next_step()
