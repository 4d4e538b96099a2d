/** Ten letters drawn from strokes, some with a wrong label, and two networks that learn them; digits for the serving sample. */
package io.regulus.samples.glyphs;
