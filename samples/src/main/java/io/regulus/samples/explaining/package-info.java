/** What the curves of a fit say, what each regulariser was worth, and whether probabilities are what they say. */
package io.regulus.samples.explaining;
