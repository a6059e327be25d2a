<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>CartCard</name>
    <message>
        <source>Cart</source>
        <extracomment>The line at this place was pressed. − or + was pressed on the line at this place: carries the place and −1 or 1.</extracomment>
        <translation>Keranjang</translation>
    </message>
    <message>
        <source>Discount {sum}</source>
        <translation>Diskon {sum}</translation>
    </message>
</context>
<context>
    <name>CartHead</name>
    <message>
        <source>New order</source>
        <translation>Pesanan baru</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Harga</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produk</translation>
    </message>
</context>
<context>
    <name>CounterView</name>
    <message>
        <source>what was in hand when the program stopped</source>
        <extracomment>Carries the pasted text.</extracomment>
        <translation>isi keranjang saat program terhenti</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Dipulihkan</translation>
    </message>
    <message>
        <source>The shop keeps no personal data.</source>
        <translation>Toko tidak menyimpan data pribadi.</translation>
    </message>
    <message>
        <source>No text was copied</source>
        <translation>Belum ada teks yang disalin</translation>
    </message>
    <message>
        <source>Choose a product first</source>
        <translation>Pilih barangnya dulu</translation>
    </message>
    <message>
        <source>Receipts of earlier orders are printed in All orders</source>
        <translation>Struk pesanan sebelumnya dicetak di Semua pesanan</translation>
    </message>
</context>
<context>
    <name>HeldRail</name>
    <message>
        <source>Held</source>
        <extracomment>A card was pressed; carries its `HeldCartRow`.</extracomment>
        <translation>Disimpan</translation>
    </message>
</context>
<context>
    <name>ItemEntry</name>
    <message>
        <source>Only the first {limit} characters fit in here.</source>
        <extracomment>The text changed by a person&apos;s hand. A hint was pressed; carries its key.</extracomment>
        <translation>Hanya {limit} karakter pertama yang muat di sini.</translation>
    </message>
</context>
<context>
    <name>ItemEntryController</name>
    <message>
        <source>New price</source>
        <extracomment>The box asks something else now. A question was answered; carries its `Prompt`. Something could not be added; carries the error. A key or a pressed hint means this command of the window.</extracomment>
        <translation>Harga baru</translation>
    </message>
</context>
<context>
    <name>LastSent</name>
    <message>
        <source>Recently sent</source>
        <translation>Pesanan terakhir</translation>
    </message>
</context>
<context>
    <name>OrderEntryPage</name>
    <message>
        <source>Order entry</source>
        <translation>Kasir</translation>
    </message>
    <message>
        <source>First finish this, then answer the warehouse</source>
        <translation>Selesaikan ini dulu, baru jawab gudang</translation>
    </message>
    <message>
        <source>First finish this, then read the message</source>
        <translation>Selesaikan ini dulu, baru baca pesannya</translation>
    </message>
    <message>
        <source>Order {number} was not changed: {reason}</source>
        <translation>Pesanan {number} tidak diubah: {reason}</translation>
    </message>
    <message>
        <source>Not sent, and put aside as a held cart: {reason}</source>
        <translation>Tidak terkirim, keranjangnya disimpan: {reason}</translation>
    </message>
    <message>
        <source>The change of order {number} is sent</source>
        <translation>Perubahan pesanan {number} masuk gudang</translation>
    </message>
