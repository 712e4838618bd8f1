namespace PowerIntegration.Local.Flows.Definition;

/// <summary>What every action has.</summary>
/// <param name="Name">Its name, unique in the flow.</param>
/// <param name="Type">Its type as the file spells it.</param>
/// <param name="Path">Where it is in the file.</param>
/// <param name="RunAfter">The actions before it, with the statuses that let it run; empty is first.</param>
/// <param name="Timeout">How long it may take; null is unlimited. The limit of an Until is its own.</param>
/// <param name="HasSecureInputs">Whether its inputs stay out of the run history.</param>
/// <param name="HasSecureOutputs">Whether its outputs stay out of the run history.</param>
public sealed record ActionHeader(
    string Name,
    string Type,
    string Path,
    IReadOnlyDictionary<string, IReadOnlyList<ActionStatus>> RunAfter,
    TimeSpan? Timeout,
    bool HasSecureInputs,
    bool HasSecureOutputs
);
