import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SSG_CONTENT } from "../../../scripts/real/set-ups/factory-parts.ts";
import { binFolder, GRYPE, SYFT, TRIVY } from "../../../scripts/real/set-ups/go-tool.ts";
import { VULNERABILITY_DATABASES } from "../../../scripts/real/set-ups/vulnerability-databases.ts";
import { USER } from "./container-registry.ts";
import { openSite, type Change, type FactorySite, type SiteRun } from "./factory/factory-site.ts";
import { GIT_USER } from "./factory/git-server.ts";

let folder: string;
let site: FactorySite;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "plimsoll-factory-"));
  site = await openSite(folder);
});
afterAll(async () => {
  await site?.stop();
  if (process.env["PLIMSOLL_KEEP"] === undefined) rmSync(folder, { recursive: true, force: true });
});

const RELEASE = ".github/workflows/release.yml";
const OVERLAY = "deploy/overlays/staging";

function git(repository: string, ...args: readonly string[]): string {
  return execFileSync("git", ["-C", repository, ...args], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  }).trim();
}

/** What a cluster's GitOps controller would apply: the overlay of a branch, rendered by kustomize. */
function rendered(repository: string, branch: string): string {
  const checkout = mkdtempSync(join(folder, "rendered-"));
  git(checkout, "clone", "--quiet", "--branch", branch, repository, "files");
  return execFileSync("kustomize", ["build", join(checkout, "files", OVERLAY)], { encoding: "utf8" });
}

function branches(repository: string): readonly string[] {
  return git(repository, "for-each-ref", "--format=%(refname:short)").split("\n");
}

function said({ log, errors }: SiteRun): string {
  return [log.slice(-20_000), ...errors].join("\n");
}

describe("the example's whole workflow, as a runner runs it", () => {
  it("builds, scans twice, judges, decides and proposes the digest, and no secret is seen", async () => {
    const before = site.github.pullRequests.length;
    const seen = join(folder, "seen");
    const run = await site.run({ tools: watched(seen) });
    expect(Object.fromEntries(run.jobs), said(run)).toMatchObject({
      build: "success",
      scan: "success",
      policy: "success",
      decide: "success",
      promote: "success",
    });
    expect(run.status).toBe(0);
    expect(site.github.faults).toEqual([]);
    const created = site.github.pullRequests.slice(before);
    expect(created).toHaveLength(1);
    const branch = created[0]?.branch ?? "";
    expect(branches(run.config)).toEqual(["main", branch]);
    // Nothing runs in the cluster before people merge.
    expect(rendered(run.config, "main")).toContain(`sha256:${"1".repeat(64)}`);
    git(run.config, "update-ref", "refs/heads/main", branch);
    const digest = digestOfTag(await site.registry.tags("team/tide"));
    expect(rendered(run.config, "main")).toContain(`image: ${site.registry.host}/team/tide@${digest}`);
    expect(await site.registry.tags("team/tide")).toContain("r1");
    expect(run.summary).toContain("✅ Go");
    for (const secret of [USER.password, GIT_USER.password, "PRIVATE KEY", "ghs_token_of_the_job"])
      expect(withoutMasks(run.log)).not.toContain(secret);
    const environments = readFileSync(seen, "utf8");
    for (const name of WATCHED) expect(environments).toContain(`started ${name}`);
    for (const secret of [USER.password, GIT_USER.password, "PRIVATE KEY", "ghs_", "ACTIONS_", "INPUT_"])
      expect(environments).not.toContain(secret);
    for (const merged of created) merged.state = "closed";
    const again = await site.run();
    expect(again.status, said(again)).toBe(0);
    expect(digestOfTag(await site.registry.tags("team/tide"))).toBe(digest);
  });
});

const WATCHED = ["trivy", "grype", "syft", "oscap"] as const;

/** Scripts in front of the tools that write down with what environment and arguments these are started. */
function watched(seen: string): Readonly<Record<string, string>> {
  const real = {
    trivy: join(binFolder(TRIVY), "trivy"),
    grype: join(binFolder(GRYPE), "grype"),
    syft: join(binFolder(SYFT), "syft"),
    oscap: "/usr/bin/oscap",
  };
  const script = (name: (typeof WATCHED)[number]): string =>
    `#!/bin/sh\n{ echo "started ${name}"; tr '\\0' '\\n' < /proc/$$/environ; printf '%s\\n' "$@"; } >> ${seen}\nexec ${real[name]} "$@"\n`;
  return Object.fromEntries(WATCHED.map((name) => [name, script(name)]));
}

function withoutMasks(log: string): string {
  return log
    .split("\n")
    .filter((line) => !line.includes("add-mask"))
    .join("\n");
}

/** The digest of the release tag, as an independent tool sees it. */
function digestOfTag(tags: readonly string[]): string {
  const tag = tags.find((name) => /^r\d+$/u.test(name)) ?? "";
  const login = `${USER.username}:${USER.password}`;
  const image = `docker://${site.registry.host}/team/tide:${tag}`;
  const args = ["inspect", "--tls-verify=false", "--creds", login, "--format", "{{.Digest}}", image];
  return execFileSync("skopeo", args, { encoding: "utf8" }).trim();
}

