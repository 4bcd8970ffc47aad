package dev.regulars.identity.accounts.mail;

/** What a mail says; its words stand in {@code mails.properties}, once for each language. */
public enum MailTemplate {
    /** Here is the code that shows the address to be yours. */
    VERIFY_EMAIL,
    /** Somebody registered with your address, which has an account already. */
    ALREADY_REGISTERED,
    /** A community asks for your account; the token is your answer's key. */
    LINK_ACCOUNT,
    /** A community made an account for you; the code makes it your own. */
    WELCOME,
    /** Here is the token that sets a new password. */
    RESET_PASSWORD,
    /** Here is the code that goes with your password. */
    SECOND_FACTOR
}
