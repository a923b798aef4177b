import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.util.Version;

/** PDFBox: FILE LINES OUT, each line a field's name, a blank, and its value in Base64; prints the names that it refuses. Or "version". */
public class PdfBox {
    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("version")) {
            System.out.println(Version.getVersion());
            return;
        }
        try (PDDocument document = PDDocument.load(new File(arguments[0]))) {
            PDAcroForm form = document.getDocumentCatalog().getAcroForm();
            for (String line : Files.readAllLines(Path.of(arguments[1]))) {
                String[] parts = line.split(" ", 2);
                byte[] value = Base64.getDecoder().decode(parts[1]);
                try {
                    form.getField(parts[0]).setValue(new String(value, StandardCharsets.UTF_8));
                } catch (IllegalArgumentException noGlyph) {
                    // Its value is set all the same; a program that hears of the error saves nothing, or empties it as here.
                    form.getField(parts[0]).getCOSObject().removeItem(COSName.V);
                    System.out.println(parts[0]);
                }
            }
            document.save(arguments[2]);
        }
    }
}
