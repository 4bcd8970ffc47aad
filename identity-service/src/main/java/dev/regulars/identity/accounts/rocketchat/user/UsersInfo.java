package dev.regulars.identity.accounts.rocketchat.user;

import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.identity.accounts.ChatDirectory;
import dev.regulars.identity.accounts.ChatDirectory.ChatPerson;
import dev.regulars.identity.accounts.account.AccountDocument;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Looks a user up for another (contract §3.15 steps 5 to 7). */
@ApplicationScoped
class UsersInfo {

    private record Meeting(AccountDocument account, ChatPerson person, ChatPerson me) {}

    private final ChatDirectory directory;
    private final ChatUsers users;
    private final RoomsOfUser rooms;

    UsersInfo(ChatDirectory directory, ChatUsers users, RoomsOfUser rooms) {
        this.directory = directory;
        this.users = users;
        this.rooms = rooms;
    }

    /** @param community the only one that the caller's session is good in, if there is one */
    Uni<ChatUser> info(String callerId, @Nullable String community, UsersInfoQuery query) {
        return users.account(callerId).chain(caller -> {
            boolean isAdmin = community == null && users.isAdmin(caller);
            return found(caller, isAdmin, query)
                    .chain(account -> meet(caller, account))
                    .invoke(meeting -> check(meeting, callerId, isAdmin, community))
                    .chain(meeting -> view(meeting, caller, isAdmin, query));
        });
    }

    private Uni<AccountDocument> found(AccountDocument caller, boolean isAdmin, UsersInfoQuery query) {
        Uni<@Nullable AccountDocument> account =
                query.key().equals("importId") ? byImportId(caller, isAdmin, query.value()) : users.find(query.value());
        return account.plug(orNotFound("user", query.value()));
    }

    /** Only for oneself, and for who sees all of others. */
    private Uni<@Nullable AccountDocument> byImportId(AccountDocument caller, boolean isAdmin, String importId) {
        Uni<@Nullable String> found = isAdmin
                ? directory.byImportId(importId)
                : directory.person(caller.id).map(me -> me.importIds().contains(importId) ? caller.id : null);
        return found.onItem().ifNotNull().transformToUni(users::find);
    }

    private Uni<Meeting> meet(AccountDocument caller, AccountDocument account) {
        return directory
                .person(account.id)
                .chain(person -> directory.person(caller.id).map(me -> new Meeting(account, person, me)));
    }

    /** Who shares no community with the caller is not there. */
    private static void check(Meeting meeting, String callerId, boolean isAdmin, @Nullable String community) {
        boolean meets = meeting.me().communities().stream()
                .filter(one -> community == null || one.equals(community))
                .anyMatch(meeting.person().communities()::contains);
        if (!isAdmin && !meets && !meeting.account().id.equals(callerId)) {
            throw Refusal.notFound("user", meeting.account().id);
        }
    }

    private Uni<ChatUser> view(Meeting meeting, AccountDocument caller, boolean isAdmin, UsersInfoQuery query) {
        AccountDocument account = meeting.account();
        Viewer viewer = isSelf(query, caller, meeting.me()) ? Viewer.SELF : isAdmin ? Viewer.ADMIN : Viewer.EVERYONE;
        Uni<ChatUser> user = users.view(account, meeting.person(), viewer);
        boolean mayAskForRooms = isAdmin || account.id.equals(caller.id);
        return query.wantsRooms() && mayAskForRooms
                ? user.chain(one -> rooms.of(account.id).map(one::in))
                : user;
    }

    /** By the very key: whoever looks themselves up by the username as {@code userId} is not seen as oneself. */
    private static boolean isSelf(UsersInfoQuery query, AccountDocument caller, ChatPerson me) {
        return switch (query.key()) {
            case "userId" -> query.value().equals(caller.id);
            case "username" -> query.value().equals(caller.username);
            default -> me.importIds().contains(query.value());
        };
    }
}
