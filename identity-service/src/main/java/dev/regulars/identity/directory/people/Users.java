package dev.regulars.identity.directory.people;

import static dev.regulars.web.refusal.Refusal.orNotFound;
import static java.util.stream.Collectors.toCollection;

import dev.regulars.events.CommunityId;
import dev.regulars.identity.accounts.Accounts;
import dev.regulars.identity.directory.member.Directory;
import dev.regulars.identity.directory.member.MemberDocument;
import dev.regulars.identity.directory.privacy.Privacy;
import dev.regulars.identity.directory.privacy.PrivacySettings;
import dev.regulars.identity.directory.privacy.UserField;
import dev.regulars.identity.directory.privacy.Viewer;
import dev.regulars.web.caller.Level;
import dev.regulars.web.page.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows users, each with the fields that the caller may see. */
@ApplicationScoped
class Users {

    /** Who reads; a visitor of a public widget has no account. */
    record Reader(@Nullable String accountId, Level level) {}

    private final Directory directory;
    private final Accounts accounts;
    private final Privacy privacy;

    Users(Directory directory, Accounts accounts, Privacy privacy) {
        this.directory = directory;
        this.accounts = accounts;
        this.privacy = privacy;
    }

    Uni<List<ApplicationUser>> list(CommunityId community, PageRequest page, Reader reader, Set<UserField> fields) {
        return directory.members(community, page).chain(members -> shown(members, reader, fields));
    }

    Uni<ApplicationUser> read(CommunityId community, String accountId, Reader reader, Set<UserField> fields) {
        return directory
                .member(community, accountId)
                .chain(member -> shown(List.of(member), reader, fields))
                .map(List::getFirst);
    }

    /** Oneself, in no community. */
    Uni<ApplicationUser> self(String accountId, Set<UserField> fields) {
        return accounts.find(accountId).plug(orNotFound("account", accountId)).chain(account -> directory
                .entries(accountId)
                .map(entries -> ApplicationUser.of(UserFacts.of(account, entries), fields)));
    }

    private Uni<List<ApplicationUser>> shown(List<MemberDocument> members, Reader reader, Set<UserField> fields) {
        List<String> ids = members.stream().map(member -> member.accountId).toList();
        return privacy.of(ids).map(settings -> members.stream()
                .map(member -> ApplicationUser.of(
                        UserFacts.of(member),
                        visible(
                                fields,
                                Viewer.of(reader.accountId(), reader.level(), member.accountId),
                                settings.getOrDefault(member.accountId, PrivacySettings.OPEN))))
                .toList());
    }

    private static Set<UserField> visible(Set<UserField> fields, Viewer viewer, PrivacySettings settings) {
        return fields.stream()
                .filter(field -> field.isVisible(viewer, settings))
                .collect(toCollection(() -> EnumSet.noneOf(UserField.class)));
    }
}
