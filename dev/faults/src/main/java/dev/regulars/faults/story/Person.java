package dev.regulars.faults.story;

/** Somebody who signed up, with the tokens of their newest login. */
record Person(String name, String email, String token, String refreshToken) {

    Person with(String newToken, String newRefreshToken) {
        return new Person(name, email, newToken, newRefreshToken);
    }
}
