using Microsoft.Xrm.Sdk;

namespace PowerIntegration.Gateway.Jobs;

/// <summary>How far a run came.</summary>
/// <param name="Changes">Columns of its row that change.</param>
/// <param name="IsFinished">True where nothing is left to do.</param>
internal sealed record RunProgress(AttributeCollection Changes, bool IsFinished)
{
    /// <summary>
    /// True where a call made at once would get no further: a system asked to wait or does not answer, or something is to be read first. Other runs
    /// go on meanwhile.
    /// </summary>
    public bool IsPaused { get; init; }
}
