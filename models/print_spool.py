"""Papers that wait for a printer, so that an order never has to.

A job is written inside the transaction of the verb that wants the paper (`add`), or by a verb of
its own (`submit`). The station it is for takes it, which only one process can, says what it is
about to print (`begin`) and how that went (`done`, `fail`). What failed waits for a person: it is
retried or forgotten.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from peewee import JOIN, SQL, fn

from models import amounts, clock, events, session
from models.errors import BadChoice
from models.events import Receipt
from models.journal import journal
from models.journal.verbs import verb
from models.storage.database import one, rows, transaction
from models.storage.tables import Order, PrintJob

PAPERS = ("receipt", "ticket", "change", "day_close", "labels")
#: A job that was taken so long ago (ms) without a word is not printed by anybody any more.
LOST_AFTER = 2 * clock.MINUTE
LABELS_LIMIT = 2000
#: Reasons for which certainly nothing came out: the next print is no copy of this one. `extra` was
#: said by versions that needed a part of their own for receipts.
_NOTHING_CAME_OUT = frozenset(
    {"missing", "none", "no_address", "no_answer", "folder", "extra", "gone"}
)


#: Said in these words it is answered from the index of what is not printed.
OPEN = SQL("state <> 'printed'")


class State(StrEnum):
    """Where a paper stands."""

    WAITING = "waiting"
    PRINTED = "printed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class PrintRequest:
    """A paper that somebody wants.

    `subject` is the order of a receipt or a ticket, the journal entry of a change, the drawer of
    a day-close; `labels` are (product, how many). `station` has the printer, by default this one.
    """

    paper: str
    subject: int = 0
    labels: tuple[tuple[int, int], ...] = ()
    station: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """A request in the spool; `number` is its order's, moments UTC ms, `error` a reason's name."""

    id: int
    request: PrintRequest
    order_id: int | None
    number: int | None
    state: State
    attempts: int
    error: str
    copy: int
    asked_at: int


def add(requests: Iterable[PrintRequest], subject: int = 0) -> list[int]:
    """Puts papers into the spool inside the present transaction; the ids of their jobs.

    `subject` is that of all requests that name none. Raises `BadChoice`.
    """
    return [_insert(request, request.subject or subject) for request in requests]


@verb(lambda event: event.payload["job"])
def submit(request: PrintRequest) -> Receipt[int]:
    """Requests one paper; the id of its job. Raises `BadChoice`."""
    with transaction():
        (job,) = add([request])
        sequence = journal.append(
            events.PRINT_ASKED,
            {"job": job, "paper": request.paper},
            order_id=_order_of(request.paper, request.subject),
        )
    return Receipt(sequence, job)


def _insert(request: PrintRequest, subject: int) -> int:
    if request.paper not in PAPERS:
        raise BadChoice("paper", request.paper)
    if any(count < 1 for _, count in request.labels) or _count(request) > LABELS_LIMIT:
        raise BadChoice("labels", str(_count(request)))
    job: int = PrintJob.insert(
        paper=request.paper, order=_order_of(request.paper, subject), subject=subject,
        labels=json.dumps(request.labels) if request.labels else "",
        station=amounts.clean_text(request.station) or session.current.station,
        staff=session.current.staff, asked_at=clock.now(),
    ).execute()  # fmt: skip
    return job


def _order_of(paper: str, subject: int) -> int | None:
    if paper == "change":
        change = journal.entry(subject)
        return change.order_id if change else None
    return subject if paper in ("receipt", "ticket") else None


def _count(request: PrintRequest) -> int:
    return sum(count for _, count in request.labels)


# --- printing ------------------------------------------------------------------------------


def take() -> Job | None:
    """The oldest paper that waits for this station's printer, taken so that no one else prints it.

    None when nothing waits.
    """
    mine = OPEN & (PrintJob.state == State.WAITING)
    mine &= PrintJob.station == session.current.station
    free = PrintJob.taken_at.is_null()
    while True:
        oldest = one(PrintJob.select(fn.MIN(PrintJob.id)).where(mine, free))
        if oldest is None or oldest[0] is None:
            return None
        with transaction():
            won = (
                PrintJob.update(taken_at=clock.now(), attempts=PrintJob.attempts + 1)
                .where(PrintJob.id == oldest[0], mine, free)
                .execute()
            )
        if won:
            return _jobs(PrintJob.id == oldest[0])[0]


def begin(job: Job, seal: str) -> int:
    """Notes what is about to be printed; which copy of it this is, 0 for the first print.

    `seal` stands for the paper's content: what was sent to a printer with the same seal before
    is the same paper, whether it came out well or not.
    """
    with transaction():
        copy = copies(job.request, seal, besides=job.id)
        PrintJob.update(seal=seal, copy_number=copy).where(PrintJob.id == job.id).execute()
    return copy


def copies(request: PrintRequest, seal: str, besides: int = 0) -> int:
    """How often this very paper was sent to a printer before; labels have no original."""
    row = one(
        PrintJob.select(fn.COUNT(SQL("*"))).where(
            PrintJob.subject == request.subject, PrintJob.paper == request.paper,
            PrintJob.seal == seal, PrintJob.id != besides,
        )
    )  # fmt: skip
    return int(row[0]) if row and request.paper != "labels" else 0


def done(job: Job) -> Receipt[None]:
    """The paper is out."""
    with transaction():
        if _settle(job, State.PRINTED, ""):
            facts = {"job": job.id, "paper": job.request.paper, "copy": _copy_of(job.id)}
            return Receipt(journal.append(events.PRINTED, facts, order_id=job.order_id))
    return Receipt(None)


def fail(job: Job, error: str) -> Receipt[None]:
    """The paper did not come out; `error` names the reason."""
    with transaction():
        if _settle(job, State.FAILED, error):
            if error in _NOTHING_CAME_OUT:
                PrintJob.update(seal="").where(PrintJob.id == job.id).execute()
            facts = {"job": job.id, "paper": job.request.paper, "error": error}
            return Receipt(journal.append(events.PRINT_FAILED, facts, order_id=job.order_id))
    return Receipt(None)


def give_up_lost() -> list[Job]:
    """What this station took and never spoke of again (the power went) has failed: these jobs.

    It may have come out, so that a person decides whether it is printed again.
    """
    lost = _jobs(
        OPEN
        & (PrintJob.state == State.WAITING)
        & (PrintJob.station == session.current.station)
        & (PrintJob.taken_at < clock.now() - LOST_AFTER)
    )
    for job in lost:
        fail(job, "interrupted")
    return lost


def _settle(job: Job, state: State, error: str) -> bool:
    changed = (
        PrintJob.update(state=state, error=error, done_at=clock.now())
        .where(
            PrintJob.id == job.id, PrintJob.state == State.WAITING,
            PrintJob.taken_at.is_null(False),
        )
        .execute()
    )  # fmt: skip
    return bool(changed)


def _copy_of(job_id: int) -> int:
    row = one(PrintJob.select(PrintJob.copy_number).where(PrintJob.id == job_id))
    return int(row[0]) if row else 0


# --- what people do about it ---------------------------------------------------------------


@verb(lambda event: len(event.payload["jobs"]))
def retry(jobs: Sequence[int]) -> Receipt[int]:
    """Lets failed papers wait for their printer again; how many did."""
    with transaction():
        again = (
            PrintJob.update(state=State.WAITING, error="", taken_at=None, done_at=None)
            .where(PrintJob.id.in_(list(jobs)), PrintJob.state == State.FAILED)
            .execute()
        )
        if not again:
            return Receipt(None, 0)
        sequence = journal.append(events.PRINT_RETRIED, {"jobs": list(jobs)})
    return Receipt(sequence, int(again))


@verb(lambda event: len(event.payload["jobs"]))
def forget(jobs: Sequence[int]) -> Receipt[int]:
    """Takes papers that failed, or that nobody has begun to print, out of the spool; how many."""
    idle = (PrintJob.state == State.FAILED) | (
        (PrintJob.state == State.WAITING) & PrintJob.taken_at.is_null()
    )
    with transaction():
        gone = PrintJob.delete().where(PrintJob.id.in_(list(jobs)), idle).execute()
        if not gone:
            return Receipt(None, 0)
        sequence = journal.append(events.PRINT_FORGOTTEN, {"jobs": list(jobs)})
    return Receipt(sequence, int(gone))


def outstanding() -> list[Job]:
    """What has not come out yet at any station, oldest first."""
    return _jobs(OPEN)


def _jobs(condition: object) -> list[Job]:
    p = PrintJob
    query = (
        p.select(
            p.id, p.paper, p.subject, p.labels, p.station, p.order, Order.number, p.state,
            p.attempts, p.error, p.copy_number, p.asked_at,
        )
        .join(Order, JOIN.LEFT_OUTER, on=(Order.id == p.order))
        .where(condition)
        .order_by(p.id)
    )  # fmt: skip
    return rows(query, _job)


def _job(
    id_: int, paper: str, subject: int, labels: str, station: str, order_id: int | None,
    number: int | None, state: str, attempts: int, error: str, copy: int, asked_at: int,
) -> Job:  # fmt: skip
    wanted = tuple((int(product), int(count)) for product, count in json.loads(labels or "[]"))
    request = PrintRequest(paper, subject, wanted, station)
    return Job(id_, request, order_id, number, State(state), attempts, error, copy, asked_at)
