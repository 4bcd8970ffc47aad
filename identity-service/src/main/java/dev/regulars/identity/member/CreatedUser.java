package dev.regulars.identity.member;

import dev.regulars.identity.account.Account;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person whom a community added (contract §3.1.3). */
@Schema(examples = """
        {"_id": "66b1f15ea4d3e5f60718293d", "userId": "43", "username": "ben", "email": "ben@example.com",
         "firstname": "Ben", "lastname": "Silva", "displayname": "Ben"}""")
record CreatedUser(
        String _id,
        String userId,
        String username,
        String email,
        String firstname,
        String lastname,
        String displayname) {

    static CreatedUser of(Account account) {
        return new CreatedUser(
                account.id(),
                account.userId(),
                account.username(),
                account.email(),
                account.firstName(),
                account.lastName(),
                account.displayName());
    }
}
