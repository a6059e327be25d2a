"""Which column of a price list is which: names in Indonesian and English, and other tills' files.

Columns are known by their names, never by their places. The headers of other programs were read
in files that they wrote.
"""

import re
from collections.abc import Collection, Mapping, Sequence

from models.text.words import parted

#: What a product file can say, in the order people read it. `sku` and `barcode` find the product
#: again, `reference` is another program's own key, used only where both are missing.
FIELDS = (
    "sku", "barcode", "name", "category", "brand", "unit", "cost", "price", "stock", "reorder_at",
    "active", "variant", "variant_2", "variant_3", "reference", "tax_rate", "stock_policy",
    "favourite", "alias",
)  # fmt: skip

#: The catalogue as `models/export/export.py` writes it; its texts are taken as they stand.
OWN = "botbelanja"

#: Sets of headers that give another program away; the first set that is there wins.
FORMATS: dict[str, frozenset[str]] = {
    OWN: frozenset({"sku", "name", "tax_percent", "stock_policy"}),
    "loyverse": frozenset({"handle", "sku", "name", "option 1 name", "sold by weight"}),
    "shopify": frozenset({"title", "url handle", "option1 name", "price"}),
    "shopify_old": frozenset({"handle", "title", "variant sku", "variant price"}),
    "square": frozenset({"item name", "variation name", "sku"}),
    "odoo": frozenset({"name", "internal reference", "sales price"}),
    "odoo_technical": frozenset({"name", "default_code", "list_price"}),
    "woocommerce": frozenset({"type", "sku", "name", "published", "regular price"}),
}

_NAMES: dict[str, dict[str, str]] = {
    OWN: {
        "sku": "sku", "barcodes": "barcode", "name": "name", "category": "category",
        "brand": "brand", "unit": "unit", "cost": "cost", "price": "price", "on_hand": "stock",
        "reorder_at": "reorder_at", "active": "active", "tax_percent": "tax_rate",
        "stock_policy": "stock_policy", "favourite": "favourite", "aliases": "alias",
    },
    "loyverse": {
        "sku": "sku", "barcode": "barcode", "name": "name", "category": "category",
        "cost": "cost", "price": "price", "in stock": "stock", "low stock": "reorder_at",
        "default price": "price", "available for sale": "active", "option 1 value": "variant",
        "option 2 value": "variant_2", "option 3 value": "variant_3", "handle": "reference",
    },
    "shopify": {
        "sku": "sku", "barcode": "barcode", "title": "name", "type": "category",
        "vendor": "brand", "cost per item": "cost", "price": "price",
        "inventory quantity": "stock", "status": "active", "option1 value": "variant",
        "option2 value": "variant_2", "option3 value": "variant_3", "url handle": "reference",
    },
    "shopify_old": {
        "variant sku": "sku", "variant barcode": "barcode", "title": "name", "type": "category",
        "vendor": "brand", "cost per item": "cost", "variant price": "price",
        "variant inventory qty": "stock", "status": "active", "option1 value": "variant",
        "option2 value": "variant_2", "option3 value": "variant_3", "handle": "reference",
    },
    "square": {
        "sku": "sku", "gtin": "barcode", "item name": "name", "category": "category",
        "categories": "category", "reporting category": "category", "price": "price",
        "default unit cost": "cost", "default vendor name": "brand", "current quantity": "stock",
        "stock alert count": "reorder_at", "sellable": "active", "variation name": "variant",
        "token": "reference", "reference handle": "reference",
    },
    "odoo": {
        "internal reference": "sku", "barcode": "barcode", "name": "name",
        "product category": "category", "point of sale category": "category",
        "unit of measure": "unit", "cost": "cost", "sales price": "price",
        "quantity on hand": "stock", "external id": "reference", "customer taxes": "tax_rate",
    },
    "odoo_technical": {
        "default_code": "sku", "barcode": "barcode", "name": "name", "categ_id": "category",
        "uom_id": "unit", "standard_price": "cost", "list_price": "price",
        "qty_available": "stock", "id": "reference", "taxes_id": "tax_rate",
    },
    "woocommerce": {
        "sku": "sku", "gtin, upc, ean, or isbn": "barcode", "name": "name",
        "categories": "category", "brands": "brand", "cost of goods": "cost",
        "regular price": "price", "stock": "stock", "low stock amount": "reorder_at",
        "published": "active", "id": "reference",
    },
}  # fmt: skip

