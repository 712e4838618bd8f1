using PowerIntegration.Audit.Contracts;
using PowerIntegration.Domain.Audit;

namespace PowerIntegration.Sandbox.Commands;

/// <summary>Prints a disagreement between engine and auditor in full: terms, application, the rows concerned, every figure.</summary>
internal static class FindingText
{
    private const int FiguresMax = 60;

    /// <summary>The lines of the text.</summary>
    public static IEnumerable<string> Of(AuditFinding finding, long seed)
    {
        var history = finding.History;
        var application = finding.Application;
        yield return Invariant(
            $"Engine and auditor disagree on contract {history.Index}, application {application.Number} of {history.Applications.Count}."
        );
        yield return Invariant($"Terms: {history.Terms}");
        foreach (var rule in history.Terms.Scale)
        {
            yield return Invariant($"  {rule}");
        }

        yield return Invariant($"Lines: {history.Lines.Count} original, {history.AddedLines.Count} by change order.");
        yield return Invariant($"Stored material moved automatically: {application.StoredMoved}.");
        object?[] decided = [application.Release, application.Cut, application.Certified];
        foreach (var one in decided.Where(one => one is not null))
        {
            yield return Invariant($"{one}");
        }

        foreach (var change in application.Changes)
        {
            yield return Invariant($"{change.Kind} of {string.Join(", ", change.LineIds)}: {string.Join(", ", change.Into)}");
        }

        if (application.CatchUp is { } caughtUp)
        {
            yield return Invariant($"Caught up: {caughtUp} cents.");
        }

        if (application.TakenOver || application.Reversed)
        {
            yield return Invariant($"Taken over before it: {application.TakenOver}; reversed and billed again: {application.Reversed}.");
        }

        foreach (var difference in finding.Disagreements.Take(FiguresMax))
        {
            yield return "  " + difference;
        }

        if (finding.Disagreements.Count > FiguresMax)
        {
            yield return Invariant($"  and {finding.Disagreements.Count - FiguresMax} more");
        }

        foreach (var row in Rows(finding))
        {
            yield return Invariant($"  row in cents: {row}");
        }

        yield return Invariant(
            $"To repeat it: dotnet run --project tests/PowerIntegration.Sandbox -- audit --seed {seed} --contract {history.Index}"
        );
    }

    private static IEnumerable<RowSheet> Rows(AuditFinding finding) =>
        finding
            .Application.Rows.Where(row =>
                finding.Disagreements.Any(difference => difference.Figure.EndsWith(" " + row.LineId, StringComparison.Ordinal))
            )
            .Take(5);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
