package dev.regulars.gamification.field;

import static java.util.Objects.requireNonNullElse;

import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.identity.CustomFieldEvent;
import dev.regulars.events.identity.CustomFieldEvent.MemberFieldChanged;
import dev.regulars.events.identity.CustomFieldEvent.UserFieldChanged;
import dev.regulars.events.identity.CustomFieldEvent.UserFieldCreated;
import dev.regulars.events.identity.CustomFieldEvent.UserFieldRetired;
import dev.regulars.gamification.field.MemberFieldsDocument.StoredField;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

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
        consumer.consume("custom-fields", CustomFieldEvent.class, this::keep);
    }

    private Uni<Void> keep(ReceivedEvent<CustomFieldEvent> received) {
        Tx tx = outbox.alone();
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
            case MemberFieldChanged one ->
                MemberFieldsDocument.keep(tx, one.community(), one.accountId(), one.fieldId(), value(one))
                        .chain(() -> keepNumber(tx, received, one));
        };
    }

    private static StoredField value(MemberFieldChanged one) {
        return new StoredField(one.field(), FieldValue.of(one.value()), one.changedAt());
    }

    private static Uni<Void> keepNumber(Tx tx, ReceivedEvent<CustomFieldEvent> received, MemberFieldChanged one) {
        if (!(one.value() instanceof Number) && !(one.previousValue() instanceof Number)) {
            return Uni.createFrom().voidItem();
        }
        return NumberChangeDocument.isKnown(tx, one.community(), one.fieldId(), one.accountId())
                .chain(known -> {
                    BigDecimal before = known ? number(one.previousValue()) : BigDecimal.ZERO;
                    var change = new NumberChangeDocument();
                    change.id = received.id();
                    change.communityId = one.community();
                    change.fieldId = one.fieldId();
                    change.accountId = one.accountId();
                    change.change = number(one.value()).subtract(before);
                    change.isSet = one.value() instanceof Number;
                    change.at = one.changedAt();
                    change.epoch = received.version().epoch();
                    change.n = received.version().n();
                    change.storedAt = tx.now();
                    return change.keep(tx);
                });
    }

    private static BigDecimal number(@Nullable Object value) {
        return value instanceof Number
                ? new BigDecimal(requireNonNullElse(value, 0).toString())
                : BigDecimal.ZERO;
    }
}
