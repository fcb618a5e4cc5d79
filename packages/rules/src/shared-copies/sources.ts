import { attached, resolveWord, type Dockerfile, type Instruction, type Word } from "@plimsoll/syntax";

/** What a source of ADD or COPY is, by its text. */
export type SourceKind =
  /** A file, a folder or a pattern of the build context or of another stage. */
  | "path"
  /** A local file whose name says that ADD unpacks it. */
  | "archive"
  | "url"
  | "git"
  | "heredoc"
  /** A variable leaves it unknown. */
  | "unknown";

export interface CopySource {
  readonly kind: SourceKind;
  readonly word: Word;
  /** With variables put in, as far as they are known. */
  readonly text: string;
  /** Git only: true where the reference is a commit. */
  readonly pinned: boolean;
}

/** The sources of an ADD or COPY, and where they go. */
export interface CopyStep {
  readonly instruction: Instruction;
  readonly sources: readonly CopySource[];
  readonly destination: Word | undefined;
}

const MEMO = attached<Instruction, CopyStep>();

/** Every ADD of the file. */
export function addSources(file: Dockerfile): readonly CopyStep[] {
  return file.instructions.filter(({ keyword }) => keyword === "ADD").map((one) => copyStep(file, one));
}

/** Takes the arguments of an ADD or COPY apart. */
export function copyStep(file: Dockerfile, instruction: Instruction): CopyStep {
  const known = MEMO.get(instruction);
  if (known !== undefined) return known;
  const sources = instruction.words.slice(0, -1).map((word) => readSource(file, instruction, word));
  const step = { instruction, sources, destination: instruction.words.at(-1) };
  MEMO.set(instruction, step);
  return step;
}

function readSource(file: Dockerfile, instruction: Instruction, word: Word): CopySource {
  const heredoc = instruction.heredocs.some(({ start, end }) => start <= word.start && word.end <= end);
  if (heredoc) return { kind: "heredoc", word, text: word.text, pinned: false };
  const { text, unresolved } = resolveWord(file, instruction, word);
  const kind = kindOf(text, unresolved.length > 0);
  return { kind, word, text, pinned: kind === "git" && isCommit(text) };
}

const ARCHIVES = /\.(tar|tgz|tbz2?|txz|tzst|tar\.(gz|bz2?|xz|lzma|zst|Z)|gz|bz2|xz)$/i;

function kindOf(text: string, unknown: boolean): SourceKind {
  if (/^https?:\/\//i.test(text)) return isGitUrl(text) ? "git" : "url";
  if (/^ftp:\/\//i.test(text)) return "url";
  if (/^(git@|git:\/\/|ssh:\/\/)/i.test(text)) return "git";
  if (ARCHIVES.test(text)) return "archive";
  return unknown ? "unknown" : "path";
}

function isGitUrl(text: string): boolean {
  return /\.git($|[#?])/i.test(text);
}

/** The part after `#`, before a folder, is the reference; a whole commit does not move. */
function isCommit(text: string): boolean {
  const hash = text.indexOf("#");
  const reference = hash === -1 ? "" : (text.slice(hash + 1).split(":", 1)[0] ?? "");
  return /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(reference) || /[?&](commit|checksum)=[0-9a-f]{40}/.test(text);
}
