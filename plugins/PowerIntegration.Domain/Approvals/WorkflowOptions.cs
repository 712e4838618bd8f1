using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Approvals;

/// <summary>Which answers of a step say approved and which say rejected, as the installation declares them. Nothing is guessed.</summary>
/// <param name="Approved">Names or types of answers that approve.</param>
/// <param name="Rejected">Names or types of answers that reject.</param>
public sealed record WorkflowOptions(IReadOnlyCollection<string> Approved, IReadOnlyCollection<string> Rejected)
{
    /// <summary>
    /// The one answer that says the decision: by a declared name, else by a declared type. Null where none or several do, with
    /// <paramref name="problem"/>.
    /// </summary>
    /// <param name="isApproved">The decision.</param>
    /// <param name="options">The answers that the step takes.</param>
    /// <param name="problem">Why there is not one answer; null where there is.</param>
    public WorkflowOption? Choose(bool isApproved, IReadOnlyCollection<WorkflowOption> options, out string? problem)
    {
        var declared = isApproved ? Approved : Rejected;
        var named = options.Where(option => Says(declared, option.Name)).ToList();
        var fitting = named.Count > 0 ? named : [.. options.Where(option => Says(declared, option.Type))];
        problem = fitting.Count switch
        {
            1 => null,
            0 => $"The step takes {Listed(options)}, and none of these says {(isApproved ? "approved" : "rejected")}.",
            _ => $"The step takes {Listed(options)}, and {Listed(fitting)} all say {(isApproved ? "approved" : "rejected")}.",
        };
        return problem is null ? fitting[0] : null;
    }

    private static bool Says(IEnumerable<string> declared, string? text) =>
        !string.IsNullOrWhiteSpace(text) && declared.Any(one => string.Equals(one.Trim(), text!.Trim(), StringComparison.OrdinalIgnoreCase));

    private static string Listed(IReadOnlyCollection<WorkflowOption> options) =>
        options.Count == 0 ? "no answer" : string.Join(", ", options.Select(option => Sentence.Quoted(option.Name ?? option.Type)));
}
