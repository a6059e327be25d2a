"""What the owner can choose, keep safe and look into: settings, backups, privacy."""
