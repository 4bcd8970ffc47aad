package dev.regulars.media.image;

/**
 * The size that an image is stored in. Smaller ones are not enlarged.
 *
 * @param edge the longer side at most, in pixels
 * @param square whether the middle is cut out
 * @param thumbnailEdge the longer side of a second, smaller copy; 0 for none
 */
public record ImageBounds(int edge, boolean square, int thumbnailEdge) {

    /** A picture of a person. */
    public static final ImageBounds AVATAR = new ImageBounds(512, true, 0);

    /** A logo, a badge, a product. */
    public static final ImageBounds ILLUSTRATION = new ImageBounds(1_600, false, 0);

    /** A picture in a message, with a small copy for lists. */
    public static final ImageBounds MESSAGE = new ImageBounds(2_048, false, 320);
}
