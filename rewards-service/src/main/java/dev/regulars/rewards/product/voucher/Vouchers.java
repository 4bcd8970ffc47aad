package dev.regulars.rewards.product.voucher;

import static dev.regulars.rewards.RewardsError.OUT_OF_STOCK;
import static dev.regulars.web.refusal.Refusal.orNotFound;
import static java.util.stream.Collectors.toSet;

import dev.regulars.crypto.MasterKey;
import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.rewards.product.ProductDocument;
import dev.regulars.web.value.Ids;
import dev.regulars.web.value.Secret;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The codes of products: each is handed out once. */
@ApplicationScoped
public class Vouchers {

    /**
     * A code as its buyer reads it.
     *
     * @param expireDate of the code, where it has one
     */
    public record Code(Secret code, @Nullable Instant expireDate) {}

    private static final int CANDIDATES = 32;
    private static final String HASHES = "vouchers";

    private final MasterKey masterKey;
    private final Outbox outbox;
    private final Clock clock;

    Vouchers(MasterKey masterKey, Outbox outbox, Clock clock) {
        this.masterKey = masterKey;
        this.outbox = outbox;
        this.clock = clock;
    }

    Uni<AddedVouchers> add(Tx tx, String productId, NewVouchers added) {
        return ProductDocument.withVouchers(tx, tx.community(), productId)
                .plug(orNotFound("product", productId))
                .chain(product -> store(tx, product, added));
    }

    private Uni<AddedVouchers> store(Tx tx, ProductDocument product, NewVouchers added) {
        Set<String> codes = added.codes().stream().map(Secret::value).collect(toSet());
        List<String> hashes =
                codes.stream().flatMap(code -> hashes(product, code).stream()).toList();
        return VoucherDocument.known(tx, tx.community(), product.id, hashes).chain(known -> {
            List<String> fresh = codes.stream()
                    .filter(code -> hashes(product, code).stream().noneMatch(known::contains))
                    .toList();
            return Multi.createFrom()
                    .iterable(fresh)
                    .onItem()
                    .transformToUniAndConcatenate(
                            code -> drafted(product, code, added.expireDate()).create(tx))
                    .collect()
                    .last()
                    .replaceWith(new AddedVouchers(fresh.size(), added.codes().size() - fresh.size()));
        });
    }

    /** How many codes of each of these products can be handed out. */
    public Uni<Map<String, Long>> left(Tx tx, CommunityId community, Collection<String> productIds) {
        return Multi.createFrom()
                .iterable(productIds)
                .onItem()
                .transformToUniAndConcatenate(id -> VoucherDocument.countFree(tx, community, id, clock.instant())
                        .map(count -> Map.entry(id, count)))
                .collect()
                .with(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Gives an order a code for each of its pieces; a repeat gives what is missing. Refuses where there are too few. */
    public Uni<Void> give(ProductDocument product, String orderId, int pieces) {
        return VoucherDocument.ofOrder(outbox.alone(), product.communityId, orderId)
                .map(given -> given.stream().map(one -> one.piece).collect(toSet()))
                .chain(given -> Multi.createFrom()
                        .iterable(IntStream.range(0, pieces)
                                .boxed()
                                .filter(piece -> !given.contains(piece))
                                .toList())
                        .onItem()
                        .transformToUniAndConcatenate(piece -> give(product, orderId, piece.intValue(), List.of()))
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    /** Any of the first ones: where many buy at once, they do not all reach for the same. */
    private Uni<Boolean> give(ProductDocument product, String orderId, int piece, List<VoucherDocument> candidates) {
        if (candidates.isEmpty()) {
            return free(product).chain(found -> give(product, orderId, piece, found));
        }
        return candidates
                .getFirst()
                .give(outbox.alone(), orderId, piece)
                .map(given -> given != null)
                .onFailure(DuplicateKey::is)
                .recoverWithItem(true) // the piece has its code
                .chain(done -> done
                        ? Uni.createFrom().item(true)
                        : give(product, orderId, piece, candidates.subList(1, candidates.size())));
    }

    private Uni<List<VoucherDocument>> free(ProductDocument product) {
        return VoucherDocument.free(
                        outbox.alone(),
                        product.communityId,
                        product.id,
                        product.expiringFirst,
                        clock.instant(),
                        CANDIDATES)
                .map(found -> {
                    if (found.isEmpty()) {
                        throw OUT_OF_STOCK.because("no voucher of " + product.id);
                    }
                    List<VoucherDocument> mixed = new ArrayList<>(found);
                    Collections.shuffle(mixed);
                    return mixed;
                });
    }

    /** An order failed: nobody has seen its codes. */
    public Uni<Void> takeBack(CommunityId community, String orderId) {
        return VoucherDocument.ofOrder(outbox.alone(), community, orderId)
                .chain(given -> Multi.createFrom()
                        .iterable(given)
                        .onItem()
                        .transformToUniAndConcatenate(one -> one.takeBack(outbox.alone(), orderId))
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    /** The codes of an order, for its buyer and nobody else. */
    public Uni<List<Code>> of(CommunityId community, String orderId) {
        return VoucherDocument.ofOrder(outbox.alone(), community, orderId).map(given -> given.stream()
                .map(one -> new Code(new Secret(masterKey.decrypt(one.code)), one.expireDate))
                .toList());
    }

    private VoucherDocument drafted(ProductDocument product, String code, @Nullable Instant expireDate) {
        var voucher = new VoucherDocument();
        voucher.id = Ids.next();
        voucher.communityId = product.communityId;
        voucher.productId = product.id;
        voucher.code = masterKey.encrypt(code);
        voucher.codeHash = hash(product.id, code);
        voucher.expireDate = expireDate == null ? product.voucherExpireDate : expireDate;
        voucher.createdAt = clock.instant();
        return voucher;
    }

    /** What tells the code again; it changes with the master key. */
    public String hash(String productId, String code) {
        return masterKey.keyedHash(HASHES, productId + ":" + code);
    }

    /** Under each master key, that of now first. */
    private List<String> hashes(ProductDocument product, String code) {
        return masterKey.keyedHashes(HASHES, product.id + ":" + code);
    }
}
