"""The AWS platform of NewsForge Pro as code. It never imports the product."""

from infra.node import choose_node

# Before anything imports aws_cdk, which starts Node.
choose_node()
