<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>CompareButton</name>
    <message>
        <source>The year before</source>
        <translation>Tahun sebelumnya</translation>
    </message>
    <message>
        <source>The months before</source>
        <translation>Bulan-bulan sebelumnya</translation>
    </message>
    <message>
        <source>The weeks before</source>
        <translation>Pekan-pekan sebelumnya</translation>
    </message>
    <message>
        <source>The month before</source>
        <translation>Bulan sebelumnya</translation>
    </message>
    <message>
        <source>The same weeks last year</source>
        <extracomment>More events than these would make the menu taller than a small screen.</extracomment>
        <translation>Pekan yang sama tahun lalu</translation>
    </message>
</context>
<context>
    <name>Export</name>
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
        <source>Picture (*.png)</source>
        <translation>Gambar (*.png)</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>Gambar vektor (*.svg)</translation>
    </message>
    <message>
        <source>Save this panel</source>
        <translation>Simpan panel ini</translation>
    </message>
    <message>
        <source>{panel} copied</source>
        <translation>{panel} disalin</translation>
    </message>
    <message>
        <source>statistics</source>
        <translation>statistik</translation>
    </message>
    <message>
        <source>CSV with semicolons, 1,5 (*.csv)</source>
        <translation>CSV dengan titik koma, 1,5 (*.csv)</translation>
    </message>
    <message>
        <source>CSV with commas, 1.5 (*.csv)</source>
        <translation>CSV dengan koma, 1.5 (*.csv)</translation>
    </message>
    <message>
        <source>{file} saved</source>
        <translation>{file} tersimpan</translation>
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
        <extracomment>What a cell can tell: orders, lines or revenue, each as an average per hour, or how long it took on average until an order was ready.</extracomment>
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
        <source>still to come</source>
        <translation>belum tiba</translation>
    </message>
    <message>
        <source>{number} orders per hour</source>
        <translation>{number} pesanan per jam</translation>
    </message>
    <message>
        <source>{number} lines per hour</source>
        <translation>{number} jenis barang per jam</translation>
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
    <message>
        <source>ready after {time} on average</source>
        <translation>rata-rata siap setelah {time}</translation>
    </message>
</context>
<context>
    <name>HeatPanel</name>
    <message>
        <source>Busy hours will appear here</source>
        <translation>Jam ramai akan tampil di sini</translation>
    </message>
    <message>
        <source>When the shop is busy</source>
        <translation>Kapan toko ramai</translation>
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
        <extracomment>From this width on (see the window) the letters of charts are larger, 14 px instead of 12. A bar, a cell or a row was pressed: carries the Lead. A panel was built: carries it. What each panel is, in which row it stands, and its share of the width. What each of them is about, see `figure_leads`. A figure was pressed: carries the Lead.</extracomment>
        <translation>Pesanan</translation>
    </message>
    <message>
        <source>Average order</source>
        <translation>Rata-rata per pesanan</translation>
    </message>
    <message>
        <source>Items sold</source>
        <translation>Barang terjual</translation>
    </message>
    <message>
        <source>Median time to ready</source>
        <translation>Lama penyiapan (median)</translation>
    </message>
    <message>
        <source>Short lines</source>
        <translation>Barang kurang</translation>
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
    <message>
        <source>Revenue, {sum} brought back</source>
        <translation>Penjualan, retur {sum}</translation>
    </message>
    <message>
        <source>Average before returns</source>
        <translation>Rata-rata sebelum retur</translation>
    </message>
