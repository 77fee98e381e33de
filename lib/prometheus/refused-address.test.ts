import { describe, expect, it } from "vitest";
import { refusedAddress } from "./refused-address";

const strict = { allowLoopback: false };

describe("addresses that are not called", () => {
  it.each([
    ["169.254.169.254", "AWS, Google, Azure"],
    ["169.254.170.2", "ECS"],
    ["fe80::1", "link-local of IPv6"],
    ["fd00:ec2::254", "AWS over IPv6"],
    ["100.100.100.200", "Alibaba"],
    ["168.63.129.16", "Azure's wire server"],
    ["::ffff:169.254.169.254", "mapped into IPv6"],
    ["64:ff9b::a9fe:a9fe", "through NAT64"],
    ["2002:a9fe:a9fe::1", "through 6to4"],
    ["2001:0:4136:e378:8000:63bf:3fff:fdd2", "through Teredo"],
    ["0.0.0.0", "unspecified"],
    ["::", "unspecified"],
    ["224.0.0.1", "multicast"],
    ["ff02::1", "multicast"],
    ["255.255.255.255", "broadcast"],
    ["240.0.0.1", "reserved"],
    ["not an address", "no address"],
  ])("%s (%s), loopback allowed or not", (address) => {
    expect(refusedAddress(address, strict)).not.toBeNull();
    expect(refusedAddress(address, { allowLoopback: true })).not.toBeNull();
  });

  it.each(["127.0.0.1", "127.8.9.10", "::1", "::ffff:127.0.0.1"])("%s only where loopback is allowed", (address) => {
    expect(refusedAddress(address, strict)).toContain("loopback");
    expect(refusedAddress(address, { allowLoopback: true })).toBeNull();
  });

  it.each(["10.1.2.3", "192.168.1.1", "172.16.0.9", "100.64.0.1", "fd12:3456::1", "93.184.216.34", "64:ff9b::a01:203"])(
    "but %s, where a Prometheus may stand",
    (address) => {
      expect(refusedAddress(address, strict)).toBeNull();
    },
  );
});
