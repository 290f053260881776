import type { Fault } from "../../views/kit/view.ts";
import { productPage } from "../catalog/page.tsx";
import type { Visit } from "../http/env.ts";
import { showPage } from "../shows/page.tsx";
import { cartPage } from "./page.tsx";

/** Why nothing was held, to a browser without scripts: the page it came from, with the reason. */
export async function refusedHoldPage(c: Visit, from: string, fault: Fault): Promise<Response> {
  const [, place, id = ""] = from.match(/^\/(products|shows)\/([^/?#]+)/) ?? [];
  if (place === "products") return await productPage(c, id, fault);
  if (place === "shows") return await showPage(c, id, { holdFault: fault });
  return await cartPage(c, { fault });
}
