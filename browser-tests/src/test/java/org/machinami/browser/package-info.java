/**
 * The pages as a visitor meets them: the bundled city, served by the command of the README, in a
 * real Chromium at the width of a phone and of a desk, in Japanese and English.
 *
 * <p>Screenshots of what was looked at are left in {@code target/screenshots} by the nightly
 * profile, or with {@code -Dmachinami.test.looks=all}.
 */
package org.machinami.browser;
