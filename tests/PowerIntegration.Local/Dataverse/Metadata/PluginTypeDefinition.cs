namespace PowerIntegration.Local.Dataverse.Metadata;

/// <summary>A plug-in class that a solution registers.</summary>
/// <param name="Id">Its id, which steps and custom APIs name.</param>
/// <param name="TypeName">Full name of the class.</param>
/// <param name="AssemblyFullName">Identity of its assembly.</param>
internal sealed record PluginTypeDefinition(Guid Id, string TypeName, string AssemblyFullName);
