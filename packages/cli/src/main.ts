#!/usr/bin/env node
import { runProcess } from "./run-process.ts";

// The command line from source. What users get starts in `launch.ts`.
await runProcess();
