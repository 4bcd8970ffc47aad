package dev.regulars.webhook.payload;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.regulars.webhook.people.Person;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A member, in the bodies of deliveries (contract 4.1). */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "PayloadUser")
record PayloadUser(
        @Schema(description = "The decimal id of the account")
        String userId,

        String username,
        String email,
        String firstName,
        String lastName) {

    static PayloadUser of(Person person) {
        return new PayloadUser(
                person.userId(), person.username(), person.email(), person.firstName(), person.lastName());
    }
}
