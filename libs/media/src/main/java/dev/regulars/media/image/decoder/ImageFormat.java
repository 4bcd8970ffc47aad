package dev.regulars.media.image.decoder;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** What an upload may be, told by its first bytes: neither its name nor its declared type is believed. */
enum ImageFormat {
    JPEG("\u00ff\u00d8\u00ff.*", ImageFormat.MEGAPIXEL * 16),
    PNG("\u0089PNG\r\n\u001a\n.*", ImageFormat.MEGAPIXEL * 16),
    GIF("GIF8[79]a.*", ImageFormat.MEGAPIXEL * 16),
    /** Its decoder holds the whole picture many times over: 20 bytes and more for each pixel. */
    WEBP("RIFF....WEBP.*", ImageFormat.MEGAPIXEL);

    static final int MEGAPIXEL = 1_000_000;
    static final int HEAD_BYTES = 16;

    private final String head;
    private final long maxPixels;

    ImageFormat(String head, long maxPixels) {
        this.head = "(?s)" + head;
        this.maxPixels = maxPixels;
    }

    static Optional<ImageFormat> of(byte[] head) {
        String text = new String(head, ISO_8859_1);
        return Arrays.stream(values()).filter(one -> text.matches(one.head)).findFirst();
    }

    long maxPixels() {
        return maxPixels;
    }

    /** The very decoder of this format; nobody else is asked whether they could read it. */
    ImageReader reader() throws IOException {
        return this == WEBP
                ? new WebPImageReaderSpi().createReaderInstance(null)
                : ImageIO.getImageReadersByFormatName(name()).next();
    }
}
