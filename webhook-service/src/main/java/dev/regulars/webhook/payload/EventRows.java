package dev.regulars.webhook.payload;

import dev.regulars.events.analysis.AnalysisEvent.AnalysisCreated;
import dev.regulars.events.analysis.AnalysisEvent.AnalysisDeleted;
import dev.regulars.events.analysis.AnalysisEvent.AnalysisUpdated;
import dev.regulars.events.community.CommunityEvent.ChannelChanged;
import dev.regulars.events.community.CommunityEvent.ChannelCreated;
import dev.regulars.events.community.CommunityEvent.ChannelDeleted;
import dev.regulars.events.community.CommunityEvent.MemberAccessChanged;
import dev.regulars.events.community.CommunityEvent.MemberJoined;
import dev.regulars.events.community.CommunityEvent.MemberLeft;
import dev.regulars.events.community.CommunityEvent.MemberRestored;
import dev.regulars.events.community.CommunityEvent.MemberRolesChanged;
import dev.regulars.events.community.CommunityEvent.MemberSuspended;
import dev.regulars.events.community.CommunityEvent.MemberVisited;
import dev.regulars.events.community.CommunityEvent.RoleChanged;
import dev.regulars.events.community.CommunityEvent.RoleCreated;
import dev.regulars.events.community.CommunityEvent.RoleDeleted;
import dev.regulars.events.community.CommunityEvent.SanctionImposed;
import dev.regulars.events.community.CommunityEvent.SanctionLifted;
import dev.regulars.events.community.CommunityEvent.ServerChanged;
import dev.regulars.events.community.CommunityEvent.ServerDomainLost;
import dev.regulars.events.community.CommunityEvent.ServerDomainProven;
import dev.regulars.events.community.CommunityEvent.SessionClosed;
import dev.regulars.events.gamification.GamificationEvent.BadgeAwarded;
import dev.regulars.events.gamification.GamificationEvent.BadgeRemoved;
import dev.regulars.events.gamification.GamificationEvent.BalanceChanged;
import dev.regulars.events.gamification.GamificationEvent.ReferralAttributed;
import dev.regulars.events.gamification.GamificationEvent.StreakBroken;
import dev.regulars.events.gamification.GamificationEvent.StreakExtended;
import dev.regulars.events.gamification.GamificationEvent.StreakFrozen;
import dev.regulars.events.gamification.GamificationEvent.TagGranted;
import dev.regulars.events.gamification.GamificationEvent.TierChanged;
import dev.regulars.events.identity.CustomFieldEvent.MemberFieldChanged;
import dev.regulars.events.identity.IdentityEvent.MemberProfiled;
import dev.regulars.events.identity.IdentityEvent.MemberTagged;
import dev.regulars.events.messaging.MessagingEvent.MessageDeleted;
import dev.regulars.events.messaging.MessagingEvent.MessageEdited;
import dev.regulars.events.messaging.MessagingEvent.MessageReacted;
import dev.regulars.events.messaging.MessagingEvent.MessageSent;
import dev.regulars.events.messaging.MessagingEvent.MessageUnreacted;
import dev.regulars.events.rewards.RewardsEvent.OrderConfirmed;
import dev.regulars.events.rewards.RewardsEvent.OrderRefunded;
import dev.regulars.events.rewards.RewardsEvent.OrderStatusChanged;
import dev.regulars.events.webhook.WebhookEvent.WorkflowEventReceived;
import dev.regulars.webhook.payload.body.CreateAnalysis;
import dev.regulars.webhook.payload.body.NewMessage;
import dev.regulars.webhook.payload.body.NewMessageChannel;
import dev.regulars.webhook.payload.body.PurchaseStoreItem;
import dev.regulars.webhook.payload.body.UpdateAnalysis;
import dev.regulars.webhook.payload.body.UserJoinServer;
import dev.regulars.webhook.payload.body.UserVisitServer;
import dev.regulars.webhook.payload.body.WorkflowEvent;
import java.util.List;

/** The one place that maps domain events to what partners can subscribe to (contract 4.1, decision 0.8). */
final class EventRows {

    static final String NEW_MESSAGE = "new_message";
    static final String NEW_MESSAGE_CHANNEL = "new_message_channel";

