<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>CatalogueCopies</name>
    <message>
        <source>Nothing of what is listed is in stock</source>
        <translation>Tidak ada stok dari yang tampil di daftar</translation>
    </message>
    <message>
        <source>Prices for customers copied</source>
        <translation>Harga untuk pelanggan disalin</translation>
    </message>
    <message>
        <source>Message {number} of {count} copied; the same key copies the next</source>
        <translation>Pesan {number} dari {count} disalin; tombol yang sama menyalin berikutnya</translation>
    </message>
    <message>
        <source>catalogue</source>
        <translation>katalog</translation>
    </message>
    <message>
        <source>CSV file (*.csv)</source>
        <translation>Berkas CSV (*.csv)</translation>
    </message>
    <message>
        <source>Prices for customers (*.txt)</source>
        <translation>Harga untuk pelanggan (*.txt)</translation>
    </message>
    <message>
        <source>CSV for a bot (*.bot.csv)</source>
        <translation>CSV untuk bot (*.bot.csv)</translation>
    </message>
    <message>
        <source>Export the catalogue</source>
        <translation>Ekspor katalog</translation>
    </message>
    <message>
        <source>The catalogue is in {file}</source>
        <translation>Katalog tersimpan di {file}</translation>
    </message>
</context>
<context>
    <name>CataloguePage</name>
    <message>
        <source>Catalogue</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>First finish the import, or leave it by Esc</source>
        <translation>Selesaikan dulu impornya, atau keluar dengan Esc</translation>
    </message>
</context>
<context>
    <name>ColumnsBar</name>
    <message>
        <source>Change columns</source>
        <extracomment>What a person can choose; the rest is known from other programs&apos; own headers.</extracomment>
        <translation>Ubah kolom</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>tidak diimpor</translation>
    </message>
</context>
<context>
    <name>ColumnsForm</name>
    <message>
        <source>As in the file</source>
        <translation>Seperti di berkas</translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation>Desimal</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Use these columns</source>
        <translation>Pakai kolom ini</translation>
    </message>
    <message>
        <source>not in the file</source>
        <translation>tidak ada di berkas</translation>
    </message>
</context>
<context>
    <name>EmptyProducts</name>
    <message>
        <source>No product matches “{text}”</source>
        <translation>Tidak ada produk yang cocok dengan “{text}”</translation>
    </message>
    <message>
        <source>Try fewer letters, or look through all products.</source>
        <translation>Coba lebih sedikit huruf, atau lihat semua produk.</translation>
    </message>
    <message>
        <source>Your products will appear here</source>
        <translation>Produk Anda akan tampil di sini</translation>
    </message>
    <message>
        <source>Import a price list from CSV or Excel, or add your first product.</source>
        <translation>Impor daftar harga dari CSV atau Excel, atau ketik produk pertama.</translation>
    </message>
    <message>
        <source>No product is sold at the moment</source>
        <translation>Belum ada produk yang dijual saat ini</translation>
    </message>
    <message>
        <source>Those that were sold before can be activated again.</source>
        <translation>Produk yang dulu dijual bisa diaktifkan lagi.</translation>
    </message>
    <message>
        <source>No product is inactive</source>
        <translation>Tidak ada produk nonaktif</translation>
    </message>
    <message>
        <source>All products of the catalogue are sold.</source>
        <translation>Semua produk di katalog dijual.</translation>
    </message>
    <message>
        <source>No product here</source>
        <translation>Tidak ada produk di sini</translation>
    </message>
    <message>
        <source>Good news: nothing needs attention.</source>
        <translation>Bagus, semua aman.</translation>
    </message>
    <message>
        <source>Show all products</source>
        <translation>Lihat semua produk</translation>
    </message>
    <message>
        <source>Show inactive products</source>
        <translation>Lihat produk nonaktif</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Name, code or barcode</source>
        <translation>Nama, kode, atau barcode</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>Low stock</source>
        <translation>Menipis</translation>
    </message>
    <message>
        <source>Out of stock</source>
        <translation>Habis</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Nonaktif</translation>
    </message>
