package dev.regulars.gamification.ledger.posting;

import static java.util.Objects.requireNonNull;

import dev.regulars.gamification.ledger.Ledger;
import dev.regulars.gamification.ledger.LedgerRequest.VoidCause;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.IgnoresIdempotencyKey;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/internal/postings")
class PostingResource {

    /** Names a cause. */
    record VoidRequest(
            @ObjectId String communityId,
            @NotBlank @Size(max = 50) String source,
            @NotBlank @Size(max = 200) String causeId) {}

    private final Ledger ledger;
    private final Caller caller;
    private final Clock clock;

    PostingResource(Ledger ledger, Caller caller, Clock clock) {
        this.ledger = ledger;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Needs(service = true)
    @IgnoresIdempotencyKey("The cause is the key")
    @Operation(operationId = "postToLedger", summary = "Post to the ledger")
    @Refuses(kind = Kind.CONFLICT, when = "A balance is insufficient, or the cause was voided")
    @Refuses(kind = Kind.MISUSED_KEY, when = "The cause was posted with other changes")
    public Uni<PostingsView> post(@Valid @NotNull PostingsRequest request) {
        var post = request.toPost(
                caller.community(request.communityId()), requireNonNull(caller.actor()), clock.instant());
        return ledger.post(post).map(PostingsView::of);
    }

    @POST
    @Path("/batch")
    @Needs(service = true)
    @IgnoresIdempotencyKey("The causes are the keys")
    @Operation(
            operationId = "postBatchToLedger",
            summary = "Post many causes to the ledger, each by itself",
            description = "The result of a cause that is refused says why; the others are posted.")
    public Uni<PostingBatchView> postBatch(@Valid @NotNull PostingBatchRequest request) {
        var posts = request.requests().stream()
                .map(one -> one.toPost(
                        caller.community(one.communityId()), requireNonNull(caller.actor()), clock.instant()))
                .toList();
        return PostingBatchView.of(posts, ledger::post);
    }

    @POST
    @Path("/void")
    @Needs(service = true)
    @IgnoresIdempotencyKey("The cause is the key")
    @Operation(operationId = "voidPostings", summary = "Take back what a cause did, and let it do nothing later")
    public Uni<PostingsView> voidCause(@Valid @NotNull VoidRequest request) {
        var cause = new VoidCause(
                caller.community(request.communityId()),
                request.source(),
                request.causeId(),
                requireNonNull(caller.actor()));
        return ledger.voidCause(cause).map(PostingsView::taken);
    }
}
