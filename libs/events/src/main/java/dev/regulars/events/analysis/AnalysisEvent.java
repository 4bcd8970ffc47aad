package dev.regulars.events.analysis;

import dev.regulars.events.EventType;
import dev.regulars.events.Subject;
import dev.regulars.events.TenantEvent;
import java.time.Instant;
import java.util.List;

/** The events of analysis-service, on topic {@code analysis.events}. */
public sealed interface AnalysisEvent extends TenantEvent {

    /**
     * A chart analysis was published in a channel.
     *
     * @param accountId its author
     * @param sender the author as the request named them: e-mail address or username
     */
    @EventType("analysis.analysis.created.v1")
    record AnalysisCreated(
            String communityId,
            @Subject String analysisId,
            String channelId,
            String accountId,
            String sender,
            AnalysisFacts analysis,
            Instant createdAt)
            implements AnalysisEvent {}

    /**
     * An analysis is another one.
     *
     * @param accountId who changed it
     * @param updatedFields names of members of {@code metadata}, {@code levels}, {@code drawings}
     */
    @EventType("analysis.analysis.updated.v1")
    record AnalysisUpdated(
            String communityId,
            @Subject String analysisId,
            String channelId,
            String accountId,
            String sender,
            AnalysisFacts analysis,
            List<String> updatedFields,
            Instant updatedAt)
            implements AnalysisEvent {}

    /** An analysis is gone. */
    @EventType("analysis.analysis.deleted.v1")
    record AnalysisDeleted(String communityId, @Subject String analysisId, String channelId) implements AnalysisEvent {}
}
