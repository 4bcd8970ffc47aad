package dev.regulars.identity.account;

import jakarta.validation.constraints.NotBlank;

/** The code that was mailed to an address. */
record EmailCode(@NotBlank String email, @NotBlank String code) {

    @Override
    public String toString() {
        return "EmailCode of " + email;
    }
}
