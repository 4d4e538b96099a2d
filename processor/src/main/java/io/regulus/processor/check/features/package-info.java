/** The rules of records with {@code @Features}: a class each. */
package io.regulus.processor.check.features;
