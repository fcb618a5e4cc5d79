import type { Environment } from "@plimsoll/action-kit";
import { PREDICATE_TYPES, STATEMENT_TYPE, type Statement } from "@plimsoll/core/release-evidence";
import type { BaseImage } from "../bases/settle-bases.ts";
import type { BuiltImage } from "../layout/oci-layout.ts";
import type { BuildRequest } from "../request/build-request.ts";
import { imageNameOf } from "../request/build-request.ts";
import type { Source } from "../request/source.ts";

/** What the provenance tells of. */
export interface Provenance {
  readonly request: BuildRequest;
  readonly source: Source;
  readonly bases: readonly BaseImage[];
  readonly image: BuiltImage;
  readonly engine: { readonly name: string; readonly version: string };
  readonly dockerfile: { readonly path: string; readonly sha256: string };
  readonly environment: Environment;
  /** Milliseconds since 1970. */
  readonly started: number;
  readonly finished: number;
}

/** The form of `externalParameters`; another form is another type. */
const BUILD_TYPE = "urn:plimsoll:build:container:1";

/** SLSA provenance, version 1, about the image and each of its platforms. */
export function provenanceOf(provenance: Provenance): Statement {
  const { request, image, environment, started, finished, engine } = provenance;
  const name = imageNameOf(request.image);
  const digests = [image.root, ...image.platforms].map(({ digest }) => digest);
  return {
    _type: STATEMENT_TYPE,
    subject: [...new Set(digests)].map((digest) => ({ name, digest: { sha256: hex(digest) } })),
    predicateType: PREDICATE_TYPES.provenance[0],
    predicate: {
      buildDefinition: {
        buildType: BUILD_TYPE,
        externalParameters: externalParameters(provenance),
        internalParameters: {
          engine: `${engine.name} ${engine.version}`,
          ...workflowOf(environment),
        },
        resolvedDependencies: [...sourceOf(provenance), ...provenance.bases.map(baseOf)],
      },
      runDetails: {
        builder: { id: builderOf(environment) },
        metadata: {
          ...invocationOf(environment),
          startedOn: new Date(started).toISOString(),
          finishedOn: new Date(finished).toISOString(),
        },
      },
    },
  };
}

function externalParameters({ request, source, dockerfile }: Provenance): object {
  return {
    ...(source.repository === undefined ? {} : { repository: source.repository }),
    ...(source.ref === undefined ? {} : { ref: source.ref }),
    context: request.context.slice(request.workspace.length + 1) || ".",
    dockerfile: dockerfile.path,
    ...(request.target === undefined ? {} : { target: request.target }),
    platforms: request.platforms,
    buildArgs: Object.fromEntries(request.buildArgs),
    labels: Object.fromEntries(request.labels),
    annotations: Object.fromEntries(request.annotations),
    network: request.network,
    sourceDateEpoch: source.epoch,
  };
}

function workflowOf(environment: Environment): object {
  const names = ["GITHUB_WORKFLOW_REF", "GITHUB_WORKFLOW_SHA", "GITHUB_EVENT_NAME", "RUNNER_ENVIRONMENT"];
  const known = names.map((name) => [name.toLowerCase(), environment[name]] as const);
  return Object.fromEntries(known.filter(([, value]) => value !== undefined));
}

function sourceOf({ source, dockerfile }: Provenance): readonly object[] {
  const { repository, ref, revision } = source;
  const file = { name: dockerfile.path, digest: { sha256: dockerfile.sha256 } };
  if (repository === undefined || revision === undefined) return [file];
  const at = ref === undefined ? revision : ref;
  return [{ uri: `git+${repository}@${at}`, digest: { gitCommit: revision } }, file];
}

/** A base image as a package URL of type `oci` (package-url specification). */
function baseOf({ name, repository, tag, digest }: BaseImage): object {
  const last = repository.slice(repository.lastIndexOf("/") + 1);
  const qualifiers = [
    `repository_url=${encodeURIComponent(name)}`,
    ...(tag === undefined ? [] : [`tag=${encodeURIComponent(tag)}`]),
  ];
  return {
    uri: `pkg:oci/${last}@${encodeURIComponent(digest)}?${qualifiers.join("&")}`,
    digest: { sha256: hex(digest) },
  };
}

/** Who built: the workflow, by the address that its platform gives it. */
function builderOf(environment: Environment): string {
  const server = environment["GITHUB_SERVER_URL"];
  const workflow = environment["GITHUB_WORKFLOW_REF"];
  return server === undefined || workflow === undefined
    ? "urn:plimsoll:builder:local"
    : `${server}/${workflow}`;
}

function invocationOf(environment: Environment): object {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = environment;
  if (server === undefined || repository === undefined || run === undefined) return {};
  const attempt = environment["GITHUB_RUN_ATTEMPT"] ?? "1";
  return { invocationId: `${server}/${repository}/actions/runs/${run}/attempts/${attempt}` };
}

function hex(digest: string): string {
  return digest.slice(digest.indexOf(":") + 1);
}
