package dev.regulars.identity.accounts;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person in the answers of Create user and of the System login (contract §3.1.3, §3.16). */
public record UserView(
        String _id,

        @Schema(description = "The decimal id of the account")
        String userId,

        String username,
        String email,
        String firstname,
        String lastname,
        @Schema(description = "The name that others see") String displayname) {}
