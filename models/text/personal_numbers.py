"""Which numbers in a text are a person's: telephones, accounts, cards, identity numbers.

Barcodes, dates, times, prices, quantities and the numbers of orders and papers are none.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from models.formats.check_digits import LENGTHS, is_true
from models.text.disguises import Piece, chains

_D, _M = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])"
_DATE = rf"(?:(?:{_D}[/.-]{_M}|{_M}[/.-]{_D})[/.-](?:20)?[2-4]\d|20\d\d[/.-]{_M}[/.-]{_D})"
_TIME = r"(?:[01]?\d|2[0-4])[.:][0-5]\d(?:[.:][0-5]\d)?"
_UNTIL = r"\s?(?:-|\u2013|s/d|sd|sampai|to|until)\s?"
_NOT_ON = r"(?!\d|[.:,/-]\d)"
_MOMENT = rf"{_DATE}(?:[ T,]{{1,2}}(?:jam |pukul |at )?{_TIME})?"
#: What looks like digits of somebody and is none: moments, sums.
_HARMLESS = re.compile(
    rf"(?<![\d.,:/-])(?:{_MOMENT}(?:{_UNTIL}{_MOMENT})?{_NOT_ON}|{_TIME}{_UNTIL}{_TIME}{_NOT_ON}"
    rf"|{_TIME}{_NOT_ON}|[1-9]\d{{0,2}}(?:(?:\.\d{{3}})+(?:,\d{{1,2}})?|(?:,\d{{3}})+(?:\.\d\d?)?)"
    r"(?!\d|[.,-]?\d))|(?:\brp\.?|\bidr|(?<!\d)@)\s*[1-9]\d{0,2}(?:\d+|(?:[.,]\d{3})*)(?:,\d{1,2})?"
    r"(?![\d.]\d)",
    re.IGNORECASE,
)
_TAX = re.compile(r"\b\d{2}\.\d{3}\.\d{3}\.\d-\d{3}\.\d{3}\b")

_PHONE_WORDS = re.compile(
    r"(?:\b(?:telp?|tlp|telpon|telepon|phone|hp|no ?hp|wa|whatsapp|wa\.me|call|hubungi|hub|fax"
    r"|nomor saya|nomer saya|no saya|sms)\b|tel:|phone=)"
    r"\W{0,4}(?:rumah|kantor|saya|nya|ke|di)?\W{0,4}$",
    re.IGNORECASE,
)
_ACCOUNT_WORDS = re.compile(
    r"\b(?:bca|bri|bni|bsi|btn|mandiri|permata|cimb|niaga|danamon|jago|seabank|maybank|ocbc|panin"
    r"|mega|bank|no ?rek|rek|rekening|acc|account|akun|va|virtual account|gopay|ovo|dana|shopeepay"
    r"|linkaja|kartu|card|cc|debit|nik|ktp|kk|sim|npwp|paspor|passport|bpjs)\b"
    r"(?:\W{0,3}\b(?:no|number|nomor|bca|bri|bni|bsi|mandiri|niaga|jago|ke|saya|nya)\b){0,2}\W{0,4}$",
    re.IGNORECASE,
)
_CODE_WORDS = re.compile(
    r"\b(?:barcode|barkode|ean|upc|gtin|sku|plu|kode|code|batch|bets|lot|exp|expired|ref|referensi"
    r"|reff|approval|appr|trace|order|pesanan|struk|nota|inv|invoice|po|faktur|kuitansi|surat jalan"
    r"|sj|sn|serial|seri|terminal|scan|trx|transaksi|rrn|stan|imei|model|tipe|artikel|item)\b"
    r"(?:\W{0,3}\b(?:no|nomor|number|barang|code|kode|pajak)\b)?\W{0,3}$",
    re.IGNORECASE,
)
_CODED = re.compile(r"(?<![\w./])[^\W\d_]\w*[-/]$")
_PREFIX = r"8(?:1[1-9]|2[1-38]|3[1238]|5[1-9]|7[789]|8[1-9]|9[5-9])"  # of a mobile operator
_OPERATOR = re.compile(_PREFIX)
_CALLED = re.compile(rf"(?:0|62){_PREFIX}")
#: What goods begin with: Indofood's company prefix, which would be a telephone's, and Indonesia's.
_GOODS = ("089686", "0089686", "899")
_TODAY = re.compile(r"20[2-4]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_LONGEST_PHONE, _LONGEST_ABROAD = 13, 15
_BEHIND = 40  # signs before a number that say what it is


def numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where a number stands that is somebody's."""
    for tax in _TAX.finditer(text):
        yield tax.span()
    plain = _HARMLESS.sub(lambda found: "\x00" * len(found[0]), text)
    for chain in chains(plain):
        yield from _in_chain(plain, chain)


def _in_chain(text: str, chain: list[Piece]) -> Iterator[tuple[int, int]]:
    begin = 0
    before = text[max(0, chain[0].start - _BEHIND) : chain[0].start]
    is_code = bool(_CODE_WORDS.search(before) or _CODED.search(before))
    is_code = is_code and not _ACCOUNT_WORDS.search(before)
    while begin < len(chain):
        rest = chain[begin:]
        before = text[max(0, rest[0].start - _BEHIND) : rest[0].start]
        length = _personal_length(text, rest, before, is_code)
        if length:
            yield _begin(text, rest[0].start, rest[length - 1].end), rest[length - 1].end
            begin += length
        elif begin and _sum(rest) < 8:
            return
        else:
            begin += 1


