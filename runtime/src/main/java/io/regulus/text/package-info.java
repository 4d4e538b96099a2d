/**
 * Texts as rows of ids: a {@link io.regulus.text.Tokenizer} takes them apart, a {@link io.regulus.text.Vocabulary} numbers the parts, and a
 * {@link io.regulus.text.TextEncoder} does both, to rows of one length that an {@code @Embedding} reads.
 */
package io.regulus.text;
