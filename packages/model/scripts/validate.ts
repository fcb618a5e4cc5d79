// Proves the data of the model before it is built: closed vocabularies, unique ids, references that resolve, counts of the catalogue.
// Exit code 0: proved. 1: faults, each named with its file and record. An exception means that a file is missing or not JSON.
import { readdirSync } from "node:fs";
import { countFaults } from "./counts.ts";
import { readData } from "./model-data.ts";
import type { ModelData, RawData } from "./model-data.ts";
import { recognitionFaults } from "./recognition.ts";
import { linkFaults, requirementFaults } from "./references.ts";
import { isObject } from "./shape.ts";
import type { Fault } from "./shape.ts";
import { fileShapes } from "./shapes.ts";
import type { FileShape } from "./shapes.ts";

/** The folder of the data files. */
export const dataFolder: URL = new URL("../src/data/", import.meta.url);

/** Every fault of the data, in the order of the files. References and counts are looked at only where every shape is right. */
export function validateModel(data: RawData): readonly Fault[] {
  const strangers = Object.keys(data).filter((name) => !Object.hasOwn(fileShapes, name));
  const faults = [
    ...strangers.map((file) => ({ file, record: "file", message: "no check covers this file" })),
    ...Object.entries<FileShape>(fileShapes).flatMap(([name, shape]) => fileFaults(name, shape, data[name])),
  ];
  if (faults.length > 0 || !hasProvedShape(data, faults)) return faults;
  return [...requirementFaults(data), ...linkFaults(data), ...recognitionFaults(data), ...countFaults(data)];
}

/** Reads and checks the data files of this package. */
export function validateFiles(folder: URL = dataFolder): readonly Fault[] {
  return validateModel(readData(folder, readdirSync(folder).sort()));
}

/** The checks of `fileShapes` are tied to the types, so data without a fault of shape has the declared types. */
function hasProvedShape(_data: unknown, faults: readonly Fault[]): _data is ModelData {
  return faults.length === 0;
}

function fileFaults(file: string, shape: FileShape, content: unknown): readonly Fault[] {
  if (shape.key === undefined)
    return shape.row(content, "").map((message) => ({ file, record: "file", message }));
  if (!Array.isArray(content))
    return [{ file, record: "file", message: "is missing or not a list of records" }];
  const rows: readonly unknown[] = content;
  const key = shape.key;
  const seen = new Set<string>();
  return rows.flatMap((row, position) => {
    const record = keyOf(row, key) ?? `record ${position + 1}`;
    const messages = [...shape.row(row, "")];
    if (seen.has(record)) messages.push("occurs twice");
    seen.add(record);
    return messages.map((message) => ({ file, record, message }));
  });
}

function keyOf(row: unknown, key: readonly string[]): string | undefined {
  if (!isObject(row)) return undefined;
  const parts = key.map((name) => row[name]).filter((part) => typeof part === "string");
  return parts.length === 0 ? undefined : parts.join(" ");
}

if (import.meta.main) {
  const faults = validateFiles();
  for (const { file, record, message } of faults) console.error(`${file}: ${record}: ${message}`);
  if (faults.length > 0) process.exitCode = 1;
}
