using PowerIntegration.Gateway.Remote;

namespace PowerIntegration.Gateway.Jobs;

/// <summary>
/// A kind of run: it reads both systems and writes what it found. It may be stopped at any moment and is called again until it is finished, so what
/// it wrote it finds again by key.
/// </summary>
internal interface IRun
{
    /// <summary>Choice value of the kind.</summary>
    int Kind { get; }

    /// <summary>Goes on with a run.</summary>
    /// <returns>What of the row changes; its state says whether the run is finished.</returns>
    Task<RunProgress> ContinueAsync(RunRow run, CallBudget budget, CancellationToken cancellationToken);
}
