#!/usr/bin/env node
import { start } from "./programs/all.ts";

// The command line from source. What users get starts in `launch.ts`.
await start();
