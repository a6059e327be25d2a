"""Which station this process is, who stands at it, and in which zone the shop lives.

One process has one shop open; `models.shop.opening` sets this when it opens and every journal entry
carries it.
"""

from dataclasses import dataclass

PROGRAM_VERSION = "0.1.0"


@dataclass(slots=True)
class Session:
    """The station's number or name, the staff code signed in (empty when none) and the zone."""

    station: str = "1"
    staff: str = ""
    zone: str = "Asia/Jakarta"


current = Session()
