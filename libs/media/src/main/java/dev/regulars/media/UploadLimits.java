package dev.regulars.media;

import dev.regulars.media.upload.NewImage;
import dev.regulars.media.upload.UploadCountDocument;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** How much may be uploaded: by one call, by one caller, by one community. */
@Singleton
class UploadLimits {

    private static final long GIB = 1 << 30;
    private static final long MIB = 1 << 20;

    private final MediaConfig.Media config;
    private final Clock clock;

    UploadLimits(MediaConfig config, Clock clock) {
        this.config = config.media();
        this.clock = clock;
    }

    /** Each attempt counts, since each costs a decoding. */
    Uni<FileUpload> check(NewImage upload) {
        FileUpload file = upload.file();
        if (file == null || file.size() == 0) {
            return Uni.createFrom().failure(Refusal.invalid(upload.field(), "is required"));
        }
        long most = config.maxFile().asLongValue();
        if (file.size() > most) {
            return Uni.createFrom().failure(Refusal.tooLarge(upload.field(), size(most)));
        }
        Instant now = clock.instant();
        return UploadCountDocument.admit(upload.callerId(), config.uploadsPerHour(), now)
                .invoke(admitted -> {
                    if (!admitted) {
                        throw tooMany(now);
                    }
                })
                .chain(() -> MediaDocument.storedBytes(upload.community()))
                .invoke(stored -> checkStorage(stored, file.size()))
                .replaceWith(file);
    }

    /** Of the file as it came: what is stored of it is hardly ever more. */
    private void checkStorage(long stored, long more) {
        long most = config.communityStorage().asLongValue();
        if (stored + more > most) {
            throw Refusal.tooLarge("storage of the community", size(most));
        }
    }

    private static Refusal tooMany(Instant now) {
        Instant next = now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        long seconds = Math.max(1, Duration.between(now, next).toSeconds());
        return Refusal.of(Kind.TOO_MANY, "uploads of this hour").with("Retry-After", String.valueOf(seconds));
    }

    private static String size(long bytes) {
        if (bytes % GIB == 0) {
            return bytes / GIB + " GiB";
        }
        return bytes % MIB == 0 ? bytes / MIB + " MiB" : bytes + " bytes";
    }
}
