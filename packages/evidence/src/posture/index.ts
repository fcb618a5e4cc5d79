export type { PostureReport } from "./posture-report.ts";
export { toPostureHtml } from "../html/to-posture-html.ts";
export { toPostureJson } from "./to-posture-json.ts";
export { toPostureMarkdown } from "./to-posture-markdown.ts";
export { toPostureText } from "./to-posture-text.ts";
