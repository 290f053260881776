import type { HtmxEvent } from "./htmx.ts";
import { identity } from "./identity.ts";

const patience_ms = 8000;

/** Forms that wait for their answer, each with the button that sent it. */
const busy = new Map<HTMLFormElement, HTMLElement | null>();

/**
 * Lets a form out once. It opens again when its answer is here, when the page comes back from
 * history, and when no answer comes: a retry is never in the way, and carries the same identity.
 */
export function guardForms() {
  document.addEventListener("submit", send, { capture: true });
  addEventListener("pageshow", () => busy.forEach((_, form) => open(form)));
  document.addEventListener("htmx:after:request", renew);
  document.addEventListener("htmx:finally:request", (event) => {
    const { sourceElement } = (event as HtmxEvent).detail.ctx;
    if (sourceElement instanceof HTMLFormElement) open(sourceElement);
  });
}

function send(event: SubmitEvent) {
  const form = event.target as HTMLFormElement;
  if (form.method !== "post") return;
  if (busy.has(form)) {
    event.preventDefault();
    event.stopPropagation();
    return;
  }
  busy.set(form, event.submitter);
  event.submitter?.setAttribute("aria-busy", "true");
  setTimeout(open, patience_ms, form);
}

function open(form: HTMLFormElement) {
  busy.get(form)?.removeAttribute("aria-busy");
  busy.delete(form);
}

/** Answered: what this form sends next is another wish. A server that failed may yet have done it. */
function renew(event: Event) {
  const { sourceElement, response } = (event as HtmxEvent).detail.ctx;
  const field = sourceElement.querySelector<HTMLInputElement>("[name=request]");
  if (field && response && response.status < 500) field.value = identity();
}
