import { execFileSync } from "node:child_process";
import { createHash, generateKeyPairSync, sign, type KeyObject } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performInTest, type FakeStep, type StepRecord } from "@plimsoll/action-kit/testing";
import { readSigningKey } from "@plimsoll/action-kit";
import { imageStatement, PREDICATE_TYPES } from "@plimsoll/core/release-evidence";
import { sealStatement } from "@plimsoll/release";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { inputSpecs } from "./inputs.generated.ts";
import { run } from "./run.ts";

const MANIFEST = JSON.stringify({ schemaVersion: 2 });
const DIGEST = `sha256:${createHash("sha256").update(MANIFEST).digest("hex")}`;
const OLD = `sha256:${"0d".repeat(32)}`;
const NAME = "registry.example/team/app";
const IMAGE = { name: NAME, digest: DIGEST };
const NOW = Date.parse("2026-11-24T12:00:00Z");

const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
const stranger = generateKeyPairSync("ed25519");
const pemOf = (key: KeyObject): string => key.export({ type: "spki", format: "pem" }).toString();
const privatePem = (key: KeyObject): string => key.export({ type: "pkcs8", format: "pem" }).toString();
const signer = readSigningKey(privatePem(pair.privateKey), undefined);

const time = { judgedAt: "2026-11-24T10:00:00Z", reasons: [], reports: [] };
const scanner = (name: string) => ({
  name,
  version: "1",
  family: name,
  databaseBuilt: "2026-11-24T00:00:00Z",
});
const GOOD = {
  scan: { ...time, verdict: "pass", counts: {}, scanners: [scanner("trivy"), scanner("grype")] },
  compliance: { ...time, verdict: "pass", evaluated: 4, selected: 4, coverage: 1 },
  policy: { ...time, verdict: "pass", checkedFiles: 3 },
  sbom: { bomFormat: "CycloneDX", components: [{ name: "zlib" }] },
  provenance: {
    buildDefinition: { buildType: "urn:x", resolvedDependencies: [] },
    runDetails: { builder: { id: "https://ci.example" } },
  },
  approval: {
    environment: "staging",
    requestedBy: "dev",
    approvals: [{ by: "lead", state: "approved", at: "2026-11-24T11:00:00Z", comment: "" }],
  },
} as const;
type Kind = keyof typeof GOOD;

let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "plimsoll-promote-test-"));
  for (const name of ["temp", "evidence"]) mkdirSync(join(folder, name));
  for (const kind of Object.keys(GOOD)) if (isKind(kind)) await write(kind, GOOD[kind]);
  const payload = Buffer.from(
    JSON.stringify({
      critical: { image: { "docker-manifest-digest": DIGEST }, type: "cosign container image signature" },
    }),
  );
  const signature = sign("sha256", payload, pair.privateKey).toString("base64");
  const file = {
    kind: "plimsoll-image-signature",
    payload: payload.toString("base64"),
    signature,
    keyid: "factory",
  };
  writeFileSync(join(folder, "evidence", "signature.json"), JSON.stringify(file));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function isKind(kind: string): kind is Kind {
  return Object.hasOwn(GOOD, kind);
}

async function write(kind: Kind, predicate: object, image: typeof IMAGE = IMAGE): Promise<void> {
  const statement = imageStatement(image, PREDICATE_TYPES[kind][0], predicate);
  writeFileSync(
    join(folder, "evidence", `${kind}.json`),
    JSON.stringify(await sealStatement(statement, signer)),
  );
}

function perform(
  inputs: Readonly<Record<string, string>>,
  step: Partial<FakeStep> = {},
): Promise<StepRecord> {
  const environment = {
    GITHUB_WORKSPACE: folder,
    RUNNER_TEMP: join(folder, "temp"),
    PATH: process.env["PATH"] ?? "",
    HOME: folder,
    ...step.environment,
  };
  const all = {
    "image-ref": `${NAME}@${DIGEST}`,
    environment: "staging",
    evidence: "evidence",
    "public-key": pemOf(pair.publicKey),
    mode: "decide",
    ...inputs,
  };
  return performInTest({ inputs: inputSpecs, run }, { now: NOW, ...step, environment, inputs: all });
}

