"""Prints what python3-vobject reads in the vCard file that is named, as JSON: for each card a list of properties."""
import json, sys, vobject


def text(value):
    return ",".join(value) if isinstance(value, list) else value


def values(line):
    name, v = line.name, line.value
    if name == "N":
        return [text(v.family), text(v.given), text(v.additional), text(v.prefix), text(v.suffix)]
    if name == "ADR":
        return [text(v.box), text(v.extended), text(v.street), text(v.city), text(v.region), text(v.code), text(v.country)]
    if isinstance(v, bytes):
        return [str(len(v))]
    return [text(part) for part in v] if isinstance(v, list) else [v]


with open(sys.argv[1], encoding="utf-8", newline="") as file:
    content = file.read()
old = "VERSION:2.1" in content
cards = []
# Its rules are those of 3.0: a card of 2.1 needs no FN.
for card in vobject.readComponents(content, validate=not old, allowQP=old):
    cards.append([[line.name] + values(line) for line in card.lines()])
json.dump(cards, sys.stdout)
