export { loadWaivers } from "./configuration/load-waivers.ts";
export {
  CONFIGURATION_NAMES,
  openWorkspace,
  type Workspace,
  type WorkspaceRequest,
} from "./configuration/open-workspace.ts";
export { pathFromFolder, rebaseConfiguration, rebaseWaiver } from "./configuration/rebase.ts";
export { discoverFiles, type Discovery } from "./discovery/discover.ts";
export type { DiscoveryRequest } from "./discovery/request.ts";
export { type Walk, walkInSteps } from "./discovery/walk.ts";
export type { Committer } from "./git/git-objects.ts";
export { openGitRemote, type GitRemoteOptions } from "./git/git-remote.ts";
export { isBranchName, remoteAddress, type RemoteAddress } from "./git/remote-address.ts";
export { checkFiles, type CheckedFiles, type CheckOptions, wantsPool } from "./pool/check-files.ts";
export {
  checkSource,
  checkText,
  type FileOutcome,
  kindOfText,
  siblingReader,
  type TextInput,
} from "./pool/check-source.ts";
export type { EngineSetup } from "./pool/protocol.ts";
export type { PoolOptions } from "./pool/worker-pool.ts";
export { sizeHeap } from "./process/collector.ts";
export { execute, type Execute, type Execution, type ExecutionOutcome } from "./process/execute.ts";
export { findExecutable, type SearchPath } from "./process/find-executable.ts";
export { readEvidenceFolder, type EvidenceBytes } from "./release/evidence-folder.ts";
export { plainData } from "./release/plain-data.ts";
export { readPromotionFiles } from "./release/promotion-files.ts";
export {
  readPublicKey,
  readSigner,
  verifyWith,
  type PublicKey,
  type Signer,
} from "./release/signing-keys.ts";
export { mergeResults } from "./render/merge-results.ts";
export { type RenderedWorkspace, renderWorkspace, type RenderRequest } from "./render/render-workspace.ts";
export { collectCustomSchemas, type WorkspaceSchemas } from "./schemas/collect-custom-schemas.ts";
export { commonFolder, findRepositoryRoot, isInside, realPath, workspacePath } from "./source/paths.ts";
export {
  decodeSource,
  MAXIMUM_FILE_BYTES,
  readSource,
  reasonOf,
  type SourceFile,
  type SourceOutcome,
} from "./source/read-source.ts";
export { type FileChange, writeFilesAtomically } from "./write/write-files.ts";
