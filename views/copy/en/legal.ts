/** Long texts: paragraphs under headings. */
export const legal = {
  help: {
    title: "Help",
    lead: "How buying in a live show works, in five minutes.",
    sections: [
      {
        title: "Watching and buying",
        text: [
          "Anyone can watch a show, read the chat and browse the store. To chat, to hold something or to order, sign in.",
          "Choose an option and a quantity and add it to your cart. From that moment the units are set aside for you: nobody else can buy them.",
        ],
      },
      {
        title: "The time on your cart",
        text: [
          "Each line of your cart is held until the time shown beside it: usually 10 minutes in a live show and 30 minutes in the store. Nothing extends that time, neither adding more nor changing the quantity.",
          "When the time is up, the units go back to the shop by themselves, to the next person in line or to everybody. The price is the one at the moment you added it.",
        ],
      },
      {
        title: "Sold out? Wait in line",
        text: [
          "Join the line for 1 to 10 units. When units come back, they go to the first in line for whom they suffice, and are held in that cart for a short time.",
          "Your waitlist shows your place and how many are ahead of you. You can leave at any time.",
        ],
      },
      {
        title: "Ordering and paying",
        text: [
          "At checkout you give your address and the name on your transfer. One order is made for each seller, each with its own shipping fee.",
          "After ordering you see where to send the money. Send exactly the amount shown, then press “I have sent it” so that the seller finds it. If no payment is confirmed before the deadline, the order cancels itself.",
        ],
      },
      {
        title: "Shipping",
        text: [
          "There is one fee an order, by destination. Some shows ship free, always or from an amount; the checkout shows what applies.",
          "When the seller ships, you find the carrier and the tracking number in your order.",
        ],
      },
      {
        title: "Cancelling and refunds",
        text: [
          "You can cancel an order yourself until it is paid. After that, write to the seller: the whole order or single lines can be refunded.",
          "If you have paid and the order was cancelled because the payment came late, the seller sends the money back.",
        ],
      },
    ],
  },
  terms: {
    title: "Terms of use",
    lead: "What you and we can rely on.",
    sections: [
      {
        title: "Who sells",
        text: [
          "Maru is a place where sellers show and sell goods live. The contract of sale is between you and the seller named on the product and on the order. Maru runs the place, keeps count of the stock and passes your order on.",
        ],
      },
      {
        title: "Holding and waiting",
        text: [
          "Putting something into your cart sets the units aside for you until the deadline shown. It is not yet an order and binds you to nothing. After the deadline the units return without notice.",
          "A place in line is not a promise that units will come back. Places are served in order of arrival, as far as the returned units suffice.",
        ],
      },
      {
        title: "Orders and payment",
        text: [
          "An order is made when you press “Place order” and the order number appears. The price and the shipping fee are the ones shown there.",
          "Payment is due by the time shown on the order. An order that is not paid by then is cancelled and its units return to the shop.",
        ],
      },
      {
        title: "Returns",
        text: [
          "You may withdraw from a purchase within 7 days of receiving the goods, as consumer law provides, unless the goods were used, made for you or lost their value through you. Faulty or wrong goods are taken back at the seller's cost.",
        ],
      },
      {
        title: "The chat",
        text: [
          "Be kind. Insults, spam, and other people's private details are removed. Sellers and their moderators may silence or ban people from their own chats; watching and buying stay possible.",
        ],
      },
      {
        title: "Fair use",
        text: [
          "One person, one account. Limits on quantities apply to each person. Automated buying and anything that keeps others from buying is not allowed and may end an account.",
        ],
      },
    ],
  },
  privacy: {
    title: "Privacy",
    lead: "What is kept about you, why, and for how long.",
    sections: [
      {
        title: "What we keep",
        text: [
          "Your account: e-mail address, display name, language. To order: the name on your transfers, your address and phone number, and if you like your Instagram id.",
          "Your orders, holds and waits, your chat messages, and the devices on which you are signed in with the time of their last use.",
        ],
      },
      {
        title: "Who sees it",
        text: [
          "Everybody in a show sees your display name beside what you write, and nothing else about you.",
          "The seller you order from sees the name on your transfer, the address and the phone number of that order, to ship it. Other sellers do not.",
          "Nobody else receives your data, except carriers for delivery and authorities where the law demands it.",
        ],
      },
      {
        title: "How it is protected",
        text: [
          "Address and phone number are encrypted where they are stored. Cookies are used only to keep you signed in and to remember your language. There is no advertising and no tracking by others.",
        ],
      },
      {
        title: "For how long",
        text: [
          "Your account and profile: until you delete them. Orders and payments: five years, as commerce law demands. Complaints: three years. Technical records of requests: a few days.",
        ],
      },
      {
        title: "Your rights",
        text: [
          "You can see and change your data in your profile, sign devices out, and ask for a copy, a correction or the deletion of what is kept. Deleting an account makes it anonymous and keeps only the orders that the law wants kept.",
        ],
      },
    ],
  },
};
