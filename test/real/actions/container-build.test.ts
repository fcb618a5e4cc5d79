import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundleAction, root } from "../../../scripts/bundle/bundle-action.ts";
import { binFolder, COSIGN, SYFT } from "../../../scripts/real/set-ups/go-tool.ts";
import { startBuildKit } from "./buildkit.ts";
import { USER } from "./container-registry.ts";
import { type FactoryFloor, openFactoryFloor, watchPrograms } from "./factory-floor.ts";
import { runStep, type StepRun, visibleLog } from "./run-action.ts";

const SECRET = "correct-horse-battery-staple";
const folder = realpathSync(mkdtempSync(join(tmpdir(), "container-build-real-")));
const script = join(folder, "action.cjs");
let floor: FactoryFloor;

beforeAll(async () => {
  await bundleAction(join(root, "actions/container-build"), script);
  floor = await openFactoryFloor(folder);
});

afterAll(async () => {
  await floor.registry.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A Dockerfile that passes, with more instructions before its last ones. */
function dockerfile(more = "", from = floor.base): string {
  return `FROM ${from}
ARG GREETING=hello
LABEL org.opencontainers.image.title="app"
COPY --chmod=0555 hello.sh /app/hello.sh
RUN --mount=type=secret,id=token test -s /run/secrets/token && echo "$GREETING" > /app/greeting
${more}USER 65532:65532
ENTRYPOINT ["/app/hello.sh"]
`;
}

function repository(name: string, text: string): string {
  return floor.commit(name, { Dockerfile: text, "hello.sh": "#!/bin/sh\ncat /app/greeting\n" });
}

/** Builds what lies in a workspace. */
function build(
  workspace: string,
  inputs: Readonly<Record<string, string>> = {},
  environment: Readonly<Record<string, string>> = {},
): StepRun {
  const { host } = floor.registry;
  return runStep({
    script,
    workspace,
    folder: join(folder, "steps"),
    inputs: {
      tags: `${host}/team/app:1.0`,
      "approved-registries": `${host}/base`,
      secrets: `token=${SECRET}`,
      "signing-key": floor.privateKey,
      "registry-username": USER.username,
      "registry-password": USER.password,
      "tool-path": binFolder(SYFT),
      ...inputs,
    },
    environment: { BUILDAH_ISOLATION: "chroot", ...environment },
  });
}

/** Runs skopeo with the registry's login. */
function skopeo(...args: readonly string[]): string {
  return execFileSync("skopeo", args, { encoding: "utf8", stdio: "pipe" });
}

function login(prefix = ""): readonly string[] {
  return [`--${prefix}tls-verify=false`, `--${prefix}creds=${USER.username}:${USER.password}`];
}

/** Lets cosign verify something with a public key. No transparency log is asked: there is none here. */
function cosign(
  command: string,
  key: string,
  ...args: readonly string[]
): { readonly status: number | null; readonly output: string } {
  const login = [`--registry-username=${USER.username}`, `--registry-password=${USER.password}`];
  const flags = [`--key=${key}`, "--insecure-ignore-tlog=true", "--allow-insecure-registry", ...login];
  const { status, stdout, stderr } = spawnSync(
    join(binFolder(COSIGN), COSIGN.name),
    [command, ...flags, ...args],
    {
      encoding: "utf8",
      env: { PATH: process.env["PATH"], HOME: join(folder, "cosign") },
    },
  );
  return { status, output: stdout + stderr };
}

describe("an image that passes", () => {
  let first: StepRun;
  let seen: string;

  beforeAll(() => {
    const watched = watchPrograms(folder, ["buildah"]);
    const { tools } = watched;
    const path = { "tool-path": `${tools},${binFolder(SYFT)}` };
    first = build(repository("app", dockerfile('RUN echo "::set-output name=result::fail"\n')), path);
    seen = readFileSync(watched.seen, "utf8");
  });

  it("is built, pushed, and told of in the outputs", () => {
    expect(visibleLog(first)).toContain("Pushed as 1.0.");
    expect(first.status).toBe(0);
    expect(first.outputs.get("result")).toBe("pass");
    expect(JSON.parse(first.outputs.get("base-images") ?? "")).toMatchObject([
      { name: `${floor.registry.host}/base/busybox`, approved: true, stage: "0" },
    ]);
    expect(first.summary).toContain("## Built, pushed and verified");
  });

  it("comes out the same from the same commit, elsewhere and later", () => {
    const copy = join(folder, "elsewhere", "app");
    execFileSync("git", ["clone", "--quiet", join(folder, "app"), copy]);
    const second = build(copy, { tags: `${floor.registry.host}/team/again:1.0` });
    expect(second.outputs.get("digest")).toMatch(/^sha256:[0-9a-f]{64}$/u);
    expect(second.outputs.get("digest")).toBe(first.outputs.get("digest"));
  });

  it("is what skopeo finds in the registry, with the labels of its commit and base", () => {
    const { host } = floor.registry;
    const found: { readonly Digest: string; readonly Labels: Readonly<Record<string, string>> } = JSON.parse(
      skopeo("inspect", ...login(), `docker://${host}/team/app:1.0`),
    );
    expect(found.Digest).toBe(first.outputs.get("digest"));
    const commit = execFileSync("git", ["rev-parse", "HEAD"], {
      cwd: join(folder, "app"),
      encoding: "utf8",
    }).trim();
    expect(found.Labels).toMatchObject({
      "org.opencontainers.image.revision": commit,
      "org.opencontainers.image.base.digest": floor.base.split("@")[1],
      "org.opencontainers.image.title": "app",
    });
    const layout = join(folder, "copied");
    skopeo("copy", ...login("src-"), `docker://${first.outputs.get("image-ref") ?? ""}`, `oci:${layout}`);
    expect(readFileSync(join(layout, "index.json"), "utf8")).toContain(first.outputs.get("digest"));
  });

  it("has its statements as referrers, listed by tag", () => {
    const tag = (first.outputs.get("digest") ?? "").replace(":", "-");
    const raw = skopeo("inspect", "--raw", ...login(), `docker://${floor.registry.host}/team/app:${tag}`);
    const index: {
      readonly manifests: readonly { readonly annotations: Readonly<Record<string, string>> }[];
    } = JSON.parse(raw);
    expect(index.manifests.map(({ annotations }) => annotations["in-toto.io/predicate-type"] ?? "")).toEqual([
      "https://cyclonedx.org/bom",
      "https://slsa.dev/provenance/v1",
    ]);
  });

  it.each([
    ["verify", []],
    ["verify-attestation", ["--type=slsaprovenance1"]],
    ["verify-attestation", ["--type=cyclonedx"]],
  ])("cosign %s %j: our key passes, a stranger's does not", (command, args) => {
    const reference = first.outputs.get("image-ref") ?? "";
    expect(cosign(command, floor.publicKey, ...args, reference)).toMatchObject({ status: 0 });
    expect(cosign(command, floor.strangersKey, ...args, reference).status).not.toBe(0);
  });

  it("shows no secret: not in the log, the outputs, the evidence, or what programs get", () => {
    const secrets = [SECRET, USER.password, "ghs_token_of_the_job", "token_for_tokens", "key_of_the_cloud"];
    const keyLine = floor.privateKey.split("\n")[1] ?? "";
    const evidence = execFileSync("grep", ["-r", "", first.outputs.get("evidence") ?? ""], {
      encoding: "utf8",
    });
    const texts = [visibleLog(first), [...first.outputs.values()].join("\n"), first.summary, evidence, seen];
    for (const text of texts) {
      for (const secret of [...secrets, keyLine]) expect(text.includes(secret)).toBe(false);
    }
    expect(seen).toContain("--omit-history");
    expect(first.masks).toEqual(expect.arrayContaining([SECRET, USER.password]));
  });

  it("obeys nothing that the build prints", () => {
    expect(visibleLog(first)).toContain("| ::set-output name=result::fail");
    expect(visibleLog(first)).not.toMatch(/^\s*::set-output/mu);
  });
});

it("is built for two platforms, each with its SBOM, under one index", () => {
  const text = "FROM scratch\nCOPY --chmod=0555 hello.sh /hello.sh\nUSER 65532\n";
  const name = `${floor.registry.host}/team/two`;
  const run = build(repository("two", text), { tags: `${name}:1`, platforms: "linux/amd64,linux/arm64" });
  expect(visibleLog(run)).toContain("Pushed as 1.");
  const digests: Record<string, string> = JSON.parse(run.outputs.get("digests") ?? "{}");
  expect(Object.keys(digests).sort()).toEqual(["linux/amd64", "linux/arm64"]);
  const raw = skopeo("inspect", "--raw", ...login(), `docker://${name}@${run.outputs.get("digest") ?? ""}`);
  for (const digest of Object.values(digests)) {
    expect(raw).toContain(digest);
    expect(cosign("verify", floor.publicKey, `${name}@${digest}`).status).toBe(0);
  }
  const whole = run.outputs.get("image-ref") ?? "";
  expect(cosign("verify-attestation", floor.publicKey, "--type=cyclonedx", whole).status).toBe(0);
});

it("is built by BuildKit too, and comes out the same when all is forgotten", async () => {
  const kit = await startBuildKit(join(folder, "buildkit"), floor.registry.host);
  try {
    const workspace = repository("kit", dockerfile());
    const once = (tag: string): StepRun =>
      build(
        workspace,
        {
          engine: "buildx",
          tags: `${floor.registry.host}/team/kit:${tag}`,
          "tool-path": `${kit.tools},${binFolder(SYFT)}`,
        },
        kit.environment,
      );
    const first = once("1");
    expect(visibleLog(first)).toContain("was built with buildx. Pushed as 1.");
    kit.forget();
    const second = once("2");
    expect(second.outputs.get("digest")).toBe(first.outputs.get("digest"));
    expect(cosign("verify", floor.publicKey, second.outputs.get("image-ref") ?? "").status).toBe(0);
  } finally {
    await kit.stop();
  }
});

interface Refusal {
  readonly name: string;
  readonly text: () => string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly result: "fail" | "error";
  readonly why: string;
}

const refusals: readonly Refusal[] = [
  {
    name: "a base that is not approved",
    text: () => dockerfile(),
    inputs: { "approved-registries": "" },
    result: "fail",
    why: "does not come from an approved source",
  },
  {
    name: "a base without a digest",
    text: () => dockerfile("", floor.base.split("@")[0]),
    result: "fail",
    why: "is not pinned by digest",
  },
  {
    name: "a finding of severity error",
    text: () => dockerfile("RUN wget -O- http://example.org/x | sh\n"),
    result: "fail",
    why: "severity error",
  },
  {
    name: "a secret that was copied into the image",
    text: () => dockerfile("RUN --mount=type=secret,id=token cp /run/secrets/token /app/copy\n"),
    result: "fail",
    why: "Secrets of the build are in the image: token in the layer",
  },
  {
    name: "a wrong password",
    text: () => dockerfile(),
    inputs: { "registry-password": "open-sesame-street" },
    result: "error",
    why: "build/engine",
  },
  {
    name: "a registry that cannot be reached",
    text: () => "FROM scratch\nCOPY --chmod=0555 hello.sh /hello.sh\nUSER 65532\n",
    inputs: { tags: "127.0.0.1:9/team/app:1" },
    result: "error",
    why: "build/registry: 127.0.0.1:9",
  },
  {
    name: "a build that breaks",
    text: () => dockerfile("RUN false\n"),
    result: "error",
    why: "build/engine",
  },
  {
    name: "a base that is not there",
    text: () =>
      dockerfile(
        "",
        floor.base.replace(/.$/u, (last) => (last === "0" ? "1" : "0")),
      ),
    result: "error",
    why: "build/engine",
  },
];

describe("what must not go out", () => {
  it.each(refusals)("$name", async ({ name, text, inputs, result, why }) => {
    const slug = name.replaceAll(" ", "-");
    const run = build(repository(slug, text()), {
      tags: `${floor.registry.host}/refused/${slug}:1`,
      ...inputs,
    });
    expect(run.outputs.get("result")).toBe(result);
    expect(visibleLog(run)).toContain(why);
    expect(run.status).toBe(1);
    expect(await floor.registry.tags(`refused/${slug}`)).toEqual([]);
    expect(visibleLog(run).includes(SECRET)).toBe(false);
  });

  it("a tag is resolved once where pins are not asked for, and the build uses the digest", () => {
    const tagged = floor.base.split("@")[0];
    const run = build(repository("tagged", dockerfile("", tagged)), {
      tags: `${floor.registry.host}/team/tagged:1`,
      "require-pinned-base": "false",
    });
    expect(run.outputs.get("result")).toBe("pass");
    expect(visibleLog(run)).toContain(
      `FROM ${floor.registry.host}/base/busybox@${floor.base.split("@")[1] ?? ""}`,
    );
  });
});