function codes(record: StepRecord): readonly string[] {
  const reasons: unknown = JSON.parse(record.outputs.get("reasons") ?? "[]");
  return Array.isArray(reasons)
    ? reasons.map(({ kind, code }) => `${kind}/${String(code).replace("release/", "")}`)
    : [];
}

describe("the decision", () => {
  it("is go with good evidence, and is written down", async () => {
    const record = await perform({ "signing-key": privatePem(pair.privateKey) });
    expect(codes(record)).toEqual([]);
    expect(["result", "decision", "operation"].map((name) => record.outputs.get(name))).toEqual([
      "pass",
      "go",
      "none",
    ]);
    const written: unknown = JSON.parse(readFileSync(record.outputs.get("decision-file") ?? "", "utf8"));
    expect(written).toMatchObject({ kind: "plimsoll-release-decision", decision: "go", image: IMAGE });
    expect(JSON.parse(readFileSync(record.outputs.get("vsa") ?? "", "utf8"))).toHaveProperty("signatures");
    expect(record.summary).toContain("✅ Go");
  });

  const absent: readonly Kind[] = ["scan", "compliance", "policy", "sbom", "provenance", "approval"];
  it.each(absent)("is indeterminate without %s", async (kind) => {
    rmSync(join(folder, "evidence", `${kind}.json`));
    const record = await perform({});
    expect(record.outputs.get("decision")).toBe("indeterminate");
    expect(record.outputs.get("result")).toBe("error");
    expect(codes(record)).toEqual([`${kind}/missing`]);
  });

  it.each<[string, () => Promise<void>, string, string]>([
    ["a failed scan", () => write("scan", { ...GOOD.scan, verdict: "fail" }), "no-go", "scan/failed"],
    [
      "an open scan",
      () => write("scan", { ...GOOD.scan, verdict: "indeterminate" }),
      "indeterminate",
      "scan/undecided",
    ],
    [
      "evidence of another image",
      () => write("scan", GOOD.scan, { name: NAME, digest: OLD }),
      "indeterminate",
      "scan/wrong-digest",
    ],
    [
      "no approval",
      () => write("approval", { ...GOOD.approval, approvals: [] }),
      "indeterminate",
      "approval/not-approved",
    ],
  ])("with %s", async (...[, alter, decision, code]) => {
    await alter();
    const record = await perform({});
    expect(record.outputs.get("decision")).toBe(decision);
    expect(codes(record)).toContain(code);
  });

  it("is indeterminate at a flipped bit, and with keys of strangers", async () => {
    const stranger1 = await perform({ "public-key": pemOf(stranger.publicKey) });
    expect(codes(stranger1)).toContain("integrity/bad-signature");
    const path = join(folder, "evidence", "policy.json");
    const bytes = readFileSync(path);
    const at = bytes.indexOf('"payload":"') + 60;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    const record = await perform({});
    expect(record.outputs.get("decision")).toBe("indeterminate");
    expect(codes(record).join()).toMatch(/integrity\/(?:bad-signature|unreadable)/u);
  });

  it("looks at no reports below the folder, and is the same when made again into the folder", async () => {
    mkdirSync(join(folder, "evidence", "scan"));
    writeFileSync(join(folder, "evidence", "scan", "summary.md"), "# not evidence\n");
    const inputs = { "output-dir": "evidence" };
    expect((await perform(inputs)).outputs.get("decision")).toBe("go");
    expect((await perform(inputs)).outputs.get("decision")).toBe("go");
  });

  it.each([
    [{ "image-ref": `${NAME}:1` }, "no name with a digest"],
    [{ "public-key": privatePem(pair.privateKey) }, "holds a private key"],
    [{ "public-key": "-----BEGIN PUBLIC KEY-----\nx\n-----END PUBLIC KEY-----" }, "cannot be read"],
    [{ policy: "absent.yaml" }, "file/unreadable"],
    [{ evidence: "absent" }, "promote/evidence"],
    [{ mode: "commit" }, "files are not named"],
    [{ "release-tag": "a b" }, "is no tag"],
  ])("names what is wrong with %j", async (inputs, words) => {
    const record = await perform(inputs);
    expect(record.outputs.get("result")).toBe("error");
    expect(record.failure).toContain(words);
  });

  it("is not made for pull_request_target", async () => {
    const record = await perform({}, { environment: { GITHUB_EVENT_NAME: "pull_request_target" } });
    expect(record.failure).toContain("event/untrusted");
  });

  it("reads a policy", async () => {
    writeFileSync(join(folder, "policy.yaml"), "require: [scan, tests]\nscan:\n  minScanners: 2\n");
    expect(codes(await perform({ policy: "policy.yaml" }))).toEqual(["tests/missing"]);
    writeFileSync(join(folder, "policy.yaml"), "require: [scan]\nsurprise: 1\n");
    expect((await perform({ policy: "policy.yaml" })).outputs.get("result")).toBe("error");
    expect(codes(await perform({ require: "tests" }))).toEqual(["tests/missing"]);
  });
});