</context>
<context>
    <name>LeadPanel</name>
    <message>
        <source>No order has been made ready yet</source>
        <translation>Belum ada pesanan yang selesai disiapkan</translation>
    </message>
    <message>
        <source>The warehouse&apos;s times will appear here.</source>
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
        <source>{share} ready on time</source>
        <translation>{share} siap tepat waktu</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Kecepatan</translation>
    </message>
    <message>
        <source>limit {n} min</source>
        <translation>batas {n} mnt</translation>
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
    <name>OccasionForm</name>
    <message>
        <source>Own events</source>
        <extracomment>So many stand in the row; older ones are found among what days can be compared with.</extracomment>
        <translation>Momen khusus</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>Momen baru</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ubah</translation>
    </message>
    <message>
        <source>{name} is on the axis</source>
        <translation>{name} tampil di sumbu waktu</translation>
    </message>
    <message>
        <source>{name} removed</source>
        <translation>{name} dihapus</translation>
    </message>
    <message>
        <source>Lebaran, sale, road works…</source>
        <translation>Lebaran, promo, perbaikan jalan…</translation>
    </message>
    <message>
        <source>Name of the event</source>
        <translation>Nama momen</translation>
    </message>
    <message>
        <source>First day of the event</source>
        <translation>Hari pertama momen</translation>
    </message>
    <message>
        <source>Last day of the event</source>
        <translation>Hari terakhir momen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Hapus</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Save or copy this panel</source>
        <extracomment>The menu was asked for one of `WAYS_OUT`. How the chart and the table share the width when they stand beside each other. A bar, a cell or a row was pressed that leads on: carries the Lead.</extracomment>
        <translation>Simpan atau salin panel ini</translation>
    </message>
    <message>
        <source>Show as a chart</source>
        <extracomment>The chart and its table: one of them, or both beside each other.</extracomment>
        <translation>Tampilkan sebagai grafik</translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation>Tampilkan sebagai tabel</translation>
    </message>
</context>
<context>
    <name>PeriodBar</name>
    <message>
        <source>First day</source>
        <extracomment>First and last day, in order. One of the owner&apos;s events. Esc.</extracomment>
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
    <name>PeriodHeader</name>
    <message>
        <source>Choose…</source>
        <translation>Pilih…</translation>
    </message>
    <message>
        <source>Period</source>
        <extracomment>The periods; the last one opens the strip.</extracomment>
        <translation>Periode</translation>
    </message>
    <message>
        <source>against {days}</source>
        <extracomment>What the days are compared with.</extracomment>
        <translation>dibanding {days}</translation>
    </message>
    <message>
        <source>against {days} until {time}</source>
        <translation>dibanding {days} s.d. {time}</translation>
    </message>
    <message>
        <source>Counted {time}</source>
        <translation>Dihitung {time}</translation>
    </message>
    <message>
        <source>against last year</source>
        <translation>dibanding tahun lalu</translation>
    </message>
    <message>
        <source>against the time before</source>
        <translation>dibanding sebelumnya</translation>
    </message>
</context>
<context>
    <name>QueueChart</name>
    <message>
        <source>The queue through the day</source>
        <extracomment>What stands at the foot of a bar comes first.</extracomment>
        <translation>Antrean sepanjang hari</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>No order was open on this day</source>
        <translation>Tidak ada pesanan berjalan pada hari ini</translation>
    </message>
    <message>
        <source>Of days before {day} only the sums are kept</source>
        <translation>Dari hari sebelum {day} hanya jumlahnya yang disimpan</translation>
    </message>
    <message>
        <source>Choose another day above.</source>
        <translation>Pilih hari lain di atas.</translation>
    </message>
    <message>
        <source>{waiting} to prepare, {ready} ready</source>
        <extracomment>While the slider is pulled, the queue is asked for at most this often. How the queue rose and fell on a day, and when nobody knows.</extracomment>
        <translation>{waiting} perlu disiapkan, {ready} siap</translation>
    </message>
    <message>
        <source>The queue at {time}</source>
        <translation>Antrean pada {time}</translation>
    </message>
</context>
<context>
    <name>QueueReport</name>
    <message>
        <source>Time of day</source>
        <translation>Jam</translation>
    </message>
    <message>
        <source>The day before</source>
        <translation>Hari sebelumnya</translation>
    </message>
    <message>
        <source>The day after</source>
        <translation>Hari berikutnya</translation>
    </message>
