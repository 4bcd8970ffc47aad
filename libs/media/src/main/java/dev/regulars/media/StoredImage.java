package dev.regulars.media;

/**
 * An image that is stored.
 *
 * @param type its media type, which our own encoder decided
 * @param bytes its size
 */
public record StoredImage(String id, String type, long bytes, int width, int height) {

    static StoredImage of(MediaDocument document) {
        return new StoredImage(document.id, document.type, document.bytes, document.width, document.height);
    }
}
