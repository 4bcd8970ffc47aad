package dev.regulars.media.image.decoder;

import java.util.concurrent.TimeUnit;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;

/** Stops a decoder that takes too long, at its next row. */
final class DecodingDeadline implements IIOReadProgressListener {

    private final long end;
    private boolean passed;

    DecodingDeadline(long timeoutMillis) {
        this.end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
    }

    boolean passed() {
        return passed;
    }

    @Override
    public void imageProgress(ImageReader reader, float percent) {
        if (System.nanoTime() - end > 0) {
            passed = true;
            reader.abort();
        }
    }

    @Override
    public void sequenceStarted(ImageReader reader, int first) {}

    @Override
    public void sequenceComplete(ImageReader reader) {}

    @Override
    public void imageStarted(ImageReader reader, int index) {}

    @Override
    public void imageComplete(ImageReader reader) {}

    @Override
    public void thumbnailStarted(ImageReader reader, int image, int thumbnail) {}

    @Override
    public void thumbnailProgress(ImageReader reader, float percent) {}

    @Override
    public void thumbnailComplete(ImageReader reader) {}

    @Override
    public void readAborted(ImageReader reader) {}
}
