const [lineFeed, carriageReturn, space, comma] = [0x0a, 0x0d, 0x20, 0x2c];

/** Counts the rows below the header of a table from its bytes, however they are cut; blank lines are no rows. */
export class RowCount {
  #lines = 0;
  #inLine = false;

  feed(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; at += 1) {
      const byte = bytes[at];
      if (byte === lineFeed) this.#endLine();
      else if (byte !== comma && byte !== space && byte !== carriageReturn) {
        this.#inLine = true;
        // What else stands in the line makes no difference.
        const end = bytes.indexOf(lineFeed, at + 1);
        if (end < 0) return;
        at = end - 1;
      }
    }
  }

  /** After the last byte. */
  get rows(): number {
    this.#endLine();
    return Math.max(0, this.#lines - 1);
  }

  #endLine(): void {
    if (this.#inLine) this.#lines += 1;
    this.#inLine = false;
  }
}
