package dev.regulars.faults.workload;

/**
 * A member of the demo community.
 *
 * @param token of a session; empty without one
 */
record Member(String userId, String username, String email, String token) {}
