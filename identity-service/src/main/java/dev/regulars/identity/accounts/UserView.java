package dev.regulars.identity.accounts;

/** A person in the answers of Create user and of the System login (contract §3.1.3, §3.16). */
public record UserView(
        String _id,
        String userId,
        String username,
        String email,
        String firstname,
        String lastname,
        String displayname) {}
