namespace PowerIntegration.Local.Oracle.Rest;

/// <summary>How an item of a resource is addressed.</summary>
internal enum KeyForm
{
    /// <summary>By the value of the key attribute.</summary>
    Plain,

    /// <summary>By a hash that a client takes from a link and never builds.</summary>
    Opaque,

    /// <summary>By the hash, and by the plain value too.</summary>
    OpaqueOrPlain,
}
