/**
 * Reads a model class into its spec. The only package that knows annotation mirrors; nothing here judges what it reads.
 */
package io.regulus.processor.read;
