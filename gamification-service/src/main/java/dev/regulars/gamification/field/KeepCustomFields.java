package dev.regulars.gamification.field;

import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.identity.CustomFieldEvent;
import dev.regulars.events.identity.CustomFieldEvent.MemberFieldChanged;
import dev.regulars.events.identity.CustomFieldEvent.UserFieldChanged;
import dev.regulars.events.identity.CustomFieldEvent.UserFieldCreated;
import dev.regulars.events.identity.CustomFieldEvent.UserFieldRetired;
import dev.regulars.gamification.field.NumberChanges.ChangedValue;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.stream.Stream;

/** Keeps custom fields and the values that members have in them up to date with identity-service. */
@ApplicationScoped
class KeepCustomFields {

    private static final String NUMBER = "numerical";

    private final EventConsumer consumer;
    private final Outbox outbox;

    KeepCustomFields(EventConsumer consumer, Outbox outbox) {
        this.consumer = consumer;
        this.outbox = outbox;
    }

    void start(@Observes StartupEvent started) {
        consumer.consumeTogether("custom-fields", CustomFieldEvent.class, this::keep);
    }

    private Uni<Void> keep(List<ReceivedEvent<CustomFieldEvent>> batch) {
        Tx tx = outbox.alone();
        List<ChangedValue> values =
                batch.stream().flatMap(KeepCustomFields::changedValue).toList();
        return Multi.createFrom()
                .iterable(batch)
                .onItem()
                .transformToUniAndConcatenate(received -> keepField(tx, received))
                .collect()
                .last()
                .chain(() -> MemberFieldsDocument.keep(values, tx.now()))
                .chain(() -> NumberChanges.keep(tx, values));
    }

    private static Stream<ChangedValue> changedValue(ReceivedEvent<CustomFieldEvent> received) {
        return received.event() instanceof MemberFieldChanged changed
                ? Stream.of(new ChangedValue(received.id(), received.version(), changed))
                : Stream.empty();
    }

    private static Uni<Void> keepField(Tx tx, ReceivedEvent<CustomFieldEvent> received) {
        return switch (received.event()) {
            case UserFieldCreated one ->
                NumberFieldDocument.keep(
                        tx,
                        one.community(),
                        one.fieldId(),
                        one.field(),
                        one.fieldType().equals(NUMBER),
                        false,
                        received.version());
            case UserFieldChanged one ->
                NumberFieldDocument.keep(
                        tx,
                        one.community(),
                        one.fieldId(),
                        one.field(),
                        one.fieldType().equals(NUMBER),
                        false,
                        received.version());
            case UserFieldRetired one ->
                NumberFieldDocument.keep(
                        tx, one.community(), one.fieldId(), one.field(), false, true, received.version());
            case MemberFieldChanged one -> Uni.createFrom().voidItem();
        };
    }
}
