package dev.regulars.identity.directory.privacy;

/** The fields of a person in the Application API (contract §3.8.1) and who sees them: the table of {@code docs/privacy.md}. */
public enum UserField {
    OBJECT_ID("_id", Rule.EVERYONE),
    ID("id", Rule.EVERYONE),
    AVATAR("avatar", Rule.EVERYONE),
    DISPLAY_NAME("displayName", Rule.EVERYONE),
    USERNAME("username", Rule.EVERYONE),
    FIRST_NAME("firstName", Rule.OWNERS_CHOICE),
    LAST_NAME("lastName", Rule.OWNERS_CHOICE),
    IS_ONLINE("isOnline", Rule.OWNERS_CHOICE),
    EMAIL("email", Rule.ADMINS),
    LAST_LOGIN("lastLogin", Rule.ADMINS),
    ACCESS_LEVEL("accessLevel", Rule.ADMINS);

    /** What other members see; oneself, admins and owners see everything. */
    enum Rule {
        EVERYONE,
        OWNERS_CHOICE,
        ADMINS
    }

    private final String wire;
    private final Rule rule;

    UserField(String wire, Rule rule) {
        this.wire = wire;
        this.rule = rule;
    }

    /** The name in queries and answers. */
    public String wire() {
        return wire;
    }

    Rule rule() {
        return rule;
    }

    public boolean isVisible(Viewer viewer, PrivacySettings settings) {
        return viewer != Viewer.MEMBER
                || switch (rule) {
                    case EVERYONE -> true;
                    case OWNERS_CHOICE -> settings.audience(this) == Audience.everyone;
                    case ADMINS -> false;
                };
    }
}
