package dev.regulars.media.image.decoder;

import dev.regulars.web.refusal.Refusal;
import io.quarkus.logging.Log;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/**
 * Reads an upload into memory. Its header tells the number of pixels before any is decoded, and of a large image only every n-th pixel
 * is kept, so that the memory has a bound that does not depend on the upload.
 *
 * @param field the member of the form, to blame in refusals
 */
public record ImageDecoder(String field, long timeoutMillis) {

    private static final int MAX_EDGE = 16_384;
    private static final double MAX_DECODED_PIXELS = 1_600d * 1_600;

    public BufferedImage decode(Path file) throws IOException {
        ImageFormat format = ImageFormat.of(head(file))
                .orElseThrow(() -> Refusal.invalid(field, "must be a JPEG, PNG, GIF or WebP image"));
        if (format == ImageFormat.JPEG && !JpegScans.areFew(file)) {
            throw unreadable("too many scans");
        }
        ImageReader reader = format.reader();
        try (var input = new FileImageInputStream(file.toFile())) {
            BufferedImage image = decode(format, reader, input);
            return format == ImageFormat.JPEG ? JpegOrientation.of(file).apply(image) : image;
        } catch (IOException | RuntimeException failure) {
            if (failure instanceof Refusal) {
                throw failure;
            }
            throw unreadable(failure.toString()); // decoders throw all kinds of things at malformed files
        } finally {
            reader.dispose();
        }
    }

    private BufferedImage decode(ImageFormat format, ImageReader reader, ImageInputStream input) throws IOException {
        reader.setInput(input, false, true);
        ImageReadParam param = reader.getDefaultReadParam();
        int step = step(format, reader.getWidth(0), reader.getHeight(0));
        param.setSourceSubsampling(step, step, 0, 0);
        var deadline = new DecodingDeadline(timeoutMillis);
        reader.addIIOReadProgressListener(deadline);
        BufferedImage image = reader.read(0, param);
        if (deadline.passed()) {
            throw unreadable("takes longer than " + timeoutMillis + " ms");
        }
        return image;
    }

    /** @return 1 to keep each pixel, 2 for every second one of each row and column, and so on */
    private int step(ImageFormat format, long width, long height) {
        if (width * height > format.maxPixels() || Math.max(width, height) > MAX_EDGE) {
            throw Refusal.invalid(
                    field,
                    "must be at most %d megapixels and %d pixels a side"
                            .formatted(format.maxPixels() / ImageFormat.MEGAPIXEL, MAX_EDGE));
        }
        return (int) Math.max(1, Math.ceil(Math.sqrt(width * height / MAX_DECODED_PIXELS)));
    }

    private Refusal unreadable(String detail) {
        Log.debugf("An upload cannot be decoded: %s", detail);
        return Refusal.invalid(field, "must be an image that can be decoded");
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(ImageFormat.HEAD_BYTES);
        }
    }
}
