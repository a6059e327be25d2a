<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>FurtherFigures</name>
    <message>
        <source>Question</source>
        <translation>Pertanyaan</translation>
    </message>
    <message>
        <source>Nothing to show for these days</source>
        <translation>Tidak ada yang perlu ditampilkan untuk hari-hari ini</translation>
    </message>
</context>
<context>
    <name>HeatLegend</name>
    <message>
        <source>quiet</source>
        <translation>sepi</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>ramai</translation>
    </message>
    <message>
        <source>The darker, the busier</source>
        <translation>Makin gelap, makin ramai</translation>
    </message>
</context>
<context>
    <name>HeatMap</name>
    <message>
        <source>Heat map of the hours of the week</source>
        <extracomment>What a cell can tell: orders, lines or revenue, each as an average per hour.</extracomment>
        <translation>Peta jam ramai dalam sepekan</translation>
    </message>
    <message>
        <source>{day}, {from}–{to} o&apos;clock</source>
        <translation>{day}, pukul {from}–{to}</translation>
    </message>
    <message>
        <source>not in this period</source>
        <translation>tidak termasuk periode ini</translation>
    </message>
    <message>
        <source>no orders</source>
        <translation>tidak ada pesanan</translation>
    </message>
    <message>
        <source>{number} orders per hour</source>
        <translation>{number} pesanan per jam</translation>
    </message>
    <message>
        <source>{number} lines per hour</source>
        <translation>{number} baris per jam</translation>
    </message>
    <message>
        <source>{money} per hour</source>
        <translation>{money} per jam</translation>
    </message>
    <message numerus="yes">
        <source>average of %n day(s)</source>
        <translation>
            <numerusform>rata-rata %n hari</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeyFigures</name>
    <message>
        <source>Revenue</source>
        <translation>Penjualan</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Pesanan</translation>
    </message>
    <message>
        <source>Average order</source>
        <translation>Rata-rata pesanan</translation>
    </message>
    <message>
        <source>Items sold</source>
        <translation>Barang terjual</translation>
    </message>
    <message>
        <source>Placed to ready, median</source>
        <translation>Sampai siap, median</translation>
    </message>
    <message>
        <source>Short lines</source>
        <translation>Baris kurang</translation>
    </message>
    <message>
        <source>from {figure}</source>
        <extracomment>Two halves of three figures, beside or below each other.</extracomment>
        <translation>dari {figure}</translation>
    </message>
    <message>
        <source>nothing before</source>
        <translation>sebelumnya tidak ada</translation>
    </message>
</context>
<context>
    <name>LeadTimes</name>
    <message>
        <source>Lead time chart</source>
        <extracomment>The steps that are drawn; the last one is the promise to the customer.</extracomment>
        <translation>Grafik waktu penyiapan</translation>
    </message>
    <message>
        <source>no order yet</source>
        <translation>belum ada pesanan</translation>
    </message>
    <message>
        <source>half of them within {time}</source>
        <translation>separuhnya dalam {time}</translation>
    </message>
    <message>
        <source>nine of ten within {time}</source>
        <translation>sembilan dari sepuluh dalam {time}</translation>
    </message>
    <message numerus="yes">
        <source>{n} order(s)</source>
        <translation>
            <numerusform>{n} pesanan</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} jam</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} mnt</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} dtk</translation>
    </message>
</context>
<context>
    <name>MeasureButton</name>
    <message>
        <source>in millions</source>
        <translation>juta rupiah</translation>
    </message>
    <message>
        <source>in thousands</source>
        <translation>ribu rupiah</translation>
    </message>
    <message>
        <source>Show something else</source>
        <translation>Tampilkan yang lain</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Show as a chart</source>
        <translation>Tampilkan sebagai grafik</translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation>Tampilkan sebagai tabel</translation>
    </message>
</context>
<context>
    <name>PeriodStrip</name>
    <message>
        <source>First day</source>
        <extracomment>First and last day, in order. Esc. The named periods and the two days, beside or below each other.</extracomment>
        <translation>Hari pertama</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Hari terakhir</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Dari</translation>
    </message>
    <message>
        <source>to</source>
        <translation>sampai</translation>
    </message>
    <message>
        <source>Show these days</source>
        <translation>Tampilkan</translation>
    </message>
