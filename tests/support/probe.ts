/** What a player finds in a stream. */
export interface Probed {
  /** In the order of their names. */
  readonly codecs: readonly string[];
  /** Frames of the picture that were decoded. */
  readonly frames: number;
  /** What the decoder complained of. */
  readonly complaints: string;
}

/** Plays the first two seconds of something, as a player would: every frame is decoded. */
export async function probe(url: string, seconds = 2): Promise<Probed> {
  const [streams, decoded] = await Promise.all([
    run("ffprobe", ["-v", "error", "-show_entries", "stream=codec_name", "-of", "csv=p=0", url]),
    run("ffmpeg", [
      ...["-hide_banner", "-loglevel", "error", "-progress", "pipe:1", "-i", url],
      // Times as they came: rounded to a guessed rate, two frames may seem to be one.
      ...["-t", String(seconds), "-enc_time_base", "1:1000", "-f", "null", "-"],
    ]),
  ]);
  const frames = [...decoded.out.matchAll(/^frame=(\d+)/gm)].at(-1)?.[1];
  return {
    codecs: [...new Set(streams.out.split("\n").map((line) => line.trim()))].filter(Boolean).sort(),
    frames: Number(frames ?? 0),
    complaints: decoded.err,
  };
}

async function run(program: string, args: readonly string[]) {
  const command = new Deno.Command(program, { args: [...args], stdin: "null" });
  const { stdout, stderr } = await command.output();
  const text = new TextDecoder();
  return { out: text.decode(stdout), err: text.decode(stderr).trim() };
}
