"""What the first run brings home: the policy that was accepted, and how the shop is to be."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from models import preferences, privacy, session, staff
from models.privacy import Policy

#: The owner's staff code that a PIN typed at the first run belongs to.
OWNER_CODE = "P1"


class Start(Enum):
    """What is on the shelves on the first day."""

    DEMO = "demo"
    IMPORT = "import"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Agreement:
    """The policy was read to its end and accepted at `at` (UTC ms), in the words of `policy`."""

    policy: Policy
    at: int


@dataclass(frozen=True, slots=True)
class Answers:
    """Everything the first run asked.

    `database` is a postgresql:// URL, or empty for a file on this computer. `catalogue` is the
    file to import, None unless `start` says so.
    """

    agreement: Agreement
    language: str
    shop_name: str
    zone: str
    database: str
    owner_pin: str
    start: Start
    catalogue: Path | None


def record_agreement(agreement: Agreement) -> None:
    """Writes the acceptance into the shop that is open by now."""
    privacy.accept(agreement.policy, at=agreement.at)


def record(answers: Answers) -> None:
    """Writes the acceptance and the owner's choices into the shop that is open by now.

    The zone counts from now on; products and demo data are the caller's.
    """
    record_agreement(answers.agreement)
    preferences.put(preferences.SHOP_NAME, answers.shop_name)
    preferences.put(preferences.ZONE, answers.zone)
    session.current.zone = answers.zone
    if answers.owner_pin and not any(person.code == OWNER_CODE for person in staff.everyone()):
        staff.add(OWNER_CODE, staff.OWNER, answers.owner_pin)
