package dev.regulars.bench.row.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.bench.process.Http;
import dev.regulars.bench.stage.Suite;
import dev.regulars.bench.stage.Tenant;

/** The crowd, as people who log in. */
record People(Suite suite, Tenant tenant) {

    /** Who so many connections are. */
    static final int AT_ONCE = 16;

    /** The pair of tokens. */
    JsonNode logIn(int person) {
        return Http.anonymous(suite.gateway())
                .post("/apis/v1/auth/login", tenant.credentials(person))
                .path("data");
    }
}
