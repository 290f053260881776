import type { Refusal } from "../../src/errors.ts";
import { copy, refusalText } from "../copy/mod.ts";
import { LinkButton } from "../kit/button.tsx";
import { Icon } from "../kit/icon.tsx";
import type { View } from "../kit/view.ts";

export interface ErrorPageProps {
  view: View;
  /** Absent when the fault is the server's own. */
  refusal?: Refusal;
  /** Names the request in the logs. */
  requestId: string;
}

export function ErrorPage({ view, refusal, requestId }: ErrorPageProps) {
  const { error, notFound, site } = copy(view.locale);
  if (refusal?.code === "NOT_YOURS") return <NotFound view={view} />;
  const { sentence, next } = refusal
    ? refusalText(view.locale, refusal)
    : { sentence: error.title, next: error.text };
  return (
    <div class="empty" role="alert">
      <span class="empty-icon">
        <Icon name="alert" />
      </span>
      <h1>{sentence}</h1>
      <p>{next}</p>
      <p class="actions">
        {refusal?.code === "SIGN_IN_REQUIRED"
          ? <LinkButton href="/sign-in">{site.signIn}</LinkButton>
          : <LinkButton href="/">{notFound.home}</LinkButton>}
      </p>
      <dl class="error-facts">
        {refusal && (
          <>
            <dt>{error.code}</dt>
            <dd>{refusal.code}</dd>
          </>
        )}
        <dt>{error.request}</dt>
        <dd>{requestId}</dd>
      </dl>
      <p class="small">{error.requestHint}</p>
    </div>
  );
}

export function NotFound({ view }: { view: View }) {
  const t = copy(view.locale).notFound;
  return (
    <div class="empty">
      <p class="error-number" aria-hidden="true">404</p>
      <h1>{t.title}</h1>
      <p>{t.text}</p>
      <p class="actions">
        <LinkButton href="/">{t.home}</LinkButton>
        <LinkButton href="/store" kind="secondary">{t.store}</LinkButton>
      </p>
    </div>
  );
}
