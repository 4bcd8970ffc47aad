package dev.regulars.web.caller;

/** What a person is in the community that a call is about (contract §1.3); a later one includes those before it. */
public enum Level {
    /** Any verified account, in no community at all. */
    APPLICATION,
    MEMBER,
    ADMIN,
    OWNER,
    /** Asked of an operation that no person may call, whoever they are. */
    NOBODY;

    public String claim() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
