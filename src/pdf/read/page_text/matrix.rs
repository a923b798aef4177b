//! Transformations of the plane (ISO 32000-1, 8.3.3).
//!
//! In: six numbers. Out: products, and points carried over. Never: inverts.

/// A transformation: x' = a x + c y + e, y' = b x + d y + f.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Matrix {
    pub(super) a: f64,
    pub(super) b: f64,
    pub(super) c: f64,
    pub(super) d: f64,
    pub(super) e: f64,
    pub(super) f: f64,
}

impl Matrix {
    /// Leaves everything where it is.
    pub(super) const IDENTITY: Self = Self {
        a: 1.0,
        b: 0.0,
        c: 0.0,
        d: 1.0,
        e: 0.0,
        f: 0.0,
    };

    /// The last six numbers of `numbers`, if there are six.
    pub(super) fn of(numbers: &[f64]) -> Option<Self> {
        let [.., a, b, c, d, e, f] = *numbers else {
            return None;
        };
        Some(Self { a, b, c, d, e, f })
    }

    /// A shift.
    pub(super) const fn shift(x: f64, y: f64) -> Self {
        Self {
            e: x,
            f: y,
            ..Self::IDENTITY
        }
    }

    /// This first, then `after`.
    pub(super) fn then(self, after: Self) -> Self {
        Self {
            a: self.a * after.a + self.b * after.c,
            b: self.a * after.b + self.b * after.d,
            c: self.c * after.a + self.d * after.c,
            d: self.c * after.b + self.d * after.d,
            e: self.e * after.a + self.f * after.c + after.e,
            f: self.e * after.b + self.f * after.d + after.f,
        }
    }

    /// Where the origin goes.
    pub(super) const fn origin(self) -> (f64, f64) {
        (self.e, self.f)
    }
}
