import ipaddr from "ipaddr.js";

/**
 * Addresses that answer for the machine itself or hand out credentials, outside the link-local ranges: AWS over IPv6
 * (https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html), Alibaba Cloud
 * (https://www.alibabacloud.com/help/en/ecs/user-guide/view-instance-metadata), Azure's wire server
 * (https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16).
 */
const METADATA: ReadonlySet<string> = new Set(["fd00:ec2::254", "100.100.100.200", "168.63.129.16"]);

/** Ranges in which a Prometheus stands: private ones are meant, since that is where it lives. */
const ALLOWED: ReadonlySet<string> = new Set(["unicast", "private", "uniqueLocal", "carrierGradeNat"]);

/**
 * Why a resolved address must not be called, or null. An IPv4 address inside an IPv6 one (mapped, or translated by NAT64,
 * RFC 6052) is judged as the IPv4 address it stands for.
 */
export function refusedAddress(text: string, of: { allowLoopback: boolean }): string | null {
  if (!ipaddr.isValid(text)) return "not an address";
  const address = innerAddress(ipaddr.process(text));
  if (METADATA.has(address.toString())) return "a metadata service";
  const range = address.range();
  if (range === "loopback") return of.allowLoopback ? null : "this machine itself (loopback)";
  if (ALLOWED.has(range)) return null;
  return range === "linkLocal" ? "link-local, where metadata services are" : `a ${range} address`;
}

function innerAddress(address: ipaddr.IPv4 | ipaddr.IPv6): ipaddr.IPv4 | ipaddr.IPv6 {
  if (address.kind() === "ipv4" || address.range() !== "rfc6052") return address;
  return ipaddr.fromByteArray(address.toByteArray().slice(-4));
}
