"""The name of the service: who answers to it, who vouches for it, and mail that is sent in it."""

from infra.environments import ENVIRONMENTS
from tests.infra.assembly import DOMAIN, text_of


def records(assembly, kind):
    return [r.properties for r in assembly.all("Route53::RecordSet") if r.properties["Type"] == kind]


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


def test_mail_is_signed_and_others_may_not_send_in_this_name(prod):
    identity = prod.one("SES::EmailIdentity")
    assert identity["EmailIdentity"] == DOMAIN
    assert identity["MailFromAttributes"]["MailFromDomain"] == f"bounce.{DOMAIN}"
    assert len(records(prod, "CNAME")) == 3  # DKIM
    texts = text_of([record["ResourceRecords"] for record in records(prod, "TXT")])
    assert "v=spf1 include:amazonses.com" in texts
    assert "v=DMARC1; p=quarantine" in texts
    (bounces,) = records(prod, "MX")
    assert bounces["Name"] == f"bounce.{DOMAIN}."
