<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>HomePage</name>
    <message>
        <source>Take orders, take payment</source>
        <translation>Catat pesanan, terima pembayaran</translation>
    </message>
    <message>
        <source>Prepare and hand over</source>
        <translation>Siapkan dan serahkan</translation>
    </message>
    <message>
        <source>Today and the last 28 days</source>
        <translation>Angka hari ini dan 28 hari terakhir</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privasi</translation>
    </message>
    <message>
        <source>Open this station straight into Order entry</source>
        <translation>Langsung buka Kasir di perangkat ini</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Beranda</translation>
    </message>
    <message>
        <source>{shop} (demo, nothing here is real)</source>
        <translation>{shop} (demo, semua ini contoh)</translation>
    </message>
    <message>
        <source>{date} · business day {count}</source>
        <translation>{date} · hari buka ke-{count}</translation>
    </message>
    <message>
        <source>New here? The first hour</source>
        <translation>Baru di sini? Jam pertama</translation>
    </message>
    <message numerus="yes">
        <source>order(s) today</source>
        <translation>
            <numerusform>pesanan hari ini</numerusform>
        </translation>
    </message>
    <message>
        <source>Carts held</source>
        <translation>Keranjang disimpan</translation>
    </message>
    <message>
        <source>Last order</source>
        <translation>Pesanan terakhir</translation>
    </message>
    <message>
        <source>+{count}</source>
        <translation>+{count}</translation>
    </message>
    <message numerus="yes">
        <source>open order(s)</source>
        <translation>
            <numerusform>pesanan berjalan</numerusform>
        </translation>
    </message>
    <message>
        <source>for the owner</source>
        <translation>untuk pemilik</translation>
    </message>
    <message>
        <source>last {weekday}</source>
        <translation>{weekday} pekan lalu</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hari ini</translation>
    </message>
    <message>
        <source>Average before {sum} returns</source>
        <translation>Rata-rata sebelum retur {sum}</translation>
    </message>
    <message>
        <source>vs last {weekday}, same time</source>
        <translation>vs {weekday} lalu, jam sama</translation>
    </message>
    <message>
        <source>Average order</source>
        <translation>Rata-rata per pesanan</translation>
    </message>
    <message>
        <source>Carts held; {count} more at the server</source>
        <translation>Keranjang disimpan; {count} lagi di server</translation>
    </message>
    <message>
        <source>Median time to ready</source>
        <translation>Lama penyiapan (median)</translation>
    </message>
    <message>
        <source>{count} low</source>
        <translation>{count} menipis</translation>
    </message>
    <message>
        <source>{count} out</source>
        <translation>{count} habis</translation>
    </message>
    <message>
        <source>All on the shelf</source>
        <translation>Semua tersedia</translation>
    </message>
    <message>
        <source>No products yet</source>
        <translation>Belum ada produk</translation>
    </message>
    <message>
        <source>{count} in all</source>
        <translation>{count} pesanan</translation>
    </message>
    <message>
        <source>For the customers</source>
        <translation>Untuk pelanggan</translation>
    </message>
    <message>
        <source>Open, count, close</source>
        <translation>Buka, hitung, tutup</translation>
    </message>
    <message>
        <source>Shop, station, staff</source>
        <translation>Toko, perangkat, staf</translation>
    </message>
    <message>
        <source>Accepted {date}</source>
        <translation>Disetujui {date}</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) in the shop are not as they were written: see Settings, Database and backup</source>
        <translation>
            <numerusform>%n hal di toko tidak seperti yang ditulis: lihat Pengaturan, Data dan cadangan</numerusform>
        </translation>
    </message>
    <message>
        <source>{backup} · Proven whole {moment}</source>
        <translation>{backup} · Terbukti utuh {moment}</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>{count} menunggu</translation>
    </message>
    <message>
        <source>No message waits</source>
        <translation>Tidak ada pesan</translation>
    </message>
    <message>
        <source>{backup} · Open to everybody: no owner has a PIN</source>
        <translation>{backup} · Terbuka untuk semua: pemilik belum punya PIN</translation>
    </message>
    <message>
        <source>The demo is not backed up</source>
        <translation>Demo tidak dicadangkan</translation>
    </message>
    <message>
        <source>No backup yet; one is made when the program closes</source>
        <translation>Belum ada cadangan; dibuat saat program ditutup</translation>
    </message>
    <message>
        <source>Last backup {moment}, file and journal whole</source>
        <translation>Cadangan terakhir {moment}, berkas dan jurnalnya utuh</translation>
    </message>
    <message>
        <source>Remove the demo shop and everything tried in it?</source>
        <translation>Hapus toko demo dan semua yang dicoba di dalamnya?</translation>
    </message>
    <message>
        <source>Deleted are the demo&apos;s file and its backups, and with them the name, the PINs and the acceptance of the policy that were given to the demo. This cannot be undone. Your own shop comes next, as it is; where there is none yet, you are asked how it shall be.</source>
        <translation>Yang dihapus adalah berkas demo dan cadangannya, beserta nama, PIN, dan persetujuan kebijakan yang diberikan untuk demo. Ini tidak bisa dibatalkan. Setelah itu toko Anda sendiri dibuka apa adanya; kalau belum ada, Anda ditanya toko seperti apa yang dibuat.</translation>
    </message>
    <message>
        <source>Remove the demo</source>
        <translation>Hapus demo</translation>
    </message>
</context>
<context>
    <name>UpdateLine</name>
    <message>
        <source>Version {version} is here: {file}. Close the program and open that file; the shop stays as it is.</source>
        <translation>Versi {version} ada di sini: {file}. Tutup program lalu buka file itu; data toko tetap seperti semula.</translation>
    </message>
    <message>
        <source>Version {version} works in this shop on another computer. Bring this one up to date as well: its installer can lie on a stick or beside the shop.</source>
        <translation>Versi {version} sudah dipakai untuk toko ini di komputer lain. Perbarui juga komputer ini: pemasangnya boleh ada di flashdisk atau di folder toko.</translation>
    </message>
</context>
<context>
    <name>home</name>
    <message>
        <source>lines picked by {code} today</source>
        <translation>barang diambil {code} hari ini</translation>
    </message>
    <message>
        <source>Orders made ready</source>
        <translation>Pesanan selesai disiapkan</translation>
    </message>
    <message>
        <source>Lines one by one</source>
        <translation>Satu per satu</translation>
    </message>
    <message>
        <source>Lines with their card</source>
        <translation>Sekaligus satu kartu</translation>
    </message>
    <message>
        <source>sold by {code} today</source>
        <translation>penjualan {code} hari ini</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Pesanan</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Jumlah jenis</translation>
    </message>
    <message>
        <source>Orders cancelled</source>
        <translation>Pesanan dibatalkan</translation>
    </message>
</context>
</TS>
