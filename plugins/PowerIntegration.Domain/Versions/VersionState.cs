namespace PowerIntegration.Domain.Versions;

/// <summary>What a version of configuration is good for.</summary>
public enum VersionState
{
    /// <summary>Somebody is writing it; nothing is decided by it.</summary>
    Draft,

    /// <summary>Documents are decided by it.</summary>
    Active,

    /// <summary>Documents were decided by it; another version took its place.</summary>
    Superseded,
}
