"""Subnets, ways in and out, and who may speak to whom, asked of the templates."""


class TestNetwork:
    def test_three_zones_with_public_private_and_isolated_subnets(self, prod):
        kinds = [
            next(t["Value"] for t in r.properties["Tags"] if t["Key"] == "aws-cdk:subnet-name")
            for r in prod.all("EC2::Subnet")
        ]
        assert {kind: kinds.count(kind) for kind in kinds} == {"public": 3, "private": 3, "data": 3}
        assert len(prod.all("EC2::NatGateway")) == 3

    def test_data_subnets_have_no_way_out(self, assembly):
        for route in assembly.all("EC2::Route"):
            assert "dataSubnet" not in route.logical_id

    def test_the_table_of_who_may_speak_to_whom_is_exact(self, prod):
        """(from, to, port), both sides of each."""
        wanted = {
            ("Balancer", "Web", 3000),
            ("Balancer", "Api", 8000),
            ("Web", "Api", 8000),
            ("Api", "Database", 5432),
            ("Worker", "Database", 5432),
            ("Migrate", "Database", 5432),
            ("Api", "Cache", 6379),
            ("Worker", "Cache", 6379),
            ("Logpipe", "Search", 443),
            ("Desk", "Search", 443),
        }

        def group(reference):
            name = reference["Fn::GetAtt"][0]
            return next(
                n
                for n in (
                    "Balancer",
                    "Web",
                    "Api",
                    "Worker",
                    "Migrate",
                    "Database",
                    "Cache",
                    "Search",
                    "Logpipe",
                    "Desk",
                )
                if name.startswith(n)
            )

        incoming, outgoing = set(), set()
        for r in prod.all("EC2::SecurityGroupIngress"):
            if "SourceSecurityGroupId" in r.properties:
                p = r.properties
                incoming.add((group(p["SourceSecurityGroupId"]), group(p["GroupId"]), p["FromPort"]))
        for r in prod.all("EC2::SecurityGroupEgress"):
            if "DestinationSecurityGroupId" in r.properties:
                p = r.properties
                outgoing.add((group(p["GroupId"]), group(p["DestinationSecurityGroupId"]), p["FromPort"]))
        assert incoming == wanted
        assert outgoing == wanted

    def test_flow_logs_and_the_free_way_to_s3(self, prod):
        assert prod.one("EC2::FlowLog")["ResourceType"] == "VPC"
        assert prod.one("EC2::VPCEndpoint")["VpcEndpointType"] == "Gateway"
