"""Where a shop is to be kept: a file here, a server, or what a backup holds; and trying it."""
