package dev.regulars.faults.scenario.account;

/** A user that signed up. */
record TestUser(String name, String email) {}
