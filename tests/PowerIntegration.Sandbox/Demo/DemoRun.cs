using System.Diagnostics;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Clock;
using PowerIntegration.Local.Flows.Running;
using PowerIntegration.Local.Oracle.Payables;
using PowerIntegration.Sandbox.Hosting;

namespace PowerIntegration.Sandbox.Demo;

/// <summary>
/// Twelve months of billing on one project, from approval in Procore to posted payables invoices, on a clock that does not wait. One event is
/// delivered twice; one invoice is refused because a code maps to no task, and goes through after an administrator adds the rule; two posted invoices
/// are reversed.
/// </summary>
/// <param name="layout">Where the artifacts are.</param>
/// <param name="dataFolder">The job.</param>
/// <param name="seed">Seed of ids.</param>
/// <param name="output">Where the demo speaks.</param>
internal sealed class DemoRun(RepositoryLayout layout, string dataFolder, int seed, DemoOutput output)
{
    private const string BusinessUnit = "Lakeshore US BU";
    private const string WebApi = "api";

    private static readonly PlannedReversal[] Reversals =
    [
        new(
            HardCases.ReversedAfterPayment,
            IsPaidBefore: true,
            "Paid to the old remittance site. The credit memo reverses it; it is billed again to the new site."
        ),
        new(HardCases.ReversedBeforePayment, IsPaidBefore: false, "Posted before the lien waiver arrived. It is posted again now."),
    ];

    private readonly DrivenClock clock = new(RunningSandbox.SeedStart);
    private readonly DemoObservations observed = new();
    private readonly List<DemoMonth> months = [];
    private IReadOnlyList<HardCase> cases = [];

    /// <summary>Plays and proves.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>What was found.</returns>
    public async Task<DemoResult> PlayAsync(CancellationToken cancellation)
    {
#pragma warning disable RS0030 // How long the demo took is printed; nothing depends on it.
        var watch = Stopwatch.StartNew();
#pragma warning restore RS0030
        var teller = new DemoTeller(output, clock);
        teller.Starting();
        var store = Directory.CreateTempSubdirectory("powerintegration-demo-").FullName;
        try
        {
            await using var sandbox = await RunningSandbox.StartAsync(
                new SandboxOptions
                {
                    Layout = layout,
                    DataFolder = dataFolder,
                    StoreFolder = store,
                    Seed = seed,
                    Clock = clock,
                },
                cancellation
            );
            var result = await PlayAsync(sandbox, teller, cancellation);
            result = result with { Controls = await ControlsAsync(cancellation) };
            result = result with { Problems = [.. result.Problems, .. Unproved(result.Controls)] };
            teller.Result(result, watch.Elapsed);
            return result;
        }
        finally
        {
            Directory.Delete(store, recursive: true);
        }
    }

    private async Task<IReadOnlyList<ProvedCase>> ControlsAsync(CancellationToken cancellation) =>
        ControlsData.Fits(layout, dataFolder) ? await new DemoControls(layout, dataFolder, seed).PlayAsync(cancellation) : [];

    private static IEnumerable<string> Unproved(IEnumerable<ProvedCase> controls) =>
        controls.Where(one => one.Evidence is null).Select(one => $"Control not proved: {one.Title}.");

    private async Task<DemoResult> PlayAsync(RunningSandbox sandbox, DemoTeller teller, CancellationToken cancellation)
    {
        var seeding = sandbox.Requests.Of(WebApi);
        var documents = new DemoDocuments(sandbox);
        var job = DemoJob.Of(sandbox.Seed);
        cases = [.. HardCases.All.Where(hard => Has(sandbox, hard))];
        teller.Opening(sandbox, job, cases.Count);
        sandbox.Flows.RunFinished += (_, ended) => teller.Ended(ended.Run);
        await sandbox.Flows.RunDueAsync(cancellation);
        while (sandbox.Months.Remaining > 0)
        {
            await PlayMonthAsync(sandbox, teller, documents, cancellation);
        }

        return await ProveAsync(sandbox, job, documents, seeding, teller, cancellation);
    }

    private static bool Has(RunningSandbox sandbox, HardCase hard) =>
        sandbox.Seed.Months.Any(month =>
            month.Name == hard.Month
            && sandbox.Seed.Months.SelectMany(any => any.Invoices).Any(invoice => invoice.InvoiceNumber == hard.InvoiceNumber)
        );

