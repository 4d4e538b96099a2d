/** A search over L2 and dropout. */
package io.regulus.samples.tuning;
