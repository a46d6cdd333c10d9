"""The infrastructure plan, line by line, asked of the templates of ``prod``. docs/infrastructure.md is the same table."""

import json
import re

import pytest

from infra.environments import ENVIRONMENTS, PROD
from newsforge.cli.service import KEEP_ALIVE_S
from tests.infra.assembly import ACCOUNT, DOMAIN, text_of

SERVICES = {"web": (1024, 2048, 2, 10), "api": (2048, 4096, 3, 20)}


def targets_of(prod):
    """Service name -> (least, most)."""
    service = {r.logical_id: r.properties["ServiceName"] for r in prod.all("ECS::Service")}
    found = {}
    for each in prod.all("ApplicationAutoScaling::ScalableTarget"):
        name = next(
            name for logical_id, name in service.items() if logical_id in text_of(each.properties["ResourceId"])
        )
        found[name] = (each.properties["MinCapacity"], each.properties["MaxCapacity"])
    return found


class TestLoadBalancer:
    def test_it_is_internal_and_writes_access_logs(self, prod):
        balancer = prod.one("ElasticLoadBalancingV2::LoadBalancer")
        assert balancer["Scheme"] == "internal"
        assert {"Key": "access_logs.s3.enabled", "Value": "true"} in balancer["LoadBalancerAttributes"]

    def test_tls_ends_there_and_http_is_sent_to_https(self, prod):
        https = prod.one("ElasticLoadBalancingV2::Listener", Port=443)
        assert https["Protocol"] == "HTTPS"
        assert https["Certificates"]
        http = prod.one("ElasticLoadBalancingV2::Listener", Port=80)
        assert http["DefaultActions"][0]["RedirectConfig"] == {
            "Port": "443",
            "Protocol": "HTTPS",
            "StatusCode": "HTTP_301",
        }

    def test_no_server_behind_it_closes_a_connection_before_it_does(self, prod):
        attributes = prod.one("ElasticLoadBalancingV2::LoadBalancer")["LoadBalancerAttributes"]
        (idle,) = [int(a["Value"]) for a in attributes if a["Key"] == "idle_timeout.timeout_seconds"]
        (web,) = prod.one("ECS::TaskDefinition", Family="newsforge-prod-web")["ContainerDefinitions"]
        (kept,) = [int(v["Value"]) for v in web["Environment"] if v["Name"] == "KEEP_ALIVE_TIMEOUT"]
        assert kept / 1000 > idle
        assert idle < KEEP_ALIVE_S

    @pytest.mark.parametrize(("part", "path", "port"), [("web", "/api/health", 3000), ("api", "/api/v1/health", 8000)])
    def test_health_checks_in_both_colours(self, prod, part, path, port):
        for colour in ("blue", "green"):
            group = prod.one("ElasticLoadBalancingV2::TargetGroup", Name=f"prod-{part}-{colour}")
            assert (group["HealthCheckPath"], group["Port"]) == (path, port)

    def test_paths_decide_and_blue_begins_with_everything(self, prod):
        rules = {r.properties["Priority"]: r.properties for r in prod.all("ElasticLoadBalancingV2::ListenerRule")}
        assert "/api/v1/*" in text_of(rules[10]["Conditions"])
        assert "path-pattern" not in text_of(rules[20]["Conditions"])
        for rule in rules.values():
            assert DOMAIN in text_of(rule["Conditions"])
            groups = rule["Actions"][0]["ForwardConfig"]["TargetGroups"]
            assert [g["Weight"] for g in groups] == [100, 0]
            assert "Blue" in text_of(groups[0])


