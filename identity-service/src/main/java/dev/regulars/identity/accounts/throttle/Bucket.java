package dev.regulars.identity.accounts.throttle;

import dev.regulars.crypto.Secrets;

/** What guesses are counted for. */
public record Bucket(Kind kind, String id) {

    enum Kind {
        /** An e-mail address, known or unknown. */
        ACCOUNT,
        /** A session: clients that show its refresh token are counted here only. */
        SESSION,
        /** Where guesses come from. */
        ADDRESS,
        /** An e-mail address, for guesses at any code mailed to it. */
        CODE
    }

    public static Bucket account(String emailKey) {
        return new Bucket(Kind.ACCOUNT, Secrets.hash(emailKey));
    }

    public static Bucket code(String emailKey) {
        return new Bucket(Kind.CODE, Secrets.hash(emailKey));
    }

    public static Bucket session(String sessionId) {
        return new Bucket(Kind.SESSION, sessionId);
    }

    public static Bucket address(String address) {
        return new Bucket(Kind.ADDRESS, ClientAddress.network(address));
    }

    String key() {
        return kind + ":" + id;
    }
}
