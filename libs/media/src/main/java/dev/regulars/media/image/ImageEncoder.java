package dev.regulars.media.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.geometry.Positions;

/** Scales an image and writes it anew: as JPEG, or as PNG where parts of it are transparent. */
final class ImageEncoder {

    private static final int MAX_PNG_BYTES = 2 << 20;
    private static final double QUALITY = 0.85;

    private ImageEncoder() {}

    static ProcessedImage encode(BufferedImage image, ImageBounds bounds) throws IOException {
        BufferedImage full = scaled(image, bounds.edge(), bounds.square());
        return new ProcessedImage(
                encode(full), bounds.thumbnailEdge() == 0 ? null : encode(scaled(full, bounds.thumbnailEdge(), false)));
    }

    private static BufferedImage scaled(BufferedImage image, int edge, boolean square) throws IOException {
        int shorter = Math.min(image.getWidth(), image.getHeight());
        if (square) {
            int side = Math.min(edge, shorter);
            return Thumbnails.of(image).size(side, side).crop(Positions.CENTER).asBufferedImage();
        }
        double scale = Math.min(1, (double) edge / Math.max(image.getWidth(), image.getHeight()));
        return scale == 1
                ? image
                : Thumbnails.of(image)
                        .forceSize(part(image.getWidth(), scale), part(image.getHeight(), scale))
                        .asBufferedImage();
    }

    private static int part(int length, double scale) {
        return (int) Math.max(1, Math.round(length * scale));
    }

    /** A large picture with transparent parts is put on white. */
    private static EncodedImage encode(BufferedImage image) throws IOException {
        if (image.getColorModel().hasAlpha()) {
            var png = new BoundedOutput(MAX_PNG_BYTES);
            Thumbnails.of(image).scale(1).outputFormat("png").toOutputStream(png);
            if (png.isWhole()) {
                return EncodedImage.of("image/png", image, png.content());
            }
        }
        return EncodedImage.of("image/jpeg", image, jpeg(opaque(image)));
    }

    private static BufferedImage opaque(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_INT_RGB || image.getType() == BufferedImage.TYPE_3BYTE_BGR) {
            return image;
        }
        var opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = opaque.createGraphics();
        try {
            canvas.drawImage(image, 0, 0, Color.WHITE, null);
        } finally {
            canvas.dispose();
        }
        return opaque;
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        var out = new ByteArrayOutputStream();
        Thumbnails.of(image).scale(1).outputFormat("jpg").outputQuality(QUALITY).toOutputStream(out);
        return out.toByteArray();
    }
}
