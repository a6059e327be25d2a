<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>AboutSection</name>
    <message>
        <source>About</source>
        <translation>Tentang</translation>
    </message>
    <message>
        <source>BotBelanja — point of order</source>
        <translation>BotBelanja — kasir pesanan</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Basis data</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistem</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versi</translation>
    </message>
    <message>
        <source>Copy the versions</source>
        <translation>Salin versi</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lisensi</translation>
    </message>
    <message>
        <source>BotBelanja is free software under the MIT licence. Its letters are Inter (SIL Open Font Licence), its icons Material Design Icons (Apache 2.0), its windows Qt (LGPL 3).</source>
        <translation>BotBelanja adalah perangkat lunak bebas berlisensi MIT. Hurufnya Inter (SIL Open Font Licence), ikonnya Material Design Icons (Apache 2.0), jendelanya Qt (LGPL 3).</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log program</translation>
    </message>
    <message>
        <source>Errors and starts of the program; never what was ordered.</source>
        <translation>Kesalahan dan saat program dibuka; tidak pernah isi pesanan.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Buka folder</translation>
    </message>
    <message>
        <source>Versions copied</source>
        <translation>Versi disalin</translation>
    </message>
</context>
<context>
    <name>AnswersSection</name>
    <message>
        <source>Answers</source>
        <extracomment>So many lines are seen of the text and of what becomes of it. Texts that cannot be used yet, by language.</extracomment>
        <translation>Jawaban</translation>
    </message>
    <message>
        <source>What is copied for the customer, to be pasted in a chat.</source>
        <translation>Teks yang disalin untuk pelanggan, lalu ditempel di chat.</translation>
    </message>
    <message>
        <source>How the shop writes</source>
        <translation>Cara toko menulis</translation>
    </message>
    <message>
        <source>Usual language</source>
        <translation>Bahasa yang biasa</translation>
    </message>
    <message>
        <source>{key} copies in the other language.</source>
        <translation>{key} menyalin dalam bahasa yang lain.</translation>
    </message>
    <message>
        <source>Bold where it matters</source>
        <translation>Yang penting ditebalkan</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Teks biasa</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Tanda</translation>
    </message>
    <message>
        <source>WhatsApp and Telegram show *002* in bold letters.</source>
        <translation>WhatsApp dan Telegram menampilkan *002* dengan huruf tebal.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Teks</translation>
    </message>
    <message>
        <source>Text in</source>
        <translation>Teks dalam</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Pratinjau</translation>
    </message>
    <message>
        <source>The usual text</source>
        <translation>Teks bawaan</translation>
    </message>
    <message>
        <source>{order} your shopping, or the order with its number · {items} the goods with their sums · {total} what it comes to · {missing} what there is not · {questions} what is asked · {ready} when it is ready · {payment} what is due · {shop} the shop. A line with nothing to say is left out.</source>
        <translation>{order} belanjaannya, atau pesanan dengan nomornya · {items} barang dengan jumlahnya · {total} total semuanya · {missing} yang tidak ada · {questions} yang perlu ditanyakan · {ready} kapan siap · {payment} yang harus dibayar · {shop} nama toko. Baris yang tidak ada isinya dihilangkan.</translation>
    </message>
    <message>
        <source>Customers are answered in {language}</source>
        <translation>Pelanggan dijawab dalam {language}</translation>
    </message>
    <message>
        <source>Answers are plain text</source>
        <translation>Jawaban berupa teks biasa</translation>
    </message>
    <message>
        <source>Answers have bold letters</source>
        <translation>Jawaban memakai huruf tebal</translation>
    </message>
    <message>
        <source>Text changed</source>
        <translation>Teks diubah</translation>
    </message>
</context>
<context>
    <name>AppearanceSection</name>
    <message>
        <source>Appearance</source>
        <translation>Tampilan</translation>
    </message>
    <message>
        <source>For this station only.</source>
        <translation>Hanya untuk perangkat ini.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Terang</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Gelap</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Ikuti sistem</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Warna</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Ukuran huruf</translation>
    </message>
    <message>
        <source>The wall and the ready board stay dark.</source>
        <translation>Layar gudang dan layar antrean tetap gelap.</translation>
    </message>
</context>
<context>
    <name>BadgeDialog</name>
    <message>
        <source>Badge of {code}</source>
        <translation>Lencana {code}</translation>
    </message>
    <message>
        <source>Scan it now. Who holds it signs in with it, without code and PIN. Empty takes it away.</source>
        <translation>Pindai sekarang. Pemegang lencana masuk dengannya, tanpa kode dan PIN. Kosongkan untuk mencabutnya.</translation>
    </message>
    <message>
        <source>Code on the badge</source>
        <translation>Kode di lencana</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Simpan</translation>
    </message>
</context>
<context>
    <name>DeedsDialog</name>
    <message>
        <source>What {code} did</source>
        <translation>Yang dilakukan {code}</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Waktu</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Apa</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Pesanan</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Perangkat</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Disetujui oleh</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Belum ada</translation>
    </message>
    <message>
        <source>What is done with this staff code stands here.</source>
        <translation>Yang dilakukan dengan kode staf ini tercatat di sini.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message>
        <source>Erase everything</source>
        <translation>Hapus semua</translation>
    </message>
    <message>
        <source>ERASE</source>
        <translation>HAPUS</translation>
    </message>
    <message>
        <source>The shop in {place} is deleted.</source>
        <translation>Toko di {place} dihapus.</translation>
    </message>
    <message>
        <source>Its backups go as well: {folders}.</source>
        <translation>Cadangannya juga dihapus: {folders}.</translation>
    </message>
    <message>
        <source>So do the log and the settings of this computer. All windows close, and the program begins as on its first day. Close it on all other computers first.</source>
        <translation>Begitu juga log dan pengaturan komputer ini. Semua jendela ditutup, dan program mulai lagi seperti hari pertama. Tutup dulu program ini di semua komputer lain.</translation>
    </message>
    <message>
        <source>What was saved elsewhere stays: exports, copies, printed papers, and the log and settings of other computers. The program does not know where they are.</source>
        <translation>Yang disimpan di tempat lain tetap ada: ekspor, salinan, kertas cetakan, serta log dan pengaturan komputer lain. Program tidak tahu di mana tempatnya.</translation>
    </message>
    <message>
        <source>Backups that the server makes by itself stay as well.</source>
        <translation>Cadangan yang dibuat server sendiri juga tetap ada.</translation>
    </message>
    <message>
        <source>{folder} is not there now: the backups in it stay.</source>
        <translation>{folder} sekarang tidak ada: cadangan di dalamnya tetap ada.</translation>
    </message>
</context>
<context>
    <name>EverythingCard</name>
    <message>
        <source>Everything</source>
        <translation>Semuanya</translation>
    </message>
    <message>
        <source>Save everything makes a folder with the orders, payments and products as tables, a backup, and a README that explains each file. Erase everything leaves nothing of the shop: the program begins as on its first day.</source>
        <translation>Simpan semua membuat satu folder berisi pesanan, pembayaran, dan produk sebagai tabel, satu cadangan, dan README yang menjelaskan setiap berkas. Hapus semua tidak menyisakan apa pun dari toko ini: program mulai lagi seperti hari pertama.</translation>
    </message>
    <message>
        <source>Save everything</source>
        <translation>Simpan semua</translation>
    </message>
    <message>
        <source>Erase everything</source>
        <translation>Hapus semua</translation>
    </message>
    <message>
        <source>Save everything in</source>
        <translation>Simpan semua di</translation>
    </message>
    <message>
        <source>Everything is saved in {name}</source>
        <translation>Semua tersimpan di {name}</translation>
    </message>
