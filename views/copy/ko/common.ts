import type { Copy } from "../en.ts";

export const common: Pick<
  Copy,
  | "site"
  | "countdown"
  | "pages"
  | "stepper"
  | "stock"
  | "copyButton"
  | "showStates"
  | "orderStates"
> = {
  site: {
    name: "마루",
    tagline: "보면서 바로 사는 라이브 쇼핑",
    skip: "본문으로 건너뛰기",
    nav: "주 메뉴",
    home: "홈",
    store: "스토어",
    search: "상품 검색",
    searchButton: "검색",
    cart: "장바구니",
    cartCount: (lines) => `장바구니, 상품 ${lines}개`,
    account: "내 정보",
    accountOf: (name) => `${name} 님의 메뉴`,
    signIn: "로그인",
    signOut: "로그아웃",
    orders: "주문 내역",
    waitlist: "대기 목록",
    profile: "내 정보와 배송지",
    sessions: "로그인 기기",
    desk: "판매자 데스크",
    language: "언어",
    otherLanguage: "English",
    otherLanguageShort: "En",
    terms: "이용약관",
    privacy: "개인정보처리방침",
    help: "도움말",
    zone: (zone) => `시각은 모두 ${zone} 기준이에요.`,
    offline: "연결이 끊겼어요. 입력한 내용은 그대로 있으니 다시 시도해 주세요.",
    close: "닫기",
  },
  countdown: {
    until: (time) => `${time}까지`,
    over: "시간 종료",
    minutesLeft: (minutes) => `${minutes}분 남았습니다`,
  },
  pages: {
    label: "페이지",
    previous: "이전 페이지",
    next: "다음 페이지",
    breadcrumb: "현재 위치",
  },
  stepper: {
    label: "수량",
    less: "하나 줄이기",
    more: "하나 늘리기",
  },
  stock: {
    soldOut: "품절",
    left: (units) => `${units}개 남음`,
  },
  copyButton: {
    copy: "복사",
    copied: "복사됨",
    label: (what) => `${what} 복사`,
  },
  showStates: {
    scheduled: "방송 예정",
    live: "LIVE",
    ended: "방송 종료",
    cancelled: "방송 취소",
  },
  orderStates: {
    awaiting_payment: "입금 대기",
    paid: "결제 완료",
    shipped: "배송 중",
    delivered: "배송 완료",
    cancelled: "주문 취소",
    refunded: "환불 완료",
  },
};
