/** The regression of the articles this library began with: a plain network, one with decay, one with dropout. */
package io.regulus.samples.regression;