</context>
<context>
    <name>SalesChart</name>
    <message>
        <source>Revenue chart</source>
        <translation>Grafik penjualan</translation>
    </message>
    <message>
        <source>{money}, {orders}</source>
        <translation>{money}, {orders}</translation>
    </message>
    <message>
        <source>before: {money}, {orders}</source>
        <translation>sebelumnya: {money}, {orders}</translation>
    </message>
    <message numerus="yes">
        <source>{n} order(s)</source>
        <translation>
            <numerusform>{n} pesanan</numerusform>
        </translation>
    </message>
    <message>
        <source>{from}–{to} o&apos;clock</source>
        <comment>hours of a day</comment>
        <translation>pukul {from}–{to}</translation>
    </message>
    <message>
        <source>the hour is not over</source>
        <translation>jam ini belum selesai</translation>
    </message>
    <message>
        <source>the day is not over</source>
        <translation>hari belum selesai</translation>
    </message>
    <message numerus="yes">
        <source>only %n day(s)</source>
        <translation>
            <numerusform>hanya %n hari</numerusform>
        </translation>
    </message>
    <message>
        <source>{money} · highest</source>
        <translation>{money} · tertinggi</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>CSV file (*.csv)</source>
        <extracomment>What would be saved now. The second page, while it is looked at.</extracomment>
        <translation>Berkas CSV (*.csv)</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Buku kerja Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Save the figures</source>
        <translation>Simpan angka</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>Dokumen PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Simpan laporan</translation>
    </message>
    <message>
        <source>statistics</source>
        <translation>statistik</translation>
    </message>
    <message>
        <source>{file} saved</source>
        <translation>{file} tersimpan</translation>
    </message>
</context>
<context>
    <name>StatisticsView</name>
    <message>
        <source>Top products</source>
        <translation>Produk teratas</translation>
    </message>
    <message>
        <source>When the shop is busy</source>
        <translation>Kapan toko ramai</translation>
    </message>
    <message>
        <source>How fast</source>
        <translation>Berapa cepat</translation>
    </message>
    <message>
        <source>This period</source>
        <extracomment>Below this width (pixels at 100 %) panels stand below each other. From this width on the letters of charts are larger, 14 px instead of 12. A bar was pressed: carries the Bar.</extracomment>
        <translation>Periode ini</translation>
    </message>
    <message>
        <source>Previous period</source>
        <translation>Periode sebelumnya</translation>
    </message>
    <message>
        <source>The best sellers will stand here</source>
        <translation>Produk terlaris akan tampil di sini</translation>
    </message>
    <message>
        <source>Revenue and its change</source>
        <translation>Penjualan dan perubahannya</translation>
    </message>
    <message>
        <source>The busy hours will stand here</source>
        <translation>Jam ramai akan tampil di sini</translation>
    </message>
    <message>
        <source>No order has been made ready yet</source>
        <translation>Belum ada pesanan yang selesai disiapkan</translation>
    </message>
    <message>
        <source>The warehouse&apos;s times will stand here.</source>
        <translation>Waktu kerja gudang akan tampil di sini.</translation>
    </message>
    <message>
        <source>Minutes per stage</source>
        <translation>Menit per tahap</translation>
    </message>
    <message>
        <source>{share} late</source>
        <translation>{share} terlambat</translation>
    </message>
    <message>
        <source>{share} of promises kept</source>
        <translation>{share} janji ditepati</translation>
    </message>
    <message>
        <source>limit {n} min</source>
        <translation>batas {n} mnt</translation>
    </message>
</context>
<context>
    <name>StatisticsWindow</name>
    <message>
        <source>Statistics</source>
        <extracomment>What changes a figure, a product&apos;s name or the shop&apos;s limit. Money taken changes none of them. With many orders coming in, the figures are counted anew at most this often.</extracomment>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Pilih…</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source>Choose other days</source>
        <translation>Pilih hari lain</translation>
    </message>
    <message>
        <source>Nothing was sold in these days</source>
        <translation>Tidak ada penjualan pada hari-hari ini</translation>
    </message>
    <message>
        <source>Each order that is placed appears here on its day.</source>
        <translation>Setiap pesanan yang masuk akan tampil di sini pada harinya.</translation>
    </message>
    <message>
        <source>against {days}</source>
        <translation>dibanding {days}</translation>
    </message>
    <message>
        <source>against {days} until {time}</source>
        <translation>dibanding {days} sampai pukul {time}</translation>
    </message>
    <message>
        <source>Counted {time}</source>
        <translation>Dihitung {time}</translation>
    </message>
