<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>doctor</name>
    <message>
        <source>A look that failed</source>
        <translation>Ada yang tidak bisa diperiksa</translation>
    </message>
    <message>
        <source>{version} was not tried: {path}</source>
        <translation>{version} belum dicoba: {path}</translation>
    </message>
    <message>
        <source>PySide6 {version} ends the program on this Python: take another</source>
        <translation>PySide6 {version} membuat program berhenti pada Python ini: pakai versi lain</translation>
    </message>
    <message>
        <source>{parts} missing: install the program again</source>
        <translation>{parts} tidak ada: pasang program ini lagi</translation>
    </message>
    <message>
        <source>{version} can damage a shop: 3.51.3 or later is needed</source>
        <translation>{version} bisa merusak data toko: perlu 3.51.3 atau lebih baru</translation>
    </message>
    <message>
        <source>Language of the system</source>
        <translation>Bahasa sistem</translation>
    </message>
    <message>
        <source>{locale} is not installed here; the program works without it</source>
        <translation>{locale} tidak terpasang di sini; program tetap jalan tanpanya</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Layar</translation>
    </message>
    <message>
        <source>there is none here; imports, export, backups and proofs need none</source>
        <translation>tidak ada di sini; impor, ekspor, cadangan, dan pembuktian tidak memerlukannya</translation>
    </message>
    <message>
        <source>Qt cannot use it</source>
        <translation>tidak bisa dipakai oleh Qt</translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation>Huruf</translation>
    </message>
    <message>
        <source>{families} fonts; {font}</source>
        <translation>{families} jenis huruf; {font}</translation>
    </message>
    <message>
        <source>no font at all: sudo apt install fontconfig fonts-dejavu-core</source>
        <translation>tidak ada huruf sama sekali: sudo apt install fontconfig fonts-dejavu-core</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>{folder} lies on a network or in a cloud ({kind})</source>
        <translation>{folder} ada di jaringan atau di cloud ({kind})</translation>
    </message>
    <message>
        <source>{folder}: nothing can be written into {there}</source>
        <translation>{folder}: {there} tidak bisa ditulisi</translation>
    </message>
    <message>
        <source>{folder}: only {free} MB are free</source>
        <translation>{folder}: ruang kosong tinggal {free} MB</translation>
    </message>
    <message>
        <source>{folder} will be made; {free} MB are free</source>
        <translation>{folder} akan dibuat; ruang kosong {free} MB</translation>
    </message>
    <message>
        <source>{folder} can be read by others; {free} MB are free</source>
        <translation>{folder} bisa dibaca orang lain; ruang kosong {free} MB</translation>
    </message>
    <message>
        <source>{folder}, {free} MB are free</source>
        <translation>{folder}, ruang kosong {free} MB</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>none is chosen</source>
        <translation>belum dipilih</translation>
    </message>
    <message>
        <source>files in {target}</source>
        <translation>file di {target}</translation>
    </message>
    <message>
        <source>{target} is not there</source>
        <translation>{target} tidak ada</translation>
    </message>
    <message>
        <source>{target} does not answer</source>
        <translation>{target} tidak menjawab</translation>
    </message>
    <message>
        <source>known by {gap} ms between two characters, ending: {ending}</source>
        <translation>dikenali dari jeda {gap} md antarkarakter, penutup: {ending}</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Pemindai</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>Toko</translation>
    </message>
    <message>
        <source>none yet at {place}</source>
        <translation>belum ada di {place}</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Jam</translation>
    </message>
    <message>
        <source>{now}, but something was written on {written}</source>
        <translation>{now}, padahal ada yang ditulis pada {written}</translation>
    </message>
