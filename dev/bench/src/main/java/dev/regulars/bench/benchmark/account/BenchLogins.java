package dev.regulars.bench.benchmark.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.bench.environment.BenchSuite;
import dev.regulars.bench.environment.Tenant;
import dev.regulars.bench.process.Http;

/** The crowd, as people who log in. */
record BenchLogins(BenchSuite suite, Tenant tenant) {

    /** Who so many connections are. */
    static final int AT_ONCE = 16;

    /** The pair of tokens. */
    JsonNode logIn(int user) {
        return Http.anonymous(suite.gateway())
                .post("/apis/v1/auth/login", tenant.credentials(user))
                .path("data");
    }
}
