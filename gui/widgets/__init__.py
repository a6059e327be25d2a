"""Small pieces that several windows share."""