    private async Task PlayMonthAsync(RunningSandbox sandbox, DemoTeller teller, DemoDocuments documents, CancellationToken cancellation)
    {
        var script = sandbox.Seed.Months[^sandbox.Months.Remaining];
        var before = await documents.ListAsync(cancellation);
        var isFirst = months.Count == 0;
        HardCase[] later = [HardCases.Twice, .. Reversals.Select(reversal => reversal.Case)];
        foreach (var hard in cases.Where(hard => hard.Month == script.Name).Except(later))
        {
            Tell(teller, hard);
            if (hard == HardCases.Unmapped)
            {
                await ProveCoverageAsync(sandbox, teller, cancellation);
            }
        }

        await BillMonthAsync(sandbox, teller, documents, cancellation);
        await MapRefusedCodeAsync(sandbox, teller, documents, cancellation);
        if (isFirst)
        {
            await DeliverTwiceAsync(sandbox, teller, documents, cancellation);
        }

        foreach (var reversal in Reversals.Where(reversal => reversal.Case.Month == script.Name && cases.Contains(reversal.Case)))
        {
            await ReverseAsync(sandbox, teller, documents, reversal, cancellation);
        }

        var after = await documents.ListAsync(cancellation);
        months.Add(
            new DemoMonth(
                script.Name,
                script.Invoices.Count,
                Posted(after).Count() - Posted(before).Count(),
                Posted(after).Sum(document => document.Payable ?? 0m) - Posted(before).Sum(document => document.Payable ?? 0m),
                Posted(after).Sum(document => document.Payable ?? 0m)
            )
        );
        teller.Month(months[^1]);
    }

    private void Tell(DemoTeller teller, HardCase hard)
    {
        var number = cases.ToList().IndexOf(hard) + 1;
        if (number > 0)
        {
            teller.Case(hard, number, cases.Count);
        }
    }

    // What was reversed was posted once, and its reversal is a document with the opposite amount.
    private static IEnumerable<DemoDocument> Posted(IReadOnlyList<DemoDocument> documents) =>
        documents.Where(document => document.State is "Posted" or "Reversed");

    private async Task BillMonthAsync(RunningSandbox sandbox, DemoTeller teller, DemoDocuments documents, CancellationToken cancellation)
    {
        var before = sandbox.Months.BeginNext();
        foreach (var sentence in before)
        {
            teller.Event("Procore: " + sentence);
        }

        if (before.Count > 0)
        {
            await PollAsync(sandbox, cancellation);
        }

        sandbox.Months.PlayNext(teller.Decided);
        await PollAsync(sandbox, cancellation);
        teller.Documents(await documents.ListAsync(cancellation));
    }

    private async Task PollAsync(RunningSandbox sandbox, CancellationToken cancellation)
    {
        if (sandbox.Flows.NextDue is { } due)
        {
            clock.AdvanceTo(due);
        }

        await sandbox.Flows.RunDueAsync(cancellation);
    }

    // A posted document is reversed, and what Procore still says is billed again under another number.
    private async Task ReverseAsync(
        RunningSandbox sandbox,
        DemoTeller teller,
        DemoDocuments documents,
        PlannedReversal planned,
        CancellationToken cancellation
    )
    {
        var number = planned.Case.InvoiceNumber;
        var document = (await documents.ListAsync(cancellation)).Single(candidate =>
            candidate.InvoiceNumber == number && candidate.State == "Posted"
        );
        Tell(teller, planned.Case);
        if (planned.IsPaidBefore)
        {
            sandbox.Oracle.Pay(
                new OraclePayment(
                    BusinessUnit,
                    document.Contract.Split(' ', 2)[1],
                    DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime),
                    [new OraclePaidInvoice(number)]
                )
            );
            teller.Step($"Oracle: {number} is paid in full.");
        }

