"""What people see and press; it asks and tells the shop, and holds no SQL."""
