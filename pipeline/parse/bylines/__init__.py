"""Names out of bylines: "By A and B", "Von C", "Текст: Д", without titles, roles, places and dates."""
