package dev.regulars.identity.mail;

/** What a mail says. */
public enum Letter {
    /** Here is the code that shows the address to be yours. */
    VERIFY_EMAIL("Your code for Regulars", """
            Your code is %s

            It is good for fifteen minutes and shows that this address is yours.
            If you did not ask for it, there is nothing you need to do.
            """),
    /** Somebody registered with your address, which has an account already. */
    ALREADY_REGISTERED("You have an account already", """
            Somebody, perhaps you, tried to register with this address. It has an account already,
            and nothing was changed: log in with the password you have.
            """),
    /** A community asks for your account; the token is your answer's key. */
    LINK_ACCOUNT("A community would like to add you", """
            A community would like to add your account to its members. Until you agree it learns nothing of you.

            Your token is %s

            It is good for seven days, and once: who sends it to /v1/auth/account-links/confirm agrees or declines.
            If you do nothing, nothing happens.
            """),
    /** A community made an account for you; the code makes it your own. */
    WELCOME("Welcome", """
            A community made an account for you.

            Your code is %s
            It is good for fifteen minutes and shows that this address is yours.
            """);

    private final String subject;
    private final String text;

    Letter(String subject, String text) {
        this.subject = subject;
        this.text = text;
    }

    String subject() {
        return subject;
    }

    /** @param code left out by letters that have no place for one */
    String text(String code) {
        return text.formatted(code);
    }
}
