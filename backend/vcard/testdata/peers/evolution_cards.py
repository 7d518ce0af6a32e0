"""Prints what Evolution's libebook-contacts reads in the vCard file that is named, as JSON: for each card a list of properties."""
import base64, json, re, sys
import gi

gi.require_version("EBookContacts", "1.2")
from gi.repository import EBookContacts


# It splits every value at semicolons.
STRUCTURED = {"N": 5, "ADR": 7, "ORG": 99, "CATEGORIES": 99, "NICKNAME": 99}


def values(line):
    name, plain = line.get_name().upper(), line.get_values()
    if name == "PHOTO":
        if line.get_param("ENCODING"):
            return [str(line.get_values_decoded()[0].len)]
        if plain and plain[0].startswith("data:"):
            return [str(len(base64.b64decode(plain[0].partition(",")[2])))]
    if line.get_param("ENCODING"):
        plain = [v.str for v in line.get_values_decoded()]
    return plain[: STRUCTURED[name]] if name in STRUCTURED else [";".join(plain)]


with open(sys.argv[1], encoding="utf-8", newline="") as file:
    content = file.read()
cards = []
for raw in re.findall(r"^BEGIN:VCARD\r?\n.*?^END:VCARD\r?\n", content, re.M | re.S):
    card = EBookContacts.VCard.new_from_string(raw)
    cards.append([[line.get_name().upper()] + values(line) for line in card.get_attributes()])
json.dump(cards, sys.stdout)
