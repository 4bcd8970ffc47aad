package dev.regulars.media.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.exif.GpsDirectory;
import dev.regulars.media.image.decoder.ImageDecoder;
import dev.regulars.web.refusal.Refusal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ImageProcessorTest {

    @ParameterizedTest
    @MethodSource
    void whatIsNoImageOrTooMuchOfOneIsRefused(String what, byte[] upload, String message) {
        assertThat(upload.length).isLessThan(40 << 10);

        assertThatThrownBy(() -> process(upload, ImageBounds.AVATAR))
                .as(what)
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.said()).isEqualTo("image must be " + message));
    }

    static Stream<Arguments> whatIsNoImageOrTooMuchOfOneIsRefused() {
        byte[] jpeg = SampleImages.jpeg(64, 64);
        byte[] png = SampleImages.png(64, 64);
        String format = "a JPEG, PNG, GIF or WebP image";
        String readable = "an image that can be decoded";
        return Stream.of(
                Arguments.of("SVG", SampleImages.svg(), format),
                Arguments.of("a page", "<!doctype html>GIF89a".getBytes(ISO_8859_1), format),
                Arguments.of("a BMP", "BM".getBytes(ISO_8859_1), format),
                Arguments.of("100 megapixels", SampleImages.bomb(), "at most 16 megapixels and 16384 pixels a side"),
                Arguments.of("scans", SampleImages.thousandScans(), readable),
                Arguments.of("half a JPEG header", Arrays.copyOf(jpeg, 40), readable),
                Arguments.of("half a PNG", Arrays.copyOf(png, 50), readable),
                Arguments.of("a signature", Arrays.copyOf(png, 8), readable));
    }

    @Test
    void aPolyglotLosesEverythingButItsPicture() throws IOException {
        byte[] stored = process(SampleImages.polyglot(), ImageBounds.AVATAR)
                .image()
                .content()
                .getBytes();

        assertThat(new String(stored, ISO_8859_1)).doesNotContain("script", "html", "PK\u0003\u0004");
        assertThat(read(stored).getWidth()).isEqualTo(64);
    }

    @Test
    void placeAndCameraAreRemovedAndThePictureIsUpright() throws IOException, ImageProcessingException {
        byte[] upload = SampleImages.withGps(80, 40);
        assertThat(gps(upload)).isTrue();

        EncodedImage stored = process(upload, ImageBounds.MESSAGE).image();

        assertThat(gps(stored.content().getBytes())).isFalse();
        assertThat(new String(stored.content().getBytes(), ISO_8859_1)).doesNotContain("Exif");
        assertThat(stored.width()).isEqualTo(40);
        assertThat(stored.height()).isEqualTo(80);
        assertThat(red(read(stored.content().getBytes()), 20, 5))
                .as("the left side is up")
                .isTrue();
    }

    @Test
    void avatarsAreSquare() throws IOException {
        EncodedImage stored =
                process(SampleImages.jpeg(1_600, 900), ImageBounds.AVATAR).image();

        assertThat(stored.width()).isEqualTo(512);
        assertThat(stored.height()).isEqualTo(512);
        assertThat(red(read(stored.content().getBytes()), 200, 200)).isTrue();
        assertThat(red(read(stored.content().getBytes()), 300, 200)).isFalse();
    }

    @Test
    void smallImagesAreNotEnlarged() {
        assertThat(process(SampleImages.gif(30, 20), ImageBounds.AVATAR).image().width())
                .isEqualTo(20);
        assertThat(process(SampleImages.png(1, 900), ImageBounds.MESSAGE)
                        .image()
                        .height())
                .isEqualTo(900);
    }

    @Test
    void transparencyStays() throws IOException {
        EncodedImage stored = process(SampleImages.transparentPng(100, 50), ImageBounds.MESSAGE)
                .image();

        assertThat(stored.type()).isEqualTo("image/png");
        assertThat(read(stored.content().getBytes()).getRGB(0, 0) >>> 24).isZero();
    }

    @Test
    void messagesHaveThumbnails() {
        ProcessedImage processed = process(SampleImages.webp(), new ImageBounds(2_048, false, 100));

        assertThat(processed.image().type()).isEqualTo("image/jpeg");
        assertThat(processed.image().width()).isEqualTo(300);
        assertThat(processed.thumbnail()).isNotNull();
        assertThat(processed.thumbnail().width()).isEqualTo(100);
        assertThat(processed.thumbnail().height()).isEqualTo(67);
    }

    /** The surplus is dropped while it is read. */
    @Test
    void ofSixteenMegapixelsAPartIsKeptInMemory() throws IOException {
        var decoder = new ImageDecoder("image", 60_000);

        BufferedImage image = decoder.decode(SampleImages.file(SampleImages.png(4_000, 4_000)));

        assertThat(image.getWidth()).isEqualTo(1_334);
    }

    @Test
    void whatTakesTooLongIsStopped() {
        var decoder = new ImageDecoder("image", -1);

        assertThatThrownBy(() -> decoder.decode(SampleImages.file(SampleImages.png(4_000, 4_000))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("image");
    }

    private static ProcessedImage process(byte[] upload, ImageBounds bounds) {
        return ImageProcessor.processNow("image", SampleImages.file(upload), bounds);
    }

    private static BufferedImage read(byte[] image) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(image));
    }

    private static boolean red(BufferedImage image, int x, int y) {
        int colour = image.getRGB(x, y);
        return (colour >> 16 & 0xFF) > 200 && (colour & 0xFF) < 60;
    }

    private static boolean gps(byte[] image) throws IOException, ImageProcessingException {
        var directory = ImageMetadataReader.readMetadata(new ByteArrayInputStream(image))
                .getFirstDirectoryOfType(GpsDirectory.class);
        return directory != null && directory.containsTag(GpsDirectory.TAG_LATITUDE);
    }
}