</context>
<context>
    <name>InventoryCard</name>
    <message>
        <source>Order</source>
        <translation>Pesanan</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Waktu</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produk</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>Non-personal</source>
        <translation>Non-pribadi</translation>
    </message>
    <message>
        <source>Order processing</source>
        <translation>Pemrosesan pesanan</translation>
    </message>
    <message>
        <source>Processing, analysis</source>
        <translation>Pemrosesan, analisis</translation>
    </message>
    <message>
        <source>Processing, proof</source>
        <translation>Pemrosesan, bukti</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>Analisis</translation>
    </message>
    <message>
        <source>Improvement</source>
        <translation>Peningkatan</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Perlindungan</translation>
    </message>
    <message>
        <source>Data inventory</source>
        <translation>Daftar data</translation>
    </message>
    <message>
        <source>Filter columns</source>
        <translation>Filter kolom</translation>
    </message>
    <message>
        <source>Save CSV</source>
        <translation>Simpan CSV</translation>
    </message>
    <message numerus="yes">
        <source>%n column(s), every one listed</source>
        <translation>
            <numerusform>%n kolom, semuanya tercantum</numerusform>
        </translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabel</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Kolom</translation>
    </message>
    <message>
        <source>Policy category</source>
        <translation>Kategori kebijakan</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Tujuan</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Kebijakan</translation>
    </message>
    <message>
        <source>Rows now</source>
        <translation>Baris kini</translation>
    </message>
</context>
<context>
    <name>KeyDialog</name>
    <message>
        <source>Another key</source>
        <translation>Ganti tombol</translation>
    </message>
    <message>
        <source>Press the new key</source>
        <translation>Tekan tombol yang baru</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Bawaan</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Tanpa tombol</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>{key} already does “{command}” ({page}). Press another one.</source>
        <translation>{key} sudah dipakai untuk “{command}” ({page}). Tekan tombol lain.</translation>
    </message>
    <message>
        <source>{key} is used for writing or moving about here. Press an F key, or one with Ctrl or Alt.</source>
        <translation>{key} dipakai untuk menulis atau berpindah di sini. Tekan tombol F, atau tombol dengan Ctrl atau Alt.</translation>
    </message>
</context>
<context>
    <name>KeysSection</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Pintasan</translation>
    </message>
    <message>
        <source>For this station only.</source>
        <translation>Hanya untuk perangkat ini.</translation>
    </message>
    <message>
        <source>Command, page or key</source>
        <translation>Menu, halaman, atau tombol</translation>
    </message>
    <message>
        <source>Another key</source>
        <translation>Ganti tombol</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Semua ke bawaan</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Cetak</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>Simpan PDF</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Halaman</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tombol</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Bawaan</translation>
    </message>
    <message>
        <source>No such command.</source>
        <translation>Menu itu tidak ditemukan.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>tidak ada</translation>
    </message>
    <message>
        <source>“{command}” is now done by {key}</source>
        <translation>“{command}” sekarang dengan {key}</translation>
    </message>
    <message>
        <source>“{command}” has its usual key</source>
        <translation>“{command}” kembali ke tombol bawaan</translation>
    </message>
    <message>
        <source>“{command}” has no key now</source>
        <translation>“{command}” sekarang tanpa tombol</translation>
    </message>
    <message>
        <source>All keys are reset</source>
        <translation>Semua tombol kembali ke bawaan</translation>
    </message>
    <message>
        <source>Printing: keyboard shortcuts</source>
        <translation>Mencetak: daftar pintasan</translation>
    </message>
    <message>
        <source>Save the keyboard shortcuts</source>
        <translation>Simpan daftar pintasan</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>Dokumen PDF (*.pdf)</translation>
    </message>
    <message>
        <source>keyboard shortcuts</source>
        <translation>daftar pintasan</translation>
    </message>
    <message>
        <source>Saved to {file}</source>
        <translation>Disimpan ke {file}</translation>
    </message>
</context>
<context>
    <name>LabelCard</name>
    <message>
        <source>A digit stands for itself, a point for a digit of the product, N and D in braces for the number before and behind the decimal mark. The product is kept in the catalogue with zeros in the braces.</source>
        <extracomment>Carries the new table and what was done.</extracomment>
        <translation>Angka berarti angka itu sendiri, titik berarti satu angka kode produk, N dan D dalam kurung berarti angka di depan dan di belakang koma. Di katalog, produk disimpan dengan nol sebagai isi kurung.</translation>
    </message>
    <message>
        <source>Labels of the scales</source>
        <translation>Label timbangan</translation>
    </message>
    <message>
        <source>No labels of scales are read</source>
        <translation>Label timbangan tidak dibaca</translation>
    </message>
    <message>
        <source>Pattern</source>
        <extracomment>May be folded where there is little room.</extracomment>
        <translation>Pola</translation>
    </message>
    <message>
        <source>Says</source>
        <translation>Berisi</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Kelipatan</translation>
    </message>
    <message>
        <source>Steps of a price</source>
        <translation>Kelipatan harga</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Tambah</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ubah</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Scan or type a code to try it</source>
        <translation>Pindai atau ketik kode untuk mencoba</translation>
    </message>
    <message>
        <source>Labels {pattern} are read now</source>
        <translation>Label {pattern} sekarang dibaca</translation>
    </message>
    <message>
        <source>Labels {pattern} changed</source>
        <translation>Label {pattern} diubah</translation>
    </message>
    <message>
        <source>Labels {pattern} are not read any more</source>
        <translation>Label {pattern} tidak dibaca lagi</translation>
    </message>
</context>
<context>
    <name>LatenessSection</name>
    <message>
        <source>Late orders</source>
        <translation>Keterlambatan</translation>
    </message>
    <message>
        <source>When a card on the wall changes its colour.</source>
        <translation>Kapan kartu di layar gudang berganti warna.</translation>
    </message>
    <message>
        <source>Shop without a warehouse</source>
        <translation>Toko tanpa gudang</translation>
    </message>
    <message>
        <source>Handed over at the counter</source>
        <translation>Langsung diserahkan di kasir</translation>
    </message>
    <message>
        <source>What is paid is handed over with the sale and waits nowhere. What is unpaid or wanted later still waits on the wall.</source>
        <translation>Yang dibayar langsung diserahkan dan tidak menunggu di mana-mana. Yang belum dibayar atau diambil nanti tetap menunggu di layar gudang.</translation>
    </message>
    <message>
        <source>Waiting time of an order</source>
        <translation>Waktu tunggu pesanan</translation>
    </message>
    <message>
        <source>Almost late after</source>
        <translation>Hampir terlambat setelah</translation>
    </message>
    <message>
        <source>Late after</source>
        <translation>Terlambat setelah</translation>
    </message>
    <message>
        <source>Questions from the warehouse</source>
        <translation>Pertanyaan dari gudang</translation>
    </message>
    <message>
        <source>Every counter is asked after</source>
        <translation>Semua kasir ditanya setelah</translation>
    </message>
    <message>
        <source>Until then only the counter that took the order hears the question.</source>
        <translation>Sebelum itu hanya kasir penerima pesanan yang mendengarnya.</translation>
    </message>
    <message>
        <source>Customers&apos; board</source>
        <translation>Layar antrean pelanggan</translation>
    </message>
    <message>
        <source>A number leaves it after</source>
        <translation>Nomor hilang setelah</translation>
    </message>
    <message>
        <source>After that the customer is sent to the counter; the board shows only how many are left.</source>
        <translation>Yang datang setelah itu diarahkan ke kasir; jumlahnya tetap tampil.</translation>
    </message>
    <message>
        <source>Normal: up to {minutes} min</source>
        <translation>Normal: sampai {minutes} mnt</translation>
    </message>
    <message>
        <source>Almost late: {first} to {last} min</source>
        <translation>Hampir terlambat: {first} sampai {last} mnt</translation>
    </message>
    <message>
        <source>Late: from {minutes} min</source>
        <translation>Terlambat: mulai {minutes} mnt</translation>
    </message>
    <message>
        <source> minutes</source>
        <translation> mnt</translation>
    </message>
    <message>
        <source>What is paid is handed over at the counter</source>
        <translation>Yang dibayar langsung diserahkan di kasir</translation>
    </message>
    <message>
        <source>What is paid waits for the warehouse</source>
        <translation>Yang dibayar menunggu gudang</translation>
    </message>
    <message>
        <source>Almost late after {minutes} min</source>
        <translation>Hampir terlambat setelah {minutes} mnt</translation>
    </message>
    <message>
        <source>Every counter is asked after {minutes} min</source>
        <translation>Semua kasir ditanya setelah {minutes} mnt</translation>
    </message>
    <message>
        <source>A number leaves the board after {minutes} min</source>
        <translation>Nomor hilang dari layar antrean setelah {minutes} mnt</translation>
    </message>
    <message>
        <source>Late after {minutes} min</source>
        <translation>Terlambat setelah {minutes} mnt</translation>
    </message>
