"""What runs behind every window: threads, news, errors, backups, and what a station remembers."""
