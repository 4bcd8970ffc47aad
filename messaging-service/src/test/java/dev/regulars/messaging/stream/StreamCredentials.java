package dev.regulars.messaging.stream;

import dev.regulars.events.identity.CallerChanged;
import dev.regulars.events.identity.CallerChanged.Scope;
import dev.regulars.messaging.ChatCommunity;
import dev.regulars.messaging.ChatCommunity.Person;
import dev.regulars.messaging.TestIdentity;
import io.smallrye.jwt.build.Jwt;
import java.util.List;
import java.util.UUID;

/** What people open live streams with. */
public final class StreamCredentials {

    private StreamCredentials() {}

    public static String of(TestIdentity identity, ChatCommunity community, Person person, String level) {
        String value = UUID.randomUUID().toString();
        String token = Jwt.subject(person.accountId())
                .issuer("regulars-identity")
                .audience("regulars-internal")
                .claim("caller", "user")
                .claim("account", person.accountId())
                .claim("userId", person.userId())
                .claim("community", community.id)
                .claim("level", level)
                .expiresIn(60)
                .sign();
        identity.addCredential(value, token, List.of(CallerChanged.tag(Scope.ACCOUNT, null, person.accountId())));
        return value;
    }
}
