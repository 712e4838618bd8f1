using Microsoft.Xrm.Sdk;

namespace PowerIntegration.Gateway.Jobs;

/// <summary>How far a run came.</summary>
/// <param name="Changes">Columns of its row that change.</param>
/// <param name="IsFinished">True where nothing is left to do.</param>
internal sealed record RunProgress(AttributeCollection Changes, bool IsFinished);
