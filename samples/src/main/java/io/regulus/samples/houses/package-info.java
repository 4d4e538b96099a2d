/** Prices of Californian houses by district: rows as records, from a file with missing values to predictions in dollars. */
package io.regulus.samples.houses;
