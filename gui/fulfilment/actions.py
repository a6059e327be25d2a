"""What the warehouse says: claim, pick, short, ready, hand over; each with the way back.

Every method says one verb and tells what was done. The wall itself changes when the news of it
comes, like every other window. Undo goes by the receipts of what this wall did, newest first.
"""

from collections.abc import Callable, Collection, Sequence
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import QObject, Signal

from gui.fulfilment.cards.claims import is_mine
from gui.fulfilment.filters import aside
from gui.fulfilment.way_back import Step, WayBack
from gui.shell.app_context import AppContext
from gui.words.state_words import short_reason_text
from models import events, session
from models.errors import ChangedMeanwhile
from models.events import Event, Receipt
from models.fulfilment import fulfilment, fulfilment_queue, questions
from models.fulfilment.cards import Card, CardLine
from models.fulfilment.fulfilment_lists import Finished
from models.fulfilment.fulfilment_queue import RestockTask
from models.stages import Stage

ONE = 1000

# What follows when a verb is done: with the steps that one key took, or by itself.
Said = Callable[[list[Step]], object]
Then = Callable[[], object]


def nothing() -> None:
    """What follows a step that nothing has to follow."""


class Doubt(Enum):
    """What of some lines speaks against saying that all is picked, or noted."""

    FILTERED = auto()  # open, and of other categories than the one that is looked at
    UNSEEN = auto()  # changed, and not scrolled to
    HALF = auto()  # so many of them were counted, and that is not all


