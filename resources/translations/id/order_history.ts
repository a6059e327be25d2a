<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>CancelForm</name>
    <message>
        <source>Cancel the order</source>
        <translation>Batalkan pesanan</translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation>Batalkan</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>for example: ordered twice</source>
        <translation>misalnya: terpesan dua kali</translation>
    </message>
</context>
<context>
    <name>DayFilter</name>
    <message>
        <source>All days</source>
        <translation>Semua hari</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hari ini</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 hari</translation>
    </message>
    <message>
        <source>28 days</source>
        <translation>28 hari</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Pilih</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Hari</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Hari pertama</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Hari terakhir</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Back</source>
        <extracomment>It was given up, and what was typed is wanted again.</extracomment>
        <translation>Kembali</translation>
    </message>
</context>
<context>
    <name>LineForm</name>
    <message>
        <source>Take a line off</source>
        <translation>Hapus satu barang</translation>
    </message>
    <message>
        <source>Take it off</source>
        <translation>Hapus barang</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>for example: changed their mind</source>
        <translation>misalnya: berubah pikiran</translation>
    </message>
</context>
<context>
    <name>LineList</name>
    <message>
        <source>Take {name} off the order</source>
        <extracomment>Carries the line that is to be taken off.</extracomment>
        <translation>Keluarkan {name} dari pesanan</translation>
    </message>
    <message>
        <source>{quantity} charged at {price}</source>
        <translation>{quantity} ditagih @ {price}</translation>
    </message>
    <message>
        <source>{count} cancelled</source>
        <translation>{count} dibatalkan</translation>
    </message>
    <message>
        <source>{count} short, {reason}</source>
        <translation>kurang {count}, {reason}</translation>
    </message>
    <message>
        <source>{count} short</source>
        <translation>kurang {count}</translation>
    </message>
    <message>
        <source>{count} came back</source>
        <translation>{count} diretur</translation>
    </message>
    <message>
        <source>{sum} off</source>
        <translation>potongan {sum}</translation>
    </message>
</context>
<context>
    <name>MoneyForm</name>
    <message>
        <source>Only {sum} should be in the drawer. Press once more if it is right.</source>
        <translation>Di laci seharusnya hanya ada {sum}. Tekan sekali lagi kalau benar.</translation>
    </message>
</context>
<context>
    <name>MoneyList</name>
    <message>
        <source>Subtotal</source>
        <translation>Subtotal</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Diskon</translation>
    </message>
    <message>
        <source>Discount on goods not charged</source>
        <translation>Diskon barang yang tidak ditagih</translation>
    </message>
    <message>
        <source>Tax included</source>
        <translation>Termasuk pajak</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Pajak</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>{method}, {when}</source>
        <translation>{method}, {when}</translation>
    </message>
    <message>
        <source>Given back, {method}, {when}</source>
        <translation>Uang dikembalikan, {method}, {when}</translation>
    </message>
    <message>
        <source>{method} from {tendered}, {when}</source>
        <translation>{method} dari {tendered}, {when}</translation>
    </message>
    <message>
        <source>Still to pay</source>
        <translation>Sisa tagihan</translation>
    </message>
    <message>
        <source>Gross profit</source>
        <translation>Laba kotor</translation>
    </message>
    <message>
        <source>Cost unknown of</source>
        <translation>Modal belum diketahui untuk</translation>
    </message>
</context>
<context>
    <name>OrderDetails</name>
    <message>
        <source>No longer sold: {names}</source>
        <extracomment>The customer pays what is due; carries the `OrderSheet`. The order whose rest is paid or given back as soon as it is shown.</extracomment>
        <translation>Tidak dijual lagi: {names}</translation>
    </message>
    <message>
        <source>Order {number} is not open any more</source>
        <translation>Pesanan {number} sudah selesai atau dibatalkan</translation>
    </message>
    <message>
        <source>First give back what was paid on order {number}</source>
        <translation>Kembalikan dulu uang yang sudah dibayar untuk pesanan {number}</translation>
    </message>
    <message>
        <source>Nothing is left of order {number}</source>
        <translation>Pesanan {number} sudah tidak ada isinya</translation>
    </message>
    <message>
        <source>Order {number} was not changed</source>
        <translation>Pesanan {number} tidak pernah diubah</translation>
    </message>
    <message>
        <source>Nothing is due on order {number}</source>
        <translation>Tidak ada yang harus dibayar untuk pesanan {number}</translation>
    </message>
    <message>
        <source>Nothing is paid on order {number}</source>
        <translation>Belum ada pembayaran untuk pesanan {number}</translation>
    </message>
    <message>
        <source>The customer has no goods of order {number}</source>
        <translation>Tidak ada barang pesanan {number} di tangan pelanggan</translation>
    </message>
    <message>
        <source>First give the money back</source>
        <translation>Kembalikan uangnya dulu</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Riwayat</translation>
    </message>
    <message>
        <source>The chosen order</source>
        <translation>Pesanan yang dipilih</translation>
    </message>
