<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>AllDay</name>
    <message>
        <source>All-day totals</source>
        <translation>Rekap barang</translation>
    </message>
    <message>
        <source>What is still to be picked over all open orders, the most first.</source>
        <translation>Yang masih harus diambil dari semua pesanan berjalan, yang terbanyak di atas.</translation>
    </message>
    <message>
        <source>Nothing is left to pick.</source>
        <translation>Tidak ada lagi yang harus diambil.</translation>
    </message>
    <message>
        <source>All open orders are picked.</source>
        <translation>Semua pesanan berjalan sudah diambil.</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produk</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Pesanan</translation>
    </message>
</context>
<context>
    <name>Bars</name>
    <message>
        <source>Card</source>
        <extracomment>Another size was built: what they show is to be told again.</extracomment>
        <translation>Kartu</translation>
    </message>
</context>
<context>
    <name>Batch</name>
    <message>
        <source>Batch pick</source>
        <translation>Ambil sekaligus</translation>
    </message>
    <message>
        <source>One round for several orders; each order has its box.</source>
        <translation>Sekali jalan untuk beberapa pesanan; tiap pesanan punya kotaknya.</translation>
    </message>
    <message>
        <source>Nothing to pick in this round.</source>
        <translation>Tidak ada yang perlu diambil di putaran ini.</translation>
    </message>
    <message>
        <source>Claim orders first, then batch.</source>
        <translation>Kerjakan pesanan dulu, lalu ambil sekaligus.</translation>
    </message>
    <message>
        <source>Picked for all boxes</source>
        <translation>Sudah diambil untuk semua kotak</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produk</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>Kotak</translation>
    </message>
    <message>
        <source>RUSH {numbers} is not in this round: a rush waits for nobody.</source>
        <translation>PRIORITAS {numbers} tidak ikut: yang prioritas tidak menunggu.</translation>
    </message>
</context>
<context>
    <name>CardView</name>
    <message>
        <source>Asked the counter at {time}: {name}</source>
        <extracomment>The card, or a line of it, was pressed: order id, and the line&apos;s number or 0. The band (a change to acknowledge) was pressed: order id. Lines out of sight are wanted, by a click on their count or by the wheel: order id, and the number of the first of them. The key that stands on the line in focus.</extracomment>
        <translation>Ditanyakan ke kasir pukul {time}: {name}</translation>
    </message>
    <message>
        <source>Changed by the counter {time}</source>
        <translation>Diubah kasir {time}</translation>
    </message>
    <message>
        <source>The counter: {answer}</source>
        <translation>Kasir: {answer}</translation>
    </message>
    <message>
        <source>got it</source>
        <translation>oke</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) above</source>
        <translation>
            <numerusform>%n barang di atas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%n more line(s)</source>
        <translation>
            <numerusform>+%n barang lagi</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConfirmPrompt</name>
    <message>
        <source>Not yet</source>
        <extracomment>Carries the card.</extracomment>
        <translation>Jangan dulu</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>All orders</source>
        <translation>Semua pesanan</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Only: {filter}</source>
        <translation>Hanya: {filter}</translation>
    </message>
    <message>
        <source>{shown} shown, {hidden} not</source>
        <translation>{shown} tampil, {hidden} tidak</translation>
    </message>
    <message>
        <source>{count} late not shown</source>
        <translation>{count} terlambat tidak tampil</translation>
    </message>
    <message>
        <source>{count} rush not shown</source>
        <translation>{count} prioritas tidak tampil</translation>
    </message>
</context>
<context>
    <name>FilterPrompt</name>
    <message>
        <source>Which orders do you want to see?</source>
        <extracomment>Carries the `Filter`.</extracomment>
        <translation>Pesanan mana yang ditampilkan?</translation>
    </message>
    <message>
        <source>All orders</source>
        <translation>Semua pesanan</translation>
    </message>
</context>
<context>
    <name>FulfilmentPage</name>
    <message>
        <source>Warehouse queue</source>
        <translation>Antrean gudang</translation>
    </message>
    <message>
        <source>No more ready orders: all orders are shown again</source>
        <translation>Tidak ada lagi yang siap: semua pesanan ditampilkan lagi</translation>
    </message>
    <message>
        <source>No card has the number {digit}</source>
        <translation>Tidak ada kartu nomor {digit}</translation>
    </message>
    <message>
        <source>Next is {number} — {key} again: {step}</source>
        <translation>Berikutnya {number} — {key} sekali lagi: {step}</translation>
    </message>
    <message>
        <source>Esc first closes what is open over the wall</source>
        <translation>Esc dulu: tutup yang terbuka di atas layar</translation>
    </message>
