package dev.regulars.identity.directory.link;

import dev.regulars.crypto.Secrets;
import dev.regulars.eventing.once.Once;
import dev.regulars.identity.directory.link.Links.AnsweredLink;
import dev.regulars.web.caller.Public;
import dev.regulars.web.operation.Says;
import dev.regulars.web.value.Secret;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/application/auth/account-links/confirm")
@Tag(ref = "Accounts")
class LinkResource {

    /** The mailed token, and whether the community may have the account. */
    @Schema(name = "LinkAnswer", examples = """
            {"token": "7c1e0d52b6f94a3388aa5b1c9de2f07134d6c8e0a1b2f3948576ccd0e1f2a3b4", "accept": true}""")
    record LinkAnswer(
            @Schema(description = "From the mail") @NotBlank Secret token,

            @Schema(description = "Whether the community may use the account") @NotNull
            Boolean accept) {}

    /** {@code accepted} or {@code declined}. */
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
    private final AcceptedLinkWorker worker;
    private final Once once;

    LinkResource(Links links, AcceptedLinkWorker worker, Once once) {
        this.links = links;
        this.worker = worker;
        this.once = once;
    }

    @POST
    @Public
    @Says("Confirm account link success.")
    @Operation(
            operationId = "confirmAccountLink",
            summary = "Accept or decline, with a mailed token, that a community may have one's account")
    public Uni<LinkStatus> confirm(@Valid @NotNull LinkAnswer answer) {
        String token = answer.token().value();
        return once.as(Secrets.hash(token))
                .perform(AnsweredLink.class, tx -> links.answer(tx, token, answer.accept()))
                .call(worker::finish)
                .replaceWith(LinkStatus.of(answer));
    }
}
