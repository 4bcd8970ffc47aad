package dev.regulars.webhook.payload;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.regulars.webhook.people.Person;
import java.time.Instant;

/** Body of a delivery (contract 4.1). */
record Payload(String event, String serverId, Instant timestamp, Object data) {

    @JsonNaming(SnakeCaseStrategy.class)
    record UserJoined(User user, Instant joinedAt) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record User(String userId, String username, String email, String firstName, String lastName) {
        static User of(Person person) {
            return new User(person.userId(), person.username(), person.email(), person.firstName(), person.lastName());
        }
    }
}