describe("approvals of GitHub", () => {
  const environment = {
    GITHUB_API_URL: "https://api.github.example",
    GITHUB_REPOSITORY: "team/app",
    GITHUB_RUN_ID: "17",
    GITHUB_TRIGGERING_ACTOR: "dev",
  };
  const review = (login: string, state: string, name = "staging") => ({
    state,
    comment: "fine",
    user: { login },
    environments: [{ name }],
  });

  function ask(answer: unknown, status = 200): Promise<StepRecord> {
    rmSync(join(folder, "evidence", "approval.json"), { force: true });
    return perform(
      { approvals: "environment", "github-token": "ghs_reader1", "signing-key": privatePem(pair.privateKey) },
      {
        environment,
        fetch: (url, init) => {
          expect(url).toBe("https://api.github.example/repos/team/app/actions/runs/17/approvals");
          expect(new Headers(init.headers).get("authorization")).toBe("Bearer ghs_reader1");
          return Promise.resolve(new Response(JSON.stringify(answer), { status }));
        },
      },
    );
  }

  it("count, but not those of the one who asked, nor for another environment", async () => {
    expect((await ask([review("lead", "approved")])).outputs.get("decision")).toBe("go");
    for (const only of [
      review("dev", "approved"),
      review("lead", "approved", "production"),
      review("lead", "pending"),
    ])
      expect(codes(await ask([only]))).toEqual(["approval/not-approved"]);
    expect(
      (await ask([review("lead", "approved"), review("boss", "rejected")])).outputs.get("decision"),
    ).toBe("no-go");
  });

  it("are an error where GitHub does not tell", async () => {
    expect((await ask({ message: "Not Found" }, 404)).failure).toContain("promote/approvals");
  });
});

const KUSTOMIZATION = `# who deploys what
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources: [../../base]
images:
  - name: ${NAME} # ours
    digest: ${OLD}
`;

/** A bare repository with the environment's files. */
function repository(): string {
  const path = join(folder, "config.git");
  const work = join(folder, "work");
  const git = (...args: readonly string[]): string =>
    execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", ...args], {
      cwd: work,
      encoding: "utf8",
    });
  mkdirSync(join(work, "environments/staging"), { recursive: true });
  writeFileSync(join(work, "environments/staging/kustomization.yaml"), KUSTOMIZATION);
  execFileSync("git", ["init", "--quiet", "--bare", "--initial-branch=main", path]);
  git("init", "--quiet", "--initial-branch=main");
  git("add", ".");
  git("commit", "--quiet", "--message", "start");
  git("push", "--quiet", path, "main");
  return path;
}

function show(path: string, spec: string): string {
  return execFileSync("git", ["-C", path, "show", spec], { encoding: "utf8" });
}

function branches(path: string): readonly string[] {
  const listed = execFileSync("git", ["-C", path, "for-each-ref", "--format=%(refname:short)"], {
    encoding: "utf8",
  });
  return listed.trim().split("\n");
}