</context>
<context>
    <name>maintenance</name>
    <message>
        <source>{text}: {total} given back on its day</source>
        <translation>{text}: {total} dikembalikan pada harinya</translation>
    </message>
    <message>
        <source>{text}: {total} given back on its day; no sale in the file fits it</source>
        <translation>{text}: {total} dikembalikan pada harinya; tidak ada penjualan di file yang cocok</translation>
    </message>
    <message>
        <source>{text}: {total} off the sale</source>
        <translation>{text}: {total} dikurangkan dari penjualannya</translation>
    </message>
    <message>
        <source>{text} was rounded to {total}</source>
        <translation>{text} dibulatkan menjadi {total}</translation>
    </message>
    <message>
        <source>taken as one product: {text}</source>
        <translation>dianggap satu produk: {text}</translation>
    </message>
    <message>
        <source>the code {text} was shortened by Excel: known by name</source>
        <translation>kode {text} dipendekkan Excel: dikenali dari namanya</translation>
    </message>
    <message>
        <source>order {text}: its total is written as {total}, its lines come to another</source>
        <translation>pesanan {text}: totalnya tertulis {total}, jumlah barisnya lain</translation>
    </message>
    <message>
        <source>{text}: cancelled, {total} left out</source>
        <translation>{text}: dibatalkan, {total} tidak diambil</translation>
    </message>
    <message>
        <source>{text}: not paid or not finished, {total} left out</source>
        <translation>{text}: belum dibayar atau belum selesai, {total} tidak diambil</translation>
    </message>
    <message>
        <source>{text}: not a sale, {total} left out</source>
        <translation>{text}: bukan penjualan, {total} tidak diambil</translation>
    </message>
    <message>
        <source>{text}: given back, {total} left out</source>
        <translation>{text}: dikembalikan, {total} tidak diambil</translation>
    </message>
    <message>
        <source>{text}: partly given back, how much is not said; {total} left out</source>
        <translation>{text}: dikembalikan sebagian, tidak disebut berapa; {total} tidak diambil</translation>
    </message>
    <message>
        <source>{text}: money given back for no goods, without its sale; {total} left out</source>
        <translation>{text}: uang kembali tanpa barang dan tanpa penjualannya; {total} tidak diambil</translation>
    </message>
    <message>
        <source>{text}: nothing was sold, {total} left out</source>
        <translation>{text}: tidak ada yang terjual, {total} tidak diambil</translation>
    </message>
    <message>
        <source>{text}: more is taken off than it costs</source>
        <translation>{text}: potongannya lebih besar dari harganya</translation>
    </message>
    <message>
        <source>“{text}” is not a number</source>
        <translation>“{text}” bukan angka</translation>
    </message>
    <message>
        <source>“{text}” is not a day or a time</source>
        <translation>“{text}” bukan tanggal atau jam</translation>
    </message>
    <message>
        <source>{text} has not come yet</source>
        <translation>{text} belum tiba</translation>
    </message>
    <message>
        <source>“{text}” stands behind the last heading, left out</source>
        <translation>“{text}” berada setelah judul kolom terakhir, dilewati</translation>
    </message>
    <message>
        <source>nothing in the column for {text}</source>
        <translation>kolom untuk {text} kosong</translation>
    </message>
    <message>
        <source>{text}: a row of sums, left out</source>
        <translation>{text}: baris total, tidak diambil</translation>
    </message>
    <message>
        <source>{text} is too large</source>
        <translation>{text} terlalu besar</translation>
    </message>
    <message>
        <source>order {text} is in the shop already, but not with {total}</source>
        <translation>pesanan {text} sudah ada di toko, tetapi bukan dengan {total}</translation>
    </message>
    <message>
        <source>sales that were cancelled</source>
        <extracomment>Why rows are in no figure, all of them together.</extracomment>
        <translation>penjualan yang dibatalkan</translation>
    </message>
    <message>
        <source>not paid or not finished</source>
        <translation>belum dibayar atau belum selesai</translation>
    </message>
    <message>
        <source>not sales</source>
        <translation>bukan penjualan</translation>
    </message>
    <message>
        <source>sales that were given back</source>
        <translation>penjualan yang dikembalikan</translation>
    </message>
    <message>
        <source>partly given back, how much is not said</source>
        <translation>dikembalikan sebagian, tidak disebut berapa</translation>
    </message>
    <message>
        <source>money given back for no goods, without its sale</source>
        <translation>uang kembali tanpa barang dan tanpa penjualannya</translation>
    </message>
    <message>
        <source>nothing was sold</source>
        <translation>tidak ada yang terjual</translation>
    </message>
    <message>
        <source>more taken off than it costs</source>
        <translation>potongan lebih besar dari harganya</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>bukan angka</translation>
    </message>
    <message>
        <source>no day</source>
        <translation>bukan tanggal</translation>
    </message>
    <message>
        <source>days that have not come yet</source>
        <translation>tanggal yang belum tiba</translation>
    </message>
    <message>
        <source>more cells than headings</source>
        <translation>lebih banyak sel daripada judul kolom</translation>
    </message>
    <message>
        <source>something is missing</source>
        <translation>ada yang kosong</translation>
    </message>
    <message>
        <source>rows of sums</source>
        <translation>baris total</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>terlalu besar</translation>
    </message>
    <message>
        <source>in the shop already, with another total</source>
        <translation>sudah ada di toko, dengan total lain</translation>
    </message>
    <message>
        <source>Staff code:</source>
        <translation>Kode staf:</translation>
    </message>
    <message>
        <source>PIN:</source>
        <translation>PIN:</translation>
    </message>
    <message>
        <source>{created} new, {updated} changed, {skipped} left out</source>
        <translation>{created} baru, {updated} diubah, {skipped} dilewati</translation>
    </message>
    <message>
        <source>Would make {new} new, change {changed}, leave out {left}</source>
        <translation>Akan membuat {new} baru, mengubah {changed}, melewati {left}</translation>
    </message>
    <message>
        <source>Read as: {words}</source>
        <translation>Dibaca sebagai: {words}</translation>
    </message>
    <message>
        <source>Sheet {sheet}, row {row}: {reason}</source>
        <translation>Lembar {sheet}, baris {row}: {reason}</translation>
    </message>
    <message>
        <source>Row {row}: {reason}</source>
        <translation>Baris {row}: {reason}</translation>
    </message>
    <message>
        <source>Would take {orders} orders, {lines} lines, {total}</source>
        <translation>Akan mengambil {orders} pesanan, {lines} barang, {total}</translation>
    </message>
    <message>
        <source>Took {orders} orders, {lines} lines, {total}</source>
        <translation>Mengambil {orders} pesanan, {lines} barang, {total}</translation>
    </message>
    <message>
        <source>{total} of it was given back since, each on its day</source>
        <translation>{total} di antaranya sudah dikembalikan, masing-masing pada harinya</translation>
    </message>
    <message>
        <source>Rounding to rupiah changed it by {amount}</source>
        <translation>Pembulatan ke rupiah mengubahnya sebesar {amount}</translation>
    </message>
    <message>
        <source>Not used: {headings}</source>
        <translation>Tidak dipakai: {headings}</translation>
    </message>
    <message>
        <source>{there} orders were there before; {products} new products</source>
        <translation>{there} pesanan sudah ada; {products} produk baru</translation>
    </message>
    <message>
        <source>Days that have figures would read otherwise: {days}</source>
        <translation>Hari yang sudah punya angka akan berubah: {days}</translation>
    </message>
    <message>
        <source>Days that had figures already read otherwise now: {days}</source>
        <translation>Hari yang sudah punya angka sekarang berubah: {days}</translation>
    </message>
    <message>
        <source>{reason}: {rows} rows, {total}</source>
        <translation>{reason}: {rows} baris, {total}</translation>
    </message>
    <message>
        <source>Left out: {reasons}</source>
        <translation>Tidak diambil: {reasons}</translation>
    </message>
    <message>
        <source>Backed up to {path}: verified, {entries} journal entries</source>
        <translation>Dicadangkan ke {path}: sudah diperiksa, {entries} entri jurnal</translation>
    </message>
    <message>
        <source>Restored. What was there is in {path}</source>
        <translation>Sudah dipulihkan. Yang tadinya ada tersimpan di {path}</translation>
    </message>
    <message>
        <source>There is no shop at {place} yet: nothing would be lost.</source>
        <translation>Belum ada toko di {place}: tidak ada yang hilang.</translation>
    </message>
    <message>
        <source>The shop stands at {place} now; open it there.</source>
        <translation>Toko sekarang ada di {place}; bukalah di sana.</translation>
    </message>
    <message>
        <source>The tables stand at {place}.</source>
        <translation>Tabel-tabelnya sudah ada di {place}.</translation>
    </message>
    <message>
        <source>Nothing was done.</source>
        <translation>Tidak ada yang dilakukan.</translation>
    </message>
    <message>
        <source>The backup of before is {path}</source>
        <translation>Cadangan sebelumnya ada di {path}</translation>
    </message>
    <message>
        <source>REMOVE</source>
        <translation>HAPUS</translation>
    </message>
    <message>
        <source>Type {word}, this cannot be taken back:</source>
        <translation>Ketik {word}, ini tidak bisa dibatalkan:</translation>
    </message>
    <message>
        <source>Login of the tables’ owner on the server:</source>
        <translation>Nama masuk pemilik tabel di server:</translation>
    </message>
    <message>
        <source>Its password:</source>
        <translation>Kata sandinya:</translation>
    </message>
</context>
</TS>
