package dev.regulars.community.server.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who says that a domain is a community's.
 *
 * @param by {@code dns} or {@code admin}
 * @param record the value of the DNS record
 * @param checkAt when the record is looked up again
 */
record DomainProof(
        String by, @Nullable String record, @Nullable Instant checkAt) {

    static DomainProof ofAdmin() {
        return new DomainProof("admin", null, null);
    }

    static DomainProof ofDns(String record, Instant checkAt) {
        return new DomainProof("dns", record, checkAt);
    }
}
