<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>AccessControl</name>
    <message>
        <source>Add a staff code in Settings first; then it can be locked.</source>
        <translation>Tambahkan kode staf di Pengaturan dulu; setelah itu layar bisa dikunci.</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>On its way: the shop&apos;s file is slow or in use elsewhere. Go on as usual.</source>
        <extracomment>What nobody sees waits this long for the first window to stand. What to do, with all windows closed, before the program begins anew.</extracomment>
        <translation>Sedang diproses: berkas toko lambat atau dipakai program lain. Silakan lanjut seperti biasa.</translation>
    </message>
</context>
<context>
    <name>ApprovalDialog</name>
    <message>
        <source>An owner has to approve this</source>
        <translation>Perlu persetujuan pemilik</translation>
    </message>
    <message>
        <source>For this once. The journal names {code} and who approves.</source>
        <translation>Hanya untuk kali ini. Jurnal mencatat {code} dan siapa yang menyetujui.</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Setujui</translation>
    </message>
</context>
<context>
    <name>ClockNotices</name>
    <message>
        <source>The clock of this computer was set back by {time}. Orders stay in their order; please check the time.</source>
        <translation>Jam perangkat ini dimundurkan {time}. Urutan pesanan tetap; mohon periksa jamnya.</translation>
    </message>
    <message>
        <source>Orders placed meanwhile: {count}; they stay on their day, {days}.</source>
        <translation>Pesanan yang masuk selama itu: {count}; tetap tercatat pada {days}.</translation>
    </message>
    <message>
        <source>The clock of this computer is {time} behind that of the server. The server&apos;s counts for all stations; please put this one right.</source>
        <translation>Jam komputer ini terlambat {time} dari jam server. Yang berlaku untuk semua perangkat adalah jam server; mohon betulkan jam ini.</translation>
    </message>
    <message>
        <source>The clock of this computer is {time} ahead of that of the server. The server&apos;s counts for all stations; please put this one right.</source>
        <translation>Jam komputer ini lebih cepat {time} dari jam server. Yang berlaku untuk semua perangkat adalah jam server; mohon betulkan jam ini.</translation>
    </message>
</context>
<context>
    <name>CodeAndPin</name>
    <message>
        <source>Staff code</source>
        <translation>Kode staf</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Type your staff code.</source>
        <translation>Ketik kode staf Anda.</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Find a command</source>
        <translation>Cari menu</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Mau melakukan apa?</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tombol</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>No such command.</source>
        <translation>Menu itu tidak ditemukan.</translation>
    </message>
    <message>
        <source>Only this comes near it. Enter again does it.</source>
        <translation>Hanya ini yang mirip. Tekan Enter sekali lagi untuk menjalankannya.</translation>
    </message>
    <message>
        <source>Which one? Choose it with ↑ ↓, then Enter.</source>
        <translation>Yang mana? Pilih dengan ↑ ↓, lalu Enter.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Belum bisa</translation>
    </message>
</context>
<context>
    <name>ConnectionNotices</name>
    <message>
        <source>The connection is back. Everything is up to date again.</source>
        <translation>Koneksi pulih. Semuanya sudah terkini lagi.</translation>
    </message>
</context>
<context>
    <name>DayField</name>
    <message>
        <source>Calendar (F4)</source>
        <extracomment>A person chose another day.</extracomment>
        <translation>Kalender (F4)</translation>
    </message>
    <message>
        <source>No later than {day}</source>
        <translation>Paling lambat {day}</translation>
    </message>
    <message>
        <source>For instance 5 Jan 2026, 5/1/26, yesterday, Monday</source>
        <translation>Misalnya 5 Jan 2026, 5/1/26, kemarin, Senin</translation>
    </message>
</context>
<context>
    <name>Draft</name>
    <message>
        <source>{form} closed without saving</source>
        <translation>{form} ditutup tanpa disimpan</translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>Guide</source>
        <translation>Panduan</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Daftar pintasan</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>Cari di panduan</translation>
    </message>
    <message>
        <source>No page of the guide has these words.</source>
        <translation>Tidak ada halaman panduan dengan kata-kata ini.</translation>
    </message>
</context>
<context>
    <name>HintLine</name>
    <message>
        <source>Got it</source>
        <extracomment>It is needed no more; carries the page&apos;s name.</extracomment>
        <translation>Mengerti</translation>
    </message>
</context>
<context>
    <name>LockScreen</name>
    <message>
        <source>Locked</source>
        <translation>Terkunci</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Buka kunci</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>The owner&apos;s PIN is forgotten</source>
        <translation>PIN pemilik lupa</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>{key} leaves full screen</source>
        <extracomment>Carries the window itself, when it was closed. The entries of what was taken back and not done again, newest last.</extracomment>
        <translation>{key} keluar dari layar penuh</translation>
    </message>
</context>
<context>
    <name>MeantDialog</name>
    <message>
        <source>Type {word}: this cannot be taken back</source>
        <translation>Ketik {word}: ini tidak bisa dibatalkan</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close this notice</source>
        <translation>Tutup pemberitahuan ini</translation>
    </message>
</context>
<context>
    <name>PolicyText</name>
    <message>
        <source>Privacy policy</source>
        <translation>Kebijakan privasi</translation>
    </message>
</context>
<context>
    <name>ProgressWindow</name>
    <message>
        <source>Cancel</source>
        <extracomment>A look at a server that answers needs less than this, in ms.</extracomment>
        <translation>Batal</translation>
    </message>
</context>
<context>
    <name>PromptDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
</context>
<context>
    <name>ProofNotices</name>
    <message>
        <source>Not what the journal comes to, and made anew: {named}</source>
        <translation>Tidak sama dengan hitungan jurnal, dan sudah dihitung ulang: {named}</translation>
    </message>
    <message numerus="yes">
        <source>The proof of the shop found %n thing(s) that are not as they were written.</source>
        <translation>
            <numerusform>Pemeriksaan toko menemukan %n hal yang tidak seperti yang ditulis.</numerusform>
        </translation>
    </message>
    <message>
        <source>Until it is decided, nothing is changed here.</source>
        <translation>Sampai diputuskan, tidak ada yang diubah di sini.</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>RecoveryCodeDialog</name>
    <message>
        <source>Recovery code of {code}</source>
        <translation>Kode pemulihan {code}</translation>
    </message>
    <message>
        <source>Write it down and keep it where the shop&apos;s papers are. Who forgot the owner&apos;s PIN comes in with it, once. It is shown now and never again; a new one is made in Settings, under Staff codes.</source>
        <translation>Catat dan simpan bersama surat-surat toko. Pemilik yang lupa PIN bisa masuk dengan kode ini, satu kali saja. Kode ini hanya ditampilkan sekarang; yang baru dibuat di Pengaturan, bagian Kode staf.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Cetak</translation>
    </message>
    <message>
        <source>I have kept it</source>
        <translation>Sudah saya simpan</translation>
    </message>
    <message>
        <source>Close it without having kept the code?</source>
        <translation>Tutup tanpa menyimpan kode ini?</translation>
    </message>
    <message>
        <source>It is shown now and never again.</source>
        <translation>Kode ini ditampilkan sekarang dan tidak pernah lagi.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>In by the recovery code</source>
        <translation>Masuk dengan kode pemulihan</translation>
    </message>
    <message>
        <source>It was shown once when the first PIN was set. It works once.</source>
        <translation>Kode ini ditampilkan sekali saat PIN pertama dibuat. Hanya berlaku satu kali.</translation>
    </message>
    <message>
        <source>The owner&apos;s staff code</source>
        <translation>Kode staf pemilik</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Kode pemulihan</translation>
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
        <source>Set the PIN and sign in</source>
        <translation>Simpan PIN dan masuk</translation>
    </message>
    <message>
        <source>The two PINs are not the same. Nothing was changed.</source>
        <translation>Kedua PIN tidak sama. Tidak ada yang berubah.</translation>
    </message>
</context>
<context>
    <name>RefusedScans</name>
    <message>
        <source>Not taken: {codes}. Finish or close this first, then scan again.</source>
        <translation>Tidak diterima: {codes}. Selesaikan atau tutup ini dulu, lalu pindai lagi.</translation>
    </message>
    <message>
        <source>Not taken: {codes}. Scan again.</source>
        <translation>Tidak diterima: {codes}. Pindai lagi.</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>A fault in the program</source>
        <translation>Gangguan pada program</translation>
    </message>
    <message>
        <source>Something went wrong in the program</source>
        <translation>Ada yang salah pada program</translation>
    </message>
    <message>
        <source>What was saved is safe and you can go on working. If it happens again, copy this report and send it to whoever looks after the program. It contains no orders.</source>
        <translation>Yang sudah tersimpan tetap aman dan Anda bisa terus bekerja. Kalau terjadi lagi, salin laporan ini dan kirimkan kepada pengurus program. Laporan ini tidak memuat pesanan.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Laporan</translation>
    </message>
    <message>
        <source>Log: {folder}</source>
        <translation>Log: {folder}</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Salin laporan</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Lanjutkan</translation>
    </message>
</context>
<context>
    <name>SentNotices</name>
    <message>
        <source>One by one</source>
        <translation>Satu per satu</translation>
    </message>
    <message numerus="yes">
        <source>%n could not be sent.</source>
        <translation>
            <numerusform>%n tidak bisa dikirim.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) sent: {numbers}.</source>
        <translation>
            <numerusform>%n pesanan terkirim: {numbers}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sold at the price of before: {names}.</source>
        <translation>Dijual dengan harga sebelumnya: {names}.</translation>
    </message>
    <message>
        <source>{number}, paid {sum}</source>
        <translation>{number}, dibayar {sum}</translation>
    </message>
    <message>
        <source>A payment for {number} could not be sent</source>
        <translation>Pembayaran untuk {number} tidak bisa dikirim</translation>
    </message>
    <message>
        <source>{sum} was taken: record or return it.</source>
        <translation>{sum} sudah diterima: catat lagi atau kembalikan.</translation>
    </message>
    <message>
        <source>{number} could not be sent</source>
        <translation>{number} tidak bisa dikirim</translation>
    </message>
    <message>
        <source>It waits among the held carts as “{name}”.</source>
        <translation>Isinya ada di keranjang tersimpan: “{name}”.</translation>
    </message>
    <message>
        <source>{number}: picked here, and not noted on the card</source>
        <translation>{number}: disiapkan di sini, tidak tercatat di kartu</translation>
    </message>
    <message>
        <source>Look at the card: what is in the box may have to go back to the shelf.</source>
        <translation>Lihat kartunya: barang di kotak mungkin harus kembali ke rak.</translation>
    </message>
    <message>
        <source>They stay on this computer. They are sent when BotBelanja is opened here and the server can be reached.</source>
        <translation>Semuanya tetap di komputer ini, dan dikirim saat BotBelanja dibuka di sini dan server tersambung.</translation>
    </message>
    <message>
        <source>Close all the same</source>
        <translation>Tetap tutup</translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source>End training</source>
        <extracomment>The doors stand where they do in a window of this width.</extracomment>
        <translation>Selesai latihan</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Tersimpan</translation>
    </message>
</context>
<context>
    <name>TrainingFrame</name>
    <message>
        <source>Training: nothing here is real</source>
        <extracomment>Pixels at 100 %, for which the window keeps room.</extracomment>
        <translation>Latihan: tidak ada yang sungguhan di sini</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>No connection</source>
        <translation>Terputus</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Hanya baca</translation>
    </message>
    <message>
        <source>Another one is typed in Settings, Database and backup, Keep it elsewhere.</source>
        <translation>Kata sandi lain diisi di Pengaturan, Data dan cadangan, Simpan di tempat lain.</translation>
    </message>
    <message>
        <source>Sell on: orders wait here until then.</source>
        <translation>Terus berjualan: pesanan menunggu di sini sampai saat itu.</translation>
    </message>
    <message>
        <source>Where the shop is kept</source>
        <translation>Tempat toko disimpan</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Apa yang harus dilakukan</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Urungkan</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} dtk</translation>
    </message>
</context>
<context>
    <name>WhatsNew</name>
    <message>
        <source>What is new</source>
        <translation>Yang baru</translation>
    </message>
    <message>
        <source>BotBelanja {version}: what is new</source>
        <translation>BotBelanja {version}: yang baru</translation>
    </message>
    <message>
        <source>These notes are in English.</source>
        <translation>Catatan ini berbahasa Inggris.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Lanjut</translation>
    </message>
</context>
<context>
    <name>WorkingPage</name>
    <message>
        <source>Progress</source>
        <translation>Kemajuan</translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>Wrong PIN. Try again in %n second(s).</source>
        <translation>
            <numerusform>PIN salah. Coba lagi dalam %n detik.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A wrong PIN was typed before. The next one is looked at in %n second(s).</source>
        <translation>
            <numerusform>Tadi ada PIN yang salah. PIN berikutnya baru diperiksa %n detik lagi.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Plurals</name>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n belum terkirim</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s), payment(s) or pick(s) wait to be sent</source>
        <translation>
            <numerusform>%n pesanan, pembayaran, atau pengambilan barang belum terkirim</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation>
            <numerusform>%n tidak terkirim</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>Not possible now: {command}</source>
        <translation>Belum bisa sekarang: {command}</translation>
    </message>
