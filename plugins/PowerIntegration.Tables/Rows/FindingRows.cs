using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Findings;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Tables.Rows;

/// <summary>Findings as rows.</summary>
public static class FindingRows
{
    // The choices count from the first value of the publisher's range, in the order of the enumerations.
    private const int FirstChoice = FindingStateChoice.Open;

    /// <summary>Columns that <see cref="Read"/> needs.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [FindingTable.FindingState, FindingTable.Amount, FindingTable.CauseGoneOn, FindingTable.SinceOn, FindingTable.ClosedOn];

    /// <summary>Reads a row of <c>pint_finding</c>.</summary>
    public static FindingStatus Read(RowView row) =>
        new(
            (FindingState)((row.Choice(FindingTable.FindingState) ?? FirstChoice) - FirstChoice),
            row.Amount(FindingTable.Amount),
            row.Instant(FindingTable.CauseGoneOn),
            row.Instant(FindingTable.SinceOn) ?? default,
            row.Instant(FindingTable.ClosedOn)
        );

    /// <summary>Writes the state of a finding.</summary>
    public static void Write(Entity row, FindingStatus status)
    {
        row[FindingTable.FindingState] = new OptionSetValue(FirstChoice + (int)status.State);
        row[FindingTable.Amount] = status.Amount;
        row[FindingTable.CauseGoneOn] = status.CauseGoneOn;
        row[FindingTable.SinceOn] = status.SinceOn;
        row[FindingTable.ClosedOn] = status.ClosedOn;
    }

    /// <summary>Writes what a finding says.</summary>
    public static void Write(Entity row, Finding finding)
    {
        row[FindingTable.Kind] = finding.Kind.Wire;
        row[FindingTable.Severity] = new OptionSetValue(FirstChoice + (int)finding.Severity);
        row[FindingTable.OwnerRole] = new OptionSetValue(FirstChoice + (int)finding.Owner);
        row[FindingTable.Sentence] = Sentence.Fit(finding.Sentence, FindingTable.SentenceLengthMax);
        row[FindingTable.NextStep] = Sentence.Fit(finding.NextStep, FindingTable.NextStepLengthMax);
        row[FindingTable.Currency] = finding.Amount is null ? null : finding.Currency;
        row[FindingTable.Name] = Sentence.Fit(finding.Sentence, FindingTable.NameLengthMax);
    }
}
