"""What whoever installs the program is asked, once, before anything is stored."""
