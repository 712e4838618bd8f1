using Microsoft.Xrm.Sdk;
using PowerIntegration.Plugins.Registration;

namespace PowerIntegration.Plugins.Tests.Fakes;

/// <summary>A step, and what the platform needs to know to call it.</summary>
internal sealed record DeclaredStep(
    Type Plugin,
    string Message,
    string Table,
    PluginStage Stage,
    Func<Entity, bool> IsCalledBy,
    string PreImage,
    IReadOnlyList<string> PreImageAttributes
);
