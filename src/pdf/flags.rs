//! Flag bits of ISO 32000-1, the one table that writing and reading share.
//!
//! In: nothing. Out: bit values. Never: knows a form.

/// Annotation flag: print the widget (ISO 32000-1, table 165, bit 3).
pub const PRINT: u32 = 1 << 2;
/// Annotation flag: do not show or print (table 165, bit 2).
pub const HIDDEN: u32 = 1 << 1;
/// Field flag: the user may not change it (table 221, bit 1).
pub const READ_ONLY: u32 = 1;
/// Field flag: a value is asked for (table 221, bit 2).
pub const REQUIRED: u32 = 1 << 1;
/// Text field flag: several lines (table 228, bit 13).
pub const MULTILINE: u32 = 1 << 12;
/// Button flag: radio buttons (table 226, bit 16).
pub const RADIO: u32 = 1 << 15;
/// Button flag: push button, no value (table 226, bit 17).
pub const PUSH_BUTTON: u32 = 1 << 16;
/// Choice flag: a drop-down (table 230, bit 18).
pub const COMBO: u32 = 1 << 17;
/// Choice flag: the drop-down takes typed text too (table 230, bit 19).
pub const EDIT: u32 = 1 << 18;
/// Choice flag: several options may be chosen (table 230, bit 22).
pub const MULTI_SELECT: u32 = 1 << 21;
/// Text field flag: do not scroll (table 228, bit 24).
pub const DO_NOT_SCROLL: u32 = 1 << 23;
