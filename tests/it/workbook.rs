//! The written PDF, looked at from outside.
