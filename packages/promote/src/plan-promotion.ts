import type { RepositoryFile } from "@plimsoll/core/promotion";
import { applyEdits, orderEdits, parseYaml, type TextEdit } from "@plimsoll/syntax";
import { unifiedDiff } from "./diff/unified-diff.ts";
import { editSheet, UNPROVED, type Failure } from "./edit/edit-sheet.ts";
import { findNamed, readNamedPlace } from "./find/named-place.ts";
import { Search, type Site } from "./find/find.ts";
import { findSites } from "./find/find-sites.ts";
import { sheetsOf, type Sheet } from "./find/sheet.ts";
import { namesOf } from "./image.ts";
import {
  TARGET_KINDS,
  type FileChange,
  type PromotionPlan,
  type PromotionRequest,
  type Refusal,
} from "./plan.ts";

/** Places of one image in one environment. More is a wrong selection of files. */
const MOST_PLACES = 1000;

/** Longest file, in UTF-16 code units. */
const MAXIMUM_LENGTH = 4 * 1024 * 1024;

const START = { line: 1, column: 1, offset: 0 } as const;

/**
 * Works out what a promotion changes: every place that pins the image in the environment's files is given the digest, and nothing
 * else in them is touched. All or nothing: where one place cannot be edited, none is.
 * @throws CodedError `promote/bad-image`, `promote/bad-place`
 */
export function planPromotion(request: PromotionRequest): PromotionPlan {
  const search = new Search(request.image, namesOf(request.image));
  const read = searchFiles(search, request);
  refuseWhole(search, request);
  const changes = search.refusals.length > 0 ? [] : changesOf(search, read);
  return planOf(request, search, changes);
}

interface ReadFile {
  readonly path: string;
  readonly text: string;
  readonly sheets: readonly Sheet[];
}

function searchFiles(search: Search, { files, places, kinds }: PromotionRequest): readonly ReadFile[] {
  const named = (places ?? []).map(readNamedPlace);
  const wanted = new Set(kinds ?? TARGET_KINDS);
  const known = new Set(files.map(({ path }) => path));
  for (const { file } of named) if (!known.has(file)) refuseFile(search, file, NO_FILE);
  if (named.length === 0)
    return files.flatMap((file) => {
      const read = readFile(search, file, false);
      for (const sheet of read?.sheets.filter(isSound) ?? []) findSites(search, sheet, wanted);
      return read ?? [];
    });
  return files.flatMap((file) => {
    const own = named.filter((place) => place.file === file.path);
    const read = own.length === 0 ? undefined : readFile(search, file, true);
    for (const place of own) findNamed(search, read?.sheets ?? [], place);
    return read ?? [];
  });
}

function readFile(search: Search, file: RepositoryFile, isNamed: boolean): ReadFile | undefined {
  const text = textOf(search, file, isNamed);
  if (text === undefined) return undefined;
  const sheets = sheetsOf(file.path, text);
  for (const sheet of sheets) checkSheet(search, sheet, isNamed);
  return { path: file.path, text, sheets };
}

/** The text of a file that is worth reading; one that cannot be read is refused where it is the user who named it. */
function textOf(search: Search, file: RepositoryFile, isNamed: boolean): string | undefined {
  if ("unreadable" in file) {
    const reason = { ...UNREADABLE, message: `The file ${file.unreadable}.` };
    if (isNamed) refuseFile(search, file.path, reason);
    else
      search.notes.push({ code: reason.code, file: file.path, path: "", at: START, message: reason.message });
    return undefined;
  }
  if (!isNamed && !search.names.mentionedIn(file.text)) return undefined;
  if (file.text.length <= MAXIMUM_LENGTH) return file.text;
  refuseFile(search, file.path, TOO_LARGE);
  return undefined;
}

function isSound({ document }: Sheet): boolean {
  return document.problems.length === 0;
}

/** A malformed document that names the image is refused: what it pins, nobody can tell. */
function checkSheet(search: Search, sheet: Sheet, isNamed: boolean): void {
  const { text, problems } = sheet.document;
  const [problem] = problems;
  if (problem === undefined || (!isNamed && !search.names.mentionedIn(text))) return;
  search.refusals.push({
    code: codeOf(problem.code, text),
    file: sheet.file,
    path: "",
    at: sheet.positionOf(problem.start),
    message: `The document is not in order: ${problem.message}`,
    nextStep: text.includes("{{")
      ? "Promote the file that the template's values come from."
      : "Correct the file, then promote again.",
  });
}

function codeOf(code: string, text: string): string {
  if (text.includes("{{")) return "promote/template";
  return code === "yaml/duplicate-key" ? "promote/duplicate-key" : "promote/syntax";
}

