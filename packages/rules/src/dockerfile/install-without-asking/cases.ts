import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "the answers that apt takes",
      text: 'FROM debian:12\nRUN apt-get -y install a && apt-get install -qy b && apt-get -qq install c && apt-get -q -q install d && apt-get -q=2 install e && apt-get --quiet --quiet install f && apt-get -fmy install g\nRUN ["apt-get", "--assume-yes", "install", "a"]\nRUN sudo apt-get install --yes x && yes | apt-get install z && apt-get -o APT::Get::Assume-Yes=true install y\n',
    },
    {
      name: "those of the others",
      text: "FROM fedora:40\nRUN dnf install -y a && yum -y update && microdnf --assumeyes install b && zypper -n in c && zypper install -y d\n",
    },
    {
      name: "what asks nothing",
      text: "FROM debian:12\nRUN apt-get update && apt-get clean && apt-get install --dry-run a && dnf makecache && apk add b\n",
    },
    {
      name: "options out of a variable",
      text: "FROM debian:12\nARG OPTIONS=-y\nRUN apt-get install $OPTIONS a\n",
    },
  ],
  fail: [
    {
      name: "apt",
      text: 'FROM debian:12\nRUN apt-get update && apt-get install -q curl && apt-get autoremove\nRUN ["apt-get", "install", "a"]\n',
      findings: [
        {
          at: "2:31-2:38",
          problem: "asks",
          message: 'Command "apt install" asks before it acts, and nobody is there to answer.',
        },
        { at: "2:58-2:68", problem: "asks" },
        { at: "3:17-3:26", problem: "asks" },
      ],
      fixed:
        'FROM debian:12\nRUN apt-get update && apt-get install -y -q curl && apt-get autoremove -y\nRUN ["apt-get", "install", "-y", "a"]\n',
      safety: "safe",
    },
    {
      name: "the others, in a builder stage too",
      text: 'FROM fedora:40 AS build\nRUN dnf in a\nFROM opensuse/leap:15\nRUN sudo yum install b; microdnf install c; bash -c "zypper install d"\nRUN zypper install e && zypper clean\n',
      findings: [
        { at: "2:9-2:11", problem: "asks" },
        { at: "4:14-4:21", problem: "asks" },
        { at: "4:34-4:41", problem: "asks" },
        { at: "4:61-4:68", problem: "asks" },
        { at: "5:12-5:19", problem: "asks" },
      ],
      fixed:
        'FROM fedora:40 AS build\nRUN dnf in -y a\nFROM opensuse/leap:15\nRUN sudo yum install -y b; microdnf install -y c; bash -c "zypper install d"\nRUN zypper --non-interactive install e && zypper clean\n',
      remains: true,
    },
  ],
};
