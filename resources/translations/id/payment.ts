<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>AmountField</name>
    <message>
        <source>type digits</source>
        <extracomment>A person changed the sum. What was typed or pasted is no sum; nothing changed.</extracomment>
        <translation>ketik angka</translation>
    </message>
</context>
<context>
    <name>ChangePanel</name>
    <message>
        <source>Change</source>
        <translation>Kembalian</translation>
    </message>
    <message>
        <source>Still to pay</source>
        <translation>Sisa tagihan</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>Give</source>
        <translation>Berikan</translation>
    </message>
    <message>
        <source>Nothing to give back</source>
        <translation>Tidak ada kembalian</translation>
    </message>
</context>
<context>
    <name>OrderSummary</name>
    <message>
        <source>Order</source>
        <translation>Pesanan</translation>
    </message>
    <message>
        <source>Before discount</source>
        <translation>Sebelum diskon</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Diskon</translation>
    </message>
    <message>
        <source>Tax (PPN)</source>
        <translation>PPN</translation>
    </message>
    <message>
        <source>Paid before</source>
        <translation>Sudah dibayar</translation>
    </message>
    <message>
        <source>{sum} included</source>
        <translation>termasuk {sum}</translation>
    </message>
    <message>
        <source>Goods out</source>
        <translation>Barang keluar</translation>
    </message>
    <message>
        <source>included</source>
        <translation>termasuk</translation>
    </message>
    <message>
        <source>Goods back</source>
        <translation>Barang kembali</translation>
    </message>
    <message>
        <source>Rounding in cash</source>
        <translation>Pembulatan tunai</translation>
    </message>
    <message>
        <source>Still to pay</source>
        <translation>Sisa tagihan</translation>
    </message>
    <message>
        <source>To be paid</source>
        <translation>Total tagihan</translation>
    </message>
</context>
<context>
    <name>PaymentPanel</name>
    <message>
        <source>QRIS of {sum}</source>
        <translation>QRIS {sum}</translation>
    </message>
    <message>
        <source>Done, nothing to pay</source>
        <translation>Selesai, tidak ada yang dibayar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>Type what the customer gives</source>
        <translation>Ketik uang yang diterima</translation>
    </message>
    <message>
        <source>No printer was chosen yet</source>
        <extracomment>Carries the tenders; they may be less than the total when the rest is paid later. And whether a receipt is wanted.</extracomment>
        <translation>Printer belum dipilih</translation>
    </message>
    <message>
        <source>{key} once more gives {sum} ({method}) back to the customer</source>
        <translation>{key} sekali lagi: {sum} ({method}) dikembalikan ke pembeli</translation>
    </message>
    <message>
        <source>{sum} that was taken goes back to the customer</source>
        <translation>{sum} yang sudah diterima dikembalikan ke pembeli</translation>
    </message>
    <message>
        <source>Leave the rest unpaid</source>
        <translation>Sisanya belum dibayar</translation>
    </message>
    <message>
        <source>Leave unpaid</source>
        <translation>Biarkan belum dibayar</translation>
    </message>
    <message>
        <source>More than is due, and this way gives no change</source>
        <translation>Lebih dari tagihan, dan cara ini tanpa kembalian</translation>
    </message>
    <message>
        <source>{rest} is missing. {key} takes it as a part</source>
        <translation>Kurang {rest}. Tekan {key} untuk bayar sebagian</translation>
    </message>
    <message>
        <source>Only digits count here</source>
        <translation>Hanya angka yang dihitung di sini</translation>
    </message>
    <message>
        <source>Take {sum}, {rest} is left</source>
        <translation>Terima {sum}, sisa {rest}</translation>
    </message>
    <message>
        <source>{sum} has arrived</source>
        <translation>{sum} sudah diterima</translation>
    </message>
    <message>
        <source>Done, {sum} back</source>
        <translation>Selesai, kembali {sum}</translation>
    </message>
    <message>
        <source>Press once more if it is right</source>
        <translation>Tekan sekali lagi jika benar</translation>
    </message>
    <message>
        <source>Far more than is due</source>
        <translation>Jauh lebih besar dari tagihan</translation>
    </message>
    <message>
        <source>Done, exact sum</source>
        <translation>Selesai, uang pas</translation>
    </message>
</context>
<context>
    <name>payment</name>
    <message>
        <source>Cash received</source>
        <translation>Uang diterima</translation>
    </message>
    <message>
        <source>To be paid by {method}</source>
        <translation>Tagihan lewat {method}</translation>
    </message>
    <message>
        <source>Let the customer scan this QRIS: {sum} is in it.</source>
        <translation>Minta pelanggan memindai QRIS ini: {sum} sudah tercantum.</translation>
    </message>
    <message>
        <source>Let the customer scan the shop&apos;s QRIS and enter {sum}.</source>
        <translation>Minta pelanggan memindai QRIS toko dan memasukkan {sum}.</translation>
    </message>
    <message>
        <source>Press Enter once the money shows in the shop&apos;s own app. A screenshot is no proof.</source>
        <translation>Tekan Enter setelah uang tampak di aplikasi toko sendiri. Tangkapan layar bukan bukti.</translation>
    </message>
    <message>
        <source>Press Enter once the money shows in the shop&apos;s own app. The QRIS appears here with the sum as soon as it is set in Settings, Shop.</source>
        <translation>Tekan Enter setelah uang terlihat di aplikasi toko sendiri. QRIS akan tampil di sini dengan nominalnya begitu diisi di Pengaturan, Toko.</translation>
    </message>
    <message>
        <source>Enter {sum} on the card machine.</source>
        <translation>Masukkan {sum} di mesin EDC.</translation>
    </message>
    <message>
        <source>Press Enter once its slip says approved.</source>
        <translation>Tekan Enter setelah struk EDC menyatakan disetujui.</translation>
    </message>
    <message>
        <source>The customer transfers {sum} to the shop&apos;s account.</source>
        <translation>Pelanggan mentransfer {sum} ke rekening toko.</translation>
    </message>
    <message>
        <source>Press Enter once the money shows in the account.</source>
        <translation>Tekan Enter setelah uang masuk ke rekening.</translation>
    </message>
    <message>
        <source>{sum} back</source>
        <translation>kembali {sum}</translation>
    </message>
    <message>
        <source>exact sum</source>
        <translation>uang pas</translation>
    </message>
    <message>
        <source>Erase one digit</source>
        <translation>Hapus satu angka</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>Pesanan baru</translation>
    </message>
    <message>
        <source>Exchange for order {number}</source>
        <translation>Tukar barang pesanan {number}</translation>
    </message>
    <message>
        <source>Order {number}</source>
        <translation>Pesanan {number}</translation>
    </message>
    <message>
        <source>Open the till</source>
        <translation>Buka shift</translation>
    </message>
</context>
</TS>