</context>
<context>
    <name>KeyBar</name>
    <message>
        <source>More</source>
        <extracomment>Where the bar with the way back appears. Opens a menu of what the strip has no room for.</extracomment>
        <translation>Lainnya</translation>
    </message>
</context>
<context>
    <name>KeyHandlers</name>
    <message>
        <source>No order is here</source>
        <extracomment>What waits for a server that is away, whatever is in hand. A key came to a card that nobody chose: it says so first; carries the card and the command.</extracomment>
        <translation>Tidak ada pesanan di sini</translation>
    </message>
    <message>
        <source>Cards do not get larger</source>
        <translation>Kartu tidak bisa lebih besar</translation>
    </message>
    <message>
        <source>Cards do not get smaller</source>
        <translation>Kartu tidak bisa lebih kecil</translation>
    </message>
    <message>
        <source>Not claimed here before the server went away: go on with your own cards</source>
        <translation>Belum dikerjakan di sini sebelum server terputus: lanjutkan kartu Anda sendiri</translation>
    </message>
    <message>
        <source>{station} made it ready</source>
        <translation>{station} yang menyiapkannya</translation>
    </message>
    <message>
        <source>{station} is on it. Taking over waits for the server</source>
        <translation>{station} yang mengerjakan. Mengambil alih menunggu server</translation>
    </message>
    <message>
        <source>{station} is on it — {key} takes over</source>
        <translation>{station} yang mengerjakan — {key} mengambil alih</translation>
    </message>
    <message>
        <source>This waits until the server is back</source>
        <translation>Ini menunggu server tersambung lagi</translation>
    </message>
    <message>
        <source>It is ready — {key} takes it back</source>
        <translation>Sudah siap — {key} mengembalikannya</translation>
    </message>
    <message>
        <source>The counter is asked about it</source>
        <translation>Kasir sedang ditanya soal ini</translation>
    </message>
    <message>
        <source>Reported short already; nothing of it is open</source>
        <translation>Sudah dilaporkan kurang; tidak ada sisanya</translation>
    </message>
    <message>
        <source>Picked already; nothing of it is open</source>
        <translation>Sudah diambil; tidak ada sisanya</translation>
    </message>
</context>
<context>
    <name>Later</name>
    <message>
        <source>For later</source>
        <translation>Diambil nanti</translation>
    </message>
    <message>
        <source>These orders come to the wall by themselves when it is time to begin.</source>
        <translation>Pesanan ini muncul sendiri di antrean saat waktunya mulai.</translation>
    </message>
    <message>
        <source>No order is for later.</source>
        <translation>Tidak ada pesanan yang diambil nanti.</translation>
    </message>
    <message>
        <source>The counter chooses the time before it sends an order.</source>
        <translation>Kasir memilih jamnya sebelum memproses pesanan.</translation>
    </message>
    <message>
        <source>Prepare it now</source>
        <translation>Siapkan sekarang</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Diambil</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Mulai</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Barang</translation>
    </message>
</context>
<context>
    <name>NumberCall</name>
    <message>
        <source>Order {number}</source>
        <extracomment>The order is to be brought into focus; carries its id. Kind (ready, warn, danger), verdict, what, code: as a toast says it.</extracomment>
        <translation>Pesanan {number}</translation>
    </message>
    <message>
        <source>Not on the wall</source>
        <translation>Tidak ada di antrean</translation>
    </message>
    <message>
        <source>The counter cancelled {number}: put back what you have picked.</source>
        <translation>Kasir membatalkan {number}: kembalikan yang sudah diambil.</translation>
    </message>
    <message>
        <source>Back to the shelf</source>
        <translation>Kembalikan ke rak</translation>
    </message>
    <message>
        <source>Cancelled by the counter</source>
        <translation>Dibatalkan kasir</translation>
    </message>
    <message>
        <source>The counter has answered</source>
        <translation>Kasir sudah menjawab</translation>
    </message>
    <message>
        <source>The counter has changed something</source>
        <translation>Kasir mengubah pesanan</translation>
    </message>
    <message>
        <source>The counter changed {number}: out of the box again goes {goods}.</source>
        <translation>Kasir mengubah {number}: keluarkan lagi {goods} dari kotak.</translation>
    </message>
    <message>
        <source>The counter has changed something: it is ready now</source>
        <translation>Kasir mengubah sesuatu: sekarang sudah siap</translation>
    </message>
    <message>
        <source>The counter has answered: it is ready now</source>
        <translation>Kasir sudah menjawab: pesanan ini siap</translation>
    </message>
    <message>
        <source>Changed by the counter: look at it first</source>
        <translation>Diubah kasir: lihat dulu</translation>
    </message>
    <message>
        <source>For later, at {time}</source>
        <translation>Diambil nanti, {time}</translation>
    </message>
    <message>
        <source>Not ready yet: {done} of {all} lines</source>
        <translation>Belum siap: {done} dari {all} barang</translation>
    </message>
    <message>
        <source>Handed over already</source>
        <translation>Sudah diserahkan</translation>
    </message>
