import type { PostureReport } from "./posture-report.ts";

/** The posture as a JSON document. */
export function toPostureJson({ posture, subject, toolVersion }: PostureReport): string {
  const document = {
    schemaVersion: "1.0",
    tool: { name: "plimsoll", version: toolVersion },
    subject,
    ...posture,
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
