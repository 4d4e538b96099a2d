/**
 * One network for Fashion-MNIST, and what each technique changes of it: an annotation on the class, or a block of layers of its own under
 * the same name, so that all begin with the same weights.
 */
package io.regulus.samples.techniques.fashion;
