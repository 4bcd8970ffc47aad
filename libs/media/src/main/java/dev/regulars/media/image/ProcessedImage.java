package dev.regulars.media.image;

import org.jspecify.annotations.Nullable;

/** What becomes of an upload. */
public record ProcessedImage(EncodedImage image, @Nullable EncodedImage thumbnail) {}