    static final List<EventRow<?>> ALL = List.of(
            EventRow.of(
                    "user_join_server",
                    "A user joined the server",
                    MemberJoined.class,
                    UserJoinServer.class,
                    UserJoinServer::of),
            EventRow.of(
                    "user_visit_server",
                    "A user visited the server",
                    MemberVisited.class,
                    UserVisitServer.class,
                    UserVisitServer::of),
            EventRow.of(
                    NEW_MESSAGE, "A message was posted anywhere", MessageSent.class, NewMessage.class, NewMessage::of),
            EventRow.of(
                    NEW_MESSAGE_CHANNEL,
                    "A message was posted in a chosen channel",
                    MessageSent.class,
                    NewMessageChannel.class,
                    NewMessageChannel::of),
            EventRow.of(
                    "purchase_store_item",
                    "A member bought a store item",
                    OrderConfirmed.class,
                    PurchaseStoreItem.class,
                    PurchaseStoreItem::of),
            EventRow.of(
                    "create_analysis",
                    "An analysis was published",
                    AnalysisCreated.class,
                    CreateAnalysis.class,
                    CreateAnalysis::of),
            EventRow.of(
                    "update_analysis",
                    "An analysis was changed",
                    AnalysisUpdated.class,
                    UpdateAnalysis.class,
                    UpdateAnalysis::of),
            EventRow.of(
                    "workflow_event",
                    "A workflow webhook received an event",
                    WorkflowEventReceived.class,
                    WorkflowEvent.class,
                    WorkflowEvent::of),
            EventRow.of("delete_analysis", "An analysis was deleted", AnalysisDeleted.class),
            EventRow.of("currency_updated", "A balance of a member changed", BalanceChanged.class),
            EventRow.of("tier_changed", "A member is in another tier", TierChanged.class),
            EventRow.of("badge_awarded", "A member got a badge", BadgeAwarded.class),
            EventRow.of("badge_removed", "A member lost a badge", BadgeRemoved.class),
            EventRow.of("streak_extended", "A streak of a member is longer", StreakExtended.class),
            EventRow.of("streak_frozen", "A member spent a freeze on a streak", StreakFrozen.class),
            EventRow.of("streak_broken", "A member lost a streak", StreakBroken.class),
            EventRow.of("referral_attributed", "A member was brought by another one", ReferralAttributed.class),
            EventRow.of("tag_granted", "A rule gave a member a tag", TagGranted.class),
            EventRow.of("user_field_updated", "A custom field of a member changed", MemberFieldChanged.class),
            EventRow.of("user_tags_changed", "A member has other tags", MemberTagged.class),
            EventRow.of("redemption_status_changed", "An order has another status", OrderStatusChanged.class),
            EventRow.of("redemption_refunded", "Coins of an order were refunded", OrderRefunded.class),
            EventRow.of("message_edited", "A message was edited", MessageEdited.class),
            EventRow.of("message_deleted", "A message was deleted", MessageDeleted.class),
            EventRow.of("message_reacted", "A member reacted to a message", MessageReacted.class),
            EventRow.of("message_unreacted", "A member took a reaction back", MessageUnreacted.class),
            EventRow.of("user_leave_server", "A membership ended", MemberLeft.class),
            EventRow.of("user_restored", "A membership that had ended was restored", MemberRestored.class),
            EventRow.of("user_profile_updated", "The profile of a member changed", MemberProfiled.class),
            EventRow.of("user_roles_changed", "A member has other roles", MemberRolesChanged.class),
            EventRow.of("user_suspended", "A member was suspended, or no longer is", MemberSuspended.class),
            EventRow.of("user_access_changed", "A member has another access level", MemberAccessChanged.class),
            EventRow.of("server_domain_proven", "The server proved its domain", ServerDomainProven.class),
            EventRow.of("server_domain_lost", "The server lost its domain", ServerDomainLost.class),
            EventRow.of("session_closed", "A member was online for a while", SessionClosed.class),
            EventRow.of("sanction_imposed", "A member was warned, suspended or banned", SanctionImposed.class),
            EventRow.of("sanction_lifted", "A sanction ended before its time", SanctionLifted.class),
            EventRow.of("role_created", "There is a new role", RoleCreated.class),
            EventRow.of("role_changed", "A role was changed", RoleChanged.class),
            EventRow.of("role_deleted", "A role was deleted", RoleDeleted.class),
            EventRow.of("channel_created", "There is a new channel", ChannelCreated.class),
            EventRow.of("channel_changed", "A channel was changed", ChannelChanged.class),
            EventRow.of("channel_deleted", "A channel was deleted", ChannelDeleted.class),
            EventRow.of("server_changed", "Name or settings of the server changed", ServerChanged.class));

    private EventRows() {}
}
