<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>ReadyBoardPage</name>
    <message>
        <source>Ready board</source>
        <translation>Layar antrean</translation>
    </message>
    <message>
        <source>{count} being prepared</source>
        <translation>{count} disiapkan</translation>
    </message>
    <message>
        <source>{count} ready</source>
        <translation>{count} siap</translation>
    </message>
    <message>
        <source>{count} waiting longer: ask at the counter</source>
        <translation>{count} menunggu lebih lama: silakan tanya kasir</translation>
    </message>
    <message>
        <source>Ready to collect: {ready}. Being prepared: {preparing}</source>
        <translation>Siap diambil: {ready}. Sedang disiapkan: {preparing}</translation>
    </message>
</context>
<context>
    <name>ready_board</name>
    <message>
        <source>Up to date</source>
        <translation>Terkini</translation>
    </message>
    <message>
        <source>Not up to date</source>
        <translation>Belum terkini</translation>
    </message>
    <message>
        <source>Please show your receipt at the counter.</source>
        <translation>Mohon tunjukkan struk Anda di kasir.</translation>
    </message>
    <message>
        <source>Being prepared</source>
        <translation>Sedang disiapkan</translation>
    </message>
    <message>
        <source>No order is being prepared.</source>
        <translation>Belum ada pesanan yang disiapkan.</translation>
    </message>
    <message>
        <source>Ready to collect</source>
        <translation>Siap diambil</translation>
    </message>
    <message>
        <source>Your number appears here.</source>
        <translation>Nomor Anda akan muncul di sini.</translation>
    </message>
    <message>
        <source>Just now ready</source>
        <translation>Baru saja siap</translation>
    </message>
</context>
</TS>
