package dev.regulars.web.caller;

import dev.regulars.web.permission.RolePermission;
import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call an operation: anybody who fits one of the members. Every operation has this or {@link Public}; on a resource it holds
 * for those operations that say nothing themselves.
 */
@OperationBoundary
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {

    /** People of at least this level, with a login token. */
    @Nonbinding
    Level level() default Level.NOBODY;

    /** Community keys that hold any of these permissions (contract §1.3). */
    @Nonbinding
    Permission[] permission() default {};

    /** Members of any level with a role that grants any of these. */
    @Nonbinding
    RolePermission[] role() default {};

    /** User keys that hold any of these: each acts as its owner, in its own community (contract §1.2). */
    @Nonbinding
    Permission[] userKey() default {};

    /** Callers of these kinds, whatever they hold: the operation is about their own credential. */
    @Nonbinding
    CallerKind[] kinds() default {};

    /** System keys, which hold no single permissions. */
    @Nonbinding
    boolean systemKey() default false;

    /** The admin of the installation, and nobody else: other levels do not count then. */
    @Nonbinding
    boolean installationAdmin() default false;

    /** Tokens of public widgets, whose visitors are nobody known: for reads of what every member may see of others. */
    @Nonbinding
    boolean attributeWidget() default false;

    /** The suite's own services, on {@code /internal} paths. */
    @Nonbinding
    boolean service() default false;
}
