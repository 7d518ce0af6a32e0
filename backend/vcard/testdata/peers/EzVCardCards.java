import ezvcard.Ezvcard;
import ezvcard.VCard;
import ezvcard.io.text.VCardReader;
import ezvcard.property.*;
import java.io.File;
import java.util.ArrayList;
import java.util.List;

/** Prints what ez-vcard reads in the vCard file that is named, as JSON: for each card a list of properties. Its warnings go to the error stream. */
public class EzVCardCards {
    public static void main(String[] args) throws Exception {
        List<String> cards = new ArrayList<>();
        try (VCardReader reader = new VCardReader(new File(args[0]))) {
            for (VCard card; (card = reader.readNext()) != null; ) {
                cards.add("[" + String.join(",", properties(card)) + "]");
                reader.getWarnings().forEach(System.err::println);
            }
        }
        System.out.write(("[" + String.join(",", cards) + "]").getBytes("UTF-8"));
        System.out.flush();
    }

    static List<String> properties(VCard card) {
        List<String> all = new ArrayList<>();
        for (FormattedName p : card.getFormattedNames()) all.add(list("FN", p.getValue()));
        for (StructuredName p : card.getStructuredNames()) all.add(list("N", p.getFamily(), p.getGiven(), join(p.getAdditionalNames()), join(p.getPrefixes()), join(p.getSuffixes())));
        for (Nickname p : card.getNicknames()) all.add(list("NICKNAME", p.getValues()));
        for (Telephone p : card.getTelephoneNumbers()) all.add(list("TEL", p.getText() != null ? p.getText() : p.getUri().toString()));
        for (Email p : card.getEmails()) all.add(list("EMAIL", p.getValue()));
        for (Organization p : card.getOrganizations()) all.add(list("ORG", p.getValues()));
        for (Title p : card.getTitles()) all.add(list("TITLE", p.getValue()));
        for (Role p : card.getRoles()) all.add(list("ROLE", p.getValue()));
        for (Url p : card.getUrls()) all.add(list("URL", p.getValue()));
        for (Note p : card.getNotes()) all.add(list("NOTE", p.getValue()));
        for (Categories p : card.getCategoriesList()) all.add(list("CATEGORIES", p.getValues()));
        for (Address p : card.getAddresses()) all.add(list("ADR", join(p.getPoBoxes()), join(p.getExtendedAddresses()), join(p.getStreetAddresses()), join(p.getLocalities()), join(p.getRegions()), join(p.getPostalCodes()), join(p.getCountries())));
        for (Photo p : card.getPhotos()) all.add(list("PHOTO", p.getData() != null ? "" + p.getData().length : p.getUrl()));
        return all;
    }

    static String join(List<String> values) {
        return String.join(",", values);
    }

    static String list(String name, List<String> values) {
        List<String> all = new ArrayList<>(List.of(name));
        all.addAll(values);
        return list(all.toArray(new String[0]));
    }

    static String list(String... values) {
        List<String> quoted = new ArrayList<>();
        for (String v : values) quoted.add(quote(v == null ? "" : v));
        return "[" + String.join(",", quoted) + "]";
    }

    static String quote(String s) {
        StringBuilder b = new StringBuilder("\"");
        for (char c : s.toCharArray()) {
            if (c == '"' || c == '\\' || c < ' ') b.append(String.format("\\u%04x", (int) c));
            else b.append(c);
        }
        return b.append('"').toString();
    }
}
