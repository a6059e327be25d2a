<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ProofNotices</name>
    <message numerus="yes">
        <source>The proof of the shop found %n thing(s) that are not as they were written.</source>
        <translation>
            <numerusform>The proof of the shop found %n thing that is not as it was written.</numerusform>
            <numerusform>The proof of the shop found %n things that are not as they were written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>Wrong PIN. Try again in %n second(s).</source>
        <translation>
            <numerusform>Wrong PIN. Try again in %n second.</numerusform>
            <numerusform>Wrong PIN. Try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
</TS>