</context>
<context>
    <name>PlacedNotice</name>
    <message>
        <source>Kept here until the server is back</source>
        <translation>Disimpan di sini sampai server tersambung</translation>
    </message>
    <message>
        <source>Order sent</source>
        <translation>Pesanan masuk gudang</translation>
    </message>
    <message>
        <source>Not sent: it waits among the held carts</source>
        <translation>Tidak terkirim: menunggu di keranjang tersimpan</translation>
    </message>
    <message>
        <source>Order cancelled</source>
        <translation>Pesanan dibatalkan</translation>
    </message>
    <message>
        <source>Give back {sum}</source>
        <translation>Kembalikan {sum}</translation>
    </message>
    <message>
        <source>Back on the shelf</source>
        <translation>Barang kembali ke rak</translation>
    </message>
    <message>
        <source>Order done</source>
        <translation>Pesanan selesai</translation>
    </message>
    <message>
        <source>{total}, {taken} paid</source>
        <translation>{total}, dibayar {taken}</translation>
    </message>
    <message>
        <source>{total}, paid</source>
        <translation>{total}, lunas</translation>
    </message>
    <message>
        <source>{total}, of which {rest} is still to be paid</source>
        <translation>{total}, sisa {rest} belum dibayar</translation>
    </message>
    <message>
        <source>{total}, to be paid later</source>
        <translation>{total}, dibayar nanti</translation>
    </message>
    <message>
        <source>Ready at about {time} (a first estimate)</source>
        <translation>Siap kira-kira {time} (perkiraan sementara)</translation>
    </message>
    <message>
        <source>For {time} — that is soon: as a rule it is ready at {usual}</source>
        <translation>Untuk {time} — mepet: biasanya siap {usual}</translation>
    </message>
    <message>
        <source>{over} is over: ready at about {time}</source>
        <translation>{over} sudah lewat: siap sekitar {time}</translation>
    </message>
    <message>
        <source>Ready at {time}</source>
        <translation>Siap {time}</translation>
    </message>
</context>
<context>
    <name>Plurals</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n jenis</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n barang</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n produk</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held cart(s)</source>
        <translation>
            <numerusform>%n keranjang disimpan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more held</source>
        <translation>
            <numerusform>+%n lagi disimpan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held cart(s) wait at the server</source>
        <translation>
            <numerusform>%n keranjang ada di server</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cart(s) left behind are kept with the held ones now</source>
        <translation>
            <numerusform>%n keranjang yang tertinggal kini ada di keranjang disimpan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s), number(s) or address(es) removed</source>
        <translation>
            <numerusform>%n nama, nomor, atau alamat dihapus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n personal detail(s) removed</source>
        <translation>
            <numerusform>%n data pribadi dihapus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) at the end not read</source>
        <translation>
            <numerusform>%n baris terakhir tidak dibaca</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) found</source>
        <translation>
            <numerusform>%n barang cocok</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Answer %n question(s) first</source>
        <translation>
            <numerusform>Jawab %n pertanyaan dulu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n cocok</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to choose</source>
        <translation>
            <numerusform>%n perlu dipilih</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n tidak dimasukkan</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message>
        <source>Question from the warehouse</source>
        <extracomment>Carries the question and one of send, wait, drop. Carries the question, the product to be sent instead, and how much of it (thousandths). The focus goes back to where it was. What is sent instead, while it is asked how much of it.</extracomment>
        <translation>Pertanyaan dari gudang</translation>
    </message>
    <message>
        <source>Products found</source>
        <translation>Produk yang ditemukan</translation>
    </message>
    <message>
        <source>Send what there is</source>
        <translation>Beri yang ada</translation>
    </message>
    <message>
        <source>Another product …</source>
        <translation>Barang lain …</translation>
    </message>
    <message>
        <source>Wait for it</source>
        <translation>Tunggu</translation>
    </message>
    <message>
        <source>Without this line</source>
        <translation>Tanpa barang ini</translation>
    </message>
    <message>
        <source>{station} asks, {age} ago</source>
        <translation>{station} bertanya, {age} yang lalu</translation>
    </message>
    <message numerus="yes">
        <source>%n more question(s)</source>
        <translation>
            <numerusform>%n pertanyaan lagi</numerusform>
        </translation>
    </message>
    <message>
        <source>{number}: nothing to answer any more about {name}</source>
        <translation>{number}: {name} tidak perlu dijawab lagi</translation>
    </message>
    <message>
        <source>The warehouse or another counter settled it. Esc goes on.</source>
        <translation>Sudah diselesaikan gudang atau kasir lain. Esc untuk lanjut.</translation>
    </message>
    <message>
        <source>{number}: {missing} of {ordered} {name} missing ({reason})</source>
        <translation>{number}: kurang {missing} dari {ordered} {name} ({reason})</translation>
    </message>
    <message>
        <source>Which product instead of {quantity} {unit}?</source>
        <translation>Ganti {quantity} {unit} dengan barang apa?</translation>
    </message>
    <message>
        <source>No other product is called that.</source>
        <translation>Tidak ada barang lain dengan nama itu.</translation>
    </message>
    <message>
        <source>How many {unit} of {name}?</source>
        <translation>Berapa {unit} {name}?</translation>
    </message>
