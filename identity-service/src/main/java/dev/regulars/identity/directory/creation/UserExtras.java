package dev.regulars.identity.directory.creation;

import dev.regulars.eventing.once.Transactions;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.identity.directory.community.Communities;
import dev.regulars.identity.directory.community.Communities.Settings;
import dev.regulars.identity.directory.field.definition.FieldDefinition;
import dev.regulars.identity.directory.field.definition.FieldDefinitions;
import dev.regulars.identity.directory.field.value.MemberFields;
import dev.regulars.identity.directory.field.value.MembersByField;
import dev.regulars.identity.directory.field.value.ValueSource;
import dev.regulars.identity.directory.member.MemberFieldWrites;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Custom fields, external id and referral of users who are being created. They are checked before anything is written, kept with the
 * account, and become the member's once there is a member.
 */
@ApplicationScoped
public class UserExtras {

    private final FieldDefinitions definitions;
    private final Communities communities;
    private final MemberFields fields;
    private final MembersByField byField;
    private final Transactions transactions;
    private final Outbox outbox;

    UserExtras(
            FieldDefinitions definitions,
            Communities communities,
            MemberFields fields,
            MembersByField byField,
            Transactions transactions,
            Outbox outbox) {
        this.definitions = definitions;
        this.communities = communities;
        this.fields = fields;
        this.byField = byField;
        this.transactions = transactions;
        this.outbox = outbox;
    }

    /** Refuses fields that the community does not have, and values that do not fit. */
    public Uni<CheckedExtras> check(CommunityId community, CreationExtras extras) {
        return extras.isEmpty()
                ? Uni.createFrom().item(CheckedExtras.NONE)
                : Uni.combine()
                        .all()
                        .unis(definitions.of(community), communities.settings(community))
                        .with((all, settings) -> checked(extras, all, settings));
    }

    private static CheckedExtras checked(CreationExtras extras, List<FieldDefinition> all, Settings settings) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (NewFieldValue given : extras.customFields()) {
            FieldDefinition field = find(all, given.fieldIdorName());
            if (field == null) {
                throw Refusal.invalid("customFields", "must be fields of the community");
            }
            if (given.value() != null) {
                values.put(field.id(), field.value(given.value()));
            }
        }
        if (extras.externalId() != null) {
            FieldDefinition field = identifier(all, settings, "externalId");
            values.put(field.id(), field.valueOfText(extras.externalId()));
        }
        if (extras.referral() != null) {
            var unused = identifier(all, settings, "referral");
        }
        return new CheckedExtras(values, extras.referral());
    }

    private static FieldDefinition identifier(List<FieldDefinition> all, Settings settings, String member) {
        String name = settings.identifierField();
        FieldDefinition field = name == null ? null : find(all, name);
        if (field == null) {
            throw Refusal.invalid(member, "must be absent: the community has no field that identifies users");
        }
        return field;
    }

    private static @Nullable FieldDefinition find(List<FieldDefinition> all, String name) {
        return all.stream().filter(field -> field.isCalled(name)).findFirst().orElse(null);
    }

    /** What a row of a file says of a user, already in the types of its fields. */
    public static CheckedExtras ofValues(Map<String, Object> values) {
        return new CheckedExtras(values, null);
    }

    public Uni<Void> keep(Tx tx, String accountId, CheckedExtras extras) {
        return extras.isEmpty() ? Uni.createFrom().voidItem() : PendingExtrasDocument.keep(tx, accountId, extras);
    }

    /** For one who is a member now; where nothing was kept, nothing happens. */
    public Uni<Void> apply(CommunityId community, String accountId) {
        return PendingExtrasDocument.find(outbox.alone(community), community, accountId)
                .onItem()
                .ifNotNull()
                .transformToUni(kept -> definitions
                        .of(community)
                        .chain(all -> transactions.in(community, kept.creator.actor(), tx -> apply(tx, kept, all))))
                .replaceWithVoid();
    }

    private Uni<Void> refer(Tx tx, String accountId, String referral) {
        return communities
                .settings(tx.community())
                .chain(settings -> settings.identifierField() == null
                        ? Uni.createFrom().nullItem()
                        : byField.find(tx, tx.community(), settings.identifierField(), referral))
                .chain(referrer -> MemberFieldWrites.referral(
                        tx, accountId, referral, referrer == null ? null : referrer.accountId));
    }

    private Uni<Void> apply(Tx tx, PendingExtrasDocument kept, List<FieldDefinition> all) {
        Map<FieldDefinition, @Nullable Object> values = new LinkedHashMap<>();
        for (FieldDefinition field : all) {
            Object value = kept.value(field.id());
            Object accepted = value == null ? null : field.accepted(value);
            if (accepted != null) {
                values.put(field, accepted);
            }
        }
        return fields.setTyped(tx, kept.accountId, values, ValueSource.CREATION)
                .chain(() ->
                        kept.referral == null ? Uni.createFrom().voidItem() : refer(tx, kept.accountId, kept.referral))
                .chain(() -> kept.remove(tx));
    }
}
