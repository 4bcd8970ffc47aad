package dev.regulars.media;

import dev.regulars.eventing.Indexed;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** The indexes of this library's collections. */
@Singleton
class MediaIndexes implements Indexed {

    @Override
    public Uni<Void> build() {
        return MediaDocument.buildIndexes().chain(UploadCountDocument::buildIndexes);
    }
}
