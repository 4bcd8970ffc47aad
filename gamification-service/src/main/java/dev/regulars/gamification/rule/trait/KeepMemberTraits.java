package dev.regulars.gamification.rule.trait;

import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.identity.CustomFieldEvent.MemberFieldChanged;
import dev.regulars.events.identity.IdentityEvent.MemberTagged;
import dev.regulars.gamification.rule.trait.MemberTraitsDocument.StoredField;
import dev.regulars.gamification.rule.trait.Traits.FieldValue;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Keeps tags and custom fields of members up to date with identity-service. */
@ApplicationScoped
class KeepMemberTraits {

    private final EventConsumer consumer;
    private final Outbox outbox;

    KeepMemberTraits(EventConsumer consumer, Outbox outbox) {
        this.consumer = consumer;
        this.outbox = outbox;
    }

    void start(@Observes StartupEvent started) {
        consumer.consume("member-tags", MemberTagged.class, this::tags);
        consumer.consume("member-fields", MemberFieldChanged.class, this::field);
    }

    private Uni<Void> tags(ReceivedEvent<MemberTagged> received) {
        MemberTagged tagged = received.event();
        return MemberTraitsDocument.tags(
                outbox.alone(), tagged.community(), tagged.accountId(), tagged.tags(), received.version());
    }

    private Uni<Void> field(ReceivedEvent<MemberFieldChanged> received) {
        MemberFieldChanged changed = received.event();
        var field = new StoredField(changed.field(), FieldValue.of(changed.value()), changed.changedAt());
        return MemberTraitsDocument.field(
                outbox.alone(), changed.community(), changed.accountId(), changed.fieldId(), field);
    }
}
