package dev.regulars.faults.scenario;

/** A user that signed up. */
record TestUser(String name, String email) {}
