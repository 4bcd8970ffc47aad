package dev.regulars.analysis;

import static dev.regulars.testkit.Tokens.key;
import static org.awaitility.Awaitility.await;

import dev.regulars.events.Topic;
import dev.regulars.events.community.CommunityEvent.ChannelCreated;
import dev.regulars.testkit.IdentityStub;
import dev.regulars.testkit.KafkaRecords;
import dev.regulars.web.value.Ids;
import io.restassured.specification.RequestSpecification;
import java.util.List;

/** A community of one test, with a channel and the member ben. */
public record TestCommunity(String id, String channel, String ben) {

    public static TestCommunity found(IdentityStub identity, KafkaRecords records) {
        var community = new TestCommunity(Ids.next(), Ids.next(), Ids.next());
        identity.add(community.id, community.ben, "42", "ben");
        records.put(
                Topic.COMMUNITY, new ChannelCreated(community.id, community.channel, "General", "open", List.of()), 1);
        await().until(() -> community
                        .byKey()
                        .get("/integration/analysis/{c}/channels/{ch}", community.id, community.channel)
                        .statusCode()
                == 200);
        return community;
    }

    public RequestSpecification byKey() {
        return key(id, "analysis");
    }
}
