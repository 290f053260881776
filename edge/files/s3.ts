import { AwsClient } from "aws4fetch";
import type { Files } from "../../src/platform.ts";
import { assertPlainName, isPlainName } from "./plain_name.ts";

export interface S3Address {
  /** The bucket: `https://s3.<region>.amazonaws.com/<bucket>`, or what another provider calls it. */
  readonly url: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/**
 * Files in a bucket that speaks S3's protocol, under plain names. What it refuses or does not answer
 * is thrown.
 */
export function s3({ url, ...keys }: S3Address): Files {
  // What it asks again by itself it does not read to the end.
  const client = new AwsClient({ ...keys, service: "s3", retries: 0 });

  async function ask(method: string, name: string, body?: Uint8Array): Promise<Response> {
    const answer = await client.fetch(`${url}/${name}`, { method, body: body?.slice() });
    if (answer.ok || answer.status === 404) return answer;
    await answer.body?.cancel();
    throw new Error(`the bucket answered ${answer.status} to ${method}`);
  }

  return {
    async put(name, bytes) {
      assertPlainName(name);
      const answer = await ask("PUT", name, bytes);
      await answer.body?.cancel();
      if (!answer.ok) throw new Error("there is no such bucket");
    },

    async get(name) {
      if (!isPlainName(name)) return undefined;
      const answer = await ask("GET", name);
      if (answer.ok) return await answer.bytes();
      await answer.body?.cancel();
    },

    async delete(name) {
      if (isPlainName(name)) await (await ask("DELETE", name)).body?.cancel();
    },
  };
}