</context>
<context>
    <name>NumberPrompt</name>
    <message>
        <source>An order that is ready is handed over, any other comes into focus.</source>
        <extracomment>Carries the number.</extracomment>
        <translation>Pesanan yang siap langsung diserahkan, yang lain dibuka kartunya.</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Lanjut</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>This is no number of an order.</source>
        <translation>Ini bukan nomor pesanan.</translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>Esc</source>
        <extracomment>It is to go: by Esc, by a click beside it, or because the answer was given.</extracomment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>PartPrompt</name>
    <message>
        <source>Note it</source>
        <extracomment>The order it was opened for, as it stood then; None when it is about no order. Carries the order, the line and the quantity picked so far, in thousandths.</extracomment>
        <translation>Catat</translation>
    </message>
    <message>
        <source>of {quantity}</source>
        <translation>dari {quantity}</translation>
    </message>
    <message>
        <source>Picked so far</source>
        <translation>Sudah diambil</translation>
    </message>
    <message>
        <source>That is more than the {quantity} wanted.</source>
        <translation>Lebih dari yang diminta: {quantity}.</translation>
    </message>
</context>
<context>
    <name>Recall</name>
    <message>
        <source>Recently done</source>
        <translation>Selesai terakhir</translation>
    </message>
    <message>
        <source>Recall undoes the last step; the order goes back to where it was.</source>
        <translation>Tahap terakhir dibatalkan; pesanan kembali ke tahap sebelumnya.</translation>
    </message>
    <message>
        <source>No order has left the wall yet.</source>
        <translation>Belum ada pesanan yang selesai.</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Buka lagi</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Still due</source>
        <translation>Sisa tagihan</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Jam</translation>
    </message>
    <message>
        <source>{sum} back</source>
        <translation>kembalikan {sum}</translation>
    </message>
</context>
<context>
    <name>RestView</name>
    <message>
        <source>To go back to the shelf</source>
        <translation>Perlu dikembalikan ke rak</translation>
    </message>
    <message numerus="yes">
        <source>more order(s)</source>
        <translation>
            <numerusform>pesanan lagi</numerusform>
        </translation>
    </message>
    <message>
        <source>{before} before · {after} after</source>
        <translation>{before} sebelumnya · {after} berikutnya</translation>
    </message>
    <message>
        <source>oldest {time}</source>
        <translation>tertua {time}</translation>
    </message>
    <message>
        <source>all waiting</source>
        <translation>semua menunggu</translation>
    </message>
    <message>
        <source>Open lines of all orders</source>
        <translation>Barang yang belum diambil</translation>
    </message>
</context>
<context>
    <name>RestockTasks</name>
    <message>
        <source>Back to the shelf</source>
        <translation>Kembalikan ke rak</translation>
    </message>
    <message>
        <source>These goods were picked and then cancelled by the counter.</source>
        <translation>Barang ini sudah diambil, lalu dibatalkan kasir.</translation>
    </message>
    <message>
        <source>Nothing has to go back to the shelf.</source>
        <translation>Tidak ada yang perlu dikembalikan ke rak.</translation>
    </message>
    <message>
        <source>It is on its shelf</source>
        <translation>Sudah kembali di rak</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produk</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Pesanan</translation>
    </message>
