/** The services of the suite: ports, settings, command lines and readiness. */
@NullMarked
package dev.regulars.sandbox.service;

import org.jspecify.annotations.NullMarked;