</context>
<context>
    <name>ImportView</name>
    <message>
        <source>Import a catalogue</source>
        <extracomment>Names of other programs stay as they are.</extracomment>
        <translation>Impor katalog</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Kolom</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Pratinjau</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Impor</translation>
    </message>
    <message>
        <source>Write names in title case</source>
        <translation>Rapikan huruf besar pada nama</translation>
    </message>
    <message>
        <source>Price lists (*.csv *.tsv *.txt *.xlsx *.xls *.ods)</source>
        <translation>Daftar harga (*.csv *.tsv *.txt *.xlsx *.xls *.ods)</translation>
    </message>
    <message>
        <source>Importing {file} …</source>
        <translation>Mengimpor {file} …</translation>
    </message>
    <message>
        <source>{name} rejected.csv</source>
        <translation>{name} ditolak.csv</translation>
    </message>
    <message>
        <source>Save rejected rows</source>
        <translation>Simpan baris yang ditolak</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) saved in {file}</source>
        <translation>
            <numerusform>%n baris disimpan di {file}</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading {file} …</source>
        <translation>Membaca {file} …</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n baris</numerusform>
        </translation>
    </message>
    <message>
        <source>sheet {name}</source>
        <translation>lembar {name}</translation>
    </message>
    <message>
        <source>A stock of zero is read as not counted</source>
        <translation>Stok nol dibaca sebagai tidak dihitung</translation>
    </message>
    <message numerus="yes">
        <source>Import %n row(s)</source>
        <translation>
            <numerusform>Impor %n baris</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to import</source>
        <translation>Tidak ada yang perlu diimpor</translation>
    </message>
    <message numerus="yes">
        <source>Save %n rejected row(s) as CSV</source>
        <translation>
            <numerusform>Simpan %n baris ditolak ke CSV</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is saved yet. An import can be undone.</source>
        <translation>Belum ada yang disimpan. Impor bisa diurungkan.</translation>
    </message>
    <message>
        <source>Each column with its first row</source>
        <translation>Setiap kolom dengan isi baris pertamanya</translation>
    </message>
</context>
<context>
    <name>PriceChart</name>
    <message>
        <source>Price over the last twelve months</source>
        <translation>Harga jual dua belas bulan terakhir</translation>
    </message>
</context>
<context>
    <name>ProductDetails</name>
    <message>
        <source>Add</source>
        <translation>Tambah</translation>
    </message>
    <message>
        <source>Another name</source>
        <translation>Nama lain</translation>
    </message>
    <message>
        <source>Forget “{word}”</source>
        <translation>Lupakan “{word}”</translation>
    </message>
    <message>
        <source>Barcode, or 40*barcode</source>
        <translation>Barcode, atau 40*barcode</translation>
    </message>
    <message>
        <source>Remove {word}</source>
        <translation>Hapus {word}</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktif</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Nonaktif</translation>
    </message>
    <message>
        <source>12 months</source>
        <translation>12 bulan</translation>
    </message>
    <message>
        <source>Price history</source>
        <translation>Riwayat harga jual</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>Nama lain</translation>
    </message>
    <message>
        <source>from shopping lists</source>
        <translation>dari daftar belanja</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>Yang dipelajari</translation>
    </message>
    <message>
        <source>Barcodes</source>
        <translation>Barcode</translation>
    </message>
    <message>
        <source>Stock movements</source>
        <translation>Kartu stok</translation>
    </message>
</context>
<context>
    <name>ProductForm</name>
    <message>
        <source>An owner approves it</source>
        <extracomment>What a product cannot be without. Letters, digits and signs that stand in the codes of goods.</extracomment>
        <translation>Disetujui pemilik</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>Produk baru</translation>
    </message>
    <message>
        <source>Edit product</source>
        <translation>Ubah produk</translation>
    </message>
    <message>
        <source>The price is Rp0. Save once more if it costs nothing.</source>
        <translation>Harganya Rp0. Simpan sekali lagi kalau memang gratis.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Harga jual</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Harga beli</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>Barcode</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Satuan</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>Merek</translation>
    </message>
    <message>
        <source>Tax in %</source>
        <translation>Pajak dalam %</translation>
    </message>
    <message>
        <source>On the shelf</source>
        <translation>Ada di rak</translation>
    </message>
    <message>
        <source>Reorder level</source>
        <translation>Stok minimum</translation>
    </message>
    <message>
        <source>When stock runs out</source>
        <translation>Bila stok habis</translation>
    </message>
    <message>
        <source>next free one</source>
        <translation>kode berikutnya</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>tidak dihitung</translation>
    </message>
    <message>
        <source>no reminder</source>
        <translation>tanpa pengingat</translation>
    </message>
    <message>
        <source>A barcode has no blanks and no such signs: mistyped?</source>
        <translation>Barcode tidak memakai spasi atau tanda seperti itu: salah ketik?</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Izinkan</translation>
    </message>
    <message>
        <source>Warn</source>
        <translation>Ingatkan</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Tolak</translation>
    </message>
