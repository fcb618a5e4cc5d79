import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { Fingerprints, type FindingKey } from "./fingerprint.ts";

const key: FindingKey = {
  ruleId: "kubernetes/a",
  problem: "b",
  file: "c.yaml",
  resource: "Pod//d",
  subject: "e",
};

/** The definition, by another implementation. */
function expected(parts: FindingKey, count: number): string {
  const { ruleId, problem, file, resource, subject } = parts;
  const text = [ruleId, problem, file, resource, subject, ...(count === 0 ? [] : [String(count)])].join(
    "\u0000",
  );
  return createHash("sha256").update(text, "utf8").digest("hex").slice(0, 32);
}

describe("fingerprints", () => {
  it.each([
    ["plain names", key],
    ["names beyond ASCII", { ...key, subject: "größe \u{1F6A2}" }],
    ["half of a surrogate pair", { ...key, subject: "\uD800" }],
    ["a long subject", { ...key, subject: "x".repeat(10_000) }],
    ["nothing", { ruleId: "", problem: "", file: "", resource: "", subject: "" }],
  ])("are the first half of the SHA-256 of the parts: %s", (_name, parts) => {
    const fingerprints = new Fingerprints();
    expect(fingerprints.next(parts)).toBe(expected(parts, 0));
    expect(fingerprints.next(parts)).toBe(expected(parts, 1));
  });
});
