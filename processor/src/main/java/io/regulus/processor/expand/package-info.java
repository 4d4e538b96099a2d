/** Puts the layers of blocks where fields use them, so that every later stage sees plain layers. */
package io.regulus.processor.expand;
