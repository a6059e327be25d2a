<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>answers</name>
    <message>
        <source>your shopping</source>
        <extracomment>So many products are offered for one wish; the customer may always name another.</extracomment>
        <translation>belanjaannya</translation>
    </message>
    <message>
        <source>about your list</source>
        <translation>jawaban untuk daftarnya</translation>
    </message>
    <message>
        <source>your order {number}</source>
        <translation>pesanan {number}</translation>
    </message>
    <message>
        <source>Subtotal {sum}</source>
        <translation>Subtotal {sum}</translation>
    </message>
    <message>
        <source>Discount {rate} {sum}</source>
        <translation>Diskon {rate} {sum}</translation>
    </message>
    <message>
        <source>Discount {sum}</source>
        <translation>Diskon {sum}</translation>
    </message>
    <message>
        <source>Tax (PPN) {sum}</source>
        <translation>PPN {sum}</translation>
    </message>
    <message>
        <source>Total {sum}</source>
        <translation>Total {sum}</translation>
    </message>
    <message>
        <source>Total so far {sum}</source>
        <translation>Total sementara {sum}</translation>
    </message>
    <message>
        <source>({sum} tax included)</source>
        <translation>(termasuk PPN {sum})</translation>
    </message>
    <message>
        <source>Sorry, we do not have:</source>
        <translation>Maaf, tidak ada:</translation>
    </message>
    <message>
        <source>Not in this order:</source>
        <translation>Tidak masuk pesanan:</translation>
    </message>
    <message>
        <source>Please tell us:</source>
        <translation>Mohon dijawab ya:</translation>
    </message>
    <message>
        <source>- {words}: how many {unit} of {name}?</source>
        <translation>- {words}: berapa {unit} {name}?</translation>
    </message>
    <message>
        <source>- {words}: do you mean {name}, {price}/{unit}?</source>
        <translation>- {words}: maksudnya {name}, {price}/{unit}?</translation>
    </message>
    <message>
        <source>- {words}: which one?</source>
        <translation>- {words}: yang mana?</translation>
    </message>
    <message>
        <source>- {words}: what do you mean?</source>
        <translation>- {words}: maksudnya yang mana?</translation>
    </message>
    <message>
        <source>Ready, please come and fetch it.</source>
        <translation>Sudah siap, silakan diambil.</translation>
    </message>
    <message>
        <source>Ready at {time}.</source>
        <translation>Siap {time}.</translation>
    </message>
    <message>
        <source>Paid {sum}.</source>
        <translation>Sudah dibayar {sum}.</translation>
    </message>
    <message>
        <source>You get back {sum}.</source>
        <translation>Uang kembali {sum}.</translation>
    </message>
    <message>
        <source>Still to pay: {sum}</source>
        <translation>Sisa bayar: {sum}</translation>
    </message>
    <message>
        <source>You can pay in cash, by QRIS, debit card or transfer.</source>
        <translation>Bisa bayar tunai, QRIS, kartu debit, atau transfer.</translation>
    </message>
    <message>
        <source>Text for the customer copied</source>
        <translation>Teks untuk pelanggan disalin</translation>
    </message>
    <message>
        <source>Text for the customer copied: {language}</source>
        <translation>Teks untuk pelanggan disalin: {language}</translation>
    </message>
    <message>
        <source>The QRIS of the shop is missing in Settings, Shop</source>
        <translation>QRIS toko belum diisi di Pengaturan, Toko</translation>
    </message>
    <message>
        <source>Nothing is to be paid</source>
        <translation>Tidak ada yang perlu dibayar</translation>
    </message>
    <message>
        <source>QRIS of {sum} copied as a picture</source>
        <translation>QRIS {sum} disalin sebagai gambar</translation>
    </message>
    <message>
        <source>Prices at {shop}</source>
        <translation>Harga di {shop}</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Lainnya</translation>
    </message>
</context>
</TS>
