"""What the keys do: the verbs of `work`, done with the card and the line in focus."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from gui.fulfilment.actions import WarehouseActions
from gui.fulfilment.cards.claims import can_pick, is_free_for_us, is_mine, whose
from gui.fulfilment.overlays.overlays import Overlays
from gui.fulfilment.wall.wall import Wall
from gui.shell.app_context import AppContext
from models.fulfilment.cards import Card
from models.journal import rights
from models.print_spool import PrintRequest
from models.stages import Stage

#: What waits for a server that is away, whatever is in hand.
_WAITING = {
    "next": "fulfilment.hand_over", "rush": "fulfilment.rush", "claim": "fulfilment.release",
    "ask": "questions.ask",
}  # fmt: skip


class KeyHandlers(QObject):
    """Does nothing while no card is in focus."""

    #: A key came to a card that nobody chose: it says so first; carries the card and the command.
    introduced = Signal(object, str)

    def __init__(
        self, context: AppContext, wall: Wall, work: WarehouseActions, overlays: Overlays
    ) -> None:
        super().__init__(overlays)
        self._context = context
        self._wall = wall
        self._work = work
        self._overlays = overlays
        self._finished: int | None = None  # the order that Enter took from the wall

    def possible(self) -> dict[str, bool]:
        """Which of the commands can be done with the card and the line in focus."""
        card, line = self._wall.card, self._wall.line
        is_free = card is not None and is_free_for_us(card)
        moves_on = card is not None and (card.changed or card.stage == Stage.READY)
        if rights.waits("fulfilment.hand_over"):  # what is in hand is picked, and no more
            is_free = is_free and card is not None and card.stage < Stage.READY
            moves_on = False
        # What another station works on is left to it, and what is ready to who hands it over.
        line = line if is_free and card is not None and card.stage < Stage.READY else None
        return {
            "next": is_free or moves_on,
            "rush": card is not None and not rights.waits("fulfilment.rush"),
            "print": card is not None,
            "claim": card is not None and self._can_claim(card),
            "pick": card is not None and line is not None and can_pick(card, line),
            "part": line is not None and line.wanted > 0,
            "more": line is not None and line.open > 0,
            "less": line is not None and line.picked > 0,
            "ask": line is not None
            and line.open > 0
            and not line.asked
            and not rights.waits("questions.ask"),
            "short": line is not None and line.open > 0,
        }

    def _can_claim(self, card: Card) -> bool:
        """Also to give it back, or to take it over."""
        waits = rights.waits("fulfilment.release")
        is_only_ours = card.claimed_by is None and is_free_for_us(card)
        return card.stage < Stage.READY and (is_only_ours or not waits)

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
        if id in _WAITING and rights.waits(_WAITING[id]):
            return self.tr("This waits until the server is back")
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

    def _card_for(self, command: str) -> Card | None:
        """The card in focus, if this key can be meant for it.

        When the card before it was taken away, the key was meant for that, and the first only says
        which card it is for now. Who let it go picks on with Space, and goes on with Enter where
        Enter was the last step.
        """
        card, hand = self._wall.card, self._wall.hand
        if card is None or not hand.knows:
            return None
        if hand.lost is None:
            return card
        goes_on = command == "queue.pick" or (
            command == "queue.next" and hand.lost == self._finished
        )
        is_meant = hand.let_go and goes_on
        hand.accept()
        if not is_meant:
            self.introduced.emit(card, command)
            return None
        return card

    def pick(self) -> None:
        """Space: the current line, or its tick off again; then on to the next open line."""
        card, line = self._card_for("queue.pick"), self._wall.line
        if card is not None and line is not None and card.stage < Stage.READY:
            self._work.toggle(card, line, partial(self._wall.advance, card.id))

    def more(self) -> None:
        card, line = self._card_for("queue.more"), self._wall.line
        if card is not None and line is not None:
            self._wall.go_to_line(line.line)
            self._work.more(card, line)

    def less(self) -> None:
        card, line = self._card_for("queue.less"), self._wall.line
        if card is not None and line is not None:
            self._wall.go_to_line(line.line)
            self._work.less(card, line)

    def part(self) -> None:
        if self._card_for("queue.part") is not None:
            self._overlays.ask_part()

    def short(self) -> None:
        if self._card_for("queue.short") is not None:
            self._overlays.ask_short()

    def ask(self) -> None:
        if self._card_for("queue.ask") is not None:
            self._overlays.ask_counter()

    def next_step(self) -> None:
        """Enter: the next step of the whole card."""
        card = self._card_for("queue.next")
        if card is None:
            return
        is_last = card.stage == Stage.READY or is_mine(card)
        self._finished = card.id if is_last and not card.changed else None
        self._work.next_step(card, self._wall.category, self._wall.hidden)

    def claim(self) -> None:
        if (card := self._card_for("queue.claim")) is not None:
            self._work.claim_or_give_back(card)

    def rush(self) -> None:
        if (card := self._card_for("queue.rush")) is not None:
            self._work.rush(card)

    def print_ticket(self) -> None:
        """The pick ticket of the card in focus."""
        if (card := self._card_for("queue.print")) is not None:
            self._context.print(PrintRequest("ticket", card.id))

    def acknowledge(self) -> None:
        """The band was pressed: as the key that stands on it."""
        if self._wall.card is not None and self._wall.card.changed:
            self.next_step()
