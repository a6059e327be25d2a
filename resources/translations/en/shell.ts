<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>That PIN does not fit. Try again in %n second(s).</source>
        <translation>
            <numerusform>That PIN does not fit. Try again in %n second.</numerusform>
            <numerusform>That PIN does not fit. Try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
</TS>
