namespace PowerIntegration.Plugins.Wbs;

/// <summary>Where mapping rules apply: in one project, or in the whole company of an environment.</summary>
/// <param name="ProjectId">The project; null for the whole company.</param>
/// <param name="EnvironmentId">The environment; null for one project.</param>
internal sealed record MappingScope(Guid? ProjectId, Guid? EnvironmentId);
