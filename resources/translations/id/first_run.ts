<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>FirstRunDialog</name>
    <message>
        <source>The shop in the backup</source>
        <translation>Toko di dalam cadangan</translation>
    </message>
    <message>
        <source>It comes with all that is in it. This station joins it.</source>
        <translation>Toko datang dengan semua isinya. Perangkat ini bergabung dengannya.</translation>
    </message>
    <message>
        <source>This shop is there already</source>
        <translation>Toko ini sudah ada</translation>
    </message>
    <message>
        <source>Nothing in it changes. This station joins it under a name of its own.</source>
        <translation>Tidak ada yang berubah di toko itu. Perangkat ini ikut bergabung dengan nama sendiri.</translation>
    </message>
    <message>
        <source>Your shop</source>
        <translation>Toko Anda</translation>
    </message>
    <message>
        <source>All of it can be changed later in Settings.</source>
        <translation>Semuanya bisa diubah nanti di Pengaturan.</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produk</translation>
    </message>
    <message>
        <source>How do you want to start?</source>
        <translation>Mau mulai dengan produk apa?</translation>
    </message>
    <message>
        <source>The policy changed since it was accepted on {day}: new words are underlined, removed ones struck out.</source>
        <translation>Kebijakan berubah sejak disetujui pada {day}: kata baru digarisbawahi, kata yang dihapus dicoret.</translation>
    </message>
    <message>
        <source>The privacy policy has changed</source>
        <translation>Kebijakan privasi berubah</translation>
    </message>
    <message>
        <source>Privacy policy</source>
        <translation>Kebijakan privasi</translation>
    </message>
    <message>
        <source>Read to the end, then choose. Nothing is saved before you accept.</source>
        <translation>Baca sampai akhir, lalu pilih. Tidak ada yang disimpan sebelum Anda setuju.</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Kebijakan</translation>
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
        <source>Decline and close</source>
        <translation>Tolak dan tutup</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Without it the program closes. You can withdraw later, in Settings.</source>
        <translation>Tanpa persetujuan, program ditutup. Anda bisa mencabutnya nanti di Pengaturan.</translation>
    </message>
    <message>
        <source>Declining leaves no file on this computer. You can withdraw later, under Privacy.</source>
        <translation>Jika ditolak, tidak ada berkas tersisa di komputer ini. Persetujuan bisa dicabut nanti di Privasi.</translation>
    </message>
    <message>
        <source>Nothing is stored until the last step.</source>
        <translation>Belum ada yang disimpan sampai langkah terakhir.</translation>
    </message>
    <message>
        <source>The shop opens next; this is asked only once.</source>
        <translation>Setelah ini toko dibuka; hanya ditanyakan sekali.</translation>
    </message>
    <message>
        <source>Accept and continue</source>
        <translation>Setuju dan lanjut</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Lanjut</translation>
    </message>
    <message>
        <source>Open the shop</source>
        <translation>Buka toko</translation>
    </message>
</context>
<context>
    <name>JoinPage</name>
    <message>
        <source>Name of this station</source>
        <extracomment>Something was typed.</extracomment>
        <translation>Nama perangkat ini</translation>
    </message>
</context>
<context>
    <name>PolicyPage</name>
    <message>
        <source>Read on to the end</source>
        <extracomment>The end was reached, or the box was ticked or cleared.</extracomment>
        <translation>Baca terus sampai akhir</translation>
    </message>
    <message>
        <source>Scroll back</source>
        <translation>Gulir kembali</translation>
    </message>
    <message>
        <source>I have read this policy and agree to it</source>
        <translation>Saya telah membaca kebijakan ini dan menyetujuinya</translation>
    </message>
    <message>
        <source>Read to the end first</source>
        <translation>Baca sampai akhir dulu</translation>
    </message>
    <message>
        <source>Tick the box first</source>
        <translation>Centang kotaknya dulu</translation>
    </message>
    <message>
        <source>Effective {day} {month} {year} {time} GMT{zone}</source>
        <translation>Berlaku sejak {day} {month} {year} {time} GMT{zone}</translation>
    </message>
    <message>
        <source>You have reached the end.</source>
        <translation>Anda sudah sampai di akhir.</translation>
    </message>
