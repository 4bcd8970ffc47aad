package dev.regulars.identity.directory.chat;

import dev.regulars.crypto.Secrets;
import dev.regulars.identity.accounts.ChatDirectory;
import dev.regulars.identity.directory.member.Directory;
import dev.regulars.identity.directory.member.MemberDocument;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** People over all their communities. */
@ApplicationScoped
class PeopleInChat implements ChatDirectory {

    private static final int TAG_DIGITS = 16;

    private static final int CHANNELS_AT_ONCE = 500;

    private final Directory directory;
    private final RoomsClient rooms;
    private final UnreadClient unread;
    private final ImportIds importIds;

    PeopleInChat(Directory directory, RoomsClient rooms, UnreadClient unread, ImportIds importIds) {
        this.importIds = importIds;
        this.directory = directory;
        this.rooms = rooms;
        this.unread = unread;
    }

    @Override
    public Uni<ChatPerson> person(String accountId) {
        return directory
                .memberships(accountId)
                .chain(memberships -> importIds.of(memberships).map(ids -> person(memberships, ids)));
    }

    private static ChatPerson person(List<MemberDocument> memberships, List<String> importIds) {
        return new ChatPerson(
                memberships.stream().anyMatch(MemberDocument::isOnline),
                memberships.stream()
                        .map(one -> one.avatar)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .map(PeopleInChat::tag)
                        .orElse(null),
                importIds,
                memberships.stream()
                        .map(one -> one.nickname)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                memberships.stream().map(one -> one.communityId).toList());
    }

    /** Each avatar has an address of its own. */
    private static String tag(String address) {
        return Secrets.hash(address).substring(0, TAG_DIGITS);
    }

    @Override
    public Uni<@Nullable String> byImportId(String importId) {
        return importIds.account(importId);
    }

    @Override
    public Uni<List<ChatRoom>> rooms(String accountId) {
        return rooms.of(accountId);
    }

    @Override
    public Uni<Map<String, Long>> unread(String accountId, List<ChatRoom> all) {
        return Multi.createFrom()
                .iterable(all)
                .map(ChatRoom::channelId)
                .group()
                .intoLists()
                .of(CHANNELS_AT_ONCE)
                .onItem()
                .transformToUniAndMerge(channels -> unread.unread(accountId, channels))
                .collect()
                .in(HashMap<String, Long>::new, Map::putAll)
                .map(Map::copyOf);
    }
}
