"""Ways for a letter to leave the house: SMTP, SES, and a folder that one can open."""
