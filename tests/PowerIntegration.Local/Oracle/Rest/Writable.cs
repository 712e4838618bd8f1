namespace PowerIntegration.Local.Oracle.Rest;

/// <summary>Who may set an attribute.</summary>
internal enum Writable
{
    /// <summary>Only the server.</summary>
    Never,

    /// <summary>A caller, when it creates the record.</summary>
    OnCreate,

    /// <summary>A caller, at any time.</summary>
    OnCreateAndUpdate,

    /// <summary>Oracle lets a caller set it, but its effect is not simulated, so it is refused by name.</summary>
    NotSimulated,
}
