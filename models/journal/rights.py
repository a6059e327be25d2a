"""Who may do what: a line for each verb, each deed inside one, and each question not for all.

Rights hold as soon as an owner in use has a PIN; until then the shop is open. From then on nothing
is done by nobody, and each verb is held against this table before it begins. What a line does not
give to a role may be lifted by an owner's approval, for this one request. While the acceptance of
the policy is withdrawn nothing is done by anybody.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from models import session
from models.errors import NotAllowed, NotSignedIn, PolicyNotAccepted, Undecided, WaitsForServer
from models.storage.database import Statement, database, translated_errors
from models.storage.tables import PolicyAcceptance, Staff

Given = ParamSpec("Given")
Value = TypeVar("Value")

OWNER, COUNTER, WAREHOUSE = "owner", "counter", "warehouse"
ROLES = (OWNER, COUNTER, WAREHOUSE)


@dataclass(frozen=True, slots=True)
class Right:
    """Whose deed it is, and for whom an owner may approve it. `signed_in`: not while locked;
    `consented`: not while the acceptance of the policy is withdrawn.
    """

    roles: frozenset[str]
    approved: frozenset[str]
    signed_in: bool
    consented: bool


def _right(
    letters: str, approved: str = "", *, signed_in: bool = True, consented: bool = True
) -> Right:
    """`c`ounter and `w`arehouse; an owner may do everything."""
    named = {"c": COUNTER, "w": WAREHOUSE}
    roles = frozenset({OWNER, *(named[letter] for letter in letters)})
    lifted = frozenset(named[letter] for letter in approved)
    return Right(roles, lifted, signed_in, consented)


_ALL = _right("cw")
_COUNTER = _right("c")
_APPROVED = _right("", "c")
_OWNER = _right("")
_UNASKED = _right("cw", signed_in=False, consented=False)

#: What a station does by itself while the server is away; all else waits for it.
AWAY = frozenset(
    {
        "orders.place", "payments.pay",
        "held_carts.hold", "held_carts.keep_for", "held_carts.resume", "held_carts.resume_for",
        "held_carts.discard", "held_carts.release_drafts",
        "print_spool.submit", "print_spool.retry", "print_spool.forget",
        "shopping_list.learn", "learned.learn",
        "fulfilment.claim", "fulfilment.pick", "fulfilment.unpick", "fulfilment.short",
        "fulfilment.make_ready", "fulfilment.acknowledge", "undo.undo",
        "page",
    }
)  # fmt: skip

#: What is done also while nobody has decided about what the proof found: it loses nothing, or is
#: on the way to the decision.
UNDECIDED_TOO = frozenset(
    {
        "held_carts.keep_for", "held_carts.release_drafts", "inbox.give_back",
        "print_spool.submit", "print_spool.retry", "print_spool.forget",
        "privacy.accept", "privacy.withdraw", "staff.unlock", "staff.recover",
        "send_queue.deliver", "send_queue.deliver_payment", "send_queue.set_aside",
        "work.deliver",
    }
)  # fmt: skip

RIGHTS: dict[str, Right] = {
    # Taking, holding, changing and cancelling what is not paid for
    "orders.place": _COUNTER,
    "orders.change": _COUNTER,
    "orders.cancel": _COUNTER,
    "orders.cancel_line": _COUNTER,
    "order_changes.send": _COUNTER,
    "orders.lower_paid": _APPROVED,
    "orders.large_discount": _APPROVED,
    "held_carts.hold": _COUNTER,
    "held_carts.keep_for": _right("cw", signed_in=False),  # whoever comes next, or nobody yet
    "held_carts.resume_for": _ALL,
    "held_carts.resume": _COUNTER,
    "held_carts.discard": _COUNTER,
    "held_carts.release_drafts": _UNASKED,  # a window that comes back tidies up
    "questions.answer": _COUNTER,
    "shopping_list.learn": _COUNTER,
    "inbox.put": _UNASKED,  # a message comes whoever is there
    "inbox.take": _COUNTER,
    "inbox.finish": _COUNTER,
    "inbox.dismiss": _COUNTER,
    "inbox.give_back": _UNASKED,  # a window that comes back tidies up
    "learned.learn": _COUNTER,
    "learned.forget": _COUNTER,
    "catalogue.add_alias": _COUNTER,
    "catalogue.remove_alias": _COUNTER,
    "favourites.add": _COUNTER,
    "favourites.move": _COUNTER,
    "favourites.remove": _COUNTER,
    # Money
    "payments.pay": _COUNTER,
    "payments.refund": _APPROVED,
    "returns.return_goods": _APPROVED,
    "returns.exchange": _COUNTER,  # for less than came back it is approved like goods that do
    "drawer.open_drawer": _COUNTER,
    "drawer.close_drawer": _COUNTER,
    "drawer.close_with_difference": _APPROVED,
    "drawer.move": _APPROVED,
    # The warehouse
    "fulfilment.claim": _ALL,
    "fulfilment.release": _ALL,
    "fulfilment.pick": _ALL,
    "fulfilment.unpick": _ALL,
    "fulfilment.short": _ALL,
    "fulfilment.make_ready": _ALL,
    "fulfilment.hand_over": _ALL,
    "fulfilment.hand_over_unpaid": _right("c", "w"),
    "fulfilment.rush": _ALL,
    "fulfilment.pull_forward": _ALL,
    "fulfilment.acknowledge": _ALL,
    "fulfilment.undo_last_step": _ALL,
    "fulfilment.restock": _ALL,
    "questions.ask": _ALL,
    "stock.adjust": _ALL,
    # The catalogue
    "catalogue.add_product": _APPROVED,
    "catalogue.change_product": _APPROVED,
    "catalogue.add_barcode": _APPROVED,
    "catalogue.remove_barcode": _APPROVED,
    "stock.stop_counting": _APPROVED,
    "catalogue_import.run": _APPROVED,
    "past_sales.run": _OWNER,
    # What a station did while the server was away: it was allowed there and then
    "send_queue.deliver": _right("cw", signed_in=False),
    "send_queue.deliver_payment": _right("cw", signed_in=False),
    "send_queue.set_aside": _right("cw", signed_in=False),
    "work.deliver": _right("cw", signed_in=False),
    # Paper, and one's own deeds
    "print_spool.submit": _ALL,
    "print_spool.retry": _ALL,
    "print_spool.forget": _ALL,
    "undo.undo": _ALL,
    "undo.of_another": _OWNER,
    # What is asked of the shop
    "page": _ALL,
    "statistics": _OWNER,
    "occasions.add": _OWNER,
    "occasions.change": _OWNER,
    "occasions.remove": _OWNER,
    "export": _OWNER,
    "staff.deeds": _OWNER,
    # The shop itself
    "preferences.put": _OWNER,
    "staff.add": _OWNER,
    "staff.set_role": _OWNER,
    "staff.set_active": _OWNER,
    "staff.unlock": _OWNER,
    "staff.set_pin": _ALL,  # one's own, by the old one
    "staff.reset_pin": _OWNER,
    "staff.set_badge": _OWNER,
    "staff.make_recovery_code": _OWNER,
    "staff.recover": _UNASKED,  # by what only its owner knows
    "privacy.accept": _UNASKED,
    "privacy.withdraw": _right("", consented=False),
    "backup.elsewhere": _OWNER,
    "backup.restore": _OWNER,
    "training": _OWNER,
    "station.name": _OWNER,
    "place.move": _OWNER,
    "mend.sums": _UNASKED,  # they follow from the journal, whoever looks
    "erase": _OWNER,
    "retention": _OWNER,
    "demo.remove": _OWNER,
}

#: What nobody gave a line to is the owner's.
_UNLISTED = _OWNER

_EVERYONE = Statement(
    lambda: Staff.select(Staff.code, Staff.role, Staff.active, Staff.pin_hash != "")
)


_NEWEST_CONSENT = Statement(
    lambda: (
        PolicyAcceptance.select(PolicyAcceptance.version, PolicyAcceptance.withdrawn_at)
        .order_by(PolicyAcceptance.id.desc())
        .limit(1)
    )
)


@dataclass(frozen=True, slots=True)
class Standing:
    """Who is at this station, as far as rights go: `role` is empty when nobody is.

    `holds`: there is an owner with a PIN, so rights count.
    """

    holds: bool
    role: str

    def may(self, deed: str) -> bool:
        """Whether the deed can be done without asking anybody."""
        right = RIGHTS.get(deed, _UNLISTED)
        return not self.holds or not right.signed_in or self.role in right.roles

    def may_ask(self, deed: str) -> bool:
        """Whether the deed can be done, be it by an owner's approval."""
        return self.may(deed) or self.role in RIGHTS.get(deed, _UNLISTED).approved


