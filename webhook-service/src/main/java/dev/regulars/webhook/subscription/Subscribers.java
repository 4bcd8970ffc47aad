package dev.regulars.webhook.subscription;

import dev.regulars.webhook.payload.PartnerMessage;
import dev.regulars.webhook.payload.Payloads;
import dev.regulars.webhook.people.MemberTraits;
import dev.regulars.webhook.subscription.setting.DeliveryOrder;
import dev.regulars.webhook.subscription.setting.Filters;
import dev.regulars.webhook.subscription.setting.OrderKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the subscriptions that receive an event. */
@ApplicationScoped
public class Subscribers {

    /** Tolerated clock skew between machines: a subscription receives events from its creation on. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(1);

    /** An active subscription. */
    public record Subscriber(
            String id,
            String communityId,
            List<String> events,
            Filters filters,
            @Nullable DeliveryOrder order,
            Instant since) {

        static Subscriber of(SubscriptionDocument found) {
            return new Subscriber(
                    found.id, found.communityId, found.events, found.filters, found.order, found.createdAt);
        }

        /** Whether it may want the event, as far as that can be told without the member. */
        public boolean mayWant(PartnerMessage message, Instant occurredAt) {
            return communityId.equals(message.communityId())
                    && events.contains(message.event())
                    && !since.isAfter(occurredAt.plus(CLOCK_SKEW))
                    && isInChannels(message);
        }

        private boolean isInChannels(PartnerMessage message) {
            return filters.channelIds().isEmpty()
                    || message.channelId() == null
                    || Payloads.happensAnywhere(message.event())
                    || filters.channelIds().contains(message.channelId());
        }

        /** Whether the member whom the event concerns is one of those that are wanted. */
        public boolean wants(PartnerMessage message, MemberTraits member) {
            return message.accountId() == null || (hasRole(member) && hasFields(member));
        }

        private boolean hasRole(MemberTraits member) {
            return filters.roles().isEmpty() || !Collections.disjoint(filters.roles(), member.roles());
        }

        private boolean hasFields(MemberTraits member) {
            return filters.fields().stream().allMatch(wanted -> member.fields().stream()
                    .anyMatch(one ->
                            one.name().equals(wanted.name()) && one.value().equals(wanted.value())));
        }

        /** What the delivery has in common with those that it waits for; null where it waits for none. */
        public @Nullable String orderKey(PartnerMessage message) {
            if (order == null) {
                return null;
            }
            return switch (order.by()) {
                case USER -> message.accountId();
                case CHANNEL -> message.channelId();
                case WEBHOOK -> OrderKey.WEBHOOK.wire();
            };
        }
    }

    /** Active subscriptions of {@code communityIds}, to whatever events. */
    public Uni<List<Subscriber>> find(Set<String> communityIds) {
        return SubscriptionDocument.findActive(communityIds)
                .map(found -> found.stream().map(Subscriber::of).toList());
    }
}
