package dev.regulars.identity.directory.link;

import dev.regulars.crypto.Secrets;
import dev.regulars.eventing.once.Call;
import dev.regulars.eventing.once.Once;
import dev.regulars.identity.directory.link.Links.AcceptedLink;
import dev.regulars.web.caller.Public;
import dev.regulars.web.family.ApplicationReply;
import dev.regulars.web.operation.Says;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/application/auth/account-links/confirm")
@Tag(ref = "Accounts")
class LinkResource {

    /** The mailed token, and whether the community may have the account. */
    @Schema(name = "LinkAnswer", examples = """
            {"token": "7c1e0d52b6f94a3388aa5b1c9de2f07134d6c8e0a1b2f3948576ccd0e1f2a3b4", "accept": true}""")
    record LinkAnswer(
            @Schema(description = "From the mail") @NotBlank String token,

            @Schema(description = "Whether the community may use the account") @NotNull
            Boolean accept) {

        @Override
        public String toString() {
            return "LinkAnswer " + accept;
        }
    }

    /** What became of the question: {@code accepted} or {@code declined}. */
    @Schema(examples = """
            {"status": "accepted"}""")
    record LinkStatus(
            @Schema(description = "`accepted` or `declined`")
            String status) {

        static LinkStatus of(LinkAnswer answer) {
            return new LinkStatus(answer.accept() ? "accepted" : "declined");
        }
    }

    private final Links links;
    private final AcceptedLinkWorker joins;
    private final Once once;

    LinkResource(Links links, AcceptedLinkWorker joins, Once once) {
        this.links = links;
        this.joins = joins;
        this.once = once;
    }

    @POST
    @Public
    @Operation(
            operationId = "confirmAccountLink",
            summary = "Say by a mailed token whether a community may have one's account")
    @Says("Confirm account link success.")
    public Uni<ApplicationReply<LinkStatus>> confirm(
            @Valid @NotNull LinkAnswer answer, @HeaderParam(Once.HEADER) @Nullable String key) {
        var call = new Call(Call.NONE, Secrets.hash(answer.token()), "confirm link", key, answer);
        return once.perform(call, AcceptedLink.class, tx -> links.answer(tx, answer.token(), answer.accept()))
                .call(agreed -> joins.finish(agreed.communityId(), agreed.accountId()))
                .map(agreed -> ApplicationReply.ok("Confirm account link success.", LinkStatus.of(answer)));
    }
}