</context>
<context>
    <name>RankedBars</name>
    <message>
        <source>Bars: {name}</source>
        <translation>Batang: {name}</translation>
    </message>
</context>
<context>
    <name>ReportPanel</name>
    <message>
        <source>Nothing to show for these days</source>
        <translation>Tidak ada yang perlu ditampilkan untuk hari-hari ini</translation>
    </message>
    <message>
        <source>Show the orders</source>
        <translation>Tampilkan pesanannya</translation>
    </message>
    <message>
        <source>as it is now</source>
        <translation>keadaan sekarang</translation>
    </message>
</context>
<context>
    <name>ReportsView</name>
    <message>
        <source>Questions</source>
        <extracomment>The question that a pressed bar asks. Pages of their own, after the questions. A bar or a row was pressed: carries the Lead. A panel was built: carries it.</extracomment>
        <translation>Pertanyaan</translation>
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
    <name>SalesPanel</name>
    <message>
        <source>This period</source>
        <translation>Periode ini</translation>
    </message>
    <message>
        <source>not complete</source>
        <translation>belum selesai</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Pembanding</translation>
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
        <source>{money} without an hour</source>
        <translation>{money} tanpa jam</translation>
    </message>
</context>
<context>
    <name>StatisticsPage</name>
    <message>
        <source>Statistics</source>
        <extracomment>What changes a figure, a product&apos;s name, the shop&apos;s limit or an event on the axis. Below the one width (pixels at 100 %) panels stand below each other, from the other one on letters are larger. What works only once there are figures. With many orders coming in, the figures are counted anew at most this often.</extracomment>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>Counted again</source>
        <translation>Sudah dihitung ulang</translation>
    </message>
    <message>
        <source>This is the first page</source>
        <translation>Ini sudah halaman pertama</translation>
    </message>
    <message>
        <source>Choose other days</source>
        <translation>Pilih hari lain</translation>
    </message>
</context>
<context>
    <name>TopPanel</name>
    <message>
        <source>The best sellers will appear here</source>
        <translation>Produk terlaris akan tampil di sini</translation>
    </message>
    <message>
        <source>Top products</source>
        <translation>Produk terlaris</translation>
    </message>
    <message>
        <source>Revenue and its change</source>
        <translation>Penjualan dan perubahannya</translation>
    </message>
</context>
<context>
    <name>TopProducts</name>
    <message>
        <source>Top products</source>
        <translation>Produk terlaris</translation>
    </message>
    <message numerus="yes">
        <source>{quantity} {unit} in {n} order line(s)</source>
        <translation>
            <numerusform>{quantity} {unit}, {n} kali dipesan</numerusform>
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
        <extracomment>Those that the calendar makes, in months.</extracomment>
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
        <source>30 days</source>
        <translation>30 hari</translation>
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
        <source>This week</source>
        <translation>Minggu ini</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>Minggu lalu</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Bulan ini</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Bulan lalu</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Tahun ini</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Tahun lalu</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>Semua waktu</translation>
    </message>
