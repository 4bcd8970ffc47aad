package dev.regulars.gamification.balance;

import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.regulars.events.Topic;
import dev.regulars.gamification.Members;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BalanceExportTest {

    KafkaRecords records;

    final Members members = new Members();

    @Test
    void anExportSaysWhatTheLastEventSaid() {
        String ana = Members.id();
        members.post("a", "issuer", ana, Map.of("coins", 7L, "xp", 3L)).then().statusCode(200);
        members.post("b", "issuer", ana, Map.of("coins", 1L)).then().statusCode(200);
        records.typesAbout(Topic.GAMIFICATION, members.community + ":" + ana, 2);
        var last = records.about(Topic.GAMIFICATION.title(), members.community + ":" + ana).stream()
                .filter(event -> KafkaRecords.header(event, "ce_n").equals("2"))
                .findFirst()
                .orElseThrow();

        var export = service("identity-service")
                .get("/internal/balances/export/{c}", members.community)
                .then()
                .statusCode(200)
                .body("balances", hasSize(1))
                .body("balances[0].accountId", equalTo(ana))
                .body("balances[0].version.n", equalTo(2))
                .body("next", nullValue())
                .extract()
                .jsonPath();
        JsonPath event = JsonPath.from(last.value());
        assertThat(export.getMap("balances[0].balances")).isEqualTo(event.getMap("balances"));
        assertThat(export.getString("balances[0].day")).isEqualTo(event.getString("day"));
        assertThat(export.getLong("balances[0].coinsEarnedToday")).isEqualTo(8);
        assertThat(export.getString("balances[0].version.epoch")).isEqualTo(KafkaRecords.header(last, "ce_epoch"));
        service("identity-service")
                .get("/internal/balances/export/{c}?after={a}", members.community, ana)
                .then()
                .body("balances", hasSize(0));
        key(members.community, "ledger")
                .get("/internal/balances/export/{c}", members.community)
                .then()
                .statusCode(401);
    }
}
