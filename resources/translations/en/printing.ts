<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>PrintSpooler</name>
    <message numerus="yes">
        <source>%n paper(s) were not printed. {reason}</source>
        <translation>
            <numerusform>%n paper was not printed. {reason}</numerusform>
            <numerusform>%n papers were not printed. {reason}</numerusform>
        </translation>
    </message>
</context>
</TS>
