namespace PowerIntegration.Packer.Sources;

/// <summary>Dataverse's logical names.</summary>
internal static class LogicalName
{
    /// <summary>The logical name of a schema name: the same, in lower case.</summary>
    public static string Of(string schemaName) => schemaName.ToLowerInvariant();
}
