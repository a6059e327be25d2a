"""Where the shop is kept: engines, tables, migrations, and whether they still answer."""
