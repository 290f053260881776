/** The page that describes the API. The descriptions themselves are English in every language. */
export const apiDocs = {
  apiDocs: {
    title: "API",
    lead: "Everything that the shop's pages do, for programs.",
    openApi: "OpenAPI 3.1 document",
    signIn: "Sign-in needed",
    open: "Open to all",
    contents: "Endpoints",
    groups: {
      public: "For everybody",
      shopper: "For shoppers",
      accounts: "About oneself",
      seller: "For sellers",
    } as Record<string, string>,
    parameters: "Parameters",
    body: "Body",
    answer: "Answer",
    refusals: "Refusals",
    schemas: "Schemas",
    required: "required",
    rules: [
      "Sign in as the pages do, with their cookies, or send Authorization: Bearer with an access token.",
      "Send an Idempotency-Key with every request that changes something: sent again under it, a request is done once.",
      "Amounts are whole minor units of their currency (cents, won); moments are ISO 8601 in UTC.",
      "A refusal is a problem (RFC 9457) with a code of the catalogue. Unknown fields are refused.",
    ],
  },
};
