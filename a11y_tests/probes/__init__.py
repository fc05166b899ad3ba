"""The probes, one folder each: probe.yaml, probe.js or probe.py or both, and fixtures with pass… and fail… ids."""
