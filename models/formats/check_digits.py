"""The last digit of a barcode proves the others: EAN-8, UPC-A, EAN-13, GTIN-14, and UPC-E."""

LENGTHS = (8, 12, 13, 14)


def check_digit(digits: str) -> str:
    """What must follow `digits`: from the right they weigh 3, 1, 3, 1 … (GS1 7.9)."""
    weighed = sum(int(digit) * (3, 1)[at % 2] for at, digit in enumerate(reversed(digits)))
    return str(-weighed % 10)


def is_digits(code: str) -> bool:
    """Whether it is written in 0–9 alone."""
    return code.isascii() and code.isdigit()


def has_check_digit(code: str) -> bool:
    """Whether it is as long as a code that ends with a check digit, and of digits alone."""
    return is_digits(code) and len(code) in LENGTHS


def is_true(code: str) -> bool:
    """Whether a code of one of these lengths ends with the digit that the others ask for."""
    if not has_check_digit(code):
        return False
    return code[-1] == check_digit(code[:-1]) or bool(upc_a_of(code))


def is_broken(code: str) -> bool:
    """Whether a code of one of these lengths ends with another digit: mistyped, or a shop's own."""
    return has_check_digit(code) and not is_true(code)


def upc_a_of(code: str) -> str:
    """The UPC-A that an UPC-E of 8 digits stands for, empty if it is none (GS1 5.2.2.4)."""
    if len(code) != 8 or not is_digits(code) or code[0] not in "01":
        return ""
    system, six, check = code[0], code[1:7], code[7]
    last = six[5]
    if last in "012":
        body = six[:2] + last + "0000" + six[2:5]
    elif last == "3":
        body = six[:3] + "00000" + six[3:5]
    elif last == "4":
        body = six[:4] + "00000" + six[4]
    else:
        body = six[:5] + "0000" + last
    return system + body + check if check_digit(system + body) == check else ""
