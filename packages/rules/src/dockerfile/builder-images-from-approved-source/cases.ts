import type { RuleCases } from "@plimsoll/core";

const base = "registry1.dso.mil/ironbank/redhat/ubi/ubi9:9.4";

export const cases: RuleCases = {
  pass: [
    {
      name: "a builder of Iron Bank",
      text: `FROM ${base} AS build\nRUN make\nFROM ${base}\nCOPY --from=build /app /app\n`,
    },
    { name: "the final base image, which another rule judges", text: "FROM node:20\n" },
    {
      name: "copies from stages by name and by number",
      text: `FROM ${base} AS build\nFROM ${base}\nCOPY --from=build /a /a\nCOPY --from=0 /b /b\n`,
    },
    { name: "a cache mount", text: `FROM ${base}\nRUN --mount=type=cache,target=/root/.cache make\n` },
  ],
  fail: [
    {
      name: "a builder stage of Docker Hub",
      text: `FROM golang:1.22 AS build\nRUN go build ./...\nFROM ${base}\nCOPY --from=build /app /app\n`,
      findings: [
        {
          at: "1:6-1:17",
          problem: "notApproved",
          message:
            'Builder stage uses "docker.io/library/golang", which does not come from an approved source.',
        },
      ],
      fixed: `FROM registry1.dso.mil/ironbank/google/golang/ubi9/golang-1.24:1.22 AS build
RUN go build ./...
FROM registry1.dso.mil/ironbank/redhat/ubi/ubi9:9.4
COPY --from=build /app /app
`,
    },
    {
      name: "an image that COPY takes files from",
      text: `FROM ${base}\nCOPY --from=busybox:1.36 /bin/wget /bin/wget\n`,
      findings: [{ at: "2:13-2:25", problem: "notApproved" }],
      fixed:
        "FROM registry1.dso.mil/ironbank/redhat/ubi/ubi9:9.4\nCOPY --from=registry1.dso.mil/ironbank/frontiertechnology/cortex/busybox:1.36 /bin/wget /bin/wget\n",
    },
    {
      name: "an image that is mounted into RUN",
      text: `FROM ${base}\nRUN --mount=type=bind,from=alpine/helm:3.15.0,target=/tools \\\n  /tools/usr/bin/helm version\n`,
      findings: [{ at: "2:28-2:46", problem: "notApproved" }],
      fixed: null,
    },
    {
      name: "a source that is approved but not trusted",
      text: `FROM registry.access.redhat.com/ubi9/go-toolset:1.21 AS build\nFROM ${base}\nCOPY --from=build /app /app\n`,
      images: { approvedUntrusted: ["registry.access.redhat.com/**"] },
      findings: [{ at: "1:6-1:53", problem: "untrusted", severity: "warning" }],
      fixed: null,
    },
    {
      name: "a stage that nothing needs, since it can be asked for by name",
      text: `FROM example.com/tools/lint:1 AS lint\nRUN lint .\nFROM ${base}\n`,
      findings: [{ at: "1:6-1:30", problem: "notApproved" }],
      fixed: null,
    },
  ],
};
