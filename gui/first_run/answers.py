"""What the first run brings home: the policy that was accepted, and how the shop is to be."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from models.settings import privacy, station_names
from models.settings.privacy import Policy
from models.shop import set_up

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

    `station` is what this computer is called in the shop, where it perhaps `replaces` one that is
    gone. `database` is a postgresql:// URL, or
    empty for a file on this computer. `catalogue` is the file to import, None unless `start` says
    so. `backup` is the file that becomes the shop, if any. Of a shop that is joined or comes from
    a backup, name, zone, PIN and start say nothing.
    """

    agreement: Agreement
    language: str
    shop_name: str
    zone: str
    database: str
    owner_pin: str
    start: Start
    catalogue: Path | None
    station: str = station_names.USUAL
    replaces: bool = False
    backup: Path | None = None


def record_agreement(agreement: Agreement) -> None:
    """Writes the acceptance into the shop that is open by now."""
    privacy.accept(agreement.policy, at=agreement.at)


def record(answers: Answers) -> bool:
    """Writes the acceptance and the owner's choices into the shop that is open by now.

    Whether it was new; one that others have set up is joined, and none of its choices change.
    The zone counts from now on. A demo is made with it; other products are the caller's.
    """
    from models.demo import demo  # who wants none does not wait for it

    begin = demo.begin if answers.start is Start.DEMO else set_up.begin
    wanted = set_up.Wanted(answers.shop_name, answers.zone, OWNER_CODE, answers.owner_pin)
    policy, at = answers.agreement.policy, answers.agreement.at
    return begin(policy, at=at, wanted=wanted, replaces=answers.replaces)
