<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>InboxPage</name>
    <message>
        <source>Messages that wait</source>
        <translation>Pesan yang menunggu</translation>
    </message>
    <message>
        <source>Paste a customer&apos;s message, drop a text file here, or open the export of a chat.</source>
        <translation>Tempel pesan pelanggan, seret file teks ke sini, atau buka ekspor chat.</translation>
    </message>
    <message>
        <source>No message waits</source>
        <translation>Tidak ada pesan</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Pesan masuk</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Masuk</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Pesan</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Baris</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Posisi</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>belum dibaca</translation>
    </message>
    <message>
        <source>read at {station}</source>
        <translation>dibaca di {station}</translation>
    </message>
    <message>
        <source>{count} waiting, the oldest since {time}</source>
        <translation>{count} menunggu, yang terlama sejak {time}</translation>
    </message>
    <message>
        <source>No message is chosen</source>
        <translation>Belum ada pesan yang dipilih</translation>
    </message>
    <message>
        <source>It is being read at another counter</source>
        <translation>Sedang dibaca di kasir lain</translation>
    </message>
    <message>
        <source>It is not being read anywhere</source>
        <translation>Tidak sedang dibaca di mana pun</translation>
    </message>
    <message>
        <source>Messages (*.txt *.json *.jsonl *.ndjson)</source>
        <translation>Pesan (*.txt *.json *.jsonl *.ndjson)</translation>
    </message>
    <message>
        <source>Open messages</source>
        <translation>Buka file pesan</translation>
    </message>
    <message>
        <source>Messages added: {count}</source>
        <translation>Pesan ditambahkan: {count}</translation>
    </message>
    <message>
        <source>Nothing new in it</source>
        <translation>Tidak ada yang baru</translation>
    </message>
    <message>
        <source>{count} older ones were left out</source>
        <translation>{count} yang lebih lama tidak diambil</translation>
    </message>
    <message>
        <source>Take this message off the list?</source>
        <translation>Hapus pesan ini dari daftar?</translation>
    </message>
    <message>
        <source>Its words are deleted, at every station. This cannot be undone.</source>
        <translation>Isinya dihapus di semua perangkat. Tidak bisa dibatalkan.</translation>
    </message>
    <message>
        <source>Take it off</source>
        <translation>Hapus</translation>
    </message>
</context>
</TS>
