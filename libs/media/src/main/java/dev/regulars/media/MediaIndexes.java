package dev.regulars.media;

import dev.regulars.eventing.Indexed;
import dev.regulars.media.upload.UploadCountDocument;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** The indexes of this library's collections. */
@Singleton
class MediaIndexes implements Indexed {

    @Override
    public Uni<Void> build() {
        return MediaDocument.buildIndexes().chain(() -> UploadCountDocument.buildIndexes());
    }
}