</context>
<context>
    <name>Scans</name>
    <message>
        <source>No order in focus</source>
        <translation>Belum ada pesanan yang dipilih</translation>
    </message>
    <message>
        <source>Unknown code</source>
        <extracomment>Kind (ready, warn, danger), verdict, what, code: as a toast says it. The code of a ticket or receipt: carries the order&apos;s id.</extracomment>
        <translation>Kode tidak dikenal</translation>
    </message>
    <message>
        <source>Wrong item</source>
        <translation>Barang salah</translation>
    </message>
    <message>
        <source>Enough already</source>
        <translation>Sudah cukup</translation>
    </message>
    <message>
        <source>It is ready already</source>
        <translation>Sudah siap</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Benar</translation>
    </message>
    <message>
        <source>Not in this round</source>
        <translation>Tidak ada di putaran ini</translation>
    </message>
</context>
<context>
    <name>ShortPrompt</name>
    <message>
        <source>of {quantity}</source>
        <translation>dari {quantity}</translation>
    </message>
    <message>
        <source>There are</source>
        <translation>Ada</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>Habis</translation>
    </message>
    <message>
        <source>S</source>
        <comment>letter of: sold out</comment>
        <translation>H</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Rusak</translation>
    </message>
    <message>
        <source>D</source>
        <comment>letter of: damaged</comment>
        <translation>R</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Tidak ketemu</translation>
    </message>
    <message>
        <source>N</source>
        <comment>letter of: not found</comment>
        <translation>K</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Kedaluwarsa</translation>
    </message>
    <message>
        <source>E</source>
        <comment>letter of: expired</comment>
        <translation>D</translation>
    </message>
    <message>
        <source>That is enough: nothing is missing.</source>
        <translation>Itu cukup: tidak ada yang kurang.</translation>
    </message>
    <message>
        <source>Into the box: {taken}. Missing: {missing}.</source>
        <translation>Masuk kotak: {taken}. Kurang: {missing}.</translation>
    </message>
    <message>
        <source>In the box: {picked}, and {taken} more. Missing: {missing}.</source>
        <translation>Di kotak: {picked}, ditambah {taken}. Kurang: {missing}.</translation>
    </message>
    <message>
        <source>Ask the counter</source>
        <translation>Tanya kasir</translation>
    </message>
    <message>
        <source>How many are there? {name}</source>
        <extracomment>Carries the order, the line, the reason and the thousandths that are there. The same, for the counter to decide about the rest.</extracomment>
        <translation>Ada berapa? {name}</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Laporkan</translation>
    </message>
</context>
<context>
    <name>SideView</name>
    <message>
        <source>Close</source>
        <extracomment>Enter, the button or a double click; carries the row.</extracomment>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Baris</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Offline since {time}</source>
        <extracomment>A count was pressed; carries its name.</extracomment>
        <translation>Terputus sejak {time}</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Terputus</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>Terkini</translation>
    </message>
    <message numerus="yes">
        <source>%n s ago</source>
        <translation>
            <numerusform>%n dtk lalu</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnpaidPrompt</name>
    <message>
        <source>Give it back at the counter first, or hand it over all the same.</source>
        <translation>Kembalikan dulu di kasir, atau tetap serahkan.</translation>
    </message>
    <message>
        <source>Take the money at the counter first, or hand it over all the same.</source>
        <translation>Bayar dulu di kasir, atau tetap serahkan.</translation>
    </message>
    <message>
        <source>Hand over all the same</source>
        <translation>Tetap serahkan</translation>
    </message>
    <message>
        <source>Hand over unpaid</source>
        <translation>Tetap serahkan</translation>
    </message>
</context>
<context>
    <name>UnseenPrompt</name>
    <message numerus="yes">
        <source>%n line(s) of other categories are not picked</source>
        <translation>
            <numerusform>%n baris dari kategori lain belum diambil</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of the change were not in sight</source>
        <translation>
            <numerusform>%n barang dari perubahan belum terlihat</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) are only partly picked</source>
        <translation>
            <numerusform>%n barang baru diambil sebagian</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at all orders first, or say that all of this one is in the box.</source>
        <translation>Lihat dulu semuanya, atau nyatakan semua isi pesanan ini sudah di kotak.</translation>
    </message>
    <message>
        <source>Got the change</source>
        <translation>Oke</translation>
    </message>
    <message>
        <source>All ready</source>
        <translation>Semua siap</translation>
    </message>
