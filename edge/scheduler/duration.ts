const secondsPer: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400 };

/** Reads QStash's durations, `90s` or `1h30m`. @returns seconds, or nothing when it is none */
export function durationSeconds(text: string): number | undefined {
  if (!/^(\d{1,9}[smhd])+$/.test(text)) return undefined;
  let seconds = 0;
  for (const [, count, unit] of text.matchAll(/(\d+)([smhd])/g)) {
    seconds += Number(count) * (secondsPer[unit ?? ""] ?? 0);
  }
  return seconds;
}
