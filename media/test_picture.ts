/** How the time is burned into the test picture: bits of milliseconds since 1970, white for one. */
export const burned = {
  width: 640,
  height: 360,
  bits: 24,
  /** Pixels of a bit's square; the least bit is the leftmost, at the picture's lower edge. */
  square: 24,
} as const;

/** What the picture is like. */
export interface TestPicture {
  readonly frames_per_second?: number;
  /** Seconds from one key frame to the next. */
  readonly key_seconds?: number;
  /** Of the picture, filled up where there is less to see; absent: at most 800. */
  readonly kbits_per_second?: number;
  /** As OBS: B-frames and the main profile; else baseline, with no frame waiting for a later one. */
  readonly likeObs?: boolean;
  readonly picture?: boolean;
  readonly sound?: boolean;
  /** A clock to read with one's eyes as well; it wants a font on the machine. */
  readonly clock?: boolean;
  /** Absent: it goes on. */
  readonly seconds?: number;
}

/**
 * What ffmpeg is told to make a moving picture with the time burned in, and a tone, in H.264 and AAC,
 * as fast as time passes. Where it goes to is added behind.
 */
export function testPicture(
  {
    frames_per_second = 30,
    key_seconds = 1,
    kbits_per_second,
    likeObs = false,
    picture = true,
    sound = true,
    clock = false,
    seconds,
  }: TestPicture = {},
): string[] {
  const size = `${burned.width}x${burned.height}`;
  const inputs = [
    ...picture
      ? ["-re", "-f", "lavfi", "-i", `testsrc2=size=${size}:rate=${frames_per_second}`]
      : [],
    ...sound ? ["-re", "-f", "lavfi", "-i", "sine=frequency=440:sample_rate=44100"] : [],
  ];
  const rate = `${kbits_per_second ?? 800}k`;
  const gop = String(Math.round(frames_per_second * key_seconds));
  const video = [
    ...["-vf", withTime(frames_per_second, clock), "-c:v", "libx264", "-preset", "ultrafast"],
    ...["-pix_fmt", "yuv420p", "-g", gop, "-keyint_min", gop, "-sc_threshold", "0"],
    ...["-b:v", rate, "-maxrate", rate, "-bufsize", rate],
    ...kbits_per_second ? ["-minrate", rate, "-x264-params", "nal-hrd=cbr"] : [],
    ...likeObs
      ? ["-profile:v", "main", "-bf", "2"]
      : ["-profile:v", "baseline", "-tune", "zerolatency"],
  ];
  const audio = ["-c:a", "aac", "-b:a", "96k", "-ac", "2"];
  return [
    ...["-hide_banner", "-loglevel", "error", "-nostats"],
    ...inputs,
    ...picture ? video : [],
    ...sound ? audio : [],
    ...seconds ? ["-t", String(seconds)] : [],
    ...["-f", "flv"],
  ];
}

const readable = "text='%{localtime\\:%T}.%{eif\\:mod(t*1000\\,1000)\\:d\\:3}'";

/**
 * Each frame is given the time of the clock, its bits are drawn, and it is given back the time of a
 * steady stream.
 */
function withTime(frames_per_second: number, clock: boolean): string {
  const { bits, square, width, height } = burned;
  const top = height - square;
  const squares = Array.from(
    { length: bits },
    (_, bit) =>
      `drawbox=x=${bit * square}:y=${top}:w=${square}:h=${square}:color=white:t=fill` +
      `:enable='mod(floor(t*1000/${2 ** bit}),2)'`,
  );
  return [
    "settb=1/1000",
    "setpts=RTCTIME/1000",
    `drawbox=x=0:y=${top}:w=${width}:h=${square}:color=black:t=fill`,
    ...squares,
    ...clock
      ? [
        `drawtext=${readable}:x=(w-tw)/2:y=(h-th)/2:fontsize=56:fontcolor=white:box=1:boxcolor=black`,
      ]
      : [],
    `setpts=N*1000/${frames_per_second}`,
  ].join(",");
}

/**
 * Reads the time that is burned into a frame.
 * @param bright tells whether the picture is white at a point, in parts (0 to 1) of its width and height
 * @param now milliseconds since 1970, at most an hour after the time in the picture
 * @returns milliseconds since 1970
 */
export function readBurned(bright: (x: number, y: number) => boolean, now: number): number {
  const { bits, square, width, height } = burned;
  let low = 0;
  for (let bit = 0; bit < bits; bit++) {
    if (bright((bit + 0.5) * square / width, 1 - square / 2 / height)) low += 2 ** bit;
  }
  const period = 2 ** bits;
  const age = (((now - low) % period) + period) % period;
  return now - age;
}
