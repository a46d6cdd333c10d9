"""The name of the service: who answers to it, who vouches for it, and mail that is sent in it."""

import pytest

from infra.environments import ENVIRONMENTS
from tests.infra.assembly import DOMAIN, text_of


def records(assembly, kind, stack=None):
    return [r.properties for r in assembly.all("Route53::RecordSet", stack) if r.properties["Type"] == kind]


def test_the_name_leads_to_cloudfront_and_nowhere_else(assembly):
    environment = ENVIRONMENTS[assembly.environment]
    host = f"{environment.subdomain}.{DOMAIN}" if environment.subdomain else DOMAIN
    for kind in ("A", "AAAA"):
        (record,) = records(assembly, kind)
        assert record["Name"] == f"{host}."
        assert "Distribution" in text_of(record["AliasTarget"]["DNSName"])


def test_certificates_are_proved_by_dns_so_that_they_renew_by_themselves(assembly):
    found = assembly.all("CertificateManager::Certificate")
    assert found
    for certificate in found:
        assert certificate.properties["ValidationMethod"] == "DNS", certificate.place
        assert certificate.properties["DomainValidationOptions"], certificate.place


def test_the_certificate_of_cloudfront_is_where_cloudfront_looks(assembly):
    (certificate,) = assembly.all("CertificateManager::Certificate", "Edge")
    assert assembly.place_of("Edge") == "us-east-1"
    used = assembly.one("CloudFront::Distribution")["DistributionConfig"]["ViewerCertificate"]
    assert certificate.logical_id in text_of(used["AcmCertificateArn"])


@pytest.mark.parametrize(
    ("stack", "bounces"), [("Foundation", f"bounce.{DOMAIN}"), ("Recovery", f"bounce-osaka.{DOMAIN}")]
)
def test_mail_is_signed_in_either_region(prod, stack, bounces):
    """On the day of a recovery there is no time for Osaka to be believed."""
    identity = prod.one("SES::EmailIdentity", stack)
    assert identity["EmailIdentity"] == DOMAIN
    assert identity["MailFromAttributes"]["MailFromDomain"] == bounces
    assert len(records(prod, "CNAME", stack)) == 3  # DKIM
    assert "v=spf1 include:amazonses.com" in text_of([r["ResourceRecords"] for r in records(prod, "TXT", stack)])
    (received,) = records(prod, "MX", stack)
    assert received["Name"] == f"{bounces}."
    assert prod.place_of(stack) in text_of(received["ResourceRecords"])


def test_others_may_not_send_in_this_name(prod):
    assert "v=DMARC1; p=quarantine" in text_of([record["ResourceRecords"] for record in records(prod, "TXT")])
