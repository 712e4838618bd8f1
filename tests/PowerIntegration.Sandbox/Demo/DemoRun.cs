using System.Diagnostics;
using PowerIntegration.Local.Clock;
using PowerIntegration.Local.Flows.Running;
using PowerIntegration.Local.Oracle.Payables;
using PowerIntegration.Sandbox.Hosting;
using Spectre.Console;

namespace PowerIntegration.Sandbox.Demo;

/// <summary>
/// Twelve months of billing on one project, from approval in Procore to posted payables invoices, on a clock that does not wait. One event is
/// delivered twice; one invoice is refused because a code maps to no task, and goes through after an administrator adds the rule.
/// </summary>
/// <param name="layout">Where the artefacts are.</param>
/// <param name="dataFolder">The job.</param>
/// <param name="seed">Seed of ids.</param>
/// <param name="showPayloads">Whether to print what left for Oracle.</param>
public sealed class DemoRun(RepositoryLayout layout, string dataFolder, int seed, bool showPayloads)
{
    private const string BusinessUnit = "Lakeshore US BU";

    private static readonly PlannedReversal[] Reversals =
    [
        new("May 2026", "IG 7741-8", IsPaidBefore: true, "Paid to the old remittance site; it is credited and billed again to the new one."),
        new("August 2026", "PCC-26-0502", IsPaidBefore: false, "Posted before the lien waiver came; it is posted again now that it is there."),
    ];

    private readonly IAnsiConsole console = AnsiConsole.Console;

    /// <summary>Plays and proves.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>0 only if every document is posted, every repetition changed nothing and nothing is unexplained.</returns>
    public async Task<int> PlayAsync(CancellationToken cancellation)
    {
#pragma warning disable RS0030 // How long the demo took is printed; nothing depends on it.
        var watch = Stopwatch.StartNew();
#pragma warning restore RS0030
        var store = Directory.CreateTempSubdirectory("powerintegration-demo-").FullName;
        try
        {
            var clock = new DrivenClock(RunningSandbox.SeedStart);
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
            return await PlayAsync(sandbox, clock, watch, cancellation);
        }
        finally
        {
            Directory.Delete(store, recursive: true);
        }
    }

    private async Task<int> PlayAsync(RunningSandbox sandbox, DrivenClock clock, Stopwatch watch, CancellationToken cancellation)
    {
        var documents = new DemoDocuments(sandbox);
        var teller = new DemoTeller(console, clock);
        teller.Opening(sandbox, seed);
        sandbox.Flows.RunFinished += (_, ended) => teller.Ended(ended.Run);
        await sandbox.Flows.RunDueAsync(cancellation);

        await BillMonthAsync(sandbox, clock, teller, documents, cancellation);
        await DeliverTwiceAsync(sandbox, teller, documents, cancellation);
        await MapRefusedCodeAsync(sandbox, teller, documents, cancellation);
        while (sandbox.Months.Remaining > 0)
        {
            var month = sandbox.Months.NextName!;
            await BillMonthAsync(sandbox, clock, teller, documents, cancellation);
            foreach (var reversal in Reversals.Where(reversal => reversal.Month == month))
            {
                await ReverseAsync(sandbox, clock, teller, documents, reversal, cancellation);
            }
        }

        return await ProveAsync(sandbox, documents, teller, watch, cancellation);
    }

    private static async Task BillMonthAsync(
        RunningSandbox sandbox,
        DrivenClock clock,
        DemoTeller teller,
        DemoDocuments documents,
        CancellationToken cancellation
    )
    {
        teller.Heading($"{sandbox.Months.NextName} is billed in Procore.");
        var before = sandbox.Months.BeginNext();
        foreach (var sentence in before)
        {
            teller.Said("Procore: " + sentence);
        }

        if (before.Count > 0)
        {
            await PollAsync(sandbox, clock, cancellation);
        }

        sandbox.Months.PlayNext(teller.Decided);
        await PollAsync(sandbox, clock, cancellation);
        teller.Documents(await documents.ListAsync(cancellation), "After the poll");
    }

    private static async Task PollAsync(RunningSandbox sandbox, DrivenClock clock, CancellationToken cancellation)
    {
        if (sandbox.Flows.NextDue is { } due)
        {
            clock.AdvanceTo(due);
        }

        await sandbox.Flows.RunDueAsync(cancellation);
    }

    // A posted document is taken back, and what Procore still says is billed anew under another number.
    private static async Task ReverseAsync(
        RunningSandbox sandbox,
        DrivenClock clock,
        DemoTeller teller,
        DemoDocuments documents,
        PlannedReversal planned,
        CancellationToken cancellation
    )
    {
        var document = (await documents.ListAsync(cancellation)).Single(candidate =>
            candidate.InvoiceNumber == planned.InvoiceNumber && candidate.State == "Posted"
        );
        if (planned.IsPaidBefore)
        {
            teller.Heading($"{planned.InvoiceNumber} is paid, and then taken back.");
            sandbox.Oracle.Pay(
                new OraclePayment(
                    BusinessUnit,
                    document.Contract.Split(' ', 2)[1],
                    DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime),
                    [new OraclePaidInvoice(planned.InvoiceNumber)]
                )
            );
            teller.Said($"Oracle: {planned.InvoiceNumber} is paid in full.");
        }
        else
        {
            teller.Heading($"{planned.InvoiceNumber} is taken back before it is paid.");
        }

