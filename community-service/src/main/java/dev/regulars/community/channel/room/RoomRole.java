package dev.regulars.community.channel.room;

/** What somebody is in a room. The constants are the names on the wire. */
enum RoomRole {
    owner,
    leader,
    moderator
}
