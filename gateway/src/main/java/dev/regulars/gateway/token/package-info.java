/** Token exchange: the credential of a caller becomes a short-lived internal token, cached until its caller changes. */
@NullMarked
package dev.regulars.gateway.token;

import org.jspecify.annotations.NullMarked;