/** Reasons that are about the promotion as a whole. */
function refuseWhole(search: Search, { image, files, places }: PromotionRequest): void {
  if (search.refusals.length > 0) return;
  const file = files.length === 1 ? (files[0]?.path ?? "") : "";
  if (search.sites.length === 0)
    refuseFile(search, file, {
      ...NO_PLACE,
      message: `No place in ${files.length === 1 ? "the file" : `the ${files.length} files`} pins ${image.name}.`,
    });
  if (search.sites.length > MOST_PLACES) refuseFile(search, file, TOO_MANY);
  const old = previousDigests(search.sites, image.digest);
  const site = search.sites.find(({ place }) => place.digest === old[1]);
  if (old.length > 1 && site !== undefined && (places ?? []).length === 0) {
    search.refuse(
      { sheet: site.sheet, path: site.place.path, node: site.node },
      {
        code: "promote/different-digests",
        message: `The files pin ${old.length} different digests of the image (${old.join(", ")}), so they do not run one version.`,
        nextStep: "Name the files of one environment only, or the places to edit as file#path.",
      },
    );
  }
}

function refuseFile(
  search: Search,
  file: string,
  reason: Pick<Refusal, "code" | "message" | "nextStep">,
): void {
  search.refusals.push({ ...reason, file, path: "", at: START });
}

function changesOf(search: Search, read: readonly ReadFile[]): readonly FileChange[] {
  const bySheet = Map.groupBy(search.sites, ({ sheet }) => sheet.outer?.sheet ?? sheet);
  const changes: FileChange[] = [];
  for (const file of read) {
    const edited = file.sheets.map((sheet) => ({ sheet, ...editSheet(sheet, bySheet.get(sheet) ?? []) }));
    search.refusals.push(...edited.flatMap(({ failures }) => failures.map(refusalOf)));
    const change = changeOf(file, edited);
    if (change === undefined) refuseFile(search, file.path, UNPROVED);
    else if (change.edits.length > 0) changes.push(change);
  }
  return search.refusals.length > 0 ? [] : changes;
}

/** The edits of all documents of a file together; undefined where the file would not fall into the same documents afterwards. */
function changeOf(
  { path, text }: ReadFile,
  edited: readonly { readonly sheet: Sheet; readonly edits: readonly TextEdit[] }[],
): FileChange | undefined {
  const edits = orderEdits(
    edited.flatMap(({ sheet: { placed }, edits: own }) =>
      own.map((edit) => ({ ...edit, start: edit.start + placed.offset, end: edit.end + placed.offset })),
    ),
  );
  if (edits === undefined) return undefined;
  const after = applyEdits(text, edits);
  const { documents } = parseYaml(after);
  const isSame = edited.every(
    ({ sheet, edits: own }, index) =>
      documents[index]?.document.text === applyEdits(sheet.document.text, own),
  );
  return isSame && documents.length === edited.length ? { path, before: text, after, edits } : undefined;
}

function refusalOf({ site, reason }: Failure): Refusal {
  const { file, path, at } = site.place;
  return { ...reason, file, path, at };
}

function planOf(request: PromotionRequest, search: Search, files: readonly FileChange[]): PromotionPlan {
  const { environment, image } = request;
  const isRefused = search.refusals.length > 0;
  return {
    operation: isRefused ? "refused" : files.length === 0 ? "none" : "update",
    environment,
    image,
    files,
    places: search.sites.map(({ place }) => place),
    previousDigests: previousDigests(search.sites, image.digest),
    diff: files.map(unifiedDiff).join(""),
    refusals: search.refusals,
    notes: search.notes,
  };
}

function previousDigests(sites: readonly Site[], wanted: string): readonly string[] {
  const digests = sites.map(({ place }) => place.digest).filter((digest) => digest !== undefined);
  return [...new Set(digests)].filter((digest) => digest !== wanted).sort();
}

const NO_PLACE = {
  code: "promote/no-place",
  nextStep: "Check the image's name and the files; a placeholder or a mirror can be given as another name.",
};

const NO_FILE = {
  code: "promote/no-such-place",
  message: "There is no such file among those that are looked at.",
  nextStep: "Correct the path, which counts from the root of the repository.",
};

const UNREADABLE = {
  code: "promote/unreadable",
  nextStep: "Replace it by a plain file in UTF-8.",
};

const TOO_LARGE = {
  code: "promote/too-large",
  message: `The file is longer than ${MAXIMUM_LENGTH} characters.`,
  nextStep: "Split the file, or leave it out.",
};

const TOO_MANY = {
  code: "promote/too-many-places",
  message: `More than ${MOST_PLACES} places pin the image.`,
  nextStep: "Name the files of one environment only.",
};
