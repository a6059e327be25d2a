<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>HeatMap</name>
    <message numerus="yes">
        <source>average of %n day(s)</source>
        <translation>
            <numerusform>average of %n day</numerusform>
            <numerusform>average of %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeadTimes</name>
    <message numerus="yes">
        <source>{n} order(s)</source>
        <translation>
            <numerusform>{n} order</numerusform>
            <numerusform>{n} orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SalesChart</name>
    <message numerus="yes">
        <source>{n} order(s)</source>
        <translation>
            <numerusform>{n} order</numerusform>
            <numerusform>{n} orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>only %n day(s)</source>
        <translation>
            <numerusform>only %n day</numerusform>
            <numerusform>only %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopProducts</name>
    <message numerus="yes">
        <source>{quantity} {unit} in {n} order line(s)</source>
        <translation>
            <numerusform>{quantity} {unit} in {n} order line</numerusform>
            <numerusform>{quantity} {unit} in {n} order lines</numerusform>
        </translation>
    </message>
</context>
</TS>
