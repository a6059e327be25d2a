<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>DrawerPage</name>
    <message>
        <source>Cash drawer</source>
        <translation>Laci kasir</translation>
    </message>
    <message>
        <source>Till opened with {sum}</source>
        <translation>Shift dibuka dengan {sum}</translation>
    </message>
    <message>
        <source>Till closed: {verdict}</source>
        <translation>Shift ditutup: {verdict}</translation>
    </message>
    <message>
        <source>{sum} put in</source>
        <translation>{sum} dimasukkan</translation>
    </message>
    <message>
        <source>{sum} taken out</source>
        <translation>{sum} diambil</translation>
    </message>
    <message>
        <source>{sum} in cash was taken today at {station}, where no till was open.</source>
        <translation>{sum} tunai diterima hari ini di {station}, padahal shift di sana belum dibuka.</translation>
    </message>
    <message>
        <source>The till is closed</source>
        <translation>Shift belum dibuka</translation>
    </message>
    <message>
        <source>The till is open</source>
        <translation>Shift sedang dibuka</translation>
    </message>
    <message>
        <source>No till was closed yet</source>
        <translation>Belum ada shift yang ditutup</translation>
    </message>
    <message>
        <source>First count the cash</source>
        <translation>Hitung dulu uang kasnya</translation>
    </message>
    <message>
        <source>{verdict}: press once more</source>
        <translation>{verdict}: tekan sekali lagi</translation>
    </message>
</context>
<context>
    <name>drawer</name>
    <message>
        <source>Closed tills</source>
        <translation>Riwayat shift</translation>
    </message>
    <message>
        <source>No till was closed yet</source>
        <translation>Belum ada shift yang ditutup</translation>
    </message>
    <message>
        <source>Open it with its opening float; count it before you go home.</source>
        <translation>Buka dengan modal awal; hitung isinya sebelum pulang.</translation>
    </message>
    <message>
        <source>The till is closed</source>
        <translation>Shift belum dibuka</translation>
    </message>
    <message>
        <source>Opening float</source>
        <translation>Modal awal</translation>
    </message>
    <message>
        <source>What is in the drawer for change now, in rupiah.</source>
        <translation>Uang kembalian yang ada di laci sekarang, dalam rupiah.</translation>
    </message>
    <message>
        <source>{sum} in cash was taken while no till was open. What of it lies in the drawer now counts to the opening float.</source>
        <translation>{sum} tunai diterima saat shift belum dibuka. Yang sekarang ada di laci dihitung ke modal awal.</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Ditutup</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Perangkat</translation>
    </message>
    <message>
        <source>Should be there</source>
        <translation>Seharusnya ada</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Dihitung</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Selisih</translation>
    </message>
    <message>
        <source>Note about the difference, no names</source>
        <extracomment>At its foot stands what was done, beside the count and not on it.</extracomment>
        <translation>Catatan tentang selisih, tanpa nama orang</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Count at the close</source>
        <translation>Hitung saat tutup</translation>
    </message>
    <message>
        <source>{sum} short</source>
        <translation>Kurang {sum}</translation>
    </message>
    <message>
        <source>{sum} over</source>
        <translation>Lebih {sum}</translation>
    </message>
    <message>
        <source>Exact to the rupiah</source>
        <translation>Pas sampai rupiah terakhir</translation>
    </message>
    <message>
        <source>Counted {sum}</source>
        <translation>Terhitung {sum}</translation>
    </message>
    <message>
        <source>Type how many of each note are there.</source>
        <translation>Ketik jumlah lembar atau keping tiap pecahan.</translation>
    </message>
    <message>
        <source>“{typed}” is no whole number of {note}</source>
        <translation>“{typed}” bukan jumlah lembar {note} yang bulat</translation>
    </message>
    <message>
        <source>“{typed}” is no sum of coins</source>
        <translation>“{typed}” bukan jumlah uang koin</translation>
    </message>
    <message>
        <source>Other coins, sum</source>
        <translation>Koin lain, total</translation>
    </message>
    <message>
        <source>How many of {note}</source>
        <translation>Jumlah pecahan {note}</translation>
    </message>
    <message>
        <source>Cash from orders</source>
        <translation>Tunai dari pesanan</translation>
    </message>
    <message>
        <source>Cash in and out</source>
        <translation>Masuk dan keluar</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Nominal</translation>
    </message>
    <message>
        <source>Sum put in or taken out</source>
        <translation>Nominal masuk atau keluar</translation>
    </message>
    <message>
        <source>What for, for instance: gallon water</source>
        <translation>Untuk apa, misalnya: air galon</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Nothing put in or taken out yet</source>
        <translation>Belum ada uang masuk atau keluar</translation>
    </message>
    <message>
        <source>Change from the bank, a bill paid from the drawer: note it.</source>
        <translation>Receh dari bank, tagihan yang dibayar dari laci: catat di sini.</translation>
    </message>
    <message>
        <source>Open since {moment}</source>
        <translation>Dibuka sejak {moment}</translation>
    </message>
    <message>
        <source>{sum} in cash was taken before, while no till was open</source>
        <translation>{sum} tunai diterima sebelumnya, saat shift belum dibuka</translation>
    </message>
    <message>
        <source>Undone: {reason}</source>
        <translation>Diurungkan: {reason}</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Waktu</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Nominal</translation>
    </message>
    <message>
        <source>Cash in or out</source>
        <translation>Uang masuk atau keluar</translation>
    </message>
</context>
</TS>
