using Microsoft.Xrm.Sdk;

namespace PowerIntegration.Local.Dataverse.Pipeline;

/// <summary>What the contexts of one message share.</summary>
/// <param name="Parent">The context above.</param>
/// <param name="Variables">Their shared variables.</param>
internal sealed record StageScope(IPluginExecutionContext? Parent, ParameterCollection Variables);
