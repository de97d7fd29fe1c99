package org.machinami.store.search;

/** The order of hits; equals stand in the order of their ids. */
public enum Order {
  /** The best match first; without words, the latest changed first. */
  RELEVANCE,
  /** By how the title in Japanese is read; by the title in English. */
  TITLE_JA,
  TITLE_EN,
  /** By title backwards. */
  TITLE_JA_DOWN,
  TITLE_EN_DOWN,
  /**
   * The latest change of the dataset first, as its description says; those that say nothing last.
   */
  MODIFIED,
  /** The earliest change first, as the description says; those that say nothing last. */
  MODIFIED_UP,
  /** The latest published first, as the description says; those that say nothing last. */
  ISSUED,
  /** By id; by id backwards. */
  NAME,
  NAME_DOWN,
  /** By the last commit on the dataset: the latest first; the earliest first. */
  CHANGED,
  CHANGED_UP,
  /** By the commit with which the description came: the latest first; the earliest first. */
  CREATED,
  CREATED_UP,
  /** The most used first, as {@link SearchIndex#uses} was told; equals by the latest change. */
  USED
}