</context>
<context>
    <name>VisibleOrders</name>
    <message>
        <source>Nothing to prepare.</source>
        <extracomment>Another filter was chosen.</extracomment>
        <translation>Tidak ada yang perlu disiapkan.</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) for later.</source>
        <translation>
            <numerusform>%n pesanan diambil nanti.</numerusform>
        </translation>
    </message>
    <message>
        <source>An order appears here the moment the counter sends it.</source>
        <translation>Pesanan langsung muncul di sini begitu kasir memprosesnya.</translation>
    </message>
    <message>
        <source>No order here: {filter}</source>
        <translation>Tidak ada pesanan di sini: {filter}</translation>
    </message>
    <message numerus="yes">
        <source>%n other order(s) are hidden by the filter; Esc shows all.</source>
        <translation>
            <numerusform>%n pesanan lain disembunyikan filter; Esc menampilkan semua.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Wall</name>
    <message>
        <source>No cards</source>
        <extracomment>Modifiers of a key that types something or moves about. Another card or line is the current one. A line of the card in focus was pressed. The band of a card was pressed; the card is in focus now. The key of a card that is not there; carries its digit. The person wants to see what goes back to the shelf.</extracomment>
        <translation>Tidak ada kartu</translation>
    </message>
</context>
<context>
    <name>WarehouseActions</name>
    <message>
        <source>{number} is ready</source>
        <extracomment>Goods would leave that are not paid for; carries the card as it stands now. Lines would be ticked or noted that speak against it; carries the card, the lines, the doubt. This station took back a step, and the wall is about to hear of it; carries the order&apos;s id, and the number of the line that it was done to, or 0. The order that this wall did something to last, and nobody else since.</extracomment>
        <translation>{number} siap</translation>
    </message>
    <message>
        <source>{number}: {quantity} {name} picked</source>
        <translation>{number}: {quantity} {name} diambil</translation>
    </message>
    <message>
        <source>{number}: {quantity} {name} taken out again</source>
        <translation>{number}: {quantity} {name} dikeluarkan lagi</translation>
    </message>
    <message>
        <source>Short, {reason}: {number} {quantity} {name}</source>
        <translation>Kurang, {reason}: {number} {quantity} {name}</translation>
    </message>
    <message>
        <source>Short, {reason}: {quantity} {name}. Order {number} is cancelled</source>
        <translation>Kurang, {reason}: {quantity} {name}. Pesanan {number} dibatalkan</translation>
    </message>
    <message>
        <source>{number}: the counter is asked about {quantity} {name}</source>
        <translation>{number}: kasir ditanya soal {quantity} {name}</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Tahap berikut</translation>
    </message>
    <message>
        <source>Got the change</source>
        <translation>Oke</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Serahkan</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Kerjakan</translation>
    </message>
    <message>
        <source>All ready</source>
        <translation>Semua siap</translation>
    </message>
    <message>
        <source>Change of {number} noted</source>
        <translation>Perubahan {number} sudah dilihat</translation>
    </message>
    <message>
        <source>You are on {number}</source>
        <translation>Anda menyiapkan {number}</translation>
    </message>
    <message>
        <source>{number} taken over</source>
        <translation>{number} diambil alih</translation>
    </message>
    <message>
        <source>{number} given back</source>
        <translation>{number} dilepas</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Lepas</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Ambil alih</translation>
    </message>
    <message>
        <source>{number} is a rush: right after the late ones</source>
        <translation>{number} didahulukan: tepat setelah yang terlambat</translation>
    </message>
    <message>
        <source>{number} is no rush any more</source>
        <translation>{number} bukan prioritas lagi</translation>
    </message>
    <message>
        <source>{number} is on the wall now</source>
        <translation>{number} masuk antrean sekarang</translation>
    </message>
    <message>
        <source>{number} handed over</source>
        <translation>{number} diserahkan</translation>
    </message>
    <message>
        <source>{number} handed over unpaid</source>
        <translation>{number} diserahkan belum dibayar</translation>
    </message>
    <message>
        <source>{number} is back</source>
        <translation>{number} dibuka lagi</translation>
    </message>
    <message>
        <source>{quantity} {name} back on the shelf</source>
        <translation>{quantity} {name} kembali ke rak</translation>
    </message>
    <message numerus="yes">
        <source>{quantity} {name} picked for {count} order(s)</source>
        <translation>
            <numerusform>{quantity} {name} diambil untuk {count} pesanan</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WayBack</name>
    <message>
        <source>Taken back: {number}, {step}</source>
        <translation>Dibatalkan: {number}, {step}</translation>
    </message>
    <message>
        <source>Done again: {number}, {step}</source>
        <translation>Dilakukan lagi: {number}, {step}</translation>
    </message>
