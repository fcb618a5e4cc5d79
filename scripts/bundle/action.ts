// Builds `dist` of the action in the folder that this runs in: the script, and the licences of what went in.
import { copyFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundleAction, root } from "./bundle-action.ts";
import { licencesOf } from "./licences.ts";

const folder = process.cwd();
const dist = join(folder, "dist");
rmSync(dist, { recursive: true, force: true });
const metafile = await bundleAction(folder, join(dist, "index.cjs"));
writeFileSync(join(dist, "THIRD-PARTY-LICENSES.txt"), licencesOf(metafile, root));
copyFileSync(join(root, "LICENSE"), join(dist, "LICENSE"));
