import type { Copy } from "../en.ts";

const soon = (ms: number | undefined) => {
  const seconds = Math.max(1, Math.ceil((ms ?? 0) / 1000));
  return seconds < 90 ? `${seconds}초` : `${Math.ceil(seconds / 60)}분`;
};

const orderStates: Record<string, string> = {
  awaiting_payment: "입금을 기다리는",
  paid: "결제가 끝난",
  shipped: "이미 발송된",
  delivered: "배송이 끝난",
  cancelled: "취소된",
  refunded: "환불된",
};

const showStates: Record<string, string> = {
  scheduled: "아직 시작하지 않은",
  live: "지금 진행 중인",
  ended: "이미 끝난",
  cancelled: "취소된",
};

export const refusals: Copy["refusals"] = {
  SOLD_OUT: () => ["품절된 상품이에요.", "대기를 걸어 두면 자리가 나는 대로 담아 드려요."],
  NOT_ENOUGH_STOCK: ({ available = 0, field }) =>
    field === "delta"
      ? [`${available}개까지만 뺄 수 있어요.`, "나머지는 이미 담겼거나 팔린 수량이에요."]
      : [
        available < 1 ? "남은 수량이 없어요." : `지금은 ${available}개까지만 담을 수 있어요.`,
        "수량을 줄이거나 대기를 걸어 주세요.",
      ],
  HOLD_LIMIT: ({ limit }) => [
    limit ? `한 사람이 ${limit}개까지 담을 수 있어요.` : "더 담을 수 없어요.",
    "장바구니에 있는 상품을 먼저 주문하거나 빼 주세요.",
  ],
  HOLD_LAPSED: () => [
    "담아 둔 시간이 지나 상품이 판매대로 돌아갔어요.",
    "아직 남아 있다면 다시 담아 주세요.",
  ],
  NOT_WAITABLE: () => ["대기할 필요가 없는 상품이에요.", "지금 바로 담을 수 있어요."],
  ALREADY_WAITING: () => ["이미 대기 중인 상품이에요.", "대기 목록에서 순서를 확인해 주세요."],
  CART_EMPTY: () => ["주문할 상품을 고르지 않았어요.", "장바구니에서 하나 이상 골라 주세요."],
  ORDER_STATE: ({ state }) => [
    `${orderStates[state ?? ""] ?? "상태가 바뀐"} 주문이라 처리할 수 없어요.`,
    "새로고침해서 지금 상태를 확인해 주세요.",
  ],
  PAYMENT_LATE: () => [
    "입금 기한이 지난 주문이에요.",
    "다시 주문해 주세요. 이미 입금했다면 판매자에게 알려 주세요.",
  ],
  POINTS_OFF: () => ["포인트를 쓰지 않는 상점이에요.", ""],
  POINTS_TOO_FEW: () => ["쓸 수 있는 포인트가 모자라요.", "포인트를 줄이거나 비워 주세요."],
  POINTS_TOO_MANY: () => ["이 주문에 쓸 수 있는 포인트를 넘었어요.", "포인트를 줄여 주세요."],
  SHOW_STATE: ({ state }) => [
    `${showStates[state ?? ""] ?? "상태가 바뀐"} 방송이라 처리할 수 없어요.`,
    "새로고침해서 지금 상태를 확인해 주세요.",
  ],
  PUBLISH_REFUSED: () => ["송출이 거부됐어요.", "데스크에서 스트림 키를 확인해 주세요."],
  MUTED: ({ retryAfterMs }) => [
    retryAfterMs
      ? `앞으로 ${soon(retryAfterMs)} 동안 채팅을 쓸 수 없어요.`
      : "지금은 채팅을 쓸 수 없어요.",
    "시청과 구매는 계속할 수 있어요.",
  ],
  BANNED: () => ["이 상점에서는 채팅을 쓸 수 없어요.", "시청과 구매는 계속할 수 있어요."],
  SLOW_MODE: ({ retryAfterMs }) => [
    `천천히 채팅 중이에요. ${soon(retryAfterMs)} 뒤에 보낼 수 있어요.`,
    "쓰던 글은 그대로 있어요.",
  ],
  RATE_LIMITED: ({ retryAfterMs }) => [
    `요청이 너무 잦아요. ${soon(retryAfterMs)} 뒤에 다시 시도해 주세요.`,
    "",
  ],
  PROFILE_INCOMPLETE: () => [
    "주문에 필요한 정보가 아직 없어요.",
    "입금자명과 배송지를 먼저 입력해 주세요.",
  ],
  SIGN_IN_REQUIRED: () => ["로그인이 필요해요.", "시청과 둘러보기는 로그인 없이도 할 수 있어요."],
  NOT_YOURS: () => ["찾을 수 없어요.", "지워졌거나 주소가 잘못됐을 수 있어요."],
  IDEMPOTENCY_MISMATCH: () => [
    "같은 양식을 다른 내용으로 다시 보냈어요.",
    "페이지를 새로고침하고 다시 입력해 주세요.",
  ],
  IDEMPOTENCY_IN_FLIGHT: () => [
    "이미 처리하고 있어요.",
    "다시 보내지 말고 잠시 뒤에 새로고침해 주세요.",
  ],
  ORIGIN_REFUSED: () => [
    "다른 사이트에서 온 요청이라 처리하지 않았어요.",
    "이곳에서 페이지를 열고 다시 시도해 주세요.",
  ],
  BODY_TOO_LARGE: () => ["보내기에는 너무 커요.", "글을 줄이거나 더 작은 사진을 써 주세요."],
  INVALID: () => ["입력한 내용을 확인해 주세요.", "표시된 칸을 고친 뒤 다시 보내 주세요."],
  UNAVAILABLE: ({ retryAfterMs }) => [
    "지금 접속이 몰리고 있어요.",
    retryAfterMs
      ? `${soon(retryAfterMs)} 뒤에 다시 시도해 주세요.`
      : "잠시 뒤에 다시 시도해 주세요.",
  ],
};
