package dev.regulars.identity.directory.user;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.regulars.identity.accounts.Account;
import dev.regulars.identity.accounts.NewPassword;
import dev.regulars.identity.accounts.ProvisionedAccounts.ProvisionRequest;
import dev.regulars.identity.accounts.Provisioner;
import dev.regulars.identity.directory.creation.CreationExtras;
import dev.regulars.identity.directory.creation.NewFieldValue;
import dev.regulars.identity.directory.link.Links.LinkRequest;
import dev.regulars.identity.name.Username;
import dev.regulars.identity.name.ValidEmailAddress;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.validation.DisplayName;
import dev.regulars.web.value.Secret;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A user to create (contract §3.1.3). The community comes from the key; one in the body is ignored. */
@JsonIgnoreProperties("communityId")
@Schema(examples = """
        {"firstname": "Ben", "lastname": "Silva", "username": "ben", "displayname": "Ben", "email": "ben@example.com",
         "password": "@Password123", "confirmPassword": "@Password123",
         "accessLevel": 0, "joinServer": true, "emailPassword": false, "sendEmail": false}""")
public record NewUser(
        @NotBlank @Size(max = 100) @DisplayName String firstname,

        @NotBlank @Size(max = 100) @DisplayName String lastname,

        @NotBlank
        @Username
        @Schema(
                description =
                        "A name to log in with, unique on the installation; letters of any script, digits, dots, hyphens and underscores",
                minLength = 1,
                maxLength = 64)
        String username,

        @NotBlank @Size(max = 100) @DisplayName @Schema(description = "The name that others see")
        String displayname,

        @NotBlank @ValidEmailAddress @Size(max = 254, message = "must be at most 254 characters")
        String email,

        @Schema(description = "8 to 128 characters, none of the most common ones") @NewPassword @Nullable
        Secret password,

        @Schema(description = "The same password again") @Nullable
        Secret confirmPassword,

        @Schema(description = "0 to 9, kept with the membership")
        @NotNull
        @Min(value = 0, message = "must be 0 to 9")
        @Max(value = 9, message = "must be 0 to 9")
        Integer accessLevel,

        @Schema(description = "Whether the user becomes a member at once") @NotNull
        Boolean joinServer,

        @Schema(description = "Must be false") @NotNull Boolean emailPassword,
        @NotNull Boolean sendEmail,

        @Schema(description = "Accepted for older clients; mails have one template") @Size(max = 100) @Nullable
        String emailTemplate,

        @Schema(description = "Values of custom fields")
        @Valid
        @Size(max = 200, message = "must be at most 200 fields")
        @Nullable
        List<@NotNull NewFieldValue> customFields,

        @Schema(description = "The user's value of the community's field that identifies users")
        @Size(min = 1, max = 1_000)
        @Nullable
        String externalId,

        @Schema(description = "The referrer's value of that field") @Size(min = 1, max = 1_000) @Nullable
        String referral) {

    /** Somebody whom a partner signs in for the first time; what is missing is found by the constraints. */
    @SuppressWarnings("NullAway")
    public static NewUser signedIn(
            String username,
            @Nullable String email,
            @Nullable String firstname,
            @Nullable String lastname,
            @Nullable String displayname,
            @Nullable Integer accessLevel) {
        return new NewUser(
                firstname,
                lastname,
                username,
                displayname,
                email,
                null,
                null,
                accessLevel == null ? 0 : accessLevel,
                true,
                false,
                false,
                null,
                null,
                null,
                null);
    }

    CreationExtras extras() {
        return new CreationExtras(customFields == null ? List.of() : customFields, externalId, referral);
    }

    /** Rules between fields. */
    void check() {
        if (password == null && confirmPassword != null) {
            throw Refusal.invalid("password", "is required");
        }
        if (password != null && confirmPassword == null) {
            throw Refusal.invalid("confirmPassword", "is required");
        }
        if (!Objects.equals(password, confirmPassword)) {
            throw Refusal.invalid("confirmPassword", "must be the same as password");
        }
        if (emailPassword) {
            throw Refusal.invalid("emailPassword", "must be false: links to set a password are not mailed yet");
        }
    }

    /** @param id of the account, if one is made */
    ProvisionRequest provisionRequest(String id, Provisioner provisioner) {
        return new ProvisionRequest(
                id,
                username,
                email,
                firstname,
                lastname,
                displayname,
                password,
                provisioner,
                promisedLevel(),
                sendEmail);
    }

    /** For an existing account: it keeps its own names, and has these in the community. */
    LinkRequest linkRequest(Account account) {
        return new LinkRequest(account.named(firstname, lastname, displayname), promisedLevel());
    }

    /** Of the membership; absent where there is to be none. */
    @Nullable
    Integer promisedLevel() {
        return joinServer ? accessLevel : null;
    }
}
