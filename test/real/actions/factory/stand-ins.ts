import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const HEAD = (main: string, inputs: readonly string[]): string =>
  `name: stand-in\ndescription: stand-in\ninputs:\n${inputs.map((name) => `  ${name}: { description: x, required: false }\n`).join("")}runs:\n  using: node24\n  main: ${main}\n`;

const UPLOAD = `const fs = require("fs"), path = require("path");
const from = process.env.INPUT_PATH;
if (!fs.existsSync(from)) {
  if (process.env["INPUT_IF-NO-FILES-FOUND"] === "error") { console.log("::error::no files"); process.exit(1); }
} else fs.cpSync(from, path.join(process.env.SUITE_ARTIFACTS, process.env.INPUT_NAME), { recursive: true });
`;

/**
 * All artifacts are those of the pattern in the workflow; they are put together. A test may have one lost, or one bit of one file
 * flipped, on the way.
 */
const DOWNLOAD = `const fs = require("fs"), path = require("path");
const root = process.env.SUITE_ARTIFACTS, to = process.env.INPUT_PATH;
fs.mkdirSync(to, { recursive: true });
for (const name of fs.readdirSync(root)) {
  if (name !== process.env.SUITE_LOSE) fs.cpSync(path.join(root, name), to, { recursive: true });
}
const flipped = process.env.SUITE_FLIP;
if (flipped) {
  const file = path.join(to, flipped), bytes = fs.readFileSync(file);
  bytes[Math.floor(bytes.length / 2)] ^= 1;
  fs.writeFileSync(file, bytes);
}
`;

/** Writes what stands for GitHub's service that keeps artifacts: actions that copy to and from a folder. */
export function writeStandIns(folder: string): Readonly<Record<string, string>> {
  const write = (name: string, script: string, inputs: readonly string[]): string => {
    const path = join(folder, name);
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, "action.yml"), HEAD("main.js", inputs));
    writeFileSync(join(path, "main.js"), script);
    return path;
  };
  return {
    "actions/upload-artifact@330a01c490aca151604b8cf639adc76d48f6c5d4": write("upload", UPLOAD, [
      "name",
      "path",
      "if-no-files-found",
    ]),
    "actions/download-artifact@634f93cb2916e3fdff6788551b99b062d0335ce0": write("download", DOWNLOAD, [
      "pattern",
      "merge-multiple",
      "path",
    ]),
  };
}
