/**
 * Judges what the user wrote. {@link io.regulus.processor.check.ModelChecker} resolves the wiring and the shapes into a
 * {@link io.regulus.processor.check.Draft} and hands that to the rules, one class each; the only maker of a
 * {@link io.regulus.processor.check.ValidModel}.
 */
package io.regulus.processor.check;
