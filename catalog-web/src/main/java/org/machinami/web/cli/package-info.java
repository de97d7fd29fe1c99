/**
 * The command line {@code machinami}: a class for each verb. In: arguments, environment, working
 * directory; out: text or JSON, and an exit code (0 done, 1 data refused, 2 usage, 3 environment).
 * A verb that needs a data directory runs in the process that holds it. What the verbs do is done
 * in other packages.
 */
package org.machinami.web.cli;
