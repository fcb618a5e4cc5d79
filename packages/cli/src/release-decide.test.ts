import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { imageStatement, PREDICATE_TYPES, type EvidenceKind } from "@plimsoll/core/release-evidence";
import { openEnvelope, sealStatement } from "@plimsoll/release";
import { verifyWith } from "@plimsoll/workspace";
import { describe, expect, it } from "vitest";
import { workbench, type Workbench } from "./testing/command-line.ts";

const IMAGE = { name: "registry.example/app", digest: `sha256:${"a".repeat(64)}` };
const REFERENCE = `${IMAGE.name}:1.2@${IMAGE.digest}`;
const AT = "2026-11-24T12:00:00Z";
const POLICY = "require: [policy, approval]\n";

interface Pair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

const ED25519 = generateKeyPairSync("ed25519");
const P256 = generateKeyPairSync("ec", { namedCurve: "P-256" });
const P384 = generateKeyPairSync("ec", { namedCurve: "P-384" });
const RSA = generateKeyPairSync("rsa", { modulusLength: 2048 });

function publicPem({ publicKey }: Pair): string {
  return publicKey.export({ type: "spki", format: "pem" }).toString();
}

function privatePem({ privateKey }: Pair): string {
  return privateKey.export({ type: "pkcs8", format: "pem" }).toString();
}

const PREDICATES = {
  policy: { verdict: "pass", reasons: [], judgedAt: "2026-11-24T10:00:00Z", checkedFiles: 3 },
  approval: {
    environment: "production",
    requestedBy: "dev",
    approvals: [{ by: "lead", state: "approved", at: "2026-11-24T11:00:00Z", comment: "" }],
  },
} as const;

async function evidence(
  kind: Exclude<EvidenceKind, "signature"> & keyof typeof PREDICATES,
  { privateKey }: Pair,
  change: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const statement = imageStatement(IMAGE, PREDICATE_TYPES[kind][0], { ...PREDICATES[kind], ...change });
  const hash = privateKey.asymmetricKeyType === "ed25519" ? undefined : "sha256";
  const signer = {
    keyid: "k",
    sign: (data: Uint8Array) => Promise.resolve(new Uint8Array(sign(hash, data, privateKey))),
  };
  return JSON.stringify(await sealStatement(statement, signer));
}

/** A folder with good evidence, a key and a policy, and files that take their place. */
async function bench(pair: Pair = ED25519, files: Readonly<Record<string, string>> = {}): Promise<Workbench> {
  return workbench({
    "e/policy.json": await evidence("policy", pair),
    "e/sub/approval.json": await evidence("approval", pair),
    "key.pem": publicPem(pair),
    "policy.yaml": POLICY,
    ...files,
  });
}

const WORDS = [
  "release",
  "decide",
  "--image",
  REFERENCE,
  "--evidence",
  "e",
  "--policy",
  "policy.yaml",
  "--key",
  "key.pem",
  "--at",
  AT,
] as const;

/** The words with the value of each option replaced by the one given, or with the option behind them. */
function withOptions(words: readonly string[], given: readonly string[]): readonly string[] {
  const [name, value] = given;
  const at = name === undefined ? -1 : words.indexOf(name);
  if (at < 0 || value === undefined) return [...words, ...given];
  return words.map((word, index) => (index === at + 1 ? value : word));
}

