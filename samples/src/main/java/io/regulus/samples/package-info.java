/** Regulus at work, written as a user would write it: start {@link io.regulus.samples.Demo}. */
package io.regulus.samples;
