"""Response exports without a workspace: whose they are, of which period, and what a roll-up keeps of them."""
