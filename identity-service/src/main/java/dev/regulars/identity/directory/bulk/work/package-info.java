/** How the replicas apply bulk jobs, each row once. */
@NullMarked
package dev.regulars.identity.directory.bulk.work;

import org.jspecify.annotations.NullMarked;
