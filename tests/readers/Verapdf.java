// veraPDF's library asked for one flavour of many files in one process: a line of JSON for each file.
//
//     java -cp JARS Verapdf.java ua1 FILE…
//
// {"checks": number, "failures": [{"rule": "7.1 2", "message", "where", "count"}]}: one failure for each rule, with the first place.

import java.io.FileInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public final class Verapdf {
    private record Failure(String message, String where, int count) {}

    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        PDFAFlavour flavour = null;
        for (PDFAFlavour known : PDFAFlavour.values()) {
            if (known.getId().equals(arguments[0])) {
                flavour = known;
            }
        }
        if (flavour == null) {
            throw new IllegalArgumentException("no flavour is called " + arguments[0]);
        }
        for (int index = 1; index < arguments.length; index++) {
            System.out.println(judged(arguments[index], flavour));
        }
    }

    private static String judged(String path, PDFAFlavour flavour) throws Exception {
        try (FileInputStream file = new FileInputStream(path);
                PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, -1, false, false, false)) {
            ValidationResult result = validator.validate(parser);
            Map<String, Failure> failures = new LinkedHashMap<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() != TestAssertion.Status.FAILED) {
                    continue;
                }
                String rule = assertion.getRuleId().getClause() + " " + assertion.getRuleId().getTestNumber();
                Failure first = new Failure(assertion.getMessage(), assertion.getLocation().getContext(), 1);
                failures.merge(rule, first, (one, more) -> new Failure(one.message, one.where, one.count + 1));
            }
            List<String> listed = new ArrayList<>();
            failures.forEach((rule, failure) -> listed.add(String.format("{\"rule\": %s, \"message\": %s, \"where\": %s, \"count\": %d}",
                    quoted(rule), quoted(failure.message), quoted(failure.where), failure.count)));
            return String.format("{\"checks\": %d, \"failures\": [%s]}", result.getTotalAssertions(), String.join(", ", listed));
        }
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char letter : String.valueOf(text).toCharArray()) {
            if (letter == '"' || letter == '\\') {
                quoted.append('\\').append(letter);
            } else if (letter < ' ') {
                quoted.append(String.format("\\u%04x", (int) letter));
            } else {
                quoted.append(letter);
            }
        }
        return quoted.append('"').toString();
    }
}
