<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CardView</name>
    <message numerus="yes">
        <source>%n line(s) above</source>
        <translation>
            <numerusform>%n line above</numerusform>
            <numerusform>%n lines above</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%n more line(s)</source>
        <translation>
            <numerusform>+%n more line</numerusform>
            <numerusform>+%n more lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestView</name>
    <message numerus="yes">
        <source>more order(s)</source>
        <translation>
            <numerusform>more order</numerusform>
            <numerusform>more orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message numerus="yes">
        <source>%n s ago</source>
        <translation>
            <numerusform>%n s ago</numerusform>
            <numerusform>%n s ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnseenPrompt</name>
    <message numerus="yes">
        <source>%n line(s) of other categories are not picked</source>
        <translation>
            <numerusform>%n line of other categories is not picked</numerusform>
            <numerusform>%n lines of other categories are not picked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of the change were not in sight</source>
        <translation>
            <numerusform>%n line of the change was not in sight</numerusform>
            <numerusform>%n lines of the change were not in sight</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) are only partly picked</source>
        <translation>
            <numerusform>%n line is only partly picked</numerusform>
            <numerusform>%n lines are only partly picked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VisibleOrders</name>
    <message numerus="yes">
        <source>%n order(s) for later.</source>
        <translation>
            <numerusform>%n order for later.</numerusform>
            <numerusform>%n orders for later.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other order(s) are hidden by the filter; Esc shows all.</source>
        <translation>
            <numerusform>%n other order is hidden by the filter; Esc shows all.</numerusform>
            <numerusform>%n other orders are hidden by the filter; Esc shows all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WarehouseActions</name>
    <message numerus="yes">
        <source>{quantity} {name} picked for {count} order(s)</source>
        <translation>
            <numerusform>{quantity} {name} picked for {count} order</numerusform>
            <numerusform>{quantity} {name} picked for {count} orders</numerusform>
        </translation>
    </message>
</context>
</TS>
