"""Which IP addresses belong to the public internet.

Own tables, from the IANA special-purpose registries: ``ipaddress.is_global`` changes between Python releases
(3.11.7 calls 192.0.0.192 global), and one platform address that must never be reached is formally public.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

_NOT_PUBLIC_V4 = tuple(
    IPv4Network(network)
    for network in (
        "0.0.0.0/8",  # this network (RFC 791); Linux takes 0.0.0.0 for itself
        "10.0.0.0/8",  # private (RFC 1918)
        "100.64.0.0/10",  # carrier-grade NAT (RFC 6598); Alibaba Cloud's metadata lives at 100.100.100.200
        "127.0.0.0/8",  # loopback
        "168.63.129.16/32",  # Azure's platform channel: public by its number, internal by its use
        "169.254.0.0/16",  # link-local (RFC 3927); the clouds' metadata
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # IETF protocol assignments (RFC 6890); Oracle Classic's metadata is 192.0.0.192
        "192.0.2.0/24",  # documentation
        "192.31.196.0/24",  # AS112
        "192.52.193.0/24",  # AMT
        "192.88.99.0/24",  # 6to4 relays (RFC 7526)
        "192.168.0.0/16",  # private
        "192.175.48.0/24",  # AS112
        "198.18.0.0/15",  # benchmarking (RFC 2544)
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, and 255.255.255.255
    )
)

#: Only this part of IPv6 is handed out for the public internet (RFC 4291). What lies outside needs no list:
#: loopback, IPv4-mapped and -compatible, NAT64 64:ff9b::/96, unique local, link-local, fec0::/10, multicast.
_GLOBAL_UNICAST_V6 = IPv6Network("2000::/3")
_NOT_PUBLIC_V6 = tuple(
    IPv6Network(network)
    for network in (
        "2001::/23",  # IETF protocol assignments: Teredo, benchmarking, ORCHID
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4 carries an IPv4 address, of any kind
        "2620:4f:8000::/48",  # AS112
        "3fff::/20",  # documentation (RFC 9637)
    )
)
#: ISATAP (RFC 5214) carries an IPv4 address behind these interface identifiers.
_ISATAP = (b"\x00\x00\x5e\xfe", b"\x02\x00\x5e\xfe")

#: Where clouds hand out credentials. No opt-in opens them.
_CREDENTIALS = frozenset(
    ip_address(address)
    for address in (
        "100.100.100.200",
        "168.63.129.16",
        "169.254.0.23",
        "169.254.42.42",
        "169.254.169.254",
        "169.254.170.2",
        "169.254.170.23",
        "192.0.0.192",
        "fd00:42::42",
        "fd00:ec2::23",
        "fd00:ec2::254",
        "fd20:ce::254",
    )
)
#: Byte offsets at which transition schemes put the IPv4 address: 6to4, the NAT64 lengths (RFC 6052), the low 32 bits.
_EMBEDDINGS = (
    (2, 3, 4, 5),
    (4, 5, 6, 7),
    (5, 6, 7, 9),
    (6, 7, 9, 10),
    (7, 9, 10, 11),
    (9, 10, 11, 12),
    (12, 13, 14, 15),
)


@cache
def parse_networks(networks: tuple[str, ...]) -> tuple[Network, ...]:
    """``ValueError`` when one is not an address or a network in CIDR notation."""
    return tuple(ip_network(network) for network in networks)


def may_connect(text: str, *, allow_networks: Iterable[Network] = ()) -> bool:
    """Whether ``text`` is an address that a stranger's URL may lead to. Anything unreadable may not."""
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return False
    if _hands_out_credentials(address):
        return False
    return _is_public(address) or any(address in network for network in allow_networks)


def _is_public(address: Address) -> bool:
    if isinstance(address, IPv4Address):
        return not any(address in network for network in _NOT_PUBLIC_V4)
    if address not in _GLOBAL_UNICAST_V6 or address.packed[8:12] in _ISATAP:
        return False
    return not any(address in network for network in _NOT_PUBLIC_V6)


def _hands_out_credentials(address: Address) -> bool:
    if address in _CREDENTIALS:
        return True
    if isinstance(address, IPv4Address):
        return False
    packed = address.packed
    return any(IPv4Address(bytes(packed[i] for i in offsets)) in _CREDENTIALS for offsets in _EMBEDDINGS)
