import { copy } from "../../../views/copy/mod.ts";
import { RestreamsPage } from "../../../views/desk/restreams/restreams_page.tsx";
import type { Fault } from "../../../views/kit/view.ts";
import type { Visit } from "../../http/env.ts";
import { page } from "../../http/page.tsx";
import { statusOf } from "../../http/refused.ts";
import { viewOf } from "../../http/view.ts";
import { readTargets } from "../../restreams/read_targets.ts";
import { atDesk } from "../desk.ts";
import { look } from "../look.ts";
import { doneText } from "../post.ts";

/** @param at the form that was refused: `new`, or the id of its target */
export async function restreamsPage(c: Visit, fault?: Fault, at?: string): Promise<Response> {
  const { sellerId } = await atDesk(c);
  const { database, configuration } = c.var.shop.platform;
  const view = viewOf(c);
  const t = copy(view.locale).desk.restreams;
  return await page(c, {
    ...look,
    title: t.title,
    status: statusOf(c, fault),
    body: (
      <RestreamsPage
        view={view}
        targets={await readTargets(database, sellerId)}
        without={configuration.media === undefined}
        done={doneText(c, t.done)}
        fault={withoutKey(fault)}
        at={at}
      />
    ),
  });
}

/** What is typed is shown again when it is refused, but for a key. */
function withoutKey(fault?: Fault): Fault | undefined {
  return fault && { ...fault, values: { ...fault.values, key: "" } };
}
