package dev.regulars.webhook.payload;

import dev.regulars.webhook.people.MemberId;
import dev.regulars.webhook.people.Person;
import java.util.function.Function;

/**
 * What partners read of an event.
 *
 * @param member whose profile is part of the body
 * @param body once the profile is known
 */
public record PartnerMessage(PartnerEvent event, MemberId member, Function<Person, Object> body) {}
