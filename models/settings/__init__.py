"""What the owner chose, who works here, and what was promised to the people in the data."""
