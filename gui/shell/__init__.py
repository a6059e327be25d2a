"""The main window, and what a page is and is given."""
