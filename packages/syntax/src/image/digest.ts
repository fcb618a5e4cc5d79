/** What is wrong with a digest. */
export type DigestFault = "digest-form" | "digest-algorithm" | "digest-length" | "digest-characters";

/** Number of hexadecimal digits by algorithm: those that the OCI image specification registers, and sha384, which registries accept too. */
const LENGTHS: ReadonlyMap<string, number> = new Map([
  ["sha256", 64],
  ["sha384", 96],
  ["sha512", 128],
  ["blake3", 64],
]);

/** What is wrong with a digest `algorithm:hex`, or undefined where it is well formed. */
export function digestFault(text: string): DigestFault | undefined {
  const colon = text.indexOf(":");
  if (colon <= 0) return "digest-form";
  const length = LENGTHS.get(text.slice(0, colon));
  if (length === undefined) return "digest-algorithm";
  const hex = text.slice(colon + 1);
  if (!/^[0-9a-f]*$/.test(hex)) return "digest-characters";
  return hex.length === length ? undefined : "digest-length";
}
