/** Headlines: a network that overfits, and the means against it added one by one. */
package io.regulus.samples.titles;
