//! Who may name whom, as a table compared with the source.