</context>
<context>
    <name>LearnDialog</name>
    <message>
        <source>Learn the scanner</source>
        <translation>Kenali pemindai</translation>
    </message>
    <message>
        <source>Scan three labels of goods, one after the other. Nothing is sold by it.</source>
        <translation>Pindai tiga label barang satu per satu. Tidak ada yang terjual karenanya.</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>Ulangi dari awal</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Scan a label …</source>
        <translation>Pindai satu label …</translation>
    </message>
    <message>
        <source>That was as slow as a person. Was it typed by hand? Begin again.</source>
        <translation>Itu selambat orang mengetik. Apakah diketik dengan tangan? Silakan ulangi.</translation>
    </message>
    <message>
        <source>Learned: at most {gap} ms between two keys, {ending}</source>
        <translation>Dikenali: paling lama {gap} ms antartombol, {ending}</translation>
    </message>
    <message>
        <source>“{prefix}” before</source>
        <translation>“{prefix}” di depan</translation>
    </message>
</context>
<context>
    <name>OldOrdersCard</name>
    <message>
        <source>Old orders</source>
        <translation>Pesanan lama</translation>
    </message>
    <message>
        <source>The details of orders that were finished years ago can be removed. Before it is done you see how many orders of which years would go.</source>
        <translation>Rincian pesanan yang sudah bertahun-tahun selesai bisa dihapus. Sebelum dilakukan, terlihat berapa pesanan dari tahun mana yang akan dihapus.</translation>
    </message>
    <message>
        <source>Remove old orders</source>
        <translation>Hapus pesanan lama</translation>
    </message>
    <message>
        <source>Removing old orders …</source>
        <translation>Menghapus pesanan lama …</translation>
    </message>
    <message>
        <source>The backup {name}, made before, still has their details.</source>
        <translation>Cadangan {name}, dibuat sebelumnya, masih menyimpan rinciannya.</translation>
    </message>
</context>
<context>
    <name>OldOrdersDialog</name>
    <message>
        <source>Remove old orders</source>
        <translation>Hapus pesanan lama</translation>
    </message>
    <message>
        <source>What would go</source>
        <translation>Yang akan dihapus</translation>
    </message>
    <message>
        <source>On the server only the owner of the tables can take something out of the journal.</source>
        <translation>Di server hanya pemilik tabel yang bisa mengeluarkan sesuatu dari jurnal.</translation>
    </message>
    <message>
        <source>Years to keep besides this one</source>
        <translation>Tahun disimpan selain tahun ini</translation>
    </message>
    <message>
        <source>REMOVE</source>
        <translation>HAPUS</translation>
    </message>
</context>
<context>
    <name>OwnersLogin</name>
    <message>
        <source>Login of the tables’ owner</source>
        <extracomment>Enter was pressed in one of them.</extracomment>
        <translation>Nama masuk pemilik tabel</translation>
    </message>
    <message>
        <source>Its password</source>
        <translation>Kata sandinya</translation>
    </message>
    <message>
        <source>The login is used for this once and kept nowhere.</source>
        <translation>Nama masuk ini dipakai sekali ini saja dan tidak disimpan di mana pun.</translation>
    </message>
</context>
<context>
    <name>OwnersLoginDialog</name>
    <message>
        <source>On the server only the owner of the tables can put others in their place.</source>
        <translation>Di server hanya pemilik tabel yang bisa menggantinya dengan yang lain.</translation>
    </message>
</context>
<context>
    <name>PapersCard</name>
    <message>
        <source>Paper</source>
        <translation>Cetakan</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Perangkat</translation>
    </message>
    <message>
        <source>Requested</source>
        <translation>Diminta</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Not printed yet</source>
        <translation>Cetakan tertunda</translation>
    </message>
    <message>
        <source>Everything is printed</source>
        <translation>Semua sudah tercetak</translation>
    </message>
    <message>
        <source>Anything that fails to print waits here.</source>
        <translation>Cetakan yang gagal menunggu di sini.</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>Cetak lagi</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>{paper} is forgotten</source>
        <translation>{paper} dihapus dari daftar</translation>
    </message>
    <message>
        <source>Waits for the printer</source>
        <translation>Menunggu printer</translation>
    </message>
</context>
<context>
    <name>PinDialog</name>
    <message>
        <source>PIN of {code}</source>
        <translation>PIN {code}</translation>
    </message>
    <message>
        <source>{low} to {high} digits; leave both empty for none.</source>
        <translation>{low} sampai {high} angka; kosongkan keduanya bila tanpa PIN.</translation>
    </message>
    <message>
        <source>Old PIN</source>
        <translation>PIN lama</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>PIN baru</translation>
    </message>
    <message>
        <source>New PIN again</source>
        <translation>Ulangi PIN baru</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>The two are not the same. Nothing was changed.</source>
        <translation>Keduanya tidak sama. Tidak ada yang diubah.</translation>
    </message>
</context>
<context>
    <name>PlaceCard</name>
    <message>
        <source>Kept in</source>
        <extracomment>A backup (a `Path`) is to take the shop&apos;s place.</extracomment>
        <translation>Disimpan di</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Buka folder</translation>
    </message>
    <message>
        <source>Keep it elsewhere</source>
        <translation>Simpan di tempat lain</translation>
    </message>
    <message>
        <source>Copy this shop to a file</source>
        <translation>Salin toko ini ke file</translation>
    </message>
    <message>
        <source>Restore this backup</source>
        <translation>Pulihkan cadangan ini</translation>
    </message>
    <message>
        <source>Copy this shop to the server</source>
        <translation>Salin toko ini ke server</translation>
    </message>
    <message>
        <source>Go on there</source>
        <translation>Lanjutkan di sana</translation>
    </message>
    <message>
        <source>Join this shop</source>
        <translation>Bergabung ke toko ini</translation>
    </message>
    <message>
        <source>Shops (*.sqlite3)</source>
        <translation>Toko (*.sqlite3)</translation>
    </message>
    <message>
        <source>Take the shop to {place}?</source>
        <translation>Pindahkan toko ke {place}?</translation>
    </message>
    <message>
        <source>All windows close while it is copied and checked, and open again there. What stands here stays as it is, is no longer used, and says where the shop went. Close the program on all other computers first; afterwards they are led to the new place.</source>
        <translation>Semua jendela ditutup selama toko disalin dan diperiksa, lalu dibuka lagi di sana. Yang ada di sini tetap utuh, tidak dipakai lagi, dan memberi tahu ke mana toko pindah. Tutup dulu program di semua komputer lain; setelah itu mereka diarahkan ke tempat baru.</translation>
    </message>
    <message>
        <source>Take it there</source>
        <translation>Pindahkan</translation>
    </message>
    <message>
        <source>The shop is on its way to {place} …</source>
        <translation>Toko sedang dipindahkan ke {place} …</translation>
    </message>
    <message>
        <source>Open the shop at {place}?</source>
        <translation>Buka toko di {place}?</translation>
    </message>
    <message>
        <source>All windows close and open again there. The shop that is open now stays where it is, and nothing of either is changed.</source>
        <translation>Semua jendela ditutup dan dibuka lagi di sana. Toko yang sekarang terbuka tetap di tempatnya, dan tidak ada yang berubah di keduanya.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Buka</translation>
    </message>
