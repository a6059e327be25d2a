"""What stands over and under the wall."""
