/** Proof that what is wrong with an input is said, and that nothing is left half done. */
package io.regulus.testing.errors;