</context>
<context>
    <name>PolicyDialog</name>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>PrintingSection</name>
    <message>
        <source>Printing</source>
        <translation>Pencetakan</translation>
    </message>
    <message>
        <source>The printer of this station.</source>
        <translation>Printer di perangkat ini.</translation>
    </message>
    <message>
        <source>Not printed yet</source>
        <translation>Cetakan tertunda</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Belum ada</translation>
    </message>
    <message>
        <source>A printer of this station</source>
        <translation>Printer perangkat ini</translation>
    </message>
    <message>
        <source>A receipt printer (ESC/POS)</source>
        <translation>Printer struk (ESC/POS)</translation>
    </message>
    <message>
        <source>PDF files in a folder</source>
        <translation>Berkas PDF di folder</translation>
    </message>
    <message>
        <source>Print with</source>
        <translation>Cetak dengan</translation>
    </message>
    <message>
        <source>Printer of this station</source>
        <translation>Printer perangkat ini</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>On the network, for instance 192.168.1.50; on a cable, its name in the settings of Windows.</source>
        <translation>Di jaringan, misalnya 192.168.1.50; dengan kabel, namanya di pengaturan Windows.</translation>
    </message>
    <message>
        <source>On the network, for instance 192.168.1.50; on a cable, for instance /dev/usb/lp0.</source>
        <translation>Lewat jaringan, misalnya 192.168.1.50; lewat kabel, misalnya /dev/usb/lp0.</translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} karakter</translation>
    </message>
    <message>
        <source>As the paper is wide</source>
        <translation>Selebar kertas</translation>
    </message>
    <message>
        <source>Characters in a line</source>
        <translation>Karakter per baris</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Pilih</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Kertas</translation>
    </message>
    <message>
        <source>Test print</source>
        <translation>Cetak percobaan</translation>
    </message>
    <message>
        <source>Automatically</source>
        <translation>Otomatis</translation>
    </message>
    <message>
        <source>Print a receipt after each payment</source>
        <translation>Cetak struk setelah pembayaran</translation>
    </message>
    <message>
        <source>Write the total in words on receipts</source>
        <translation>Tulis terbilang pada struk</translation>
    </message>
    <message>
        <source>Open the cash drawer with a receipt for cash</source>
        <translation>Buka laci kasir saat struk tunai dicetak</translation>
    </message>
    <message>
        <source>Print a pick ticket for each order and each change</source>
        <translation>Cetak slip gudang tiap pesanan dan perubahannya</translation>
    </message>
    <message>
        <source>Pick tickets come out at station</source>
        <translation>Slip gudang dicetak di perangkat</translation>
    </message>
    <message>
        <source>Empty: at this one. The other station needs a printer of its own.</source>
        <translation>Kosong: di perangkat ini. Perangkat lain harus punya printer sendiri.</translation>
    </message>
    <message>
        <source>The usual printer of this station</source>
        <translation>Printer utama perangkat ini</translation>
    </message>
    <message>
        <source>{printer} (not connected)</source>
        <translation>{printer} (tidak terhubung)</translation>
    </message>
    <message>
        <source>Folder for papers</source>
        <translation>Folder untuk cetakan</translation>
    </message>
    <message>
        <source>The test print is out</source>
        <translation>Cetak percobaan sudah keluar</translation>
    </message>
</context>
<context>
    <name>PrivacySection</name>
    <message>
        <source>Privacy</source>
        <translation>Privasi</translation>
    </message>
    <message>
        <source>What this shop stores, and why. Nothing leaves this computer.</source>
        <translation>Apa yang disimpan toko ini, dan mengapa. Tidak ada yang keluar dari komputer ini.</translation>
    </message>
    <message>
        <source>What this shop stores, and why.</source>
        <translation>Apa yang disimpan toko ini, dan mengapa.</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Disetujui</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>Belum disetujui</translation>
    </message>
    <message>
        <source>Policy in force</source>
        <translation>Kebijakan yang berlaku</translation>
    </message>
    <message>
        <source>Text SHA-256 {hash}</source>
        <translation>SHA-256 teks {hash}</translation>
    </message>
    <message>
        <source>Read policy</source>
        <translation>Baca kebijakan</translation>
    </message>
    <message>
        <source>Withdraw acceptance</source>
        <translation>Cabut persetujuan</translation>
    </message>
    <message>
        <source>Acceptances</source>
        <translation>Persetujuan</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Perangkat</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Not listed: {columns}</source>
        <translation>Belum tercantum: {columns}</translation>
    </message>
    <message>
        <source>No names, phone numbers, addresses or e-mails.</source>
        <translation>Tanpa nama, nomor telepon, alamat, atau email.</translation>
    </message>
    <message>
        <source>Checked {count} of {count} columns at {time}.</source>
        <translation>{count} dari {count} kolom diperiksa pukul {time}.</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>dicabut</translation>
    </message>
    <message>
        <source>older version</source>
        <translation>versi lama</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>berlaku</translation>
    </message>
    <message>
        <source>Effective {date} {time} GMT{zone}</source>
        <translation>Berlaku sejak {date} {time} GMT{zone}</translation>
    </message>
    <message>
        <source>Privacy policy</source>
        <translation>Kebijakan privasi</translation>
    </message>
    <message>
        <source>The words that were accepted</source>
        <translation>Teks yang disetujui</translation>
    </message>
    <message>
        <source>Withdraw the acceptance of the privacy policy?</source>
        <translation>Cabut persetujuan atas kebijakan privasi?</translation>
    </message>
    <message>
        <source>All windows close, on every computer of the shop. The data stays where it is and cannot be used until the policy is accepted again; next you can save everything and erase everything.</source>
        <translation>Semua jendela ditutup, di semua perangkat toko ini. Data tetap di tempatnya dan tidak bisa dipakai sampai kebijakan disetujui lagi; setelah ini Anda bisa menyimpan semuanya dan menghapus semuanya.</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Cabut</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabel (*.csv)</translation>
    </message>
    <message>
        <source>Save the data inventory</source>
        <translation>Simpan daftar data</translation>
    </message>
    <message>
        <source>Saved to {name}</source>
        <translation>Disimpan ke {name}</translation>
    </message>
