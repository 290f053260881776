import type { VNode } from "preact";
import { copy } from "../../../views/copy/mod.ts";
import { ErrorPage, NotFound } from "../../../views/shop/error_page.tsx";
import { Help, Privacy, Terms } from "../../../views/shop/long_text.tsx";
import type { View } from "../../../views/kit/view.ts";

/** Long texts, and pages that say no. */
export function words(view: View): Record<string, VNode> {
  return {
    terms: <Terms view={view} />,
    privacy: <Privacy view={view} />,
    help: <Help view={view} />,
    "not-found": <NotFound view={view} />,
    bug: <ErrorPage view={view} requestId="019aa000-0000-7000-8000-000000000001" />,
    busy: (
      <ErrorPage
        view={view}
        refusal={{ code: "UNAVAILABLE", retryAfterMs: 2000 }}
        requestId={copy(view.locale).site.name}
      />
    ),
  };
}
