"""The headings that tills give to the columns of past sales, in English and Indonesian.

Headings are compared without spaces, marks and capitals: `id_invoice`, `idInvoice` and `ID Invoice`
are one. Of several columns that could be a field, the one whose heading stands first here is taken.
"""

import re
from collections.abc import Sequence
from itertools import product

from models.text.words import parted

#: order: its id in the source; at: when, or the day with `time` beside it; state: whether it was a
#: sale after all; kind: whether the row sells or gives back; quantity: in units; price: of one
#: unit; gross: of the line before what was taken off; discount: that; total: paid for the line;
#: tax: in the total, or on top of it; returned and refunded: how much of the line came back, in
#: units and in money; order_… and what follows: of the whole order.
FIELDS = (
    "order", "at", "time", "state", "kind", "cancelled_at", "quantity", "price", "gross",
    "discount", "total", "tax", "returned", "refunded", "left_quantity", "left_total",
    "order_discount", "order_total", "order_tax", "order_refund", "rounding", "shipping", "tip",
    "service",
    "product", "name", "variant", "category", "brand", "unit", "currency",
)  # fmt: skip


def plain(heading: str) -> str:
    """`InvoiceNo`, `invoice_no.` and `Invoice No (Rp)` as one: `invoiceno`."""
    words = words_of(heading).split()
    while len(words) > 1 and words[-1] in ("rp", "idr", "rupiah"):
        words.pop()
    return "".join(words)


def _all(*alternatives: str) -> list[str]:
    """Every way of saying one of each of these, in this order."""
    return ["".join(parts) for parts in product(*(words.split() for words in alternatives))]


_NUMBER = "no nomor id kode number nr"
_SALE = (
    "invoice order receipt transaction nota faktur struk transaksi pesanan penjualan bon trx bill "
    "ticket sale sales trans txn basket check bukti kwitansi document orders"
)
_WHEN = "tanggal tgl waktu date"
_DONE = "transaksi penjualan jual nota order pesanan faktur invoice struk beli pembelian trx"
_MADE = "dibuat pembuatan pembayaran bayar selesai"
_MANY = "jumlah jml qty kuantitas quantity banyak banyaknya unit units pcs"
_SOLD = "terjual jual penjualan beli dibeli pembelian barang produk item sold ordered order"
_PRICE = "harga hrg price"
_SUM = "total jumlah nilai sub subtotal"
_OFF = "diskon potongan discount disc rabat promo"