</context>
<context>
    <name>ProductTable</name>
    <message>
        <source>Products</source>
        <extracomment>The bar ends at so many times the reorder level. A name that can be read; the name itself gives way last. Columns that give way to the names, one after the other. Somebody typed letters while the table had the focus: they are meant for the search. A head was pressed: carries the order&apos;s name and whether it is descending. No cell is being edited any more.</extracomment>
        <translation>Produk</translation>
    </message>
</context>
<context>
    <name>ProductsView</name>
    <message>
        <source>The chosen product is shown here</source>
        <translation>Produk yang dipilih tampil di sini</translation>
    </message>
    <message>
        <source>First save the stock, or leave it by Esc</source>
        <translation>Simpan dulu stoknya, atau keluar dengan Esc</translation>
    </message>
</context>
<context>
    <name>ResultFilters</name>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>Step {number} of {count}: {name}</source>
        <translation>Langkah {number} dari {count}: {name}</translation>
    </message>
</context>
<context>
    <name>StockForm</name>
    <message>
        <source>Stock count: set to</source>
        <extracomment>Reasons, and whether the number is what came or went (else what is there now). It was given up, and what was typed is wanted again; carries the product&apos;s id.</extracomment>
        <translation>Stok opname: jumlah sebenarnya</translation>
    </message>
    <message>
        <source>Goods received: add</source>
        <translation>Barang masuk: tambahkan</translation>
    </message>
    <message>
        <source>Damaged or expired: take off</source>
        <translation>Rusak atau kedaluwarsa: kurangi</translation>
    </message>
    <message>
        <source>Own use: take off</source>
        <translation>Dipakai sendiri: kurangi</translation>
    </message>
    <message>
        <source>Stop counting this product</source>
        <translation>Berhenti menghitung produk ini</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Adjust stock</source>
        <translation>Atur stok</translation>
    </message>
    <message>
        <source>{before} → {after} {unit}</source>
        <translation>{before} → {after} {unit}</translation>
    </message>
</context>
<context>
    <name>_CellEditor</name>
    <message>
        <source>Edit</source>
        <translation>Ubah</translation>
    </message>