def _begin(text: str, start: int, end: int) -> int:
    """Where a number begins together with its plus and the brackets that it closes."""
    unopened = sum((sign in ")]") - (sign in "([") for sign in text[start:end])
    while start and (text[start - 1] == "+" or (text[start - 1] in "([" and unopened > 0)):
        unopened -= text[start - 1] in "(["
        start -= 1
    return start


def _sum(pieces: list[Piece]) -> int:
    return sum(len(piece.digits) for piece in pieces)


def _personal_length(text: str, pieces: list[Piece], before: str, is_code: bool) -> int:
    """How many of `pieces` are one number that is somebody's, from the first on; 0 if none."""
    first = pieces[0]
    if first.certain and _is_code(first.digits, is_code):
        return 0
    abroad = before.rstrip("( ").endswith("+") or before.rstrip().lower().endswith("plus")
    if (length := _phone_length(text, pieces, abroad)) or is_code:
        return length
    if [len(piece.digits) for piece in pieces[:4]] == [4, 4, 4, 4]:
        return 4
    if _PHONE_WORDS.search(before):
        length = _taken(text, pieces, _LONGEST_ABROAD)
        if _sum(pieces[:length]) >= 7:
            return length
    if _ACCOUNT_WORDS.search(before):
        length = _taken(text, pieces, 20)
        if _sum(pieces[:length]) >= 8:
            return length
    return _unlabelled_length(text, pieces)


def _is_code(digits: str, is_labelled: bool) -> bool:
    """Whether a run of digits is a barcode or begins with a day."""
    if _TODAY.match(digits) and len(digits) <= 14:
        return True
    if len(digits) not in LENGTHS:
        return False
    if is_labelled or digits.startswith(_GOODS):
        return True
    if _CALLED.match(digits) and len(digits) < 14:
        return False
    # A barcode of goods keeps its look when a digit was misread; accounts begin otherwise.
    return is_true(digits) or (len(digits) == 13 and digits[0] in "3456789")


def _phone_length(text: str, pieces: list[Piece], abroad: bool) -> int:
    """How many pieces are a telephone number with its leading 0, +62 or 62."""
    first = pieces[0]
    length = _taken(text, pieces, _LONGEST_ABROAD if abroad else _LONGEST_PHONE)
    digits = "".join(piece.digits for piece in pieces[:length])
    if abroad:
        return length if len(digits) >= 8 else 0
    if digits.startswith("0062"):
        return _taken(text, pieces, _LONGEST_ABROAD + 1)
    if digits.startswith("628"):
        whole = len(first.digits) >= 5 or (first.digits == "62" and len(pieces[1].digits) >= 3)
        length = _taken(text, pieces, _LONGEST_ABROAD)
        return length if whole and len(digits) >= 10 else 0
    if len(digits) < 9 or digits[0] != "0" or digits[1] in "01":
        return 0
    singly = all(len(piece.digits) <= 2 for piece in pieces[:length])
    one_by_one = all(p.spoken or len(p.digits) <= 1 for p in pieces[1:4])
    if len(first.digits) == 1 and not (one_by_one or _OPERATOR.fullmatch(pieces[1].digits)):
        return 0
    if len(first.digits) == 2 and singly and digits[1] != "8":
        return 0
    return length


def _taken(text: str, pieces: list[Piece], most: int) -> int:
    """How many pieces go together: the same signs between them, and no more digits than `most`."""
    count = digits = 0
    signs: set[str] = set()
    for piece in pieces:
        if count:
            sign = text[pieces[count - 1].end : piece.start]
            if digits + len(piece.digits) > most:
                break
            is_end = sign.isspace() and len(piece.digits) < 2 < len(pieces[count - 1].digits)
            if digits >= 10 and (is_end or count == 1 or (signs and sign not in signs)):
                break
            signs.add(sign)
        digits += len(piece.digits)
        count += 1
    return count


def _unlabelled_length(text: str, pieces: list[Piece]) -> int:
    first = pieces[0]
    if first.certain and len(first.digits) >= 8:
        return 1
    length = _taken(text, pieces, 20)
    group = pieces[:length]
    spoken = sum(piece.spoken for piece in group)
    if first.spoken and (spoken >= 8 or (spoken > 1 and _sum(group) >= 10)):
        return length
    if not all(piece.certain for piece in group) or _sum(group) < 9:
        return 0
    signs = {text[a.end : b.start] for a, b in pairwise(group)}
    sizes = [len(piece.digits) for piece in group]
    if len(signs) != 1 or len(group) < 3:
        return 0
    if _OPERATOR.fullmatch(first.digits) and signs <= {" ", "-", "."} and len(group) in (3, 4):
        return length if _sum(group) <= 12 and min(sizes[1:]) >= 2 else 0
    return length if signs == {"-"} and _sum(group) >= 10 else 0