</context>
<context>
    <name>statistics</name>
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
        <source>Event</source>
        <translation>Momen</translation>
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
        <translation>Jenis barang</translation>
    </message>
    <message>
        <source>Without an hour</source>
        <translation>Tanpa jam</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Tahap</translation>
    </message>
    <message>
        <source>{step}: {time} or longer</source>
        <translation>{step}: {time} atau lebih</translation>
    </message>
    <message>
        <source>Later than promised</source>
        <translation>Lewat dari waktu janji</translation>
    </message>
    <message>
        <source>Brought back</source>
        <translation>Dikembalikan</translation>
    </message>
    <message>
        <source>Average order</source>
        <translation>Rata-rata per pesanan</translation>
    </message>
    <message>
        <source>Average before returns</source>
        <translation>Rata-rata sebelum retur</translation>
    </message>
    <message>
        <source>Items sold</source>
        <translation>Barang terjual</translation>
    </message>
    <message>
        <source>Items per order</source>
        <translation>Barang per pesanan</translation>
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
        <translation>Pesanan dibatalkan</translation>
    </message>
    <message>
        <source>Without tax</source>
        <translation>Tanpa pajak</translation>
    </message>
    <message>
        <source>Gross profit</source>
        <translation>Laba kotor</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Margin</translation>
    </message>
    <message>
        <source>Cost unknown</source>
        <translation>Modal tak diketahui</translation>
    </message>
    <message>
        <source>Median time to ready</source>
        <translation>Lama penyiapan (median)</translation>
    </message>
    <message>
        <source>Late, share of orders</source>
        <translation>Terlambat, bagian dari pesanan</translation>
    </message>
    <message>
        <source>Ready on time, share</source>
        <translation>Siap tepat waktu, bagian</translation>
    </message>
    <message>
        <source>Short lines, share</source>
        <translation>Barang kurang, bagian dari semua</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Angka</translation>
    </message>
    <message>
        <source>Change (points)</source>
        <translation>Perubahan (poin)</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Keterangan</translation>
    </message>
    <message>
        <source>All figures</source>
        <translation>Semua angka</translation>
    </message>
    <message>
        <source>{points} pt</source>
        <translation>{points} poin</translation>
    </message>
    <message>
        <source>Top products</source>
        <translation>Produk terlaris</translation>
    </message>
    <message>
        <source>When the shop is busy</source>
        <translation>Kapan toko ramai</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Kecepatan</translation>
    </message>
    <message>
        <source>Orders per hour, average</source>
        <translation>Pesanan per jam, rata-rata</translation>
    </message>
    <message>
        <source>Lines per hour, average</source>
        <translation>Jenis barang per jam, rata-rata</translation>
    </message>
    <message>
        <source>Revenue per hour, average</source>
        <translation>Penjualan per jam, rata-rata</translation>
    </message>
    <message>
        <source>Minutes until ready, average</source>
        <translation>Menit sampai siap, rata-rata</translation>
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
        <translation>Menunggu dikerjakan</translation>
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
        <source>half</source>
        <translation>separuh</translation>
    </message>
    <message>
        <source>9 of 10</source>
        <translation>9 dari 10</translation>
    </message>
    <message>
        <source>open since {day}</source>
        <translation>buka sejak {day}</translation>
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
        <source>Statistics, {days}</source>
        <translation>Statistik, {days}</translation>
    </message>
    <message>
        <source>Counted on {moment}</source>
        <translation>Dihitung {moment}</translation>
    </message>
    <message>
        <source>Compared with: {days}</source>
        <translation>Pembanding: {days}</translation>
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
        <source>{revenue} · orders: {orders} · days: {days}</source>
        <translation>{revenue} · pesanan: {orders} · hari: {days}</translation>
    </message>
    <message>
        <source>Open since {day}: these days cannot be compared yet</source>
        <translation>Buka sejak {day}: hari-hari ini belum bisa dibandingkan</translation>
    </message>
    <message>
        <source>Number of orders</source>
        <translation>Jumlah pesanan</translation>
    </message>
    <message>
        <source>Lines per order</source>
        <translation>Jenis barang per pesanan</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Harga</translation>
    </message>
    <message>
        <source>Which products and amounts</source>
        <translation>Produk dan jumlahnya</translation>
    </message>
    <message>
        <source>From {before} to {after}, against {days}: {change} = {sum}</source>
        <translation>Dari {before} menjadi {after}, dibanding {days}: {change} = {sum}</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Due to price</source>
        <translation>Karena harga</translation>
    </message>
    <message>
        <source>Why it changed</source>
        <translation>Mengapa berubah</translation>
    </message>
    <message>
        <source>without a category</source>
        <translation>tanpa kategori</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produk</translation>
    </message>
    <message>
        <source>{risen} categories rose, {fallen} fell</source>
        <translation>{risen} kategori naik, {fallen} turun</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>before: {money}</source>
        <translation>sebelumnya: {money}</translation>
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
        <source>Cumulative</source>
        <translation>Kumulatif</translation>
    </message>
    <message>
        <source>{letter}: {count} products</source>
        <translation>{letter}: {count} produk</translation>
    </message>
    <message>
        <source>Sellers by size (ABC)</source>
        <translation>Andil penjualan (ABC)</translation>
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
        <source>Order: what lasts for {days} days at the pace of the last {pace}, and keeps the reorder level.</source>
        <translation>Pesan: cukup untuk {days} hari dengan penjualan seperti {pace} hari terakhir, dan stok minimum tetap terjaga.</translation>
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
        <source>A clock stood wrong between {since} and {until}: orders placed meanwhile stay on {day}</source>
        <translation>Jam komputer salah antara {since} dan {until}: pesanan saat itu tetap tercatat pada {day}</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Open for</source>
        <translation>Lama</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>The queue at a moment</source>
        <translation>Antrean pada suatu saat</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>Stok</translation>
    </message>
    <message>
        <source>Sold in 28 full days</source>
        <translation>Terjual 28 hari penuh</translation>
    </message>
    <message>
        <source>Days left</source>
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
        <translation>Pengembalian uang</translation>
    </message>
    <message>
        <source>Total of all differences: {sum}</source>
        <translation>Total semua selisih: {sum}</translation>
    </message>
    <message>
        <source>Counted at</source>
        <translation>Dihitung pada</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Perangkat</translation>
    </message>
    <message>
        <source>{share} of all that came in</source>
        <translation>{share} dari semua yang diterima</translation>
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
        <source>Tills</source>
        <translation>Shift kasir</translation>
    </message>
    <message>
        <source>Orders by the station and staff code that placed them</source>
        <translation>Pesanan menurut perangkat dan kode staf yang membuatnya</translation>
    </message>
    <message>
        <source>{count} orders</source>
        <translation>{count} pesanan</translation>
    </message>
    <message>
        <source>Stations and staff</source>
        <translation>Perangkat dan staf</translation>
    </message>
    <message>
        <source>Cancelled: {reason}</source>
        <translation>Dibatalkan: {reason}</translation>
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
    <message>
        <source>{days}, against {before}</source>
        <translation>{days}, dibanding {before}</translation>
    </message>
    <message>
        <source>counted {moment}</source>
        <translation>dihitung {moment}</translation>
    </message>
    <message>
        <source>Copy picture and table</source>
        <translation>Salin gambar dan tabel</translation>
    </message>
    <message>
        <source>Save picture (PNG)…</source>
        <translation>Simpan gambar (PNG)…</translation>
    </message>
    <message>
        <source>Save picture (SVG)…</source>
        <translation>Simpan gambar (SVG)…</translation>
    </message>
    <message>
        <source>Save table (CSV)…</source>
        <translation>Simpan tabel (CSV)…</translation>
    </message>
    <message>
        <source>Save table (Excel)…</source>
        <translation>Simpan tabel (Excel)…</translation>
    </message>
    <message>
        <source>What sold</source>
        <translation>Yang terjual</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Uang</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Staf</translation>
    </message>
    <message>
        <source>Shelves</source>
        <translation>Rak dan gudang</translation>
    </message>
    <message>
        <source>When, side by side</source>
        <translation>Kapan, berdampingan</translation>
    </message>
    <message>
        <source>Pairs that lie in one basket more often than by chance, in {orders} orders</source>
        <translation>Pasangan yang lebih sering dibeli bersama daripada kebetulan, dalam {orders} pesanan</translation>
    </message>
    <message>
        <source>Pairs that lie in one basket more often than by chance, in the newest {orders} of {all} orders</source>
        <translation>Pasangan yang lebih sering dibeli bersama daripada kebetulan, dalam {orders} pesanan terbaru dari {all}</translation>
    </message>
    <message>
        <source>Who buys this</source>
        <translation>Yang membeli ini</translation>
    </message>
    <message>
        <source>also buys this</source>
        <translation>juga membeli ini</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Seberapa sering</translation>
    </message>
    <message>
        <source>Against chance</source>
        <translation>Dibanding kebetulan</translation>
    </message>
    <message>
        <source>Bought together</source>
        <translation>Dibeli bersama</translation>
    </message>
    <message>
        <source>{lines} lines were not there in full; they would have brought {money}</source>
        <translation>{lines} barang tidak tersedia penuh; nilainya {money}</translation>
    </message>
    <message>
        <source>Unsold</source>
        <translation>Tidak terjual</translation>
    </message>
    <message>
        <source>Missing: {reason}</source>
        <translation>Kurang: {reason}</translation>
    </message>
    <message>
        <source>Short lines</source>
        <translation>Barang kurang</translation>
    </message>
    <message>
        <source>{lines} lines came back, {money} less on the bills</source>
        <translation>{lines} barang diretur, tagihan berkurang {money}</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Kali</translation>
    </message>
    <message>
        <source>Less on the bills</source>
        <translation>Pengurang tagihan</translation>
    </message>
    <message>
        <source>no reason noted</source>
        <translation>tanpa alasan</translation>
    </message>
    <message>
        <source>{count} lines</source>
        <translation>{count} barang</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>Diretur</translation>
    </message>
    <message>
        <source>Nothing was picked on these days, so there are no times to trust</source>
        <translation>Tidak ada yang disiapkan pada hari-hari ini, jadi belum ada waktu yang bisa dipercaya</translation>
    </message>
    <message>
        <source>{share} of the picked lines were ticked or scanned one by one: that far the times can be trusted. The others were ticked with the whole card.</source>
        <translation>{share} barang dicentang atau dipindai satu per satu: sejauh itu waktunya bisa dipercaya. Sisanya dicentang sekaligus satu kartu.</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>Satu per satu</translation>
    </message>
    <message>
        <source>Whole card</source>
        <translation>Sekaligus</translation>
    </message>
    <message>
        <source>Trustworthy</source>
        <translation>Bisa dipercaya</translation>
    </message>
    <message>
        <source>Picking and trust</source>
        <translation>Keandalan penyiapan</translation>
    </message>
    <message>
        <source>Of no sale on these days it is known what it cost</source>
        <translation>Modal penjualan pada hari-hari ini tidak diketahui</translation>
    </message>
    <message>
        <source>Gross profit {profit}, {share} of the revenue without tax</source>
        <translation>Laba kotor {profit}, {share} dari omzet tanpa pajak</translation>
    </message>
    <message>
        <source>sales of {money} whose cost nobody knows are left out</source>
        <translation>penjualan {money} yang modalnya tidak diketahui tidak dihitung</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Modal</translation>
    </message>
    <message>
        <source>Whole months: {tax} of tax, {back} of tax taken off for goods that came back</source>
        <translation>Bulan penuh: PPN {tax}, sudah dikurangi PPN {back} untuk barang kembali</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Tarif</translation>
    </message>
    <message>
        <source>Price without tax</source>
        <translation>Harga jual tanpa PPN</translation>
    </message>
    <message>
        <source>Tax base</source>
        <translation>DPP</translation>
    </message>
    <message>
        <source>Rate on the base</source>
        <translation>Tarif atas DPP</translation>
    </message>
    <message>
        <source>With tax</source>
        <translation>Dengan PPN</translation>
    </message>
    <message>
        <source>Tax of it</source>
        <translation>PPN-nya</translation>
    </message>
    <message>
        <source>Tax by month</source>
        <translation>PPN per bulan</translation>
    </message>
    <message>
        <source>{head}, first day</source>
        <translation>{head}, hari pertama</translation>
    </message>
    <message>
        <source>{head}, last day</source>
        <translation>{head}, hari terakhir</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>detik</translation>
    </message>
</context>
</TS>
