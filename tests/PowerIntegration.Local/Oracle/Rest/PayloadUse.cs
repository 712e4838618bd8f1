namespace PowerIntegration.Local.Oracle.Rest;

/// <summary>Why a payload is read.</summary>
internal enum PayloadUse
{
    /// <summary>A caller creates a record.</summary>
    Create,

    /// <summary>A caller changes a record.</summary>
    Update,

    /// <summary>The initial state is loaded; every documented attribute may be set.</summary>
    Seed,
}
