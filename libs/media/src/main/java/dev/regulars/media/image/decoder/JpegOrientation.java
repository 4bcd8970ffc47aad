package dev.regulars.media.image.decoder;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import io.quarkus.logging.Log;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.jspecify.annotations.Nullable;

/** How the camera was held. The note about it is not stored, so it is applied. */
record JpegOrientation(Orientation orientation) {

    static JpegOrientation of(Path file) throws IOException {
        try {
            var exif = JpegMetadataReader.readMetadata(file.toFile(), List.of(new ExifReader()))
                    .getFirstDirectoryOfType(ExifIFD0Directory.class);
            return new JpegOrientation(
                    orientation(exif == null ? null : exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION)));
        } catch (JpegProcessingException unreadable) {
            Log.debugf("No orientation: %s", unreadable); // the picture itself was read
            return new JpegOrientation(Orientation.TOP_LEFT);
        }
    }

    private static Orientation orientation(@Nullable Integer value) {
        return value == null || value < 1 || value > Orientation.values().length
                ? Orientation.TOP_LEFT
                : Orientation.typeOf(value);
    }

    BufferedImage apply(BufferedImage image) {
        return orientation == Orientation.TOP_LEFT
                ? image
                : ExifFilterUtils.getFilterForOrientation(orientation).apply(image);
    }
}
