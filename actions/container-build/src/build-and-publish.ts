import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type ActionOutcome,
  type ActionPorts,
  EvidenceFolder,
  evidenceFolderPath,
} from "@plimsoll/action-kit";
import { type Attestation, type Attesting, attest, attestSboms, signAll } from "./attest/attest.ts";
import { imageLabels } from "./attest/labels.ts";
import { provenanceOf } from "./attest/provenance.ts";
import { makeSboms } from "./attest/sbom.ts";
import { type BaseImage, pinnedText } from "./bases/settle-bases.ts";
import type { Engine } from "./engine/engine.ts";
import type { Hardening } from "./hardening/check-dockerfile.ts";
import type { Inputs, OutputName } from "./inputs.generated.ts";
import { examine } from "./layout/examine.ts";
import { type BuiltImage, readLayout } from "./layout/oci-layout.ts";
import { type CredentialStore, loginFile } from "./registry/credentials.ts";
import { publish } from "./registry/publish.ts";
import { RegistryClient } from "./registry/registry-client.ts";
import { isLoopback } from "./registry/transport.ts";
import { builtOutcome, leakedOutcome } from "./report/outcomes.ts";
import { type BuildRequest, imageNameOf } from "./request/build-request.ts";
import { type BuildSecret, gatherSecrets } from "./request/build-secrets.ts";
import { findSource, type Source } from "./request/source.ts";
import { readSigner, type Signer } from "./signing/signer.ts";

/** A build that may go on: the Dockerfile passed, and all images that it uses are settled. */
export interface SettledBuild {
  readonly inputs: Inputs;
  readonly request: BuildRequest;
  readonly hardening: Hardening;
  readonly bases: readonly BaseImage[];
  readonly engine: Engine;
  readonly credentials: CredentialStore;
  readonly ports: ActionPorts;
}

/** The file of logins, for the engine. */
const LOGINS = "logins.json";

/** The folders and keys of one build. */
interface Workshop {
  /** Private; goes when the build is done. */
  readonly scratch: string;
  readonly layout: string;
  readonly secrets: readonly BuildSecret[];
  readonly signer: Signer | undefined;
  readonly source: Source;
}

/** Builds into a folder, looks at every byte, attests, and pushes where that is wanted. */
export async function buildAndPublish(build: SettledBuild): Promise<ActionOutcome<OutputName>> {
  const { inputs, request, ports } = build;
  const temporary = realpathSync(ports.environment["RUNNER_TEMP"] ?? tmpdir());
  const scratch = mkdtempSync(join(temporary, "plimsoll-build-"));
  const layout = join(mkdtempSync(join(temporary, "plimsoll-image-")), "layout");
  try {
    const secrets = gatherSecrets(inputs, {
      environment: ports.environment,
      secrets: ports.secrets,
      workspace: request.workspace,
      folder: join(scratch, "secrets"),
    });
    const signer =
      inputs.signingKey === undefined ? undefined : readSigner(inputs.signingKey, inputs.signingKeyPassword);
    const source = await findSource(request.workspace, inputs.sourceDateEpoch, ports);
    return await buildWith(build, { scratch, layout, secrets, signer, source });
  } finally {
    rmSync(join(scratch, "secrets"), { recursive: true, force: true });
    rmSync(join(scratch, LOGINS), { force: true });
    removeStorage(scratch, ports);
  }
}

/** An engine without root's rights leaves folders of users that only it can be; they go with the job's temporary files. */
function removeStorage(folder: string, { log }: ActionPorts): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log.info(`The engine's folder could not be removed: ${reason}`);
  }
}

