package dev.regulars.eventing.projection;

import dev.regulars.events.CommunityId;
import org.bson.conversions.Bson;

/**
 * What an event changes of a projection.
 *
 * @param id of the document, which is created where there is none
 * @param newer holds unless the document keeps something newer than the change; of a document that keeps nothing, too
 */
public record ProjectionChange(CommunityId community, String id, Bson newer, Bson change) {}
