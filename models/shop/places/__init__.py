"""Where a shop is kept: what stands at a place, and how the shop goes to another one."""
