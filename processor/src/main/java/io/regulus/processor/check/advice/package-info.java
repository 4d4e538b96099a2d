/** The advice of regularisation practice, one class each. */
package io.regulus.processor.check.advice;