</context>
<context>
    <name>ProofCard</name>
    <message>
        <source>Proof</source>
        <translation>Bukti</translation>
    </message>
    <message>
        <source>Everything done in the shop is sealed onto what was done before. Once a day all of it is read, and every table compared with it: prices, stock, orders, money, staff. “Prove it” also puts the newest backup back into a file of its own. Work goes on meanwhile.</source>
        <translation>Semua yang dilakukan di toko disegel pada yang sebelumnya. Sekali sehari semuanya dibaca, dan setiap tabel dibandingkan dengannya: harga, stok, pesanan, uang, staf. “Buktikan” juga memulihkan cadangan terbaru ke berkas tersendiri. Pekerjaan jalan terus.</translation>
    </message>
    <message>
        <source>Prove it</source>
        <translation>Buktikan</translation>
    </message>
    <message>
        <source>Verify the shop</source>
        <translation>Periksa toko</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Progress of the proof</source>
        <translation>Kemajuan pemeriksaan</translation>
    </message>
    <message>
        <source>Put back what the journal says</source>
        <translation>Kembalikan seperti kata jurnal</translation>
    </message>
    <message>
        <source>Write the shop anew</source>
        <translation>Tulis ulang toko</translation>
    </message>
    <message>
        <source>Go on as it is</source>
        <translation>Lanjut apa adanya</translation>
    </message>
    <message>
        <source>Save this page</source>
        <translation>Simpan halaman ini</translation>
    </message>
    <message>
        <source>Until it is decided what becomes of it, nothing is changed on this computer; the shop can be looked at, verified and exported.</source>
        <translation>Sampai diputuskan, tidak ada yang diubah di komputer ini; toko tetap bisa dilihat, diperiksa, dan diekspor.</translation>
    </message>
    <message>
        <source>Reading all of it …</source>
        <translation>Sedang membaca semuanya …</translation>
    </message>
    <message>
        <source>Verified {when}: intact</source>
        <translation>Diperiksa {when}: utuh</translation>
    </message>
    <message numerus="yes">
        <source>Not as it was written: %n thing(s).</source>
        <translation>
            <numerusform>Tidak seperti yang ditulis: %n hal.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Intact: all %n entries stand as they were written.</source>
        <translation>
            <numerusform>Utuh: semua %n catatan jurnal tetap seperti saat ditulis.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) put back as the journal tells them</source>
        <translation>
            <numerusform>%n data dikembalikan seperti kata jurnal</numerusform>
        </translation>
    </message>
    <message>
        <source>Write the shop anew from its journal?</source>
        <translation>Tulis ulang toko dari jurnalnya?</translation>
    </message>
    <message>
        <source>The present file is set aside beside the shop, not deleted, and can be restored in the same way. All windows close and open again.</source>
        <translation>Berkas yang sekarang disisihkan di samping toko, tidak dihapus, dan bisa dipulihkan dengan cara yang sama. Semua jendela ditutup lalu dibuka lagi.</translation>
    </message>
    <message>
        <source>Write anew</source>
        <translation>Tulis ulang</translation>
    </message>
    <message>
        <source>Go on with the shop as it is?</source>
        <translation>Lanjutkan toko apa adanya?</translation>
    </message>
    <message>
        <source>What was found stays as it stands and stays told; figures that follow from it may be wrong. What is found newly is asked about again.</source>
        <translation>Yang ditemukan dibiarkan dan tetap diberitahukan; angka yang mengikutinya mungkin salah. Kalau ada temuan baru, akan ditanyakan lagi.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Lanjutkan</translation>
    </message>
    <message>
        <source>Documents (*.pdf)</source>
        <translation>Dokumen (*.pdf)</translation>
    </message>
    <message>
        <source>Proof.pdf</source>
        <translation>Bukti.pdf</translation>
    </message>
    <message>
        <source>The page is saved</source>
        <translation>Halaman tersimpan</translation>
    </message>
</context>
<context>
    <name>QrisField</name>
    <message>
        <source>000201010211 …</source>
        <translation>000201010211 …</translation>
    </message>
    <message>
        <source>Text of the static QRIS</source>
        <translation>Teks QRIS statis</translation>
    </message>
    <message>
        <source>Read the QRIS that hangs in the shop with any code reader and paste its text. Customers who pay by QRIS then see it with the sum.</source>
        <translation>Baca QRIS yang dipajang di toko dengan pembaca kode apa pun, lalu tempelkan teksnya. Pelanggan yang membayar dengan QRIS akan melihatnya lengkap dengan nominalnya.</translation>
    </message>
    <message>
        <source>Pays {merchant}</source>
        <translation>Membayar ke {merchant}</translation>
    </message>
</context>
<context>
    <name>Restoring</name>
    <message>
        <source>Put the shop back to the state of {name}?</source>
        <extracomment>Whether a file is being looked at just now.</extracomment>
        <translation>Kembalikan toko ke cadangan {name}?</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Pulihkan</translation>
    </message>
    <message>
        <source>This is another shop. Open “{other}” in the place of “{here}”?</source>
        <translation>Ini toko lain. Buka “{other}” menggantikan “{here}”?</translation>
    </message>
    <message>
        <source>Replace the shop</source>
        <translation>Ganti tokonya</translation>
    </message>
    <message>
        <source>What stands on the server now is copied into a file first, which can be restored in the same way. All windows close and open again. Close the program on all other computers before.</source>
        <translation>Isi server yang sekarang disalin dulu ke sebuah berkas, yang bisa dipulihkan dengan cara yang sama. Semua jendela ditutup lalu dibuka lagi. Sebelumnya, tutup program di semua komputer lain.</translation>
    </message>
    <message>
        <source>The present file is set aside beside the shop, not deleted, and can be restored in the same way. All windows close and open again.</source>
        <translation>Berkas yang sekarang disisihkan di samping toko, tidak dihapus, dan bisa dipulihkan dengan cara yang sama. Semua jendela ditutup lalu dibuka lagi.</translation>
    </message>
    <message>
        <source>The shop comes back from its backup …</source>
        <translation>Toko sedang dipulihkan dari cadangannya …</translation>
    </message>
    <message>
        <source>{count} orders, payments and picks of this station wait to be sent. They have to reach the server first.</source>
        <translation>{count} pesanan, pembayaran, dan pengambilan barang dari perangkat ini masih menunggu dikirim. Semuanya harus sampai ke server dulu.</translation>
    </message>
</context>
<context>
    <name>ScannerSection</name>
    <message>
        <source>Scanner</source>
        <translation>Pemindai</translation>
    </message>
    <message>
        <source>Scans are recognised in every window.</source>
        <translation>Pindaian dikenali di semua jendela.</translation>
    </message>
    <message>
        <source>Labels of the scales (whole shop)</source>
        <translation>Label timbangan (seluruh toko)</translation>
    </message>
    <message>
        <source>This station&apos;s scanner</source>
        <translation>Pemindai di perangkat ini</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>none</source>
        <translation>tidak ada</translation>
    </message>
    <message>
        <source>Learn from three labels</source>
        <translation>Kenali dari tiga label</translation>
    </message>
    <message>
        <source>Longest time between two keys</source>
        <translation>Jarak terlama antartombol</translation>
    </message>
    <message>
        <source>Behind a code</source>
        <translation>Di belakang kode</translation>
    </message>
    <message>
        <source>Before a code, to be dropped</source>
        <translation>Awalan kode yang dibuang</translation>
    </message>
    <message>
        <source>As slow as a fast typist: only codes with many digits and their usual ending count. A faster setting of the scanner is better.</source>
        <translation>Selambat orang yang cepat mengetik: hanya kode dengan banyak angka dan akhiran yang biasa yang dianggap pindaian. Lebih baik pemindai disetel lebih cepat.</translation>
    </message>
    <message>
        <source>Whatever comes in faster than this is a label and never types into a field; people are slower.</source>
        <translation>Yang datang lebih cepat dari ini adalah label dan tidak pernah tertulis di kolom; orang lebih lambat.</translation>
    </message>
    <message>
        <source>Drop “{prefix}” before every code?</source>
        <translation>Buang “{prefix}” di depan setiap kode?</translation>
    </message>
    <message>
        <source>Codes of products begin with digits: those that begin with {prefix} would no longer be found.</source>
        <translation>Kode produk diawali angka: yang diawali {prefix} tidak akan ditemukan lagi.</translation>
    </message>
    <message>
        <source>Drop it</source>
        <translation>Buang</translation>
    </message>
    <message>
        <source>Scanner settings saved</source>
        <translation>Setelan pemindai disimpan</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Pengaturan</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>Toko</translation>
    </message>
    <message>
        <source>This station</source>
        <translation>Perangkat ini</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Pemindai</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Pencetakan</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Suara</translation>
    </message>
    <message>
        <source>Staff codes</source>
        <translation>Kode staf</translation>
    </message>
    <message>
        <source>Late orders</source>
        <translation>Keterlambatan</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Jawaban</translation>
    </message>
    <message>
        <source>Database and backup</source>
        <translation>Data dan cadangan</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Tampilan</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Pintasan</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privasi</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Tentang</translation>
    </message>
