"""Which words in a text are a person's: e-mails, accounts of networks, names, addresses.

A name goes behind the words that announce one (*atas nama*, *a.n.*, *Bu*, *Pak*), an address behind
its own (*Jl.*, *alamat*, *kos*, *RT/RW*). What else these words are said with stays: `pak` is also
a pack, and `Sambal Bu Rudy` a product.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from models.text.words import dictionary

_RESOURCE = Path(__file__).parents[2] / "resources" / "personal_words.toml"
Span = tuple[int, int]

_PART = r"[^\s@,;:<>()\[\]]"
_AT = r"(?:\s?@\s?|\s?[\[({<#_-]\s?(?:at|a|et)\s?[\])}>#_-]\s?|\s(?:at|et|a t)\s)"
_DOT = r"(?:\s?[.,]\s?|\s?[\[({<#_-]\s?dot\s?[\])}>#_-]\s?|\s(?:dot|titik|d o t)\s)"
_PROVIDER = (
    r"(?:gmail|googlemail|yahoo|ymail|hotmail|outlook|icloud|live|rocketmail|proton(?:mail)?|aol)"
)
_TOP = r"(?:com|co|net|org|id|ac|sch|go|web|my|sg|biz|info)"
_EMAIL = re.compile(
    rf"{_PART}{{1,64}}@{_PART}{{1,190}}\.[^\W\d_]{{2,}}"
    rf"|\b(?:\w[ ]){{2,40}}@(?:[ ]\w){{2,30}}(?:\s?\.(?:\s?\w){{2,10}})+\b"
    rf"|\b[\w.+-]{{0,63}}[a-z\d]{_AT}{_PROVIDER}\b(?:{_DOT}{_TOP}\b)*"
    rf"|\b[\w.+-]{{1,63}}[ .%]{_PROVIDER}\s?[.,]?\s?{_TOP}\b"
    rf"|\b[\w.+-]{{0,63}}[a-z\d]{_AT}\w{{2,63}}(?:{_DOT}{_TOP}\b)+",
    re.IGNORECASE,
)
# An account of a network: @rina, t.me/rina; but @2500 is a price.
_ACCOUNT = re.compile(
    r"(?<![\w@])@(?!rp|idr|(?:dus|dos|pcs|pc|kg|bks|btl|sct|pak|pack|renteng|lusin|biji|liter|box)\b)"
    r"[a-z][\w.]{2,29}"
    r"|\b(?:t\.me|instagram\.com|facebook\.com|fb\.com|tiktok\.com|maps\.app\.goo\.gl|goo\.gl/maps"
    r"|twitter\.com|x\.com|bit\.ly|wa\.link|s\.id|maps\.google\.com|linktr\.ee)/[\w.@/?=&-]{2,80}"
    r"|-?\d{1,3}\.\d{4,}\s*,\s*-?\d{1,3}\.\d{4,}",
    re.IGNORECASE,
)
_NETWORK = re.compile(
    r"\b(?:(?:ig|insta|instagram|telegram|tiktok|facebook|fb|twitter|wechat|discord|surel|e-?mail|gmail)\b"
    r"(?: ?(?:nya|ku|saya|kami|id))?\s?[:=@/-]?"
    r"|(?:line|tele|tg|signal|threads|michat|x)\b(?: ?(?:id|nya))?\s?[:=@]|id line\s?[:=]?"
    r"|line id\s?[:=]?|line (?=[a-z]{3,}[\d._]))\s{0,2}@?",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"\w[\w.+-]{2,40}")

_ANNOUNCES = re.compile(
    r"\b(?:atas ?nama|a\.\s?n\b\.?|a/n\b|an\.|a\sn\b)\W{0,3}|\bnama(?:nya)?\b(?:\s(?:saya|penerima"
    r"|pemesan|pembeli|lengkap))?\W{0,3}|\b(?:my )?name(?: is)?\b\W{0,3}"
    r"|\bbernama\b\W{0,3}|\b(?:penerima|pemesan|pembeli|pelanggan|customer|cust|recipient|penitip|nm|cp"
    r"|contact person|attn|yth)\b(?:nya)?\W{0,3}"
    r"|(?<=\s)an\s(?=[A-Z])|^an\s(?=[A-Z])",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\b(?:bu|ibu|pak|bapak|bpk|mas|mbak|mba|mbk|kak|kakak|om|tante|koh|ko|cik|cici|ci|pakde|bude|paklik"
    r"|bulik|bang|abang|neng|mang|mbah|sdr|sdri|mr|mrs|ms|miss|dr|ust|ustad|ustadz|haji|hajah)\b"
    r"\.?\s{1,2}(?:(?:h|hj|dr|ir|haji|hajah)\b\.?\s)?",
    re.IGNORECASE,
)
#: Behind these somebody tells who it is that writes, as well as much else.
_INTRODUCES = re.compile(
    r"\b(?:(?P<own>saya|sy|aku|ini|dengan|dgn)|this is|it['’]?s|i['’]?m|i am|kenalkan|perkenalkan)"
    r"\s{1,3}(?:(?:dengan|dgn|dari|adalah|bernama|saya|sy|aku|ini)\s{1,3})?",
    re.IGNORECASE,
)
#: What somebody says of himself behind his name.
_LIVES = re.compile(
    r"\W{1,3}(?:(?:di|dari|yg|yang|from|in|at|alamat\w*|rumah|jl|jln|jalan|gg|gang|kos|kost|kosan|perum"
    r"|perumahan|komplek|kompleks|blok|rt|rw|kampung|kp|desa|warung|hp|wa|no|telp|tlp|phone)\b"
    r"|\+?\d[\d -]{6,})",
    re.IGNORECASE,
)
#: Words of address that are also goods, and what is said of goods or of anybody.
_ADDRESSED = {"teh", "teteh", "a", "aa", "kang", "min", "om"}
_NO_NAMES = {"bagus", "indah", "langganan", "pelanggan", "tetangga", "penghuni", "warga", "orang"}
_GREETING = 80  # signs
#: Behind these somebody's name may stand, with a capital letter.
_PREPOSITION = r"\b(?:untuk|utk|buat|bwt|dari|dr|punya|titipan|oleh|kepada|sama|for|from|by)\s{1,2}"
_FOR = re.compile(_PREPOSITION, re.IGNORECASE)
_FOR_END = re.compile(_PREPOSITION + "$", re.IGNORECASE)
#: Titles that are said to nobody but a person.
_PLAIN_TITLES = {
    "bu",
    "ibu",
    "bapak",
    "bpk",
    "mbak",
    "mba",
    "mbk",
    "pakde",
    "bude",
    "pak",
    "sdr",
    "sdri",
}
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SPACE = re.compile(r"[ .]{1,2}")

_STREET = re.compile(
    r"\b(?:jl|jln|jalan)\b[.:]?\s?"
    r"|\b(?:alamat|almt)(?:nya|ku| rumah| lengkap| kirim| saya)?\b\s?[:=]?\s?(?:di )?"
    r"|\baddress\b\s?[:=]?\s?|\b(?:kos|kost|kosan|kos2an|kontrakan)\b\s?[:]?\s?|\b(?:gg|gang)\b\.?\s?"
    r"|\b(?:perum|perumahan|komplek|kompleks|apartemen|apartment|apt|cluster)\b\.?\s?"
    r"|\b(?:kel|kec|kelurahan|kecamatan|desa|dusun|kampung|kp)\b\.?\s",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\brt\W{0,2}\d{1,3}(?:(?:\W{1,3}rw\W{0,2}|/)\d{1,3})?|\brw\W{0,2}\d{1,3}"
    r"|\brt\s?/\s?rw\W{0,2}\d{1,3}\s?/\s?\d{1,3}"
    r"|\b(?:rumah|pagar)\s(?:no|nomor|nomer)\W{0,2}\d{1,4}\w?\b|\bkode ?pos\W{0,3}\d{5}\b"
    r"|\b(?:kamar|kmr)\s(?:no\W{0,2}|nomor )?\d{2,4}\b(?!\s?(?:watt|w|pcs|m|x)\b)"
    r"|\bblok\s[a-z]{1,2}\d*/\d+"
    r"|\b(?:plat|nopol|no\.? ?pol)\b\W{0,3}(?:(?:nomor|no|mobil|motor)\b\W{0,3})*"
    r"(?!no\b)[a-z]{1,2}\s?\d{1,4}\s?[a-z]{1,3}\b"
    r"|\b(?:lahir|ttl|born|dob|birthday|date of birth)\b\W{0,3}(?:[^\W\d_]+\W{1,3}){0,2}"
    r"\d{1,2}(?:\W\d{1,2}\W|\s[^\W\d_]{3,9}\s)(?:\d{4}|\d\d)\b"
    r"|\b\d{1,4}\w?\s(?:[A-Z][a-z]+\s){1,3}(?:street|st|road|rd|avenue|ave|lane)\b",
    re.IGNORECASE,
)
# How far an address goes: to the end of its clause, or to what is plainly something else.
_GOES_ON = re.compile(
    r"\s{0,2}[,./-]?\s{0,2}(?:(?:no|nomor|nomer|rt|rw|blok|km|kav|gang|gg|lantai|lt|unit|kamar|tower"
    r"|kel|kec|kab|kota|desa|jl|raya|kode pos|dalam|belakang|depan|samping|sebelah|dekat)\b\.?"
    r"|[a-z]?\d{1,4}[a-z]?\b(?:/\d{1,4})?(?!\s?(?:kg|gr|g|ml|l|liter|pcs|bks|btl|dus|pak|kotak|botol|bungkus|biji|butir)\b)"
    r"|[^\W\d_]+)",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\b(?:hp|telp|tlp|wa|no hp|a\.?n|atas nama|jam|pukul|ambil|bayar|ya|yaa|tolong|kirim|antar"
    r"|besok|nanti|sekarang|untuk|tambah|minta|makasih|terima|trims|pesan|beli|mau|transfer)\b",
    re.IGNORECASE,
)
_ROOM = re.compile(r"\w+(?: \w+)? (?:no|nomor|kamar|kmr|lantai)\b", re.IGNORECASE)
#: Before `jalan` they make it a way to go, and no street.
_NO_STREET = {"surat", "uang", "masih", "sudah", "tengah", "jalan"}
_FARTHEST = 90  # signs


class _Vocabulary(NamedTuple):
    names: frozenset[str]
    talk: frozenset[str]
    goods: frozenset[str]


@cache
def _vocabulary() -> _Vocabulary:
    with _RESOURCE.open("rb") as file:
        resource = tomllib.load(file)
    known = dictionary()
    words = {
        word for spellings in known.spellings.values() for s in spellings for word in s.split()
    }
    talk = set(resource["talk"].split()) | known.measures.keys() | known.numbers.keys()
    for group in (known.polite, known.chat, known.places, known.packages, known.corrections):
        talk.update(word for phrase in group for word in phrase.split())
    goods = set(resource["goods"].split()) | words | known.kinds | known.variants
    names = frozenset(resource["names"].split())
    return _Vocabulary(names, frozenset(talk), frozenset(goods))


def words(text: str) -> Iterator[Span]:
    """Where an e-mail, an account, a name or an address stands."""
    for pattern in (_EMAIL, _ACCOUNT, _NUMBERED):
        for match in pattern.finditer(text):
            yield match.span()
    yield from _handles(text)
    yield from _announced(text)
    yield from _introduced(text)
    yield from _titled(text)
    yield from _meant(text)
    yield from _addresses(text)


def _handles(text: str) -> Iterator[Span]:
    for cue in _NETWORK.finditer(text):
        handle = _HANDLE.match(text, cue.end())
        if handle is None or _is_common(handle[0].rstrip(".")):
            continue
        end = handle.end()
        if cue[0].lower().startswith(("fb", "facebook")):
            end = _name_end(text, cue.end(), certain=True) or end
        yield cue.end(), end


def _announced(text: str) -> Iterator[Span]:
    for cue in _ANNOUNCES.finditer(text):
        said = cue[0].lower()
        plain = said.lstrip().startswith(("a", "my"))  # nothing but a name follows
        certain = plain or ":" in said or "nya" in said or "saya" in said
        if end := _name_end(text, cue.end(), certain):
            yield cue.start() + (cue[0][0].isspace()), end


def _introduced(text: str) -> Iterator[Span]:
    """`saya Asep Sunandar, Gang …`: also a name that nobody knows, at the head or with where."""
    names, talk, goods = _vocabulary()
    for cue in _INTRODUCES.finditer(text):
        word = _WORD.match(text, cue.end())
        end = _name_end(text, cue.end(), certain=True) if word else 0
        if word is None or not end:
            continue
        said, is_capital = word[0].lower(), word[0][0].isupper()
        if said in goods | _NO_NAMES or (said in talk and not is_capital):
            continue
        lives = bool(_LIVES.match(text, end))
        tells = lives or _is_greeting(text, cue.start())
        is_known = said in names and (tells or is_capital)
        counts = re.match(r"\s{1,2}\d", text[end : end + 3])
        if is_known or (
            (lives or (tells and not counts)) and (is_capital or (lives and cue["own"]))
        ):
            yield cue.end(), _second_name_end(text, end)


def _second_name_end(text: str, end: int) -> int:
    """`asep sunandar, gang …`: a name that nobody knows may stand behind a first one."""
    space = _SPACE.match(text, end)
    word = _WORD.match(text, space.end()) if space else None
    if word is None or not _is_name(text, word, certain=True) or not _LIVES.match(text, word.end()):
        return end
    return word.end()


def _is_greeting(text: str, end: int) -> bool:
    """Whether nothing but a greeting stands before this place."""
    if end > _GREETING:
        return False
    words = _WORD.findall(text[:end].lower())
    allowed = _vocabulary().talk | _ADDRESSED
    return not any(sign.isdecimal() for sign in text[:end]) and allowed.issuperset(words)


def _titled(text: str) -> Iterator[Span]:
    for cue in _TITLE.finditer(text):
        before = _last_word(text, cue.start())
        if before in _vocabulary().goods and before not in _vocabulary().talk:
            continue  # Sambal Bu Rudy
        title = _WORD.match(cue[0])
        kind = title[0].lower() if title else ""
        if kind == "pak" and before.isdecimal():
            continue  # 2 pak tisu
        if end := _name_end(text, cue.end(), certain=kind in _PLAIN_TITLES):
            yield _whom(text, cue.start()), end


def _meant(text: str) -> Iterator[Span]:
    names, _, goods = _vocabulary()
    for cue in _FOR.finditer(text):
        word = _WORD.match(text, cue.end())
        if word is None or word[0].lower() not in names - goods or not word[0].istitle():
            continue
        end = _name_end(text, cue.end(), certain=False)
        following = _WORD.match(text, end + 1)
        if following is None or following[0].lower() not in goods:
            yield cue.start(), end


def _whom(text: str, start: int) -> int:
    """Where `untuk Bu` begins that ends at the title."""
    before = _FOR_END.search(text, max(0, start - 12), start)
    return before.start() if before else start


def _last_word(text: str, end: int) -> str:
    words = re.findall(r"\w+", text[max(0, end - 40) : end])
    return words[-1].lower() if words else ""


def _name_end(text: str, start: int, certain: bool) -> int:
    """Where the name that begins at `start` ends; 0 if none does.

    `certain`: whatever is neither talk nor goods is one, also in small letters.
    """
    end = 0
    for _ in range(4):
        word = _WORD.match(text, start)
        if word is None or not _is_name(text, word, certain and not end):
            break
        end = word.end()
        space = _SPACE.match(text, end)
        if space is None:
            break
        start = space.end()
    return end


def _is_name(text: str, word: re.Match[str], certain: bool) -> bool:
    names, talk, goods = _vocabulary()
    said = word[0].lower()
    if said in names:
        return True
    if len(said) < 2 or said in talk or said in goods:
        return False
    if word[0][0].isupper():
        return certain or not word[0].isupper() or text.isupper()
    counted = re.match(r"\s{1,2}\d", text[word.end() : word.end() + 3])
    return certain and len(said) > 2 and counted is None


def _is_common(word: str) -> bool:
    _, talk, goods = _vocabulary()
    return word.lower() in talk or word.lower() in goods


def _addresses(text: str) -> Iterator[Span]:
    end = 0
    for cue in _STREET.finditer(text):
        if cue.start() < end:
            continue
        kind = cue[0].lower().strip(" .:=")
        first = re.compile(r"\w+").match(text, cue.end())
        if first is None or _is_other(text, cue, kind, first[0]):
            continue
        end = _address_end(text, cue.end())
        if end > cue.end():
            yield cue.end(), end


def _is_other(text: str, cue: re.Match[str], kind: str, first: str) -> bool:
    """Whether the word is meant otherwise: *uang jalan 50.000*, *kaos kos 3*, *ayam kampung*."""
    word = first.lower()
    names, talk, goods = _vocabulary()
    told = kind.startswith(("jl", "jln", "alamat", "almt", "address", "perum", "komplek")) and (
        kind != "alamat" or word not in talk
    )
    if told:
        return word in talk and kind.startswith(("alamat", "address")) and ":" not in cue[0]
    before = _last_word(text, cue.start())
    if (before in goods and before not in talk) or before in _NO_STREET:
        return True
    if cue[0].strip() == "GG":
        return True  # Gudang Garam
    if first[0].isdecimal():
        return kind not in ("gg", "apt")
    if (
        first[0].isupper()
        and not text.isupper()
        and kind in ("gang", "gg", "apt", "apartemen", "kos", "kost")
    ):
        return False
    if kind.startswith("ko") and _ROOM.match(text, cue.end()):
        return False
    return (
        word not in names and _is_common(word) and word not in ("melati", "mawar", "hijau", "putri")
    )


def _address_end(text: str, start: int) -> int:
    end, limit = start, start + _FARTHEST
    numbered = False
    while end < limit:
        step = _GOES_ON.match(text, end)
        if step is None:
            break
        said = step[0].strip(" ,./-").lower()
        if end > start and (_ENDS.match(said) or "\n" in step[0]):
            break
        is_word = said.isalpha()
        comma = "," in step[0][: len(step[0]) - len(said)]
        goods = _vocabulary().goods
        if (
            is_word
            and (numbered or comma)
            and said in goods
            and not step[0].strip(" ,./-")[0].isupper()
        ):
            break
        if comma and said[:1].isdecimal():
            break
        numbered = numbered or any(sign.isdecimal() for sign in said)
        end = step.end()
    return end