        await new DemoReversal(sandbox).RunAsync(document, planned.Reason, teller.Said, cancellation);
        await sandbox.Flows.RunDueAsync(cancellation);
        await ConfirmAgainWherePaidAsync(sandbox, document, planned, teller, documents, cancellation);
        await documents.RetryAsync(document, cancellation);
        await sandbox.Flows.RunDueAsync(cancellation);
        teller.Documents(await documents.ListAsync(cancellation), "After the reversal and the new posting");
    }

    // Nobody told Dataverse that the invoice is paid. Oracle is asked before it cancels; the reversal is refused, and prepared again it is a credit
    // memo.
    private static async Task ConfirmAgainWherePaidAsync(
        RunningSandbox sandbox,
        DemoDocument document,
        PlannedReversal planned,
        DemoTeller teller,
        DemoDocuments documents,
        CancellationToken cancellation
    )
    {
        if (planned.IsPaidBefore)
        {
            teller.Documents(await documents.ListAsync(cancellation), "Oracle does not cancel what is paid");
            await new DemoReversal(sandbox).ConfirmAsync(document, teller.Said, cancellation);
            await sandbox.Flows.RunDueAsync(cancellation);
        }
    }

    private static async Task DeliverTwiceAsync(RunningSandbox sandbox, DemoTeller teller, DemoDocuments documents, CancellationToken cancellation)
    {
        var before = (await documents.ListAsync(cancellation), sandbox.Oracle.ReceivedPayloads.Count);
        var run = sandbox.Flows.Runs.First(candidate =>
            candidate.TriggerOutputs["body"]?["pint_inboundeventid"] is not null && candidate.Status == RunStatus.Succeeded
        );
        teller.Heading("The same event is delivered a second time.");
        sandbox.Flows.Redeliver(run);
        await sandbox.Flows.RunDueAsync(cancellation);
        var after = (await documents.ListAsync(cancellation), sandbox.Oracle.ReceivedPayloads.Count);
        if (!before.Item1.SequenceEqual(after.Item1) || before.Count != after.Count)
        {
            throw new InvalidOperationException("The second delivery changed a document or sent something to Oracle.");
        }

        teller.Said("Nothing changed: the same documents in the same states, and nothing more was sent to Oracle.");
    }

    private static async Task MapRefusedCodeAsync(RunningSandbox sandbox, DemoTeller teller, DemoDocuments documents, CancellationToken cancellation)
    {
        var refused = (await documents.ListAsync(cancellation)).Where(document => document.ReasonCode == DemoMapping.ReasonCode).ToList();
        if (refused.Count == 0)
        {
            return;
        }

        teller.Heading($"{DemoMapping.AdministratorName(sandbox)} maps the code and retries the document.");
        await new DemoMapping(sandbox).AddAsync(cancellation);
        foreach (var document in refused)
        {
            await documents.RetryAsync(document, cancellation);
        }

        await sandbox.Flows.RunDueAsync(cancellation);
        teller.Documents(await documents.ListAsync(cancellation), "After the retry");
    }

    private async Task<int> ProveAsync(
        RunningSandbox sandbox,
        DemoDocuments documents,
        DemoTeller teller,
        Stopwatch watch,
        CancellationToken cancellation
    )
    {
        if (showPayloads)
        {
            teller.Payloads(sandbox.Oracle.ReceivedPayloads);
        }

        var reader = new VendorReader(sandbox.Client, sandbox.Root, sandbox.Credentials);
        var project = sandbox.Seed.Dataverse.First(row => row.Set == "pint_projects").Body["pint_procoreid"]!.ToString();
        var company = sandbox.Seed.Dataverse.First(row => row.Set == "pint_environments").Body["pint_procorecompanyid"]!.ToString();
        var list = await documents.ListAsync(cancellation);
        var invoices = await reader.InvoicesAsync(cancellation);
        var balances = await reader.BalancesAsync(company, project, invoices, cancellation);
        teller.Invoices(invoices);
        teller.Balances(balances);
        teller.Work(sandbox, list.Count, watch.Elapsed);
        var expected = list.SelectMany(document => (document.OracleInvoice ?? "").Split(", ", StringSplitOptions.RemoveEmptyEntries))
            .Distinct()
            .Count();
        IReadOnlyList<string> problems =
        [
            .. list.Where(document => document.State is not "Posted" and not "Reversed")
                .Select(document => $"{document.InvoiceNumber} is {document.State}: {document.Reason}"),
            .. balances
                .Where(balance => balance.Unexplained != 0m)
                .Select(balance => $"{balance.Contract}: {balance.Unexplained:N2} is unexplained."),
            .. invoices
                .Where(invoice => invoice.Validation is not "Validated" and not "Canceled")
                .Select(invoice => $"Oracle invoice {invoice.Number} is {invoice.Validation}."),
            .. invoices.Count == expected ? [] : new[] { $"The documents name {expected} Oracle invoices, and Oracle has {invoices.Count}." },
            .. balances.Count == 0 ? ["No contract was billed."] : Array.Empty<string>(),
            .. sandbox.Procore.Refusals,
            .. sandbox.Oracle.NamedRefusals,
        ];
        teller.Verdict(problems);
        return problems.Count == 0 ? 0 : 1;
    }

    private sealed record PlannedReversal(string Month, string InvoiceNumber, bool IsPaidBefore, string Reason);
}
