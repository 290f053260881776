/** The part of htmx 4 that islands use; the page loads it before them. */
export interface Htmx {
  swap(what: { text: string; target: Element; swap: string }): Promise<void>;
  ajax(method: "GET", path: string, how: { target: string; swap: string }): Promise<void>;
}

/** What its events carry. */
export interface HtmxEvent extends Event {
  readonly detail: {
    readonly ctx: { readonly sourceElement: Element; readonly response?: { status: number } };
  };
}
