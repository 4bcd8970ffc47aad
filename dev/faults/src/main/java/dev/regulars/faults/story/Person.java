package dev.regulars.faults.story;

/** Somebody who signed up. */
record Person(String name, String email) {}
