"""What the computers of a shop are called: each has a name of its own.

*Kasir 2* and *Counter 2* are one name in two languages; a shop of the first version that only
knows a *2* means the same. Names that the program gave are shown in the language of the screen,
those that a person typed as they were typed.
"""

from collections.abc import Collection
from itertools import count

#: Before the number of a name that the program gave: a blank that nobody types.
GIVEN = "\N{NO-BREAK SPACE}"
#: What a computer is called as long as nobody says otherwise.
USUAL = f"Kasir{GIVEN}1"
EXAMPLES = (USUAL, f"Gudang{GIVEN}1")

_KINDS = {"counter": "kasir", "warehouse": "gudang", "office": "kantor"}


def is_taken(name: str, stations: Collection[str]) -> bool:
    """Whether one of the `stations` is called so, in whatever language."""
    return _plain(name) in map(_plain, stations)


def same_name(name: str, stations: Collection[str]) -> str:
    """The one of the `stations` that is called so, as it is stored; empty where none is."""
    return next((one for one in stations if is_taken(name, (one,))), "")


def free_name(wanted: str, stations: Collection[str]) -> str:
    """`wanted`, or the same with the next number that none of the `stations` has."""
    if not is_taken(wanted, stations):
        return wanted
    words, number = _parted(wanted)
    kind = " ".join(words) or USUAL.split()[0]
    numbers = count(int(number) + 1 if number else 2)
    blank = GIVEN if GIVEN in wanted or not words else " "
    return next(name for n in numbers if not is_taken(name := f"{kind}{blank}{n}", stations))


def _parted(name: str) -> tuple[list[str], str]:
    """The words of a name, and the number at its end."""
    words = name.split()
    return (words[:-1], words[-1]) if words and words[-1].isdecimal() else (words, "")


def _plain(name: str) -> tuple[str, int]:
    words, number = _parted(name.casefold())
    kind = " ".join(words) or "kasir"
    return _KINDS.get(kind, kind), int(number or 0)
