package dev.regulars.media.image;

import io.vertx.core.buffer.Buffer;
import java.awt.image.BufferedImage;

/** An image as it is stored: our own encoder wrote each of its bytes. */
public record EncodedImage(String type, int width, int height, Buffer content) {

    static EncodedImage of(String type, BufferedImage image, byte[] content) {
        return new EncodedImage(type, image.getWidth(), image.getHeight(), Buffer.buffer(content));
    }
}