</context>
<context>
    <name>ShopSection</name>
    <message>
        <source>Shop</source>
        <translation>Toko</translation>
    </message>
    <message>
        <source>What customers see, and how the shop counts.</source>
        <translation>Yang dilihat pelanggan, dan cara toko berhitung.</translation>
    </message>
    <message>
        <source>On the receipt</source>
        <translation>Di struk</translation>
    </message>
    <message>
        <source>Name of the shop</source>
        <translation>Nama toko</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>Last line of the receipt</source>
        <translation>Baris terakhir struk</translation>
    </message>
    <message>
        <source>For instance thanks, or how long goods may be exchanged.</source>
        <translation>Misalnya ucapan terima kasih, atau batas waktu penukaran barang.</translation>
    </message>
    <message>
        <source>QRIS</source>
        <translation>QRIS</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>Perhitungan</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona waktu</translation>
    </message>
    <message>
        <source>Decides which business day a new order belongs to; past orders stay.</source>
        <translation>Menentukan tanggal pesanan baru; pesanan lama tidak berubah.</translation>
    </message>
    <message>
        <source>The business day ends at</source>
        <translation>Hari usaha berakhir pukul</translation>
    </message>
    <message>
        <source>What is sold after midnight counts to the day before until then.</source>
        <translation>Penjualan lewat tengah malam sampai pukul itu dihitung ke hari sebelumnya.</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>pas</translation>
    </message>
    <message>
        <source>to Rp100</source>
        <translation>ke Rp100</translation>
    </message>
    <message>
        <source>to Rp500</source>
        <translation>ke Rp500</translation>
    </message>
    <message>
        <source>Sums paid in cash</source>
        <translation>Nominal yang dibayar tunai</translation>
    </message>
    <message>
        <source>The difference stands on the receipt; other ways to pay stay exact.</source>
        <translation>Selisihnya tertulis di struk; cara bayar lain tetap pas.</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Mata uang</translation>
    </message>
    <message>
        <source>Rupiah (IDR), without decimals</source>
        <translation>Rupiah (IDR), tanpa desimal</translation>
    </message>
    <message>
        <source>Prices include the tax (PPN)</source>
        <translation>Harga sudah termasuk pajak (PPN)</translation>
    </message>
    <message>
        <source>Name of the shop changed</source>
        <translation>Nama toko diubah</translation>
    </message>
    <message>
        <source>Address changed</source>
        <translation>Alamat diubah</translation>
    </message>
    <message>
        <source>Last line of the receipt changed</source>
        <translation>Baris terakhir struk diubah</translation>
    </message>
    <message>
        <source>QRIS of the shop kept</source>
        <translation>QRIS toko disimpan</translation>
    </message>
    <message>
        <source>QRIS taken out</source>
        <translation>QRIS dihapus</translation>
    </message>
    <message>
        <source>Time zone changed to {zone}</source>
        <translation>Zona waktu diubah ke {zone}</translation>
    </message>
    <message>
        <source>The business day ends at {time}</source>
        <translation>Hari usaha berakhir pukul {time}</translation>
    </message>
    <message>
        <source>Cash is rounded</source>
        <translation>Pembayaran tunai dibulatkan</translation>
    </message>
    <message>
        <source>Cash is exact</source>
        <translation>Pembayaran tunai tidak dibulatkan</translation>
    </message>
    <message>
        <source>Prices include the tax</source>
        <translation>Harga termasuk pajak</translation>
    </message>
    <message>
        <source>Tax comes on top</source>
        <translation>Pajak ditambahkan di atas harga</translation>
    </message>
</context>
<context>
    <name>SoundsSection</name>
    <message>
        <source>Sounds</source>
        <translation>Suara</translation>
    </message>
    <message>
        <source>For this station only.</source>
        <translation>Hanya untuk perangkat ini.</translation>
    </message>
    <message>
        <source>An order came in</source>
        <translation>Pesanan masuk</translation>
    </message>
    <message>
        <source>An order was changed</source>
        <translation>Pesanan diubah</translation>
    </message>
    <message>
        <source>An order is late</source>
        <translation>Pesanan terlambat</translation>
    </message>
    <message>
        <source>A question or its answer</source>
        <translation>Pertanyaan atau jawabannya</translation>
    </message>
    <message>
        <source>An order is ready</source>
        <translation>Pesanan siap</translation>
    </message>
    <message>
        <source>Repeat until dealt with</source>
        <translation>Ulangi sampai ditangani</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Dengarkan</translation>
    </message>
    <message numerus="yes">
        <source>Repeated every %n s.</source>
        <translation>
            <numerusform>Diulang tiap %n detik.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StaffSection</name>
    <message>
        <source>Staff codes</source>
        <translation>Kode staf</translation>
    </message>
    <message>
        <source>Codes instead of names; PINs only as hashes.</source>
        <translation>Kode, bukan nama; PIN hanya dalam bentuk hash.</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Pemilik</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Kasir</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>Gudang</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Works as</source>
        <translation>Bertugas sebagai</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>Lencana</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>No staff codes yet</source>
        <translation>Belum ada kode staf</translation>
    </message>
    <message>
        <source>Add the first one below; with a PIN, this station can then be locked.</source>
        <translation>Tambahkan yang pertama di bawah; dengan PIN, perangkat ini bisa dikunci.</translation>
    </message>
    <message>
        <source>Change the PIN</source>
        <translation>Ubah PIN</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>Nonaktifkan</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Buka kunci</translation>
    </message>
    <message>
        <source>New recovery code</source>
        <translation>Kode pemulihan baru</translation>
    </message>
    <message>
        <source>Deeds</source>
        <translation>Riwayat</translation>
    </message>
    <message>
        <source>Add a staff code</source>
        <translation>Tambah kode staf</translation>
    </message>
    <message>
        <source>PIN (optional)</source>
        <translation>PIN (opsional)</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Tambah</translation>
    </message>
    <message>
        <source>A code is one or two letters and a number, so that it cannot be a name.</source>
        <translation>Kode terdiri atas satu atau dua huruf dan angka, sehingga tidak bisa berupa nama.</translation>
    </message>
    <message>
        <source>The lock is one of this program. Who uses the same account of this computer can copy or delete the shop&apos;s file all the same; what was changed in it is found out by the journal. Give the shop an account of its own where that matters.</source>
        <translation>Kunci ini hanya mengunci program. Orang yang memakai akun komputer yang sama tetap bisa menyalin atau menghapus berkas toko; perubahan di dalamnya ketahuan lewat jurnal. Kalau itu penting, buatkan toko akun komputer sendiri.</translation>
    </message>
    <message>
        <source>Lock and approval</source>
        <translation>Kunci dan persetujuan</translation>
    </message>
    <message>
        <source> minutes</source>
        <translation> mnt</translation>
    </message>
    <message>
        <source>never by itself</source>
        <translation>tidak pernah otomatis</translation>
    </message>
    <message>
        <source>Locks itself after</source>
        <translation>Terkunci sendiri setelah</translation>
    </message>
    <message>
        <source>So long without a key, a click or a scan, once an owner has a PIN.</source>
        <translation>Selama itu tanpa tombol, klik, atau pindaian, begitu pemilik punya PIN.</translation>
    </message>
    <message>
        <source>Discount without an owner, up to</source>
        <translation>Diskon tanpa pemilik, sampai</translation>
    </message>
    <message>
        <source>The counter asks an owner to approve what is more.</source>
        <translation>Lebih dari itu, kasir meminta persetujuan pemilik.</translation>
    </message>
    <message>
        <source>kept as a hash</source>
        <translation>disimpan sebagai hash</translation>
    </message>
    <message>
        <source>none</source>
        <translation>tidak ada</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ada</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Terkunci</translation>
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
        <source>Activate</source>
        <translation>Aktifkan lagi</translation>
    </message>
    <message>
        <source>Staff code {code} added</source>
        <translation>Kode staf {code} ditambahkan</translation>
    </message>
    <message>
        <source>PIN of {code} changed</source>
        <translation>PIN {code} diubah</translation>
    </message>
    <message>
        <source>Badge of {code} changed</source>
        <translation>Lencana {code} diganti</translation>
    </message>
    <message>
        <source>{code} activated</source>
        <translation>{code} aktif lagi</translation>
    </message>
    <message>
        <source>{code} deactivated</source>
        <translation>{code} dinonaktifkan</translation>
    </message>
    <message>
        <source>{code} works as {role}</source>
        <translation>{code} bertugas sebagai {role}</translation>
    </message>
    <message>
        <source>Lock: {when}</source>
        <translation>Kunci: {when}</translation>
    </message>
    <message>
        <source>Discount without an owner, up to {limit} %</source>
        <translation>Diskon tanpa pemilik, sampai {limit} %</translation>
    </message>
    <message>
        <source>{code} unlocked</source>
        <translation>Kunci {code} dibuka</translation>
    </message>
