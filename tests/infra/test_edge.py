"""CloudFront and its firewall, as the plan and common sense want them, asked of the templates of ``prod``."""

from tests.infra.assembly import DOMAIN, text_of


class TestEdge:
    def test_cloudfront_serves_the_whole_world_over_http3(self, prod):
        config = prod.one("CloudFront::Distribution")["DistributionConfig"]
        assert config["PriceClass"] == "PriceClass_All"
        assert config["HttpVersion"] == "http2and3"
        assert config["IPV6Enabled"] is True
        assert config["Aliases"] == [DOMAIN]

    def test_its_origin_is_the_internal_load_balancer_over_tls(self, prod):
        origin = prod.one("CloudFront::VpcOrigin")["VpcOriginEndpointConfig"]
        assert "newsforge-prod-balancer" in text_of(origin["Arn"])
        assert origin["OriginProtocolPolicy"] == "https-only"

    def test_static_files_are_cached_and_everything_is_compressed(self, prod):
        config = prod.one("CloudFront::Distribution")["DistributionConfig"]
        behaviours = [config["DefaultCacheBehavior"], *config["CacheBehaviors"]]
        assert all(b["Compress"] and b["ViewerProtocolPolicy"] == "redirect-to-https" for b in behaviours)
        optimized = "658327ea-f89d-4fab-a63d-7e88639e58f6"
        assert {b["PathPattern"] for b in config["CacheBehaviors"] if b["CachePolicyId"] == optimized} >= {
            "/_next/static/*",
            "/static/*",
        }
        policy = prod.one("CloudFront::CachePolicy")["CachePolicyConfig"]
        assert policy["DefaultTTL"] == 0
        # A policy that caches nothing at all (MaxTTL 0) would switch compression off.
        assert policy["MaxTTL"] > 0
        sent = policy["ParametersInCacheKeyAndForwardedToOrigin"]
        assert sent["EnableAcceptEncodingBrotli"]
        assert sent["EnableAcceptEncodingGzip"]
        assert "Authorization" in sent["HeadersConfig"]["Headers"]
        assert sent["CookiesConfig"]["CookieBehavior"] == "all"

    def test_the_load_balancer_is_asked_by_the_name_of_the_service(self, prod):
        """Its rules and its certificate know no other; CloudFront would ask by the balancer's own."""
        config = prod.one("CloudFront::Distribution")["DistributionConfig"]
        (balancer,) = [o["Id"] for o in config["Origins"] if "VpcOriginConfig" in o]
        all_viewer = "216adef6-5c7f-47e4-b989-5492eafa07d3"
        for behaviour in [config["DefaultCacheBehavior"], *config["CacheBehaviors"]]:
            passed_on = behaviour.get("OriginRequestPolicyId")
            assert passed_on == (all_viewer if behaviour["TargetOriginId"] == balancer else None)

    def test_scripts_of_both_releases_come_from_a_bucket_and_from_the_load_balancer_when_it_lacks_them(self, prod):
        config = prod.one("CloudFront::Distribution")["DistributionConfig"]
        (built,) = [b for b in config["CacheBehaviors"] if b["PathPattern"] == "/_next/static/*"]
        (group,) = config["OriginGroups"]["Items"]
        assert built["TargetOriginId"] == group["Id"]
        first, second = (member["OriginId"] for member in group["Members"]["Items"])
        origins = {origin["Id"]: origin for origin in config["Origins"]}
        assert origins[first]["OriginAccessControlId"]
        assert "VpcOriginConfig" in origins[second]
        assert {403, 404} <= set(group["FailoverCriteria"]["StatusCodes"]["Items"])

    def test_the_load_balancer_knows_the_name_that_it_is_asked_by_then(self, assemblies):
        """A bucket refuses the reader's name of the service, so neither of the two is told it."""
        name = f"origin.{DOMAIN}"
        for assembly in (assemblies["prod"], assemblies["prod-recovery"]):
            (origin,) = [
                o
                for o in assembly.one("CloudFront::Distribution")["DistributionConfig"]["Origins"]
                if "VpcOriginConfig" in o
            ]
            assert origin["DomainName"] == name
            (record,) = [r for r in assembly.all("Route53::RecordSet", "Edge") if r.properties["Type"] == "CNAME"]
            assert record.properties["Name"] == f"{name}."
            hosts = [
                condition["HostHeaderConfig"]["Values"]
                for rule in assembly.all("ElasticLoadBalancingV2::ListenerRule")
                for condition in rule.properties["Conditions"]
                if condition["Field"] == "host-header"
            ]
            assert sorted(hosts) == [[DOMAIN], [DOMAIN, name]]  # the API is not asked by it
        for stack in ("Balancer", "Recovery"):
            assert assemblies["prod"].one("CertificateManager::Certificate", stack)["SubjectAlternativeNames"] == [name]

    def test_scripts_stay_long_enough_for_pages_that_are_open_and_not_for_ever(self, prod):
        (files,) = [b for b in prod.all("S3::Bucket", "Edge") if "web-files" in text_of(b.properties["BucketName"])]
        (rule,) = files.properties["LifecycleConfiguration"]["Rules"]
        assert rule["Status"] == "Enabled"
        assert 30 <= rule["ExpirationInDays"] <= 366

    def test_security_headers_and_own_error_pages(self, prod):
        headers = prod.one("CloudFront::ResponseHeadersPolicy")["ResponseHeadersPolicyConfig"]["SecurityHeadersConfig"]
        assert headers["StrictTransportSecurity"]["AccessControlMaxAgeSec"] >= 31_536_000
        assert headers["FrameOptions"]["FrameOption"] == "DENY"
        errors = prod.one("CloudFront::Distribution")["DistributionConfig"]["CustomErrorResponses"]
        assert {e["ErrorCode"] for e in errors if "ResponsePagePath" in e} == {502, 503, 504}

    def test_what_is_not_there_yet_may_be_there_at_once(self, prod):
        """CloudFront keeps a 404 for ten seconds unless told not to; in a release that is a page without its script."""
        errors = prod.one("CloudFront::Distribution")["DistributionConfig"]["CustomErrorResponses"]
        (missing,) = [e for e in errors if e["ErrorCode"] == 404]
        assert missing["ErrorCachingMinTTL"] == 0

    def test_the_firewall_has_managed_rules_and_a_rate(self, prod):
        acl = prod.one("WAFv2::WebACL")
        assert acl["Scope"] == "CLOUDFRONT"
        kinds = [next(iter(rule["Statement"])) for rule in acl["Rules"]]
        assert kinds.count("ManagedRuleGroupStatement") == 4
        assert kinds.count("RateBasedStatement") == 1
        assert "newsforge-prod-firewall" in text_of(
            prod.one("CloudFront::Distribution")["DistributionConfig"]["WebACLId"]
        )

    def test_an_article_about_an_attack_is_no_attack(self, prod):
        """Rules that look into bodies only count: bodies are articles."""
        counted = set()
        for rule in prod.one("WAFv2::WebACL")["Rules"]:
            group = rule["Statement"].get("ManagedRuleGroupStatement", {})
            for each in group.get("RuleActionOverrides", []):
                assert each["ActionToUse"] == {"Count": {}}
                assert each["Name"].endswith("_BODY")
                counted.add(each["Name"])
        assert counted >= {"SQLi_BODY", "SQLiExtendedPatterns_BODY", "GenericLFI_BODY", "Log4JRCE_BODY"}
