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
    <name>SentNotices</name>
    <message numerus="yes">
        <source>%n could not be sent.</source>
        <translation>
            <numerusform>%n could not be sent.</numerusform>
            <numerusform>%n could not be sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) sent: {numbers}.</source>
        <translation>
            <numerusform>%n order sent: {numbers}.</numerusform>
            <numerusform>%n orders sent: {numbers}.</numerusform>
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
    <message numerus="yes">
        <source>A wrong PIN was typed before. The next one is looked at in %n second(s).</source>
        <translation>
            <numerusform>A wrong PIN was typed before. The next one is looked at in %n second.</numerusform>
            <numerusform>A wrong PIN was typed before. The next one is looked at in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Plurals</name>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n to send</numerusform>
            <numerusform>%n to send</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s), payment(s) or pick(s) wait to be sent</source>
        <translation>
            <numerusform>%n order, payment or pick waits to be sent</numerusform>
            <numerusform>%n orders, payments and picks wait to be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation>
            <numerusform>%n not sent</numerusform>
            <numerusform>%n not sent</numerusform>
        </translation>
    </message>
</context>
</TS>
