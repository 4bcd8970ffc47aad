package dev.regulars.testkit.architecture;

import static java.util.Map.entry;

import java.util.Map;

/** The few classes that look into a collection without naming a community, each with its reason. */
final class TenantExceptions {

    static final Map<String, String> ALL_COMMUNITIES = Map.ofEntries(
            entry("dev.regulars.community.server.ServerDocument", "a community's own document: its id is the tenant"),
            entry(
                    "dev.regulars.community.server.domain.DomainWrites",
                    "a domain that is proven is taken from whichever community had it"),
            entry("dev.regulars.community.server.SequenceDocument", "counts per installation"),
            entry("dev.regulars.messaging.community.ChannelDocument", "unread counts of all communities of an account"),
            entry("dev.regulars.messaging.log.LogEntryDocument", "live streams look for what any replica appended"),
            entry(
                    "dev.regulars.messaging.stream.signal.SignalDocument",
                    "replicas look for what other replicas tell clients of all communities"),
            entry("dev.regulars.messaging.log.EpochDocument", "the topic belongs to no community"),
            entry(
                    "dev.regulars.gamification.ledger.PostingDocument",
                    "the ledger writer commits requests of several communities together"),
            entry(
                    "dev.regulars.gamification.ledger.MemberDocument",
                    "the ledger writer commits requests of several communities together"),
            entry("dev.regulars.gamification.streak.member.MemberStreakDocument", "the worker looks at due streaks"),
            entry("dev.regulars.gamification.streak.login.LoginStreakDocument", "a login counts in all communities"),
            entry(
                    "dev.regulars.gamification.wheel.spin.SpinDocument",
                    "whoever has the id of a spin may check its draw"),
            entry(
                    "dev.regulars.gamification.referral.ReferralCodeDocument",
                    "the code in a link says which community it is of"),
            entry(
                    "dev.regulars.webhook.subscription.SubscriptionDocument",
                    "workers lease and challenge subscriptions of all communities"),
            entry(
                    "dev.regulars.webhook.delivery.DeliveryDocument",
                    "batches of events, the dispatcher and the retention serve all communities"),
            entry("dev.regulars.webhook.subscription.LeaseWrites", "workers lease subscriptions of all communities"),
            entry(
                    "dev.regulars.webhook.subscription.ChallengeWrites",
                    "a worker challenges endpoints of all communities"),
            entry("dev.regulars.webhook.delivery.DeliveryWrites", "workers deliver for all communities"),
            entry("dev.regulars.webhook.signature.SigningKeyDocument", "the key pair of the installation"),
            entry(
                    "dev.regulars.webhook.names.NameDocument",
                    "a projection, looked up for batches of events of several communities"),
            entry("dev.regulars.webhook.replay.ReplayDocument", "a worker replays for all communities"),
            entry("dev.regulars.webhook.replay.ReplayWrites", "a worker replays for all communities"),
            entry(
                    "dev.regulars.webhook.incoming.hook.IncomingHookDocument",
                    "the id in a URL says which community it is of"),
            entry("dev.regulars.webhook.incoming.call.ReceiptDocument", "ids of calls, found by their webhook"),
            entry(
                    "dev.regulars.webhook.people.PersonDocument",
                    "a projection, looked up for batches of events of several communities"),
            entry(
                    "dev.regulars.analysis.loyalty.rollup.BucketTotalDocument",
                    "the worker sums up figures of all communities"),
            entry("dev.regulars.rewards.order.OrderDocument", "the worker finishes orders of all communities"),
            entry("dev.regulars.rewards.product.stock.StockWrites", "old reservations of all communities"),
            entry("dev.regulars.community.member.MembershipDocument", "the communities of an account"),
            entry("dev.regulars.community.invite.InviteDocument", "a code says which community it is of"),
            entry("dev.regulars.community.presence.PresenceDocument", "heartbeats and sweep of all communities"),
            entry("dev.regulars.identity.accounts.account.AccountDocument", "accounts belong to no community"),
            entry(
                    "dev.regulars.identity.accounts.account.creation.SequenceDocument",
                    "numbers accounts per installation"),
            entry("dev.regulars.identity.accounts.session.SessionDocument", "sessions belong to accounts"),
            entry("dev.regulars.identity.accounts.recovery.MailRequestDocument", "requests for mails to an address"),
            entry("dev.regulars.identity.accounts.throttle.ThrottleDocument", "guesses per account and address"),
            entry("dev.regulars.identity.accounts.signing.SigningKeysDocument", "keys of the installation"),
            entry(
                    "dev.regulars.identity.accounts.key.KeyDocument",
                    "look-up by hash: the key determines its community"),
            entry(
                    "dev.regulars.identity.accounts.userkey.UserKeyDocument",
                    "keys of an account; look-up by hash: the key determines its owner and community"),
            entry(
                    "dev.regulars.identity.directory.apipolicy.CommunityAccessDocument",
                    "token exchange, and whether any community lists an origin"),
            entry(
                    "dev.regulars.identity.accounts.widget.WidgetDocument",
                    "the page of a widget, which the id in its URL determines"),
            entry(
                    "dev.regulars.identity.accounts.widget.accesskey.AccessKeyDocument",
                    "look-up by access id: the key determines its community"),
            entry("dev.regulars.identity.directory.link.LinkDocument", "look-up by token hash; workers"),
            entry("dev.regulars.identity.directory.bulk.job.BulkJobDocument", "replicas take turns of all communities"),
            entry("dev.regulars.identity.directory.bulk.job.BulkPartDocument", "old files of all communities"),
            entry(
                    "dev.regulars.identity.directory.community.CommunityDocument",
                    "look-up of a person by an import id, and by an open bulk import"),
            entry("dev.regulars.identity.directory.field.definition.FieldDocument", "the worker that converts values"),
            entry("dev.regulars.identity.directory.member.MemberDocument", "token exchange; the entries of an account"),
            entry("dev.regulars.identity.directory.privacy.PrivacyDocument", "a person's own, in all communities"),
            entry(
                    "dev.regulars.identity.directory.projection.BalanceWrites",
                    "batches of events of several communities, under their versions"),
            entry(
                    "dev.regulars.identity.directory.member.MemberWrites",
                    "states of other services under their versions"));

    /** The few classes that know a community for certain without the caller's token, each with its reason. */
    static final Map<String, String> TRUSTED = Map.ofEntries(
            entry(
                    "dev.regulars.webhook.incoming.hook.IncomingHookDocument",
                    "the id in a URL finds it in the database"),
            entry(
                    "dev.regulars.messaging.stream.caller.StreamCallers",
                    "a token that identity-service signed for the credential of a live stream"),
            entry(
                    "dev.regulars.identity.directory.community.Membership",
                    "an answer of community-service, which owns communities"),
            entry("dev.regulars.identity.accounts.key.Keys$KeyPrincipal", "a key that was checked"),
            entry("dev.regulars.identity.accounts.widget.token.Grant", "a token that was signed here"),
            entry("dev.regulars.identity.directory.member.MemberDocument", "an entry of the database"),
            entry("dev.regulars.identity.directory.link.LinkDocument", "a worker reads it from the database"));

    private TenantExceptions() {}
}