</context>
<context>
    <name>StationSection</name>
    <message>
        <source>This station</source>
        <translation>Perangkat ini</translation>
    </message>
    <message>
        <source>The till or screen you sit at.</source>
        <translation>Kasir atau layar yang Anda pakai.</translation>
    </message>
    <message>
        <source>Name of this station</source>
        <translation>Nama perangkat ini</translation>
    </message>
    <message>
        <source>Stands on orders, on receipts and in the journal, for instance Counter 1. A new name counts from the next start of the program.</source>
        <translation>Tercantum di pesanan, struk, dan jurnal, misalnya Kasir 1. Nama baru berlaku sejak program dibuka lagi.</translation>
    </message>
    <message>
        <source>Window to start with</source>
        <translation>Jendela pertama</translation>
    </message>
    <message>
        <source>Messages from a folder</source>
        <translation>Pesan dari folder</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Latihan</translation>
    </message>
    <message>
        <source>A copy of the shop to play with, for whoever is new at the till: in a coloured frame, every paper marked, and in no figure. Ending it leaves nothing.</source>
        <translation>Salinan toko untuk berlatih, bagi yang baru di kasir: berbingkai warna, setiap kertas ditandai, dan tidak masuk angka apa pun. Setelah selesai tidak ada yang tersisa.</translation>
    </message>
    <message>
        <source>Begin training</source>
        <translation>Mulai latihan</translation>
    </message>
    <message>
        <source>Hints</source>
        <translation>Petunjuk singkat</translation>
    </message>
    <message>
        <source>One line at the foot of order entry, fulfilment and statistics for whoever is new here. Each goes for good once it was read.</source>
        <translation>Satu baris di bawah jendela pesanan, gudang, dan statistik untuk yang baru di sini. Masing-masing hilang seterusnya setelah dibaca.</translation>
    </message>
    <message>
        <source>Show the hints again</source>
        <translation>Tampilkan lagi petunjuknya</translation>
    </message>
    <message>
        <source>The hints are shown again</source>
        <translation>Petunjuk ditampilkan lagi</translation>
    </message>
    <message>
        <source>From the next start this station is called {name}</source>
        <translation>Sejak program dibuka lagi, perangkat ini bernama {name}</translation>
    </message>
    <message>
        <source>{name} has been used in this shop. No two stations may have one name.</source>
        <translation>{name} pernah dipakai di toko ini. Dua perangkat tidak boleh bernama sama.</translation>
    </message>
    <message>
        <source>Starts with {window}</source>
        <translation>Dimulai dengan {window}</translation>
    </message>
</context>
<context>
    <name>StationsCard</name>
    <message>
        <source>Stations of this shop</source>
        <translation>Perangkat di toko ini</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Perangkat</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Sekarang</translation>
    </message>
    <message>
        <source>Last entry</source>
        <translation>Catatan terakhir</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versi</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>tersambung</translation>
    </message>
    <message>
        <source>away</source>
        <translation>tidak tersambung</translation>
    </message>
</context>
<context>
    <name>StorageSection</name>
    <message>
        <source>Database and backup</source>
        <translation>Data dan cadangan</translation>
    </message>
    <message>
        <source>Where the shop is kept, and the way back.</source>
        <translation>Tempat penyimpanan toko, dan cara memulihkannya.</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Cadangan</translation>
    </message>
    <message>
        <source>Copy to another place</source>
        <translation>Salin ke tempat lain</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Cadangkan sekarang</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Dibuat</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Ukuran</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>Belum ada cadangan</translation>
    </message>
    <message>
        <source>File and journal of every backup are checked; Prove it also puts the newest one back.</source>
        <translation>Berkas dan jurnal setiap cadangan diperiksa; Buktikan juga mengembalikan yang terbaru.</translation>
    </message>
    <message>
        <source>Restore this backup</source>
        <translation>Pulihkan cadangan ini</translation>
    </message>
    <message>
        <source>Restore from a file</source>
        <translation>Pulihkan dari berkas</translation>
    </message>
    <message>
        <source>No station makes backups of this shop yet.</source>
        <translation>Belum ada perangkat yang membuat cadangan toko ini.</translation>
    </message>
    <message>
        <source>This station makes the backups of this shop, every half hour.</source>
        <translation>Perangkat ini yang membuat cadangan toko, setiap setengah jam.</translation>
    </message>
    <message>
        <source>The backups of this shop are made by {station}.</source>
        <translation>Cadangan toko ini dibuat oleh {station}.</translation>
    </message>
    <message>
        <source>Make them here</source>
        <translation>Buat di sini</translation>
    </message>
    <message>
        <source>Choose a second folder</source>
        <translation>Pilih folder kedua</translation>
    </message>
    <message>
        <source>No second folder</source>
        <translation>Tanpa folder kedua</translation>
    </message>
    <message>
        <source>Every backup also goes into {folder}</source>
        <translation>Setiap cadangan juga disimpan di {folder}</translation>
    </message>
    <message>
        <source>A stick or another disk as second folder saves them when this disk dies.</source>
        <translation>Flashdisk atau disk lain sebagai folder kedua menyelamatkannya kalau disk ini rusak.</translation>
    </message>
    <message>
        <source>Second folder</source>
        <translation>Folder kedua</translation>
    </message>
    <message>
        <source>A copy to play with is not backed up.</source>
        <translation>Salinan untuk latihan tidak dicadangkan.</translation>
    </message>
    <message>
        <source>Last backup: {when}, file and journal whole</source>
        <translation>Cadangan terakhir: {when}, berkas dan jurnalnya utuh</translation>
    </message>
    <message>
        <source>The server has backups of its own; a copy never harms.</source>
        <translation>Server punya cadangan sendiri; salinan tambahan tidak ada ruginya.</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <source>Backing up …</source>
        <translation>Mencadangkan …</translation>
    </message>
    <message>
        <source>Copy the shop to</source>
        <translation>Salin toko ke</translation>
    </message>
    <message>
        <source>Shops (*.sqlite3)</source>
        <translation>Toko (*.sqlite3)</translation>
    </message>
    <message>
        <source>Backed up, file and journal whole: {name}</source>
        <translation>Cadangan dibuat, berkas dan jurnalnya utuh: {name}</translation>
    </message>
    <message>
        <source>Restore from</source>
        <translation>Pulihkan dari</translation>
    </message>
</context>
<context>
    <name>WayOutDialog</name>
    <message>
        <source>The acceptance of the privacy policy is withdrawn</source>
        <translation>Persetujuan atas kebijakan privasi ditarik</translation>
    </message>
    <message>
        <source>The shop&apos;s data stays where it is, and nothing is done with it until somebody accepts the policy again. Its owner can save and erase everything.</source>
        <translation>Data toko tetap di tempatnya, dan tidak dipakai sampai ada yang menyetujui kebijakan lagi. Pemilik bisa menyimpan dan menghapus semuanya.</translation>
    </message>
    <message>
        <source>The owner</source>
        <translation>Pemilik</translation>
    </message>
    <message>
        <source>Read and accept the policy</source>
        <translation>Baca dan setujui kebijakan</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>key_sheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Daftar pintasan</translation>
    </message>
    <message>
        <source>Station {station}, {day}</source>
        <translation>{station}, {day}</translation>
    </message>
