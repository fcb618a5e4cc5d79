import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "the options",
      text: "FROM debian:12\nRUN apt-get install -y --no-install-recommends a && apt-get --no-install-recommends install b && apt-get -o APT::Install-Recommends=false install c\nRUN dnf install -y --setopt=install_weak_deps=False d && zypper in --no-recommends e\n",
    },
    {
      name: "a configuration that the file writes",
      text: "FROM debian:12\nRUN echo 'APT::Install-Recommends \"0\";' > /etc/apt/apt.conf.d/00 && apt-get install -y a\n",
    },
    {
      name: "what installs nothing by name",
      text: "FROM debian:12\nRUN apt-get install -f && apt-get upgrade -y && yum install -y a\n",
    },
  ],
  fail: [
    {
      name: "an option of another command",
      text: "FROM debian:12\nRUN apt-get install -y a --no-install-recommends && apt-get install -y b\n",
      findings: [{ at: "2:61-2:68", problem: "recommends" }],
      fixed:
        "FROM debian:12\nRUN apt-get install -y a --no-install-recommends && apt-get install --no-install-recommends -y b\n",
    },
    {
      name: "apt",
      text: "FROM debian:12\nRUN apt-get update && apt-get install -y curl\n",
      findings: [
        {
          at: "2:31-2:38",
          problem: "recommends",
          message:
            'Command "apt install" brings packages along that are only recommended: add --no-install-recommends.',
        },
      ],
      fixed: "FROM debian:12\nRUN apt-get update && apt-get install --no-install-recommends -y curl\n",
    },
    {
      name: "dnf, microdnf and zypper",
      text: 'FROM fedora:40\nRUN dnf -y install a && microdnf install b\nRUN ["zypper", "in", "c"]\n',
      findings: [
        { at: "2:12-2:19", problem: "weakDependencies" },
        { at: "2:34-2:41", problem: "weakDependencies" },
        { at: "3:16-3:20", problem: "weakDependencies" },
      ],
      fixed:
        'FROM fedora:40\nRUN dnf -y install --setopt=install_weak_deps=False a && microdnf install --setopt=install_weak_deps=0 b\nRUN ["zypper", "in", "--no-recommends", "c"]\n',
    },
  ],
};
