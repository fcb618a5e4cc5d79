import { defineRule, type DockerfileRule, type Problem } from "@plimsoll/core";
import { resolveWord, type Dockerfile, type Stage } from "@plimsoll/syntax";
import { knownBases } from "../../shared-images/base-images.ts";
import { wordSet } from "../../shared-commands/word-set.ts";
import { nearestName } from "../../shared-names/nearest.ts";

interface Data {
  readonly platform: string;
  /** What is not known, or the architecture of the image. */
  readonly part: string;
  readonly meant: string | undefined;
}

const SYSTEMS = wordSet(
  "linux windows darwin macos freebsd netbsd openbsd dragonfly solaris illumos aix plan9 js wasip1 wasi android ios",
);
const ARCHITECTURES = wordSet(
  "amd64 x86_64 x86-64 386 i386 arm64 aarch64 arm armhf armel ppc64le ppc64 s390x riscv64 mips mipsle mips64 mips64le loong64 wasm",
);
const SAME: ReadonlyMap<string, string> = new Map([
  ["x86_64", "amd64"],
  ["x86-64", "amd64"],
  ["aarch64", "arm64"],
  ["i386", "386"],
  ["armhf", "arm"],
  ["armel", "arm"],
]);
/** Names under which Docker Hub keeps the images of one architecture. */
const HUB: ReadonlyMap<string, string> = new Map([
  ["amd64", "amd64"],
  ["winamd64", "amd64"],
  ["i386", "386"],
  ["arm64v8", "arm64"],
  ["arm32v5", "arm"],
  ["arm32v6", "arm"],
  ["arm32v7", "arm"],
  ["ppc64le", "ppc64le"],
  ["s390x", "s390x"],
  ["riscv64", "riscv64"],
  ["mips64le", "mips64le"],
]);

function unknownPart(platform: string): string | undefined {
  const [system = "", architecture] = platform.split("/");
  if (architecture === undefined) {
    return SYSTEMS.has(system) || ARCHITECTURES.has(system) || system === "local" ? undefined : system;
  }
  if (!SYSTEMS.has(system)) return system;
  return ARCHITECTURES.has(architecture) ? undefined : architecture;
}

/** The only architecture that the image of a stage is built for, by its name on Docker Hub. */
function imageArchitecture(file: Dockerfile, stage: Stage): string | undefined {
  const reference = knownBases(file).find(({ use }) => use.stage === stage)?.reference;
  if (reference?.registry !== "docker.io") return undefined;
  return HUB.get(reference.repository.split("/", 1)[0] ?? "");
}

function problemOf(file: Dockerfile, stage: Stage, platform: string): Omit<Problem<Data>, "at"> | undefined {
  const part = unknownPart(platform);
  if (part !== undefined) {
    const meant = nearestName(part, [...SYSTEMS, ...ARCHITECTURES], 2);
    return { problem: "unknownPlatform", data: { platform, part, meant } };
  }
  const architecture = platform.split("/")[1];
  const image = imageArchitecture(file, stage);
  if (
    image === undefined ||
    architecture === undefined ||
    image === (SAME.get(architecture) ?? architecture)
  ) {
    return undefined;
  }
  return { problem: "otherArchitecture", data: { platform, part: image, meant: undefined } };
}

function* check(file: Dockerfile): Iterable<Problem<Data>> {
  for (const stage of file.stages) {
    if (stage.platform === undefined) continue;
    const { text, unresolved, error } = resolveWord(file, stage.from, stage.platform);
    if (unresolved.length > 0 || error !== undefined || text === "") continue;
    const problem = problemOf(file, stage, text.toLowerCase());
    if (problem !== undefined) yield { ...problem, at: stage.platform };
  }
}

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/platform-matches-image",
  title: "The platform of FROM is one that the base image has",
  severity: "warning",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF004"],
  aliases: ["buildkit:InvalidBaseImagePlatform"],
  since: "0.1.0",
  check,
  message({ problem, data: { platform, part, meant } }) {
    if (problem === "otherArchitecture")
      return `Platform "${platform}" is asked for, but the base image is built for ${part} only.`;
    const hint = meant === undefined ? "" : `; "${meant}" may be meant`;
    return `Platform "${platform}" is not known: there is no "${part}"${hint}.`;
  },
});
