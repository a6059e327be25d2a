"""What would be lost, told before anybody says yes, and what came of it."""