</context>
<context>
    <name>approval</name>
    <message>
        <source>Discount on {name}: {off} of {value} ({share})</source>
        <translation>Diskon {name}: {off} dari {value} ({share})</translation>
    </message>
    <message>
        <source>Discount on the whole order: {off} of {value} ({share})</source>
        <translation>Diskon seluruh pesanan: {off} dari {value} ({share})</translation>
    </message>
    <message>
        <source>Order {number} was paid for and goes from {before} to {after}</source>
        <translation>Pesanan {number} sudah dibayar dan berubah dari {before} menjadi {after}</translation>
    </message>
    <message>
        <source>Order {number} is handed over and {due} is not paid</source>
        <translation>Pesanan {number} diserahkan, padahal {due} belum dibayar</translation>
    </message>
    <message>
        <source>{amount} is given back for order {number}</source>
        <translation>{amount} dikembalikan untuk pesanan {number}</translation>
    </message>
    <message>
        <source>Goods of order {number} come back: {goods}</source>
        <translation>Barang pesanan {number} dikembalikan: {goods}</translation>
    </message>
    <message>
        <source>{amount} goes into the till: {reason}</source>
        <translation>{amount} masuk ke laci kas: {reason}</translation>
    </message>
    <message>
        <source>{amount} is taken out of the till: {reason}</source>
        <translation>{amount} diambil dari laci kas: {reason}</translation>
    </message>
    <message>
        <source>The till is closed with {counted} instead of {expected}</source>
        <translation>Laci kas ditutup dengan {counted}, seharusnya {expected}</translation>
    </message>
    <message>
        <source>New product: {name}, {price}</source>
        <translation>Produk baru: {name}, {price}</translation>
    </message>
    <message>
        <source>Import of {file}</source>
        <translation>Impor {file}</translation>
    </message>
    <message>
        <source>{name} gets the barcode {code}</source>
        <extracomment>For each deed that can be approved; a test sees to it.</extracomment>
        <translation>{name} mendapat barcode {code}</translation>
    </message>
    <message>
        <source>{name} loses the barcode {code}</source>
        <translation>Barcode {code} dihapus dari {name}</translation>
    </message>
    <message>
        <source>The stock of {name} is no longer counted</source>
        <translation>Stok {name} tidak dihitung lagi</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Home</source>
        <translation>Beranda</translation>
    </message>
    <message>
        <source>Order entry</source>
        <translation>Kasir</translation>
    </message>
    <message>
        <source>Fulfilment</source>
        <translation>Gudang</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>All orders</source>
        <translation>Semua pesanan</translation>
    </message>
    <message>
        <source>Ready board</source>
        <translation>Layar antrean</translation>
    </message>
    <message>
        <source>Cash drawer</source>
        <translation>Laci kasir</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Pesan masuk</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Pengaturan</translation>
    </message>
    <message>
        <source>Order entry in its own window</source>
        <translation>Kasir di jendela sendiri</translation>
    </message>
    <message>
        <source>Fulfilment in its own window</source>
        <translation>Gudang di jendela sendiri</translation>
    </message>
    <message>
        <source>Statistics in its own window</source>
        <translation>Statistik di jendela sendiri</translation>
    </message>
    <message>
        <source>Catalogue in its own window</source>
        <translation>Katalog di jendela sendiri</translation>
    </message>
    <message>
        <source>Ready board in its own window</source>
        <translation>Layar antrean di jendela sendiri</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Urungkan</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Ulangi</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Cari menu</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Layar penuh</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Kunci</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Tutup jendela</translation>
    </message>
    <message>
        <source>Remove the demo</source>
        <translation>Hapus demo</translation>
    </message>
    <message>
        <source>Scan or type</source>
        <translation>Pindai atau ketik</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Hold this cart</source>
        <translation>Simpan dulu</translation>
    </message>
    <message>
        <source>Held carts</source>
        <translation>Keranjang disimpan</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>Price check</source>
        <translation>Cek harga</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Diskon</translation>
    </message>
    <message>
        <source>For later</source>
        <translation>Ambil nanti</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>Bayar</translation>
    </message>
    <message>
        <source>Send now, pay later</source>
        <translation>Proses, bayar nanti</translation>
    </message>
    <message>
        <source>Paste a shopping list</source>
        <translation>Tempel daftar belanja</translation>
    </message>
    <message>
        <source>Read the oldest message</source>
        <translation>Baca pesan terlama</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Salin jadi teks</translation>
    </message>
    <message>
        <source>Copy in the other language</source>
        <translation>Salin dalam bahasa lain</translation>
    </message>
    <message>
        <source>Copy QRIS as picture</source>
        <translation>Salin QRIS sebagai gambar</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>Tambah satu</translation>
    </message>
    <message>
        <source>One less</source>
        <translation>Kurangi satu</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Edit the line added last</source>
        <translation>Ubah barang terakhir</translation>
    </message>
    <message>
        <source>Answer the warehouse</source>
        <translation>Jawab gudang</translation>
    </message>
    <message>
        <source>Create the product</source>
        <translation>Buat produk</translation>
    </message>
    <message>
        <source>Leave as it was</source>
        <translation>Biarkan seperti semula</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>Add or remove favourite</source>
        <translation>Tandai favorit</translation>
    </message>
    <message>
        <source>Arrange favourites</source>
        <translation>Atur favorit</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Tunai</translation>
    </message>
    <message>
        <source>QRIS</source>
        <translation>QRIS</translation>
    </message>
    <message>
        <source>Debit</source>
        <translation>Debit</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>Pay in part</source>
        <translation>Bayar sebagian</translation>
    </message>
    <message>
        <source>Print the receipt</source>
        <translation>Cetak struk</translation>
    </message>
    <message>
        <source>First amount</source>
        <translation>Nominal ke-1</translation>
    </message>
    <message>
        <source>Second amount</source>
        <translation>Nominal ke-2</translation>
    </message>
    <message>
        <source>Third amount</source>
        <translation>Nominal ke-3</translation>
    </message>
    <message>
        <source>Fourth amount</source>
        <translation>Nominal ke-4</translation>
    </message>
    <message>
        <source>Fifth amount</source>
        <translation>Nominal ke-5</translation>
    </message>
    <message>
        <source>Sixth amount</source>
        <translation>Nominal ke-6</translation>
    </message>
    <message>
        <source>Take the money</source>
        <translation>Terima uang</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Into the cart</source>
        <translation>Masukkan ke keranjang</translation>
    </message>
    <message>
        <source>Next question</source>
        <translation>Pertanyaan berikut</translation>
    </message>
    <message>
        <source>Look for it</source>
        <translation>Cari sendiri</translation>
    </message>
    <message>
        <source>Take up struck words</source>
        <translation>Masukkan yang dicoret</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Lewati</translation>
    </message>
    <message>
        <source>Change the text</source>
        <translation>Ubah teks</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Pick the line</source>
        <translation>Ambil barang</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Tahap berikut</translation>
    </message>
    <message>
        <source>One more picked</source>
        <translation>Ambil satu lagi</translation>
    </message>
    <message>
        <source>One less picked</source>
        <translation>Kurangi satu</translation>
    </message>
    <message>
        <source>Part of the line</source>
        <translation>Ambil sebagian</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>Kurang</translation>
    </message>
    <message>
        <source>Ask the counter</source>
        <translation>Tanya kasir</translation>
    </message>
    <message>
        <source>Rush</source>
        <translation>Prioritas</translation>
    </message>
    <message>
        <source>Claim / give back</source>
        <translation>Kerjakan / lepas</translation>
    </message>
    <message>
        <source>Go to a number</source>
        <translation>Cari nomor</translation>
    </message>
    <message>
        <source>Ready orders</source>
        <translation>Pesanan siap</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Buka lagi</translation>
    </message>
    <message>
        <source>All-day totals</source>
        <translation>Rekap barang</translation>
    </message>
    <message>
        <source>Batch pick</source>
        <translation>Ambil sekaligus</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Cetak</translation>
    </message>
    <message>
        <source>Back to the shelf</source>
        <translation>Kembalikan ke rak</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Sound on / off</source>
        <translation>Suara nyala / mati</translation>
    </message>
    <message>
        <source>Larger cards</source>
        <translation>Kartu lebih besar</translation>
    </message>
    <message>
        <source>Smaller cards</source>
        <translation>Kartu lebih kecil</translation>
    </message>
    <message>
        <source>More figures</source>
        <translation>Angka lainnya</translation>
    </message>
    <message>
        <source>Save CSV</source>
        <translation>Simpan CSV</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>Simpan PDF</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Bandingkan dengan</translation>
    </message>
    <message>
        <source>Copy picture and table</source>
        <translation>Salin gambar dan tabel</translation>
    </message>
    <message>
        <source>Save this panel</source>
        <translation>Simpan panel ini</translation>
    </message>
    <message>
        <source>Back to the first page</source>
        <translation>Kembali ke halaman pertama</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>Hitung ulang</translation>
    </message>
    <message>
        <source>Find a product</source>
        <translation>Cari produk</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>Produk baru</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Impor</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <extracomment>The deed that a command comes to, at once or at the end of what it opens, and whose it is (`models.journal.rights`): who may not do it is told at the door.</extracomment>
        <translation>Di mana saja</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Pembayaran</translation>
    </message>
    <message>
        <source>Shopping list</source>
        <translation>Daftar belanja</translation>
    </message>
    <message>
        <source>Guide and keys</source>
        <translation>Panduan dan tombol</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Ekspor</translation>
    </message>
    <message>
        <source>Copy prices for customers</source>
        <translation>Salin harga untuk pelanggan</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Edit product</source>
        <translation>Ubah produk</translation>
    </message>
    <message>
        <source>Print labels</source>
        <translation>Cetak label</translation>
    </message>
    <message>
        <source>Adjust stock</source>
        <translation>Atur stok</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>Nonaktifkan</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>Aktifkan</translation>
    </message>
    <message>
        <source>Another file</source>
        <translation>Berkas lain</translation>
    </message>
    <message>
        <source>Save rejected rows</source>
        <translation>Simpan baris yang ditolak</translation>
    </message>
    <message>
        <source>Find an order</source>
        <translation>Cari pesanan</translation>
    </message>
    <message>
        <source>Reprint</source>
        <translation>Cetak ulang</translation>
    </message>
    <message>
        <source>Show the pick ticket</source>
        <translation>Lihat slip gudang</translation>
    </message>
    <message>
        <source>Show the change slip</source>
        <translation>Lihat slip perubahan</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Kembalikan uang</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ubah</translation>
    </message>
    <message>
        <source>Take goods back</source>
        <translation>Terima retur</translation>
    </message>
    <message>
        <source>Order again</source>
        <translation>Pesan lagi</translation>
    </message>
    <message>
        <source>Cancel the order</source>
        <translation>Batalkan pesanan</translation>
    </message>
    <message>
        <source>Open the till</source>
        <translation>Buka shift</translation>
    </message>
    <message>
        <source>Put cash in</source>
        <translation>Masukkan uang</translation>
    </message>
    <message>
        <source>Take cash out</source>
        <translation>Ambil uang</translation>
    </message>
    <message>
        <source>Count the cash</source>
        <translation>Hitung uang</translation>
    </message>
    <message>
        <source>Close the till</source>
        <translation>Tutup shift</translation>
    </message>
    <message>
        <source>Print interim report</source>
        <translation>Laporan sementara</translation>
    </message>
    <message>
        <source>Print the report</source>
        <translation>Cetak laporan</translation>
    </message>
    <message>
        <source>Read at the counter</source>
        <translation>Baca di kasir</translation>
    </message>
    <message>
        <source>Paste a message</source>
        <translation>Tempel pesan</translation>
    </message>
    <message>
        <source>Open messages</source>
        <translation>Buka file pesan</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Kembalikan ke daftar</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Hapus dari daftar</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Cadangkan sekarang</translation>
    </message>