interface Case {
  readonly what: string;
  readonly change: () => Change;
  /** The job that stops it. */
  readonly job: string;
  readonly reason: string;
}

const EXECUTE = "#!/bin/sh\nexec";

/** A scan by the one engine, given out as one of the other. */
const DISGUISED = `#!/bin/sh
for word in "$@"; do
  case "$word" in
    json=*) report="\${word#json=}" ;;
    cyclonedx-json=*) list="\${word#cyclonedx-json=}" ;;
    registry:*) image="\${word#registry:}" ;;
  esac
done
set -- --quiet --cache-dir ${VULNERABILITY_DATABASES.trivy} --cache-backend memory --skip-db-update --skip-java-db-update --offline-scan
trivy="${binFolder(TRIVY)}/trivy"
"$trivy" image "$@" --image-src remote --format json --list-all-pkgs --output "$report" "$image" &&
"$trivy" image "$@" --image-src remote --format cyclonedx --output "$list" "$image"
`;

const CASES: readonly Case[] = [
  {
    what: "a base image that is not approved",
    change: () => ({ variables: { HARDENED_BASE: site.bases.stranger } }),
    job: "build",
    reason: "does not come from an approved source",
  },
  {
    what: "a Dockerfile with an error finding",
    change: () => ({ edits: [["app/Dockerfile", "USER 65532:65532", "USER root"]] }),
    job: "build",
    reason: "of severity error",
  },
  {
    what: "one scanner under two names",
    change: () => ({ tools: { grype: DISGUISED } }),
    job: "scan",
    reason: "scan/too-few-scanners",
  },
  {
    what: "a report on another digest",
    change: () => ({
      tools: {
        grype: `${EXECUTE} ${binFolder(GRYPE)}/grype "$1" "$2" "$3" "$4" "$5" "$6" "$7" registry:${site.bases.hardened}\n`,
      },
    }),
    job: "scan",
    reason: "scan/digest-wrong",
  },
  {
    what: "a stale database",
    change: () => ({ variables: { TRIVY_CACHE_DIR: staleDatabase() } }),
    job: "scan",
    reason: "scan/database-stale",
  },
  {
    what: "scanners that find no package",
    change: () => ({ variables: { HARDENED_BASE: site.bases.bare } }),
    job: "scan",
    reason: "scan/nothing-checked",
  },
  {
    what: "SCAP content of which nothing is evaluated",
    change: () => ({
      edits: [
        [RELEASE, "security/image-baseline.xml", SSG_CONTENT],
        [RELEASE, "xccdf_example.factory_profile_standard", "xccdf_org.ssgproject.content_profile_standard"],
      ],
    }),
    job: "policy",
    reason: "compliance/nothing-evaluated",
  },
  {
    what: "a missing report",
    change: () => ({ environment: { SUITE_LOSE: "evidence-scan" } }),
    job: "decide",
    reason: "There is no scan evidence",
  },
  {
    what: "a flipped bit in a signed file",
    change: () => ({ environment: { SUITE_FLIP: "policy.statement.json" } }),
    job: "decide",
    reason: "integrity",
  },
  {
    what: "an unapproved release",
    change: () => ({ approvals: [] }),
    job: "promote",
    reason: "release/not-approved",
  },
];

/** Trivy's database as it is, a month older by its own word. */
function staleDatabase(): string {
  const stale = mkdtempSync(join(folder, "stale-"));
  mkdirSync(join(stale, "db"));
  const [from, to] = [VULNERABILITY_DATABASES.trivy, stale].map((path) => join(path, "db"));
  if (from === undefined || to === undefined) throw new RangeError("no folders");
  symlinkSync(join(from, "trivy.db"), join(to, "trivy.db"));
  const metadata: Record<string, unknown> = JSON.parse(readFileSync(join(from, "metadata.json"), "utf8"));
  const month = 30 * 24 * 60 * 60 * 1000;
  metadata["UpdatedAt"] = new Date(Date.now() - month).toISOString();
  writeFileSync(join(to, "metadata.json"), JSON.stringify(metadata));
  return stale;
}

describe("does not go on, tags nothing and promotes nothing", () => {
  it.each(CASES)("with $what", async ({ change, job, reason }) => {
    const pulls = site.github.pullRequests.length;
    const tags = (await site.registry.tags("team/tide")).filter((tag) => tag.startsWith("r"));
    const release = { edits: [[RELEASE, "release-tag: r${{", "release-tag: rx${{"] as const] };
    const own = change();
    const run = await site.run({ ...own, edits: [...(own.edits ?? []), ...release.edits] });
    expect(run.status, said(run)).not.toBe(0);
    expect(run.jobs.get(job), said(run)).toBe("failure");
    expect(run.errors.join("\n"), said(run)).toContain(reason);
    expect(run.jobs.get("promote")).not.toBe("success");
    expect(branches(run.config)).toEqual(["main"]);
    expect(site.github.pullRequests).toHaveLength(pulls);
    expect((await site.registry.tags("team/tide")).filter((tag) => tag.startsWith("r"))).toEqual(tags);
    expect(rendered(run.config, "main")).toContain(`sha256:${"1".repeat(64)}`);
  });
});
