"""Brings the warehouse's questions to the counter, and the counter's answers back."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from gui.input.actions import allow
from gui.look.sounds import Sounds
from gui.order_entry.questions.question_card import QuestionCard
from gui.order_entry.questions.settlement import Settlement
from gui.printing.print_settings import papers_of_change
from gui.shell.action_button import ActionButton
from gui.shell.app_context import AppContext
from gui.shell.page import Page
from models import clock, events, session
from models.catalogue.catalogue import Product
from models.events import Event, Receipt
from models.fulfilment import questions
from models.fulfilment.questions import OpenQuestions, Question
from models.orders import order_history
from models.orders.cart import Cart, CartLine


class QuestionController(QObject):
    """A question to this counter is heard; one that waits too long comes to every counter."""

    #: The card is done with; the focus goes back to the page.
    left = Signal()
    #: Somebody wants to answer while the card is behind the payment or a list.
    out_of_sight = Signal()

    def __init__(self, context: AppContext, page: Page) -> None:
        super().__init__(page)
        self._context = context
        self._sounds = Sounds(context.station, self)
        self._settlement = Settlement(context, self)
        self._open = OpenQuestions((), 0)
        self._heard: set[tuple[int, int, int]] = set()
        #: What was noticed here about which question, until that one is answered.
        self._noticed: dict[tuple[int, int, int], str] = {}
        self._action = page.bind("order.answer", self.go_to, enabled=False)
        self.card = QuestionCard(
            context.theme, context.format, ActionButton(context.theme, self._action, "toolbar")
        )
        self.card.answered.connect(self.answer)
        self.card.substituted.connect(self.substitute)
        self.card.left.connect(self.left)
        context.feed.happened.connect(self.hear)
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self.tick)

    def hear(self, news: list[Event]) -> None:
        """A question comes and goes at the counter also while its window shows something else."""
        asked = {question.order_id for question in self._open.questions}
        if not self._is_seen() and any(
            event.kind == events.ASKED or event.order_id in asked for event in news
        ):
            self._context.background.ask(questions.open_questions, self.show_open, owner=self)

    def show_open(self, open_: OpenQuestions) -> None:
        """These are open now."""
        self._open = open_
        if open_.questions:
            self._second.start()
        else:
            self._second.stop()
        self.tick()

    def tick(self) -> None:
        """Once a second while something is asked: age, escalation, and the sound again."""
        now = clock.now()
        mine = self._open.for_counter(session.current.station, now)
        self.card.show_questions(self._open, mine, now)
        none = self.tr("The warehouse asks nothing now")
        allow(self._action, self.card.question is not None, none)
        urgent = bool(mine) and self._open.is_urgent(mine[0], now)
        asked = {_key(question) for question in mine}
        if new := [question for question in mine if _key(question) not in self._heard]:
            self._sounds.play("question", urgent)
            if not self._is_seen() and not all(map(self._is_asked_here, new)):
                remedy = None if self._page().isVisible() else (self.tr("Answer"), self._come)
                text = self.card.accessibleName()
                self._noticed = {_key(mine[0]): text}
                self._context.notice(text, "info", remedy)
        for key in self._noticed.keys() - asked:
            self._context.withdraw(self._noticed.pop(key))
        self._heard = asked
        self._sounds.remind("question", bool(mine), urgent)

    def _is_seen(self) -> bool:
        """Whether the card is, or would be, in sight: not behind the payment, a list, a page."""
        page = self.card.parentWidget()
        return page is not None and page.isVisible()

    def _is_asked_here(self, question: Question) -> bool:
        """Whether it is one's own, at a wall of this station: who asked it knows, and finds it at
        the counter."""
        return question.station == session.current.station and not self._page().isVisible()

    def _come(self) -> None:
        self._context.open("order_entry")
        self.go_to()

    def go_to(self) -> None:
        if self._is_seen():
            self.card.take_focus()
        elif self.card.question is not None:
            self.out_of_sight.emit()

    def _page(self) -> Page:
        page = self.parent()  # not kept: two that hold each other are freed late
        assert isinstance(page, Page)
        return page

    # --- answers ---------------------------------------------------------------------------

    def answer(self, question: Question, choice: str) -> None:
        said = {
            "send": self.tr("{number}: what there is of {name} is sent"),
            "wait": self.tr("{number}: the customer waits for {name}"),
            "drop": self.tr("{number}: without {name}"),
        }
        self._answer(question, choice, None, said[choice], question.name)

    def substitute(self, question: Question, product: Product, quantity: int) -> None:
        """So much (thousandths) of the other product is sent."""
        cart = Cart().add(product, quantity)
        line = cart.lines[0]
        amount = f"{self._context.format.quantity(line.quantity)} {line.unit}"
        said = self.tr("{number}: {name} instead")
        self._answer(question, "substitute", line, said, f"{amount} {line.name}")

    def _answer(
        self, question: Question, choice: str, instead: CartLine | None, said: str, name: str
    ) -> None:
        papers = papers_of_change(self._context.station)
        order, line = question.order_id, question.line
        answer = partial(questions.answer, order, line, choice, instead, papers=papers)
        done = partial(self._answered, question, said, name)
        self._context.run(answer, done, None, self, (order, line))

    def _answered(self, question: Question, said: str, name: str, done: Receipt[None]) -> None:
        self.card.forget()
        self.left.emit()
        self._settlement.show_order(order_history.sheet(question.order_id))
        number = self._context.format.order_number(question.number)
        undo = partial(self._context.undo, done.sequence)
        self._context.say(said.format(number=number, name=name), undo, "check", number)


def _key(question: Question) -> tuple[int, int, int]:
    """Which question it is; the same line may be asked about again."""
    return question.order_id, question.line, question.asked_at
