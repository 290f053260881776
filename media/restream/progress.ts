/**
 * What `-progress` of ffmpeg tells: how much has been sent, in a unit that only grows. Microseconds of
 * picture where it knows them, else bytes.
 */
export class Progress {
  #rest = "";
  #bytes = 0;

  /** @returns the latest figure in a piece of the output, if there is one */
  read(piece: string): number | undefined {
    const lines = (this.#rest + piece).split("\n");
    this.#rest = lines.pop()!.slice(-1_000);
    let sent: number | undefined;
    for (const line of lines) {
      const [, name, figure] = line.match(/^(out_time_us|total_size)=(\d+)\s*$/) ?? [];
      if (name === "total_size") this.#bytes = Math.max(this.#bytes, Number(figure));
      else if (name) sent = Number(figure);
      else if (/^out_time_us=/.test(line)) sent = this.#bytes;
    }
    return sent;
  }
}
