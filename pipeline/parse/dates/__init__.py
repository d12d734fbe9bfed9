"""Dates as pages print them, in the page's language: never guessed where day and month could be either.

text ─▶ find ─┬─▶ months        names of months and days, from CLDR
              └─▶ clock_times   the time beside the day
"""
