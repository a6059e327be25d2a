<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>Application</name>
    <message>
        <source>Add a staff code in Settings first; then it can be locked.</source>
        <extracomment>What to do, with all windows closed, before the program begins anew.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Find a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No command is called that.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>The connection is back. Everything is up to date again.</source>
        <extracomment>Carries the frame itself, when it was closed. A staff code signed in here.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyHelp</name>
    <message>
        <source>List of keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LockScreen</name>
    <message>
        <source>Locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close this notice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PolicyText</name>
    <message>
        <source>Privacy policy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>A fault in the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong in the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was saved is safe and you can go on working. If it happens again, copy this report and send it to whoever looks after the program. It contains no orders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log: {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source>No connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counter {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fulfilment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order entry in its own window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fulfilment in its own window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statistics in its own window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catalogue in its own window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready board in its own window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan or type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold this cart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held carts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send, pay later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a shopping list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the line added last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrange favourites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QRIS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Debit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay in part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Third amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fourth amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fifth amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sixth amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into the cart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One more picked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One less picked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claim / give back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All-day totals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch pick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the shelf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound on / off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adjust stock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save rejected rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>Something went wrong in the program. Your data is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quantity must be more than zero. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That quantity is too large; at most {limit}. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sum of money cannot be below zero. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That sum is too large; at most {limit}. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That PIN does not fit. Please try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be read as text. Save it as UTF-8 and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a CSV file. Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not an Excel file. Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is empty. Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has no column for the name or the price. Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be opened. Check that it is still there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is too large to import. Split it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a shop of BotBelanja. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That cannot be done. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not a number. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} is too long: {length} letters, at most {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please fill in: {field}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is not possible for {field}. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A discount of {discount} is more than {limit}. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cart is empty. Scan or type a product first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One order can have at most {limit} lines. Start another order for the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No product has the code {code}. Type its name, or add it to the catalogue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no order {order}. Check the number and the day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This product is not in the catalogue any more. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This held cart was taken up or discarded at another station.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not sold any more. Activate it in the catalogue to sell it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {asked} wanted, only {available} left. The cart is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order {number} has nothing left to pay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} is more than the {due} due, and this method gives no change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tendered} is less than the {amount} to be paid. The order is unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order {number} is paid. Refund it first, then cancel it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order {number} is being picked at {station}. Take it over with M first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order {number} was changed elsewhere first. Look at it again, then repeat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order {number} is at another step by now. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {quantity} is more than the {limit} possible. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing left to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be undone: it was changed again since. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code {code} belongs to {name} already. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no staff code {code}. Ask the owner to add it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The privacy policy has not been accepted for this shop yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop could not be written. What was saved before is safe; try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full. Nothing was lost, but make room before going on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop&apos;s folder cannot be written to. Nothing was lost; check its rights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop&apos;s file is damaged. Stop here and restore the last backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is not a shop of BotBelanja. It was not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is holding the shop. Nothing was changed; try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database cannot be reached. What was saved is safe; check the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop cannot be opened. Check that the folder exists and may be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A shop on a network drive can be damaged. Keep it on this machine, or share it through PostgreSQL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This shop was written by a newer BotBelanja. Update the program to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQLite {detail} can damage a shop. Reinstall the program for a newer one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The driver for PostgreSQL is missing. Install the extra “postgres”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal does not verify: {detail}. Keep the file and tell the owner.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fields</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Station</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shop name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When stock runs out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reorder level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>formatting</name>
    <message>
        <source>tn</source>
        <comment>trillion, after a number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bn</source>
        <comment>billion, after a number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mn</source>
        <comment>million, after a number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>k</source>
        <comment>thousand, after a number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min</source>
        <comment>minutes, after a duration such as 6:20</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>h</source>
        <comment>hours, after a duration such as 1:06:20</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>groups</name>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shopping list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fulfilment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Del</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PgDn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shortcuts</name>
    <message>
        <source>C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Q</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
