package dev.regulars.gamification;

import dev.regulars.eventing.Indexed;
import dev.regulars.gamification.ledger.MemberDocument;
import dev.regulars.gamification.ledger.PostingDocument;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** All indexes of the service. */
@Singleton
class Indexes implements Indexed {

    @Override
    public Uni<Void> build() {
        return PostingDocument.buildIndexes().chain(MemberDocument::buildIndexes);
    }
}