def standing() -> Standing:
    """Whether rights hold, and what the person at this station works as."""
    return _standing(session.current.staff)[0]


def _standing(code: str) -> tuple[Standing, frozenset[str]]:
    """The standing of `code`, and the owners who may approve."""
    with translated_errors():
        everyone = _EVERYONE.run({}).fetchall()
    roles = {one: role for one, role, active, _ in everyone if active}
    owners = {one for one, role, active, pin in everyone if active and pin and role == OWNER}
    return Standing(bool(owners), roles.get(code, "")), frozenset(owners)


def check(deed: str, details: Callable[[], Mapping[str, Any]] = dict) -> None:
    """Passes who may do `deed`, by right or by an owner's approval of this request.

    `details` gives what an owner who is asked to approve has to know.

    Raises `NotSignedIn`, `NotAllowed` (with who may, and whether an owner can approve it here).
    """
    right = RIGHTS.get(deed, _UNLISTED)
    if not right.signed_in:
        return
    now, owners = _standing(session.current.staff)
    if now.may(deed):
        return
    if not now.role:
        raise NotSignedIn
    asked = session.request()
    if now.role in right.approved and asked is not None and asked.approved_by in owners:
        asked.is_approved = True
        return
    roles = tuple(r for r in ROLES if r in right.roles)
    raise NotAllowed(deed, roles, now.role in right.approved, details())


