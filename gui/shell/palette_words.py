"""By which words commands and settings are found, in both languages whatever the screen speaks."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from gui.input.commands import COMMANDS
from gui.words.language import LANGUAGES, Words
from gui.words.marked import marked
from models.text.words import fold

#: What people call a command besides its name.
ALSO: dict[str, str] = {
    "window.home": "beranda awal depan start menu",
    "window.order_entry": "kasir jual jualan penjualan transaksi till sell sale checkout",
    "window.fulfilment": "gudang warehouse pick picking siapkan antrean queue wall",
    "window.statistics": (
        "laporan grafik omzet penjualan report reports chart figures revenue "
        "sales profit laba untung rugi earnings"
    ),
    "window.catalogue": "produk barang harga stok product products price prices stock goods margin",
    "window.order_history": "riwayat nota pesanan history receipts orders retur refund",
    "window.ready_board": "papan pelanggan antrean board customers display",
    "window.inbox": "pesan masuk whatsapp wa chat kotak messages inbox telegram",
    "order.inbox": "pesan masuk terlama baca berikutnya message next",
    "inbox.paste": "tempel pesan",
    "inbox.open": "buka file ekspor chat whatsapp import",
    "window.drawer": "kas uang laci shift tutup buka toko kasir cash till close closing open shop",
    "window.settings": "setelan preferensi options preferences configuration konfigurasi",
    "window.keys": "bantuan petunjuk manual help pintasan tombol shortcut shortcuts hotkeys",
    "window.full_screen": "fullscreen layar penuh besar",
    "window.lock": "kunci keluar logout sign out ganti switch",
    "edit.undo": "batalkan urungkan",
    "edit.redo": "ulangi again",
    "order.discount": "potongan diskon rebate promo off",
    "order.pay": "bayar lunas checkout",
    "order.later": "nanti jadwal pickup schedule wanted time jam",
    "order.hold": "tahan tunda park simpan",
    "order.held": "tahan tunda parked resume",
    "order.note": "catatan pesan remark comment",
    "order.price_check": "cek harga berapa price",
    "order.quantity": "jumlah banyak qty amount",
    "order.copy": "jawaban balas pelanggan whatsapp wa salin teks kirim reply answer text message",
    "order.copy_other": "jawaban bahasa inggris english indonesia whatsapp reply answer language",
    "order.copy_qris": "qr kode bayar gambar pay code picture image",
    "list.copy": "jawaban balas pelanggan whatsapp wa salin teks kirim reply answer text message",
    "list.copy_other": "jawaban bahasa inggris english indonesia whatsapp reply answer language",
    "orders.copy": "jawaban balas pelanggan whatsapp wa salin teks kirim reply answer text message",
    "orders.copy_other": "jawaban bahasa inggris english indonesia whatsapp reply answer language",
    "orders.copy_qris": "qr kode bayar gambar pay code picture image",
    "order.paste": "daftar belanja whatsapp wa list",
    "order.tiles": "favorit ubin favourites favorites",
    "catalogue.new": "tambah produk barang baru add product item",
    "catalogue.import": "impor excel csv daftar harga price list",
    "catalogue.export": "ekspor csv excel unduh download bot txt teks text",
    "catalogue.copy": "salin daftar harga pricelist price list whatsapp wa chat katalog teks text",
    "catalogue.edit": "ganti ubah naik turun harga price prices change raise barang produk",
    "catalogue.labels": "label barcode stiker cetak sticker harga price tag tags",
    "catalogue.stock": (
        "stok opname hitung count inventory "
        "stocktake stocktaking barang masuk datang terima goods received delivery"
    ),
    "orders.print": "struk nota receipt cetak ulang print",
    "orders.refund": "uang kembali money back",
    "orders.take_back": "retur return barang kembali tukar exchange swap",
    "drawer.close": "tutup kasir laci",
    "statistics.save": "ekspor csv excel export download",
    "statistics.print": "cetak laporan pdf print report",
    "settings.back_up": "backup save copy salinan",
}


@dataclass(frozen=True, slots=True)
class Place:
    """A setting or a page of them: the section in which it stands, what else people call it, and
    which field of the section (its attribute) has the focus then."""

    text: str
    section: str
    words: str = ""
    field: str = ""


PLACES: tuple[Place, ...] = (
    Place(marked("places", "Language"), "appearance",
          "bahasa indonesia english inggris translation", "language"),
    Place(marked("places", "Light or dark"), "appearance",
          "gelap terang tema theme dark light mode malam warna colours colors", "theme"),
    Place(marked("places", "Text size"), "appearance",
          "huruf tulisan besar kecil font letters zoom bigger larger smaller big small", "letters"),
    Place(marked("places", "Name of the shop"), "shop", "nama toko shop alamat address", "name"),
    Place(marked("places", "Time zone"), "shop", "zona waktu wib wita wit timezone jam clock",
          "zone"),
    Place(marked("places", "End of the business day"), "shop",
          "hari tengah malam midnight business day", "day_ends"),
    Place(marked("places", "Tax"), "shop", "pajak ppn vat", "tax"),
    Place(marked("places", "Handed over at the counter"), "lateness",
          "gudang warehouse tanpa langsung serah diserahkan kasir", "at_counter"),
    Place(marked("places", "Cash rounding"), "shop", "pembulatan bulat rounding currency rupiah",
          "rounding"),
    Place(marked("places", "QRIS of the shop"), "shop", "qr qris gopay ovo dana", "qris.entry"),
    Place(marked("places", "Last line of the receipt"), "shop", "struk footer terima kasih",
          "footer"),
    Place(marked("places", "Name of this station"), "station",
          "perangkat komputer station nama device", "name"),
    Place(marked("places", "Window to start with"), "station",
          "jendela awal mulai start startup", "first"),
    Place(marked("places", "Messages from a folder"), "station",
          "folder pesan gateway bot watched pantau masuk otomatis", "watched.choose"),
    Place(marked("places", "Scanner"), "scanner", "pemindai barcode timbangan scale label scan"),
    Place(marked("places", "Printer"), "printing",
          "pencetak struk kertas paper thermal escpos receipt", "way"),
    Place(marked("places", "Sounds"), "sounds", "suara bunyi beep volume notifikasi sound"),
    Place(marked("places", "Staff codes and PINs"), "staff",
          "pin staf karyawan pegawai password sandi employee employees worker workers"),
    Place(marked("places", "What somebody did"), "staff",
          "riwayat aktivitas tindakan perbuatan siapa deeds history activity audit who"),
    Place(marked("places", "Late orders"), "lateness",
          "terlambat telat batas waktu late lateness minutes menit", "warn"),
    Place(marked("places", "Answers to customers"), "answers",
          "jawaban balasan whatsapp wa pesan template salam penutup greeting reply message",
          "text"),
    Place(marked("places", "Backups"), "storage",
          "cadangan backup salinan pulihkan restore database and data dan"),
    Place(marked("places", "Remove old orders"), "storage",
          "hapus pesanan lama bersihkan arsip purge clean delete retention retensi",
          "old_orders.remove_button"),
    Place(marked("places", "Database"), "storage",
          "basis data postgresql sqlite journal jurnal server"),
    Place(marked("places", "Keyboard shortcuts"), "keys",
          "tombol pintasan shortcut shortcuts keyboard"),
    Place(marked("places", "Privacy"), "privacy", "privasi kebijakan policy data pribadi"),
    Place(marked("places", "About"), "about", "tentang versi version log lisensi license"),
    # Pages whose title is that of no setting above.
    Place(marked("places", "Shop"), "shop"),
    Place(marked("places", "This station"), "station"),
    Place(marked("places", "Printing"), "printing"),
    Place(marked("places", "Staff codes"), "staff"),
    Place(marked("places", "Appearance"), "appearance", "look display tampilan"),
)  # fmt: skip
#: Letters that say enough to begin a word with.
ENOUGH = 3
NAMED, SAID, BEGUN, LOOSE = 3, 2, 1, 0
_TEXTS = {command.id: command.text for command in COMMANDS}


@dataclass(frozen=True, slots=True)
class Match:
    """How surely `index` (in the list that was searched) is meant: `NAMED` to `LOOSE`."""

    index: int
    tier: int


def search(text: str, entries: list[tuple[str, ...]]) -> list[Match]:
    """The entries for `text`, the surest first; each is told by its names and words."""
    typed = _folded(text[:100])
    words = typed.split()
    if not words:
        return []
    found = []
    loose = []
    for index, texts in enumerate(entries):
        names = [_folded(name) for name in texts]
        known = {word for name in names for word in name.split()}
        if typed in names[:-1]:
            found.append(Match(index, NAMED))
        elif known.issuperset(words):
            found.append(Match(index, SAID))
        elif all(any(other.startswith(word) for other in known) for word in words):
            found.append(Match(index, BEGUN if min(map(len, words)) >= ENOUGH else LOOSE))
        else:
            loose.append((index, names))
    found.sort(key=lambda match: -match.tier)
    return found + _nearly(typed, loose, 85 if found else 65)


def is_sure(found: list[Match], index: int, ends: Sequence[int] = ()) -> bool:
    """Whether nothing else can be meant than `index`.

    `ends` are where what is nearer ends in the list that was searched: of what is said as well,
    the nearest is meant.
    """
    best = [match for match in found if match.tier == found[0].tier]
    for end in ends:
        best = [match for match in best if match.index < end] or best
    return len(best) == 1 and best[0].index == index and best[0].tier > LOOSE


def names_of(id: str, shown: str) -> tuple[str, ...]:
    """What a command is called in both languages and on the screen; its other words come last."""
    source = _TEXTS.get(id, shown)
    return (shown, *_in_all_languages("commands", source), ALSO.get(id, ""))


def names_of_place(place: Place) -> tuple[str, ...]:
    return (*_in_all_languages("places", place.text), place.words)


@cache
def _in_all_languages(context: str, text: str) -> tuple[str, ...]:
    spoken = (Words(language).translate(context, text) for language in LANGUAGES)
    return (text, *(words for words in spoken if words))


def _nearly(typed: str, others: list[tuple[int, list[str]]], least: int) -> list[Match]:
    """A slip of the finger: shown, but never done by itself."""
    from rapidfuzz import fuzz

    scored = [
        (max(fuzz.WRatio(typed, name) for name in names[:-1]), index) for index, names in others
    ]
    return [Match(index, LOOSE) for score, index in sorted(scored, reverse=True) if score >= least]


def _folded(text: str) -> str:
    return " ".join(fold(text).replace("/", " ").replace(",", " ").split())
