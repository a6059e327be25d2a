"""What people write: words, numbers, quantities, days and times, read and made plain."""