</context>
<context>
    <name>OrderHistoryPage</name>
    <message>
        <source>Number or product</source>
        <extracomment>What shows one order by itself; until something else is looked for, it is passing.</extracomment>
        <translation>Nomor atau produk</translation>
    </message>
    <message>
        <source>Show the other orders of these days as well</source>
        <translation>Tampilkan juga pesanan lain pada hari-hari ini</translation>
    </message>
    <message>
        <source>The chosen order is shown here</source>
        <translation>Pesanan yang dipilih tampil di sini</translation>
    </message>
    <message>
        <source>All orders</source>
        <translation>Semua pesanan</translation>
    </message>
    <message>
        <source>First finish the payment, or leave it by Esc</source>
        <translation>Selesaikan dulu pembayarannya, atau keluar dengan Esc</translation>
    </message>
    <message>
        <source>No order has been placed yet</source>
        <translation>Belum ada pesanan</translation>
    </message>
    <message>
        <source>Every order appears here, and none is ever lost.</source>
        <translation>Semua pesanan toko akan tampil di sini dan tidak pernah hilang.</translation>
    </message>
    <message>
        <source>Take the first order</source>
        <translation>Terima pesanan pertama</translation>
    </message>
    <message>
        <source>No matching orders</source>
        <translation>Tidak ada pesanan yang cocok</translation>
    </message>
    <message>
        <source>Show all orders</source>
        <translation>Lihat semua pesanan</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Berjalan</translation>
    </message>
    <message>
        <source>While the server is away only open orders are listed here</source>
        <translation>Selama server terputus, di sini hanya pesanan yang masih berjalan</translation>
    </message>
</context>
<context>
    <name>RefundForm</name>
    <message>
        <source>Give money back</source>
        <translation>Kembalikan uang</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Kembalikan</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>for the journal, no names</source>
        <translation>untuk jurnal, tanpa nama orang</translation>
    </message>
    <message>
        <source>Amount to give back</source>
        <translation>Uang yang dikembalikan</translation>
    </message>
    <message>
        <source>Type what goes back</source>
        <translation>Ketik nominal yang dikembalikan</translation>
    </message>
    <message>
        <source>Only {sum} was paid</source>
        <translation>Yang dibayar hanya {sum}</translation>
    </message>
    <message>
        <source>Give back {sum}</source>
        <translation>Kembalikan {sum}</translation>
    </message>
</context>
<context>
    <name>ReturnForm</name>
    <message>
        <source>Take goods back</source>
        <extracomment>By the ways it came, or by one.</extracomment>
        <translation>Terima retur</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Terima retur</translation>
    </message>
    <message>
        <source>Back onto the shelf</source>
        <translation>Kembalikan ke rak</translation>
    </message>
    <message>
        <source>As paid</source>
        <translation>Semula</translation>
    </message>
    <message>
        <source>Payment method</source>
        <translation>Cara bayar</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>for the journal, no names</source>
        <translation>untuk jurnal, tanpa nama orang</translation>
    </message>
    <message>
        <source>Exchange for other goods</source>
        <translation>Tukar dengan barang lain</translation>
    </message>
    <message>
        <source>{sum} goes back</source>
        <translation>{sum} akan dikembalikan</translation>
    </message>
    <message>
        <source>{name}, of {quantity}</source>
        <translation>{name}, dari {quantity}</translation>
    </message>