KNOWN: dict[str, list[str]] = {
    "order": [
        *_all("invoice order receipt transaction transactionid nota faktur struk bon"),
        *_all(_SALE, _NUMBER), *_all(_NUMBER, _SALE),
        *_all("transaction trx bill ticket basket noref noreferensi nomorreferensi"),
    ],
    "at": [
        *_all("datetime timestamp transactiontimestamp dateorder transactiondatetime orderdatetime "
            "createdat tanggaldanwaktu tanggalwaktu tanggaljam waktutanggal dateandtime"),
        *_all(_WHEN, _DONE), *_all("invoice order transaction sale sales purchase trans receipt "
                                   "bill ticket check", "date timestamp datetime"),
        *_all("order transaksi pesanan", _WHEN), *_all(_WHEN, _MADE),
        *_all(_WHEN, "pesanan order transaksi", _MADE), *_all("paidat date tanggal tgl"),
        *_all("createdtime createtime completedtime lineitemdate creationdate paidtime saletime"),
        *_all("ordercreationdate closeddate sentdate settledat day hari waktu time"),
    ],
    "time": [
        *_all("time transactiontime transtime saletime ordertime jam pukul jamtransaksi"),
        *_all("waktu jampenjualan jamorder waktutransaksi"),
    ],
    "state": [
        *_all("financialstatus orderstatus paymentstatus transactionstatus receiptstatus"),
        *_all("salestatus invoicestatus status state statustransaksi statuspembayaran"),
        *_all("billstatus ticketstatus checkstatus salesstatus trxstatus statusbill"),
        *_all("statuspesanan statusorder statuspenjualan statusnota statusbayar orderstate"),
        *_all("keadaan statusterakhir statusinvoice statusstruk"),
    ],
    "kind": [
        *_all("receipttype eventtype transactiontype saletype ordertype type tipetransaksi"),
        *_all("jenistransaksi tipe jenisstruk tipestruk invoicetype documenttype"),
        *_all("jenisnota tipenota jenispenjualan jenisdokumen tipedokumen jenis doctype"),
    ],
    "cancelled_at": [
        *_all("cancelledat canceledat voidedat dibatalkanpada tanggalbatal waktubatal"),
        *_all(_WHEN, "pembatalan dibatalkan"), *_all(_WHEN, "pesanan order", "dibatalkan"),
    ],
    "quantity": [
        *_all("quantity qty kuantitas kts banyak banyaknya terjual"), *_all(_MANY, _SOLD),
        *_all(_MANY, "produk barang item", "terjual dibeli jual beli dipesan sold ordered"),
        *_all("terjual sold itemsold itemssold", "qty pcs unit quantity"),
        *_all("produk product item barang", "qty quantity terjual sold"), *_all("sold units"),
        *_all("pieces pcs qtypcs jumlahpcs jumlahunit volume count jml jumlah"),
        *_all("berat weight", "kg bersih"), *_all("netweight berat weight"),
    ],
    "price": [
        *_all("hargasetelahdiskon hargasetelahpotongan priceafterdiscount discountedprice"),
        *_all(_PRICE, "satuan jual unit perunit peritem persatuan jualsatuan"),
        *_all("unit item selling sale product", "price"),
        *_all(_PRICE, "each barang produk item"),
        *_all("harga hargaper price priceper", "kg"),
        *_all("itemcost price priceeach priceunit hargasatuanjual rate harga hrg hargaawal"),
    ],
    "gross": [
        *_all("grosssales grossamount gross penjualankotor bruto brutto kotor totalkotor"),
        *_all("omzetkotor salesgross subtotalsebelumdiskon totalsebelumdiskon hargakotor"),
    ],
    "discount": [
        *_OFF.split(), *_all("discounts discountamount linediscount itemdiscount unitdiscount"),
        *_all(_OFF, "satuan unit each pcs perpcs perunit"),
        *_all(_OFF, "item produk barang harga nominal persen percent percentage pct"),
        *_all(_OFF, "per", "item produk barang satuan"),
        *_all("total jumlah nilai besar persen", _OFF), *_all("percentdiscount discountrate"),
    ],
    "total": [
        *_all("linetotal lineamount netsales netamount orderlinetotal pricesubtotalincl"),
        *_all("penjualanbersih nettsales netto nettotal totalline extendedprice salesvalue"),
        *_all(_SUM, "harga hargaproduk penjualan jual pendapatan omzet omset item produk "
            "barang uang nominal"),
        *_all("totalprice totalamount totalsales total amount net nett sales revenue omzet"),
        *_all("omset pendapatan value subtotal nominal hargatotal hargajumlah totalbayar"),
        *_all("totalpembayaran totalrupiah nilai penjualan jumlah"),
    ],
    "tax": _all("tax taxes pajak ppn pb1 vat gst linetax itemtax orderlinetax totaltax"),
    "returned": [
        *_all("returnedquantity quantityreturned refundedquantity qtyretur jumlahretur"),
        *_all("returned refunded retur", "qty quantity"),
        *_all("returqty qtyreturned returned qtyrefund jumlahdikembalikan quantityrefunded"),
    ],
    "refunded": [
        *_all("orderlinetotalrefunded refunds refund linerefund refundamount totalrefund"),
        *_all("nilairetur totalretur retur pengembalian jumlahrefund refundtotal"),
    ],
    "left_quantity": ["quantityrefund"],  # Quantity (- Refund): what is left
    "left_total": ["orderlinetotalrefund"],
    "order_discount": [
        *_all("cartdiscountamount orderdiscount cartdiscount discounttotal totaldiscounts"),
        *_all(_OFF, "order pesanan nota transaksi struk faktur invoice total"),
    ],
    "order_total": [
        *_all("ordertotal ordertotalamount amounttotal grandtotal invoicetotal receipttotal"),
        *_all("total jumlah", "order pesanan transaksi nota struk faktur invoice tagihan bill "
              "receipt collected keseluruhan akhir"),
    ],
    "order_tax": [*_all("ordertax ordertaxamount ordertotaltaxamount amounttax"),
                  *_all("pajak ppn", "order pesanan transaksi nota")],
    "order_refund": _all("orderrefundamount orderrefund refundedamount amountrefunded"),
    "shipping": [
        *_all("shipping ordershippingamount shippingamount shippingcost shippingfee"),
        *_all("deliveryfee deliverycharge ongkir ongkoskirim biayakirim biayapengiriman"),
        *_all("ongkospengiriman shippingtotal postage"),
    ],
    "rounding": _all("pembulatan rounding roundoff cashrounding nilaipembulatan"),
    "tip": _all("tip tips gratuity tipamount uangtip"),
    "service": _all("servicecharge servicefee service biayalayanan layanan biayaservis"),
    "product": [
        *_all("stockcode sku productid productcode itemcode itemid itemno itemnumber"),
        *_all("barcode gtin ean upc plu article articleno articlenumber code"),
        *_all("kode kd id no nomor", "barang produk item sku menu brg"), *_all("kode barkode"),
        *_all("sku", "produk barang induk item"), *_all("productidbarcode productsku"),
        *_all("variantsku noproduk"),
    ],
    "name": [
        *_all("productname itemname fullproductname articlename"),
        *_all("nama nm", "barang produk item menu brg"),
        *_all("description productdescription itemdescription product produk barang menu"),
        *_all("uraian deskripsi name nama item article items products keterangan"),
    ],
    "variant": [
        *_all("variant varian variation productvariation pricepointname variantname namavarian"),
        *_all("modifiers modifiersapplied modifier variasi namavariasi option"),
    ],
    "category": [
        *_all("category productcategory department productline itemcategory kategori"),
        *_all("kategoribarang kategoriproduk jenisbarang golongan kelompok departemen"),
        *_all("productidcategid namakategori jenis"),
    ],
    "brand": _all("brand merk merek brandname"),
    "unit": _all("unit uom unitofmeasure satuan sat"),
    "currency": _all("currency matauang kurs currencyiddisplayname currencycode"),
}  # fmt: skip
RANK = {field: {word: at for at, word in reversed(list(enumerate(words)))}
        for field, words in KNOWN.items()}  # fmt: skip
