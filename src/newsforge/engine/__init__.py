"""The product's own knowledge: values in, values out. No I/O, no framework, no clock."""
