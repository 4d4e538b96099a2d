/** What a trained network is like: what each of its regularisers was worth, and whether its probabilities are what they say. */
package io.regulus.explain;
