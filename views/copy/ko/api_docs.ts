export const apiDocs = {
  apiDocs: {
    title: "API",
    lead: "가게의 페이지가 하는 모든 일을 프로그램으로 할 수 있어요.",
    openApi: "OpenAPI 3.1 문서",
    signIn: "로그인 필요",
    open: "누구나",
    contents: "엔드포인트",
    groups: {
      public: "누구나",
      shopper: "구매자",
      accounts: "내 정보",
      seller: "판매자",
    } as Record<string, string>,
    parameters: "매개변수",
    body: "본문",
    answer: "응답",
    refusals: "거절",
    schemas: "스키마",
    required: "필수",
    rules: [
      "페이지와 같은 쿠키로 로그인하거나, Authorization: Bearer에 액세스 토큰을 담아 보내세요.",
      "무언가를 바꾸는 요청에는 Idempotency-Key를 함께 보내세요. 같은 키로 다시 보내도 한 번만 처리돼요.",
      "금액은 통화의 최소 단위 정수(센트, 원)이고, 시각은 UTC 기준 ISO 8601이에요.",
      "거절은 정해진 코드가 담긴 문제(RFC 9457)로 답해요. 모르는 필드는 거절돼요.",
    ],
  },
};
