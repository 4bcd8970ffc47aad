package dev.regulars.identity.directory.user;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The user was created, or the owner of an existing account is asked first (contract §3.1.3). */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({@JsonSubTypes.Type(CreatedUser.class), @JsonSubTypes.Type(UserOutcome.PendingUser.class)})
@Schema(
        oneOf = {CreatedUser.class, UserOutcome.PendingUser.class},
        examples = """
        {"_id": "66b1f15ea4d3e5f60718293d", "userId": "43", "username": "ben", "email": "ben@example.com",
         "firstname": "Ben", "lastname": "Silva", "displayname": "Ben"}""")
public sealed interface UserOutcome permits CreatedUser, UserOutcome.PendingUser {

    /** The address belongs to an account that the community does not know; its owner is mailed. */
    @Schema(examples = """
        {"email": "ana@example.com", "status": "pending"}""")
    record PendingUser(
            @Schema(description = "Its owner was asked by mail")
            String email,

            @Schema(description = "`pending`") String status)
            implements UserOutcome {

        static PendingUser of(NewUser wanted) {
            return new PendingUser(wanted.email().strip(), "pending");
        }
    }
}