def check_meant(deed: str) -> None:
    """Raises `NotAllowed` where rights hold and no owner's PIN was typed for this very request."""
    asked = session.request()
    if standing().holds and not (asked and asked.approved_by):
        raise NotAllowed(deed, (OWNER,), True, {})


def withdrawn_policy() -> str:
    """The version of the policy of which the shop took its acceptance back: empty while one
    stands, and before the first."""
    with translated_errors():
        newest = _NEWEST_CONSENT.run({}).fetchone()
    return newest[0] if newest is not None and newest[1] is not None else ""


def check_consent(deed: str) -> None:
    """Raises `PolicyNotAccepted` where the acceptance was withdrawn and the deed needs it."""
    if RIGHTS.get(deed, _UNLISTED).consented and (version := withdrawn_policy()):
        raise PolicyNotAccepted(version)


def check_server(deed: str) -> None:
    """Raises `WaitsForServer` where the station goes on alone, and the deed is not done so."""
    if waits(deed):
        raise WaitsForServer


def check_decided(deed: str) -> None:
    """Raises `Undecided` while the shop is read only, and the deed would change it."""
    if session.current.is_undecided and deed not in UNDECIDED_TOO:
        raise Undecided


def check_change(deed: str, details: Callable[[], Mapping[str, Any]] = dict) -> None:
    """All that stands before a deed that changes the shop: raises what `check`, `check_consent`,
    `check_server` and `check_decided` raise."""
    check(deed, details)
    check_consent(deed)
    check_server(deed)
    check_decided(deed)


def waits(deed: str) -> bool:
    """Whether the deed waits for a server that is away."""
    return database.is_own and deed not in AWAY


def may_now(deed: str) -> bool:
    """Whether who is here may do the deed, and it does not wait for a server."""
    return standing().may(deed) and not waits(deed)


def checked(deed: str) -> Callable[[Callable[Given, Value]], Callable[Given, Value]]:
    """Marks a question, or a deed that is no verb: `check(deed)` and `check_server` go before."""

    def mark(function: Callable[Given, Value]) -> Callable[Given, Value]:
        @wraps(function)
        def allowed(*given: Given.args, **named: Given.kwargs) -> Value:
            check(deed)
            check_server(deed)
            return function(*given, **named)

        CHECKED.setdefault(deed, []).append(allowed)
        return allowed

    return mark


#: What `checked` marked, by deed.
CHECKED: dict[str, list[Callable[..., object]]] = {}
