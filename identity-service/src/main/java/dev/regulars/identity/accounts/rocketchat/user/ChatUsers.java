package dev.regulars.identity.accounts.rocketchat.user;

import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.identity.accounts.Account;
import dev.regulars.identity.accounts.ChatDirectory;
import dev.regulars.identity.accounts.ChatDirectory.ChatPerson;
import dev.regulars.identity.accounts.account.AccountDocument;
import dev.regulars.identity.accounts.installation.InstallationAdmins;
import dev.regulars.identity.accounts.session.LongSessions;
import dev.regulars.identity.name.NameRules;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Users as Rocket.Chat shows them. */
@ApplicationScoped
public class ChatUsers {

    private final ChatDirectory directory;
    private final InstallationAdmins admins;
    private final LongSessions sessions;
    private final Outbox outbox;

    ChatUsers(ChatDirectory directory, InstallationAdmins admins, LongSessions sessions, Outbox outbox) {
        this.directory = directory;
        this.admins = admins;
        this.sessions = sessions;
        this.outbox = outbox;
    }

    public Uni<AccountDocument> account(String id) {
        return AccountDocument.byId(outbox.alone(), id).plug(orNotFound("account", id));
    }

    /** Whoever logs in, without what concerns the login itself. */
    public Uni<ChatUser> me(AccountDocument account) {
        return directory.person(account.id).map(person -> ChatUser.forEveryone(account, person)
                .withAllInfo(account, person, isAdmin(account)));
    }

    /** By {@code _id}, or by the exact username; empty where there is none. */
    Uni<@Nullable AccountDocument> find(String idOrUsername) {
        return AccountDocument.byId(outbox.alone(), idOrUsername)
                .onItem()
                .ifNull()
                .switchTo(() -> AccountDocument.byUsername(outbox.alone(), NameRules.usernameKey(idOrUsername))
                        .map(account -> account != null && account.username.equals(idOrUsername) ? account : null));
    }

    Uni<ChatUser> view(AccountDocument account, ChatPerson person, Viewer viewer) {
        ChatUser plain = ChatUser.forEveryone(account, person).seenWhole(viewer.seesAll());
        ChatUser whole = viewer.seesAll() ? plain.withAllInfo(account, person, isAdmin(account)) : plain;
        return viewer == Viewer.SELF
                ? sessions.tokens(account).map(tokens -> whole.withServices(account, tokens))
                : Uni.createFrom().item(whole);
    }

    boolean isAdmin(AccountDocument account) {
        return account.hasVerifiedAddress() && admins.isAdmin(Account.of(account));
    }
}
