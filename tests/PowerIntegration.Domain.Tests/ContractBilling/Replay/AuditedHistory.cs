using PowerIntegration.Audit.Contracts;
using PowerIntegration.Audit.Form;
using PowerIntegration.Domain.Audit;
using PowerIntegration.Domain.ContractBilling.Replay;
using PowerIntegration.Domain.ContractBilling.Terms;

namespace PowerIntegration.Domain.Tests.ContractBilling.Replay;

/// <summary>A running contract whose payments and retainage were worked out by the auditor, never by the engine.</summary>
internal static class AuditedHistory
{
    private static readonly LineSheet[] Lines = [new("1", 6_000_000), new("2", 4_000_000), new("3", 2_500_000)];

    // Work this period and stored materials at its end, by line, in cents. A change order adds 5,000.00 to line 2 with the fourth application.
    private static readonly long[][] Work =
    [
        [1_234_567, 300_001, 0],
        [1_150_011, 700_003, 250_049],
        [1_500_000, 400_013, 350_051],
        [1_265_422, 1_399_987, 900_007],
        [500_033, 1_000_019, 499_981],
    ];

    private static readonly long[][] Stored =
    [
        [310_037, 0, 0],
        [0, 210_011, 0],
        [90_017, 120_013, 0],
        [0, 0, 330_021],
        [0, 0, 0],
    ];

    /// <summary>The contract sum as signed.</summary>
    public const decimal OriginalSum = 125_000m;

    /// <summary>What was paid by the true terms, with other terms proposed.</summary>
    /// <param name="truth">The terms that were in force.</param>
    /// <param name="proposed">The terms that are proposed.</param>
    /// <param name="isStated">True where the source states the retainage of every line.</param>
    /// <param name="isMoved">True where stored materials move to column D by themselves.</param>
    /// <param name="overrides">What a person made a line hold more on its work: application, line, cents.</param>
    /// <param name="applications">How many applications there are.</param>
    public static ReplayHistory Of(
        TermsSheet truth,
        ContractTerms proposed,
        bool isStated,
        bool isMoved = false,
        (int Application, string Line, long More)? overrides = null,
        int applications = 5
    )
    {
        var auditor = new FormAuditor(truth, Lines);
        var history = new ContractHistory
        {
            Index = 1,
            Terms = truth,
            Lines = Lines,
            AddedLines = [],
            Applications = [],
            Earned = new Dictionary<string, long>(),
        };
        var entries = new List<ReplayApplication>();
        long[] work = [0, 0, 0],
            stored = [0, 0, 0];
        var more = 0L;
        for (var index = 0; index < applications; index++)
        {
            var sheet = new ApplicationSheet
            {
                Number = index + 1,
                PeriodEnd = string.Create(CultureInfo.InvariantCulture, $"2026-0{index + 1}-28"),
                StoredMoved = isMoved,
                Rows = [.. Enumerable.Range(0, 3).Select(line => Row(index, line, work, stored, isMoved))],
            };
            var predicted = auditor.Predict(sheet);
            auditor.Post(predicted);
            var byHand = overrides is { } one && one.Application == sheet.Number ? one.More : 0L;
            var engine = EngineInputs.Application(history, sheet);
            var lines = predicted.Lines;
            entries.Add(
                new ReplayApplication(
                    proposed,
                    engine with
                    {
                        Lines =
                        [
                            .. engine.Lines.Select(
                                (line, position) =>
                                    line with
                                    {
                                        WorkRetainageHeld = isStated
                                            ? Major(lines[position].HeldOnWork + (line.LineId == overrides?.Line ? byHand : 0))
                                            : null,
                                        StoredRetainageHeld = isStated ? Major(lines[position].HeldOnStored) : null,
                                        IsRetainageOverridden = byHand != 0 && line.LineId == overrides?.Line,
                                    }
                            ),
                        ],
                    }
                )
                {
                    Paid = Major(lines.Sum(line => line.Payable) - byHand + more),
                    Held = [.. lines.Select(line => new HeldOnLine(line.LineId, Major(line.Held + (line.LineId == overrides?.Line ? byHand : 0))))],
                }
            );

            // Without the override the next application pays back what the person kept.
            more = byHand;
            for (var line = 0; line < 3; line++)
            {
                work[line] += Work[index][line] + (isMoved ? stored[line] : 0);
                stored[line] = Stored[index][line];
            }
        }

        return new ReplayHistory
        {
            Ledger = EngineInputs.Ledger(history),
            Applications = entries,
            IsStated = isStated,
        };
    }

    private static decimal Major(long cents) => cents / 100m;

    private static RowSheet Row(int index, int line, long[] work, long[] stored, bool isMoved) =>
        new()
        {
            LineId = Lines[line].Id,
            Scheduled = Lines[line].Value + (line == 1 && index >= 3 ? 500_000 : 0),
            WorkPrevious = work[line] + (isMoved ? stored[line] : 0),
            WorkThisPeriod = Work[index][line],
            Stored = Stored[index][line],
        };
}