async function buildWith(build: SettledBuild, workshop: Workshop): Promise<ActionOutcome<OutputName>> {
  const { inputs, bases, engine, ports, hardening } = build;
  const { layout, secrets, signer, source } = workshop;
  const started = ports.now();
  await ports.log.group(`Build with ${engine.name} ${engine.version}`, () => startEngine(build, workshop));
  const times = { started, finished: ports.now() };
  const image = readLayout(layout);
  const { leaks, tooShort } = await examine(image, secrets);
  if (leaks.length > 0) {
    rmSync(layout, { recursive: true, force: true });
    return leakedOutcome({ hardening, bases, leaks });
  }
  const notes = [
    ...tooShort.map((id) => `The secret ${id} is too short to be looked for in the image.`),
    ...(signer === undefined ? ["There is no signing key, so nobody can tell who made this image."] : []),
  ];
  for (const note of notes) ports.log.warning(note);
  const folder = new EvidenceFolder(evidenceFolderPath(inputs.outputDir, ports.environment));
  const made = await sbomsOf(build, image, workshop.scratch);
  const name = imageNameOf(build.request.image);
  const sboms = await attestSboms({ sboms: made, image, name }, { folder, signer });
  const provenance = await attestProvenance(build, { image, source, times, attesting: { folder, signer } });
  await publishWhereWanted(build, { image, signer, attestations: [...sboms, ...provenance], folder });
  return builtOutcome({ build, image, folder, sboms, provenance, notes, source });
}

interface ProvenanceFacts {
  readonly image: BuiltImage;
  readonly source: Source;
  /** Milliseconds since 1970. */
  readonly times: { readonly started: number; readonly finished: number };
  readonly attesting: Attesting;
}

async function attestProvenance(
  { inputs, request, bases, engine, ports, hardening }: SettledBuild,
  { image, source, times, attesting }: ProvenanceFacts,
): Promise<readonly Attestation[]> {
  if (!inputs.provenance) return [];
  const { environment } = ports;
  const dockerfile = { path: hardening.path, sha256: sha256Of(hardening.file.text) };
  const statement = provenanceOf({
    request,
    source,
    bases,
    image,
    engine,
    dockerfile,
    environment,
    ...times,
  });
  return [await attest({ name: "provenance", subject: image.root.digest, statement }, attesting)];
}

interface Publishing {
  readonly image: BuiltImage;
  readonly signer: Signer | undefined;
  readonly attestations: readonly Attestation[];
  readonly folder: EvidenceFolder;
}

async function publishWhereWanted(
  build: SettledBuild,
  { image, signer, attestations, folder }: Publishing,
): Promise<void> {
  const { tags } = build.request.image;
  const name = imageNameOf(build.request.image);
  const signatures = await signAll(name, image, { folder, signer });
  if (!build.inputs.push) return;
  await build.ports.log.group(`Push to ${name}`, () =>
    publish(registryOf(build), { image, tags, attestations, signatures, signer }),
  );
}

async function startEngine(build: SettledBuild, workshop: Workshop): Promise<void> {
  const { request, bases, hardening, credentials, engine } = build;
  const { scratch, layout, secrets, source } = workshop;
  const pinnedDockerfile = join(scratch, "Dockerfile");
  writeFileSync(pinnedDockerfile, pinnedText(hardening.file.text, bases));
  const logins = join(scratch, LOGINS);
  writeFileSync(logins, loginFile(credentials), { mode: 0o600 });
  const beside = `${request.dockerfile}.dockerignore`;
  const hosts = [request.image.registry, ...bases.map(({ registry }) => registry)];
  await engine.build({
    request,
    pinnedDockerfile,
    ignoreFile: existsSync(beside) ? beside : undefined,
    labels: imageLabels({ source, bases }, request.labels),
    annotations: imageLabels({ source, bases }, request.annotations),
    secrets,
    epoch: source.epoch,
    folder: scratch,
    layout,
    loginFile: logins,
    plainRegistries: [...new Set(hosts)].filter((host) => isLoopback(host.replace(/:\d+$/u, ""))),
  });
}

async function sbomsOf(
  { inputs, request, ports }: SettledBuild,
  image: BuiltImage,
  home: string,
): Promise<Awaited<ReturnType<typeof makeSboms>>> {
  if (!inputs.sbom) return [];
  return makeSboms(image, {
    ports,
    toolFolders: inputs.toolPath,
    workspace: request.workspace,
    home,
    timeoutMilliseconds: inputs.timeoutMinutes * 60_000,
    name: imageNameOf(request.image),
  });
}

function registryOf({ request, credentials, ports }: SettledBuild): RegistryClient {
  const { registry, repository } = request.image;
  const { fetch, secrets } = ports;
  return new RegistryClient(
    { registry, credentials: credentials.get(registry), fetch, secrets },
    repository,
    "pull,push",
  );
}

function sha256Of(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
