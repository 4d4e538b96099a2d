/** What users hold: the model, its weights, its summary. */
package io.regulus.model;
