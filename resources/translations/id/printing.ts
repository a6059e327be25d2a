<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>Preview</name>
    <message>
        <source>Print preview</source>
        <extracomment>More pages than this are not painted for looking at.</extracomment>
        <translation>Pratinjau cetak</translation>
    </message>
    <message>
        <source>Labels of each product</source>
        <translation>Label per produk</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Kertas</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Simpan PDF</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Cetak</translation>
    </message>
    <message>
        <source>Choose a printer</source>
        <translation>Pilih printer</translation>
    </message>
    <message>
        <source>This station has no printer yet.</source>
        <translation>Perangkat ini belum punya printer.</translation>
    </message>
    <message>
        <source>The printer of this station has {paper}.</source>
        <translation>Printer di perangkat ini memakai kertas {paper}.</translation>
    </message>
    <message>
        <source>The usual printer of this station</source>
        <translation>Printer utama perangkat ini</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Tersimpan: {file}</translation>
    </message>
</context>
<context>
    <name>PrintSpooler</name>
    <message>
        <source>Printing: {paper}</source>
        <translation>Mencetak: {paper}</translation>
    </message>
    <message>
        <source>{paper} was not printed. {reason}</source>
        <translation>{paper} tidak tercetak. {reason}</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) were not printed. {reason}</source>
        <translation>
            <numerusform>%n cetakan gagal. {reason}</numerusform>
        </translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>Cetak lagi</translation>
    </message>
</context>
<context>
    <name>printing</name>
    <message>
        <source>Till, still open</source>
        <translation>Shift, masih buka</translation>
    </message>
    <message>
        <source>Till closed</source>
        <translation>Tutup shift</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Perangkat</translation>
    </message>
    <message>
        <source>Opened by</source>
        <translation>Dibuka oleh</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Dibuka</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Ditutup</translation>
    </message>
    <message>
        <source>Note: {note}</source>
        <translation>Catatan: {note}</translation>
    </message>
    <message>
        <source>Payments at this station</source>
        <translation>Penerimaan di perangkat ini</translation>
    </message>
    <message>
        <source>Not known any more: old orders were removed</source>
        <translation>Tidak diketahui lagi: pesanan lama sudah dihapus</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Cash before, while no till was open</source>
        <translation>Tunai sebelum shift dibuka</translation>
    </message>
    <message>
        <source>Cash in the drawer</source>
        <translation>Uang tunai di laci</translation>
    </message>
    <message>
        <source>Opening float</source>
        <translation>Modal awal</translation>
    </message>
    <message>
        <source>From orders</source>
        <translation>Dari pesanan</translation>
    </message>
    <message>
        <source>Should be there</source>
        <translation>Seharusnya</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Dihitung</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>Kurang</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Lebih</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>Pas</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Till report</source>
        <translation>Laporan shift</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Struk</translation>
    </message>
    <message>
        <source>Pick ticket</source>
        <translation>Slip gudang</translation>
    </message>
    <message>
        <source>Order change</source>
        <translation>Perubahan pesanan</translation>
    </message>
    <message>
        <source>In words: {sum} rupiah</source>
        <translation>Terbilang: {sum} rupiah</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Diskon</translation>
    </message>
    <message>
        <source>Subtotal</source>
        <translation>Subtotal</translation>
    </message>
    <message>
        <source>Test print</source>
        <translation>Cetak percobaan</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Dicetak</translation>
    </message>
    <message>
        <source>The line reaches from edge to edge, the bars can be scanned.</source>
        <translation>Garis sampai ke kedua tepi, dan barcode bisa dipindai.</translation>
    </message>
    <message>
        <source>TOTAL</source>
        <translation>TOTAL</translation>
    </message>
    <message>
        <source>PPN{rate}</source>
        <translation>PPN{rate}</translation>
    </message>
    <message>
        <source>TRAINING</source>
        <translation>LATIHAN</translation>
    </message>
    <message>
        <source>Nothing of this was sold</source>
        <translation>Ini bukan penjualan</translation>
    </message>
    <message>
        <source>including PPN{rate}</source>
        <translation>termasuk PPN{rate}</translation>
    </message>
    <message>
        <source>Refund, {method}</source>
        <translation>Pengembalian, {method}</translation>
    </message>
    <message>
        <source>To pay in cash</source>
        <translation>Dibayar tunai</translation>
    </message>
    <message>
        <source>Change given</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>To be given back</source>
        <translation>Harus dikembalikan</translation>
    </message>
    <message>
        <source>Still to pay</source>
        <translation>Sisa tagihan</translation>
    </message>
    <message>
        <source>RUSH</source>
        <translation>PRIORITAS</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Jumlah jenis</translation>
    </message>
    <message>
        <source>STILL TO PAY: {sum}</source>
        <translation>SISA TAGIHAN: {sum}</translation>
    </message>
    <message>
        <source>ORDER CANCELLED</source>
        <translation>PESANAN DIBATALKAN</translation>
    </message>
    <message>
        <source>ORDER CHANGED</source>
        <translation>PESANAN BERUBAH</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Diubah</translation>
    </message>
    <message>
        <source>Only the sum is different. Nothing else to pick.</source>
        <translation>Hanya total tagihan yang berubah. Tidak ada barang lain yang perlu diambil.</translation>
    </message>
    <message>
        <source>New on the order</source>
        <translation>Barang tambahan</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Dihapus</translation>
    </message>
    <message>
        <source>{quantity} more</source>
        <translation>Tambah {quantity}</translation>
    </message>
    <message>
        <source>{quantity} less</source>
        <translation>Kurang {quantity}</translation>
    </message>
    <message>
        <source>Note removed</source>
        <translation>Catatan dihapus</translation>
    </message>
    <message>
        <source>Order {number}</source>
        <translation>Pesanan {number}</translation>
    </message>
    <message>
        <source>Placed</source>
        <translation>Masuk</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Oleh</translation>
    </message>
    <message>
        <source>Ready at</source>
        <translation>Siap pada</translation>
    </message>
    <message>
        <source>COPY {number}</source>
        <translation>SALINAN {number}</translation>
    </message>
</context>
</TS>
