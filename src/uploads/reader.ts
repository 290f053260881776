/** The bytes are not what they say they are, or end too early. */
export class Broken extends Error {
  override name = "Broken";
}

/** Reads bytes in order. Each verb throws `Broken` where there are too few left. */
export class Reader {
  at = 0;
  readonly #view: DataView;

  constructor(readonly bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get left(): number {
    return this.bytes.length - this.at;
  }

  take(count: number): Uint8Array {
    if (count > this.left) throw new Broken("too short");
    this.at += count;
    return this.bytes.subarray(this.at - count, this.at);
  }

  text(count: number): string {
    return String.fromCharCode(...this.take(count));
  }

  byte(): number {
    return this.take(1)[0]!;
  }

  /** Two bytes, the higher first. */
  uint16(): number {
    this.take(2);
    return this.#view.getUint16(this.at - 2);
  }

  /** Four bytes, the highest first. */
  uint32(): number {
    this.take(4);
    return this.#view.getUint32(this.at - 4);
  }

  /** Two bytes, the lower first. */
  uint16le(): number {
    this.take(2);
    return this.#view.getUint16(this.at - 2, true);
  }

  /** Three bytes, the lowest first. */
  uint24le(): number {
    return this.uint16le() | this.byte() << 16;
  }

  /** Four bytes, the lowest first. */
  uint32le(): number {
    this.take(4);
    return this.#view.getUint32(this.at - 4, true);
  }
}

/** Whether these bytes begin with this text, a character a byte. */
export function begins(bytes: Uint8Array, text: string): boolean {
  return bytes.length >= text.length &&
    [...text].every((character, at) => bytes[at] === character.charCodeAt(0));
}

export function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
