/** Problems as data: the catalogue of codes, and what is reported about one model class. */
package io.regulus.processor.problem;
