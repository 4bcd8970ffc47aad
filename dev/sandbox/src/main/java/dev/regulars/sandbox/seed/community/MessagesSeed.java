package dev.regulars.sandbox.seed.community;

import dev.regulars.sandbox.seed.Demo;
import dev.regulars.sandbox.seed.SeedClient;
import java.util.Map;

/** A message of the member, and a forum with a topic. */
record MessagesSeed(SeedClient owner, SeedClient partner, Demo.Community community, Demo.Person member) {

    Demo.ForumTopic seed(Demo.Channel channel) {
        partner.postAndDiscard(
                "/apis/v1/messages/send",
                Map.of("channelId", channel.objectId(), "sender", member.email(), "message", "Hello, everybody!"));
        String forum = owner.post(
                        "/api/v1/channels?communityId=" + community.objectId(),
                        Map.of("topic", "Ideas", "channelType", "forum"))
                .path("_id")
                .asText();
        var topic = Map.of("title", "What is next?", "sender", member.email(), "message", "Tell us your ideas.");
        return new Demo.ForumTopic(partner.post("/apis/v1/channels/" + forum + "/topics", topic)
                .path("_id")
                .asText());
    }
}