</context>
<context>
    <name>WhichPrompt</name>
    <message>
        <source>Which one? Two orders have this number.</source>
        <extracomment>Carries the id of the order.</extracomment>
        <translation>Yang mana? Dua pesanan punya nomor ini.</translation>
    </message>
</context>
<context>
    <name>fulfilment</name>
    <message>
        <source>Just came in</source>
        <extracomment>Looks of lines that need nothing more.</extracomment>
        <translation>Baru masuk</translation>
    </message>
    <message>
        <source>for {time}</source>
        <translation>untuk {time}</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>masuk {time}</translation>
    </message>
    <message>
        <source>{quantity} asked</source>
        <translation>{quantity} ditanyakan</translation>
    </message>
    <message>
        <source>Wait for it</source>
        <translation>Tunggu</translation>
    </message>
    <message>
        <source>Short {quantity}</source>
        <translation>Kurang {quantity}</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Baru</translation>
    </message>
    <message>
        <source>send what there is</source>
        <translation>beri yang ada</translation>
    </message>
    <message>
        <source>another product instead</source>
        <translation>ganti barang lain</translation>
    </message>
    <message>
        <source>the customer waits</source>
        <translation>pelanggan menunggu</translation>
    </message>
    <message>
        <source>without this line</source>
        <translation>tanpa barang ini</translation>
    </message>
    <message>
        <source>To be handed over</source>
        <translation>Tinggal diserahkan</translation>
    </message>
    <message>
        <source>This station is on it</source>
        <translation>Disiapkan di sini</translation>
    </message>
    <message>
        <source>{station} is on it</source>
        <translation>{station} menyiapkan</translation>
    </message>
    <message>
        <source>Started, unclaimed</source>
        <translation>Sudah dimulai, boleh dilanjutkan</translation>
    </message>
    <message>
        <source>Paid too much: {sum} go back</source>
        <translation>Lebih bayar: kembalikan {sum}</translation>
    </message>
    <message>
        <source>Unpaid: {sum}</source>
        <translation>Belum dibayar: {sum}</translation>
    </message>
    <message>
        <source>Still due: {sum}</source>
        <translation>Sisa tagihan: {sum}</translation>
    </message>
    <message>
        <source>RUSH</source>
        <translation>PRIORITAS</translation>
    </message>
    <message>
        <source>The counter is asked</source>
        <translation>Kasir sedang ditanya</translation>
    </message>
    <message>
        <source>Changed by the counter</source>
        <translation>Diubah kasir</translation>
    </message>
    <message>
        <source>Without category</source>
        <extracomment>Counted beside the states; no filter, because these orders are not on the wall.</extracomment>
        <translation>Tanpa kategori</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Nanti</translation>
    </message>
    <message>
        <source>the claim</source>
        <translation>mulai mengerjakan</translation>
    </message>
    <message>
        <source>the giving back</source>
        <translation>pelepasan</translation>
    </message>
    <message>
        <source>what was picked</source>
        <translation>barang yang diambil</translation>
    </message>
    <message>
        <source>what was taken out</source>
        <translation>barang yang dikeluarkan</translation>
    </message>
    <message>
        <source>the short</source>
        <translation>laporan kurang</translation>
    </message>
    <message>
        <source>the question to the counter</source>
        <translation>pertanyaan ke kasir</translation>
    </message>
    <message>
        <source>all ready</source>
        <translation>semua siap</translation>
    </message>
    <message>
        <source>the handing over</source>
        <translation>penyerahan</translation>
    </message>
    <message>
        <source>the rush</source>
        <translation>prioritas</translation>
    </message>
    <message>
        <source>prepare it now</source>
        <translation>siapkan sekarang</translation>
    </message>
    <message>
        <source>the change that was noted</source>
        <translation>perubahan yang dicatat</translation>
    </message>
    <message>
        <source>back on the shelf</source>
        <translation>kembali ke rak</translation>
    </message>
    <message>
        <source>the recall</source>
        <translation>buka lagi</translation>
    </message>
</context>
</TS>