</context>
<context>
    <name>deeds</name>
    <message>
        <source>Order sent</source>
        <translation>Pesanan dikirim</translation>
    </message>
    <message>
        <source>Order changed</source>
        <translation>Pesanan diubah</translation>
    </message>
    <message>
        <source>Question answered</source>
        <translation>Pertanyaan dijawab</translation>
    </message>
    <message>
        <source>Order cancelled</source>
        <translation>Pesanan dibatalkan</translation>
    </message>
    <message>
        <source>Payment taken</source>
        <translation>Pembayaran diterima</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Pengembalian uang</translation>
    </message>
    <message>
        <source>Cart held</source>
        <translation>Keranjang ditahan</translation>
    </message>
    <message>
        <source>Cart taken up</source>
        <translation>Keranjang dilanjutkan</translation>
    </message>
    <message>
        <source>Held cart discarded</source>
        <translation>Keranjang tertahan dibuang</translation>
    </message>
    <message>
        <source>Goods taken back</source>
        <translation>Barang diterima kembali</translation>
    </message>
    <message>
        <source>Goods exchanged</source>
        <translation>Barang ditukar</translation>
    </message>
    <message>
        <source>Inbox filled or read</source>
        <translation>Pesan masuk diisi atau dibaca</translation>
    </message>
    <message>
        <source>Till opened</source>
        <translation>Kas dibuka</translation>
    </message>
    <message>
        <source>Cash put in or taken out</source>
        <translation>Uang kas masuk atau keluar</translation>
    </message>
    <message>
        <source>Till closed</source>
        <translation>Kas ditutup</translation>
    </message>
    <message>
        <source>Order claimed</source>
        <translation>Pesanan diambil</translation>
    </message>
    <message>
        <source>Order released</source>
        <translation>Pesanan dilepas</translation>
    </message>
    <message>
        <source>Picked</source>
        <translation>Barang disiapkan</translation>
    </message>
    <message>
        <source>Taken out again</source>
        <translation>Dikeluarkan lagi</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>Barang kurang</translation>
    </message>
    <message>
        <source>Counter asked</source>
        <translation>Kasir ditanya</translation>
    </message>
    <message>
        <source>Made ready</source>
        <translation>Dinyatakan siap</translation>
    </message>
    <message>
        <source>Order handed over</source>
        <translation>Pesanan diserahkan</translation>
    </message>
    <message>
        <source>Urgent or no more</source>
        <translation>Ditandai mendesak atau tidak lagi</translation>
    </message>
    <message>
        <source>Pulled forward</source>
        <translation>Dimajukan</translation>
    </message>
    <message>
        <source>Change acknowledged</source>
        <translation>Perubahan diketahui</translation>
    </message>
    <message>
        <source>Goods put back</source>
        <translation>Barang dikembalikan ke rak</translation>
    </message>
    <message>
        <source>Step undone</source>
        <translation>Langkah diurungkan</translation>
    </message>
    <message>
        <source>Print asked for</source>
        <translation>Cetak diminta</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Dicetak</translation>
    </message>
    <message>
        <source>Print failed</source>
        <translation>Cetak gagal</translation>
    </message>
    <message>
        <source>Print tried again</source>
        <translation>Cetak dicoba lagi</translation>
    </message>
    <message>
        <source>Print given up</source>
        <translation>Cetak dibatalkan</translation>
    </message>
    <message>
        <source>Product added</source>
        <translation>Produk ditambah</translation>
    </message>
    <message>
        <source>Product or price changed</source>
        <translation>Produk atau harga diubah</translation>
    </message>
    <message>
        <source>Favourites arranged</source>
        <translation>Favorit diatur</translation>
    </message>
    <message>
        <source>Stock counted or changed</source>
        <translation>Stok dihitung atau diubah</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Impor</translation>
    </message>
    <message>
        <source>Other name added</source>
        <translation>Nama lain ditambah</translation>
    </message>
    <message>
        <source>Other name removed</source>
        <translation>Nama lain dihapus</translation>
    </message>
    <message>
        <source>List answer learned</source>
        <translation>Jawaban daftar dipelajari</translation>
    </message>
    <message>
        <source>List answer removed</source>
        <translation>Jawaban daftar dihapus</translation>
    </message>
    <message>
        <source>Setting changed</source>
        <translation>Pengaturan diubah</translation>
    </message>
    <message>
        <source>Occasion changed</source>
        <translation>Momen diubah</translation>
    </message>
    <message>
        <source>Staff code or PIN changed</source>
        <translation>Kode staf atau PIN diubah</translation>
    </message>
    <message>
        <source>Policy accepted</source>
        <translation>Kebijakan disetujui</translation>
    </message>
    <message>
        <source>Policy withdrawn</source>
        <translation>Persetujuan kebijakan ditarik</translation>
    </message>
    <message>
        <source>Demo made</source>
        <translation>Demo dibuat</translation>
    </message>
    <message>
        <source>Restored or put back</source>
        <translation>Dipulihkan</translation>
    </message>
    <message>
        <source>Clock set back</source>
        <translation>Jam dimundurkan</translation>
    </message>
    <message>
        <source>Shop brought up to date</source>
        <translation>Toko diperbarui</translation>
    </message>
    <message>
        <source>Rows entered</source>
        <translation>Baris dicatat</translation>
    </message>
    <message>
        <source>Old orders removed</source>
        <translation>Pesanan lama dihapus</translation>
    </message>
    <message>
        <source>The whole shop copied elsewhere</source>
        <translation>Seluruh toko disalin ke tempat lain</translation>
    </message>
    <message>
        <source>Second folder for backups chosen</source>
        <translation>Folder kedua untuk cadangan dipilih</translation>
    </message>
    <message>
        <source>Training begun</source>
        <translation>Latihan dimulai</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>Something went wrong in the program. Your data is safe.</source>
        <translation>Ada yang salah pada program. Data Anda aman.</translation>
    </message>
    <message>
        <source>A quantity must be more than zero. Nothing was changed.</source>
        <translation>Jumlah harus lebih dari nol. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>That quantity is too large; at most {limit}. Nothing was changed.</source>
        <translation>Jumlah itu terlalu besar; paling banyak {limit}. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>The amount is missing. Nothing was changed.</source>
        <translation>Jumlahnya belum diisi. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>A sum of money cannot be below zero. Nothing was changed.</source>
        <translation>Nominal tidak boleh di bawah nol. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>That sum is too large; at most {limit}. Nothing was changed.</source>
        <translation>Nominal itu terlalu besar; paling banyak {limit}. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>Wrong PIN. Please try again.</source>
        <translation>PIN salah. Silakan coba lagi.</translation>
    </message>
    <message>
        <source>{name} cannot be read as text. Save it as UTF-8 and try again.</source>
        <translation>{name} tidak terbaca sebagai teks. Simpan sebagai UTF-8, lalu coba lagi.</translation>
    </message>
    <message>
        <source>{name} is a document or a web page, not a table. Open it in a spreadsheet program and save it as .xlsx or CSV.</source>
        <translation>{name} adalah dokumen atau halaman web, bukan tabel. Buka di program lembar kerja, lalu simpan sebagai .xlsx atau CSV.</translation>
    </message>
    <message>
        <source>{name} is not a CSV file. Nothing was imported.</source>
        <translation>{name} bukan berkas CSV. Tidak ada yang diimpor.</translation>
    </message>
    <message>
        <source>{name} has no column for the name or the price. Nothing was imported.</source>
        <translation>{name} tidak punya kolom nama atau harga. Tidak ada yang diimpor.</translation>
    </message>
    <message>
        <source>{name} has a password. Save it without one and try again.</source>
        <translation>{name} memakai kata sandi. Simpan tanpa kata sandi, lalu coba lagi.</translation>
    </message>
    <message>
        <source>{name} is damaged or no workbook. Save it again as .xlsx or CSV.</source>
        <translation>{name} rusak atau bukan buku kerja. Simpan lagi sebagai .xlsx atau CSV.</translation>
    </message>
    <message>
        <source>Several sheets of {name} have the same columns. Put their rows under each other on one sheet, or save each as a file of its own. Nothing was imported.</source>
        <translation>Beberapa lembar di {name} punya kolom yang sama. Gabungkan barisnya di satu lembar, atau simpan tiap lembar sebagai berkas sendiri. Tidak ada yang diimpor.</translation>
    </message>
    <message>
        <source>{name} holds no rows. Nothing was imported.</source>
        <translation>{name} tidak berisi baris. Tidak ada yang diimpor.</translation>
    </message>
    <message>
        <source>{name} has no column for the name or for a code. Nothing was imported.</source>
        <translation>{name} tidak punya kolom untuk nama atau kode. Tidak ada yang diimpor.</translation>
    </message>
    <message>
        <source>{name} cannot be opened. Check that it is still there and not open in another program.</source>
        <translation>{name} tidak bisa dibuka. Periksa apakah masih ada dan tidak sedang dibuka di program lain.</translation>
    </message>
    <message>
        <source>{name} holds a line that is no message. Nothing was taken from it.</source>
        <translation>Ada baris di {name} yang bukan pesan. Tidak ada yang diambil dari file itu.</translation>
    </message>
    <message>
        <source>{name} is too large to import. Split it and try again.</source>
        <translation>{name} terlalu besar untuk diimpor. Bagi berkasnya, lalu coba lagi.</translation>
    </message>
    <message>
        <source>{name} was written by another version of the program. Export it again and try once more.</source>
        <translation>{name} ditulis oleh versi program yang lain. Ekspor lagi, lalu coba sekali lagi.</translation>
    </message>
    <message>
        <source>{name} has changed since it was shown. Nothing was imported: look again.</source>
        <translation>{name} sudah berubah sejak ditampilkan. Tidak ada yang diimpor: periksa lagi.</translation>
    </message>
    <message>
        <source>{name} is not a shop of BotBelanja. Nothing was changed.</source>
        <translation>{name} bukan toko BotBelanja. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>There is no printer “{printer}”. Choose another one in the settings.</source>
        <translation>Printer “{printer}” tidak ada. Pilih printer lain di Pengaturan.</translation>
    </message>
    <message>
        <source>This station knows no printer yet. Set one up in the system, or choose another way to print in the settings.</source>
        <translation>Perangkat ini belum punya printer. Pasang dulu di sistem, atau pilih cara cetak lain di setelan.</translation>
    </message>
    <message>
        <source>The receipt printer has no address yet. Type it first.</source>
        <translation>Printer struk belum punya alamat. Isi dulu alamatnya.</translation>
    </message>
    <message>
        <source>The printer {printer} does not answer. Check that it is on and connected.</source>
        <translation>Printer {printer} tidak menjawab. Periksa apakah printer menyala dan tersambung.</translation>
    </message>
    <message>
        <source>The printer {printer} stopped. Check its paper and its cable.</source>
        <translation>Printer {printer} berhenti. Periksa kertas dan kabelnya.</translation>
    </message>
    <message>
        <source>The program ended in the middle. See whether the paper came out all the same.</source>
        <translation>Program berhenti di tengah pencetakan. Periksa dulu apakah cetakannya sudah keluar.</translation>
    </message>
    <message>
        <source>The folder {printer} cannot be written to. Choose another one in the settings.</source>
        <translation>Folder {printer} tidak bisa ditulisi. Pilih folder lain di Pengaturan.</translation>
    </message>
    <message>
        <source>What this paper was about is not there any more.</source>
        <translation>Hal yang dicetak ini sudah tidak ada.</translation>
    </message>
    <message>
        <source>The watched folder {folder} cannot be read. Its messages are taken in as soon as it is there again.</source>
        <translation>Folder yang dipantau, {folder}, tidak bisa dibaca. Pesannya diambil begitu folder itu ada lagi.</translation>
    </message>
    <message>
        <source>Nothing can be written into the watched folder {folder}. Its messages wait in the inbox, its files stay.</source>
        <translation>Folder yang dipantau, {folder}, tidak bisa ditulisi. Pesannya menunggu di Pesan masuk, berkasnya tetap.</translation>
    </message>
    <message>
        <source>This is not the text of a QRIS. Scan or copy it again, whole.</source>
        <translation>Ini bukan teks QRIS. Pindai atau salin lagi seutuhnya.</translation>
    </message>
    <message>
        <source>A character of this QRIS is wrong or missing. Scan or copy it again, whole.</source>
        <translation>Ada karakter QRIS ini yang salah atau hilang. Pindai atau salin lagi seutuhnya.</translation>
    </message>
    <message>
        <source>This code is not a QRIS that is paid in rupiah.</source>
        <translation>Kode ini bukan QRIS yang dibayar dalam rupiah.</translation>
    </message>
    <message>
        <source>This QRIS is for one payment only. Use the static one that hangs in the shop.</source>
        <translation>QRIS ini hanya untuk satu pembayaran. Gunakan QRIS statis yang dipajang di toko.</translation>
    </message>
    <message>
        <source>Line {line}, place {column}: there is no {word}.</source>
        <translation>Baris {line}, posisi {column}: tidak ada {word}.</translation>
    </message>
    <message>
        <source>Line {line}, place {column}: {word} stands alone.</source>
        <translation>Baris {line}, posisi {column}: {word} tidak ada pasangannya.</translation>
    </message>
    <message>
        <source>{word} is missing, and customers would not be told.</source>
        <translation>{word} belum ada, jadi pelanggan tidak diberi tahu.</translation>
    </message>
    <message>
        <source>From line {line}, place {column} on it is too long.</source>
        <translation>Mulai baris {line}, posisi {column}, teksnya terlalu panjang.</translation>
    </message>
    <message>
        <source>“{text}” is not in whole rupiah. Nothing was changed.</source>
        <translation>“{text}” bukan rupiah bulat. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>Nobody here has this badge.</source>
        <translation>Tidak ada yang punya lencana ini.</translation>
    </message>
    <message>
        <source>The next one can be scanned in {seconds} s.</source>
        <translation>Yang berikutnya bisa dipindai {seconds} dtk lagi.</translation>
    </message>
    <message>
        <source>{code} is locked after too many wrong PINs. Use the recovery code, or leave the program open for {time} and try once more.</source>
        <translation>{code} terkunci karena terlalu sering salah PIN. Pakai kode pemulihan, atau biarkan program terbuka selama {time} lalu coba sekali lagi.</translation>
    </message>
    <message>
        <source>An owner has to approve this. Nothing was changed.</source>
        <translation>Ini perlu persetujuan pemilik. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>Only an owner may do this. Nothing was changed.</source>
        <translation>Hanya pemilik yang boleh melakukan ini. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>the counter</source>
        <translation>kasir</translation>
    </message>
    <message>
        <source>the warehouse</source>
        <translation>gudang</translation>
    </message>
    <message>
        <source>Only {who} or an owner may do this. Nothing was changed.</source>
        <translation>Hanya {who} atau pemilik yang boleh melakukan ini. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>the folder is not there; perhaps the stick was taken out</source>
        <translation>foldernya tidak ada; mungkin flashdisk-nya dicabut</translation>
    </message>
    <message>
        <source>it is a file and no folder</source>
        <translation>itu berkas, bukan folder</translation>
    </message>
    <message>
        <source>nothing may be written there</source>
        <translation>tidak boleh menulis di sana</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>disk penuh</translation>
    </message>
    <message>
        <source>the shop or the copy is damaged; verify the shop</source>
        <translation>toko atau salinannya rusak; periksa toko</translation>
    </message>
    <message>
        <source>another program is holding the shop</source>
        <translation>program lain sedang memegang toko</translation>
    </message>
    <message>
        <source>the database cannot be reached</source>
        <translation>basis data tidak bisa dihubungi</translation>
    </message>
    <message>
        <source>the disk refuses it</source>
        <translation>disk menolaknya</translation>
    </message>
    <message>
        <source>No backup can be made: {reason} ({folder}).</source>
        <translation>Cadangan tidak bisa dibuat: {reason} ({folder}).</translation>
    </message>
    <message>
        <source>That cannot be done. Nothing was changed.</source>
        <translation>Itu tidak bisa dilakukan. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>“{text}” is not a number. Nothing was changed.</source>
        <translation>“{text}” bukan angka. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>“{text}” could be {one} or {other}. Type it without that mark.</source>
        <translation>“{text}” bisa {one}, bisa juga {other}. Ketik tanpa tanda itu.</translation>
    </message>
    <message>
        <source>{quantity} {unit}, so many? The same once more takes it.</source>
        <translation>{quantity} {unit}, sebanyak itu? Ulangi sekali lagi kalau benar.</translation>
    </message>
    <message>
        <source>“{text}”: how much is that in {unit}? This is sold by {unit}. Nothing was changed.</source>
        <translation>“{text}”: itu berapa {unit}? Barang ini dijual per {unit}. Tidak ada yang berubah.</translation>
    </message>
    <message>
        <source>“{text}” is no time. Nothing was changed.</source>
        <translation>“{text}” bukan jam. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>“{text}” is over. Nothing was changed.</source>
        <translation>“{text}” sudah lewat. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>“{text}” could be {one} or {other}. Type one of the two.</source>
        <translation>“{text}” bisa {one}, bisa juga {other}. Ketik salah satunya.</translation>
    </message>
    <message>
        <source>“{text}” is no day. Nothing was changed.</source>
        <translation>“{text}” bukan tanggal. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>{day} is too late; the last day can be {last}. Nothing was changed.</source>
        <translation>{day} terlalu jauh; paling lambat {last}. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>{field} is too long: {length} characters, at most {limit}.</source>
        <translation>{field} terlalu panjang: {length} karakter, paling banyak {limit}.</translation>
    </message>
    <message>
        <source>Please fill in: {field}.</source>
        <translation>Mohon isi: {field}.</translation>
    </message>
    <message>
        <source>“{value}” is not possible for {field}. Nothing was changed.</source>
        <translation>“{value}” tidak bisa dipakai untuk {field}. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>A discount of {rate} is more than everything. Nothing was changed.</source>
        <translation>Diskon {rate} lebih dari seluruh harganya. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>A discount of {discount} is more than {limit}. Nothing was changed.</source>
        <translation>Diskon {discount} lebih besar daripada {limit}. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>The cart is empty. Scan or type a product first.</source>
        <translation>Keranjang masih kosong. Pindai atau ketik produk dulu.</translation>
    </message>
    <message>
        <source>One order can have at most {limit} lines. Start another order for the rest.</source>
        <translation>Satu pesanan paling banyak {limit} jenis barang. Buat pesanan lain untuk sisanya.</translation>
    </message>
    <message>
        <source>No product has the code {code}. Type its name, or add it to the catalogue.</source>
        <translation>Tidak ada produk dengan kode {code}. Ketik namanya, atau tambahkan ke katalog.</translation>
    </message>
    <message>
        <source>The label {code} does not say clearly how much it is. Nothing was added; type it in.</source>
        <translation>Label {code} tidak jelas jumlahnya. Tidak ada yang ditambahkan; silakan ketik jumlahnya.</translation>
    </message>
    <message>
        <source>The label {code} is one of nothing. Weigh it once more.</source>
        <translation>Label {code} kosong isinya. Timbang sekali lagi.</translation>
    </message>
    <message>
        <source>{name} is sold by {unit}, which no scale weighs. Scan or type the product itself.</source>
        <translation>{name} dijual per {unit}, bukan ditimbang. Pindai atau ketik barangnya saja.</translation>
    </message>
    <message>
        <source>{name} has no price in the catalogue; its label cannot be counted with it.</source>
        <translation>{name} belum punya harga di katalog, jadi labelnya tidak bisa dihitung.</translation>
    </message>
    <message>
        <source>There is no order {order}. Check the number and the day.</source>
        <translation>Tidak ada pesanan {order}. Periksa nomor dan tanggalnya.</translation>
    </message>
    <message>
        <source>This order was finished long ago, and its details were removed by the owner’s wish. Nothing of it can be changed, returned or undone.</source>
        <translation>Pesanan ini sudah lama selesai, dan rinciannya dihapus atas keinginan pemilik. Tidak ada lagi yang bisa diubah, diretur, atau dibatalkan.</translation>
    </message>
    <message>
        <source>Of the orders of before {before} only the sums are kept, by the owner’s wish. What needs the orders themselves is not known any more, and none are taken over.</source>
        <translation>Dari pesanan sebelum {before} hanya jumlahnya yang disimpan, atas keinginan pemilik. Apa yang memerlukan pesanannya sendiri tidak diketahui lagi, dan pesanan dari masa itu tidak diambil alih.</translation>
    </message>
    <message>
        <source>This product is not in the catalogue any more. Nothing was changed.</source>
        <translation>Produk ini tidak ada lagi di katalog. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>This held cart was resumed or discarded at another station.</source>
        <translation>Keranjang ini sudah dilanjutkan atau dibuang di perangkat lain.</translation>
    </message>
    <message>
        <source>This message was taken at another station.</source>
        <translation>Pesan ini sudah diambil di perangkat lain.</translation>
    </message>
    <message>
        <source>{name} is not sold any more. Activate it in the catalogue to sell it.</source>
        <translation>{name} tidak dijual lagi. Aktifkan di katalog untuk menjualnya.</translation>
    </message>
    <message>
        <source>{name}: {asked} wanted, only {available} left. The cart is as it was.</source>
        <translation>{name}: diminta {asked}, sisa {available}. Keranjang tidak berubah.</translation>
    </message>
    <message>
        <source>Order {number} has nothing left to pay.</source>
        <translation>Pesanan {number} sudah lunas.</translation>
    </message>
    <message>
        <source>{amount} is more than the {due} due, and this method gives no change.</source>
        <translation>{amount} lebih dari tagihan {due}, dan cara bayar ini tidak memberi kembalian.</translation>
    </message>
    <message>
        <source>{tendered} is less than the {amount} to be paid. The order is unchanged.</source>
        <translation>{tendered} kurang dari {amount} yang harus dibayar. Pesanan tidak berubah.</translation>
    </message>
    <message>
        <source>Order {number} is paid. Refund it first, then cancel it.</source>
        <translation>Pesanan {number} sudah dibayar. Kembalikan uangnya dulu, lalu batalkan.</translation>
    </message>
    <message>
        <source>{name}: {quantity} is more than the {limit} the customer has.</source>
        <translation>{name}: {quantity} lebih dari {limit} yang ada pada pelanggan.</translation>
    </message>
    <message>
        <source>The drawer of this station has been open since {time}.</source>
        <translation>Shift di perangkat ini sudah dibuka sejak {time}.</translation>
    </message>
    <message>
        <source>The till of this station is not open. Open it with its opening float first.</source>
        <translation>Shift di perangkat ini belum dibuka. Buka dulu dengan modal awalnya.</translation>
    </message>
    <message>
        <source>No till is open at this station. Open it now? Its report will name this cash.</source>
        <translation>Shift di perangkat ini belum dibuka. Buka sekarang? Tunai ini akan tercatat di laporannya.</translation>
    </message>
    <message>
        <source>{amount} cannot be taken out: only {expected} should be in the drawer.</source>
        <translation>{amount} tidak bisa diambil: di laci seharusnya hanya ada {expected}.</translation>
    </message>
    <message>
        <source>Order {number} is being picked at {station}. Take it over with M first.</source>
        <translation>Pesanan {number} sedang disiapkan di {station}. Ambil alih dengan M dulu.</translation>
    </message>
    <message>
        <source>Order {number} was changed elsewhere first. Look at it again, then repeat.</source>
        <translation>Pesanan {number} lebih dulu diubah di tempat lain. Periksa lagi, lalu ulangi.</translation>
    </message>
    <message>
        <source>This cart is stored already as order {number}, as it was before it was changed. Change that order, and discard this cart.</source>
        <translation>Keranjang ini sudah tersimpan sebagai pesanan {number}, seperti sebelum diubah. Ubah pesanan itu, lalu buang keranjang ini.</translation>
    </message>
    <message>
        <source>The server cannot be reached. Sell on, and pick the cards that are yours: all of it waits here and is sent when it is back.</source>
        <translation>Server tidak tersambung. Tetap berjualan dan lanjutkan kartu Anda: semuanya disimpan di sini dan terkirim nanti.</translation>
    </message>
    <message>
        <source>{name}: {quantity} is more than the {limit} possible. Nothing was changed.</source>
        <translation>{name}: {quantity} lebih dari {limit} yang mungkin. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>Order {number} waits for the counter&apos;s answer about {name}. Nothing was changed.</source>
        <translation>Pesanan {number} menunggu jawaban kasir tentang {name}. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>The question about order {number} is settled already. Nothing was changed.</source>
        <translation>Pertanyaan tentang pesanan {number} sudah selesai. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>There is nothing left to undo.</source>
        <translation>Tidak ada lagi yang bisa diurungkan.</translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <translation>Tidak ada lagi yang bisa diulangi.</translation>
    </message>
    <message>
        <source>This was done already.</source>
        <translation>Ini sudah dilakukan.</translation>
    </message>
    <message>
        <source>This cannot be undone: it was changed again since. Nothing was changed.</source>
        <translation>Ini tidak bisa diurungkan karena sudah berubah lagi. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>The import was stopped. Nothing was written.</source>
        <translation>Impor dihentikan. Tidak ada yang ditulis.</translation>
    </message>
    <message>
        <source>{code} may not approve this; an owner may. Nothing was changed.</source>
        <translation>{code} tidak boleh menyetujui ini; pemilik boleh. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>The server&apos;s disk is full. Nothing was lost: try again when whoever runs the server has made room.</source>
        <translation>Disk server penuh. Tidak ada yang hilang: coba lagi setelah pengelola server memberi ruang.</translation>
    </message>
    <message>
        <source>Something is not as the journal says ({row}), and is not sealed as if it were. Verify the shop first (Settings, Database and backup). What was removed so far stays so.</source>
        <translation>Ada yang tidak sesuai dengan jurnal ({row}), dan tidak disegel seolah-olah sesuai. Periksa toko dulu (Pengaturan, Data dan cadangan). Yang sudah dihapus sejauh ini tetap terhapus.</translation>
    </message>
    <message>
        <source>The backup {name} is not whole and was not taken. Nothing was changed here; choose an earlier one.</source>
        <translation>Cadangan {name} tidak utuh dan tidak dipakai. Di sini tidak ada yang diubah; pilih cadangan yang lebih lama.</translation>
    </message>
    <message>
        <source>The server does not take the name {user} with this password.</source>
        <translation>Server menolak nama {user} dengan kata sandi ini.</translation>
    </message>
    <message>
        <source>This user name may not do what is needed in the database. “botbelanja server-setup” prints what whoever runs the server grants.</source>
        <translation>Nama pengguna ini tidak punya izin yang diperlukan di basis data. “botbelanja server-setup” mencetak izin yang perlu diberikan pengelola server.</translation>
    </message>
    <message>
        <source>The code {code} belongs to {name} already. Nothing was changed.</source>
        <translation>Kode {code} sudah dipakai {name}. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>Personal data was taken out of what you wrote: the policy allows none.</source>
        <translation>Data pribadi dihapus dari tulisan Anda: kebijakan privasi tidak mengizinkannya.</translation>
    </message>
    <message>
        <source>Counted in “{unit}” it comes in whole pieces; only goods with a unit such as kg come in parts. Nothing was changed.</source>
        <translation>Satuannya “{unit}”, jadi jumlahnya harus bulat; hanya barang bersatuan timbang atau ukur, misalnya kg, yang boleh pecahan. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>The code {code} was misread. Nothing was done; please scan it again.</source>
        <translation>Kode {code} salah terbaca. Tidak ada yang diubah; silakan pindai lagi.</translation>
    </message>
    <message>
        <source>There is no staff code {code}. Ask the owner to add it.</source>
        <translation>Tidak ada kode staf {code}. Minta pemilik menambahkannya.</translation>
    </message>
    <message>
        <source>There is no shop at {place} yet, and none was made. Open the program with it first: it asks for the privacy policy and sets the shop up.</source>
        <translation>Belum ada toko di {place}, dan tidak ada yang dibuat. Buka program dengan toko itu dulu: program menanyakan kebijakan privasi lalu menyiapkan toko.</translation>
    </message>
    <message>
        <source>The privacy policy has not been accepted for this shop yet.</source>
        <translation>Kebijakan privasi belum disetujui untuk toko ini.</translation>
    </message>
    <message>
        <source>A PIN has {shortest} to {longest} digits. Nothing was changed.</source>
        <translation>PIN terdiri dari {shortest} sampai {longest} angka. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>{code} is locked after too many wrong PINs. Ask the owner to unlock it.</source>
        <translation>{code} terkunci karena PIN terlalu sering salah. Minta pemilik membukanya.</translation>
    </message>
    <message>
        <source>There is a staff code {code} already. Nothing was changed.</source>
        <translation>Kode staf {code} sudah ada. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>{code} is the only owner and stays in use. Add another owner first.</source>
        <translation>{code} satu-satunya pemilik dan tetap dipakai. Tambahkan pemilik lain dulu.</translation>
    </message>
    <message>
        <source>The demo is made only in an empty shop. Yours was not changed.</source>
        <translation>Demo hanya dibuat di toko kosong. Toko Anda tidak diubah.</translation>
    </message>
    <message>
        <source>This is not a demo shop, so it was not removed. Nothing was lost.</source>
        <translation>Ini bukan toko demo, jadi tidak dihapus. Tidak ada yang hilang.</translation>
    </message>
    <message>
        <source>The shop could not be written. What was saved before is safe; try again.</source>
        <translation>Data toko tidak bisa ditulis. Yang sudah tersimpan aman; coba lagi.</translation>
    </message>
    <message>
        <source>The disk is full. Nothing was lost, but make room before going on.</source>
        <translation>Disk penuh. Tidak ada yang hilang, tetapi kosongkan ruang sebelum lanjut.</translation>
    </message>
    <message>
        <source>This is a copy to play with, and nothing was changed. End it first.</source>
        <translation>Ini salinan untuk latihan, dan tidak ada yang diubah. Selesaikan latihan dulu.</translation>
    </message>
    <message>
        <source>The shop&apos;s folder cannot be written to. Nothing was lost; check its rights.</source>
        <translation>Folder toko tidak bisa ditulisi. Tidak ada yang hilang; periksa izinnya.</translation>
    </message>
    <message>
        <source>The shop&apos;s file is damaged. Stop here and restore the last backup.</source>
        <translation>Berkas toko rusak. Berhenti dulu dan pulihkan cadangan terakhir.</translation>
    </message>
    <message>
        <source>This file is not a shop of BotBelanja. It was not changed.</source>
        <translation>Berkas ini bukan toko BotBelanja. Berkas itu tidak diubah.</translation>
    </message>
    <message>
        <source>Another program is holding the shop. Nothing was changed; try again.</source>
        <translation>Program lain sedang memakai toko. Tidak ada yang diubah; coba lagi.</translation>
    </message>
    <message>
        <source>This number or text cannot be stored or looked for. Nothing was changed.</source>
        <translation>Angka atau teks ini tidak bisa disimpan atau dicari. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>Order {number} is at another step by now: {stage}. Nothing was changed.</source>
        <translation>Pesanan {number} sudah di tahap lain: {stage}. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>The import was stopped after {written} of {orders} orders. They stay; the same import goes on where it stopped.</source>
        <translation>Impor dihentikan setelah {written} dari {orders} pesanan. Yang sudah masuk tetap ada; impor yang sama melanjutkannya.</translation>
    </message>
    <message>
        <source>This shop was taken to {place}. Go on there; what stands here is only what it was.</source>
        <translation>Toko ini sudah dipindahkan ke {place}. Lanjutkan di sana; yang ada di sini hanya keadaan sebelumnya.</translation>
    </message>
    <message>
        <source>There is another shop at {place}. Nothing was changed there or here.</source>
        <translation>Di {place} sudah ada toko lain. Tidak ada yang berubah, di sana maupun di sini.</translation>
    </message>
    <message>
        <source>Something was done in the shop while it was copied. It stays where it is; close the program on all other computers and try again.</source>
        <translation>Ada yang dikerjakan di toko selama penyalinan. Toko tetap di tempatnya; tutup program di semua komputer lain, lalu coba lagi.</translation>
    </message>
    <message>
        <source>What was copied is not what stands here ({what}). The shop stays where it is.</source>
        <translation>Hasil salinan tidak sama dengan yang ada di sini ({what}). Toko tetap di tempatnya.</translation>
    </message>
    <message>
        <source>Stopped: {done} of {of} rows are copied. The shop stays where it is; the next time it goes on from there.</source>
        <translation>Dihentikan: {done} dari {of} baris sudah tersalin. Toko tetap di tempatnya; lain kali penyalinan dilanjutkan dari sana.</translation>
    </message>
    <message>
        <source>The proof of the shop found something that is not as it was written. Nothing is changed until it is decided what becomes of it (Settings, Database and backup).</source>
        <translation>Pemeriksaan toko menemukan sesuatu yang tidak seperti saat dicatat. Tidak ada yang diubah sampai diputuskan (Pengaturan, Data dan cadangan).</translation>
    </message>
    <message>
        <source>Sign in first: this program is locked.</source>
        <translation>Masuk dulu: program ini terkunci.</translation>
    </message>
    <message>
        <source>The first PIN is an owner&apos;s. Give the owner one, then the others.</source>
        <translation>PIN pertama harus milik pemilik. Beri pemilik PIN dulu, baru yang lain.</translation>
    </message>
    <message>
        <source>This is not the recovery code, or it was used already.</source>
        <translation>Ini bukan kode pemulihan, atau kode itu sudah dipakai.</translation>
    </message>
    <message>
        <source>Type the PIN of {code}.</source>
        <translation>Ketik PIN {code}.</translation>
    </message>
    <message>
        <source>{code} has no PIN yet. An owner who has one gives it one in Settings.</source>
        <translation>{code} belum punya PIN. Pemilik yang sudah punya PIN memberinya di Pengaturan.</translation>
    </message>
    <message>
        <source>A badge is a code of {low} to {high} signs, and none that is on goods. Nothing was changed.</source>
        <translation>Lencana adalah kode {low} sampai {high} karakter, dan bukan kode barang. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>This badge is the one of {code}. Nothing was changed.</source>
        <translation>Lencana ini milik {code}. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>This role may not drop the shop&apos;s tables on the server; nothing was erased. Whoever made the database there can drop it.</source>
        <translation>Pengguna database ini tidak boleh menghapus tabel toko di server; tidak ada yang dihapus. Yang membuat database itu bisa menghapusnya.</translation>
    </message>
    <message>
        <source>Only the owner of the tables on the server may do that, and that login is not theirs. Nothing was changed.</source>
        <translation>Hanya pemilik tabel di server yang boleh melakukan itu, dan nama masuk itu bukan miliknya. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>A backup is made first, and this station makes none. Do it at the station that makes the backups of this shop, or press “Make them here” first. Nothing was changed.</source>
        <translation>Cadangan dibuat dulu, dan perangkat ini tidak membuatnya. Lakukan di perangkat yang membuat cadangan toko ini, atau tekan “Buat di sini” dulu. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>The database cannot be reached. What was saved is safe; check the network.</source>
        <translation>Basis data tidak terjangkau. Yang sudah tersimpan aman; periksa jaringan.</translation>
    </message>
    <message>
        <source>There is no computer called {host}. Check its name, and the network.</source>
        <translation>Tidak ada komputer bernama {host}. Periksa namanya dan jaringannya.</translation>
    </message>
    <message>
        <source>{host} is there, but no PostgreSQL answers at port {port}. Check the port, and whether the server listens for other computers.</source>
        <translation>{host} ada, tetapi tidak ada PostgreSQL yang menjawab di port {port}. Periksa portnya, dan apakah server menerima komputer lain.</translation>
    </message>
    <message>
        <source>{host} does not answer at port {port}. It is off, or a firewall lets nothing through.</source>
        <translation>{host} tidak menjawab di port {port}. Komputernya mati, atau firewall menutup jalannya.</translation>
    </message>
    <message>
        <source>The server takes nobody in just now: it is starting, stopping or full. What was saved is safe; try again in a moment.</source>
        <translation>Server sedang tidak menerima siapa pun: baru menyala, sedang berhenti, atau penuh. Yang sudah tersimpan aman; coba lagi sebentar lagi.</translation>
    </message>
    <message>
        <source>The server lets nobody in from this computer with this name and database. Whoever runs it adds a line to its pg_hba.conf.</source>
        <translation>Server tidak menerima komputer ini dengan nama dan basis data itu. Pengelola server perlu menambah satu baris di pg_hba.conf.</translation>
    </message>
    <message>
        <source>The connection cannot be encrypted as you want it: the server does not offer it, or its certificate is not known here. Nothing was sent.</source>
        <translation>Sambungan tidak bisa dienkripsi seperti yang diminta: server tidak menyediakannya, atau sertifikatnya tidak dikenal di sini. Tidak ada yang dikirim.</translation>
    </message>
    <message>
        <source>The server has no database {database}. Check its name, or have it made there.</source>
        <translation>Di server tidak ada basis data {database}. Periksa namanya, atau minta dibuatkan di sana.</translation>
    </message>
    <message>
        <source>A shop is taken there by the owner&apos;s name, {owner}: type it with its password. {user} is for every day, once the shop is there.</source>
        <translation>Toko dipindahkan ke sana dengan nama pemilik, {owner}: isi nama itu dengan kata sandinya. {user} untuk sehari-hari, setelah toko ada di sana.</translation>
    </message>
    <message>
        <source>This server is a standby copy and takes nothing in. Name the one it copies, or both of them: host=a,b and target_session_attrs=read-write.</source>
        <translation>Server ini hanya salinan cadangan dan tidak menerima data. Sebutkan server aslinya, atau keduanya: host=a,b dan target_session_attrs=read-write.</translation>
    </message>
    <message>
        <source>This is PostgreSQL {version}; 13 or a newer one is needed. Nothing was changed.</source>
        <translation>Ini PostgreSQL {version}; diperlukan versi 13 atau lebih baru. Tidak ada yang berubah.</translation>
    </message>
    <message>
        <source>This address cannot be read. In a URL, @ : / # % and blanks of a password are written as %40 %3A %2F %23 %25 %20; in the fields they stand as they are.</source>
        <translation>Alamat ini tidak terbaca. Dalam URL, tanda @ : / # % dan spasi pada kata sandi ditulis %40 %3A %2F %23 %25 %20; di kolom isian cukup ditulis apa adanya.</translation>
    </message>
    <message>
        <source>“{port}” is no port: it is a number from 1 to 65535. Left empty it is 5432, that of most servers.</source>
        <translation>“{port}” bukan nomor port: isinya angka dari 1 sampai 65535. Kalau kosong dipakai 5432, yang dipakai kebanyakan server.</translation>
    </message>
    <message>
        <source>This database is that of another program. It was not changed; name an empty one.</source>
        <translation>Basis data ini milik program lain dan tidak diubah. Sebutkan yang kosong.</translation>
    </message>
    <message>
        <source>This waits until the server can be reached again. Selling goes on meanwhile; nothing was changed.</source>
        <translation>Ini menunggu sampai server tersambung lagi. Penjualan tetap jalan; tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>Order {number} was not claimed here before the server went away: another computer may be on it. Go on with your own cards.</source>
        <translation>Pesanan {number} belum dikerjakan di sini sebelum server terputus: mungkin sedang disiapkan perangkat lain. Lanjutkan kartu Anda sendiri.</translation>
    </message>
    <message>
        <source>The shop cannot be opened. Check that the folder exists and may be read.</source>
        <translation>Toko tidak bisa dibuka. Periksa apakah foldernya ada dan boleh dibaca.</translation>
    </message>
    <message>
        <source>The shop&apos;s file was moved, deleted or replaced. Nothing more is stored until it is back.</source>
        <translation>Berkas toko dipindahkan, dihapus, atau diganti. Tidak ada yang disimpan lagi sampai berkas itu kembali.</translation>
    </message>
    <message>
        <source>A shop on a network drive can be damaged. Keep it on this computer, or share it through PostgreSQL.</source>
        <translation>Toko di drive jaringan bisa rusak. Simpan di komputer ini, atau bagikan lewat PostgreSQL.</translation>
    </message>
    <message>
        <source>This shop was written by a newer BotBelanja. Update the program to open it.</source>
        <translation>Toko ini ditulis oleh BotBelanja yang lebih baru. Perbarui program untuk membukanya.</translation>
    </message>
    <message>
        <source>SQLite {detail} can damage a shop. Reinstall the program for a newer one.</source>
        <translation>SQLite {detail} bisa merusak toko. Pasang ulang program untuk versi yang lebih baru.</translation>
    </message>
    <message>
        <source>The driver for PostgreSQL is missing. “uv run --no-dev --extra postgres main.py” brings it.</source>
        <translation>Driver PostgreSQL belum ada. “uv run --no-dev --extra postgres main.py” memasangnya.</translation>
    </message>
    <message>
        <source>The journal does not verify: {detail}. Keep the file and tell the owner.</source>
        <translation>Jurnal tidak utuh: {detail}. Simpan berkasnya dan beri tahu pemilik.</translation>
    </message>
    <message>
        <source>{name}: {question} Nothing was imported.</source>
        <translation>{name}: {question} Tidak ada yang diimpor.</translation>
    </message>
    <message>
        <source>“{text}” can be a day with the day or with the month first. Say it with --mapping dates=dmy or dates=mdy.</source>
        <translation>“{text}” bisa berarti hari dulu atau bulan dulu. Sebutkan dengan --mapping dates=dmy atau dates=mdy.</translation>
    </message>
    <message>
        <source>its columns are periods (“{text}”), not single sales. Export the sales line by line instead.</source>
        <translation>kolomnya adalah periode (“{text}”), bukan penjualan satu per satu. Ekspor penjualan baris demi baris.</translation>
    </message>
    <message>
        <source>each row is a whole receipt (see “{text}”); no product has a sum of its own. Export the sales by item instead.</source>
        <translation>setiap baris adalah satu struk utuh (lihat “{text}”); tidak ada produk yang punya nominal sendiri. Ekspor penjualan per barang.</translation>
    </message>
    <message>
        <source>each row is the sum of a day (see “{text}”), without products. Export the sales by item instead.</source>
        <translation>setiap baris adalah total satu hari (lihat “{text}”), tanpa produk. Ekspor penjualan per barang.</translation>
    </message>
    <message>
        <source>each row is the sum of a product (see “{text}”), without days. Export the sales by item instead.</source>
        <translation>setiap baris adalah total satu produk (lihat “{text}”), tanpa tanggal. Ekspor penjualan per barang.</translation>
    </message>
    <message>
        <source>the price grows with the quantity, so it seems to be that of the whole line. If so, say --mapping total=… with that column instead of price.</source>
        <translation>harganya naik bersama jumlah, jadi tampaknya harga seluruh baris. Kalau benar, sebutkan --mapping total=… dengan kolom itu, bukan price.</translation>
    </message>
    <message>
        <source>the quantity seems to be a sum of money. Say with --mapping which column is the quantity.</source>
        <translation>jumlah barangnya tampak seperti nominal uang. Sebutkan dengan --mapping kolom mana yang jumlah barang.</translation>
    </message>
    <message>
        <source>the totals are not quantity × price less the discount. Say with --mapping which columns are right: total=… alone is what was paid for each line.</source>
        <translation>totalnya bukan jumlah × harga dikurangi diskon. Sebutkan dengan --mapping kolom mana yang benar: total=… saja berarti yang dibayar untuk setiap baris.</translation>
    </message>
    <message>
        <source>the total is the same on all rows of an order, so it may be the whole order&apos;s. Say --mapping total_is=paid with the columns if it is each line&apos;s.</source>
        <translation>totalnya sama di semua baris satu pesanan, jadi mungkin total seluruh pesanan. Sebutkan --mapping total_is=paid bersama kolomnya kalau itu total setiap baris.</translation>
    </message>
    <message>
        <source>it is not clear whether the total is before or after the discount. Say --mapping total_is=gross (before) or total_is=paid (after).</source>
        <translation>belum jelas apakah totalnya sebelum atau sesudah diskon. Sebutkan --mapping total_is=gross (sebelum) atau total_is=paid (sesudah).</translation>
    </message>
    <message>
        <source>a discount of “{text}” can be a sum or a percentage. Say --mapping discount_is=sum or discount_is=percent.</source>
        <translation>diskon “{text}” bisa berupa nominal atau persen. Sebutkan --mapping discount_is=sum atau discount_is=percent.</translation>
    </message>
    <message>
        <source>the discount is the same on all rows of an order, so it may be the whole order&apos;s. Say --mapping discount_is=sum (each line&apos;s) or discount_is=order (once).</source>
        <translation>diskonnya sama di semua baris satu pesanan, jadi mungkin diskon seluruh pesanan. Sebutkan --mapping discount_is=sum (setiap baris) atau discount_is=order (satu kali).</translation>
    </message>
    <message>
        <source>the total of orders such as {text} is not what their lines come to. Say with --mapping which columns are right.</source>
        <translation>total pesanan seperti {text} tidak sama dengan jumlah barisnya. Sebutkan dengan --mapping kolom mana yang benar.</translation>
    </message>
    <message>
        <source>it is not known what “{text}” says of a sale. Say --mapping sold=…, cancelled=…, pending=… or given_back=… with this word.</source>
        <translation>belum diketahui apa arti “{text}” untuk sebuah penjualan. Sebutkan --mapping sold=…, cancelled=…, pending=… atau given_back=… dengan kata ini.</translation>
    </message>
    <message>
        <source>some refunds are written with a minus and some without (see {text}). Make them all alike.</source>
        <translation>sebagian pengembalian ditulis dengan minus dan sebagian tidak (lihat {text}). Samakan semuanya.</translation>
    </message>
    <message>
        <source>what stands under “{text}” are no numbers.</source>
        <translation>isi di bawah “{text}” bukan angka.</translation>
    </message>
    <message>
        <source>it is not known what “{text}” does to a sale. Say with --mapping which column is what; those that are not named are left out.</source>
        <translation>belum diketahui pengaruh “{text}” terhadap penjualan. Sebutkan dengan --mapping kolom mana berisi apa; yang tidak disebut tidak dipakai.</translation>
    </message>
    <message>
        <source>what was given back is the same on all rows of an order, so it may be the whole order&apos;s. Say with --mapping which column is what, with refunded=… (each line&apos;s) or order_refund=… (once).</source>
        <translation>yang dikembalikan sama di semua baris satu pesanan, jadi mungkin itu milik seluruh pesanan. Sebutkan dengan --mapping kolom apa untuk apa, dengan refunded=… (tiap baris) atau order_refund=… (sekali).</translation>
    </message>
    <message>
        <source>it is not known whether “{text}” is in the prices or comes on top. Say --mapping tax_is=within or tax_is=on_top.</source>
        <translation>tidak jelas apakah “{text}” sudah termasuk harga atau ditambahkan. Sebutkan --mapping tax_is=within (termasuk) atau tax_is=on_top (ditambahkan).</translation>
    </message>
    <message>
        <source>receipts of several places have the same number on one day (see “{text}”). Say with --mapping which column is what, with order=…+… of place and number.</source>
        <translation>nota dari beberapa tempat bernomor sama pada satu hari (lihat “{text}”). Sebutkan dengan --mapping kolom apa untuk apa, dengan order=…+… dari tempat dan nomornya.</translation>
    </message>
    <message>
        <source>what was bought stands once for each way of payment (see “{text}”). Export the sales without the payments.</source>
        <translation>barang yang dibeli tertulis sekali untuk tiap cara bayar (lihat “{text}”). Ekspor penjualannya tanpa pembayaran.</translation>
    </message>
    <message>
        <source>some rows are what other rows are made of (see “{text}”), and both cost something. Export the sales without them.</source>
        <translation>sebagian baris adalah isi dari baris lain (lihat “{text}”), dan keduanya berharga. Ekspor penjualannya tanpa baris itu.</translation>
    </message>
    <message>
        <source>the numbers of the orders were shortened by a spreadsheet ({text}), so several orders may have become one. Export the file anew and do not save it in a spreadsheet.</source>
        <translation>nomor pesanan dipendekkan oleh aplikasi spreadsheet ({text}), sehingga beberapa pesanan bisa menjadi satu. Ekspor lagi berkasnya dan jangan disimpan lewat spreadsheet.</translation>
    </message>
    <message>
        <source>a quantity of “{text}” can have thousands or decimals. Say --mapping quantity_is=whole or quantity_is=decimal.</source>
        <translation>jumlah “{text}” bisa berarti ribuan atau desimal. Sebutkan --mapping quantity_is=whole atau quantity_is=decimal.</translation>
    </message>
    <message>
        <source>amounts such as {text} were shortened by a spreadsheet. Show them as numbers there and save the file again.</source>
        <translation>nilai seperti {text} dipendekkan oleh aplikasi spreadsheet. Tampilkan sebagai angka biasa di sana, lalu simpan lagi berkasnya.</translation>
    </message>
    <message>
        <source>an amount of “{text}” can have thousands or decimals, as others beside it have that mark before decimals. Say --mapping decimal=, or decimal=. with the mark before decimals.</source>
        <translation>nilai “{text}” bisa berarti ribuan atau desimal, karena nilai lain di kolom itu memakai tanda yang sama sebelum desimal. Sebutkan --mapping decimal=, atau decimal=. sesuai tanda desimalnya.</translation>
    </message>
    <message>
        <source>some discounts under “{text}” are sums and some are percentages. Make them all alike.</source>
        <translation>sebagian diskon di “{text}” berupa nilai dan sebagian persen. Samakan semuanya.</translation>
    </message>
    <message>
        <source>what stands under “{text}” is a percentage of the whole order. Export the sales with its sum instead.</source>
        <translation>isi “{text}” adalah persen dari seluruh pesanan. Ekspor penjualan dengan nilainya saja.</translation>
    </message>
    <message>
        <source>the same goods of order {text} stand there several times with different states. Export each sale once, with its last state.</source>
        <translation>barang yang sama dari pesanan {text} tertulis beberapa kali dengan status berbeda. Ekspor tiap penjualan sekali saja, dengan status terakhirnya.</translation>
    </message>
    <message>
        <source>it is not known whether “{text}” was paid on top. Say --mapping extras_is=on_top or extras_is=left_out.</source>
        <translation>belum diketahui apakah “{text}” dibayar sebagai tambahan. Sebutkan --mapping extras_is=on_top atau extras_is=left_out.</translation>
    </message>
    <message>
        <source>there are several currencies in it: {text}. Split it first.</source>
        <translation>ada beberapa mata uang di dalamnya: {text}. Pisahkan dulu.</translation>
    </message>
    <message>
        <source>its money is {text}, the shop&apos;s is rupiah. If it shall be taken all the same, say how many cash units one unit of it is: --mapping factor=1 or factor=100.</source>
        <translation>uangnya {text}, sedangkan toko memakai rupiah. Kalau tetap mau diambil, sebutkan berapa satuan kas untuk satu satuannya: --mapping factor=1 atau factor=100.</translation>
    </message>
    <message>
        <source>amounts such as {text} have decimals and are small for rupiah. Say --mapping factor=100 (they become cents) or factor=1 (they are rounded).</source>
        <translation>nominal seperti {text} punya desimal dan kecil untuk rupiah. Sebutkan --mapping factor=100 (menjadi sen) atau factor=1 (dibulatkan).</translation>
    </message>
    <message>
        <source>the order&apos;s number</source>
        <translation>nomor pesanan</translation>
    </message>
    <message>
        <source>the day</source>
        <translation>tanggal</translation>
    </message>
    <message>
        <source>the product</source>
        <translation>produk</translation>
    </message>
    <message>
        <source>the total or the price</source>
        <translation>total atau harga</translation>
    </message>
    <message>
        <source>{name}: there is no known column for {missing}.</source>
        <translation>{name}: tidak ada kolom yang dikenal untuk {missing}.</translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>Tidak ada yang diimpor.</translation>
    </message>
    <message>
        <source>Understood: {words}</source>
        <translation>Dipahami: {words}</translation>
    </message>
    <message>
        <source>“{text}” seems to be a return, and nothing else says so. Write the quantities of returns with a minus, or say which column tells returns: --mapping kind=…</source>
        <translation>“{text}” tampaknya retur, tetapi tidak ada hal lain yang mengatakannya. Tulis jumlah retur dengan minus, atau sebutkan kolom yang menandai retur: --mapping kind=…</translation>
    </message>
    <message>
        <source>Headings: {headings}</source>
        <translation>Judul kolom: {headings}</translation>
    </message>
    <message>
        <source>Say it: --mapping {words}</source>
        <translation>Sebutkan: --mapping {words}</translation>
    </message>
    <message>
        <source>Where sales have no number, say order=… with the column of the time: what was sold at one moment is then one order.</source>
        <translation>Kalau penjualan tidak bernomor, sebutkan order=… dengan kolom waktunya: yang terjual pada satu saat menjadi satu pesanan.</translation>
    </message>
