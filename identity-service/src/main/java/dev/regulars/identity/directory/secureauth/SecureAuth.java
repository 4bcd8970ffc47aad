package dev.regulars.identity.directory.secureauth;

import static dev.regulars.identity.IdentityError.LINK_PENDING;
import static dev.regulars.web.refusal.Refusal.notFound;

import dev.regulars.eventing.once.IdempotentOperation;
import dev.regulars.events.CommunityId;
import dev.regulars.identity.accounts.LoginUrls;
import dev.regulars.identity.accounts.LoginUrls.SsoKey;
import dev.regulars.identity.accounts.Provisioner;
import dev.regulars.identity.directory.community.CommunityClient;
import dev.regulars.identity.directory.member.Directory;
import dev.regulars.identity.directory.member.MemberDocument;
import dev.regulars.identity.directory.member.MemberProjection;
import dev.regulars.identity.directory.secureauth.SecureAuthResource.SecureAuthView;
import dev.regulars.identity.directory.user.CreateUser;
import dev.regulars.identity.directory.user.CreatedUser;
import dev.regulars.identity.directory.user.UserOutcome;
import dev.regulars.internal.people.PersonKey;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.value.Secret;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Signs in a partner's user: a member, or somebody new, who becomes one. */
@ApplicationScoped
class SecureAuth {

    private final LoginUrls loginUrls;
    private final Directory directory;
    private final MemberProjection members;
    private final CommunityClient communities;
    private final CreateUser users;
    private final FirstLogin firstLogin;

    SecureAuth(
            LoginUrls loginUrls,
            Directory directory,
            MemberProjection members,
            CommunityClient communities,
            CreateUser users,
            FirstLogin firstLogin) {
        this.loginUrls = loginUrls;
        this.directory = directory;
        this.members = members;
        this.communities = communities;
        this.users = users;
        this.firstLogin = firstLogin;
    }

    Uni<SecureAuthView> signIn(IdempotentOperation call, Secret apiKey, String host, SecureAuthRequest request) {
        return loginUrls
                .key(apiKey, host)
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.of(Kind.KEY_REFUSED, "no SSO key for " + host))
                .chain(key -> account(call, key, request).map(account -> loginUrls.issue(key, account, host)))
                .map(issued -> new SecureAuthView(false, issued.url(), issued.sessionId()));
    }

    private Uni<String> account(IdempotentOperation call, SsoKey key, SecureAuthRequest request) {
        String username = request.user();
        Integer level = request.level();
        return find(key.community(), username, request.email).chain(member -> {
            if (member == null) {
                return create(call, key, request, username, level);
            }
            if (!member.isJoined()) {
                throw notFound("member", member.accountId);
            }
            return keepLevel(member, level).replaceWith(member.accountId);
        });
    }

    /** By username; else by address, since one whose account was linked has another username than the partner asked for. */
    private Uni<@Nullable MemberDocument> find(CommunityId community, String username, @Nullable String email) {
        return named(community, PersonKey.USERNAME, username)
                .chain(member -> member != null || email == null
                        ? Uni.createFrom().item(member)
                        : named(community, PersonKey.EMAIL, email));
    }

    private Uni<@Nullable MemberDocument> named(CommunityId community, PersonKey by, String name) {
        return directory.people(community, by, List.of(name)).map(found -> found.get(name));
    }

    private Uni<Void> keepLevel(MemberDocument member, @Nullable Integer level) {
        return level == null || level == member.accessLevel()
                ? Uni.createFrom().voidItem()
                : communities
                        .setAccessLevel(member.community(), member.accountId, level)
                        .chain(members::store);
    }

    private Uni<String> create(
            IdempotentOperation call, SsoKey key, SecureAuthRequest request, String username, @Nullable Integer level) {
        var provisioner = new Provisioner(key.community().id(), key.id());
        return users.create(
                        call.in(key.community()).as(key.id()).under(null),
                        key.community(),
                        firstLogin.user(request, username, level),
                        provisioner)
                .map(SecureAuth::created);
    }

    private static String created(UserOutcome outcome) {
        if (outcome instanceof CreatedUser created) {
            return created._id();
        }
        throw LINK_PENDING.because("its owner is asked first");
    }
}
