//! What the choices of the settings are called.

/// As the device is set.
pub const SYSTEM: &str = "As this device";
/// Always light.
pub const LIGHT: &str = "Light";
/// Always dark.
pub const DARK: &str = "Dark";
/// As the browser is set.
pub const USUAL: &str = "Usual";
/// A fifth larger.
pub const LARGE: &str = "Large";
/// Two fifths larger.
pub const LARGER: &str = "Larger";
/// A decimal, by an example.
pub const ONE_DECIMAL: &str = "One: 77.5";
/// Two decimals, by an example.
pub const TWO_DECIMALS: &str = "Two: 77.50";
