/** Who and what is in the demo shop when it opens. Days count from the day it is planted. */
export const seller = {
  email: "seller@maru.example",
  name: "하늘상점 Haneul Goods",
  owner: "하늘",
} as const;

export const people = {
  admin: { email: "admin@maru.example", name: "Admin" },
  moderator: { email: "moderator@maru.example", name: "도우미 Sol" },
  mina: { email: "mina@maru.example", name: "미나" },
  june: { email: "june@maru.example", name: "June" },
  sora: { email: "sora@maru.example", name: "소라" },
  alex: { email: "alex@maru.example", name: "Alex" },
} as const;

export type PersonName = keyof typeof people;

export const shows = [
  {
    key: "summer",
    title: "여름 나들이전 Summer outing",
    description: "모자와 가방, 가볍게 떠나는 여름. Hats and bags for light travel.",
    picture: "cover-summer",
    state: "ended",
    day: -40,
    goods: ["hat", "tote", "teddy"],
  },
  {
    key: "home",
    title: "집이 좋아지는 밤 An evening at home",
    description: "불빛과 그릇, 쿠션까지. Lamps, plates and cushions.",
    picture: "cover-home",
    state: "ended",
    day: -9,
    goods: [],
  },
  {
    key: "autumn",
    title: "가을 라이브: 오늘만 이 가격 Autumn live",
    description:
      "니트부터 찻잔까지, 가을을 준비하는 두 시간. From knits to mugs: two hours for autumn.",
    picture: "cover-autumn",
    state: "live",
    day: 0,
    goods: [
      "knit",
      "scarf",
      "mug",
      "sneaker",
      "lamp",
      "candle",
      "serum",
      "tea",
      "plates",
      "cushion",
      "backpack",
      "earrings",
      "watch",
    ],
  },
  {
    key: "gifts",
    title: "선물 고르는 저녁 The gift evening",
    description: "연말 선물을 함께 골라요. Choosing year-end gifts together.",
    picture: "cover-gifts",
    state: "scheduled",
    day: 3,
    goods: [],
  },
] as const;

/** An order that somebody placed some days ago, and how far it has come. */
export interface PlannedOrder {
  readonly by: PersonName;
  readonly goods: readonly [picture: string, variant: number, quantity: number][];
  readonly daysAgo: number;
  readonly reached:
    | "awaiting_payment"
    | "claimed"
    | "paid"
    | "shipped"
    | "delivered"
    | "cancelled"
    | "refunded";
}

export const orders: readonly PlannedOrder[] = [
  { by: "mina", goods: [["hat", 0, 1], ["tote", 0, 2]], daysAgo: 39, reached: "delivered" },
  { by: "june", goods: [["teddy", 0, 1]], daysAgo: 38, reached: "refunded" },
  { by: "sora", goods: [["tote", 0, 1]], daysAgo: 37, reached: "cancelled" },
  { by: "alex", goods: [["hat", 1, 2]], daysAgo: 12, reached: "delivered" },
  { by: "june", goods: [["tote", 0, 1]], daysAgo: 5, reached: "shipped" },
  { by: "sora", goods: [["teddy", 0, 2]], daysAgo: 2, reached: "shipped" },
  { by: "mina", goods: [["knit", 1, 1], ["mug", 0, 2]], daysAgo: 0, reached: "paid" },
  { by: "alex", goods: [["sneaker", 2, 1]], daysAgo: 0, reached: "claimed" },
  { by: "june", goods: [["watch", 0, 1]], daysAgo: 0, reached: "awaiting_payment" },
];

/** Lines in carts, and places in line, at the moment the shop opens. */
export const holds: readonly { by: PersonName; good: string; variant: number; quantity: number }[] =
  [
    { by: "mina", good: "lamp", variant: 0, quantity: 1 },
    { by: "mina", good: "cushion", variant: 0, quantity: 2 },
    { by: "mina", good: "candle", variant: 1, quantity: 1 },
    { by: "june", good: "candle", variant: 1, quantity: 2 },
  ];

export const messages: readonly [by: PersonName, text: string][] = [
  ["june", "Hello from Los Angeles! 🌴"],
  ["mina", "안녕하세요~ 니트 실물 색이 궁금해요"],
  ["moderator", "어서 오세요! 니트는 3분 뒤에 입어 볼게요 🙂"],
  ["alex", "Is the runner true to size?"],
  ["sora", "저는 반 사이즈 크게 신었더니 딱 맞았어요"],
  ["mina", "머그 두 개 샀어요 ☕"],
];
