"""What tells a person something: notices, verdicts, the undo bar, a dialog."""
