// kcontacts FILE reads a file with KDE's KContacts and prints how many of its cards have a name.
#include <KContacts/VCardConverter>
#include <QFile>
#include <cstdio>

int main(int, char **arguments)
{
    QFile file(QString::fromLocal8Bit(arguments[1]));
    if (!file.open(QIODevice::ReadOnly)) return 1;
    int named = 0;
    for (const KContacts::Addressee &person : KContacts::VCardConverter().parseVCards(file.readAll())) {
        if (!person.formattedName().isEmpty()) named++;
    }
    std::printf("%d\n", named);
}
