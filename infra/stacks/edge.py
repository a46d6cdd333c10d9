"""The edge: CloudFront everywhere, HTTP/3, compression, cached static files, security headers, our own error pages.

It lives in us-east-1, with its certificate, so that it can be turned to Osaka while Tokyo is gone. Its origin is the
load balancer in private subnets (VPC origin); nothing else on the internet reaches that.
"""

from __future__ import annotations

from typing import Any, Final

from aws_cdk import Duration
from aws_cdk import aws_certificatemanager as acm
from aws_cdk import aws_cloudfront as cloudfront
from aws_cdk import aws_cloudfront_origins as origins
from aws_cdk import aws_route53 as route53
from aws_cdk import aws_route53_targets as targets
from aws_cdk import aws_s3 as s3
from constructs import Construct

from infra.answers import Answers
from infra.constructs.acknowledgement import acknowledge
from infra.constructs.bucket import make_log_bucket
from infra.environments import EDGE_REGION, Environment
from infra.stacks.balancer import BalancerStack
from infra.stacks.firewall import FirewallStack
from infra.stacks.foundation import FoundationStack
from infra.stacks.platform import PlatformStack

_YEAR: Final = Duration.days(365)
#: What a build names by its content: files of several releases lie beside one another and never change.
_BUILT: Final = "/_next/static/*"
_STATIC: Final = ("/static/*", "/fonts/*", "/images/*")
#: After its upload, which each deployment does anew; what is needed for longer comes from the load balancer.
_BUILT_DAYS: Final = 90
#: A bucket that may not be listed answers 403 for what it has not.
_MISSED: Final = [403, 404, 500, 502, 503, 504]
_ERRORS: Final = (502, 503, 504)
_ERROR_PAGE: Final = "/errors/unavailable.html"