class TestCompute:
    @pytest.mark.parametrize("part", SERVICES)
    def test_size_and_number_of_tasks(self, prod, part):
        cpu, memory, least, most = SERVICES[part]
        task = prod.one("ECS::TaskDefinition", Family=f"newsforge-prod-{part}")
        assert (task["Cpu"], task["Memory"]) == (str(cpu), str(memory))
        targets = targets_of(prod)
        assert targets[f"newsforge-prod-{part}-blue"] == (least, most)
        assert targets[f"newsforge-prod-{part}-green"] == (0, most)

    @pytest.mark.parametrize("part", ["api", "worker"])
    def test_every_core_of_a_task_has_a_process(self, assembly, part):
        """One process alone keeps one core of two busy: 50 %, which no alarm and no scaling would ever mind."""
        task = assembly.one("ECS::TaskDefinition", Family=f"newsforge-{assembly.environment}-{part}")
        (container,) = task["ContainerDefinitions"]
        command = container["Command"]
        assert command[0] == part
        assert int(command[command.index("--processes") + 1]) == max(1, int(task["Cpu"]) // 1024)

    def test_services_scale_on_cpu_memory_and_requests(self, prod):
        tracked = [
            r.properties["TargetTrackingScalingPolicyConfiguration"]["PredefinedMetricSpecification"]
            for r in prod.all("ApplicationAutoScaling::ScalingPolicy")
            if r.properties["PolicyType"] == "TargetTrackingScaling"
        ]
        for kind in (
            "ECSServiceAverageCPUUtilization",
            "ECSServiceAverageMemoryUtilization",
            "ALBRequestCountPerTarget",
        ):
            assert sum(t["PredefinedMetricType"] == kind for t in tracked) == 4, kind

    def test_workers_scale_on_the_queues_depth_and_age(self, prod):
        alarms = [r.properties.get("MetricName") for r in prod.all("CloudWatch::Alarm", "Compute")]
        assert sorted(alarms) == ["QueueDepth", "QueueDepth", "QueueOldestAgeSeconds", "QueueOldestAgeSeconds"]
        assert targets_of(prod)["newsforge-prod-worker"] == (PROD.worker.least, PROD.worker.most)

    def test_a_worker_that_hangs_is_replaced_and_nobody_else_is_asked_twice(self, prod):
        asked = {
            container["Name"]: container["HealthCheck"]["Command"]
            for task in prod.all("ECS::TaskDefinition")
            for container in task.properties["ContainerDefinitions"]
            if "HealthCheck" in container
        }
        assert asked == {"worker": ["CMD", "newsforge", "worker-health"]}

    def test_deployments_stop_and_go_back_by_themselves(self, prod):
        for service in prod.all("ECS::Service"):
            rollout = service.properties["DeploymentConfiguration"]
            assert rollout["DeploymentCircuitBreaker"] == {"Enable": True, "Rollback": True}
            assert rollout["MinimumHealthyPercent"] == 100

    def test_a_change_here_does_not_roll_a_service_nor_reset_its_number(self, prod):
        for service in prod.all("ECS::Service"):
            assert isinstance(service.properties["TaskDefinition"], str)
            assert "DesiredCount" not in service.properties

    def test_a_container_is_not_root_writes_only_to_tmp_and_has_time_to_stop(self, assembly):
        tasks = assembly.all("ECS::TaskDefinition")
        assert len(tasks) == 5
        for task in tasks:
            assert task.properties["RuntimePlatform"]["CpuArchitecture"] == "ARM64"
            (container,) = task.properties["ContainerDefinitions"]
            assert container["ReadonlyRootFilesystem"] is True
            assert container["User"] == "10001:10001"
            assert container["StopTimeout"] >= 30
            assert [m["ContainerPath"] for m in container["MountPoints"]] == ["/tmp"]

    def test_images_are_scanned_immutable_and_kept_in_number(self, prod):
        repositories = prod.all("ECR::Repository")
        assert {r.properties["RepositoryName"] for r in repositories} == {"newsforge/app", "newsforge/web"}
        for each in repositories:
            assert each.properties["ImageScanningConfiguration"] == {"ScanOnPush": True}
            assert each.properties["ImageTagMutability"] == "IMMUTABLE"
            assert "imageCountMoreThan" in each.properties["LifecyclePolicy"]["LifecyclePolicyText"]

    def test_spare_capacity_and_nights_off_save_outside_production(self, assemblies):
        for name in ("dev", "staging"):
            assembly = assemblies[name]
            for service in assembly.all("ECS::Service"):
                assert service.properties["CapacityProviderStrategy"][0]["CapacityProvider"] == "FARGATE_SPOT"
            asleep = [
                t for t in assembly.all("ApplicationAutoScaling::ScalableTarget") if "ScheduledActions" in t.properties
            ]
            assert len(asleep) == 3
            assert len(assembly.all("Scheduler::Schedule", "Data")) == 2
        for service in assemblies["prod"].all("ECS::Service"):
            assert service.properties["CapacityProviderStrategy"][0]["CapacityProvider"] == "FARGATE"


class TestData:
    def test_the_primary_database(self, prod):
        primary = prod.one("RDS::DBInstance", DBInstanceIdentifier="newsforge-prod")
        assert primary["Engine"] == "postgres"
        assert primary["EngineVersion"].startswith("18.")
        assert primary["DBInstanceClass"] == "db.r6g.large"
        assert (primary["AllocatedStorage"], primary["StorageType"]) == ("200", "gp3")
        assert primary["MaxAllocatedStorage"] > 200
        assert primary["BackupRetentionPeriod"] == 7
        assert primary["MultiAZ"] is True
        assert (primary["DatabaseInsightsMode"], primary["EnablePerformanceInsights"]) == ("standard", True)
        assert primary["EngineLifecycleSupport"] == "open-source-rds-extended-support-disabled"

    def test_the_read_replica(self, prod):
        replica = prod.one("RDS::DBInstance", DBInstanceIdentifier="newsforge-prod-replica-1")
        assert replica["DBInstanceClass"] == "db.r6g.large"
        assert "DatabasePrimary" in text_of(replica["SourceDBInstanceIdentifier"])

    def test_tls_is_forced_and_rds_changes_the_owners_password(self, assembly):
        parameters = assembly.one("RDS::DBParameterGroup")["Parameters"]
        assert parameters["rds.force_ssl"] == "1"
        primary = next(r.properties for r in assembly.all("RDS::DBInstance") if "Replica" not in r.logical_id)
        assert primary["ManageMasterUserPassword"] is True
        assert "MasterUserPassword" not in primary
        assert primary["EnableIAMDatabaseAuthentication"] is True

    def test_the_services_password_is_changed_every_month(self, assembly):
        """By a task that may write that secret and nothing else, and start those tasks anew that use it."""
        name = assembly.environment
        schedule = next(
            s.properties for s in assembly.all("Scheduler::Schedule", "Cluster") if "ChangePassword" in s.logical_id
        )
        assert schedule["ScheduleExpression"] == "cron(0 10 ? * 2#1 *)"
        assert "Passwords" in text_of(schedule["Target"]["EcsParameters"]["TaskDefinitionArn"])
        assert schedule["Target"]["EcsParameters"]["LaunchType"] == "FARGATE"
        task = assembly.one("ECS::TaskDefinition", Family=f"newsforge-{name}-passwords")
        (container,) = task["ContainerDefinitions"]
        assert container["Command"] == ["change-password"]
        given = {v["Name"]: v["Value"] for v in container["Environment"]}
        secret = assembly.one("SecretsManager::Secret", Name=given["NEWSFORGE_DB_LOGIN"])
        assert "newsforge_app" in secret["GenerateSecretString"]["SecretStringTemplate"]
        services = {s.properties["ServiceName"] for s in assembly.all("ECS::Service")}
        assert set(given["NEWSFORGE_SERVICES"].split(",")) == {s for s in services if "-web-" not in s}

    def test_the_cache_has_three_nodes_that_take_over(self, prod):
        cache = prod.one("ElastiCache::ReplicationGroup")
        assert cache["Engine"] == "valkey"
        assert cache["CacheNodeType"] == "cache.r6g.large"
        assert cache["NumCacheClusters"] == 3
        assert cache["AutomaticFailoverEnabled"]
        assert cache["MultiAZEnabled"]
        assert cache["TransitEncryptionMode"] == "required"
        assert "resolve:secretsmanager" in text_of(cache["AuthToken"])

    def test_lean_production_keeps_the_standby_and_fits_another_purse(self, assemblies):
        lean = assemblies["prod-lean"]
        assert lean.one("RDS::DBInstance")["MultiAZ"] is True
        assert lean.one("ElastiCache::ReplicationGroup")["NumCacheClusters"] == 3
        assert len(lean.all("EC2::NatGateway")) == 1


class TestWatching:
    def alarms(self, prod):
        return {
            r.properties["AlarmName"].removeprefix("newsforge-prod-"): r.properties
            for r in prod.all("CloudWatch::Alarm", "Observability")
        }

    def test_the_plans_four_limits_on_every_part(self, prod):
        alarms = self.alarms(prod)
        coloured = [f"{part}-{colour}" for part in ("web", "api") for colour in ("blue", "green")]
        for part in (*coloured, "worker", "database", "replica", "cache-1", "cache-2", "cache-3"):
            assert alarms[f"{part}-cpu"]["Threshold"] == 80
            limit = alarms[f"{part}-memory"]
            if part in {"database", "replica"}:  # RDS tells what is free: 15 % of 16 GiB
                assert limit["Threshold"] == pytest.approx(0.15 * 16 * 1024**3)
                assert limit["ComparisonOperator"] == "LessThanThreshold"
            else:
                assert limit["Threshold"] == 85
        for part in ("database", "replica"):
            assert alarms[f"{part}-latency"]["Threshold"] == 3
        for node in ("cache-1", "cache-2", "cache-3"):  # ElastiCache tells microseconds
            assert alarms[f"{node}-latency"]["Threshold"] == 3_000_000
        for part in (*coloured, "balancer"):
            assert alarms[f"{part}-errors"]["Threshold"] == 5
            assert alarms[f"{part}-latency"]["Threshold"] == 3

    def test_each_alarm_tells_somebody_and_names_its_runbook(self, prod):
        for name, alarm in self.alarms(prod).items():
            assert "newsforge-prod-foundation" in text_of(alarm["AlarmActions"]), name
            assert alarm["AlarmActions"] == alarm["OKActions"]
            assert "docs/runbooks/" in alarm["AlarmDescription"]
        assert prod.one("SNS::Subscription")["Endpoint"] == f"ops@{DOMAIN}"

    def test_events_reach_the_topic_and_its_key(self, prod):
        """EventBridge brings no account with it, so a policy that asks for one would silence it."""
        policies = [
            prod.one("SNS::TopicPolicy")["PolicyDocument"],
            next(k.properties["KeyPolicy"] for k in prod.all("KMS::Key") if k.logical_id.startswith("LogsKey")),
        ]
        for policy in policies:
            (found,) = [s for s in policy["Statement"] if "events.amazonaws.com" in text_of(s["Principal"])]
            assert "Condition" not in found
            (others,) = [s for s in policy["Statement"] if "budgets.amazonaws.com" in text_of(s["Principal"])]
            assert others["Condition"]["StringEquals"]["aws:SourceAccount"] == ACCOUNT

    def test_logs_are_kept_for_thirty_days(self, assembly):
        groups = assembly.all("Logs::LogGroup")
        assert groups
        assert {g.properties["RetentionInDays"] for g in groups} == {30}

    def test_what_a_database_writes_is_kept_no_longer_either(self, assembly):
        """RDS makes a group that is not there, and keeps it for ever."""
        named = {g.properties["LogGroupName"] for g in assembly.all("Logs::LogGroup")}
        for each in assembly.all("RDS::DBInstance"):
            identifier = each.properties["DBInstanceIdentifier"]
            assert each.properties["EnableCloudwatchLogsExports"]
            for kind in each.properties["EnableCloudwatchLogsExports"]:
                assert f"/aws/rds/instance/{identifier}/{kind}" in named, each.place

    def test_logs_are_searched_and_copied(self, prod):
        stream = prod.one("KinesisFirehose::DeliveryStream")["AmazonopensearchserviceDestinationConfiguration"]
        assert stream["S3BackupMode"] == "AllDocuments"
        assert len(prod.all("Logs::SubscriptionFilter")) == 3
        assert prod.one("OpenSearchService::Domain")["ClusterConfig"]["InstanceCount"] == 2

    def test_people_may_search_logs_and_nothing_more(self, prod):
        """From a shell in the network (its group is in the table of who may speak to whom), by their own rights."""
        statements = prod.one("OpenSearchService::Domain")["AccessPolicies"]["Statement"]
        (people,) = [s for s in statements if s["Principal"] == {"AWS": f"arn:aws:iam::{ACCOUNT}:root"}]
        assert people["Resource"].endswith("/logs-*/_search")
        assert set(people["Action"]) == {"es:ESHttpGet", "es:ESHttpPost"}

    def test_a_pattern_of_errors_in_logs_is_an_alarm(self, prod):
        assert len(prod.all("Logs::MetricFilter")) == 3
        assert {"web-error-lines", "api-error-lines", "worker-error-lines"} <= set(self.alarms(prod))

    def test_one_dashboard(self, prod):
        board = prod.one("CloudWatch::Dashboard")
        assert board["DashboardName"] == "newsforge-prod"
        shown = text_of(board["DashboardBody"])
        for metric in (
            "CPUUtilization",
            "MemoryUtilization",
            "TargetResponseTime",
            "QueueDepth",
            "EngineCPUUtilization",
        ):
            assert metric in shown
        assert "Worker" in shown


class TestBackup:
    def test_daily_at_two_in_tokyo_weekly_and_copied_to_osaka(self, prod):
        rules = {r["RuleName"]: r for r in prod.one("Backup::BackupPlan")["BackupPlan"]["BackupPlanRule"]}
        assert rules["daily"]["ScheduleExpression"] == "cron(0 2 ? * * *)"
        assert rules["weekly"]["ScheduleExpression"] == "cron(0 2 ? * SUN *)"
        for rule in rules.values():
            assert rule["ScheduleExpressionTimezone"] == "Asia/Tokyo"
            assert "newsforge-prod-recovery" in text_of(rule["CopyActions"][0]["DestinationBackupVaultArn"])

    def test_the_database_and_the_uploads_are_taken_by_a_role_that_may(self, prod):
        selected = prod.one("Backup::BackupSelection")["BackupSelection"]["Resources"]
        assert {"DatabasePrimary", "Content"} <= set(re.findall(r"(DatabasePrimary|Content)", text_of(selected)))
        role = text_of(prod.one("IAM::Role", "Backup")["ManagedPolicyArns"])
        for policy in ("ForBackup", "ForRestores", "ForS3Backup", "ForS3Restore"):
            assert f'AWSBackupServiceRolePolicy{policy}"' in role

    def test_both_vaults_are_locked(self, prod):
        vaults = prod.all("Backup::BackupVault")
        assert {v.stack for v in vaults} == {"Backup", "Recovery"}
        for vault in vaults:
            assert vault.properties["LockConfiguration"]["ChangeableForDays"] == 3

    def test_the_recovery_point_of_an_hour_is_met_by_replicated_backups(self, prod):
        primary = prod.one("RDS::DBInstance", DBInstanceIdentifier="newsforge-prod")
        assert primary["AutomaticBackupReplicationRegion"] == "ap-northeast-3"

    def test_the_recovery_restores_from_them_to_the_newest_point(self, assemblies):
        restored = assemblies["prod-recovery"].one("RDS::DBInstance", DBInstanceIdentifier="newsforge-prod-recovery")
        assert restored["UseLatestRestorableTime"] is True
        assert "BackupArn" in text_of(restored["SourceDBInstanceAutomatedBackupsArn"])
        assert not {"MasterUsername", "DBName", "AllocatedStorage"} & set(restored)

    def test_what_osaka_needs_to_open_the_data_is_there_before(self, prod):
        mirrored = [k.logical_id for k in prod.all("KMS::Key", "Foundation") if k.properties.get("MultiRegion")]
        assert len(mirrored) == 1
        assert mirrored[0].startswith("ProductKey")
        assert prod.all("KMS::ReplicaKey", "Recovery")
        for secret in prod.all("SecretsManager::Secret"):
            assert [r["Region"] for r in secret.properties["ReplicaRegions"]] == ["ap-northeast-3"]
        content = next(r for r in prod.all("S3::Bucket", "Data") if "ReplicationConfiguration" in r.properties)
        assert "ap-northeast-3" in text_of(content.properties["ReplicationConfiguration"])
        rules = prod.one("ECR::ReplicationConfiguration")["ReplicationConfiguration"]["Rules"]
        assert rules[0]["Destinations"] == [{"Region": "ap-northeast-3", "RegistryId": ACCOUNT}]


class TestCostAndAccess:
    def test_budgets_speak_at_fifty_eighty_hundred_and_by_forecast(self, assemblies):
        for name, assembly in assemblies.items():
            if ENVIRONMENTS[name].is_recovery:
                continue
            budget = assembly.one("Budgets::Budget")
            steps = [
                (n["Notification"]["Threshold"], n["Notification"]["NotificationType"])
                for n in budget["NotificationsWithSubscribers"]
            ]
            assert steps == [(50, "ACTUAL"), (80, "ACTUAL"), (100, "ACTUAL"), (100, "FORECASTED")]
            assert budget["Budget"]["BudgetLimit"]["Amount"] == ENVIRONMENTS[name].monthly_budget_usd
            assert assembly.all("CE::AnomalyMonitor")

    def test_what_is_out_of_line_is_looked_for_under_the_tag_of_the_environment(self, assemblies):
        """Cost Explorer calls it by its own name, a budget writes `user:` before it."""
        for name in ("prod", "dev"):
            said = json.loads(assemblies[name].one("CE::AnomalyMonitor")["MonitorSpecification"])
            assert said == {"Tags": {"Key": "environment", "Values": [name]}}
            budget = assemblies[name].one("Budgets::Budget")["Budget"]
            assert budget["CostFilters"] == {"TagKeyValue": [f"user:environment${name}"]}

    def test_everything_carries_the_tag_that_the_budget_counts_by(self, prod):
        for kind in ("RDS::DBInstance", "ECS::Service", "S3::Bucket"):
            for resource in prod.all(kind):
                assert {"Key": "environment", "Value": "prod"} in resource.properties["Tags"]

    def test_github_may_deploy_from_one_repository_and_environment(self, prod):
        role = prod.one("IAM::Role", "Access")
        (statement,) = role["AssumeRolePolicyDocument"]["Statement"]
        assert statement["Condition"]["StringEquals"] == {
            "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
            "token.actions.githubusercontent.com:sub": "repo:acme/newsforge:environment:prod",
        }
        assert "PermissionsBoundary" in role
