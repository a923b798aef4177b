//! Files kept as some program saved them.
