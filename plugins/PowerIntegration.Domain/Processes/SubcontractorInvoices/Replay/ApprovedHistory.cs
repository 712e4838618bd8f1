using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Replay;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Replay;

/// <summary>
/// The approved applications of a commitment as a history to replay. What was paid is what Procore certified; what was held is what Procore says of
/// each line, or the ledger where the application is posted.
/// </summary>
internal sealed class ApprovedHistory
{
    private readonly ReplayFacts facts;
    private readonly List<string> notes = [];

    private ApprovedHistory(ReplayFacts facts) => this.facts = facts;

    /// <summary>The history; <see langword="null"/> where there is nothing to replay.</summary>
    public ReplayHistory? History { get; private set; }

    /// <summary>What is left out or assumed, one sentence each.</summary>
    public IReadOnlyList<string> Notes => notes;

    /// <summary>The newest approved revision of each application, in order.</summary>
    public static IReadOnlyList<ReplayDocument> Approved(IReadOnlyList<ReplayDocument> documents) =>
        [
            .. documents
                .Where(one => one.Document.Type == DocumentKind.SubcontractorInvoice && one.Document.State is not DocumentState.Superseded)
                .GroupBy(one => one.Document.ProcoreId)
                .Select(revisions => revisions.OrderByDescending(one => one.Document.Revision).First())
                .Where(one =>
                    one.Source.Status.StartsWith("approved", StringComparison.OrdinalIgnoreCase)
                    && one.Document.State is not DocumentState.Reversed
                    && !one.Document.IsStoppedBy(DocumentReasons.SourceVoid, DocumentReasons.PostedSourceVoid)
                )
                .OrderBy(one => one.Source.ApplicationNumber)
                .ThenBy(one => one.Document.ProcoreId, StringComparer.Ordinal),
        ];

    /// <summary>Builds it.</summary>
    public static ApprovedHistory Of(ReplayFacts facts)
    {
        var history = new ApprovedHistory(facts);
        history.Build([.. Approved(facts.Documents).Select(AddedUp)]);
        return history;
    }

    private static ReplayDocument AddedUp(ReplayDocument one) =>
        SourceBreakdown.Problems(one.Source).Any() ? one : one with { Source = SourceBreakdown.AddedUp(one.Source) };

    private void Build(IReadOnlyList<ReplayDocument> documents)
    {
        if (documents.Count == 0)
        {
            return;
        }

        var entries = documents.Select(Entry).ToList();
        var isStated = entries.TrueForAll(entry =>
            entry.Application.Lines.All(line => line is { WorkRetainageHeld: not null, StoredRetainageHeld: not null })
        );
        var first = documents[0].Source;
        var ledger = FirstLedger.Of(facts.Currency, first);
        var before = first.ApplicationNumber - 1;
        if (before > 0 && facts.Opening is { Problems.Count: 0 } opening && opening.Ledger.LastPostedNumber == before)
        {
            // Whether they tie and are signed is checked before anything posts; a replay posts nothing.
            ledger = opening.Ledger with
            {
                Opening = null,
            };
            notes.Add(Sentence.Of($"The replay starts from the opening balances after application {before}."));
        }
        else if (before > 0)
        {
            ledger = StatedLedger.After(ledger, entries[0]);
            entries.RemoveAt(0);
            notes.Add(
                Sentence.Of(
                    $"Application {first.ApplicationNumber} is the first one that was read from Procore. The replay starts from its balances. ",
                    $"Read the earlier applications, or enter opening balances, to replay it too."
                )
            );
        }

        Releases();
        History =
            entries.Count == 0
                ? null
                : new ReplayHistory
                {
                    Ledger = ledger,
                    Applications = WithoutGaps(entries, ledger.LastPostedNumber),
                    IsStated = isStated,
                };
    }

    private ReplayApplication Entry(ReplayDocument one)
    {
        var application = SourceApplication.Of(one.Source, one.Document);
        application = application with
        {
            Lines =
            [
                .. application.Lines.Select(line =>
                    one.Posted.TryGetValue(line.LineId, out var posted)
                        ? line with
                        {
                            WorkRetainageHeld = posted.Work,
                            StoredRetainageHeld = posted.Stored,
                        }
                        : line
                ),
            ],
        };

        // Where the ledger holds something else than Procore says, Procore's totals are not those of the ledger.
        var said = one.Source.Lines.Sum(line => line.WorkRetainageHeld + line.StoredRetainageHeld);
        if (one.Posted.Count > 0 && application.Lines.Sum(line => line.WorkRetainageHeld + line.StoredRetainageHeld) != said)
        {
            application = application with { Header = application.Header! with { RetainageToDate = null, PaymentDue = null } };
        }

        return new ReplayApplication(facts.Terms.Terms, application)
        {
            Paid = application.Header?.PaymentDue,
            Held =
            [
                .. application
                    .Lines.Where(line => line is { WorkRetainageHeld: not null, StoredRetainageHeld: not null })
                    .Select(line => new HeldOnLine(line.LineId, line.WorkRetainageHeld!.Value + line.StoredRetainageHeld!.Value)),
            ],
        };
    }

    // A number without an approved application posts nothing; whether it is missing shows in the previous amounts of the next one.
    private List<ReplayApplication> WithoutGaps(List<ReplayApplication> entries, int last)
    {
        var numbers = new HashSet<int>(entries.Select(entry => entry.Application.Number));
        var gaps = Enumerable.Range(last + 1, Math.Max(0, numbers.Max() - last)).Where(number => !numbers.Contains(number)).ToList();
        if (gaps.Count == 0)
        {
            return entries;
        }

        notes.Add($"No approved application was read for {Numbers(gaps)}. The replay treats {(gaps.Count == 1 ? "it" : "them")} as void.");
        KnownApplication[] open = [.. gaps.Select(number => new KnownApplication(number, ApplicationStatus.Void))];
        return entries.ConvertAll(entry => entry with { Application = entry.Application with { Others = open } });
    }

    private void Releases()
    {
        var releases = facts.Documents.Count(one => one.Document is { Type: DocumentKind.RetainageRelease, State: DocumentState.Posted });
        if (releases > 0)
        {
            notes.Add(
                $"{Sentence.Count(releases, "release")} of retainage decided here {(releases == 1 ? "is" : "are")} not replayed. "
                    + "Applications after a release may differ by its amount."
            );
        }
    }

    private static string Numbers(IReadOnlyList<int> numbers) =>
        (numbers.Count == 1 ? "application " : "applications ")
        + string.Join(", ", numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));
}
