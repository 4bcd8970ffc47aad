package dev.regulars.media.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Images as people and attackers send them. */
public final class SampleImages {

    private SampleImages() {}

    /** Left half red, right half blue. */
    public static byte[] jpeg(int width, int height) {
        return written("jpg", halves(width, height, BufferedImage.TYPE_INT_RGB));
    }

    public static byte[] png(int width, int height) {
        return written("png", halves(width, height, BufferedImage.TYPE_INT_RGB));
    }

    public static byte[] transparentPng(int width, int height) {
        var image = halves(width, height, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0);
        return written("png", image);
    }

    public static byte[] gif(int width, int height) {
        return written("gif", halves(width, height, BufferedImage.TYPE_INT_RGB));
    }

    /** 100 megapixels in a few kilobytes: one bit each, all alike. */
    public static byte[] bomb() {
        return written("png", new BufferedImage(10_000, 10_000, BufferedImage.TYPE_BYTE_BINARY));
    }

    /** A picture that is a web page, too. */
    public static byte[] polyglot() {
        byte[] page = "<html><script>alert(document.cookie)</script>PK\u0003\u0004".getBytes(ISO_8859_1);
        return joined(jpeg(64, 64), page);
    }

    public static byte[] svg() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>".getBytes(US_ASCII);
    }

    /** A JPEG that a phone held upright took in Berlin: orientation 6, 52° 31' N. */
    public static byte[] withGps(int width, int height) {
        byte[] jpeg = jpeg(width, height);
        byte[] tiff = tiff();
        byte[] app1 = ByteBuffer.allocate(10 + tiff.length)
                .putShort((short) 0xFFE1)
                .putShort((short) (8 + tiff.length))
                .put("Exif\0\0".getBytes(US_ASCII))
                .put(tiff)
                .array();
        return joined(slice(jpeg, 0, 2), app1, slice(jpeg, 2, jpeg.length));
    }

    private static byte[] tiff() {
        return ByteBuffer.allocate(104)
                .put("MM\0*".getBytes(US_ASCII))
                .putInt(8)
                .putShort((short) 2) // two entries: orientation, where the GPS entries are
                .put(entry(0x0112, 3, 1, 6 << 16))
                .put(entry(0x8825, 4, 1, 38))
                .putInt(0)
                .putShort((short) 2) // N, and degrees, minutes, seconds
                .put(entry(0x0001, 2, 2, 'N' << 24))
                .put(entry(0x0002, 5, 3, 68))
                .putInt(0)
                .putInt(52)
                .putInt(1)
                .putInt(31)
                .putInt(1)
                .putInt(12)
                .putInt(1)
                .array();
    }

    private static byte[] entry(int tag, int type, int count, int value) {
        return ByteBuffer.allocate(12)
                .putShort((short) tag)
                .putShort((short) type)
                .putInt(count)
                .putInt(value)
                .array();
    }

    /** A JPEG whose decoder would go over the picture a thousand times. */
    static byte[] thousandScans() {
        byte[] scan = {(byte) 0xFF, (byte) 0xDA, 0, 8, 1, 1, 0, 0, 63, 0};
        var out = new ByteArrayOutputStream();
        out.writeBytes(jpeg(64, 64));
        for (int i = 0; i < 1_000; i++) {
            out.writeBytes(scan);
        }
        return out.toByteArray();
    }

    static byte[] webp() {
        try (var in = SampleImages.class.getResourceAsStream("/images/leaf.webp")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path file(byte[] content) {
        try {
            return Files.write(Files.createTempFile("sample", ""), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage halves(int width, int height, int type) {
        var image = new BufferedImage(width, height, type);
        var canvas = image.createGraphics();
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, width / 2, height);
        canvas.setColor(Color.BLUE);
        canvas.fillRect(width / 2, 0, width, height);
        canvas.dispose();
        return image;
    }

    private static byte[] written(String format, BufferedImage image) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] slice(byte[] all, int from, int to) {
        return java.util.Arrays.copyOfRange(all, from, to);
    }

    private static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
