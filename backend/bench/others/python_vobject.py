"""python_vobject.py FILE reads a file with python-vobject and prints how many of its cards have a name."""

import sys

import vobject

with open(sys.argv[1], encoding="utf-8", errors="replace", newline="") as lines:
    print(sum(1 for card in vobject.readComponents(lines, ignoreUnreadable=True) if "fn" in card.contents))
