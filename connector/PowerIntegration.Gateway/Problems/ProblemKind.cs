namespace PowerIntegration.Gateway.Problems;

/// <summary>One way in which the gateway refuses.</summary>
/// <param name="Code">Stable code a flow can switch on.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Title">What the kind means, in few words; the sentence about the case is the problem's detail.</param>
public sealed record ProblemKind(string Code, int Status, string Title)
{
    /// <summary>True where the record itself cannot be used: until someone corrects it, every read answers the same.</summary>
    public bool IsOfRecord { get; init; }
}
