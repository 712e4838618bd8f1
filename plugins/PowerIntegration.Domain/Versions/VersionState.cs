namespace PowerIntegration.Domain.Versions;

/// <summary>The state of a configuration version.</summary>
public enum VersionState
{
    /// <summary>In preparation; not used yet.</summary>
    Draft,

    /// <summary>In use.</summary>
    Active,

    /// <summary>No longer in use; another version replaced it.</summary>
    Superseded,
}