describe("the promotion", () => {
  const files = "environments/staging/**";
  const file = "main:environments/staging/kustomization.yaml";

  it("commits the digest and nothing else, once", async () => {
    const path = repository();
    const inputs = { mode: "commit", repository: path, files };
    const record = await perform(inputs);
    expect(record.failure).toBeUndefined();
    expect(record.outputs.get("operation")).toBe("committed");
    expect(show(path, file)).toBe(KUSTOMIZATION.replace(OLD, DIGEST));
    expect(record.outputs.get("previous-digest")).toBe(OLD);
    expect(record.outputs.get("changed-files")).toBe("environments/staging/kustomization.yaml");
    expect(show(path, "main")).toMatch(/Plimsoll-Decision: sha256:[0-9a-f]{64}/u);
    expect((await perform(inputs)).outputs.get("operation")).toBe("none");
  });

  it("pushes a branch of a stable name, or shows the plan", async () => {
    const path = repository();
    const planned = await perform({ mode: "plan", repository: path, files });
    expect(planned.outputs.get("operation")).toBe("planned");
    expect(readFileSync(planned.outputs.get("diff") ?? "", "utf8")).toContain(`+    digest: ${DIGEST}`);
    expect(branches(path)).toEqual(["main"]);
    const pushed = await perform({ mode: "branch", repository: path, files });
    expect(pushed.outputs.get("operation")).toBe("pushed");
    expect(branches(path)).toEqual(["main", pushed.outputs.get("pull-request-branch")]);
  });

  it("does not happen without a go", async () => {
    const path = repository();
    rmSync(join(folder, "evidence", "scan.json"));
    const record = await perform({ mode: "commit", repository: path, files, "release-tag": "1.0" });
    expect(record.failure).toContain("Nothing was tagged or promoted");
    expect(show(path, file)).toBe(KUSTOMIZATION);
    expect(branches(path)).toEqual(["main"]);
  });

  it("is refused where nothing pins the image, or a digest comes back", async () => {
    const path = repository();
    const other = { "image-ref": `registry.example/team/other@${DIGEST}` };
    const nowhere = await perform({
      mode: "commit",
      repository: path,
      files,
      require: "signature",
      ...other,
    });
    expect(nowhere.outputs.get("result")).toBe("fail");
    expect(nowhere.outputs.get("operation")).toBe("refused");
    expect(show(path, file)).toBe(KUSTOMIZATION);
  });

  it("leaves nothing of git among the job's temporary files", async () => {
    await perform({ mode: "commit", repository: repository(), files });
    expect(readdirSync(join(folder, "temp"))).toEqual(["plimsoll-evidence"]);
  });
});

describe("the release tag", () => {
  const inputs = {
    "image-ref": `127.0.0.1:5000/team/app@${DIGEST}`,
    require: "signature",
    "release-tag": "1.4.0",
  };

  it("is the very manifest of the digest, and a login goes to the registry only", async () => {
    const said: string[] = [];
    const fetch: FakeStep["fetch"] = (url, init) => {
      const authorization = new Headers(init.headers).get("authorization") ?? "";
      said.push(`${init.method ?? ""} ${url} ${authorization}`);
      if (authorization === "")
        return Promise.resolve(
          new Response("", { status: 401, headers: { "www-authenticate": 'Basic realm="x"' } }),
        );
      if (init.method === "GET")
        return Promise.resolve(new Response(MANIFEST, { headers: { "content-type": "application/x" } }));
      expect(Buffer.from(init.body instanceof Uint8Array ? init.body : []).toString()).toBe(MANIFEST);
      return Promise.resolve(new Response("", { status: 201 }));
    };
    const login = { "registry-username": "robot", "registry-password": "hunter22" };
    const record = await perform({ ...inputs, ...login }, { fetch });
    expect(record.outputs.get("release-tag")).toBe("127.0.0.1:5000/team/app:1.4.0");
    const proof = `Basic ${Buffer.from("robot:hunter22").toString("base64")}`;
    expect(said).toEqual([
      `GET http://127.0.0.1:5000/v2/team/app/manifests/${DIGEST} `,
      `GET http://127.0.0.1:5000/v2/team/app/manifests/${DIGEST} ${proof}`,
      `PUT http://127.0.0.1:5000/v2/team/app/manifests/1.4.0 ${proof}`,
    ]);
  });

  it("is not given to another manifest", async () => {
    const methods: (string | undefined)[] = [];
    const fetch: FakeStep["fetch"] = (_, init) => {
      methods.push(init.method);
      return Promise.resolve(new Response("{}"));
    };
    const record = await perform(inputs, { fetch });
    expect(record.failure).toContain("is another manifest");
    expect(methods).toEqual(["GET"]);
  });
});
