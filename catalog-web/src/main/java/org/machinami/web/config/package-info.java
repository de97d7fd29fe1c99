/**
 * Settings: a command-line option, else the environment ({@code MACHINAMI_...}), else {@code
 * machinami.properties} in the data directory, else the default. In: these sources; out: one
 * checked record per concern. An unknown key or a value out of range stops the start; nothing here
 * opens anything but that file.
 */
package org.machinami.web.config;
