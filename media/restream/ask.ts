import { restream_answer_ms_max } from "../../src/limits.ts";
import { SendingAnswer, type Sent, type Told } from "../../src/restreams/door.ts";

/**
 * Tells the shop how it stands and asks what should be sent.
 * @throws when the shop cannot be asked, or answers something else
 */
export async function askShop(
  { shopUrl, hookToken }: { readonly shopUrl: string; readonly hookToken: string },
  targets: readonly Told[],
): Promise<Sent[]> {
  const answer = await fetch(`${shopUrl}/hooks/restreams?token=${hookToken}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ targets }),
    redirect: "error",
    signal: AbortSignal.timeout(restream_answer_ms_max),
  });
  if (!answer.ok) {
    await answer.body?.cancel();
    throw new Error(`the shop answers ${answer.status}`);
  }
  return SendingAnswer.parse(await answer.json()).targets;
}
