"""What a till says a row is: sold, cancelled, not paid yet, given back, or no sale at all."""

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache

from models.past_sales.headings import words_of


class State(StrEnum):
    """From the one that says least to the one that says most; a row is what it says most."""

    SOLD = "sold"
    REFUNDED = "refunded"
    PARTLY_REFUNDED = "partly_refunded"
    PENDING = "pending"
    CANCELLED = "cancelled"
    NO_SALE = "no_sale"


_WORDS = {
    State.SOLD: """closed|completed?|paid|done|invoiced|sale|sales|payment|success(?:ful)?|
        succeeded|settled|processing|fulfilled|delivered|shipped|finished|ok|approved|captured|
        posted|selesai|lunas|berhasil|sukses|dibayar|terbayar|terjual|penjualan|jual|diproses|
        (?:sedang )?dikirim|terkirim|diterima|sampai(?: tujuan)?|tuntas|normal|valid|
        (?:sudah|telah|sdh) (?:di)?bayar|(?:pesanan|transaksi) (?:selesai|berhasil)|
        pembayaran (?:berhasil|diterima)|sold|tunai|cash|order|invoice|receipt|struk|faktur|
        fully paid|in process|telah selesai|dine ?in|take ?away|pos order""",
    State.REFUNDED: """refund(?:ed)?|full(?:y)? refund(?:ed)?|return(?:ed)?|retur(?:ned)?|
        (?:sudah |telah )?dikembalikan(?: ke .*)?|
        pengembalian(?: dana| barang| uang)?|retur penjualan|
        sales? return|chargeback|credit note|nota kredit|di ?refund|diretur|dana dikembalikan|
        reversal|reversed|refund penuh|penukaran""",
    State.PARTLY_REFUNDED: """partial(?:ly)? refund(?:ed)?|refund sebagian|retur sebagian|
        (?:dikembalikan|dana dikembalikan) sebagian|sebagian (?:dikembalikan|direfund|diretur)|
        partial(?:ly)? returned?""",
    State.PENDING: """pending|on hold|hold|held|draft|unpaid|open|awaiting payment|
        pending payment|authorized|quotation|partial(?:ly)? paid|tertunda|
        menunggu(?: pembayaran| konfirmasi)?|(?:belum|tidak) (?:di)?(?:bayar|lunas|selesai)|ditahan|
        not (?:yet )?(?:paid|completed?|closed)|incomplete|partial payment|dibayar sebagian|
        disimpan|waiting|parked|checkout draft|tunda|dipending""",
    State.CANCELLED: """cancel(?:l?ed)?|cancelled by.*|void(?:ed)?|fail(?:ed)?|failure|expired?|
        rejected|declined|deleted|abandoned|(?:di)?batal(?:kan)?|gagal|kad[ae]luw?arsa|
        ked[ae]luw?arsa|ditolak|(?:di|ter)?hapus|tidak berhasil|tidak jadi|
        (?:pesanan |transaksi )?(?:di)?batal(?:kan)?(?: .*)?|
        pesanan gagal|di ?void|trash|annul""",
    State.NO_SALE: """purchases?|purchase (?:order|invoice)|(?:faktur |nota )?pembelian|beli|
        expenses?|pengeluaran|biaya|cash (?:in|out)|kas (?:masuk|keluar)|setor(?:an)?|tarik tunai|
        (?:stock|stok|barang) (?:in|masuk|opname|awal)|(?:stock )?(?:transfer|adjustment|take)|
        mutasi(?: stok)?|penyesuaian(?: stok)?|penerimaan(?: barang)?|no sale|payout|pay ?in|
        complimentary|komplimen|staff meal|makan karyawan|waste|barang rusak|training|pelatihan""",
}  # fmt: skip
_PATTERNS = {state: re.compile(re.sub(r"\s*\n\s*", "", words)) for state, words in _WORDS.items()}

#: What somebody may say that a word means.
SAID_STATES = {
    "sold": State.SOLD, "cancelled": State.CANCELLED, "pending": State.PENDING,
    "given_back": State.REFUNDED,
}  # fmt: skip


def state_of(word: str) -> State | None:
    """What the word in a column of states says; None if nobody knows it."""
    text = " ".join(re.findall(r"[^\W_]+", word.casefold()))
    text = re.sub(r"^[a-z\d] (?=\w)", "", text)  # `Z - Complete`, `3. Selesai`
    return next((state for state, words in _PATTERNS.items() if words.fullmatch(text)), None)


_YES = frozenset({"y", "yes", "ya", "iya", "true", "benar"})
_NO = frozenset({"n", "no", "tidak", "tdk", "false", "salah"})
_PAID = re.compile(r"paid|lunas|dibayar|terbayar|completed?|selesai|closed|settled")


def are_flags(heading: str, cells: Iterable[str]) -> bool:
    """Whether yes or no stands under a heading that says a state itself: `Void?`, `Lunas`."""
    return _said_by(heading) is not None and all(x.casefold() in _YES | _NO for x in cells)


@lru_cache(maxsize=1_000)
def state_under(heading: str, cell: str) -> State | None:
    """What a cell of a column of states says; a yes or no is one about what the heading says."""
    said, word = _said_by(heading), cell.casefold()
    if said is None or word not in _YES | _NO:
        return state_of(cell)
    if word in _YES:
        return said
    return State.PENDING if said == State.SOLD else State.SOLD


def _said_by(heading: str) -> State | None:
    words = re.sub(r"^(?:is|was|sudah|telah) ", "", words_of(heading))
    state = state_of(words)
    return None if state == State.SOLD and not _PAID.fullmatch(words) else state


def strongest(states: Iterable[State]) -> State:
    """Of what several columns say of one row."""
    order = list(State)
    return max(states, key=order.index, default=State.SOLD)
