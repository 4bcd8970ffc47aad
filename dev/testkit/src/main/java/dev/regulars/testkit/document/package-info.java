/** What a service and the committed OpenAPI document say of each other. */
package dev.regulars.testkit.document;
