using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Ownership;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Approvals;

/// <summary>
/// Whether Procore can be the place of approval of a rule: only where it has a workflow for the invoices. What is not known stops no rule, but is
/// shown to whoever activates it.
/// </summary>
public static class WorkflowEntry
{
    // More names would hide the instruction behind them.
    private const int NamesMax = 5;

    /// <summary>True where the rule says that Procore decides about invoices that may have a workflow there.</summary>
    public static bool Asks(DocumentKind kind, ApprovalPlace place) =>
        DocumentKinds.IsWorkflowRead(kind) && place is ApprovalPlace.Procore or ApprovalPlace.ProcoreThenOracle;

    /// <summary>The projects that a rule for all of them decides about: not those whose own rule does on all its days.</summary>
    /// <param name="projects">All projects.</param>
    /// <param name="own">Active rules of single projects.</param>
    /// <param name="from">First day of the rule; null where none is entered.</param>
    /// <param name="to">Last day; null where it has no end.</param>
    public static IReadOnlyList<ProjectWorkflow> Concerned(
        IReadOnlyCollection<ProjectWorkflow> projects,
        IReadOnlyCollection<ProjectPlace> own,
        CalendarDate? from,
        CalendarDate? to
    ) => [.. projects.Where(project => from is not { } first || !own.Any(rule => rule.ProjectId == project.ProjectId && rule.Covers(first, to)))];

    /// <summary>Why Procore cannot be the place of approval; null where it can, or where that is not known.</summary>
    /// <param name="projects">The projects that the rule decides about.</param>
    /// <param name="isForProject">True where the rule is for one project.</param>
    public static Refusal? Check(IReadOnlyCollection<ProjectWorkflow> projects, bool isForProject)
    {
        var without = projects.Where(project => project.State == ProcoreWorkflow.None).ToList();
        return without.Count == 0
            ? null
            : new Refusal(
                SharedReasons.InputUnusable,
                $"Procore has no workflow for the subcontractor invoices of {Names(without, project => $" (read on {project.ReadOn})")}. "
                    + (
                        isForProject
                            ? "Choose Oracle as the place of approval, or have a workflow configured in Procore first."
                            : "Choose Oracle as the place of approval, or first activate a rule of its own with Oracle for each project named."
                    )
            );
    }

    /// <summary>What is known, for whoever reviews the rule: one line for what Procore has, one for what is not known.</summary>
    public static IReadOnlyList<string> Known(IReadOnlyCollection<ProjectWorkflow> projects)
    {
        var configured = projects.Where(project => project.State == ProcoreWorkflow.Configured).ToList();
        var unknown = projects.Where(project => project.State == ProcoreWorkflow.Unknown).ToList();
        var lines = new List<string>();
        if (configured.Count > 0)
        {
            lines.Add($"Procore has a workflow for the invoices of {Names(configured, project => $" (read on {project.ReadOn})")}.");
        }

        if (unknown.Count > 0)
        {
            lines.Add(
                $"It is not known whether Procore has a workflow for the invoices of {Names(unknown, _ => "")}. "
                    + $"{unknown[0].Why} Check it in Procore before you activate the rule."
            );
        }

        return lines;
    }

    private static string Names(IReadOnlyList<ProjectWorkflow> projects, Func<ProjectWorkflow, string> detail)
    {
        var names = projects.Take(NamesMax).Select(project => project.Project + detail(project)).ToList();
        var left = projects.Count - names.Count;
        return (projects.Count == 1 ? "project " : Sentence.Count(projects.Count, "project") + ": ")
            + string.Join(", ", names)
            + (left == 0 ? "" : Sentence.Of($" and {left} more"));
    }
}
