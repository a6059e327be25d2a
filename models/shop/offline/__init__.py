"""What a station does by itself while the server of its shop is away, and how it is sent after."""
