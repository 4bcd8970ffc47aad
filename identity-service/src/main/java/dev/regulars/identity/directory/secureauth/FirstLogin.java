package dev.regulars.identity.directory.secureauth;

import dev.regulars.identity.directory.user.NewUser;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.refusal.Refusal.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The user that a first login creates: under the rules of Create New User, in the words of Secure Auth. */
@ApplicationScoped
class FirstLogin {

    /** Members that have another name here. */
    private static final Map<String, String> NAMES = Map.of("username", "userId");

    private final Validator validator;

    FirstLogin(Validator validator) {
        this.validator = validator;
    }

    NewUser user(SecureAuthRequest request, String username, @Nullable Integer level) {
        NewUser user = NewUser.signedIn(
                username, request.email, request.firstname, request.lastname, request.displayname, level);
        List<Fault> faults = validator.validate(user).stream()
                .map(FirstLogin::fault)
                .sorted(Comparator.comparing(Fault::field))
                .toList();
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        return user;
    }

    private static Fault fault(ConstraintViolation<NewUser> wrong) {
        String member = String.valueOf(wrong.getPropertyPath());
        String name = NAMES.getOrDefault(member, member);
        boolean isMissing = wrong.getInvalidValue() == null;
        return new Fault(name, name + " " + (isMissing ? "is required" : wrong.getMessage()));
    }
}
