"""The headings that tills give to the columns of past sales, in English and Indonesian.

Of several columns that could be a field, the one whose heading stands first here is taken.
"""

import re
from collections.abc import Mapping, Sequence

#: order: its id in the source; at: when, or the day with `time` beside it; product: its code;
#: quantity: in units; total: paid for the line; price: of one unit; discount: what was taken off;
#: the rest is for products that the shop does not know yet.
NAMES: Mapping[str, str] = {
    "order": "order|invoice|invoice no|invoice number|invoice id|order id|order no|order number|"
             "receipt|receipt no|receipt number|receipt id|transaction id|transaction no|"
             "transaction number|transaction|trans id|trans no|trx id|trx no|trx|no trx|txn id|"
             "basket id|basket|ticket|ticket no|ticket number|bill|bill no|bill number|sale id|"
             "sales id|sales no|check no|no nota|nota|nomor nota|no faktur|faktur|nomor faktur|"
             "no penjualan|no transaksi|nomor transaksi|id transaksi|kode transaksi|no struk|"
             "struk|nomor struk|no bon|bon|no order|id pesanan|no pesanan|nomor pesanan|no bukti|"
             "kode penjualan|id penjualan|document no|no invoice|nomor invoice",
    "at": "datetime|date time|timestamp|transaction timestamp|invoice date|order date|date|"
          "transaction date|transaction datetime|sale date|sales date|purchase date|created at|"
          "trans date|order datetime|tanggal|tgl|tanggal transaksi|tanggal penjualan|"
          "tgl transaksi|tgl penjualan|tgl jual|tanggal jual|tanggal nota|tgl nota|tanggal order|"
          "tanggal pesanan|tanggal faktur|waktu transaksi|tanggal waktu|waktu|day|hari",
    "time": "time|transaction time|trans time|sale time|order time|jam|pukul|jam transaksi|waktu",
    "quantity": "quantity|qty|units|unit sold|units sold|quantity ordered|quantity sold|qty sold|"
                "pieces|pcs|kuantitas|qty jual|jumlah barang|jumlah beli|banyak|banyaknya|volume|"
                "count|jml|jumlah",
    "price": "unit price|price each|price per unit|item price|selling price|sale price|price|rate|"
             "harga satuan|harga jual|hrg jual|hrg satuan|harga|hrg|harga per unit",
    "total": "line total|total|total price|total amount|line amount|sales value|net amount|net|"
             "net sales|amount|sales|revenue|extended price|value|subtotal|sub total|total harga|"
             "jumlah harga|harga total|total jual|total penjualan|total bayar|nilai|total rp|"
             "jumlah rp|jumlah",
    "discount": "discount|discount amount|disc|line discount|diskon|potongan|potongan harga|rabat|"
                "disc rp|diskon rp",
    "product": "stock code|product id|product code|item code|item id|item no|item number|sku|"
               "barcode|ean|upc|plu|article|article no|article number|code|kode barang|"
               "kode produk|kode item|kd barang|id barang|id produk|kode|barkode|product|item",
    "name": "description|product name|item name|product description|item description|name|"
            "article name|nama barang|nama produk|nama item|nama|barang|produk|uraian|deskripsi|"
            "nama menu|menu|product|item|items|article|keterangan",
    "category": "category|product category|department|product line|item category|kategori|"
                "kategori barang|jenis|jenis barang|golongan|kelompok|departemen",
    "brand": "brand|merk|merek|brand name",
    "unit": "unit|uom|unit of measure|satuan|sat",
}  # fmt: skip


def plain(heading: str) -> str:
    """`InvoiceNo`, `invoice_no.` and `Invoice No` as one: `invoice no`."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", heading)
    return " ".join(re.findall(r"[^\W_]+", spaced.lower()))


KNOWN = {name: {word: at for at, word in enumerate(words.split("|"))}
          for name, words in NAMES.items()}  # fmt: skip
_ALL = {word for words in KNOWN.values() for word in words}


def known(cells: Sequence[str]) -> int:
    """How many of these cells are headings that somebody might give."""
    return sum(plain(cell) in _ALL for cell in cells)
