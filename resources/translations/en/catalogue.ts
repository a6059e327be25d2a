<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ImportView</name>
    <message numerus="yes">
        <source>%n row(s) saved in {file}</source>
        <translation>
            <numerusform>%n row saved in {file}</numerusform>
            <numerusform>%n rows saved in {file}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n row(s)</source>
        <translation>
            <numerusform>Import %n row</numerusform>
            <numerusform>Import %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save %n rejected row(s) as CSV</source>
        <translation>
            <numerusform>Save %n rejected row as CSV</numerusform>
            <numerusform>Save %n rejected rows as CSV</numerusform>
        </translation>
    </message>
</context>
</TS>