</context>
<context>
    <name>labels</name>
    <message>
        <source>Weight (kg)</source>
        <translation>Berat (kg)</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Harga</translation>
    </message>
    <message>
        <source>Discount (%)</source>
        <translation>Diskon (%)</translation>
    </message>
    <message>
        <source>in Rp{step}</source>
        <translation>per Rp{step}</translation>
    </message>
    <message>
        <source>Digits, points, and one pair of braces with N, then D.</source>
        <translation>Angka, titik, dan sepasang kurung kurawal berisi N lalu D.</translation>
    </message>
    <message>
        <source>Between the braces stands at least one N or D.</source>
        <translation>Di dalam kurung setidaknya ada satu N atau D.</translation>
    </message>
    <message>
        <source>It begins with 02, 04 or 20 to 29: other codes belong to manufacturers.</source>
        <translation>Harus diawali 02, 04, atau 20 sampai 29: kode lain milik pabrik.</translation>
    </message>
    <message>
        <source>Without the check digit a label has 7, 11 or 12 places; only a discount has fewer.</source>
        <translation>Tanpa digit cek, label punya 7, 11, atau 12 angka; hanya diskon boleh lebih pendek.</translation>
    </message>
    <message>
        <source>At most three D for a weight, two for a price.</source>
        <translation>Paling banyak tiga D untuk berat, dua untuk harga.</translation>
    </message>
    <message>
        <source>{name}: {quantity} {unit}, {total}</source>
        <translation>{name}: {quantity} {unit}, {total}</translation>
    </message>
    <message>
        <source>{percent} off the line</source>
        <translation>{percent} dipotong dari barang ini</translation>
    </message>
    <message>
        <source>A receipt or slip of this shop: opens its order</source>
        <translation>Struk atau slip toko ini: membuka pesanannya</translation>
    </message>
    <message>
        <source>No product has this code, and no pattern fits it.</source>
        <translation>Tidak ada produk dengan kode ini, dan tidak ada pola yang cocok.</translation>
    </message>
    <message>
        <source>{kind}: {value}, of the product {code}, which is not there yet.</source>
        <translation>{kind}: {value}, milik produk {code} yang belum ada.</translation>
    </message>
</context>
<context>
    <name>readme</name>
    <message>
        <source>Everything that the shop {name} keeps.</source>
        <translation>Semua yang disimpan toko {name}.</translation>
    </message>
    <message>
        <source>This text.</source>
        <translation>Teks ini.</translation>
    </message>
    <message>
        <source>Every order, one row for each item of it. Opens in LibreOffice and Excel. Money is in whole rupiah, quantities are in pieces.</source>
        <translation>Semua pesanan, satu baris untuk setiap barangnya. Bisa dibuka di LibreOffice dan Excel. Uang dalam rupiah bulat, jumlah dalam satuan barang.</translation>
    </message>
    <message>
        <source>Every payment and every refund.</source>
        <translation>Semua pembayaran dan semua pengembalian uang.</translation>
    </message>
    <message>
        <source>It holds what was sold and for how much: keep the folder to yourself.</source>
        <translation>Isinya apa yang terjual dan berapa harganya: simpan folder ini untuk Anda sendiri.</translation>
    </message>
    <message>
        <source>The catalogue with prices and stock. Other shop programs can import it.</source>
        <translation>Katalog dengan harga dan stok. Bisa diimpor ke program toko lain.</translation>
    </message>
    <message>
        <source>The orders once more, one to a line as JSON, with their items, payments and steps, for other programs.</source>
        <translation>Pesanan sekali lagi, satu per baris dalam bentuk JSON, dengan barang, pembayaran, dan langkahnya, untuk program lain.</translation>
    </message>
    <message>
        <source>A backup of the whole shop, an SQLite database. In BotBelanja: Settings, Database and backup, Restore from a file.</source>
        <translation>Cadangan seluruh toko, sebuah database SQLite. Di BotBelanja: Pengaturan, Data dan cadangan, Pulihkan dari berkas.</translation>
    </message>
    <message>
        <source>The newest entry of the journal in that backup, by which it can be checked.</source>
        <translation>Catatan terakhir di jurnal cadangan itu, untuk memeriksanya.</translation>
    </message>
    <message>
        <source>Every column of every table: what it holds, what for, and how many rows.</source>
        <translation>Setiap kolom dari setiap tabel: apa isinya, untuk apa, dan berapa barisnya.</translation>
    </message>
</context>
<context>
    <name>scanner</name>
    <message>
        <source>any ending</source>
        <translation>akhiran apa saja</translation>
    </message>
    <message>
        <source>Enter at the end</source>
        <translation>Enter di akhir</translation>
    </message>
    <message>
        <source>Tab at the end</source>
        <translation>Tab di akhir</translation>
    </message>
    <message>
        <source>nothing at the end</source>
        <translation>tanpa akhiran</translation>
    </message>
    <message>
        <source>{usual} ms per key, at most {slowest} ms</source>
        <translation>{usual} ms per tombol, paling lama {slowest} ms</translation>
    </message>
</context>
<context>
    <name>watched_folder</name>
    <message>
        <source>A gateway or a bot writes customers&apos; messages into a folder, one file a message: text (.txt) or lines of JSON. They wait in the inbox of all stations.</source>
        <translation>Gateway atau bot menulis pesan pelanggan ke dalam folder, satu berkas satu pesan: teks (.txt) atau baris JSON. Pesannya menunggu di jendela Pesan masuk, di semua perangkat.</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Pilih folder</translation>
    </message>
    <message>
        <source>Watch no folder</source>
        <translation>Jangan pantau folder</translation>
    </message>
    <message>
        <source>They stay</source>
        <translation>Tetap di tempat</translation>
    </message>
    <message>
        <source>Into “done”</source>
        <translation>Ke “done”</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Dihapus</translation>
    </message>
    <message>
        <source>Files that were read</source>
        <translation>Berkas yang sudah dibaca</translation>
    </message>
    <message>
        <source>A file goes only once its message waits in the inbox.</source>
        <translation>Berkas baru pergi setelah pesannya menunggu di Pesan masuk.</translation>
    </message>
    <message>
        <source>Write an answer beside each file</source>
        <translation>Tulis jawaban di samping tiap berkas</translation>
    </message>
    <message>
        <source>What each wish came to, as lines of JSON, with the text for the customer: order.txt.answer.jsonl beside order.txt.</source>
        <translation>Hasil tiap permintaan, sebagai baris JSON, dengan teks untuk pelanggan: order.txt.answer.jsonl di samping order.txt.</translation>
    </message>
    <message>
        <source>No folder is watched</source>
        <translation>Tidak ada folder yang dipantau</translation>
    </message>
    <message>
        <source>Folder with messages</source>
        <translation>Folder berisi pesan</translation>
    </message>
    <message>
        <source>Messages are taken in from {folder}</source>
        <translation>Pesan diambil dari {folder}</translation>
    </message>
    <message>
        <source>Files that were read stay</source>
        <translation>Berkas yang sudah dibaca tetap di tempat</translation>
    </message>
    <message>
        <source>Files that were read go into “done”</source>
        <translation>Berkas yang sudah dibaca masuk ke “done”</translation>
    </message>
    <message>
        <source>Files that were read are deleted</source>
        <translation>Berkas yang sudah dibaca dihapus</translation>
    </message>
    <message>
        <source>An answer is written beside each file</source>
        <translation>Jawaban ditulis di samping tiap berkas</translation>
    </message>
    <message>
        <source>No answers are written</source>
        <translation>Tidak ada jawaban yang ditulis</translation>
    </message>
</context>
</TS>
