import { deskOrdersApi } from "./orders/api.ts";
import { deskProductsApi } from "./products/api.ts";
import { deskVariantsApi } from "./products/variants_api.ts";
import { restreamsApi } from "./restreams/api.ts";
import { deskShowsApi } from "./shows/api.ts";
import { publishKeysApi } from "./shows/publish_key_api.ts";

/** The desk, over the API. */
export const deskApi = [
  deskShowsApi,
  publishKeysApi,
  deskProductsApi,
  deskVariantsApi,
  deskOrdersApi,
  restreamsApi,
];
