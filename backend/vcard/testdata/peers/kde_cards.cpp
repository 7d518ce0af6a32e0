// Prints what KContacts reads in the vCard file that is named, as JSON: for each card a list of properties.
#include <KContacts/Addressee>
#include <KContacts/VCardConverter>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <cstdio>

static void add(QJsonArray &card, const QString &name, const QStringList &values)
{
    QJsonArray property{name};
    for (const QString &value : values)
        property.append(value);
    card.append(property);
}

int main(int, char **argv)
{
    QFile file(QString::fromLocal8Bit(argv[1]));
    if (!file.open(QIODevice::ReadOnly))
        return 1;
    QJsonArray cards;
    const auto people = KContacts::VCardConverter().parseVCards(file.readAll());
    for (const KContacts::Addressee &person : people) {
        QJsonArray card;
        add(card, "FN", {person.formattedName()});
        add(card, "N", {person.familyName(), person.givenName(), person.additionalName(), person.prefix(), person.suffix()});
        for (const auto &number : person.phoneNumbers())
            add(card, "TEL", {number.number()});
        for (const auto &mail : person.emailList())
            add(card, "EMAIL", {mail.mail()});
        add(card, "ORG", {person.organization(), person.department()});
        add(card, "CATEGORIES", person.categories());
        add(card, "PHOTO", {person.photo().isIntern() ? QString::number(person.photo().rawData().size()) : person.photo().url()});
        add(card, "TITLE", {person.title()});
        add(card, "ROLE", {person.role()});
        add(card, "NOTE", {person.note()});
        for (const auto &address : person.addresses())
            add(card, "ADR", {address.postOfficeBox(), address.extended(), address.street(), address.locality(), address.region(), address.postalCode(), address.country()});
        cards.append(card);
    }
    const QByteArray out = QJsonDocument(cards).toJson(QJsonDocument::Compact);
    fwrite(out.constData(), 1, out.size(), stdout);
}
