//! Outside programs and what they find.
