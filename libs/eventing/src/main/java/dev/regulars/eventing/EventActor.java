package dev.regulars.eventing;

/**
 * The caller whose request made a change.
 *
 * @param kind of caller, as in its token
 * @param id of its account or credential
 */
public record EventActor(String kind, String id) {}
