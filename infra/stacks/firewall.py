"""The firewall in front of CloudFront: AWS's managed rules and a limit per address. Must live in us-east-1."""

from __future__ import annotations

from typing import Final

from aws_cdk import RemovalPolicy
from aws_cdk import aws_logs as logs
from aws_cdk import aws_wafv2 as waf
from constructs import Construct

from infra.answers import Answers
from infra.environments import EDGE_REGION, Environment
from infra.stacks.platform import PlatformStack

#: The product limits each caller to 100 a minute; this only stops floods before they cost anything.
REQUESTS_PER_ADDRESS_5_MIN: Final = 2000
_MANAGED: Final = (
    "AWSManagedRulesAmazonIpReputationList",
    "AWSManagedRulesCommonRuleSet",
    "AWSManagedRulesKnownBadInputsRuleSet",
    "AWSManagedRulesSQLiRuleSet",
)
#: Articles are pasted and uploaded as bodies larger than 8 KiB, with markup in them, and some tell of attacks in their
#: very words (a path, a query, Log4Shell); the product bounds and reads bodies itself.
_ONLY_COUNTED: Final = {
    "AWSManagedRulesCommonRuleSet": (
        "SizeRestrictions_BODY",
        "CrossSiteScripting_BODY",
        "GenericRFI_BODY",
        "GenericLFI_BODY",
        "EC2MetaDataSSRF_BODY",
    ),
    "AWSManagedRulesKnownBadInputsRuleSet": ("Log4JRCE_BODY", "JavaDeserializationRCE_BODY"),
    "AWSManagedRulesSQLiRuleSet": ("SQLi_BODY", "SQLiExtendedPatterns_BODY"),
}


class FirewallStack(PlatformStack):
    def __init__(self, scope: Construct, *, environment: Environment, answers: Answers) -> None:
        super().__init__(scope, "Firewall", environment_values=environment, answers=answers, region=EDGE_REGION)
        rules = [_managed(place, name) for place, name in enumerate(_MANAGED)]
        rules.append(_rate_limit(len(rules)))
        self.acl = waf.CfnWebACL(
            self,
            "Acl",
            name=self.prefix,
            scope="CLOUDFRONT",
            default_action=waf.CfnWebACL.DefaultActionProperty(allow={}),
            visibility_config=_seen_as(self.prefix),
            rules=rules,
        )
        group = logs.LogGroup(
            self,
            "Logs",
            log_group_name=f"aws-waf-logs-{self.prefix}",  # WAF writes only to groups of this beginning
            retention=logs.RetentionDays.ONE_MONTH,
            removal_policy=RemovalPolicy.DESTROY,
        )
        waf.CfnLoggingConfiguration(
            self,
            "Logging",
            resource_arn=self.acl.attr_arn,
            # Not group.log_group_arn: that ends in ":*", which WAF refuses.
            log_destination_configs=[f"arn:aws:logs:{self.region}:{self.account}:log-group:aws-waf-logs-{self.prefix}"],
            redacted_fields=[{"singleHeader": {"Name": "authorization"}}, {"singleHeader": {"Name": "cookie"}}],
        ).node.add_dependency(group)


def _seen_as(name: str) -> waf.CfnWebACL.VisibilityConfigProperty:
    return waf.CfnWebACL.VisibilityConfigProperty(
        cloud_watch_metrics_enabled=True, metric_name=name, sampled_requests_enabled=True
    )


def _managed(place: int, name: str) -> waf.CfnWebACL.RuleProperty:
    counted = [
        waf.CfnWebACL.RuleActionOverrideProperty(name=rule, action_to_use=waf.CfnWebACL.RuleActionProperty(count={}))
        for rule in _ONLY_COUNTED.get(name, ())
    ]
    return waf.CfnWebACL.RuleProperty(
        name=name,
        priority=place,
        override_action=waf.CfnWebACL.OverrideActionProperty(none={}),
        statement=waf.CfnWebACL.StatementProperty(
            managed_rule_group_statement=waf.CfnWebACL.ManagedRuleGroupStatementProperty(
                vendor_name="AWS", name=name, rule_action_overrides=counted or None
            )
        ),
        visibility_config=_seen_as(name),
    )


def _rate_limit(place: int) -> waf.CfnWebACL.RuleProperty:
    return waf.CfnWebACL.RuleProperty(
        name="RatePerAddress",
        priority=place,
        action=waf.CfnWebACL.RuleActionProperty(block={"customResponse": {"responseCode": 429}}),
        statement=waf.CfnWebACL.StatementProperty(
            rate_based_statement=waf.CfnWebACL.RateBasedStatementProperty(
                limit=REQUESTS_PER_ADDRESS_5_MIN, aggregate_key_type="IP", evaluation_window_sec=300
            )
        ),
        visibility_config=_seen_as("RatePerAddress"),
    )
