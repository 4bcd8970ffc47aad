package dev.regulars.webhook.payload.body;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.regulars.webhook.payload.Facts;
import dev.regulars.webhook.people.Person;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A member, in the bodies of deliveries (contract 4.1). */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "PayloadUser")
public record PayloadUser(
        @Schema(description = "The decimal id of the account")
        String userId,

        String username,
        String email,
        String firstName,
        String lastName) {

    /** Of an event that always has one. */
    static PayloadUser of(Facts facts) {
        return of(requireNonNull(facts.person(), "The profile is missing"));
    }

    public static PayloadUser of(Person person) {
        return new PayloadUser(
                person.userId(), person.username(), person.email(), person.firstName(), person.lastName());
    }
}
