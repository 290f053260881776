import { deskOrdersApi } from "./orders/api.ts";
import { deskProductsApi } from "./products/api.ts";
import { deskVariantsApi } from "./products/variants_api.ts";
import { deskShowsApi } from "./shows/api.ts";

/** The desk, over the API. */
export const deskApi = [deskShowsApi, deskProductsApi, deskVariantsApi, deskOrdersApi];
