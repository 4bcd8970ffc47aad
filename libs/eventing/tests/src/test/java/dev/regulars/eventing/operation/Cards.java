package dev.regulars.eventing.operation;

/** What the rules of tenants have to leave alone. */
public final class Cards {

    public static final Class<?>[] CLASSES = {CardDocument.class, CardResource.class, CardFamiliesResource.class};

    private Cards() {}
}
