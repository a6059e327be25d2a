"""The one field of the counter: scanning, searching, and every small prompt is answered in it."""
