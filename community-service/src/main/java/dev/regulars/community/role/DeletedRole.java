package dev.regulars.community.role;

/** A role that is gone. */
record DeletedRole(String _id) {}
