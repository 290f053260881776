/** A process of its own that takes the folder it is told, says so, and keeps it until it is killed. */
import { lockFolder } from "../../../edge/database/folder_lock.ts";

try {
  await lockFolder(Deno.args[0]!, { patience_ms: Number(Deno.args[1]) });
  console.log("held");
} catch (error) {
  console.log(error instanceof Error ? error.message : error);
  Deno.exit();
}
await new Promise((after) => setTimeout(after, 60_000));