</context>
<context>
    <name>faults</name>
    <message>
        <source>is no JSON</source>
        <translation>bukan JSON</translation>
    </message>
    <message>
        <source>says nothing that is wanted</source>
        <translation>tidak menyebut barang yang diminta</translation>
    </message>
    <message>
        <source>has a code that no product has: {value}</source>
        <translation>memakai kode yang tidak dimiliki produk mana pun: {value}</translation>
    </message>
    <message>
        <source>has an amount that is none: {value}</source>
        <translation>memakai jumlah yang bukan jumlah: {value}</translation>
    </message>
    <message>
        <source>{file}, line {line} {reason}.</source>
        <translation>{file}, baris {line} {reason}.</translation>
    </message>
    <message>
        <source>{file}, line {line}, wish {wish} {reason}.</source>
        <translation>{file}, baris {line}, permintaan {wish} {reason}.</translation>
    </message>
    <message>
        <source>In all {count} could not be used.</source>
        <translation>Semuanya {count} yang tidak terpakai.</translation>
    </message>
</context>
<context>
    <name>fields</name>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>Barcode</translation>
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
        <source>Unit</source>
        <translation>Satuan</translation>
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
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Other name</source>
        <translation>Nama lain</translation>
    </message>
    <message>
        <source>Staff code</source>
        <translation>Kode staf</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Perangkat</translation>
    </message>
    <message>
        <source>Shop name</source>
        <translation>Nama toko</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Stok</translation>
    </message>
    <message>
        <source>Years that are kept</source>
        <translation>Tahun yang disimpan</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Varian</translation>
    </message>
    <message>
        <source>Second variant</source>
        <translation>Varian kedua</translation>
    </message>
    <message>
        <source>Third variant</source>
        <translation>Varian ketiga</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Pajak</translation>
    </message>
    <message>
        <source>When stock runs out</source>
        <translation>Saat stok habis</translation>
    </message>
    <message>
        <source>Reorder level</source>
        <translation>Stok minimum</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Asal pesanan</translation>
    </message>
    <message>
        <source>Own event</source>
        <translation>Momen khusus</translation>
    </message>
    <message>
        <source>Payment method</source>
        <translation>Cara bayar</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Mata uang</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona waktu</translation>
    </message>
    <message>
        <source>The business day ends at</source>
        <translation>Hari usaha berakhir pukul</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Tugas</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktif</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Diskon</translation>
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
        <source>Almost late after</source>
        <translation>Hampir terlambat setelah</translation>
    </message>
    <message>
        <source>Late after</source>
        <translation>Terlambat setelah</translation>
    </message>
    <message>
        <source>Handed over at the counter</source>
        <translation>Langsung diserahkan di kasir</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>Opening float</source>
        <translation>Modal awal</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referensi</translation>
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
    <message>
        <source>yes</source>
        <translation>ya</translation>
    </message>
    <message>
        <source>no</source>
        <translation>tidak</translation>
    </message>
