<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>HomePage</name>
    <message numerus="yes">
        <source>order(s) today</source>
        <translation>
            <numerusform>order today</numerusform>
            <numerusform>orders today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>open order(s)</source>
        <translation>
            <numerusform>open order</numerusform>
            <numerusform>open orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) in the shop are not as they were written: see Settings, Database and backup</source>
        <translation>
            <numerusform>%n thing in the shop is not as it was written: see Settings, Database and backup</numerusform>
            <numerusform>%n things in the shop are not as they were written: see Settings, Database and backup</numerusform>
        </translation>
    </message>
</context>
</TS>
