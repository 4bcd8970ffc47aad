package dev.regulars.identity.accounts;

import dev.regulars.events.CommunityId;
import dev.regulars.identity.accounts.key.kind.KeyKind;
import dev.regulars.identity.accounts.secureauth.Hosts;
import dev.regulars.identity.accounts.secureauth.LoginTokens;
import dev.regulars.identity.accounts.secureauth.LoginTokens.LoginGrant;
import dev.regulars.identity.accounts.signing.TokenConfig;
import dev.regulars.identity.accounts.token.EnabledKeys;
import dev.regulars.web.value.Ids;
import dev.regulars.web.value.Secret;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Login URLs of Secure Auth (contract §3.11), and the SSO keys that they are issued for. */
@ApplicationScoped
public class LoginUrls {

    /** An SSO key that can be used. */
    public record SsoKey(String id, CommunityId community) {}

    /** @param sessionId of the session that the URL opens */
    public record LoginUrl(String url, String sessionId) {}

    private final EnabledKeys keys;
    private final Hosts hosts;
    private final LoginTokens tokens;
    private final URI publicUrl;

    LoginUrls(EnabledKeys keys, Hosts hosts, LoginTokens tokens, TokenConfig config) {
        this.keys = keys;
        this.hosts = hosts;
        this.tokens = tokens;
        this.publicUrl = URI.create(config.publicUrl());
    }

    /** Empty for a key that is unknown, of another kind, or has ended, and on a host that is not its community's own. */
    public Uni<@Nullable SsoKey> key(Secret apiKey, String host) {
        return keys.of(apiKey.value(), KeyKind.sso).onItem().ifNotNull().transformToUni(key -> hosts.isOf(
                        key.community(), host)
                .map(isOwn -> isOwn ? new SsoKey(key.keyId(), key.community()) : null));
    }

    /** Signed, for two minutes, for one use on this host. */
    public LoginUrl issue(SsoKey key, String accountId, String host) {
        var grant = new LoginGrant(Ids.next(), accountId, key.id(), host);
        String port = publicUrl.getPort() == -1 ? "" : ":" + publicUrl.getPort();
        String url = publicUrl.getScheme() + "://" + host + port + "/v2/app/loginApi/" + key.id() + "/2?token="
                + URLEncoder.encode(tokens.sign(grant), StandardCharsets.UTF_8) + "&host=" + host;
        return new LoginUrl(url, grant.sessionId());
    }
}
