"""What stands on the shop's documents."""
