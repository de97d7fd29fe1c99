/**
 * The door of a running server for the command line on the same machine: a verb comes in as its
 * arguments, its output goes back as it is written, its exit code last. Who may call is who can
 * read the token in the data directory. What the verbs do is not known here.
 */
package org.machinami.web.admin;
