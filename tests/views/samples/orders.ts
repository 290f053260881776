import type { Locale } from "../../../views/kit/view.ts";
import type { CartGroup } from "../../../views/shop/cart.tsx";
import type { OrderPreview } from "../../../views/shop/checkout_order.tsx";
import type { OrderFacts } from "../../../views/shop/order_page.tsx";
import type { OrderSummary } from "../../../views/shop/orders.tsx";
import type { WaitLine } from "../../../views/shop/waitlist.tsx";
import type { Address, OrderState } from "../../../views/shop/types.ts";
import { sampleProducts, sampleWords } from "./goods.ts";

export function sampleAddress(locale: Locale): Address {
  return locale === "ko"
    ? {
      country: "KR",
      name: "김민서",
      postalCode: "04524",
      line1: "서울특별시 중구 세종대로 110",
      line2: "마루빌라 302호",
    }
    : {
      country: "US",
      name: "Minseo Kim",
      line1: "350 S Grand Ave",
      line2: "Apt 12",
      city: "Los Angeles",
      state: "CA",
      postalCode: "90071",
    };
}

export function sampleCart(locale: Locale): CartGroup[] {
  const products = sampleProducts(locale);
  const { seller, shows } = sampleWords(locale);
  return [seller, shows[0]!].map((sellerName, group) => {
    const lines = products.slice(group * 3 + 1, group * 3 + 3).map((product, place) => ({
      holdId: `h${group}${place}`,
      productId: product.id,
      name: product.name,
      options: product.variants.length > 1 ? `${product.variants[0]!.colour} / S` : "",
      picture: product.pictures[0],
      price: { amount: product.variants[0]!.price, currency: product.currency },
      quantity: place + 1,
      unitsMost: 10,
      expiresAt: group === 0 && place === 0 ? "2026-11-21T03:01:20Z" : "2026-11-21T03:08:30Z",
    }));
    const goods = lines.reduce((sum, { price, quantity }) => sum + price.amount * quantity, 0);
    return { sellerName, lines, goods: { amount: goods, currency: products[0]!.currency } };
  });
}

export function samplePreviews(locale: Locale): OrderPreview[] {
  return sampleCart(locale).map(({ sellerName, lines, goods }, place) => ({
    sellerName,
    currency: goods.currency,
    lines: lines.map(({ name, options, quantity, price, picture }) => ({
      name,
      options,
      quantity,
      unitPrice: price.amount,
      picture,
    })),
    goods: goods.amount,
    shipping: place === 0 ? (goods.currency === "KRW" ? 4000 : 1000) : 0,
  }));
}

export function sampleOrder(locale: Locale, state: OrderState): OrderFacts {
  const [group] = sampleCart(locale);
  const sent = state === "shipped" || state === "delivered";
  return {
    number: "ORD-20261121-00042",
    state,
    sellerName: group!.sellerName,
    currency: group!.goods.currency,
    lines: group!.lines.map(({ productId, name, options, quantity, price, picture }, place) => ({
      productId,
      name,
      options,
      quantity,
      refunded: state === "refunded" && place === 0 ? quantity : 0,
      unitPrice: price.amount,
      picture,
    })),
    goods: group!.goods.amount,
    shipping: locale === "ko" ? 4000 : 1000,
    refunded: state === "refunded" ? group!.lines[0]!.price.amount : 0,
    depositorName: sampleAddress(locale).name,
    address: sampleAddress(locale),
    phone: locale === "ko" ? "+821012345678" : "+12135550123",
    placedAt: "2026-11-21T02:40:00Z",
    dueAt: "2026-11-22T02:40:00Z",
    paidAt: state === "awaiting_payment" || state === "cancelled" ? null : "2026-11-21T02:55:00Z",
    cancelledAt: state === "cancelled" ? "2026-11-21T02:50:00Z" : null,
    cancelledBy: state === "cancelled" ? "time" : null,
    parcel: sent
      ? {
        carrier: "CJ대한통운",
        tracking: "6012 3456 7890",
        href: "https://www.cjlogistics.com/",
        shippedAt: "2026-11-21T02:58:00Z",
        deliveredAt: state === "delivered" ? "2026-11-21T02:59:00Z" : null,
      }
      : null,
  };
}

export function sampleOrders(locale: Locale): OrderSummary[] {
  const states = ["awaiting_payment", "paid", "shipped", "delivered", "cancelled", "refunded"];
  const products = sampleProducts(locale);
  return states.map((state, place) => ({
    number: `ORD-20261121-0004${place}`,
    state: state as OrderState,
    sellerName: sampleWords(locale).seller,
    placedAt: `2026-11-2${place % 2}T02:40:00Z`,
    dueAt: "2026-11-22T02:40:00Z",
    total: { amount: products[place]!.variants[0]!.price, currency: products[place]!.currency },
    firstLine: products[place]!.name,
    lines: place % 3 + 1,
    picture: products[place]!.pictures[0],
  }));
}

export function sampleWaits(locale: Locale): WaitLine[] {
  return sampleProducts(locale).slice(1, 3).map((product, place) => ({
    holdId: `w${place}`,
    productId: product.id,
    name: product.name,
    options: place === 1 ? `${product.variants[1]!.colour} / M` : "",
    picture: product.pictures[0],
    quantity: 1 + place,
    place: 1 + place * 3,
    since: "2026-11-21T02:30:00Z",
  }));
}
