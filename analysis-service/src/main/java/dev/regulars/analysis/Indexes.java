package dev.regulars.analysis;

import dev.regulars.analysis.channel.RoleDocument;
import dev.regulars.analysis.chart.AnalysisDocument;
import dev.regulars.analysis.loyalty.rollup.BucketTotalDocument;
import dev.regulars.analysis.loyalty.rollup.MemberBucketDocument;
import dev.regulars.analysis.loyalty.rollup.MemberTierDocument;
import dev.regulars.eventing.Indexed;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** All indexes of the service. */
@Singleton
class Indexes implements Indexed {

    @Override
    public Uni<Void> build() {
        return AnalysisDocument.buildIndexes()
                .chain(RoleDocument::buildIndexes)
                .chain(MemberBucketDocument::buildIndexes)
                .chain(BucketTotalDocument::buildIndexes)
                .chain(MemberTierDocument::buildIndexes);
    }
}