</context>
<context>
    <name>findings</name>
    <message>
        <source>Product {name}</source>
        <translation>Produk {name}</translation>
    </message>
    <message>
        <source>Barcode of {name}</source>
        <translation>Barcode {name}</translation>
    </message>
    <message>
        <source>Other name of {name}</source>
        <translation>Nama lain {name}</translation>
    </message>
    <message>
        <source>Answer kept for {name}</source>
        <translation>Jawaban tersimpan untuk {name}</translation>
    </message>
    <message>
        <source>Price history of {name}</source>
        <translation>Riwayat harga {name}</translation>
    </message>
    <message>
        <source>Stock of {name}</source>
        <translation>Stok {name}</translation>
    </message>
    <message>
        <source>Stock movement of {name}</source>
        <translation>Gerak stok {name}</translation>
    </message>
    <message>
        <source>Order {name}</source>
        <translation>Pesanan {name}</translation>
    </message>
    <message>
        <source>A line of order {name}</source>
        <translation>Baris pesanan {name}</translation>
    </message>
    <message>
        <source>A payment of order {name}</source>
        <translation>Pembayaran pesanan {name}</translation>
    </message>
    <message>
        <source>Cash drawer {name}</source>
        <translation>Laci kas {name}</translation>
    </message>
    <message>
        <source>Cash movement {name}</source>
        <translation>Kas masuk/keluar {name}</translation>
    </message>
    <message>
        <source>Goods to put back: {name}</source>
        <translation>Barang yang harus dikembalikan ke rak: {name}</translation>
    </message>
    <message>
        <source>Held cart {name}</source>
        <translation>Keranjang tersimpan {name}</translation>
    </message>
    <message>
        <source>Message {name} of the inbox</source>
        <translation>Pesan {name} di Pesan masuk</translation>
    </message>
    <message>
        <source>Paper {name}</source>
        <translation>Cetakan {name}</translation>
    </message>
    <message>
        <source>Running number {name}</source>
        <translation>Nomor urut {name}</translation>
    </message>
    <message>
        <source>Setting {name}</source>
        <translation>Pengaturan {name}</translation>
    </message>
    <message>
        <source>Own event {name}</source>
        <translation>Hari khusus {name}</translation>
    </message>
    <message>
        <source>Staff code {name}</source>
        <translation>Kode staf {name}</translation>
    </message>
    <message>
        <source>The sums of {name}</source>
        <translation>Jumlah penjualan {name}</translation>
    </message>
    <message>
        <source>The sums by hour of {name}</source>
        <translation>Jumlah per jam {name}</translation>
    </message>
    <message>
        <source>The sums by product of {name}</source>
        <translation>Jumlah per produk {name}</translation>
    </message>
    <message>
        <source>The waiting times of {name}</source>
        <translation>Lama tunggu {name}</translation>
    </message>
    <message>
        <source>The sums by payment, person and reason of {name}</source>
        <translation>Jumlah per pembayaran, orang, dan alasan {name}</translation>
    </message>
    <message>
        <source>The packed sums of {name}</source>
        <translation>Jumlah tersimpan {name}</translation>
    </message>
    <message>
        <source>The late changes of {name}</source>
        <translation>Perubahan susulan {name}</translation>
    </message>
    <message>
        <source>The changes of the bill of order {name}</source>
        <translation>Perubahan tagihan pesanan {name}</translation>
    </message>
    <message>
        <source>The queue that was noted at entry {name} of the journal</source>
        <translation>Antrean yang dicatat pada catatan {name} di jurnal</translation>
    </message>
    <message>
        <source>Acceptance {name} of the privacy policy</source>
        <translation>Persetujuan {name} atas kebijakan privasi</translation>
    </message>
    <message>
        <source>Entry {name} of the journal is missing.</source>
        <translation>Catatan {name} di jurnal hilang.</translation>
    </message>
    <message>
        <source>Entry {name} of the journal was changed.</source>
        <translation>Catatan {name} di jurnal diubah.</translation>
    </message>
    <message>
        <source>Entry {name} of the journal does not follow the one before it.</source>
        <translation>Catatan {name} di jurnal tidak menyambung ke catatan sebelumnya.</translation>
    </message>
    <message>
        <source>The end of the journal is missing, from entry {name} on.</source>
        <translation>Akhir jurnal hilang, mulai catatan {name}.</translation>
    </message>
    <message>
        <source>Entry {name} of the journal cannot be read.</source>
        <translation>Catatan {name} di jurnal tidak bisa dibaca.</translation>
    </message>
    <message>
        <source>Entry {name} of the journal does not fit what was before it.</source>
        <translation>Catatan {name} di jurnal tidak cocok dengan yang sebelumnya.</translation>
    </message>
    <message>
        <source>{thing} is missing.</source>
        <translation>{thing} hilang.</translation>
    </message>
    <message>
        <source>{thing} stands in no entry of the journal.</source>
        <translation>{thing} tidak ada di catatan jurnal mana pun.</translation>
    </message>
    <message>
        <source>{thing}: not what the journal comes to.</source>
        <translation>{thing}: tidak sesuai dengan hitungan dari jurnal.</translation>
    </message>
    <message>
        <source>{thing} belongs to something that is not there.</source>
        <translation>{thing} milik sesuatu yang tidak ada.</translation>
    </message>
    <message>
        <source>The file is damaged: {detail}</source>
        <translation>Berkasnya rusak: {detail}</translation>
    </message>
    <message>
        <source>A guard against other programs was changed: {name}.</source>
        <translation>Penjaga terhadap program lain diubah: {name}.</translation>
    </message>
    <message>
        <source>The journal lost entry {name}, which the backup “{detail}” knows.</source>
        <translation>Jurnal kehilangan catatan {name}, yang dikenal cadangan “{detail}”.</translation>
    </message>
    <message>
        <source>The journal lost entry {name}, noted on this computer.</source>
        <translation>Jurnal kehilangan catatan {name}, yang tercatat di komputer ini.</translation>
    </message>
    <message>
        <source>{thing} was written by another program.</source>
        <translation>{thing} ditulis oleh program lain.</translation>
    </message>
    <message>
        <source>{thing}: {field} is {found}, and was {told} in the journal.</source>
        <translation>{thing}: {field} sekarang {found}, di jurnal {told}.</translation>
    </message>
    <message>
        <source>{thing}: {field} is not what the journal says.</source>
        <translation>{thing}: {field} tidak seperti kata jurnal.</translation>
    </message>
    <message>
        <source>The journal is whole and knows what was true: “Put back” writes these rows as it tells them. Only PINs come from a backup, or are given anew.</source>
        <translation>Jurnalnya utuh dan tahu yang benar: “Kembalikan” menulis data ini seperti kata jurnal. Hanya PIN yang diambil dari cadangan, atau dibuat baru.</translation>
    </message>
    <message>
        <source>The journal on the server is not whole. “Restore this backup” puts the newest backup in its place; what is not in it is said before, and what stands there is copied into a file first.</source>
        <translation>Jurnal di server tidak utuh. “Pulihkan cadangan ini” menggantinya dengan cadangan terbaru; sebelumnya disebut apa yang tidak ada di dalamnya, dan isi server disalin dulu ke sebuah berkas.</translation>
    </message>
    <message>
        <source>The file or the journal itself is not whole. “Write the shop anew” makes a fresh file of what the journal and the backups know; the present one is set aside. What would be missing is said before.</source>
        <translation>Berkas atau jurnalnya sendiri tidak utuh. “Tulis ulang toko” membuat berkas baru dari yang diketahui jurnal dan cadangan; berkas yang sekarang disisihkan. Apa yang akan hilang diberitahukan lebih dulu.</translation>
    </message>
