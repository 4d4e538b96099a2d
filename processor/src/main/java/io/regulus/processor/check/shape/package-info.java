/** Shape inference: what each operation makes of a row. */
package io.regulus.processor.check.shape;
