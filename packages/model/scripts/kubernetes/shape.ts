import type { KubernetesSchemas } from "../../src/kubernetes-schemas.ts";
import { count, listOf, matching, record, text, type Check } from "../shape.ts";

const versions = /(?:@[\d,-]+)?/.source;
const type = /[[{]*(?:[sytilnbqxa]|\??&\d+)/.source;
const fact = `(?:\\|(?:@[\\d,-]+|!${versions}|=\\d+${versions}|#[A-Za-z,]+|~[A-Za-z]+))*`;

/** The form of `kubernetes-schemas.json`, as its type describes it. */
export const kubernetesSchemas: Check = record<KubernetesSchemas>({
  source: text,
  releases: listOf(matching(/^v1\.\d+\.\d+$/), 1),
  minors: listOf(count, 1),
  enums: listOf(listOf(matching(/^[^"]*$/), 1)),
  kinds: listOf(matching(new RegExp(`^[a-z0-9.-]*/[a-z0-9]+/[A-Za-z0-9]+ \\d+${versions}$`)), 1),
  definitions: listOf(matching(new RegExp(`^\\w+(?: [$\\w-]+:${type}${fact})*$`)), 1),
});
