package dev.regulars.media.image;

import dev.regulars.eventing.worker.Poller;
import dev.regulars.media.image.decoder.ImageDecoder;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/** Decodes and encodes one image at a time, on a thread of its own, so that memory is bounded and requests go on. */
@ApplicationScoped
public class ImageProcessor {

    private static final int WAITING = 16;
    private static final long MOST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long TIMEOUT_MILLIS = 5_000;

    static {
        ImageIO.setUseCache(false); // memory is bounded, and a temporary file would hold a stranger's picture
    }

    private final ExecutorService decoder = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform()
                    .daemon()
                    .name("images")
                    .priority(Thread.MIN_PRIORITY)
                    .factory());

    /** @param field the member of the form, to blame where it is no image */
    public Uni<ProcessedImage> process(String field, Path upload, ImageBounds bounds) {
        long began = System.nanoTime();
        return Uni.createFrom()
                .item(() -> {
                    if (System.nanoTime() - began > MOST_WAIT_NANOS) {
                        throw busy();
                    }
                    return processNow(field, upload, bounds);
                })
                .runSubscriptionOn(decoder)
                .onFailure(RejectedExecutionException.class)
                .transform(full -> busy())
                .emitOn(Poller.thisContext());
    }

    static ProcessedImage processNow(String field, Path upload, ImageBounds bounds) {
        try {
            return ImageEncoder.encode(new ImageDecoder(field, TIMEOUT_MILLIS).decode(upload), bounds);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Refusal busy() {
        return Refusal.of(Kind.UNAVAILABLE, "too many images wait to be decoded");
    }

    void stop(@Observes ShutdownEvent stopping) {
        decoder.shutdownNow();
    }
}
