import { restream_io_seconds_max, restream_send_buffer_bytes } from "../../src/limits.ts";
import type { Sent } from "../../src/restreams/door.ts";

/** How ffmpeg is told to send a show to a target. */
export interface Command {
  /** For everybody on the machine to read: nothing secret is among them. */
  readonly args: readonly string[];
  /** What it reads on its standard input before it connects. */
  readonly input: string;
}

export interface Route {
  /** An address of the target that may be connected to; absent: ffmpeg looks its name up itself. */
  readonly address?: string;
  /** Certificates that are trusted; absent: those that ffmpeg trusts by itself. */
  readonly caFile?: string;
}

/**
 * One ffmpeg a target. The address names the host alone; application, query and key are options of a
 * preset, and the preset is the standard input, so that neither the list of processes nor what
 * ffmpeg says of its output tells them.
 */
export function commandOf(target: Sent, { address, caFile }: Route): Command {
  const url = new URL(target.url);
  const patience = ["-rw_timeout", String(restream_io_seconds_max * 1_000_000)];
  return {
    args: [
      ...["-nostdin", "-hide_banner", "-loglevel", "warning", "-nostats"],
      ...["-progress", "pipe:1", "-stats_period", "1"],
      ...patience,
      ...["-analyzeduration", "3000000", "-i", target.source],
      ...["-map", "0:v:0", "-c:v", "copy", ...sound[target.sound]],
      ...patience,
      ...["-send_buffer_size", String(restream_send_buffer_bytes)],
      ...url.protocol === "rtmps:"
        ? ["-tls_verify", "1", ...caFile ? ["-ca_file", caFile] : []]
        : [],
      ...["-f", "flv", "-flvflags", "no_duration_filesize", "-fpre", "/dev/stdin"],
      `${url.protocol}//${address ? hostOf(address, url.port) : url.host}/`,
    ],
    input: [
      `rtmp_app=${appOf(url)}`,
      `rtmp_tcurl=${url.protocol}//${url.host}/${appOf(url)}`,
      `rtmp_playpath=${target.key}`,
      "",
    ].join("\n"),
  };
}

const sound: Readonly<Record<Sent["sound"], readonly string[]>> = {
  copy: ["-map", "0:a:0?", "-c:a", "copy"],
  transcode: ["-map", "0:a:0?", "-c:a", "aac", "-b:a", "128k", "-ar", "44100", "-ac", "2"],
  // Some services take no stream without sound: silence is sound, too.
  silent: ["-map", "0:a:0?", "-af", "volume=0", "-c:a", "aac", "-b:a", "32k", "-ar", "44100"],
};

/** What comes behind the host: the application, with the query that some services have there. */
function appOf({ pathname, search }: URL) {
  return pathname.replace(/^\/|\/$/g, "") + search;
}

function hostOf(address: string, port: string) {
  const host = address.includes(":") ? `[${address}]` : address;
  return port ? `${host}:${port}` : host;
}
