package dev.regulars.systemtest.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.regulars.systemtest.operation.Operation;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;

/** A multipart form of texts and files. */
final class FormBody {

    static final String TYPE = Operation.FORM + "; boundary=part-of-an-example";

    private static final String DELIMITER = "--part-of-an-example";

    private FormBody() {}

    /** @param parts by name: a text, {@code csv:} and lines divided by a bar, or {@code image} */
    static byte[] of(Map<String, String> parts) throws IOException {
        var body = new ByteArrayOutputStream();
        for (var part : parts.entrySet()) {
            write(body, DELIMITER + "\r\nContent-Disposition: form-data; name=\"" + part.getKey() + "\"");
            if (part.getValue().startsWith("csv:")) {
                write(body, "; filename=\"members.csv\"\r\nContent-Type: text/csv\r\n\r\n");
                write(body, part.getValue().substring("csv:".length()).replace('|', '\n') + "\n");
            } else if (part.getValue().equals("image")) {
                write(body, "; filename=\"image.png\"\r\nContent-Type: image/png\r\n\r\n");
                body.writeBytes(image());
            } else {
                write(body, "\r\n\r\n" + part.getValue());
            }
            write(body, "\r\n");
        }
        write(body, DELIMITER + "--\r\n");
        return body.toByteArray();
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(UTF_8));
    }

    private static byte[] image() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