describe("plimsoll release decide", () => {
  it.each([
    ["Ed25519", ED25519],
    ["ECDSA on P-256", P256],
  ])("is a go with everything signed by %s", async (_, pair) => {
    using place = await bench(pair);
    const { code, stdout, stderr } = await place.plimsoll(...WORDS);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain(
      `Release: go\nImage: ${IMAGE.name}@${IMAGE.digest}\nEnvironment: production, decided at 2026-11-24T12:00:00.000Z\n`,
    );
    expect(stdout).toContain("approval: met (sub/approval.json)");
  });

  it.each<readonly [string, () => Promise<Readonly<Record<string, string>>>, number, string]>([
    [
      "a failed policy",
      async () => ({ "e/policy.json": await evidence("policy", ED25519, { verdict: "fail" }) }),
      1,
      "Release: no-go",
    ],
    [
      "a stranger's signature",
      async () => ({ "e/policy.json": await evidence("policy", P256) }),
      3,
      "release/not-vouched",
    ],
    [
      "a flipped bit",
      async () => ({
        "e/policy.json": (await evidence("policy", ED25519)).replace('"payload":"ey', '"payload":"fy'),
      }),
      3,
      "release/unreadable",
    ],
    ["a report beside that is broken", () => Promise.resolve({ "e/x.json": "{" }), 3, "release/unreadable"],
    [
      "a missing scan",
      () => Promise.resolve({ "policy.yaml": "require: [policy, scan]\n" }),
      3,
      "release/missing",
    ],
    [
      "no key that is trusted",
      () => Promise.resolve({ "key.pem": publicPem(P256) }),
      3,
      "release/bad-signature",
    ],
  ])("is none with %s", async (_, files, code, words) => {
    using place = await bench(ED25519, await files());
    const outcome = await place.plimsoll(...WORDS);
    expect([outcome.code, outcome.stderr]).toEqual([code, ""]);
    expect(outcome.stdout).toContain(words);
  });

  it("is of this digest and this time only", async () => {
    using place = await bench();
    const other = WORDS.map((word) => (word === REFERENCE ? `app@sha256:${"b".repeat(64)}` : word));
    expect((await place.plimsoll(...other)).stdout).toContain("release/wrong-digest");
    const later = WORDS.map((word) => (word === AT ? "2027-11-24T12:00:00+01:00" : word));
    expect((await place.plimsoll(...later)).code).toBe(3);
  });

  it("records the same decision each time, as JSON, Markdown and a sealed summary", async () => {
    using place = await bench();
    place.write({ "release.key": privatePem(P256) });
    const outputs = [
      "--format",
      "json",
      "--output",
      "o/decision.json",
      "--output",
      "o/decision.md",
      "--format",
      "vsa",
      "--output",
      "o/vsa.json",
    ];
    const outcome = await place.plimsoll(...WORDS, ...outputs, "--sign-with", "release.key");
    expect(outcome).toEqual({ code: 0, stdout: "", stderr: "" });
    const first = place.read("o/decision.json");
    expect(JSON.parse(first)).toMatchObject({ decision: "go", image: IMAGE, environment: "production" });
    expect(place.read("o/decision.md")).toMatch(/^## Release: ✅ go\n/u);
    const opened = await openEnvelope(
      JSON.parse(place.read("o/vsa.json")),
      [{ id: "r", pem: publicPem(P256) }],
      verifyWith,
    );
    expect(opened).toMatchObject({ trust: { kind: "signed", keyid: "r" } });
    await place.plimsoll(...WORDS, ...outputs);
    expect(place.read("o/decision.json")).toBe(first);
    expect(JSON.parse(place.read("o/vsa.json"))).toMatchObject({
      predicate: { verificationResult: "PASSED" },
    });
  });

  it("says where nobody has to sign", async () => {
    using place = await bench(ED25519, { "policy.yaml": `${POLICY}signed: false\n` });
    for (const format of ["pretty", "markdown"]) {
      const { code, stdout } = await place.plimsoll(...WORDS, "--format", format);
      expect([code, stdout.includes("whoever can write evidence decides")]).toEqual([0, true]);
    }
  });

  it("takes several folders", async () => {
    using place = await bench(ED25519, { "f/x.json": "{" });
    const { code, stdout } = await place.plimsoll(...WORDS, "--evidence", "f");
    expect(code).toBe(3);
    expect(stdout).toContain("f/x.json");
  });

  it.each<readonly [string, Readonly<Record<string, string>>, readonly string[], string]>([
    ["no image", {}, ["--image", ""], "cli/missing-option"],
    ["an image without digest", {}, ["--image", "app:1"], "cli/bad-value"],
    ["a time without zone", {}, ["--at", "2026-11-24T12:00:00"], "cli/bad-value"],
    ["a policy that is none", { "policy.yaml": "require: [luck]\n" }, [], "release/bad-policy"],
    ["a policy that asks for nothing", { "policy.yaml": "require: []\n" }, [], "release/bad-policy"],
    ["a policy that is malformed", { "policy.yaml": "require: [" }, [], "release/bad-policy"],
    ["an empty policy", { "policy.yaml": "" }, [], "release/bad-policy"],
    ["a key that is none", { "key.pem": "hello" }, [], "release/bad-key"],
    ["a private key", { "key.pem": privatePem(ED25519) }, [], "release/bad-key"],
    ["a key of RSA", { "key.pem": publicPem(RSA) }, [], "release/bad-key"],
    ["a key on another curve", { "key.pem": publicPem(P384) }, [], "release/bad-key"],
    ["a key to sign with that is public", { s: publicPem(ED25519) }, ["--sign-with", "s"], "release/bad-key"],
    ["no folder", {}, ["--evidence", "none"], "release/evidence-not-read"],
  ])("refuses %s", async (_, files, words, code) => {
    using place = await bench(ED25519, files);
    const outcome = await place.plimsoll(...withOptions(WORDS, words));
    expect([outcome.code, outcome.stdout]).toEqual([2, ""]);
    expect(outcome.stderr).toContain(`(${code})`);
    expect(outcome.stderr).not.toContain("BEGIN");
  });

  it("follows no links, and needs a folder", async () => {
    using place = await bench();
    symlinkSync("/etc/passwd", join(place.root, "e/link.json"));
    expect((await place.plimsoll(...WORDS)).stderr).toContain("(release/evidence-not-read)");
    expect((await place.plimsoll("release", "decide", "--image", REFERENCE)).stderr).toContain(
      "--evidence is missing",
    );
  });

  it("prints foreign text without control characters", async () => {
    using place = await bench(ED25519, { "e/\u001b[31m\u202e.json": "{" });
    for (const format of ["pretty", "markdown"]) {
      const { stdout } = await place.plimsoll(...WORDS, "--format", format);
      expect(stdout).toContain("[31m");
      // oxlint-disable-next-line no-control-regex -- control characters are what must not be there.
      expect(stdout).not.toMatch(/[\u001b\u202e]/u);
    }
  });

  it("tells the policy's schema", async () => {
    using place = workbench();
    expect((await place.plimsoll("schema", "release-policy")).stdout).toContain('"require"');
  });
});
