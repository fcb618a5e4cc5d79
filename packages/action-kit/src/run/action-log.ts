import type { Secrets } from "../text/secrets.ts";
import { safeLine, safeText } from "../text/safe-text.ts";

/** How loud an annotation is. */
export type AnnotationLevel = "error" | "warning" | "notice";

/** A message at a place in a file. Lines and columns count from 1. */
export interface Annotation {
  readonly level: AnnotationLevel;
  readonly message: string;
  readonly title?: string;
  /** From the workspace's root. */
  readonly file?: string;
  readonly startLine?: number;
  readonly endLine?: number;
  readonly startColumn?: number;
  readonly endColumn?: number;
}

/** The commands of the runner that the log needs. */
export interface LogHost {
  readonly writeLine: (line: string) => void;
  readonly annotate: (annotation: Annotation) => void;
  readonly startGroup: (title: string) => void;
  readonly endGroup: () => void;
}

/** The step's log. Every text may be foreign: it is made safe and freed of secrets on its way. */
export interface ActionLog {
  readonly info: (text: string) => void;
  readonly annotate: (annotation: Annotation) => void;
  readonly warning: (message: string) => void;
  readonly error: (message: string) => void;
  /** Runs something whose log is folded under a title. */
  readonly group: <Result>(title: string, run: () => Promise<Result>) => Promise<Result>;
}

/** GitHub shows at most ten annotations of a level for a step; what is more only fills the log. */
const MAXIMUM_ANNOTATIONS = 50;
const MAXIMUM_MESSAGE = 4000;

/** A log that writes to the runner. */
export function makeLog(host: LogHost, secrets: Secrets): ActionLog {
  let annotations = 0;
  const safe = (text: string): string => safeText(secrets.redact(text));
  const annotate = (annotation: Annotation): void => {
    annotations += 1;
    const { level } = annotation;
    const message = safe(annotation.message.slice(0, MAXIMUM_MESSAGE));
    if (annotations > MAXIMUM_ANNOTATIONS) {
      host.writeLine(
        `${level}: ${annotation.file === undefined ? "" : `${safe(annotation.file)}: `}${message}`,
      );
      return;
    }
    host.annotate({
      ...annotation,
      message,
      ...(annotation.title === undefined ? {} : { title: safeLine(secrets.redact(annotation.title)) }),
      ...(annotation.file === undefined ? {} : { file: safeLine(secrets.redact(annotation.file)) }),
    });
  };
  return {
    info: (text) => host.writeLine(safe(text)),
    annotate,
    warning: (message) => annotate({ level: "warning", message }),
    error: (message) => annotate({ level: "error", message }),
    group: async (title, run) => {
      host.startGroup(safeLine(secrets.redact(title)));
      try {
        return await run();
      } finally {
        host.endGroup();
      }
    },
  };
}
