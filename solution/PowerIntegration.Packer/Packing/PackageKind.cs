namespace PowerIntegration.Packer.Packing;

/// <summary>What an environment lets people do with an imported solution.</summary>
public enum PackageKind
{
    /// <summary>They may change it; for the environment in which it is made.</summary>
    Unmanaged,

    /// <summary>They may not; for test and production.</summary>
    Managed,
}
