/** Reads back the JSON that other packages write. Not exported. */
package io.regulus.json;
