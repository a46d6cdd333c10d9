"""Tokyo as the stacks leave it, for releases: two colours of web and API behind a rule each, workers, images, alarms.

Everything is really there in Amazon's twin. ``on_traffic`` is called whenever weights of the API were moved, and
``on_tasks`` whenever a service was told something, so that a test lets things happen at the very moment that it means.
"""

import json
from contextlib import suppress
from dataclasses import replace

from moto.ecs.models import EC2ContainerServiceBackend
from moto.elbv2.models import ELBv2Backend

from infra.constructs.service import COLOURS
from infra.release.machine import release_machine
from infra.release.plan import Part, ReleasePlan, machine_name
from tests.infra.clients import ask
from tests.infra.steps import Machine

PREFIX = "newsforge-prod"
LEAST = {"api": 3, "web": 2}
FEW = {"api": 2, "web": 1}
IMAGES = ("app", "web")
STEPS = ((10, 2), (50, 2), (100, 2))
TRIES = 4
_MANIFEST = {
    "schemaVersion": 2,
    "mediaType": "application/vnd.docker.distribution.manifest.v2+json",
    "config": {"digest": "sha256:00", "size": 1, "mediaType": "application/vnd.docker.container.image.v1+json"},
    "layers": [],
}


class ReleaseRegion:
    """``old`` is live on blue, ``new`` is deployed and runs nowhere."""

    def __init__(self, monkeypatch):
        self.on_traffic = self.on_tasks = lambda: None
        self.moved = []
        self._listen(monkeypatch)
        self.plan = replace(self._make(), steps=STEPS, tries=TRIES)
        self.machine = Machine(release_machine(self.plan), machine_name("prod"), wait_s=0)

    def _listen(self, monkeypatch):
        modify, update = ELBv2Backend.modify_rule, EC2ContainerServiceBackend.update_service

        def modify_rule(backend, rule_arn, *rest, **named):
            rule = modify(backend, rule_arn, *rest, **named)
            if rule_arn == self.plan.parts[0].rule:
                self.moved.append(self.weights("api")["green"])
                self.on_traffic()
            return rule

        def update_service(backend, properties):
            service = update(backend, properties)
            self.on_tasks()
            return service

        monkeypatch.setattr(ELBv2Backend, "modify_rule", modify_rule)
        monkeypatch.setattr(EC2ContainerServiceBackend, "update_service", update_service)

    def _make(self):
        ask("ecs").create_cluster(clusterName=PREFIX)
        for image in IMAGES:
            ask("ecr").create_repository(repositoryName=f"newsforge/{image}")
        for release in ("old", "new"):
            self.deploy(release)
        for name in (*(f"{part}-{colour}" for part in LEAST for colour in COLOURS), "worker"):
            ask("ecs").create_service(
                cluster=PREFIX,
                serviceName=f"{PREFIX}-{name}",
                taskDefinition=self.revision(name, "old"),
                desiredCount=0,
            )
            self._scale(name, 3 if name == "worker" else LEAST[name.split("-")[0]] if "blue" in name else 0)
        self._subnets = [s["SubnetId"] for s in ask("ec2").describe_subnets()["Subnets"]][:2]
        balancer = ask("elbv2").create_load_balancer(Name=PREFIX, Subnets=self._subnets)["LoadBalancers"][0]
        groups = {part: {c: self._group(part, c, balancer["VpcId"]) for c in COLOURS} for part in LEAST}
        listener = ask("elbv2").create_listener(
            LoadBalancerArn=balancer["LoadBalancerArn"],
            Protocol="HTTP",
            Port=80,
            DefaultActions=[{"Type": "forward", "TargetGroupArn": groups["web"]["blue"]}],
        )["Listeners"][0]["ListenerArn"]
        plan = ReleasePlan(
            prefix=PREFIX,
            parts=tuple(self._part(part, place, listener, groups[part]) for place, part in enumerate(LEAST, 1)),
            worker=f"{PREFIX}-worker",
            brake=f"{PREFIX}-release-brake",
            images=IMAGES,
        )
        for name in plan.all_alarms:
            self.make_alarm(name)
        return plan

    def _group(self, part, colour, vpc):
        made = ask("elbv2").create_target_group(
            Name=f"prod-{part}-{colour}", Protocol="HTTP", Port=8000, VpcId=vpc, TargetType="ip"
        )
        arn = made["TargetGroups"][0]["TargetGroupArn"]
        ask("elbv2").register_targets(TargetGroupArn=arn, Targets=[{"Id": "10.10.0.9", "Port": 8000}])
        return arn

    def _part(self, part, place, listener, groups):
        forward = [{"TargetGroupArn": groups[c], "Weight": 100 if c == "blue" else 0} for c in COLOURS]
        rule = ask("elbv2").create_rule(
            ListenerArn=listener,
            Priority=place * 10,
            Conditions=[{"Field": "path-pattern", "Values": [f"/{part}/*"]}],
            Actions=[{"Type": "forward", "ForwardConfig": {"TargetGroups": forward}}],
        )["Rules"][0]["RuleArn"]
        services = {colour: f"{PREFIX}-{part}-{colour}" for colour in COLOURS}
        return Part(name=part, rule=rule, groups=groups, services=services, least=LEAST[part], few=FEW[part])

    def _scale(self, name, count):
        ask("application-autoscaling").register_scalable_target(
            ServiceNamespace="ecs",
            ResourceId=f"service/{PREFIX}/{PREFIX}-{name}",
            ScalableDimension="ecs:service:DesiredCount",
            MinCapacity=count,
            MaxCapacity=20,
        )
        ask("ecs").update_service(cluster=PREFIX, service=f"{PREFIX}-{name}", desiredCount=count)

    def make_alarm(self, name):
        ask("cloudwatch").put_metric_alarm(
            AlarmName=name,
            MetricName="x",
            Namespace="x",
            Period=60,
            EvaluationPeriods=5,
            Threshold=1,
            ComparisonOperator="GreaterThanThreshold",
            Statistic="Maximum",
        )

    def ring(self, name, state="ALARM"):
        full = name if name.startswith(PREFIX) else f"{PREFIX}-{name}"
        ask("cloudwatch").set_alarm_state(AlarmName=full, StateValue=state, StateReason="a test says so")

    def deploy(self, release):
        """Images and revisions, as a deployment leaves them before its last step."""
        for image in IMAGES:
            manifest = json.dumps({**_MANIFEST, "layers": [{"digest": f"sha256:{release}", "size": 1}]})
            with suppress(ask("ecr").exceptions.ImageAlreadyExistsException):
                ask("ecr").put_image(repositoryName=f"newsforge/{image}", imageManifest=manifest, imageTag=release)
        for part in (*LEAST, "worker"):
            told = [{"name": "PORT", "value": "8000"}, {"name": "NEWSFORGE_RELEASE", "value": release}]
            ask("ecs").register_task_definition(
                family=f"{PREFIX}-{part}",
                containerDefinitions=[{"name": part, "image": part, "memory": 64, "environment": told}],
            )

    def revision(self, name, release):
        number = {"old": 1, "new": 2}[release]
        family = f"{PREFIX}-{name.split('-')[0]}"
        return ask("ecs").describe_task_definition(taskDefinition=f"{family}:{number}")["taskDefinition"][
            "taskDefinitionArn"
        ]

    def order(self, release):
        """The input of an execution."""
        return {"release": release, "revisions": {p: self.revision(p, release) for p in (*LEAST, "worker")}}

    def weights(self, part):
        found = next(each for each in self.plan.parts if each.name == part)
        rule = ask("elbv2").describe_rules(RuleArns=[found.rule])["Rules"][0]
        weight = {g["TargetGroupArn"]: g["Weight"] for g in rule["Actions"][0]["ForwardConfig"]["TargetGroups"]}
        return {colour: weight[arn] for colour, arn in found.groups.items()}

    def weigh(self, part, green):
        found = next(each for each in self.plan.parts if each.name == part)
        share = {"green": green, "blue": 100 - green}
        groups = [{"TargetGroupArn": found.groups[colour], "Weight": weight} for colour, weight in share.items()]
        action = {"Type": "forward", "ForwardConfig": {"TargetGroups": groups}}
        ask("elbv2").modify_rule(RuleArn=found.rule, Actions=[action])

    def tasks(self):
        """Service -> (desired, release)."""
        services = [*(s for part in self.plan.parts for s in part.services.values()), self.plan.worker]
        found = ask("ecs").describe_services(cluster=PREFIX, services=services)["services"]
        release = {1: "old", 2: "new"}
        return {
            each["serviceName"].removeprefix(f"{PREFIX}-"): (
                each["desiredCount"],
                release[int(each["taskDefinition"].rsplit(":", 1)[-1])],
            )
            for each in found
        }

    def least(self):
        found = ask("application-autoscaling").describe_scalable_targets(ServiceNamespace="ecs")["ScalableTargets"]
        return {each["ResourceId"].rsplit("/", 1)[-1].removeprefix(f"{PREFIX}-"): each["MinCapacity"] for each in found}
