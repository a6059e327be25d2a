"""The shop's own QRIS: read, checked, and made into one that asks for an amount.

QRIS is the EMVCo QR code for merchants (EMV QRCPS, merchant-presented mode, 1.1): fields of a
two-digit id, a two-digit length and a value, closed by a checksum (ISO/IEC 13239, polynomial
1021, beginning at FFFF). A till cannot invent one; it adds the sum to the code that the shop's
acquirer printed. Showing a code proves no payment.
"""

from binascii import crc_hqx
from dataclasses import dataclass

from models.errors import BadMoney, BadQris

LENGTH_LIMIT = 512  # characters, as the standard has it
BEGINNING = "000201"  # of every code of this kind: version 01 of the format
AMOUNT_LIMIT = 10**13 - 1  # thirteen characters

_FORMAT, _KIND, _CURRENCY, _AMOUNT, _COUNTRY = "00", "01", "53", "54", "58"
_NAME, _CITY, _CRC = "59", "60", "63"
_STATIC, _DYNAMIC = "11", "12"
_ACCOUNTS = {f"{id:02d}" for id in range(26, 52)}
_NATIONAL = "51"  # where QRIS keeps the merchant's national number (NMID)


@dataclass(frozen=True, slots=True)
class Merchant:
    """Who is paid by a code, as the customer's app will show it."""

    name: str
    city: str
    nmid: str


def merchant(payload: str) -> Merchant:
    """Who a static code pays.

    Raises `BadQris` with the reason: `form` (fields and lengths do not fit), `checksum` (a
    character is wrong or missing), `not_qris` (another kind of QR code), `not_static` (made for
    one payment only).
    """
    fields = _checked(payload)
    national = dict(_fields(fields[_NATIONAL])) if _NATIONAL in fields else {}
    return Merchant(fields[_NAME], fields.get(_CITY, ""), national.get("02", ""))


def is_static(payload: object) -> bool:
    """Whether it is a code that a shop can be paid by again and again."""
    try:
        _checked(payload if isinstance(payload, str) else "")
    except BadQris:
        return False
    return True


def with_amount(payload: str, amount: int) -> str:
    """The static code `payload` as one that asks for `amount` rupiah.

    Raises `BadQris`, `BadMoney` (nothing, or more than fits).
    """
    if type(amount) is not int or not 0 < amount <= AMOUNT_LIMIT:
        raise BadMoney(amount, AMOUNT_LIMIT)
    fields = _checked(payload)
    fields |= {_KIND: _DYNAMIC, _AMOUNT: str(amount)}
    ids = sorted(id for id in fields if id != _CRC)
    open_end = "".join(f"{id}{len(fields[id]):02d}{fields[id]}" for id in ids) + f"{_CRC}04"
    return open_end + checksum(open_end)


def _checked(payload: str) -> dict[str, str]:
    if len(payload) > LENGTH_LIMIT:
        raise BadQris("form")
    found = _fields(payload)
    fields = dict(found)
    # The format stands first and the checksum last; no field comes twice.
    if len(fields) != len(found) or found[0] != (_FORMAT, "01") or found[-1][0] != _CRC:
        raise BadQris("form")
    if fields[_CRC].upper() != checksum(payload[:-4]):
        raise BadQris("checksum")
    if (
        fields.get(_COUNTRY) != "ID"
        or fields.get(_CURRENCY) != "360"
        or not fields.get(_NAME)
        or not _ACCOUNTS & fields.keys()
    ):
        raise BadQris("not_qris")
    if _NATIONAL in fields:
        _fields(fields[_NATIONAL])
    if fields.get(_KIND) != _STATIC or _AMOUNT in fields:
        raise BadQris("not_static")
    return fields


def _fields(text: str) -> list[tuple[str, str]]:
    found, at = [], 0
    while at < len(text):
        head = text[at : at + 4]
        if len(head) < 4 or not (head.isascii() and head.isdigit()):
            raise BadQris("form")
        value = text[at + 4 : at + 4 + int(head[2:])]
        if len(value) < int(head[2:]):
            raise BadQris("form")
        found.append((head[:2], value))
        at += 4 + len(value)
    if not found:
        raise BadQris("form")
    return found


def checksum(text: str) -> str:
    return f"{crc_hqx(text.encode(), 0xFFFF):04X}"
