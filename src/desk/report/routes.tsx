import { Hono } from "hono";
import { copy } from "../../../views/copy/mod.ts";
import { ReportPage } from "../../../views/desk/report_page.tsx";
import { Refused } from "../../errors.ts";
import type { Env } from "../../http/env.ts";
import { page } from "../../http/page.tsx";
import { viewOf } from "../../http/view.ts";
import { atDesk, idIn } from "../desk.ts";
import { look } from "../look.ts";
import { readReport } from "./read_report.ts";

/** What a show has brought. */
export const deskReport = new Hono<Env>();

deskReport.get("/desk/shows/:id/report", async function showReport(c) {
  const { sellerId, currency } = await atDesk(c);
  const { database, configuration } = c.var.shop.platform;
  const report = await readReport(database, sellerId, idIn(c));
  if (!report) throw new Refused({ code: "NOT_YOURS" });
  const view = viewOf(c);
  return await page(c, {
    ...look,
    title: `${copy(view.locale).desk.report.title}: ${report.title}`,
    body: (
      <ReportPage
        view={view}
        report={report}
        currency={currency}
        plays={configuration.media !== undefined}
      />
    ),
  });
});
