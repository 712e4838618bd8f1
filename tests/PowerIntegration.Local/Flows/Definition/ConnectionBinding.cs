namespace PowerIntegration.Local.Flows.Definition;

/// <summary>One entry of a flow's connectionReferences.</summary>
/// <param name="Key">The name under which actions refer to it.</param>
/// <param name="ApiName">The portable name of the connector: <c>api.logicalName</c>, else <c>api.name</c>.</param>
/// <param name="ReferenceLogicalName">The connection reference row that binds it.</param>
public sealed record ConnectionBinding(string Key, string ApiName, string ReferenceLogicalName);
