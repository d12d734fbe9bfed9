"""What each line of a text is: marks of Markdown and mail taken out, unwrapped, told by its words, shape and place.

read ─┬─▶ dumps, fields, kept_lines, marks ─▶ unwrap ─┬─▶ line
      └─▶ telltales ─▶ notes, hours, mail             └─▶ repeated, names_alone
"""
