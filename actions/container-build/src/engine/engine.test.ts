import { chmodSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { buildArguments } from "./buildah.ts";
import { buildxArguments } from "./buildx.ts";
import { type EngineJob, findEngine } from "./engine.ts";

const job: EngineJob = {
  request: {
    workspace: "/w",
    context: "/w/app",
    dockerfile: "/w/app/Dockerfile",
    target: "run",
    platforms: ["linux/amd64", "linux/arm64"],
    image: { registry: "r.example", repository: "app", tags: ["1"] },
    labels: new Map(),
    annotations: new Map(),
    buildArgs: new Map([
      ["B", "$(id)"],
      ["A", "two words"],
    ]),
    network: "none",
  },
  pinnedDockerfile: "/s/Dockerfile",
  ignoreFile: "/w/app/Dockerfile.dockerignore",
  labels: new Map([["l", "--privileged"]]),
  annotations: new Map([["a", "b"]]),
  secrets: [{ id: "npm", path: "/s/secrets/1", value: Buffer.from("hidden") }],
  epoch: 1_700_000_000,
  folder: "/s",
  layout: "/i/layout",
  loginFile: "/s/logins.json",
  plainRegistries: [],
};

it("buildah gets everything that makes the build come out the same", () => {
  expect(buildArguments(job, true).join(" ")).toBe(
    "build --format oci --omit-history --identity-label=false --timestamp 1700000000 --authfile /s/logins.json" +
      " --file /s/Dockerfile --manifest localhost/plimsoll:built --platform linux/amd64,linux/arm64 --target run --network none" +
      " --ignorefile /w/app/Dockerfile.dockerignore --build-arg A=two words --build-arg B=$(id) --label l=--privileged" +
      " --annotation a=b --secret id=npm,src=/s/secrets/1 /w/app",
  );
});

it("buildx too", () => {
  expect(buildxArguments(job).join(" ")).toBe(
    "build --progress plain --provenance=false --sbom=false" +
      " --output type=oci,dest=/i/layout,tar=false,oci-mediatypes=true,rewrite-timestamp=true --file /s/Dockerfile" +
      " --platform linux/amd64,linux/arm64 --target run --network none --build-arg A=two words --build-arg B=$(id)" +
      " --label l=--privileged --annotation a=b --secret id=npm,src=/s/secrets/1 /w/app",
  );
});

describe("the engine", () => {
  const folderWith = (...names: readonly string[]): string => {
    const folder = temporaryFolder(Object.fromEntries(names.map((name) => [name, ""])));
    for (const name of names) chmodSync(join(folder, name), 0o755);
    return folder;
  };
  const find = (wanted: "auto" | "buildah" | "buildx", path: string, notInside = "/w"): string =>
    findEngine(wanted, { folders: [], path, notInside }).name;

  it("is the first that is installed", () => {
    expect(find("auto", folderWith("docker", "buildah"))).toBe("buildah");
    expect(find("auto", folderWith("docker"))).toBe("buildx");
    expect(find("buildx", folderWith("docker-buildx", "buildah"))).toBe("buildx");
  });

  it("is an error where it is missing, or comes with the workspace", () => {
    expect(() => find("auto", folderWith())).toThrow("Neither buildah nor docker is installed");
    expect(() => find("buildah", folderWith("docker"))).toThrow("buildah is not installed");
    const folder = folderWith("buildah");
    expect(() => find("auto", folder, folder)).toThrow("Neither buildah nor docker is installed");
  });
});
