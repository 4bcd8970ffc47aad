package dev.regulars.identity.accounts;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What others know of a person beside their account, for Rocket.Chat's operations. The directory implements it. */
public interface ChatDirectory {

    /**
     * A person over all their communities.
     *
     * @param importIds under which communities know them
     * @param nickname that a community gave them
     * @param communities that they are members of
     */
    record ChatPerson(
            boolean isOnline,
            @Nullable String avatarETag,
            List<String> importIds,
            @Nullable String nickname,
            List<String> communities) {}

    /**
     * A channel that a person may read.
     *
     * @param type {@code c} for all members of the community, {@code p} for some roles, {@code d} for two people
     * @param roles of the person in it: owner, leader, moderator
     * @param members the two accounts of a {@code d}
     */
    record ChatRoom(
            String communityId, String channelId, String name, String type, List<String> roles, List<String> members) {}

    Uni<ChatPerson> person(String accountId);

    /** The account that a community knows under an id of its own; empty where none does. */
    Uni<@Nullable String> byImportId(String importId);

    Uni<List<ChatRoom>> rooms(String accountId);

    /** How many messages the person has not read, by the id of the channel. */
    Uni<Map<String, Long>> unread(String accountId, List<ChatRoom> rooms);
}
