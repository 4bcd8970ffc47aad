/** What tests share: real servers, tokens, events, the rules of the house. */
package dev.regulars.testkit;
