"""What is done by itself so that nothing is lost: backups, proofs, a file to go on alone with."""
