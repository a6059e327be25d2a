"""What holds for this station: its look, its sounds, its keys."""