</context>
<context>
    <name>formatting</name>
    <message>
        <source>tn</source>
        <comment>trillion, after a number</comment>
        <translation>T</translation>
    </message>
    <message>
        <source>bn</source>
        <comment>billion, after a number</comment>
        <translation>M</translation>
    </message>
    <message>
        <source>mn</source>
        <comment>million, after a number</comment>
        <translation>jt</translation>
    </message>
    <message>
        <source>k</source>
        <comment>thousand, after a number</comment>
        <translation>rb</translation>
    </message>
    <message>
        <source>min</source>
        <comment>minutes, after a duration such as 6:20</comment>
        <translation>mnt</translation>
    </message>
    <message>
        <source>h</source>
        <comment>hours, after a duration such as 1:06:20</comment>
        <translation>jam</translation>
    </message>
</context>
<context>
    <name>hints</name>
    <message>
        <source>New here? Scan, or type a name and press Enter. {pay} takes the money, {send} sends the order unpaid. {keys} opens the guide to this window.</source>
        <extracomment>By page: the line, the commands whose keys stand in it, and what shows that it was read: news of this station, or one of those commands.</extracomment>
        <translation>Baru di sini? Pindai, atau ketik nama barang lalu tekan Enter. {pay} untuk bayar, {send} mengirim pesanan yang dibayar nanti. {keys} membuka panduan jendela ini.</translation>
    </message>
    <message>
        <source>New here? A digit chooses a card, {pick} ticks off a line, {next} says that all of it is ready. {keys} opens the guide to this window.</source>
        <translation>Baru di sini? Angka memilih kartu, {pick} mencentang satu baris, {next} menandai semuanya siap. {keys} membuka panduan jendela ini.</translation>
    </message>
    <message>
        <source>New here? Click a bar to see what it is made of; {back} leads back. {keys} opens the guide to this window.</source>
        <translation>Baru di sini? Klik sebuah batang untuk melihat rinciannya; {back} untuk kembali. {keys} membuka panduan jendela ini.</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>Space</source>
        <translation>Spasi</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>PgDn</source>
        <translation>PgDn</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>PgUp</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Backspace</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Shift</translation>
    </message>