</context>
<context>
    <name>TopProducts</name>
    <message>
        <source>Top products</source>
        <translation>Produk teratas</translation>
    </message>
    <message numerus="yes">
        <source>{quantity} {unit} in {n} order line(s)</source>
        <translation>
            <numerusform>{quantity} {unit} dalam {n} baris pesanan</numerusform>
        </translation>
    </message>
    <message>
        <source>before: {money}, {quantity} {unit}</source>
        <translation>sebelumnya: {money}, {quantity} {unit}</translation>
    </message>
    <message>
        <source>not sold in the period before</source>
        <translation>tidak terjual pada periode sebelumnya</translation>
    </message>
    <message>
        <source>new</source>
        <translation>baru</translation>
    </message>
</context>
<context>
    <name>periods</name>
    <message>
        <source>Today</source>
        <translation>Hari ini</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Kemarin</translation>
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
        <source>90 days</source>
        <translation>90 hari</translation>
    </message>
    <message>
        <source>365 days</source>
        <translation>365 hari</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Bulan ini</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Bulan lalu</translation>
    </message>
</context>
<context>
    <name>statistics</name>
    <message>
        <source>{head} (seconds)</source>
        <translation>{head} (detik)</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Pesanan</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Penjualan</translation>
    </message>
    <message>
        <source>Orders before</source>
        <translation>Pesanan sebelumnya</translation>
    </message>
    <message>
        <source>Revenue before</source>
        <translation>Penjualan sebelumnya</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Jam</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Hari</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Pekan</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Bulan</translation>
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
        <source>Before</source>
        <translation>Sebelumnya</translation>
    </message>
    <message>
        <source>Quantity before</source>
        <translation>Jumlah sebelumnya</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Satuan</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Hari</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Baris</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Tahap</translation>
    </message>
    <message>
        <source>Average order</source>
        <translation>Rata-rata pesanan</translation>
    </message>
    <message>
        <source>Items sold</source>
        <translation>Barang terjual</translation>
    </message>
    <message>
        <source>Discounts</source>
        <translation>Diskon</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Pajak</translation>
    </message>
    <message>
        <source>Cancelled orders</source>
        <translation>Pesanan batal</translation>
    </message>
    <message>
        <source>Late, share of orders</source>
        <translation>Terlambat, bagian dari pesanan</translation>
    </message>
    <message>
        <source>Promises kept, share</source>
        <translation>Janji yang ditepati, bagian</translation>
    </message>
    <message>
        <source>Short lines, share</source>
        <translation>Baris kurang, bagian dari baris</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Angka</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Angka</translation>
    </message>
    <message>
        <source>Top products</source>
        <translation>Produk teratas</translation>
    </message>
    <message>
        <source>When the shop is busy</source>
        <translation>Kapan toko ramai</translation>
    </message>
    <message>
        <source>How fast</source>
        <translation>Berapa cepat</translation>
    </message>
    <message>
        <source>Orders per hour, average</source>
        <translation>Pesanan per jam, rata-rata</translation>
    </message>
    <message>
        <source>Lines per hour, average</source>
        <translation>Baris per jam, rata-rata</translation>
    </message>
    <message>
        <source>Revenue per hour, average</source>
        <translation>Penjualan per jam, rata-rata</translation>
    </message>
    <message>
        <source>Revenue by hour</source>
        <translation>Penjualan per jam</translation>
    </message>
    <message>
        <source>Revenue by day</source>
        <translation>Penjualan per hari</translation>
    </message>
    <message>
        <source>Revenue by week</source>
        <translation>Penjualan per pekan</translation>
    </message>
    <message>
        <source>Revenue by month</source>
        <translation>Penjualan per bulan</translation>
    </message>
    <message>
        <source>Waiting to be claimed</source>
        <translation>Menunggu diambil alih</translation>
    </message>
    <message>
        <source>Picking</source>
        <translation>Menyiapkan barang</translation>
    </message>
    <message>
        <source>Waiting for customer</source>
        <translation>Menunggu pelanggan</translation>
    </message>
    <message>
        <source>Placed to ready</source>
        <translation>Dipesan sampai siap</translation>
    </message>
    <message>
        <source>Placed to handed over</source>
        <translation>Dipesan sampai diserahkan</translation>
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
        <source>Card</source>
        <translation>Kartu</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>Rounding of cash</source>
        <translation>Pembulatan tunai</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>tidak berubah</translation>
    </message>
    <message>
        <source>{share} faster</source>
        <translation>{share} lebih cepat</translation>
    </message>
    <message>
        <source>{share} slower</source>
        <translation>{share} lebih lambat</translation>
    </message>
    <message>
        <source>{points} pt fewer</source>
        <translation>{points} poin lebih sedikit</translation>
    </message>
    <message>
        <source>{points} pt more</source>
        <translation>{points} poin lebih banyak</translation>
    </message>
    <message>
        <source>Nothing was sold</source>
        <translation>Tidak ada penjualan</translation>
    </message>
    <message>
        <source>Statistics, {days}</source>
        <translation>Statistik, {days}</translation>
    </message>
    <message>
        <source>Counted on {moment}</source>
        <translation>Dihitung {moment}</translation>
    </message>
    <message>
        <source>Previous period: {days}</source>
        <translation>Periode sebelumnya: {days}</translation>
    </message>
    <message>
        <source>{change} = number of orders {orders}, lines per order {lines}, prices {price}, which products and amounts {mix}</source>
        <translation>{change} = jumlah pesanan {orders}, baris per pesanan {lines}, harga {price}, pilihan barang dan jumlahnya {mix}</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Sekarang</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Perubahan</translation>
    </message>
    <message>
        <source>Of it by price</source>
        <translation>Karena harga</translation>
    </message>
    <message>
        <source>Why it changed</source>
        <translation>Mengapa berubah</translation>
    </message>
    <message>
        <source>A: {a} products bring {a_sum}. B: {b} bring {b_sum}. C: {c} bring {c_sum}.</source>
        <translation>A: {a} produk menghasilkan {a_sum}. B: {b} menghasilkan {b_sum}. C: {c} menghasilkan {c_sum}.</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Kelas</translation>
    </message>
    <message>
        <source>With all above</source>
        <translation>Kumulatif</translation>
    </message>
    <message>
        <source>ABC</source>
        <translation>ABC</translation>
    </message>
    <message>
        <source>Products that sold in the period before and not in this one: {count}</source>
        <translation>Produk yang laku pada periode sebelumnya tetapi tidak pada periode ini: {count}</translation>
    </message>
    <message>
        <source>No longer sold</source>
        <translation>Tidak laku lagi</translation>
    </message>
    <message>
        <source>{negative} below zero, {low} to order soon, {dead} unsold for 90 days</source>
        <translation>{negative} di bawah nol, {low} perlu segera dipesan, {dead} tidak laku selama 90 hari</translation>
    </message>
    <message>
        <source>below zero</source>
        <translation>di bawah nol</translation>
    </message>
    <message>
        <source>order soon</source>
        <translation>segera pesan</translation>
    </message>
    <message>
        <source>unsold</source>
        <translation>tidak laku</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>Stok</translation>
    </message>
    <message>
        <source>Sold in 28 days</source>
        <translation>Terjual 28 hari</translation>
    </message>
    <message>
        <source>Lasts, days</source>
        <translation>Cukup, hari</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Pesan</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Stok</translation>
    </message>
    <message>
        <source>Received {received}, paid back {refunded}</source>
        <translation>Diterima {received}, dikembalikan {refunded}</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Cara bayar</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Pembayaran</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Diterima</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>Pengembalian</translation>
    </message>
    <message>
        <source>Paid back</source>
        <translation>Dikembalikan</translation>
    </message>
    <message>
        <source>All differences together: {sum}</source>
        <translation>Jumlah semua selisih: {sum}</translation>
    </message>
    <message>
        <source>Counted at</source>
        <translation>Dihitung pada</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Stasiun</translation>
    </message>
    <message>
        <source>Staff code</source>
        <translation>Kode staf</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Seharusnya</translation>
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
        <source>Drawers</source>
        <translation>Laci kas</translation>
    </message>
    <message>
        <source>Orders by the station and staff code that placed them</source>
        <translation>Pesanan menurut stasiun dan kode staf yang membuatnya</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Dibatalkan</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>Stasiun</translation>
    </message>
    <message>
        <source>Cancelled orders: {count}</source>
        <translation>Pesanan dibatalkan: {count}</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>none given</source>
        <translation>tanpa alasan</translation>
    </message>
</context>
</TS>
