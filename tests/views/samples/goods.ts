import type { Locale } from "../../../views/kit/view.ts";
import type { Message, ProductCard, ProductOffer, ShowCard } from "../../../views/shop/types.ts";
import { picture } from "./pictures.ts";

const words = {
  ko: {
    seller: "온기 스튜디오",
    show: "겨울 식탁을 데우는 도자기와 린넨, 첫 공개",
    shows: ["새벽 장인의 옻칠 그릇", "코트 안에 입기 좋은 니트 모음전", "연말 선물 세트 미리보기"],
    products: [
      "달항아리 화병",
      "옻칠 국그릇 2인 세트",
      "오가닉 코튼 긴팔 티셔츠",
      "왁스 캔버스 토트백",
      "무광 도자기 머그",
      "소이 캔들, 소나무 숲",
      "한지 테이블 램프",
      "캐시미어 숄",
    ],
    colours: ["먹색", "크림", "단풍"],
    names: ["민서", "달빛마루", "지호", "하루한잔", "온기 스튜디오", "서연"],
    texts: [
      "안녕하세요! 오늘도 기다렸어요",
      "먹색 실물 너무 예뻐요",
      "식기세척기 써도 되나요?",
      "M 사이즈 아직 있나요 ㅠㅠ",
      "네, 식기세척기와 전자레인지 모두 괜찮아요. 옻칠 그릇만 손으로 씻어 주세요.",
      "방금 두 개 담았어요!",
    ],
  },
  en: {
    seller: "Ongi Studio",
    show: "Ceramics and linen for winter tables, first look",
    shows: ["Lacquer bowls at dawn", "Knits to wear under coats", "Gift sets for the year's end"],
    products: [
      "Moon jar vase",
      "Lacquer soup bowls, set of two",
      "Organic cotton long-sleeve tee",
      "Waxed canvas tote",
      "Matte stoneware mug",
      "Soy candle, pine forest",
      "Hanji table lamp",
      "Cashmere shawl",
    ],
    colours: ["Ink", "Cream", "Maple"],
    names: ["Minseo", "moonfloor", "Jiho", "onecupaday", "Ongi Studio", "Seoyeon"],
    texts: [
      "Hi! I've been waiting for this one",
      "The ink colour is gorgeous",
      "Are they dishwasher safe?",
      "Any size M left?",
      "Yes, dishwasher and microwave are both fine. Only the lacquer bowls want washing by hand.",
      "Just put two into my cart!",
    ],
  },
};

const drawn = ["vase", "bowl", "tee", "tote", "mug", "candle", "lamp", "scarf"] as const;
const hues = [28, 12, 210, 85, 35, 150, 45, 340];
const won = [128_000, 64_000, 39_000, 89_000, 24_000, 32_000, 145_000, 210_000];
const left = [3, 0, 41, 12, 2, 60, 5, 1];

export function sampleWords(locale: Locale) {
  return words[locale];
}

/** What the show sells: the third has colours and sizes, the second is sold out. */
export function sampleProducts(locale: Locale): ProductOffer[] {
  const { products, colours } = words[locale];
  const currency = locale === "ko" ? "KRW" as const : "USD" as const;
  const price = (place: number) => locale === "ko" ? won[place]! : Math.round(won[place]! / 13) - 1;
  return products.map((name, place) => ({
    id: `p${place}`,
    name,
    currency,
    originalPrice: place % 3 === 0 ? Math.round(price(place) * 1.4) : null,
    isNew: place === 2 || place === 6,
    unitsMost: 10,
    onSale: true,
    pictures: [0, 40, 80].map((turn) => picture(drawn[place]!, hues[place]! + turn)),
    variants: place === 2
      ? colours.flatMap((colour, c) =>
        ["S", "M", "L", "XL"].map((size, s) => ({
          id: `p${place}v${c}${s}`,
          colour,
          size,
          label: "",
          price: price(place) + (size === "XL" ? (locale === "ko" ? 3000 : 300) : 0),
          available: c === 0 && s === 1 ? 0 : c === 1 && s === 2 ? 2 : 9,
        }))
      )
      : [{
        id: `p${place}v`,
        colour: "",
        size: "",
        label: "",
        price: price(place),
        available: left[place]!,
      }],
  }));
}

export function sampleCards(locale: Locale): ProductCard[] {
  return sampleProducts(locale).map((product, place) => ({
    id: product.id,
    name: product.name,
    price: { amount: product.variants[0]!.price, currency: product.currency },
    priceFrom: product.variants.length > 1,
    before: product.originalPrice
      ? { amount: product.originalPrice, currency: product.currency }
      : null,
    isNew: product.isNew,
    available: product.variants.reduce((sum, { available }) => sum + available, 0),
    picture: product.pictures[0],
    sellerName: words[locale].seller,
    live: place === 0,
  }));
}

export function sampleShows(locale: Locale, state: ShowCard["state"], count = 3): ShowCard[] {
  const { seller, show, shows } = words[locale];
  const scenes = ["host", "bowl", "scarf"] as const;
  return [show, ...shows].slice(state === "live" ? 0 : 1).slice(0, count).map((title, place) => ({
    id: `${state}-${place}`,
    title,
    state,
    sellerName: seller,
    picture: picture(scenes[place % 3]!, 16 + place * 70),
    startsAt: `2026-11-2${2 + place}T11:00:00Z`,
    products: 8 + place,
    viewers: state === "live" ? 1284 : undefined,
  }));
}

export function sampleMessages(locale: Locale): Message[] {
  const { names, texts } = words[locale];
  return [0, 1, 2].flatMap((round) =>
    texts.map((text, place) => ({
      id: `m${round}-${place}`,
      n: round * texts.length + place,
      kind: round === 1 && place === 4 ? "announced" as const : "said" as const,
      name: names[place]!,
      text,
      at: `2026-11-21T02:5${round * 3}:0${place}Z`,
      fromSeller: place === 4,
      deleted: round === 0 && place === 3,
    }))
  );
}
