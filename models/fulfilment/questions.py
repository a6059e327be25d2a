"""What the warehouse asks the counter about goods that are not there, and what the counter answers.

A question belongs to a line of an order and is kept in it, so it survives a restart, travels in the
journal, and can be undone like every other step. Whatever else happens to the line (found after
all, cancelled, reported short) makes the question smaller or settles it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from models import amounts, clock, events, session
from models.clock import MINUTE
from models.errors import BadChoice, NoQuestion, QuestionOpen, WrongStage
from models.events import Receipt
from models.fulfilment.fulfilment import corrected, open_record, too_much, work_on
from models.journal.verbs import verb
from models.orders import line_steps
from models.orders.cart import CartLine
from models.orders.record import Record, close_question
from models.print_spool import PrintRequest
from models.settings import preferences
from models.stages import Stage, open_of
from models.storage.database import rows, snapshot, transaction
from models.storage.tables import Journal, JournalHead, Order, OrderLine, of_open_orders
from models.text import redaction

#: Send what there is · another product instead · wait for it · without this line.
ANSWERS = ("send", "substitute", "wait", "drop")


@dataclass(frozen=True, slots=True)
class Question:
    """`quantity` thousandths of a line are missing; `picked` of `ordered` are there.

    `station` is the picker's, `counter` the one that took the order; `asked_at` is UTC ms.
    """

    order_id: int
    number: int
    line: int
    product_id: int
    name: str
    unit: str
    ordered: int
    picked: int
    quantity: int
    reason: str
    asked_at: int
    station: str
    counter: str


@dataclass(frozen=True, slots=True)
class OpenQuestions:
    """All open questions, oldest first; those older than `limit` ms are everybody's business.

    So are at once those to a counter that is not `attended`: it did nothing for so long.
    """

    questions: tuple[Question, ...]
    limit: int
    attended: frozenset[str] = frozenset()

    def for_counter(self, station: str, now: int) -> list[Question]:
        """Those this counter shall answer at `now` (UTC ms)."""
        return [
            question
            for question in self.questions
            if question.counter == station
            or question.counter not in self.attended
            or self.is_urgent(question, now)
        ]

    def is_urgent(self, question: Question, now: int) -> bool:
        """Whether it has waited for too long."""
        return now - question.asked_at >= self.limit


def open_questions() -> OpenQuestions:
    """What the warehouse asked and nobody answered yet."""
    query = (
        OrderLine.select(
            Order.id, Order.number, OrderLine.line, OrderLine.product, OrderLine.name,
            OrderLine.unit, OrderLine.ordered - OrderLine.cancelled, OrderLine.picked,
            OrderLine.asked, OrderLine.short_reason, OrderLine.asked_at, OrderLine.asked_by,
            Order.station,
        )
        .join(Order, on=(OrderLine.order == Order.id))
        .where(of_open_orders(), OrderLine.asked > 0)
        .order_by(OrderLine.asked_at, Order.id, OrderLine.line)
    )  # fmt: skip
    with snapshot():
        limit = preferences.get(preferences.QUESTION_AFTER) * MINUTE
        return OpenQuestions(tuple(rows(query, Question)), limit, _attended(clock.now() - limit))


def _attended(since: int) -> frozenset[str]:
    """The stations that did something since then (UTC ms)."""
    newest = JournalHead.select(JournalHead.station).join(
        Journal, on=(JournalHead.sequence == Journal.sequence)
    )
    return frozenset(rows(newest.where(Journal.at >= since), str))


@verb()
def ask(
    order_id: int,
    line: int,
    quantity: int | None = None,
    reason: str = "sold_out",
    on_shelf: int = 0,
) -> Receipt[None]:
    """Asks the counter what shall become of `quantity` thousandths (all that is open) of a line.

    Stock is corrected to `on_shelf` at once. Until the answer comes the order cannot be made
    ready. Raises `UnknownOrder`, `ClaimedByOther`, `WrongStage`, `MoreThanOpen`, `QuestionOpen`.
    """
    reason = redaction.checked_free_text("reason", reason, amounts.NOTE_LIMIT, required=True)
    amounts.checked_count(on_shelf)
    with transaction():
        record = open_record(order_id)
        row = record.line(line)
        if row["asked"]:
            raise QuestionOpen(record.number, row["name"])
        quantity = open_of(row) if quantity is None else quantity
        if type(quantity) is not int or not 0 < quantity <= open_of(row):
            raise too_much(row, quantity)
        row["asked"], row["asked_at"] = quantity, clock.now()
        row["asked_by"], row["short_reason"] = session.current.station, reason
        row["answer"] = ""
        work_on(record)
        facts = {"line": line, "quantity": quantity, "reason": reason}
        return Receipt(record.save(events.ASKED, facts | corrected(record, row, on_shelf)))


@verb()
def answer(
    order_id: int,
    line: int,
    choice: str,
    substitute: CartLine | None = None,
    *,
    papers: Sequence[PrintRequest] = (),
) -> Receipt[None]:
    """Answers one of `ANSWERS`, and changes the order by it; the warehouse has to acknowledge.

    What is missing counts as short, unless the customer waits for it. With `substitute` a line of
    another product is added. `papers` are about the change.

    Raises `UnknownOrder`, `NoQuestion` (somebody was faster), `WrongStage`, `BadChoice`,
    `BadQuantity`, `NotEnoughStock`, `TooManyLines`, `OrderIsPaid` (nothing would be left of a
    paid order: refund it first).
    """
    if choice not in ANSWERS or (choice == "substitute") != (substitute is not None):
        raise BadChoice("answer", choice)
    with transaction():
        record = Record(order_id)
        row = record.line(line)
        missing = row["asked"]
        if not missing:
            raise NoQuestion(record.number)
        if record.stage >= Stage.READY:
            raise WrongStage(record.number, record.stage)
        close_question(row)
        row["answer"] = choice
        if choice != "wait":
            row["short"] += missing
        if choice == "drop":
            line_steps.cancel_quantity(record, row, row["ordered"])
        if substitute is not None:
            line_steps.check_stock(line_steps.add_lines(record, [substitute]))
        facts = {"line": line, "answer": choice, "quantity": missing}
        return Receipt(line_steps.save_change(record, papers, events.ANSWERED, facts))
