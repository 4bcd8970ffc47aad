package dev.regulars.eventing.consumer.parking;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * What a consumer has parked.
 *
 * @param failingTenants with so many failing keys that all of theirs are expected to fail
 */
public record ParkedCensus(
        long keys, long records, @Nullable Instant oldest, Set<String> failingTenants) {

    static final ParkedCensus NOTHING = new ParkedCensus(0, 0, null, Set.of());

    static ParkedCensus of(List<BsonDocument> tenants, long records, int enough) {
        return new ParkedCensus(
                tenants.stream().mapToLong(tenant -> number(tenant, "keys")).sum(),
                records,
                tenants.stream()
                        .map(tenant -> Instant.ofEpochMilli(
                                tenant.getDateTime("oldest").getValue()))
                        .min(Instant::compareTo)
                        .orElse(null),
                tenants.stream()
                        .filter(tenant -> number(tenant, "failing") >= enough)
                        .map(tenant ->
                                tenant.getDocument("_id").getString("tenant").getValue())
                        .collect(toSet()));
    }

    private static long number(BsonDocument tenant, String name) {
        return tenant.getNumber(name).longValue();
    }
}
