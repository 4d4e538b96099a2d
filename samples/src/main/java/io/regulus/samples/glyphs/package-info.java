/** Ten letters drawn from strokes, some with a wrong label, and two networks that learn them. */
package io.regulus.samples.glyphs;