</context>
<context>
    <name>loss</name>
    <message>
        <source>{file} is the shop “{shop}”; orders in it: {orders}; {last}.</source>
        <translation>{file} adalah toko “{shop}”; pesanan di dalamnya: {orders}; {last}.</translation>
    </message>
    <message>
        <source>It is another shop. Nothing of “{shop}” is in it; all of its orders would be lost here: {orders}; {last}.</source>
        <translation>Itu toko lain. Tidak ada isi “{shop}” di dalamnya; semua pesanannya akan hilang dari sini: {orders}; {last}.</translation>
    </message>
    <message>
        <source>Not in it: {entries} of this shop’s steps and {orders} of its orders; {last}.</source>
        <translation>Yang tidak ada di dalamnya: {entries} langkah dan {orders} pesanan toko ini; {last}.</translation>
    </message>
    <message>
        <source>Everything of this shop is in it.</source>
        <translation>Semua isi toko ini ada di dalamnya.</translation>
    </message>
    <message>
        <source>All of the shop is at {place} by now: {rows} rows were counted there and verified, {orders} orders and {entries} entries of the journal among them.</source>
        <translation>Seluruh toko sudah ada di {place}: {rows} baris data dihitung dan diperiksa di sana, termasuk {orders} pesanan dan {entries} entri jurnal.</translation>
    </message>
    <message>
        <source>It ends with step {entries}, of {until}: the {lost} after it stand neither in the file nor in a backup, and would be lost.</source>
        <translation>Berakhir di langkah {entries}, {until}: {lost} langkah sesudahnya tidak ada di berkas maupun di cadangan, dan akan hilang.</translation>
    </message>
    <message>
        <source>All {entries} steps can be had, {from_backups} of them from backups.</source>
        <translation>Semua {entries} langkah bisa didapat, {from_backups} di antaranya dari cadangan.</translation>
    </message>
    <message>
        <source>All {entries} steps can be had; nothing is lost.</source>
        <translation>Semua {entries} langkah bisa didapat; tidak ada yang hilang.</translation>
    </message>
    <message>
        <source>Orders: {orders}; {last}</source>
        <translation>Pesanan: {orders}; {last}</translation>
    </message>
    <message>
        <source>none placed yet</source>
        <translation>belum ada pesanan</translation>
    </message>
    <message>
        <source>the last one, {number}, on {moment}</source>
        <translation>yang terakhir, {number}, pada {moment}</translation>
    </message>
    <message>
        <source>There are no finished orders of before {day}.</source>
        <translation>Tidak ada pesanan selesai dari sebelum {day}.</translation>
    </message>
    <message>
        <source>{count} finished orders of before {day} would go: {years}.</source>
        <translation>{count} pesanan selesai dari sebelum {day} akan dihapus: {years}.</translation>
    </message>
    <message>
        <source>{year}: {count}</source>
        <translation>{year}: {count}</translation>
    </message>
    <message>
        <source>Their items, payments and steps go for good. What they came to stays in every figure of the statistics, and the journal stays whole. Nothing of them can be returned, undone or printed again.</source>
        <translation>Barang, pembayaran, dan langkahnya hilang untuk selamanya. Jumlahnya tetap ada di setiap angka statistik, dan jurnal tetap utuh. Tidak ada lagi yang bisa diretur, dibatalkan, atau dicetak ulang.</translation>
    </message>
    <message>
        <source>Backups, exports and files that were set aside before keep them: delete those as well where nothing shall be left. The program’s own backups go by themselves within nine months.</source>
        <translation>Cadangan, ekspor, dan berkas yang disisihkan sebelumnya masih menyimpannya: hapus juga kalau tidak boleh ada yang tersisa. Cadangan buatan program hilang sendiri dalam sembilan bulan.</translation>
    </message>
    <message>
        <source>Indonesian tax law wants records kept for {count} years (UU KUP, article 28 (11)): keep a backup of before in a safe place.</source>
        <translation>Hukum pajak Indonesia mewajibkan catatan disimpan {count} tahun (UU KUP pasal 28 ayat 11): simpan cadangan sebelumnya di tempat yang aman.</translation>
    </message>
    <message>
        <source>{count} as old stay: not finished, not paid exactly, with a paper or goods to put back that wait, with money in a drawer that is not closed, with something done to them since, or stored last of all, so that no number is given twice.</source>
        <translation>{count} yang sama lamanya tetap ada: belum selesai, belum dibayar pas, ada kertas yang menunggu cetak atau barang yang belum dikembalikan ke rak, uangnya ada di laci yang belum ditutup, ada yang dilakukan padanya sejak itu, atau paling akhir disimpan, supaya tidak ada nomor yang dipakai dua kali.</translation>
    </message>
    <message>
        <source>Stopped: {count} orders are removed, the others are still there.</source>
        <translation>Dihentikan: {count} pesanan sudah dihapus, yang lain masih ada.</translation>
    </message>
    <message>
        <source>{count} orders of before {day} are removed.</source>
        <translation>{count} pesanan dari sebelum {day} sudah dihapus.</translation>
    </message>
