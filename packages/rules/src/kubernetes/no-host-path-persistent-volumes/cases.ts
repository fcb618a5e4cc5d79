import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a volume of a storage driver",
      text: `apiVersion: v1
kind: PersistentVolume
metadata:
  name: data
spec:
  csi: {driver: example.com, volumeHandle: a}
`,
    },
    {
      name: "a local volume, which a node is chosen for",
      text: `apiVersion: v1
kind: PersistentVolume
metadata:
  name: data
spec:
  local: {path: /mnt/disks/a}
`,
    },
  ],
  fail: [
    {
      name: "a folder of a node",
      text: `apiVersion: v1
kind: PersistentVolume
metadata:
  name: data
spec:
  capacity: {storage: 1Gi}
  hostPath:
    path: /data
`,
      findings: [
        {
          at: "8:11-8:16",
          problem: "hostPath",
          message: 'PersistentVolume "data" is the folder /data of a node.',
        },
      ],
      fixed: null,
    },
    {
      name: "the same as an item of a list",
      text: `apiVersion: v1
kind: List
items:
  - apiVersion: v1
    kind: PersistentVolume
    metadata: {name: data}
    spec: {hostPath: {path: /data}}
`,
      findings: [{ at: "7:29-7:34", problem: "hostPath" }],
      fixed: null,
    },
  ],
};
