import { basename, join } from "node:path";
import { classifyFile } from "@plimsoll/core";
import {
  externalImages,
  normalizeImage,
  parseDockerfile,
  parseImageReference,
  parseYaml,
  readResources,
  scalarText,
  walkYaml,
} from "@plimsoll/syntax";
import { discoverFiles, execute, findExecutable, readSource, type SourceFile } from "@plimsoll/workspace";

/** What is found in a repository. */
export interface Survey {
  readonly dockerfiles: number;
  /** Kubernetes objects. */
  readonly objects: number;
  /** Registry and first part of the path, such as `docker.io/library`, and how often an image comes from there. */
  readonly sources: ReadonlyMap<string, number>;
  /** What deploys: `Helm`, `Kustomize`, `Flux`, `Argo CD`. */
  readonly deployers: readonly string[];
  readonly hasHardeningManifest: boolean;
  /** Folders of other people's files, which few want to have checked. */
  readonly vendored: readonly string[];
}

const MAXIMUM_FILES = 20_000;
const VENDOR_FOLDERS: ReadonlySet<string> = new Set([
  "vendor",
  "third_party",
  "third-party",
  "testdata",
  "fixtures",
]);

/** Looks at the files of a repository. */
export async function survey(
  root: string,
  isRepository: boolean,
  environment: NodeJS.ProcessEnv,
): Promise<Survey> {
  const discovery = await discoverFiles({
    root,
    paths: [root],
    select: (path) => classifyFile(path) !== undefined,
    git: isRepository ? findExecutable("git", { path: environment["PATH"], notInside: root }) : undefined,
    execute,
    environment,
    changedSince: undefined,
  });
  const surveyor = new Surveyor();
  for (const file of discovery.files.slice(0, MAXIMUM_FILES)) surveyor.look(file, root);
  return surveyor.finish(discovery.files.map(({ path }) => path));
}

class Surveyor {
  #dockerfiles = 0;
  #objects = 0;
  #hasHardeningManifest = false;
  readonly #sources = new Map<string, number>();
  readonly #deployers = new Set<string>();

  look(file: SourceFile, root: string): void {
    const name = basename(file.path);
    if (name === "Chart.yaml") this.#deployers.add("Helm");
    const source = readSource({ path: file.path, absolute: join(root, file.path) });
    if (!("text" in source)) return;
    const kind = classifyFile(file.path);
    if (kind === "kustomization") this.#deployers.add("Kustomize");
    if (kind === "hardening-manifest") this.#hasHardeningManifest = true;
    if (kind === "dockerfile") this.#lookAtDockerfile(source.text);
    else if (kind === "yaml") this.#lookAtManifests(source.text);
  }

  #lookAtDockerfile(text: string): void {
    this.#dockerfiles += 1;
    for (const image of externalImages(parseDockerfile(text))) {
      if (image.role !== "frontend" && image.reference.unresolved.length === 0)
        this.#count(image.reference.text);
    }
  }

  #lookAtManifests(text: string): void {
    for (const placed of parseYaml(text).documents) {
      for (const resource of readResources(placed)) {
        this.#objects += 1;
        if (resource.group.endsWith("toolkit.fluxcd.io")) this.#deployers.add("Flux");
        if (resource.group === "argoproj.io" && resource.kind === "Application")
          this.#deployers.add("Argo CD");
        walkYaml(resource.node, (node, path) => {
          const image = path.at(-1) === "image" ? scalarText(node) : undefined;
          if (image !== undefined) this.#count(image);
          return true;
        });
      }
    }
  }

  #count(text: string): void {
    const parsed = parseImageReference(text);
    if (!parsed.ok) return;
    const [registry = "", first = ""] = normalizeImage(parsed.reference).split("/");
    const source = `${registry}/${first.split(/[:@]/u, 1)[0] ?? ""}`;
    this.#sources.set(source, (this.#sources.get(source) ?? 0) + 1);
  }

  finish(paths: readonly string[]): Survey {
    const vendored = new Set<string>();
    for (const path of paths) {
      const parts = path.split("/");
      const at = parts.slice(0, -1).findIndex((part) => VENDOR_FOLDERS.has(part));
      if (at >= 0) vendored.add(parts.slice(0, at + 1).join("/"));
    }
    return {
      dockerfiles: this.#dockerfiles,
      objects: this.#objects,
      sources: new Map([...this.#sources].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))),
      deployers: [...this.#deployers].sort(),
      hasHardeningManifest: this.#hasHardeningManifest,
      vendored: [...vendored].sort(),
    };
  }
}