</context>
<context>
    <name>catalogue</name>
    <message>
        <source>The last digit does not fit: mistyped?</source>
        <translation>Angka terakhir tidak cocok: salah ketik?</translation>
    </message>
    <message>
        <source>{name} is in the catalogue</source>
        <translation>{name} masuk katalog</translation>
    </message>
    <message>
        <source>{name} is sold again</source>
        <translation>{name} dijual lagi</translation>
    </message>
    <message>
        <source>{name} is no longer sold</source>
        <translation>{name} tidak dijual lagi</translation>
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
        <source>{name} is counted from now on: {after} {unit}</source>
        <translation>{name} mulai dihitung: {after} {unit}</translation>
    </message>
    <message>
        <source>Stock of {name} set from {before} to {after} {unit}</source>
        <translation>Stok {name} diubah dari {before} menjadi {after} {unit}</translation>
    </message>
    <message>
        <source>{name} is no longer counted</source>
        <translation>Stok {name} tidak dihitung lagi</translation>
    </message>
    <message>
        <source>{name} is also found as “{phrase}”</source>
        <translation>{name} juga dikenal sebagai “{phrase}”</translation>
    </message>
    <message>
        <source>{name} is no longer found as “{phrase}”</source>
        <translation>{name} tidak lagi dikenal sebagai “{phrase}”</translation>
    </message>
    <message>
        <source>“{phrase}” on a list is asked about again</source>
        <translation>“{phrase}” di daftar akan ditanyakan lagi</translation>
    </message>
    <message>
        <source>Barcode {code} now belongs to {name}</source>
        <translation>Barcode {code} sekarang milik {name}</translation>
    </message>
    <message>
        <source>Barcode {code} no longer means {name}</source>
        <translation>Barcode {code} tidak lagi berarti {name}</translation>
    </message>
    <message>
        <source>{file}: everything is as it was, nothing was written</source>
        <translation>{file}: semuanya sudah sama, tidak ada yang ditulis</translation>
    </message>
    <message>
        <source>{file}: {new} new, {changed} changed, {left} left out</source>
        <translation>{file}: {new} baru, {changed} berubah, {left} dilewati</translation>
    </message>
    <message>
        <source>{file} undone: {hidden} out of sale, {changed} as before, {left} left as they are</source>
        <translation>{file} dibatalkan: {hidden} tidak dijual lagi, {changed} kembali seperti semula, {left} dibiarkan</translation>
    </message>
    <message>
        <source>{file} again: {new} back in sale, {changed} changed</source>
        <translation>{file} diimpor lagi: {new} dijual kembali, {changed} berubah</translation>
    </message>
    <message>
        <source>Taken back: {deed}</source>
        <translation>Dibatalkan: {deed}</translation>
    </message>
    <message>
        <source>Price of {name} changed from {before} to {after}</source>
        <translation>Harga {name} diubah dari {before} menjadi {after}</translation>
    </message>
    <message>
        <source>{name} is now called {after}</source>
        <translation>{name} sekarang bernama {after}</translation>
    </message>
    <message>
        <source>Cost of {name} changed to {after}</source>
        <translation>Harga beli {name} diubah menjadi {after}</translation>
    </message>
    <message>
        <source>{name} changed: {fields}</source>
        <translation>{name} diubah: {fields}</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Baru</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Berubah</translation>
    </message>
    <message>
        <source>Tidied</source>
        <translation>Dirapikan</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Periksa</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Ditolak</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Tetap</translation>
    </message>
    <message>
        <source>New, tidied</source>
        <translation>Baru, dirapikan</translation>
    </message>
    <message>
        <source>Changed, tidied</source>
        <translation>Berubah, dirapikan</translation>
    </message>
    <message>
        <source>Price changes</source>
        <translation>Harga berubah</translation>
    </message>
    <message>
        <source>Rows of the file</source>
        <translation>Baris-baris berkas</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Baris</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Hasil</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Harga jual</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produk</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Satuan</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Harga beli</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Margin</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Stok</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Nonaktif</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Dipesan</translation>
    </message>
    <message>
        <source>Out of stock</source>
        <translation>Habis</translation>
    </message>
    <message>
        <source>Low stock</source>
        <translation>Menipis</translation>
    </message>
    <message>
        <source>The price has not changed yet.</source>
        <translation>Harga belum pernah berubah.</translation>
    </message>
    <message>
        <source>This product is not counted: it never runs out.</source>
        <translation>Produk ini tidak dihitung: tidak pernah habis.</translation>
    </message>
    <message>
        <source>{shelf} on the shelf, {promised} of them promised</source>
        <translation>{shelf} di rak, {promised} sudah dipesan</translation>
    </message>
    <message>
        <source>{shelf} on the shelf</source>
        <translation>{shelf} di rak</translation>
    </message>
    <message>
        <source>Counted at the start</source>
        <translation>Stok awal</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Dihitung</translation>
    </message>
    <message>
        <source>Goods received</source>
        <translation>Barang masuk</translation>
    </message>
    <message>
        <source>Damaged or expired</source>
        <translation>Rusak atau kedaluwarsa</translation>
    </message>
    <message>
        <source>Own use</source>
        <translation>Dipakai sendiri</translation>
    </message>
    <message>
        <source>From a price list</source>
        <translation>Dari daftar harga</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Diurungkan</translation>
    </message>
    <message>
        <source>Picked for {number}</source>
        <translation>Diambil untuk {number}</translation>
    </message>
    <message>
        <source>Back from {number}</source>
        <translation>Kembali dari {number}</translation>
    </message>
    <message>
        <source>Counted short for {number}</source>
        <translation>Kurang untuk {number}</translation>
    </message>
