package dev.regulars.community.member;

import static dev.regulars.testkit.Tokens.service;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.regulars.community.Community;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MembershipExportTest {

    @Test
    void anExportHasEverybodyWithRolesAndVersions() {
        var community = new Community();
        String gold = community.role(5);
        String ana = community.member(gold);

        var export = service("identity-service")
                .get("/internal/memberships/export/{c}", community.id)
                .then()
                .statusCode(200)
                .body("memberships", hasSize(2))
                .body("memberships.find { it.accountId == '" + ana + "' }.roleIds", contains(gold))
                .body("memberships.find { it.accountId == '" + ana + "' }.membership.n", equalTo(2))
                .body("memberships.find { it.accountId == '" + community.owner + "' }.owner", equalTo(true))
                .body("memberships.joinedAt", org.hamcrest.Matchers.everyItem(notNullValue()))
                .body("next", nullValue())
                .extract();
        String last = export.path("memberships[1].accountId");
        service("identity-service")
                .get("/internal/memberships/export/{c}?after={a}", community.id, last)
                .then()
                .body("memberships", hasSize(0));
    }
}