#: What people call their columns, best name first.
_COMMON: dict[str, tuple[str, ...]] = {
    "sku": (
        "sku", "kode", "kode barang", "kode produk", "kode item", "kd barang", "kd brg", "kode brg",
        "code", "item code", "product code", "internal reference", "article", "plu", "no barang",
        "id barang", "product id", "item id", "kode sku", "sku produk", "nomor barang", "item no",
        "item number", "product sku", "variant sku",
    ),
    "barcode": (
        "barcode", "barkode", "bar code", "kode bar", "kode barcode", "ean", "ean13", "ean 13",
        "gtin", "upc", "barcodes", "kode batang", "nomor barcode", "barcode produk",
        "barcode number", "no barcode",
    ),
    "name": (
        "nama", "nama barang", "nama produk", "nama item", "nm barang", "nama brg", "name",
        "item name", "product name", "product", "produk", "item", "barang", "title",
        "nama menu", "menu", "description", "deskripsi", "desc", "keterangan",
    ),
    "category": (
        "kategori", "kategori barang", "kategori produk", "category", "kelompok", "golongan",
        "jenis", "jenis barang", "departemen", "department", "group", "type",
        "product type", "product category", "item category", "nama kategori", "categories",
    ),
    "brand": (
        "merek", "merk", "brand", "brand name", "merek barang", "merk barang", "vendor", "pabrik",
        "manufacturer",
    ),
    "unit": (
        "satuan", "satuan jual", "unit", "uom", "units", "unit of measure", "sat", "kemasan",
        "unit of measurement", "satuan dasar", "satuan barang",
    ),
    "cost": (
        "harga beli", "hrg beli", "h beli", "harga pokok", "hpp", "modal", "harga modal", "cost",
        "cost price", "purchase price", "buy price", "buying price", "cost per item", "unit cost",
        "harga perolehan", "beli", "hrg pokok", "cost of goods",
    ),
    "price": (
        "harga jual", "hrg jual", "h jual", "harga", "harga satuan", "harga eceran", "price",
        "sales price", "selling price", "regular price", "sale price", "sell price", "unit price",
        "retail price", "list price", "basic price", "sell price pos", "harga umum",
        "harga normal", "harga ecer", "harga rp", "price idr", "jual", "hrg",
    ),
    "stock": (
        "stok", "stock", "stok akhir", "stok barang", "sisa", "sisa stok", "qty", "quantity",
        "jumlah", "on hand", "in stock", "jumlah stok", "inventory", "stock on hand",
        "stok awal", "stok tersedia", "kuantitas", "saldo stok", "saldo", "stock quantity",
        "stock qty", "quantity on hand", "basic inventory", "opening stock", "stk",
    ),
    "reorder_at": (
        "stok minimum", "stok min", "min stok", "minimum stok", "minimal stok", "min stock",
        "minimum stock", "reorder at", "reorder level", "reorder point", "low stock",
        "stok minimal", "stock alert", "low stock alert", "low stock amount", "peringatan stok",
        "batas stok", "batas minimum", "safety stock",
    ),
    "active": (
        "aktif", "active", "dijual", "available for sale", "is active", "status aktif",
        "status produk", "status barang", "product status", "item status", "status",
    ),
    "alias": (
        "keywords", "keyword", "kata kunci", "alias", "aliases", "nama lain", "sebutan",
        "other names", "other name", "synonyms", "sinonim",
    ),
    "tax_rate": (
        "ppn", "pajak", "tax", "tax rate", "tax percent", "tarif pajak", "tarif ppn", "vat",
        "pajak persen", "customer taxes", "taxes", "pajak penjualan", "sales tax",
    ),
}  # fmt: skip

#: Money of another kind than rupiah, or rupiah by the thousand.
_OTHER_MONEY = re.compile(
    r"\b(?:us|usd|eur|sgd|myr|rm|ribu(?:an)?|rb|k|juta|thousands?|000|cents?|sen)\b|[$\u20ac\u00a3\u00a5]"
)
#: Not what one unit costs whoever comes in: without the tax, of a package, of some buyers.
_OTHER_PRICE = re.compile(
    r"\b(?:excl\w*|tanpa (?:ppn|pajak)|(?:belum|sebelum)(?: termasuk)? (?:ppn|pajak)|before tax|"
    r"tax excluded|nett?o?|dpp|grosir|wholesale|reseller|agen|member|partai|dus|lusin|k?arton|"
    r"carton|box|dozen|kodi|slop|pack|pak)\b"
)
_KNOWN = {name for known in _COMMON.values() for name in known}