_ALL = {word for words in KNOWN.values() for word in words}

#: Words in headings of columns about people, which are taken for nothing.
_PEOPLE = re.compile(
    r"customer|pelanggan|konsumen|pembeli|cashier|kasir|phone|telepon|\btelp|\bhp\b|whats|\bwa\b|"
    r"alamat|address|e ?mail|employee|karyawan|pegawai|staff|waiter|pelayan|member|penerima|"
    r"buyer|recipient|household|guest|tamu|contact|kontak|username|first name|last name|"
    r"served by|collected by|billing|company|operator|seller|penjual\b|salesman|salesperson|"
    r"\bsales rep|kurir|driver|pengemudi|ktp|\bnik\b|npwp|pan suffix|user|kota\b|\bcity\b"
)
#: What else has a state than a sale.
OTHER_STATES = "fulfil|kirim|deliver|ship|stok|stock|member|print|antar"
#: In these an order's own value stands, although a word for people is in them.
_NOT_PEOPLE = re.compile(r"paid by customer|dibayar (?:oleh )?(?:pembeli|pelanggan)")


def are_tax_rates(cells: Sequence[str]) -> bool:
    """Whether rates of a tax, and not its sums, stand under a heading."""
    return all(re.fullmatch(r"0|(?:5|1[0-2])(?:[.,]0+)?|\d+(?:[.,]\d+)? ?%", x) for x in cells)


def words_of(heading: str) -> str:
    """The heading as small words: `customerPhone` is `customer phone`."""
    return " ".join(re.findall(r"[^\W_]+", parted(heading).lower()))


def says_after(heading: str) -> bool:
    """Whether what was taken off is off already: `Harga Setelah Diskon`."""
    return bool(re.search(r"\b(?:setelah|sesudah|after|discounted)\b", words_of(heading)))


def is_about_people(heading: str) -> bool:
    """Whether names, codes or places of people stand under this heading."""
    words = words_of(heading)
    return bool(_PEOPLE.search(words)) and not _NOT_PEOPLE.search(words)


def known(cells: Sequence[str]) -> int:
    """How many of these cells are headings that somebody might give."""
    return sum(plain(own_part(cell)) in _ALL for cell in cells)


_OF_A_LINE = re.compile(
    r"(?:line ?items?|order[ _]lines?|lines?|items?|products?|produk|details?|rincian)"
    r"(?:\s*[/.>:]\s*|(?<=lineitem)\s+)(?=\w)", re.IGNORECASE,
)  # fmt: skip


def own_part(heading: str) -> str:
    """`lines/qty` and `Lineitem quantity` without what says that they are of a line."""
    return _OF_A_LINE.sub("", heading.strip(), count=1) if of_a_line(heading) else heading


def of_a_line(heading: str) -> bool:
    """Whether the heading says itself that its column is of a line, not of the order."""
    return bool(_OF_A_LINE.match(heading.strip()))
