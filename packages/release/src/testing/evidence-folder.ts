import { generateKeyPairSync, sign, verify } from "node:crypto";
import { imageStatement, PREDICATE_TYPES, type EvidenceKind } from "@plimsoll/core/release-evidence";
import { sealStatement } from "../evidence/dsse.ts";
import type { EvidenceFile, TrustedKey, VerifySignature } from "../evidence/evidence.ts";
import type { ReleaseRequest } from "../decide-release.ts";
import { DEFAULT_RELEASE_POLICY, type ReleasePolicy } from "../policy/release-policy.ts";

export const NOW: number = Date.parse("2026-11-24T12:00:00Z");
export const IMAGE: ReleaseRequest["image"] = {
  name: "registry.example/app",
  digest: `sha256:${"a".repeat(64)}`,
};
export const OTHER_IMAGE: ReleaseRequest["image"] = {
  name: "registry.example/other",
  digest: `sha256:${"b".repeat(64)}`,
};

const pair = generateKeyPairSync("ed25519");
const stranger = generateKeyPairSync("ed25519");

export const KEY: TrustedKey = {
  id: "factory",
  pem: pair.publicKey.export({ type: "spki", format: "pem" }).toString(),
};

export const verifySignature: VerifySignature = (key, data, signature) =>
  Promise.resolve(verify(undefined, data, key.pem, signature));

/** Who signs: the factory, or somebody whom nobody knows. */
export type Signer = "factory" | "stranger" | "nobody";

function signWith(signer: Signer): (data: Uint8Array) => Promise<Uint8Array> {
  const key = signer === "factory" ? pair.privateKey : stranger.privateKey;
  return (data) => Promise.resolve(new Uint8Array(sign(undefined, data, key)));
}

/** Predicates that satisfy the default policy. */
export const GOOD: Readonly<Record<Exclude<EvidenceKind, "signature">, Readonly<Record<string, unknown>>>> = {
  scan: {
    verdict: "pass",
    reasons: [],
    judgedAt: "2026-11-24T10:00:00Z",
    reports: [],
    counts: {},
    scanners: [
      { name: "trivy", version: "1", family: "trivy", databaseBuilt: "2026-11-23T00:00:00Z" },
      { name: "grype", version: "1", family: "grype", databaseBuilt: "2026-11-23T00:00:00Z" },
    ],
  },
  compliance: {
    verdict: "pass",
    reasons: [],
    judgedAt: "2026-11-24T10:00:00Z",
    evaluated: 40,
    selected: 50,
    coverage: 0.8,
  },
  policy: { verdict: "pass", reasons: [], judgedAt: "2026-11-24T10:00:00Z", checkedFiles: 3 },
  sbom: { bomFormat: "CycloneDX", components: [{ name: "a" }] },
  provenance: {
    buildDefinition: {
      buildType: "urn:build",
      resolvedDependencies: [{ uri: "git+https://git.example/team/app@refs/heads/main" }],
    },
    runDetails: { builder: { id: "https://ci.example/builder" } },
  },
  tests: { result: "PASSED", passedTests: ["a"], failedTests: [] },
  approval: {
    environment: "production",
    requestedBy: "dev",
    approvals: [{ by: "lead", state: "approved", at: "2026-11-24T11:00:00Z", comment: "" }],
  },
};

export interface EvidenceWish {
  readonly path?: string;
  readonly image?: { readonly name: string; readonly digest: string };
  readonly predicate?: Readonly<Record<string, unknown>>;
  readonly signer?: Signer;
}

/** One file of evidence. */
export async function evidence(kind: EvidenceKind, wish: EvidenceWish = {}): Promise<EvidenceFile> {
  const { path = `${kind}.json`, image = IMAGE, signer = "factory" } = wish;
  if (kind === "signature") return fileOf(path, await imageSignature(image, signer));
  const predicate = { ...GOOD[kind], ...wish.predicate };
  const statement = imageStatement(image, PREDICATE_TYPES[kind][0], predicate);
  if (signer === "nobody") return fileOf(path, statement);
  return fileOf(path, await sealStatement(statement, { keyid: "factory", sign: signWith(signer) }));
}

async function imageSignature(image: { readonly digest: string }, signer: Signer): Promise<object> {
  const payload = Buffer.from(
    JSON.stringify({
      critical: {
        identity: { "docker-reference": "" },
        image: { "docker-manifest-digest": image.digest },
        type: "cosign container image signature",
      },
      optional: null,
    }),
  );
  const signature = await signWith(signer)(payload);
  return {
    kind: "plimsoll-image-signature",
    payload: payload.toString("base64"),
    signature: Buffer.from(signature).toString("base64"),
    keyid: "factory",
  };
}

export function fileOf(path: string, content: object | string): EvidenceFile {
  const text = typeof content === "string" ? content : JSON.stringify(content);
  return { path, bytes: new Uint8Array(Buffer.from(text)) };
}

/** One good file of every kind that the default policy asks for. */
export async function goodFolder(): Promise<readonly EvidenceFile[]> {
  return Promise.all(DEFAULT_RELEASE_POLICY.require.map((kind) => evidence(kind)));
}

export function requestOf(
  files: readonly EvidenceFile[],
  policy: Partial<ReleasePolicy> = {},
): ReleaseRequest {
  return {
    image: IMAGE,
    environment: "production",
    files,
    policy: { ...DEFAULT_RELEASE_POLICY, keys: [KEY], ...policy },
    now: NOW,
    verify: verifySignature,
  };
}
