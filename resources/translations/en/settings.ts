<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>InventoryCard</name>
    <message numerus="yes">
        <source>%n column(s), every one listed</source>
        <translation>
            <numerusform>%n column, listed</numerusform>
            <numerusform>%n columns, every one listed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProofCard</name>
    <message numerus="yes">
        <source>Not as it was written: %n thing(s).</source>
        <translation>
            <numerusform>Not as it was written: %n thing.</numerusform>
            <numerusform>Not as it was written: %n things.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Intact: all %n entries stand as they were written.</source>
        <translation>
            <numerusform>Intact: the only entry stands as it was written.</numerusform>
            <numerusform>Intact: all %n entries stand as they were written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) put back as the journal tells them</source>
        <translation>
            <numerusform>%n row put back as the journal tells it</numerusform>
            <numerusform>%n rows put back as the journal tells them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SoundsSection</name>
    <message numerus="yes">
        <source>Repeated every %n s.</source>
        <translation>
            <numerusform>Repeated every %n second.</numerusform>
            <numerusform>Repeated every %n seconds.</numerusform>
        </translation>
    </message>
</context>
</TS>
