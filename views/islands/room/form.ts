/** The form of the chat, which keeps what is typed through everything that happens to the page. */
export class Form {
  constructor(
    private readonly showId: string,
    /** Takes what is said; false: the form goes its own way. */
    private readonly say: (text: string) => boolean,
  ) {
    // Before those who guard forms: this one is not sent.
    addEventListener("submit", (event) => this.#send(event), { capture: true });
    document.addEventListener("input", ({ target }) => {
      if (target === this.#field) this.#keep();
    });
    document.addEventListener("htmx:after:swap", () => this.#restore());
    this.#restore();
  }

  /** Puts a text back that was refused, beside what has been typed since. */
  giveBack(text: string, reason: string): void {
    const field = this.#field;
    if (!field) return;
    field.value = [text, field.value].filter(Boolean).join(" ");
    this.#keep();
    const notice = document.createElement("p");
    notice.className = "notice notice-bad chat-refused";
    notice.setAttribute("role", "alert");
    notice.textContent = reason;
    this.#clear();
    field.form?.prepend(notice);
  }

  get #field() {
    return document.getElementById("chat-text") as HTMLInputElement | null;
  }

  get #key() {
    return `chat ${this.showId}`;
  }

  #send(event: SubmitEvent) {
    const field = this.#field;
    if (!field || event.target !== field.form) return;
    const text = field.value.trim();
    if (!text) return;
    // The server answers with the form, and with the text if it refused it.
    if (!this.say(text)) return sessionStorage.removeItem(this.#key);
    event.preventDefault();
    event.stopImmediatePropagation();
    field.value = "";
    this.#keep();
    this.#clear();
  }

  #clear() {
    this.#field?.form?.querySelectorAll(".notice").forEach((notice) => notice.remove());
  }

  #keep() {
    const typed = this.#field?.value;
    if (typed) sessionStorage.setItem(this.#key, typed);
    else sessionStorage.removeItem(this.#key);
  }

  // A form that was answered by the server keeps a refused text itself.
  #restore() {
    const field = this.#field;
    const kept = sessionStorage.getItem(this.#key);
    if (field && kept && !field.value) field.value = kept;
  }
}
