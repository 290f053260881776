import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { toHex } from "../../src/bytes.ts";

const text = new TextEncoder();

/** A bucket in memory that speaks the part of S3's protocol which the shop uses. */
export interface Bucket extends AsyncDisposable {
  /** What the shop is told: the bucket's address and its keys. */
  readonly address: {
    readonly url: string;
    readonly region: string;
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
  };
  readonly objects: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
  /** How many requests came. */
  readonly asked: number;
}

/**
 * Stands for S3: objects are put, got and deleted by whoever signs as AWS wants it
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html).
 */
export function openBucket(): Bucket {
  const keys = { region: "eu-central-1", accessKeyId: "AKIATEST", secretAccessKey: "secret" };
  const objects = new Map<string, Uint8Array<ArrayBuffer>>();
  let asked = 0;
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen() {} }, async (request) => {
    asked++;
    const body = await request.bytes();
    if (!isSigned(request, keys)) {
      return new Response("<Error><Code>SignatureDoesNotMatch</Code></Error>", { status: 403 });
    }
    return serve(objects, request, body);
  });
  return {
    address: { url: `http://127.0.0.1:${server.addr.port}/bucket`, ...keys },
    objects,
    get asked() {
      return asked;
    },
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

function serve(
  objects: Map<string, Uint8Array<ArrayBuffer>>,
  request: Request,
  body: Uint8Array<ArrayBuffer>,
): Response {
  const [, bucket, name] = new URL(request.url).pathname.split("/");
  if (bucket !== "bucket" || !name) return new Response(null, { status: 404 });
  switch (request.method) {
    case "PUT":
      objects.set(name, body);
      return new Response(null, { status: 200 });
    case "GET": {
      const found = objects.get(name);
      return found ? new Response(found) : new Response("<Error/>", { status: 404 });
    }
    case "DELETE":
      objects.delete(name);
      return new Response(null, { status: 204 });
    default:
      return new Response(null, { status: 405 });
  }
}

interface Keys {
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

function isSigned(request: Request, { region, accessKeyId, secretAccessKey }: Keys): boolean {
  const { headers, method } = request;
  const given = /^AWS4-HMAC-SHA256 Credential=([^,]+), *SignedHeaders=([^,]+), *Signature=(\w+)$/
    .exec(headers.get("authorization") ?? "");
  const moment = headers.get("x-amz-date") ?? "";
  const scope = `${moment.slice(0, 8)}/${region}/s3/aws4_request`;
  if (!given || given[1] !== `${accessKeyId}/${scope}`) return false;
  const names = given[2]!.split(";");
  if (!["host", "x-amz-date"].every((name) => names.includes(name))) return false;
  const url = new URL(request.url);
  const canonical = [
    method,
    url.pathname,
    url.searchParams.toString(),
    ...names.map((name) => `${name}:${name === "host" ? url.host : headers.get(name)?.trim()}`),
    "",
    given[2],
    headers.get("x-amz-content-sha256"),
  ].join("\n");
  const toSign = ["AWS4-HMAC-SHA256", moment, scope, toHex(sha256(text.encode(canonical)))].join(
    "\n",
  );
  const key = scope.split("/").reduce(
    (key, part) => hmac(sha256, key, text.encode(part)),
    text.encode(`AWS4${secretAccessKey}`) as Uint8Array,
  );
  return toHex(hmac(sha256, key, text.encode(toSign))) === given[3];
}
