import { createHash } from "node:crypto";
import type { Command, Wire } from "./requester.ts";

const shebang = /^#!.*\n/;

/**
 * Lets a Redis run the scripts of Upstash's libraries. Their first line names flags that only
 * Upstash knows and others refuse; without it the script is another one, with a hash of its own.
 */
export function withScripts(wire: Wire): Wire {
  const plainHashes = new Map<string, string>();

  function plain(command: Command): Command {
    const [name, script = "", ...args] = command;
    if (name === "evalsha") return [name, plainHashes.get(script) ?? script, ...args];
    if (name !== "eval" || !shebang.test(script)) return command;
    const text = script.replace(shebang, "");
    plainHashes.set(hash(script), hash(text));
    return [name, text, ...args];
  }

  return { ...wire, run: (commands, options) => wire.run(commands.map(plain), options) };
}

function hash(script: string): string {
  return createHash("sha1").update(script).digest("hex");
}
