/** Graph and session: runs the network that generated code describes. */
package io.regulus.engine;
