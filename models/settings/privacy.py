"""The privacy policy: its words, who accepted which of them and when, and what changed in them.

The English text is the one in force. A policy's version is its effective date and the beginning
of the English text's hash, so that no word of it can change without being asked about again;
a better translation asks nobody.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from enum import Enum
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from models import clock, events, session
from models.events import Receipt
from models.journal import journal
from models.journal.verbs import verb
from models.storage.database import rows, transaction
from models.storage.tables import PolicyAcceptance

if TYPE_CHECKING:
    from models.settings.data_inventory import Inventory

LANGUAGES = ("en", "id")

# By hand: strptime would read the month in the language of the computer.
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "policy"
_EFFECTIVE = re.compile(
    r"^Effective as of: (\d\d) (\w+) (\d{4}) (\d\d):(\d\d):(\d\d) GMT ([+-]\d+)$", re.M
)


@dataclass(frozen=True, slots=True)
class Policy:
    """A policy as it is shown: the whole text in `language`, with the hash of that very text."""

    text: str
    version: str
    effective: datetime
    sha256: str
    language: str


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A policy that was accepted: which, in which words, where and when (UTC ms).

    `effective` is ISO 8601. `withdrawn_at` is None as long as the acceptance stands.
    """

    id: int
    version: str
    effective: str
    sha256: str
    text: str
    language: str
    accepted_at: int
    program: str
    station: str
    withdrawn_at: int | None

    @property
    def is_valid(self) -> bool:
        """Whether it was not withdrawn."""
        return self.withdrawn_at is None


class Change(Enum):
    """What became of a piece of the old text."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that were kept, removed or added."""

    change: Change
    text: str


def policy(language: str = "en") -> Policy:
    """The policy in force, in `language` (`en`, or the translation `id`)."""
    words = _text("en")
    shown = words if language == "en" else _text(language)
    effective = _effective(words)
    version = f"{effective:%Y-%m-%d}.{_hash(words)[:8]}"
    return Policy(shown, version, effective, _hash(shown), language)


@verb()
def accept(shown: Policy, *, at: int | None = None) -> Receipt[None]:
    """Records that `shown` was read and accepted at this station, at `at` (UTC ms) or now."""
    moment = clock.now() if at is None else at
    facts = {
        "version": shown.version,
        "effective": shown.effective.isoformat(),
        "sha256": shown.sha256,
        "language": shown.language,
        "accepted_at": moment,
        "program": session.PROGRAM_VERSION,
        "station": session.current.station,
    }
    with transaction():
        PolicyAcceptance.insert(**facts, text=shown.text).execute()
        return Receipt(journal.append(events.POLICY_ACCEPTED, {"policy": facts}))


@verb()
def withdraw() -> Receipt[None]:
    """Takes back every acceptance of this shop; the policy is then asked about again.

    Does nothing when none stands.
    """
    moment = clock.now()
    standing = PolicyAcceptance.withdrawn_at.is_null()
    with transaction():
        taken_back = PolicyAcceptance.update(withdrawn_at=moment).where(standing).execute()
        if not taken_back:
            return Receipt(None)
        return Receipt(journal.append(events.POLICY_WITHDRAWN, {"withdrawn_at": moment}))


def acceptances() -> list[Acceptance]:
    """Every acceptance there ever was, newest first."""
    return rows(PolicyAcceptance.select().order_by(PolicyAcceptance.id.desc()).tuples(), Acceptance)


def accepted(version: str = "") -> Acceptance | None:
    """The newest acceptance that stands, of that or of whatever version; None if there is none."""
    standing = (a for a in acceptances() if a.is_valid and version in ("", a.version))
    return next(standing, None)


def needed() -> bool:
    """Whether the policy in force has still to be accepted for this shop."""
    return accepted(policy().version) is None


def data_inventory() -> "Inventory":
    """Every kind of data that is kept, why, and how much of it."""
    from models.settings import data_inventory

    return data_inventory.data_inventory()


def difference(old_text: str, new_text: str) -> list[Piece]:
    """What the new text removed from the old one and added to it, word by word, in order."""
    from difflib import SequenceMatcher  # a till that has accepted compares no policies

    old, new = _words(old_text), _words(new_text)
    pieces: list[Piece] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal":
            pieces.append(Piece(Change.KEPT, "".join(old[a:b])))
            continue
        if b > a:
            pieces.append(Piece(Change.REMOVED, "".join(old[a:b])))
        if d > c:
            pieces.append(Piece(Change.ADDED, "".join(new[c:d])))
    return pieces


def _text(language: str) -> str:
    if language not in LANGUAGES:
        raise ValueError(f"there is no policy in {language!r}")
    return (_FOLDER / f"privacy_policy.{language}.txt").read_bytes().decode("utf-8")


def _effective(words: str) -> datetime:
    found = _EFFECTIVE.search(words)
    if found is None:
        raise ValueError("the policy names no effective date")
    day, month, year, hour, minute, second, offset = found.groups()
    zone = timezone(timedelta(hours=int(offset)))
    date = (int(year), _MONTHS.index(month) + 1, int(day))
    return datetime(*date, int(hour), int(minute), int(second), tzinfo=zone)


def _words(text: str) -> Sequence[str]:
    """Words with the white space behind them, so that joining them gives the text again."""
    return re.findall(r"\S+\s*|^\s+", text)


def _hash(text: str) -> str:
    return sha256(text.encode("utf-8")).hexdigest()