        var reversal = new DemoReversal(sandbox);
        var (requester, confirmer) = await reversal.RunAsync(document, planned.Reason, teller.Event, cancellation);
        observed.ReversedByTwo.Add(number);
        teller.Step($"{requester} requests the reversal and cannot confirm it alone. {confirmer} confirms it.");
        await sandbox.Flows.RunDueAsync(cancellation);
        await ConfirmAgainWherePaidAsync(sandbox, document, planned, teller, documents, cancellation);
        await documents.RetryAsync(document, cancellation);
        await sandbox.Flows.RunDueAsync(cancellation);
        var list = await documents.ListAsync(cancellation);
        teller.Documents(list);
        var again = list.Last(candidate => candidate.Contract == document.Contract && candidate.Application == document.Application);
        teller.Step($"{number} is posted again as revision {again.Revision}: {DemoWords.Amount(again.Payable ?? 0m)}.");
    }

    // No one told Dataverse that the invoice is paid. Oracle is asked before it cancels; the reversal is refused, and prepared again it is a credit
    // memo.
    private async Task ConfirmAgainWherePaidAsync(
        RunningSandbox sandbox,
        DemoDocument document,
        PlannedReversal planned,
        DemoTeller teller,
        DemoDocuments documents,
        CancellationToken cancellation
    )
    {
        var list = await documents.ListAsync(cancellation);
        if (!planned.IsPaidBefore)
        {
            if (list.Any(one => one.Id == document.Id && one.State == "Reversed"))
            {
                teller.Step($"Oracle cancels {document.InvoiceNumber}.");
            }

            return;
        }

        teller.Documents(list);
        if (list.Any(one => one is { Kind: "Reversal", State: "Refused" } && one.Contract == document.Contract))
        {
            observed.NotCanceled.Add(document.InvoiceNumber);
            teller.Step(
                "Oracle does not cancel a paid invoice; nothing changes. The reversal becomes a credit memo, which has to be confirmed again."
            );
        }

        var confirmer = await new DemoReversal(sandbox).ConfirmAsync(document, teller.Event, cancellation);
        await sandbox.Flows.RunDueAsync(cancellation);
        teller.Step($"{confirmer} confirms it, and the reversal is posted as credit memo {document.InvoiceNumber}-V.");
    }

    private async Task DeliverTwiceAsync(RunningSandbox sandbox, DemoTeller teller, DemoDocuments documents, CancellationToken cancellation)
    {
        Tell(teller, HardCases.Twice);
        var before = await documents.ListAsync(cancellation);
        var sent = sandbox.Oracle.ReceivedPayloads.Count;
        var run = sandbox.Flows.Runs.First(candidate =>
            candidate.TriggerOutputs["body"]?["pint_inboundeventid"] is not null && candidate.Status == RunStatus.Succeeded
        );
        sandbox.Flows.Redeliver(run);
        await sandbox.Flows.RunDueAsync(cancellation);
        observed.IsSecondDeliveryHarmless =
            before.SequenceEqual(await documents.ListAsync(cancellation)) && sent == sandbox.Oracle.ReceivedPayloads.Count;
        teller.Step(
            observed.IsSecondDeliveryHarmless
                ? "Delivered again: no document changed, and nothing was sent to Oracle."
                : "Delivered again: a document changed, or something was sent to Oracle a second time."
        );
    }

    // What the proof finds is mapped as it suggests, by two people, before an invoice comes.
    private async Task ProveCoverageAsync(RunningSandbox sandbox, DemoTeller teller, CancellationToken cancellation)
    {
        var coverage = new DemoCoverage(sandbox);
        var proof = await coverage.ProveAsync(cancellation);
        teller.Step(proof.Message);
        foreach (var code in proof.Uncovered)
        {
            observed.FoundUncovered.Add(code.Code);
            teller.Step($"{code.Message} Suggested: {code.Suggestions ?? "nothing"}.");
        }

        if (proof.Uncovered is [{ TaskId: { } task }])
        {
            await new DemoMapping(sandbox).AddAsync(cancellation, task);
            var again = await coverage.ProveAsync(cancellation);
            observed.IsCovered = again.Uncovered.Count == 0;
            teller.Step(
                $"{DemoMapping.AdministratorName(sandbox)} takes the suggestion, {DemoMapping.ReviewerName(sandbox)} activates it. {again.Message}"
            );
        }
    }

    private async Task MapRefusedCodeAsync(RunningSandbox sandbox, DemoTeller teller, DemoDocuments documents, CancellationToken cancellation)
    {
        var refused = (await documents.ListAsync(cancellation)).Where(document => document.ReasonCode == DemoMapping.ReasonCode).ToList();
        if (refused.Count == 0)
        {
            return;
        }

        foreach (var document in refused)
        {
            teller.Step($"{document.InvoiceNumber} is refused: {document.Reason}");
            if (sandbox.Oracle.ReceivedPayloads.All(payload => payload["InvoiceNumber"]?.ToString() != document.InvoiceNumber))
            {
                observed.RefusedWhole.Add(document.InvoiceNumber);
            }
        }

        await new DemoMapping(sandbox).AddAsync(cancellation);
        foreach (var document in refused)
        {
            await documents.RetryAsync(document, cancellation);
        }

        await sandbox.Flows.RunDueAsync(cancellation);
        var list = await documents.ListAsync(cancellation);
        teller.Documents(list);
        var numbers = refused.Select(document => document.InvoiceNumber).ToHashSet();
        var states = list.Where(document => numbers.Contains(document.InvoiceNumber))
            .Select(document => $"{document.InvoiceNumber} is {document.State.ToLowerInvariant()}");
        teller.Step(
            $"{DemoMapping.AdministratorName(sandbox)} maps the code, {DemoMapping.ReviewerName(sandbox)} activates the mapping, "
                + $"and the invoice is retried: {string.Join(", ", states)}."
        );
    }

    private async Task<DemoResult> ProveAsync(
        RunningSandbox sandbox,
        DemoJob job,
        DemoDocuments documents,
        int seeding,
        DemoTeller teller,
        CancellationToken cancellation
    )
    {
        // The flows may have used up what Procore allows in ten seconds.
        clock.Advance(TimeSpan.FromMinutes(1));
        teller.Payloads(sandbox.Oracle.ReceivedPayloads);
        var list = await documents.ListAsync(cancellation);
        // Counted before the proof reads both systems, and without what loaded the job and what only the demo asks.
        var costs = Costs(sandbox, seeding + documents.OwnReads);
        var reader = new VendorReader(sandbox.Client, sandbox.Root, sandbox.Credentials);
        var invoices = await reader.InvoicesAsync(cancellation);
        var balances = await reader.BalancesAsync(job.Company, job.ProjectId, invoices, cancellation);
        var proof = new DemoProof(sandbox.Seed.Months, invoices, balances, observed);
        IReadOnlyList<ProvedCase> proved = [.. cases.Select(hard => new ProvedCase(hard.Title, hard.Evidence(proof)))];
        return new DemoResult
        {
            Seed = seed,
            Currency = job.Currency,
            Months = months,
            Cases = proved,
            Controls = [],
            Documents = list.Count,
            OracleInvoices = invoices,
            Balances = balances,
            Costs = costs,
            Problems =
            [
                .. ProblemsOf(list, invoices, balances),
                .. proved.Where(one => one.Evidence is null).Select(one => $"Hard case not proved: {one.Title}."),
                .. FileProblems(sandbox),
                .. sandbox.Procore.Refusals,
                .. sandbox.Oracle.NamedRefusals,
            ],
        };
    }

    private static IEnumerable<string> ProblemsOf(
        IReadOnlyList<DemoDocument> documents,
        IReadOnlyList<OracleInvoice> invoices,
        IReadOnlyList<ContractBalance> balances
    )
    {
        var expected = documents
            .SelectMany(document => (document.OracleInvoice ?? "").Split(", ", StringSplitOptions.RemoveEmptyEntries))
            .Distinct()
            .Count();
        return
        [
            .. documents
                .Where(document => document.State is not "Posted" and not "Reversed")
                .Select(document => $"{document.InvoiceNumber} is {document.State}: {document.Reason}"),
            .. balances
                .Where(balance => balance.Unexplained != 0m)
                .Select(balance => $"{balance.Contract}: {DemoWords.Amount(balance.Unexplained)} is unexplained."),
            .. invoices
                .Where(invoice => invoice.Validation is not "Validated" and not "Canceled")
                .Select(invoice => $"Oracle invoice {invoice.Number} is {invoice.Validation}."),
            .. invoices.Count == expected ? [] : new[] { $"The documents name {expected} Oracle invoices, and Oracle has {invoices.Count}." },
            .. balances.Count == 0 ? ["No contract was billed."] : Array.Empty<string>(),
        ];
    }

    private static IEnumerable<string> FileProblems(RunningSandbox sandbox)
    {
        var expected = sandbox.Seed.Months.SelectMany(month => month.Invoices).SelectMany(invoice => invoice.Attachments ?? []);
        var attached = sandbox.Oracle.Attachments.Select(file => file.FileName).ToList();
        return expected
            .Where(file => attached.Count(name => name == file.FileName) != 1)
            .Select(file => $"{file.FileName} is attached {attached.Count(name => name == file.FileName)} times in Oracle.");
    }

    private static DemoCost[] Costs(RunningSandbox sandbox, int notBilling) =>
        [
            new("Requests to Procore", sandbox.Procore.Calls.Total),
            new("Requests to Oracle", sandbox.Oracle.Calls.Total),
            new("Requests to Dataverse", sandbox.Requests.Of(WebApi) - notBilling),
            new("Files attached to Oracle invoices", sandbox.Oracle.Attachments.Count),
            .. sandbox
                .Dataverse.RequestsByMessage.Where(entry => entry.Key.StartsWith(Prefix, StringComparison.Ordinal))
                .OrderBy(entry => entry.Key, StringComparer.Ordinal)
                .Select(entry => new DemoCost(
                    $"inside {Words(entry.Key)} ({DemoWords.Count(entry.Value.Executions, "time")}, at most {entry.Value.RequestsMax})",
                    entry.Value.Requests,
                    IsDetail: true
                )),
            new(
                "Flow actions that prepare or submit",
                sandbox
                    .Flows.Runs.Where(run =>
                        run.TriggerOutputs["body"] is JsonObject body && (body["pint_inboundeventid"] ?? body["pint_documentid"]) is not null
                    )
                    .Sum(run => run.ExecutedActionCount)
            ),
        ];

    private const string Prefix = "pint_";

    // PrepareDocument becomes prepare document.
    private static string Words(string message) =>
        string.Concat(message[Prefix.Length..].Select(letter => char.IsUpper(letter) ? " " + char.ToLowerInvariant(letter) : letter.ToString()))
            .Trim();

    private sealed record PlannedReversal(HardCase Case, bool IsPaidBefore, string Reason);
}
