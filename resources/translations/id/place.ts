<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>FileRow</name>
    <message>
        <source>Choose a file</source>
        <translation>Pilih berkas</translation>
    </message>
</context>
<context>
    <name>PlaceForm</name>
    <message>
        <source>I have a backup</source>
        <extracomment>Something was typed or chosen. It was looked what stands there; `is_tried` and `sign` say it. The shop that was found when it was tried. Whether a shop is there, or can be.</extracomment>
        <translation>Saya punya cadangan</translation>
    </message>
    <message>
        <source>Shops (*.sqlite3)</source>
        <translation>Toko (*.sqlite3)</translation>
    </message>
    <message>
        <source>File with the backup</source>
        <translation>Berkas cadangan</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Coba sambungkan</translation>
    </message>
    <message>
        <source>Choose the backup first</source>
        <translation>Pilih cadangannya dulu</translation>
    </message>
    <message>
        <source>There is no such file</source>
        <translation>Berkas itu tidak ada</translation>
    </message>
    <message>
        <source>The database is empty, and a shop can be kept in it.</source>
        <translation>Basis data ini kosong, dan toko bisa disimpan di dalamnya.</translation>
    </message>
    <message>
        <source>Looking for the shop …</source>
        <translation>Mencari toko …</translation>
    </message>
    <message>
        <source>The shop “{name}” is there. {orders}. Stations: {stations}.</source>
        <translation>Ada toko “{name}” di sana. {orders}. Perangkat: {stations}.</translation>
    </message>
    <message>
        <source>One file, readable by you only: {place}</source>
        <translation>Satu berkas yang hanya bisa Anda baca: {place}</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Komputer ini</translation>
    </message>
    <message>
        <source>A PostgreSQL server</source>
        <translation>Server PostgreSQL</translation>
    </message>
    <message>
        <source>For several stations that share one shop.</source>
        <translation>Untuk beberapa perangkat yang berbagi satu toko.</translation>
    </message>
    <message>
        <source>A file of BotBelanja, on a stick for instance. It is checked, and becomes the shop of this computer with all that is in it.</source>
        <translation>Berkas BotBelanja, misalnya di flashdisk. Berkas diperiksa, lalu menjadi toko di komputer ini dengan semua isinya.</translation>
    </message>
</context>
<context>
    <name>ServerFields</name>
    <message>
        <source>Name, IP address, or postgresql:// URL</source>
        <extracomment>Something was typed or chosen.</extracomment>
        <translation>Nama, alamat IP, atau URL postgresql://</translation>
    </message>
    <message>
        <source>If the server offers it</source>
        <translation>Jika server menyediakan</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Selalu</translation>
    </message>
    <message>
        <source>Always, certificate checked</source>
        <translation>Selalu, sertifikat diperiksa</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Basis data</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Enkripsi</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Nama pengguna</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kata sandi</translation>
    </message>
    <message>
        <source>The password is kept in {file}, which only you can read; nowhere else.</source>
        <translation>Kata sandi disimpan di {file}, yang hanya bisa Anda baca; tidak di tempat lain.</translation>
    </message>
    <message>
        <source>The server&apos;s name is missing</source>
        <translation>Nama server belum diisi</translation>
    </message>
    <message>
        <source>The database&apos;s name is missing</source>
        <translation>Nama basis data belum diisi</translation>
    </message>
</context>
</TS>