class EdgeStack(PlatformStack):
    def __init__(
        self,
        scope: Construct,
        *,
        environment: Environment,
        answers: Answers,
        foundation: FoundationStack,
        balancer: BalancerStack,
        firewall: FirewallStack,
    ) -> None:
        # A recovery changes the edge of what it restores; it does not make a second one.
        served = environment.restores or environment.name
        super().__init__(
            scope,
            "Edge",
            environment_values=environment,
            answers=answers,
            region=EDGE_REGION,
            stack_name=f"newsforge-{served}-edge",
        )
        self._served = served
        certificate = acm.Certificate(
            self,
            "Certificate",
            domain_name=foundation.host,
            validation=acm.CertificateValidation.from_dns(foundation.zone),
        )
        pages = self._make_public_bucket("Pages", "error-pages", says="one public page")
        built = self._make_public_bucket("Built", "web-files", says="public files of the web")
        built.add_lifecycle_rule(id="Expire", expiration=Duration.days(_BUILT_DAYS))
        # No reader asks for it; that it can be resolved keeps it a name like any other origin's.
        route53.CnameRecord(
            self,
            "Origin",
            zone=foundation.zone,
            record_name="origin",
            domain_name=balancer.balancer.load_balancer_dns_name,
        )
        self._headers = self._make_headers(foundation.host)
        service = origins.VpcOrigin.with_application_load_balancer(
            balancer.balancer,
            domain_name=foundation.origin_host,
            protocol_policy=cloudfront.OriginProtocolPolicy.HTTPS_ONLY,
            origin_ssl_protocols=[cloudfront.OriginSslPolicy.TLS_V1_2],
            read_timeout=Duration.seconds(60),
            keepalive_timeout=Duration.seconds(55),
        )
        kept = origins.S3BucketOrigin.with_origin_access_control(pages)
        # In a release a page of one colour would ask the other for its scripts; the bucket has those of both.
        uploaded = origins.OriginGroup(
            primary_origin=origins.S3BucketOrigin.with_origin_access_control(built),
            fallback_origin=service,
            fallback_status_codes=_MISSED,
        )
        self.distribution = cloudfront.Distribution(
            self,
            "Distribution",
            comment=self._served,
            domain_names=[foundation.host],
            certificate=certificate,
            minimum_protocol_version=cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
            http_version=cloudfront.HttpVersion.HTTP2_AND_3,
            price_class=cloudfront.PriceClass.PRICE_CLASS_ALL,
            enable_ipv6=True,
            web_acl_id=firewall.acl.attr_arn,
            enable_logging=True,
            log_bucket=self._make_log_bucket(),
            default_behavior=self._passing(service),
            additional_behaviors={
                # The load balancer knows its service by the name that was asked for; a bucket is asked by its own.
                **{path: self._cached(service, cloudfront.OriginRequestPolicy.ALL_VIEWER) for path in _STATIC},
                _BUILT: self._cached(uploaded),
                "/errors/*": self._cached(kept),
            },
            error_responses=[
                cloudfront.ErrorResponse(
                    http_status=status,
                    response_http_status=status,
                    response_page_path=_ERROR_PAGE,
                    ttl=Duration.seconds(5),
                )
                for status in _ERRORS
            ]
            # What was asked for before its upload is asked for again.
            + [cloudfront.ErrorResponse(http_status=404, ttl=Duration.seconds(0))],
        )
        acknowledge(self.distribution, "CFR1", "People read news everywhere; the plan asks for global distribution.")
        target = route53.RecordTarget.from_alias(targets.CloudFrontTarget(self.distribution))
        route53.ARecord(self, "Address", zone=foundation.zone, target=target)
        route53.AaaaRecord(self, "AddressV6", zone=foundation.zone, target=target)

    def _make_public_bucket(self, name: str, called: str, *, says: str) -> s3.Bucket:
        bucket = s3.Bucket(
            self,
            name,
            bucket_name=f"newsforge-{self._served}-{called}-{self.account}",
            encryption=s3.BucketEncryption.S3_MANAGED,
            block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
            enforce_ssl=True,
            minimum_tls_version=1.2,
            removal_policy=self.removal,
        )
        acknowledge(bucket, "S1", f"It holds {says}, and CloudFront logs who reads.")
        return bucket

    def _passing(self, origin: cloudfront.IOrigin) -> cloudfront.BehaviorOptions:
        """What differs for each reader: never cached, compressed (a policy that caches nothing would not compress)."""
        return cloudfront.BehaviorOptions(
            origin=origin,
            allowed_methods=cloudfront.AllowedMethods.ALLOW_ALL,
            cache_policy=self._make_passing_policy(),
            origin_request_policy=cloudfront.OriginRequestPolicy.ALL_VIEWER,
            **self._shared(),
        )

    def _cached(
        self, origin: cloudfront.IOrigin, passed_on: cloudfront.IOriginRequestPolicy | None = None
    ) -> cloudfront.BehaviorOptions:
        """One copy for all readers, whatever ``passed_on`` tells the origin about the one who asked."""
        return cloudfront.BehaviorOptions(
            origin=origin,
            cache_policy=cloudfront.CachePolicy.CACHING_OPTIMIZED,
            origin_request_policy=passed_on,
            **self._shared(),
        )

    def _shared(self) -> dict[str, Any]:
        return {
            "viewer_protocol_policy": cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
            "response_headers_policy": self._headers,
            "compress": True,
        }

    def _make_passing_policy(self) -> cloudfront.CachePolicy:
        """Keeps what the service lets be kept (``Cache-Control``), by default nothing; its key holds who asks."""
        return cloudfront.CachePolicy(
            self,
            "Passing",
            cache_policy_name=f"newsforge-{self._served}-passing",
            default_ttl=Duration.seconds(0),
            min_ttl=Duration.seconds(0),
            max_ttl=Duration.hours(1),
            enable_accept_encoding_brotli=True,
            enable_accept_encoding_gzip=True,
            cookie_behavior=cloudfront.CacheCookieBehavior.all(),
            header_behavior=cloudfront.CacheHeaderBehavior.allow_list("Authorization", "Host", "Origin"),
            query_string_behavior=cloudfront.CacheQueryStringBehavior.all(),
        )

    def _make_headers(self, host: str) -> cloudfront.ResponseHeadersPolicy:
        return cloudfront.ResponseHeadersPolicy(
            self,
            "Headers",
            response_headers_policy_name=f"newsforge-{self._served}-security",
            comment=f"Security headers of {host}",
            security_headers_behavior=cloudfront.ResponseSecurityHeadersBehavior(
                strict_transport_security=cloudfront.ResponseHeadersStrictTransportSecurity(
                    access_control_max_age=_YEAR, include_subdomains=True, override=True
                ),
                content_type_options=cloudfront.ResponseHeadersContentTypeOptions(override=True),
                frame_options=cloudfront.ResponseHeadersFrameOptions(
                    frame_option=cloudfront.HeadersFrameOption.DENY, override=True
                ),
                referrer_policy=cloudfront.ResponseHeadersReferrerPolicy(
                    referrer_policy=cloudfront.HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN, override=True
                ),
            ),
            remove_headers=["server", "x-powered-by"],
        )

    def _make_log_bucket(self) -> s3.Bucket:
        bucket = make_log_bucket(
            self,
            "Logs",
            bucket_name=f"newsforge-{self._served}-edge-logs-{self.account}",
            days=90,
            removal=self.removal,
        )
        resource = bucket.node.default_child
        assert isinstance(resource, s3.CfnBucket)
        # CloudFront's standard logs are written under an ACL.
        resource.ownership_controls = s3.CfnBucket.OwnershipControlsProperty(
            rules=[s3.CfnBucket.OwnershipControlsRuleProperty(object_ownership="BucketOwnerPreferred")]
        )
        acknowledge(bucket, "S1", "This is the bucket that access logs go to; its own would never end.")
        return bucket