</context>
<context>
    <name>ProductsPage</name>
    <message>
        <source>Try it with a demo shop</source>
        <extracomment>Another way was chosen, or another file.</extracomment>
        <translation>Coba dengan toko demo</translation>
    </message>
    <message>
        <source>A minimarket in Jakarta with 90 days of orders. Marked as a demo, and removed with one click.</source>
        <translation>Minimarket di Jakarta dengan pesanan 90 hari. Ditandai sebagai demo, dan bisa dihapus dengan satu klik.</translation>
    </message>
    <message>
        <source>Import my products</source>
        <translation>Impor produk saya</translation>
    </message>
    <message>
        <source>From a CSV or Excel file. You see every row and what becomes of it before anything is stored.</source>
        <translation>Dari berkas CSV atau Excel. Anda melihat setiap baris dan hasilnya sebelum ada yang disimpan.</translation>
    </message>
    <message>
        <source>Start empty</source>
        <translation>Mulai dari kosong</translation>
    </message>
    <message>
        <source>Add products one by one, or import them later with Ctrl+I.</source>
        <translation>Tambahkan produk satu per satu, atau impor nanti dengan Ctrl+I.</translation>
    </message>
    <message>
        <source>Choose a file first</source>
        <translation>Pilih berkas dulu</translation>
    </message>
    <message>
        <source>There is no such file</source>
        <translation>Berkas itu tidak ada</translation>
    </message>
    <message>
        <source>Choose the catalogue</source>
        <translation>Pilih katalog</translation>
    </message>
    <message>
        <source>Catalogues (*.csv *.xlsx *.txt)</source>
        <translation>Katalog (*.csv *.xlsx *.txt)</translation>
    </message>
    <message>
        <source>File with the catalogue</source>
        <translation>Berkas katalog</translation>
    </message>
</context>
<context>
    <name>ShopPage</name>
    <message>
        <source>My shop</source>
        <extracomment>Something was typed or chosen.</extracomment>
        <translation>Toko saya</translation>
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
        <source>Owner&apos;s PIN (optional)</source>
        <translation>PIN pemilik (opsional)</translation>
    </message>
    <message>
        <source>The PIN again</source>
        <translation>Ulangi PIN</translation>
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
        <source>The shop needs a name</source>
        <translation>Nama toko belum diisi</translation>
    </message>
    <message>
        <source>A PIN has at least {count} digits</source>
        <translation>PIN paling sedikit {count} angka</translation>
    </message>
    <message>
        <source>The two PINs are not the same</source>
        <translation>Kedua PIN tidak sama</translation>
    </message>
    <message>
        <source>Where the shop is kept</source>
        <translation>Tempat penyimpanan toko</translation>
    </message>
    <message>
        <source>Name of this station</source>
        <translation>Nama perangkat ini</translation>
    </message>
    <message>
        <source>{low} to {high} digits. It unlocks a station as staff code {code} and is kept only as a hash.</source>
        <translation>{low} sampai {high} angka. Membuka kunci perangkat sebagai kode staf {code} dan hanya disimpan dalam bentuk hash.</translation>
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
    <name>first_run</name>
    <message>
        <source>This station needs a name</source>
        <translation>Perangkat ini perlu nama</translation>
    </message>
    <message>
        <source>Another station has that name</source>
        <translation>Nama itu sudah dipakai perangkat lain</translation>
    </message>
    <message>
        <source>Stands on orders and receipts, for instance {names}.</source>
        <translation>Tertera di pesanan dan struk, misalnya {names}.</translation>
    </message>
    <message>
        <source>Taken in this shop: {names}.</source>
        <translation>Sudah dipakai di toko ini: {names}.</translation>
    </message>
    <message>
        <source>Not seen for a while: {names}. For a new computer in place of one of them, type its name.</source>
        <translation>Sudah lama tidak terlihat: {names}. Kalau komputer ini pengganti salah satunya, ketik namanya.</translation>
    </message>
    <message>
        <source>This computer takes the place of {name}: its open shift, held carts and orders in hand go on here. Do not start the old one again; what it had not sent stays in it.</source>
        <translation>Komputer ini menggantikan {name}: shift yang terbuka, keranjang yang disimpan, dan pesanan yang sedang dikerjakan diteruskan di sini. Jangan nyalakan yang lama lagi; yang belum terkirim dari sana tetap di sana.</translation>
    </message>
</context>
</TS>
