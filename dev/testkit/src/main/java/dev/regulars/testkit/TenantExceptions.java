package dev.regulars.testkit;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;

/** The few classes that look into a collection without naming a community, each with its reason. */
final class TenantExceptions {

    static final Map<String, String> ALL_COMMUNITIES = Map.ofEntries(
            entry("dev.regulars.community.server.ServerDocument", "a community's own document: its id is the tenant"),
            entry("dev.regulars.community.server.NumberDocument", "counts per installation"),
            entry(
                    "dev.regulars.webhook.subscription.SubscriptionDocument",
                    "workers lease and challenge subscriptions of all communities"),
            entry(
                    "dev.regulars.webhook.delivery.DeliveryDocument",
                    "batches of events, the dispatcher and the retention serve all communities"),
            entry(
                    "dev.regulars.webhook.people.PersonDocument",
                    "a projection, looked up for batches of events of several communities"),
            entry("dev.regulars.community.member.MembershipDocument", "the communities of an account"),
            entry("dev.regulars.community.invite.InviteDocument", "a code says which community it is of"),
            entry("dev.regulars.community.presence.PresenceDocument", "heartbeats and sweep of all communities"));

    /** Services whose documents still open their collections themselves. */
    static final Set<String> NOT_CONVERTED = Set.of("dev.regulars.identity");

    private TenantExceptions() {}
}
