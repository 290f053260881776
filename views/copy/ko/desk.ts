import type { Copy } from "../en.ts";
import { air } from "./desk/air.ts";
import { encoder } from "./desk/encoder.ts";
import { orders } from "./desk/orders.ts";
import { products } from "./desk/products.ts";
import { report } from "./desk/report.ts";
import { restreams } from "./desk/restreams.ts";
import { shows } from "./desk/shows.ts";
import { today } from "./desk/today.ts";

export const desk: Pick<Copy, "desk"> = {
  desk: {
    nav: {
      label: "데스크",
      today: "오늘",
      shows: "방송",
      products: "상품",
      orders: "주문",
      restreams: "동시 송출",
    },
    save: "저장",
    edit: "수정",
    optional: "(선택)",
    search: "찾기",
    clear: "전체 보기",
    all: "전체",
    chosen: "고른 항목:",
    chooseAll: "모두 고르기",
    choose: (name) => `${name} 고르기`,
    saved: "저장했어요.",
    total: (count) => `모두 ${count}개`,
    today,
    shows,
    air,
    encoder,
    report,
    products,
    orders,
    restreams,
  },
};
