"""What keeps a database whole: is it damaged, what did a power cut take, does another say the same, may it be replaced.

Before a run: damage, power. For check, replay and rebuild: content, differing, earlier, past_runs.
"""
