package dev.regulars.gamification.referral;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.gamification.ledger.settings.SettingsDocument;
import dev.regulars.gamification.person.Persons;
import dev.regulars.internal.people.Person;
import dev.regulars.web.caller.Public;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** What a referral link opens: a page that says who invites to what, and the code to give. It has no script and no style. */
@Path("/widget/referrals/{code}")
class ReferralPageResource {

    private final Persons persons;
    private final Outbox outbox;

    ReferralPageResource(Persons persons, Outbox outbox) {
        this.persons = persons;
        this.outbox = outbox;
    }

    /** Not in the document: it is shown, not called. */
    @GET
    @Public
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Uni<RestResponse<String>> show(@Size(max = 64) String code) {
        Tx tx = outbox.alone();
        return ReferralCodeDocument.ofAnyCommunity(tx, code)
                .chain(found -> persons.byId(found.communityId, found.accountId)
                        .chain(person -> SettingsDocument.communityName(tx, found.communityId)
                                .map(community -> page(person, community, found.code))));
    }

    private static RestResponse<String> page(Person inviter, @Nullable String community, String code) {
        String html = """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>Invitation</title>
                </head>
                <body>
                <h1>%s invites you to %s</h1>
                <p>Your invitation code: <strong>%s</strong></p>
                <p>Enter it where you join the community. Once you are a member, it tells who invited you.</p>
                </body>
                </html>
                """.formatted(
                        escaped(inviter.username()), community == null ? "a community" : escaped(community), code);
        return ResponseBuilder.ok(html, "text/html;charset=UTF-8")
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
