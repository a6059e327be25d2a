"""Finds the wishes in a piece of a message, with marks between them or without.

What says when, where or for whom is set aside first. A piece that is one wish is read as such;
where it is not, it is cut (`models.shopping_list.cutting`).
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import dropwhile

from models.search.product_index import ProductIndex
from models.shopping_list.coded import coded_wish
from models.shopping_list.corrections import value_of
from models.shopping_list.cutting import Cut
from models.shopping_list.judging.matching import NOTHING, Verdict
from models.shopping_list.lines import PARCELS
from models.shopping_list.list_items import NO_ITEM
from models.shopping_list.message import DIGIT, MEDIA, TAIL, cancels
from models.shopping_list.readings import (
    Found,
    best_reading,
    has_another,
    is_nobody_known,
    is_talk,
    is_wish,
    without_people,
)
from models.text.redaction import REMOVED
from models.text.words import dictionary, words_of

#: `dua belas`, `tiga puluh empat`.
_SPOKEN = rf"(?:sepuluh|sebelas|{DIGIT}(?:\s+belas|\s+puluh(?:\s+{DIGIT}\b)?)?)"
#: When, where and for how much: never a wish, and no part of one.
_ASIDE = re.compile(
    r"(?:\b(?:nanti|nti|ntr|ntar|besok|bsk|lusa)\s+)?"
    r"(?:\b(?:di)?(?:ambil|anter|antar|jemput|kirim)\w*\s+)?"
    rf"(?:\b(?:jam|jm|pukul|pkl|at)\s*\d{{1,2}}(?:[.:]\d{{2}})?|\b(?:jam|pukul)\s+{_SPOKEN}\b)"
    r"(?:\s*(?:pagi|siang|sore|malam|mlm|wib|wita|wit|an|am|pm)\b)?(?![\w:])"
    r"|\b\d{1,2}(?:[.:]\d{2})?\s?(?:am|pm)\b"
    r"|\b(?:kamar|kmr|lantai|lt(?=\.)|rt|rw|blok|gang|gg|rumah|meja|room|apartment|floor|kelas)\.?"
    r"\s*(?:no(?:mor|mer)?\.?\s*)?(?:[a-z]?\d{1,4}[a-z]?(?:\s*/\s*\d+)?\b(?!\s*(?:[.,/]\d|%))"
    rf"|{_SPOKEN}\b)"
    r"|\b(?:tgl|tanggal|pos|satpam)\.?\s*\d{1,2}(?![\w.,/:-])"
    r"|\b(?:total|saldo|budget|ongkir)(?:nya)?\s+(?:kira2\s+|sekitar\s+)?(?:rp\.?\s?)?\d[\d.,]*"
    r"\s*(?:rb|ribu|k|jt)\b"
    r"|\b(?:uang|duit|bayar)(?:nya)?\s+(?:pakai|pake|pas)?\s*(?:rp\.?\s?)?\d[\d.,]*"
    r"\s*(?:rb|ribu|k|jt)?\b",
    re.IGNORECASE,
)
_WORD = 20
#: Somebody's name or a heading, before what is wanted.
_HEADING = re.compile(r"^([^:]{1,40}?)(?::(?!\d)|\s[-\u2013\u2014]\s)\s*(?=\S)")
#: `Mama pesan …`, `Om Heri minta …`
_ASKS = re.compile(
    r"^((?:mama|papa|ayah|bunda|ibu|bapak|kakek|nenek|adik|kakak|om|tante|mas|mbak)(?:\s[^\W\d]+)?"
    r"\s(?:pesan|pesen|minta|titip|nitip|mau))\s",
    re.IGNORECASE,
)
#: `Lina pesan …`, if the shop has nothing of that name.
_SOMEBODY_ASKS = re.compile(
    r"^((?P<name>[^\W\d]+(?:\s[^\W\d]+){0,3}?)\s(?:pesan|pesen|titip|nitip|tolong|tlg|minta|mau|mo"
    r"|butuh|beli|order|tumbas|tuku|please|needs?|wants?))\s",
    re.IGNORECASE,
)
_INSTEAD = re.compile(
    r"\b(?:di)?(?:ganti|tukar|tuker)(?:in|nya)?\s+(?:(?:sama|dengan|dgn|ama|jadi|pake|pakai)\s+)?",
    re.IGNORECASE,
)
#: What only who served last time knows.
_AS_BEFORE = re.compile(
    r"\b(?:sama|persis|pesan(?:an)?|order(?:an)?|kayak|kyk|kaya|same)\b.{0,20}"
    r"\b(?:kemarin|kemaren|kmrn|biasa(?:nya)?|minggu lalu|yesterday|last time|usual|before)\b",
    re.IGNORECASE,
)


def wishes_in(index: ProductIndex, piece: str) -> list[Found]:
    """What stands in a piece, in its order; nothing of it is left out."""
    if (coded := coded_wish(index, piece)) is not None:
        return [coded]
    if MEDIA.fullmatch(piece):
        return [Found(piece)]
    found: list[Found] = []
    end = 0
    asides = [*_ASIDE.finditer(piece)]
    for aside in [] if asides and is_wish(index, piece) else asides:  # `gg 12 2`
        behind = words_of(piece[aside.end() : aside.end() + _WORD])
        if behind and behind[0].concept in dictionary().packages:
            continue  # `pineapple jam 4 pcs`
        found += _without_heading(index, piece[end : aside.start()])
        found.append(Found(aside[0].strip(TAIL)))
        end = aside.end()
    found += _without_heading(index, piece[end:])
    return found


def _without_heading(index: ProductIndex, part: str) -> Iterator[Found]:
    """`Rina: kopi 2` is a name and a wish, but `kopi: 2` a wish."""
    part = part.strip()
    heading = _HEADING.match(part) or _ASKS.match(part)
    somebody = _SOMEBODY_ASKS.match(part)
    if heading is None and somebody and is_nobody_known(index, somebody["name"]):
        heading = somebody
    if heading and any(c.isalpha() for c in part[heading.end() :]):
        rest = part[heading.end() :]
        named = [w for w in words_of(rest) if w.number is None and value_of(w) is None]
        known = dictionary()
        goods = list(dropwhile(lambda w: w.concept in known.packages, named))
        counts = all(w.concept in known.packages or known.is_polite(w) for w in named)
        counts = counts or goods[0].text in known.joints  # `kamper minta 2 sama gula 1`
        best = best_reading(index, heading[1])
        is_sure = best is not None and (best[0].counted or best[1].verdict is Verdict.MATCH)
        is_wish = best is not None and best[1].known == 1 and is_sure
        is_wish = is_wish and not PARCELS.search(heading[1])
        if not counts and not is_wish:
            yield Found(heading[1].strip(TAIL))
            part = rest
    part = part.strip().lstrip(TAIL).rstrip(TAIL.replace(":", ""))
    if part:
        yield from _read(index, part)


def _parted_by_instead(part: str) -> tuple[str, str]:
    """`ga jadi sunlight ganti mama lemon 1`: what is cancelled, and what is wanted instead."""
    found = _INSTEAD.search(part)
    if found is None:
        return part, ""
    if not cancels(part[: found.start()]):
        swapped = part[: found.start()] + found[0].split()[0]
        return (swapped, part[found.end() :].strip(TAIL)) if cancels(swapped) else (part, "")
    return part[: found.start()].strip(TAIL), part[found.end() :].strip(TAIL)


def _read(index: ProductIndex, part: str) -> list[Found]:
    if _AS_BEFORE.search(part) and not part.endswith(":"):
        return [Found(part, NO_ITEM)]
    named = without_people(index, part).lstrip(" ,;:").rstrip(" ,;")
    bare = named.lstrip(f" ,;:{REMOVED}")
    if bare != named and (said := best_reading(index, bare)) is not None and said[0].counted:
        named = bare  # else what was taken out may have been the amount
    part = named or part
    best = best_reading(index, part)
    gone, instead = _parted_by_instead(part)
    if instead:
        return [*_read(index, gone), *_read(index, instead)]
    if cancels(part):
        return [Found(part, *(best or (NO_ITEM, NOTHING)))]
    if (
        best is not None and best[1].known == 1 and not is_talk(index, part, *best)
        and not has_another(index, *best)
    ):  # fmt: skip
        return [Found(part, *best)]
    cut = Cut(index, part)
    if (found := cut.found()) is not None:
        return found
    if best is not None and not is_talk(index, part, *best):
        item, judgement = best
        if has_another(index, *best) and judgement.verdict is Verdict.MATCH:
            judgement = replace(judgement, verdict=Verdict.ASK)
        return [Found(part, item, judgement)]
    return cut.found_one() or [Found(part)]
