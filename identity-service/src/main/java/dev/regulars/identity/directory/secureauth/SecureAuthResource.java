package dev.regulars.identity.directory.secureauth;

import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Public;
import dev.regulars.web.http.GatewayHeaders;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.value.Secret;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/secureAuth")
@Tag(ref = "Secure Auth")
class SecureAuthResource {

    /** Where the user's browser is to be sent (contract §3.11). */
    @Schema(examples = """
            {"error": false,
             "loginUrl": "https://community.example.com/v2/app/loginApi/66b1f11da4d3e5f60718293c/2?token=eyJhbGciOiJSUzI1NiJ9.e30.c2ln&host=community.example.com",
             "sessionId": "66b1f20aa4d3e5f607182953"}""")
    record SecureAuthView(
            @Schema(description = "Always false in a success")
            boolean error,

            @Schema(description = "For the user's browser: once, within two minutes")
            String loginUrl,

            @Schema(description = "`_id` of the session that it opens")
            String sessionId) {}

    private static final String KEY = "apiKey";
    private static final String OTHER_KEY = "X-API-Key";
    private static final String HOST_NAME = "hostname";

    private final SecureAuth secureAuth;
    private final Once once;

    SecureAuthResource(SecureAuth secureAuth, Once once) {
        this.secureAuth = secureAuth;
        this.once = once;
    }

    @GET
    @Public
    @Refuses(
            kind = Kind.KEY_REFUSED,
            when = "The SSO key is missing or has ended, or the host is not its community's proven domain")
    @Refuses(kind = Kind.NOT_FOUND, when = "The user's membership has ended")
    @Refuses(kind = Kind.CONFLICT, when = "The owner of an existing account is asked first; or the name is taken")
    @Operation(
            operationId = "secureAuth",
            summary = "Sign in a user of the community; the first time, the user is created",
            description = "Called on the community's own domain, with an SSO key.")
    public Uni<SecureAuthView> signIn(
            @BeanParam SecureAuthRequest request,
            @HeaderParam(KEY) @Parameter(description = "An SSO key; `X-API-Key` is taken too") @Nullable String apiKey,
            @HeaderParam(HOST_NAME)
                    @Parameter(description = "The community's domain; the request's own host where it is left out")
                    @Nullable
                    String hostname,
            @Context RoutingContext call) {
        MultiMap headers = call.request().headers();
        return secureAuth.signIn(once.request(), new Secret(key(headers)), host(headers), request);
    }

    /** Two keys at once are none (contract §2.2). */
    private static String key(MultiMap headers) {
        List<String> sent = Stream.of(KEY, OTHER_KEY)
                .flatMap(name -> headers.getAll(name).stream())
                .toList();
        if (sent.size() != 1 || sent.getFirst().isBlank()) {
            throw Refusal.of(Kind.KEY_REFUSED, sent.size() + " keys");
        }
        return sent.getFirst().strip();
    }

    private static String host(MultiMap headers) {
        List<String> named = headers.getAll(HOST_NAME);
        String called = headers.get(GatewayHeaders.HOST);
        String host = named.isEmpty() ? String.valueOf(called) : named.getFirst();
        if (named.size() > 1) {
            throw Refusal.of(Kind.KEY_REFUSED, "several host names");
        }
        return host.strip().toLowerCase(Locale.ROOT).replaceFirst(":[0-9]+$", "");
    }
}
