<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>CatalogueWindow</name>
    <message>
        <source>Catalogue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnsForm</name>
    <message>
        <source>As in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use these columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in the file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnsStrip</name>
    <message>
        <source>Change columns</source>
        <extracomment>What a person can choose; the rest is known from other programs&apos; own headers.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportPane</name>
    <message>
        <source>Import a catalogue</source>
        <extracomment>Names of other programs stay as they are.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write names in title case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price lists (*.csv *.tsv *.txt *.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing {file} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} rejected.csv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save rejected rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) saved in {file}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Reading {file} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A stock of zero is read as not counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Import %n row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to import</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Save %n rejected row(s) as CSV</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is written yet. One import is one step to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each column with its first row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PriceChart</name>
    <message>
        <source>Price over the last twelve months</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProductForm</name>
    <message>
        <source>New product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
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
        <source>Barcode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
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
        <source>Tax in %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the shelf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reorder at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When stock runs out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next free one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no reminder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProductSheet</name>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget “{word}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barcode, or 40*barcode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {word}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>12 months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from shopping lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barcodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stock movements</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProductTable</name>
    <message>
        <source>Products</source>
        <extracomment>The bar ends at so many times the reorder level. Somebody typed letters while the table had the focus: they are meant for the search. A head was pressed: carries the order&apos;s name and whether it is descending. No cell is being edited any more.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProductsPage</name>
    <message>
        <source>Name, code or barcode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is called “{text}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try fewer letters, or look through all products.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No product here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is good news.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here will be what the shop sells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take over a price list from CSV or Excel, or type the first product in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sold</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepTrail</name>
    <message>
        <source>Step {number} of {count}: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StockForm</name>
    <message>
        <source>Counted: so much is there</source>
        <extracomment>Reasons, and whether the number is what came or went (else what is there now).</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goods received: add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged or expired: take off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own use: take off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop counting this product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{before} → {after}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_CellEditor</name>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>catalogue</name>
    <message>
        <source>{name} is in the catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is sold again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is no longer sold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is counted from now on: {after} {unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stock of {name} set from {before} to {after} {unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is no longer counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is also found as “{phrase}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is no longer found as “{phrase}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barcode {code} now means {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barcode {code} no longer means {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: everything is as it was, nothing was written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: {new} new, {changed} changed, {left} left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price of {name} changed from {before} to {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is now called {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost of {name} changed to {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} changed: {fields}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New, tidied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed, tidied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price has not changed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This product is not counted: it never runs out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shelf} on the shelf, {promised} of them promised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shelf} on the shelf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted at the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goods received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged or expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a price list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picked for {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back from {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted short for {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reasons</name>
    <message>
        <source>No code and no barcode: the product could not be found again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} “{text}” is not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} “{text}” contains the letter {letter}, not the digit {digit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} “{text}” could be thousands or decimals; choose it under Change columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} “{text}” is neither yes nor no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} “{text}” is below zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} “{text}” is too large, at most {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} has {length} letters, at most {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} “{text}” was shortened by Excel: format that column as text, save again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code {code} is used twice in this file, first in row {row}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{code}” stands twice in this file, first in row {row}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code {code} is the barcode of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row has {cells} cells, the head {columns}: put texts with commas into quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sells below cost: buys at {cost}, sells at {price}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sells at {times} times its cost: buys at {cost}, sells at {price}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs nothing: is a digit missing?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price is asked at the till: {zero} until you set it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stock “{text}” is below zero: read as 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barcode {code} stands in row {row} already: imported without it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barcode {code} belongs to {name}: imported without it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} read as UTF-8: “{before}” → “{after}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} cleaned: “{before}” → “{after}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} cleaned: “{before}” → {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}: invisible characters removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} rounded to whole rupiah: {before} → {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a further picture of the product above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No remark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sold again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer sold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barcode {code} added</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
