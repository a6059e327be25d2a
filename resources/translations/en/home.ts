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
</context>
</TS>
