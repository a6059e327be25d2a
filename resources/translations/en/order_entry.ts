<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Plurals</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held cart(s)</source>
        <translation>
            <numerusform>%n held cart</numerusform>
            <numerusform>%n held carts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more held</source>
        <translation>
            <numerusform>%n more held</numerusform>
            <numerusform>%n more held</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held cart(s) wait at the server</source>
        <translation>
            <numerusform>%n held cart waits at the server</numerusform>
            <numerusform>%n held carts wait at the server</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cart(s) left behind are kept with the held ones now</source>
        <translation>
            <numerusform>%n cart left behind is kept with the held ones now</numerusform>
            <numerusform>%n carts left behind are kept with the held ones now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s), number(s) or address(es) removed</source>
        <translation>
            <numerusform>%n name, number or address removed</numerusform>
            <numerusform>%n names, numbers or addresses removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n personal detail(s) removed</source>
        <translation>
            <numerusform>%n personal detail removed</numerusform>
            <numerusform>%n personal details removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) at the end not read</source>
        <translation>
            <numerusform>%n line at the end not read</numerusform>
            <numerusform>%n lines at the end not read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) found</source>
        <translation>
            <numerusform>%n line found</numerusform>
            <numerusform>%n lines found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Answer %n question(s) first</source>
        <translation>
            <numerusform>Answer %n question first</numerusform>
            <numerusform>Answer %n questions first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to choose</source>
        <translation>
            <numerusform>%n to choose</numerusform>
            <numerusform>%n to choose</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n left out</numerusform>
            <numerusform>%n left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message numerus="yes">
        <source>%n more question(s)</source>
        <translation>
            <numerusform>%n more question</numerusform>
            <numerusform>%n more questions</numerusform>
        </translation>
    </message>
</context>
</TS>
