package dev.regulars.bench.benchmark.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.bench.environment.BenchSuite;
import dev.regulars.bench.environment.Tenant;
import dev.regulars.bench.process.Http;

/** Logs in synthetic users. */
record BenchLogins(BenchSuite suite, Tenant tenant) {

    /** Concurrent users. */
    static final int AT_ONCE = 16;

    /** Returns access and refresh token. */
    JsonNode logIn(int user) {
        return Http.anonymous(suite.gateway())
                .post("/apis/v1/auth/login", tenant.credentials(user))
                .path("data");
    }
}
