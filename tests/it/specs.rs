//! Valid and invalid specifications, with every message.
