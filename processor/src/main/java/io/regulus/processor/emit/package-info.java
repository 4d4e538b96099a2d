/** Writes the layer graph down as Java source: the only package that knows JavaPoet. */
package io.regulus.processor.emit;
