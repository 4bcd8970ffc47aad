package dev.regulars.faults.scenario;

/** Somebody who signed up. */
record TestUser(String name, String email) {}
