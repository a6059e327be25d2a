"""The figures taken out of the program: tables, pictures, paper."""
