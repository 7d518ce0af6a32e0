"""evolution.py FILE adds the cards of a file to the personal address book of Evolution Data Server, as GNOME Contacts and
Evolution do, a thousand at a time, and prints how many it holds of them. It is to run in a session bus and a home of its own."""

import sys

import gi

gi.require_version("EBook", "1.2")
gi.require_version("EDataServer", "1.2")
from gi.repository import EBook, EBookContacts, EDataServer

BATCH = 1000
NOT_WAITING = 2**32 - 1  # for a connection: the book is a file


def cards(path):
    card = []
    with open(path, encoding="utf-8", errors="replace", newline="") as lines:
        for line in lines:
            card.append(line)
            if line.rstrip().upper() == "END:VCARD":
                yield EBookContacts.Contact.new_from_vcard("".join(card))
                card = []


def batches(contacts):
    batch = []
    for contact in contacts:
        batch.append(contact)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


registry = EDataServer.SourceRegistry.new_sync(None)
client = EBook.BookClient.connect_sync(registry.ref_builtin_address_book(), NOT_WAITING, None)
added = 0
for batch in batches(cards(sys.argv[1])):
    added += len(client.add_contacts_sync(batch, EBookContacts.BookOperationFlags.NONE, None)[1])
print(added)
