/** The rules whose breach is an error, one class each. */
package io.regulus.processor.check.rule;
