import type { ConfigurationProblem, Finding } from "@plimsoll/core";
import type { Diagnostic, PublishDiagnosticsParams } from "vscode-languageserver-protocol";
import type { Folder } from "../workspace-index/folder.ts";
import { fileDiagnostics, problemDiagnostic, type Shown, type ShownPolicy } from "./file-diagnostics.ts";

/** What a publisher works with. */
export interface PublisherParts {
  readonly send: (params: PublishDiagnosticsParams) => void;
  /** Whether the client asks for the findings of open files itself: then only the rest is pushed. */
  readonly pulls: boolean;
  readonly pause: () => Promise<void>;
  readonly addressOf: (ruleId: string) => string | undefined;
}

/** What is pushed of a folder besides the findings of its files. */
export interface FolderExtras {
  /** Problems of configuration and waiver files. */
  readonly problems: readonly ConfigurationProblem[];
  /** Findings about waivers. */
  readonly reports: readonly Finding[];
}

const NOTHING: Shown = { findings: [], waived: [], notChecked: [] };

/**
 * Pushes what an open file cannot be asked for: findings that need other files, problems of configuration and waivers, and all
 * findings where the client does not pull. Nothing is sent twice.
 */
export class Publisher {
  readonly #parts: PublisherParts;
  /** What was sent last, by URI, and for which folder. */
  readonly #sent = new Map<string, { readonly folder: Folder; readonly json: string }>();
  readonly #runs = new Map<Folder, number>();

  constructor(parts: PublisherParts) {
    this.#parts = parts;
  }

  /** Pushes what changed. All open files are looked at, since their findings may point into the files that changed. */
  async publish(folder: Folder, paths: readonly string[] | undefined, extras: FolderExtras): Promise<void> {
    const targets = new Set(paths ?? this.#all(folder));
    for (const path of folder.open.paths()) targets.add(path);
    for (const { file } of [...extras.problems, ...extras.reports]) targets.add(file);
    const run = (this.#runs.get(folder) ?? 0) + 1;
    if (paths === undefined) this.#runs.set(folder, run);
    for (const path of targets) {
      this.#publishFile(folder, path, extras);
      if (targets.size > folder.open.paths().length) await this.#parts.pause();
      // A newer run over all files does the rest.
      if (paths === undefined && this.#runs.get(folder) !== run) return;
    }
  }

  /** Takes back all that was pushed of a folder. */
  clear(folder: Folder): void {
    for (const [uri, sent] of this.#sent) {
      if (sent.folder !== folder) continue;
      this.#sent.delete(uri);
      this.#parts.send({ uri, diagnostics: [] });
    }
    this.#runs.delete(folder);
  }

  /** Every file that something is or was pushed of. */
  #all(folder: Folder): readonly string[] {
    const sent = [...this.#sent].flatMap(([uri, one]) =>
      one.folder === folder ? (folder.source.pathOf(uri) ?? []) : [],
    );
    const closed = folder.settings.problems === "workspace" ? (folder.crossFile?.paths() ?? []) : [];
    return [...sent, ...closed];
  }

  #publishFile(folder: Folder, path: string, extras: FolderExtras): void {
    const document = folder.open.documentOf(path);
    const uri = document?.uri ?? folder.source.uriOf(path);
    const shown = this.#shownOf(folder, path);
    // The index is still being made: what was pushed before stays.
    if (shown === undefined) return;
    const diagnostics = [
      ...fileDiagnostics(shown, policyOf(folder, this.#parts.addressOf)),
      ...extras.problems.filter(({ file }) => file === path).map(problemDiagnostic),
      ...fileDiagnostics(
        { ...NOTHING, findings: extras.reports.filter(({ file }) => file === path) },
        policyOf(folder, this.#parts.addressOf),
      ),
    ];
    this.#send(folder, uri, diagnostics, document?.version);
  }

  #shownOf(folder: Folder, path: string): Shown | undefined {
    const assessment = folder.assess(path);
    const isOpen = folder.open.documentOf(path) !== undefined;
    if (assessment === undefined || (!isOpen && folder.settings.problems !== "workspace")) return NOTHING;
    const knowsAll = folder.index.isComplete || !folder.isIndexed;
    const leavesOwn = isOpen && this.#parts.pulls;
    if (!knowsAll) return leavesOwn ? undefined : { ...assessment, findings: assessment.own };
    if (leavesOwn) return { ...NOTHING, findings: assessment.cross };
    return { ...assessment, findings: [...assessment.own, ...assessment.cross] };
  }

  #send(folder: Folder, uri: string, diagnostics: Diagnostic[], version: number | undefined): void {
    const json = JSON.stringify(diagnostics);
    const before = this.#sent.get(uri)?.json ?? "[]";
    if (before === json) return;
    if (diagnostics.length === 0) this.#sent.delete(uri);
    else this.#sent.set(uri, { folder, json });
    this.#parts.send({ uri, diagnostics, ...(version === undefined ? {} : { version }) });
  }
}

/** How a folder's findings are shown. */
export function policyOf(folder: Folder, addressOf: PublisherParts["addressOf"]): ShownPolicy {
  const { showWaived, maximumProblems } = folder.settings;
  return {
    uriOf: (path) => folder.open.documentOf(path)?.uri ?? folder.source.uriOf(path),
    addressOf,
    showWaived,
    maximum: maximumProblems,
  };
}