class WarehouseActions(QObject):
    """The verbs of one wall."""

    #: Goods would leave that are not paid for; carries the card as it stands now.
    unpaid = Signal(object)
    #: Lines would be ticked or noted that speak against it; carries the card, the lines, the doubt.
    unseen = Signal(object, object, object)
    #: This station took back a step, and the wall is about to hear of it; carries the order's id,
    #: and the number of the line that it was done to, or 0.
    undone = Signal(object, int)

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._way_back = WayBack(context, self)
        self._said = 0, ""  # the order, and what was said of it last
        #: The order that this wall did something to last, and nobody else since.
        self.own: int | None = None

    # --- lines -----------------------------------------------------------------------------

    def pick(
        self, card: Card, line: CardLine, quantity: int | None = None, then: Then = nothing
    ) -> None:
        """All that is open of the line, or `quantity` of it."""

        def say(steps: list[Step]) -> None:
            now = fulfilment_queue.card(card.id)  # a quick hand is ahead of the news
            if now is not None and now.stage == Stage.READY:
                self._say(self.tr("{number} is ready"), card, "check-circle", steps)
            else:
                text = self.tr("{number}: {quantity} {name} picked")
                self._say_line(text, card, line, quantity or line.open, steps)
            then()

        pick = partial(fulfilment.pick, card.id, line.line, quantity)
        self._run(pick, events.PICKED, card, say, line=line)

    def unpick(
        self, card: Card, line: CardLine, quantity: int | None = None, then: Then = nothing
    ) -> None:
        def say(steps: list[Step]) -> None:
            text = self.tr("{number}: {quantity} {name} taken out again")
            self._say_line(text, card, line, quantity or line.picked, steps)
            then()

        unpick = partial(fulfilment.unpick, card.id, line.line, quantity)
        self._run(unpick, events.UNPICKED, card, say, line=line)

    def toggle(self, card: Card, line: CardLine, then: Then = nothing) -> None:
        """Space: picks what is open, and `then`; or takes the tick off again.

        The hand is at the next line before the tick is stored: the next key is meant for that one.
        """
        if line.open:
            self.pick(card, line)
            then()
        elif line.picked:
            self.unpick(card, line)

    def set_picked(self, card: Card, line: CardLine, picked: int, then: Then = nothing) -> None:
        """So many of the line are in the box by now, more or fewer than before."""
        line = fulfilment_queue.line(card.id, line.line) or line  # as it stands by now
        if picked > line.picked:
            self.pick(card, line, picked - line.picked, then)
        elif picked < line.picked:
            self.unpick(card, line, line.picked - picked, then)

    def more(self, card: Card, line: CardLine) -> None:
        if line.open:
            self.pick(card, line, min(ONE, line.open))

    def less(self, card: Card, line: CardLine) -> None:
        if line.picked:
            self.unpick(card, line, min(ONE, line.picked))

    def short(
        self, card: Card, line: CardLine, reason: str, there: int, then: Then = nothing
    ) -> None:
        """`there` of what is open is taken, the rest is not on the shelf."""

        def say(steps: list[Step]) -> None:
            text = self.tr("Short, {reason}: {number} {quantity} {name}")
            if fulfilment_queue.card(card.id) is None:
                text = self.tr("Short, {reason}: {quantity} {name}. Order {number} is cancelled")
            missing, icon = line.open - there, "package-variant-remove"
            why = short_reason_text(reason)
            self._say_line(text, card, line, missing, steps, icon, reason=why)
            then()

        short = partial(fulfilment.short, card.id, line.line, reason=reason)
        self._take(
            card, line, there, partial(self._run, short, events.SHORTED, card, say, line=line)
        )

    def ask(
        self, card: Card, line: CardLine, reason: str, there: int, then: Then = nothing
    ) -> None:
        """The same, but the counter decides what shall become of what is missing."""

        def say(steps: list[Step]) -> None:
            text = self.tr("{number}: the counter is asked about {quantity} {name}")
            missing, icon = line.open - there, "comment-question-outline"
            self._say_line(text, card, line, missing, steps, icon)
            then()

        ask = partial(questions.ask, card.id, line.line, reason=reason)
        self._take(card, line, there, partial(self._run, ask, events.ASKED, card, say, line=line))

    def _take(self, card: Card, line: CardLine, there: int, then: Said) -> None:
        """What is there goes into the box, if the line still stands as it did when it was counted.

        Raises `ChangedMeanwhile`.
        """
        now = fulfilment_queue.line(card.id, line.line) or line
        if (now.open, now.asked) != (line.open, line.asked):
            raise ChangedMeanwhile(card.number)
        if there:
            pick = partial(fulfilment.pick, card.id, line.line, there)
            self._run(pick, events.PICKED, card, then, line=line)
        else:
            then([])

    # --- cards -----------------------------------------------------------------------------

    def next_step(
        self, card: Card, category: str | None = None, hidden: Collection[int] = ()
    ) -> None:
        """A change is acknowledged first; then claim, all ready, hand over.

        Only what was offered is done: a key may be ahead of the news, and of the eye. Who looks at
        one `category` is asked before the other lines are ticked with it, who counted a part of a
        line before the rest is, and who never saw the lines with the numbers `hidden` before the
        change of them is noted.
        """
        now = fulfilment_queue.card(card.id)
        if now is not None and self.next_text(now) != self.next_text(card):
            if not is_mine(now):
                raise ChangedMeanwhile(card.number)
            return  # the second of two keys, faster than the news of the first
        if card.changed:
            if missed := [line for line in card.lines if line.line in hidden]:
                self.unseen.emit(card, missed, Doubt.UNSEEN)
            else:
                self.acknowledge(card)
        elif card.stage == Stage.READY:
            self.hand_over(card)
        elif card.claimed_by is None:
            self.claim(card)
        elif is_mine(card):
            now = now or card
            if lines := aside(now, category):
                self.unseen.emit(now, lines, Doubt.FILTERED)
            elif lines := [line for line in now.lines if line.picked and line.open]:
                self.unseen.emit(now, lines, Doubt.HALF)
            else:
                self.all_ready(card)

    def all_ready(self, card: Card) -> None:
        """All that is open is in the box."""
        say = partial(self._say, self.tr("{number} is ready"), card, "check-circle")
        self._run(partial(fulfilment.make_ready, card.id), events.READIED, card, say)

    def next_text(self, card: Card | None) -> str:
        """What Enter does with this card."""
        if card is None:
            return self.tr("Next step")
        if card.changed:
            return self.tr("Got the change")
        if card.stage == Stage.READY:
            return self.tr("Hand over")
        if card.claimed_by is None:
            return self.tr("Claim")
        return self.tr("All ready") if is_mine(card) else self.tr("Next step")

    def acknowledge(self, card: Card) -> None:
        text = self.tr("Change of {number} noted")
        say = partial(self._say, text, card, "file-document-edit-outline")
        self._run(partial(fulfilment.acknowledge, card.id), events.ACKNOWLEDGED, card, say)

    def claim(self, card: Card) -> None:
        say = partial(self._say, self.tr("You are on {number}"), card, "account-check-outline")
        self._run(partial(fulfilment.claim, card.id), events.CLAIMED, card, say)

    def claim_or_give_back(self, card: Card) -> None:
        """M: a card that shows another station's lock is taken over from it."""
        if card.claimed_by is None:
            self.claim(card)
        elif not is_mine(card):
            say = partial(self._say, self.tr("{number} taken over"), card, "account-switch-outline")
            take_over = partial(fulfilment.claim, card.id, take_over=True)
            self._run(take_over, events.CLAIMED, card, say)
        else:
            say = partial(self._say, self.tr("{number} given back"), card, "account-off-outline")
            self._run(partial(fulfilment.release, card.id), events.RELEASED, card, say)

    def claim_text(self, card: Card | None) -> str:
        if card is None or card.claimed_by is None:
            return self.tr("Claim")
        return self.tr("Give back") if is_mine(card) else self.tr("Take over")

    def rush(self, card: Card) -> None:
        text = self.tr("{number} is a rush: right after the late ones")
        if card.rush:
            text = self.tr("{number} is no rush any more")
        say = partial(self._say, text, card, "lightning-bolt")
        self._run(partial(fulfilment.rush, card.id, not card.rush), events.RUSHED, card, say)

    def pull_forward(self, card: Card) -> None:
        """An order that is wanted later is prepared now."""
        text = self.tr("{number} is on the wall now")
        say = partial(self._say, text, card, "calendar-arrow-left")
        self._run(partial(fulfilment.pull_forward, card.id), events.PULLED_FORWARD, card, say)

    def hand_over(self, card: Card, *, unpaid: bool = False) -> None:
        """With money due, or to be given back, it leaves only when that was agreed (`unpaid`)."""
        now = fulfilment_queue.card(card.id)
        if now is not None and now.due and not unpaid:
            self.unpaid.emit(now)
            return
        text = self.tr("{number} handed over")
        if now is not None and now.due > 0:
            text = self.tr("{number} handed over unpaid")
        say = partial(self._say, text, card, "hand-extended-outline")
        self._run(partial(fulfilment.hand_over, card.id), events.HANDED_OVER, card, say)

    def recall(self, order: Finished) -> None:
        say = partial(self._say, self.tr("{number} is back"), order, "history")
        self._run(partial(fulfilment.undo_last_step, order.id), events.UNDONE, order, say)

    def put_back(self, task: RestockTask) -> None:
        def say(steps: list[Step]) -> None:
            text = self.tr("{quantity} {name} back on the shelf").format(
                quantity=self._context.format.quantity(task.quantity), name=task.name
            )
            self._context.say(text, self._way_back.of(steps), "package-up", task.name)

        self._run(partial(fulfilment.restock, task.id), events.PUT_BACK, task, say)

    def pick_stop(
        self, name: str, parts: Sequence[tuple[Card, CardLine]], then: Then = nothing
    ) -> None:
        """A product fetched once for several orders."""
        say = partial(self._say_stop, name, parts, then)
        for card, line in reversed(parts):
            pick = partial(fulfilment.pick, card.id, line.line)
            say = partial(self._run, pick, events.PICKED, card, say, line=line)
        say([])

    def _say_stop(
        self,
        name: str,
        parts: Sequence[tuple[Card, CardLine]],
        then: Then,
        steps: list[Step],
    ) -> None:
        text = self.tr("{quantity} {name} picked for {count} order(s)", "", len(parts)).format(
            quantity=self._context.format.quantity(sum(line.open for _, line in parts)),
            name=name,
            count=len(parts),
        )
        self._context.say(text, self._way_back.of(steps), "checkbox-multiple-outline", name)
        then()

    # --- inside ----------------------------------------------------------------------------

    def _run(
        self,
        verb: Callable[[], Receipt[None]],
        kind: str,
        what: Card | Finished | RestockTask,
        then: Said,
        before: Sequence[Step] = (),
        *,
        line: CardLine | None = None,
    ) -> None:
        """Says the verb and keeps its receipt; `then` has it, after those of the same key."""
        self._said = what.id, kind

        def keep(done: Receipt[None]) -> None:
            steps = list(before)
            if done.sequence is not None:  # None: somebody was faster
                number = self._context.format.order_number(what.number)
                subject = f"{number} \u00b7 {line.name}" if line is not None else number
                steps.append(self._way_back.keep(Step(done.sequence, kind, subject)))
            then(steps)

        self._context.run(verb, keep, owner=self)

    def hear(self, news: list[Event]) -> None:
        """Lets go of what was taken back elsewhere; the wall looks where it was done here."""
        mine = session.current.station
        for event in news:
            if event.station == mine and (event.order_id, event.kind) == self._said:
                self.own = event.order_id
            elif event.order_id == self.own:
                self.own = None
            if event.undone is None:
                continue
            self._way_back.forget(event.undone)
            kind = event.payload.get("facts", {}).get("kind")
            if event.station == mine and kind in events.FULFILMENT_KINDS:
                lines = list(event.payload.get("lines", {}))
                self.undone.emit(event.order_id, int(lines[0]) if len(lines) == 1 else 0)

    def undo(self) -> None:
        """Takes back what this wall did last and still stands. Raises `NothingToUndo`."""
        self._way_back.undo()

    def _say(self, text: str, what: Card | Finished, icon: str, steps: Sequence[Step]) -> None:
        number = self._context.format.order_number(what.number)
        self._context.say(text.format(number=number), self._way_back.of(steps), icon, number)

    def _say_line(
        self,
        text: str,
        card: Card,
        line: CardLine,
        quantity: int,
        steps: Sequence[Step],
        icon: str = "check",
        **words: str,
    ) -> None:
        form = self._context.format
        sentence = text.format(
            number=form.order_number(card.number),
            quantity=form.quantity(quantity),
            name=line.name,
            **words,
        )
        self._context.say(sentence, self._way_back.of(steps), icon, line.name)
