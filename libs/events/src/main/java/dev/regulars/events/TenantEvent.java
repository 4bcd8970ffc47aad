package dev.regulars.events;

/** Something that happened in one community. */
public interface TenantEvent extends DomainEvent {

    String communityId();

    /** The same as a type that opens the community's collections. */
    default CommunityId community() {
        return CommunityId.trusted(communityId());
    }
}
