"""Numbers and switches that nobody misses until the bad day, asked of the templates of ``prod``."""

from tests.infra.assembly import text_of


def attributes(resource, name):
    return {each["Key"]: each["Value"] for each in resource[name]}


def test_the_firewall_stops_a_flood_and_lets_a_newsroom_in(prod):
    """A house behind one address: twenty people at the product's hundred a minute, for five minutes, is no flood."""
    (rate,) = [r for r in prod.one("WAFv2::WebACL")["Rules"] if "RateBasedStatement" in r["Statement"]]
    statement = rate["Statement"]["RateBasedStatement"]
    assert (statement["Limit"], statement["EvaluationWindowSec"], statement["AggregateKeyType"]) == (2000, 300, "IP")
    assert rate["Action"]["Block"]["CustomResponse"]["ResponseCode"] == 429


def test_the_load_balancer_is_strict_and_stays(prod):
    balancer = prod.one("ElasticLoadBalancingV2::LoadBalancer")
    found = attributes(balancer, "LoadBalancerAttributes")
    assert found["routing.http.drop_invalid_header_fields.enabled"] == "true"
    assert found["routing.http.desync_mitigation_mode"] == "strictest"
    assert found["deletion_protection.enabled"] == "true"


def test_a_sick_task_is_out_within_half_a_minute_and_a_leaving_one_finishes(prod):
    groups = prod.all("ElasticLoadBalancingV2::TargetGroup")
    assert len(groups) == 4
    stop = min(
        container["StopTimeout"]
        for task in prod.all("ECS::TaskDefinition")
        for container in task.properties["ContainerDefinitions"]
    )
    for group in (each.properties for each in groups):
        assert group["HealthCheckIntervalSeconds"] * group["UnhealthyThresholdCount"] <= 30
        assert group["HealthCheckIntervalSeconds"] > group["HealthCheckTimeoutSeconds"]
        assert group["Matcher"] == {"HttpCode": "200"}
        drained = int(attributes(group, "TargetGroupAttributes")["deregistration_delay.timeout_seconds"])
        assert 20 <= drained < stop


def test_services_grow_before_their_alarms_ring(prod):
    targets = {
        policy["PredefinedMetricSpecification"]["PredefinedMetricType"]: policy["TargetValue"]
        for policy in (
            r.properties["TargetTrackingScalingPolicyConfiguration"]
            for r in prod.all("ApplicationAutoScaling::ScalingPolicy")
            if "TargetTrackingScalingPolicyConfiguration" in r.properties
        )
    }
    assert targets["ECSServiceAverageCPUUtilization"] <= 65  # the alarm is at 80
    assert targets["ECSServiceAverageMemoryUtilization"] <= 75  # at 85


def test_workers_grow_long_before_a_job_is_late(prod):
    """The alarm is at 20 s of waiting, so scaling begins at half of it."""
    limits = {}
    for alarm in (r.properties for r in prod.all("CloudWatch::Alarm", "Compute")):
        limits.setdefault(alarm["MetricName"], []).append(alarm["Threshold"])
    assert sorted(limits["QueueOldestAgeSeconds"]) == [2, 10]
    assert sorted(limits["QueueDepth"]) == [5, 50]
    steps = [
        step["ScalingAdjustment"]
        for policy in prod.all("ApplicationAutoScaling::ScalingPolicy")
        for step in policy.properties.get("StepScalingPolicyConfiguration", {}).get("StepAdjustments", [])
    ]
    assert sorted(steps) == [-1, -1, 2, 2, 6, 6]


def test_backups_are_kept_for_a_month_and_a_quarter(prod):
    for rule in prod.one("Backup::BackupPlan")["BackupPlan"]["BackupPlanRule"]:
        days = {"daily": 35, "weekly": 91}[rule["RuleName"]]
        assert rule["Lifecycle"]["DeleteAfterDays"] == days
        assert rule["CopyActions"][0]["Lifecycle"]["DeleteAfterDays"] == days


def test_the_databases_own_backup_is_at_two_in_tokyo_and_apart_from_its_maintenance(prod):
    primary = prod.one("RDS::DBInstance", DBInstanceIdentifier="newsforge-prod")
    assert primary["PreferredBackupWindow"] == "17:00-18:00"  # UTC
    assert primary["PreferredMaintenanceWindow"] == "Sun:18:30-Sun:19:30"
    assert prod.one("RDS::DBParameterGroup")["Parameters"]["log_min_duration_statement"] == "1000"


def test_what_was_overwritten_comes_back_for_a_month(prod):
    content = next(r.properties for r in prod.all("S3::Bucket", "Data") if r.logical_id.startswith("Content"))
    assert content["VersioningConfiguration"] == {"Status": "Enabled"}
    rules = {rule["Id"]: rule for rule in content["LifecycleConfiguration"]["Rules"]}
    assert rules["Old"]["NoncurrentVersionExpiration"]["NoncurrentDays"] == 30
    assert (rules["Exports"]["Prefix"], rules["Exports"]["ExpirationInDays"]) == ("exports/", 30)


def test_money_out_of_line_is_told_from_twenty_dollars(prod):
    told = prod.one("CE::AnomalySubscription")
    assert '\\"20\\"' in text_of(told["ThresholdExpression"])
    assert told["Frequency"] == "IMMEDIATE"
    assert prod.one("CE::AnomalyMonitor")["MonitorType"] == "CUSTOM"


def test_refused_connections_are_written_down(prod):
    assert prod.one("EC2::FlowLog")["TrafficType"] == "REJECT"


def test_alarms_are_not_told_over_plain_http(assembly):
    (policy,) = [r.properties["PolicyDocument"] for r in assembly.all("SNS::TopicPolicy")]
    (refused,) = [s for s in policy["Statement"] if s["Effect"] == "Deny"]
    assert refused["Condition"] == {"Bool": {"aws:SecureTransport": "false"}}


def test_buckets_take_no_old_tls(assembly):
    for each in assembly.all("S3::BucketPolicy"):
        assert '"s3:TlsVersion": 1.2' in text_of(each.properties["PolicyDocument"]), each.place


def test_cloudfront_speaks_no_old_tls_to_the_balancer(prod):
    assert prod.one("CloudFront::VpcOrigin")["VpcOriginEndpointConfig"]["OriginSSLProtocols"] == ["TLSv1.2"]


def test_a_task_that_moves_is_found_within_seconds(prod):
    (name,) = [r.properties for r in prod.all("ServiceDiscovery::Service")]
    assert [record["TTL"] for record in name["DnsConfig"]["DnsRecords"]] == [10]


def test_somebody_reaps_what_a_container_leaves_behind(prod):
    for task in prod.all("ECS::TaskDefinition"):
        for container in task.properties["ContainerDefinitions"]:
            assert container["LinuxParameters"]["InitProcessEnabled"] is True, task.place