</context>
<context>
    <name>reasons</name>
    <message>
        <source>The name is empty</source>
        <translation>Nama kosong</translation>
    </message>
    <message>
        <source>The price is empty</source>
        <translation>Harga kosong</translation>
    </message>
    <message>
        <source>{field} “{text}” is not a number</source>
        <translation>{field} “{text}” bukan angka</translation>
    </message>
    <message>
        <source>{field} “{text}” contains the letter {letter}, not the digit {digit}</source>
        <translation>{field} “{text}” berisi huruf {letter}, bukan angka {digit}</translation>
    </message>
    <message>
        <source>{field} “{text}” is neither yes nor no</source>
        <translation>{field} “{text}” bukan ya dan bukan tidak</translation>
    </message>
    <message>
        <source>{field} “{text}” is below zero</source>
        <translation>{field} “{text}” di bawah nol</translation>
    </message>
    <message>
        <source>{field} “{text}” is too large, at most {limit}</source>
        <translation>{field} “{text}” terlalu besar, paling banyak {limit}</translation>
    </message>
    <message>
        <source>{field} has {length} characters, at most {limit}</source>
        <translation>{field} berisi {length} karakter, paling banyak {limit}</translation>
    </message>
    <message>
        <source>Code {code} is used twice in this file, first in row {row}</source>
        <translation>Kode {code} dipakai dua kali di berkas ini, pertama di baris {row}</translation>
    </message>
    <message>
        <source>“{code}” stands twice in this file, first in row {row}</source>
        <translation>“{code}” ada dua kali di berkas ini, pertama di baris {row}</translation>
    </message>
    <message>
        <source>Code {code} is the barcode of {name}</source>
        <translation>Kode {code} adalah barcode {name}</translation>
    </message>
    <message>
        <source>{field} “{text}”: thousands or decimals? Choose under Change columns</source>
        <translation>{field} “{text}”: ribuan atau desimal? Pilih di Ubah kolom</translation>
    </message>
    <message>
        <source>No code, no barcode, no name: it could not be found again</source>
        <translation>Tanpa kode, barcode, dan nama: tidak bisa ditemukan lagi</translation>
    </message>
    <message>
        <source>Not in the shop yet, and no column is its name: see Change columns</source>
        <translation>Belum ada di toko, dan tidak ada kolom namanya: lihat Ubah kolom</translation>
    </message>
    <message>
        <source>Not in the shop yet, and no column is its price: see Change columns</source>
        <translation>Belum ada di toko, dan tidak ada kolom harganya: lihat Ubah kolom</translation>
    </message>
    <message>
        <source>A total, not a product</source>
        <translation>Ini baris total, bukan produk</translation>
    </message>
    <message>
        <source>{field} “{text}” cannot be chosen</source>
        <translation>{field} “{text}” bukan salah satu pilihan</translation>
    </message>
    <message>
        <source>{field} “{text}” is not in rupiah</source>
        <translation>{field} “{text}” bukan dalam rupiah</translation>
    </message>
    <message>
        <source>{field} “{text}” was cut by Excel: make that column text, save again</source>
        <translation>{field} “{text}” dipotong Excel: jadikan kolomnya teks, simpan lagi</translation>
    </message>
    <message>
        <source>{field}: Excel made the day {text} of it. Make that column text, save again</source>
        <translation>{field}: diubah Excel menjadi tanggal {text}. Jadikan kolom itu teks, lalu simpan lagi</translation>
    </message>
    <message>
        <source>Had no code so far: found by its name, and gets {code}</source>
        <translation>Sebelumnya tanpa kode: ditemukan dari namanya, dan mendapat {code}</translation>
    </message>
    <message>
        <source>No code, and “{name}” stands in row {row} with one: give it a code</source>
        <translation>Tanpa kode, padahal “{name}” ada di baris {row} dengan kode: beri kode</translation>
    </message>
    <message>
        <source>No code, and {count} products are called “{name}”: give it a code</source>
        <translation>Tanpa kode, padahal {count} produk bernama “{name}”: beri kode</translation>
    </message>
    <message>
        <source>The row has {cells} cells, the head {columns}: a separator in a text needs quotes</source>
        <translation>Baris ini berisi {cells} kolom, judulnya {columns}: pemisah di dalam teks perlu tanda kutip</translation>
    </message>
    <message>
        <source>Sells below cost: buys at {cost}, sells at {price}</source>
        <translation>Dijual rugi: beli {cost}, jual {price}</translation>
    </message>
    <message>
        <source>Sells at {times} times its cost: buys at {cost}, sells at {price}</source>
        <translation>Dijual {times} kali harga beli: beli {cost}, jual {price}</translation>
    </message>
    <message>
        <source>Costs nothing: is a digit missing?</source>
        <translation>Harganya nol: ada angka yang hilang?</translation>
    </message>
    <message>
        <source>Sells at {price}: are the prices in thousands?</source>
        <translation>Dijual {price}: apakah harganya dalam ribuan?</translation>
    </message>
    <message>
        <source>The price is asked at the till: {zero} until you set it</source>
        <translation>Harga ditanyakan di kasir: {zero} sampai diisi</translation>
    </message>
    <message>
        <source>Stock “{text}” is below zero: read as 0</source>
        <translation>Stok “{text}” di bawah nol: dibaca 0</translation>
    </message>
    <message>
        <source>Stock “{text}” is not a number: imported as not counted</source>
        <translation>Stok “{text}” bukan angka: diimpor sebagai tidak dihitung</translation>
    </message>
    <message>
        <source>{field}: part of a piece (“{unit}”), left out</source>
        <translation>{field}: bukan angka bulat (“{unit}”), tidak diambil</translation>
    </message>
    <message>
        <source>Code {code} looks like a day: did Excel change it? Imported as it stands</source>
        <translation>Kode {code} mirip tanggal: apakah diubah Excel? Diimpor apa adanya</translation>
    </message>
    <message>
        <source>Barcode “{text}” cannot be right: imported without it</source>
        <translation>Barcode “{text}” tidak mungkin benar: diimpor tanpa barcode itu</translation>
    </message>
    <message>
        <source>Tax “{text}” is no percentage: left out</source>
        <translation>Pajak “{text}” bukan persen: tidak diambil</translation>
    </message>
    <message>
        <source>Barcode {code} stands in row {row} already: imported without it</source>
        <translation>Barcode {code} sudah ada di baris {row}: diimpor tanpa barcode</translation>
    </message>
    <message>
        <source>Barcode {code} belongs to {name}: imported without it</source>
        <translation>Barcode {code} milik {name}: diimpor tanpa barcode</translation>
    </message>
    <message>
        <source>The last digit of barcode {code} does not fit: was one mistyped? Imported as it stands</source>
        <translation>Angka terakhir barcode {code} tidak cocok: salah ketik? Diimpor apa adanya</translation>
    </message>
    <message>
        <source>{field} read as UTF-8: “{before}” → “{after}”</source>
        <translation>{field} dibaca sebagai UTF-8: “{before}” → “{after}”</translation>
    </message>
    <message>
        <source>{field} cleaned: “{before}” → “{after}”</source>
        <translation>{field} dibersihkan: “{before}” → “{after}”</translation>
    </message>
    <message>
        <source>{field} cleaned: “{before}” → {after}</source>
        <translation>{field} dibersihkan: “{before}” → {after}</translation>
    </message>
    <message>
        <source>Several variants have the code {code}: this one becomes {after}</source>
        <translation>Beberapa varian memakai kode {code}: yang ini menjadi {after}</translation>
    </message>
    <message>
        <source>{field}: invisible characters removed</source>
        <translation>{field}: karakter tak terlihat dihapus</translation>
    </message>
    <message>
        <source>{field} rounded to whole rupiah: {before} → {after}</source>
        <translation>{field} dibulatkan ke rupiah: {before} → {after}</translation>
    </message>
    <message>
        <source>Only a further picture or part of the product above</source>
        <translation>Hanya gambar atau bagian lain dari produk di atasnya</translation>
    </message>
    <message>
        <source>Also called {name}</source>
        <translation>Disebut juga {name}</translation>
    </message>
    <message>
        <source>Nothing changes</source>
        <translation>Tidak ada yang berubah</translation>
    </message>
    <message>
        <source>No remark</source>
        <translation>Tanpa catatan</translation>
    </message>
    <message>
        <source>Sold again</source>
        <translation>Dijual lagi</translation>
    </message>
    <message>
        <source>No longer sold</source>
        <translation>Tidak dijual lagi</translation>
    </message>
    <message>
        <source>Barcode {code} added</source>
        <translation>Barcode {code} ditambahkan</translation>
    </message>
</context>
</TS>
