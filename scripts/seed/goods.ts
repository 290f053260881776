/** The goods of the demo shop. Prices in cents; options as colours and sizes with their stock. */
export interface Good {
  readonly picture: string;
  readonly name: string;
  readonly description: string;
  readonly price: number;
  readonly originalPrice?: number;
  readonly isNew?: boolean;
  readonly colours?: readonly string[];
  readonly sizes?: readonly string[];
  /** Units of each variant; fewer for the later ones, so that some run low and one is sold out. */
  readonly stock: readonly number[];
}

export const goods: readonly Good[] = [
  {
    picture: "knit",
    name: "단풍 골지 니트 Maple rib knit",
    description:
      "촘촘한 골지로 짠 메리노 울 니트입니다. 목이 편하고 소매가 길어 손등까지 따뜻해요.\n\nMerino wool in a dense rib, easy at the neck and long in the sleeve.",
    price: 5800,
    originalPrice: 7900,
    isNew: true,
    colours: ["단풍 Maple", "먹색 Ink"],
    sizes: ["S", "M", "L"],
    stock: [12, 20, 4, 9, 15, 0],
  },
  {
    picture: "scarf",
    name: "보라결 머플러 Violet stripe scarf",
    description:
      "가볍고 포근한 램스울 머플러. 끝단 술은 손으로 묶었습니다.\n\nLight lambswool with hand-knotted fringes.",
    price: 3200,
    originalPrice: 3900,
    colours: ["보라 Violet", "감귤 Tangerine"],
    stock: [30, 18],
  },
  {
    picture: "mug",
    name: "새벽 머그 Dawn mug",
    description:
      "물레로 빚은 350 ml 머그. 식기세척기와 전자레인지에 쓸 수 있어요.\n\nThrown by hand, 350 ml, safe in dishwasher and microwave.",
    price: 1800,
    stock: [40],
  },
  {
    picture: "sneaker",
    name: "한강 러너 Riverside runner",
    description:
      "가벼운 밑창과 넉넉한 발볼. 강변을 오래 걷는 신발입니다.\n\nA light sole and a roomy toe, for long walks by the river.",
    price: 8900,
    originalPrice: 10900,
    isNew: true,
    sizes: ["240", "250", "260", "270", "280"],
    stock: [3, 8, 12, 6, 2],
  },
  {
    picture: "lamp",
    name: "달빛 스탠드 Moonlight lamp",
    description:
      "무광 황동 기둥과 면 갓. 세 단계로 밝기를 바꿉니다.\n\nMatt brass and a cotton shade, three steps of light.",
    price: 7400,
    stock: [9],
  },
  {
    picture: "candle",
    name: "숲길 소이 캔들 Forest path candle",
    description:
      "편백과 이끼 향의 소이 왁스 캔들, 약 45시간.\n\nSoy wax with cypress and moss, about 45 hours.",
    price: 2400,
    colours: ["편백 Cypress", "무화과 Fig"],
    stock: [25, 0],
  },
  {
    picture: "serum",
    name: "유자 세럼 Yuzu serum",
    description:
      "고흥 유자에서 얻은 비타민 C 세럼 30 ml.\n\nVitamin C from yuzu of Goheung, 30 ml.",
    price: 3600,
    originalPrice: 4500,
    stock: [60],
  },
  {
    picture: "tea",
    name: "우전 녹차 First-pick green tea",
    description:
      "곡우 전에 딴 하동 녹차 80 g.\n\nHadong leaves picked before the spring rain, 80 g.",
    price: 2900,
    stock: [22],
  },
  {
    picture: "plates",
    name: "저녁 접시 4종 Supper plates, set of 4",
    description:
      "네 가지 흙빛 유약의 24 cm 접시 네 장.\n\nFour 24 cm plates in four earthen glazes.",
    price: 6800,
    stock: [7],
  },
  {
    picture: "cushion",
    name: "물결 쿠션 Wave cushion",
    description: "누빔 결이 살아 있는 50 cm 리넨 쿠션.\n\nQuilted linen, 50 cm.",
    price: 3400,
    colours: ["청록 Teal", "살구 Apricot", "모래 Sand"],
    stock: [14, 11, 3],
  },
  {
    picture: "backpack",
    name: "겨자 배낭 Mustard backpack",
    description:
      "생활 방수 캔버스 배낭 18 l, 15인치 노트북 칸.\n\nWaxed canvas, 18 l, fits a 15-inch laptop.",
    price: 9800,
    originalPrice: 12900,
    stock: [16],
  },
  {
    picture: "earrings",
    name: "진주 고리 귀걸이 Pearl hoop earrings",
    description: "14k 금도금 고리와 담수 진주.\n\n14k gold-plated hoops with freshwater pearls.",
    price: 4200,
    isNew: true,
    stock: [19],
  },
  {
    picture: "watch",
    name: "하루 손목시계 Haru watch",
    description: "36 mm, 사파이어 글라스, 소가죽 끈.\n\n36 mm, sapphire glass, leather strap.",
    price: 15900,
    originalPrice: 18900,
    stock: [5],
  },
  {
    picture: "hat",
    name: "밀짚 모자 Straw hat",
    description: "손으로 엮은 밀짚, 챙 9 cm.\n\nHand-woven straw, 9 cm brim.",
    price: 3900,
    sizes: ["M", "L"],
    stock: [13, 10],
  },
  {
    picture: "tote",
    name: "해돋이 토트백 Sunrise tote",
    description:
      "도톰한 유기농 면 12온스, 안주머니 하나.\n\nHeavy organic cotton with an inner pocket.",
    price: 2600,
    colours: ["해돋이 Sunrise"],
    stock: [35],
  },
  {
    picture: "teddy",
    name: "꿀곰 인형 Honey bear",
    description: "재생 솜을 채운 30 cm 곰 인형.\n\n30 cm, filled with recycled fibre.",
    price: 2800,
    stock: [24],
  },
];
