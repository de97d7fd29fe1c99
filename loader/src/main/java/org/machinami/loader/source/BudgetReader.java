package org.machinami.loader.source;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;

/** Stops a single record of JSON that would fill the memory. Not thread-safe. */
final class BudgetReader extends FilterReader {

  private final String file;
  private final long most;
  private long left = Long.MAX_VALUE;

  /**
   * @param most characters of one record
   */
  BudgetReader(String file, Reader in, long most) {
    super(in);
    this.file = file;
    this.most = most;
  }

  /** A record begins: no more than so many characters may follow. */
  void begin() {
    left = most;
  }

  /** The record is read: what follows is not counted. */
  void end() {
    left = Long.MAX_VALUE;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int n = super.read(buffer, offset, length);
    left -= Math.max(n, 0);
    if (left < 0) {
      throw new LoadException(Fault.DATA, "source.json-record", file, most);
    }
    return n;
  }
}
