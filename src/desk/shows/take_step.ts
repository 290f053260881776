import type { AskedBySeller } from "../../db/answer_once.ts";
import type { Outcome } from "../../errors.ts";
import { dropPublisher } from "../../media/drop_publisher.ts";
import type { Shop } from "../../shop.ts";
import type { SellersShow } from "../../shows/show_json.ts";
import { type ShowStep, stepShow } from "../../shows/step_show.ts";

/** As `stepShow`; whoever publishes a show that has ended is sent away. */
export async function takeStep(
  shop: Shop,
  asked: AskedBySeller,
  showId: string,
  step: ShowStep,
): Promise<Outcome<SellersShow>> {
  const outcome = await stepShow(shop.platform.database, asked, showId, step);
  if (!outcome.refusal && step === "ending") shop.platform.after(dropPublisher(shop, showId));
  return outcome;
}
