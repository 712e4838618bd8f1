namespace PowerIntegration.Domain.Drift;

/// <summary>A custom API with the privilege that it asks for.</summary>
/// <param name="Name">Its unique name.</param>
/// <param name="Privilege">The privilege; null where everyone may call it.</param>
/// <param name="PluginTypeId">Id of the plug-in type that it runs; null where it runs none.</param>
public sealed record GatedApi(string Name, string? Privilege, Guid? PluginTypeId);
