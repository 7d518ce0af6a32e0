import ezvcard.VCard;
import ezvcard.io.text.VCardReader;
import java.nio.file.Path;

/** Reads a file with ez-vcard and prints how many of its cards have a name. */
class EzVcard {
    public static void main(String[] args) throws Exception {
        int named = 0;
        try (VCardReader reader = new VCardReader(Path.of(args[0]).toFile())) {
            for (VCard card = reader.readNext(); card != null; card = reader.readNext()) {
                if (card.getFormattedName() != null) named++;
            }
        }
        System.out.println(named);
    }
}
