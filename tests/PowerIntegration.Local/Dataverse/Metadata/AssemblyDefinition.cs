namespace PowerIntegration.Local.Dataverse.Metadata;

/// <summary>A plug-in assembly that a solution registers.</summary>
/// <param name="Id">Its id, which an import keeps.</param>
/// <param name="FullName">Its identity.</param>
internal sealed record AssemblyDefinition(Guid Id, string FullName);
