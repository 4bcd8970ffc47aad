package dev.regulars.community.sanction;

import dev.regulars.web.permission.RolePermission;

/** What a sanction does. The constants are the names on the wire. */
enum SanctionKind {
    /** Only kept. */
    warn(RolePermission.WARN_MEMBERS),
    /** The member may read only. */
    suspend(RolePermission.SUSPEND_MEMBERS),
    /** The membership ends and cannot be taken up again. */
    ban(RolePermission.BAN_MEMBERS);

    private final RolePermission needed;

    SanctionKind(RolePermission needed) {
        this.needed = needed;
    }

    /** What its author must hold. */
    RolePermission needed() {
        return needed;
    }
}
