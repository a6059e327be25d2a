"""A message as a messenger, browser or spreadsheet hands it over, made plain lines of words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from models.text.words import Word, dictionary, fold, words_of

DIGIT = "(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)"
_SEPARATOR = re.compile(
    # Marks as a telephone that listens writes them; `dua koma lima` is a number.
    rf"\btitik\b|\bkoma\b(?!\s+(?:\d|{DIGIT}\b))|"
    r"[;|]|,(?!\d)|(?<!\d),|\s/\s|[?!]+\s|[\u2022\u25aa\u25ab\u25b6\u25cb\u25cf\u25e6\u2600-\u27bf\U0001f000-\U0001faff]+"
)
#: A full stop ends a wish, except behind what is shortened by it and behind the number of a list.
_STOP = re.compile(r"(?:\b(\w{1,12}))?\.+(?=\s|$)")
#: `1. indomie 5 2. aqua 3`
_NUMBERED = re.compile(r"(?:^|\s)1[.)]\s?[^\W\d].*\s2[.)]\s?[^\W\d]")
_NUMBER = re.compile(r"(?:^|\s)\d{1,2}[.)](?=\s?[^\W\d])")
_JOINT = re.compile(
    r"(\s(?:dan|and|sama|sm|terus|trus|lalu|plus|tambah|then|\+(?!\s\d{1,2}\s*$)|&)\s)",
    re.IGNORECASE,
)
#: What stands under such a heading was asked for at another time, and what stands under the others
#: is asked for now.
_EARLIER = re.compile(
    r"\b(?:kemarin|kemaren|kmrn|minggu lalu|yesterday|last time)\b", re.IGNORECASE
)
#: `-----Pesan asli-----`, `On Monday Budi wrote:`, and the line of dashes that may end it.
_OLDER = re.compile(
    r"^\W*(?:pesan (?:asli|sebelumnya|lama)|original message|previous message)\W*$"
    r"|\b(?:wrote|menulis)\s*:\s*$",
    re.IGNORECASE,
)
_RULE = re.compile(r"\s*[-_=*~\u2013\u2014]{3,}\s*")
_NOW = re.compile(r"\b(?:hari ini|sekarang|skrg|tambah\w*|today|now)\b", re.IGNORECASE)
_BULLET = re.compile(
    r"^(?:#\s?\d{1,3}[.):]?(?=\s)|[^\w½¼¾(▮]*\[[xXvV✓✔ ]?\]|[^\w½¼¾(▮]+|\(\s*\)|\d{1,2}\u20e3"
    r"|\d{1,3}[.)](?=\s|[^\W\d])|[a-z][.)]\s)+"
)
#: A mark that is no sign of a bold or crossed out word: `- gula`, `1. gula`, `* gula`, `[x] gula`.
_LISTED = re.compile(r"\s*(?:[^\w\s*_~>\"'(]|\*\s|\(\s*\)|\d{1,3}[.)]|[a-z][.)]\s)")
#: `Bu Sri - gula 1 kg`
_FOR_WHOM = re.compile(
    r"(?:bu|ibu|pak|bpk|bapak|mas|mbak|mba|kak|tante|om|bang|mr|mrs|ms)\b\.?"
    r"(?:\s+[^\W\d]+){1,2}\s*[:\-\u2013\u2014]\s*(?=\w)|\u25ae\s*[:\-\u2013\u2014]\s*(?=\w)",
    re.IGNORECASE,
)
_MARKS = " \t*_~"
TAIL = " \t.,;:!?-–—_*/|\"'"
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]{0,15})(?:\s[^<>]{0,300})?/?>|<!--[^>]{0,300}-->")
_INLINE = {"a", "b", "i", "u", "em", "strong", "span", "font", "small", "td", "th"}
#: What turns the direction of writing, joins signs or takes no room; nobody types it.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe0e\ufe0f\ufeff]"
)

#: A wish as a program wrote it (see `coded`).
CODED = re.compile(
    r"\[#(?P<sku>[^\[\]\n]{0,64})\] (?P<words>[^\n]+) \u00d7 "
    r"(?P<quantity>\d{1,9}(?:\.\d{1,3})?|\?)(?: (?P<unit>[^\W\d_]{1,20}))?"
)

_FROM_LEFT = "\u200e"
_CLOCK = re.compile(r"\d{1,2}[.:]\d{2}\b")
_COUNT = re.compile(r"[xX]?\s?\d{1,3}(?:[.,/]\d)?\s?[xX]?")
#: What is said once for several items: `masing-masing 2`, `@ 2`.
_EACH = re.compile(
    r"\bmasing(?:[- ]?masing|2)?\b|\beach\b|@(?=\s*\d{1,2}(?![\d.,]|\s*(?:k|rb|ribu)\b))",
    re.IGNORECASE,
)
#: The concept of *ga jadi*, *batal*, *cancel*.
CANCELLED = "batal"
#: That much, and not what was said before.
ONLY = ("aja", "ajah", "saja", "doang", "only", "cukup")
_DENIALS = {"bukan", "jangan"}

_DATE = (
    r"(?:\d{1,4}[./\-]\d{1,2}(?:[./\-]\d{2,4})?"
    r"|\d{1,2} \w{3,9}\.?(?: \d{4})?|\w{3,9} \d{1,2}(?:, \d{4})?)"
)
_TIME = r"\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:\s?[aApP]\.?[mM]\.?)?"
_STAMP = rf"(?:{_DATE},?(?: at)?\s{{1,3}}{_TIME}|{_TIME},?\s{{1,3}}{_DATE})"
_NAME = r"(?P<name>[^:\n\[\]]{1,60})"
#: `[19:02, 12/3/2024] Rina: …`, `12/03/24 19.02 - Rina: …`, `Rina, [12.03.24 19:02]`
_HEADERS = (
    re.compile(rf"\s*\[(?:{_STAMP}|{_TIME})\]\s*(?:{_NAME}:(?:\s|$))?"),
    re.compile(rf"\s*{_STAMP}\s+[-\u2013]\s+{_NAME}(?::(?:\s|$)|$)"),
    re.compile(rf"\s*{_NAME},?\s*\[{_STAMP}\]:?\s*"),
)
#: A picture, a voice message or a file that an export names and does not hold.
_THINGS = re.compile(
    r"<(?:media|file|attached|terlampir)[^<>]{0,100}>"
    r"|(?<!\[)\b(?:image|video|audio|sticker|gif|document|contact card|gambar|foto|stiker|dokumen"
    r"|kartu kontak) (?:omitted|tidak disertakan)\b"
    r"|(?<![\[\w .()-])\w[\w .()-]{0,80}\.\w{2,5} \((?:file attached|file terlampir)\)",
    re.IGNORECASE,
)
#: The same as it is kept: on a line of its own, and no wish.
MEDIA = re.compile(
    r"\[(?=[^\[\]]*\b(?:omitted|attached|disertakan|terlampir)\b)[^\[\]\n]{1,140}\]", re.IGNORECASE
)
#: What a chat program writes in a customer's place.
_NO_WORDS = re.compile(
    r"(?:null|this message was deleted|you deleted this message|pesan ini (?:telah )?dihapus"
    r"|anda menghapus pesan ini|waiting for this message.*|menunggu pesan ini.*)\.?",
    re.IGNORECASE,
)


def plain(text: str) -> tuple[str, int]:
    """`text` without tags, invisible signs and who wrote when; and how many people were named.

    A line stays the line that it was, except for text from a browser, which has none; and what
    is only mentioned (`MEDIA`) has one for itself.
    """
    text = _INVISIBLE.sub("", text)
    text = _THINGS.sub(lambda thing: f"\n[{thing[0].strip('<>')}]\n", text)
    if "<" in text:
        text = _TAG.sub(_instead, text)
    names: set[str] = set()
    lines = [_without_header(line, names) for line in text.splitlines()]
    return "\n".join(lines), len(names)


def _instead(tag: re.Match[str]) -> str:
    return " " if (tag[1] or "").lower() in _INLINE else "\n"


def _without_header(line: str, names: set[str]) -> str:
    for header in _HEADERS:
        if found := header.match(line[:200]):
            if found["name"]:
                names.add(found["name"].strip())
            return line[found.end() :]
    return line


def chat_line(line: str) -> tuple[str, str, str] | None:
    """Who wrote a line of a chat's export, when (as it stands there) and what; None for a line that
    goes on with the one before. What the chat program says itself has no writer: a phone of Apple
    says it in the customer's name, behind a mark of direction."""
    line = line.lstrip(_FROM_LEFT)
    for header in _HEADERS:
        if found := header.match(line[:200]):
            name = (found["name"] or "").strip()
            stamp = found[0].replace(found["name"] or "", "").strip(" :-\u2013")
            if header is not _HEADERS[2] and not found[0].rstrip().endswith(":"):
                return "", stamp, ""
            said = line[found.end() :]
            is_own = said.startswith(_FROM_LEFT) and not _THINGS.search(said)
            return name, stamp, "" if is_own or _NO_WORDS.fullmatch(said.strip()) else said
    return None


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a message that may be an item, as written, and its line, from 0.

    `sure` is False where something beside it says how much: a number on a line of its own that
    may belong to either neighbour, `masing-masing 2`.
    """

    line: int
    text: str
    sure: bool = True
    #: Whether its line begins with the number or the mark of a list.
    is_listed: bool = False


def pieces(text: str) -> list[Piece]:
    """The parts of a message, without bullets."""
    lines = text.splitlines()
    rows = [[row] if _is_whole(row) else _joined(list(_parts(row))) for row in lines]
    shared = not _share_out(rows)
    numbers = [_is_count(parts) for parts in rows if parts]
    below = numbers == [True, False] * (len(numbers) // 2)
    above = numbers == [False, True] * (len(numbers) // 2)
    said: list[Piece] = []
    waiting = before = ""
    is_earlier = False
    for line, (row, parts) in enumerate(zip(lines, rows, strict=True)):
        is_earlier = _is_earlier(row, before, is_earlier)
        before = row
        sure = not (shared or is_earlier or row.lstrip().startswith(">"))
        is_listed = bool(_LISTED.match(row))
        if below and _is_count(parts):
            waiting = parts[0]
        elif (above and _is_count(parts)) or (
            len(parts) == 1 and said and _belongs_above(parts[0], said[-1].text)
        ):
            joined = f"{said[-1].text.removesuffix(':')}, {parts[0]}"
            said[-1] = Piece(said[-1].line, joined, above or not _is_count(parts))
        else:
            if said and _is_count(parts):
                said[-1] = replace(said[-1], sure=False)  # it may be its number after all
            said += [Piece(line, f"{waiting} {part}".strip(), sure, is_listed) for part in parts]
            waiting = ""
    return said


def _is_earlier(row: str, before: str, was: bool) -> bool:
    """Whether a row quotes an earlier message or stands under such a heading."""
    if _begins_earlier(row):
        return True
    is_end = _NOW.search(row) or (_RULE.fullmatch(row) and not _begins_earlier(before))
    return was and not is_end


def _is_whole(row: str) -> bool:
    """Whether a row is of one piece, whatever marks are in it."""
    return bool(CODED.fullmatch(row) or MEDIA.fullmatch(row))


def _begins_earlier(row: str) -> bool:
    heading, colon, _ = row.partition(":")
    return bool(_OLDER.search(row) or (colon and _EARLIER.search(heading)))


def _share_out(rows: list[list[str]]) -> bool:
    """`masing-masing 2: kopi, teh` → `kopi 2`, `teh 2`; whether that can be said of all of them.

    On a line of its own it is said of the lines below, if it is their heading, or of those above,
    as far as they say nothing of how many.
    """
    is_clear = True
    for at, parts in enumerate(rows):
        places = [i for i, part in enumerate(parts) if _EACH.search(part)]
        if not places:
            continue
        part, is_last = parts[places[0]], places[0] == len(parts) - 1
        before, after = _EACH.split(part, maxsplit=1)
        head, colon, behind = after.partition(":")
        count = head.strip(TAIL)
        if len(places) > 1 or not _is_rest(count):
            is_clear = False
        elif not before.strip(TAIL) and behind.strip():
            parts[0] = behind.strip()
            is_clear &= _counted_out([parts], count)
        elif before.strip(TAIL) and is_last and len(parts) > 1:
            parts[-1] = before.strip(TAIL)
            is_clear &= _counted_out([parts], count)
        elif len(parts) == 1 and not before.strip(TAIL):
            near = rows[at + 1 :] if colon or not at else rows[:at][::-1]
            parts.clear()
            is_clear &= _counted_out(list(takewhile(_is_uncounted, near)), count)
        else:
            is_clear = False
    return is_clear


def _counted_out(rows: list[list[str]], count: str) -> bool:
    """Says `count` of every part that does not say itself how many; whether that are all."""
    is_clear = bool(rows) and all(map(_is_uncounted, rows))
    for parts in rows:
        parts[:] = [part if _edge_numbers(part) else f"{part} {count}" for part in parts]
    return is_clear


def _is_uncounted(parts: list[str]) -> bool:
    """Whether there is something, and nothing in it says how many of it."""
    return bool(parts) and not any(_edge_numbers(part) for part in parts)


def _edge_numbers(part: str) -> list[Word]:
    words = words_of(part[:200])
    return [w for w in (words[0], words[-1]) if w.number is not None] if words else []


def _parts(row: str) -> Iterator[str]:
    if _NUMBERED.search(row):
        row = _NUMBER.sub(";", row)
    row = _STOP.sub(_ended, row)
    for part in _SEPARATOR.split(row):
        parts = _unjoined(part)
        counted = all(any(c.isdigit() for c in p) for p in parts)
        if len(parts) > 1 and not (counted or _EACH.search(row)):
            parts = [part]
        for item in parts:
            item = _FOR_WHOM.sub("", _BULLET.sub("", item.strip()))
            counted = any(c.isdigit() for c in item)
            heading = ":" if item.rstrip(_MARKS).endswith(":") and not counted else ""
            if item := item.strip(TAIL):
                yield item + heading


def _unjoined(part: str) -> list[str]:
    """The parts between *dan* and the like; `4 tambah 1 lagi` is one."""
    first, *others = _JOINT.split(part)
    parts = [first]
    for joint, other in zip(others[::2], others[1::2], strict=True):
        if _is_rest(other):
            parts[-1] += joint + other
        else:
            parts.append(other)
    return parts


def _ended(stop: re.Match[str]) -> str:
    word = (stop[1] or "").lower()
    before = stop.string[: stop.start()].rstrip()
    is_number = word.isdecimal() and not before
    is_pause = not word and len(before) < stop.start()  # `4 ... eh 5`
    is_short = (len(word) == 1 and word.isalpha()) or word in dictionary().shortened
    return stop[0] if is_number or is_pause or is_short else f"{stop[1] or ''};"


def _joined(parts: list[str]) -> list[str]:
    """What belongs together on one line: `aqua 600 ml, 3` and `minyak 2, eh 3 aja`."""
    joined: list[str] = []
    for part in parts:
        if joined and (_is_rest(part) or _is_rest(joined[-1]) or _describes(part)):
            joined[-1] = f"{joined[-1].removesuffix(':')}, {part}"
        else:
            joined.append(part)
    return joined


def _is_count(parts: list[str]) -> bool:
    """Whether a line holds a number and nothing else."""
    return len(parts) == 1 and bool(_COUNT.fullmatch(parts[0]))


def _belongs_above(part: str, above: str) -> bool:
    """Whether a line says how many of the line above: in a table, or because it was wrong."""
    if _describes(part):
        return bool(_edge_numbers(above))
    if not _is_rest(part) or cancels(part):
        return False
    corrected = any(w.text in dictionary().corrections for w in words_of(part))
    return corrected or not (_edge_numbers(above) or _CLOCK.search(part))


def _describes(part: str) -> bool:
    """Whether it says which ones of what stands before it: `aqua 2, yg kecil`."""
    known = dictionary()
    words = words_of(part[:100])
    says_which = len(words) > 1 and words[0].concept in known.describing - known.doubt
    is_own = part.endswith(":") or cancels(part)
    return says_which and not is_own and not any(
        w.number is not None or w.text in known.numbers.keys() - {"one"} for w in words
    )  # fmt: skip


def _is_rest(part: str) -> bool:
    """Whether a part names nothing: it says how many, or that what was said is wrong or off."""
    known = dictionary()
    words = words_of(part[:100])
    telling = [
        w for w in words
        if w.number is None and w.text not in known.numbers and not known.is_polite(w)
        and w.text not in known.corrections and w.concept not in known.packages
        and w.text not in known.measures and w.text != "x" and w.concept != CANCELLED
        and w.concept not in _DENIALS
    ]  # fmt: skip
    says = any(
        w.number is not None or w.text in known.numbers or w.text in known.corrections
        for w in words
    )
    is_sum = any(w.text.startswith("total") for w in words)
    return not telling and not is_sum and (says or cancels(part))


def cancels(part: str) -> bool:
    """Whether something is not wanted any more: `telur ga jadi`; `ga jadi, 1 aja` is only less."""
    folded = fold(part[:200])
    words = words_of(folded)
    at = max((at for at, word in enumerate(words) if word.concept == CANCELLED), default=-1)
    if at < 0 and _is_swapped(words):
        return True
    numbers = dictionary().numbers
    counted = any(w.number is not None or w.text in numbers for w in words[at + 1 :])
    return at >= 0 and not (counted and _is_rest(folded[words[at].end :]))


def _is_swapped(words: list[Word]) -> bool:
    """`teh pucuknya ganti`, before what is wanted instead; `kalo habis ganti` is a condition."""
    known, named = dictionary(), words[:-1]
    return (
        bool(named) and words[-1].text in known.instead and named[-1].text.endswith("nya")
        and not any(w.number is not None or w.concept in known.doubt for w in named)
    )  # fmt: skip


def adds(part: str) -> bool:
    """Whether it may be wanted besides what was said before: `tambah telur 1 lagi`."""
    return any(word.text in dictionary().more for word in words_of(part[:200]))


def restates(part: str) -> bool:
    """Whether it may say anew how much of what was said before: `telurnya 2 aja`."""
    said = {word.text for word in words_of(part[:200])}
    return not said.isdisjoint(ONLY) or any(text.endswith("nya") for text in said)


def corrects(part: str) -> bool:
    """Whether it may change what was said before: `eh telurnya 3 aja`, `bukan telur`."""
    known = dictionary().corrections | _DENIALS
    return any(not known.isdisjoint((word.text, word.concept)) for word in words_of(part[:200]))
