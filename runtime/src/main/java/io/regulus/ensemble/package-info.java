/** Several models of one class that predict together: bagging, other seeds, snapshots of one fit, boosting. */
package io.regulus.ensemble;