</context>
<context>
    <name>QuestionController</name>
    <message>
        <source>The warehouse asks nothing now</source>
        <extracomment>The card is done with; the focus goes back to the page. Somebody wants to answer while the card is behind the payment or a list. What was noticed here about which question, until that one is answered.</extracomment>
        <translation>Gudang sedang tidak bertanya apa-apa</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Jawab</translation>
    </message>
    <message>
        <source>{number}: what there is of {name} is sent</source>
        <translation>{number}: {name} diberi seadanya</translation>
    </message>
    <message>
        <source>{number}: the customer waits for {name}</source>
        <translation>{number}: pelanggan menunggu {name}</translation>
    </message>
    <message>
        <source>{number}: without {name}</source>
        <translation>{number}: tanpa {name}</translation>
    </message>
    <message>
        <source>{number}: {name} instead</source>
        <translation>{number}: diganti {name}</translation>
    </message>
</context>
<context>
    <name>Settlement</name>
    <message>
        <source>Give it back</source>
        <extracomment>What is told of which order.</extracomment>
        <translation>Kembalikan</translation>
    </message>
    <message>
        <source>Take payment</source>
        <translation>Terima pembayaran</translation>
    </message>
    <message>
        <source>Order {number}: {sum} to give back to the customer</source>
        <translation>Pesanan {number}: {sum} perlu dikembalikan ke pelanggan</translation>
    </message>
    <message>
        <source>Order {number}: {sum} more is to be paid</source>
        <translation>Pesanan {number}: sisa tagihan {sum}</translation>
    </message>
    <message>
        <source>discount now {sum}</source>
        <translation>diskon menjadi {sum}</translation>
    </message>
</context>
<context>
    <name>Tiles</name>
    <message>
        <source>Nothing is sold in this category now</source>
        <extracomment>A tile was pressed; carries its product. Arranging has ended.</extracomment>
        <translation>Tidak ada yang dijual di kategori ini sekarang</translation>
    </message>
    <message>
        <source>Mark a product among the hits or in the cart, then press {key}.</source>
        <translation>Tandai produk di hasil pencarian atau keranjang, lalu tekan {key}.</translation>
    </message>
    <message>
        <source>No favourites yet</source>
        <translation>Belum ada favorit</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favorit</translation>
    </message>
</context>
<context>
    <name>TotalPanel</name>
    <message>
        <source>Before discount</source>
        <translation>Sebelum diskon</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Diskon</translation>
    </message>
    <message>
        <source>Goods out</source>
        <translation>Barang keluar</translation>
    </message>
    <message>
        <source>Goods back</source>
        <translation>Barang kembali</translation>
    </message>
    <message>
        <source>Not paid before</source>
        <translation>Belum dibayar sebelumnya</translation>
    </message>
    <message>
        <source>Goes back: {sum}</source>
        <translation>Dikembalikan: {sum}</translation>
    </message>
    <message>
        <source>To give back</source>
        <translation>Dikembalikan</translation>
    </message>
    <message>
        <source>To be paid</source>
        <translation>Total tagihan</translation>
    </message>
    <message>
        <source>Tax (PPN)</source>
        <translation>PPN</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>For {time}</source>
        <translation>Diambil {time}</translation>
    </message>
    <message>
        <source>{sum} included</source>
        <translation>termasuk {sum}</translation>
    </message>
    <message>
        <source>included</source>
        <translation>termasuk</translation>
    </message>