</context>
<context>
    <name>opening</name>
    <message>
        <source>A shop of an earlier version is brought up to date, a copy kept.</source>
        <translation>Toko dari versi sebelumnya sedang diperbarui, salinannya disimpan.</translation>
    </message>
    <message>
        <source>The shop comes back from its backup …</source>
        <translation>Toko sedang dipulihkan dari cadangannya …</translation>
    </message>
    <message>
        <source>Looking for the shop …</source>
        <translation>Mencari toko …</translation>
    </message>
    <message>
        <source>The shelves of the demo are being filled …</source>
        <translation>Rak toko demo sedang diisi …</translation>
    </message>
    <message>
        <source>What happened stands in {file}.</source>
        <translation>Yang terjadi tercatat di {file}.</translation>
    </message>
    <message>
        <source>A fault in the program. What was saved is safe.</source>
        <translation>Ada kesalahan di program. Yang sudah tersimpan aman.</translation>
    </message>
    <message>
        <source>It happened at closing, while making a backup or tidying up.</source>
        <translation>Ini terjadi saat menutup program, ketika membuat cadangan atau merapikan.</translation>
    </message>
    <message>
        <source>The shop&apos;s file cannot be opened. Write it anew?</source>
        <translation>Berkas toko tidak bisa dibuka. Tulis ulang?</translation>
    </message>
    <message>
        <source>The present file is set aside beside the shop, not deleted.</source>
        <translation>Berkas yang sekarang disisihkan di samping toko, tidak dihapus.</translation>
    </message>
    <message>
        <source>Write anew</source>
        <translation>Tulis ulang</translation>
    </message>
    <message>
        <source>The shop is written anew from its journal …</source>
        <translation>Toko sedang ditulis ulang dari jurnalnya …</translation>
    </message>
</context>
<context>
    <name>places</name>
    <message>
        <source>Language</source>
        <extracomment>What people call a command besides its name.</extracomment>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Terang atau gelap</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Ukuran huruf</translation>
    </message>
    <message>
        <source>Name of the shop</source>
        <translation>Nama toko</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona waktu</translation>
    </message>
    <message>
        <source>End of the business day</source>
        <translation>Akhir hari usaha</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Pajak</translation>
    </message>
    <message>
        <source>Handed over at the counter</source>
        <translation>Langsung diserahkan di kasir</translation>
    </message>
    <message>
        <source>Cash rounding</source>
        <translation>Pembulatan tunai</translation>
    </message>
    <message>
        <source>QRIS of the shop</source>
        <translation>QRIS toko</translation>
    </message>
    <message>
        <source>Last line of the receipt</source>
        <translation>Baris terakhir struk</translation>
    </message>
    <message>
        <source>Name of this station</source>
        <translation>Nama perangkat ini</translation>
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
        <source>Scanner</source>
        <translation>Pemindai</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Suara</translation>
    </message>
    <message>
        <source>Staff codes and PINs</source>
        <translation>Kode staf dan PIN</translation>
    </message>
    <message>
        <source>What somebody did</source>
        <translation>Yang dilakukan seseorang</translation>
    </message>
    <message>
        <source>Late orders</source>
        <translation>Keterlambatan</translation>
    </message>
    <message>
        <source>Answers to customers</source>
        <translation>Jawaban untuk pelanggan</translation>
    </message>
    <message>
        <source>Remove old orders</source>
        <translation>Hapus pesanan lama</translation>
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
        <source>Printing</source>
        <translation>Pencetakan</translation>
    </message>
    <message>
        <source>Staff codes</source>
        <translation>Kode staf</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Tampilan</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Cadangan</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Basis data</translation>
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
    <name>proof</name>
    <message>
        <source>Not what the journal comes to, and made anew: {count} of the kept sums</source>
        <translation>Tidak sama dengan hitungan jurnal, dan sudah dihitung ulang: {count} jumlah tersimpan</translation>
    </message>
    <message>
        <source>The file with which this computer goes on without the server is damaged. Keep it for whoever looks after the program: orders may wait in it. {detail}</source>
        <translation>Berkas yang dipakai komputer ini saat server terputus rusak. Simpan untuk yang mengurus program: mungkin ada pesanan yang belum terkirim di dalamnya. {detail}</translation>
    </message>
    <message>
        <source>The shop is intact: {entries} entries, and every table as they say</source>
        <translation>Toko utuh: {entries} catatan, dan setiap tabel sesuai dengannya</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… dan {count} lagi</translation>
    </message>
    <message>
        <source>“{shop}”, orders: {orders}, proven on {moment} in {seconds} s</source>
        <translation>“{shop}”, {orders} pesanan, dibuktikan {moment} dalam {seconds} detik</translation>
    </message>
    <message>
        <source>The newest backup, {name} of {moment}, was put back into a file of its own: orders: {orders}, entries: {entries}, whole</source>
        <translation>Cadangan terbaru, {name} dari {moment}, dipulihkan ke berkas tersendiri: {orders} pesanan, {entries} catatan, utuh</translation>
    </message>
    <message>
        <source>There is no backup yet: make one, or let the program close.</source>
        <translation>Belum ada cadangan: buatlah satu, atau tutup program.</translation>
    </message>
    <message>
        <source>Orders, payments and picks that wait here to be sent to the server: {count}</source>
        <translation>Pesanan, pembayaran, dan pengambilan barang di sini yang belum terkirim ke server: {count}</translation>
    </message>
    <message>
        <source>The backup {name} of {moment} cannot be put back:</source>
        <translation>Cadangan {name} dari {moment} tidak bisa dipulihkan:</translation>
    </message>
    <message>
        <source>Put back, the newest backup, {name} of {moment}, is not whole:</source>
        <translation>Setelah dipulihkan, cadangan terbaru, {name} dari {moment}, tidak utuh:</translation>
    </message>
    <message>
        <source>What is kept: {columns} columns of {tables} tables, each with its purpose in the privacy policy; without one: {unlisted}</source>
        <translation>Yang disimpan: {columns} kolom dari {tables} tabel, masing-masing dengan tujuannya di kebijakan privasi; tanpa tujuan: {unlisted}</translation>
    </message>
</context>
<context>
    <name>shortcuts</name>
    <message>
        <source>C</source>
        <translation>T</translation>
    </message>
    <message>
        <source>Q</source>
        <translation>Q</translation>
    </message>
    <message>
        <source>D</source>
        <translation>D</translation>
    </message>
    <message>
        <source>R</source>
        <translation>R</translation>
    </message>
    <message>
        <source>S</source>
        <translation>S</translation>
    </message>
</context>
<context>
    <name>states</name>
    <message>
        <source>Waiting</source>
        <translation>Menunggu</translation>
    </message>
    <message>
        <source>Picking</source>
        <translation>Disiapkan</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Siap</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Diserahkan</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Dibatalkan</translation>
    </message>
    <message>
        <source>Unpaid</source>
        <translation>Belum dibayar</translation>
    </message>
    <message>
        <source>Part paid</source>
        <translation>Dibayar sebagian</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Lunas</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>Uang dikembalikan</translation>
    </message>
    <message>
        <source>Paid too much</source>
        <translation>Kelebihan bayar</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Tunai</translation>
    </message>
    <message>
        <source>QRIS</source>
        <translation>QRIS</translation>
    </message>
    <message>
        <source>Debit</source>
        <translation>Debit</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>Rounding in cash</source>
        <translation>Pembulatan tunai</translation>
    </message>
    <message>
        <source>Almost late</source>
        <translation>Hampir terlambat</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Terlambat</translation>
    </message>
    <message>
        <source>sold out</source>
        <translation>habis</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>rusak</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>tidak ketemu</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>kedaluwarsa</translation>
    </message>
</context>
<context>
    <name>stations</name>
    <message>
        <source>Office</source>
        <translation>Kantor</translation>
    </message>
    <message>
        <source>Counter {number}</source>
        <translation>Kasir {number}</translation>
    </message>
    <message>
        <source>Warehouse {number}</source>
        <translation>Gudang {number}</translation>
    </message>
</context>
<context>
    <name>zones</name>
    <message>
        <source>Western Indonesia, Jakarta (WIB)</source>
        <translation>Indonesia Barat, Jakarta (WIB)</translation>
    </message>
    <message>
        <source>Central Indonesia, Makassar (WITA)</source>
        <translation>Indonesia Tengah, Makassar (WITA)</translation>
    </message>
    <message>
        <source>Eastern Indonesia, Jayapura (WIT)</source>
        <translation>Indonesia Timur, Jayapura (WIT)</translation>
    </message>
</context>
</TS>
