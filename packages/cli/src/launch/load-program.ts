// Imported, these would be read name by name, and some names load the rest of Node's file system.
const { closeSync, fstatSync, mkdirSync, openSync, readSync, renameSync, writeFileSync } =
  process.getBuiltinModule("node:fs");
const path = process.getBuiltinModule("node:path");
const { Script } = process.getBuiltinModule("node:vm");
const { fileURLToPath } = process.getBuiltinModule("node:url");
const nodeModule = process.getBuiltinModule("node:module");

/** The program as one script. */
export interface ProgramFile {
  /** A function of `module`, `require`, the program's address and {@link LoadPart} that exports {@link Program}. */
  readonly url: URL;
  /** Name of the file that keeps its compiled code, in the folder of Node's compile cache. */
  readonly cache: string;
}

export interface LoadedProgram {
  readonly run: () => Promise<void>;
  /** Keeps the code of all functions that were called, where no earlier run kept any. */
  readonly keepCode: () => void;
}

interface Program {
  readonly start: () => Promise<void>;
}

/** A script is a function; it exports into the module, and a part of a program takes from what the program gives. */
type Start = (module: { exports: unknown }, require: NodeJS.Require, url: string, last: unknown) => void;

/** Loads a part of the program: the name of its file beside the program's, and what it takes from the program. */
type LoadPart = (file: string, given: unknown) => unknown;

/**
 * Loads the program with the code that an earlier run of its kind compiled. Node's own compile cache keeps what is compiled before a
 * module runs, which are not the functions that it calls then; they took a third of a start. The folder and whether anything is
 * kept (`NODE_COMPILE_CACHE`, `NODE_DISABLE_COMPILE_CACHE`) are those of Node's cache. V8 refuses code of another version or of other
 * flags, and the name of the file stands for the program's text. Parts of the program are loaded in the same way.
 */
export function loadProgram({ url, cache }: ProgramFile): LoadedProgram {
  nodeModule.enableCompileCache();
  const folder = nodeModule.getCompileCacheDir();
  const kept: (() => void)[] = [];
  const require = nodeModule.createRequire(url);
  const load = (file: string, code: string, last: unknown): unknown => {
    const script = compile(file, folder === undefined ? undefined : path.join(folder, code));
    const start: Start = script.runInThisContext();
    const module = { exports: {} };
    start(module, require, url.href, last);
    if (folder !== undefined && !script.hadCode)
      kept.push(() => keep(folder, code, script.createCachedData()));
    return module.exports;
  };
  const main = fileURLToPath(url);
  const loadPart: LoadPart = (file, given) =>
    load(path.join(path.dirname(main), file), `${cache}-${file}`, given);
  const program = load(main, cache, loadPart);
  return {
    run: () => {
      if (!isProgram(program)) throw new Error(`${main} exports no program`);
      return program.start();
    },
    keepCode: () => kept.forEach((keepOne) => keepOne()),
  };
}

function isProgram(value: unknown): value is Program {
  return typeof value === "object" && value !== null && "start" in value && typeof value.start === "function";
}

/** Compiles a script, or takes its code from the file that an earlier run kept it in. */
function compile(
  file: string,
  code: string | undefined,
): InstanceType<typeof Script> & { readonly hadCode: boolean } {
  const room = new Room();
  // The build writes ASCII only, which is read fastest so.
  const text = room.read(file).toString("latin1");
  const cachedData = code === undefined ? undefined : readIfThere(room, code);
  const script = new Script(text, { filename: file, ...(cachedData === undefined ? {} : { cachedData }) });
  return Object.assign(script, { hadCode: cachedData !== undefined && script.cachedDataRejected !== true });
}

/**
 * Memory that files are read into, one after the other: what one read leaves is gone with the next. New memory costs a start more
 * than the reading does, since the system gives it page by page.
 */
class Room {
  #bytes = Buffer.alloc(0);

  read(file: string): Buffer {
    const descriptor = openSync(file, "r");
    try {
      const { size } = fstatSync(descriptor);
      if (this.#bytes.length < size) this.#bytes = Buffer.allocUnsafeSlow(size + SPARE_BYTES);
      let end = 0;
      for (let read = -1; end < size && read !== 0; end += read)
        read = readSync(descriptor, this.#bytes, end, size - end, null);
      return this.#bytes.subarray(0, end);
    } finally {
      closeSync(descriptor);
    }
  }
}

/** The compiled code is a little larger than the program. Memory that is never written is never given. */
const SPARE_BYTES = 1024 * 1024;

function readIfThere(room: Room, file: string): Buffer | undefined {
  try {
    return room.read(file);
  } catch {
    // The first run of its kind, or a folder that cannot be read: then the program is compiled.
    return undefined;
  }
}

/** In one step, since another run may read it at any time. */
function keep(folder: string, name: string, code: Buffer): void {
  const file = path.join(folder, name);
  const unfinished = `${file}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(unfinished, code, { mode: 0o600 });
    renameSync(unfinished, file);
  } catch {
    // A folder that cannot be written costs the next run time, and this one nothing: its result stands.
  }
}