</context>
<context>
    <name>_Teller</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n jenis</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>order_history</name>
    <message>
        <source>Order {number} is cancelled</source>
        <translation>Pesanan {number} dibatalkan</translation>
    </message>
    <message>
        <source>{name} taken off order {number}</source>
        <translation>{name} dikeluarkan dari pesanan {number}</translation>
    </message>
    <message>
        <source>{name} taken off order {number}, {sum} to give back</source>
        <translation>{name} dikeluarkan dari pesanan {number}, {sum} perlu dikembalikan</translation>
    </message>
    <message>
        <source>Order {number}: {amount} received, {method}</source>
        <translation>Pesanan {number}: {amount} diterima, {method}</translation>
    </message>
    <message>
        <source>Order {number}: {amount} received, give back {change}</source>
        <translation>Pesanan {number}: {amount} diterima, kembalian {change}</translation>
    </message>
    <message>
        <source>Order {number}: {amount} given back, {method}</source>
        <translation>Pesanan {number}: {amount} dikembalikan, {method}</translation>
    </message>
    <message>
        <source>Order {number}: {amount} given back</source>
        <translation>Pesanan {number}: {amount} dikembalikan</translation>
    </message>
    <message>
        <source>Order {number}: goods taken back, {amount} given back</source>
        <translation>Pesanan {number}: retur diterima, {amount} dikembalikan</translation>
    </message>
    <message>
        <source>Order {number}: goods taken back</source>
        <translation>Pesanan {number}: retur diterima</translation>
    </message>
    <message>
        <source>Orders</source>
        <extracomment>Columns that give way (placed, payment), and the width of the table below which they do.</extracomment>
        <translation>Pesanan</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Placed</source>
        <translation>Waktu</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Isi</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Bayar</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>Gudang</translation>
    </message>
    <message>
        <source>Ordered</source>
        <extracomment>Steps that are told once when they follow each other at one station.</extracomment>
        <translation>Dipesan</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Diubah</translation>
    </message>
    <message>
        <source>The counter was asked</source>
        <translation>Kasir ditanya</translation>
    </message>
    <message>
        <source>The counter answered</source>
        <translation>Kasir menjawab</translation>
    </message>
    <message>
        <source>Payment received</source>
        <translation>Pembayaran diterima</translation>
    </message>
    <message>
        <source>Money given back</source>
        <translation>Pengembalian uang</translation>
    </message>
    <message>
        <source>Goods came back</source>
        <translation>Barang diretur</translation>
    </message>
    <message>
        <source>Exchanged</source>
        <translation>Ditukar</translation>
    </message>
    <message>
        <source>Claimed</source>
        <translation>Mulai dikerjakan</translation>
    </message>
    <message>
        <source>Given back to the queue</source>
        <translation>Dikembalikan ke antrean</translation>
    </message>
    <message>
        <source>Picked</source>
        <translation>Diambil dari rak</translation>
    </message>
    <message>
        <source>Put down again</source>
        <translation>Diletakkan kembali</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>Kurang</translation>
    </message>
    <message>
        <source>Rush</source>
        <translation>Prioritas</translation>
    </message>
    <message>
        <source>Pulled forward</source>
        <translation>Dimajukan</translation>
    </message>
    <message>
        <source>Change seen by the warehouse</source>
        <translation>Perubahan dilihat gudang</translation>
    </message>
    <message>
        <source>Back on the shelf</source>
        <translation>Sudah di rak lagi</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>Dikirim ke printer</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Dicetak</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>Tidak tercetak</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Diurungkan</translation>
    </message>
    <message>
        <source>approved by {code}</source>
        <extracomment>What the customer is to get of each line, as far as the story is told; thousandths.</extracomment>
        <translation>disetujui {code}</translation>
    </message>
    <message>
        <source>No longer a rush</source>
        <translation>Bukan prioritas lagi</translation>
    </message>
    <message>
        <source>handed over at the counter</source>
        <translation>diserahkan di kasir</translation>
    </message>
    <message>
        <source>Note: {note}</source>
        <translation>Catatan: {note}</translation>
    </message>
    <message>
        <source>wanted at once</source>
        <translation>diambil sekarang</translation>
    </message>
    <message>
        <source>Discount {before} → {after}</source>
        <translation>Diskon {before} → {after}</translation>
    </message>
    <message>
        <source>typed in</source>
        <translation>diketik</translation>
    </message>
    <message>
        <source>scanned</source>
        <translation>dipindai</translation>
    </message>
    <message>
        <source>typed in and scanned</source>
        <translation>diketik dan dipindai</translation>
    </message>
    <message>
        <source>from a shopping list</source>
        <translation>dari daftar belanja</translation>
    </message>
    <message>
        <source>from past sales</source>
        <translation>dari penjualan lama</translation>
    </message>
    <message>
        <source>refund from past sales, sold before them</source>
        <translation>pengembalian dari penjualan lama, terjual sebelumnya</translation>
    </message>
    <message>
        <source>Send what there is</source>
        <translation>Beri yang ada</translation>
    </message>
    <message>
        <source>Another product instead</source>
        <translation>Ganti barang lain</translation>
    </message>
    <message>
        <source>The customer waits</source>
        <translation>Pelanggan menunggu</translation>
    </message>
    <message>
        <source>Without this line</source>
        <translation>Tanpa barang ini</translation>
    </message>
    <message>
        <source>Try another day, or fewer letters.</source>
        <translation>Coba hari lain, atau lebih sedikit huruf.</translation>
    </message>
    <message>
        <source>Of days before {day} only the sums are kept. Try another day, or fewer letters.</source>
        <translation>Dari hari sebelum {day} hanya jumlahnya yang disimpan. Coba hari lain, atau lebih sedikit huruf.</translation>
    </message>
    <message>
        <source>for {time}</source>
        <translation>untuk {time}</translation>
    </message>
</context>
</TS>
