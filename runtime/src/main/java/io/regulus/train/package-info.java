/** The epoch loop, how it is set up and what it reports. */
package io.regulus.train;
