import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "all dropped",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: a
      securityContext:
        capabilities:
          drop: [ALL]
          add: [NET_BIND_SERVICE]
`,
    },
    {
      name: "in lower case, which container runtimes read as ALL",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: a, securityContext: {capabilities: {drop: [all]}}}
`,
    },
    {
      name: "a Windows pod",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  os: {name: windows}
  containers:
    - {name: web, image: a}
`,
    },
  ],
  fail: [
    {
      name: "nothing said",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: a
`,
      findings: [
        {
          at: "7:7-7:11",
          problem: "notDropped",
          message: 'Container "web" keeps capabilities that it may not need: capabilities.drop has no "ALL".',
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: a
      securityContext:
        capabilities:
          drop:
            - ALL
`,
    },
    {
      name: "some dropped, by name",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: a
      securityContext:
        capabilities:
          drop:
            - NET_RAW # raw sockets
            - SYS_CHROOT
`,
      findings: [
        {
          at: "11:11-11:15",
          problem: "someDropped",
          severity: "error",
          message:
            'Container "web" drops single capabilities and keeps the rest: capabilities.drop has no "ALL".',
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: a
      securityContext:
        capabilities:
          drop:
            - NET_RAW # raw sockets
            - SYS_CHROOT
            - ALL
`,
    },
    {
      name: "raw sockets are kept",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: a, securityContext: {capabilities: {drop: [SYS_ADMIN]}}}
`,
      findings: [{ at: "7:62-7:66", problem: "notDropped" }],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: a, securityContext: {capabilities: {drop: [SYS_ADMIN, ALL]}}}
`,
    },
    {
      name: "what runtimes give, by name",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: a, securityContext: {capabilities: {drop: [net_admin, ChOwN, DAC_OVERRIDE, FSETID, FOWNER, MKNOD, NET_RAW, SETGID, SETUID, SETFCAP, SETPCAP, NET_BIND_SERVICE, SYS_CHROOT, KILL, AUDIT_WRITE]}}}
`,
      findings: [{ at: "7:62-7:66", problem: "droppedByName", severity: "warning" }],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: a, securityContext: {capabilities: {drop: [net_admin, ChOwN, DAC_OVERRIDE, FSETID, FOWNER, MKNOD, NET_RAW, SETGID, SETUID, SETFCAP, SETPCAP, NET_BIND_SERVICE, SYS_CHROOT, KILL, AUDIT_WRITE, ALL]}}}
`,
    },
    {
      name: "in lower case, which Pod Security admission does not count",
      options: { exactSpelling: true },
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: a, securityContext: {capabilities: {drop: [all]}}}
`,
      findings: [{ at: "7:62-7:66", problem: "spelling" }],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: a, securityContext: {capabilities: {drop: [all, ALL]}}}
`,
    },
    {
      name: "an empty list",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: a, securityContext: {capabilities: {drop: []}}}
`,
      findings: [{ at: "7:62-7:66", problem: "notDropped" }],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: a, securityContext: {capabilities: {drop: [ALL]}}}
`,
    },
  ],
};
