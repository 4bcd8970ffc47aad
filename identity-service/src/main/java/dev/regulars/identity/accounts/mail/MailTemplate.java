package dev.regulars.identity.accounts.mail;

/** The mails that are sent; their texts stand in {@code mails.properties}, once for each language. */
public enum MailTemplate {
    /** The code that verifies an address. */
    VERIFY_EMAIL(true),
    /** A registration with a verified address was attempted. */
    ALREADY_REGISTERED(true),
    /** The token that accepts or declines an account link. */
    LINK_ACCOUNT(true),
    /** The code that confirms an account made by a community. */
    WELCOME(true),
    /** The token that sets a new password, on request. */
    RESET_PASSWORD(true),
    /** The same token after a verification that cleared the password. */
    SET_PASSWORD(false),
    /** The code of a two-factor login. */
    SECOND_FACTOR(false);

    private final boolean isOnRequest;

    MailTemplate(boolean isOnRequest) {
        this.isOnRequest = isOnRequest;
    }

    /** Anybody can ask for it, without a password or a code: at most one such mail a minute is sent to an address. */
    public boolean isOnRequest() {
        return isOnRequest;
    }

    /** Useless once the address is verified. */
    boolean isForUnverified() {
        return this == VERIFY_EMAIL || this == WELCOME;
    }
}
