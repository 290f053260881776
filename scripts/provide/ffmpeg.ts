import { aptInstall } from "./apt.ts";
import { firstFile } from "./run.ts";

/** The path of `ffmpeg`, if it is installed here. */
export function findFfmpeg(): string | undefined {
  const path = ["/usr/bin", ...(Deno.env.get("PATH") ?? "").split(":")];
  return firstFile(path.map((folder) => `${folder}/ffmpeg`));
}

/** The path of `ffmpeg`: what is installed, else Debian's package, which brings `ffprobe` with it. */
export async function provideFfmpeg(): Promise<string> {
  const installed = findFfmpeg();
  if (installed) return installed;
  const refused = await aptInstall(["ffmpeg"]);
  const provided = findFfmpeg();
  if (provided) return provided;
  throw new Error(`ffmpeg cannot be provided: ${refused ?? "the package brought no ffmpeg"}`);
}
