/** Architecture rules that every module checks. */
package dev.regulars.testkit.architecture;