</context>
<context>
    <name>VerdictStrip</name>
    <message>
        <source>Unknown code {code}</source>
        <translation>Kode tidak dikenal {code}</translation>
    </message>
    <message>
        <source>Unknown code</source>
        <extracomment>Kinds that are heard as well: the cashier looks at the goods, not at the screen. What was told last: ready, warn or danger.</extracomment>
        <translation>Kode tidak dikenal</translation>
    </message>
    <message>
        <source>scan again</source>
        <translation>pindai lagi</translation>
    </message>
    <message>
        <source>The last digit of {code} does not fit: scan again, or create it</source>
        <translation>Angka terakhir {code} tidak cocok: pindai lagi, atau buat produknya</translation>
    </message>
</context>
<context>
    <name>order_entry</name>
    <message>
        <source>Products found</source>
        <translation>Produk yang ditemukan</translation>
    </message>
    <message>
        <source>Looking …</source>
        <extracomment>What was found last, and what the list shows of it; they differ for a moment.</extracomment>
        <translation>Mencari …</translation>
    </message>
    <message>
        <source>No product like “{text}”</source>
        <translation>Tidak ada produk seperti “{text}”</translation>
    </message>
    <message>
        <source>The first {count} products</source>
        <translation>{count} produk pertama</translation>
    </message>
    <message>
        <source>close</source>
        <translation>tutup</translation>
    </message>
    <message>
        <source>choose</source>
        <extracomment>The keys that a finger can press here.</extracomment>
        <translation>pilih</translation>
    </message>
    <message>
        <source>five of them</source>
        <translation>lima buah</translation>
    </message>
    <message>
        <source>Scan, or type a name or code</source>
        <translation>Pindai, atau ketik nama atau kode</translation>
    </message>
    <message>
        <source>only {number} in stock</source>
        <translation>stok hanya {number}</translation>
    </message>
    <message>
        <source>expired {day}</source>
        <translation>kedaluwarsa {day}</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Masuk</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Pesanan</translation>
    </message>
    <message>
        <source>once more</source>
        <translation>sekali lagi</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Diskon</translation>
    </message>
    <message>
        <source>Scan the product first</source>
        <translation>Pindai barangnya dulu</translation>
    </message>
    <message>
        <source>{key} takes it off</source>
        <translation>{key} untuk memberi diskon</translation>
    </message>
    <message>
        <source>The cart is empty: there is nothing to take it off</source>
        <translation>Keranjang kosong: belum ada yang didiskon</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Tidak ditemukan</translation>
    </message>
    <message>
        <source>add</source>
        <translation>tambah</translation>
    </message>
    <message>
        <source>add {number}</source>
        <translation>tambah {number}</translation>
    </message>
    <message>
        <source>Price check</source>
        <translation>Cek harga</translation>
    </message>
    <message>
        <source>back</source>
        <translation>kembali</translation>
    </message>
    <message>
        <source>show</source>
        <translation>lihat</translation>
    </message>
    <message>
        <source>Only looked at; nothing was added.</source>
        <translation>Hanya dilihat, tidak dimasukkan ke keranjang.</translation>
    </message>
    <message>
        <source>Find by mark or product</source>
        <translation>Cari tanda atau produk</translation>
    </message>
    <message>
        <source>Held carts</source>
        <extracomment>So wide, a total has room beside its name. Under which a station keeps that its tiles stand beside the cart. What stands elsewhere on a wide screen. What has a row to itself on a small one, for its long name or key.</extracomment>
        <translation>Keranjang disimpan</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Disimpan</translation>
    </message>
    <message>
        <source>Nothing in the cart yet</source>
        <extracomment>The cart, on a small screen with the tiles; at its foot stands what was done.</extracomment>
        <translation>Keranjang masih kosong</translation>
    </message>
    <message>
        <source>Scan a product, or type its name or code above.</source>
        <translation>Pindai barang, atau ketik nama atau kodenya di atas.</translation>
    </message>
    <message>
        <source>Exchange for order {number}: what goes out?</source>
        <translation>Tukar barang pesanan {number}: ditukar dengan apa?</translation>
    </message>
    <message>
        <source>resume</source>
        <translation>lanjutkan</translation>
    </message>
    <message>
        <source>discard</source>
        <translation>buang</translation>
    </message>
    <message>
        <source>No cart is held now.</source>
        <translation>Tidak ada keranjang yang disimpan.</translation>
    </message>
    <message>
        <source>How many, for instance 3 or 0.5</source>
        <translation>Berapa, misalnya 3 atau 0,5</translation>
    </message>
    <message>
        <source>box of {number}</source>
        <translation>dus isi {number}</translation>
    </message>
    <message>
        <source>Whole order</source>
        <translation>Seluruh pesanan</translation>
    </message>
    <message>
        <source>this line</source>
        <translation>barang ini</translation>
    </message>
    <message>
        <source>whole order</source>
        <translation>seluruh pesanan</translation>
    </message>
    <message>
        <source>Discount: 5000 or 10%</source>
        <translation>Diskon: 5000 atau 10%</translation>
    </message>
    <message>
        <source>Note for the warehouse</source>
        <translation>Catatan untuk gudang</translation>
    </message>
    <message>
        <source>A mark to find it by, or just Enter</source>
        <translation>Tanda pengenal, atau langsung Enter</translation>
    </message>
    <message>
        <source>Hold this cart</source>
        <translation>Simpan dulu</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>simpan</translation>
    </message>
    <message>
        <source>Scan or type for the next order.</source>
        <extracomment>The order whose number it is. The order as it was sent, should it be one again.</extracomment>
        <translation>Pindai atau ketik untuk pesanan berikutnya.</translation>
    </message>
    <message>
        <source>Order {number} sent</source>
        <translation>Pesanan {number} masuk gudang</translation>
    </message>
    <message>
        <source>for one {unit}</source>
        <translation>per {unit}</translation>
    </message>
    <message>
        <source>Stock is not counted</source>
        <translation>Stok tidak dihitung</translation>
    </message>
    <message>
        <source>Shopping list</source>
        <extracomment>The list is in the cart, or was given up; carries when it is wanted, in the words said. It was given up and is wanted again; carries what `restore_state` takes.</extracomment>
        <translation>Daftar belanja</translation>
    </message>
    <message>
        <source>What was understood</source>
        <translation>Hasil bacaan daftar</translation>
    </message>
    <message>
        <source>Customer&apos;s message</source>
        <translation>Pesan pelanggan</translation>
    </message>
    <message>
        <source>Look for the product</source>
        <translation>Cari produknya</translation>
    </message>
    <message>
        <source>Reading the list…</source>
        <translation>Membaca daftar…</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Baca ulang</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ubah</translation>
    </message>
    <message>
        <source>Look for “{words}”</source>
        <translation>Cari “{words}”</translation>
    </message>
    <message>
        <source>Deleted from the inbox once it is in the cart.</source>
        <translation>Dihapus dari pesan masuk setelah masuk keranjang.</translation>
    </message>
    <message>
        <source>The text is not stored.</source>
        <translation>Teks ini tidak disimpan.</translation>
    </message>
    <message>
        <source>No product is named in this text</source>
        <translation>Tidak ada produk yang disebut dalam teks ini</translation>
    </message>
    <message>
        <source>Change the text, or go back and type the order.</source>
        <translation>Ubah teksnya, atau kembali dan ketik pesanannya.</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Nonaktif</translation>
    </message>
    <message>
        <source>None left</source>
        <translation>Habis</translation>
    </message>
    <message>
        <source>{number} left</source>
        <translation>Sisa {number}</translation>
    </message>
    <message>
        <source>{number} in stock</source>
        <translation>Stok {number}</translation>
    </message>
    <message>
        <source>Favourites</source>
        <extracomment>And a tile, with its gap, is never lower; two rows of them stand at least, and one below what is said while they are arranged. A tile was moved: carries its product, and the one whose place it takes. A tile&apos;s star was pressed; carries its product. Enough arranged.</extracomment>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>No</source>
        <extracomment>Below this width the customer&apos;s words stand under the name instead of beside it. Icon and colour of each state. The row at this place was pressed. A choice of the open row was pressed; carries its number from 0. The amount of the row at this place was pressed. An amount that is proposed was pressed; carries its number from 0.</extracomment>
        <translation>No</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>Jml</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Harga</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produk</translation>
    </message>
    <message>
        <source>Customer wrote</source>
        <translation>Dari pesan</translation>
    </message>
    <message>
        <source>Not in the catalogue</source>
        <translation>Tidak ada di katalog</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Dilewati</translation>
    </message>
    <message>
        <source>not added</source>
        <translation>tidak dimasukkan</translation>
    </message>
    <message>
        <source>skip</source>
        <translation>lewati</translation>
    </message>
    <message>
        <source>How many {unit} are “{words}”?</source>
        <translation>Berapa {unit} untuk “{words}”?</translation>
    </message>
    <message>
        <source>Is this the one?</source>
        <translation>Apakah ini yang dimaksud?</translation>
    </message>
    <message>
        <source>Which one is meant?</source>
        <translation>Yang mana?</translation>
    </message>
    <message>
        <source>{name}: which one?</source>
        <translation>{name} yang mana?</translation>
    </message>
    <message>
        <source>Cart held</source>
        <translation>Keranjang disimpan</translation>
    </message>
    <message>
        <source>Order {number} stays as it was</source>
        <extracomment>A cart of another machine that nobody touched for so long was left behind.</extracomment>
        <translation>Pesanan {number} tetap seperti semula</translation>
    </message>
    <message>
        <source>Order {number} is cancelled: give back {sum}</source>
        <translation>Pesanan {number} dibatalkan: kembalikan {sum}</translation>
    </message>
    <message>
        <source>Order {number} is sent</source>
        <translation>Pesanan {number} terkirim</translation>
    </message>
    <message>
        <source>Order {number} is paid and handed over</source>
        <translation>Pesanan {number} dibayar dan diserahkan</translation>
    </message>
    <message>
        <source>A cart could not be put aside: {reason}</source>
        <translation>Sebuah keranjang tidak bisa disimpan: {reason}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>Held cart discarded</source>
        <translation>Keranjang yang disimpan dibuang</translation>
    </message>
    <message>
        <source>{name} removed from the cart</source>
        <translation>{name} dihapus dari keranjang</translation>
    </message>
    <message>
        <source>You are changing order {number}; send what is new.</source>
        <translation>Anda sedang mengubah pesanan {number}; simpan perubahannya.</translation>
    </message>
    <message>
        <source>Send the change</source>
        <translation>Simpan perubahan</translation>
    </message>
    <message>
        <source>Give back {sum}</source>
        <translation>Kembalikan {sum}</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Tukar</translation>
    </message>
    <message>
        <source>Order {number}: exchanged</source>
        <extracomment>The state of the cart about which was asked whether so much cash may go out.</extracomment>
        <translation>Pesanan {number}: barang ditukar</translation>
    </message>
    <message>
        <source>Order {number}: exchanged, {sum} given back</source>
        <translation>Pesanan {number}: barang ditukar, {sum} dikembalikan</translation>
    </message>
    <message>
        <source>Give back {change} change. Order {number}: exchanged, {sum} received</source>
        <translation>Kembalian {change}. Pesanan {number}: barang ditukar, {sum} diterima</translation>
    </message>
    <message>
        <source>Order {number}: exchanged, {sum} received</source>
        <translation>Pesanan {number}: barang ditukar, {sum} diterima</translation>
    </message>
    <message>
        <source>The cart is empty</source>
        <extracomment>What an exchange leaves as it is. What the customer is sent, also of a held cart.</extracomment>
        <translation>Keranjang masih kosong</translation>
    </message>
    <message>
        <source>Discount, note and time of the order stay as they are</source>
        <translation>Diskon, catatan, dan waktu pesanan tetap seperti semula</translation>
    </message>
    <message>
        <source>The order is placed already</source>
        <translation>Pesanan ini sudah diproses</translation>
    </message>
    <message>
        <source>No placed order is being changed</source>
        <translation>Tidak ada pesanan yang sedang diubah</translation>
    </message>
    <message>
        <source>{name} added to favourites</source>
        <translation>{name} masuk favorit</translation>
    </message>
    <message>
        <source>{name} removed from favourites</source>
        <translation>{name} bukan favorit lagi</translation>
    </message>
    <message>
        <source>{name} moved</source>
        <translation>{name} dipindahkan</translation>
    </message>
    <message>
        <source>move</source>
        <translation>pindahkan</translation>
    </message>
    <message>
        <source>add or remove</source>
        <translation>tambah/lepas</translation>
    </message>
    <message>
        <source>done</source>
        <translation>selesai</translation>
    </message>
    <message>
        <source>Drag into any order</source>
        <translation>Geser untuk menata</translation>
    </message>
    <message>
        <source>“{said}” is over. Tomorrow?</source>
        <translation>“{said}” sudah lewat. Besok?</translation>
    </message>
    <message>
        <source>17.30, tomorrow 9, Saturday 10</source>
        <translation>17.30, besok 9, Sabtu 10</translation>
    </message>
    <message>
        <source>For later</source>
        <translation>Ambil nanti</translation>
    </message>
    <message>
        <source>Not a time yet: 17.30, 5 pm, tomorrow 9, in 30 min</source>
        <translation>Belum terbaca: 17.30, jam 5 sore, besok 9, 30 menit lagi</translation>
    </message>
    <message>
        <source>sooner than usual ({usual}); it is prepared at once</source>
        <translation>lebih cepat dari biasanya ({usual}); langsung disiapkan</translation>
    </message>
    <message>
        <source>Type how much it is</source>
        <translation>Ketik dulu jumlahnya</translation>
    </message>
    <message>
        <source>Type what to look for</source>
        <translation>Ketik dulu yang dicari</translation>
    </message>
    <message>
        <source>What you changed was read first: look at the list again</source>
        <translation>Perubahan Anda dibaca dulu: periksa lagi daftarnya</translation>
    </message>
    <message>
        <source>The words stay as they were</source>
        <translation>Teks pesan tetap seperti semula</translation>
    </message>
    <message>
        <source>The shopping list is closed</source>
        <translation>Daftar belanja ditutup</translation>
    </message>
    <message>
        <source>Amount</source>
        <extracomment>Carries what was typed, empty for the amount that is marked. One amount further or back.</extracomment>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>Other prices by now: {names}. What is in the cart keeps its own.</source>
        <translation>Harga sudah berubah: {names}. Yang ada di keranjang tetap harga lama.</translation>
    </message>
    <message>
        <source>Inbox</source>
        <extracomment>A message is in the hands of this counter; carries its `Waiting`. The message that is looked through here.</extracomment>
        <translation>Pesan masuk</translation>
    </message>
    <message>
        <source>No message waits in the inbox</source>
        <translation>Tidak ada pesan masuk</translation>
    </message>
    <message>
        <source>removed</source>
        <extracomment>Before a wish that a program wrote: it stays with it.</extracomment>
        <translation>dihapus</translation>
    </message>
</context>
</TS>