def plain(header: str) -> str:
    """A header as it is compared: small letters, no marks, no store name in brackets."""
    text = re.sub(r"\[[^\]]*\]|\([^)]*\)", " ", header.casefold())
    return " ".join(re.sub(r"[^\w]+|_", " ", text).split())


def _spoken(header: str) -> str:
    """A header as people say it: `hargaJual` and `HargaJual` are `harga jual`, `UoM` is `uom`."""
    whole = plain(header)
    return whole if whole in _KNOWN else plain(parted(header))


def header_row(rows: Sequence[tuple[int, Sequence[str]]], named: Collection[str] = ()) -> int:
    """The index in `rows` of the row that names the columns: titles may stand above it.

    It is the one with most of the `named` headers, else with most that are known, else the first
    that is as wide as the rows after it.
    """
    worth = [
        (len(set(named) & set(unique_headers(cells))), len(understood(cells)[1]))
        for _, cells in rows[:10]
    ]
    best = max(range(len(worth)), key=worth.__getitem__)
    if worth[best] > (0, 0):
        return best
    filled = [sum(bool(cell.strip()) for cell in cells) for _, cells in rows[:40]]
    usual = max(set(filled), key=filled.count)
    return next(index for index, count in enumerate(filled) if count >= usual)


def unique_headers(cells: Sequence[str]) -> tuple[str, ...]:
    """The headers, each name once: a second `Price` is called `Price (2)`, a nameless one `(3)`."""
    seen: dict[str, int] = {}
    names = []
    for place, cell in enumerate(cells, start=1):
        name = " ".join(cell.split()) or f"({place})"
        seen[name] = seen.get(name, 0) + 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(names)


def understood(headers: Sequence[str]) -> tuple[str, dict[str, str]]:
    """The program that wrote such headers (empty when none is known), and header by field."""
    names = [_spoken(header) for header in headers]
    for format_, telling in FORMATS.items():
        if {plain(name) for name in telling} <= {_without_place(name) for name in names}:
            return format_, _with_tax(headers, _matched(headers, names, _NAMES[format_]))
    mapping: dict[str, str] = {}
    for field, known in _COMMON.items():
        fitting = _fitting(field, headers, names)
        for name in known:
            if name in fitting and fitting[name] not in mapping.values():
                mapping[field] = fitting[name]
                break
    for field, known in _COMMON.items():
        fitting = _fitting(field, headers, names)
        if field not in mapping and (longer := _longer(fitting, known, mapping.values())):
            mapping[field] = longer
    return "", {field: mapping[field] for field in FIELDS if field in mapping}


#: `Tax - PPN (11%)`, with yes or no under it, as Loyverse and Square write it.
_TAX = re.compile(r"tax - .*?([\d.,]+) ?%", re.IGNORECASE)


def rate_in(header: str) -> str:
    """The percentage in the heading of a tax, empty where there is none."""
    found = _TAX.match(header.strip())
    return found[1] if found else ""


def _with_tax(headers: Sequence[str], mapping: dict[str, str]) -> dict[str, str]:
    rated = next((header for header in headers if rate_in(header)), None)
    return mapping if rated is None else {**mapping, "tax_rate": rated}


def _fitting(field: str, headers: Sequence[str], names: Sequence[str]) -> dict[str, str]:
    """Header by the name that is compared, without those that say themselves that they are not."""
    found: dict[str, str] = {}
    for header, name in zip(headers, names, strict=True):
        said = parted(header).casefold().replace("_", " ")
        other = field in ("price", "cost") and _OTHER_MONEY.search(said)
        if not other and not (field == "price" and _OTHER_PRICE.search(said)):
            found.setdefault(name, header)
    return found


def _longer(fitting: Mapping[str, str], known: Sequence[str], taken: Collection[str]) -> str:
    """A head that goes on where a name of several words ends: `Harga Jual Satuan #1`."""
    for name in known:
        for found, header in fitting.items():
            if " " in name and found.startswith(name + " ") and header not in taken:
                return header
    return ""


def _matched(
    headers: Sequence[str], names: Sequence[str], known: Mapping[str, str]
) -> dict[str, str]:
    mapping: dict[str, str] = {}
    for name, field in known.items():
        wanted = plain(name)
        for header, found in zip(headers, names, strict=True):
            if found == wanted or _without_place(found) == wanted:
                mapping.setdefault(field, header)
    return {field: mapping[field] for field in FIELDS if field in mapping}


def _without_place(name: str) -> str:
    """Square writes the location's name behind: `current quantity toko pusat`."""
    for start in ("current quantity", "stock alert count"):
        if name.startswith(start + " "):
            return start
    return name
